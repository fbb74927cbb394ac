import {
  EconomySettings,
  EnterpriseCommand,
  type EnterpriseError,
  EnterpriseEvent,
  EnterpriseRegister,
  Enterprises,
  PublicationCommand,
  Publications,
  type RentRoll,
  Taxation,
  TaxCommand,
  type TaxError,
  TaxEvent,
  Tenancies,
  TenancyCommand,
  type TenancyError,
  TenancyEvent
} from "@louyu/economy"
import { Identifier } from "@louyu/kernel"
import type { Profile } from "@louyu/profiles"
import * as Result from "effect/Result"
import type * as Domain from "./Domain.ts"
import * as Existence from "./Existence.ts"
import { perObject } from "./perObject.ts"
import { ruledBy } from "./ruledBy.ts"
import type { Scope } from "./Shelf.ts"
import * as SingleStream from "./SingleStream.ts"

type Organisation = Existence.Organisation

/** The stream of spaces and leases: a firm that moves within the city gives one space up and takes another. */
export const tenancyStream = Identifier.StreamId.make("tenancy")
/** The stream of what buildings yield by year. */
export const taxStream = Identifier.StreamId.make("tax")
/** The stream of what is told of enterprises. */
export const enterprisesStream = Identifier.StreamId.make("enterprises")
/** The stream of published figures. */
export const publicationsStream = Identifier.StreamId.make("publications")

const resolved = perObject(
  (profile: Profile.Profile): EconomySettings.Resolved =>
    // A profile whose tiers contradict themselves opens no city.
    Result.getOrThrow(EconomySettings.resolve(profile.economy))
)
const usual = Result.getOrThrow(EconomySettings.resolve())

/** What the economy knows of the rest of the city: which units there are, and what is local about it. */
export interface Facts extends Existence.Existence {
  readonly settings: EconomySettings.Resolved
}

const factsOf = (organisation: Organisation, scope: Scope): Facts => {
  const existence = Existence.of(organisation, scope)
  const { profile } = existence
  return { ...existence, settings: profile === undefined ? usual : resolved(profile) }
}

/** What a city shows of its economy besides what was recorded: tiers, words, indicators, frames. */
export const settings = (profile: Profile.Profile): EconomySettings.Resolved => resolved(profile)

/** Spaces and leases of a city as a domain of its ledger. */
export const tenancy = (
  organisation: Organisation
): Domain.Domain<
  TenancyCommand.TenancyCommand,
  TenancyEvent.TenancyEvent,
  TenancyError.TenancyError,
  RentRoll.RentRoll
> =>
  SingleStream.define({
    stream: tenancyStream,
    command: TenancyCommand.TenancyCommand,
    event: TenancyEvent.TenancyEvent,
    schemaVersion: TenancyEvent.schemaVersion,
    decider: Tenancies.decider,
    facts: (scope) => factsOf(organisation, scope)
  })

/** What buildings yield by year as a domain of a city's ledger. */
export const tax = (
  organisation: Organisation
): Domain.Domain<TaxCommand.TaxCommand, TaxEvent.TaxEvent, TaxError.TaxError, Taxation.Taxation> =>
  SingleStream.define({
    stream: taxStream,
    command: TaxCommand.TaxCommand,
    event: TaxEvent.TaxEvent,
    schemaVersion: TaxEvent.schemaVersion,
    decider: Taxation.decider,
    facts: (scope) => factsOf(organisation, scope)
  })

const register = ruledBy({
  initial: EnterpriseRegister.initial,
  evolve: Enterprises.evolve,
  decider: Enterprises.decider,
  split: (facts: Facts) => [facts.settings.enterprises, facts]
})

/** What is told of the enterprises of a city as a domain of its ledger. */
export const enterprises = (
  organisation: Organisation
): Domain.Domain<
  EnterpriseCommand.EnterpriseCommand,
  EnterpriseEvent.EnterpriseEvent,
  EnterpriseError.EnterpriseError,
  EnterpriseRegister.EnterpriseRegister
> =>
  SingleStream.define({
    stream: enterprisesStream,
    command: EnterpriseCommand.EnterpriseCommand,
    event: EnterpriseEvent.EnterpriseEvent,
    schemaVersion: EnterpriseEvent.schemaVersion,
    decider: register,
    facts: (scope) => factsOf(organisation, scope)
  })

const publishing = ruledBy({
  initial: Publications.initial,
  evolve: Publications.evolve,
  decider: Publications.decider,
  split: (facts: Facts) => [facts.settings.indicators, undefined]
})

/** The published figures of a city as a domain of its ledger. */
export const publications = (
  organisation: Organisation
): Domain.Domain<
  PublicationCommand.PublicationCommand,
  PublicationCommand.PublicationEvent,
  Publications.PublicationError,
  Publications.Publications
> =>
  SingleStream.define({
    stream: publicationsStream,
    command: PublicationCommand.PublicationCommand,
    event: PublicationCommand.PublicationEvent,
    schemaVersion: PublicationCommand.schemaVersion,
    decider: publishing,
    facts: (scope) => factsOf(organisation, scope)
  })
