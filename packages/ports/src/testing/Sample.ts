import { EventEnvelope, Identifier } from "@louyu/kernel"
import type * as Schema from "effect/Schema"
import * as fc from "fast-check"
import type { ExpectedVersion, Write } from "../EventStore.ts"
import { ConsumerId } from "../Position.ts"

/** Names for laws: two tenants, some streams, consumers, people. */
export const tenant = Identifier.TenantId.make("pinghu")
export const otherTenant = Identifier.TenantId.make("jiaxing")
export const stream = Identifier.StreamId.make("building-1")
export const otherStream = Identifier.StreamId.make("building-2")
export const consumer = ConsumerId.make("roster-view")
export const person = Identifier.PersonId.make("person-1")

const recordedAt = EventEnvelope.Timestamp.make("2026-11-22T08:30:00.000Z")
const actor = Identifier.ActorId.make("person-1")

/** An event with an id and nothing remarkable. */
export const event = (id: string, data: EventEnvelope.ProposedEvent["data"] = { id }): EventEnvelope.ProposedEvent => ({
  id: Identifier.EventId.make(id),
  type: "UnitEstablished",
  schemaVersion: 1,
  recordedAt,
  actor,
  data
})

/** Events `prefix-1` to `prefix-n`. */
export const events = (prefix: string, count: number): ReadonlyArray<EventEnvelope.ProposedEvent> =>
  Array.from({ length: count }, (_, index) => event(`${prefix}-${index + 1}`))

/** One of the writes of an append over several streams. */
export const write = (to: Identifier.StreamId, expected: ExpectedVersion, batch: Write["events"]): Write => ({
  stream: to,
  expected,
  events: batch
})

/** The event as the store must give it back. */
export const kept = (
  proposed: EventEnvelope.ProposedEvent,
  version: number,
  at: { readonly tenant: Identifier.TenantId; readonly stream: Identifier.StreamId } = { tenant, stream }
): EventEnvelope.EventEnvelope => ({ ...at, version, ...proposed })

const text = fc.oneof(
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }),
  fc.constantFrom("负责人", "a'b\"c`\\", "line\nbreak", "\u0001\u007f\ufeff\uffff", "𠮷野家", " ", "null", "0")
)

const parse = (written: string): Schema.Json => JSON.parse(written)

const json: fc.Arbitrary<Schema.Json> = fc.oneof(
  fc.json({ maxDepth: 3 }).map(parse),
  fc.constantFrom<Schema.Json>(
    parse('{"__proto__":{"a":1},"constructor":null,"":""}'),
    [Number.MAX_SAFE_INTEGER, -1.5e-7, 5e-324, 1e308],
    "\ud800 lone surrogate",
    "nul\u0000inside",
    null,
    [],
    {}
  )
)

/** Any event: odd texts, any JSON, with and without causation and correlation. */
export const anyEvent = (id: string): fc.Arbitrary<EventEnvelope.ProposedEvent> =>
  fc
    .record(
      {
        type: text,
        schemaVersion: fc.integer({ min: 1, max: 2 ** 31 }),
        causation: text,
        correlation: text,
        data: json
      },
      { requiredKeys: ["type", "schemaVersion", "data"] }
    )
    .map((fields) => ({ ...event(id), ...fields }))
