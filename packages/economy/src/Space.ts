import { CivilDate, Identifier, Text } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { Area } from "./Area.ts"

/** The form of ids of spaces and leases: 1 to 128 letters, digits, `.`, `_`, `:` or `-`, a letter or digit first. */
export const Name = Schema.String.check(Schema.isPattern(/^[\p{L}\p{N}][\p{L}\p{N}._:-]{0,127}$/u))

/** Names a lettable space. */
export const SpaceId = Name.pipe(Schema.brand("SpaceId"))
export type SpaceId = typeof SpaceId.Type

/** Whether who uses a space pays rent or bought it. */
export const Tenure = Schema.Literals(["rent", "own"])
export type Tenure = typeof Tenure.Type

/**
 * A part of a building that can be let or sold as one.
 *
 * Shape: `place` is the building, floor or room of the organisation it lies in; `floor` as the building writes it;
 * `offer` is what it is to be had for, either when left out; `to` is the first day on which it is no space any more.
 * Source: R4-12, 2.13.
 */
export const Space = Schema.Struct({
  space: SpaceId,
  place: Identifier.UnitId,
  label: Text.Text,
  floor: Schema.optionalKey(Schema.NonEmptyString),
  area: Area,
  purpose: Schema.optionalKey(Name),
  offer: Schema.optionalKey(Tenure),
  from: CivilDate.CivilDate,
  to: Schema.optionalKey(CivilDate.CivilDate)
})
export type Space = typeof Space.Type
