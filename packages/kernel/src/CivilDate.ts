import { addMonths as addMonthsFns } from "date-fns/addMonths"
import { getISOWeek } from "date-fns/getISOWeek"
import { getISOWeekYear } from "date-fns/getISOWeekYear"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { CivilDateInvalid } from "./KernelError.ts"
import { UtcDate } from "./utcDate.ts"

const millisPerDay = 86_400_000
const pattern = /^\d{4}-\d{2}-\d{2}$/u
const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
const lengthOfMonth = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (monthDays[month - 1] ?? 0)

// Apart from `is`, which speaks of the type: the schema's own type must not depend on itself.
const exists = (text: string): boolean => {
  if (!pattern.test(text)) return false
  const year = Number(text.slice(0, 4))
  const month = Number(text.slice(5, 7))
  const day = Number(text.slice(8, 10))
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= lengthOfMonth(year, month)
}

/** Tells whether a text is a civil date that exists, from 0001-01-01 to 9999-12-31. */
export const is = (input: unknown): input is CivilDate => typeof input === "string" && exists(input)

/**
 * A day of the proleptic Gregorian calendar, without time of day or time zone.
 *
 * Shape: the text `YYYY-MM-DD`, years 0001 to 9999; texts sort as the days do. Not an instant: the same civil date
 * begins at different instants in different places.
 * Source: ISO 8601 calendar date.
 */
export const CivilDate = Schema.String.check(
  Schema.isPattern(pattern),
  Schema.makeFilter((text: string) => exists(text) || "a date that exists, YYYY-MM-DD")
).pipe(Schema.brand("CivilDate"))
export type CivilDate = typeof CivilDate.Type

/**
 * Reads a civil date.
 *
 * Fails: `CivilDateInvalid` when the text has another form or names a day that does not exist.
 *
 * ```ts
 * CivilDate.parse("2026-02-28") // => Result.succeed("2026-02-28")
 * Result.isFailure(CivilDate.parse("2026-02-30")) // => true
 * ```
 */
export const parse = (input: string): Result.Result<CivilDate, CivilDateInvalid> =>
  is(input) ? Result.succeed(input) : Result.fail(new CivilDateInvalid({ input: input.slice(0, 40) }))

/** Like {@link parse} for dates written in code; a bad one is a bug and throws. */
export const make = (input: string): CivilDate => Result.getOrThrow(parse(input))

const pad = (value: number, width: number): string => String(value).padStart(width, "0")

