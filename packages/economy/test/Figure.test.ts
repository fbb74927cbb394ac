import { Count } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import * as Figure from "../src/Figure.ts"
import * as Health from "../src/Health.ts"
import * as Indicator from "../src/Indicator.ts"
import * as Indicators from "../src/Indicators.ts"
import * as RollUp from "../src/RollUp.ts"
import { amount, at, indicator, rate, scope, tree } from "./figureScene.ts"

const failure = <A, E>(result: Result.Result<A, E>): E | undefined =>
  Result.isFailure(result) ? result.failure : undefined

describe("the catalogue of indicators", () => {
  it("P-21 A-22 holds well-formed definitions, each id once, each in both languages", () => {
    const decode = Schema.decodeUnknownSync(Indicator.Indicator)
    for (const one of Indicators.list) {
      expect(decode(one)).toEqual(one)
      for (const text of [one.names, one.numerator, one.population]) expect(text.en).toBeDefined()
    }
    expect(Indicators.common.size).toBe(Indicators.list.length)
    for (const id of ["occupancyByArea", "occupancyByUnits", "taxedHere", "satisfactionRate"]) {
      expect(indicator(id)).toMatchObject({ kind: "rate", better: "up" })
    }
  })

  it("A-22 tells coverage of districts by committees from coverage of enterprises by organisations", () => {
    expect(indicator("districtCoverage")).toMatchObject({ counts: "districts", per: "districts" })
    expect(indicator("organisationCoverage")).toMatchObject({ counts: "enterprises", per: "enterprises" })
    expect(rate("districtCoverage", 33, 33).value).toEqual({ value: 1, qualifier: "exact" })
  })

  it("refuses a quotient without a denominator, a count with one, and what is not defined", () => {
    const { denominator, ...without } = indicator("closureRate")
    const wrong = [without, { ...indicator("tax"), denominator, per: "cases" }]
    for (const one of wrong) expect(Result.isFailure(Schema.decodeUnknownResult(Indicator.Indicator)(one))).toBe(true)
    expect(failure(Indicator.get(Indicators.common, "joy"))).toMatchObject({ code: "economy/IndicatorUnknown" })
  })
})

describe("a figure", () => {
  it("has no value where there is nothing to divide by, never 0 and never 100 %", () => {
    expect(rate("closureRate", 0, 0).value).toBeUndefined()
    expect(rate("staffPerEnterprise", 0, 0).value).toBeUndefined()
    expect(rate("closureRate", 0, 5).value).toEqual({ value: 0, qualifier: "exact" })
  })

  it("A-18 G-06 keeps numerator, denominator, population and date", () => {
    const figure = rate("keyProjects", 55, 305, { ...at("wuhan"), population: 305 })
    expect(figure).toMatchObject({ numerator: { value: 55 }, denominator: { value: 305 }, population: 305 })
    expect((100 * (figure.value?.value ?? 0)).toFixed(2)).toBe("18.03")
    expect(rate("projectsPerCommittee", 305, 30).value?.value.toFixed(2)).toBe("10.17")
    expect(rate("substationsPerStation", 132, 30).value?.value.toFixed(1)).toBe("4.4")
    expect(rate("stayConversion", 25, 25).value?.value).toBe(1)
  })

  it.each([
    ["negative", Figure.rate(indicator("closureRate"), -1, 2, at())],
    ["negative", Figure.rate(indicator("taxGrowth"), 1, -2, at())],
    ["negative", Figure.amount(indicator("enterpriseCount"), -1, at())],
    ["negative", Figure.rate(indicator("closureRate"), 1, 2, { ...at(), population: -2 })],
    ["notFinite", Figure.rate(indicator("closureRate"), 1, Number.POSITIVE_INFINITY, at())],
    ["notFinite", Figure.amount(indicator("tax"), Number.NaN, at())],
    ["partAboveWhole", Figure.rate(indicator("closureRate"), 3, 2, at())],
    ["denominatorMissing", Figure.amount(indicator("closureRate"), 3, at())],
    ["denominatorUnwanted", Figure.rate(indicator("tax"), 3, 2, at())]
  ])("is refused when the numbers do not make one: %s", (reason, result) => {
    expect(failure(result)).toMatchObject({ code: "economy/FigureInvalid", reason })
  })

  it("may be below zero where something fell or money was given back", () => {
    expect(rate("taxGrowth", -3, 100).value).toEqual({ value: -0.03, qualifier: "exact" })
    expect(amount("tax", -3).value).toEqual({ value: -3, qualifier: "exact" })
  })
})

