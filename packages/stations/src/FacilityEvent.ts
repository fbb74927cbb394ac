import { Fact } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import * as Command from "./FacilityCommand.ts"

/** There is a facility. */
export const FacilityRegistered = Fact.of("FacilityRegistered", Command.RegisterFacility.fields)
/** A facility is of another number. */
export const FacilityResized = Fact.of("FacilityResized", Command.ResizeFacility.fields)
/** A facility closed, or will on a date that is known. */
export const FacilityClosed = Fact.of("FacilityClosed", Command.CloseFacility.fields)
/** It is known when a facility is for an audience. */
export const SharedWindowsSet = Fact.of("SharedWindowsSet", Command.SetSharedWindows.fields)
/** A unit has some of what is shared. */
export const SpacesAllocated = Fact.of("SpacesAllocated", Command.AllocateSpaces.fields)
export type SpacesAllocated = typeof SpacesAllocated.Type
/** An allocation ended, or will on a date that is known. */
export const SpacesReleased = Fact.of("SpacesReleased", Command.ReleaseSpaces.fields)

/** Everything that is recorded of facilities. */
export const Event = Schema.Union([
  FacilityRegistered,
  FacilityResized,
  FacilityClosed,
  SharedWindowsSet,
  SpacesAllocated,
  SpacesReleased
]).pipe(Schema.toTaggedUnion("_tag"))
export type Event = typeof Event.Type

const tags = {
  RegisterFacility: "FacilityRegistered",
  ResizeFacility: "FacilityResized",
  CloseFacility: "FacilityClosed",
  SetSharedWindows: "SharedWindowsSet",
  AllocateSpaces: "SpacesAllocated",
  ReleaseSpaces: "SpacesReleased"
} as const satisfies Record<Command.Command["_tag"], Event["_tag"]>

/** The fact a command leads to when it is obeyed: the same fields, in the past tense. */
export const of = (command: Command.Command): Event =>
  // Every fact above is made from the fields of its command; the link between the two tags is the table.
  ({ ...command, _tag: tags[command._tag] }) as Event

/** The version of the shape of every event. */
export const schemaVersion = 1
