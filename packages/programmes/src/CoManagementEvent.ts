import { Fact } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import * as Command from "./CoManagementCommand.ts"

/** Parties manage something together. */
export const CoManagementFormed = Fact.of("CoManagementFormed", Command.FormCoManagement.fields)
export type CoManagementFormed = typeof CoManagementFormed.Type
/** Another unit has the duties of a kind of party. */
export const CoManagerReplaced = Fact.of("CoManagerReplaced", Command.ReplaceCoManager.fields)
/** A co-management pact ended, or will on a date that is known. */
export const CoManagementEnded = Fact.of("CoManagementEnded", Command.EndCoManagement.fields)

/** Everything that is recorded of co-management pacts. */
export const Event = Schema.Union([CoManagementFormed, CoManagerReplaced, CoManagementEnded]).pipe(
  Schema.toTaggedUnion("_tag")
)
export type Event = typeof Event.Type

/** The version of the shape of every event. */
export const schemaVersion = 1
