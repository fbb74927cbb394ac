import { Identifier } from "@louyu/kernel"
import * as Effect from "effect/Effect"
import { EventStore, type Recorded } from "../EventStore.ts"
import * as Position from "../Position.ts"
import { type Law, LawBroken, same } from "./Law.ts"
import { consumer, event, events, otherStream, otherTenant, stream, tenant } from "./Sample.ts"

const ids = (recorded: ReadonlyArray<Recorded>): ReadonlyArray<string> => recorded.map((r) => r.event.id)

/** Reads everything of a tenant in pages, and does not let a store that never gets on keep the reader for ever. */
export const readPages = (of: Identifier.TenantId, limit: number) =>
  Effect.gen(function* () {
    const store = yield* EventStore
    const recorded: Array<Recorded> = []
    const places = new Set<Position.Position>()
    let after = Position.start
    while (!places.has(after)) {
      places.add(after)
      const page = yield* store.readAll(of, after, limit)
      recorded.push(...page)
      after = page.at(-1)?.position ?? after
      if (page.length < limit) return recorded
    }
    return yield* new LawBroken({ claim: "pages lead on", expected: "a later position", actual: after })
  })

const threeStreams = Effect.gen(function* () {
  const store = yield* EventStore
  yield* store.append(tenant, stream, 0, events("a", 2))
  yield* store.append(tenant, otherStream, 0, events("b", 3))
  yield* store.append(otherTenant, stream, 0, events("x", 2))
  yield* store.append(tenant, stream, 2, events("c", 2))
  return ["a-1", "a-2", "b-1", "b-2", "b-3", "c-1", "c-2"]
})

// Tries to change a value the store may share; frozen ones refuse, which is as good.
const spoil = (value: object): void => {
  for (const key of Object.keys(value)) {
    const inner: unknown = Reflect.get(value, key)
    if (typeof inner === "object" && inner !== null) spoil(inner)
    Reflect.set(value, key, "spoilt")
  }
  if (Array.isArray(value) && !Object.isFrozen(value)) value.length = 0
}

