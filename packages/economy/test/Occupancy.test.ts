import { describe, expect, it } from "vitest"
import * as Ancestry from "../src/Ancestry.ts"
import * as Expiring from "../src/Expiring.ts"
import * as Occupancy from "../src/Occupancy.ts"
import * as Presence from "../src/Presence.ts"
import * as Residence from "../src/Residence.ts"
import * as Retention from "../src/Retention.ts"
import * as Turnover from "../src/Turnover.ts"
import { after, command, day, lease, space, unit } from "./tenancyScene.ts"

const on = day("2024-06-30")

const tower = [
  space("801", 100, { place: "floor-8" }),
  space("802", 60.55, { place: "floor-8" }),
  space("901", 200, { place: "floor-9" }),
  space("902", 39.45),
  space("Z1", 500, { place: "annex" })
]
const parents = Ancestry.ofParents(
  new Map([
    [unit("floor-8"), unit("tower")],
    [unit("floor-9"), unit("tower")],
    [unit("tower"), unit("district")],
    [unit("annex"), unit("district")]
  ])
)
const here = ["tower", "floor-8", "floor-9"].map(unit)

describe("occupancy", () => {
  const roll = after([
    ...tower,
    lease("L1", "acme", ["801"], "2024-01-01", "2025-01-01"),
    lease("L2", "bolt", ["901"], "2022-01-01", undefined, { tenure: "own" }),
    command({ _tag: "WithdrawSpace", space: "902", from: "2024-03-01", reason: "装修", on: "2024-02-01" })
  ])

  it("R4-12 the stock is let, sold, vacant or not offered, and comes to what there is", () => {
    const { area, units } = Occupancy.on(roll, on, here)
    expect(area).toEqual({ total: 400, let: 100, owned: 200, vacant: 60.55, notOffered: 39.45 })
    expect(units).toEqual({ total: 4, let: 1, owned: 1, vacant: 1, notOffered: 1 })
  })

  it("P-21 R4-14 the occupancy rate names what it counts, and is undefined where nothing can be let", () => {
    const { byArea, byUnits, vacancy } = Occupancy.on(roll, on, here)
    expect([byArea.numerator, byArea.denominator]).toEqual([300, 360.55])
    expect(byArea.rate).toBeCloseTo(0.83206, 5)
    expect([byUnits.numerator, byUnits.denominator, byUnits.rate]).toEqual([2, 3, 2 / 3])
    expect([vacancy.numerator, vacancy.rate]).toEqual([60.55, 60.55 / 360.55])
    expect([byArea.on, byArea.population.zh]).toEqual([on, "可租售面积（平方米，不含暂不出租）"])
    expect(Occupancy.on(roll, on, [unit("nowhere")]).byArea.rate).toBeUndefined()
    expect(Occupancy.on(roll, day("2019-01-01"), here).byUnits.rate).toBeUndefined()
  })

  it("R4-14 every place of a tree has the figure of what lies in it, also when it is named twice", () => {
    const all = Occupancy.rollUp(roll, on, parents)
    expect(all.get(unit("tower"))).toEqual(Occupancy.on(roll, on, here))
    expect(all.get(unit("district"))).toEqual(Occupancy.on(roll, on))
    expect(all.get(unit("floor-9"))?.byArea.rate).toBe(1)
    expect(Occupancy.on(roll, on, [...here, ...here])).toEqual(Occupancy.on(roll, on, here))
  })

  it("R4-14 a circle in a map of parents ends", () => {
    const [a, b] = [unit("a"), unit("b")]
    const circle = new Map([
      [a, b],
      [b, a]
    ])
    expect([...Ancestry.ofParents(circle)(a)]).toEqual([b])
  })

  it("R4-12 shared leases take what they name, and together the rest when one of them names nothing", () => {
    const shared = { shared: true }
    const part = (id: string, area: number, more = {}) =>
      lease(id, id, [{ space: "901", area }], "2024-01-01", undefined, { ...shared, ...more })
    const named = after([...tower, part("x", 50), part("y", 30, { tenure: "own" })])
    expect(Occupancy.on(named, on, [unit("floor-9")]).area).toMatchObject({ let: 50, owned: 30, vacant: 120 })
    expect(Occupancy.on(named, on, [unit("floor-9")]).units).toMatchObject({ let: 1, owned: 0, vacant: 0 })
    const open = after([lease("z", "z", ["901"], "2024-01-01", undefined, shared)], named)
    expect(Occupancy.on(open, on, [unit("floor-9")]).area).toMatchObject({ let: 170, owned: 30, vacant: 0 })
  })

  it("R4-12 of two areas told on one day for one date the one told last holds", () => {
    const measure = (area: number) =>
      command({ _tag: "RemeasureSpace", space: "901", area, from: "2024-01-01", on: "2024-01-01" })
    const measured = after([...tower, measure(210), measure(205)])
    expect(Occupancy.on(measured, on, [unit("floor-9")]).area.total).toBe(205)
  })
})

