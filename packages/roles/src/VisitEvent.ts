import { CivilDate, Identifier } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import * as VisitCommand from "./VisitCommand.ts"

const { UnitId } = Identifier
const date = CivilDate.CivilDate

const { _tag: _1, ...planned } = VisitCommand.PlanVisits.fields
const { _tag: _2, ...visited } = VisitCommand.RecordVisit.fields
const { _tag: _3, ...raised } = VisitCommand.RaiseNeed.fields
const { _tag: _4, ...started } = VisitCommand.StartSweep.fields
const { _tag: _5, ...door } = VisitCommand.RecordDoor.fields

/** Visits were planned. */
export const VisitsPlanned = Schema.TaggedStruct("VisitsPlanned", planned)

/** A plan ended. */
export const PlanEnded = Schema.TaggedStruct("PlanEnded", { care: UnitId, plan: Schema.NonEmptyString, on: date })

/** A unit was visited. */
export const VisitRecorded = Schema.TaggedStruct("VisitRecorded", visited)

/** Somebody raised a need. */
export const NeedRaised = Schema.TaggedStruct("NeedRaised", raised)

/** A sweep began. */
export const SweepStarted = Schema.TaggedStruct("SweepStarted", started)

/** What was found at a door. */
export const DoorRecorded = Schema.TaggedStruct("DoorRecorded", door)

/** A sweep ended. */
export const SweepClosed = Schema.TaggedStruct("SweepClosed", { care: UnitId, sweep: Schema.NonEmptyString, on: date })

/** Every fact of the visits of a place. The tag is the event's type in the store. */
export const VisitEvent = Schema.Union([
  VisitsPlanned,
  PlanEnded,
  VisitRecorded,
  NeedRaised,
  SweepStarted,
  DoorRecorded,
  SweepClosed
]).pipe(Schema.toTaggedUnion("_tag"))
export type VisitEvent = typeof VisitEvent.Type

/** The version of the shape of every event. */
export const schemaVersion = 1
