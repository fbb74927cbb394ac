import { CivilDate, Identifier } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { LayerId, Level, RoleCode, SchemeId } from "./RoleScheme.ts"

const { UnitId, PersonId } = Identifier
const date = CivilDate.CivilDate
const label = Schema.String.check(Schema.isMinLength(1), Schema.isMaxLength(200))

// Every command names the roster it belongs to: the building, committee or cluster whose posts are kept together.
const post = { roster: UnitId, scheme: SchemeId, role: RoleCode, unit: UnitId }

/** What becomes of the holders of a role when its scheme gives way to another; without `to` their posts end. */
export const RoleMapping = Schema.Struct({ from: RoleCode, to: Schema.optionalKey(RoleCode) })
export type RoleMapping = typeof RoleMapping.Type

/**
 * Puts a scheme, or a new version of one, in force in a roster from a date on, in place of the scheme its layer had.
 *
 * Shape: where the old scheme has holders, `mapping` says for every role that has any what becomes of them.
 */
export const AdoptScheme = Schema.TaggedStruct("AdoptScheme", {
  roster: UnitId,
  scheme: SchemeId,
  version: Schema.Int.check(Schema.isGreaterThan(0)),
  from: date,
  mapping: Schema.optionalKey(Schema.Array(RoleMapping))
})

/** Ends the scheme of a layer in a roster on a date; its posts end with it. */
export const DropScheme = Schema.TaggedStruct("DropScheme", { roster: UnitId, layer: LayerId, on: date })

/** Appoints a person to a post; seconded when they stay on the books of another body. */
export const Appoint = Schema.TaggedStruct("Appoint", {
  ...post,
  person: PersonId,
  from: date,
  to: Schema.optionalKey(date),
  comesFrom: Schema.optionalKey(UnitId),
  secondedFrom: Schema.optionalKey(UnitId),
  qualifications: Schema.optionalKey(Schema.Array(label))
})

/**
 * Ends an appointment on a date.
 *
 * Shape: an appointment that had not begun by then is taken out, as if it had never been made.
 */
export const Relieve = Schema.TaggedStruct("Relieve", { ...post, person: PersonId, on: date })

/** Gives an appointment another end; without `to` it has none. */
export const Extend = Schema.TaggedStruct("Extend", {
  ...post,
  person: PersonId,
  on: date,
  to: Schema.optionalKey(date)
})

/** Relieves one holder and appoints the next on the same day. */
export const HandOver = Schema.TaggedStruct("HandOver", {
  ...post,
  person: PersonId,
  to: PersonId,
  on: date,
  comesFrom: Schema.optionalKey(UnitId),
  qualifications: Schema.optionalKey(Schema.Array(label))
})

/** Lets a person act in a post for a time: for one of its holders, for another who acts, or while it is vacant. */
export const ActFor = Schema.TaggedStruct("ActFor", {
  ...post,
  person: PersonId,
  absent: Schema.optionalKey(PersonId),
  from: date,
  to: date
})

/** Ends acting in a post on a date. */
export const EndActing = Schema.TaggedStruct("EndActing", { ...post, person: PersonId, on: date })

/** Gives one matter of a post to another person for a time; the holder stays the holder. */
export const Delegate = Schema.TaggedStruct("Delegate", {
  ...post,
  matter: label,
  person: PersonId,
  from: date,
  to: date
})

/** Ends a delegation on a date. */
export const EndDelegation = Schema.TaggedStruct("EndDelegation", {
  ...post,
  matter: label,
  person: PersonId,
  on: date
})

/** Gives a person a right to read in a unit and below, for one purpose, until a day: it ends by itself (R2-16). */
export const GrantAccess = Schema.TaggedStruct("GrantAccess", {
  roster: UnitId,
  unit: UnitId,
  person: PersonId,
  level: Level,
  purpose: label,
  from: date,
  to: date
})

/** Takes a right to read back on a day. */
export const RevokeAccess = Schema.TaggedStruct("RevokeAccess", {
  roster: UnitId,
  unit: UnitId,
  person: PersonId,
  purpose: label,
  on: date
})

/** Everything that can be asked of a roster. */
export const Command = Schema.Union([
  AdoptScheme,
  DropScheme,
  Appoint,
  Relieve,
  Extend,
  HandOver,
  ActFor,
  EndActing,
  Delegate,
  EndDelegation,
  GrantAccess,
  RevokeAccess
]).pipe(Schema.toTaggedUnion("_tag"))
export type Command = typeof Command.Type
