import { CivilDate, Identifier } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { RoleMapping } from "./Command.ts"
import { Post } from "./Post.ts"
import { LayerId, Level, SchemeId } from "./RoleScheme.ts"

const { UnitId, PersonId } = Identifier
const date = CivilDate.CivilDate
const dated = { from: date, to: Schema.optionalKey(date) }
const text = Schema.NonEmptyString

/** A scheme is in force in a roster. */
export const SchemeAdopted = Schema.TaggedStruct("SchemeAdopted", {
  roster: UnitId,
  layer: LayerId,
  scheme: SchemeId,
  version: Schema.Int,
  ...dated,
  mapping: Schema.optionalKey(Schema.Array(RoleMapping))
})

/** No scheme is in force in a layer of a roster any more. */
export const SchemeDropped = Schema.TaggedStruct("SchemeDropped", { roster: UnitId, layer: LayerId, on: date })

/** A person holds a post. */
export const Appointed = Schema.TaggedStruct("Appointed", {
  roster: UnitId,
  post: Post,
  person: PersonId,
  ...dated,
  comesFrom: Schema.optionalKey(UnitId),
  secondedFrom: Schema.optionalKey(UnitId)
})

/** Why somebody no longer holds a post. */
export const EndReason = Schema.Literals(["relieved", "handedOver", "schemeChanged"])
export type EndReason = typeof EndReason.Type

/** A person no longer holds a post. */
export const AppointmentEnded = Schema.TaggedStruct("AppointmentEnded", {
  roster: UnitId,
  post: Post,
  person: PersonId,
  on: date,
  reason: EndReason
})

/** An appointment ends on another day than was known. */
export const AppointmentExtended = Schema.TaggedStruct("AppointmentExtended", {
  roster: UnitId,
  post: Post,
  person: PersonId,
  from: date,
  to: Schema.optionalKey(date)
})

/** A person acts in a post. */
export const ActingBegun = Schema.TaggedStruct("ActingBegun", {
  roster: UnitId,
  post: Post,
  person: PersonId,
  absent: Schema.optionalKey(PersonId),
  from: date,
  to: date
})

/** A person no longer acts in a post. */
export const ActingEnded = Schema.TaggedStruct("ActingEnded", {
  roster: UnitId,
  post: Post,
  person: PersonId,
  on: date
})

/** A matter of a post is with another person. */
export const DutyDelegated = Schema.TaggedStruct("DutyDelegated", {
  roster: UnitId,
  post: Post,
  matter: text,
  person: PersonId,
  from: date,
  to: date
})

/** A matter of a post is back with its holder. */
export const DelegationEnded = Schema.TaggedStruct("DelegationEnded", {
  roster: UnitId,
  post: Post,
  matter: text,
  person: PersonId,
  on: date
})

/** A person may read in a unit and below for a purpose, until a day. */
export const AccessGranted = Schema.TaggedStruct("AccessGranted", {
  roster: UnitId,
  unit: UnitId,
  person: PersonId,
  level: Level,
  purpose: text,
  from: date,
  to: date
})

/** A right to read was taken back. */
export const AccessRevoked = Schema.TaggedStruct("AccessRevoked", {
  roster: UnitId,
  unit: UnitId,
  person: PersonId,
  purpose: text,
  on: date
})

/** Every fact of a roster. The tag is the event's type in the store. */
export const Event = Schema.Union([
  SchemeAdopted,
  SchemeDropped,
  Appointed,
  AppointmentEnded,
  AppointmentExtended,
  ActingBegun,
  ActingEnded,
  DutyDelegated,
  DelegationEnded,
  AccessGranted,
  AccessRevoked
]).pipe(Schema.toTaggedUnion("_tag"))
export type Event = typeof Event.Type

/** The version of the shape of every event. */
export const schemaVersion = 1
