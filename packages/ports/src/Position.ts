import * as Brand from "effect/Brand"
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

const brand = Brand.nominal<Position>()

/**
 * For adapters that count their events: the place after so many.
 *
 * ```ts
 * Position.afterCount(0) === Position.start // => true
 * Position.afterCount(12) // => "12"
 * ```
 */
export const afterCount = (count: number): Position => brand(String(count))

/**
 * The count that {@link afterCount} made a place of.
 *
 * Fails: throws when the place is none of an adapter that counts; the caller mixed up two stores, which is a bug.
 */
export const toCount = (position: Position): number => {
  const count = Number(position)
  if (Number.isSafeInteger(count) && count >= 0 && String(count) === position) return count
  throw new Error(`Position "${position}" did not come from this store.`)
}

/** The name under which a consumer of the log remembers how far it has read. Shape: like the kernel's ids. */
export const ConsumerId = Schema.String.check(Schema.isPattern(/^[\p{L}\p{N}][\p{L}\p{N}._:-]{0,127}$/u)).pipe(
  Schema.brand("ConsumerId")
)
export type ConsumerId = typeof ConsumerId.Type
