import { CivilDate, Identifier, Text } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { Code, PactId, Participant, Positive, Wording } from "./Code.ts"

const on = CivilDate.CivilDate
const of = { pact: PactId }

/** A clause of a pact, under a code that keeps its meaning from version to version. */
export const Clause = Schema.Struct({ clause: Code, text: Wording })
export type Clause = typeof Clause.Type

/** Drafts a pact of a place: its version 1. Source: D-14. */
export const DraftPact = Schema.TaggedStruct("DraftPact", {
  ...of,
  place: Identifier.UnitId,
  names: Text.Text,
  clauses: Schema.NonEmptyArray(Clause),
  on
})

/** Adopts the version that is drafted; the one before is superseded by that, and everybody has to sign again. */
export const AdoptPact = Schema.TaggedStruct("AdoptPact", { ...of, version: Positive, on })

/** Drafts the next version of an adopted pact, with all its clauses. */
export const AmendPact = Schema.TaggedStruct("AmendPact", {
  ...of,
  version: Positive,
  clauses: Schema.NonEmptyArray(Clause),
  on
})

/** Signs the version of a pact that is in force. */
export const SignPact = Schema.TaggedStruct("SignPact", { ...of, version: Positive, by: Participant, on })

/** Everything that can be asked of pacts. */
export const Command = Schema.Union([DraftPact, AdoptPact, AmendPact, SignPact]).pipe(Schema.toTaggedUnion("_tag"))
export type Command = typeof Command.Type
