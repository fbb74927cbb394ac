import * as Result from "effect/Result"
import { DurationRejected, LevelRejected, type StageUnknown } from "./AnalyticsError.ts"
import * as KaplanMeier from "./analytics/KaplanMeier.ts"
import * as Numbers from "./analytics/Numbers.ts"
import { choose, dateOf, each, type Scope, type ScopeError } from "./analytics/Scope.ts"
import * as StageTable from "./analytics/StageTable.ts"
import type { Journeys } from "./Journeys.ts"

export type { Step } from "./analytics/KaplanMeier.ts"

/** A duration, and how it ended: with the event, with another end that rules the event out, or not yet. */
export interface Observation {
  readonly duration: number
  readonly end: "event" | "competing" | "censored"
}

/**
 * How long it takes, counting those who are not through yet for as long as they are known.
 *
 * Shape: one step for each duration at which something happened. `median` is the first duration at which at most half are
 * left, `undefined` where that is not reached; with competing ends, `medianIncidence` is the first at which at least half
 * have had the event. The interval is that of the share left; none is given for the incidence.
 */
export interface Survival {
  readonly definition: "survival/kaplan-meier"
  readonly observations: number
  readonly events: number
  readonly competing: number
  readonly censored: number
  readonly steps: ReadonlyArray<KaplanMeier.Step>
  readonly median: number | undefined
  readonly medianIncidence: number | undefined
  readonly level: number
}

const summary = (observed: KaplanMeier.Observed, level: number): Survival => {
  const steps = KaplanMeier.estimate(observed, level)
  return {
    definition: "survival/kaplan-meier",
    observations: observed.events.length + observed.others.length + observed.censored.length,
    events: observed.events.length,
    competing: observed.others.length,
    censored: observed.censored.length,
    steps,
    // A product of shares that makes exactly a half may come out a last digit above it.
    median: steps.find(({ survival }) => survival <= 0.5 + 1e-12)?.at,
    medianIncidence: steps.find(({ incidence }) => incidence >= 0.5 - 1e-12)?.at,
    level
  }
}

const checked = (level: number): Result.Result<number, LevelRejected> =>
  level > 0 && level < 1 ? Result.succeed(level) : Result.fail(new LevelRejected({ level }))

/**
 * The estimate of Kaplan and Meier from durations.
 *
 * Shape: what is censored at a duration at which something happens was at risk then. Variance is Greenwood's, the interval
 * is log-log; with competing ends the incidence is that of Aalen and Johansen.
 * Units: durations are whole numbers from 0 on; `level` is the confidence of the interval, 0.95 by default.
 * Fails: `DurationRejected`, `LevelRejected`.
 * Cost: O(n log n).
 * Source: Kaplan and Meier (1958); Greenwood (1926); Kalbfleisch and Prentice (1980).
 *
 * ```ts
 * const days: ReadonlyArray<Survival.Observation> = [
 *   { duration: 6, end: "event" }, { duration: 6, end: "censored" }, { duration: 7, end: "event" }, { duration: 9, end: "censored" }
 * ]
 * const survival = Result.getOrThrow(Survival.estimate(days))
 * survival.steps.map(({ at, atRisk, survival }) => [at, atRisk, survival]) // => [[6, 4, 0.75], [7, 2, 0.375]]
 * survival.median // => 7
 * ```
 */
export const estimate = (
  observations: ReadonlyArray<Observation>,
  level = 0.95
): Result.Result<Survival, DurationRejected | LevelRejected> => {
  const strange = observations.find(({ duration }) => !Number.isSafeInteger(duration) || duration < 0)
  if (strange !== undefined) return Result.fail(new DurationRejected({ duration: strange.duration }))
  const sorted = (end: Observation["end"]): Float64Array =>
    Float64Array.from(observations.filter((one) => one.end === end).map(({ duration }) => duration)).sort()
  return Result.map(checked(level), () =>
    summary({ events: sorted("event"), others: sorted("competing"), censored: sorted("censored") }, level)
  )
}

/** Time in a stage. */
export interface Question extends Scope {
  readonly stage: string
  /** Moves to which stages are the event; by default any move out of the stage. */
  readonly event?: ReadonlyArray<string>
  /** What other moves out of it are: no longer known (the default), or ends that rule the event out. */
  readonly others?: "censored" | "competing"
  readonly level?: number
}

/** The estimate for a stage, of whom and as of when. */
export interface OfStage extends Survival {
  readonly stage: string
  readonly population: number
  readonly asOf: number | undefined
}

/** What can be wrong with a question about a stage. */
export type QuestionError = ScopeError | StageUnknown | LevelRejected

/**
 * How long subjects stay in a stage, with the spells that are still open as far as they are known.
 *
 * Shape: every spell is an observation, also when a subject comes back.
 * Fails: `StageUnknown`, `ColumnUnknown`, `TimeRejected`, `LevelRejected`.
 * Cost: a pass over the steps of the cohort, and sorting the spells of the stage.
 */
export const of = (journeys: Journeys, question: Question): Result.Result<OfStage, QuestionError> =>
  Result.gen(function* () {
    const { stage: id, event, others = "censored", level = 0.95 } = question
    const { table, steps } = journeys
    const wanted = yield* StageTable.numberOf(table, id)
    const isEvent = new Uint8Array(table.ids.length).fill(event === undefined ? 1 : 0)
    for (const each of event ?? []) isEvent[yield* StageTable.numberOf(table, each)] = 1
    const chosen = yield* choose(journeys, question)
    yield* checked(level)
    const [events, competing, censored] = [Numbers.make(), Numbers.make(), Numbers.make()]
    const otherwise = others === "censored" ? censored : competing
    each(journeys, chosen, (_, start, known) => {
      const last = start + known - 1
      for (let step = start; step <= last; step++) {
        if (steps.stage[step] !== wanted) continue
        const since = steps.at[step] as number
        if (step === last) Numbers.push(censored, chosen.asOf - since)
        else {
          const into = isEvent[steps.stage[step + 1] as number] === 1 ? events : otherwise
          Numbers.push(into, (steps.at[step + 1] as number) - since)
        }
      }
    })
    const observed = {
      events: Numbers.sorted(events),
      others: Numbers.sorted(competing),
      censored: Numbers.sorted(censored)
    }
    return { ...summary(observed, level), stage: id, population: chosen.population, asOf: dateOf(chosen) }
  })
