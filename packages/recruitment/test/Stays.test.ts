import { CivilDate, Decider, Period } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { OfficeId, StayCommand } from "../src/Stay.ts"
import * as StayBook from "../src/StayBook.ts"
import type { StayError } from "../src/StayError.ts"
import type { StayEvent } from "../src/StayEvent.ts"
import * as Staying from "../src/Staying.ts"
import * as Stays from "../src/Stays.ts"
import { day, facts } from "./scene.ts"

type Encoded = typeof StayCommand.Encoded
const decode = Schema.decodeUnknownSync(StayCommand)

const after = (inputs: ReadonlyArray<Encoded>, before: StayBook.StayBook = StayBook.initial): StayBook.StayBook => {
  const { state, failures } = Decider.run(
    Stays.decider,
    before,
    inputs.map((one) => decode(one)),
    facts
  )
  if (failures[0] !== undefined) throw new Error(`command ${failures[0].index}: ${failures[0].failure.text.en}`)
  return state
}
const decide = (book: StayBook.StayBook, input: Encoded): ReadonlyArray<StayEvent> | StayError => {
  const decided = Stays.decider.decide(book, decode(input), facts)
  return Result.isSuccess(decided) ? decided.success : decided.failure
}

const office = (id: string, seats: number, more: object = {}): Encoded => ({
  _tag: "OpenOffice",
  office: id,
  place: "floor-45",
  names: { zh: "过渡办公" },
  seats,
  rooms: 2,
  freeMonths: 3,
  from: "2024-01-01",
  ...more
})
const start = (id: string, from: string, seats = 4, more: object = {}): Encoded => ({
  _tag: "StartStay",
  stay: id,
  office: "o1",
  prospect: `p-${id}`,
  seats,
  rooms: 0,
  from,
  ...more
})
const end = (stay: string, on: string, outcome: "settled" | "left" = "settled"): Encoded => ({
  _tag: "EndStay",
  stay,
  outcome,
  on
})
const extend = (stay: string, until: string, on: string): Encoded => ({
  _tag: "ExtendStay",
  stay,
  until,
  reason: "装修未完工",
  on
})

const base = after([office("o1", 10)])

