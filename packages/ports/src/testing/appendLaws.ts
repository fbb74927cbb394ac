import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as fc from "fast-check"
import { EventStore } from "../EventStore.ts"
import * as Position from "../Position.ts"
import { type Law, refused, same } from "./Law.ts"
import { holdsForAll } from "./property.ts"
import { anyEvent, event, events, kept, otherStream, stream, tenant } from "./Sample.ts"

const law = (id: string, title: string, check: Law<EventStore>["check"]): Law<EventStore> => ({ id, title, check })

const all = Number.MAX_SAFE_INTEGER

/** What `append` promises one writer. */
export const appendLaws: ReadonlyArray<Law<EventStore>> = [
  law(
    "append-versions",
    "events get the versions 1, 2, 3, … of their stream in the order given",
    Effect.gen(function* () {
      const store = yield* EventStore
      const [a, b, c] = [events("a", 1), events("b", 3), events("c", 1)]
      yield* same("the first append", yield* store.append(tenant, stream, 0, a), { version: 1, duplicate: false })
      yield* same("another stream", yield* store.append(tenant, otherStream, 0, c), { version: 1, duplicate: false })
      yield* same("the next append", yield* store.append(tenant, stream, 1, b), { version: 4, duplicate: false })
      const expected = [...a, ...b].map((e, index) => kept(e, index + 1))
      yield* same("the stream", yield* store.read(tenant, stream), expected)
    })
  ),
  law(
    "append-round-trip",
    "an event comes back exactly as it was given, whatever its texts and data, from read and readAll",
    holdsForAll(
      fc.tuple(fc.uuid(), fc.uuid()).chain(([a, b]) => fc.tuple(anyEvent(a), anyEvent(b))),
      (batch, fresh) =>
        Effect.gen(function* () {
          const store = yield* EventStore
          yield* store.append(fresh, stream, 0, batch)
          const expected = batch.map((e, index) => kept(e, index + 1, { tenant: fresh, stream }))
          yield* same("read", yield* store.read(fresh, stream), expected)
          const recorded = yield* store.readAll(fresh, Position.start, 10)
          yield* same(
            "readAll",
            recorded.map((r) => r.event),
            expected
          )
        })
    )
  ),
  law(
    "append-expectation",
    "a wrong expectation is refused with what was expected and what is there, whether too low, too high or no version",
    Effect.gen(function* () {
      const store = yield* EventStore
      yield* store.append(tenant, stream, 0, events("a", 3))
      for (const expected of [0, 2, 4, 5, -1, 2.5]) {
        const attempt = store.append(tenant, stream, expected, events(`late-${expected}`, 1))
        const { actual, expected: told } = yield* refused(`expecting ${expected} at 3`, "VersionConflict", attempt)
        yield* same("the conflict", { told, actual }, { told: expected, actual: 3 })
      }
      const early = store.append(tenant, otherStream, 1, events("early", 1))
      const { actual } = yield* refused("expecting 1 of a stream without events", "VersionConflict", early)
      yield* same("the version of a stream without events", actual, 0)
    })
  ),
  law(
    "append-refusal-leaves-nothing",
    "a refused append leaves stream, order and ids as they were, and the right expectation still succeeds",
    Effect.gen(function* () {
      const store = yield* EventStore
      const [a, b] = [events("a", 2), events("b", 2)]
      yield* store.append(tenant, stream, 0, a)
      yield* refused("a stale append", "VersionConflict", store.append(tenant, stream, 1, b))
      yield* refused("an early append", "VersionConflict", store.append(tenant, stream, 3, b))
      yield* same("readAll", (yield* store.readAll(tenant, Position.start, all)).length, 2)
      yield* same("the right append", yield* store.append(tenant, stream, 2, b), { version: 4, duplicate: false })
      yield* same(
        "a stale one again",
        (yield* Effect.exit(store.append(tenant, stream, 2, events("c", 1))))._tag,
        "Failure"
      )
      const expected = [...a, ...b].map((e, index) => kept(e, index + 1))
      yield* same("the stream", yield* store.read(tenant, stream), expected)
    })
  ),
  law(
    "append-any",
    "an append without expectation succeeds at any version",
    Effect.gen(function* () {
      const store = yield* EventStore
      const first = yield* store.append(tenant, stream, "any", events("a", 2))
      const second = yield* store.append(tenant, stream, "any", events("b", 1))
      yield* same("both appends", [first.version, second.version], [2, 3])
    })
  ),
  law(
    "append-all-or-nothing",
    "a batch of which one event cannot be stored leaves none of its events and none of their ids",
    Effect.gen(function* () {
      const store = yield* EventStore
      yield* store.append(tenant, otherStream, 0, [event("taken")])
      const [a, b] = [event("a"), event("b")]
      const bad = store.append(tenant, stream, 0, [a, b, event("taken")])
      yield* refused("a batch with an id in use", "EventIdReused", bad)
      yield* same("the stream", yield* store.read(tenant, stream), [])
      yield* same("readAll", (yield* store.readAll(tenant, Position.start, all)).length, 1)
      yield* same("the batch without it", yield* store.append(tenant, stream, 0, [b, a]), {
        version: 2,
        duplicate: false
      })
      yield* same("the stream", yield* store.read(tenant, stream), [kept(b, 1), kept(a, 2)])
    })
  ),
  law(
    "append-empty",
    "an empty batch writes nothing, tells the stream's version and still checks the expectation",
    Effect.gen(function* () {
      const store = yield* EventStore
      yield* same("on nothing", yield* store.append(tenant, stream, 0, []), { version: 0, duplicate: false })
      yield* store.append(tenant, stream, 0, events("a", 2))
      yield* same("at 2", yield* store.append(tenant, stream, 2, []), { version: 2, duplicate: false })
      yield* same("at any", yield* store.append(tenant, stream, "any", []), { version: 2, duplicate: false })
      yield* refused("a stale empty batch", "VersionConflict", store.append(tenant, stream, 1, []))
      yield* same("the stream", (yield* store.read(tenant, stream)).length, 2)
    })
  ),
  law(
    "append-many",
    "a batch of two thousand events is stored whole and in order",
    Effect.gen(function* () {
      const store = yield* EventStore
      const batch = events("a", 2_000)
      yield* same("the append", yield* store.append(tenant, stream, 0, batch), { version: 2_000, duplicate: false })
      const ids = (yield* store.read(tenant, stream)).map((e) => `${e.version} ${e.id}`)
      yield* same(
        "the stream",
        ids,
        batch.map((e, index) => `${index + 1} ${e.id}`)
      )
    })
  ),
  law(
    "append-unstorable",
    "an event with a text that some engine would cut or change is a bug that is seen, and its batch is not written",
    Effect.gen(function* () {
      const store = yield* EventStore
      for (const text of ["nul\u0000inside", "half \ud800", "\udc00 half"]) {
        for (const field of ["type", "causation", "correlation"]) {
          const batch = [event("good"), { ...event("bad"), [field]: text }]
          const exit = yield* Effect.exit(store.append(tenant, stream, 0, batch))
          yield* same(`${field} with ${JSON.stringify(text)}`, Exit.hasDies(exit), true)
        }
      }
      yield* same("the stream", yield* store.read(tenant, stream), [])
      yield* store.append(tenant, stream, 0, [event("good")])
    })
  )
]
