import type { EconomySettings, EnterpriseRegister, Publications, RentRoll, Taxation } from "@louyu/economy"
import { CivilDate, type Identifier, WorkCalendar } from "@louyu/kernel"
import type { View } from "@louyu/organisation"
import { type EventStore, type StoreError, Vault } from "@louyu/ports"
import type { Profile } from "@louyu/profiles"
import { VisitLog } from "@louyu/roles"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as AuditDomain from "./AuditDomain.ts"
import * as CaseworkDesk from "./CaseworkDesk.ts"
import * as CaseworkDomain from "./CaseworkDomain.ts"
import * as CityDomain from "./CityDomain.ts"
import { CalendarMissing, type IdInvalid, type LogError, ProfileMissing, type ProfileRefusal } from "./CityError.ts"
import * as DeliveryDomain from "./DeliveryDomain.ts"
import type * as Domain from "./Domain.ts"
import * as EconomyDomain from "./EconomyDomain.ts"
import * as Ledger from "./Ledger.ts"
import * as MatchingDesk from "./MatchingDesk.ts"
import * as MatchingDomain from "./MatchingDomain.ts"
import * as Overview from "./Overview.ts"
import * as People from "./People.ts"
import * as ProgrammesDesk from "./ProgrammesDesk.ts"
import * as ProgrammesDomain from "./ProgrammesDomain.ts"
import * as RecruitmentDesk from "./RecruitmentDesk.ts"
import * as RecruitmentDomain from "./RecruitmentDomain.ts"
import * as RolesDomain from "./RolesDomain.ts"
import * as StationsDesk from "./StationsDesk.ts"
import * as StationsDomain from "./StationsDomain.ts"
import * as VisitsDomain from "./VisitsDomain.ts"

/** The organisation of a city, as far as it was read. */
export interface OrganisationDesk {
  /** The organisation on a date. Cost: made once for a version and a date, then shared. */
  on(date: CivilDate.CivilDate): Effect.Effect<View.View>
  /** How many facts are known of the organisation: what `expectedVersion` is compared with. */
  version(): Effect.Effect<number>
}

/** The roles of a city, as far as they were read. */
export interface RolesDesk {
  /** Who answers for what, and who may read what, on a date. Cost: made once for a version and a date, then shared. */
  on(date: CivilDate.CivilDate): Effect.Effect<RolesDomain.Sight>
}

/** The visits and sweeps of a city, as far as they were read. */
export interface VisitsDesk {
  /** The log of a place; an empty one where nothing was recorded. */
  of(care: Identifier.UnitId): Effect.Effect<VisitLog.VisitLog>
  /** The logs of all places that have any. */
  all(): Effect.Effect<VisitsDomain.Sight>
}

/** What the buildings of a city yield, as far as it was read. */
export interface EconomyDesk {
  /** Spaces and leases. */
  rentRoll(): Effect.Effect<RentRoll.RentRoll>
  /** What buildings paid by year. Shape: amounts as they are; `Disclosure` says who sees them so. */
  taxation(): Effect.Effect<Taxation.Taxation>
  /** What was told of enterprises. */
  enterprises(): Effect.Effect<EnterpriseRegister.EnterpriseRegister>
  /** Figures as they were published. */
  publications(): Effect.Effect<Publications.Publications>
  /** Tiers, words, indicators and frames of the city. */
  settings(): Effect.Effect<EconomySettings.Resolved>
}

/** What is told over the channels of a city, as far as it was read. */
export interface DeliveriesDesk {
  /** What waits for every channel, and what became of what went out. */
  channels(): Effect.Effect<ReadonlyArray<DeliveryDomain.Channel>>
}

interface Domains extends StationsDomain.All, ProgrammesDomain.All {
  readonly city: ReturnType<typeof CityDomain.make>
  readonly roles: ReturnType<typeof RolesDomain.make>
  readonly visits: ReturnType<typeof VisitsDomain.make>
  readonly matching: ReturnType<typeof MatchingDomain.make>
  readonly partners: ReturnType<typeof MatchingDomain.partners>
  readonly recruitment: ReturnType<typeof RecruitmentDomain.make>
  readonly stays: ReturnType<typeof RecruitmentDomain.stays>
  readonly tenancy: ReturnType<typeof EconomyDomain.tenancy>
  readonly tax: ReturnType<typeof EconomyDomain.tax>
  readonly enterprises: ReturnType<typeof EconomyDomain.enterprises>
  readonly publications: ReturnType<typeof EconomyDomain.publications>
  readonly bodies: ReturnType<typeof CaseworkDomain.bodies>
  readonly cases: ReturnType<typeof CaseworkDomain.cases>
  readonly whistles: ReturnType<typeof CaseworkDomain.whistles>
  readonly deliveries: typeof DeliveryDomain.deliveries
  readonly audit: typeof AuditDomain.audit
}
type AnyDomain = Domains[keyof Domains]

