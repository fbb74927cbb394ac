import { CivilDate, Fact } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import * as Command from "./Command.ts"
import { fairEvents } from "./Fair.ts"
import { ProjectId } from "./Project.ts"

const on = CivilDate.CivilDate

/** A version of a service list came into force. */
export const ServiceListAdopted = Fact.of("ServiceListAdopted", Command.AdoptServiceList.fields)
/** An item was found to be still right. */
export const ItemAssured = Fact.of("ItemAssured", Command.AssureItem.fields)
/** An item is offered at a place. */
export const ItemOffered = Fact.of("ItemOffered", Command.OfferItem.fields)
/** An item is no longer offered at a place. */
export const OfferingStopped = Fact.of("OfferingStopped", Command.StopOffering.fields)
/** A resource came on the list. */
export const ResourceRegistered = Fact.of("ResourceRegistered", Command.RegisterResource.fields)
/** A resource has another amount. */
export const ResourceResized = Fact.of("ResourceResized", Command.ResizeResource.fields)
/** A resource left the list. */
export const ResourceWithdrawn = Fact.of("ResourceWithdrawn", Command.WithdrawResource.fields)
/** A need came on the list. */
export const NeedRegistered = Fact.of("NeedRegistered", Command.RegisterNeed.fields)
/** It was said what a need is about. */
export const NeedClassified = Fact.of("NeedClassified", Command.ClassifyNeed.fields)
/** A need was closed without being met. */
export const NeedClosed = Fact.of("NeedClosed", Command.CloseNeed.fields)
/** A match was proposed. */
export const MatchProposed = Fact.of("MatchProposed", Command.ProposeMatch.fields)
/** A match was accepted. */
export const MatchAccepted = Fact.of("MatchAccepted", Command.AcceptMatch.fields)
/** A match was rejected. */
export const MatchRejected = Fact.of("MatchRejected", Command.RejectMatch.fields)
/** An accepted match was taken back. */
export const MatchWithdrawn = Fact.of("MatchWithdrawn", Command.WithdrawMatch.fields)
/** Something of a match was delivered. */
export const MatchDelivered = Fact.of("MatchDelivered", Command.DeliverMatch.fields)
/** One side said how content it is. */
export const MatchRated = Fact.of("MatchRated", Command.RateMatch.fields)
/** A match was closed. */
export const MatchClosed = Fact.of("MatchClosed", Command.CloseMatch.fields)
/** A project was proposed. */
export const ProjectProposed = Fact.of("ProjectProposed", Command.ProposeProject.fields)
/** Needs joined a project. */
export const NeedsJoined = Fact.of("NeedsJoined", Command.JoinNeeds.fields)
/** A resource was committed to a project. */
export const ResourceCommitted = Fact.of("ResourceCommitted", Command.CommitResource.fields)
/** What a project took of a resource is free again. */
export const ResourceReleased = Fact.of("ResourceReleased", Command.ReleaseResource.fields)
/** A project may begin. */
export const ProjectApproved = Fact.of("ProjectApproved", Command.ApproveProject.fields)
/** A project was published. */
export const ProjectPublished = Fact.of("ProjectPublished", Command.PublishProject.fields)
/** A project became a key project. */
export const ProjectPromoted = Fact.of("ProjectPromoted", Command.PromoteProject.fields)
/** A project came so far. */
export const ProgressReported = Fact.of("ProgressReported", Command.ReportProgress.fields)
/** A project was completed, and its needs are met. */
export const ProjectCompleted = Fact.of("ProjectCompleted", Command.CompleteProject.fields)
/** A project was given up. */
export const ProjectCancelled = Fact.of("ProjectCancelled", Command.CancelProject.fields)
/** A project went into another one. */
export const ProjectsMerged = Schema.TaggedStruct("ProjectsMerged", { project: ProjectId, into: ProjectId, on })
/** Some needs of a project became a project of their own. */
export const ProjectSplit = Fact.of("ProjectSplit", Command.SplitProject.fields)

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
