import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as CivilDate from "./CivilDate.ts"
import { CalendarInvalid, type CalendarYearUnknown } from "./KernelError.ts"
import * as Period from "./Period.ts"
import * as Text from "./Text.ts"
import { unknownDay } from "./workCalendarIndex.ts"
import { make, OpeningHours, SpecialDay, type WorkCalendar } from "./workCalendarModel.ts"

/** What a building or district does differently: days it closes or opens, and its own hours. */
export const Overrides = Schema.Struct({
  id: Schema.NonEmptyString,
  version: Schema.NonEmptyString,
  names: Text.Text,
  source: Schema.NonEmptyString,
  offDays: Schema.optionalKey(Schema.Array(SpecialDay)),
  workdays: Schema.optionalKey(Schema.Array(SpecialDay)),
  hours: Schema.optionalKey(OpeningHours)
})
export type Overrides = typeof Overrides.Type

/** Days that were not known before. Within its coverage it is the whole truth. */
export const Addition = Schema.Struct({
  version: Schema.NonEmptyString,
  source: Schema.NonEmptyString,
  coverage: Schema.Struct({ from: CivilDate.CivilDate, to: CivilDate.CivilDate }),
  offDays: Schema.Array(SpecialDay),
  workdays: Schema.Array(SpecialDay)
})
export type Addition = typeof Addition.Type

/**
 * A year's holidays as the data project holiday-cn publishes them.
 *
 * Shape: `isOffDay` false is a make-up workday; a year whose notice is not out has no days.
 * Source: github.com/NateScarlet/holiday-cn, schema.json.
 */
export const HolidayYear = Schema.Struct({
  year: Schema.Int,
  papers: Schema.Array(Schema.String),
  days: Schema.Array(
    Schema.Struct({ name: Schema.NonEmptyString, date: CivilDate.CivilDate, isOffDay: Schema.Boolean })
  )
})
export type HolidayYear = typeof HolidayYear.Type

type Days = Pick<WorkCalendar, "offDays" | "workdays">

const byDate = (a: SpecialDay, b: SpecialDay): number => CivilDate.compare(a.date, b.date)

// The upper layer wins on every day it names; a day it names twice stays twice, so that `make` refuses it.
const layered = (base: Days, upper: Days): Days => {
  const named = new Set([...upper.offDays, ...upper.workdays].map(({ date }) => date))
  const merge = (below: ReadonlyArray<SpecialDay>, above: ReadonlyArray<SpecialDay>) =>
    [...below.filter(({ date }) => !named.has(date)), ...above].sort(byDate)
  return { offDays: merge(base.offDays, upper.offDays), workdays: merge(base.workdays, upper.workdays) }
}

/**
 * The calendar of a part that follows a larger one except on some days.
 *
 * Shape: on a day the overrides name they win, on every other day the base holds; hours, when given, replace the base's.
 * Fails: `CalendarYearUnknown` when a named day lies outside the base's coverage; `CalendarInvalid` when one is named
 * twice.
 */
export const withOverrides = (
  base: WorkCalendar,
  overrides: Overrides
): Result.Result<WorkCalendar, CalendarInvalid | CalendarYearUnknown> => {
  const upper: Days = { offDays: overrides.offDays ?? [], workdays: overrides.workdays ?? [] }
  const outside = [...upper.offDays, ...upper.workdays].find(({ date }) => !Period.contains(base.coverage, date))
  if (outside !== undefined) return Result.fail(unknownDay(base, outside.date))
  const { id, version, names, source, hours } = overrides
  return make({
    ...base,
    ...layered(base, upper),
    id,
    version,
    names,
    source,
    ...(hours === undefined ? {} : { hours })
  })
}

/**
 * The calendar with more days covered, for example once the notice for the next year is out.
 *
 * Shape: within the addition's coverage only the addition counts; days it names in the base's coverage win over the base.
 * Fails: `CalendarInvalid` when the two coverages leave a gap, or a day lies outside both or is named twice.
 */
export const extend = (base: WorkCalendar, addition: Addition): Result.Result<WorkCalendar, CalendarInvalid> => {
  const { coverage } = addition
  if (coverage.to <= coverage.from) {
    return Result.fail(new CalendarInvalid({ calendar: base.id, reason: "coverageReversed" }))
  }
  if (coverage.from > base.coverage.to || coverage.to < base.coverage.from) {
    return Result.fail(new CalendarInvalid({ calendar: base.id, reason: "coverageGap", date: coverage.from }))
  }
  const outdated = ({ date }: SpecialDay) => !Period.contains(coverage, date)
  const kept: Days = { offDays: base.offDays.filter(outdated), workdays: base.workdays.filter(outdated) }
  return make({
    ...base,
    ...layered(kept, addition),
    version: `${base.version} + ${addition.version}`,
    source: `${base.source}; ${addition.source}`,
    coverage: {
      from: CivilDate.min(base.coverage.from, coverage.from),
      to: CivilDate.max(base.coverage.to, coverage.to)
    }
  })
}

/**
 * The calendar with one more year, from a file of the data project holiday-cn.
 *
 * Shape: days the file names in a year next to it are taken over where the calendar covers them.
 * Fails: `CalendarYearUnknown` when the file names no days, which is how it says that the notice is not out;
 * `CalendarInvalid` as {@link extend}.
 */
export const addYear = (
  base: WorkCalendar,
  file: HolidayYear
): Result.Result<WorkCalendar, CalendarInvalid | CalendarYearUnknown> => {
  const start = CivilDate.startOfYear(file.year)
  const coverage = { from: start, to: CivilDate.addYears(start, 1) }
  if (file.days.length === 0) return Result.fail(unknownDay(base, start))
  const known = file.days.filter((d) => Period.contains(coverage, d.date) || Period.contains(base.coverage, d.date))
  const days = (off: boolean): ReadonlyArray<SpecialDay> =>
    known.filter((d) => d.isOffDay === off).map((d) => ({ date: d.date, name: Text.of(d.name) }))
  return extend(base, {
    version: `holiday-cn ${file.year}`,
    source: file.papers.length === 0 ? "holiday-cn" : file.papers.join(", "),
    coverage,
    offDays: days(true),
    workdays: days(false)
  })
}
