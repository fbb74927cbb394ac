import { CivilDate, type Rate } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import * as Answer from "./Answer.ts"

const { field } = Answer

/** A share with what it is a share of. */
export const Share = Schema.Struct({
  numerator: field(Schema.Finite, "what was counted or measured"),
  denominator: field(Schema.Finite, "out of how much"),
  rate: field(Schema.NullOr(Schema.Finite), "numerator by denominator; `null` when there is nothing to be a share of"),
  population: field(Answer.Sentence, "what the denominator counts"),
  on: field(CivilDate.CivilDate, "the day it holds for")
}).annotate({ identifier: "Share" })
export type Share = typeof Share.Type

/** A rate as answers hold it. */
export const of = ({ numerator, denominator, rate, population, on }: Rate.Dated): Share => ({
  numerator,
  denominator,
  rate: rate ?? null,
  population: { zh: population.zh, en: population.en ?? population.zh },
  on
})

/** A share in percent, a dash where there is none. */
export const percent = (rate: number | null): string => (rate === null ? "—" : `${(rate * 100).toFixed(1)} %`)

/** A share for people: percent, then what was divided by what. */
export const text = ({ numerator, denominator, rate }: Share): string =>
  `${percent(rate)} (${number(numerator)}/${number(denominator)})`

/** A number with its thousands apart, and no more decimals than it has. */
export const number = (value: number): string => {
  const [whole = "", decimals] = String(Math.round(value * 100) / 100).split(".")
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, ",")
  return decimals === undefined ? grouped : `${grouped}.${decimals}`
}
