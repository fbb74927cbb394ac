import { Text } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { Code, Positive } from "./Code.ts"

/** Something benefit is judged by, and how much it weighs. */
export const Criterion = Schema.Struct({ criterion: Code, names: Text.Text, weight: Positive })
export type Criterion = typeof Criterion.Type

/**
 * How the benefit of a practical project is scored, as data of a city.
 *
 * Shape: `needed` is the least score, 0 to 100, with which a project can be promoted.
 * Source: W-06; the source says "wide benefit" and names no criteria.
 */
export const Scheme = Schema.Struct({
  scheme: Code,
  criteria: Schema.NonEmptyArray(Criterion),
  needed: Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum: 100 }))
}).check(
  Schema.makeFilter(
    ({ criteria }) =>
      new Set(criteria.map(({ criterion }) => criterion)).size === criteria.length || "every criterion once"
  )
)
export type Scheme = typeof Scheme.Type

/** A scheme to begin with: how many benefit, how lasting it is, how much it is wanted. */
export const common: Scheme = {
  scheme: "common-1",
  criteria: [
    { criterion: "breadth", names: Text.of("受益面", "Breadth"), weight: 2 },
    { criterion: "lasting", names: Text.of("长效性", "Lasting effect"), weight: 1 },
    { criterion: "demand", names: Text.of("需求度", "Demand"), weight: 1 }
  ],
  needed: 60
}

/** A mark for a criterion, from 0 to 100. */
export interface Mark {
  readonly criterion: Code
  readonly mark: number
}

/** The criteria that have no mark, more than one, or are none of the scheme. */
export const faults = ({ criteria }: Scheme, marks: ReadonlyArray<Mark>): ReadonlyArray<Code> => {
  const given = (id: Code): number => marks.filter(({ criterion }) => criterion === id).length
  const strange = marks.filter(({ criterion }) => !criteria.some((one) => one.criterion === criterion))
  return [
    ...criteria.filter(({ criterion }) => given(criterion) !== 1).map(({ criterion }) => criterion),
    ...new Set(strange.map(({ criterion }) => criterion))
  ]
}

/**
 * The mean of the marks by weight, from 0 to 100.
 *
 * ```ts
 * const mark = (criterion: string, points: number) => ({ criterion, mark: points })
 * Benefit.score(Benefit.common, [mark("breadth", 90), mark("lasting", 60), mark("demand", 80)]) // => 80
 * ```
 */
export const score = ({ criteria }: Scheme, marks: ReadonlyArray<Mark>): number => {
  let weights = 0
  let total = 0
  for (const { criterion, weight } of criteria) {
    weights += weight
    total += weight * (marks.find((one) => one.criterion === criterion)?.mark ?? 0)
  }
  return total / weights
}
