import { CivilDate, Count, Identifier, Text } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { Code, Positive, Request, TeamId, Wording } from "./Code.ts"

const on = CivilDate.CivilDate
const { UnitId, PersonId } = Identifier
const of = { place: UnitId }

/** Forms a volunteer team at a place. Shape: `expertise` are tags: finance, technology, law. Source: D-13, W-12. */
export const FormVolunteerTeam = Schema.TaggedStruct("FormVolunteerTeam", {
  ...of,
  team: TeamId,
  names: Text.Text,
  expertise: Schema.optionalKey(Schema.Array(Code)),
  units: Schema.optionalKey(Schema.Array(UnitId)),
  from: on,
  on
})

/** Disbands a volunteer team; `to` is the first day without it. */
export const DisbandVolunteerTeam = Schema.TaggedStruct("DisbandVolunteerTeam", { ...of, team: TeamId, to: on, on })

/** Lets a person be in a volunteer team from a date on. */
export const JoinVolunteerTeam = Schema.TaggedStruct("JoinVolunteerTeam", {
  ...of,
  team: TeamId,
  person: PersonId,
  from: on,
  on
})

/** Ends that a person is in a volunteer team; `to` is the first day without. */
export const LeaveVolunteerTeam = Schema.TaggedStruct("LeaveVolunteerTeam", {
  ...of,
  team: TeamId,
  person: PersonId,
  to: on,
  on
})

/**
 * Records how many volunteer teams a text says there are; it is never made to agree with the list.
 *
 * Shape: `request` tells what is said twice on one day from its repetition, when something else was said in between.
 * Source: A-14b.
 */
export const DeclareTeamCount = Schema.TaggedStruct("DeclareTeamCount", {
  ...of,
  count: Count.Count,
  source: Wording,
  request: Request,
  on
})

/** What a volunteer gave. Units: `minutes`. */
export const Given = Schema.Struct({ person: PersonId, minutes: Positive })
export type Given = typeof Given.Type

/**
 * Records a volunteer service on a date: traffic, rubbish, snow clearing, a free clinic.
 *
 * Shape: `given` names who served and how long, where that was taken down; `people` is how many there were as told.
 * Source: D-13.
 */
export const RecordVolunteerService = Schema.TaggedStruct("RecordVolunteerService", {
  ...of,
  service: Code,
  names: Text.Text,
  kind: Code,
  team: Schema.optionalKey(TeamId),
  date: on,
  given: Schema.optionalKey(Schema.Array(Given)),
  people: Schema.optionalKey(Count.Count),
  on
})

/** Everything that can be asked of volunteering at places. */
export const Command = Schema.Union([
  FormVolunteerTeam,
  DisbandVolunteerTeam,
  JoinVolunteerTeam,
  LeaveVolunteerTeam,
  DeclareTeamCount,
  RecordVolunteerService
]).pipe(Schema.toTaggedUnion("_tag"))
export type Command = typeof Command.Type