const domains = (
  tenant: string,
  given: Profile.Profile | undefined,
  calendarOf: StationsDomain.CalendarOf
): Domains => {
  const city = CityDomain.make(tenant, given)
  const bodies = CaseworkDomain.bodies(city)
  return {
    ...StationsDomain.all(city, calendarOf),
    ...ProgrammesDomain.all(city),
    city,
    roles: RolesDomain.make(city),
    visits: VisitsDomain.make(city),
    matching: MatchingDomain.make(city),
    partners: MatchingDomain.partners(city),
    recruitment: RecruitmentDomain.make(city),
    stays: RecruitmentDomain.stays(city),
    tenancy: EconomyDomain.tenancy(city),
    tax: EconomyDomain.tax(city),
    enterprises: EconomyDomain.enterprises(city),
    publications: EconomyDomain.publications(city),
    bodies,
    cases: CaseworkDomain.cases(city, bodies),
    whistles: CaseworkDomain.whistles(city),
    deliveries: DeliveryDomain.deliveries,
    audit: AuditDomain.audit
  }
}

/** Everything a city can be asked to do. */
export type Command = Domain.CommandOf<AnyDomain>
/** Everything a city records. */
export type Event = Domain.EventOf<AnyDomain>
/** Every reason of a domain for which a city refuses. */
export type Failure = Domain.FailureOf<AnyDomain>

/** A city that is open: commands in, events out, views to ask. */
export interface Open extends Omit<Ledger.Ledger<Command, Event, Failure>, "view"> {
  readonly organisation: OrganisationDesk
  readonly roles: RolesDesk
  readonly visits: VisitsDesk
  readonly matching: MatchingDesk.MatchingDesk
  readonly recruitment: RecruitmentDesk.RecruitmentDesk
  readonly economy: EconomyDesk
  readonly casework: CaseworkDesk.CaseworkDesk<Ledger.DispatchError | Failure | CalendarMissing>
  readonly stations: StationsDesk.StationsDesk
  readonly programmes: ProgrammesDesk.ProgrammesDesk
  readonly deliveries: DeliveriesDesk
  readonly people: People.PeopleDesk<Ledger.DispatchError | Failure>
  /**
   * A place on a date with its four registers: Party bodies, occupancy, services done together, facilities (P-28).
   *
   * Shape: `undefined` when there is no such place then.
   */
  overview(place: Identifier.UnitId, on: CivilDate.CivilDate): Effect.Effect<Overview.Overview | undefined>
  /** The calendar of working days the profile names. Fails: `CalendarMissing`. */
  calendar(): Effect.Effect<WorkCalendar.WorkCalendar, CalendarMissing>
  /** The profile the city lives by. */
  profile(): Effect.Effect<Profile.Profile>
  /** The civil date of now, in the city's time zone. */
  today(): Effect.Effect<CivilDate.CivilDate>
}

/** The city as a service, for programs that depend on one. */
export class City extends Context.Service<City, Open>()("louyu/City") {}

/**
 * What a city is opened with.
 *
 * Shape: `profile` may be left out when the city adopted one earlier. A newer version of it is recorded with the first
 * command that changes something; opening writes nothing.
 */
export interface Options extends Ledger.Reporting {
  readonly tenant: string
  readonly profile?: Profile.Profile
  /** Calendars of working days besides `china`, by the names profiles know them by. */
  readonly calendars?: Readonly<Record<string, WorkCalendar.WorkCalendar>>
}

/** What keeps a city from being opened. */
export type OpenError = IdInvalid | LogError | ProfileRefusal | StoreError.StoreError

// What does not depend on the date is asked of any.
const anyDay = CivilDate.fromEpochDay(0)

