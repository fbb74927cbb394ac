import { type CivilDate, type Identifier, type Period, Timeline } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as Option from "effect/Option"
import type { Area } from "./Area.ts"
import type { LeaseId, Part } from "./Lease.ts"
import type { SpaceId } from "./Space.ts"
import type {
  LeaseAnnulled,
  LeaseEnded,
  LeaseSigned,
  LeavingIntended,
  ResidenceDeclared,
  SpaceRegistered,
  TenancyEvent
} from "./TenancyEvent.ts"

type Date = CivilDate.CivilDate
type UnitId = Identifier.UnitId

/** What a lease takes of a space, and until when. */
export interface Let {
  readonly signed: LeaseSigned
  readonly share: Area | undefined
  readonly to: Date | undefined
}

/** A space with its areas over time, the days it is withdrawn, and everything it was let for, oldest first. */
export interface SpaceKnown {
  readonly registered: SpaceRegistered
  readonly life: Period.Period
  readonly area: Timeline.Timeline<Area>
  readonly withdrawn: Timeline.Timeline<string>
  readonly lets: ReadonlyArray<Let>
  readonly history: ReadonlyArray<TenancyEvent>
}

/** A lease with what became of it. */
export interface LeaseKnown {
  readonly signed: LeaseSigned
  readonly to: Date | undefined
  readonly ended: LeaseEnded | undefined
  readonly annulled: LeaseAnnulled | undefined
  /** What happened after it was signed, as it was told. */
  readonly history: ReadonlyArray<TenancyEvent>
}

/** A chain grows at its head without being copied, however long it is. */
export interface Link<A> {
  readonly value: A
  readonly next: Link<A> | undefined
}

/** The spaces of a city, who uses them, and where tenants are registered and taxed, with the whole history. Immutable. */
export interface RentRoll {
  readonly spaces: HashMap.HashMap<SpaceId, SpaceKnown>
  readonly leases: HashMap.HashMap<LeaseId, LeaseKnown>
  readonly byPlace: HashMap.HashMap<UnitId, Link<SpaceId>>
  readonly byTenant: HashMap.HashMap<UnitId, Link<LeaseId>>
  readonly residence: HashMap.HashMap<UnitId, ReadonlyArray<ResidenceDeclared>>
}

/** The roll nobody wrote in yet. */
export const initial: RentRoll = {
  spaces: HashMap.empty(),
  leases: HashMap.empty(),
  byPlace: HashMap.empty(),
  byTenant: HashMap.empty(),
  residence: HashMap.empty()
}

const get = <K, V>(map: HashMap.HashMap<K, V>, key: K): V | undefined => Option.getOrUndefined(HashMap.get(map, key))

const add = <K, A>(map: HashMap.HashMap<K, Link<A>>, key: K, value: A): HashMap.HashMap<K, Link<A>> =>
  HashMap.set(map, key, { value, next: get(map, key) })

const all = <A>(chain: Link<A> | undefined): ReadonlyArray<A> => {
  const values: Array<A> = []
  for (let link = chain; link !== undefined; link = link.next) values.push(link.value)
  return values.reverse()
}

/** A space. Cost: O(log n). */
export const space = (roll: RentRoll, id: SpaceId): SpaceKnown | undefined => get(roll.spaces, id)

/** A lease, annulled ones too. Cost: O(log n). */
export const lease = (roll: RentRoll, id: LeaseId): LeaseKnown | undefined => get(roll.leases, id)

/** The spaces that were ever in one place itself, in the order they were entered. Cost: O(answer). */
export const spacesAt = (roll: RentRoll, place: UnitId): ReadonlyArray<SpaceKnown> =>
  all(get(roll.byPlace, place)).flatMap((id) => space(roll, id) ?? [])

/** Every space of some places, or of all when none are named. Shape: a place named twice counts once. Cost: O(answer). */
export const spaces = (roll: RentRoll, places?: Iterable<UnitId>): ReadonlyArray<SpaceKnown> =>
  places === undefined
    ? [...HashMap.values(roll.spaces)]
    : [...new Set(places)].flatMap((place) => spacesAt(roll, place))

/** The leases of a tenant, as they were entered. Shape: annulled ones are left out. Cost: O(answer). */
export const leasesOf = (roll: RentRoll, tenant: UnitId): ReadonlyArray<LeaseKnown> =>
  all(get(roll.byTenant, tenant)).flatMap((id) => {
    const known = lease(roll, id)
    return known === undefined || known.annulled !== undefined ? [] : known
  })

/** Everything that was ever said about where a tenant is registered and taxed. */
export const residence = (roll: RentRoll, tenant: UnitId): ReadonlyArray<ResidenceDeclared> =>
  get(roll.residence, tenant) ?? []

const openEnd = (from: Date, to: Date | undefined): Period.Period => (to === undefined ? { from } : { from, to })

/** The days a lease takes a space. */
export const daysOf = ({ signed, to }: Pick<Let, "signed" | "to">): Period.Period => openEnd(signed.from, to)

/** Tells whether a space is let under a lease on any day of a period. */
export const isLetIn = ({ signed, to }: Let, period: Period.Period): boolean =>
  (to === undefined || period.from < to) && (period.to === undefined || signed.from < period.to)

/** Tells whether a space is let under a lease on a day. */
export const isLetOn = ({ signed, to }: Let, on: Date): boolean => signed.from <= on && (to === undefined || on < to)

