import { describe, expect, it } from "@effect/vitest"
import { CivilDate } from "@louyu/kernel"
import { EventStore, StoreError } from "@louyu/ports"
import { MemoryStore } from "@louyu/store-memory"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import { EventIds, Ledger } from "../src/index.ts"
import * as Rooms from "./toy/Rooms.ts"

type Store = EventStore.EventStore["Service"]

const by = { actor: "clerk-1" }
const open = (room: string): Rooms.Command => ({ _tag: "OpenRoom", room, from: CivilDate.make("2026-01-01") })
const close = (room: string): Rooms.Command => ({ _tag: "CloseRoom", room })
const ledger = Ledger.open({ tenant: "t1", domains: [Rooms.rooms] })

/** The memory store with some of it done differently. */
const changed = (change: (store: Store) => Partial<Store>) =>
  Layer.effect(
    EventStore.EventStore,
    Effect.map(EventStore.EventStore, (store) => ({ ...store, ...change(store) }))
  ).pipe(Layer.provide(MemoryStore.layer))

describe("a submission", () => {
  it.effect("gives up after a bounded number of conflicts", () => {
    let appends = 0
    const contended = changed(() => ({
      append: (tenant, stream) =>
        Effect.suspend(() => {
          appends++
          return new StoreError.VersionConflict({ tenant, stream, expected: 0, actual: 9 })
        })
    }))
    return Effect.gen(function* () {
      const one = yield* ledger
      expect(yield* Effect.flip(one.dispatch(open("A"), by))).toMatchObject({ code: "ports/VersionConflict" })
      expect(appends).toBe(16)
      const guarded = Effect.flip(one.dispatch(open("A"), { ...by, expectedVersion: 0 }))
      expect(yield* guarded).toMatchObject({ code: "ports/VersionConflict" })
      expect(appends).toBe(17)
      expect(yield* one.version(Rooms.stream)).toBe(0)
    }).pipe(Effect.provide(contended))
  })

  it.effect("whose append fails for another reason fails with it, once, and changes nothing in memory", () => {
    let appends = 0
    const failing = changed(() => ({
      append: () =>
        Effect.suspend(() => {
          appends++
          return new StoreError.StoreUnavailable({ store: "x", reason: "diskFull", detail: undefined })
        })
    }))
    return Effect.gen(function* () {
      const one = yield* ledger
      expect(yield* Effect.flip(one.dispatch(open("A"), by))).toMatchObject({ reason: "diskFull" })
      expect(appends).toBe(1)
      expect(yield* one.view(Rooms.rooms, CivilDate.make("2026-06-01"))).toEqual([])
    }).pipe(Effect.provide(failing))
  })

  it.effect("whose answer was lost can be sent again: what was recorded is found, and nothing is doubled", () => {
    let lose = true
    const lossy = changed((store) => ({
      append: (...args) =>
        Effect.flatMap(store.append(...args), (appended) => {
          if (!lose) return Effect.succeed(appended)
          lose = false
          return new StoreError.StoreUnavailable({ store: "x", reason: "inputOutput", detail: undefined })
        })
    }))
    return Effect.gen(function* () {
      const one = yield* ledger
      expect(yield* Effect.flip(one.dispatch(open("A"), by))).toMatchObject({ reason: "inputOutput" })
      expect(yield* one.dispatch(open("A"), by)).toEqual({ version: 1, events: [], ids: [] })
      expect((yield* one.history()).entries).toHaveLength(1)
    }).pipe(Effect.provide(lossy))
  })

  it.effect("that is interrupted while it is recorded is recorded and known", () => {
    const slow = (reached: Deferred.Deferred<void>, go: Deferred.Deferred<void>) =>
      changed((store) => ({
        append: (...args) =>
          Deferred.succeed(reached, undefined).pipe(
            Effect.andThen(Deferred.await(go)),
            Effect.andThen(store.append(...args))
          )
      }))
    return Effect.gen(function* () {
      const [reached, go] = [yield* Deferred.make<void>(), yield* Deferred.make<void>()]
      yield* Effect.gen(function* () {
        const one = yield* ledger
        const fiber = yield* Effect.forkChild(one.dispatch(open("A"), by))
        yield* Deferred.await(reached)
        const stopping = yield* Effect.forkChild(Fiber.interrupt(fiber))
        yield* Effect.yieldNow
        yield* Deferred.succeed(go, undefined)
        yield* Fiber.join(stopping)
        expect(yield* one.version(Rooms.stream)).toBe(1)
        expect((yield* one.history()).entries).toHaveLength(1)
        // And the next one is not kept waiting.
        expect((yield* one.dispatch(open("B"), by)).version).toBe(2)
      }).pipe(Effect.provide(slow(reached, go)))
    })
  })

  it.effect("counts refusals through the whole list, however long", () =>
    Effect.gen(function* () {
      const one = yield* ledger
      const commands = Array.from({ length: 4_100 }, (_, i) => (i % 2_050 === 2_049 ? close("none") : open("A")))
      const run = yield* one.dryRun(commands)
      expect(run.refusals.map(({ index }) => index)).toEqual([2_049, 4_099])
      const refused = yield* Effect.flip(one.dispatchAll(commands, by))
      expect(refused).toMatchObject({ total: 4_100, refusals: [{ index: 2_049 }, { index: 4_099 }] })
      expect(refused.text.en).toContain("number 2050")
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("and reading at the same time do not come between each other", () =>
    Effect.gen(function* () {
      const [one, two] = [yield* ledger, yield* ledger]
      const rooms = Array.from({ length: 20 }, (_, i) => `R${i}`)
      yield* Effect.all(
        rooms.flatMap((room) => [
          one.dispatch(open(`${room}a`), by),
          one.catchUp(),
          two.dispatch(open(`${room}b`), by),
          two.catchUp()
        ]),
        { concurrency: "unbounded" }
      )
      yield* one.catchUp()
      yield* two.catchUp()
      const all = rooms.flatMap((room) => [`${room}a`, `${room}b`]).sort()
      const day = CivilDate.make("2026-06-01")
      expect(yield* one.view(Rooms.rooms, day)).toEqual(all)
      expect(yield* two.view(Rooms.rooms, day)).toEqual(all)
      expect(yield* one.version(Rooms.stream)).toBe(40)
    }).pipe(
      Effect.provide(
        changed((store) => ({
          append: (...args) => Effect.tap(store.append(...args), Effect.yieldNow),
          read: (...args) => Effect.tap(store.read(...args), Effect.yieldNow),
          readAll: (...args) => Effect.tap(store.readAll(...args), Effect.yieldNow)
        }))
      )
    )
  )
})

describe("catching up", () => {
  it.effect("reads every event once, in batches, and goes on where it stopped", () => {
    const asked: Array<string> = []
    const watched = changed((store) => ({
      readAll: (tenant, after, limit) => {
        asked.push(after)
        return store.readAll(tenant, after, limit)
      }
    }))
    return Effect.gen(function* () {
      const [writer, reader] = [yield* ledger, yield* ledger]
      yield* writer.dispatchAll(
        Array.from({ length: 12_000 }, (_, i) => open(`R${i}`)),
        by
      )
      asked.length = 0
      expect(yield* reader.catchUp()).toBe(12_000)
      expect(asked).toHaveLength(3)
      expect(new Set(asked).size).toBe(3)
      const last = asked.at(-1)
      expect(yield* reader.catchUp()).toBe(0)
      expect(yield* reader.catchUp()).toBe(0)
      expect(asked).toHaveLength(5)
      expect(asked[3]).toBe(asked[4])
      expect(asked[3]).not.toBe(last)
    }).pipe(Effect.provide(watched))
  })
})

describe("a log with a hole", () => {
  it.effect("is told by stream and version, on whatever way it is read", () =>
    Effect.gen(function* () {
      const writer = yield* ledger
      const late = yield* ledger
      yield* writer.dispatchAll([open("A"), open("B"), open("C")], by)
      const broken = { code: "louyu/StreamBroken", stream: "rooms", expected: 2, found: 3 }
      expect(yield* Effect.flip(late.catchUp())).toMatchObject(broken)
      expect(yield* Effect.flip(late.dispatch(close("Z"), by))).toMatchObject(broken)
      expect(yield* Effect.flip(ledger)).toMatchObject(broken)
    }).pipe(
      Effect.provide(
        changed((store) => ({
          read: (...args) => Effect.map(store.read(...args), (events) => events.filter((e) => e.version !== 2)),
          readAll: (...args) =>
            Effect.map(store.readAll(...args), (recorded) => recorded.filter(({ event }) => event.version !== 2))
        }))
      )
    )
  )
})

describe("EventIds", () => {
  it.effect("are UUIDs of version 7, in order, and never the same", () =>
    Effect.gen(function* () {
      const source = yield* EventIds.EventIds
      const ids = [...(yield* source.take(10_000)), ...(yield* source.take(1)), ...(yield* source.take(0))]
      expect(ids).toHaveLength(10_001)
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids.toSorted()).toEqual(ids)
      for (const id of ids) {
        expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u)
      }
    })
  )

  it.effect("count up from a prefix where a test needs them the same every time", () =>
    Effect.gen(function* () {
      const source = EventIds.sequential("e")
      expect(yield* source.take(2)).toEqual(["e1", "e2"])
      expect(yield* source.take(1)).toEqual(["e3"])
    })
  )
})
