import { Count } from "@louyu/kernel"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Comparison from "../src/Comparison.ts"
import type * as Figure from "../src/Figure.ts"
import * as Publisheds from "../src/Published.ts"
import { amount, at, published, rate, scope } from "./figureScene.ts"

const agrees = { _tag: "agrees" }
const verdict = (figure: Figure.Figure | undefined, said: Publisheds.Published) => Comparison.of(figure, said)._tag

describe("a computed figure beside a published one", () => {
  it("G-10 A-18 99.9 % of 3,860 holds for 3,855 to 3,858 closed and for nothing else", () => {
    const said = published("p", "closureRate", Count.exact(999), "percent", { decimals: 1 })
    const holds = Array.from({ length: 3861 }, (_, closed) => closed).filter(
      (closed) => verdict(rate("closureRate", closed, 3860), said) === "agrees"
    )
    expect(holds).toEqual([3855, 3856, 3857, 3858])
    const others = [
      [3854, 998],
      [3859, 1000]
    ] as const
    for (const [closed, printed] of others) {
      const own = published("q", "closureRate", Count.exact(printed), "percent", { decimals: 1 })
      expect(Comparison.of(rate("closureRate", closed, 3860), own)).toEqual(agrees)
    }
  })

  it("rounds half up as it is printed, checked against exact arithmetic", () => {
    const numbers = fc.tuple(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 1, max: 1e9 }), fc.nat({ max: 3 }))
    fc.assert(
      fc.property(numbers, fc.integer({ min: -1, max: 1 }), ([a, b, decimals], off) => {
        const [part, whole] = [Math.min(a, b), Math.max(a, b)]
        // The largest printed number whose half a step below is not above the share.
        const scaled = BigInt(part) * 100n * 10n ** BigInt(decimals)
        const printed = Number((2n * scaled + BigInt(whole)) / (2n * BigInt(whole)))
        const said = published("p", "closureRate", Count.exact(Math.max(0, printed + off)), "percent", { decimals })
        const same = Math.max(0, printed + off) === printed
        expect(verdict(rate("closureRate", part, whole), said)).toBe(same ? "agrees" : "differs")
      }),
      { numRuns: 500, seed: 400 }
    )
  })

  it("G-11 P-02 P-32 tax above 1.3 billion and growth from 15 % on are lower bounds", () => {
    const tax = published("p", "tax", Count.atLeast(13), "hundredMillionYuan")
    const yuan = (amountOf: number) => amount("tax", amountOf * 100)
    expect(Comparison.of(yuan(1_300_000_000), tax)).toEqual(agrees)
    expect(Comparison.of(yuan(1_800_000_000), tax)).toEqual(agrees)
    expect(Comparison.of(yuan(1_200_000_000), tax)).toEqual({ _tag: "differs", by: -1 })
    const growth = published("p", "taxGrowth", Count.atLeast(15), "percent")
    expect(Comparison.of(rate("taxGrowth", 15, 100), growth)).toEqual(agrees)
    expect(
      Comparison.of(rate("taxGrowth", 29, 100), published("p", "taxGrowth", Count.atLeast(29), "percent"))
    ).toEqual(agrees)
    expect(verdict(rate("taxGrowth", 1499, 10_000), growth)).toBe("differs")
    expect(verdict(rate("taxGrowth", -15, 100), growth)).toBe("differs")
  })

  it("G-11 P-32 one building's output above 10 billion, and 335,000 square metres as 33.5 times 10,000", () => {
    const output = published("p", "output", Count.atLeast(100), "hundredMillionYuan", { scope: scope("chamber") })
    expect(Comparison.of(amount("output", 10_200_000_000 * 100, at("chamber")), output)).toEqual(agrees)
    const area = published("p", "floorArea", Count.exact(335), "tenThousandSquareMetres", { decimals: 1 })
    const metres = (n: number) => verdict(amount("floorArea", n), area)
    expect([334_499, 334_500, 335_499, 335_500].map(metres)).toEqual(["differs", "agrees", "agrees", "differs"])
    const parts = (n: number) => verdict(amount("floorArea", n), area)
    expect([334_499.9, 334_500.1].map(parts)).toEqual(["differs", "agrees"])
  })

  it("W-16 15.527 billion printed as 155.27亿 agrees with every amount that prints so", () => {
    const said = published("p", "revenue", Count.exact(15_527), "hundredMillionYuan", { decimals: 2 })
    const yuan = (amountOf: number) => verdict(amount("revenue", amountOf * 100), said)
    expect([15_526_500_000, 15_527_499_999].map(yuan)).toEqual(["agrees", "agrees"])
    expect([15_526_499_999, 15_527_500_000].map(yuan)).toEqual(["differs", "differs"])
  })

  it("F-02 nearly 400 is less than 400 and not far from it, about 100 is on either side", () => {
    const nearly = published("p", "enterpriseCount", Count.nearly(400), "one")
    const count = (n: number) => verdict(amount("enterpriseCount", n), nearly)
    expect([359, 360, 399, 400].map(count)).toEqual(["differs", "agrees", "agrees", "differs"])
    const about = published("p", "enterpriseCount", Count.about(100), "one")
    const around = (n: number) => verdict(amount("enterpriseCount", n), about)
    expect([89, 90, 110, 111].map(around)).toEqual(["differs", "agrees", "agrees", "differs"])
    const strict = Comparison.of(amount("enterpriseCount", 101), about, { about: 0, nearly: 0 })
    expect(strict).toEqual({ _tag: "differs", by: 1 })
  })

  it("D-02 F-02 W-16 what is itself inexact agrees or differs only where that is sure", () => {
    const least = (n: number) => published("p", "staffCount", Count.atLeast(n), "one")
    const staff = (count: Count.Count, said: Publisheds.Published) => Comparison.of(amount("staffCount", count), said)
    expect(staff(Count.atLeast(3000), least(3000))).toEqual(agrees)
    expect(staff(Count.atLeast(3000), least(4000))).toEqual({ _tag: "notComparable", obstacles: ["inexact"] })
    expect(staff(Count.nearly(3000), least(3000))).toEqual({ _tag: "differs", by: 0 })
    const exact = published("p", "staffCount", Count.exact(22_000), "one")
    expect(staff(Count.atLeast(400), exact)).toMatchObject({ obstacles: ["inexact"] })
    expect(staff(Count.atLeast(30_000), exact)).toEqual({ _tag: "differs", by: 7999.5 })
    const strict = (n: number) => Comparison.of(amount("staffCount", Count.about(n)), exact, { about: 0, nearly: 0 })
    expect(strict(22_000)).toEqual(agrees)
    expect(strict(21_999)).toEqual({ _tag: "differs", by: -0.5 })
  })

  it("a fall is compared as a fall", () => {
    const fall = published("p", "taxGrowth", Count.atLeast(3), "percent", { fall: true })
    expect(Publisheds.number(fall.printed)).toBe(-3)
    expect(verdict(rate("taxGrowth", -4, 100), fall)).toBe("agrees")
    expect(Comparison.of(rate("taxGrowth", -1, 100), fall)).toEqual({ _tag: "differs", by: 2 })
    const exact = published("p", "taxGrowth", Count.exact(35), "percent", { fall: true, decimals: 1 })
    expect(verdict(rate("taxGrowth", -35, 1000), exact)).toBe("agrees")
    expect(verdict(rate("taxGrowth", 35, 1000), exact)).toBe("differs")
  })

  it("is never said to agree or differ for another indicator, scope, date or unit, or without a value", () => {
    const said = published("p", "closureRate", Count.exact(100), "percent")
    const obstacles = (figure: Figure.Figure | undefined) => {
      const found = Comparison.of(figure, said)
      return found._tag === "notComparable" ? found.obstacles : found
    }
    expect(obstacles(rate("followUpRate", 1, 1))).toEqual(["indicator"])
    expect(obstacles(rate("closureRate", 1, 1, at("city")))).toEqual(["scope"])
    expect(obstacles(rate("closureRate", 1, 1, at("cbd", "2021-12-31")))).toEqual(["date"])
    expect(obstacles(amount("tax", 1))).toEqual(["indicator", "unit"])
    expect(obstacles(rate("closureRate", 0, 0))).toEqual(["notComputed"])
    expect(obstacles(undefined)).toEqual(["notComputed"])
  })

  it("A-01 30 organisations of all and 12 of the drive stand side by side under their labels", () => {
    const all = published("p1", "organisationCount", Count.exact(30), "one", { scope: scope("cbd.all") })
    const drive = published("p2", "organisationCount", Count.exact(12), "one", { scope: scope("cbd.drive") })
    const computed = amount("organisationCount", 30, at("cbd.all"))
    expect(Comparison.of(computed, all)).toEqual(agrees)
    expect(Comparison.of(computed, drive)).toEqual({ _tag: "notComparable", obstacles: ["scope"] })
  })

  it("A-05 16 square kilometres planned say nothing about 335,000 square metres of floors", () => {
    const planned = published("p1", "plannedArea", Count.exact(16), "squareKilometre")
    expect(Comparison.of(amount("floorArea", 335_000), planned)).toEqual({
      _tag: "notComparable",
      obstacles: ["indicator"]
    })
    expect(Comparison.of(amount("plannedArea", 15_900_000), planned)).toEqual(agrees)
  })

  it("A-06b F-01 a tower of the ten-billion class keeps its measure unstated and is not compared with tax", () => {
    const tower = published("p1", "buildingScale", Count.atLeast(100), "hundredMillionYuan", { scope: scope("vanke") })
    const tax = amount("tax", 20_000_000_000 * 100, at("vanke"))
    expect(Comparison.of(tax, tower)).toEqual({ _tag: "notComparable", obstacles: ["indicator"] })
  })
})
