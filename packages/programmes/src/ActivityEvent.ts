import { CivilDate, Fact } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import * as Command from "./ActivityCommand.ts"
import { ActivityId, Participant } from "./Code.ts"

/** An activity was planned. */
export const ActivityPlanned = Fact.of("ActivityPlanned", Command.PlanActivity.fields)
export type ActivityPlanned = typeof ActivityPlanned.Type
/** An activity is on another date. */
export const ActivityMoved = Fact.of("ActivityMoved", Command.MoveActivity.fields)
/** An activity was called off. */
export const ActivityCancelled = Fact.of("ActivityCancelled", Command.CancelActivity.fields)
/** An activity has another number of places. */
export const ActivityResized = Fact.of("ActivityResized", Command.ResizeActivity.fields)
/** Somebody registered, and has a place or waits for one. */
export const ParticipantRegistered = Fact.of("ParticipantRegistered", {
  ...Command.RegisterParticipant.fields,
  standing: Schema.Literals(["placed", "waiting"])
})
/** Somebody took the registration back. */
export const ParticipantWithdrawn = Fact.of("ParticipantWithdrawn", Command.WithdrawParticipant.fields)
/** Somebody who waited got a place. */
export const ParticipantMovedUp = Schema.TaggedStruct("ParticipantMovedUp", {
  activity: ActivityId,
  participant: Participant,
  on: CivilDate.CivilDate
})
/** Somebody came, or did not. */
export const ParticipationRecorded = Fact.of("ParticipationRecorded", Command.RecordParticipation.fields)
/** An activity took place. */
export const ActivityHeld = Fact.of("ActivityHeld", Command.HoldActivity.fields)
/** It is known how far an activity reached. */
export const ActivityReachReported = Fact.of("ActivityReachReported", Command.ReportActivityReach.fields)
/** Something came of an activity. */
export const ActivityOutcomeLinked = Fact.of("ActivityOutcomeLinked", Command.LinkActivityOutcome.fields)

/** Everything that is recorded of activities. */
export const Event = Schema.Union([
  ActivityPlanned,
  ActivityMoved,
  ActivityCancelled,
  ActivityResized,
  ParticipantRegistered,
  ParticipantWithdrawn,
  ParticipantMovedUp,
  ParticipationRecorded,
  ActivityHeld,
  ActivityReachReported,
  ActivityOutcomeLinked
]).pipe(Schema.toTaggedUnion("_tag"))
export type Event = typeof Event.Type

/** The version of the shape of every event. */
export const schemaVersion = 1
