import { CivilDate, Identifier, Text } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { Formation, KindId, Nature } from "./Structure.ts"

const { UnitId, PersonId } = Identifier
const date = CivilDate.CivilDate
const count = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))
const label = Schema.String.check(Schema.isMinLength(1), Schema.isMaxLength(200))

/** Names an alliance. */
export const AllianceId = UnitId.pipe(Schema.brand("AllianceId"))
export type AllianceId = typeof AllianceId.Type

/** A member of something: a unit or a person. */
export const Party = Schema.Union([Schema.Struct({ unit: UnitId }), Schema.Struct({ person: PersonId })])
export type Party = typeof Party.Type

/** How a unit is known elsewhere: `uscc`, `division`, `grid` or the name of another system, and the value there. */
export const ExternalIdentifier = Schema.Struct({ scheme: label, value: label })
export type ExternalIdentifier = typeof ExternalIdentifier.Type

/** Full and probationary members. */
export const MemberCounts = Schema.Struct({ full: count, probationary: count })
export type MemberCounts = typeof MemberCounts.Type

/** Whether a member is full or probationary; only full ones count towards founding a branch. */
export const Standing = Schema.Literals(["full", "probationary"])
export type Standing = typeof Standing.Type

/** What a name other than the official one is. */
export const AliasSort = Schema.Literals(["former", "short", "brand", "other"])
export type AliasSort = typeof AliasSort.Type

const classes = Schema.Record(Schema.String, Schema.String)

const spec = {
  unit: UnitId,
  kind: KindId,
  name: Text.Text,
  under: Schema.optionalKey(UnitId),
  within: Schema.optionalKey(UnitId),
  nature: Schema.optionalKey(Nature),
  formation: Schema.optionalKey(Formation),
  classes: Schema.optionalKey(classes),
  identifiers: Schema.optionalKey(Schema.Array(ExternalIdentifier))
}

/** Sets up a place or body from a date on; with `to` it is already known when it closes. */
export const EstablishUnit = Schema.TaggedStruct("EstablishUnit", { ...spec, from: date, to: Schema.optionalKey(date) })

/** Gives a unit another official name from a date on; the old one stays searchable. */
export const RenameUnit = Schema.TaggedStruct("RenameUnit", { unit: UnitId, name: Text.Text, from: date })

/** Adds a name the unit is also known by. */
export const AddAlias = Schema.TaggedStruct("AddAlias", {
  unit: UnitId,
  alias: label,
  sort: AliasSort,
  from: date,
  to: Schema.optionalKey(date)
})

/** Changes what a unit is from a date on: its kind, nature, formation, or answers to classifications. */
export const ReclassifyUnit = Schema.TaggedStruct("ReclassifyUnit", {
  unit: UnitId,
  from: date,
  kind: Schema.optionalKey(KindId),
  nature: Schema.optionalKey(Nature),
  formation: Schema.optionalKey(Formation),
  classes: Schema.optionalKey(classes)
})

/** Puts a unit under another superior in command from a date on; without `under` it stands alone. */
export const MoveUnit = Schema.TaggedStruct("MoveUnit", { unit: UnitId, under: Schema.optionalKey(UnitId), from: date })

/** Puts a unit in another place from a date on; without `within` it lies nowhere. */
export const RelocateUnit = Schema.TaggedStruct("RelocateUnit", {
  unit: UnitId,
  within: Schema.optionalKey(UnitId),
  from: date
})

/** Closes a unit on a date. Everything below it, in it and belonging to it needs a new home in the same command. */
export const DissolveUnit = Schema.TaggedStruct("DissolveUnit", {
  unit: UnitId,
  on: date,
  subordinatesTo: Schema.optionalKey(UnitId),
  occupantsTo: Schema.optionalKey(UnitId),
  membersTo: Schema.optionalKey(UnitId)
})

/** Closes units on a date and gives all that was theirs to another one, which must exist. */
export const MergeUnits = Schema.TaggedStruct("MergeUnits", {
  units: Schema.NonEmptyArray(UnitId),
  into: UnitId,
  on: date
})

/** One part of a split: a new unit and what it takes along. */
export const SplitPart = Schema.Struct({
  ...spec,
  subordinates: Schema.optionalKey(Schema.Array(UnitId)),
  occupants: Schema.optionalKey(Schema.Array(UnitId)),
  enterprises: Schema.optionalKey(Schema.Array(UnitId)),
  members: Schema.optionalKey(Schema.Array(PersonId)),
  memberCounts: Schema.optionalKey(MemberCounts)
})
export type SplitPart = typeof SplitPart.Type

/** Takes parts out of a unit on a date as new units; with `remainderTo` the unit is closed and the rest goes there. */
export const SplitUnit = Schema.TaggedStruct("SplitUnit", {
  unit: UnitId,
  on: date,
  parts: Schema.NonEmptyArray(SplitPart),
  remainderTo: Schema.optionalKey(UnitId)
})

/** Lets a unit or person take part in a functional body without leaving home (P-08). */
export const JoinBody = Schema.TaggedStruct("JoinBody", {
  body: UnitId,
  member: Party,
  from: date,
  to: Schema.optionalKey(date),
  origin: Schema.optionalKey(label)
})

/** Ends taking part in a functional body. */
export const LeaveBody = Schema.TaggedStruct("LeaveBody", { body: UnitId, member: Party, on: date })

