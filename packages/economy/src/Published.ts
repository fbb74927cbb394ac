import { CivilDate, Count } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { Reference } from "./Code.ts"
import { Scope } from "./Figure.ts"
import { IndicatorId } from "./Indicator.ts"
import { Unit } from "./Unit.ts"

/** Names a published figure. */
export const PublicationId = Reference.pipe(Schema.brand("PublicationId"))
export type PublicationId = typeof PublicationId.Type

/**
 * A number as it was printed: its digits, where the decimal point is, its unit and the word before it.
 *
 * Shape: 99.9 % is the count 999 with one decimal in percent; "超13亿元" is at least 13 in 亿元; a fall of 3 % is 3 with
 * `fall`.
 */
export const Printed = Schema.Struct({
  count: Count.Count,
  decimals: Schema.optionalKey(Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 6 }))),
  unit: Unit,
  fall: Schema.optionalKey(Schema.Boolean)
})
export type Printed = typeof Printed.Type

/**
 * A figure that somebody published, kept as it is for good beside the one that is computed.
 *
 * Shape: `on` is the day it speaks of, `published` the day it was said; `expected` when it was said beforehand.
 * Source: figures with other scopes or dates stand side by side and are never made to agree.
 */
export const Published = Schema.Struct({
  publication: PublicationId,
  indicator: IndicatorId,
  scope: Scope,
  printed: Printed,
  on: CivilDate.CivilDate,
  source: Schema.String.check(Schema.isMinLength(1), Schema.isMaxLength(200)),
  published: CivilDate.CivilDate,
  expected: Schema.optionalKey(Schema.Boolean)
})
export type Published = typeof Published.Type

/** The number of a printed value, in its own unit. */
export const number = ({ count, decimals = 0, fall }: Printed): number =>
  ((fall === true ? -1 : 1) * count.value) / 10 ** decimals
