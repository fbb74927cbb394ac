import type { EventEnvelope, Identifier } from "@louyu/kernel"
import { type EventStore, Position, type StoreError } from "@louyu/ports"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type { LogError } from "./CityError.ts"
import type * as Directory from "./Directory.ts"

/** Who recorded what, and when. */
export interface Entry<out Event>
  extends Omit<EventEnvelope.EventEnvelope, "tenant" | "data" | "type" | "schemaVersion"> {
  readonly event: Event
}

/**
 * A part of the history.
 *
 * Shape: go on with `next`; it is `undefined` when there was no more at that moment. `until` is how far it goes, to be
 * remembered by whoever comes back later.
 */
export interface Page<out Event> {
  readonly entries: ReadonlyArray<Entry<Event>>
  readonly next: Position.Position | undefined
  readonly until: Position.Position
}

/** Where to begin, and how many entries at the most. */
export interface Asked {
  readonly after?: Position.Position
  readonly limit?: number
}

/** Reads a part of the history, oldest first. */
export const read = Effect.fnUntraced(function* <C, E, F>(
  store: EventStore.EventStore["Service"],
  tenant: Identifier.TenantId,
  directory: Directory.Directory<C, E, F>,
  { after = Position.start, limit = 100 }: Asked = {}
): Effect.fn.Return<Page<E>, LogError | StoreError.StoreError> {
  const recorded = yield* store.readAll(tenant, after, limit)
  const entries: Array<Entry<E>> = []
  for (const { event: envelope } of recorded) {
    const shelf = directory.shelfOf(envelope.stream)
    if (shelf === undefined) continue
    const event = shelf.read(envelope)
    if (Result.isFailure(event)) return yield* event.failure
    const { tenant: _tenant, data: _data, type: _type, schemaVersion: _schemaVersion, ...rest } = envelope
    entries.push({ ...rest, event: event.success })
  }
  const until = recorded.at(-1)?.position ?? after
  return { entries, next: recorded.length < limit ? undefined : until, until }
})
