import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as DivisionCode from "./DivisionCode.ts"
import { GridCodeMalformed } from "./KernelError.ts"
import * as Text from "./Text.ts"

/**
 * How the digits of a grid code are divided, as data: cities follow different standards.
 *
 * Shape: `segments` from left to right; the first with the id `division` holds a division code of six digits.
 */
export const GridScheme = Schema.Struct({
  id: Schema.NonEmptyString,
  names: Text.Text,
  source: Schema.NonEmptyString,
  segments: Schema.NonEmptyArray(
    Schema.Struct({
      id: Schema.NonEmptyString,
      names: Text.Text,
      digits: Schema.Int.check(Schema.isGreaterThanOrEqualTo(1))
    })
  )
})
export type GridScheme = typeof GridScheme.Type

/**
 * The code of a grid, with the scheme it follows.
 *
 * A grid need not have one: micro-grids of a building seldom do.
 * Source: domain 2.3.
 */
export const GridCode = Schema.Struct({
  scheme: Schema.NonEmptyString,
  digits: Schema.String.check(Schema.isPattern(/^[0-9]+$/u))
})
export type GridCode = typeof GridCode.Type

const division = { id: "division", names: Text.of("行政区划", "Division"), digits: 6 }
const street = { id: "street", names: Text.of("街道", "Street"), digits: 3 }
const community = { id: "community", names: Text.of("社区", "Community"), digits: 3 }

/** Cell grid of 15 digits: division 6, street 3, community 3, serial number 3. Source: DB11/T 2157-2023. */
export const cell15: GridScheme = {
  id: "cell-15",
  names: Text.of("单元网格（15位）", "Cell grid, 15 digits"),
  source: "DB11/T 2157-2023",
  segments: [division, street, community, { id: "serial", names: Text.of("顺序号", "Serial number"), digits: 3 }]
}

/** Professional grid of 20 digits: object class 6, division 6, street 3, community 3, part 2. Source: CJ/T 349-2010. */
export const professional20: GridScheme = {
  id: "professional-20",
  names: Text.of("专业网格（20位）", "Professional grid, 20 digits"),
  source: "CJ/T 349-2010",
  segments: [
    { id: "objectClass", names: Text.of("对象分类", "Object class"), digits: 6 },
    division,
    street,
    community,
    { id: "part", names: Text.of("分割序号", "Part"), digits: 2 }
  ]
}

/** Basic management grid of 14 digits: division 6, street 3, community 3, serial number 2. Source: CJ/T 213-2005. */
export const basic14: GridScheme = {
  id: "basic-14",
  names: Text.of("单元网格（14位）", "Basic grid, 14 digits"),
  source: "CJ/T 213-2005",
  segments: [division, street, community, { id: "serial", names: Text.of("顺序号", "Serial number"), digits: 2 }]
}

/** The number of digits of a scheme's codes. */
export const length = (scheme: GridScheme): number => scheme.segments.reduce((sum, segment) => sum + segment.digits, 0)

/**
 * Reads a code under a scheme. Blanks and full width do not matter.
 *
 * Fails: `GridCodeMalformed` when it has another length or other characters than digits.
 *
 * ```ts
 * Result.isSuccess(GridCode.parse(GridCode.cell15, "330482001001005")) // => true
 * ```
 */
export const parse = (scheme: GridScheme, input: string): Result.Result<GridCode, GridCodeMalformed> => {
  const digits = input.normalize("NFKC").replace(/\s/gu, "")
  const expected = length(scheme)
  return digits.length === expected && /^[0-9]+$/u.test(digits)
    ? Result.succeed({ scheme: scheme.id, digits })
    : Result.fail(new GridCodeMalformed({ scheme: scheme.id, expected, length: digits.length }))
}

/** A segment of a scheme with the digits a code has there. */
export interface Segment {
  readonly id: string
  readonly names: Text.Text
  readonly digits: string
}

/**
 * Takes a code of the scheme apart, from left to right.
 *
 * ```ts
 * const grid = { scheme: "cell-15", digits: "330482001001005" }
 * GridCode.segments(GridCode.cell15, grid).map((segment) => segment.digits) // => ["330482", "001", "001", "005"]
 * ```
 */
export const segments = (scheme: GridScheme, code: GridCode): ReadonlyArray<Segment> => {
  let start = 0
  return scheme.segments.map(({ id, names, digits }) => {
    const end = start + digits
    const segment = { id, names, digits: code.digits.slice(start, end) }
    start = end
    return segment
  })
}

/** The division a grid lies in, by its code; `undefined` when the scheme has none or its digits are no division. */
export const divisionOf = (scheme: GridScheme, code: GridCode): DivisionCode.DivisionCode | undefined => {
  const found = segments(scheme, code).find(({ id }) => id === "division")
  return found === undefined ? undefined : Result.getOrUndefined(DivisionCode.parse(found.digits))
}
