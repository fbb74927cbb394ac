import * as Result from "effect/Result"
import type {
  CodeRejected,
  MoveRefused,
  StagesRejected,
  StageUnknown,
  StepEarlier,
  SubjectUnknown,
  TimeRejected
} from "./AnalyticsError.ts"
import * as Counting from "./analytics/Counts.ts"
import * as Directory from "./analytics/Directory.ts"
import type { Scope, ScopeError } from "./analytics/Scope.ts"
import * as StageTable from "./analytics/StageTable.ts"
import * as Store from "./analytics/Store.ts"

export type { CodeCounts, MoveCount, StageCount } from "./analytics/Counts.ts"
export type { Figure } from "./analytics/Figure.ts"
export type { Cohort, Scope, ScopeError, Span } from "./analytics/Scope.ts"
export type { Rules, Stage, StageTable } from "./analytics/StageTable.ts"

/**
 * Who was in which stage from when on: the histories that all figures of a funnel are made of.
 *
 * Shape: to be passed on, not looked into. It changes in place and belongs to one owner, who appends what has happened;
 * a structure that never changes would copy on every step and take ten times the memory. What is asked of it is a value
 * that never changes, and a question as of a time gives the same answer for ever, unless something is recorded late.
 */
export type Journeys = Store.Store

/** How many are in a stage, and how many ever were. */
export type Counts = Counting.Counts

/**
 * The moves there are between stages, to be asked one by one or folded over columns.
 *
 * Shape: at most 254 stages, in their order. Without `moves` every move is allowed from a stage that is not terminal to
 * another; with them only those, and one from a terminal stage is a reopening.
 * Fails: `StagesRejected`.
 * Source: invariant 12.
 */
export const table = (
  stages: ReadonlyArray<StageTable.Stage>,
  rules: StageTable.Rules = {}
): Result.Result<StageTable.StageTable, StagesRejected> => StageTable.make(stages, rules)

/**
 * Where a move leads, when it is allowed; without `from` it is the first.
 *
 * Fails: `StageUnknown`, `MoveRefused`.
 *
 * ```ts
 * const stages = Result.getOrThrow(Journeys.table([{ id: "lead" }, { id: "signed", terminal: true }]))
 * Journeys.move(stages, "lead", "signed") // => Result.succeed("signed")
 * Result.isFailure(Journeys.move(stages, "signed", "lead")) // => true
 * ```
 */
export const move = (
  stages: StageTable.StageTable,
  from: string | undefined,
  to: string
): Result.Result<string, StageUnknown | MoveRefused> => StageTable.move(stages, from, to)

/**
 * Makes many moves at once over numbers instead of names, and tells how many were refused.
 *
 * Shape: `now` holds the number of everybody's stage and is changed; the number of stages stands for nowhere yet. A move
 * of somebody beyond `now`, or to a stage beyond the last, is refused.
 * Cost: a look at one byte an event; see BENCHMARK.md.
 *
 * ```ts
 * const stages = Result.getOrThrow(Journeys.table([{ id: "lead" }, { id: "signed", terminal: true }]))
 * const now = Uint8Array.of(2, 2)
 * Journeys.fold(stages, { subjects: Uint32Array.of(0, 0, 1, 0), stages: Uint8Array.of(0, 1, 0, 0) }, now) // => 1
 * Array.from(now) // => [1, 0]
 * ```
 */
export const fold = (
  stages: StageTable.StageTable,
  events: { readonly subjects: Uint32Array; readonly stages: Uint8Array },
  now: Uint8Array
): number => StageTable.fold(stages, events.subjects, events.stages, now)

/**
 * Begins without any journey.
 *
 * Fails: as {@link table}.
 *
 * ```ts
 * const journeys = Result.getOrThrow(Journeys.make([{ id: "lead" }, { id: "signed", terminal: true }]))
 * Journeys.append(journeys, "firm-1", "lead", 20_000)
 * Journeys.append(journeys, "firm-1", "signed", 20_030)
 * Result.getOrThrow(Journeys.counts(journeys)).stages // => [{ stage: "lead", now: 0, ever: 1 }, { stage: "signed", now: 1, ever: 1 }]
 * Result.getOrThrow(Journeys.counts(journeys, { asOf: 20_010 })).stages[0]?.now // => 1
 * ```
 */