describe("tenants", () => {
  const roll = after([
    ...tower,
    lease("L1", "acme", ["801"], "2023-01-01", "2024-05-01"),
    lease("L2", "acme", ["802"], "2024-05-01"),
    lease("L3", "bolt", ["901"], "2023-01-01", "2024-09-01"),
    lease("L4", "cast", ["902"], "2023-01-01", "2024-07-01"),
    lease("L5", "dawn", ["Z1"], "2024-02-01", "2024-12-01"),
    command({ _tag: "EndLease", lease: "L1", to: "2024-05-01", reason: "movedWithin", on: "2024-04-01" })
  ])

  it("R4-17 a move inside the building is neither an arrival nor a departure", () => {
    const year = { from: day("2024-01-01"), to: day("2025-01-01") }
    const { arrivals, departures, opening, closing, rate } = Turnover.within(roll, year, here)
    expect(arrivals).toEqual([])
    expect(departures).toEqual([
      { tenant: "cast", on: "2024-07-01" },
      { tenant: "bolt", on: "2024-09-01" }
    ])
    expect([opening, closing, rate.rate, rate.on]).toEqual([3, 1, 2 / 3, "2024-12-31"])
    expect(Presence.of(roll, here).get(unit("acme"))).toEqual([{ from: "2023-01-01" }])
    expect(Turnover.within(roll, year, [unit("nowhere")]).rate.rate).toBeUndefined()
  })

  it("R4-17 retention counts who is still here, and says why the others are gone", () => {
    const ended = after(
      [command({ _tag: "EndLease", lease: "L3", to: "2024-08-01", reason: "relocated", on: "2024-06-01" })],
      roll
    )
    const { rate, kept, gone } = Retention.between(ended, day("2024-01-01"), day("2024-12-31"), here)
    expect([rate.numerator, rate.denominator, rate.rate]).toEqual([1, 3, 1 / 3])
    expect(kept).toEqual(["acme"])
    expect(gone).toEqual([
      { tenant: "bolt", reason: "relocated" },
      { tenant: "cast", reason: "expired" }
    ])
    expect(Retention.between(roll, day("2019-01-01"), on, here).rate.rate).toBeUndefined()
  })

  const declare = (tenant: string, registered: string, taxed: string, more: Record<string, unknown> = {}) =>
    command({
      ...{ _tag: "DeclareResidence", tenant, place: "tower", registered, taxed },
      ...{ from: "2024-01-01", on: "2024-01-01", ...more }
    })

  it("R4-15 P-21 registered here and taxed here are two rates, and unknown is neither yes nor no", () => {
    const declared = after([declare("acme", "yes", "no"), declare("bolt", "yes", "unknown")], roll)
    const { registered, taxed, both } = Residence.on(declared, on, here)
    expect([registered.yes, registered.no, registered.unknown]).toEqual([2, 0, 1])
    expect([registered.rate.rate, registered.known.rate]).toEqual([2 / 3, 1])
    expect([taxed.yes, taxed.no, taxed.unknown, taxed.rate.rate, taxed.known.rate]).toEqual([0, 1, 2, 0, 0])
    expect([both.numerator, both.denominator]).toEqual([0, 3])
    const none = Residence.on(roll, on, [unit("nowhere")])
    expect([none.registered.rate.rate, none.both.rate]).toEqual([undefined, undefined])
    expect(Residence.on(roll, on, here).taxed.known.rate).toBeUndefined()
  })

  it("R4-15 residence is dated, and what was told later about one date replaces what was told before", () => {
    const later = declare("acme", "no", "no", { from: "2024-06-01", on: "2024-06-02" })
    const corrected = declare("acme", "yes", "no", { from: "2024-06-01", on: "2024-07-01" })
    const first = declare("acme", "unknown", "yes")
    const answer = (commands: ReadonlyArray<ReturnType<typeof declare>>, at: string) =>
      Residence.answer(after(commands, roll), unit("acme"), "registered", day(at), here)
    expect(answer([first, later], "2024-05-31")).toBe("unknown")
    expect(answer([first, later], "2024-06-01")).toBe("no")
    for (const order of [
      [first, later, corrected],
      [corrected, first, later],
      [later, corrected, first]
    ]) {
      expect(answer(order, "2024-06-01")).toBe("yes")
    }
    const elsewhere = declare("acme", "yes", "yes", { place: "annex" })
    expect(answer([elsewhere], "2024-06-01")).toBe("unknown")
    expect(Residence.answer(after([elsewhere], roll), unit("acme"), "taxed", on)).toBe("yes")
  })

  it("R4-17 who leaves soon: by the end of the lease, or because it wants to, until it stays after all", () => {
    const intend = command({
      ...{ _tag: "IntendToLeave", lease: "L2", expected: "2024-07-15", notice: true, on: "2024-06-10" }
    })
    const vague = command({ _tag: "IntendToLeave", lease: "L3", on: "2024-06-12" })
    const wish = after([intend, vague], roll)
    const soon = Expiring.within(wish, on, 63, here)
    expect(soon.map((one) => [one.lease, one.leaves, one.days, one.because, one.intention?.notice])).toEqual([
      ["L4", "2024-07-01", 1, "end", undefined],
      ["L2", "2024-07-15", 15, "intention", true],
      ["L3", "2024-09-01", 63, "end", false]
    ])
    expect(Expiring.within(wish, on, 62, here)).toHaveLength(2)
    expect(Expiring.within(wish, day("2024-06-09"), 60, here).map((one) => one.lease)).toEqual(["L4"])
    const stays = after([command({ _tag: "StayAfterAll", lease: "L2", on: "2024-06-20" })], wish)
    expect(Expiring.within(stays, on, 62, here).map((one) => one.lease)).toEqual(["L4"])
    expect(Expiring.within(stays, day("2024-06-19"), 40, here).map((one) => one.lease)).toEqual(["L4", "L2"])
    const extended = after([command({ _tag: "ExtendLease", lease: "L3", to: "2027-01-01", on: "2024-06-20" })], wish)
    expect(Expiring.within(extended, on, 1000, here).find((one) => one.lease === "L3")?.intention).toBeUndefined()
  })
})
