import { CivilDate, Decider, TimeWindow } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Bookings from "../src/Bookings.ts"
import * as State from "../src/RoomState.ts"
import * as Rooms from "../src/Rooms.ts"
import { command, day, type Encoded, facts, furnish, room } from "./roomScene.ts"

const first = day("2024-01-01")
const length = 5
const days = Array.from({ length }, (_, n) => CivilDate.addDays(first, n))
const pad = (n: number) => String(n).padStart(2, "0")
const time = (minute: number) => `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`
const step = 30
const slots = 1440 / step

const window = fc
  .tuple(fc.integer({ min: 14, max: 40 }), fc.integer({ min: 1, max: 6 }))
  .map(([from, more]) => ({ open: time(from * step), close: time(Math.min(slots, from + more) * step) }))
const date = fc.constantFrom(...days)
const name = (prefix: string, n: number) => fc.nat(n).map((k) => `${prefix}${k}`)
const roomName = fc.constantFrom("r", "r", "q")

const asked: fc.Arbitrary<Encoded> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .record({ room: roomName, booking: name("b", 30), date, window, attendees: fc.integer({ min: 1, max: 12 }) })
      .map((one): Encoded => ({ _tag: "BookRoom", by: { unit: "firm" }, ...one }))
  },
  {
    weight: 4,
    arbitrary: fc
      .record({ room: roomName, booking: name("b", 30) })
      .map((one): Encoded => ({ _tag: "CancelBooking", ...one }))
  },
  {
    weight: 2,
    arbitrary: fc
      .record({
        room: roomName,
        outage: name("o", 3),
        from: date,
        days: fc.integer({ min: 0, max: 3 }),
        window: fc.option(window, { nil: undefined })
      })
      .map(({ days: more, window: at, ...one }): Encoded => {
        const end = more === 0 ? {} : { to: CivilDate.addDays(one.from, more) }
        return { _tag: "TakeRoomOut", reason: "检修", ...one, ...end, ...(at && { window: at }) }
      })
  },
  {
    weight: 2,
    arbitrary: fc
      .record({ room: roomName, outage: name("o", 3), from: date })
      .map((one): Encoded => ({ _tag: "PutRoomBack", ...one }))
  },
  {
    weight: 1,
    arbitrary: fc.record({ room: fc.constant("q"), to: date }).map((one): Encoded => ({ _tag: "RetireRoom", ...one }))
  }
)
const rooms = [
  furnish("r", "meeting", { capacity: 10, from: first }),
  furnish("q", "reading", { capacity: 4, from: first })
].map(command)
const story = fc.array(asked, { minLength: 5, maxLength: 80 }).map((said) => said.map(command))

// A calendar of half hours on paper: who has which, and where the room is out of service.
interface Paper {
  readonly taken: Map<string, string>
  readonly out: Map<string, { from: string; to: string; window: { open: string; close: string } }>
  readonly ids: Set<string>
  readonly end: Map<string, string>
}

const keys = (name: string, on: string, open: string, close: string): ReadonlyArray<string> => {
  const found: Array<string> = []
  for (let slot = 0; slot < slots; slot++) {
    if (open < time((slot + 1) * step) && time(slot * step) < close) found.push(`${name} ${on} ${time(slot * step)}`)
  }
  return found
}

const mayBook = (paper: Paper, one: Extract<Encoded, { _tag: "BookRoom" }>): boolean => {
  const { room: name, booking, date: on, window: at, attendees = 0 } = one
  if (paper.ids.has(`${name} ${booking}`) || attendees > (name === "r" ? 10 : 4)) return false
  if (on >= (paper.end.get(name) ?? "9999")) return false
  const outages = [...paper.out].filter(([id]) => id.startsWith(`${name} `)).map(([, value]) => value)
  const down = outages.some((o) => o.from <= on && on < o.to && o.window.open < at.close && at.open < o.window.close)
  return !down && keys(name, on, at.open, at.close).every((key) => !paper.taken.has(key))
}

