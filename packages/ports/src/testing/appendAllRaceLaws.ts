import { Identifier } from "@louyu/kernel"
import * as Effect from "effect/Effect"
import type * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as Result from "effect/Result"
import { EventStore } from "../EventStore.ts"
import * as Position from "../Position.ts"
import { type Law, same } from "./Law.ts"
import { readPages } from "./readLaws.ts"
import { event, events, otherStream, stream, tenant, write } from "./Sample.ts"

const together = { concurrency: "unbounded" } as const
const upTo = (count: number): ReadonlyArray<number> => Array.from({ length: count }, (_, index) => index)
const rounds = 12

// One writer, so that whoever sees more of one stream than of the other has seen a part. Between the writes that
// succeed come some that are refused at the last, of which nobody may see anything.
const pairs = Effect.gen(function* () {
  const store = yield* EventStore
  for (const n of upTo(rounds)) {
    yield* Effect.yieldNow
    yield* store.appendAll(tenant, [
      write(stream, "any", events(`a${n}`, 2)),
      write(otherStream, "any", events(`b${n}`, 2))
    ])
    yield* Effect.yieldNow
    const refusal = [write(stream, "any", events(`refused${n}`, 2)), write(otherStream, 1_000, [])]
    yield* Effect.flip(store.appendAll(tenant, refusal))
  }
})

// Looks again and again while the pairs are being written, and once more in the end.
const whilePairsAreWritten = <E>(look: Effect.Effect<void, E, EventStore>) =>
  Effect.gen(function* () {
    const store = yield* EventStore
    const writer = yield* Effect.forkChild(pairs)
    let ended: Exit.Exit<unknown, unknown> | undefined
    while (ended === undefined) {
      ended = writer.pollUnsafe()
      yield* look
      yield* Effect.yieldNow
    }
    yield* Fiber.join(writer)
    yield* same("events in the end", (yield* store.read(tenant, otherStream)).length, rounds * 2)
  })

const length = (of: Identifier.StreamId) =>
  Effect.flatMap(EventStore, (store) => Effect.map(store.read(tenant, of), (read) => read.length))

/** What `appendAll` promises when several write and read at once. */
export const appendAllRaceLaws: ReadonlyArray<Law<EventStore>> = [
  {
    id: "writes-race-streams",
    title: "who has seen an event in one stream finds those written with it in the other",
    check: whilePairsAreWritten(
      Effect.gen(function* () {
        for (const [first, second] of [
          [stream, otherStream],
          [otherStream, stream]
        ] as const) {
          const seen = yield* length(first)
          const missing = Math.max(0, seen - (yield* length(second)))
          yield* same(`events of ${first} without those of ${second}`, missing, 0)
        }
      })
    )
  },
  {
    id: "writes-race-read-all",
    title: "who reads everything finds all writes of a call or none, and never any of a call that is refused",
    check: whilePairsAreWritten(
      Effect.gen(function* () {
        const store = yield* EventStore
        const recorded = yield* store.readAll(tenant, Position.start, Number.MAX_SAFE_INTEGER)
        const seen = recorded.map((r) => r.event.id)
        const whole = upTo(seen.length / 4).flatMap((n) => [`a${n}-1`, `a${n}-2`, `b${n}-1`, `b${n}-2`])
        yield* same("what was seen", seen, whole)
      })
    )
  },
  {
    id: "writes-race-one-wins",
    title: "of many who write the same streams, in whatever order, exactly one wins, and nothing of the others is left",
    check: Effect.gen(function* () {
      const store = yield* EventStore
      for (const round of upTo(4)) {
        const batch = (of: string, writer: number) => events(`r${round}-${of}${writer}`, 2)
        const results = yield* Effect.forEach(
          upTo(12),
          (writer) => {
            const writes = [
              write(stream, round * 2, batch("a", writer)),
              write(otherStream, round * 2, batch("b", writer))
            ]
            return Effect.result(store.appendAll(tenant, writer % 2 === 0 ? writes : writes.toReversed()))
          },
          together
        )
        const outcomes = results.map((r) => (Result.isSuccess(r) ? "won" : r.failure._tag)).sort()
        yield* same("the outcomes", outcomes, [...upTo(11).map(() => "VersionConflict"), "won"])
        const winner = results.findIndex(Result.isSuccess)
        for (const [of, at] of [
          ["a", stream],
          ["b", otherStream]
        ] as const) {
          const added = (yield* store.read(tenant, at)).slice(round * 2).map((e) => e.id)
          yield* same(
            `what was added to ${at}`,
            added,
            batch(of, winner).map((e) => e.id)
          )
        }
      }
    })
  },
  {
    id: "writes-race-retries-once",
    title: "the same writes sent many times at once are written once and acknowledged every time",
    check: Effect.gen(function* () {
      const store = yield* EventStore
      const send = store.appendAll(tenant, [write(stream, 0, events("a", 2)), write(otherStream, 0, events("b", 1))])
      const answers = yield* Effect.all(
        upTo(8).map(() => send),
        together
      )
      const versions = answers.map((answer) => answer.map((a) => a.version))
      yield* same(
        "the versions",
        versions,
        upTo(8).map(() => [2, 1])
      )
      const first = answers.filter((answer) => answer.every((a) => !a.duplicate)).length
      const later = answers.filter((answer) => answer.every((a) => a.duplicate)).length
      yield* same("written and acknowledged again", [first, later], [1, 7])
      yield* same("readAll", (yield* readPages(tenant, 10)).length, 3)
    })
  },
  {
    id: "writes-race-refusals",
    title: "writes that are refused take nothing from those who write at the same time",
    check: Effect.gen(function* () {
      const store = yield* EventStore
      const at = (name: string, n: number) => Identifier.StreamId.make(`${name}-${n}`)
      const refusal = (n: number) =>
        store.appendAll(tenant, [
          write(at("refused", n), 0, events(`refused${n}`, 3)),
          write(stream, 1, [event(`last${n}`)])
        ])
      const calls = upTo(10).flatMap((n) => [
        Effect.asVoid(Effect.flip(refusal(n))),
        Effect.asVoid(store.append(tenant, at("one", n), 0, events(`one${n}`, 2))),
        Effect.asVoid(
          store.appendAll(tenant, [
            write(at("two", n), 0, events(`two${n}`, 1)),
            write(otherStream, "any", [event(`all${n}`)])
          ])
        )
      ])
      yield* Effect.all(calls, together)
      const stored = (yield* readPages(tenant, 7)).map((r) => r.event.id as string).sort()
      const expected = upTo(10).flatMap((n) => [`all${n}`, `one${n}-1`, `one${n}-2`, `two${n}-1`])
      yield* same("what is stored", stored, expected.sort())
    })
  }
]
