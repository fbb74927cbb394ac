import { Text } from "@louyu/kernel"
import { describe, expect, it } from "vitest"
import { DefinedRate, Relation, Tenants } from "../src/index.ts"
import * as Town from "./town.ts"

const { assign, bind, day, district, establish, on, range, refusal, restructured, structure, unit } = Town

const today = day(30)

describe("who sits in a building", () => {
  const option = (id: string) => ({ id, names: Text.of(id) })
  const industries = restructured({
    classifications: [
      ...structure.classifications,
      {
        id: "industry",
        names: Text.of("行业", "Line of business"),
        options: [option("health"), option("commerce"), option("science")],
        compulsoryFor: []
      }
    ]
  })
  // A tower block of 26 floors; every fourth tenant is a sole trader, one moves out, one closes.
  const block = [
    ...district(2),
    ...range(26, (i) => establish(`fl${i}`, "floor", { within: "b0" })),
    ...range(60, (i) => ({
      ...establish(`t${i}`, i % 4 === 0 ? "sole-trader" : "enterprise", { within: `fl${i % 26}` }),
      ...(i < 50 ? { classes: { industry: ["health", "commerce", "science"][i % 3] ?? "" } } : {})
    })),
    establish("property", "property-company", { within: "b0" })
  ]

  it("H-08 the tenants of a building are its enterprises on whatever floor, by kind; others in it are none", () => {
    const view = on(today, block, industries)
    const kinds = [...Tenants.byKind(view, unit("b0"))].map(([kind, tenants]) => [kind, tenants.length])
    expect(kinds).toEqual([
      ["enterprise", 45],
      ["sole-trader", 15]
    ])
    expect(Tenants.of(view, unit("b0"))).toHaveLength(60)
    expect(Tenants.of(view, unit("fl0"))).toEqual(["t0", "t26", "t52"])
    expect([...Tenants.byKind(view, unit("b1"))]).toEqual([])
  })

  it("H-08 the tenants of a building by line of business, those without an answer apart", () => {
    const lines = Tenants.byClass(on(today, block, industries), "industry", unit("b0"))
    expect([...lines].map(([line, tenants]) => [line, tenants.length])).toEqual([
      ["health", 17],
      ["commerce", 17],
      ["science", 16],
      [undefined, 10]
    ])
  })

  it("H-08 who moved out or closed is a tenant up to the day before", () => {
    const commands = [
      ...block,
      { _tag: "RelocateUnit", unit: unit("t1"), within: unit("b1"), from: day(10) },
      { _tag: "DissolveUnit", unit: unit("t2"), on: day(12) }
    ] as const
    const tenants = [9, 10, 11, 12].map((date) => Tenants.of(on(day(date), commands, industries), unit("b0")).length)
    expect(tenants).toEqual([60, 59, 59, 58])
    expect(Tenants.of(on(today, commands, industries), unit("b1"))).toEqual(["t1"])
  })

  it("W-22 a sole trader is a tenant like any enterprise", () => {
    const view = on(today, [
      ...district(0),
      establish("cd", "commercial-district", { within: "r" }),
      establish("s", "sole-trader", { within: "cd" })
    ])
    expect(Tenants.of(view)).toEqual(["s"])
  })
})

describe("micro-grids", () => {
  // 33 grids over 16 buildings: two in each, three in the last. Floor g of a building belongs to its grid g.
  const gridsOf = (building: number) => (building === 15 ? 3 : 2)
  const cbd = [
    ...district(16),
    ...range(16, (b) => [
      ...range(gridsOf(b), (g) => establish(`g${b}.${g}`, "micro-grid", { within: `b${b}` })),
      ...range(gridsOf(b), (g) => establish(`f${b}.${g}`, "floor", { within: `b${b}` })),
      ...range(gridsOf(b), (g) => establish(`u${b}.${g}`, "lettable-unit", { within: `f${b}.${g}` })),
      ...range(gridsOf(b), (g) => establish(`e${b}.${g}`, "enterprise", { within: `u${b}.${g}` })),
      ...range(gridsOf(b), (g) => assign(`g${b}.${g}`, [`f${b}.${g}`]))
    ]).flat()
  ]

  it("P-05 33 micro-grids divide 16 buildings, and every tenant belongs to one", () => {
    const view = on(today, cbd)
    const grids = Tenants.perGrid(view)
    expect(grids.size).toBe(33)
    expect([...grids].every(([grid, tenants]) => `${tenants}` === grid.replace("g", "e"))).toBe(true)
    expect(Tenants.unassigned(view)).toEqual([])
    const perBuilding = DefinedRate.make(Text.of("网格数÷楼宇数"), view, grids.size, 16)
    expect(perBuilding.rate).toBe(2.0625)
  })

  it("P-05 a tenant on a floor nobody assigned belongs to no micro-grid, and is named", () => {
    const commands = [
      ...cbd,
      establish("f9", "floor", { within: "b3" }),
      establish("e9", "enterprise", { within: "f9", from: day(10) })
    ]
    expect(Tenants.unassigned(on(day(9), commands))).toEqual([])
    expect(Tenants.unassigned(on(day(10), commands))).toEqual(["e9"])
    expect(Tenants.unassigned(on(day(10), commands), unit("b4"))).toEqual([])
    expect(Tenants.unassigned(on(today, [...commands, assign("g3.1", ["f9"], day(20))]))).toEqual([])
  })

  it("P-05 tenants per grid follow a place that is given to another grid, on the day it is", () => {
    const commands = [...cbd, assign("g0.1", ["f0.0"], day(10))]
    const perGrid = (date: number) => [...Tenants.perGrid(on(day(date), commands), unit("b0"))]
    expect(perGrid(9)).toEqual([
      ["g0.0", ["e0.0"]],
      ["g0.1", ["e0.1"]]
    ])
    expect(perGrid(10)).toEqual([
      ["g0.0", []],
      ["g0.1", ["e0.0", "e0.1"]]
    ])
    expect(Tenants.ofGrid(on(today, commands), unit("g0.1"))).toEqual(["e0.0", "e0.1"])
    expect(Tenants.ofGrid(on(today, commands), unit("g0.0"))).toEqual([])
  })

  it("P-05 a let unit is one with an enterprise in it", () => {
    const commands = [
      ...cbd,
      { _tag: "RelocateUnit", unit: unit("e0.0"), within: unit("u0.1"), from: day(10) } as const
    ]
    expect(Tenants.letUnits(on(day(9), commands), unit("b0"))).toEqual(["u0.0", "u0.1"])
    expect(Tenants.letUnits(on(day(10), commands), unit("b0"))).toEqual(["u0.1"])
  })

  it("P-05 one micro-grid has one chat group, and one chat group one micro-grid", () => {
    expect(refusal([...cbd, bind("g0.0", "group-1"), bind("g0.1", "group-1")])).toBe("ChatGroupTaken")
    const rebound = on(today, [
      ...cbd,
      bind("g0.0", "group-1"),
      bind("g0.0", "group-2", day(10)),
      bind("g0.1", "group-1", day(10))
    ])
    expect([unit("g0.0"), unit("g0.1")].map((id) => Relation.chatGroup(rebound, id))).toEqual([
      { channel: "wechat", group: "group-2" },
      { channel: "wechat", group: "group-1" }
    ])
  })
})
