import { CivilDate, type Period, TimeWindow } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { Code } from "./Category.ts"

/**
 * How much of something there is.
 *
 * Shape: `atOnce` is what can be in use at the same time (seats), `total` what there is once and for all, the others
 * what there is in each calendar day, week (from Monday), month or year. `unit` says what is counted: seats, hours,
 * consultations.
 */
export const Capacity = Schema.Struct({
  amount: Schema.Int.check(Schema.isGreaterThanOrEqualTo(0)),
  unit: Code,
  per: Schema.Literals(["atOnce", "day", "week", "month", "year", "total"])
})
export type Capacity = typeof Capacity.Type

/** A time of the week at which something is there. Shape: `weekdays` count from Monday, 1, to Sunday, 7. */
export const WeeklyWindow = Schema.Struct({
  weekdays: Schema.NonEmptyArray(Schema.Literals([1, 2, 3, 4, 5, 6, 7])),
  open: TimeWindow.TimeOfDay,
  close: TimeWindow.TimeOfDay
}).check(
  Schema.makeFilter((w) => (w.open < w.close ? undefined : { path: ["close"], issue: "close must be after open" }))
)
export type WeeklyWindow = typeof WeeklyWindow.Type

/** An amount that is taken for a time. */
export interface Use {
  readonly quantity: number
  readonly period: Period.Period
}

/** A stretch of time within which uses add up, and what they come to. */
export interface Load {
  readonly from: CivilDate.CivilDate
  readonly used: number
}

// The first day of the stretch a day belongs to.
const stretchOf: Readonly<
  Record<"day" | "week" | "month" | "year", (day: CivilDate.CivilDate) => CivilDate.CivilDate>
> = {
  day: (day) => day,
  week: (day) => CivilDate.addDays(day, 1 - CivilDate.weekday(day)),
  month: (day) => CivilDate.make(`${day.slice(0, 7)}-01`),
  year: (day) => CivilDate.make(`${day.slice(0, 4)}-01-01`)
}

// What is in use at once changes only where a use begins.
const atOnce = (uses: ReadonlyArray<Use>): ReadonlyArray<Load> =>
  [...new Set(uses.map(({ period }) => period.from))].toSorted().map((from) => ({
    from,
    used: uses.reduce(
      (sum, { quantity, period }) =>
        period.from <= from && (period.to === undefined || from < period.to) ? sum + quantity : sum,
      0
    )
  }))

const stretches = (per: keyof typeof stretchOf, uses: ReadonlyArray<Use>): ReadonlyArray<Load> => {
  const sums = new Map<CivilDate.CivilDate, number>()
  for (const { quantity, period } of uses) {
    const from = stretchOf[per](period.from)
    sums.set(from, (sums.get(from) ?? 0) + quantity)
  }
  return [...sums].map(([from, used]) => ({ from, used })).toSorted((a, b) => CivilDate.compare(a.from, b.from))
}

/**
 * What uses come to, stretch by stretch in order of time.
 *
 * Shape: a use counts in the day, week, month or year in which it begins; of what is in use at once, a stretch begins
 * where a use does.
 */
export const loads = ({ per }: Capacity, uses: ReadonlyArray<Use>): ReadonlyArray<Load> => {
  if (per === "atOnce") return atOnce(uses)
  const first = uses.map(({ period }) => period.from).toSorted()[0]
  if (per !== "total") return stretches(per, uses)
  return first === undefined ? [] : [{ from: first, used: uses.reduce((sum, { quantity }) => sum + quantity, 0) }]
}

/**
 * The first stretch in which uses come to more than there is.
 *
 * Shape: `amountOn` says how much there is on the first day of a stretch, where that changes over time.
 * Source: invariant 9.
 */
export const overload = (
  capacity: Capacity,
  uses: ReadonlyArray<Use>,
  amountOn: (day: CivilDate.CivilDate) => number = () => capacity.amount
): Load | undefined => loads(capacity, uses).find(({ from, used }) => used > amountOn(from))

/** What is left for a use that begins on a day and lasts for a period, never below zero. */
export const left = (capacity: Capacity, uses: ReadonlyArray<Use>, period: Period.Period): number => {
  const probe: Use = { quantity: 0, period }
  const touched = loads(capacity, [...uses, probe]).filter(({ from }) =>
    capacity.per === "atOnce"
      ? period.from <= from && (period.to === undefined || from < period.to)
      : capacity.per === "total" || from === stretchOf[capacity.per](period.from)
  )
  return Math.max(0, capacity.amount - Math.max(0, ...touched.map(({ used }) => used)))
}
