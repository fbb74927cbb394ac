import { Identifier, Instant, Text } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { CaseRef } from "./BodyCode.ts"
import * as Breakthrough from "./Breakthrough.ts"
import { Code, Wording } from "./Code.ts"

const { UnitId } = Identifier

/** Names a whistle. */
export const WhistleId = Code.pipe(Schema.brand("WhistleId"))
export type WhistleId = typeof WhistleId.Type

/** Names a task within its whistle. */
export const WhistleTaskId = Code.pipe(Schema.brand("WhistleTaskId"))
export type WhistleTaskId = typeof WhistleTaskId.Type

/** Who may whistle. Source: D-08 (enterprises), 2.16 (streets, communities, property, owners). */
export const CallerKind = Schema.Literals(["enterprise", "street", "community", "property", "owner"])
export type CallerKind = typeof CallerKind.Type

const of = { whistle: WhistleId, at: Instant.Instant }

/**
 * Calls departments to report in by a time.
 *
 * Shape: `stage` is the stage of development the caller is at; `mode` and `target` say how the problem is to be broken
 * through and for whom, each by itself.
 * Source: D-08, P-38, 2.16.
 */
export const BlowWhistle = Schema.TaggedStruct("BlowWhistle", {
  ...of,
  caller: UnitId,
  callerKind: CallerKind,
  topic: Wording,
  case: Schema.optionalKey(CaseRef),
  stage: Schema.optionalKey(Code),
  mode: Schema.optionalKey(Breakthrough.Mode),
  target: Schema.optionalKey(Breakthrough.Target),
  departments: Schema.NonEmptyArray(UnitId),
  due: Instant.Instant
})

/** Records that a department reported in, with what it plans to do. Shape: `at` is when it arrived. */
export const ReportIn = Schema.TaggedStruct("ReportIn", { ...of, department: UnitId, plan: Wording })

/** Gives a task to a department that reported in. */
export const AssignWhistleTask = Schema.TaggedStruct("AssignWhistleTask", {
  ...of,
  task: WhistleTaskId,
  names: Text.Text,
  to: UnitId,
  due: Schema.optionalKey(Instant.Instant)
})

/** Says how a task was resolved. */
export const ResolveWhistleTask = Schema.TaggedStruct("ResolveWhistleTask", {
  ...of,
  task: WhistleTaskId,
  by: UnitId,
  result: Wording
})

/** Records what the caller thinks of the result. Units: `score` from 1 to 5, 5 the best. */
export const EvaluateWhistle = Schema.TaggedStruct("EvaluateWhistle", {
  ...of,
  by: UnitId,
  satisfied: Schema.Boolean,
  score: Schema.optionalKey(Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 5 })))
})

/** Closes a whistle, confirmed by its caller. */
export const CloseWhistle = Schema.TaggedStruct("CloseWhistle", { ...of, confirmedBy: UnitId })

/** Everything that can be asked of whistles. */
export const Command = Schema.Union([
  BlowWhistle,
  ReportIn,
  AssignWhistleTask,
  ResolveWhistleTask,
  EvaluateWhistle,
  CloseWhistle
]).pipe(Schema.toTaggedUnion("_tag"))
export type Command = typeof Command.Type
