import { readFileSync } from "node:fs"
import { Identifier } from "@louyu/kernel"
import { EventStore, Position } from "@louyu/ports"
import { Sample } from "@louyu/ports/testing"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { SqliteStore } from "../src/index.ts"
import { newStore, temporary } from "./temporary.ts"

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index)
const together = { concurrency: "unbounded" } as const
const streamNo = (index: number) => Identifier.StreamId.make(`stream-${index}`)

// A commit is a frame of the write-ahead log that says how large the file is; https://www.sqlite.org/fileformat2.html.
const commitsIn = (file: string): number => {
  const log = readFileSync(`${file}-wal`)
  if (log.length === 0) return 0
  const frame = 24 + log.readUInt32BE(8)
  return upTo(Math.floor((log.length - 32) / frame)).filter((n) => log.readUInt32BE(32 + n * frame + 4) !== 0).length
}

const run = <A, E>(effect: Effect.Effect<A, E, EventStore.EventStore>): Promise<A> =>
  Effect.runPromise(Effect.provide(effect, temporary()))

describe("appends that come together", () => {
  it("share one commit, and those that come one after the other have one each", () =>
    Effect.runPromise(
      Effect.gen(function* () {
        const file = yield* newStore
        yield* Effect.gen(function* () {
          const store = yield* EventStore.EventStore
          const one = (n: number) => store.append(Sample.tenant, streamNo(n), 0, Sample.events(`a${n}`, 2))
          const before = commitsIn(file)
          yield* Effect.forEach(upTo(64), one, together)
          expect(commitsIn(file) - before).toBe(1)
          yield* Effect.forEach([64, 65, 66], one)
          expect(commitsIn(file) - before).toBe(4)
          expect(yield* store.readAll(Sample.tenant, Position.start, 1_000)).toHaveLength(134)
        }).pipe(Effect.provide(SqliteStore.layer({ file })))
      }).pipe(Effect.scoped)
    ))

  it("are judged one by one: refusals of some leave nothing and do not touch the others", () =>
    run(
      Effect.gen(function* () {
        const store = yield* EventStore.EventStore
        yield* store.append(Sample.tenant, streamNo(0), 0, [Sample.event("taken")])
        const send = (stream: number, expected: number, ...ids: ReadonlyArray<string>) =>
          store.append(
            Sample.tenant,
            streamNo(stream),
            expected,
            ids.map((id) => Sample.event(id))
          )
        const outcomes = yield* Effect.forEach(
          [
            send(1, 0, "a-1", "a-2"),
            send(1, 0, "b-1"),
            send(2, 0, "c-1", "c-2", "taken"),
            send(2, 0, "c-1", "c-2"),
            send(1, 2, "d-1"),
            send(0, 0, "taken"),
            send(3, 1, "e-1")
          ],
          Effect.result,
          together
        )
        expect(outcomes).toMatchObject([
          { success: { version: 2, duplicate: false } },
          { failure: { _tag: "VersionConflict", actual: 2 } },
          { failure: { _tag: "EventIdReused", id: "taken" } },
          { success: { version: 2, duplicate: false } },
          { success: { version: 3, duplicate: false } },
          { success: { version: 1, duplicate: true } },
          { failure: { _tag: "VersionConflict", actual: 0 } }
        ])
        const ids = (yield* store.readAll(Sample.tenant, Position.start, 100)).map((r) => r.event.id)
        expect(ids).toEqual(["taken", "a-1", "a-2", "c-1", "c-2", "d-1"])
      })
    ))

  it("to several streams take back their own events when refused, and none that others wrote before or write after", () =>
    run(
      Effect.gen(function* () {
        const store = yield* EventStore.EventStore
        const send = (tenant: Identifier.TenantId, ...writes: ReadonlyArray<readonly [number, number, ...string[]]>) =>
          store.appendAll(
            tenant,
            writes.map(([stream, expected, ...ids]) =>
              Sample.write(
                streamNo(stream),
                expected,
                ids.map((id) => Sample.event(id))
              )
            )
          )
        const mine = Sample.tenant
        const outcomes = yield* Effect.forEach(
          [
            send(mine, [0, 0, "a-1", "a-2"], [1, 0, "b-1"]),
            send(Sample.otherTenant, [0, 0, "x-1", "x-2", "x-3", "x-4"]),
            send(mine, [0, 2, "c-1"], [2, 0, "d-1"], [1, 0, "e-1"]),
            send(mine, [2, 0, "c-1"], [0, 2, "f-1", "f-2", "b-1"]),
            send(mine, [0, 2, "c-1"], [2, 0, "d-1"], [1, 1, "e-1"]),
            send(mine, [0, 0, "a-1", "a-2"], [1, 0, "b-1"])
          ],
          Effect.result,
          together
        )
        expect(outcomes).toMatchObject([
          { success: [{ version: 2 }, { version: 1 }] },
          { success: [{ version: 4 }] },
          { failure: { _tag: "VersionConflict", stream: "stream-1", expected: 0, actual: 1 } },
          { failure: { _tag: "EventIdReused", stream: "stream-0", id: "b-1" } },
          { success: [{ version: 3 }, { version: 1 }, { version: 2 }] },
          { success: [{ duplicate: true }, { duplicate: true }] }
        ])
        const of = (tenant: Identifier.TenantId) =>
          Effect.map(store.readAll(tenant, Position.start, 100), (all) => all.map((r) => r.event.id))
        expect(yield* of(mine)).toEqual(["a-1", "a-2", "b-1", "c-1", "d-1", "e-1"])
        expect(yield* of(Sample.otherTenant)).toEqual(["x-1", "x-2", "x-3", "x-4"])
      })
    ))

  it("are saved from one that cannot be written at all: only its caller learns of the bug", () =>
    run(
      Effect.gen(function* () {
        const store = yield* EventStore.EventStore
        const circular: Record<string, never> = {}
        Reflect.set(circular, "self", circular)
        const bad = store.append(Sample.tenant, streamNo(1), 0, [
          Sample.event("bad-1"),
          Sample.event("bad-2", circular)
        ])
        const good = (n: number) => store.append(Sample.tenant, streamNo(n), "any", [Sample.event(`good-${n}`)])
        const exits = yield* Effect.forEach([good(0), bad, good(1), good(2)], Effect.exit, together)
        expect(exits.map(Exit.isSuccess)).toEqual([true, false, true, true])
        expect(exits.map(Exit.hasDies)).toEqual([false, true, false, false])
        const ids = (yield* store.readAll(Sample.tenant, Position.start, 100)).map((r) => r.event.id)
        expect(ids).toEqual(["good-0", "good-1", "good-2"])
      })
    ))

  it("are left out when their caller gave up before they were written", () =>
    run(
      Effect.gen(function* () {
        const store = yield* EventStore.EventStore
        const waiting = yield* Effect.forkChild(store.append(Sample.tenant, streamNo(0), 0, [Sample.event("never")]), {
          startImmediately: true
        })
        const kept = yield* Effect.forkChild(store.append(Sample.tenant, streamNo(1), 0, [Sample.event("kept")]), {
          startImmediately: true
        })
        yield* Fiber.interrupt(waiting)
        yield* Fiber.join(kept)
        const ids = (yield* store.readAll(Sample.tenant, Position.start, 100)).map((r) => r.event.id)
        expect(ids).toEqual(["kept"])
      })
    ))

  it("are written before the store closes", () =>
    Effect.runPromise(
      Effect.gen(function* () {
        const file = yield* newStore
        const store = yield* Effect.flatMap(EventStore.EventStore, (open) =>
          Effect.gen(function* () {
            const append = open.append(Sample.tenant, streamNo(0), 0, [Sample.event("late")])
            const fiber = yield* Effect.forkDetach(append, { startImmediately: true })
            return { fiber }
          })
        ).pipe(Effect.provide(SqliteStore.layer({ file })))
        expect(yield* Fiber.join(store.fiber)).toEqual({ version: 1, duplicate: false })
        const read = Effect.flatMap(EventStore.EventStore, (open) => open.read(Sample.tenant, streamNo(0)))
        expect(yield* Effect.provide(read, SqliteStore.layer({ file }))).toHaveLength(1)
      }).pipe(Effect.scoped)
    ))

  it("come out the same as one after the other, however many come at once and whatever they want", () =>
    run(
      Effect.gen(function* () {
        const store = yield* EventStore.EventStore
        const context = yield* Effect.context<EventStore.EventStore>()
        const write = fc
          .record({
            stream: fc.nat({ max: 2 }).map(streamNo),
            expected: fc.oneof(fc.constant("any" as const), fc.nat({ max: 3 })),
            ids: fc.array(fc.nat({ max: 25 }), { minLength: 1, maxLength: 3 })
          })
          .map(({ stream, expected, ids }) =>
            Sample.write(
              stream,
              expected,
              ids.map((id) => Sample.event(`e-${id}`))
            )
          )
        const call = fc.array(write, { minLength: 1, maxLength: 3 })
        let count = 0
        const property = fc.asyncProperty(fc.array(call, { minLength: 2, maxLength: 30 }), async (calls) => {
          const play = (of: string, options: { readonly concurrency: "unbounded" | 1 }) =>
            Effect.gen(function* () {
              const tenant = Identifier.TenantId.make(`${of}-${count}`)
              const outcomes = yield* Effect.forEach(
                calls,
                (writes) => {
                  const [first, ...others] = writes
                  const append =
                    first !== undefined && others.length === 0
                      ? Effect.map(store.append(tenant, first.stream, first.expected, first.events), (one) => [one])
                      : store.appendAll(tenant, writes)
                  return Effect.result(append)
                },
                options
              )
              const stored = yield* store.readAll(tenant, Position.start, 1_000)
              return {
                outcomes: outcomes.map((o) => (o._tag === "Success" ? o.success : o.failure._tag)),
                stored: stored.map((r) => [r.position, r.event.stream, r.event.version, r.event.id])
              }
            })
          count++
          const grouped = await Effect.runPromiseWith(context)(play("grouped", together))
          expect(grouped).toEqual(await Effect.runPromiseWith(context)(play("single", { concurrency: 1 })))
        })
        yield* Effect.promise(() => fc.assert(property, { seed: 20_261_122, numRuns: 40 }))
      })
    ))
})
