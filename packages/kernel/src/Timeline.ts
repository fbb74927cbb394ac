import * as Equal from "effect/Equal"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as CivilDate from "./CivilDate.ts"
import { PeriodReversed, PeriodsOverlap } from "./KernelError.ts"
import * as Period from "./Period.ts"

/** A value and the days it holds: from `from` on, up to but not including `to`. */
export interface Entry<A> {
  readonly from: CivilDate.CivilDate
  readonly to?: CivilDate.CivilDate
  readonly value: A
}

/**
 * A value that changes over time: on any day it has one value or none.
 *
 * Shape: entries in order of time that share no day; days between entries have no value; two neighbours that meet never
 * hold the same value. Values compare by structure and are never `undefined`. The array is the whole truth, so a
 * timeline can be stored and compared as it is.
 * Source: architecture, "effective dating is the spine".
 */
export type Timeline<A> = ReadonlyArray<Entry<A>>

const none: Timeline<never> = []

/** The timeline that never has a value. */
export const empty = <A = never>(): Timeline<A> => none

/** A value from a date on, without end. */
export const since = <A>(from: CivilDate.CivilDate, value: A): Timeline<A> => [{ from, value }]

const entry = <A>(period: Period.Period, value: A): Entry<A> =>
  period.to === undefined ? { from: period.from, value } : { from: period.from, to: period.to, value }

const isNormal = <A>(before: Entry<A>, after: Entry<A>): boolean =>
  before.to !== undefined &&
  (before.to < after.from || (before.to === after.from && !Equal.equals(before.value, after.value)))

const isInForm = (entries: ReadonlyArray<Entry<unknown>>): boolean =>
  entries.every((current, index) => {
    const before = entries[index - 1]
    return (
      (current.to === undefined || current.from < current.to) && (before === undefined || isNormal(before, current))
    )
  })

/**
 * The schema of stored timelines of a value.
 *
 * Refuses what is not in the form above, so that whatever decodes can be trusted and compared.
 */
export const schema = <A, Stored>(value: Schema.Codec<A, Stored>) =>
  Schema.Array(Schema.Struct({ from: CivilDate.CivilDate, to: Schema.optionalKey(CivilDate.CivilDate), value })).check(
    Schema.makeFilter(
      (entries: Timeline<A>) => isInForm(entries) || "entries in order, sharing no day, joined where equal"
    )
  )

// Joins neighbours that meet and hold the same value; the input is in order and shares no day.
const join = <A>(entries: ReadonlyArray<Entry<A>>): Timeline<A> => {
  const joined: Array<Entry<A>> = []
  for (const next of entries) {
    const last = joined.at(-1)
    if (last !== undefined && !isNormal(last, next)) {
      joined[joined.length - 1] = entry(
        next.to === undefined ? { from: last.from } : { from: last.from, to: next.to },
        last.value
      )
    } else joined.push(next)
  }
  return joined
}

/**
 * Builds a timeline from entries in any order.
 *
 * Fails: `PeriodReversed` when an entry ends on or before its beginning; `PeriodsOverlap` when two share a day.
 * Cost: O(n log n).
 */
export const fromEntries = <A>(
  entries: Iterable<Entry<A>>
): Result.Result<Timeline<A>, PeriodReversed | PeriodsOverlap> => {
  const sorted = [...entries].sort(Period.compare)
  for (const [index, current] of sorted.entries()) {
    if (current.to !== undefined && current.to <= current.from) {
      return Result.fail(new PeriodReversed({ from: current.from, to: current.to }))
    }
    const before = sorted[index - 1]
    if (before !== undefined && Period.overlaps(before, current)) {
      return Result.fail(new PeriodsOverlap({ from: current.from, to: current.to }))
    }
  }
  return Result.succeed(join(sorted))
}

