import { Text } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { Code } from "./Code.ts"

/** Names a pipeline. */
export const PipelineId = Code.pipe(Schema.brand("PipelineId"))
export type PipelineId = typeof PipelineId.Type

/** Names a stage of a pipeline. */
export const StageId = Code.pipe(Schema.brand("StageId"))
export type StageId = typeof StageId.Type

const Named = Schema.Struct({ id: Code, names: Text.Text })
const workdays = Schema.Int.check(Schema.isGreaterThan(0))

/**
 * A stage.
 *
 * Shape: an `optional` stage may be skipped; `evidence` is what has to be on file before a prospect enters. Units: in
 * working days, `answerWithin` is how long the stage may last, `rotAfter` how long nobody may be heard of in it; a stage
 * without them never runs out.
 * Source: H-25, 2.12, R4-3.
 */
export const Stage = Schema.Struct({
  id: StageId,
  names: Text.Text,
  phase: Code,
  optional: Schema.optionalKey(Schema.Boolean),
  evidence: Schema.optionalKey(Schema.Array(Code)),
  answerWithin: Schema.optionalKey(workdays),
  rotAfter: Schema.optionalKey(workdays)
})
export type Stage = typeof Stage.Type

/**
 * A way out of a pipeline, with the reasons that may be given for it.
 *
 * Shape: without `from` it is open at every stage; without `reopen` it is final. A prospect that is reopened goes on at
 * `reopen.to`, or where it left. Units: `withinDays` in calendar days.
 */
export const Exit = Schema.Struct({
  id: Code,
  names: Text.Text,
  from: Schema.optionalKey(Schema.NonEmptyArray(StageId)),
  reasons: Schema.NonEmptyArray(Named),
  reopen: Schema.optionalKey(
    Schema.Struct({ to: Schema.optionalKey(StageId), withinDays: Schema.optionalKey(workdays) })
  )
})
export type Exit = typeof Exit.Type

/** A move that is allowed besides those to the next stage. */
const Move = Schema.Struct({ from: StageId, to: StageId })

/**
 * How firms, talent or new branches come, stay and grow: a version of a pipeline, as data.
 *
 * Shape: stages in their order, each in a phase; a prospect goes to the next stage, past optional ones, or by one of
 * `moves`; back as `back` allows. Reaching the stage `won` is what the pipeline is for; what comes after it is growth.
 * `subject` says what a prospect is: of a person no name is kept here.
 * Source: H-25, H-28, 1.7, R4-1.
 */
export const Pipeline = Schema.Struct({
  id: PipelineId,
  version: Schema.Int.check(Schema.isGreaterThan(0)),
  names: Text.Text,
  subject: Schema.Literals(["firm", "person", "branch", "project"]),
  phases: Schema.NonEmptyArray(Named),
  stages: Schema.NonEmptyArray(Stage),
  won: StageId,
  back: Schema.Literals(["never", "one", "any"]),
  moves: Schema.optionalKey(Schema.Array(Move)),
  exits: Schema.NonEmptyArray(Exit)
})
export type Pipeline = typeof Pipeline.Type

/** The place of a stage in the order of a pipeline; `undefined` when it has no such stage. */
export const place = ({ stages }: Pipeline, id: StageId): number | undefined => {
  const found = stages.findIndex((stage) => stage.id === id)
  return found < 0 ? undefined : found
}

/** A stage of a pipeline. */
export const stage = ({ stages }: Pipeline, id: StageId): Stage | undefined => stages.find((one) => one.id === id)

/** A way out of a pipeline. */
export const exit = ({ exits }: Pipeline, id: string): Exit | undefined => exits.find((one) => one.id === id)

/** The stage a pipeline begins with. */
export const first = ({ stages: [begin] }: Pipeline): Stage => begin

/** What a move from one stage to another is: forward (perhaps past optional stages), back, or not allowed. */
export type Direction = "forward" | "back" | "notAllowed"

/**
 * Says whether a pipeline allows a move between two of its stages.
 *
 * ```ts
 * const at = Pipeline.StageId.make
 * Pipeline.direction(PipelinePresets.investment, at("negotiating"), at("signed")) // => "forward"
 * Pipeline.direction(PipelinePresets.investment, at("lead"), at("signed")) // => "notAllowed"
 * ```
 */
export const direction = (pipeline: Pipeline, from: StageId, to: StageId): Direction => {
  const [here, there] = [place(pipeline, from), place(pipeline, to)]
  if (here === undefined || there === undefined || here === there) return "notAllowed"
  const isDeclared = (pipeline.moves ?? []).some((move) => move.from === from && move.to === to)
  if (there > here) {
    const between = pipeline.stages.slice(here + 1, there)
    return isDeclared || between.every(({ optional }) => optional === true) ? "forward" : "notAllowed"
  }
  return isDeclared || pipeline.back === "any" || (pipeline.back === "one" && here - there === 1)
    ? "back"
    : "notAllowed"
}

/** The stages a prospect may go on to from a stage, in the order of the pipeline. */
export const next = (pipeline: Pipeline, from: StageId): ReadonlyArray<StageId> =>
  pipeline.stages.map(({ id }) => id).filter((to) => direction(pipeline, from, to) === "forward")

/** Tells whether a prospect at a stage has got what the pipeline is for. */
export const isWon = (pipeline: Pipeline, at: StageId): boolean =>
  (place(pipeline, at) ?? -1) >= (place(pipeline, pipeline.won) ?? Number.POSITIVE_INFINITY)

const twice = (ids: ReadonlyArray<string>): ReadonlyArray<string> => [
  ...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))
]

/**
 * What is wrong with a pipeline: ids given twice, and names of phases and stages there are not.
 *
 * Shape: the ids, each once; none when it is sound.
 */
export const contradictions = (pipeline: Pipeline): ReadonlyArray<string> => {
  const { phases, stages, exits, moves = [], won } = pipeline
  const phaseIds = new Set(phases.map(({ id }) => id))
  const stageIds = new Set<string>(stages.map(({ id }) => id))
  const named = [
    won,
    ...moves.flatMap(({ from, to }) => [from, to]),
    ...exits.flatMap(({ from = [], reopen }) => [...from, ...(reopen?.to === undefined ? [] : [reopen.to])])
  ]
  return [
    ...new Set([
      ...twice([...stages.map(({ id }) => id), ...exits.map(({ id }) => id)]),
      ...twice(phases.map(({ id }) => id)),
      ...exits.flatMap(({ reasons }) => twice(reasons.map(({ id }) => id))),
      ...stages.filter(({ phase }) => !phaseIds.has(phase)).map(({ phase }) => phase),
      ...named.filter((id) => !stageIds.has(id))
    ])
  ]
}