/**
 * Opens the city of a tenant and reads its log.
 *
 * Fails: `ProfileMissing` when no profile is given and none was adopted; `ProfileForeign`, `ProfileOutdated`,
 * `ProfileAltered` or `ProfileUnsound` when the city cannot live by the one given; `EventTypeUnknown`, `EventTooNew`,
 * `EventUnreadable` or `StreamBroken` when the log cannot be read.
 * Cost: one `evolve` for each event of the tenant.
 */
export const open = Effect.fnUntraced(function* (
  options: Options
): Effect.fn.Return<Open, OpenError, EventStore.EventStore | Vault.Vault> {
  const { tenant, profile: given } = options
  const vault = yield* Vault.Vault
  const calendars = new Map(Object.entries({ china: WorkCalendar.china, ...options.calendars }))
  const all = domains(tenant, given, ({ calendar: name }) => calendars.get(name))
  const { city, roles } = all
  const ledger = yield* Ledger.open({ ...options, domains: Object.values<AnyDomain>({ ...all }) })
  const sight = (on: CivilDate.CivilDate) =>
    Effect.flatMap(ledger.view(city, on), ({ profile, organisation }) =>
      profile === undefined || organisation === undefined
        ? Effect.die(new Error("invariant: an open city has a profile"))
        : Effect.succeed({ profile, organisation })
    )
  const profile = () => Effect.map(sight(anyDay), (seen) => seen.profile)

  const { adopted } = yield* ledger.view(city, anyDay)
  if (given !== undefined) yield* Effect.fromResult(CityDomain.compare(adopted, given))
  else if (adopted === undefined) return yield* new ProfileMissing({ tenant })

  const organisation = (on: CivilDate.CivilDate) => Effect.map(sight(on), (seen) => seen.organisation)
  const show: Domain.Show = (domain) => () => ledger.view(domain, anyDay)
  const [rentRoll, enterprises, stays] = [show(all.tenancy), show(all.enterprises), show(all.stays)]
  const onRoles = (on: CivilDate.CivilDate) => ledger.view(roles, on)
  const logs = show(all.visits)
  const calendar = Effect.fnUntraced(function* () {
    const { calendar: name } = yield* profile()
    return calendars.get(name) ?? (yield* new CalendarMissing({ calendar: name, known: [...calendars.keys()] }))
  })

  // The domains behind the views are the city's own affair; the desks show them.
  const { view: _view, ...common } = ledger
  return {
    ...common,
    profile,
    today: Effect.fnUntraced(function* () {
      const { timeZone } = yield* profile()
      return CivilDate.fromInstant(yield* Clock.currentTimeMillis, timeZone)
    }),
    organisation: { on: organisation, version: () => ledger.version(CityDomain.stream) },
    roles: { on: onRoles },
    visits: { of: (care) => Effect.map(logs(), (all) => all.get(care) ?? VisitLog.initial), all: logs },
    matching: MatchingDesk.desk({
      lists: show(all.matching),
      partners: show(all.partners),
      organisation,
      enterprises,
      rentRoll
    }),
    recruitment: RecruitmentDesk.desk({ prospects: show(all.recruitment), stays, organisation, rentRoll }),
    economy: {
      rentRoll,
      taxation: show(all.tax),
      enterprises,
      publications: show(all.publications),
      settings: () => Effect.map(profile(), EconomyDomain.settings)
    },
    casework: CaseworkDesk.desk({
      cases: show(all.cases),
      bodies: show(all.bodies),
      whistles: show(all.whistles),
      settings: () => Effect.map(profile(), CaseworkDomain.settings),
      directory: (on) => Effect.map(onRoles(on), (seen) => seen.directory),
      organisation,
      calendar,
      record: ledger.dispatchAll
    }),
    stations: StationsDesk.desk(show, all, profile),
    programmes: ProgrammesDesk.desk(show, all, profile),
    deliveries: { channels: show(all.deliveries) },
    people: People.desk({ tenant: ledger.tenant, vault, roles: onRoles, record: ledger.dispatch }),
    overview: Effect.fnUntraced(function* (place, on) {
      const { lists } = yield* ledger.view(all.matching, anyDay)
      const registers = { rentRoll: yield* rentRoll(), stays: yield* stays(), lists }
      return Overview.of({ organisation: yield* organisation(on), ...registers }, place)
    }),
    calendar
  }
})

/** The city of a tenant as a service, open as long as the layer. Fails: like {@link open}. */
export const layer = (options: Options): Layer.Layer<City, OpenError, EventStore.EventStore | Vault.Vault> =>
  Layer.effect(City, open(options))
