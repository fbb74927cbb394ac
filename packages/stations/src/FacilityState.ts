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

/** A facility with all that is known of it. */
export interface Facility {
  readonly registered: typeof Event.FacilityRegistered.Type
  readonly life: Period.Period
  readonly quantity: Timeline.Timeline<Count.Count>
  readonly windows: HashMap.HashMap<string, Timeline.Timeline<ReadonlyArray<SharedWindow>>>
  readonly allocations: HashMap.HashMap<AllocationId, Allocation>
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
  told: HashSet.empty()
})

const released = ({ allocated, days }: Allocation, from: Date): Allocation => ({
  allocated,
  days: days === undefined || from <= days.from ? undefined : { from: days.from, to: from }
})

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
      const { allocation: id, from, to } = event
      const days = to === undefined ? { from } : { from, to }
      return { ...known, allocations: HashMap.set(known.allocations, id, { allocated: event, days }) }
    }
    case "SpacesReleased":
      return {
        ...known,
        allocations: HashMap.modify(known.allocations, event.allocation, (one) => released(one, event.from))
      }
  }
}

/** Adds a fact to the facilities. Cost: O(log n). */
export const evolve = (state: State, event: Event.Event): State => {
  const known = event._tag === "FacilityRegistered" ? registering(event) : facility(state, event.facility)
  if (known === undefined) throw new Error(`invariant: ${event.facility} is registered`)
  const next = turn(known, event)
  return {
    facilities: HashMap.set(state.facilities, event.facility, { ...next, told: HashSet.add(next.told, event) })
  }
}
