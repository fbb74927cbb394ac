import type { Identifier } from "@louyu/kernel"
import { EventStore, Position, StoreError, Vault } from "@louyu/ports"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import { TenantLog } from "./TenantLog.ts"

const eventStore = (): EventStore.EventStore["Service"] => {
  const logs = new Map<Identifier.TenantId, TenantLog>()
  const of = (tenant: Identifier.TenantId): TenantLog => {
    const known = logs.get(tenant)
    if (known !== undefined) return known
    const log = new TenantLog(tenant)
    logs.set(tenant, log)
    return log
  }
  return {
    append: (tenant, stream, expected, events) =>
      Effect.suspend(() => {
        const outcome = of(tenant).append(stream, expected, events)
        return "duplicate" in outcome ? Effect.succeed(outcome) : Effect.fail(outcome)
      }),
    appendAll: (tenant, writes) => Effect.suspend(() => Effect.fromResult(of(tenant).appendAll(writes))),
    read: (tenant, stream, options) => Effect.sync(() => logs.get(tenant)?.read(stream, options) ?? []),
    readAll: (tenant, after, limit) =>
      Effect.sync(() => logs.get(tenant)?.readAll(Position.toCount(after), limit) ?? []),
    checkpoint: (tenant, consumer) =>
      Effect.sync(() => Position.afterCount(logs.get(tenant)?.checkpoints.get(consumer) ?? 0)),
    setCheckpoint: (tenant, consumer, position) =>
      Effect.sync(() => {
        const { checkpoints } = of(tenant)
        checkpoints.set(consumer, Math.max(Position.toCount(position), checkpoints.get(consumer) ?? 0))
      })
  }
}

// Records are kept in their encoded form and wrapped again for every reader, so that nobody shares one with the vault.
const encode = Schema.encodeEffect(Vault.PersonRecord)
const decode = Schema.decodeEffect(Vault.PersonRecord)
const erased: Vault.Held = Object.freeze({ _tag: "Erased" })

const vault = (): Vault.Vault["Service"] => {
  const people = new Map<string, typeof Vault.PersonRecord.Encoded | typeof erased>()
  // Ids hold no blanks, so a blank keeps the two apart.
  const key = (tenant: Identifier.TenantId, person: Identifier.PersonId) => `${tenant} ${person}`
  return {
    put: (tenant, person, record) =>
      Effect.gen(function* () {
        if (people.get(key(tenant, person)) === erased) return yield* new StoreError.PersonErased({ tenant, person })
        people.set(key(tenant, person), yield* Effect.orDie(encode(record)))
      }),
    get: (tenant, person) =>
      Effect.gen(function* () {
        const kept = people.get(key(tenant, person))
        if (kept === undefined || "_tag" in kept) return kept
        return { _tag: "Known", record: yield* Effect.orDie(decode(kept)) }
      }),
    erase: (tenant, person) => Effect.sync(() => people.set(key(tenant, person), erased))
  }
}

/**
 * An event store and vault in memory, new and empty each time the layer is built; gone when the process ends.
 *
 * Shape: frozen events are shared with readers, so reading copies nothing.
 * Cost: an append O(batch) whatever is stored already; `read` and `readAll` O(answer).
 */
export const layer: Layer.Layer<EventStore.EventStore | Vault.Vault> = Layer.effectContext(
  Effect.sync(() => Context.make(EventStore.EventStore, eventStore()).pipe(Context.add(Vault.Vault, vault())))
)
