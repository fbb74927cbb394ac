import { CivilDate, Identifier, IndustryCode, Text, Uscc } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { Code, Wording } from "./Code.ts"
import { Liaison, PoolRule } from "./Liaison.ts"
import { Pipeline, StageId } from "./Pipeline.ts"
import { Contact, FollowUp, Intent, Prospect, ProspectId } from "./Prospect.ts"

const { UnitId, PersonId } = Identifier
const on = CivilDate.CivilDate
const of = { prospect: ProspectId }
const evidence = Schema.optionalKey(Schema.Array(Code))

/** Puts a version of a pipeline in force; `replaced` says where those go on whose stage it no longer has. */
export const AdoptPipeline = Schema.TaggedStruct("AdoptPipeline", {
  pipeline: Pipeline,
  replaced: Schema.optionalKey(Schema.Record(Schema.String, StageId)),
  from: on
})

/** Lets somebody look after prospects from a date on, or changes what they look after. */
export const EnrolLiaison = Schema.TaggedStruct("EnrolLiaison", Liaison.fields)

/** Ends that somebody looks after prospects; theirs go back to the pool. */
export const RetireLiaison = Schema.TaggedStruct("RetireLiaison", { liaison: PersonId, on })

/** Gives somebody no new prospects for a time. */
export const OptOut = Schema.TaggedStruct("OptOut", { liaison: PersonId, from: on, to: Schema.optionalKey(on) })

/** Says when prospects of a pipeline go back to the pool. */
export const SetPoolRule = Schema.TaggedStruct("SetPoolRule", PoolRule.fields)

/** Enters a prospect. */
export const OpenProspect = Schema.TaggedStruct("OpenProspect", Prospect.fields)

/** Says more, or something else, about a prospect. */
export const AmendProspect = Schema.TaggedStruct("AmendProspect", {
  ...of,
  names: Schema.optionalKey(Text.Text),
  uscc: Schema.optionalKey(Uscc.Uscc),
  contact: Schema.optionalKey(PersonId),
  industry: Schema.optionalKey(IndustryCode.IndustryCode),
  intent: Schema.optionalKey(Intent),
  on
})

/** Says that two prospects are one: `duplicate` goes on as `prospect`. */
export const MergeProspects = Schema.TaggedStruct("MergeProspects", { ...of, duplicate: ProspectId, on })

/** Gives a prospect to somebody. Shape: `despite` lists the rules a person decided to overlook. */
export const AssignProspect = Schema.TaggedStruct("AssignProspect", {
  ...of,
  liaison: PersonId,
  despite: Schema.optionalKey(Schema.Array(Schema.Literals(["capacity", "optOut", "waiting", "picks"]))),
  on
})

/** Gives a prospect back to the pool. */
export const ReleaseProspect = Schema.TaggedStruct("ReleaseProspect", {
  ...of,
  reason: Schema.Literals(["idle", "handOver", "request"]),
  on
})

/** Records that a prospect was talked to. */
export const LogContact = Schema.TaggedStruct("LogContact", { ...of, ...Contact.fields })

/** Plans what is to be done next. */
export const PlanFollowUp = Schema.TaggedStruct("PlanFollowUp", { ...of, ...FollowUp.fields })

/** Records that what was planned is done, or is not needed any more. */
export const CloseFollowUp = Schema.TaggedStruct("CloseFollowUp", {
  ...of,
  followUp: Code,
  done: Schema.Boolean,
  on
})

/** Puts a paper on file. Shape: `reference` names it where papers are kept. */
export const FileEvidence = Schema.TaggedStruct("FileEvidence", {
  ...of,
  evidence: Code,
  reference: Schema.optionalKey(Code),
  on
})

/** Takes a prospect a stage further. */
export const AdvanceProspect = Schema.TaggedStruct("AdvanceProspect", { ...of, to: StageId, evidence, on })

/** Takes a prospect back to an earlier stage. */
export const RegressProspect = Schema.TaggedStruct("RegressProspect", { ...of, to: StageId, reason: Wording, on })

/** Leaves a prospect alone for a while; meanwhile nothing runs out. */
export const ParkProspect = Schema.TaggedStruct("ParkProspect", {
  ...of,
  reason: Wording,
  until: Schema.optionalKey(on),
  on
})

/** Takes a parked prospect up again. */
export const ResumeProspect = Schema.TaggedStruct("ResumeProspect", { ...of, on })

/** Lets a prospect go. */
export const LoseProspect = Schema.TaggedStruct("LoseProspect", {
  ...of,
  exit: Code,
  reason: Schema.optionalKey(Code),
  on
})

/** Takes a prospect to the stage its pipeline is for; with `tenant` it becomes that unit of the city. */
export const WinProspect = Schema.TaggedStruct("WinProspect", {
  ...of,
  tenant: Schema.optionalKey(UnitId),
  evidence,
  on
})

/** Says which unit of the city a prospect has become; what is planned for it stays planned (R4-10). */
export const ConvertProspect = Schema.TaggedStruct("ConvertProspect", { ...of, tenant: UnitId, on })

/** Takes up a prospect again that was let go. */
export const ReopenProspect = Schema.TaggedStruct("ReopenProspect", { ...of, reason: Wording, on })

/** Everything that can be asked of the prospects of a city. */
export const Command = Schema.Union([
  AdoptPipeline,
  EnrolLiaison,
  RetireLiaison,
  OptOut,
  SetPoolRule,
  OpenProspect,
  AmendProspect,
  MergeProspects,
  AssignProspect,
  ReleaseProspect,
  LogContact,
  PlanFollowUp,
  CloseFollowUp,
  FileEvidence,
  AdvanceProspect,
  RegressProspect,
  ParkProspect,
  ResumeProspect,
  LoseProspect,
  WinProspect,
  ConvertProspect,
  ReopenProspect
]).pipe(Schema.toTaggedUnion("_tag"))
export type Command = typeof Command.Type
