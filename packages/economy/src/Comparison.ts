import type { Count } from "@louyu/kernel"
import type { Figure } from "./Figure.ts"
import type { Printed, Published } from "./Published.ts"
import * as Unit from "./Unit.ts"

/** Why a computed figure and a published one say nothing about each other. */
export type Obstacle = "indicator" | "scope" | "date" | "unit" | "notComputed" | "inexact"

/**
 * How a computed figure stands to a published one.
 *
 * Shape: `by` is how far the computed one is at least from what was published, in the printed unit, below zero when less.
 */
export type Verdict =
  | { readonly _tag: "agrees" }
  | { readonly _tag: "differs"; readonly by: number }
  | { readonly _tag: "notComparable"; readonly obstacles: readonly [Obstacle, ...ReadonlyArray<Obstacle>] }

/**
 * How far off words reach, as a share of the printed number.
 *
 * Shape: "about 100" reaches from 90 to 110, "nearly 100" from 90 up to, but not, 100; "at least 100" has no upper end.
 */
export interface Tolerance {
  readonly about: number
  readonly nearly: number
}

/** A tenth each: a convention, since no source says how far its words reach. */
export const tenth: Tolerance = { about: 0.1, nearly: 0.1 }

interface Range {
  readonly low: number
  readonly high: number
  /** Whether the upper end itself belongs to it. */
  readonly closed: boolean
}

const range = (value: number, qualifier: Count.Qualifier, { about, nearly }: Tolerance): Range => {
  switch (qualifier) {
    case "exact":
      return { low: value, high: value, closed: true }
    case "atLeast":
      return { low: value, high: Number.POSITIVE_INFINITY, closed: true }
    case "about":
      return { low: value * (1 - about), high: value * (1 + about), closed: true }
    case "nearly":
      return { low: value * (1 - nearly), high: value, closed: false }
  }
}

const isBelow = (a: Range, b: Range): boolean => a.high < b.low || (a.high === b.low && !a.closed)
const isWithin = (inner: Range, outer: Range): boolean =>
  outer.low <= inner.low && (inner.high < outer.high || (inner.high === outer.high && (outer.closed || !inner.closed)))

// The computed number in units of the last printed decimal. Multiplied first and divided last, so that 29 of 100 are 29 %.
const inSteps = (figure: Figure, scale: readonly [number, number], decimals: number): number =>
  (figure.numerator.value * scale[0] * 10 ** decimals) / ((figure.denominator?.value ?? 1) * scale[1])

// The same rounded half up; whole numbers stay exact however large they are.
const rounded = (figure: Figure, scale: readonly [number, number], decimals: number): number => {
  const part = figure.numerator.value
  const whole = figure.denominator?.value ?? 1
  if (!Number.isSafeInteger(part) || !Number.isSafeInteger(whole)) {
    const steps = inSteps(figure, scale, decimals)
    return Math.sign(steps) * Math.floor(Math.abs(steps) + 0.5)
  }
  const twice = BigInt(Math.abs(part)) * BigInt(scale[0]) * 10n ** BigInt(decimals) * 2n
  const by = BigInt(whole) * BigInt(scale[1])
  const size = Number((twice + by) / (2n * by))
  return part < 0 ? -size : size
}

const judge = (
  figure: Figure,
  qualifier: Count.Qualifier,
  { count, decimals = 0, fall }: Printed,
  scale: readonly [number, number],
  tolerance: Tolerance
): Verdict => {
  // What fell by so much is looked at as what rose by so much.
  const sign = fall === true ? -1 : 1
  const computed = sign * inSteps(figure, scale, decimals)
  const differs = (steps: number): Verdict => ({ _tag: "differs", by: (sign * steps) / 10 ** decimals })
  if (qualifier === "exact" && count.qualifier === "exact") {
    return sign * rounded(figure, scale, decimals) === count.value
      ? { _tag: "agrees" }
      : differs(computed - count.value)
  }
  const said: Range =
    count.qualifier === "exact"
      ? { low: count.value - 0.5, high: count.value + 0.5, closed: false }
      : range(count.value, count.qualifier, tolerance)
  const known = range(computed, qualifier, tolerance)
  if (isWithin(known, said)) return { _tag: "agrees" }
  if (isBelow(known, said)) return differs(known.high - said.low)
  if (isBelow(said, known)) return differs(known.low - said.high)
  return { _tag: "notComparable", obstacles: ["inexact"] }
}

/**
 * Compares a computed figure with a published one. Neither is changed, and nothing is made to agree.
 *
 * Shape: an exact number agrees when the computed one, rounded half up to the printed decimals, prints the same; one with
 * a word before it agrees when the computed one is what the word means. What is itself known inexactly agrees or differs
 * only where that is sure.
 * Source; G-10: 99.9 % of 3,860 holds for 3,855 to 3,858.
 */
export const of = (computed: Figure | undefined, published: Published, tolerance: Tolerance = tenth): Verdict => {
  if (computed === undefined) return { _tag: "notComparable", obstacles: ["notComputed"] }
  const scale = Unit.between(computed.unit, published.printed.unit)
  const obstacles: Array<Obstacle> = []
  if (computed.indicator !== published.indicator) obstacles.push("indicator")
  if (computed.scope.id !== published.scope.id) obstacles.push("scope")
  if (computed.on !== published.on) obstacles.push("date")
  if (scale === undefined) obstacles.push("unit")
  const { value } = computed
  if (value === undefined) obstacles.push("notComputed")
  const [first, ...rest] = obstacles
  if (first !== undefined) return { _tag: "notComparable", obstacles: [first, ...rest] }
  return value === undefined || scale === undefined
    ? { _tag: "notComparable", obstacles: ["notComputed"] }
    : judge(computed, value.qualifier, published.printed, scale, tolerance)
}
