import * as Result from "effect/Result"
import * as CivilDate from "./CivilDate.ts"
import type { CalendarYearUnknown } from "./KernelError.ts"
import type * as Period from "./Period.ts"
import { type CalendarIndex, indexOf, placeOf, unknownBeyond, unknownDay } from "./workCalendarIndex.ts"
import type { SpecialDay, WorkCalendar } from "./workCalendarModel.ts"

export { china } from "./data/chinaCalendar.ts"
export { Addition, addYear, extend, HolidayYear, Overrides, withOverrides } from "./workCalendarMerge.ts"
export { make, OpeningHours, SpecialDay, WorkCalendar } from "./workCalendarModel.ts"
export { addWorkingMinutes, isOpen, openingHours, workingMinutesBetween } from "./workingHours.ts"

type Answer<A> = Result.Result<A, CalendarYearUnknown>

/** What kind of day it is, and the holiday it belongs to when it has a name. */
export interface Day {
  readonly date: CivilDate.CivilDate
  readonly kind: "workday" | "weekend" | "offDay" | "makeUpWorkday"
  readonly worked: boolean
  readonly name?: NonNullable<SpecialDay["name"]>
}

const workedAt = (index: CalendarIndex, place: number): boolean => index.before[place + 1] !== index.before[place]

const dateAt = (index: CalendarIndex, place: number): CivilDate.CivilDate => CivilDate.fromEpochDay(index.first + place)

/**
 * Tells whether a day is worked.
 *
 * Fails: `CalendarYearUnknown` outside the coverage. Cost: O(1).
 *
 * ```ts
 * WorkCalendar.isWorkday(WorkCalendar.china, CivilDate.make("2026-10-10")) // => Result.succeed(true)
 * ```
 */
export const isWorkday = (calendar: WorkCalendar, date: CivilDate.CivilDate): Answer<boolean> => {
  const index = indexOf(calendar)
  const place = placeOf(index, date)
  return place === undefined ? Result.fail(unknownDay(calendar, date)) : Result.succeed(workedAt(index, place))
}

/**
 * Tells what kind of day it is and why.
 *
 * Fails: `CalendarYearUnknown` outside the coverage. Cost: O(1).
 *
 * ```ts
 * Result.map(WorkCalendar.dayOn(WorkCalendar.china, CivilDate.make("2026-02-14")), (day) => day.kind)
 * // => Result.succeed("makeUpWorkday")
 * ```
 */
export const dayOn = (calendar: WorkCalendar, date: CivilDate.CivilDate): Answer<Day> => {
  const index = indexOf(calendar)
  const place = placeOf(index, date)
  if (place === undefined) return Result.fail(unknownDay(calendar, date))
  const worked = workedAt(index, place)
  const special = index.special.get(date)
  if (special === undefined) return Result.succeed({ date, kind: worked ? "workday" : "weekend", worked })
  const { kind, day } = special
  return Result.succeed(day.name === undefined ? { date, kind, worked } : { date, kind, worked, name: day.name })
}

/**
 * Moves a date by working days: by 1 to the first working day after it, by -1 to the last one before it, by 0 not at
 * all. The date itself need not be worked.
 *
 * Fails: `CalendarYearUnknown` when the date or any day on the way is outside the coverage, with the year to add.
 * Cost: O(1).
 *
 * ```ts
 * WorkCalendar.addWorkdays(WorkCalendar.china, CivilDate.make("2026-09-30"), 3) // => Result.succeed("2026-10-10")
 * ```
 */
export const addWorkdays = (
  calendar: WorkCalendar,
  date: CivilDate.CivilDate,
  workdays: number
): Answer<CivilDate.CivilDate> => {
  if (!Number.isSafeInteger(workdays)) throw new Error("WorkCalendar.addWorkdays: working days must be a whole number")
  const index = indexOf(calendar)
  const place = placeOf(index, date)
  if (place === undefined) return Result.fail(unknownDay(calendar, date))
  if (workdays === 0) return Result.succeed(date)
  // Working days up to the date: with itself when going on, without it when going back.
  const passed = index.before[workdays > 0 ? place + 1 : place] ?? 0
  const target = index.workdays[workdays > 0 ? passed + workdays - 1 : passed + workdays]
  return target === undefined
    ? Result.fail(unknownBeyond(calendar, workdays > 0 ? "after" : "before"))
    : Result.succeed(dateAt(index, target))
}

