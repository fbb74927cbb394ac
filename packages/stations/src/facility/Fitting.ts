import { Period, Timeline, TimeWindow } from "@louyu/kernel"
import * as Days from "../Days.ts"
import type { SharedWindow } from "../FacilityCommand.ts"
import type * as State from "../FacilityState.ts"

/** Tells whether windows of one audience overlap on a day that can come. */
export const overlap = (shared: ReadonlyArray<SharedWindow>): boolean =>
  shared.some((a, index) =>
    shared
      .slice(index + 1)
      .some(
        (b) =>
          Days.meet(a.days, b.days) &&
          a.windows.some((one) => b.windows.some((other) => one.open < other.close && other.open < one.close))
      )
  )

// Whether windows leave no minute of a time out.
const cover = (windows: ReadonlyArray<TimeWindow.TimeWindow>, { open, close }: TimeWindow.TimeWindow): boolean => {
  let reached = TimeWindow.minuteOf(open)
  for (const one of windows.toSorted((a, b) => (a.open < b.open ? -1 : 1))) {
    if (TimeWindow.minuteOf(one.open) > reached) break
    reached = Math.max(reached, TimeWindow.minuteOf(one.close))
  }
  return reached >= TimeWindow.minuteOf(close)
}

const fitsIn = (shared: ReadonlyArray<SharedWindow>, { allocated }: State.Allocation, period: Period.Period): boolean =>
  Days.classesOf(allocated.days)
    .filter(({ weekday }) => Days.comes(weekday, period))
    .every((day) =>
      cover(
        shared.filter(({ days }) => Days.has(days, day)).flatMap(({ windows }) => windows),
        allocated.window
      )
    )

/**
 * Tells whether an allocation lies, on the days from a date on, within the windows of its audience.
 *
 * Cost: O(windows) for each time the windows changed while it runs.
 */
export const fits = (
  windows: Timeline.Timeline<ReadonlyArray<SharedWindow>>,
  allocation: State.Allocation,
  from: Period.Period["from"]
): boolean => {
  const days = allocation.days === undefined ? undefined : Period.intersect(allocation.days, { from })
  if (days === undefined) return true
  const empty = Timeline.gaps(windows, days)
  return (
    empty.every((gap) => fitsIn([], allocation, gap)) &&
    Timeline.restrict(windows, days).every((entry) => fitsIn(entry.value, allocation, entry))
  )
}
