import { CivilDate, Decider, Identifier, Money } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Taxation from "../src/Taxation.ts"
import type { TaxCommand } from "../src/TaxCommand.ts"
import * as TaxDensity from "../src/TaxDensity.ts"
import * as TaxTier from "../src/TaxTier.ts"
import * as TierChange from "../src/TierChange.ts"
import { after, command, lease, space, unit } from "./tenancyScene.ts"

const day = CivilDate.make
const scale = TaxTier.taxScale
const yuan = (amount: number) => Money.fen(amount * 100)
const amounts = (all: Record<string, number>): TaxTier.Amounts =>
  new Map(Object.entries(all).map(([id, amount]) => [Identifier.UnitId.make(id), yuan(amount)]))

describe("tax tiers", () => {
  it("H-31 a tier begins with its threshold, and thresholds are data", () => {
    const tierOf = (amount: number) => TaxTier.of(scale, Money.fen(amount))
    expect([999_999_999, 1_000_000_000, 9_999_999_999, 10_000_000_000, 100_000_000_000].map(tierOf)).toEqual([
      0, 1, 1, 2, 3
    ])
    const own = Result.getOrThrow(TaxTier.scale("tax", [yuan(100)]))
    expect([99, 100, 1e9].map((one) => TaxTier.of(own, yuan(one)))).toEqual([0, 1, 1])
    const refused = [
      TaxTier.scale("tax", []),
      TaxTier.scale("tax", [yuan(0)]),
      TaxTier.scale("tax", [yuan(2), yuan(2)]),
      TaxTier.scale("tax", [yuan(2)], [{ threshold: yuan(3), from: yuan(1) }]),
      TaxTier.scale("tax", [yuan(2)], [{ threshold: yuan(2), from: yuan(2) }])
    ]
    expect(refused.map((one) => Result.isFailure(one) && one.failure.reason)).toEqual([
      ...["thresholds", "thresholds", "thresholds", "near", "near"]
    ])
  })

  it("A-06 counts are given cumulatively and by band, and keep the metric they count", () => {
    const counted = TaxTier.count(scale, amounts({ a: 5e6, b: 1e7, c: 9e7, d: 1e8, e: 2e9 }))
    expect(counted).toEqual({
      metric: "tax",
      buildings: 5,
      below: 1,
      tiers: [
        { threshold: yuan(1e7), atLeast: 4, band: 2 },
        { threshold: yuan(1e8), atLeast: 2, band: 1 },
        { threshold: yuan(1e9), atLeast: 1, band: 1 }
      ]
    })
    const output = Result.getOrThrow(TaxTier.scale("output", [yuan(1e10)]))
    expect(TaxTier.count(output, amounts({ a: 1e10 })).metric).toBe("output")
  })

  it("H-31 buildings near a threshold are those of bands that are data", () => {
    const ladder = Result.getOrThrow(
      TaxTier.scale("tax", scale.thresholds, [{ threshold: yuan(1e8), from: yuan(8e7) }])
    )
    const [near] = TaxTier.near(ladder, amounts({ a: 79_999_999, b: 8e7, c: 99_999_999, d: 1e8 }))
    expect(near?.buildings).toEqual(["b", "c"])
  })

  it("R4-16 entries, exits and moves are named by building, and what is unknown is not taken for below", () => {
    const base = amounts({ up: 9e6, down: 2e8, same: 3e7, lost: 5e7, jump: 1 })
    const current = amounts({ up: 1e7, down: 2e7, same: 4e7, fresh: 1e8, jump: 1e9 })
    const change = TierChange.between(scale, base, current, day("2024-12-31"), ["never"].map(unit))
    expect(change.up).toEqual([
      { building: "jump", from: 0, to: 3 },
      { building: "up", from: 0, to: 1 }
    ])
    expect(change.down).toEqual([{ building: "down", from: 2, to: 1 }])
    expect(change.unknown).toEqual({ base: ["fresh", "never"], current: ["lost", "never"] })
    const [ten, hundred, thousand] = change.thresholds
    expect(ten).toMatchObject({ base: 3, current: 5, net: 2, entries: ["jump", "up"], exits: [] })
    expect([ten?.appeared, ten?.lost]).toEqual([["fresh"], ["lost"]])
    expect(hundred).toMatchObject({ base: 1, current: 2, net: 1, entries: ["jump"], exits: ["down"] })
    expect([hundred?.appeared, hundred?.lost, hundred?.growth.rate]).toEqual([["fresh"], [], 1])
    expect([thousand?.net, thousand?.growth.rate]).toEqual([1, undefined])
  })

  const anyAmounts = fc
    .uniqueArray(fc.tuple(fc.constantFrom(..."abcdefghij"), fc.integer({ min: 0, max: 40 })), {
      selector: ([id]) => id
    })
    .map((all): TaxTier.Amounts => new Map(all.map(([id, amount]) => [Identifier.UnitId.make(id), Money.fen(amount)])))
  const anyScale = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 4 }).map((all) =>
    Result.getOrThrow(
      TaxTier.scale(
        "tax",
        all.sort((a, b) => a - b).map((one) => Money.fen(one))
      )
    )
  )

  it("A-06 invariant 13: a tier says nothing but how many thresholds the amount reaches; counts are naive counts", () => {
    fc.assert(
      fc.property(anyScale, anyAmounts, (of, all) => {
        const values = [...all.values()]
        for (const amount of values) {
          expect(TaxTier.of(of, amount)).toBe(of.thresholds.filter((one) => one <= amount).length)
        }
        const { tiers, below, buildings } = TaxTier.count(of, all)
        expect(tiers.map((one) => one.atLeast)).toEqual(
          of.thresholds.map((one) => values.filter((amount) => amount >= one).length)
        )
        expect(tiers.reduce((sum, one) => sum + one.band, below)).toBe(buildings)
        const backwards = new Map([...all].reverse())
        expect(TaxTier.count(of, backwards)).toEqual(TaxTier.count(of, all))
      })
    )
  })

  it("R4-16 what entered and left makes the net change, whatever is known of which building", () => {
    fc.assert(
      fc.property(anyScale, anyAmounts, anyAmounts, (of, base, current) => {
        const { thresholds, up, down } = TierChange.between(of, base, current, day("2024-12-31"))
        const [before, now] = [TaxTier.count(of, base), TaxTier.count(of, current)]
        for (const [i, one] of thresholds.entries()) {
          expect([one.base, one.current]).toEqual([before.tiers[i]?.atLeast, now.tiers[i]?.atLeast])
          expect(one.entries.length - one.exits.length + one.appeared.length - one.lost.length).toBe(one.net)
        }
        expect([...up, ...down].every(({ building }) => base.has(building) && current.has(building))).toBe(true)
      })
    )
  })
})