describe("a transitional office", () => {
  it("H-26 R4-18 lets a firm stay three calendar months, longer when extended, and knows what became of it", () => {
    const book = after(
      [start("s1", "2024-11-30"), extend("s1", "2025-04-01", "2025-02-20"), end("s1", "2025-03-15")],
      base
    )
    const known = [...StayBook.stays(book)][0]
    expect(known?.started).toMatchObject({ from: "2024-11-30", until: "2025-02-28" })
    expect(known?.ended).toMatchObject({ outcome: "settled", on: "2025-03-15" })
    expect(Staying.settlement(book, day("2025-03-15"))).toMatchObject({
      ended: 1,
      settled: 1,
      rate: 1,
      daysToDecision: 105
    })
  })

  it("H-26 never takes more seats or rooms than there are on any day, and says on which day it would", () => {
    const book = after([start("s1", "2024-02-01", 6), start("s2", "2024-03-01", 4)], base)
    expect(decide(book, start("s3", "2024-02-10", 4))).toMatchObject({
      code: "recruitment/OfficeFull",
      on: "2024-03-01",
      sort: "seats",
      wanted: 14,
      has: 10
    })
    expect(decide(book, start("s3", "2024-02-10", 0, { rooms: 3 }))).toMatchObject({ sort: "rooms", wanted: 3, has: 2 })
    expect(decide(book, start("s3", "2024-05-01", 6))).toMatchObject([{ _tag: "StayStarted", until: "2024-08-01" }])
    expect(decide(book, { _tag: "ResizeOffice", office: "o1", seats: 9, rooms: 2, from: "2024-03-15" })).toMatchObject({
      wanted: 10,
      has: 9
    })
    expect(decide(book, { _tag: "CloseOffice", office: "o1", on: "2024-05-31" })).toMatchObject({
      code: "recruitment/OfficeFull"
    })
    expect(decide(book, { _tag: "CloseOffice", office: "o1", on: "2024-06-01" })).toMatchObject([
      { _tag: "OfficeClosed" }
    ])
  })

  it("H-26 keeps a firm from being in two places at once", () => {
    const book = after([office("o2", 5), start("s1", "2024-02-01")], base)
    expect(decide(book, start("s2", "2024-04-30", 2, { office: "o2", prospect: "p-s1" }))).toMatchObject({
      code: "recruitment/StayOverlaps",
      other: "s1"
    })
    expect(decide(book, start("s2", "2024-05-01", 2, { office: "o2", prospect: "p-s1" }))).toMatchObject([
      { _tag: "StayStarted" }
    ])
    const next = after([start("s2", "2024-05-01", 2, { office: "o2", prospect: "p-s1" })], book)
    expect(decide(next, extend("s1", "2024-05-02", "2024-04-20"))).toMatchObject({
      code: "recruitment/StayOverlaps",
      other: "s2"
    })
  })

  it("H-26 ends no stay after its term unless it was extended", () => {
    const book = after([start("s1", "2024-02-01")], base)
    expect(decide(book, end("s1", "2024-05-02"))).toMatchObject({
      code: "recruitment/TermExceeded",
      until: "2024-05-01"
    })
    expect(decide(book, extend("s1", "2024-05-01", "2024-04-01"))).toMatchObject({
      code: "recruitment/ExtensionTooShort"
    })
    expect(decide(book, end("s1", "2024-01-31"))).toMatchObject({ code: "recruitment/OutOfOrder" })
    const over = after([end("s1", "2024-04-01")], book)
    expect(decide(over, extend("s1", "2024-06-01", "2024-04-02"))).toMatchObject({
      code: "recruitment/NotPossible",
      status: "ended"
    })
  })

  it("W-08 a shared work area has forty seats and no term, and tells how many are taken", () => {
    const { freeMonths: _, ...hall } = office("hall", 40, { rooms: 0, from: "2022-01-01" }) as Record<string, unknown>
    const opened = after([hall as Encoded])
    const guests = Array.from({ length: 6 }, (_, n) => {
      const { prospect: _none, ...stay } = start(`w${n}`, "2022-03-01", 6, { office: "hall" }) as Record<
        string,
        unknown
      >
      return { ...stay, enterprise: `firm-${n}` } as Encoded
    })
    const book = after(guests, opened)
    expect(Staying.utilisation(book, day("2022-03-01"))).toMatchObject([
      { taken: { seats: 36 }, seatRate: 0.9, roomRate: undefined, guests: 6 }
    ])
    expect(decide(book, start("w9", "2030-01-01", 5, { office: "hall" }))).toMatchObject({
      code: "recruitment/OfficeFull",
      wanted: 41
    })
    expect(decide(book, extend("w0", "2030-01-01", "2022-04-01"))).toMatchObject({ status: "withoutTerm" })
    expect(Staying.utilisation(opened, day("2021-12-31"))).toEqual([])
  })

  it("R4-18 tells which stays expire soon and which are over without a word, with the term they had that day", () => {
    const book = after(
      [start("s1", "2024-02-01"), start("s2", "2024-03-01"), extend("s1", "2024-08-01", "2024-04-20")],
      base
    )
    const on = (date: string, days: number) =>
      Staying.expiring(book, day(date), days).map(({ stay, left }) => [stay, left])
    expect(on("2024-04-15", 30)).toEqual([["s1", 16]])
    expect(on("2024-04-20", 42)).toEqual([["s2", 42]])
    expect(on("2024-06-05", 0)).toEqual([["s2", -4]])
    expect(on("2024-06-05", 60)).toEqual([
      ["s2", -4],
      ["s1", 57]
    ])
  })

  it("H-26 A-07 conversion counts ended stays only: 25 of 25, whoever still is there", () => {
    const many = Array.from({ length: 25 }, (_, n) => [
      start(`g${n}`, CivilDate.addDays(day("2024-01-02"), n * 8), 4),
      end(`g${n}`, CivilDate.addDays(day("2024-01-02"), n * 8 + 8))
    ]).flat()
    const book = after([...many, start("running", "2024-09-01")], base)
    const settlement = Staying.settlement(book, day("2024-10-01"))
    expect(settlement).toMatchObject({ ended: 25, settled: 25, running: 1, rate: 1 })
    expect(Staying.settlement(book, day("2024-01-02")).rate).toBeUndefined()
  })

  it("refuses what is of nobody, nowhere or takes nothing", () => {
    const { prospect: _, ...nobody } = start("s1", "2024-02-01") as Record<string, unknown>
    expect(decide(base, nobody as Encoded)).toMatchObject({ code: "recruitment/StayEmpty" })
    expect(decide(base, start("s1", "2024-02-01", 0))).toMatchObject({ code: "recruitment/StayEmpty" })
    expect(decide(base, start("s1", "2024-02-01", 1, { office: "o9" }))).toMatchObject({
      code: "recruitment/NotFound",
      sort: "office"
    })
    expect(decide(base, office("o3", 3, { place: "nowhere" }))).toMatchObject({
      code: "recruitment/NotFound",
      sort: "unit"
    })
    expect(decide(base, end("s9", "2024-02-01"))).toMatchObject({ code: "recruitment/NotFound", sort: "stay" })
  })
})

