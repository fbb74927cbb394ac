import { CivilDate, Text } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { Reference } from "./Code.ts"
import { FigureInvalid, FiguresDiffer } from "./FigureError.ts"
import { type Indicator, type IndicatorId, isQuotient } from "./Indicator.ts"
import * as Quantity from "./Quantity.ts"
import { dimension, type Unit } from "./Unit.ts"

/**
 * What a figure speaks about: a building, a district, or what a text means by its words.
 *
 * Shape: the id says whether two figures are about the same; `names` is the label that readers see.
 */
export const Scope = Schema.Struct({
  id: Reference,
  names: Text.Text
})
export type Scope = typeof Scope.Type

/** Where, when and over how many a figure is told. */
export interface At {
  readonly on: CivilDate.CivilDate
  readonly scope: Scope
  /** How many there are of what the indicator is about, where that is known. */
  readonly population?: number
}

/**
 * A value of an indicator with all that it takes to check it.
 *
 * Shape: `value` is `undefined` where there is nothing to divide by, never 0 or 1. Nothing in it is rounded.
 * Units: `unit` of the indicator.
 */
export interface Figure {
  readonly indicator: IndicatorId
  readonly kind: Indicator["kind"]
  readonly unit: Unit
  readonly scope: Scope
  readonly on: CivilDate.CivilDate
  readonly numerator: Quantity.Quantity
  readonly denominator: Quantity.Quantity | undefined
  readonly population: number | undefined
  readonly value: Quantity.Quantity | undefined
}

const reason = (
  { kind, unit }: Indicator,
  numerator: Quantity.Quantity,
  denominator: Quantity.Quantity | undefined,
  population: number | undefined
): FigureInvalid["reason"] | undefined => {
  const all = [numerator.value, denominator?.value ?? 0, population ?? 0]
  if (!all.every(Number.isFinite)) return "notFinite"
  // Money may be owed or given back, and what changes may fall; nothing else is below zero.
  const signed = kind === "change" || dimension(unit).startsWith("money")
  if (all.some((one, index) => one < 0 && (index > 0 || !signed))) return "negative"
  if (isQuotient(kind) && denominator === undefined) return "denominatorMissing"
  if (!isQuotient(kind) && denominator !== undefined) return "denominatorUnwanted"
  const exact = denominator !== undefined && Quantity.isExact(numerator) && Quantity.isExact(denominator)
  return kind === "rate" && exact && numerator.value > denominator.value ? "partAboveWhole" : undefined
}

const build = (
  indicator: Pick<Indicator, "id" | "kind" | "unit">,
  numerator: Quantity.Quantity,
  denominator: Quantity.Quantity | undefined,
  { on, scope, population }: At
): Figure => ({
  indicator: indicator.id,
  kind: indicator.kind,
  unit: indicator.unit,
  scope,
  on,
  numerator,
  denominator,
  population,
  value: denominator === undefined ? numerator : Quantity.divide(numerator, denominator)
})

const make = (
  indicator: Indicator,
  numerator: number | Quantity.Quantity,
  denominator: number | Quantity.Quantity | undefined,
  at: At
): Result.Result<Figure, FigureInvalid> => {
  const part = Quantity.of(numerator)
  const whole = denominator === undefined ? undefined : Quantity.of(denominator)
  const wrong = reason(indicator, part, whole, at.population)
  return wrong === undefined
    ? Result.succeed(build(indicator, part, whole, at))
    : Result.fail(new FigureInvalid({ indicator: indicator.id, reason: wrong }))
}

/**
 * A figure that is one number divided by another: a rate, change, density or mean.
 *
 * Fails: `FigureInvalid` when a number is negative or none, a part of a rate exceeds its whole, or the indicator is no
 * quotient.
 * Source: domain 2.13 (an empty denominator gives `undefined`).
 *
 * ```ts
 * import { CivilDate, Text } from "@louyu/kernel"
 * import * as Result from "effect/Result"
 * const closure = Result.getOrThrow(Indicator.get(Indicators.common, "closureRate"))
 * const at = { on: CivilDate.make("2022-12-31"), scope: { id: "tower", names: Text.of("大厦") } }
 * Result.getOrThrow(Figure.rate(closure, 1, 4, at)).value // => { value: 0.25, qualifier: "exact" }
 * Result.getOrThrow(Figure.rate(closure, 0, 0, at)).value // => undefined
 * ```
 */
export const rate = (
  indicator: Indicator,
  numerator: number | Quantity.Quantity,
  denominator: number | Quantity.Quantity,
  at: At
): Result.Result<Figure, FigureInvalid> => make(indicator, numerator, denominator, at)

/** A figure that is a count or an amount. Fails: as {@link rate}, and when the indicator is a quotient. */
export const amount = (
  indicator: Indicator,
  quantity: number | Quantity.Quantity,
  at: At
): Result.Result<Figure, FigureInvalid> => make(indicator, quantity, undefined, at)

