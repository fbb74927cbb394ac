import { type Identifier, type Instant, Rate, Text } from "@louyu/kernel"
import type { State, Whistle } from "./WhistleState.ts"
import * as Whistles from "./WhistleState.ts"

/** Which whistles are counted, and when: those blown from `from` on, up to but not including `to`, as they were at `asOf`. */
export interface Cohort {
  readonly from: Instant.Instant
  readonly to: Instant.Instant
  readonly asOf: Instant.Instant
}

/** The whistles of a cohort, by time and id. */
export const blown = (state: State, { from, to, asOf }: Cohort): ReadonlyArray<Whistle> =>
  [...Whistles.whistles(state)]
    .filter(({ blown: { at } }) => from <= at && at < to && at <= asOf)
    .toSorted((a, b) => a.blown.at - b.blown.at || (a.blown.whistle < b.blown.whistle ? -1 : 1))

/** How departments answer. Units: milliseconds of the clock from the whistle to the report. */
export interface Reporting {
  /** Of all calls, those that were answered. */
  readonly reportedIn: Rate.Timed
  /** Of the calls that were answered or are past their due time, those answered in time. */
  readonly inTime: Rate.Timed
  /** The mean of the times to report. */
  readonly meanMillis: number | undefined
  /** The time in which half of the reports came; the lower of two in the middle. */
  readonly medianMillis: number | undefined
  readonly overdue: number
}

/**
 * How departments answered the whistles of a cohort; of one department where one is named.
 *
 * Shape: a call is a whistle and a department; a whistle to three departments is three calls.
 * Source: D-08.
 */
export const reporting = (state: State, cohort: Cohort, department?: Identifier.UnitId): Reporting => {
  const { asOf } = cohort
  const calls = blown(state, cohort).flatMap((whistle) =>
    Whistles.answers(whistle, asOf)
      .filter((one) => department === undefined || one.department === department)
      .map(({ answer, department: called }) => ({ answer, whistle, called }))
  )
  const count = (...answers: ReadonlyArray<Whistles.Answer>): number =>
    calls.filter(({ answer }) => answers.includes(answer)).length
  const times = calls
    .flatMap(({ answer, whistle, called }) => {
      const report = Whistles.report(whistle, called)
      return (answer === "reported" || answer === "reportedLate") && report !== undefined
        ? [report.at - whistle.blown.at]
        : []
    })
    .toSorted((a, b) => a - b)
  const total = times.reduce((sum, time) => sum + time, 0)
  return {
    reportedIn: Rate.asOf(times.length, calls.length, Text.of("被召集", "called"), asOf),
    inTime: Rate.asOf(
      count("reported"),
      calls.length - count("pending"),
      Text.of("已报到或已到时限", "answered or past due"),
      asOf
    ),
    meanMillis: times.length === 0 ? undefined : total / times.length,
    medianMillis: times[Math.ceil(times.length / 2) - 1],
    overdue: count("overdue")
  }
}

/** How whistles ended. */
export interface Outcome {
  /** Of the whistles, those the caller confirmed. */
  readonly closed: Rate.Timed
  /** Of the whistles their caller judged, those it was satisfied with at last. */
  readonly satisfied: Rate.Timed
}

/** How the whistles of a cohort ended, as of its moment. Source: D-08. */
export const outcome = (state: State, cohort: Cohort): Outcome => {
  const { asOf } = cohort
  const whistles = blown(state, cohort)
  const judged = whistles.flatMap(({ evaluations }) => evaluations.findLast(({ at }) => at <= asOf) ?? [])
  const closed = whistles.filter((one) => one.closed !== undefined && one.closed <= asOf)
  return {
    closed: Rate.asOf(closed.length, whistles.length, Text.of("吹哨", "blown"), asOf),
    satisfied: Rate.asOf(
      judged.filter(({ satisfied }) => satisfied).length,
      judged.length,
      Text.of("已评价", "judged"),
      asOf
    )
  }
}

/** How often a caller whistled, and whether that is a sign. Shape: `few` below the least, `many` above the most. */
export interface Frequency {
  readonly caller: Identifier.UnitId
  readonly whistles: number
  readonly sign: "few" | "many" | "usual"
}

/**
 * How often each of some callers whistled; too few and too many are both signs.
 *
 * Shape: in the order the callers are given, also those who never did.
 * Source: 2.16.
 */
export const frequency = (
  state: State,
  cohort: Cohort,
  callers: ReadonlyArray<Identifier.UnitId>,
  usual: { readonly least: number; readonly most: number }
): ReadonlyArray<Frequency> => {
  const counts = new Map<string, number>()
  for (const { blown: one } of blown(state, cohort)) counts.set(one.caller, (counts.get(one.caller) ?? 0) + 1)
  return callers.map((caller) => {
    const whistles = counts.get(caller) ?? 0
    return { caller, whistles, sign: whistles < usual.least ? "few" : whistles > usual.most ? "many" : "usual" }
  })
}
