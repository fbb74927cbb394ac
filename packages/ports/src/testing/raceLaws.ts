import { Identifier } from "@louyu/kernel"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Result from "effect/Result"
import { EventStore, type Recorded } from "../EventStore.ts"
import * as Position from "../Position.ts"
import { type Law, LawBroken, same } from "./Law.ts"
import { readPages } from "./readLaws.ts"
import { event, events, stream, tenant } from "./Sample.ts"

const together = { concurrency: "unbounded" } as const
const upTo = (count: number): ReadonlyArray<number> => Array.from({ length: count }, (_, index) => index)
const streamNo = (index: number): Identifier.StreamId => Identifier.StreamId.make(`stream-${index}`)

/** How often a writer reads and decides again before a law calls the store stuck. */
const patience = 1_000

// What every caller does: read, decide, append with what was read; on a conflict again. The pauses, of different
// lengths, let others in between reading and writing, also when the store itself never waits. Every event says which
// version its writer had seen.
const appendWithRetry = (at: Identifier.StreamId, writer: number, ids: string, count: number) =>
  Effect.gen(function* () {
    const store = yield* EventStore
    for (let attempt = 0; attempt < patience; attempt++) {
      const { length } = yield* store.read(tenant, at)
      for (const _ of upTo(1 + ((writer + attempt) % 3))) yield* Effect.yieldNow
      const batch = upTo(count).map((n) => event(`${ids}-${n + 1}`, { seen: length }))
      const result = yield* Effect.result(store.append(tenant, at, length, batch))
      if (Result.isSuccess(result)) return
      if (result.failure._tag !== "VersionConflict") return yield* result.failure
    }
    return yield* new LawBroken({ claim: "a writer gets through", expected: "success", actual: "endless conflicts" })
  })

const manyWriters = (writers: number, appends: number, streams: number) =>
  Effect.forEach(
    upTo(writers),
    (writer) =>
      Effect.forEach(upTo(appends), (n) =>
        appendWithRetry(streamNo((writer + n) % streams), writer, `w${writer}-${n}`, 1 + (n % 3))
      ),
    together
  )

// Reads on while others write, until they have finished and nothing is left.
const follow = (writers: Fiber.Fiber<unknown, unknown>) =>
  Effect.gen(function* () {
    const store = yield* EventStore
    const seen: Array<Recorded> = []
    let after = Position.start
    for (;;) {
      const finished = writers.pollUnsafe() !== undefined
      const page = yield* store.readAll(tenant, after, 3)
      seen.push(...page)
      after = page.at(-1)?.position ?? after
      if (finished && page.length === 0) return seen
      yield* Effect.yieldNow
    }
  })

/** What a store promises when several write and read at once. */
export const raceLaws: ReadonlyArray<Law<EventStore>> = [
  {
    id: "race-one-wins",
    title: "of many writers with the same expectation exactly one succeeds, and only its events are stored",
    check: Effect.gen(function* () {
      const store = yield* EventStore
      for (const round of upTo(4)) {
        const results = yield* Effect.forEach(
          upTo(16),
          (writer) => Effect.result(store.append(tenant, stream, round * 2, events(`r${round}-w${writer}`, 2))),
          together
        )
        const outcomes = results.map((r) => (Result.isSuccess(r) ? "won" : r.failure._tag)).sort()
        yield* same("the outcomes", outcomes, [...upTo(15).map(() => "VersionConflict"), "won"])
        const winner = results.findIndex(Result.isSuccess)
        const added = yield* store.read(tenant, stream, { from: round * 2 + 1 })
        yield* same(
          "what was added",
          added.map((e) => `${e.version} ${e.id}`),
          upTo(2).map((n) => `${round * 2 + n + 1} r${round}-w${winner}-${n + 1}`)
        )
      }
    })
  },
  {
    id: "race-streams-independent",
    title: "writers of different streams never refuse one another",
    check: Effect.gen(function* () {
      const store = yield* EventStore
      const results = yield* Effect.forEach(
        upTo(12),
        (writer) =>
          Effect.forEach(upTo(5), (n) =>
            Effect.result(store.append(tenant, streamNo(writer), n * 2, events(`w${writer}-${n}`, 2)))
          ),
        together
      )
      yield* same("the refusals", results.flat().filter(Result.isFailure).length, 0)
      yield* same("the events", (yield* readPages(tenant, 50)).length, 120)
    })
  },
  {
    id: "race-nothing-lost",
    title:
      "many writers of few streams lose nothing, double nothing, mix no batches, and build only on what they have seen",
    check: Effect.gen(function* () {
      const store = yield* EventStore
      yield* manyWriters(8, 6, 3)
      const ids: Array<string> = []
      for (const index of upTo(3)) {
        const read = yield* store.read(tenant, streamNo(index))
        yield* same(
          "the versions",
          read.map((e) => e.version),
          upTo(read.length).map((n) => n + 1)
        )
        for (const e of read) {
          // Number i of a batch stands i places after the version its writer had seen, so nothing came in between.
          const number = Number(/\d+$/u.exec(e.id)?.[0])
          yield* same(`what the writer of ${e.id} had seen`, e.data, { seen: e.version - number })
          ids.push(e.id)
        }
      }
      const expected = upTo(8).flatMap((w) => upTo(6).flatMap((n) => events(`w${w}-${n}`, 1 + (n % 3))))
      yield* same("the events", ids.sort(), expected.map((e) => e.id as string).sort())
    })
  },
  {
    id: "race-retries-once",
    title: "the same batch sent many times at once is written once and acknowledged every time",
    check: Effect.gen(function* () {
      const store = yield* EventStore
      const send = store.append(tenant, stream, 0, events("a", 3))
      const answers = yield* Effect.all(
        upTo(8).map(() => send),
        together
      )
      yield* same("the versions", new Set(answers.map((a) => a.version)).size, 1)
      yield* same("written", answers.filter((a) => !a.duplicate).length, 1)
      yield* same("the stream", (yield* store.read(tenant, stream)).length, 3)
    })
  },
  {
    id: "race-read-all",
    title: "a reader that follows while others write sees every event exactly once, in the order that stays",
    check: Effect.gen(function* () {
      const writers = yield* Effect.forkChild(manyWriters(6, 8, 4))
      const seen = yield* follow(writers)
      yield* Fiber.join(writers)
      const expected = yield* readPages(tenant, 1_000)
      yield* same("the count", expected.length, 6 * (1 + 2 + 3 + 1 + 2 + 3 + 1 + 2))
      yield* same("what was seen", seen, expected)
      for (const index of upTo(4)) {
        const versions = seen.filter((r) => r.event.stream === streamNo(index)).map((r) => r.event.version)
        yield* same(
          "versions in order",
          versions,
          upTo(versions.length).map((n) => n + 1)
        )
      }
    })
  },
  {
    id: "race-whole-batches",
    title: "a reader never sees a part of a batch, also while it is being written",
    check: Effect.gen(function* () {
      const store = yield* EventStore
      const writers = yield* Effect.forkChild(
        // One after the other: several in step could add up to whole batches.
        Effect.forEach(upTo(12), (n) =>
          Effect.andThen(Effect.yieldNow, store.append(tenant, stream, "any", events(`b${n}`, 3)))
        )
      )
      for (;;) {
        const finished = writers.pollUnsafe() !== undefined
        const { length } = yield* store.read(tenant, stream)
        yield* same("events seen beyond whole batches", length % 3, 0)
        if (finished) return yield* same("events in the end", length, 36)
        yield* Effect.yieldNow
      }
    })
  }
]
