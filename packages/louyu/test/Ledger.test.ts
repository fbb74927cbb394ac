import { describe, expect, it } from "@effect/vitest"
import { CivilDate, Identifier } from "@louyu/kernel"
import { EventStore } from "@louyu/ports"
import { MemoryStore } from "@louyu/store-memory"
import * as Effect from "effect/Effect"
import * as TestClock from "effect/testing/TestClock"
import { EventIds, Ledger } from "../src/index.ts"
import * as Bookings from "./toy/Bookings.ts"
import * as Rooms from "./toy/Rooms.ts"

const day = CivilDate.make
const by = { actor: "clerk-1" }
const open = (room: string, from = "2026-01-01"): Rooms.Command => ({ _tag: "OpenRoom", room, from: day(from) })
const close = (room: string): Rooms.Command => ({ _tag: "CloseRoom", room })
const book = (room: string, on: string): Bookings.Command => ({ _tag: "BookRoom", room, on: day(on) })
const roomsOnly = (tenant = "t1") => Ledger.open({ tenant, domains: [Rooms.rooms] })
const both = (tenant = "t1") => Ledger.open({ tenant, domains: [Rooms.rooms, Bookings.bookings] })

describe("Ledger", () => {
  it.effect("records what a command leads to, with author, instant, ids and causes", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(Date.UTC(2026, 10, 22, 8, 30))
      const ledger = yield* roomsOnly()
      const receipt = yield* ledger.dispatch(open("A"), { ...by, causation: "form-9", correlation: "visit-3" })
      expect(receipt).toEqual({ version: 1, ids: ["e1"], events: [{ ...open("A"), _tag: "RoomOpened" }] })
      const { entries, next } = yield* ledger.history()
      expect(next).toBeUndefined()
      expect(entries).toEqual([
        {
          stream: "rooms",
          version: 1,
          id: "e1",
          recordedAt: "2026-11-22T08:30:00.000Z",
          actor: "clerk-1",
          causation: "form-9",
          correlation: "visit-3",
          event: { _tag: "RoomOpened", room: "A", from: "2026-01-01" }
        }
      ])
    }).pipe(Effect.provideService(EventIds.EventIds, EventIds.sequential("e")), Effect.provide(MemoryStore.layer))
  )

  it.effect("keeps the tag out of the stored data, where the type already says it", () =>
    Effect.gen(function* () {
      const ledger = yield* roomsOnly()
      yield* ledger.dispatch(open("A"), by)
      const store = yield* EventStore.EventStore
      const [event] = yield* store.read(Identifier.TenantId.make("t1"), Rooms.stream)
      expect(event?.type).toBe("RoomOpened")
      expect(event?.data).toEqual({ room: "A", from: "2026-01-01" })
      expect(event?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u)
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("writes nothing when nothing changes or the domain refuses", () =>
    Effect.gen(function* () {
      const ledger = yield* roomsOnly()
      yield* ledger.dispatch(open("A"), by)
      expect(yield* ledger.dispatch(open("A"), by)).toEqual({ version: 1, events: [], ids: [] })
      const refusal = yield* Effect.flip(ledger.dispatch(open("A", "2026-02-01"), by))
      expect(refusal).toMatchObject({ code: "toy/RoomExists", room: "A" })
      expect(yield* ledger.version(Rooms.stream)).toBe(1)
      expect((yield* ledger.history()).entries).toHaveLength(1)
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("R1-16 carries out a list as a whole, or names every refusal with its place and writes nothing", () =>
    Effect.gen(function* () {
      const ledger = yield* roomsOnly()
      const bad = [open("A"), close("Z"), open("B"), open("A", "2026-03-01")]
      const refused = yield* Effect.flip(ledger.dispatchAll(bad, by))
      expect(refused).toMatchObject({ code: "louyu/CommandsRefused", total: 4 })
      expect(refused._tag === "CommandsRefused" && refused.refusals.map((r) => [r.index, r.failure.code])).toEqual([
        [1, "toy/NoRoom"],
        [3, "toy/RoomExists"]
      ])
      expect((yield* ledger.history()).entries).toEqual([])
      const receipt = yield* ledger.dispatchAll([open("A"), open("B"), close("A")], by)
      expect(receipt.version).toBe(3)
      expect(yield* ledger.view(Rooms.rooms, day("2026-06-01"))).toEqual(["B"])
      expect(yield* ledger.dispatchAll([], by)).toEqual({ version: 0, events: [], ids: [] })
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("R1-16 a dry run says what would happen and writes nothing", () =>
    Effect.gen(function* () {
      const ledger = yield* roomsOnly()
      const run = yield* ledger.dryRun([open("A"), close("Z"), close("A")])
      expect(run.version).toBe(0)
      expect(run.events.map((e) => e._tag)).toEqual(["RoomOpened", "RoomClosed"])
      expect(run.refusals.map((r) => r.index)).toEqual([1])
      expect(yield* ledger.dryRun([])).toEqual({ version: 0, events: [], refusals: [] })
      expect((yield* ledger.history()).entries).toEqual([])
      expect(yield* ledger.version(Rooms.stream)).toBe(0)
      expect(yield* ledger.view(Rooms.rooms, day("2026-06-01"))).toEqual([])
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("R1-18 tenants see nothing of each other", () =>
    Effect.gen(function* () {
      const one = yield* roomsOnly("t1")
      const two = yield* roomsOnly("t2")
      yield* one.dispatch(open("A"), by)
      yield* two.catchUp()
      expect(yield* two.view(Rooms.rooms, day("2026-06-01"))).toEqual([])
      expect((yield* two.history()).entries).toEqual([])
      yield* two.dispatch(open("A", "2026-05-05"), by)
      expect(yield* one.catchUp()).toBe(0)
      expect((yield* one.history()).entries).toHaveLength(1)
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("R1-19 a stale expected version is told as a conflict and writes nothing", () =>
    Effect.gen(function* () {
      const [one, two] = [yield* roomsOnly(), yield* roomsOnly()]
      yield* one.dispatch(open("A"), { ...by, expectedVersion: 0 })
      const stale = yield* Effect.flip(two.dispatch(open("B"), { ...by, expectedVersion: 0 }))
      expect(stale).toMatchObject({ code: "ports/VersionConflict", expected: 0, actual: 1 })
      const own = yield* Effect.flip(one.dispatch(open("B"), { ...by, expectedVersion: 0 }))
      expect(own).toMatchObject({ code: "ports/VersionConflict", expected: 0, actual: 1 })
      const future = yield* Effect.flip(one.dispatch(open("B"), { ...by, expectedVersion: 7 }))
      expect(future).toMatchObject({ code: "ports/VersionConflict", expected: 7, actual: 1 })
      expect((yield* one.history()).entries).toHaveLength(1)
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("R1-19 a true expected version is accepted also by a process that has not read so far", () =>
    Effect.gen(function* () {
      const [one, two] = [yield* roomsOnly(), yield* roomsOnly()]
      yield* one.dispatch(open("A"), by)
      expect((yield* two.dispatch(open("B"), { ...by, expectedVersion: 1 })).version).toBe(2)
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("R1-19 a stale look is a conflict even when the command would change nothing", () =>
    Effect.gen(function* () {
      const [one, two] = [yield* roomsOnly(), yield* roomsOnly()]
      yield* one.dispatch(open("A"), by)
      yield* two.catchUp()
      yield* one.dispatch(close("A"), by)
      const stale = yield* Effect.flip(two.dispatch(open("A"), { ...by, expectedVersion: 1 }))
      expect(stale).toMatchObject({ code: "ports/VersionConflict", expected: 1, actual: 2 })
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("without expected version it decides anew on what others recorded", () =>
    Effect.gen(function* () {
      const [one, two] = [yield* roomsOnly(), yield* roomsOnly()]
      yield* one.dispatch(open("A"), by)
      // Accepted by what `two` knew, written on top of what `one` recorded.
      expect((yield* two.dispatch(open("B"), by)).version).toBe(2)
      // Refused by what `one` knew, and right by what `two` recorded.
      expect((yield* one.dispatch(close("B"), by)).version).toBe(3)
      // Changes nothing by what `two` knows, and yet does since `one` closed it.
      expect((yield* two.dispatch(open("B"), by)).events).toHaveLength(1)
      expect(yield* two.dryRun([close("A"), close("B")])).toMatchObject({ version: 4, refusals: [] })
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("takes over what other processes recorded, once, on whatever way it met it", () =>
    Effect.gen(function* () {
      const [one, two] = [yield* roomsOnly(), yield* roomsOnly()]
      yield* one.dispatchAll([open("A"), open("B")], by)
      yield* two.dispatch(open("C"), by)
      expect(yield* one.catchUp()).toBe(1)
      expect(yield* two.catchUp()).toBe(0)
      expect(yield* one.catchUp()).toBe(0)
      expect(yield* one.view(Rooms.rooms, day("2026-06-01"))).toEqual(["A", "B", "C"])
      expect(yield* two.view(Rooms.rooms, day("2026-06-01"))).toEqual(["A", "B", "C"])
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("runs several domains, one of which asks the other for facts, on streams of their own", () =>
    Effect.gen(function* () {
      const ledger = yield* both()
      expect(yield* Effect.flip(ledger.dispatch(book("A", "2026-06-01"), by))).toMatchObject({ code: "toy/NotOpen" })
      yield* ledger.dispatch(open("A", "2026-05-01"), by)
      yield* ledger.dispatch(open("B", "2026-05-01"), by)
      expect((yield* ledger.dispatch(book("A", "2026-06-01"), by)).version).toBe(1)
      expect((yield* ledger.dispatch(book("B", "2026-06-01"), by)).version).toBe(1)
      expect(yield* Effect.flip(ledger.dispatch(book("A", "2026-06-01"), by))).toMatchObject({ code: "toy/Taken" })
      expect(yield* ledger.view(Bookings.bookings, day("2026-06-01"))).toEqual(["bookings:A", "bookings:B"])
      expect(yield* ledger.version(Bookings.streamOf("A"))).toBe(1)
      expect(yield* ledger.size()).toBe(4)
      expect((yield* ledger.history()).entries).toHaveLength(4)
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("R1-16 carries out a list over several domains as a whole, each command seeing those before it", () =>
    Effect.gen(function* () {
      const ledger = yield* both()
      const list = [open("A"), book("A", "2026-06-01"), open("B"), book("B", "2026-06-01"), book("A", "2026-06-02")]
      expect(yield* ledger.dryRun(list)).toMatchObject({ version: 0, refusals: [], events: { length: 5 } })
      expect(yield* ledger.view(Bookings.bookings, day("2026-06-01"))).toEqual([])
      const receipt = yield* ledger.dispatchAll(list, by)
      expect(receipt.events.map((e) => e._tag)).toEqual([
        ...["RoomOpened", "RoomOpened", "RoomBooked", "RoomBooked", "RoomBooked"]
      ])
      expect(receipt.version).toBe(2)
      expect(yield* ledger.view(Bookings.bookings, day("2026-06-01"))).toEqual(["bookings:A", "bookings:B"])
      const recorded = (yield* ledger.history()).entries
      expect(recorded.map((e) => [e.stream, e.version, e.id])).toEqual(
        [
          ["rooms", 1],
          ["rooms", 2],
          ["bookings:A", 1],
          ["bookings:A", 2],
          ["bookings:B", 1]
        ].map(([s, v], i) => [s, v, receipt.ids[i]])
      )

      const bad = [open("C"), book("C", "2026-06-01"), book("Z", "2026-06-01"), close("Z")]
      const refused = yield* Effect.flip(ledger.dispatchAll(bad, by))
      expect(refused._tag === "CommandsRefused" && refused.refusals.map((r) => [r.index, r.failure.code])).toEqual([
        [2, "toy/NotOpen"],
        [3, "toy/NoRoom"]
      ])
      expect(yield* ledger.view(Rooms.rooms, day("2026-06-01"))).toEqual(["A", "B"])
      expect((yield* ledger.history()).entries).toHaveLength(5)
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("R1-19 an expected version speaks of one stream only", () =>
    Effect.gen(function* () {
      const ledger = yield* both()
      const list = [open("A"), book("A", "2026-06-02")]
      const mixed = yield* Effect.flip(ledger.dispatchAll(list, { ...by, expectedVersion: 0 }))
      expect(mixed).toMatchObject({ code: "louyu/StreamsMixed", streams: ["rooms", "bookings:A"] })
      expect((yield* ledger.history()).entries).toEqual([])
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("R1-19 nothing is recorded on facts of another domain that somebody changed meanwhile", () =>
    Effect.gen(function* () {
      const [one, two] = [yield* both(), yield* both()]
      yield* one.dispatch(open("A"), by)
      yield* two.catchUp()
      yield* one.dispatch(close("A"), by)
      // What `two` knows would allow it.
      const late = yield* Effect.flip(two.dispatch(book("A", "2026-06-01"), by))
      expect(late).toMatchObject({ code: "toy/NotOpen" })
      expect((yield* one.history()).entries.map((e) => e.event._tag)).toEqual(["RoomOpened", "RoomClosed"])
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("a refusal rests on what others recorded in the domains it asks", () =>
    Effect.gen(function* () {
      const [one, two] = [yield* both(), yield* both()]
      yield* one.dispatch(open("A"), by)
      expect((yield* two.dispatch(book("A", "2026-06-01"), by)).version).toBe(1)
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("leaves events of domains it is not made of alone", () =>
    Effect.gen(function* () {
      const whole = yield* both()
      yield* whole.dispatch(open("A"), by)
      yield* whole.dispatch(book("A", "2026-06-01"), by)
      const part = yield* roomsOnly()
      expect(yield* part.view(Rooms.rooms, day("2026-06-01"))).toEqual(["A"])
      expect((yield* part.history()).entries.map((e) => e.event._tag)).toEqual(["RoomOpened"])
      // A name that only begins like that of a domain is another name.
      const store = yield* EventStore.EventStore
      const [known] = yield* store.read(part.tenant, Rooms.stream)
      if (known === undefined) throw new Error("the room is recorded")
      const stranger = { ...known, id: Identifier.EventId.make("x1"), type: "RoomsetPainted" }
      yield* store.append(part.tenant, Identifier.StreamId.make("roomsets"), 0, [stranger])
      expect(yield* part.catchUp()).toBe(0)
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("history comes in pages that meet without gap or overlap", () =>
    Effect.gen(function* () {
      const ledger = yield* roomsOnly()
      const rooms = Array.from({ length: 7 }, (_, i) => `R${i}`)
      yield* ledger.dispatchAll(
        rooms.map((room) => open(room)),
        by
      )
      const seen: Array<string> = []
      let page = yield* ledger.history({ limit: 3 })
      for (;;) {
        seen.push(...page.entries.map((e) => e.event.room))
        if (page.next === undefined) break
        page = yield* ledger.history({ limit: 3, after: page.next })
      }
      expect(seen).toEqual(rooms)
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("refuses an id of a tenant or actor that is none", () =>
    Effect.gen(function* () {
      expect(yield* Effect.flip(roomsOnly("no blanks"))).toMatchObject({ code: "louyu/IdInvalid", field: "tenant" })
      const ledger = yield* roomsOnly()
      const failure = yield* Effect.flip(ledger.dispatch(open("A"), { actor: "" }))
      expect(failure).toMatchObject({ code: "louyu/IdInvalid", field: "actor" })
      expect((yield* ledger.history()).entries).toEqual([])
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("reports progress while it decides, writes and reads", () =>
    Effect.gen(function* () {
      const ledger = yield* roomsOnly()
      const seen: Array<string> = []
      const report = ({ phase, done, total }: { phase: string; done: number; total?: number }) =>
        void seen.push(`${phase} ${done}/${total ?? "?"}`)
      yield* ledger.dispatchAll(
        Array.from({ length: 2_500 }, (_, i) => open(`R${i}`)),
        by,
        { report }
      )
      expect(seen).toEqual(["decide 2000/2500", "decide 2500/2500", "write 0/2500", "write 2500/2500"])
      seen.length = 0
      yield* Ledger.open({ tenant: "t1", domains: [Rooms.rooms], report })
      expect(seen).toEqual(["read 2500/?"])
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("two domains of one name, or with a command of one name, are a bug that is named", () =>
    Effect.gen(function* () {
      const exit = yield* Effect.exit(Ledger.open({ tenant: "t1", domains: [Rooms.rooms, Rooms.rooms] }))
      expect(String(exit)).toContain("invariant: only one domain of a city is called, or knows, rooms")
    }).pipe(Effect.provide(MemoryStore.layer))
  )
})

describe("Ledger and unknown input", () => {
  it.effect("takes a command from outside, or names every place that is wrong in both languages", () =>
    Effect.gen(function* () {
      const ledger = yield* roomsOnly()
      yield* ledger.dispatchUnknown({ _tag: "OpenRoom", room: "A", from: "2026-01-01" }, by)
      const wrong = yield* Effect.flip(
        ledger.dispatchUnknown({ _tag: "OpenRoom", room: "", from: "2026-02-30", frmo: 1 }, by)
      )
      expect(wrong).toMatchObject({
        code: "louyu/CommandInvalid",
        tag: "OpenRoom",
        faults: [
          { path: "frmo", text: { zh: "没有此项，请检查拼写", en: "is not known here; check the spelling" } },
          { path: "room", text: { zh: "长度不得小于 1", en: "must have a length of at least 1" } },
          { path: "from", text: { zh: "该日期不存在，应为 YYYY-MM-DD", en: "a date that exists, YYYY-MM-DD" } }
        ]
      })
      expect((yield* ledger.history()).entries).toHaveLength(1)
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("says which command was probably meant", () =>
    Effect.gen(function* () {
      const ledger = yield* roomsOnly()
      const failure = yield* Effect.flip(ledger.decode({ _tag: "OpnRoom" }))
      expect(failure).toMatchObject({ code: "louyu/CommandUnknown", tag: "OpnRoom", nearest: "OpenRoom" })
      for (const input of [undefined, null, 7, "OpenRoom", [], {}, { _tag: 7 }]) {
        expect(yield* Effect.flip(ledger.decode(input))).toMatchObject({ code: "louyu/CommandUnknown", tag: undefined })
      }
    }).pipe(Effect.provide(MemoryStore.layer))
  )
})
