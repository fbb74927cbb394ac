import { CivilDate, Identifier, Text } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { AliasSort, AllianceId, ExternalIdentifier, MemberCounts, Party, Standing } from "./Command.ts"
import { Formation, KindId, Nature } from "./Structure.ts"

const { UnitId, PersonId } = Identifier
const date = CivilDate.CivilDate
const text = Schema.NonEmptyString

// `to` is written whenever a fact ends by something already known, so that adding an event to a state needs no rules.
const dated = { from: date, to: Schema.optionalKey(date) }

/** A place or body was set up. */
export const UnitEstablished = Schema.TaggedStruct("UnitEstablished", {
  unit: UnitId,
  kind: KindId,
  name: Text.Text,
  ...dated,
  under: Schema.optionalKey(UnitId),
  within: Schema.optionalKey(UnitId),
  nature: Schema.optionalKey(Nature),
  formation: Schema.optionalKey(Formation),
  classes: Schema.optionalKey(Schema.Record(Schema.String, Schema.String)),
  identifiers: Schema.optionalKey(Schema.Array(ExternalIdentifier))
})

/** A unit has another official name. */
export const UnitRenamed = Schema.TaggedStruct("UnitRenamed", { unit: UnitId, name: Text.Text, ...dated })

/** A unit is also known by a name. */
export const AliasAdded = Schema.TaggedStruct("AliasAdded", { unit: UnitId, alias: text, sort: AliasSort, ...dated })

/** A unit became something else; only what changed is named. */
export const UnitReclassified = Schema.TaggedStruct("UnitReclassified", {
  unit: UnitId,
  ...dated,
  kind: Schema.optionalKey(KindId),
  nature: Schema.optionalKey(Nature),
  formation: Schema.optionalKey(Formation),
  classes: Schema.optionalKey(Schema.Record(Schema.String, Schema.String))
})

/** A unit stands under a superior, or under none. */
export const UnitMoved = Schema.TaggedStruct("UnitMoved", {
  unit: UnitId,
  under: Schema.optionalKey(UnitId),
  ...dated
})

/** A unit lies in a place, or in none. */
export const UnitRelocated = Schema.TaggedStruct("UnitRelocated", {
  unit: UnitId,
  within: Schema.optionalKey(UnitId),
  ...dated
})

/** A unit was closed; whatever still tied it to others ended with it. */
export const UnitDissolved = Schema.TaggedStruct("UnitDissolved", { unit: UnitId, on: date })

/** Units were merged: what was theirs is now the successor's. */
export const UnitsMerged = Schema.TaggedStruct("UnitsMerged", {
  units: Schema.NonEmptyArray(UnitId),
  into: UnitId,
  on: date
})

/** Parts of a unit became units of their own. */
export const UnitSplit = Schema.TaggedStruct("UnitSplit", {
  unit: UnitId,
  parts: Schema.NonEmptyArray(UnitId),
  on: date
})

/** A unit or person takes part in a body. */
export const BodyJoined = Schema.TaggedStruct("BodyJoined", {
  body: UnitId,
  member: Party,
  origin: Schema.optionalKey(text),
  ...dated
})

/** A unit or person no longer takes part in a body. */
export const BodyLeft = Schema.TaggedStruct("BodyLeft", { body: UnitId, member: Party, on: date })

/** A branch is a person's home. */
export const MemberAffiliated = Schema.TaggedStruct("MemberAffiliated", {
  person: PersonId,
  branch: UnitId,
  standing: Standing,
  ...dated
})

/** A person has no home branch any more. */
export const MembershipEnded = Schema.TaggedStruct("MembershipEnded", { person: PersonId, on: date })

/** The number of members of a unit was stated. */
export const MemberCountsSet = Schema.TaggedStruct("MemberCountsSet", {
  unit: UnitId,
  ...MemberCounts.fields,
  ...dated
})

/** A branch covers an enterprise. */
export const EnterpriseCovered = Schema.TaggedStruct("EnterpriseCovered", {
  enterprise: UnitId,
  branch: UnitId,
  ...dated
})