export const make = (
  stages: ReadonlyArray<StageTable.Stage>,
  rules: StageTable.Rules = {}
): Result.Result<Journeys, StagesRejected> => Result.map(StageTable.make(stages, rules), Store.make)

/**
 * Records that a subject comes into a stage; the same journeys are given back.
 *
 * Units: `at` is a whole number, days or milliseconds or what the caller counts in, the same for all.
 * Fails: `StageUnknown`, `TimeRejected`, `StepEarlier` than the last of the subject, `MoveRefused`; then nothing changed.
 * Cost: constant on average, whatever there is already; now and then all steps move to larger columns.
 * Source: invariant 12.
 */
export const append = (
  journeys: Journeys,
  subject: string,
  stage: string,
  at: number
): Result.Result<Journeys, StageUnknown | MoveRefused | TimeRejected | StepEarlier> =>
  Store.append(journeys, subject, stage, at)

/**
 * Records late that a subject came into a stage, among the steps that are known; at the same time, after them.
 *
 * Fails: as {@link append}; both the move to the stage and the one on from it must be allowed.
 * Cost: O(steps of the subject).
 */
export const insert = (
  journeys: Journeys,
  subject: string,
  stage: string,
  at: number
): Result.Result<Journeys, StageUnknown | MoveRefused | TimeRejected> => Store.insert(journeys, subject, stage, at)

/**
 * Gives a subject a code in a column (source, building, liaison, unit), to choose cohorts and to group by.
 *
 * Shape: a code tells what the subject is, not since when; the last one counts, also for earlier dates.
 * Units: `code` is a whole number from 0 to 65,534; two bytes a subject and column.
 * Fails: `SubjectUnknown`, `CodeRejected`.
 */
export const tag = (
  journeys: Journeys,
  subject: string,
  column: string,
  code: number
): Result.Result<Journeys, SubjectUnknown | CodeRejected> => Store.tag(journeys, subject, column, code)

/** A step of a journey. */
export interface Step {
  readonly stage: string
  readonly at: number
}

/** All steps of a subject, in order; none where it has no journey. */
export const history = (journeys: Journeys, subject: string): ReadonlyArray<Step> => {
  const { directory, start, length, steps, table } = journeys
  const row = Directory.find(directory, subject)
  const first = row < 0 ? 0 : (start[row] as number)
  return Array.from({ length: row < 0 ? 0 : (length[row] as number) }, (_, position) => {
    const at = first + position
    return { stage: table.ids[steps.stage[at] as number] as string, at: steps.at[at] as number }
  })
}

/** Everybody with a journey, in the order in which they came. */
export const subjects = ({ directory }: Journeys): ReadonlyArray<string> => [...directory.names]

/**
 * How many are in each stage, and how many ever were.
 *
 * Fails: `StageUnknown`, `ColumnUnknown`, `TimeRejected`, for what the scope names.
 * Cost: O(stages) for everybody as of now; otherwise a pass over all steps.
 */
export const counts = (journeys: Journeys, scope: Scope = {}): Result.Result<Counts, ScopeError> =>
  Counting.counts(journeys, scope)

/**
 * The same for every code of a column that somebody asked about has: the load of each liaison, the wins of each source.
 *
 * Shape: in the order of the codes, those not tagged first.
 * Fails: as {@link counts}.
 * Cost: a pass over all steps.
 */
export const countsBy = (
  journeys: Journeys,
  column: string,
  scope: Scope = {}
): Result.Result<ReadonlyArray<Counting.CodeCounts>, ScopeError> => Counting.by(journeys, scope, column)

/**
 * The same as {@link counts}, worked out from the steps alone: the two never differ.
 *
 * Cost: a pass over all steps.
 */
export const recount = (journeys: Journeys, scope: Scope = {}): Result.Result<Counts, ScopeError> =>
  Counting.recount(journeys, scope)

/**
 * How often each move was made, those made at least once, and how many journeys began in a stage.
 *
 * Fails, Cost: as {@link counts}.
 */
export const moves = (
  journeys: Journeys,
  scope: Scope = {}
): Result.Result<ReadonlyArray<Counting.MoveCount>, ScopeError> => Counting.moves(journeys, scope)
