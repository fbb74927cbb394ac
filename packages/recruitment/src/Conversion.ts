import * as Result from "effect/Result"
import { type BoundariesRejected, DurationRejected, type StageUnknown } from "./AnalyticsError.ts"
import * as Cells from "./analytics/Cells.ts"
import * as Figure from "./analytics/Figure.ts"
import * as Passage from "./analytics/Passage.ts"
import { choose, column, dateOf, type Scope, type ScopeError } from "./analytics/Scope.ts"
import * as StageTable from "./analytics/StageTable.ts"
import type { Journeys } from "./Journeys.ts"

export type { Cell } from "./analytics/Cells.ts"
export type { Left } from "./analytics/Passage.ts"

/** From which stage to which. */
export interface Between extends Scope {
  readonly from: string
  readonly to: string
}

/**
 * What became of those who entered a stage.
 *
 * Shape: `entered` = `reached` + `ended` + `elsewhere` + `still`. Reached counts whoever came to the other stage at any
 * time after first entering this one; of the rest, ended are in a terminal stage, elsewhere in another one, and still are
 * in this one. `left` says where those ended and elsewhere are.
 */
export interface Conversion {
  readonly from: string
  readonly to: string
  /** The code of the column asked for; absent where none was asked for or a subject has none. */
  readonly code: number | undefined
  readonly entered: number
  readonly reached: number
  readonly ended: number
  readonly elsewhere: number
  readonly still: number
  readonly left: ReadonlyArray<Passage.Left>
  /** Of those who left the stage, how many reached the other. */
  readonly rate: Figure.Figure
  /** Of those who entered the stage, how many have reached the other so far. */
  readonly everRate: Figure.Figure
}

/**
 * The conversion of a stage into another, of a cohort, as of a time.
 *
 * Shape: the rate counts those who left only, for those still there have not been decided; it is `undefined` when nobody
 * left.
 * Fails: `StageUnknown`, `ColumnUnknown`, `TimeRejected`.
 * Cost: a pass over the steps of the cohort.
 * Source: invariant 12, A-07.
 *
 * ```ts
 * const journeys = Result.getOrThrow(Journeys.make([{ id: "office" }, { id: "settled" }, { id: "lost", terminal: true }]))
 * for (const [subject, stage, at] of [
 *   ["a", "office", 1], ["a", "settled", 5], ["b", "office", 2], ["b", "lost", 3], ["c", "office", 4]
 * ] as const) Journeys.append(journeys, subject, stage, at)
 * const conversion = Result.getOrThrow(Conversion.between(journeys, { from: "office", to: "settled" }))
 * conversion.rate.rate // => 0.5
 * conversion.everRate.denominator // => 3
 * Result.getOrThrow(Conversion.between(journeys, { from: "office", to: "settled", asOf: 2 })).rate.rate // => undefined
 * ```
 */
export const between = (journeys: Journeys, question: Between): Result.Result<Conversion, ScopeError> =>
  Result.map(conversions(journeys, question, undefined), ([only]) => only ?? converted(question, undefined, nobody))

/**
 * The same for every code of a column that somebody asked about has; without one for those not tagged.
 *
 * Shape: populations are those of the codes.
 * Fails: as {@link between}.
 * Cost: a pass over the steps of the cohort.
 */
export const by = (
  journeys: Journeys,
  question: Between & { readonly column: string }
): Result.Result<ReadonlyArray<Conversion>, ScopeError> => conversions(journeys, question, question.column)

const nobody: Passage.Passed = { code: undefined, population: 0, entered: 0, reached: 0, still: 0, left: [] }

const converted = ({ from, to }: Between, asOf: number | undefined, passed: Passage.Passed): Conversion => {
  const { code, population, entered, reached, still, left } = passed
  const ended = left.filter(({ terminal }) => terminal).reduce((sum, { count }) => sum + count, 0)
  const elsewhere = entered - reached - still - ended
  const about = { population, asOf }
  const rate = Figure.make("conversion/of-those-who-left", reached, entered - still, about)
  const everRate = Figure.make("conversion/of-those-who-entered", reached, entered, about)
  return { from, to, code, entered, reached, ended, elsewhere, still, left, rate, everRate }
}

