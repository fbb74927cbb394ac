import { CivilDate, Identifier, Text } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { CoManagementId, Reference, Request, Wording } from "./Code.ts"

const on = CivilDate.CivilDate
const of = { coManagement: CoManagementId }

/** The kinds of parties that manage something together. Source: H-18. */
export const PartyKind = Schema.Literals(["building", "street", "community", "socialOrganisation"])
export type PartyKind = typeof PartyKind.Type

/** A party with what it does. */
export const Manager = Schema.Struct({ kind: PartyKind, unit: Identifier.UnitId, duty: Wording })
export type Manager = typeof Manager.Type

/**
 * Lets four parties manage something together, each with a duty.
 *
 * Shape: `subject` is the id of what they manage, for example a childcare class; every kind of party is there at least
 * once.
 * Source: H-18.
 */
export const FormCoManagement = Schema.TaggedStruct("FormCoManagement", {
  ...of,
  names: Text.Text,
  subject: Reference,
  managers: Schema.NonEmptyArray(Manager),
  from: on,
  to: Schema.optionalKey(on),
  on
})

/**
 * Gives the duties of one kind of party to another unit from a date on.
 *
 * Shape: `request` tells what is said twice on one day from its repetition, when something else was said in between.
 */
export const ReplaceCoManager = Schema.TaggedStruct("ReplaceCoManager", {
  ...of,
  kind: PartyKind,
  unit: Identifier.UnitId,
  duty: Wording,
  from: on,
  request: Request,
  on
})

/** Ends a co-management pact; `to` is the first day without it. */
export const EndCoManagement = Schema.TaggedStruct("EndCoManagement", { ...of, to: on, on })

/** Everything that can be asked of co-management pacts. */
export const Command = Schema.Union([FormCoManagement, ReplaceCoManager, EndCoManagement]).pipe(
  Schema.toTaggedUnion("_tag")
)
export type Command = typeof Command.Type
