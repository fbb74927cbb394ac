import type { EventEnvelope, Identifier } from "@louyu/kernel"
import { EventStore, Position, StoreError } from "@louyu/ports"
import * as Result from "effect/Result"
import { envelope } from "./envelope.ts"

type Envelope = EventEnvelope.EventEnvelope
type Batch = ReadonlyArray<EventEnvelope.ProposedEvent>
type Refusal = StoreError.VersionConflict | StoreError.EventIdReused

const nothing: ReadonlyArray<Envelope> = []

/** What the log knows of a batch: that it is a retry, and of which version, or the first id that is in use. */
interface Known {
  readonly retried?: number
  readonly reused?: Identifier.EventId
}

const unknown: Known = {}

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

  /** Cost: O(batch), whatever is stored already: one look-up and one entry for each event. */
  append(
    stream: Identifier.StreamId,
    expected: EventStore.ExpectedVersion,
    batch: Batch
  ): EventStore.Appended | Refusal {
    const tenant = this.#tenant
    const kept = this.#streams.get(stream) ?? []
    const actual = kept.length
    const { retried, reused } = this.#known(stream, batch)
    if (retried !== undefined) return { version: retried, duplicate: true }
    if (expected !== "any" && expected !== actual) {
      return new StoreError.VersionConflict({ tenant, stream, expected, actual })
    }
    if (reused !== undefined) return new StoreError.EventIdReused({ tenant, stream, id: reused })
    // Whatever is wrong with an event shows here, before anything is entered.
    for (const event of batch) EventStore.assertStorable(event)
    const events = batch.map((event, index) => envelope(tenant, stream, actual + index + 1, event))
    if (actual === 0 && events.length > 0) this.#streams.set(stream, kept)
    const position = this.#order.length
    for (const event of events) {
      this.#byId.set(event.id, event)
      if (this.#byId.size === this.#order.length) {
        // None of the ids was in use, so the one that adds nothing is there twice.
        this.#removeAfter(position)
        return new StoreError.EventIdReused({ tenant, stream, id: event.id })
      }
      this.#order.push(event)
      kept.push(event)
    }
    return { version: kept.length, duplicate: false }
  }

  /** Cost: O(all batches); nobody reads in between, so what a refusal takes back was never seen. */
  appendAll(writes: ReadonlyArray<EventStore.Write>): Result.Result<ReadonlyArray<EventStore.Appended>, Refusal> {
    const position = this.#order.length
    const answers: Array<EventStore.Appended> = []
    let whole = false
    try {
      for (const { stream, expected, events } of writes) {
        const answer = this.append(stream, expected, events)
        if (!("duplicate" in answer)) return Result.fail(answer)
        answers.push(answer)
      }
      whole = true
      return Result.succeed(answers)
    } finally {
      if (!whole) this.#removeAfter(position)
    }
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

  #removeAfter(position: number): void {
    for (const { id, stream, version } of this.#order.splice(position)) {
      this.#byId.delete(id)
      const kept = this.#streams.get(stream)
      if (version === 1) this.#streams.delete(stream)
      else if (kept !== undefined) kept.length = Math.min(kept.length, version - 1)
    }
  }

  #known(stream: Identifier.StreamId, batch: Batch): Known {
    let version = 0
    let inStream = 0
    let reused: Identifier.EventId | undefined
    for (const { id } of batch) {
      const known = this.#byId.get(id)
      if (known === undefined) continue
      reused ??= id
      if (known.stream !== stream) continue
      inStream++
      version = Math.max(version, known.version)
    }
    if (reused === undefined) return unknown
    return inStream === batch.length ? { retried: version } : { reused }
  }
}
