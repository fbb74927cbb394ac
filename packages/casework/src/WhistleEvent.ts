import { Fact } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import * as Command from "./WhistleCommand.ts"

/** Departments were called. */
export const WhistleBlown = Fact.of("WhistleBlown", Command.BlowWhistle.fields)
/** A department reported in. */
export const DepartmentReported = Fact.of("DepartmentReported", Command.ReportIn.fields)
/** A department got a task. */
export const WhistleTaskAssigned = Fact.of("WhistleTaskAssigned", Command.AssignWhistleTask.fields)
/** A task was resolved. */
export const WhistleTaskResolved = Fact.of("WhistleTaskResolved", Command.ResolveWhistleTask.fields)
/** The caller judged the result. */
export const WhistleEvaluated = Fact.of("WhistleEvaluated", Command.EvaluateWhistle.fields)
/** The caller confirmed, and the whistle was closed. */
export const WhistleClosed = Fact.of("WhistleClosed", Command.CloseWhistle.fields)

/** Everything that is recorded of whistles. */
export const Event = Schema.Union([
  WhistleBlown,
  DepartmentReported,
  WhistleTaskAssigned,
  WhistleTaskResolved,
  WhistleEvaluated,
  WhistleClosed
]).pipe(Schema.toTaggedUnion("_tag"))
export type Event = typeof Event.Type

const tags = {
  BlowWhistle: "WhistleBlown",
  ReportIn: "DepartmentReported",
  AssignWhistleTask: "WhistleTaskAssigned",
  ResolveWhistleTask: "WhistleTaskResolved",
  EvaluateWhistle: "WhistleEvaluated",
  CloseWhistle: "WhistleClosed"
} as const satisfies Record<Command.Command["_tag"], Event["_tag"]>

/** The fact a command leads to when it is obeyed: the same fields, in the past tense. */
export const of = (command: Command.Command): Event =>
  // Every fact above is made from the fields of its command; the link between the two tags is the table.
  ({ ...command, _tag: tags[command._tag] }) as Event

/** The version of the shape of every event. */
export const schemaVersion = 1
