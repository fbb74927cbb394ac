import type { EventEnvelope, Identifier } from "@louyu/kernel"
import { type EventStore, Position, StoreError } from "@louyu/ports"
import * as Result from "effect/Result"
import { envelope } from "./envelope.ts"

type Envelope = EventEnvelope.EventEnvelope
type Batch = ReadonlyArray<EventEnvelope.ProposedEvent>
type Refusal = StoreError.VersionConflict | StoreError.EventIdReused

const nothing: ReadonlyArray<Envelope> = []

/** Everything one tenant has. The event at index i of `order` has position i + 1. */
export class TenantLog {
  readonly checkpoints = new Map<Position.ConsumerId, number>()
  readonly #tenant: Identifier.TenantId
  readonly #order: Array<Envelope> = []
  readonly #streams = new Map<Identifier.StreamId, Array<Envelope>>()
  readonly #byId = new Map<Identifier.EventId, Envelope>()

  constructor(tenant: Identifier.TenantId) {
    this.#tenant = tenant
  }

  /** Cost: O(batch), whatever is stored already. */
  append(
    stream: Identifier.StreamId,
    expected: EventStore.ExpectedVersion,
    batch: Batch
  ): Result.Result<EventStore.Appended, Refusal> {
    const tenant = this.#tenant
    const retried = this.#retried(stream, batch)
    if (retried !== undefined) return Result.succeed({ version: retried, duplicate: true })
    const actual = this.#streams.get(stream)?.length ?? 0
    if (expected !== "any" && expected !== actual) {
      return Result.fail(new StoreError.VersionConflict({ tenant, stream, expected, actual }))
    }
    if (batch.length === 0) return Result.succeed({ version: actual, duplicate: false })
    const events = batch.map((event, index) => envelope(tenant, stream, actual + index + 1, event))
    const reused = this.#enter(events)
    if (reused !== undefined) return Result.fail(new StoreError.EventIdReused({ tenant, stream, id: reused }))
    const kept = this.#streams.get(stream) ?? []
    if (actual === 0) this.#streams.set(stream, kept)
    for (const event of events) {
      kept.push(event)
      this.#order.push(event)
    }
    return Result.succeed({ version: kept.length, duplicate: false })
  }

  read(stream: Identifier.StreamId, options: EventStore.ReadOptions = {}): ReadonlyArray<Envelope> {
    const kept = this.#streams.get(stream) ?? nothing
    const start = Math.max(0, Math.ceil(options.from ?? 1) - 1)
    return options.limit === undefined ? kept.slice(start) : kept.slice(start, start + Math.max(0, options.limit))
  }

  readAll(after: number, limit: number): ReadonlyArray<EventStore.Recorded> {
    return this.#order
      .slice(after, after + Math.max(0, limit))
      .map((event, index) => ({ position: Position.afterCount(after + index + 1), event }))
  }

  // The version of the batch's last event, when all of the batch is in the stream already.
  #retried(stream: Identifier.StreamId, batch: Batch): number | undefined {
    let version: number | undefined
    for (const { id } of batch) {
      const known = this.#byId.get(id)
      if (known?.stream !== stream) return undefined
      version = Math.max(version ?? 0, known.version)
    }
    return version
  }

  // Enters all ids, or none and gives the one that is in use; one that is there twice is in use the second time.
  #enter(events: ReadonlyArray<Envelope>): Identifier.EventId | undefined {
    for (const [index, event] of events.entries()) {
      if (this.#byId.has(event.id)) {
        for (const entered of events.slice(0, index)) this.#byId.delete(entered.id)
        return event.id
      }
      this.#byId.set(event.id, event)
    }
    return undefined
  }
}
