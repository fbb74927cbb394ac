import { CivilDate } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import * as Command from "./Command.ts"
import { fairEvents } from "./Fair.ts"
import { ProjectId } from "./Project.ts"

const fact = <const Tag extends string, const F extends Schema.Struct.Fields>(
  tag: Tag,
  { _tag, ...fields }: F & { readonly _tag: unknown }
) => Schema.TaggedStruct(tag, fields)

const on = CivilDate.CivilDate

/** A version of a service list came into force. */
export const ServiceListAdopted = fact("ServiceListAdopted", Command.AdoptServiceList.fields)
/** An item was found to be still right. */
export const ItemAssured = fact("ItemAssured", Command.AssureItem.fields)
/** An item is offered at a place. */
export const ItemOffered = fact("ItemOffered", Command.OfferItem.fields)
/** An item is no longer offered at a place. */
export const OfferingStopped = fact("OfferingStopped", Command.StopOffering.fields)
/** A resource came on the list. */
export const ResourceRegistered = fact("ResourceRegistered", Command.RegisterResource.fields)
/** A resource has another amount. */
export const ResourceResized = fact("ResourceResized", Command.ResizeResource.fields)
/** A resource left the list. */
export const ResourceWithdrawn = fact("ResourceWithdrawn", Command.WithdrawResource.fields)
/** A need came on the list. */
export const NeedRegistered = fact("NeedRegistered", Command.RegisterNeed.fields)
/** It was said what a need is about. */
export const NeedClassified = fact("NeedClassified", Command.ClassifyNeed.fields)
/** A need was closed without being met. */
export const NeedClosed = fact("NeedClosed", Command.CloseNeed.fields)
/** A match was proposed. */
export const MatchProposed = fact("MatchProposed", Command.ProposeMatch.fields)
/** A match was accepted. */
export const MatchAccepted = fact("MatchAccepted", Command.AcceptMatch.fields)
/** A match was rejected. */
export const MatchRejected = fact("MatchRejected", Command.RejectMatch.fields)
/** An accepted match was taken back. */
export const MatchWithdrawn = fact("MatchWithdrawn", Command.WithdrawMatch.fields)
/** Something of a match was delivered. */
export const MatchDelivered = fact("MatchDelivered", Command.DeliverMatch.fields)
/** One side said how content it is. */
export const MatchRated = fact("MatchRated", Command.RateMatch.fields)
/** A match was closed. */
export const MatchClosed = fact("MatchClosed", Command.CloseMatch.fields)
/** A project was proposed. */
export const ProjectProposed = fact("ProjectProposed", Command.ProposeProject.fields)
/** Needs joined a project. */
export const NeedsJoined = fact("NeedsJoined", Command.JoinNeeds.fields)
/** A resource was committed to a project. */
export const ResourceCommitted = fact("ResourceCommitted", Command.CommitResource.fields)
/** What a project took of a resource is free again. */
export const ResourceReleased = fact("ResourceReleased", Command.ReleaseResource.fields)
/** A project may begin. */
export const ProjectApproved = fact("ProjectApproved", Command.ApproveProject.fields)
/** A project was published. */
export const ProjectPublished = fact("ProjectPublished", Command.PublishProject.fields)
/** A project became a key project. */
export const ProjectPromoted = fact("ProjectPromoted", Command.PromoteProject.fields)
/** A project came so far. */
export const ProgressReported = fact("ProgressReported", Command.ReportProgress.fields)
/** A project was completed, and its needs are met. */
export const ProjectCompleted = fact("ProjectCompleted", Command.CompleteProject.fields)
/** A project was given up. */
export const ProjectCancelled = fact("ProjectCancelled", Command.CancelProject.fields)
/** A project went into another one. */
export const ProjectsMerged = Schema.TaggedStruct("ProjectsMerged", { project: ProjectId, into: ProjectId, on })
/** Some needs of a project became a project of their own. */
export const ProjectSplit = fact("ProjectSplit", Command.SplitProject.fields)

/** Every fact of the three lists. The tag is the event's type in the store. */
export const Event = Schema.Union([
  ServiceListAdopted,
  ItemAssured,
  ItemOffered,
  OfferingStopped,
  ResourceRegistered,
  ResourceResized,
  ResourceWithdrawn,
  NeedRegistered,
  NeedClassified,
  NeedClosed,
  MatchProposed,
  MatchAccepted,
  MatchRejected,
  MatchWithdrawn,
  MatchDelivered,
  MatchRated,
  MatchClosed,
  ProjectProposed,
  NeedsJoined,
  ResourceCommitted,
  ResourceReleased,
  ProjectApproved,
  ProjectPublished,
  ProjectPromoted,
  ProgressReported,
  ProjectCompleted,
  ProjectCancelled,
  ProjectsMerged,
  ProjectSplit,
  ...fairEvents
]).pipe(Schema.toTaggedUnion("_tag"))
export type Event = typeof Event.Type

/** The version of the shape of every event. */
export const schemaVersion = 1