const differ = (what: "indicator" | "date" | "scope", one: string, other: string) =>
  Result.fail(new FiguresDiffer({ what, one, other }))

const summed = (one: Quantity.Quantity, other: Quantity.Quantity): Quantity.Quantity | undefined => {
  const sum = Quantity.add(one, other)
  const whole = Number.isInteger(one.value) && Number.isInteger(other.value)
  return whole && !Number.isSafeInteger(sum.value) ? undefined : sum
}

/**
 * Adds a figure to another of the same indicator and date: numerators and denominators, never the values.
 *
 * Shape: the sum speaks of the scope that is given. Only what shares nothing may be added; that is the caller's to know.
 * Fails: `FiguresDiffer`; `FigureInvalid` when a sum of whole numbers is no longer exact.
 * Source: invariant 15.
 */
export const add = (one: Figure, other: Figure, scope: Scope): Result.Result<Figure, FiguresDiffer | FigureInvalid> => {
  if (one.indicator !== other.indicator) return differ("indicator", one.indicator, other.indicator)
  if (one.on !== other.on) return differ("date", one.on, other.on)
  const numerator = summed(one.numerator, other.numerator)
  const denominator =
    one.denominator === undefined || other.denominator === undefined
      ? undefined
      : summed(one.denominator, other.denominator)
  if (numerator === undefined || (isQuotient(one.kind) && denominator === undefined)) {
    return Result.fail(new FigureInvalid({ indicator: one.indicator, reason: "outOfRange" }))
  }
  const { on, population: some } = one
  const population = some === undefined || other.population === undefined ? undefined : some + other.population
  const at: At = population === undefined ? { on, scope } : { on, scope, population }
  return Result.succeed(build({ ...one, id: one.indicator }, numerator, denominator, at))
}

/**
 * How a figure changed.
 *
 * Shape: `absolute` is `undefined` when one of them has no value, `relative` also when there was nothing before.
 * Units: `absolute` in the unit of the indicator, `relative` as a share of the base.
 */
export interface Change {
  readonly absolute: Quantity.Quantity | undefined
  readonly relative: Quantity.Quantity | undefined
}

/**
 * Compares a figure with the one of the year before.
 *
 * Fails: `FiguresDiffer` when they are of another indicator or scope, or not a year apart.
 *
 * ```ts
 * import { CivilDate, Text } from "@louyu/kernel"
 * import * as Result from "effect/Result"
 * const tax = Result.getOrThrow(Indicator.get(Indicators.common, "tax"))
 * const scope = { id: "cbd", names: Text.of("商务区") }
 * const of = (on: string, fen: number) =>
 *   Result.getOrThrow(Figure.amount(tax, fen, { on: CivilDate.make(on), scope }))
 * const change = Figure.yearOnYear(of("2022-12-31", 1150), of("2021-12-31", 1000))
 * Result.getOrThrow(change).relative // => { value: 0.15, qualifier: "exact" }
 * Result.getOrThrow(Figure.yearOnYear(of("2022-12-31", 1150), undefined)).relative // => undefined
 * ```
 */
export const yearOnYear = (now: Figure, base: Figure | undefined): Result.Result<Change, FiguresDiffer> => {
  if (base === undefined) return Result.succeed({ absolute: undefined, relative: undefined })
  if (now.indicator !== base.indicator) return differ("indicator", now.indicator, base.indicator)
  if (now.scope.id !== base.scope.id) return differ("scope", now.scope.id, base.scope.id)
  if (CivilDate.year(now.on) !== CivilDate.year(base.on) + 1) return differ("date", now.on, base.on)
  if (now.value === undefined || base.value === undefined) {
    return Result.succeed({ absolute: undefined, relative: undefined })
  }
  const absolute = Quantity.subtract(now.value, base.value)
  const grown = Quantity.divide(now.value, base.value)
  // The increase by the base: 150 of 1000 is 0.15, which 1.15 less 1 is not quite.
  const relative =
    grown === undefined ? undefined : { value: absolute.value / Math.abs(base.value.value), qualifier: grown.qualifier }
  return Result.succeed({ absolute, relative })
}

/**
 * How many times as dense a part is as the whole it belongs to, from its shares of what is measured and of the space.
 *
 * Source: F-01: a 17th of the economy on a 180th of the area.
 *
 * ```ts
 * Figure.timesAsDense({ amount: 1 / 17, space: 1 / 180 })?.toFixed(1) // => "10.6"
 * Figure.timesAsDense({ amount: 1 / 17, space: 0 }) // => undefined
 * ```
 */
export const timesAsDense = (share: { readonly amount: number; readonly space: number }): number | undefined =>
  share.space === 0 ? undefined : share.amount / share.space
