import type { EventEnvelope, Identifier } from "@louyu/kernel"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Result from "effect/Result"
import * as EventStore from "../EventStore.ts"
import * as Position from "../Position.ts"
import { EventIdReused, PersonErased, VersionConflict } from "../StoreError.ts"
import * as Vault from "../Vault.ts"

const copy = <A>(value: A): A => structuredClone(value)

// `structuredClone` would unwrap what is redacted.
const own = (record: Vault.PersonRecord): Vault.PersonRecord =>
  record.further === undefined ? { ...record } : { ...record, further: { ...record.further } }

/**
 * The ports in the plainest words: one list of everything that was committed, and every answer found by going through
 * it. Slow on purpose; what the laws compare adapters with, and what faulty stores are made from.
 */
export class ModelStore {
  committed: Array<EventEnvelope.EventEnvelope> = []
  readonly checkpoints = new Map<string, number>()
  readonly people = new Map<string, Vault.Held>()

  of(tenant: Identifier.TenantId): ReadonlyArray<EventEnvelope.EventEnvelope> {
    return this.committed.filter((e) => e.tenant === tenant)
  }

  stream(tenant: Identifier.TenantId, stream: Identifier.StreamId): ReadonlyArray<EventEnvelope.EventEnvelope> {
    return this.of(tenant).filter((e) => e.stream === stream)
  }

  /** Adds events without asking anything. */
  write(
    tenant: Identifier.TenantId,
    stream: Identifier.StreamId,
    events: ReadonlyArray<EventEnvelope.ProposedEvent>
  ): EventStore.Appended {
    const before = this.stream(tenant, stream).length
    const added = events.map((event, index) => ({ tenant, stream, version: before + index + 1, ...copy(event) }))
    this.committed = [...this.committed, ...added]
    return { version: before + events.length, duplicate: false }
  }

  append(
    tenant: Identifier.TenantId,
    stream: Identifier.StreamId,
    expected: EventStore.ExpectedVersion,
    events: ReadonlyArray<EventEnvelope.ProposedEvent>
  ): Result.Result<EventStore.Appended, VersionConflict | EventIdReused> {
    const existing = this.stream(tenant, stream)
    const versions = events.map((event) => existing.find((e) => e.id === event.id)?.version)
    if (events.length > 0 && versions.every((version) => version !== undefined)) {
      return Result.succeed({ version: Math.max(...versions), duplicate: true })
    }
    const actual = existing.length
    if (expected !== "any" && expected !== actual) {
      return Result.fail(new VersionConflict({ tenant, stream, expected, actual }))
    }
    for (const event of events) EventStore.assertStorable(event)
    const taken = new Set(this.of(tenant).map((e) => e.id))
    for (const { id } of events) {
      if (taken.has(id)) return Result.fail(new EventIdReused({ tenant, stream, id }))
      taken.add(id)
    }
    return Result.succeed(this.write(tenant, stream, events))
  }

  /** Tries all writes on a store of their own, and takes over what it holds when none is refused. */
  appendAll(
    tenant: Identifier.TenantId,
    writes: ReadonlyArray<EventStore.Write>
  ): Result.Result<ReadonlyArray<EventStore.Appended>, VersionConflict | EventIdReused> {
    const trial = new ModelStore()
    trial.committed = this.committed
    const answers: Array<EventStore.Appended> = []
    for (const { stream, expected, events } of writes) {
      const answer = trial.append(tenant, stream, expected, events)
      if (Result.isFailure(answer)) return Result.fail(answer.failure)
      answers.push(answer.success)
    }
    this.committed = trial.committed
    return Result.succeed(answers)
  }

  read(
    tenant: Identifier.TenantId,
    stream: Identifier.StreamId,
    options: EventStore.ReadOptions = {}
  ): ReadonlyArray<EventEnvelope.EventEnvelope> {
    const { from = 1, limit = Number.POSITIVE_INFINITY } = options
    const asked = this.stream(tenant, stream).filter((e) => e.version >= from)
    return copy(asked.filter((_, index) => index + 1 <= limit))
  }

  readAll(tenant: Identifier.TenantId, after: Position.Position, limit: number): ReadonlyArray<EventStore.Recorded> {
    const all = this.of(tenant).map((event, index) => ({ position: Position.Position.make(`${index + 1}`), event }))
    const asked = all.filter((recorded) => Number(recorded.position) > Number(after))
    return copy(asked.filter((_, index) => index + 1 <= limit))
  }

  checkpoint(tenant: Identifier.TenantId, consumer: Position.ConsumerId): Position.Position {
    return Position.Position.make(`${this.checkpoints.get(`${tenant}/${consumer}`) ?? 0}`)
  }

  setCheckpoint(tenant: Identifier.TenantId, consumer: Position.ConsumerId, position: Position.Position): void {
    const before = Number(this.checkpoint(tenant, consumer))
    this.checkpoints.set(`${tenant}/${consumer}`, Math.max(before, Number(position)))
  }

  put(
    tenant: Identifier.TenantId,
    person: Identifier.PersonId,
    record: Vault.PersonRecord
  ): Result.Result<void, PersonErased> {
    if (this.get(tenant, person)?._tag === "Erased") return Result.fail(new PersonErased({ tenant, person }))
    this.people.set(`${tenant}/${person}`, { _tag: "Known", record: own(record) })
    return Result.succeed(undefined)
  }

  get(tenant: Identifier.TenantId, person: Identifier.PersonId): Vault.Held | undefined {
    const held = this.people.get(`${tenant}/${person}`)
    return held?._tag === "Known" ? { _tag: "Known", record: own(held.record) } : held
  }

  erase(tenant: Identifier.TenantId, person: Identifier.PersonId): void {
    this.people.set(`${tenant}/${person}`, { _tag: "Erased" })
  }
}

/** The model as an event store. */
export const eventStore = (model: ModelStore): EventStore.EventStore["Service"] => ({
  append: (...args) => Effect.suspend(() => Effect.fromResult(model.append(...args))),
  appendAll: (...args) => Effect.suspend(() => Effect.fromResult(model.appendAll(...args))),
  read: (...args) => Effect.sync(() => model.read(...args)),
  readAll: (...args) => Effect.sync(() => model.readAll(...args)),
  checkpoint: (...args) => Effect.sync(() => model.checkpoint(...args)),
  setCheckpoint: (...args) => Effect.sync(() => model.setCheckpoint(...args))
})

/** The model as a vault. */
export const vault = (model: ModelStore): Vault.Vault["Service"] => ({
  put: (...args) => Effect.suspend(() => Effect.fromResult(model.put(...args))),
  get: (...args) => Effect.sync(() => model.get(...args)),
  erase: (...args) => Effect.sync(() => model.erase(...args))
})

/** The model as both ports, new each time it is built. */
export const layer: Layer.Layer<EventStore.EventStore | Vault.Vault> = Layer.unwrap(
  Effect.sync(() => {
    const model = new ModelStore()
    return Layer.merge(
      Layer.succeed(EventStore.EventStore, eventStore(model)),
      Layer.succeed(Vault.Vault, vault(model))
    )
  })
)