/** Moves a date back by working days: {@link addWorkdays} the other way. */
export const subtractWorkdays = (
  calendar: WorkCalendar,
  date: CivilDate.CivilDate,
  workdays: number
): Answer<CivilDate.CivilDate> => addWorkdays(calendar, date, -workdays)

/** The first working day after a date. Fails as {@link addWorkdays} does. */
export const nextWorkday = (calendar: WorkCalendar, date: CivilDate.CivilDate): Answer<CivilDate.CivilDate> =>
  addWorkdays(calendar, date, 1)

/** The last working day before a date. Fails as {@link addWorkdays} does. */
export const previousWorkday = (calendar: WorkCalendar, date: CivilDate.CivilDate): Answer<CivilDate.CivilDate> =>
  addWorkdays(calendar, date, -1)

const rolled = (calendar: WorkCalendar, date: CivilDate.CivilDate, step: 1 | -1): Answer<CivilDate.CivilDate> =>
  Result.flatMap(isWorkday(calendar, date), (worked) =>
    worked ? Result.succeed(date) : addWorkdays(calendar, date, step)
  )

/**
 * The date itself when it is worked, else the first working day after it: where a term that ends on a rest day ends.
 *
 * ```ts
 * WorkCalendar.workdayOnOrAfter(WorkCalendar.china, CivilDate.make("2026-10-03")) // => Result.succeed("2026-10-08")
 * ```
 */
export const workdayOnOrAfter = (calendar: WorkCalendar, date: CivilDate.CivilDate): Answer<CivilDate.CivilDate> =>
  rolled(calendar, date, 1)

/** The date itself when it is worked, else the last working day before it. */
export const workdayOnOrBefore = (calendar: WorkCalendar, date: CivilDate.CivilDate): Answer<CivilDate.CivilDate> =>
  rolled(calendar, date, -1)

/**
 * Counts the working days in a period.
 *
 * Fails: `CalendarYearUnknown` when the period has no end or leaves the coverage. Cost: O(1).
 *
 * ```ts
 * WorkCalendar.countWorkdays(WorkCalendar.china, Period.ofYear(2026)) // => Result.succeed(248)
 * ```
 */
export const countWorkdays = (calendar: WorkCalendar, period: Period.Period): Answer<number> => {
  if (period.to === undefined) return Result.fail(unknownBeyond(calendar, "after"))
  const index = indexOf(calendar)
  const from = placeOf(index, period.from)
  if (from === undefined) return Result.fail(unknownDay(calendar, period.from))
  // The period may end on the day after the last one covered, which has a count although it has no place.
  const to = index.before[CivilDate.toEpochDay(period.to) - index.first]
  return to === undefined
    ? Result.fail(unknownBeyond(calendar, "after"))
    : Result.succeed(to - (index.before[from] ?? 0))
}

/**
 * How many working days on the second date is from the first: what {@link addWorkdays} must be given to come there.
 *
 * Shape: counts the working days after the first date up to and including the second; negative when the second is
 * earlier, then from it on up to the day before the first.
 * Fails: `CalendarYearUnknown` when either date is outside the coverage. Cost: O(1).
 *
 * ```ts
 * const { make } = CivilDate
 * WorkCalendar.workdaysUntil(WorkCalendar.china, make("2026-09-30"), make("2026-10-10")) // => Result.succeed(3)
 * ```
 */
export const workdaysUntil = (
  calendar: WorkCalendar,
  from: CivilDate.CivilDate,
  to: CivilDate.CivilDate
): Answer<number> => {
  const index = indexOf(calendar)
  const start = placeOf(index, from)
  const end = placeOf(index, to)
  if (start === undefined) return Result.fail(unknownDay(calendar, from))
  if (end === undefined) return Result.fail(unknownDay(calendar, to))
  const shift = end >= start ? 1 : 0
  return Result.succeed((index.before[end + shift] ?? 0) - (index.before[start + shift] ?? 0))
}
