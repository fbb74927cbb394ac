import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as CivilDate from "./CivilDate.ts"
import { CalendarInvalid } from "./KernelError.ts"
import * as Period from "./Period.ts"
import { Text } from "./Text.ts"
import { TimeWindows } from "./TimeWindow.ts"

/** A day that is not what its weekday says, with the name of the holiday it belongs to. */
export const SpecialDay = Schema.Struct({
  date: CivilDate.CivilDate,
  name: Schema.optionalKey(Text)
})
export type SpecialDay = typeof SpecialDay.Type

/**
 * When it is open on which day.
 *
 * Shape: `workday` for every working day, `restDay` for every other one (none when left out), `onDates` for single days
 * that differ from both.
 */
export const OpeningHours = Schema.Struct({
  workday: TimeWindows,
  restDay: Schema.optionalKey(TimeWindows),
  onDates: Schema.optionalKey(Schema.Array(Schema.Struct({ date: CivilDate.CivilDate, windows: TimeWindows })))
})
export type OpeningHours = typeof OpeningHours.Type

const Weekday = Schema.Literals([1, 2, 3, 4, 5, 6, 7])

const fields = {
  id: Schema.NonEmptyString,
  version: Schema.NonEmptyString,
  names: Text,
  source: Schema.NonEmptyString,
  coverage: Schema.Struct({ from: CivilDate.CivilDate, to: CivilDate.CivilDate }),
  weekend: Schema.Array(Weekday),
  offDays: Schema.Array(SpecialDay),
  workdays: Schema.Array(SpecialDay),
  utcOffsetMinutes: Schema.optionalKey(Schema.Int.check(Schema.isBetween({ minimum: -720, maximum: 840 }))),
  hours: Schema.optionalKey(OpeningHours)
}

const Fields = Schema.Struct(fields)
type Fields = typeof Fields.Type

// What the fields cannot say one by one; `undefined` when all is well.
const flaw = (calendar: Fields): CalendarInvalid | undefined => {
  const { id, coverage } = calendar
  if (coverage.to <= coverage.from) return new CalendarInvalid({ calendar: id, reason: "coverageReversed" })
  const seen = new Set<string>()
  for (const { date } of [...calendar.offDays, ...calendar.workdays]) {
    if (!Period.contains(coverage, date)) return new CalendarInvalid({ calendar: id, reason: "dayOutside", date })
    if (seen.has(date)) return new CalendarInvalid({ calendar: id, reason: "dayTwice", date })
    seen.add(date)
  }
  const hours = new Set<string>()
  for (const { date } of calendar.hours?.onDates ?? []) {
    if (hours.has(date)) return new CalendarInvalid({ calendar: id, reason: "hoursTwice", date })
    hours.add(date)
  }
  return undefined
}

/**
 * Which days are worked, as data that a city or a building can bring along.
 *
 * Shape: within `coverage` a day is an off-day when `offDays` has it, a working day when `workdays` has it (make-up
 * workdays), else what `weekend` says. Outside `coverage` nothing is known. No day stands in both lists, or twice.
 * Units: `coverage` is half-open; `weekend` in ISO weekdays, 1 (Monday) to 7; `utcOffsetMinutes` is fixed, 480 (UTC+8,
 * China) when left out.
 * Source: decision 7, domain 2.4.
 */
export const WorkCalendar = Fields.check(
  Schema.makeFilter((calendar) => {
    const found = flaw(calendar)
    return found === undefined ? undefined : found.message
  })
)
export type WorkCalendar = typeof WorkCalendar.Type

/**
 * Checks a calendar put together in code.
 *
 * Fails: `CalendarInvalid` when the coverage is reversed, or a day lies outside it or is named twice.
 */
export const make = (calendar: Fields): Result.Result<WorkCalendar, CalendarInvalid> => {
  const found = flaw(calendar)
  return found === undefined ? Result.succeed(calendar) : Result.fail(found)
}
