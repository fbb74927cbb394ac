import { Fact } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import * as Command from "./WorkLineCommand.ts"

/** A work line was declared. */
export const WorkLineDeclared = Fact.of("WorkLineDeclared", Command.DeclareWorkLine.fields)
export type WorkLineDeclared = typeof WorkLineDeclared.Type
/** A work line holds something more. */
export const WorkLineEntryEntered = Fact.of("WorkLineEntryEntered", Command.EnterWorkLineEntry.fields)
export type WorkLineEntryEntered = typeof WorkLineEntryEntered.Type
/** An entry of a work line ended, or will on a date that is known. */
export const WorkLineEntryEnded = Fact.of("WorkLineEntryEnded", Command.EndWorkLineEntry.fields)

/** Everything that is recorded of work lines. */
export const Event = Schema.Union([WorkLineDeclared, WorkLineEntryEntered, WorkLineEntryEnded]).pipe(
  Schema.toTaggedUnion("_tag")
)
export type Event = typeof Event.Type

/** The version of the shape of every event. */
export const schemaVersion = 1