// The index of the last entry that begins on or before the date, or -1. Short timelines are the rule: scan those.
const lastBegun = <A>(timeline: Timeline<A>, date: CivilDate.CivilDate): number => {
  let low = 0
  let high = timeline.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((timeline[middle] as Entry<A>).from <= date) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** The entry that holds on a date, or `undefined`. Cost: O(log n). */
export const entryAt = <A>(timeline: Timeline<A>, date: CivilDate.CivilDate): Entry<A> | undefined => {
  const found = timeline[lastBegun(timeline, date)]
  return found !== undefined && (found.to === undefined || date < found.to) ? found : undefined
}

/**
 * The value on a date, or `undefined` when there is none. Cost: O(log n).
 *
 * ```ts
 * const name = Timeline.since(CivilDate.make("2020-01-01"), "Old")
 * Timeline.at(name, CivilDate.make("2019-12-31")) // => undefined
 * Timeline.at(name, CivilDate.make("2020-01-01")) // => "Old"
 * ```
 */
export const at = <A>(timeline: Timeline<A>, date: CivilDate.CivilDate): A | undefined => entryAt(timeline, date)?.value

/** Takes all values away on the days of a period; other days keep theirs. */
export const clear = <A>(timeline: Timeline<A>, period: Period.Period): Timeline<A> => {
  if (!timeline.some((e) => Period.overlaps(e, period))) return timeline
  return timeline.flatMap((e) => Period.subtract(e, period).map((left) => entry(left, e.value)))
}

/** Sets the value on exactly the days of a period; other days keep theirs. */
export const set = <A>(timeline: Timeline<A>, period: Period.Period, value: A): Timeline<A> =>
  join([...clear(timeline, period), entry(period, value)].sort(Period.compare))

/** The first day after a date on which the timeline changes (a value begins, ends or is replaced), or `undefined`. */
export const nextChange = <A>(timeline: Timeline<A>, after: CivilDate.CivilDate): CivilDate.CivilDate | undefined => {
  for (let index = Math.max(0, lastBegun(timeline, after)); index < timeline.length; index++) {
    const e = timeline[index] as Entry<A>
    if (e.from > after) return e.from
    if (e.to !== undefined && e.to > after) return e.to
  }
  return undefined
}

/**
 * Sets the value from a date on, up to the next change that is already known: what was planned for later stays planned.
 *
 * ```ts
 * const at = CivilDate.make
 * const planned = Timeline.since(at("2027-01-01"), "B")
 * Timeline.setFrom(planned, at("2026-01-01"), "A")
 * // => [{ from: "2026-01-01", to: "2027-01-01", value: "A" }, { from: "2027-01-01", value: "B" }]
 * ```
 */
export const setFrom = <A>(timeline: Timeline<A>, from: CivilDate.CivilDate, value: A): Timeline<A> => {
  const to = nextChange(timeline, from)
  return set(timeline, to === undefined ? { from } : { from, to }, value)
}

/** Ends the timeline on a date: no value from that day on, and nothing planned for later. */
export const endAt = <A>(timeline: Timeline<A>, date: CivilDate.CivilDate): Timeline<A> =>
  clear(timeline, { from: date })

/** Keeps only the days of a period. */
export const restrict = <A>(timeline: Timeline<A>, period: Period.Period): Timeline<A> =>
  timeline.flatMap((e) => {
    const shared = Period.intersect(e, period)
    return shared === undefined ? [] : [entry(shared, e.value)]
  })

/** Changes every value; neighbours that become equal are joined. */
export const map = <A, B>(timeline: Timeline<A>, f: (value: A) => B): Timeline<B> =>
  join(timeline.map((e) => entry(e, f(e.value))))

/** A day on which the value changes, with the value before and after (`undefined` for none). */
export interface Change<A> {
  readonly on: CivilDate.CivilDate
  readonly before: A | undefined
  readonly after: A | undefined
}

/** Every change, in order of time. */
export const changes = <A>(timeline: Timeline<A>): ReadonlyArray<Change<A>> =>
  timeline.flatMap((e, index) => {
    const before = timeline[index - 1]
    const after = timeline[index + 1]
    const met = before !== undefined && before.to === e.from
    const begun: Change<A> = { on: e.from, before: met ? before.value : undefined, after: e.value }
    if (e.to === undefined || after?.from === e.to) return [begun]
    return [begun, { on: e.to, before: e.value, after: undefined }]
  })

/** The days of a period on which there is no value. Cost: O(n). */
export const gaps = <A>(timeline: Timeline<A>, within: Period.Period): ReadonlyArray<Period.Period> => {
  const found: Array<Period.Period> = []
  let from = within.from
  for (const e of restrict(timeline, within)) {
    if (from < e.from) found.push({ from, to: e.from })
    if (e.to === undefined) return found
    from = e.to
  }
  if (within.to === undefined) found.push({ from })
  else if (from < within.to) found.push({ from, to: within.to })
  return found
}

/** The days on which both timelines have a value, with both values. Cost: O(n + m). */
export const zip = <A, B>(a: Timeline<A>, b: Timeline<B>): Timeline<readonly [A, B]> => {
  const pairs: Array<Entry<readonly [A, B]>> = []
  let i = 0
  let j = 0
  while (i < a.length && j < b.length) {
    const left = a[i] as Entry<A>
    const right = b[j] as Entry<B>
    const shared = Period.intersect(left, right)
    if (shared !== undefined) pairs.push(entry(shared, [left.value, right.value]))
    // Whichever ends first has nothing more to meet.
    if (right.to === undefined || (left.to !== undefined && left.to <= right.to)) i++
    else j++
  }
  return join(pairs)
}

/** The days on which both timelines have a value. */
export const overlaps = <A, B>(a: Timeline<A>, b: Timeline<B>): ReadonlyArray<Period.Period> =>
  map(zip(a, b), () => true).map(({ from, to }) => (to === undefined ? { from } : { from, to }))
