import { type CivilDate, type Count, Period, Timeline, TimeWindow } from "@louyu/kernel"
import * as Days from "../Days.ts"
import type { Allocation } from "../FacilityState.ts"

type Date = CivilDate.CivilDate

/** How many can be allocated: what is there for sure. */
export const firm = ({ value, qualifier }: Count.Count): number | undefined =>
  qualifier === "exact" || qualifier === "atLeast" ? value : undefined

/** The part of all times that is looked at. */
export interface Focus {
  readonly days: Days.Days
  readonly window: TimeWindow.TimeWindow
  readonly period: Period.Period
}

/** A time at which more is allocated than there is. Shape: `on` is the first day from which it can come. */
export interface Excess {
  readonly on: Date
  readonly weekday: number
  readonly minute: number
  readonly spaces: number
  readonly capacity: number
}

interface Running {
  readonly days: Period.Period
  readonly of: Allocation["allocated"]
}

const within = (allocations: Iterable<Allocation>, focus: Focus): ReadonlyArray<Running> => {
  const found: Array<Running> = []
  const { open, close } = focus.window
  for (const { allocated, days } of allocations) {
    const shared = days === undefined ? undefined : Period.intersect(days, focus.period)
    if (shared === undefined || allocated.window.open >= close || open >= allocated.window.close) continue
    if (Days.meet(allocated.days, focus.days)) found.push({ days: shared, of: allocated })
  }
  return found
}

// The periods in which neither an allocation nor the capacity changes, in order.
const segments = (
  running: ReadonlyArray<Running>,
  capacity: Timeline.Timeline<number>,
  { from, to }: Period.Period
): ReadonlyArray<Period.Period> => {
  const bounds = [...running.map(({ days }) => days), ...capacity].flatMap((one) => [one.from, one.to ?? one.from])
  const inside = bounds.filter((day) => from < day && (to === undefined || day < to))
  const starts = [...new Set([from, ...inside])].toSorted()
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? to
    return end === undefined ? { from: start } : { from: start, to: end }
  })
}

// The fullest minute of a sort of day: a sum over the minutes at which something begins or ends.
const fullest = (running: ReadonlyArray<Running>): { readonly minute: number; readonly spaces: number } => {
  const steps = running
    .flatMap(({ of: { window, spaces } }) => [
      { minute: TimeWindow.minuteOf(window.open), spaces },
      { minute: TimeWindow.minuteOf(window.close), spaces: -spaces }
    ])
    .toSorted((a, b) => a.minute - b.minute || a.spaces - b.spaces)
  let now = 0
  let most = { minute: 0, spaces: 0 }
  for (const { minute, spaces } of steps) {
    now += spaces
    if (now > most.spaces) most = { minute, spaces: now }
  }
  return most
}

/**
 * The first time in focus at which more is allocated than there is; `undefined` when that cannot be.
 *
 * Shape: on a day the calendar does not know yet everything can come that can come on its weekday.
 * Cost: O(k) when all of k allocations in focus fit at once, else O(k² log k).
 */
export const excess = (
  allocations: Iterable<Allocation>,
  capacity: Timeline.Timeline<number>,
  focus: Focus
): Excess | undefined => {
  const running = within(allocations, focus)
  const smallest = Math.min(...Timeline.restrict(capacity, focus.period).map(({ value }) => value))
  if (running.reduce((sum, one) => sum + one.of.spaces, 0) <= smallest) return undefined
  for (const period of segments(running, capacity, focus.period)) {
    const now = running.filter(({ days }) => Period.encloses(days, period))
    const there = Timeline.at(capacity, period.from) ?? 0
    if (now.reduce((sum, one) => sum + one.of.spaces, 0) <= there) continue
    for (const day of Days.classesOf(focus.days)) {
      if (!Days.comes(day.weekday, period)) continue
      const most = fullest(now.filter(({ of }) => Days.has(of.days, day)))
      if (most.spaces > there) return { on: period.from, weekday: day.weekday, ...most, capacity: there }
    }
  }
  return undefined
}
