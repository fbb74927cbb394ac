import { CivilDate, Count, Identifier, Text } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { ProgrammeId, ProjectId, Request } from "./Code.ts"

const on = CivilDate.CivilDate
const { UnitId } = Identifier
const of = { programme: ProgrammeId }

/** What a programme says of its own size, as it was published. */
export const DeclaredSize = Schema.Struct({
  departments: Schema.optionalKey(Count.Count),
  projects: Schema.optionalKey(Count.Count),
  activities: Schema.optionalKey(Count.Count)
})
export type DeclaredSize = typeof DeclaredSize.Type

/** Starts a programme that departments carry together. Source: W-02. */
export const LaunchProgramme = Schema.TaggedStruct("LaunchProgramme", {
  ...of,
  names: Text.Text,
  departments: Schema.NonEmptyArray(UnitId),
  declared: Schema.optionalKey(DeclaredSize),
  from: on,
  to: Schema.optionalKey(on),
  on
})

/** Lets another department take part in a programme. */
export const JoinProgramme = Schema.TaggedStruct("JoinProgramme", { ...of, department: UnitId, on })

/** Opens a service project of a programme, led by one of its departments. Source: W-02. */
export const OpenServiceProject = Schema.TaggedStruct("OpenServiceProject", {
  ...of,
  project: ProjectId,
  names: Text.Text,
  lead: UnitId,
  from: on,
  on
})

/**
 * Gives a service project another lead department from a date on.
 *
 * Shape: `request` tells what is said twice on one day from its repetition, when something else was said in between.
 */
export const ChangeServiceLead = Schema.TaggedStruct("ChangeServiceLead", {
  ...of,
  project: ProjectId,
  lead: UnitId,
  from: on,
  request: Request,
  on
})

/** Ends a programme with its projects; `to` is the first day without it. */
export const EndProgramme = Schema.TaggedStruct("EndProgramme", { ...of, to: on, on })

/** Everything that can be asked of programmes. */
export const Command = Schema.Union([
  LaunchProgramme,
  JoinProgramme,
  OpenServiceProject,
  ChangeServiceLead,
  EndProgramme
]).pipe(Schema.toTaggedUnion("_tag"))
export type Command = typeof Command.Type
