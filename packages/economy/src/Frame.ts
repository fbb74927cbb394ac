import { Fold, Text } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { Code } from "./Code.ts"
import { DimensionUnknown } from "./FigureError.ts"
import * as Quantity from "./Quantity.ts"

/** One of the things a frame looks at; `variants` are other words for the same. */
export const Dimension = Schema.Struct({
  id: Code,
  names: Text.Text,
  variants: Schema.optionalKey(Schema.Array(Text.Text))
})
export type Dimension = typeof Dimension.Type

/** A set of tags by which a city looks at what it does, as data: its goals, capacities, ecologies. */
export const Frame = Schema.Struct({
  id: Code,
  names: Text.Text,
  source: Schema.optionalKey(Schema.NonEmptyString),
  dimensions: Schema.NonEmptyArray(Dimension)
})
export type Frame = typeof Frame.Type

/** Something with tags, and what came of it. Shape: the outcomes of all that is grouped are of one unit. */
export interface Tagged<A> {
  readonly value: A
  readonly tags: ReadonlyArray<string>
  readonly outcome?: number | Quantity.Quantity
}

/** What a dimension got. Shape: `outcome` is `undefined` where nothing told one. */
export interface DimensionGroup<A> {
  readonly dimension: Dimension
  readonly count: number
  readonly outcome: Quantity.Quantity | undefined
  readonly values: ReadonlyArray<A>
}

/**
 * Things by the dimensions of a frame.
 *
 * Shape: every dimension is there, in order; what has several tags is in each, so counts have no sum: `things` counts
 * each once, `untagged` has no tag at all.
 */
export interface Grouped<A> {
  readonly things: number
  readonly groups: ReadonlyArray<DimensionGroup<A>>
  readonly untagged: ReadonlyArray<A>
}

interface Open<A> {
  readonly dimension: Dimension
  readonly values: Array<A>
  outcome: Quantity.Quantity | undefined
}

/**
 * Groups tagged things, figures or others, by the dimensions of a frame.
 *
 * Fails: `DimensionUnknown` for a tag that is none of the frame's.
 * Cost: O(things and tags).
 * Source: H-01 (count and outcome per dimension), W-03, P-32.
 *
 * ```ts
 * import * as Result from "effect/Result"
 * const grouped = Frame.group(Frames.fourGoals, [
 *   { value: "micro-wishes", tags: ["service"], outcome: 10 },
 *   { value: "chain day", tags: ["enterprise", "industry"] }
 * ])
 * Result.getOrThrow(grouped).groups.map(({ dimension, count }) => `${dimension.id} ${count}`)
 * // => ["service 1", "enterprise 1", "building 0", "industry 1"]
 * ```
 */
export const group = <A>(frame: Frame, things: Iterable<Tagged<A>>): Result.Result<Grouped<A>, DimensionUnknown> => {
  const all = new Map<string, Open<A>>()
  for (const dimension of frame.dimensions) all.set(dimension.id, { dimension, values: [], outcome: undefined })
  const untagged: Array<A> = []
  let count = 0
  for (const { value, tags, outcome } of things) {
    count++
    if (tags.length === 0) untagged.push(value)
    for (const tag of new Set(tags)) {
      const into = all.get(tag)
      if (into === undefined) {
        return Result.fail(new DimensionUnknown({ frame: frame.id, dimension: tag, known: [...all.keys()] }))
      }
      into.values.push(value)
      if (outcome !== undefined) {
        const more = Quantity.of(outcome)
        into.outcome = into.outcome === undefined ? more : Quantity.add(into.outcome, more)
      }
    }
  }
  const groups = [...all.values()].map((one) => ({ ...one, count: one.values.length }))
  return Result.succeed({ things: count, groups, untagged })
}

/**
 * Finds the dimension that a word means: its id, a name or a variant, in either language, under folding.
 *
 * Source: A-16 (the capacities are worded differently in one text).
 */
export const read = ({ dimensions }: Frame, word: string): Dimension | undefined => {
  const key = Fold.fold(word)
  const of = ({ id, names, variants = [] }: Dimension) =>
    [id, ...[names, ...variants].flatMap(Text.wordings)].map(Fold.fold)
  return dimensions.find((one) => of(one).includes(key))
}
