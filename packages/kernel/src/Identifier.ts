import * as Schema from "effect/Schema"

// Ids travel through URLs, file names, chat messages and SQL: no blanks, no control characters, no separators of ours.
const identifier = Schema.String.check(Schema.isPattern(/^[\p{L}\p{N}][\p{L}\p{N}._:-]{0,127}$/u))

/**
 * Who owns the data: one district, city or customer. First part of every key.
 *
 * Shape, here and for the other ids: 1 to 128 letters, digits, `.`, `_`, `:` or `-`, beginning with a letter or digit.
 */
export const TenantId = identifier.pipe(Schema.brand("TenantId"))
export type TenantId = typeof TenantId.Type

/** The consistency boundary an event belongs to. */
export const StreamId = identifier.pipe(Schema.brand("StreamId"))
export type StreamId = typeof StreamId.Type

/** One event, unique within its tenant. */
export const EventId = identifier.pipe(Schema.brand("EventId"))
export type EventId = typeof EventId.Type

/** A natural person. Everything else about the person lives in the vault. */
export const PersonId = identifier.pipe(Schema.brand("PersonId"))
export type PersonId = typeof PersonId.Type

/** Who caused an event: a person, or a system that acts by itself. */
export const ActorId = identifier.pipe(Schema.brand("ActorId"))
export type ActorId = typeof ActorId.Type

/** A place or body of the organisation. */
export const UnitId = identifier.pipe(Schema.brand("UnitId"))
export type UnitId = typeof UnitId.Type