describe("bookings against a calendar on paper", () => {
  it("invariant 8: a booking is made exactly when every minute of it is free and in service", () => {
    let made = 0
    let refused = 0
    fc.assert(
      fc.property(story, (commands) => {
        let state = Decider.run(Rooms.decider, State.initial, rooms, facts).state
        const paper: Paper = { taken: new Map(), out: new Map(), ids: new Set(), end: new Map() }
        for (const one of commands) {
          const known = one._tag === "BookRoom" ? `${one.room} ${one.booking}` : ""
          const stepped = Decider.step(Rooms.decider, state, one, facts)
          const obeyed = Result.isSuccess(stepped) && stepped.success.events.length > 0
          if (one._tag === "BookRoom" && !(Result.isSuccess(stepped) && !obeyed)) {
            expect(obeyed).toBe(mayBook(paper, one))
            if (obeyed) made++
            else refused++
          }
          if (!obeyed || Result.isFailure(stepped)) continue
          state = stepped.success.state
          if (one._tag === "BookRoom") {
            paper.ids.add(known)
            for (const key of keys(one.room, one.date, one.window.open, one.window.close))
              paper.taken.set(key, one.booking)
          }
          if (one._tag === "CancelBooking") {
            for (const [key, booking] of paper.taken) {
              if (booking === one.booking && key.startsWith(`${one.room} `)) paper.taken.delete(key)
            }
          }
          const all = { open: "00:00", close: "24:00" }
          if (one._tag === "TakeRoomOut") {
            const { from, to = "9999", window: at = all } = one
            paper.out.set(`${one.room} ${one.outage}`, { from, to, window: at })
          }
          if (one._tag === "PutRoomBack") {
            const outage = paper.out.get(`${one.room} ${one.outage}`)
            if (outage !== undefined) outage.to = one.from
            if (outage !== undefined && one.from <= outage.from) paper.out.delete(`${one.room} ${one.outage}`)
          }
          if (one._tag === "RetireRoom") paper.end.set(one.room, one.to)
        }
        for (const name of ["r", "q"]) {
          for (const on of days) {
            const booked = State.bookedOn(room(state, name), on)
            const onPaper = new Set(
              [...paper.taken].filter(([key]) => key.startsWith(`${name} ${on}`)).map(([, id]) => id)
            )
            expect(new Set(booked.map(({ booking }) => booking))).toEqual(onPaper)
            // What is free is what nobody has, where the room is in service.
            const probes = Array.from({ length: slots }, (_, slot) => ({
              open: time(slot * step),
              close: time((slot + 1) * step)
            }))
            const free = Bookings.free(room(state, name), on)
            for (const at of probes) {
              const inside = free.some(({ open, close }) => open <= at.open && at.close <= close)
              const ask = {
                _tag: "BookRoom",
                room: name,
                booking: "probe",
                date: on,
                window: at,
                by: { unit: "f" }
              } as const
              expect(inside).toBe(mayBook(paper, ask))
            }
          }
        }
      }),
      { numRuns: 60 }
    )
    expect(made).toBeGreaterThan(100)
    expect(refused).toBeGreaterThan(100)
  })

  it("what was said once changes nothing when it is said again, at once or with the whole story", () => {
    fc.assert(
      fc.property(story, (commands) => {
        const obeyed = [...rooms]
        let state = Decider.run(Rooms.decider, State.initial, rooms, facts).state
        for (const one of commands) {
          const stepped = Decider.step(Rooms.decider, state, one, facts)
          if (Result.isFailure(stepped)) continue
          state = stepped.success.state
          if (stepped.success.events.length > 0) obeyed.push(one)
        }
        const again = Decider.run(Rooms.decider, state, obeyed, facts)
        expect([again.events, again.failures]).toEqual([[], []])
      }),
      { numRuns: 60 }
    )
  })

  it("twenty thousand bookings stand side by side, and a day knows only its own", () => {
    const at = TimeWindow.make(["09:00", "10:00"])[0]
    if (at === undefined) throw new Error("there is a window")
    const bookings = Array.from({ length: 20_000 }, (_, n) =>
      command({
        _tag: "BookRoom",
        room: "r",
        booking: `b${n}`,
        date: CivilDate.addDays(first, n % 4000),
        window: { open: time(Math.floor(n / 4000) * 60), close: time(Math.floor(n / 4000) * 60 + 60) },
        by: { unit: "firm" }
      })
    )
    const { state, failures } = Decider.run(Rooms.decider, State.initial, [...rooms, ...bookings], facts)
    expect(failures).toEqual([])
    expect(HashMap.size(room(state).bookings)).toBe(20_000)
    expect(Math.max(...[...room(state).days].map(([, booked]) => booked.length))).toBe(5)
    expect(State.holding(room(state), first, at)).toBeUndefined()
  })
})
