import { CivilDate, IndustryCode, Text } from "@louyu/kernel"
import * as Schema from "effect/Schema"

const Code = Schema.String.check(Schema.isPattern(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u))

/** The size classes of enterprises, from the smallest up. Source: the statistical division into large, medium, small and micro. */
export const sizes = ["micro", "small", "medium", "large"] as const
export const SizeClass = Schema.Literals(sizes)
export type SizeClass = typeof SizeClass.Type

/** What a field can hold: one of some codes, several of them, a number, a date, a place, a size class, an industry. */
export const FieldType = Schema.Literals(["choice", "set", "number", "date", "place", "size", "industry"])
export type FieldType = typeof FieldType.Type

const Option = Schema.Struct({ id: Code, names: Text.Text })

/**
 * One thing known about an enterprise, a person or a need, as data.
 *
 * Shape: `unit` says what a number counts; `options` are the codes a `choice` or `set` may hold, any when left out.
 * Source: R3-3, P-31.
 */
export const Field = Schema.Struct({
  id: Code,
  type: FieldType,
  names: Text.Text,
  unit: Schema.optionalKey(Text.Text),
  options: Schema.optionalKey(Schema.Array(Option))
})
export type Field = typeof Field.Type

/** What a field holds. */
export type Value = string | number | ReadonlyArray<string> | IndustryCode.IndustryCode

/**
 * What is known about one enterprise, person or need: values by field.
 *
 * Shape: what is not known is left out; an empty set says that there is none.
 */
export type Values = Readonly<Record<string, Value | undefined>>

const isTexts = (value: unknown): value is ReadonlyArray<string> =>
  Array.isArray(value) && value.every((one) => typeof one === "string")

const isIndustry = Schema.is(IndustryCode.IndustryCode)

const fits: Readonly<Record<FieldType, (value: unknown) => boolean>> = {
  choice: (value) => typeof value === "string",
  place: (value) => typeof value === "string",
  set: isTexts,
  number: (value) => typeof value === "number" && Number.isFinite(value),
  date: CivilDate.is,
  size: (value) => sizes.some((size) => size === value),
  industry: isIndustry
}

/**
 * The value of a field; `undefined` when there is none or the field cannot hold what is there.
 *
 * ```ts
 * const staff = { id: "staff", type: "number", names: { zh: "员工数" } } as const
 * Field.read(staff, { staff: 12 }) // => 12
 * Field.read(staff, { staff: "a dozen" }) // => undefined
 * ```
 */
export const read = (field: Pick<Field, "id" | "type">, values: Values): Value | undefined => {
  const value = values[field.id]
  return value !== undefined && fits[field.type](value) ? value : undefined
}

/** The name of an option, or its code where it has none. */
export const optionName = (field: Field, code: string): Text.Both => {
  const names = field.options?.find(({ id }) => id === code)?.names ?? { zh: code }
  return { zh: names.zh, en: names.en ?? names.zh }
}