// Invented buildings whose taxes come to the published counts: what is compared is counted, not typed in.
const invented = (): ReadonlyArray<TaxCommand> => {
  const told = (id: string, year: number, amount: number, on: string): TaxCommand => ({
    _tag: "RecordTax",
    building: Identifier.UnitId.make(id),
    year,
    amount: yuan(amount),
    on: day(on)
  })
  return Array.from({ length: 230 }, (_, i): ReadonlyArray<TaxCommand> => {
    const id = `building-${i}`
    // A building climbs: the first 56 were above 100 million in 2022 and the first 75 are in 2024, 122 and 158 above 10.
    const of = (large: number, medium: number) =>
      i < large ? 1e8 + i * 31_007 : i < medium ? 1e7 + i * 8_009 : i * 9e3
    const first = told(id, 2022, of(56, 122), "2023-02-01")
    const second = told(id, 2024, of(75, 158), "2025-02-01")
    // Every tenth was told wrongly at first.
    return i % 10 === 0 ? [told(id, 2024, 1, "2025-01-15"), first, second] : [first, second]
  }).flat()
}

describe("golden figure G-02", () => {
  it("H-31 A-06 75 and 158 buildings are 19 and 36 more than two years before, by 33.9 % and 29.5 %", () => {
    const { state, failures } = Decider.run(Taxation.decider, Taxation.initial, invented(), { exists: () => true })
    expect(failures).toEqual([])
    const on = day("2025-03-01")
    const base = Taxation.ofYear(state, 2022, on)
    const current = Taxation.ofYear(state, 2024, on)
    expect(current.size).toBe(230)
    const counts = (all: TaxTier.Amounts) => TaxTier.count(scale, all).tiers.map((one) => [one.atLeast, one.band])
    expect(counts(current)).toEqual([
      [158, 83],
      [75, 75],
      [0, 0]
    ])
    expect(counts(base)).toEqual([
      [122, 66],
      [56, 56],
      [0, 0]
    ])
    const { thresholds, unknown } = TierChange.between(scale, base, current, on)
    expect(unknown).toEqual({ base: [], current: [] })
    expect(thresholds.map((one) => [one.net, one.entries.length, one.exits.length])).toEqual([
      [36, 36, 0],
      [19, 19, 0],
      [0, 0, 0]
    ])
    const percent = thresholds.map(({ growth: { rate } }) => (rate === undefined ? undefined : (rate * 100).toFixed(1)))
    expect(percent).toEqual(["29.5", "33.9", undefined])
    expect(TaxTier.count(scale, Taxation.ofYear(state, 2024, day("2025-01-31"))).buildings).toBe(23)
  })
})

describe("tax by floor area", () => {
  it("R4-16 tax per square metre is by the lettable area of the last day of the year", () => {
    const roll = after([
      space("801", 100),
      space("802", 60),
      space("803", 40, { to: "2024-12-31" }),
      lease("L1", "acme", ["801"], "2024-01-01"),
      command({ _tag: "WithdrawSpace", space: "802", from: "2025-01-01", reason: "装修", on: "2024-06-01" })
    ])
    const density = TaxDensity.ofYear(yuan(800_000), 2024, roll, [unit("tower")])
    expect([density.numerator, density.denominator, density.rate, density.on]).toEqual([
      800_000,
      160,
      5_000,
      "2024-12-31"
    ])
    expect(TaxDensity.ofYear(yuan(800_000), 2019, roll, [unit("tower")]).rate).toBeUndefined()
    expect(TaxDensity.of(yuan(1_340_000_000), 335_000, day("2024-12-31")).rate).toBe(4_000)
    expect(TaxDensity.of(yuan(1), 0, day("2024-12-31")).rate).toBeUndefined()
  })
})
