import * as Schema from "effect/Schema"

/**
 * A place in the order of all events of a tenant.
 *
 * Shape: opaque text without blanks, at most 64 characters; only the store that gave it can compare it. It can be kept
 * and given back later, and means the same place for ever.
 */
export const Position = Schema.String.check(Schema.isPattern(/^[0-9A-Za-z._:-]{1,64}$/u)).pipe(Schema.brand("Position"))
export type Position = typeof Position.Type

/** The place before the first event; every store understands it. */
export const start: Position = Position.make("0")

/** The name under which a consumer of the log remembers how far it has read. Shape: like the kernel's ids. */
export const ConsumerId = Schema.String.check(Schema.isPattern(/^[\p{L}\p{N}][\p{L}\p{N}._:-]{0,127}$/u)).pipe(
  Schema.brand("ConsumerId")
)
export type ConsumerId = typeof ConsumerId.Type
