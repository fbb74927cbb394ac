import { Fact } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { Code, Wording } from "./Code.ts"
import * as Command from "./Command.ts"
import { StageId } from "./Flow.ts"

// The stage the case is at afterwards.
const moved = { stage: StageId }

const { private: _private, level: _level, ...matter } = Command.RaiseCase.fields
const { reason: _reason, ...reopening } = Command.ReopenCase.fields

/** A matter was raised, under a version of its flow. */
export const CaseRaised = Fact.of("CaseRaised", {
  ...matter,
  ...moved,
  version: Schema.Int,
  level: Code,
  private: Schema.Boolean,
  accepted: Schema.Boolean,
  route: Schema.optionalKey(Code)
})
/** A matter was taken up. */
export const CaseAccepted = Fact.of("CaseAccepted", { ...Command.AcceptCase.fields, ...moved })
/** A matter was not taken up. */
export const CaseRejected = Fact.of("CaseRejected", { ...Command.RejectCase.fields, ...moved })
/** It was said what sort of matter it is, and which post it goes to. */
export const CaseClassified = Fact.of("CaseClassified", {
  ...Command.ClassifyCase.fields,
  ...moved,
  route: Code,
  private: Schema.Boolean
})
/** A matter was answered with a service. */
export const CaseMatched = Fact.of("CaseMatched", { ...Command.MatchCase.fields, ...moved })
/** A body agreed on something. */
export const CaseDeliberated = Fact.of("CaseDeliberated", { ...Command.DeliberateCase.fields, ...moved })
/** A case was given to whoever is to do it. */
export const CaseDispatched = Fact.of("CaseDispatched", { ...Command.DispatchCase.fields, ...moved })
/** Whoever wanted a case took it. */
export const CaseTaken = Fact.of("CaseTaken", { ...Command.TakeCase.fields, ...moved })
/** A case was given to somebody else. */
export const CaseRerouted = Fact.of("CaseRerouted", { ...Command.RerouteCase.fields, ...moved })
/** Somebody who was called is there. */
export const CaseReportedIn = Fact.of("CaseReportedIn", { ...Command.ReportInCase.fields, ...moved })
/** The work began. */
export const CaseStarted = Fact.of("CaseStarted", { ...Command.StartCase.fields, ...moved })
/** A case waits for whoever raised it. */
export const CaseSuspended = Fact.of("CaseSuspended", Command.SuspendCase.fields)
/** A case goes on. */
export const CaseResumed = Fact.of("CaseResumed", Command.ResumeCase.fields)
/** A case is done. */
export const CaseResolved = Fact.of("CaseResolved", { ...Command.ResolveCase.fields, ...moved })
/** Whoever raised it was asked. */
export const CaseFollowedUp = Fact.of("CaseFollowedUp", { ...Command.FollowUpCase.fields, ...moved })
/** A case was closed. */
export const CaseClosed = Fact.of("CaseClosed", {
  ...Command.CloseCase.fields,
  ...moved,
  kind: Schema.Literals(["solved", "unsolved", "withdrawn"])
})
/** A case was taken up again: asked for, or because whoever raised it was not satisfied. */
export const CaseReopened = Fact.of("CaseReopened", {
  ...reopening,
  ...moved,
  reason: Schema.optionalKey(Wording),
  cause: Schema.Literals(["asked", "unsatisfied"])
})
/** A case went a level up; a `breach` when an ordinary one left the building so. */
export const CaseEscalated = Fact.of("CaseEscalated", {
  ...Command.EscalateCase.fields,
  from: Code,
  breach: Schema.Boolean
})
/** A case became part of another one. */
export const CaseMerged = Fact.of("CaseMerged", Command.MergeCase.fields)
/** A case is one of its own again. */
export const CaseUnmerged = Fact.of("CaseUnmerged", Command.UnmergeCase.fields)
/** A case took in another one. */
export const CaseAbsorbed = Fact.of("CaseAbsorbed", Command.AbsorbCase.fields)
/** A case let another one go. */
export const CaseSeparated = Fact.of("CaseSeparated", Command.SeparateCase.fields)
/** A case was split into tasks. */
export const CaseSplit = Fact.of("CaseSplit", Command.SplitCase.fields)
/** A task is done. */
export const TaskFinished = Fact.of("TaskFinished", Command.FinishTask.fields)
/** Something was put on file. */
export const CaseEvidenceFiled = Fact.of("CaseEvidenceFiled", Command.FileCaseEvidence.fields)
/** The place was looked at. */
export const SiteSurveyed = Fact.of("SiteSurveyed", Command.SurveySite.fields)
/** A plan was put down. */
export const PlanDrafted = Fact.of("PlanDrafted", Command.DraftPlan.fields)
/** A department cleared a plan, or did not. */
export const PlanCleared = Fact.of("PlanCleared", Command.ClearPlan.fields)
/** A plan was approved. */
export const PlanApproved = Fact.of("PlanApproved", Command.ApprovePlan.fields)
/** Somebody may see, or change, a private case. */
export const CaseShared = Fact.of("CaseShared", Command.ShareCase.fields)
/** Somebody may no longer. */
export const CaseUnshared = Fact.of("CaseUnshared", Command.UnshareCase.fields)
/** A case was linked to another one. */
export const CaseLinked = Fact.of("CaseLinked", Command.LinkCase.fields)
/** There is more time. */
export const DeadlineExtended = Fact.of("DeadlineExtended", Command.ExtendDeadline.fields)
/** It was kept when a case is due. */
export const DueRecorded = Fact.of("DueRecorded", Command.RecordDue.fields)

/** Everything that is recorded of a case. */
export const Event = Schema.Union([
  CaseRaised,
  CaseAccepted,
  CaseRejected,
  CaseClassified,
  CaseMatched,
  CaseDeliberated,
  CaseDispatched,
  CaseTaken,
  CaseRerouted,
  CaseReportedIn,
  CaseStarted,
  CaseSuspended,
  CaseResumed,
  CaseResolved,
  CaseFollowedUp,
  CaseClosed,
  CaseReopened,
  CaseEscalated,
  CaseMerged,
  CaseUnmerged,
  CaseAbsorbed,
  CaseSeparated,
  CaseSplit,
  TaskFinished,
  CaseEvidenceFiled,
  SiteSurveyed,
  PlanDrafted,
  PlanCleared,
  PlanApproved,
  CaseShared,
  CaseUnshared,
  CaseLinked,
  DeadlineExtended,
  DueRecorded
]).pipe(Schema.toTaggedUnion("_tag"))
export type Event = typeof Event.Type

/** The version of the shape of every event. */
export const schemaVersion = 1