/** Days since 1970-01-01, negative before it. Cost: O(1), no `Date`. */
export const toEpochDay = (date: CivilDate): number => {
  const month = Number(date.slice(5, 7))
  const day = Number(date.slice(8, 10))
  // Counting from March puts the leap day at the end of the year, so that one formula fits every month.
  const year = Number(date.slice(0, 4)) - (month <= 2 ? 1 : 0)
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** The civil date a number of days after 1970-01-01. A day outside the years 0001 to 9999 is a bug and throws. */
export const fromEpochDay = (epochDay: number): CivilDate => {
  const shifted = epochDay + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return make(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`)
}

const toUtc = (date: CivilDate): UtcDate => new UtcDate(toEpochDay(date) * millisPerDay)
const fromUtc = (date: Date): CivilDate => fromEpochDay(Math.floor(date.getTime() / millisPerDay))

// Making a format costs a hundred times as much as using it, and a program asks for the same few zones again and again.
const formats = new Map<string, Intl.DateTimeFormat>()
const formatOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat("en-u-ca-iso8601", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit"
  })
  // A zone can be spelt in many ways; no caller can make this grow.
  if (formats.size >= 32) formats.clear()
  formats.set(timeZone, made)
  return made
}

/**
 * The civil date at an instant in a time zone: the only bridge from instants to days, used at the edge.
 *
 * Units: `epochMillis` since 1970-01-01T00:00Z; `timeZone` an IANA name. A zone that does not exist, or an instant
 * outside the years 0001 to 9999, is a bug and throws.
 *
 * ```ts
 * CivilDate.fromInstant(Date.UTC(2026, 10, 22, 20), "Asia/Shanghai") // => "2026-11-23"
 * ```
 */
export const fromInstant = (epochMillis: number, timeZone: string): CivilDate => {
  const parts = formatOf(timeZone).formatToParts(epochMillis)
  const part = (type: string) => Number(parts.find((p) => p.type === type)?.value)
  return make(`${pad(part("year"), 4)}-${pad(part("month"), 2)}-${pad(part("day"), 2)}`)
}

/** The year of a date, 1 to 9999. */
export const year = (date: CivilDate): number => Number(date.slice(0, 4))
/** The month of a date, 1 to 12. */
export const month = (date: CivilDate): number => Number(date.slice(5, 7))
/** The day of the month, 1 to 31. */
export const day = (date: CivilDate): number => Number(date.slice(8, 10))

/** ISO weekday, 1 (Monday) to 7 (Sunday). */
export const weekday = (date: CivilDate): number => ((((toEpochDay(date) + 3) % 7) + 7) % 7) + 1

/** ISO 8601 week: `{ year, week }`, where `year` is the week's own year. */
export const isoWeek = (date: CivilDate): { readonly year: number; readonly week: number } => {
  const utc = toUtc(date)
  return { year: getISOWeekYear(utc), week: getISOWeek(utc) }
}

/** Moves a date by whole days, backwards when negative. Leaving the years 0001 to 9999 is a bug and throws, here and below. */
export const addDays = (date: CivilDate, days: number): CivilDate => fromEpochDay(toEpochDay(date) + days)

/**
 * Moves a date by calendar months, keeping the day where the month has it and else taking the month's last day.
 *
 * ```ts
 * CivilDate.addMonths(CivilDate.make("2026-01-31"), 1) // => "2026-02-28"
 * ```
 */
export const addMonths = (date: CivilDate, months: number): CivilDate => fromUtc(addMonthsFns(toUtc(date), months))

/** Moves a date by calendar years; 29 February becomes 28 February in a year without it. */
export const addYears = (date: CivilDate, years: number): CivilDate => addMonths(date, years * 12)

/** Days from one date to another, negative when the second is earlier. */
export const daysBetween = (from: CivilDate, to: CivilDate): number => toEpochDay(to) - toEpochDay(from)

/**
 * Full calendar months from one date to another, rounded towards zero: as many as {@link addMonths} can add without
 * passing the second date.
 *
 * ```ts
 * CivilDate.monthsBetween(CivilDate.make("2026-01-31"), CivilDate.make("2026-04-30")) // => 3
 * CivilDate.monthsBetween(CivilDate.make("2026-01-31"), CivilDate.make("2026-04-29")) // => 2
 * ```
 */
export const monthsBetween = (from: CivilDate, to: CivilDate): number => {
  const months = (year(to) - year(from)) * 12 + month(to) - month(from)
  // The day of the month decides whether the last month is full; where that day is missing, the month's last day does.
  const reached = Math.min(day(from), lengthOfMonth(year(to), month(to)))
  if (months > 0 && reached > day(to)) return months - 1
  return months < 0 && reached < day(to) ? months + 1 : months
}

/** The first day of the date's month. */
export const startOfMonth = (date: CivilDate): CivilDate => make(`${date.slice(0, 7)}-01`)
/** The last day of the date's month. */
export const endOfMonth = (date: CivilDate): CivilDate =>
  make(`${date.slice(0, 8)}${lengthOfMonth(year(date), month(date))}`)
/** The first day of a year. */
export const startOfYear = (ofYear: number): CivilDate => make(`${pad(ofYear, 4)}-01-01`)

/** Negative, zero or positive as the first date is before, the same as or after the second. */
export const compare = (a: CivilDate, b: CivilDate): -1 | 0 | 1 => (a < b ? -1 : a > b ? 1 : 0)
/** The earlier of two dates. */
export const min = (a: CivilDate, b: CivilDate): CivilDate => (a <= b ? a : b)
/** The later of two dates. */
export const max = (a: CivilDate, b: CivilDate): CivilDate => (a >= b ? a : b)
