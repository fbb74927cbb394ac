import type { EventEnvelope, Identifier } from "@louyu/kernel"
import { freeze } from "./freeze.ts"

type Mutable<A> = { -readonly [Key in keyof A]: A[Key] }

/** The event as it is kept and handed out: frozen, so that it can be shared with every reader. */
export const envelope = (
  tenant: Identifier.TenantId,
  stream: Identifier.StreamId,
  version: number,
  event: EventEnvelope.ProposedEvent
): EventEnvelope.EventEnvelope => {
  const kept: Mutable<EventEnvelope.EventEnvelope> = {
    tenant,
    stream,
    version,
    id: event.id,
    type: event.type,
    schemaVersion: event.schemaVersion,
    recordedAt: event.recordedAt,
    actor: event.actor,
    data: freeze(event.data)
  }
  if (event.causation !== undefined) kept.causation = event.causation
  if (event.correlation !== undefined) kept.correlation = event.correlation
  return Object.freeze(kept)
}
