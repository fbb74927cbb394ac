import * as Schema from "effect/Schema"
import { Code, Wording } from "./Code.ts"
import * as Command from "./Command.ts"
import { StageId } from "./Flow.ts"

const fact = <const Tag extends string, const F extends Schema.Struct.Fields, const More extends Schema.Struct.Fields>(
  tag: Tag,
  { _tag, ...fields }: F & { readonly _tag: unknown },
  more: More
) => Schema.TaggedStruct(tag, { ...fields, ...more })

// The stage the case is at afterwards.
const moved = { stage: StageId }

const { private: _private, level: _level, ...matter } = Command.RaiseCase.fields
const { reason: _reason, ...reopening } = Command.ReopenCase.fields

/** A matter was raised, under a version of its flow. */
export const CaseRaised = fact("CaseRaised", matter, {
  ...moved,
  version: Schema.Int,
  level: Code,
  private: Schema.Boolean,
  accepted: Schema.Boolean,
  route: Schema.optionalKey(Code)
})
/** A matter was taken up. */
export const CaseAccepted = fact("CaseAccepted", Command.AcceptCase.fields, moved)
/** A matter was not taken up. */
export const CaseRejected = fact("CaseRejected", Command.RejectCase.fields, moved)
/** It was said what sort of matter it is, and which post it goes to. */
export const CaseClassified = fact("CaseClassified", Command.ClassifyCase.fields, {
  ...moved,
  route: Code,
  private: Schema.Boolean
})
/** A matter was answered with a service. */
export const CaseMatched = fact("CaseMatched", Command.MatchCase.fields, moved)
/** A body agreed on something. */
export const CaseDeliberated = fact("CaseDeliberated", Command.DeliberateCase.fields, moved)
/** A case was given to whoever is to do it. */
export const CaseDispatched = fact("CaseDispatched", Command.DispatchCase.fields, moved)
/** A case was given to somebody else. */
export const CaseRerouted = fact("CaseRerouted", Command.RerouteCase.fields, moved)
/** Somebody who was called is there. */
export const CaseReportedIn = fact("CaseReportedIn", Command.ReportInCase.fields, moved)
/** The work began. */
export const CaseStarted = fact("CaseStarted", Command.StartCase.fields, moved)
/** A case waits for whoever raised it. */
export const CaseSuspended = fact("CaseSuspended", Command.SuspendCase.fields, {})
/** A case goes on. */
export const CaseResumed = fact("CaseResumed", Command.ResumeCase.fields, {})
/** A case is done. */
export const CaseResolved = fact("CaseResolved", Command.ResolveCase.fields, moved)
/** Whoever raised it was asked. */
export const CaseFollowedUp = fact("CaseFollowedUp", Command.FollowUpCase.fields, moved)
/** A case was closed. */
export const CaseClosed = fact("CaseClosed", Command.CloseCase.fields, {
  ...moved,
  kind: Schema.Literals(["solved", "unsolved", "withdrawn"])
})
/** A case was taken up again: asked for, or because whoever raised it was not satisfied. */
export const CaseReopened = fact("CaseReopened", reopening, {
  ...moved,
  reason: Schema.optionalKey(Wording),
  cause: Schema.Literals(["asked", "unsatisfied"])
})
/** A case went a level up; a `breach` when an ordinary one left the building so. */
export const CaseEscalated = fact("CaseEscalated", Command.EscalateCase.fields, { from: Code, breach: Schema.Boolean })
/** A case became part of another one. */
export const CaseMerged = fact("CaseMerged", Command.MergeCase.fields, {})
/** A case is one of its own again. */
export const CaseUnmerged = fact("CaseUnmerged", Command.UnmergeCase.fields, {})
/** A case took in another one. */
export const CaseAbsorbed = fact("CaseAbsorbed", Command.AbsorbCase.fields, {})
/** A case let another one go. */
export const CaseSeparated = fact("CaseSeparated", Command.SeparateCase.fields, {})
/** A case was split into tasks. */
export const CaseSplit = fact("CaseSplit", Command.SplitCase.fields, {})
/** A task is done. */
export const TaskFinished = fact("TaskFinished", Command.FinishTask.fields, {})
/** Something was put on file. */
export const CaseEvidenceFiled = fact("CaseEvidenceFiled", Command.FileCaseEvidence.fields, {})
/** The place was looked at. */
export const SiteSurveyed = fact("SiteSurveyed", Command.SurveySite.fields, {})
/** A plan was put down. */
export const PlanDrafted = fact("PlanDrafted", Command.DraftPlan.fields, {})
/** A department cleared a plan, or did not. */
export const PlanCleared = fact("PlanCleared", Command.ClearPlan.fields, {})
/** A plan was approved. */
export const PlanApproved = fact("PlanApproved", Command.ApprovePlan.fields, {})
/** Somebody may see, or change, a private case. */
export const CaseShared = fact("CaseShared", Command.ShareCase.fields, {})
/** Somebody may no longer. */
export const CaseUnshared = fact("CaseUnshared", Command.UnshareCase.fields, {})
/** A case was linked to another one. */
export const CaseLinked = fact("CaseLinked", Command.LinkCase.fields, {})
/** There is more time. */
export const DeadlineExtended = fact("DeadlineExtended", Command.ExtendDeadline.fields, {})
/** It was kept when a case is due. */
export const DueRecorded = fact("DueRecorded", Command.RecordDue.fields, {})

/** Everything that is recorded of a case. */
export const Event = Schema.Union([
  CaseRaised,
  CaseAccepted,
  CaseRejected,
  CaseClassified,
  CaseMatched,
  CaseDeliberated,
  CaseDispatched,
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
