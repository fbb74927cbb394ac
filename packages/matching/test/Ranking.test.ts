import { TimeWindow } from "@louyu/kernel"
import { Category, Ranking, Weights } from "@louyu/matching"
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"

const id = Category.CategoryId.make
const taxonomy = Category.of([
  { id: id("community"), names: { zh: "社务" } },
  { id: id("parking"), names: { zh: "停车" }, parent: id("community") },
  { id: id("charging"), names: { zh: "充电" }, parent: id("community") },
  { id: id("tax"), names: { zh: "税务" } }
])
const steps: ReadonlyMap<string, number> = new Map([
  ["tower", 0],
  ["annex", 2],
  ["far", 30]
])
const around: Ranking.Surroundings = {
  fit: (one, other) => Category.fit(taxonomy, id(one), id(other)),
  steps: (_, to) => steps.get(to)
}
const hours = (weekdays: ReadonlyArray<number>, open: string, close: string): Ranking.Weekly => {
  const [window] = TimeWindow.make([open, close])
  return {
    weekdays,
    open: window?.open ?? TimeWindow.TimeOfDay.make("00:00"),
    close: window?.close ?? TimeWindow.TimeOfDay.make("24:00")
  }
}
const wanted: Ranking.Wanted = {
  category: "parking",
  place: "tower",
  windows: [hours([1, 2], "18:00", "20:00")],
  quantity: 4
}
const reasonOf = (part: Weights.Part, offered: Partial<Ranking.Offered>, want = wanted, here = around) => {
  const found = Ranking.explain(want, { id: "offer", ...offered }, here).reasons.find((one) => one.part === part)
  return found === undefined ? undefined : { value: found.value, known: found.known, ...found.words }
}

describe("Ranking", () => {
  it("R3-11 R3-12 suggests the best of many, each with seven reasons whose points come to the score", () => {
    const offers: ReadonlyArray<Ranking.Offered> = [
      {
        id: "tidal",
        category: "parking",
        place: "tower",
        windows: [hours([1, 2, 3, 4, 5], "17:30", "24:00")],
        free: 40,
        ratings: { amount: 20, mean: 4.6 },
        duty: "owner",
        text: 0.9
      },
      {
        id: "annex",
        category: "parking",
        place: "annex",
        windows: [hours([1], "18:00", "20:00")],
        free: 1,
        duty: "partner"
      },
      { id: "piles", category: "charging", place: "far", free: "unlimited", duty: "none", text: 0.1 },
      { id: "silent" }
    ]
    const best = Ranking.top(3, wanted, offers, around)
    expect(best.map((one) => [one.id, one.score])).toEqual([
      ["tidal", 970],
      ["annex", 675],
      ["silent", 513]
    ])
    for (const { reasons, score } of best) {
      expect(reasons.map(({ part }) => part)).toEqual(Weights.parts)
      expect(reasons.reduce((sum, { points }) => sum + points, 0)).toBe(score)
    }
    expect(Ranking.top(3, wanted, offers.toReversed(), around)).toEqual(best)
  })

  it("R3-12 says of every part what it rests on, in both languages", () => {
    expect(reasonOf("category", { category: "parking" })).toEqual({
      value: 1,
      known: true,
      zh: "类别相同",
      en: "the same category"
    })
    expect(reasonOf("category", { category: "charging" })).toMatchObject({ value: 0.5, zh: "类别相近（50 %）" })
    expect(reasonOf("category", { category: "tax" })).toMatchObject({ value: 0, en: "another category" })
    expect(reasonOf("distance", { place: "tower" })).toMatchObject({ value: 1, en: "at the same place" })
    expect(reasonOf("distance", { place: "annex" })).toMatchObject({ value: 0.75, zh: "相隔 2 级" })
    expect(reasonOf("distance", { place: "far" })).toMatchObject({ value: 0 })
    expect(reasonOf("capacity", { free: 1 })).toMatchObject({ value: 0.25, zh: "需要 4，余 1" })
    expect(reasonOf("capacity", { free: "unlimited" })).toMatchObject({ value: 1, en: "there is no limit" })
    expect(reasonOf("duty", { duty: "owner" })).toMatchObject({ value: 1, zh: "属其职责" })
    expect(reasonOf("text", { text: 0.42 })).toMatchObject({ value: 0.42, en: "the words fit to 42 %" })
  })

  it("R3-12 says so where something is not known, and counts it neutral instead of nothing", () => {
    const nothing = Ranking.explain({ quantity: 1 }, { id: "offer" }, around)
    const unknown = nothing.reasons.filter(({ known }) => !known).map(({ part }) => part)
    expect(unknown).toEqual(["category", "text", "distance", "capacity", "satisfaction", "duty"])
    expect(reasonOf("time", { id: "offer" })).toEqual({
      value: 0.5,
      known: false,
      zh: "服务时间不明，按 50 % 计",
      en: "the hours of the offer are not known; counted as 50 %"
    })
    expect(reasonOf("distance", { place: "elsewhere" })).toMatchObject({ value: 0.5, known: false })
    expect(nothing.score).toBeGreaterThan(0)
  })

  it("R3-11 minutes on the way go before steps in the tree", () => {
    const walk = { ...around, minutes: (_: string, to: string) => (to === "far" ? 15 : undefined) }
    expect(reasonOf("distance", { place: "far" }, wanted, walk)).toMatchObject({ value: 0.75, en: "15 minutes away" })
    expect(reasonOf("distance", { place: "annex" }, wanted, walk)).toMatchObject({ value: 0.75, zh: "相隔 2 级" })
  })

  it("R3-4 R3-11 times fit by the minutes they share, none of them counted twice", () => {
    const offered = [hours([1], "17:00", "19:00"), hours([1, 2], "18:30", "19:30"), hours([6], "00:00", "24:00")]
    expect(reasonOf("time", { windows: offered })).toMatchObject({ value: 0.625, zh: "每周 240 分钟中有 150 分钟可用" })
    expect(reasonOf("time", { windows: [hours([7], "00:00", "24:00")] })).toMatchObject({ value: 0, zh: "时间不合" })
    expect(reasonOf("time", {}, { quantity: 1 })).toMatchObject({ value: 1, known: true })
  })

  it("R3-14 few ratings say little: one of five stars lifts less than fifty of them", () => {
    const value = (amount: number, mean: number) => reasonOf("satisfaction", { ratings: { amount, mean } })?.value ?? 0
    expect(value(0, 0)).toBe(0.625)
    expect(value(1, 5)).toBeCloseTo((22.5 / 6 - 1) / 4, 6)
    expect(value(50, 5)).toBeGreaterThan(value(1, 5))
    expect(value(50, 1)).toBeLessThan(value(1, 1))
    expect(reasonOf("satisfaction", {})).toMatchObject({ known: false, zh: "暂无评价，按 63 % 计" })
  })

  it("R3-11 weights are data: whole points that come to 1000", () => {
    expect(Schema.is(Weights.Rules)(Weights.rules)).toBe(true)
    const only = { category: 0, text: 0, distance: 1000, time: 0, capacity: 0, satisfaction: 0, duty: 0 }
    expect(Schema.is(Weights.Weights)(only)).toBe(true)
    expect(Schema.is(Weights.Weights)({ ...only, duty: 1 })).toBe(false)
    expect(Schema.is(Weights.Weights)({ ...only, distance: 1000.5, duty: -0.5 })).toBe(false)
    expect(Ranking.score(wanted, { id: "o", place: "annex" }, around, { ...Weights.rules, weights: only })).toBe(750)
  })
})
