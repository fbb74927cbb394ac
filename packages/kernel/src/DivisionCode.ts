import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { DivisionCodeMalformed } from "./KernelError.ts"

/**
 * The code of an administrative division: 6 digits down to the county, 9 to the township, 12 to the village.
 *
 * Shape: segments of 2 (province), 2 (prefecture), 2 (county), 3 (township) and 3 (village) digits; a level that is left
 * out is zero, and all forms with the same digits before the closing zeros name the same division.
 * Codes change from year to year and special zones keep codes of their own: a prefix is a hint at who is above, no proof.
 * Source: GB/T 2260, GB/T 10114, rules of the statistical area code; domain 2.2.
 */
export const DivisionCode = Schema.String.check(Schema.isPattern(/^[1-9][0-9](?:[0-9]{4}|[0-9]{7}|[0-9]{10})$/u)).pipe(
  Schema.brand("DivisionCode")
)
export type DivisionCode = typeof DivisionCode.Type

/** A code together with the year of the list it was taken from. */
export const DatedDivisionCode = Schema.Struct({
  code: DivisionCode,
  codeYear: Schema.Int.check(Schema.isBetween({ minimum: 1980, maximum: 9999 }))
})
export type DatedDivisionCode = typeof DatedDivisionCode.Type

/** The levels a code can name, from the highest down. */
export const levels = ["province", "prefecture", "county", "township", "village"] as const
export type Level = (typeof levels)[number]

// Where the segment of each level ends.
const ends = [2, 4, 6, 9, 12] as const

const isDivisionCode = Schema.is(DivisionCode)

/**
 * Reads a code of 6, 9 or 12 digits. Blanks and full width do not matter.
 *
 * Fails: `DivisionCodeMalformed`.
 */
export const parse = (input: string): Result.Result<DivisionCode, DivisionCodeMalformed> => {
  const text = input.normalize("NFKC").trim()
  return isDivisionCode(text) ? Result.succeed(text) : Result.fail(new DivisionCodeMalformed({ length: text.length }))
}

/**
 * Reads a code that is cut off after its level, as lists of divisions write them: 2, 4, 6, 9 or 12 digits.
 *
 * Fails: `DivisionCodeMalformed`.
 *
 * ```ts
 * DivisionCode.fromPrefix("3304") // => Result.succeed("330400")
 * ```
 */
export const fromPrefix = (digits: string): Result.Result<DivisionCode, DivisionCodeMalformed> =>
  parse(digits.length === 2 || digits.length === 4 ? digits.padEnd(6, "0") : digits)

// The place of the lowest level that is not zero.
const depth = (code: DivisionCode): number => {
  const padded = code.padEnd(12, "0")
  let lowest = 0
  for (const [level, end] of ends.entries()) {
    if (Number(padded.slice(ends[level - 1] ?? 0, end)) !== 0) lowest = level
  }
  return lowest
}

/**
 * The level a code names.
 *
 * ```ts
 * DivisionCode.level(DivisionCode.DivisionCode.make("330482001000")) // => "township"
 * ```
 */
export const level = (code: DivisionCode): Level => levels[depth(code)] ?? "province"

/** The digits that tell a division apart, without closing zeros: 2, 4, 6, 9 or 12. */
export const prefix = (code: DivisionCode): string => code.padEnd(12, "0").slice(0, ends[depth(code)])

// Digits from the front of a code, filled up to the shortest form that is a code; the front makes it one.
const shortest = (digits: string): DivisionCode => DivisionCode.make(digits.padEnd(6, "0"))

/** The shortest form of a code, 6, 9 or 12 digits: one for each division, fit for comparing. */
export const shorten = (code: DivisionCode): DivisionCode => shortest(prefix(code))

/** The form of 12 digits. */
export const expand = (code: DivisionCode): DivisionCode => DivisionCode.make(code.padEnd(12, "0"))

/**
 * The next division above by prefix, in its shortest form; `undefined` above a province.
 *
 * Levels that are zero are passed over: a township of a prefecture without counties stands under the prefecture.
 *
 * ```ts
 * DivisionCode.parent(DivisionCode.DivisionCode.make("330482001")) // => "330482"
 * DivisionCode.parent(DivisionCode.DivisionCode.make("441900003")) // => "441900"
 * ```
 */
export const parent = (code: DivisionCode): DivisionCode | undefined => {
  const at = depth(code)
  return at === 0 ? undefined : shorten(shortest(code.slice(0, ends[at - 1])))
}

/** Tells whether the second division is the first or, by prefix, lies in it. */
export const contains = (outer: DivisionCode, inner: DivisionCode): boolean => prefix(inner).startsWith(prefix(outer))

/**
 * What the township segment says the division is; `undefined` above townships or where the rule has no number.
 *
 * Source: rules of the statistical area code: 001-099 street, 100-199 town, 200-399 township, 400-599 similar unit.
 */
export const townshipKind = (code: DivisionCode): "street" | "town" | "township" | "similar" | undefined => {
  const segment = Number(code.slice(6, 9))
  if (segment === 0 || segment >= 600) return undefined
  return segment < 100 ? "street" : segment < 200 ? "town" : segment < 400 ? "township" : "similar"
}
