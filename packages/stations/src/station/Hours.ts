import { CivilDate, type KernelError, Period, Timeline, TimeWindow, WorkCalendar } from "@louyu/kernel"
import * as Result from "effect/Result"
import type * as Days from "../Days.ts"
import type { OpeningHours, Rule, Sort } from "../OpeningHours.ts"

type Date = CivilDate.CivilDate
type Calendar = WorkCalendar.WorkCalendar

/** Windows that hold on a date, with their sort, and with the rule where one says so. */
export interface Source {
  readonly windows: TimeWindow.TimeWindows
  readonly sort: Sort
  readonly rule?: Rule
}

const wholeDay = TimeWindow.make(["00:00", "24:00"])
const nothing: ReadonlyArray<Source> = []
const allDay: ReadonlyArray<Source> = [{ windows: wholeDay, sort: "regular" }]

// The rules of a date as far as its season and weekday say.
const rulesFor = (rules: ReadonlyArray<Rule>, date: Date): ReadonlyArray<Rule> => {
  let weekday: number | undefined
  const isOn = (weekdays: Days.Days["weekdays"]): boolean => {
    if (weekdays === undefined) return true
    weekday ??= CivilDate.weekday(date)
    return weekdays.some((one) => one === weekday)
  }
  return rules.filter(
    ({ days, within, windows }) =>
      windows.length > 0 && (within === undefined || Period.contains(within, date)) && isOn(days.weekdays)
  )
}

const sourcesOf = (rules: ReadonlyArray<Rule>): ReadonlyArray<Source> =>
  rules.map((rule) => ({ windows: rule.windows, sort: rule.sort, rule }))

/** What holds on a date, in no order. Fails: `CalendarYearUnknown`. Cost: O(rules). */
export const on = (
  schedule: Timeline.Timeline<OpeningHours>,
  calendar: Calendar,
  date: Date
): Result.Result<ReadonlyArray<Source>, KernelError.CalendarYearUnknown> => {
  const hours = Timeline.at(schedule, date)
  if (hours === undefined) return Result.succeed(nothing)
  if ("always" in hours) return Result.succeed(allDay)
  const exception = hours.exceptions?.find(({ days }) => Period.contains(days, date))
  if (exception !== undefined) {
    return Result.succeed([{ windows: exception.windows, sort: exception.sort ?? "regular" }])
  }
  const rules = rulesFor(hours.rules, date)
  // Hours of every day, or of weekdays, hold for years whose holidays nobody knows yet.
  if (rules.every(({ days }) => days.kinds === undefined)) return Result.succeed(sourcesOf(rules))
  return Result.map(WorkCalendar.dayOn(calendar, date), ({ kind }) =>
    sourcesOf(rules.filter(({ days: { kinds } }) => kinds === undefined || kinds.includes(kind)))
  )
}