/** The intention to leave that stands on a date. Shape: an extension agreed on later takes it back. Source: R4-17. */
export const intention = ({ history }: LeaseKnown, on: Date): LeavingIntended | undefined => {
  let last: TenancyEvent | undefined
  let told: Date | undefined
  for (const one of history) {
    if (one._tag !== "LeavingIntended" && one._tag !== "StayingDecided" && one._tag !== "LeaseExtended") continue
    if (one.on > on || (told !== undefined && one.on < told)) continue
    last = one
    told = one.on
  }
  return last?._tag === "LeavingIntended" ? last : undefined
}

// Every date has the area that was told last for it, whatever the order of telling.
const areas = ({ registered, history }: Pick<SpaceKnown, "registered" | "history">): Timeline.Timeline<Area> => {
  const measured = new Map<Date, { readonly area: Area; readonly on: Date | undefined }>()
  measured.set(registered.from, { area: registered.area, on: undefined })
  for (const one of history) {
    if (one._tag !== "SpaceRemeasured") continue
    const before = measured.get(one.from)?.on
    if (before === undefined || before <= one.on) measured.set(one.from, one)
  }
  const days = [...measured.entries()].sort(([a], [b]) => (a < b ? -1 : 1))
  return days.reduce((timeline, [from, { area }]) => Timeline.set(timeline, { from }, area), Timeline.empty<Area>())
}

const register = (roll: RentRoll, registered: SpaceRegistered): RentRoll => {
  const { space: id, place, from, to } = registered
  const life = openEnd(from, to)
  const made = { registered, life, withdrawn: [], lets: [], history: [] }
  return {
    ...roll,
    spaces: HashMap.set(roll.spaces, id, { ...made, area: areas(made) }),
    byPlace: add(roll.byPlace, place, id)
  }
}

const change = (roll: RentRoll, id: SpaceId, f: (known: SpaceKnown) => SpaceKnown): RentRoll => ({
  ...roll,
  spaces: HashMap.modify(roll.spaces, id, f)
})

const told = (known: SpaceKnown, event: TenancyEvent): SpaceKnown => ({ ...known, history: [...known.history, event] })

const isBefore = (a: LeaseSigned, b: LeaseSigned): boolean =>
  a.from < b.from || (a.from === b.from && a.lease < b.lease)

const book = (known: SpaceKnown, signed: LeaseSigned, { area }: Part): SpaceKnown => {
  let at = 0
  for (let end = known.lets.length; at < end; ) {
    const middle = (at + end) >>> 1
    const other = known.lets[middle]?.signed
    if (other !== undefined && isBefore(other, signed)) at = middle + 1
    else end = middle
  }
  return { ...known, lets: known.lets.toSpliced(at, 0, { signed, share: area, to: signed.to }) }
}

const sign = (roll: RentRoll, signed: LeaseSigned): RentRoll => {
  const made: LeaseKnown = { signed, to: signed.to, ended: undefined, annulled: undefined, history: [] }
  const entered: RentRoll = {
    ...roll,
    leases: HashMap.set(roll.leases, signed.lease, made),
    byTenant: add(roll.byTenant, signed.tenant, signed.lease)
  }
  return signed.spaces.reduce((next, part) => change(next, part.space, (known) => book(known, signed, part)), entered)
}

// What happens to a lease, and what that makes of the days its spaces are let.
const turn = (
  roll: RentRoll,
  id: LeaseId,
  event: TenancyEvent,
  fields: Partial<LeaseKnown> = {},
  lets?: (one: Let) => ReadonlyArray<Let>
): RentRoll => {
  const known = lease(roll, id)
  if (known === undefined) return roll
  const next = { ...known, ...fields, history: [...known.history, event] }
  const turned = { ...roll, leases: HashMap.set(roll.leases, id, next) }
  if (lets === undefined) return turned
  return known.signed.spaces.reduce(
    (now, part) =>
      change(now, part.space, (one) => ({
        ...one,
        lets: one.lets.flatMap((taken) => (taken.signed.lease === id ? lets(taken) : taken))
      })),
    turned
  )
}

/** Adds a fact to a rent roll. Cost: O(log n + leases of the spaces it is about). */
export const evolve = (roll: RentRoll, event: TenancyEvent): RentRoll => {
  switch (event._tag) {
    case "SpaceRegistered":
      return register(roll, event)
    case "SpaceRemeasured":
      return change(roll, event.space, (known) => {
        const next = told(known, event)
        return { ...next, area: areas(next) }
      })
    case "SpaceWithdrawn": {
      const { from, to, reason } = event
      return change(roll, event.space, (known) => ({
        ...told(known, event),
        withdrawn: Timeline.set(known.withdrawn, openEnd(from, to), reason)
      }))
    }
    case "SpaceOffered":
      return change(roll, event.space, (known) => ({
        ...told(known, event),
        withdrawn: Timeline.endAt(known.withdrawn, event.from)
      }))
    case "SpaceClosed":
      return change(roll, event.space, (known) => ({
        ...told(known, event),
        life: { from: known.life.from, to: event.to }
      }))
    case "LeaseSigned":
      return sign(roll, event)
    case "LeaseExtended": {
      const { to } = event
      return turn(roll, event.lease, event, { to, ended: undefined }, (one) => [{ ...one, to }])
    }
    case "LeaseEnded": {
      const { to } = event
      return turn(roll, event.lease, event, { to, ended: event }, (one) => [{ ...one, to }])
    }
    case "LeaseAnnulled":
      return turn(roll, event.lease, event, { annulled: event }, () => [])
    case "LeavingIntended":
    case "StayingDecided":
      return turn(roll, event.lease, event)
    case "ResidenceDeclared":
      return {
        ...roll,
        residence: HashMap.set(roll.residence, event.tenant, [...residence(roll, event.tenant), event])
      }
  }
}
