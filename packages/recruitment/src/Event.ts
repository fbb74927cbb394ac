import { CivilDate, Fact, Identifier } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { Code } from "./Code.ts"
import * as Command from "./Command.ts"
import { StageId } from "./Pipeline.ts"
import { ProspectId } from "./Prospect.ts"

/** A version of a pipeline came into force. */
export const PipelineAdopted = Fact.of("PipelineAdopted", Command.AdoptPipeline.fields)
/** Somebody looks after prospects. */
export const LiaisonEnrolled = Fact.of("LiaisonEnrolled", Command.EnrolLiaison.fields)
/** Somebody no longer looks after prospects. */
export const LiaisonRetired = Fact.of("LiaisonRetired", Command.RetireLiaison.fields)
/** Somebody takes no new prospects for a time. */
export const LiaisonOptedOut = Fact.of("LiaisonOptedOut", Command.OptOut.fields)
/** It was said when prospects go back to the pool. */
export const PoolRuleSet = Fact.of("PoolRuleSet", Command.SetPoolRule.fields)
/** A prospect was entered, at a stage. */
export const ProspectOpened = Fact.of("ProspectOpened", {
  ...Command.OpenProspect.fields,
  stage: StageId
})
/** More was said about a prospect. */
export const ProspectAmended = Fact.of("ProspectAmended", Command.AmendProspect.fields)
/** Two prospects turned out to be one. */
export const ProspectsMerged = Fact.of("ProspectsMerged", Command.MergeProspects.fields)
/** A prospect was given to somebody. */
export const ProspectAssigned = Fact.of("ProspectAssigned", Command.AssignProspect.fields)
/** A prospect went back to the pool. */
export const ProspectReleased = Fact.of("ProspectReleased", Command.ReleaseProspect.fields)
/** A prospect was talked to. */
export const ContactLogged = Fact.of("ContactLogged", Command.LogContact.fields)
/** The next step was planned. */
export const FollowUpPlanned = Fact.of("FollowUpPlanned", Command.PlanFollowUp.fields)
/** What was planned is done, or was dropped. */
export const FollowUpClosed = Fact.of("FollowUpClosed", Command.CloseFollowUp.fields)
/** A paper was put on file. */
export const EvidenceFiled = Fact.of("EvidenceFiled", Command.FileEvidence.fields)
/** A prospect entered a later stage. */
export const ProspectAdvanced = Fact.of("ProspectAdvanced", Command.AdvanceProspect.fields)
/** A prospect went back to an earlier stage. */
export const ProspectRegressed = Fact.of("ProspectRegressed", Command.RegressProspect.fields)
/** A prospect is left alone for a while. */
export const ProspectParked = Fact.of("ProspectParked", Command.ParkProspect.fields)
/** A parked prospect was taken up again. */
export const ProspectResumed = Fact.of("ProspectResumed", Command.ResumeProspect.fields)
/** A prospect was let go, from the stage it was at. */
export const ProspectLost = Fact.of("ProspectLost", {
  ...Command.LoseProspect.fields,
  reason: Code
})
/** A prospect reached the stage its pipeline is for. */
export const ProspectWon = Schema.TaggedStruct("ProspectWon", {
  prospect: ProspectId,
  to: StageId,
  evidence: Schema.optionalKey(Schema.Array(Code)),
  on: CivilDate.CivilDate
})
/** A prospect became a unit of the city. */
export const ProspectConverted = Schema.TaggedStruct("ProspectConverted", {
  prospect: ProspectId,
  tenant: Identifier.UnitId,
  on: CivilDate.CivilDate
})
/** A prospect that was let go was taken up again, at a stage. */
export const ProspectReopened = Fact.of("ProspectReopened", {
  ...Command.ReopenProspect.fields,
  to: StageId
})

/** Everything that is recorded of the prospects of a city. */
export const Event = Schema.Union([
  PipelineAdopted,
  LiaisonEnrolled,
  LiaisonRetired,
  LiaisonOptedOut,
  PoolRuleSet,
  ProspectOpened,
  ProspectAmended,
  ProspectsMerged,
  ProspectAssigned,
  ProspectReleased,
  ContactLogged,
  FollowUpPlanned,
  FollowUpClosed,
  EvidenceFiled,
  ProspectAdvanced,
  ProspectRegressed,
  ProspectParked,
  ProspectResumed,
  ProspectLost,
  ProspectWon,
  ProspectConverted,
  ProspectReopened
]).pipe(Schema.toTaggedUnion("_tag"))
export type Event = typeof Event.Type

/** The version of the shape of every event. */
export const schemaVersion = 1
