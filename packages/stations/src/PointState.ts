import type { Instant } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as HashSet from "effect/HashSet"
import * as Option from "effect/Option"
import type * as Event from "./PointEvent.ts"
import type { ItemId, PointId, StationId } from "./StationCode.ts"

/** A time during which a device or desk was out of service; without `to` it still is. */
export interface Outage {
  readonly from: Instant.Instant
  readonly to?: Instant.Instant
  readonly reason: string
}

/** What a device or desk offers from a moment on. */
export interface Offer {
  readonly from: Instant.Instant
  readonly items: ReadonlyArray<ItemId>
}

/** How often a device or desk was used. */
export type Used = typeof Event.PointUseRecorded.Type

/** A device or desk with all that is known of it. Shape: outages and offers in order of time, outages share no moment. */
export interface Point {
  readonly installed: typeof Event.ServicePointInstalled.Type
  readonly removed: Instant.Instant | undefined
  readonly outages: ReadonlyArray<Outage>
  readonly offers: ReadonlyArray<Offer>
  /** The uses that were counted, by item, those of all it offers under no name; each list in order of time, none share a day. */
  readonly uses: HashMap.HashMap<string, ReadonlyArray<Used>>
  /** The last moment at which something changed. */
  readonly last: Instant.Instant
  /** Everything that was recorded, so that what is said again is no news. */
  readonly told: HashSet.HashSet<Event.Event>
}

/** The devices and desks of a city, and the items they can offer. Immutable. */
export interface State {
  readonly points: HashMap.HashMap<PointId, Point>
  readonly byStation: HashMap.HashMap<StationId, ReadonlyArray<PointId>>
  readonly items: HashMap.HashMap<ItemId, typeof Event.ServiceItemListed.Type>
  readonly listed: HashSet.HashSet<Event.Event>
}

/** A city without devices and desks. */
export const initial: State = {
  points: HashMap.empty(),
  byStation: HashMap.empty(),
  items: HashMap.empty(),
  listed: HashSet.empty()
}

const get = <K, V>(map: HashMap.HashMap<K, V>, key: K): V | undefined => Option.getOrUndefined(HashMap.get(map, key))

/** A device or desk, there or not. */
export const point = (state: State, id: PointId): Point | undefined => get(state.points, id)

/** Every device and desk that ever was, in no order. */
export const points = (state: State): Iterable<Point> => HashMap.values(state.points)

/** The devices and desks that ever were at a station, in the order they came. */
export const pointsOf = (state: State, station: StationId): ReadonlyArray<Point> =>
  (get(state.byStation, station) ?? []).flatMap((id) => point(state, id) ?? [])

/** What is known of an item. */
export const item = (state: State, id: ItemId): typeof Event.ServiceItemListed.Type | undefined => get(state.items, id)

/** The outage a device or desk is in after all that is known; `undefined` when it is in service. */
export const outage = ({ outages }: Point): Outage | undefined => {
  const last = outages.at(-1)
  return last === undefined || last.to !== undefined ? undefined : last
}

const anyItem = ""

// The place of the first uses that end after a day.
const placeOf = (uses: ReadonlyArray<Used>, day: Used["from"]): number => {
  let low = 0
  let high = uses.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((uses[middle]?.to ?? day) <= day) low = middle + 1
    else high = middle
  }
  return low
}

const counted = ({ uses }: Point, event: Used): Point["uses"] => {
  const key = event.item ?? anyItem
  const before = get(uses, key) ?? []
  return HashMap.set(uses, key, before.toSpliced(placeOf(before, event.from), 0, event))
}

/** Everything that was counted of a device or desk. Cost: O(n). */
export const usesOf = ({ uses }: Point): ReadonlyArray<Used> => [...HashMap.values(uses)].flat()

/**
 * What is counted already of an item, or of all, on any of some days: uses of one item are among the uses of all.
 *
 * Cost: O(log n) for an item, that for each item for all of them.
 */
export const countedIn = (
  { uses }: Point,
  item: ItemId | undefined,
  { from, to }: { readonly from: Used["from"]; readonly to: Used["to"] }
): Used | undefined => {
  const lists = item === undefined ? HashMap.values(uses) : [get(uses, item) ?? [], get(uses, anyItem) ?? []]
  for (const list of lists) {
    const found = list[placeOf(list, from)]
    if (found !== undefined && found.from < to) return found
  }
  return undefined
}

const install = (state: State, installed: typeof Event.ServicePointInstalled.Type): State => {
  const { point: id, station, items, at } = installed
  const made: Point = {
    installed,
    removed: undefined,
    outages: [],
    offers: [{ from: at, items }],
    uses: HashMap.empty(),
    last: at,
    told: HashSet.make<[Event.Event]>(installed)
  }
  return {
    ...state,
    points: HashMap.set(state.points, id, made),
    byStation: HashMap.set(state.byStation, station, [...(get(state.byStation, station) ?? []), id])
  }
}

type Turning = Exclude<Event.Event, { readonly _tag: "ServiceItemListed" | "ServicePointInstalled" }>

const ended = (outages: ReadonlyArray<Outage>, at: Instant.Instant): ReadonlyArray<Outage> =>
  outages.map((one) => (one.to === undefined ? { ...one, to: at } : one))

const turn = (known: Point, event: Turning): Point => {
  switch (event._tag) {
    case "PointItemsAssigned":
      return { ...known, offers: [...known.offers, { from: event.at, items: event.items }], last: event.at }
    case "ServicePointFailed":
      return { ...known, outages: [...known.outages, { from: event.at, reason: event.reason }], last: event.at }
    case "ServicePointRestored":
      return { ...known, outages: ended(known.outages, event.at), last: event.at }
    case "ServicePointRemoved":
      return { ...known, removed: event.at, outages: ended(known.outages, event.at), last: event.at }
    case "PointUseRecorded":
      return { ...known, uses: counted(known, event) }
  }
}

/** Adds a fact to the devices, desks and items. Cost: O(log n + what is known of the one it is about). */
export const evolve = (state: State, event: Event.Event): State => {
  if (event._tag === "ServicePointInstalled") return install(state, event)
  if (event._tag === "ServiceItemListed") {
    return {
      ...state,
      items: HashMap.set(state.items, event.item, event),
      listed: HashSet.add(state.listed, event)
    }
  }
  const known = point(state, event.point)
  if (known === undefined) throw new Error(`invariant: ${event.point} is installed`)
  const next = { ...turn(known, event), told: HashSet.add(known.told, event) }
  return { ...state, points: HashMap.set(state.points, event.point, next) }
}