/** Makes a branch a person's one home from a date on; the home before ends by itself. */
export const AffiliateMember = Schema.TaggedStruct("AffiliateMember", {
  person: PersonId,
  branch: UnitId,
  standing: Standing,
  from: date
})

/** Ends a person's home membership on a date. */
export const EndMembership = Schema.TaggedStruct("EndMembership", { person: PersonId, on: date })

/** States how many members a Party body has, or how many are known to work in an enterprise, from a date on. */
export const SetMemberCounts = Schema.TaggedStruct("SetMemberCounts", {
  unit: UnitId,
  ...MemberCounts.fields,
  from: date
})

/** Founds a branch for one enterprise or several, with the members it starts with (P-09, invariant 3). */
export const FormBranch = Schema.TaggedStruct("FormBranch", {
  ...spec,
  formation: Formation,
  enterprises: Schema.NonEmptyArray(UnitId),
  memberCounts: MemberCounts,
  from: date
})

/** Changes what a branch is formed of from a date on: single or joint, and for which enterprises. */
export const ReorganiseBranch = Schema.TaggedStruct("ReorganiseBranch", {
  branch: UnitId,
  formation: Formation,
  enterprises: Schema.NonEmptyArray(UnitId),
  from: date
})

/** Forms an alliance led by one of its members; the declared size may differ from the members named. */
export const FormAlliance = Schema.TaggedStruct("FormAlliance", {
  alliance: AllianceId,
  sort: label,
  name: Text.Text,
  lead: UnitId,
  members: Schema.NonEmptyArray(UnitId),
  declaredSize: Schema.optionalKey(Schema.Int.check(Schema.isGreaterThan(0))),
  from: date,
  to: Schema.optionalKey(date)
})

/** Adds a unit to an alliance. */
export const JoinAlliance = Schema.TaggedStruct("JoinAlliance", {
  alliance: AllianceId,
  unit: UnitId,
  from: date,
  to: Schema.optionalKey(date)
})

/** Takes a unit out of an alliance; the lead must be passed on first. */
export const LeaveAlliance = Schema.TaggedStruct("LeaveAlliance", { alliance: AllianceId, unit: UnitId, on: date })

/** Passes the lead of an alliance to another member from a date on. */
export const LeadAlliance = Schema.TaggedStruct("LeadAlliance", { alliance: AllianceId, unit: UnitId, from: date })

/** Ends an alliance on a date. */
export const EndAlliance = Schema.TaggedStruct("EndAlliance", { alliance: AllianceId, on: date })

/** Lets a unit or person guide a unit for a purpose, without being its superior (dual guidance: R1-10, P-34). */
export const BeginGuidance = Schema.TaggedStruct("BeginGuidance", {
  guide: Party,
  unit: UnitId,
  purpose: label,
  from: date,
  to: Schema.optionalKey(date)
})

/** Ends a guidance on a date. */
export const EndGuidance = Schema.TaggedStruct("EndGuidance", { guide: Party, unit: UnitId, purpose: label, on: date })

/** Gives places of a building to one of its micro-grids from a date on; a grid they had before ends by itself (P-05). */
export const AssignToGrid = Schema.TaggedStruct("AssignToGrid", {
  grid: UnitId,
  places: Schema.NonEmptyArray(UnitId),
  from: date
})

/** Ties a chat group to a unit, usually a micro-grid, from a date on; one group serves one unit. */
export const BindChatGroup = Schema.TaggedStruct("BindChatGroup", {
  unit: UnitId,
  channel: label,
  group: label,
  from: date
})

/** Unties the chat group of a unit on a date. */
export const UnbindChatGroup = Schema.TaggedStruct("UnbindChatGroup", { unit: UnitId, on: date })

/** Records how a unit is known elsewhere from a date on. */
export const AttachIdentifier = Schema.TaggedStruct("AttachIdentifier", {
  unit: UnitId,
  ...ExternalIdentifier.fields,
  from: date
})

/** Ends an external identifier on a date. */
export const DetachIdentifier = Schema.TaggedStruct("DetachIdentifier", {
  unit: UnitId,
  ...ExternalIdentifier.fields,
  on: date
})

/** Records a term of office of an elected body. */
export const StartTerm = Schema.TaggedStruct("StartTerm", { unit: UnitId, from: date, to: date })

/** Records that a body was active on a day: what turns nominal into effective coverage (W-14). */
export const ReportActivity = Schema.TaggedStruct("ReportActivity", { unit: UnitId, on: date, activity: label })

/** Everything that can be asked of the organisation. */
export const Command = Schema.Union([
  EstablishUnit,
  RenameUnit,
  AddAlias,
  ReclassifyUnit,
  MoveUnit,
  RelocateUnit,
  DissolveUnit,
  MergeUnits,
  SplitUnit,
  JoinBody,
  LeaveBody,
  AffiliateMember,
  EndMembership,
  SetMemberCounts,
  FormBranch,
  ReorganiseBranch,
  FormAlliance,
  JoinAlliance,
  LeaveAlliance,
  LeadAlliance,
  EndAlliance,
  BeginGuidance,
  EndGuidance,
  AssignToGrid,
  BindChatGroup,
  UnbindChatGroup,
  AttachIdentifier,
  DetachIdentifier,
  StartTerm,
  ReportActivity
]).pipe(Schema.toTaggedUnion("_tag"))
export type Command = typeof Command.Type
