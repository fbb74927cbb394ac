import { type Rate, Share, type Text } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import * as Answer from "./Answer.ts"
import * as Moment from "./Moment.ts"

const { field } = Answer

/** A rate of cases or whistles, with all it takes to reckon it again. */
export const CaseFigure = Schema.Struct({
  definition: field(Answer.Sentence, "what the rate means"),
  numerator: field(Answer.Count, "what was counted"),
  denominator: field(Answer.Count, "out of how many"),
  population: field(Answer.Sentence, "what the denominator counts"),
  rate: field(Schema.NullOr(Schema.Finite), "numerator by denominator; `null` when there is nothing to be a share of"),
  percent: field(
    Schema.NullOr(Schema.String),
    "the same in per cent with one decimal, half rounded up; `null` when there is none"
  ),
  asOf: field(Schema.String, "the moment it holds for, in the time of the city")
}).annotate({ identifier: "CaseFigure" })
export type CaseFigure = typeof CaseFigure.Type

/** A rate as answers hold it. */
export const of = (figure: Rate.Timed, definition: Text.Both, offset: number): CaseFigure => {
  const { numerator, denominator, population, rate, asOf } = figure
  return {
    definition,
    numerator,
    denominator,
    population: { zh: population.zh, en: population.en ?? population.zh },
    rate: rate ?? null,
    percent: Share.percent(figure) ?? null,
    asOf: Moment.text(asOf, offset)
  }
}

/** A rate for people: per cent, then what was divided by what. */
export const text = ({ percent, numerator, denominator }: CaseFigure): readonly [percent: string, share: string] => [
  percent === null ? "—" : `${percent} %`,
  `${numerator}/${denominator}`
]