/** A branch no longer covers an enterprise. */
export const CoverEnded = Schema.TaggedStruct("CoverEnded", { enterprise: UnitId, branch: UnitId, on: date })

/** An alliance was formed. */
export const AllianceFormed = Schema.TaggedStruct("AllianceFormed", {
  alliance: AllianceId,
  sort: text,
  name: Text.Text,
  lead: UnitId,
  members: Schema.NonEmptyArray(UnitId),
  declaredSize: Schema.optionalKey(Schema.Int),
  ...dated
})

/** A unit became a member of an alliance. */
export const AllianceJoined = Schema.TaggedStruct("AllianceJoined", { alliance: AllianceId, unit: UnitId, ...dated })

/** A unit is no longer a member of an alliance. */
export const AllianceLeft = Schema.TaggedStruct("AllianceLeft", { alliance: AllianceId, unit: UnitId, on: date })

/** A member leads an alliance. */
export const AllianceLed = Schema.TaggedStruct("AllianceLed", { alliance: AllianceId, unit: UnitId, ...dated })

/** An alliance ended. */
export const AllianceEnded = Schema.TaggedStruct("AllianceEnded", { alliance: AllianceId, on: date })

/** A unit or person guides a unit. */
export const GuidanceBegun = Schema.TaggedStruct("GuidanceBegun", {
  guide: Party,
  unit: UnitId,
  purpose: text,
  ...dated
})

/** A guidance ended. */
export const GuidanceEnded = Schema.TaggedStruct("GuidanceEnded", {
  guide: Party,
  unit: UnitId,
  purpose: text,
  on: date
})

/** A place belongs to a micro-grid. */
export const PlaceAssigned = Schema.TaggedStruct("PlaceAssigned", { place: UnitId, grid: UnitId, ...dated })

/** A chat group serves a unit. */
export const ChatGroupBound = Schema.TaggedStruct("ChatGroupBound", {
  unit: UnitId,
  channel: text,
  group: text,
  ...dated
})

/** A unit has no chat group any more. */
export const ChatGroupUnbound = Schema.TaggedStruct("ChatGroupUnbound", { unit: UnitId, on: date })

/** A unit is known elsewhere by an identifier. */
export const IdentifierAttached = Schema.TaggedStruct("IdentifierAttached", {
  unit: UnitId,
  ...ExternalIdentifier.fields,
  ...dated
})

/** An external identifier no longer holds. */
export const IdentifierDetached = Schema.TaggedStruct("IdentifierDetached", {
  unit: UnitId,
  ...ExternalIdentifier.fields,
  on: date
})

/** An elected body began a term of office. */
export const TermStarted = Schema.TaggedStruct("TermStarted", { unit: UnitId, from: date, to: date })

/** A body was active on a day. */
export const ActivityReported = Schema.TaggedStruct("ActivityReported", { unit: UnitId, on: date, activity: text })

/** Every fact of the organisation. The tag is the event's type in the store. */
export const Event = Schema.Union([
  UnitEstablished,
  UnitRenamed,
  AliasAdded,
  UnitReclassified,
  UnitMoved,
  UnitRelocated,
  UnitDissolved,
  UnitsMerged,
  UnitSplit,
  BodyJoined,
  BodyLeft,
  MemberAffiliated,
  MembershipEnded,
  MemberCountsSet,
  EnterpriseCovered,
  CoverEnded,
  AllianceFormed,
  AllianceJoined,
  AllianceLeft,
  AllianceLed,
  AllianceEnded,
  GuidanceBegun,
  GuidanceEnded,
  PlaceAssigned,
  ChatGroupBound,
  ChatGroupUnbound,
  IdentifierAttached,
  IdentifierDetached,
  TermStarted,
  ActivityReported
]).pipe(Schema.toTaggedUnion("_tag"))
export type Event = typeof Event.Type

/** The version of the shape of every event, written beside it; a new shape is a new version with an upcaster. */
export const schemaVersion = 1
