import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as CivilDate from "./CivilDate.ts"
import { PeriodReversed } from "./KernelError.ts"

/**
 * A stretch of days: from `from` on, up to but not including `to`; without `to` it has no end.
 *
 * Half-open periods meet without sharing a day or leaving one out. A period is never empty.
 */
export const Period = Schema.Struct({
  from: CivilDate.CivilDate,
  to: Schema.optionalKey(CivilDate.CivilDate)
}).check(
  Schema.makeFilter((p) =>
    p.to === undefined || p.from < p.to ? undefined : { path: ["to"], issue: "to must be after from" }
  )
)
export type Period = typeof Period.Type

/**
 * Builds a period.
 *
 * Fails: `PeriodReversed` when `to` is not after `from`.
 */
export const make = (from: CivilDate.CivilDate, to?: CivilDate.CivilDate): Result.Result<Period, PeriodReversed> => {
  if (to === undefined) return Result.succeed({ from })
  return from < to ? Result.succeed({ from, to }) : Result.fail(new PeriodReversed({ from, to }))
}

/** The period from a date on, without end. */
export const since = (from: CivilDate.CivilDate): Period => ({ from })

/** The one day of a date. */
export const ofDay = (date: CivilDate.CivilDate): Period => ({ from: date, to: CivilDate.addDays(date, 1) })

/** The days of a year. */
export const ofYear = (year: number): Period => ({
  from: CivilDate.startOfYear(year),
  to: CivilDate.startOfYear(year + 1)
})

/** Tells whether a date lies in a period. */
export const contains = (period: Period, date: CivilDate.CivilDate): boolean =>
  period.from <= date && (period.to === undefined || date < period.to)

/** Tells whether the second period lies wholly in the first. */
export const encloses = (outer: Period, inner: Period): boolean =>
  outer.from <= inner.from && (outer.to === undefined || (inner.to !== undefined && inner.to <= outer.to))

/** Tells whether two periods share a day. */
export const overlaps = (a: Period, b: Period): boolean =>
  (a.to === undefined || b.from < a.to) && (b.to === undefined || a.from < b.to)

/** Tells whether the second period begins on the day the first ends. */
export const meets = (a: Period, b: Period): boolean => a.to === b.from

/** The days two periods share, or `undefined` when they share none. */
export const intersect = (a: Period, b: Period): Period | undefined => {
  if (!overlaps(a, b)) return undefined
  const from = CivilDate.max(a.from, b.from)
  const to = a.to === undefined ? b.to : b.to === undefined ? a.to : CivilDate.min(a.to, b.to)
  return to === undefined ? { from } : { from, to }
}

/** What is left of a period when another is taken out: none, one or two periods, in order. */
export const subtract = (period: Period, hole: Period): ReadonlyArray<Period> => {
  if (!overlaps(period, hole)) return [period]
  const parts: Array<Period> = []
  if (period.from < hole.from) parts.push({ from: period.from, to: hole.from })
  if (hole.to !== undefined && (period.to === undefined || hole.to < period.to)) {
    parts.push(period.to === undefined ? { from: hole.to } : { from: hole.to, to: period.to })
  }
  return parts
}

/** The number of days in a period; `Infinity` when it has no end. */
export const days = (period: Period): number =>
  period.to === undefined ? Number.POSITIVE_INFINITY : CivilDate.daysBetween(period.from, period.to)

/** The last day in a period, or `undefined` when it has no end. */
export const lastDay = (period: Period): CivilDate.CivilDate | undefined =>
  period.to === undefined ? undefined : CivilDate.addDays(period.to, -1)

/** Orders periods by beginning, then by end; one without end comes last. */
export const compare = (a: Period, b: Period): number =>
  CivilDate.compare(a.from, b.from) ||
  (a.to === b.to ? 0 : a.to === undefined ? 1 : b.to === undefined ? -1 : CivilDate.compare(a.to, b.to))

/** Writes a period as ISO 8601 interval with `..` for no end: `2026-01-01/2026-04-01`, `2026-01-01/..`. */
export const format = (period: Period): string => `${period.from}/${period.to ?? ".."}`
