import * as Result from "effect/Result"
import type { Atom, Condition } from "./Condition.ts"
import {
  BoundsInvalid,
  ConditionMistyped,
  ConditionTooDeep,
  type EligibilityError,
  FieldTwice,
  FieldUnknown,
  OptionUnknown
} from "./EligibilityError.ts"
import { type Field, type FieldType, sizes } from "./Field.ts"

/** One condition on one field, or its opposite; `path` leads to it from the condition it was taken from. */
export interface Criterion {
  readonly _tag: "one"
  readonly atom: Atom
  readonly field: Field
  readonly negated: boolean
  readonly path: string
}

/** Criteria of which all have to be met, or any. */
export interface Group {
  readonly _tag: "all" | "any"
  readonly of: ReadonlyArray<Criteria>
}

/** A condition made ready to be asked: fields found, `not` moved inwards to the single conditions. */
export type Criteria = Criterion | Group

const wanted: Readonly<Record<Atom["_tag"], FieldType>> = {
  oneOf: "choice",
  hasAny: "set",
  hasAll: "set",
  numberBetween: "number",
  dateBetween: "date",
  withinLast: "date",
  placeWithin: "place",
  sizeBetween: "size",
  industryIn: "industry"
}

const ends = (
  atom: Atom
): readonly [low: number | string | undefined, high: number | string | undefined] | undefined => {
  switch (atom._tag) {
    case "numberBetween":
      return [atom.atLeast, atom.atMost]
    case "dateBetween":
      return [atom.from, atom.to]
    case "sizeBetween": {
      const { atLeast, atMost } = atom
      return [atLeast && sizes.indexOf(atLeast), atMost && sizes.indexOf(atMost)]
    }
    default:
      return undefined
  }
}

const boundsFlaw = (atom: Atom): "missing" | "reversed" | undefined => {
  const bounds = ends(atom)
  if (bounds === undefined) return undefined
  const [low, high] = bounds
  if (low === undefined && high === undefined) return "missing"
  if (low === undefined || high === undefined) return undefined
  // The end of dates is no part of the range, so it must come later.
  return low > high || (atom._tag === "dateBetween" && low === high) ? "reversed" : undefined
}

const flawOf = (atom: Atom, field: Field, path: string): EligibilityError | undefined => {
  const wants = wanted[atom._tag]
  if (field.type !== wants) {
    return new ConditionMistyped({ path, field: field.id, type: field.type, condition: atom._tag, wants })
  }
  const reason = boundsFlaw(atom)
  if (reason !== undefined) return new BoundsInvalid({ path, field: field.id, reason })
  const { options } = field
  if (!("values" in atom) || options === undefined) return undefined
  const option = atom.values.find((value) => !options.some(({ id }) => id === value))
  return option === undefined ? undefined : new OptionUnknown({ path, field: field.id, option })
}

const deepest = 64

const join = (path: string, step: string): string => (path === "" ? step : `${path}.${step}`)

type Fields = ReadonlyMap<string, Field>

const readAtom = (
  fields: Fields,
  atom: Atom,
  negated: boolean,
  path: string
): Result.Result<Criterion, EligibilityError> => {
  const field = fields.get(atom.field)
  if (field === undefined) return Result.fail(new FieldUnknown({ path, field: atom.field, known: [...fields.keys()] }))
  const flaw = flawOf(atom, field, path)
  return flaw === undefined ? Result.succeed({ _tag: "one", atom, field, negated, path }) : Result.fail(flaw)
}

const readNested = (
  fields: Fields,
  condition: Condition,
  negated: boolean,
  path: string,
  depth: number
): Result.Result<Criteria, EligibilityError> => {
  if (depth > deepest) return Result.fail(new ConditionTooDeep({ path, most: deepest }))
  if (condition._tag === "not") {
    return readNested(fields, condition.condition, !negated, join(path, "condition"), depth + 1)
  }
  if (condition._tag !== "all" && condition._tag !== "any") return readAtom(fields, condition, negated, path)
  const of: Array<Criteria> = []
  for (const [index, inner] of condition.conditions.entries()) {
    const read = readNested(fields, inner, negated, join(path, `conditions.${index}`), depth + 1)
    if (Result.isFailure(read)) return read
    of.push(read.success)
  }
  // "Not all" is "any not", and "not any" is "all not".
  const _tag = negated ? (condition._tag === "all" ? "any" : "all") : condition._tag
  return Result.succeed({ _tag, of })
}

/**
 * Makes a condition ready to be asked.
 *
 * Shape: `path` is where the condition stands, and begins every path below it.
 * Fails: the first thing wrong with it, with the path to it: `FieldUnknown`, `ConditionMistyped`, `BoundsInvalid`,
 * `OptionUnknown`, `ConditionTooDeep`; `FieldTwice` when the fields contradict each other.
 * Source: R3-3.
 *
 * ```ts
 * const area = { id: "area", type: "number", names: { zh: "面积", en: "Area" } } as const
 * Result.isSuccess(Criteria.of([area], { _tag: "numberBetween", field: "area", atLeast: 100 })) // => true
 * Result.isFailure(Criteria.of([area], { _tag: "numberBetween", field: "floor", atLeast: 1 })) // => true
 * ```
 */
export const of = (
  fields: ReadonlyArray<Field>,
  condition: Condition,
  path = ""
): Result.Result<Criteria, EligibilityError> => {
  const byId = new Map<string, Field>()
  for (const field of fields) {
    if (byId.has(field.id)) return Result.fail(new FieldTwice({ field: field.id }))
    byId.set(field.id, field)
  }
  return readNested(byId, condition, false, path, 0)
}
