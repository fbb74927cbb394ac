import type { Problem } from "@louyu/kernel"
import type { Pipeline } from "@louyu/recruitment"
import * as Result from "effect/Result"
import type { Context } from "./Context.ts"
import { PipelineWordUnknown } from "./ExchangeError.ts"
import type { PipelineEntry } from "./PipelineBook.ts"
import type { Surroundings } from "./Surroundings.ts"
import * as Vocabulary from "./Vocabulary.ts"

type Found<A> = Result.Result<A, Problem.Problem>

/**
 * The pipelines the words of a row may be from: that of the prospect, or any where the folder does not say which it is in.
 *
 * Shape: `undefined` when there is no profile, which is an error of its own.
 */
export const entriesFor = (
  prospect: string,
  { pipelines }: Context,
  surroundings: () => Surroundings
): ReadonlyArray<PipelineEntry> | undefined => {
  if (pipelines === undefined) return undefined
  const own = surroundings().pipelineOf(prospect)
  const entry = own === undefined ? undefined : pipelines.entry(own)
  return entry === undefined ? pipelines.entries : [entry]
}

const within = <Id extends string>(
  sort: "stage" | "exit" | "reason",
  word: string,
  vocabularies: ReadonlyArray<Vocabulary.Vocabulary<Id>>
): Found<Id> => {
  const found = new Set(vocabularies.flatMap((one) => one.find(word) ?? []))
  const [only, ...more] = found
  if (only !== undefined && more.length === 0) return Result.succeed(only)
  const known = [...new Set(vocabularies.flatMap(Vocabulary.names))]
  return Result.fail(new PipelineWordUnknown({ sort, word: word.slice(0, 60), known }))
}

/** A stage under any of its names. */
export const stage = (word: string, entries: ReadonlyArray<PipelineEntry>): Found<Pipeline.StageId> =>
  within(
    "stage",
    word,
    entries.map(({ stages }) => stages)
  )

/** A way out under any of its names. */
export const exit = (word: string, entries: ReadonlyArray<PipelineEntry>): Found<string> =>
  within(
    "exit",
    word,
    entries.map(({ exits }) => exits)
  )

/** A reason for a way out under any of its names. */
export const reason = (word: string, ofExit: string, entries: ReadonlyArray<PipelineEntry>): Found<string> =>
  within(
    "reason",
    word,
    entries.map(({ reasons }) => reasons(ofExit))
  )

/** The reasons that may be given for a way out. */
export const reasonsOf = (ofExit: string, entries: ReadonlyArray<PipelineEntry>): ReadonlyArray<string> => [
  ...new Set(entries.flatMap(({ reasons }) => reasons(ofExit).words.map(({ id }) => id)))
]