const conversions = (
  journeys: Journeys,
  question: Between,
  by: string | undefined
): Result.Result<ReadonlyArray<Conversion>, ScopeError> =>
  Result.gen(function* () {
    const source = yield* StageTable.numberOf(journeys.table, question.from)
    const target = yield* StageTable.numberOf(journeys.table, question.to)
    const chosen = yield* choose(journeys, question)
    const codes = by === undefined ? undefined : yield* column(journeys, by)
    return Passage.count(journeys, chosen, [source, target], codes).map((passed) =>
      converted(question, dateOf(chosen), passed)
    )
  })

/** A stage to be reached within a time. */
export interface Within extends Scope {
  /** The stage whose first entry starts the clock; by default the first step of the journey. */
  readonly from?: string
  readonly to: string
  readonly within: number
}

/** How many reached a stage in time. */
export interface InTime {
  readonly within: number
  readonly entered: number
  /** Who reached the stage in time, also those whose time is not over. */
  readonly reached: number
  /** Whose time is over. */
  readonly mature: number
  /** Of those whose time is over, how many reached the stage in time. */
  readonly rate: Figure.Figure
  /** Of those who entered, how many have reached the stage in time so far. */
  readonly everRate: Figure.Figure
}

/** Cells by period of entering and by code. */
export interface Grid extends Within {
  /** Ascending; each period goes from one up to and without the next. Who entered in none is left out. */
  readonly boundaries: ReadonlyArray<number>
  /** Who was not tagged in it gets cells without a code; by default all are together. */
  readonly column?: string
}

/** What can be wrong with a question about time. */
export type WithinError = ScopeError | DurationRejected | StageUnknown

const inTime = (within: number, cell: Cells.Cell, about: { population: number; asOf: number | undefined }): InTime => ({
  within,
  entered: cell.entered,
  reached: cell.reached,
  mature: cell.mature,
  rate: Figure.make("conversion/in-time-of-mature", cell.reachedMature, cell.mature, about),
  everRate: Figure.make("conversion/in-time-of-those-who-entered", cell.reached, cell.entered, about)
})

const counted = (
  journeys: Journeys,
  question: Within,
  groups: (asked: Cells.Asked) => Cells.Asked = (asked) => asked
) =>
  Result.gen(function* () {
    const { from, to, within } = question
    if (!Number.isSafeInteger(within) || within < 0) yield* Result.fail(new DurationRejected({ duration: within }))
    const source = from === undefined ? undefined : yield* StageTable.numberOf(journeys.table, from)
    const target = yield* StageTable.numberOf(journeys.table, to)
    const chosen = yield* choose(journeys, question)
    return { chosen, cells: Cells.count(journeys, chosen, groups({ source, target, within })) }
  })

/**
 * How many reached a stage within a time of entering another.
 *
 * Shape: in the rate are only those whose time is over, or the slow among the recent ones would be missing; it is
 * `undefined` when there are none.
 * Units: `within` in what the times are counted in; who reaches the stage exactly then is in time.
 * Fails: `DurationRejected`, `StageUnknown`, `ColumnUnknown`, `TimeRejected`.
 * Cost: a pass over the cohort.
 */
export const within = (journeys: Journeys, question: Within): Result.Result<InTime, WithinError> =>
  Result.map(counted(journeys, question), ({ chosen, cells }) =>
    inTime(question.within, cells[0] ?? Cells.empty, { population: chosen.population, asOf: dateOf(chosen) })
  )

/**
 * The same by period of entering and by the codes of a column: one cell for each that somebody entered.
 *
 * Fails: as {@link within}, and `BoundariesRejected`.
 * Cost: a pass over the cohort.
 */
export const cohorts = (
  journeys: Journeys,
  question: Grid
): Result.Result<ReadonlyArray<Cells.Cell>, WithinError | BoundariesRejected> =>
  Result.gen(function* () {
    const groups = yield* Cells.groups(journeys, question)
    const { cells } = yield* counted(journeys, question, (asked) => ({ ...asked, ...groups }))
    return cells
  })
