import { CivilDate, Text } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { Capacity, WeeklyWindow } from "./Capacity.ts"
import { CategoryId } from "./Category.ts"
import { fairCommands } from "./Fair.ts"
import { ItemAt, MatchId, Proposal, Side } from "./Match.ts"
import { Need, NeedId, Wording } from "./Need.ts"
import { Commitment, Project, ProjectId } from "./Project.ts"
import { Resource, ResourceId } from "./Resource.ts"
import { ItemCode, ListId } from "./ServiceItem.ts"
import { ServiceList } from "./ServiceList.ts"

const on = CivilDate.CivilDate
const positive = Schema.Int.check(Schema.isGreaterThan(0))
const { _tag: _item, ...at } = ItemAt.fields

/** Puts a version of a service list in force from a date on. */
export const AdoptServiceList = Schema.TaggedStruct("AdoptServiceList", { list: ServiceList, from: on })

/** Says that an item was looked at and is still right (R3-6). */
export const AssureItem = Schema.TaggedStruct("AssureItem", { list: ListId, item: ItemCode, on })

/** Offers an item of a list at a place, from a date on (R3-1, R3-2, R3-4). */
export const OfferItem = Schema.TaggedStruct("OfferItem", {
  ...at,
  capacity: Schema.optionalKey(Capacity),
  windows: Schema.optionalKey(Schema.Array(WeeklyWindow)),
  from: on,
  to: Schema.optionalKey(on)
})

/** Stops offering an item at a place on a date. */
export const StopOffering = Schema.TaggedStruct("StopOffering", { ...at, on })

/** Enters a resource in the list of resources. */
export const RegisterResource = Schema.TaggedStruct("RegisterResource", Resource.fields)

/** Gives a resource another amount from a date on. */
export const ResizeResource = Schema.TaggedStruct("ResizeResource", {
  resource: ResourceId,
  amount: Schema.Int.check(Schema.isGreaterThanOrEqualTo(0)),
  from: on
})

/** Takes a resource off the list on a date. */
export const WithdrawResource = Schema.TaggedStruct("WithdrawResource", { resource: ResourceId, on })

/** Enters a need in the list of needs. */
export const RegisterNeed = Schema.TaggedStruct("RegisterNeed", Need.fields)

/** Says what a need is about. */
export const ClassifyNeed = Schema.TaggedStruct("ClassifyNeed", { need: NeedId, category: CategoryId, on })

/** Closes a need that is no longer one, or that nobody can meet. */
export const CloseNeed = Schema.TaggedStruct("CloseNeed", { need: NeedId, reason: Wording, on })

/** Proposes what could meet a need. */
export const ProposeMatch = Schema.TaggedStruct("ProposeMatch", Proposal.fields)

/** Accepts a match: from now on it takes capacity. */
export const AcceptMatch = Schema.TaggedStruct("AcceptMatch", { match: MatchId, on })

/** Rejects a proposed match. */
export const RejectMatch = Schema.TaggedStruct("RejectMatch", { match: MatchId, reason: Wording, on })

/** Takes an accepted match back before anything is delivered: its capacity is free again. */
export const WithdrawMatch = Schema.TaggedStruct("WithdrawMatch", { match: MatchId, reason: Wording, on })

/** Records that a part or all of what was matched was delivered (R3-9). */
export const DeliverMatch = Schema.TaggedStruct("DeliverMatch", { match: MatchId, quantity: positive, on })

/** Records how content one side is (R3-14), and whether somebody should ask again. */
export const RateMatch = Schema.TaggedStruct("RateMatch", {
  match: MatchId,
  side: Side,
  stars: Schema.Int,
  followUp: Schema.optionalKey(Schema.Boolean),
  on
})

/** Closes a delivered match. */
export const CloseMatch = Schema.TaggedStruct("CloseMatch", { match: MatchId, on })

/** Proposes a project for needs that have something in common, or for a single one that no service meets. */
export const ProposeProject = Schema.TaggedStruct("ProposeProject", Project.fields)

/** Takes more needs into a project. */
export const JoinNeeds = Schema.TaggedStruct("JoinNeeds", {
  project: ProjectId,
  needs: Schema.NonEmptyArray(NeedId),
  on
})

/** Commits an amount of a resource to a project. */
export const CommitResource = Schema.TaggedStruct("CommitResource", { project: ProjectId, ...Commitment.fields })

/** Frees what a project took of a resource. */
export const ReleaseResource = Schema.TaggedStruct("ReleaseResource", { project: ProjectId, resource: ResourceId, on })

/** Lets a project begin: it has needs and resources. */
export const ApproveProject = Schema.TaggedStruct("ApproveProject", { project: ProjectId, on })

/** Publishes a project with what it is good for, so that it can be chosen as a key project (W-06). */
export const PublishProject = Schema.TaggedStruct("PublishProject", { project: ProjectId, on })

/** Makes a published project a key project. */
export const PromoteProject = Schema.TaggedStruct("PromoteProject", { project: ProjectId, on })

/** Says how far a project has come. Units: `percent` of the whole. */
export const ReportProgress = Schema.TaggedStruct("ReportProgress", {
  project: ProjectId,
  percent: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 100 })),
  on
})

/** Completes a project: its needs are met. */
export const CompleteProject = Schema.TaggedStruct("CompleteProject", { project: ProjectId, on })

/** Gives a project up: its needs are open again, its resources free. */
export const CancelProject = Schema.TaggedStruct("CancelProject", { project: ProjectId, reason: Wording, on })

/** Puts a project into another one, with its needs and resources. */
export const MergeProjects = Schema.TaggedStruct("MergeProjects", { project: ProjectId, into: ProjectId, on })

/** Takes some needs of a project into a project of their own; money and beneficiaries are the part's own, where given. */
export const SplitProject = Schema.TaggedStruct("SplitProject", {
  project: ProjectId,
  part: ProjectId,
  names: Text.Text,
  needs: Schema.NonEmptyArray(NeedId),
  budget: Project.fields.budget,
  beneficiaries: Project.fields.beneficiaries,
  on
})

/** Everything that can be asked of the three lists. */
export const Command = Schema.Union([
  AdoptServiceList,
  AssureItem,
  OfferItem,
  StopOffering,
  RegisterResource,
  ResizeResource,
  WithdrawResource,
  RegisterNeed,
  ClassifyNeed,
  CloseNeed,
  ProposeMatch,
  AcceptMatch,
  RejectMatch,
  WithdrawMatch,
  DeliverMatch,
  RateMatch,
  CloseMatch,
  ProposeProject,
  JoinNeeds,
  CommitResource,
  ReleaseResource,
  ApproveProject,
  PublishProject,
  PromoteProject,
  ReportProgress,
  CompleteProject,
  CancelProject,
  MergeProjects,
  SplitProject,
  ...fairCommands
]).pipe(Schema.toTaggedUnion("_tag"))
export type Command = typeof Command.Type
