import { CivilDate, Instant, type KernelError, TimeWindow, WorkCalendar } from "@louyu/kernel"
import * as Result from "effect/Result"
import type { Duration } from "../Flow.ts"

/** What a calendar has to say, or why it cannot. */
export type Answer<A> = Result.Result<A, KernelError.CalendarYearUnknown | KernelError.CalendarHoursMissing>

/** A time that does not count. */
export interface Stop {
  readonly from: number
  readonly to: number
}

/** Places in time, and how much of what counts lies between them. */
interface Axis {
  readonly between: (from: number, to: number) => Answer<number>
  readonly add: (from: number, count: number) => Answer<number>
}

// From one place on by a count, of which nothing is used up during a stop.
const advance = (axis: Axis, begin: number, count: number, stops: ReadonlyArray<Stop>): Answer<number> =>
  Result.gen(function* () {
    let at = begin
    let left = count
    for (const { from, to } of stops) {
      if (to <= at) continue
      const used = from > at ? yield* axis.between(at, from) : 0
      if (used >= left) break
      left -= used
      at = to
    }
    return yield* axis.add(at, left)
  })

const minute = 60_000
const hour = 60

const daysOf = (calendar: WorkCalendar.WorkCalendar): Axis => ({
  between: (from, to) => WorkCalendar.workdaysUntil(calendar, CivilDate.fromEpochDay(from), CivilDate.fromEpochDay(to)),
  add: (from, count) =>
    Result.map(WorkCalendar.addWorkdays(calendar, CivilDate.fromEpochDay(from), count), CivilDate.toEpochDay)
})
const officeOf = (calendar: WorkCalendar.WorkCalendar): Axis => ({
  between: (from, to) => WorkCalendar.workingMinutesBetween(calendar, from, to),
  add: (from, count) => WorkCalendar.addWorkingMinutes(calendar, from, count)
})
const clock: Axis = {
  between: (from, to) => Result.succeed((to - from) / minute),
  add: (from, count) => Result.succeed(from + count * minute)
}

const dayOf = (calendar: WorkCalendar.WorkCalendar, at: Instant.Instant): number =>
  CivilDate.toEpochDay(Instant.dateOf(at, calendar))

// A day ends when the office closes, or at midnight where nobody knows when that is.
const endOfDay = (calendar: WorkCalendar.WorkCalendar, epochDay: number): Answer<Instant.Instant> => {
  const date = CivilDate.fromEpochDay(epochDay)
  const midnight = Instant.endOf(date, calendar)
  if (calendar.hours === undefined) return Result.succeed(midnight)
  return Result.map(WorkCalendar.openingHours(calendar, date), (windows) => {
    const last = windows.at(-1)
    return last === undefined ? midnight : Instant.of(date, calendar, TimeWindow.minuteOf(last.close))
  })
}

const whole = (at: number): number => Math.floor(at / minute) * minute

/**
 * When a term ends.
 *
 * Shape: in working days the day it begins does not count, days on which it stood still in the evening do not either, and
 * it ends when the last one does; hours are counted in whole minutes.
 * Fails: `CalendarYearUnknown` beyond the calendar; `CalendarHoursMissing` for working hours without office hours.
 * Cost: one look-up in the calendar for each stop.
 */
export const end = (
  calendar: WorkCalendar.WorkCalendar,
  from: Instant.Instant,
  { count, unit }: Duration,
  stops: ReadonlyArray<Stop>
): Answer<Instant.Instant> => {
  if (unit === "workingDays") {
    // The days up to the evening before it stood still, and from the one on which it went on.
    const days = stops.map((one) => ({ from: dayOf(calendar, one.from) - 1, to: dayOf(calendar, one.to) - 1 }))
    const last = advance(daysOf(calendar), dayOf(calendar, from), count, days)
    return Result.flatMap(last, (day) => endOfDay(calendar, day))
  }
  const minutes = stops.map((one) => ({ from: whole(one.from), to: whole(one.to) }))
  return advance(unit === "workingHours" ? officeOf(calendar) : clock, whole(from), count * hour, minutes)
}

/** So long before an end. Shape: in working days, the end of the working day so many before it. Fails: as {@link end}. */
export const before = (
  calendar: WorkCalendar.WorkCalendar,
  by: Instant.Instant,
  { count, unit }: Duration
): Answer<Instant.Instant> => {
  if (unit === "workingDays") {
    const day = daysOf(calendar).add(dayOf(calendar, by), -count)
    return Result.flatMap(day, (found) => endOfDay(calendar, found))
  }
  return (unit === "workingHours" ? officeOf(calendar) : clock).add(whole(by), -count * hour)
}
