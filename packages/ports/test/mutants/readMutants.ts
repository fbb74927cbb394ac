import { type EventEnvelope, Identifier } from "@louyu/kernel"
import { Position } from "@louyu/ports"
import { ModelStore } from "@louyu/ports/testing"
import * as Effect from "effect/Effect"
import { type Mutant, mutant, variant } from "./Mutant.ts"

type Envelope = EventEnvelope.EventEnvelope

// Keeps and hands out the very objects it was given.
class Sharing extends ModelStore.ModelStore {
  readonly #kept = new Map<string, Array<Envelope>>()
  override write(...[tenant, stream, events]: Parameters<ModelStore.ModelStore["write"]>) {
    const appended = super.write(tenant, stream, events)
    const kept = this.#kept.get(stream) ?? []
    for (const event of events) kept.push(Object.assign(event, { tenant, stream, version: kept.length + 1 }))
    this.#kept.set(stream, kept)
    return appended
  }
  override read(...[, stream]: Parameters<ModelStore.ModelStore["read"]>) {
    return this.#kept.get(stream) ?? []
  }
}

// Hands out the list it keeps.
class Lending extends ModelStore.ModelStore {
  override read(...[tenant, stream]: Parameters<ModelStore.ModelStore["read"]>) {
    return this.committed.every((e) => e.tenant === tenant && e.stream === stream) ? this.committed : []
  }
}

const renamed = (fault: string, brokenLaws: ReadonlyArray<string>, rename: (name: string) => string): Mutant =>
  mutant(fault, brokenLaws, (_, store) => ({
    append: (tenant, stream, expected, events) =>
      store.append(tenant, Identifier.StreamId.make(rename(stream)), expected, events)
  }))

export const readMutants: ReadonlyArray<Mutant> = [
  mutant("gives somebody's events for an unknown stream", ["read-unknown"], (model, store) => ({
    read: (tenant, stream, options) =>
      Effect.map(store.read(tenant, stream, options), (read) => (read.length > 0 ? read : model.committed))
  })),
  mutant("reads from after a version instead of from it", ["read-part"], (_, store) => ({
    read: (tenant, stream, { from = 0, ...rest } = {}) => store.read(tenant, stream, { from: from + 1, ...rest })
  })),
  mutant("takes a limit of 0 for none", ["read-part", "model"], (_, store) => ({
    read: (tenant, stream, { limit = 0, ...rest } = {}) =>
      store.read(tenant, stream, limit === 0 ? rest : { ...rest, limit })
  })),
  mutant("counts a limit from the beginning of the stream", ["read-part"], (_, store) => ({
    read: (tenant, stream, options = {}) =>
      Effect.map(store.read(tenant, stream, { from: options.from ?? 1 }), (events) =>
        events.filter((e) => e.version <= (options.limit ?? e.version))
      )
  })),
  mutant("gives the last event of a page again on the next", ["read-all-pages"], (_, store) => ({
    readAll: (tenant, after, limit) => store.readAll(tenant, Position.afterCount(Math.max(0, Number(after) - 1)), limit)
  })),
  mutant("leaves an event out between pages", ["read-all-pages", "model"], (_, store) => ({
    readAll: (tenant, after, limit) =>
      store.readAll(tenant, after === Position.start ? after : Position.afterCount(Number(after) + 1), limit)
  })),
  mutant("reads everything whatever the limit", ["read-all-pages"], (_, store) => ({
    readAll: (tenant, after) => store.readAll(tenant, after, Number.MAX_SAFE_INTEGER)
  })),
  mutant("orders all events by stream", ["read-all-pages", "read-all-same-for-ever"], (model) => ({
    readAll: (tenant, after, limit) =>
      Effect.sync(() => {
        const sorted = model.of(tenant).toSorted((a, b) => (a.stream < b.stream ? -1 : a.stream > b.stream ? 1 : 0))
        const all = sorted.map((event, index) => ({ position: Position.afterCount(index + 1), event }))
        return all.slice(Number(after), Number(after) + Math.max(0, limit))
      })
  })),
  mutant("counts positions from the end", ["read-all-same-for-ever"], (model, store) => ({
    readAll: (tenant, after, limit) =>
      Effect.gen(function* () {
        const count = model.of(tenant).length
        const begin = after === Position.start ? 0 : count - Number(after) + 1
        const page = yield* store.readAll(tenant, Position.afterCount(begin), limit)
        return page.map((r) => ({ ...r, position: Position.afterCount(count - Number(r.position) + 1) }))
      })
  })),
  mutant("reads the streams of all tenants", ["read-tenants-apart"], (model) => ({
    read: (_tenant, stream) => Effect.sync(() => model.committed.filter((e) => e.stream === stream))
  })),
  mutant("reads all events of all tenants", ["read-tenants-apart"], (model) => ({
    readAll: (_tenant, after, limit) =>
      Effect.sync(() =>
        model.committed
          .map((event, index) => ({ position: Position.afterCount(index + 1), event }))
          .slice(Number(after), Number(after) + Math.max(0, limit))
      )
  })),
  mutant("keeps one checkpoint of a consumer for all tenants", ["read-tenants-apart"], (_, store) => {
    const all = Identifier.TenantId.make("all")
    return {
      checkpoint: (_tenant, consumer) => store.checkpoint(all, consumer),
      setCheckpoint: (_tenant, consumer, position) => store.setCheckpoint(all, consumer, position)
    }
  }),
  renamed("takes upper and lower case for the same", ["read-names-exact"], (name) => name.toLowerCase()),
  renamed("takes Unicode forms for the same", ["read-names-exact"], (name) => name.normalize("NFC")),
  renamed("takes wide and narrow letters for the same", ["read-names-exact"], (name) => name.normalize("NFKC")),
  variant("keeps the objects it was given", ["read-apart-from-store"], () => new Sharing()),
  variant("hands out the list it keeps", ["read-apart-from-store"], () => new Lending())
]
