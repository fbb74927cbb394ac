import { CivilDate } from "@louyu/kernel"
import type { View } from "@louyu/organisation"
import type { EventStore, StoreError } from "@louyu/ports"
import type { Profile } from "@louyu/profiles"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as CityDomain from "./CityDomain.ts"
import { type IdInvalid, type LogError, ProfileMissing, type ProfileRefusal } from "./CityError.ts"
import * as Ledger from "./Ledger.ts"

/** The organisation of a city, as far as it was read. */
export interface OrganisationDesk {
  /** The organisation on a date. Cost: made once for a version and a date, then shared. */
  on(date: CivilDate.CivilDate): Effect.Effect<View.View>
  /** How many facts are known of the organisation: what `expectedVersion` is compared with. */
  version(): Effect.Effect<number>
}

/** A city that is open: commands in, events out, views to ask. */
export interface Open extends Omit<Ledger.LedgerOf<ReturnType<typeof CityDomain.make>>, "view"> {
  readonly organisation: OrganisationDesk
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
): Effect.fn.Return<Open, OpenError, EventStore.EventStore> {
  const { tenant, profile: given } = options
  const domain = CityDomain.make(tenant, given)
  const ledger = yield* Ledger.open({ ...options, domains: [domain] })
  const sight = (on: CivilDate.CivilDate) =>
    Effect.flatMap(ledger.view(domain, on), ({ profile, organisation }) =>
      profile === undefined || organisation === undefined
        ? Effect.die(new Error("invariant: an open city has a profile"))
        : Effect.succeed({ profile, organisation })
    )
  const profile = () => Effect.map(sight(anyDay), (seen) => seen.profile)

  const { adopted } = yield* ledger.view(domain, anyDay)
  if (given !== undefined) yield* Effect.fromResult(CityDomain.compare(adopted, given))
  else if (adopted === undefined) return yield* new ProfileMissing({ tenant })

  // The domain behind the view is the city's own affair; the desk shows it.
  const { view: _view, ...common } = ledger
  return {
    ...common,
    profile,
    today: Effect.fnUntraced(function* () {
      const { timeZone } = yield* profile()
      return CivilDate.fromInstant(yield* Clock.currentTimeMillis, timeZone)
    }),
    organisation: {
      on: (date) => Effect.map(sight(date), (seen) => seen.organisation),
      version: () => ledger.version(CityDomain.stream)
    }
  }
})

/** The city of a tenant as a service, open as long as the layer. Fails: like {@link open}. */
export const layer = (options: Options): Layer.Layer<City, OpenError, EventStore.EventStore> =>
  Layer.effect(City, open(options))
