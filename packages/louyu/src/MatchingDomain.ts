import { Identifier } from "@louyu/kernel"
import {
  Catalogue,
  Matching,
  Command as MatchingCommand,
  type MatchingError,
  Event as MatchingEvent,
  State as MatchingState,
  PartnerCommand,
  PartnerEvent,
  Partners
} from "@louyu/matching"
import * as CityDomain from "./CityDomain.ts"
import * as Domain from "./Domain.ts"
import * as Existence from "./Existence.ts"
import { ruledBy } from "./ruledBy.ts"
import type { Scope } from "./Shelf.ts"
import * as SingleStream from "./SingleStream.ts"

/** The stream of the three lists: what is agreed on anywhere takes of the same resources, so they are one. */
export const stream = Identifier.StreamId.make("matching")
/** The stream of the board of partners. */
export const partnersStream = Identifier.StreamId.make("partners")

/** What the lists know of the rest of the city: its catalogue, and which units there are. */
export interface Facts extends Matching.Facts {
  readonly catalogue: Catalogue.Catalogue
}

const factsOf = (organisation: Existence.Organisation, scope: Scope): Facts => {
  const { profile, exists } = Existence.of(organisation, scope)
  return { catalogue: profile?.catalogue ?? Catalogue.empty, exists }
}

const lists = ruledBy({
  initial: MatchingState.initial,
  evolve: Matching.evolve,
  decider: Matching.decider,
  split: (facts: Facts) => [facts.catalogue, facts]
})

const board = ruledBy({
  initial: Partners.initial,
  evolve: Partners.evolve,
  decider: Partners.decider,
  split: (facts: Facts) => [facts.catalogue, facts]
})

/** What a city shows of its lists: everything recorded, and what things are sorted by. */
export interface Sight {
  readonly lists: MatchingState.State
  readonly catalogue: Catalogue.Catalogue
}

/** Service lists, resources, needs, matches, projects and fairs of a city as a domain of its ledger. */
export const make = (
  organisation: Existence.Organisation
): Domain.Domain<MatchingCommand.Command, MatchingEvent.Event, MatchingError.MatchingError, Sight> =>
  Domain.define({
    name: "matching",
    command: MatchingCommand.Command,
    event: MatchingEvent.Event,
    schemaVersion: MatchingEvent.schemaVersion,
    decider: lists,
    stream: () => stream,
    restsOn: [CityDomain.stream],
    facts: (scope) => factsOf(organisation, scope),
    view: (streams, _on, scope) => ({
      lists: streams.get(stream),
      catalogue: factsOf(organisation, scope).catalogue
    })
  })

/** The board of partners of a city as a domain of its ledger. */
export const partners = (
  organisation: Existence.Organisation
): Domain.Domain<
  PartnerCommand.PartnerCommand,
  PartnerEvent.PartnerEvent,
  MatchingError.MatchingError,
  Partners.Board
> =>
  SingleStream.define({
    stream: partnersStream,
    command: PartnerCommand.PartnerCommand,
    event: PartnerEvent.PartnerEvent,
    schemaVersion: PartnerEvent.schemaVersion,
    decider: board,
    facts: (scope) => factsOf(organisation, scope)
  })
