import * as Result from "effect/Result"
import type { BoundariesRejected } from "./AnalyticsError.ts"
import * as Durations from "./analytics/Durations.ts"
import * as Flow from "./analytics/Flow.ts"
import * as Periods from "./analytics/Periods.ts"
import { choose, dateOf, type Scope, type ScopeError } from "./analytics/Scope.ts"
import * as Spells from "./analytics/Spells.ts"
import type { Journeys } from "./Journeys.ts"

export type { Flow } from "./analytics/Flow.ts"

/**
 * How long subjects stay in a stage.
 *
 * Shape: `completed` spells are those that were left; mean, median and 90th percentile are theirs alone and `undefined`
 * when there are none. Percentiles are nearest-rank: a duration that there is, no mean of two. `open` spells are counted
 * apart, `longestOpen` so far; for what they will be see `Survival`.
 * Units: what the times are counted in.
 */
export interface Dwell {
  readonly definition: "dwell/completed-spells"
  readonly stage: string
  /** The code of the column asked for; absent where none was asked for or a subject has none. */
  readonly code: number | undefined
  readonly completed: number
  readonly mean: number | undefined
  readonly median: number | undefined
  readonly p90: number | undefined
  readonly open: number
  readonly longestOpen: number | undefined
  readonly population: number
  readonly asOf: number | undefined
}

/** Of whom, as of when, and by which column. */
export interface Asked extends Scope {
  readonly column?: string
}

/**
 * Time in every stage, in the order of the stages; with a column, for every code of it that was ever in the stage.
 *
 * Shape: a subject that comes back has a spell for each time. Who is in a terminal stage has ended, and is not open there.
 * Fails: `ColumnUnknown`, `StageUnknown`, `TimeRejected`.
 * Cost: a pass over the steps of the cohort.
 * Source: R4-2.
 *
 * ```ts
 * const journeys = Result.getOrThrow(Journeys.make([{ id: "lead" }, { id: "signed", terminal: true }]))
 * for (const [subject, stage, at] of [["a", "lead", 0], ["b", "lead", 2], ["a", "signed", 7]] as const)
 *   Journeys.append(journeys, subject, stage, at)
 * const [lead] = Result.getOrThrow(Dwell.stages(journeys, { asOf: 9 }))
 * lead?.median // => 7
 * lead?.longestOpen // => 7
 * ```
 */
export const stages = (journeys: Journeys, asked: Asked = {}): Result.Result<ReadonlyArray<Dwell>, ScopeError> =>
  Result.gen(function* () {
    const chosen = yield* choose(journeys, asked)
    const groups = yield* Spells.collect(journeys, chosen, asked.column)
    return groups.map(
      ({ stage, code, completed, open, longestOpen }): Dwell => ({
        definition: "dwell/completed-spells",
        stage,
        code,
        completed: Durations.size(completed),
        mean: Durations.mean(completed),
        median: Durations.percentile(completed, 50),
        p90: Durations.percentile(completed, 90),
        open,
        longestOpen: open === 0 ? undefined : longestOpen,
        population: chosen.population,
        asOf: dateOf(chosen)
      })
    )
  })

/**
 * How many came into each stage and left it, period by period: the velocity of the funnel.
 *
 * Shape: one entry for every period and stage, also where nothing happened. A subject that comes back counts again.
 * Units: periods go from one boundary up to and without the next.
 * Fails: `BoundariesRejected`, and as {@link stages}.
 * Cost: a pass over the steps of the cohort.
 */
export const velocity = (
  journeys: Journeys,
  asked: Scope & { readonly boundaries: ReadonlyArray<number> }
): Result.Result<ReadonlyArray<Flow.Flow>, ScopeError | BoundariesRejected> =>
  Result.gen(function* () {
    const periods = yield* Periods.make(asked.boundaries)
    const chosen = yield* choose(journeys, asked)
    return Flow.count(journeys, chosen, periods)
  })
