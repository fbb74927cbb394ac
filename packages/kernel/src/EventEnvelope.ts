import * as Schema from "effect/Schema"
import { ActorId, EventId, StreamId, TenantId } from "./Identifier.ts"

/** An instant as ISO 8601 UTC text with milliseconds, `2026-11-22T08:30:00.000Z`; texts sort as the instants do. */
export const Instant = Schema.String.check(Schema.isPattern(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/u)).pipe(
  Schema.brand("Instant")
)
export type Instant = typeof Instant.Type

const proposed = {
  id: EventId,
  type: Schema.NonEmptyString,
  schemaVersion: Schema.Int.check(Schema.isGreaterThanOrEqualTo(1)),
  recordedAt: Instant,
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