describe("year on year", () => {
  const tax = (on: string, fen: number, id = "cbd") => amount("tax", fen, at(id, on))

  it("P-32 gives the increase and its share of the year before", () => {
    const change = Figure.yearOnYear(tax("2022-12-31", 1380), tax("2021-12-31", 1200))
    expect(Result.getOrThrow(change)).toEqual({
      absolute: { value: 180, qualifier: "exact" },
      relative: { value: 0.15, qualifier: "exact" }
    })
  })

  it("is undefined without a base or from nothing", () => {
    expect(Result.getOrThrow(Figure.yearOnYear(tax("2022-12-31", 1), undefined))).toEqual({
      absolute: undefined,
      relative: undefined
    })
    const fromNothing = Result.getOrThrow(Figure.yearOnYear(tax("2022-12-31", 5), tax("2021-12-31", 0)))
    expect(fromNothing).toEqual({ absolute: { value: 5, qualifier: "exact" }, relative: undefined })
    const empty = Figure.yearOnYear(rate("closureRate", 1, 2), rate("closureRate", 0, 0, at("cbd", "2021-12-31")))
    expect(Result.getOrThrow(empty).absolute).toBeUndefined()
  })

  it("is refused between other indicators, scopes or years", () => {
    const now = tax("2022-12-31", 1)
    expect(failure(Figure.yearOnYear(now, tax("2020-12-31", 1)))).toMatchObject({ what: "date" })
    expect(failure(Figure.yearOnYear(now, tax("2021-12-31", 1, "city")))).toMatchObject({ what: "scope" })
    expect(failure(Figure.yearOnYear(now, amount("output", 1, at("cbd", "2021-12-31"))))).toMatchObject({
      what: "indicator"
    })
  })

  it("invariant 15 of qualified figures is qualified", () => {
    const base = Figure.amount(indicator("tax"), Count.atLeast(100), at("cbd", "2021-12-31"))
    const now = Figure.amount(indicator("tax"), Count.atLeast(130), at())
    const change = Result.getOrThrow(Figure.yearOnYear(Result.getOrThrow(now), Result.getOrThrow(base)))
    expect(change.absolute).toEqual({ value: 30, qualifier: "about" })
    expect(change.relative).toEqual({ value: 0.3, qualifier: "about" })
  })
})

describe("densities", () => {
  it("F-01 a 17th of the economy on a 180th of the area is more than ten times as dense as the city", () => {
    const times = Figure.timesAsDense({ amount: 1 / 17, space: 1 / 180 }) ?? 0
    expect(times.toFixed(1)).toBe("10.6")
    expect(times).toBeGreaterThan(10)
    // The same from amounts: the street's density by the city's.
    const street = rate("gdpPerArea", 70_000_000_000 * 100, 1_000_000, at("zumiao"))
    const city = rate("gdpPerArea", 17 * 70_000_000_000 * 100, 180 * 1_000_000, at("foshan"))
    expect((street.value?.value ?? 0) / (city.value?.value ?? 1)).toBeCloseTo(180 / 17, 10)
  })

  it("D-02 F-02 W-16 staff per enterprise is as inexact as what it comes from", () => {
    const staff = (persons: Count.Count, firms: Count.Count) => rate("staffPerEnterprise", persons, firms).value
    expect(staff(Count.atLeast(3000), Count.atLeast(200))).toEqual({ value: 15, qualifier: "about" })
    expect(staff(Count.atLeast(10_000), Count.nearly(400))).toEqual({ value: 25, qualifier: "atLeast" })
    expect(staff(Count.exact(22_000), Count.atLeast(400))).toEqual({ value: 55, qualifier: "nearly" })
  })

  it("tax per square metre is money by area", () => {
    const figure = rate("taxPerArea", 1_300_000_000 * 100, 335_000)
    expect(figure.unit).toBe("fenPerSquareMetre")
    expect(Math.round((figure.value?.value ?? 0) / 100)).toBe(3881)
  })
})

