import { CivilDate, Identifier } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { WeeklyWindow } from "./Capacity.ts"
import { CategoryId, Code } from "./Category.ts"

/** Names a need. */
export const NeedId = Code.pipe(Schema.brand("NeedId"))
export type NeedId = typeof NeedId.Type

/** How a need came to be known. Source: P-29, P-35, H-19 (a survey before anything is offered). */
export const NeedOrigin = Schema.Literals(["selfRaised", "visit", "sweep", "survey", "meeting"])
export type NeedOrigin = typeof NeedOrigin.Type

/** What somebody wants said in a few words, without anything that leads to a person. */
export const Wording = Schema.String.check(Schema.isMinLength(1), Schema.isMaxLength(2000))

const fields = {
  need: NeedId,
  raiser: Identifier.UnitId,
  category: Schema.optionalKey(CategoryId),
  text: Wording,
  place: Identifier.UnitId,
  urgency: Schema.Literals([1, 2, 3, 4, 5]),
  quantity: Schema.Int.check(Schema.isGreaterThan(0)),
  divisible: Schema.optionalKey(Schema.Boolean),
  audience: Schema.optionalKey(Code),
  wanted: Schema.optionalKey(
    Schema.Struct({
      from: CivilDate.CivilDate,
      to: Schema.optionalKey(CivilDate.CivilDate),
      windows: Schema.optionalKey(Schema.Array(WeeklyWindow))
    })
  ),
  origin: NeedOrigin,
  stage: Schema.optionalKey(Code),
  on: CivilDate.CivilDate
}

/**
 * Something that is wanted: what, by whom, where, how much and how urgently.
 *
 * Shape: `urgency` is 5 for what cannot wait; without `category` somebody has yet to say what it is about; `stage` is
 * the stage of development the enterprise is in (D-08); a `divisible` need may be met in parts by several.
 * Source: P-23, P-31, R3-8.
 */
export const Need = Schema.Struct(fields)
export type Need = typeof Need.Type
