import { CivilDate, Count, Text } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { Code, WorkLineId } from "./Code.ts"

const on = CivilDate.CivilDate
const of = { workLine: WorkLineId }

/** A group of a work line and how many it says it has; without `declared` it says no number ("all sorts of"). */
export const Group = Schema.Struct({ group: Code, names: Text.Text, declared: Schema.optionalKey(Count.Count) })
export type Group = typeof Group.Type

/**
 * Declares a work line: one organisation, two mechanisms, three platforms, four classrooms, and brands.
 *
 * Shape: the groups keep their order; what they hold is entered later, since the source does not enumerate it.
 * Source: F-05, A-17.
 */
export const DeclareWorkLine = Schema.TaggedStruct("DeclareWorkLine", {
  ...of,
  names: Text.Text,
  groups: Schema.NonEmptyArray(Group),
  on
})

/** Enters what a group of a work line holds, from a date on. */
export const EnterWorkLineEntry = Schema.TaggedStruct("EnterWorkLineEntry", {
  ...of,
  group: Code,
  entry: Code,
  names: Text.Text,
  from: on,
  on
})

/** Ends an entry of a work line; `to` is the first day without it. */
export const EndWorkLineEntry = Schema.TaggedStruct("EndWorkLineEntry", { ...of, group: Code, entry: Code, to: on, on })

/** Everything that can be asked of work lines. */
export const Command = Schema.Union([DeclareWorkLine, EnterWorkLineEntry, EndWorkLineEntry]).pipe(
  Schema.toTaggedUnion("_tag")
)
export type Command = typeof Command.Type
