import { CivilDate, type Identifier, WorkCalendar } from "@louyu/kernel"
import { type EventStore, type StoreError, Vault } from "@louyu/ports"
import type { Profile } from "@louyu/profiles"
import { VisitLog } from "@louyu/roles"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as CaseworkDesk from "./CaseworkDesk.ts"
import * as CaseworkDomain from "./CaseworkDomain.ts"
import * as CityDomain from "./CityDomain.ts"
import { CalendarMissing, type IdInvalid, type LogError, ProfileMissing, type ProfileRefusal } from "./CityError.ts"
import type * as Desks from "./Desks.ts"
import type * as Domain from "./Domain.ts"
import * as Domains from "./Domains.ts"
import * as EconomyDomain from "./EconomyDomain.ts"
import * as Ledger from "./Ledger.ts"
import * as MatchingDesk from "./MatchingDesk.ts"
import * as Overview from "./Overview.ts"
import * as People from "./People.ts"
import * as ProgrammesDesk from "./ProgrammesDesk.ts"
import * as RecruitmentDesk from "./RecruitmentDesk.ts"
import * as StationsDesk from "./StationsDesk.ts"

/** Everything a city can be asked to do. */
export type Command = Domain.CommandOf<Domains.AnyDomain>
/** Everything a city records. */
export type Event = Domain.EventOf<Domains.AnyDomain>
/** Every reason of a domain for which a city refuses. */
export type Failure = Domain.FailureOf<Domains.AnyDomain>

/** A city that is open: commands in, events out, views to ask. */
export interface Open extends Omit<Ledger.Ledger<Command, Event, Failure>, "view"> {
  readonly organisation: Desks.OrganisationDesk
  readonly roles: Desks.RolesDesk
  readonly visits: Desks.VisitsDesk
  readonly matching: MatchingDesk.MatchingDesk
  readonly recruitment: RecruitmentDesk.RecruitmentDesk
  readonly economy: Desks.EconomyDesk
  readonly casework: CaseworkDesk.CaseworkDesk<Ledger.DispatchError | Failure | CalendarMissing>
  readonly stations: StationsDesk.StationsDesk
  readonly programmes: ProgrammesDesk.ProgrammesDesk
  readonly deliveries: Desks.DeliveriesDesk
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
  const all = Domains.make(tenant, given, ({ calendar: name }) => calendars.get(name))
  const { city, roles } = all
  const ledger = yield* Ledger.open({ ...options, domains: Object.values<Domains.AnyDomain>({ ...all }) })
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
