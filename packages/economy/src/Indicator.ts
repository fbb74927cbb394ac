import { Text } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { Code } from "./Code.ts"
import { IndicatorUnknown } from "./FigureError.ts"
import { Unit } from "./Unit.ts"

/** Names an indicator, for example `closureRate`. */
export const IndicatorId = Code.pipe(Schema.brand("IndicatorId"))
export type IndicatorId = typeof IndicatorId.Type

/**
 * What sort of number an indicator is: a part of a whole, an increase over a base, an amount for each unit of space or
 * body, how many, how much, or an average.
 */
export const Kind = Schema.Literals(["rate", "change", "density", "count", "amount", "mean"])
export type Kind = typeof Kind.Type

/** Tells whether numbers of a kind are one number divided by another. */
export const isQuotient = (kind: Kind): boolean => kind !== "count" && kind !== "amount"

/**
 * The definition of an indicator: what is divided by what, over which population.
 *
 * Shape: `counts` and `per` name what is counted and by what it is divided, for machines (`enterprises`, `buildings`);
 * a quotient has both, a count or amount only the first. `unit` is the one in which values are held: a rate is a share
 * of 1, money is in fen. `better` is left out where neither more nor less is better.
 * Source: A-22 (coverage needs an explicit numerator and denominator), domain 2.13.
 */
export const Indicator = Schema.Struct({
  id: IndicatorId,
  names: Text.Text,
  kind: Kind,
  unit: Unit,
  counts: Code,
  per: Schema.optionalKey(Code),
  numerator: Text.Text,
  denominator: Schema.optionalKey(Text.Text),
  population: Text.Text,
  better: Schema.optionalKey(Schema.Literals(["up", "down"])),
  source: Schema.NonEmptyString
}).check(
  Schema.makeFilter(({ kind, per, denominator }) => {
    const divided = per !== undefined && denominator !== undefined
    const whole = per === undefined && denominator === undefined
    if (isQuotient(kind) ? divided : whole) return undefined
    return { path: ["denominator"], issue: "a quotient has a denominator and says of what, a count or amount has none" }
  })
)
export type Indicator = typeof Indicator.Type

/** Indicators by id. */
export type Indicators = ReadonlyMap<string, Indicator>

/** Makes a list of indicators ready to be looked up. */
export const of = (list: ReadonlyArray<Indicator>): Indicators => new Map(list.map((one) => [one.id, one]))

/** Looks an indicator up. Fails: `IndicatorUnknown`. */
export const get = (indicators: Indicators, id: string): Result.Result<Indicator, IndicatorUnknown> => {
  const found = indicators.get(id)
  return found === undefined ? Result.fail(new IndicatorUnknown({ id })) : Result.succeed(found)
}
