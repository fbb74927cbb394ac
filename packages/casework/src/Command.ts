import { Identifier, Instant } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { CaseId, Cause, Difficulty, Matter, Party, Rating, Scope, Task } from "./Case.ts"
import { Code, Wording } from "./Code.ts"
import { Due } from "./Due.ts"
import { Duration } from "./Flow.ts"

const { UnitId, PersonId } = Identifier

const on = <const Tag extends string, const F extends Schema.Struct.Fields>(tag: Tag, fields: F) =>
  Schema.TaggedStruct(tag, { case: CaseId, ...fields, at: Instant.Instant })

/** Raises a matter. */
export const RaiseCase = Schema.TaggedStruct("RaiseCase", Matter.fields)
/** Takes a matter up. */
export const AcceptCase = on("AcceptCase", {})
/** Does not take a matter up. */
export const RejectCase = on("RejectCase", { reason: Code })
/** Says what sort of matter it is; said again, puts that right, and the matter goes to the post of its new category. */
export const ClassifyCase = on("ClassifyCase", {
  scope: Scope,
  difficulty: Difficulty,
  category: Code,
  reason: Schema.optionalKey(Wording)
})
/** Answers a matter with an item of a service list. */
export const MatchCase = on("MatchCase", { item: Code })
/**
 * Records what a body agreed on.
 *
 * Shape: `body` is the unit at whose place the body sits; `decision` names the matter in its minutes. `Outcomes` says it so.
 */
export const DeliberateCase = on("DeliberateCase", {
  body: UnitId,
  decision: Schema.optionalKey(Code),
  agreed: Schema.optionalKey(Wording)
})
/** Gives a case to whoever is to do it. */
export const DispatchCase = on("DispatchCase", { by: UnitId, to: UnitId })
/** Takes a case nobody handles yet, where the flow lets whoever wants it grab it; no right to dispatch is needed. Source: R5-16. */
export const TakeCase = on("TakeCase", { by: UnitId })
/** Gives a case to somebody else because it went to the wrong one. */
export const RerouteCase = on("RerouteCase", { by: UnitId, to: UnitId, reason: Wording })
/** Somebody who was called is there. */
export const ReportInCase = on("ReportInCase", { by: UnitId })
/** Begins the work. */
export const StartCase = on("StartCase", {})
/** Waits for whoever raised it; the clock stops. */
export const SuspendCase = on("SuspendCase", { reason: Wording })
/** Goes on. */
export const ResumeCase = on("ResumeCase", {})
/** Says that it is done, and what came of it. */
export const ResolveCase = on("ResolveCase", { result: Wording })
/** Asks whoever raised it. Shape: without `rating` they did not give one. */
export const FollowUpCase = on("FollowUpCase", { solved: Schema.Boolean, rating: Schema.optionalKey(Rating) })
/** Closes a case. */
export const CloseCase = on("CloseCase", { reason: Code })
/** Takes a closed case up again. */
export const ReopenCase = on("ReopenCase", { reason: Wording })
/** Takes a case one level up. */
export const EscalateCase = on("EscalateCase", { to: Code, cause: Cause, reason: Schema.optionalKey(Wording) })
/** Says that a case is part of another one. See {@link AbsorbCase}, which tells the other one. */
export const MergeCase = on("MergeCase", { into: CaseId })
/** Takes that back. */
export const UnmergeCase = on("UnmergeCase", {})
/** Takes in a case that was merged into this one, with all who raised it. */
export const AbsorbCase = on("AbsorbCase", { absorbed: CaseId, raisers: Schema.NonEmptyArray(Party) })
/** Lets a case go its own way again. */
export const SeparateCase = on("SeparateCase", { absorbed: CaseId })
/** Splits a case into tasks of several departments, of whom one leads. */
export const SplitCase = on("SplitCase", { tasks: Schema.NonEmptyArray(Task) })
/** Says that a task is done. */
export const FinishTask = on("FinishTask", { task: Code, result: Wording })
/** Puts a paper, picture or measurement on file. Shape: `reference` names it where papers are kept. */
export const FileCaseEvidence = on("FileCaseEvidence", { evidence: Code, reference: Schema.optionalKey(Code) })
/** Records a joint look at the place. */
export const SurveySite = on("SurveySite", { survey: Code, by: Schema.NonEmptyArray(UnitId), finding: Wording })
/** Puts down what is to be done, and who has to clear it. */
export const DraftPlan = on("DraftPlan", { plan: Code, what: Wording, departments: Schema.NonEmptyArray(UnitId) })
/** Says whether a department clears a plan. */
export const ClearPlan = on("ClearPlan", {
  plan: Code,
  department: UnitId,
  cleared: Schema.Boolean,
  note: Schema.optionalKey(Wording)
})
/** Approves a plan that every department cleared. */
export const ApprovePlan = on("ApprovePlan", { plan: Code, by: UnitId })
/** Lets somebody see, or change, a private case. */
export const ShareCase = on("ShareCase", { person: PersonId, right: Schema.Literals(["view", "edit"]) })
/** Takes that back. */
export const UnshareCase = on("UnshareCase", { person: PersonId })
/** Says that a case is an earlier one again, or has to do with it. */
export const LinkCase = on("LinkCase", { to: CaseId, why: Schema.Literals(["recurrence", "related"]) })
/** Gives more time for the stage, or for the whole. */
export const ExtendDeadline = on("ExtendDeadline", {
  of: Schema.Literals(["stage", "whole"]),
  by: Duration,
  reason: Wording
})
/** Keeps when a case is due, as reckoned by a version of a working calendar. */
export const RecordDue = on("RecordDue", { due: Due })

/** Everything that can be asked of a case. */
export const Command = Schema.Union([
  RaiseCase,
  AcceptCase,
  RejectCase,
  ClassifyCase,
  MatchCase,
  DeliberateCase,
  DispatchCase,
  TakeCase,
  RerouteCase,
  ReportInCase,
  StartCase,
  SuspendCase,
  ResumeCase,
  ResolveCase,
  FollowUpCase,
  CloseCase,
  ReopenCase,
  EscalateCase,
  MergeCase,
  UnmergeCase,
  AbsorbCase,
  SeparateCase,
  SplitCase,
  FinishTask,
  FileCaseEvidence,
  SurveySite,
  DraftPlan,
  ClearPlan,
  ApprovePlan,
  ShareCase,
  UnshareCase,
  LinkCase,
  ExtendDeadline,
  RecordDue
]).pipe(Schema.toTaggedUnion("_tag"))
export type Command = typeof Command.Type
