import { Fact } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import * as Command from "./ProgrammeCommand.ts"

/** A programme started. */
export const ProgrammeLaunched = Fact.of("ProgrammeLaunched", Command.LaunchProgramme.fields)
export type ProgrammeLaunched = typeof ProgrammeLaunched.Type
/** A department takes part in a programme. */
export const ProgrammeJoined = Fact.of("ProgrammeJoined", Command.JoinProgramme.fields)
/** A programme has another service project. */
export const ServiceProjectOpened = Fact.of("ServiceProjectOpened", Command.OpenServiceProject.fields)
export type ServiceProjectOpened = typeof ServiceProjectOpened.Type
/** A service project has another lead. */
export const ServiceLeadChanged = Fact.of("ServiceLeadChanged", Command.ChangeServiceLead.fields)
/** A programme ended, or will on a date that is known. */
export const ProgrammeEnded = Fact.of("ProgrammeEnded", Command.EndProgramme.fields)

/** Everything that is recorded of programmes. */
export const Event = Schema.Union([
  ProgrammeLaunched,
  ProgrammeJoined,
  ServiceProjectOpened,
  ServiceLeadChanged,
  ProgrammeEnded
]).pipe(Schema.toTaggedUnion("_tag"))
export type Event = typeof Event.Type

/** The version of the shape of every event. */
export const schemaVersion = 1
