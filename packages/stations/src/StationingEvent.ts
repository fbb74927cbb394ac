import { Fact } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import * as Command from "./StationingCommand.ts"

/** A department comes to a station. */
export const DepartmentStationed = Fact.of("DepartmentStationed", Command.StationDepartment.fields)
/** A department does not come on a day. */
export const StationingSkipped = Fact.of("StationingSkipped", Command.SkipStationing.fields)
/** A department comes on another day. */
export const StationingMoved = Fact.of("StationingMoved", Command.MoveStationing.fields)
/** A department comes no more, or will not from a date that is known. */
export const StationingEnded = Fact.of("StationingEnded", Command.EndStationing.fields)

/** Everything that is recorded of departments at stations. */
export const Event = Schema.Union([DepartmentStationed, StationingSkipped, StationingMoved, StationingEnded]).pipe(
  Schema.toTaggedUnion("_tag")
)
export type Event = typeof Event.Type

const tags = {
  StationDepartment: "DepartmentStationed",
  SkipStationing: "StationingSkipped",
  MoveStationing: "StationingMoved",
  EndStationing: "StationingEnded"
} as const satisfies Record<Command.Command["_tag"], Event["_tag"]>

/** The fact a command leads to when it is obeyed: the same fields, in the past tense. */
export const of = (command: Command.Command): Event =>
  // Every fact above is made from the fields of its command; the link between the two tags is the table.
  ({ ...command, _tag: tags[command._tag] }) as Event

/** The version of the shape of every event. */
export const schemaVersion = 1
