import { Identifier } from "@louyu/kernel"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"

const { EventId } = Identifier

/** Where the ids of events come from. */
export interface Source {
  /** As many ids as asked for, none ever given before within a tenant. */
  readonly take: (count: number) => Effect.Effect<ReadonlyArray<Identifier.EventId>>
}

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, "0")

// 12 bits count within a millisecond, so that the ids of one batch sort in order; then the millisecond is moved on.
const sequences = 0x1000
let latest = 0
let sequence = 0

const uuid = (now: number, random: Uint32Array, offset: number): Identifier.EventId => {
  if (now > latest) [latest, sequence] = [now, 0]
  else if (++sequence === sequences) [latest, sequence] = [latest + 1, 0]
  const high = random[offset] ?? 0
  const low = random[offset + 1] ?? 0
  const time = hex(latest, 12)
  const variant = hex(0x8000 | (high & 0x3fff), 4)
  return EventId.make(
    `${time.slice(0, 8)}-${time.slice(8)}-7${hex(sequence, 3)}-${variant}-${hex(high >>> 16, 4)}${hex(low, 8)}`
  )
}

const chunk = 8_192

const random: Source = {
  take: Effect.fnUntraced(function* (count: number) {
    const now = yield* Clock.currentTimeMillis
    const ids: Array<Identifier.EventId> = []
    for (let first = 0; first < count; first += chunk) {
      const size = Math.min(chunk, count - first)
      const bits = crypto.getRandomValues(new Uint32Array(size * 2))
      for (let i = 0; i < size; i++) ids.push(uuid(now, bits, i * 2))
    }
    return ids
  })
}

/**
 * Gives every event its id. Unless another source is provided: UUIDs of version 7, which sort by time.
 *
 * Source: RFC 9562.
 */
export const EventIds: Context.Reference<Source> = Context.Reference<Source>("louyu/EventIds", {
  defaultValue: () => random
})

/** Ids that count up from a prefix, `e1`, `e2`, …: for tests and examples that must give the same every time. */
export const sequential = (prefix: string): Source => {
  let last = 0
  return { take: (count) => Effect.sync(() => Array.from({ length: count }, () => EventId.make(`${prefix}${++last}`))) }
}
