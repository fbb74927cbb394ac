import { type CivilDate, type Count, type Period, Timeline } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as HashSet from "effect/HashSet"
import * as Option from "effect/Option"
import type { SharedWindow } from "./FacilityCommand.ts"
import type * as Event from "./FacilityEvent.ts"
import type { AllocationId, FacilityId } from "./StationCode.ts"

type Date = CivilDate.CivilDate

/** An allocation, and until when it runs; without days when it was released before it began. */
export interface Allocation {
  readonly allocated: Event.SpacesAllocated
  readonly days: Period.Period | undefined
}

/** An allocation that runs on some days. */
export interface Running extends Allocation {
  readonly days: Period.Period
}

/** A facility with all that is known of it. */
export interface Facility {
  readonly registered: typeof Event.FacilityRegistered.Type
  readonly life: Period.Period
  readonly quantity: Timeline.Timeline<Count.Count>
  readonly windows: HashMap.HashMap<string, Timeline.Timeline<ReadonlyArray<SharedWindow>>>
  readonly allocations: HashMap.HashMap<AllocationId, Allocation>
  /** Those that run on any day, the ones that end first before others. */
  readonly byEnd: ReadonlyArray<Running>
  /** Everything that was recorded, so that what is said again is no news. */
  readonly told: HashSet.HashSet<Event.Event>
}

/** The facilities of a city. Immutable. */
export interface State {
  readonly facilities: HashMap.HashMap<FacilityId, Facility>
}

/** A city without facilities. */
export const initial: State = { facilities: HashMap.empty() }

const get = <K, V>(map: HashMap.HashMap<K, V>, key: K): V | undefined => Option.getOrUndefined(HashMap.get(map, key))

/** A facility, open or not. */
export const facility = (state: State, id: FacilityId): Facility | undefined => get(state.facilities, id)

/** Every facility that ever was, in no order. */
export const facilities = (state: State): Iterable<Facility> => HashMap.values(state.facilities)

/** An allocation, running or not. */
export const allocation = ({ allocations }: Facility, id: AllocationId): Allocation | undefined => get(allocations, id)

const runsOn = (to: Date | undefined, date: Date): boolean => to === undefined || to > date

// The place of the first that runs on a date or later.
const placeOf = (all: ReadonlyArray<Running>, date: Date): number => {
  let low = 0
  let high = all.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (runsOn(all[middle]?.days.to, date)) high = middle
    else low = middle + 1
  }
  return low
}

/** The allocations that run on any day from a date on. Cost: O(log n + those that do). */
export const runningFrom = ({ byEnd }: Facility, date: Date): ReadonlyArray<Running> =>
  byEnd.slice(placeOf(byEnd, date))

/** When a facility is for an audience, from date to date. */
export const windowsFor = ({ windows }: Facility, audience: string): Timeline.Timeline<ReadonlyArray<SharedWindow>> =>
  get(windows, audience) ?? []

/** The days from a date on, as long as the facility is there. */
export const since = ({ life }: Facility, from: Date): Period.Period =>
  life.to === undefined ? { from } : { from, to: life.to }

const registering = (registered: typeof Event.FacilityRegistered.Type): Facility => ({
  registered,
  life: { from: registered.from },
  quantity: Timeline.since(registered.from, registered.quantity),
  windows: HashMap.empty(),
  allocations: HashMap.empty(),
  byEnd: [],
  told: HashSet.empty()
})

const released = ({ allocated, days }: Allocation, from: Date): Allocation => ({
  allocated,
  days: days === undefined || from <= days.from ? undefined : { from: days.from, to: from }
})

const entered = (all: ReadonlyArray<Running>, one: Allocation): ReadonlyArray<Running> => {
  const { allocated, days } = one
  if (days === undefined) return all
  const place = days.to === undefined ? all.length : placeOf(all, days.to)
  const next = all.slice()
  next.splice(place, 0, { allocated, days })
  return next
}

const left = (all: ReadonlyArray<Running>, one: Allocation): ReadonlyArray<Running> =>
  all.filter(({ allocated }) => allocated.allocation !== one.allocated.allocation)

/** Puts an allocation in the place of what was known of it, if anything was. */
const allocate = (known: Facility, one: Allocation): Facility => {
  const { allocation: id } = one.allocated
  const before = allocation(known, id)
  const others = before === undefined ? known.byEnd : left(known.byEnd, before)
  return { ...known, allocations: HashMap.set(known.allocations, id, one), byEnd: entered(others, one) }
}

const turn = (known: Facility, event: Event.Event): Facility => {
  switch (event._tag) {
    case "FacilityRegistered":
      return known
    case "FacilityResized":
      return { ...known, quantity: Timeline.set(known.quantity, since(known, event.from), event.quantity) }
    case "FacilityClosed":
      return {
        ...known,
        life: { from: known.life.from, to: event.to },
        quantity: Timeline.endAt(known.quantity, event.to),
        windows: HashMap.map(known.windows, (windows) => Timeline.endAt(windows, event.to))
      }
    case "SharedWindowsSet": {
      const next = Timeline.set(windowsFor(known, event.audience), since(known, event.from), event.shared)
      return { ...known, windows: HashMap.set(known.windows, event.audience, next) }
    }
    case "SpacesAllocated": {
      const { from, to } = event
      return allocate(known, { allocated: event, days: to === undefined ? { from } : { from, to } })
    }
    case "SpacesReleased": {
      const one = allocation(known, event.allocation)
      return one === undefined ? known : allocate(known, released(one, event.from))
    }
  }
}

/** Adds a fact to the facilities. Cost: O(log n), and O(k) for one of k allocations of a facility. */
export const evolve = (state: State, event: Event.Event): State => {
  const known = event._tag === "FacilityRegistered" ? registering(event) : facility(state, event.facility)
  if (known === undefined) throw new Error(`invariant: ${event.facility} is registered`)
  const next = turn(known, event)
  return {
    facilities: HashMap.set(state.facilities, event.facility, { ...next, told: HashSet.add(next.told, event) })
  }
}