describe("roll-up along a tree", () => {
  const city = tree({ city: ["east", "west"], east: ["t1", "t2"], west: ["t3"] })

  it("adds numerators and denominators and never averages rates", () => {
    const figures = [
      ["t1", rate("closureRate", 1, 1, at("t1"))],
      ["t2", rate("closureRate", 0, 9, at("t2"))],
      ["t3", rate("closureRate", 0, 0, at("t3"))],
      ["east", rate("closureRate", 2, 2, at("east"))]
    ] as const
    const sums = Result.getOrThrow(RollUp.of(city, figures))
    const value = (id: string) => sums.get(id)?.figure.value?.value
    expect([...sums.keys()]).toEqual(["city", "east", "t1", "t2", "west", "t3"])
    expect(value("east")).toBe(3 / 12)
    expect(value("city")).toBe(3 / 12)
    expect(value("west")).toBeUndefined()
    expect(sums.get("city")).toMatchObject({ parts: 4, figure: { scope: scope("city") } })
  })

  it("weights means by what they are means of", () => {
    const figures = [
      ["t1", rate("staffPerEnterprise", 100, 1, at("t1"))],
      ["t3", rate("staffPerEnterprise", 100, 99, at("t3"))]
    ] as const
    const sums = Result.getOrThrow(RollUp.of(city, figures))
    expect(sums.get("city")?.figure.value?.value).toBe(2)
    expect(sums.has("t2")).toBe(false)
  })

  it("invariant 15 a sum with something qualified in it is not exact", () => {
    const figures = [
      ["t1", amount("enterpriseCount", Count.atLeast(200), at("t1"))],
      ["t3", amount("enterpriseCount", 9, at("t3"))]
    ] as const
    const sums = Result.getOrThrow(RollUp.of(city, figures))
    expect(sums.get("city")?.figure.value).toEqual({ value: 209, qualifier: "atLeast" })
    expect(sums.get("west")?.figure.value).toEqual({ value: 9, qualifier: "exact" })
  })

  it("is refused for a node reached twice, one outside, or figures that differ", () => {
    const figure = rate("closureRate", 1, 1)
    const twice = tree({ city: ["a", "b"], a: ["c"], b: ["c"] })
    expect(failure(RollUp.of(twice, []))).toMatchObject({ code: "economy/TreeInvalid", reason: "reachedTwice" })
    const circle = tree({ city: ["a"], a: ["city"] })
    expect(failure(RollUp.of(circle, []))).toMatchObject({ reason: "reachedTwice" })
    expect(failure(RollUp.of(city, [["moon", figure]]))).toMatchObject({ reason: "notInTree", node: "moon" })
    const later = rate("closureRate", 1, 1, at("t1", "2023-12-31"))
    const both = [
      ["t1", figure],
      ["t2", later]
    ] as const
    expect(failure(RollUp.of(city, both))).toMatchObject({ code: "economy/FiguresDiffer", what: "date" })
    const other = [
      ["t1", figure],
      ["t1", rate("followUpRate", 1, 1)]
    ] as const
    expect(failure(RollUp.of(city, other))).toMatchObject({ what: "indicator" })
  })

  it("is refused when a sum of money is no longer exact", () => {
    const large = amount("tax", Number.MAX_SAFE_INTEGER, at("t1"))
    const both = [
      ["t1", large],
      ["t2", amount("tax", 1, at("t2"))]
    ] as const
    expect(failure(RollUp.of(city, both))).toMatchObject({ code: "economy/FigureInvalid", reason: "outOfRange" })
  })

  it("goes as deep as a tree goes", () => {
    const depth = 20_000
    const chain = {
      roots: ["0"],
      children: (id: string) => (Number(id) < depth ? [String(Number(id) + 1)] : []),
      scope
    }
    const sums = Result.getOrThrow(RollUp.of(chain, [[String(depth), amount("tax", 7)]]))
    expect(sums.get("0")?.figure.value?.value).toBe(7)
  })
})

describe("health", () => {
  it("P-33 sets services against activities, members against enterprises, and counts reasons of refusals", () => {
    const counted = {
      enterprises: 40,
      members: 50,
      services: 120,
      activities: 30,
      refusals: [
        { reason: "不了解", count: 2 },
        { reason: "没时间", count: 3 },
        { reason: "不了解", count: 2 }
      ]
    }
    const health = Result.getOrThrow(Health.of(Indicators.common, counted, at()))
    expect(health.membersPerEnterprise.value?.value).toBe(1.25)
    expect(health.activitiesPerService.value?.value).toBe(0.25)
    expect(health.refusals).toEqual([
      { reason: "不了解", count: 4 },
      { reason: "没时间", count: 3 }
    ])
    const none = Result.getOrThrow(
      Health.of(Indicators.common, { enterprises: 0, members: 0, services: 0, activities: 3 }, at())
    )
    expect(none.activitiesPerService.value).toBeUndefined()
    const wrong = Health.of(Indicators.common, { ...counted, members: -1 }, at())
    expect(failure(wrong)).toMatchObject({ code: "economy/FigureInvalid", reason: "negative" })
  })
})