/** What `read` and `readAll` promise when nobody writes meanwhile. */
export const readLaws: ReadonlyArray<Law<EventStore>> = [
  {
    id: "read-unknown",
    title: "a stream or tenant nobody wrote to is empty",
    check: Effect.gen(function* () {
      const store = yield* EventStore
      yield* store.append(tenant, stream, 0, events("a", 1))
      yield* same("an unknown stream", yield* store.read(tenant, otherStream), [])
      yield* same("an unknown tenant", yield* store.read(otherTenant, stream), [])
      yield* same("all of an unknown tenant", yield* store.readAll(otherTenant, Position.start, 10), [])
    })
  },
  {
    id: "read-part",
    title: "a stream can be read from a version on and up to a number of events",
    check: Effect.gen(function* () {
      const store = yield* EventStore
      yield* store.append(tenant, otherStream, 0, events("b", 9))
      yield* store.append(tenant, stream, 0, events("a", 5))
      const versions = (options?: { from?: number; limit?: number }) =>
        Effect.map(store.read(tenant, stream, options), (part) => part.map((e) => e.version))
      yield* same("all", yield* versions(), [1, 2, 3, 4, 5])
      yield* same("from 4", yield* versions({ from: 4 }), [4, 5])
      yield* same("from 5", yield* versions({ from: 5 }), [5])
      yield* same("from 6", yield* versions({ from: 6 }), [])
      yield* same("from 0", yield* versions({ from: 0 }), [1, 2, 3, 4, 5])
      yield* same("two", yield* versions({ limit: 2 }), [1, 2])
      yield* same("two from 2", yield* versions({ from: 2, limit: 2 }), [2, 3])
      yield* same("many from 2", yield* versions({ from: 2, limit: Number.MAX_SAFE_INTEGER }), [2, 3, 4, 5])
      yield* same("no limit", yield* versions({ limit: Number.POSITIVE_INFINITY }), [1, 2, 3, 4, 5])
      for (const limit of [0, -1, 0.5]) yield* same(`limit ${limit}`, yield* versions({ limit }), [])
    })
  },
  {
    id: "read-all-pages",
    title: "pages of any size give every event of the tenant once, in the order of the appends",
    check: Effect.gen(function* () {
      const expected = yield* threeStreams
      for (const limit of [1, 2, 3, 7, 8, 1_000]) {
        yield* same(`pages of ${limit}`, ids(yield* readPages(tenant, limit)), expected)
      }
      const store = yield* EventStore
      for (const limit of [0, -1]) yield* same(`${limit}`, yield* store.readAll(tenant, Position.start, limit), [])
    })
  },
  {
    id: "read-all-same-for-ever",
    title: "positions and order stay the same when more is written",
    check: Effect.gen(function* () {
      const store = yield* EventStore
      yield* threeStreams
      const before = yield* readPages(tenant, 3)
      yield* store.append(otherTenant, otherStream, 0, events("y", 3))
      yield* store.append(tenant, otherStream, 3, events("d", 2))
      yield* store.append(tenant, stream, 4, events("e", 1))
      const after = yield* readPages(tenant, 3)
      yield* same("what was there", after.slice(0, before.length), before)
      yield* same("what was added", ids(after.slice(before.length)), ["d-1", "d-2", "e-1"])
      yield* same("all positions differ", new Set(after.map((r) => r.position)).size, after.length)
    })
  },
  {
    id: "read-tenants-apart",
    title: "tenants with the same streams and consumers see nothing of one another",
    check: Effect.gen(function* () {
      const store = yield* EventStore
      yield* threeStreams
      const [mine, theirs] = [yield* store.read(tenant, stream), yield* store.read(otherTenant, stream)]
      yield* same(
        "both streams",
        [mine.map((e) => e.id), theirs.map((e) => e.id)],
        [
          ["a-1", "a-2", "c-1", "c-2"],
          ["x-1", "x-2"]
        ]
      )
      yield* same("the other's order", ids(yield* readPages(otherTenant, 1)), ["x-1", "x-2"])
      const last = (yield* readPages(tenant, 10)).at(-1)?.position ?? Position.start
      yield* store.setCheckpoint(tenant, consumer, last)
      yield* same("the other's checkpoint", yield* store.checkpoint(otherTenant, consumer), Position.start)
    })
  },
  {
    id: "read-names-exact",
    title: "streams and ids that differ only in case, width or Unicode form are different",
    check: Effect.gen(function* () {
      const store = yield* EventStore
      // The last two pairs look alike and are one letter each: ohm and omega, kelvin and K.
      const names = ["Tower-A", "tower-a", "Tower-Ａ", "1", "01", "\u2126", "\u03a9", "\u212a", "K"]
      for (const name of names) {
        yield* store.append(tenant, Identifier.StreamId.make(name), 0, [event(name)])
      }
      yield* same("all events", (yield* readPages(tenant, 4)).length, names.length)
    })
  },
  {
    id: "read-apart-from-store",
    title: "changing what was handed in or out does not change the store",
    check: Effect.gen(function* () {
      const store = yield* EventStore
      const nested = { list: [{ unit: "u-1" }], name: { zh: "楼宇" } }
      const batch = [event("a", structuredClone(nested)), event("b", structuredClone(nested))]
      yield* store.append(tenant, stream, 0, batch)
      const expected = JSON.stringify(yield* store.read(tenant, stream))
      spoil(batch)
      yield* same("after changing the batch", JSON.stringify(yield* store.read(tenant, stream)), expected)
      spoil(yield* store.read(tenant, stream))
      yield* same("after changing what was read", JSON.stringify(yield* store.read(tenant, stream)), expected)
      spoil(yield* store.readAll(tenant, Position.start, 10))
      yield* same("after changing a page", JSON.stringify(yield* store.read(tenant, stream)), expected)
      yield* same(
        "readAll after it all",
        JSON.stringify((yield* store.readAll(tenant, Position.start, 10)).map((r) => r.event)),
        expected
      )
    })
  }
]