const dates = Array.from({ length: 60 }, (_, n) => CivilDate.addDays(day("2024-01-01"), n * 5))
const date = fc.constantFrom(...dates)
const attempt: fc.Arbitrary<Encoded> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.nat(12), date, fc.nat(6), fc.nat(2), fc.nat(5))
      .map(([n, from, seats, rooms, guest]) => start(`s${n}`, from, seats, { rooms, prospect: `p-${guest}` }))
  },
  { weight: 2, arbitrary: fc.tuple(fc.nat(12), date, date).map(([n, until, on]) => extend(`s${n}`, until, on)) },
  { weight: 3, arbitrary: fc.tuple(fc.nat(12), date).map(([n, on]) => end(`s${n}`, on)) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(date, fc.integer({ min: 6, max: 14 }))
      .map(([from, seats]): Encoded => ({ _tag: "ResizeOffice", office: "o1", seats, rooms: 3, from }))
  },
  { weight: 1, arbitrary: date.map((on): Encoded => ({ _tag: "CloseOffice", office: "o1", on })) }
)

describe("whatever is tried with offices", () => {
  const told = fc.array(attempt, { minLength: 20, maxLength: 60 }).map((inputs) => {
    const commands = inputs.map((one) => decode(one))
    const accepted: Array<StayCommand> = []
    let book = base
    for (const one of commands) {
      const stepped = Decider.step(Stays.decider, book, one, facts)
      if (Result.isFailure(stepped)) continue
      accepted.push(one)
      book = stepped.success.state
    }
    return { book, accepted }
  })

  it("H-26 day by day, no office is over-full, no firm is in two places, and every stay lies within its term", () => {
    fc.assert(
      fc.property(told, ({ book }) => {
        const known = StayBook.office(book, OfficeId.make("o1"))
        if (known === undefined) throw new Error("the office is known")
        for (let n = 0; n < 500; n++) {
          const on = CivilDate.addDays(day("2024-01-01"), n)
          const there = [...StayBook.stays(book)].filter((one) => {
            const to = one.ended?.on ?? one.until
            return one.started.from <= on && (to === undefined || on < to)
          })
          const has = StayBook.amountsOn(known, on)
          expect(there.reduce((sum, { started }) => sum + started.seats, 0)).toBeLessThanOrEqual(has.seats)
          expect(there.reduce((sum, { started }) => sum + started.rooms, 0)).toBeLessThanOrEqual(has.rooms)
          expect(new Set(there.map(({ started }) => started.prospect)).size).toBe(there.length)
        }
        for (const one of StayBook.stays(book)) {
          const life = StayBook.life(one)
          if (one.until !== undefined && life?.to !== undefined)
            expect(Period.encloses({ from: life.from, to: one.until }, life)).toBe(true)
        }
      }),
      { numRuns: 40 }
    )
  })

  it("telling the whole history again in its order changes nothing", () => {
    fc.assert(
      fc.property(told, ({ book, accepted }) => {
        const again = Decider.run(Stays.decider, book, accepted, facts)
        expect(again.failures.map(({ failure }) => failure.text.en)).toEqual([])
        expect(again.events).toEqual([])
      }),
      { numRuns: 100 }
    )
  })
})
