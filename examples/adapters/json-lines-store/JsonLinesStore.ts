import { createHash } from "node:crypto"
import { accessSync } from "node:fs"
import { join } from "node:path"
import type { Identifier } from "@louyu/kernel"
import { EventStore, StoreError, Vault } from "@louyu/ports"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { openLog } from "./log.ts"
import { openPeople } from "./people.ts"

// What files throw is a failure with a name. What anything else throws is a bug, and stays a defect.
const toStoreError = (store: string, thrown: unknown): StoreError.StoreError => {
  if (!(thrown instanceof Error && "code" in thrown && typeof thrown.code === "string")) throw thrown
  const { code, message } = thrown
  if (code === "damaged") return new StoreError.StoreCorrupt({ store, at: message })
  if (code === "shared") return new StoreError.StoreLocked({ store, waitedMillis: 0 })
  if (code === "ENOENT") return new StoreError.StoreMissing({ store })
  const reason = code === "closed" ? "closed" : code === "ENOSPC" ? "diskFull" : "other"
  return new StoreError.StoreUnavailable({ store, reason, detail: code })
}

const attempt = <A>(store: string, work: () => A): Effect.Effect<A, StoreError.StoreError> =>
  Effect.try({ try: work, catch: (thrown) => toStoreError(store, thrown) })

// One file for a tenant, opened when it is first asked for. Some disks take "A" and "a" for one name, or two ways to
// write "é"; digests differ wherever ids do.
const files = <A extends { readonly close: () => void }>(
  folder: string,
  open: (path: string, tenant: Identifier.TenantId) => A
) => {
  const opened = new Map<Identifier.TenantId, A>()
  const ask = <B>(tenant: Identifier.TenantId, question: (file: A) => B) =>
    attempt(folder, () => {
      const digest = createHash("sha256").update(tenant).digest("hex")
      const file = opened.get(tenant) ?? open(join(folder, digest), tenant)
      opened.set(tenant, file)
      return question(file)
    })
  const close = Effect.sync(() => [...opened.values()].map((file) => file.close()))
  return Effect.acquireRelease(Effect.succeed(ask), () => close)
}

/**
 * An event store and vault as lines of JSON in a folder that exists. For one process at a time; all of it is in memory.
 *
 * Fails: `StoreMissing` when there is no such folder; `StoreCorrupt` when a tenant is asked for whose file is damaged.
 */
export const layer = (folder: string): Layer.Layer<EventStore.EventStore | Vault.Vault, StoreError.StoreError> =>
  Effect.gen(function* () {
    yield* attempt(folder, () => accessSync(folder))
    const log = yield* files(folder, (path, tenant) => openLog(`${path}.events.jsonl`, tenant))
    const people = yield* files(folder, (path) => openPeople(`${path}.people.jsonl`))
    const appendAll = (tenant: Identifier.TenantId, writes: ReadonlyArray<EventStore.Write>) =>
      log(tenant, (file) => file.append(writes)).pipe(Effect.flatMap(Effect.fromResult))
    const eventStore = EventStore.EventStore.of({
      append: (tenant, stream, expected, events) =>
        Effect.map(appendAll(tenant, [{ stream, expected, events }]), (one) => one.reduce((_, answer) => answer)),
      appendAll,
      read: (tenant, stream, options) => log(tenant, (file) => file.read(stream, options)),
      readAll: (tenant, after, limit) => log(tenant, (file) => file.readAll(after, limit)),
      checkpoint: (tenant, consumer) => log(tenant, (file) => file.checkpoint(consumer)),
      setCheckpoint: (tenant, consumer, position) => log(tenant, (file) => file.setCheckpoint(consumer, position))
    })
    const vault = Vault.Vault.of({
      get: (tenant, person) => people(tenant, (file) => file.get(person)),
      erase: (tenant, person) => people(tenant, (file) => file.erase(person)),
      put: Effect.fnUntraced(function* (tenant, person, record) {
        const held = yield* people(tenant, (file) => file.get(person))
        if (held?._tag === "Erased") return yield* new StoreError.PersonErased({ tenant, person })
        yield* people(tenant, (file) => file.put(person, record))
      })
    })
    return Context.make(EventStore.EventStore, eventStore).pipe(Context.add(Vault.Vault, vault))
  }).pipe(Layer.effectContext)
