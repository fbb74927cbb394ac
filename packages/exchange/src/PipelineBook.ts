import type { Pipeline } from "@louyu/recruitment"
import * as Vocabulary from "./Vocabulary.ts"

type Stage = Pipeline.StageId

/** A pipeline with its stages, ways out and reasons under all their names. */
export interface PipelineEntry {
  readonly pipeline: Pipeline.Pipeline
  readonly stages: Vocabulary.Vocabulary<Stage>
  readonly exits: Vocabulary.Vocabulary<string>
  readonly reasons: (exit: string) => Vocabulary.Vocabulary<string>
}

/** The pipelines of a profile under the words people write for them. */
export interface PipelineBook {
  readonly pipelines: Vocabulary.Vocabulary<Pipeline.PipelineId>
  readonly entry: (pipeline: string) => PipelineEntry | undefined
  readonly entries: ReadonlyArray<PipelineEntry>
}

const nothing = Vocabulary.make<string>([])

const entryOf = (pipeline: Pipeline.Pipeline): PipelineEntry => {
  const reasons = new Map(pipeline.exits.map((exit) => [exit.id, Vocabulary.make(exit.reasons)]))
  return {
    pipeline,
    stages: Vocabulary.make(pipeline.stages),
    exits: Vocabulary.make(pipeline.exits),
    reasons: (exit) => reasons.get(exit) ?? nothing
  }
}

/** Opens the book of the pipelines of a profile. */
export const make = (pipelines: ReadonlyArray<Pipeline.Pipeline>): PipelineBook => {
  const entries = pipelines.map(entryOf)
  const byId = new Map<string, PipelineEntry>(entries.map((entry) => [entry.pipeline.id, entry]))
  return { pipelines: Vocabulary.make(pipelines), entry: (pipeline) => byId.get(pipeline), entries }
}
