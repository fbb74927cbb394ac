import type { BodyCode } from "@louyu/casework"
import type { Problem } from "@louyu/kernel"
import * as Result from "effect/Result"
import type { FlowEntry } from "./CaseworkBook.ts"
import * as CaseworkForm from "./CaseworkForm.ts"
import type { Context } from "./Context.ts"
import type { Surroundings } from "./Surroundings.ts"
import * as Vocabulary from "./Vocabulary.ts"

type Found<A> = Result.Result<A, Problem.Problem>

/**
 * The flows the words of a row may be from: that of the case, or any where the folder does not say which it goes under.
 *
 * Shape: `undefined` when there is no profile, which is an error of its own.
 */
export const entriesFor = (
  id: string,
  { casework }: Context,
  surroundings: () => Surroundings
): ReadonlyArray<FlowEntry> | undefined => {
  if (casework === undefined) return undefined
  const own = surroundings().caseOf(id)
  const entry = own === undefined ? undefined : casework.entry(own.flow)
  return entry === undefined ? casework.entries : [entry]
}

/** A word of flows under any of its names; one that means several things means none of them. */
export const find = (
  sort: Exclude<keyof FlowEntry, "flow">,
  word: string,
  entries: ReadonlyArray<FlowEntry>,
  context: Context
): Found<string> => {
  const vocabularies = entries.map((entry) => entry[sort])
  const [only, ...more] = new Set(vocabularies.flatMap((one) => one.find(word) ?? []))
  return only !== undefined && more.length === 0
    ? Result.succeed(only)
    : CaseworkForm.unknown(sort, word, vocabularies, context)
}

/**
 * A party that sits in a body, under any of its names.
 *
 * Shape: of a body the folder does not found, the parties of all kinds are understood; `undefined` when there is no
 * profile, which is an error of its own.
 */
export const party = (
  body: string,
  word: string,
  context: Context,
  surroundings: () => Surroundings
): Found<BodyCode.PartyKind> | undefined => {
  if (context.casework === undefined) return undefined
  const own = surroundings().kindOf(body)
  const kinds = own === undefined ? context.casework.kinds : [own]
  const vocabularies = kinds.map(({ seats }) => Vocabulary.make(seats.map(({ party: id, names }) => ({ id, names }))))
  const [only, ...more] = new Set(vocabularies.flatMap((one) => one.find(word) ?? []))
  return only !== undefined && more.length === 0
    ? Result.succeed(only)
    : CaseworkForm.unknown("party", word, vocabularies, context)
}
