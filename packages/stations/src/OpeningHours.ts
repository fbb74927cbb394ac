import { Period, Text, TimeWindow } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import * as Days from "./Days.ts"
import { Code } from "./StationCode.ts"

/** What sort of hours these are. Source: P-24, peers.md section 3 feature 4. */
export const Sort = Schema.Literals(["regular", "noon", "evening", "weekend", "holiday", "extended"])
export type Sort = typeof Sort.Type

/** It is open on some days at some times; `within` when only for a season. */
export const Rule = Schema.Struct({
  id: Code,
  sort: Sort,
  names: Schema.optionalKey(Text.Text),
  days: Days.Days,
  windows: TimeWindow.TimeWindows,
  within: Schema.optionalKey(Period.Period)
})
export type Rule = typeof Rule.Type

/** On the days of a period these hours hold and no others; without windows it is closed. */
export const Exception = Schema.Struct({
  days: Period.Period,
  windows: TimeWindow.TimeWindows,
  sort: Schema.optionalKey(Sort),
  names: Schema.optionalKey(Text.Text)
})
export type Exception = typeof Exception.Type

const Always = Schema.Struct({ always: Schema.Literal(true) })
const Ruled = Schema.Struct({
  rules: Schema.Array(Rule),
  exceptions: Schema.optionalKey(Schema.Array(Exception))
})

/**
 * When it is open: always, or by rules that add up and exceptions that replace them on their days.
 *
 * Shape: no minute of a day belongs to two rules, and no day to two exceptions; `contradictions` finds what does. What
 * goes on over midnight is two windows.
 * Source: P-24, H-12, H-23, invariant 7.
 */
export const OpeningHours = Schema.Union([Always, Ruled])
export type OpeningHours = typeof OpeningHours.Type

/** Day and night, every day of the year: it has no exceptions. */
export const always: OpeningHours = { always: true }

/** Two parts of opening hours that cannot both hold: rules by their ids, exceptions by their days. */
export interface Contradiction {
  readonly what: "ruleTwice" | "rulesOverlap" | "exceptionsOverlap"
  readonly between: readonly [string, string]
}

const windowsMeet = (a: TimeWindow.TimeWindows, b: TimeWindow.TimeWindows): boolean =>
  a.some((one) => b.some((other) => one.open < other.close && other.open < one.close))

// Whether a day can come on which both rules are: a few days from Tuesday on have no Monday.
const daysMeet = (a: Rule, b: Rule): boolean => {
  if (a.within === undefined || b.within === undefined) return Days.meet(a.days, b.days, a.within ?? b.within)
  const season = Period.intersect(a.within, b.within)
  return season !== undefined && Days.meet(a.days, b.days, season)
}

const between = (a: Rule, b: Rule): ReadonlyArray<Contradiction> => {
  if (a.id === b.id) return [{ what: "ruleTwice", between: [a.id, b.id] }]
  return windowsMeet(a.windows, b.windows) && daysMeet(a, b) ? [{ what: "rulesOverlap", between: [a.id, b.id] }] : []
}

const pairs = <A, B>(all: ReadonlyArray<A>, f: (a: A, b: A) => ReadonlyArray<B>): ReadonlyArray<B> =>
  all.flatMap((a, index) => all.slice(index + 1).flatMap((b) => f(a, b)))

/**
 * What contradicts itself in opening hours; none when all is well.
 *
 * Cost: O(n²) for n rules.
 *
 * ```ts
 * const rule = (id: string, days: Days.Days, open: string, close: string): OpeningHours.Rule =>
 *   ({ id, sort: "regular", days, windows: TimeWindow.make([open, close]) })
 * const day = rule("day", Days.workdays, "09:00", "17:30")
 * OpeningHours.contradictions({ rules: [day, rule("noon", Days.on(1), "12:00", "13:00")] })
 * // => [{ what: "rulesOverlap", between: ["day", "noon"] }]
 * OpeningHours.contradictions({ rules: [day, rule("rest", Days.restDays, "10:00", "16:00")] }) // => []
 * ```
 */
export const contradictions = (hours: OpeningHours): ReadonlyArray<Contradiction> => {
  if ("always" in hours) return []
  const overlapping = pairs(hours.exceptions ?? [], (a, b): ReadonlyArray<Contradiction> => {
    const both: readonly [string, string] = [Period.format(a.days), Period.format(b.days)]
    return Period.overlaps(a.days, b.days) ? [{ what: "exceptionsOverlap", between: both }] : []
  })
  return [...pairs(hours.rules, between), ...overlapping]
}
