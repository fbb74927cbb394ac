import { Fact } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import * as Command from "./VolunteeringCommand.ts"

/** There is a volunteer team. */
export const VolunteerTeamFormed = Fact.of("VolunteerTeamFormed", Command.FormVolunteerTeam.fields)
export type VolunteerTeamFormed = typeof VolunteerTeamFormed.Type
/** A volunteer team is none any more, or will be on a date that is known. */
export const VolunteerTeamDisbanded = Fact.of("VolunteerTeamDisbanded", Command.DisbandVolunteerTeam.fields)
/** A person is in a volunteer team. */
export const VolunteerTeamJoined = Fact.of("VolunteerTeamJoined", Command.JoinVolunteerTeam.fields)
/** A person is no longer in a volunteer team. */
export const VolunteerTeamLeft = Fact.of("VolunteerTeamLeft", Command.LeaveVolunteerTeam.fields)
/** A text says how many volunteer teams there are. */
export const TeamCountDeclared = Fact.of("TeamCountDeclared", Command.DeclareTeamCount.fields)
export type TeamCountDeclared = typeof TeamCountDeclared.Type
/** Volunteers served. */
export const VolunteerServiceRecorded = Fact.of("VolunteerServiceRecorded", Command.RecordVolunteerService.fields)
export type VolunteerServiceRecorded = typeof VolunteerServiceRecorded.Type

/** Everything that is recorded of volunteering at places. */
export const Event = Schema.Union([
  VolunteerTeamFormed,
  VolunteerTeamDisbanded,
  VolunteerTeamJoined,
  VolunteerTeamLeft,
  TeamCountDeclared,
  VolunteerServiceRecorded
]).pipe(Schema.toTaggedUnion("_tag"))
export type Event = typeof Event.Type

/** The version of the shape of every event. */
export const schemaVersion = 1
