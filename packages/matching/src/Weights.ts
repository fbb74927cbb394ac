import * as Schema from "effect/Schema"

/** What a ranking looks at, in the order its reasons are given. */
export const parts = ["category", "text", "distance", "time", "capacity", "satisfaction", "duty"] as const
export type Part = (typeof parts)[number]

const points = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 1000 }))

/**
 * How much each part can give at most, in points; together 1000.
 *
 * Source: R3-11, R3-12.
 */
export const Weights = Schema.Struct({
  category: points,
  text: points,
  distance: points,
  time: points,
  capacity: points,
  satisfaction: points,
  duty: points
}).check(
  Schema.makeFilter((weights) =>
    parts.reduce((sum, part) => sum + weights[part], 0) === 1000 ? undefined : "the weights must come to 1000 together"
  )
)
export type Weights = typeof Weights.Type

/** Weights to begin with: what is wanted counts most, then where and when, then who. */
export const usual: Weights = {
  category: 300,
  text: 150,
  distance: 150,
  time: 150,
  capacity: 100,
  satisfaction: 100,
  duty: 50
}

const share = Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum: 1 }))
const positive = Schema.Finite.check(Schema.isGreaterThan(0))

/**
 * The figures a ranking goes by, as data.
 *
 * Shape: `neutral` is what a part counts when nothing is known about it; so many `steps` in the tree, or `minutes` on
 * the way, count as nothing any more; `stars` is what an offer nobody rated is taken to have, with the weight of so many
 * ratings.
 */
export const Rules = Schema.Struct({
  weights: Weights,
  neutral: share,
  farSteps: positive,
  farMinutes: positive,
  stars: Schema.Struct({ mean: Schema.Finite.check(Schema.isBetween({ minimum: 1, maximum: 5 })), ratings: positive })
})
export type Rules = typeof Rules.Type

/** Rules to begin with. */
export const rules: Rules = {
  weights: usual,
  neutral: 0.5,
  farSteps: 8,
  farMinutes: 60,
  stars: { mean: 3.5, ratings: 5 }
}
