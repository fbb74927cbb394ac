import type { BodyCommand, Command as CaseCommand, WhistleCommand } from "@louyu/casework"
import type { EnterpriseCommand, PublicationCommand, TaxCommand, TenancyCommand } from "@louyu/economy"
import type { CivilDate, Identifier } from "@louyu/kernel"
import type { Command as MatchingCommand, PartnerCommand as PartnersCommand } from "@louyu/matching"
import type { Command as OrganisationCommand } from "@louyu/organisation"
import type { Profile } from "@louyu/profiles"
import type {
  ActivityCommand,
  AnnualListCommand,
  ClassCommand,
  CoManagementCommand,
  PactCommand,
  PairingCommand,
  ProgrammeCommand,
  SeriesCommand,
  VolunteeringCommand,
  WishCommand,
  WorkLineCommand
} from "@louyu/programmes"
import type { Command as RecruitmentCommand, Stay } from "@louyu/recruitment"
import type { Command as RolesCommand, VisitCommand as VisitsCommand } from "@louyu/roles"
import type {
  FacilityCommand,
  PointCommand,
  RoomCommand,
  RosterCommand,
  StationCommand,
  StationingCommand
} from "@louyu/stations"
import type * as Redacted from "effect/Redacted"
import type { Finding, Place } from "./Finding.ts"

/** The files of a city folder by name, as they lie on disk. */
export type Files = ReadonlyMap<string, Uint8Array>

/** What a row of the organisation asks for. */
export type OrganisationStep = Step<OrganisationCommand.Command>
/** What a row about posts and access asks for. */
export type RolesStep = Step<RolesCommand.Command>
/** What a row about visits and sweeps asks for. */
export type VisitsStep = Step<VisitsCommand.VisitCommand>
/** What a row about services, resources, needs, matches or projects asks for. */
export type MatchingStep = Step<MatchingCommand.Command>
/** What a row about partners asks for. */
export type PartnersStep = Step<PartnersCommand.PartnerCommand>

/** What a row about pipelines and prospects asks for. */
export type RecruitmentStep = Step<RecruitmentCommand.Command>
/** What a row about transitional offices asks for. */
export type StaysStep = Step<Stay.StayCommand>
/** What a row about spaces and leases asks for. */
export type TenancyStep = Step<TenancyCommand.TenancyCommand>
/** What a row about what a building paid asks for. */
export type TaxStep = Step<TaxCommand.TaxCommand>
/** What a row about enterprises asks for. */
export type EnterprisesStep = Step<EnterpriseCommand.EnterpriseCommand>
/** What a row about published figures asks for. */
export type PublicationsStep = Step<PublicationCommand.PublicationCommand>

/** What a row about cases asks for. */
export type CasesStep = Step<CaseCommand.Command>
/** What a row about bodies that deliberate asks for. */
export type BodiesStep = Step<BodyCommand.Command>
/** What a row about whistles asks for. */
export type WhistlesStep = Step<WhistleCommand.Command>

/** What can be asked of programmes, wishes, pacts and whatever else people do together. */
export type ProgrammesCommand =
  | ProgrammeCommand.Command
  | SeriesCommand.Command
  | ActivityCommand.Command
  | WorkLineCommand.Command
  | AnnualListCommand.Command
  | VolunteeringCommand.Command
  | WishCommand.Command
  | PactCommand.Command
  | PairingCommand.Command
  | CoManagementCommand.Command
  | ClassCommand.Command
/** What a row about something people do together asks for. */
export type ProgrammesStep = Step<ProgrammesCommand>

/** What a row about stations asks for. */
export type StationsStep = Step<StationCommand.Command>
/** What a row about function rooms asks for. */
export type RoomsStep = Step<RoomCommand.Command>
/** What a row about devices, desks and their items asks for. */
export type PointsStep = Step<PointCommand.Command>
/** What a row about facilities asks for. */
export type FacilitiesStep = Step<FacilityCommand.Command>
/** What a row about departments at stations asks for. */
export type StationingsStep = Step<StationingCommand.Command>
/** What a row about rosters asks for. */
export type RostersStep = Step<RosterCommand.Command>

/** What happens at stations. */
export type StationsCommand =
  | StationCommand.Command
  | RoomCommand.Command
  | PointCommand.Command
  | FacilityCommand.Command
  | StationingCommand.Command
  | RosterCommand.Command

/** What happens at a moment. */
export type TimedCommand = CaseCommand.Command | WhistleCommand.Command

/** What is about a day. */
export type DatedCommand =
  | OrganisationCommand.Command
  | RolesCommand.Command
  | VisitsCommand.VisitCommand
  | MatchingCommand.Command
  | PartnersCommand.PartnerCommand
  | RecruitmentCommand.Command
  | Stay.StayCommand
  | TenancyCommand.TenancyCommand
  | TaxCommand.TaxCommand
  | EnterpriseCommand.EnterpriseCommand
  | PublicationCommand.PublicationCommand
  | BodyCommand.Command
  | ProgrammesCommand

/** Everything a folder can ask for. */
export type Command = DatedCommand | TimedCommand | StationsCommand

/** One thing to do, and the row that asks for it. */
export interface Step<out C = Command> {
  readonly command: C
  readonly origin: Place
}

/** The day a command is about: the one it is told on, or else the one it begins on. */
export const dayOf = (command: DatedCommand): CivilDate.CivilDate => {
  // What changes hands has a day and, besides, a side it comes from.
  if (command._tag === "RecordExchange") return command.on
  const day = ("on" in command ? command.on : undefined) ?? ("from" in command ? command.from : undefined)
  if (day === undefined) throw new Error(`invariant: ${command._tag} has a day`)
  return day
}

/**
 * Who a person is, as a row says it.
 *
 * Shape: `class` is the class of records whose rules in the access policy hold; `unit` is where the person belongs.
 * Values are `Redacted`, so that nothing that prints a report shows them.
 */
export interface Entry {
  readonly unit: Identifier.UnitId
  readonly class: string
  readonly name: Redacted.Redacted<string>
  readonly mobile?: Redacted.Redacted<string>
  readonly further?: Readonly<Record<string, Redacted.Redacted<string>>>
}

/** A person to be kept in the vault, and the row that says who it is. */
export interface Person {
  readonly person: Identifier.PersonId
  readonly entry: Entry
  readonly origin: Place
}

/**
 * What a city folder says, and everything that is wrong with it.
 *
 * Shape: `steps` are in an order in which they can be carried out, the organisation first, then one domain after the
 * other; they hold only rows without errors, so do them only when {@link isSound}. `people` are no commands: who they are belongs
 * into the vault and not among the facts. `findings` are in order of file and row and at most as many as the limit;
 * `errors` and `warnings` count all of them, also those beyond the limit. `tenant` and `profile` are `undefined` when
 * `city.json` does not give them.
 */
export interface Report {
  readonly tenant: Identifier.TenantId | undefined
  readonly profile: Profile.Profile | undefined
  readonly steps: ReadonlyArray<Step>
  readonly people: ReadonlyArray<Person>
  readonly findings: ReadonlyArray<Finding>
  readonly errors: number
  readonly warnings: number
}

/** Tells whether a folder may be loaded: no error was found. Warnings do not count. */
export const isSound = (report: Report): boolean => report.errors === 0
