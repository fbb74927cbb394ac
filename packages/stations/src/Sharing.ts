import {
  CivilDate,
  Count,
  type Identifier,
  Instant,
  type KernelError,
  Period,
  Timeline,
  TimeWindow,
  WorkCalendar
} from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Days from "./Days.ts"
import type { SpacesAllocated } from "./FacilityEvent.ts"
import * as State from "./FacilityState.ts"
import * as Capacity from "./facility/Capacity.ts"

type Date = CivilDate.CivilDate
type Calendar = WorkCalendar.WorkCalendar
type Answer<A> = Result.Result<A, KernelError.CalendarYearUnknown>

const classOn = (calendar: Calendar, date: Date): Answer<Days.DayClass> =>
  Result.map(WorkCalendar.dayOn(calendar, date), ({ kind }) => ({ weekday: CivilDate.weekday(date), kind }))

/** When a facility is for an audience on a date, in order. Fails: `CalendarYearUnknown`. Source: H-15. */
export const windowsOn = (
  facility: State.Facility,
  audience: string,
  calendar: Calendar,
  date: Date
): Answer<TimeWindow.TimeWindows> =>
  Result.map(classOn(calendar, date), (day) =>
    (Timeline.at(State.windowsFor(facility, audience), date) ?? [])
      .filter(({ days }) => Days.has(days, day))
      .flatMap(({ windows }) => windows)
      .toSorted((a, b) => (a.open < b.open ? -1 : 1))
  )

/** What is allocated at a moment, and what is left of what is there for sure. */
export interface Use {
  readonly allocations: ReadonlyArray<SpacesAllocated>
  readonly allocated: number
  readonly capacity: number
  readonly left: number
}

/** How much of a facility is allocated at a moment. Fails: `CalendarYearUnknown`. Cost: O(allocations that have not ended). Source: H-15. */
export const at = (facility: State.Facility, calendar: Calendar, moment: Instant.Instant): Answer<Use> => {
  const date = Instant.dateOf(moment, calendar)
  const minute = Instant.minuteOf(moment, calendar)
  return Result.map(classOn(calendar, date), (day) => {
    const allocations = State.runningFrom(facility, date)
      .filter(({ days, allocated: { days: on, window } }) => {
        if (!Period.contains(days, date) || !Days.has(on, day)) return false
        return TimeWindow.minuteOf(window.open) <= minute && minute < TimeWindow.minuteOf(window.close)
      })
      .map(({ allocated }) => allocated)
      .toSorted((a, b) => (a.allocation < b.allocation ? -1 : 1))
    const quantity = Timeline.at(facility.quantity, date)
    const capacity = quantity === undefined ? 0 : (Capacity.firm(quantity) ?? 0)
    const allocated = allocations.reduce((sum, { spaces }) => sum + spaces, 0)
    return { allocations, allocated, capacity, left: capacity - allocated }
  })
}

/** How many of a kind there are in an area. */
export interface Counted {
  readonly kind: string
  readonly area: Identifier.UnitId | undefined
  readonly facilities: number
  readonly quantity: Count.Count
}

/**
 * Counts the facilities of a date by kind, and by the area their place lies in.
 *
 * Shape: `areaOf` gives the cluster or building of a place, `undefined` puts it with the rest; quantities keep how
 * exactly they are known. Cost: O(n log n). Source: H-14, G-05.
 */
export const census = (
  state: State.State,
  on: Date,
  areaOf: (place: Identifier.UnitId) => Identifier.UnitId | undefined = () => undefined
): ReadonlyArray<Counted> => {
  const groups = new Map<string, { kind: string; area: Identifier.UnitId | undefined; counts: Array<Count.Count> }>()
  for (const { registered, quantity } of State.facilities(state)) {
    const now = Timeline.at(quantity, on)
    if (now === undefined) continue
    const area = areaOf(registered.place)
    const key = `${registered.kind} ${area ?? ""}`
    const group = groups.get(key) ?? { kind: registered.kind, area, counts: [] }
    group.counts.push(now)
    groups.set(key, group)
  }
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { kind, area, counts }]) => ({ kind, area, facilities: counts.length, quantity: Count.sum(counts) }))
}
