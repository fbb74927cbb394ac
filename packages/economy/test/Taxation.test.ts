import { CivilDate, Decider, Identifier, Money } from "@louyu/kernel"
import { DeciderLaws } from "@louyu/kernel/testing"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Taxation from "../src/Taxation.ts"
import { TaxCommand } from "../src/TaxCommand.ts"
import { TaxEvent } from "../src/TaxEvent.ts"

const day = CivilDate.make
const tower = Identifier.UnitId.make("tower")
const decider = Taxation.decider

/** One building that stood for a single day of 2021, and one that is there from mid 2022 on; any other always is. */
const facts: Taxation.Facts = {
  exists: (id, on) =>
    id === "brief" ? on === "2021-05-05" : id === "late" ? on >= "2022-07-01" : !id.startsWith("ghost")
}

const record = (building: string, year: number, amount: number, on: string, more: Record<string, unknown> = {}) =>
  Schema.decodeUnknownSync(TaxCommand)({ _tag: "RecordTax", building, year, amount, on, ...more })

const after = (commands: ReadonlyArray<TaxCommand>) => Decider.run(decider, decider.initial, commands, facts)

const refusal = (command: TaxCommand) => {
  const decided = decider.decide(decider.initial, command, facts)
  return Result.isFailure(decided) ? decided.failure._tag : undefined
}

describe("what buildings yield by year", () => {
  it("H-31 a later record is a correction from the day it is told on, and overwrites nothing", () => {
    const { state, failures } = after([
      record("tower", 2023, 90, "2024-01-10", { source: "税务局" }),
      record("tower", 2023, 110, "2024-03-01"),
      record("tower", 2022, 70, "2023-01-10")
    ])
    expect(failures).toEqual([])
    const asOf = (on: string) => Taxation.known(state, tower, 2023, day(on))?.amount
    expect([asOf("2024-01-09"), asOf("2024-01-10"), asOf("2024-02-29"), asOf("2024-03-01")]).toEqual([
      undefined,
      90,
      90,
      110
    ])
    expect(Taxation.records(state, tower, 2023).map((one) => one.source)).toEqual(["税务局", undefined])
    expect(Taxation.ofYear(state, 2023, day("2024-02-01"))).toEqual(new Map([["tower", 90]]))
    expect(Taxation.ofYear(state, 2023, day("2024-01-01")).size).toBe(0)
  })

  it("H-31 of two figures told on one day the one recorded last holds", () => {
    const [first, second] = [record("tower", 2023, 90, "2024-01-10"), record("tower", 2023, 80, "2024-01-10")]
    const latest = (commands: ReadonlyArray<TaxCommand>) =>
      Taxation.known(after(commands).state, tower, 2023, day("2024-01-10"))?.amount
    expect([latest([first, second]), latest([second, first])]).toEqual([80, 90])
  })

  it("A-06 tax, output and assets of a building are kept apart, so that no output is counted as tax", () => {
    const { state } = after([
      record("tower", 2023, 1_000_000_000_000, "2024-01-10", { metric: "output" }),
      record("tower", 2023, 90, "2024-01-10")
    ])
    expect(Taxation.ofYear(state, 2023, day("2024-02-01")).get(tower)).toBe(90)
    expect(Taxation.ofYear(state, 2023, day("2024-02-01"), "output").get(tower)).toBe(1_000_000_000_000)
    expect(Taxation.ofYear(state, 2023, day("2024-02-01"), "assets").size).toBe(0)
  })

  it("H-31 bad input gets an error of its own", () => {
    expect(refusal(record("ghost", 2023, 1, "2024-01-01"))).toBe("BuildingNotInYear")
    expect(refusal(record("late", 2021, 1, "2024-01-01"))).toBe("BuildingNotInYear")
    expect(refusal(record("late", 2022, 1, "2024-01-01"))).toBeUndefined()
    expect(refusal(record("brief", 2021, 1, "2024-01-01"))).toBeUndefined()
    expect(refusal(record("brief", 2022, 1, "2024-01-01"))).toBe("BuildingNotInYear")
    expect(refusal(record("tower", 2025, 1, "2024-12-31"))).toBe("TaxYearInFuture")
    expect(refusal(record("tower", 2024, 1, "2024-01-01"))).toBeUndefined()
    expect(refusal(record("tower", 0, 1, "2024-12-31"))).toBe("TaxYearInvalid")
    expect(refusal(record("tower", 2023, -1, "2024-01-01"))).toBe("AmountNegative")
    expect(refusal(record("tower", 2023, -1, "2024-01-01", { refund: true }))).toBeUndefined()
    expect(refusal(record("tower", 2023, 1, "2024-01-01", { source: "tax@example.org" }))).toBe("SourcePersonal")
  })

  const anyRecord = fc
    .record({
      building: fc.constantFrom("a", "b", "c"),
      year: fc.constantFrom(2021, 2022),
      amount: fc.integer({ min: 0, max: 4 }).map((one) => one * 1_000),
      on: fc.integer({ min: 0, max: 30 }).map((one) => CivilDate.addDays(day("2023-01-01"), one))
    })
    .map(({ building, year, amount, on }) => record(building, year, amount, on))

  it("H-31 as of any day the figures are those of the records told until then, in whatever order they came", () => {
    // One record a day for a building and year: of two told on one day the order says which one holds.
    const selector = ({ building, year, on }: TaxCommand) => `${building} ${year} ${on}`
    const told = fc.uniqueArray(anyRecord, { maxLength: 25, selector })
    const shuffled = told.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length }))
    )
    fc.assert(
      fc.property(shuffled, fc.integer({ min: 0, max: 31 }), ([all, other], days) => {
        const on = CivilDate.addDays(day("2023-01-01"), days)
        const until = all.filter((one) => one.on <= on).sort((a, b) => (a.on < b.on ? -1 : 1))
        for (const year of [2021, 2022]) {
          const naive = new Map(until.filter((one) => one.year === year).map((one) => [one.building, one.amount]))
          const ordered = new Map([...naive].sort(([a], [b]) => (a < b ? -1 : 1)))
          const now = day("2023-12-31")
          expect([...Taxation.ofYear(after(all).state, year, on)]).toEqual([...ordered])
          expect([...Taxation.ofYear(after(until).state, year, now)]).toEqual([...ordered])
          expect([...Taxation.ofYear(after(other).state, year, on)]).toEqual([...ordered])
        }
        expect(Decider.run(decider, after(all).state, all, facts).events).toEqual([])
      }),
      { numRuns: 100 }
    )
  })

  const laws = DeciderLaws.laws<TaxCommand, Taxation.Taxation, TaxEvent, unknown, Taxation.Facts>({
    commands: () => anyRecord,
    facts: fc.constant(facts),
    maxLength: 4,
    event: TaxEvent,
    observe: (state) => [2021, 2022].map((year) => [...Taxation.ofYear(state, year, day("2023-01-15"))])
  })
  for (const law of laws) {
    it(law.name, () => {
      law.check(decider)
    })
  }
})

describe("money in records", () => {
  it("H-31 an amount of yuan as it is published is recorded to the fen", () => {
    const amount = Result.getOrThrow(Money.parse("1.3亿元"))
    const { state } = after([record("tower", 2023, amount, "2024-01-10")])
    expect(Taxation.known(state, tower, 2023, day("2024-01-10"))?.amount).toBe(13_000_000_000)
  })
})
