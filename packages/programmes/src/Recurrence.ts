import { CivilDate, type KernelError, Period, WorkCalendar } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"

type Date = CivilDate.CivilDate

const interval = Schema.optionalKey(Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 60 })))
const weekday = Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 7 }))
const month = Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 12 }))
const day = Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 31 }))

/**
 * What becomes of a date that is not worked: it stays, is left out, or moves to the next or the previous working day.
 */
export const OffDays = Schema.Literals(["keep", "skip", "next", "previous"])
export type OffDays = typeof OffDays.Type

/**
 * On which dates a series takes place.
 *
 * Shape: `week` on some weekdays (1 Monday to 7 Sunday), `month` on a day of it or on the n-th weekday (-1 the last),
 * `year` on one date, each every so many weeks, months or years counted from the one in which the series begins, or was
 * last changed; `listed` on the dates given, which is how festivals of the lunar calendar are told. A month that lacks the
 * day has it on its last one.
 * Source: P-20 (noon hour, building forum, festivals).
 */
export const Recurrence = Schema.Union([
  Schema.Struct({ every: Schema.Literal("workday") }),
  Schema.Struct({
    every: Schema.Literal("week"),
    interval,
    weekdays: Schema.NonEmptyArray(weekday),
    offDays: OffDays
  }),
  Schema.Struct({
    every: Schema.Literal("month"),
    interval,
    when: Schema.Union([Schema.Struct({ day }), Schema.Struct({ nth: Schema.Literals([1, 2, 3, 4, -1]), weekday })]),
    offDays: OffDays
  }),
  Schema.Struct({ every: Schema.Literal("year"), interval, month, day, offDays: OffDays }),
  Schema.Struct({ every: Schema.Literal("listed"), dates: Schema.NonEmptyArray(CivilDate.CivilDate), offDays: OffDays })
])
export type Recurrence = typeof Recurrence.Type

const monthNumber = (date: Date): number => CivilDate.year(date) * 12 + CivilDate.month(date)

const isDayOfMonth = (date: Date, wanted: number): boolean =>
  CivilDate.day(date) === Math.min(wanted, CivilDate.day(CivilDate.endOfMonth(date)))

const isNth = (date: Date, nth: number, wanted: number): boolean =>
  CivilDate.weekday(date) === wanted &&
  (nth === -1
    ? CivilDate.day(date) + 7 > CivilDate.day(CivilDate.endOfMonth(date))
    : Math.ceil(CivilDate.day(date) / 7) === nth)

// Whether a date is one of the rule itself, before days that are not worked are looked at.
const isDue = (rule: Exclude<Recurrence, { readonly every: "workday" }>, begins: Date, date: Date): boolean => {
  switch (rule.every) {
    case "week": {
      const monday = CivilDate.toEpochDay(begins) - CivilDate.weekday(begins)
      const weeks = Math.floor((CivilDate.toEpochDay(date) - monday - 1) / 7)
      return weeks % (rule.interval ?? 1) === 0 && rule.weekdays.includes(CivilDate.weekday(date))
    }
    case "month": {
      if ((monthNumber(date) - monthNumber(begins)) % (rule.interval ?? 1) !== 0) return false
      return "day" in rule.when ? isDayOfMonth(date, rule.when.day) : isNth(date, rule.when.nth, rule.when.weekday)
    }
    case "year": {
      const years = CivilDate.year(date) - CivilDate.year(begins)
      return years % (rule.interval ?? 1) === 0 && CivilDate.month(date) === rule.month && isDayOfMonth(date, rule.day)
    }
    case "listed":
      return rule.dates.includes(date)
  }
}

type Answer<A> = Result.Result<A, KernelError.CalendarYearUnknown>

const moved = (calendar: WorkCalendar.WorkCalendar, date: Date, offDays: OffDays): Answer<Date | undefined> => {
  switch (offDays) {
    case "keep":
      return Result.succeed(date)
    case "skip":
      return Result.map(WorkCalendar.isWorkday(calendar, date), (worked) => (worked ? date : undefined))
    case "next":
      return WorkCalendar.workdayOnOrAfter(calendar, date)
    case "previous":
      return WorkCalendar.workdayOnOrBefore(calendar, date)
  }
}

// The stretch whose dates can be moved into a stretch: back or on over the days off beside it.
const reach = (
  calendar: WorkCalendar.WorkCalendar,
  offDays: OffDays,
  life: Period.Period,
  { from, to }: { readonly from: Date; readonly to: Date }
): Answer<{ readonly from: Date; readonly to: Date }> => {
  const { addDays } = CivilDate
  if (offDays === "next" && life.from < from) {
    return Result.map(WorkCalendar.workdayOnOrBefore(calendar, addDays(from, -1)), (worked) => ({
      from: CivilDate.max(addDays(worked, 1), life.from),
      to
    }))
  }
  if (offDays === "previous" && (life.to === undefined || to < life.to)) {
    return Result.map(WorkCalendar.workdayOnOrAfter(calendar, to), (worked) => ({
      from,
      to: life.to === undefined ? worked : CivilDate.min(worked, life.to)
    }))
  }
  return Result.succeed({ from, to })
}

/**
 * The dates of a series within a period, in order, each once.
 *
 * Shape: `life` is when the series runs; a date that a day off moves out of the life or out of the period is left out,
 * and two dates moved to one day are one.
 * Fails: `CalendarYearUnknown` when a day that matters is outside the coverage of the calendar.
 * Cost: O(days of the period).
 *
 * ```ts
 * import { CivilDate, Period, WorkCalendar } from "@louyu/kernel"
 * const at = CivilDate.make
 * const fridays = { every: "week", weekdays: [5], offDays: "next" } as const
 * const life = Period.since(at("2026-01-01"))
 * Recurrence.dates(fridays, life, WorkCalendar.china, { from: at("2026-10-01"), to: at("2026-10-17") })
 * // => Result.succeed(["2026-10-08", "2026-10-09", "2026-10-16"])
 * ```
 */
export const dates = (
  rule: Recurrence,
  life: Period.Period,
  calendar: WorkCalendar.WorkCalendar,
  within: { readonly from: Date; readonly to: Date }
): Answer<ReadonlyArray<Date>> => {
  const asked = Period.intersect(life, within)
  if (asked?.to === undefined) return Result.succeed([])
  const offDays = rule.every === "workday" ? "skip" : rule.offDays
  const wider = reach(calendar, offDays, life, { from: asked.from, to: asked.to })
  if (Result.isFailure(wider)) return Result.fail(wider.failure)
  const found = new Set<Date>()
  for (let date = wider.success.from; date < wider.success.to; date = CivilDate.addDays(date, 1)) {
    if (rule.every !== "workday" && !isDue(rule, life.from, date)) continue
    const shown = moved(calendar, date, offDays)
    if (Result.isFailure(shown)) return Result.fail(shown.failure)
    if (shown.success !== undefined && Period.contains(asked, shown.success)) found.add(shown.success)
  }
  return Result.succeed([...found].toSorted())
}
