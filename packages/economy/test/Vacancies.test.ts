import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Combination from "../src/Combination.ts"
import * as Vacancies from "../src/Vacancies.ts"
import * as Wanted from "../src/Wanted.ts"
import { after, command, day, lease, space, unit } from "./tenancyScene.ts"

const on = day("2024-06-01")
const roll = after([
  space("801", 100, { floor: "8" }),
  space("802", 60, { floor: "8" }),
  space("803", 45, { floor: "8", offer: "own" }),
  space("901", 200, { floor: "9" }),
  space("902", 70, { floor: "9" }),
  space("A1", 65, { place: "annex", floor: "8" }),
  lease("L1", "acme", ["801"], "2023-01-01", "2024-03-01"),
  lease("L2", "bolt", ["901"], "2023-01-01", "2024-09-01"),
  lease("L3", "cast", ["902"], "2023-01-01"),
  lease("L4", "dawn", ["802"], "2025-01-01", "2026-01-01"),
  command({ _tag: "IntendToLeave", lease: "L3", expected: "2024-08-01", on: "2024-05-01" })
])
const vacancies = Vacancies.on(roll, on, { horizon: day("2024-12-31") })

describe("vacancies", () => {
  it("R4-12 R4-17 what is vacant is listed since when and until when, and what comes free with its reason", () => {
    expect(vacancies.map((one) => [one.space, one.from, one.to, one.because?._tag])).toEqual([
      ["802", "2020-01-01", "2025-01-01", undefined],
      ["803", "2020-01-01", undefined, undefined],
      ["A1", "2020-01-01", undefined, undefined],
      ["801", "2024-03-01", undefined, undefined],
      ["902", "2024-08-01", undefined, "intention"],
      ["901", "2024-09-01", undefined, "leaseEnd"]
    ])
    expect(Vacancies.on(roll, on, { horizon: day("2024-08-31"), places: [unit("tower")] })).toHaveLength(4)
    expect(Vacancies.on(roll, day("2024-04-30"), { horizon: day("2024-08-31") }).map((one) => one.space)).not.toContain(
      "902"
    )
  })

  it("R4-12 a space that is off offer is no vacancy until it is offered again", () => {
    const withdraw = command({
      ...{ _tag: "WithdrawSpace", space: "801", from: "2024-05-01", to: "2024-07-01", reason: "装修", on: "2024-04-01" }
    })
    const [found] = Vacancies.on(after([withdraw], roll), on, { horizon: day("2024-07-31") }).filter(
      (one) => one.space === "801"
    )
    expect([found?.from, found?.because?._tag]).toEqual(["2024-07-01", "offer"])
  })

  it("R4-13 what fits a wish comes first, the tightest before the larger; what misses says by how much", () => {
    const wish: Wanted.Wanted = { minArea: 60, maxArea: 120, from: day("2024-07-01"), tenure: "rent" }
    const fits = Wanted.match(wish, vacancies)
    expect(fits.map((one) => [one.vacancies[0].space, one.misses])).toEqual([
      ["802", []],
      ["A1", []],
      ["801", []],
      ["902", [{ aspect: "from", by: 31 }]],
      [
        "901",
        [
          { aspect: "maxArea", by: 80 },
          { aspect: "from", by: 62 }
        ]
      ],
      [
        "803",
        [
          { aspect: "minArea", by: 15 },
          { aspect: "tenure", by: undefined }
        ]
      ]
    ])
    expect(fits[0]?.fits).toEqual(["minArea", "maxArea", "from", "tenure"])
    const long = Wanted.match({ from: day("2024-07-01"), to: day("2025-01-11"), places: [unit("tower")] }, vacancies)
    expect(long.find((one) => one.vacancies[0].space === "802")?.misses).toEqual([{ aspect: "to", by: 10 }])
    expect(long.find((one) => one.vacancies[0].space === "A1")?.misses).toEqual([{ aspect: "places", by: undefined }])
  })

  it("R4-13 when no single space is large enough, a floor offers its smallest sufficient set", () => {
    const [best] = Wanted.match({ minArea: 140, from: on, tenure: "rent" }, vacancies)
    expect([best?.vacancies.map((one) => one.space), best?.area, best?.misses]).toEqual([["801", "802"], 160, []])
    const all = Wanted.match({ minArea: 200, from: on }, vacancies)
    expect(all[0]?.vacancies.map((one) => one.space)).toEqual(["801", "802", "803"])
    expect(Wanted.match({ minArea: 206, from: on }, vacancies).every((one) => one.misses.length > 0)).toBe(true)
    const joined = Wanted.match({ minArea: 250, from: on }, vacancies, (one) => one.floor ?? "")
    expect(joined[0]?.vacancies.map((one) => one.space)).toEqual(["801", "802", "803", "A1"])
    expect(Wanted.match({ minArea: 100 }, vacancies).every((one) => one.vacancies.length === 1)).toBe(true)
  })

  it("R4-13 spaces are joined only when they are free at the same time", () => {
    const apart = after([
      space("801", 100, { floor: "8" }),
      space("802", 60, { floor: "8" }),
      lease("L1", "acme", ["801"], "2023-01-01", "2025-01-01"),
      lease("L2", "bolt", ["802"], "2025-01-01")
    ])
    const offered = Vacancies.on(apart, on, { horizon: day("2025-12-31") })
    expect(offered.map((one) => one.space)).toEqual(["802", "801"])
    expect(Wanted.match({ minArea: 150 }, offered).every((one) => one.vacancies.length === 1)).toBe(true)
    const ended = after([command({ _tag: "AnnulLease", lease: "L2", reason: "录错", on: "2024-06-01" })], apart)
    const [best] = Wanted.match({ minArea: 150 }, Vacancies.on(ended, on, { horizon: day("2025-12-31") }))
    expect(best?.vacancies.map((one) => one.space)).toEqual(["801", "802"])
    const short = Wanted.match({ to: day("2024-12-01") }, offered).find((one) => one.vacancies[0].space === "801")
    expect(short?.misses).toEqual([{ aspect: "to", by: 32 }])
  })

  it("R4-13 the smallest sufficient set is the one that trying every set finds", () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 9 })
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 150 }), fc.integer({ min: 0, max: 30 }), (all, least, slack) => {
        const sets = Array.from({ length: 2 ** all.length }, (_, bits) => {
          const chosen = all.flatMap((_size, i) => ((bits >> i) & 1 ? [i] : []))
          return { count: chosen.length, sum: chosen.reduce((sum, i) => sum + (all[i] ?? 0), 0) }
        }).filter(({ count, sum }) => count >= 2 && sum >= least && sum <= least + slack)
        const [best] = sets.sort((a, b) => a.count - b.count || a.sum - b.sum)
        const found = Combination.smallest(all, least, least + slack)
        const sum = found?.reduce((total, i) => total + (all[i] ?? 0), 0)
        expect(found && { count: new Set(found).size, sum }).toEqual(best)
      }),
      { numRuns: 300 }
    )
  })
})
