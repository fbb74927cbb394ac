import { CivilDate, Identifier, IndustryCode } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { SizeClass } from "./Field.ts"

const Name = Schema.NonEmptyString
const Codes = Schema.NonEmptyArray(Name)
const positive = Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 36_500 }))

/** The field holds one of some codes. */
export const OneOf = Schema.TaggedStruct("oneOf", { field: Name, values: Codes })
/** The field holds at least one of some codes, for example of qualifications or memberships. */
export const HasAny = Schema.TaggedStruct("hasAny", { field: Name, values: Codes })
/** The field holds all of some codes. */
export const HasAll = Schema.TaggedStruct("hasAll", { field: Name, values: Codes })
/** The field holds a number in a range. Shape: both ends belong to it; one may be left out. */
export const NumberBetween = Schema.TaggedStruct("numberBetween", {
  field: Name,
  atLeast: Schema.optionalKey(Schema.Finite),
  atMost: Schema.optionalKey(Schema.Finite)
})
/** The field holds a date from `from` on, before `to`. Shape: one of them may be left out. */
export const DateBetween = Schema.TaggedStruct("dateBetween", {
  field: Name,
  from: Schema.optionalKey(CivilDate.CivilDate),
  to: Schema.optionalKey(CivilDate.CivilDate)
})
/**
 * The field holds a date not after the day asked and less than so long before it: "newly settled".
 *
 * Shape: within one day means on the day asked.
 */
export const WithinLast = Schema.TaggedStruct("withinLast", {
  field: Name,
  amount: positive,
  unit: Schema.Literals(["days", "months"])
})
/** The field names a place that is the unit or lies in it. */
export const PlaceWithin = Schema.TaggedStruct("placeWithin", { field: Name, unit: Identifier.UnitId })
/** The field holds a size class in a range. Shape: both ends belong to it; one may be left out. */
export const SizeBetween = Schema.TaggedStruct("sizeBetween", {
  field: Name,
  atLeast: Schema.optionalKey(SizeClass),
  atMost: Schema.optionalKey(SizeClass)
})
/** The field holds an industry that is one of some or lies below it. */
export const IndustryIn = Schema.TaggedStruct("industryIn", {
  field: Name,
  codes: Schema.NonEmptyArray(IndustryCode.IndustryCode)
})

/** A condition on one field. */
export const Atom = Schema.Union([
  OneOf,
  HasAny,
  HasAll,
  NumberBetween,
  DateBetween,
  WithinLast,
  PlaceWithin,
  SizeBetween,
  IndustryIn
])
export type Atom = typeof Atom.Type

/** A condition: on one field, or made of others by `all`, `any` and `not`. Source: R3-3. */
export type Condition =
  | Atom
  | { readonly _tag: "all"; readonly conditions: readonly [Condition, ...Array<Condition>] }
  | { readonly _tag: "any"; readonly conditions: readonly [Condition, ...Array<Condition>] }
  | { readonly _tag: "not"; readonly condition: Condition }

type Encoded =
  | typeof Atom.Encoded
  | { readonly _tag: "all"; readonly conditions: readonly [Encoded, ...Array<Encoded>] }
  | { readonly _tag: "any"; readonly conditions: readonly [Encoded, ...Array<Encoded>] }
  | { readonly _tag: "not"; readonly condition: Encoded }

const Nested = Schema.suspend((): Schema.Codec<Condition, Encoded> => Condition)

/**
 * The schema of a condition.
 *
 * ```ts
 * import * as Schema from "effect/Schema"
 * const settled = { _tag: "withinLast", field: "settledOn", amount: 3, unit: "months" }
 * Schema.is(Condition.Condition)({ _tag: "not", condition: settled }) // => true
 * Schema.is(Condition.Condition)({ _tag: "all", conditions: [] }) // => false
 * ```
 */
export const Condition: Schema.Codec<Condition, Encoded> = Schema.Union([
  ...Atom.members,
  Schema.TaggedStruct("all", { conditions: Schema.NonEmptyArray(Nested) }),
  Schema.TaggedStruct("any", { conditions: Schema.NonEmptyArray(Nested) }),
  Schema.TaggedStruct("not", { condition: Nested })
]).annotate({ identifier: "EligibilityCondition" })
