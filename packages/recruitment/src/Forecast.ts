import * as Result from "effect/Result"
import { AmountRejected, LevelRejected, OutcomeRejected } from "./AnalyticsError.ts"
import * as Binomials from "./analytics/Binomials.ts"
import * as Chain from "./analytics/Chain.ts"
import * as Counts from "./analytics/Counts.ts"
import * as Durations from "./analytics/Durations.ts"
import * as Outlook from "./analytics/Outlook.ts"
import { choose, type Scope, type ScopeError } from "./analytics/Scope.ts"
import * as Spells from "./analytics/Spells.ts"
import type { Journeys } from "./Journeys.ts"

export type { Because } from "./analytics/Absorption.ts"
export type { Range } from "./analytics/Binomials.ts"
export type { Chain, ChainError, Evidence, Known, Move, Prior, Unknown } from "./analytics/Chain.ts"
export type { Outlook, Weighed } from "./analytics/Outlook.ts"

/**
 * How likely each outcome is from each stage, if subjects go on moving as they were seen to.
 *
 * Shape: an absorbing Markov chain: where someone goes depends on the stage alone. A terminal stage ends it, also where
 * reopening is allowed. A stage from which nothing was seen, and all that lead to it, are unknown with the reason; so are
 * those from which a journey may never end. A prior is part of the evidence and given back, never added unasked.
 * Fails: `StageUnknown`, `AmountRejected`; `ChainSingular` where next to nothing leads out.
 * Cost: O(stages³).
 * Source: R4-11; Kemeny and Snell, Finite Markov Chains (1960).
 *
 * ```ts
 * const chain = Result.getOrThrow(Forecast.chain({
 *   stages: [{ id: "lead" }, { id: "talks" }, { id: "signed", terminal: true }, { id: "lost", terminal: true }],
 *   moves: [
 *     { from: "lead", to: "talks", count: 50 }, { from: "lead", to: "lost", count: 50 },
 *     { from: "talks", to: "signed", count: 30 }, { from: "talks", to: "lost", count: 10 }
 *   ],
 *   meanTimes: { lead: 10, talks: 20 }
 * }))
 * const [lead] = chain.stages
 * lead?.known === true && [lead.outcomes[0]?.probability, lead.time] // => [0.375, 20]
 * ```
 */
export const chain = (evidence: Chain.Evidence): Result.Result<Chain.Chain, Chain.ChainError> => Chain.make(evidence)

/** From whom, as of when, and what to assume beside what was seen. */
export interface Learning extends Scope {
  readonly prior?: ReadonlyArray<Chain.Prior>
  readonly enough?: number
}

/**
 * The chain as the moves and the completed spells of a cohort show it.
 *
 * Shape: as {@link chain}. Who is still in a stage tells nothing yet; where few have left, see `few`.
 * Fails: as {@link chain}, and `ColumnUnknown`, `TimeRejected` for the scope.
 * Cost: a pass over the steps of the cohort.
 */
export const learn = (
  journeys: Journeys,
  learning: Learning = {}
): Result.Result<Chain.Chain, Chain.ChainError | ScopeError> =>
  Result.gen(function* () {
    const { ids, terminal } = journeys.table
    const chosen = yield* choose(journeys, learning)
    const seen = Counts.matrix(journeys, chosen)
    const spells = yield* Spells.collect(journeys, chosen, undefined)
    const times = spells.flatMap(({ stage, completed }) => {
      const time = Durations.mean(completed)
      return time === undefined ? [] : [[stage, time] as const]
    })
    return yield* Chain.make({
      stages: ids.map((id, number) => ({ id, terminal: terminal[number] === true })),
      moves: ids.flatMap((from, line) =>
        ids.map((to, column) => ({ from, to, count: seen[line * ids.length + column] as number }))
      ),
      meanTimes: Object.fromEntries(times),
      ...(learning.prior === undefined ? {} : { prior: learning.prior }),
      ...(learning.enough === undefined ? {} : { enough: learning.enough })
    })
  })

/** Which outcome, of whom, as of when, how sure, and what everybody carries. */
export interface Question extends Scope {
  readonly outcome: string
  /** How much of the distribution the interval holds; 0.9 by default. */
  readonly level?: number
  /** What a subject carries, such as the area wanted; `undefined` where that is not known. */
  readonly weight?: (subject: string) => number | undefined
}

/** What can be wrong with a question about those under way. */
export type QuestionError = ScopeError | OutcomeRejected | LevelRejected | AmountRejected

const isShare = (level: number): boolean => level > 0 && level < 1

/**
 * How many of those under way will come to an outcome, and how much they carry, with an interval.
 *
 * Shape: the interval of the number is exact up to 5,000 under way and normal beyond; that of the weight is normal, from
 * the sum of variances, cut at nothing and at everything.
 * Fails: `OutcomeRejected`, `LevelRejected`, `AmountRejected`; `StageUnknown`, `ColumnUnknown`, `TimeRejected`.
 * Cost: a pass over the cohort, and O(open²) for the exact distribution.
 * Source: R4-11; Poisson-binomial distribution.
 */
export const expect = (
  journeys: Journeys,
  learnt: Chain.Chain,
  question: Question
): Result.Result<Outlook.Outlook, QuestionError> =>
  Result.gen(function* () {
    const { outcome, level = 0.9, weight } = question
    if (!learnt.outcomes.includes(outcome)) yield* Result.fail(new OutcomeRejected({ stage: outcome }))
    if (!isShare(level)) yield* Result.fail(new LevelRejected({ level }))
    const chosen = yield* choose(journeys, question)
    return yield* Outlook.make(journeys, chosen, learnt, { outcome, level, weight })
  })

/**
 * How likely each number of successes is, when every trial has its own probability.
 *
 * Shape: one entry for every number from none to all.
 * Fails: `AmountRejected`.
 * Cost: O(trials²).
 *
 * ```ts
 * [...Result.getOrThrow(Forecast.distribution([0.5, 0.5]))] // => [0.25, 0.5, 0.25]
 * ```
 */
export const distribution = (probabilities: ReadonlyArray<number>): Result.Result<Float64Array, AmountRejected> => {
  const strange = probabilities.find((each) => !(each >= 0 && each <= 1))
  return strange === undefined
    ? Result.succeed(Binomials.distribution(probabilities))
    : Result.fail(new AmountRejected({ what: "probability", value: strange }))
}
