import { Count, Instant, Period } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import type { Stretch } from "./OpenTimes.ts"
import * as State from "./PointState.ts"
import type { ItemId, PointId, StationId } from "./StationCode.ts"

/** Tells whether a device or desk is there at a moment, in service or not. */
export const isInstalled = ({ installed, removed }: State.Point, at: Instant.Instant): boolean =>
  installed.at <= at && (removed === undefined || at < removed)

/** Tells whether a device or desk is there and in service at a moment. */
export const isInService = (point: State.Point, at: Instant.Instant): boolean =>
  isInstalled(point, at) && !point.outages.some(({ from, to }) => from <= at && (to === undefined || at < to))

/** The items a device or desk is for at a moment, in service or not. */
export const itemsOf = (point: State.Point, at: Instant.Instant): ReadonlyArray<ItemId> =>
  isInstalled(point, at) ? (point.offers.findLast(({ from }) => from <= at)?.items ?? []) : []

/** An item of a station, and the devices and desks where it can be had now; none when it cannot. */
export interface Offered {
  readonly item: ItemId
  readonly at: ReadonlyArray<PointId>
}

/** Whether one can get to a device or desk at the moment that is asked about; always when nothing else is said. */
export type Reachable = (point: State.Point) => boolean
const always: Reachable = () => true

/**
 * The items of a station at a moment, by id, each with where it can be had.
 *
 * Shape: a device or desk that is out of service, or behind a door that is closed, offers nothing; its items stay.
 * Cost: O(devices and desks of the station x their items).
 * Source: H-23.
 */
export const offered = (
  state: State.State,
  station: StationId,
  at: Instant.Instant,
  reachable: Reachable = always
): ReadonlyArray<Offered> => {
  const items = new Map<ItemId, Array<PointId>>()
  for (const point of State.pointsOf(state, station)) {
    const serves = isInService(point, at) && reachable(point)
    for (const item of new Set(itemsOf(point, at))) {
      const points = items.get(item) ?? []
      if (serves) points.push(point.installed.point)
      items.set(item, points)
    }
  }
  return [...items].map(([item, points]) => ({ item, at: points })).toSorted((a, b) => (a.item < b.item ? -1 : 1))
}

/** The items of a station that can be had at a moment. Cost: as `offered`. */
export const available = (
  state: State.State,
  station: StationId,
  at: Instant.Instant,
  reachable: Reachable = always
): ReadonlyArray<ItemId> =>
  offered(state, station, at, reachable).flatMap((one) => (one.at.length > 0 ? [one.item] : []))

/** The items of a station that nothing in service offers at a moment. Cost: as `offered`. */
export const missing = (
  state: State.State,
  station: StationId,
  at: Instant.Instant,
  reachable: Reachable = always
): ReadonlyArray<ItemId> =>
  offered(state, station, at, reachable).flatMap((one) => (one.at.length === 0 ? [one.item] : []))

/**
 * The stations where all of some items can be had at a moment, so that one way is enough, by id.
 *
 * Cost: O(devices and desks of the city x their items). Source: H-24.
 */
export const oneStop = (
  state: State.State,
  items: ReadonlyArray<ItemId>,
  at: Instant.Instant,
  reachable: Reachable = always
): ReadonlyArray<StationId> =>
  [...HashMap.keys(state.byStation)]
    .filter((station) => {
      const here = new Set(available(state, station, at, reachable))
      return items.every((item) => here.has(item))
    })
    .toSorted()

/** The devices and desks at a station at a moment, in service or not. */
export const pointsAt = (state: State.State, station: StationId, at: Instant.Instant): ReadonlyArray<State.Point> =>
  State.pointsOf(state, station).filter((point) => isInstalled(point, at))

/** How long a device or desk was there, and in service. Shape: `share` is `undefined` when it was never there. */
export interface Availability {
  readonly minutesInstalled: number
  readonly minutesInService: number
  readonly share: number | undefined
}

/** How much of the time between two moments a device or desk was in service. Source: H-23. */
export const availability = (point: State.Point, { from, to }: Stretch): Availability => {
  const start = Math.max(from, point.installed.at)
  const stop = Math.min(to, point.removed ?? to)
  const installed = Math.max(0, stop - start)
  const out = point.outages.reduce(
    (sum, one) => sum + Math.max(0, Math.min(stop, one.to ?? stop) - Math.max(start, one.from)),
    0
  )
  return {
    minutesInstalled: installed / Instant.millisPerMinute,
    minutesInService: (installed - out) / Instant.millisPerMinute,
    share: installed === 0 ? undefined : (installed - out) / installed
  }
}

const opposite: Readonly<Record<Count.Qualifier, Count.Qualifier>> = {
  exact: "exact",
  about: "about",
  atLeast: "nearly",
  nearly: "atLeast"
}

// What is known of a number made of two others is what is known of their sum.
const joined = (a: Count.Qualifier, b: Count.Qualifier): Count.Qualifier =>
  Count.sum([
    { value: 0, qualifier: a },
    { value: 0, qualifier: b }
  ]).qualifier

/**
 * The minutes one use of an item saves; `undefined` when nobody said how long it takes.
 *
 * Shape: at least an hour before and nearly ten minutes now is at least fifty minutes saved. Source: H-23.
 */
export const minutesPerUse = (state: State.State, item: ItemId): Count.Count | undefined => {
  const known = State.item(state, item)
  const before = known?.minutesBefore
  const here = known?.minutesHere
  if (before === undefined || here === undefined) return undefined
  return { value: before.value - here.value, qualifier: joined(before.qualifier, opposite[here.qualifier]) }
}

/** What the use of devices and desks saved. */
export interface Saved {
  readonly uses: Count.Count
  readonly minutes: Count.Count
  /** Uses of which nobody knows what they saved. */
  readonly usesUnknown: Count.Count
}

/**
 * The minutes saved at a station, from the uses counted for times that lie wholly in a period.
 *
 * Shape: counts keep how exactly they are known. Cost: O(uses recorded at the station). Source: H-23, D-12, A-14.
 */
export const saved = (state: State.State, station: StationId, period: Period.Period): Saved => {
  const uses = State.pointsOf(state, station)
    .flatMap(State.usesOf)
    .filter((one) => Period.encloses(period, one))
  const known = uses.flatMap(({ item, uses: count }) => {
    const each = item === undefined ? undefined : minutesPerUse(state, item)
    return each === undefined
      ? []
      : [{ value: each.value * count.value, qualifier: joined(each.qualifier, count.qualifier) }]
  })
  const unknown = uses.filter(({ item }) => item === undefined || minutesPerUse(state, item) === undefined)
  return {
    uses: Count.sum(uses.map((one) => one.uses)),
    minutes: Count.sum(known),
    usesUnknown: Count.sum(unknown.map((one) => one.uses))
  }
}
