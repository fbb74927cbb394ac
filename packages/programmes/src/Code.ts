import { Identifier } from "@louyu/kernel"
import * as Schema from "effect/Schema"

/** A short name for machines. Shape: 1 to 64 letters, digits, `.`, `_` or `-`. */
export const Code = Schema.String.check(Schema.isPattern(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u))
export type Code = typeof Code.Type

/** The id of something that is kept in another domain. */
export const Reference = Schema.String.check(Schema.isPattern(/^[\p{L}\p{N}][\p{L}\p{N}._:-]{0,127}$/u))
export type Reference = typeof Reference.Type

/** A few words that are recorded for good: nothing in them may lead to a person. */
export const Wording = Schema.String.check(Schema.isMinLength(1), Schema.isMaxLength(2000))
export type Wording = typeof Wording.Type

/** How many, at least one. */
export const Positive = Schema.Int.check(Schema.isGreaterThan(0))

/** A year of the calendar. */
export const Year = Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 9999 }))

/** Names a programme. */
export const ProgrammeId = Code.pipe(Schema.brand("ProgrammeId"))
export type ProgrammeId = typeof ProgrammeId.Type

/** Names a service project within its programme, or a practical project within its annual list. */
export const ProjectId = Code.pipe(Schema.brand("ProjectId"))
export type ProjectId = typeof ProjectId.Type

/** Names a series of activities. */
export const SeriesId = Code.pipe(Schema.brand("SeriesId"))
export type SeriesId = typeof SeriesId.Type

/** Names an activity. Shape: those of a series carry its id and their date, `noon.2026-01-05`. */
export const ActivityId = Schema.String.check(Schema.isPattern(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,79}$/u)).pipe(
  Schema.brand("ActivityId")
)
export type ActivityId = typeof ActivityId.Type

/** Names a work line. */
export const WorkLineId = Code.pipe(Schema.brand("WorkLineId"))
export type WorkLineId = typeof WorkLineId.Type

/** Names a volunteer team within its place. */
export const TeamId = Code.pipe(Schema.brand("TeamId"))
export type TeamId = typeof TeamId.Type

/** Names a micro-wish. */
export const WishId = Code.pipe(Schema.brand("WishId"))
export type WishId = typeof WishId.Type

/** Names a pact. */
export const PactId = Code.pipe(Schema.brand("PactId"))
export type PactId = typeof PactId.Type

/** Names a pairing agreement. */
export const PairingId = Code.pipe(Schema.brand("PairingId"))
export type PairingId = typeof PairingId.Type

/** Names a co-management pact. */
export const CoManagementId = Code.pipe(Schema.brand("CoManagementId"))
export type CoManagementId = typeof CoManagementId.Type

/** Names a childcare class. */
export const ClassId = Code.pipe(Schema.brand("ClassId"))
export type ClassId = typeof ClassId.Type

/** Whoever takes part: a person, or a unit as such. Shape: a person is only ever an id. */
export const Participant = Schema.Union([
  Schema.Struct({ person: Identifier.PersonId }),
  Schema.Struct({ unit: Identifier.UnitId })
])
export type Participant = typeof Participant.Type

/** One text for each participant, to look it up by. */
export const keyOf = (participant: Participant): string =>
  "person" in participant ? `person ${participant.person}` : `unit ${participant.unit}`

/**
 * Tells two requests of one day apart that would else be the same, word for word: who takes a registration back and
 * registers again on that day names the second one, and so does whoever moves something to and fro.
 */
export const Request = Schema.optionalKey(Code)
