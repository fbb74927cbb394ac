import * as Schema from "effect/Schema"
import * as CivilDate from "./CivilDate.ts"
import { ActorId, EventId, StreamId, TenantId } from "./Identifier.ts"

/** An instant as ISO 8601 UTC text with milliseconds, `2026-11-22T08:30:00.000Z`; texts sort as the instants do. */
export const Timestamp = Schema.String.check(
  Schema.isPattern(/^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/u),
  Schema.makeFilter((text: string) => CivilDate.is(text.slice(0, 10)) || "an instant on a date that exists")
).pipe(Schema.brand("Timestamp"))
export type Timestamp = typeof Timestamp.Type

/**
 * The instant as milliseconds since 1970-01-01T00:00Z.
 *
 * ```ts
 * EventEnvelope.toEpochMillis(EventEnvelope.Timestamp.make("1970-01-02T00:00:00.000Z")) // => 86400000
 * ```
 */
export const toEpochMillis = (instant: Timestamp): number => {
  const days = CivilDate.toEpochDay(CivilDate.make(instant.slice(0, 10)))
  const minutes = (days * 24 + Number(instant.slice(11, 13))) * 60 + Number(instant.slice(14, 16))
  return minutes * 60_000 + Math.round(Number(instant.slice(17, 23)) * 1_000)
}

/** The instant at a number of milliseconds since 1970-01-01T00:00Z. Outside the years 0001 to 9999 it throws: a bug. */
export const fromEpochMillis = (epochMillis: number): Timestamp => Timestamp.make(new Date(epochMillis).toISOString())

const proposed = {
  id: EventId,
  type: Schema.NonEmptyString,
  schemaVersion: Schema.Int.check(Schema.isGreaterThanOrEqualTo(1)),
  recordedAt: Timestamp,
  actor: ActorId,
  causation: Schema.optionalKey(Schema.NonEmptyString),
  correlation: Schema.optionalKey(Schema.NonEmptyString),
  data: Schema.Json
}

/**
 * An event on its way into the store.
 *
 * Shape: `type` names the fact in the past tense, `schemaVersion` the shape of `data`; `causation` is the id of the
 * command or event it answers, `correlation` joins everything one request led to. `data` is JSON and carries no
 * personal data.
 */
export const ProposedEvent = Schema.Struct(proposed)
export type ProposedEvent = typeof ProposedEvent.Type

/**
 * An event as the store keeps it: the proposed event and where it stands.
 *
 * Units: `version` counts from 1 within the stream.
 */
export const EventEnvelope = Schema.Struct({
  tenant: TenantId,
  stream: StreamId,
  version: Schema.Int.check(Schema.isGreaterThanOrEqualTo(1)),
  ...proposed
})
export type EventEnvelope = typeof EventEnvelope.Type
