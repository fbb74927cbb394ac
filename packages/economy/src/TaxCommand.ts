import { CivilDate, Identifier, Money } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { Metric } from "./Metric.ts"

/**
 * Records what a building yielded in a year, as it was told on a day.
 *
 * Shape: a later record for the same building, year and metric replaces the earlier one from its day on; of two told on
 * one day the one recorded last holds. `metric` is tax when left out; `refund` declares that less than nothing is meant.
 * Units: `amount` in fen, for the whole year so far known, not what is added.
 * Source: H-31, A-06b, 2.6.
 */
export const RecordTax = Schema.TaggedStruct("RecordTax", {
  building: Identifier.UnitId,
  year: Schema.Int,
  amount: Money.Money,
  on: CivilDate.CivilDate,
  metric: Schema.optionalKey(Metric),
  refund: Schema.optionalKey(Schema.Boolean),
  source: Schema.optionalKey(Schema.String.check(Schema.isMinLength(1), Schema.isMaxLength(200)))
})

/** Everything that can be asked of the tax records. */
export const TaxCommand = Schema.Union([RecordTax]).pipe(Schema.toTaggedUnion("_tag"))
export type TaxCommand = typeof TaxCommand.Type
