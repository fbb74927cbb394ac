import { type Instant, Rate, Text } from "@louyu/kernel"
import { isSatisfied } from "./Case.ts"
import * as History from "./History.ts"
import { type CaseKnown, closure } from "./State.ts"

/**
 * Which cases are counted, and when.
 *
 * Shape: those accepted from `from` on, up to but not including `to`, as they were at `asOf`; `due` says when the whole of
 * a case was due, from what was kept with it when left out.
 */
export interface Cohort {
  readonly from: Instant.Instant
  readonly to: Instant.Instant
  readonly asOf: Instant.Instant
  readonly due?: (known: CaseKnown) => Instant.Instant | undefined
}

/** What became of the cases of a cohort. */
export interface Rates {
  /** Closed, of those accepted. */
  readonly closure: Rate.Timed
  /** Closed in time, of those that were closed or whose time is over; those of whom nobody knows when they were due are left out. */
  readonly onTime: Rate.Timed
  /** Solved by the word of whoever raised it, of those followed up. */
  readonly resolution: Rate.Timed
  /** Satisfied (the best three of five), of those rated. */
  readonly satisfaction: Rate.Timed
  /** Followed up, of those closed. */
  readonly followUp: Rate.Timed
  /** Taken up again at least once, of those that were closed at least once. */
  readonly reopen: Rate.Timed
  /** Given to another at least once, of those dispatched. */
  readonly rerouted: Rate.Timed
}

// What is part of another case, or was withdrawn, was not for anybody to close.
const isCounted = (known: CaseKnown, { from, to }: Cohort): boolean =>
  known.accepted !== undefined &&
  from <= known.accepted &&
  known.accepted < to &&
  known.merged === undefined &&
  closure(known)?.kind !== "withdrawn"

/** The cases of a cohort, as they were at its moment. */
export const cohort = (cases: Iterable<CaseKnown>, of: Cohort): ReadonlyArray<CaseKnown> =>
  History.allAsOf(cases, of.asOf).filter((known) => isCounted(known, of))

const keptDue = (known: CaseKnown): Instant.Instant | undefined => closure(known)?.due ?? known.due?.whole?.by

/**
 * The rates of a cohort, each with what it is a share of.
 *
 * Shape: rejected, merged and withdrawn cases are not counted; a rate of nobody is `undefined`.
 * Cost: one pass over the cases, and the story of those that changed after `asOf`.
 * Source: 2.13, A-18, P-27.
 */
export const of = (cases: Iterable<CaseKnown>, which: Cohort): Rates => ratesOf(cohort(cases, which), which)

const ratesOf = (counted: ReadonlyArray<CaseKnown>, { asOf, due = keptDue }: Cohort): Rates => {
  const count = (holds: (known: CaseKnown) => boolean, among = counted): number => among.filter(holds).length
  const closed = counted.filter((known) => closure(known) !== undefined)
  const timed = counted.filter((known) => {
    const by = due(known)
    return by !== undefined && (closure(known) !== undefined || asOf > by)
  })
  const asked = counted.flatMap(({ followUps }) => followUps.at(-1) ?? [])
  const rated = asked.flatMap(({ rating }) => rating ?? [])
  const everClosed = counted.filter(({ closures }) => closures.length > 0)
  const dispatched = counted.filter(({ dispatches }) => dispatches.length > 0)
  const inTime = (known: CaseKnown): boolean => (closure(known)?.at ?? asOf) <= (due(known) ?? Number.NEGATIVE_INFINITY)
  const figure = (some: number, all: number, zh: string, en: string) => Rate.asOf(some, all, Text.of(zh, en), asOf)
  return {
    closure: figure(closed.length, counted.length, "受理", "accepted"),
    onTime: figure(count(inTime, timed), timed.length, "已办结或已到期", "closed or past due"),
    resolution: figure(asked.filter(({ solved }) => solved).length, asked.length, "已回访", "followed up"),
    satisfaction: figure(rated.filter(isSatisfied).length, rated.length, "已评价", "rated"),
    followUp: figure(
      count(({ asked: is }) => is, closed),
      closed.length,
      "已办结",
      "closed"
    ),
    reopen: figure(
      count(({ closures }) => closures.some(({ reopened }) => reopened !== undefined), everClosed),
      everClosed.length,
      "曾办结",
      "ever closed"
    ),
    rerouted: figure(
      count(({ dispatches }) => dispatches.length > 1, dispatched),
      dispatched.length,
      "已交办",
      "dispatched"
    )
  }
}

/**
 * The rates of a cohort, apart for what cases have in common: their level, category, place, channel or who did them.
 *
 * Shape: by key, in the order of the keys; cases without one are left out. `Rates.levelOf` and the like name what is asked
 * most.
 * Source: R5-23.
 */
export const by = (
  cases: Iterable<CaseKnown>,
  which: Cohort,
  keyOf: (known: CaseKnown) => string | undefined
): ReadonlyMap<string, Rates> => {
  const groups = new Map<string, Array<CaseKnown>>()
  for (const known of cohort(cases, which)) {
    const key = keyOf(known)
    if (key === undefined) continue
    const found = groups.get(key)
    if (found === undefined) groups.set(key, [known])
    else found.push(known)
  }
  return new Map([...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, some]) => [key, ratesOf(some, which)]))
}

/** The level a case is, or was settled, at. */
export const levelOf = ({ level }: CaseKnown): string => level

/** The sort of matter. */
export const categoryOf = ({ category }: CaseKnown): string | undefined => category

/** Who is to do it, or did. */
export const handlerOf = ({ handler }: CaseKnown): string | undefined => handler
