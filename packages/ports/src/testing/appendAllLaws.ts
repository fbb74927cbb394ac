import { Identifier } from "@louyu/kernel"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import { EventStore } from "../EventStore.ts"
import * as Position from "../Position.ts"
import { type Law, refused, same } from "./Law.ts"
import { readPages } from "./readLaws.ts"
import { event, events, kept, otherStream, otherTenant, stream, tenant, write } from "./Sample.ts"

const law = (id: string, title: string, check: Law<EventStore>["check"]): Law<EventStore> => ({ id, title, check })

const third = Identifier.StreamId.make("building-3")
const written = (...versions: ReadonlyArray<number>) => versions.map((version) => ({ version, duplicate: false }))
const again = (...versions: ReadonlyArray<number>) => versions.map((version) => ({ version, duplicate: true }))

const idsInOrder = Effect.gen(function* () {
  const store = yield* EventStore
  return (yield* store.readAll(tenant, Position.start, Number.MAX_SAFE_INTEGER)).map((r) => r.event.id)
})

/** What `appendAll` promises one writer. */
export const appendAllLaws: ReadonlyArray<Law<EventStore>> = [
  law(
    "writes-order",
    "writes to several streams get the next versions of each, and stand in the order of all events as they were given",
    Effect.gen(function* () {
      const store = yield* EventStore
      const [x, a, b, c, y] = [events("x", 1), events("a", 2), events("b", 1), events("c", 3), events("y", 1)]
      yield* store.append(tenant, otherStream, 0, x)
      const writes = [write(third, 0, c), write(otherStream, 1, a), write(stream, "any", b)]
      yield* same("the answers", yield* store.appendAll(tenant, writes), written(3, 3, 1))
      yield* same("the next append", yield* store.append(tenant, otherStream, 3, y), { version: 4, duplicate: false })
      const expected = [...x, ...a, ...y].map((e, index) => kept(e, index + 1, { tenant, stream: otherStream }))
      yield* same("a stream", yield* store.read(tenant, otherStream), expected)
      yield* same("another stream", yield* store.read(tenant, stream), [kept(event("b-1"), 1)])
      yield* same("readAll", yield* idsInOrder, ["x-1", "c-1", "c-2", "c-3", "a-1", "a-2", "b-1", "y-1"])
    })
  ),
  law(
    "writes-conflict",
    "when the last write is stale nothing of any is written, no id is taken, and the right expectation still succeeds",
    Effect.gen(function* () {
      const store = yield* EventStore
      yield* store.append(tenant, third, 0, [event("x")])
      const [a, b, c] = [events("a", 2), events("b", 3), events("c", 1)]
      const writes = (last: number) => [write(stream, 0, a), write(otherStream, "any", b), write(third, last, c)]
      for (const stale of [0, 2]) {
        const attempt = store.appendAll(tenant, writes(stale))
        const conflict = yield* refused("a stale last write", "VersionConflict", attempt)
        const told = [conflict.stream, conflict.expected, conflict.actual]
        yield* same("the conflict", told, [third, stale, 1])
        yield* same("the first stream", yield* store.read(tenant, stream), [])
        yield* same("readAll", yield* idsInOrder, ["x"])
      }
      yield* same("the right writes", yield* store.appendAll(tenant, writes(1)), written(2, 3, 2))
      yield* same("readAll", yield* idsInOrder, ["x", "a-1", "a-2", "b-1", "b-2", "b-3", "c-1"])
    })
  ),
  law(
    "writes-reused",
    "when the last write holds an id in use nothing of any is written, also of streams that had events before",
    Effect.gen(function* () {
      const store = yield* EventStore
      yield* store.append(tenant, stream, 0, events("x", 2))
      const [a, b] = [events("a", 2), events("b", 2)]
      for (const bad of [event("x-1"), event("b-1")]) {
        const writes = [write(stream, 2, a), write(otherStream, 0, [...b, bad])]
        const { id } = yield* refused("an id in use", "EventIdReused", store.appendAll(tenant, writes))
        yield* same("the id told", id, bad.id)
        yield* same("the first stream", (yield* store.read(tenant, stream)).length, 2)
        yield* same("the last stream", yield* store.read(tenant, otherStream), [])
        yield* same("readAll", yield* idsInOrder, ["x-1", "x-2"])
      }
      const right = [write(stream, 2, a), write(otherStream, 0, b)]
      yield* same("the right writes", yield* store.appendAll(tenant, right), written(4, 2))
      yield* same("readAll", yield* idsInOrder, ["x-1", "x-2", "a-1", "a-2", "b-1", "b-2"])
    })
  ),
  law(
    "writes-first-refusal",
    "of several writes that are refused the first is the answer to all",
    Effect.gen(function* () {
      const store = yield* EventStore
      yield* store.append(tenant, stream, 0, [event("x")])
      const good = write(third, 0, events("a", 1))
      const stale = write(stream, 0, events("b", 1))
      const reused = write(otherStream, 0, [event("x")])
      yield* refused("stale first", "VersionConflict", store.appendAll(tenant, [good, stale, reused]))
      yield* refused("reused first", "EventIdReused", store.appendAll(tenant, [good, reused, stale]))
      yield* same("readAll", yield* idsInOrder, ["x"])
    })
  ),
  law(
    "writes-ids",
    "an id that occurs in two writes of one call is refused as reused, unless the later one is all in its stream already",
    Effect.gen(function* () {
      const store = yield* EventStore
      const a = events("a", 2)
      const cases = [
        ["in another stream", write(otherStream, 0, a)],
        ["in another stream, a part", write(otherStream, "any", [event("new"), event("a-2")])],
        ["in the same stream, a part", write(stream, 2, [event("new"), event("a-2")])]
      ] as const
      for (const [claim, last] of cases) {
        yield* refused(claim, "EventIdReused", store.appendAll(tenant, [write(stream, 0, a), last]))
      }
      yield* same("readAll", yield* idsInOrder, [])
      const twice = [write(stream, 0, a), write(stream, 0, a.slice(0, 1))]
      yield* same("in the same stream, all", yield* store.appendAll(tenant, twice), [...written(2), ...again(1)])
      yield* same("readAll", yield* idsInOrder, ["a-1", "a-2"])
    })
  ),
  law(
    "writes-retry",
    "writes sent again are each acknowledged with their own versions, also after growth, and not written twice",
    Effect.gen(function* () {
      const store = yield* EventStore
      const [a, b, c] = [events("a", 2), events("b", 1), events("c", 2)]
      const writes = [write(stream, 0, a), write(otherStream, 0, b), write(stream, 2, c)]
      yield* same("the first time", yield* store.appendAll(tenant, writes), written(2, 1, 4))
      yield* same("the second time", yield* store.appendAll(tenant, writes), again(2, 1, 4))
      yield* store.append(tenant, otherStream, 1, events("x", 3))
      yield* same("after growth", yield* store.appendAll(tenant, writes), again(2, 1, 4))
      yield* same("one of them alone", yield* store.append(tenant, stream, 0, a), { version: 2, duplicate: true })
      yield* same("readAll", yield* idsInOrder, ["a-1", "a-2", "b-1", "c-1", "c-2", "x-1", "x-2", "x-3"])
    })
  ),
  law(
    "writes-partly-known",
    "a write that is known is acknowledged and those that are new are written, or refused together with it",
    Effect.gen(function* () {
      const store = yield* EventStore
      const [a, b, c] = [events("a", 2), events("b", 2), events("c", 1)]
      yield* store.append(tenant, stream, 0, a)
      const late = [write(stream, 0, a), write(otherStream, 0, b), write(stream, 0, c)]
      yield* refused("a stale one behind a known one", "VersionConflict", store.appendAll(tenant, late))
      yield* same("readAll", yield* idsInOrder, ["a-1", "a-2"])
      const right = [write(stream, 0, a), write(otherStream, 0, b), write(stream, 2, c)]
      const answers = yield* store.appendAll(tenant, right)
      yield* same("new ones behind a known one", answers, [...again(2), ...written(2, 3)])
      yield* same("readAll", yield* idsInOrder, ["a-1", "a-2", "b-1", "b-2", "c-1"])
    })
  ),
  law(
    "writes-same-stream",
    "a later write to the same stream sees the earlier one, and is refused when it does not expect it",
    Effect.gen(function* () {
      const store = yield* EventStore
      const [a, b, c, d] = [events("a", 2), events("b", 1), events("c", 2), events("d", 1)]
      const blind = [write(stream, 0, a), write(otherStream, 0, b), write(stream, 0, c)]
      const { actual } = yield* refused("a blind one", "VersionConflict", store.appendAll(tenant, blind))
      yield* same("the version after the earlier write", actual, 2)
      yield* same("readAll", yield* idsInOrder, [])
      const seeing = [write(stream, 0, a), write(otherStream, 0, b), write(stream, 2, c), write(stream, "any", d)]
      yield* same("seeing ones", yield* store.appendAll(tenant, seeing), written(2, 1, 4, 5))
      const expected = [...a, ...c, ...d].map((e, index) => kept(e, index + 1))
      yield* same("the stream", yield* store.read(tenant, stream), expected)
    })
  ),
  law(
    "writes-empty",
    "no writes get no answers; one without events writes nothing, tells the version and still checks the expectation",
    Effect.gen(function* () {
      const store = yield* EventStore
      yield* same("no writes", yield* store.appendAll(tenant, []), [])
      yield* same("one without events", yield* store.appendAll(tenant, [write(stream, 0, [])]), written(0))
      const [a, b] = [events("a", 2), events("b", 1)]
      const early = [write(stream, 0, a), write(otherStream, 1, [])]
      yield* refused("beside one that expects too much", "VersionConflict", store.appendAll(tenant, early))
      yield* same("readAll", yield* idsInOrder, [])
      const guarded = [write(stream, 0, a), write(stream, 2, []), write(otherStream, 0, []), write(stream, 2, b)]
      yield* same("beside others", yield* store.appendAll(tenant, guarded), written(2, 2, 0, 3))
      yield* same("without expectation", yield* store.appendAll(tenant, [write(stream, "any", [])]), written(3))
      yield* refused("sent again, and no longer true", "VersionConflict", store.appendAll(tenant, guarded))
      yield* same("readAll", yield* idsInOrder, ["a-1", "a-2", "b-1"])
    })
  ),
  law(
    "writes-unstorable",
    "a bug in the last write is seen, and nothing of the writes before it is left",
    Effect.gen(function* () {
      const store = yield* EventStore
      const a = events("a", 2)
      for (const text of ["nul\u0000inside", "half \ud800"]) {
        const bad = write(otherStream, 0, [event("good"), { ...event("bad"), type: text }])
        const exit = yield* Effect.exit(store.appendAll(tenant, [write(stream, 0, a), bad]))
        yield* same(`type ${JSON.stringify(text)}`, Exit.hasDies(exit), true)
      }
      yield* same("readAll", yield* idsInOrder, [])
      const right = [write(stream, 0, a), write(otherStream, 0, [event("good")])]
      yield* same("the right writes", yield* store.appendAll(tenant, right), written(2, 1))
    })
  ),
  law(
    "writes-many",
    "writes to five hundred streams are stored whole and in order, and none of them when the last is refused",
    Effect.gen(function* () {
      const store = yield* EventStore
      const upTo500 = Array.from({ length: 500 }, (_, index) => index)
      const writes = upTo500.map((n) => write(Identifier.StreamId.make(`case-${n}`), 0, events(`c${n}`, 3)))
      const refusal = store.appendAll(tenant, [...writes, write(stream, 1, [])])
      yield* refused("with a stale one behind", "VersionConflict", refusal)
      yield* same("readAll", (yield* readPages(tenant, 1_000)).length, 0)
      yield* same("the answers", yield* store.appendAll(tenant, writes), written(...upTo500.map(() => 3)))
      const stored = (yield* readPages(tenant, 700)).map(({ event: e }) => `${e.stream} ${e.version} ${e.id}`)
      const expected = upTo500.flatMap((n) => [1, 2, 3].map((v) => `case-${n} ${v} c${n}-${v}`))
      yield* same("readAll", stored, expected)
    })
  ),
  law(
    "writes-tenants-apart",
    "writes of one tenant, and their refusal, say nothing about another's",
    Effect.gen(function* () {
      const store = yield* EventStore
      const writes = [write(stream, 0, events("a", 2)), write(otherStream, 0, events("b", 1))]
      yield* same("a tenant's", yield* store.appendAll(tenant, writes), written(2, 1))
      yield* same("the other's", yield* store.appendAll(otherTenant, writes), written(2, 1))
      const refusal = store.appendAll(tenant, [write(stream, 2, events("c", 3)), write(otherStream, 0, events("d", 1))])
      yield* refused("a stale last write", "VersionConflict", refusal)
      for (const owner of [tenant, otherTenant]) {
        const recorded = yield* readPages(owner, 2)
        const stored = recorded.map((r) => [r.event.tenant, r.event.stream, r.event.version, r.event.id])
        const at = [
          [owner, stream, 1, "a-1"],
          [owner, stream, 2, "a-2"],
          [owner, otherStream, 1, "b-1"]
        ]
        yield* same(`all of ${owner}`, stored, at)
      }
    })
  )
]
