import { describe, expect, it } from "vitest"
import { Reach } from "../src/index.ts"
import * as Town from "./town.ts"

const { day, district, establish, join, kind, range, refusal, restructured, structure, unit } = Town

const today = day(30)

// Stations of this kind stand in the open, on a site of their own.
const rules = restructured({
  kinds: [...structure.kinds, kind("open-station", "station", { under: ["station"], within: ["site"] })]
})
const on = (...[date, commands]: [Parameters<typeof Town.on>[0], Parameters<typeof Town.on>[1]]) =>
  Town.on(date, commands, rules)

// The main station of the district on a floor of one building, sub-stations in two others.
const network = [
  ...district(4),
  establish("cd", "commercial-district", { within: "r" }),
  establish("fl9", "floor", { within: "b0" }),
  establish("fl1", "floor", { within: "b1" }),
  establish("fl2", "floor", { within: "b1" }),
  establish("main", "station", { within: "fl9" }),
  establish("sub1", "station", { under: "main", within: "fl2" }),
  establish("sub2", "station", { under: "main", within: "b2" }),
  establish("square", "site", { within: "cl" }),
  establish("riders", "open-station", { under: "main", within: "square" }),
  establish("other", "station", { within: "cd" }),
  establish("e1", "enterprise", { within: "fl1" }),
  establish("e2", "enterprise", { within: "fl2" }),
  establish("e3", "enterprise", { within: "b3" })
]

const served = (id: string, commands: Parameters<typeof on>[1] = network) =>
  Reach.stationsFor(on(today, commands), unit(id)).map(({ station, by }) => `${by} ${station}`)

describe("station networks", () => {
  it("R1-17 a main station has its sub-stations wherever they lie; one without any is there too", () => {
    expect(Reach.networks(on(today, network))).toEqual([
      { main: "main", subs: ["sub1", "sub2", "riders"] },
      { main: "other", subs: [] }
    ])
    expect(Reach.networks(on(today, network), unit("b1"))).toEqual([])
  })

  it("H-10 thirty main stations with 132 sub-stations are 162, and every sub-station has one main", () => {
    const wuhan = [
      ...district(1),
      ...range(30, (i) => establish(`m${i}`, "station", { within: "r" })),
      ...range(132, (i) => establish(`s${i}`, "station", { under: `m${i % 30}`, within: "r" }))
    ]
    const networks = Reach.networks(on(today, wuhan))
    const subs = networks.flatMap((one) => one.subs)
    expect([networks.length, subs.length, new Set(subs).size]).toEqual([30, 132, 132])
    expect(refusal([...wuhan, { _tag: "MoveUnit", unit: unit("m0"), under: unit("s0"), from: day(1) }])).toBe(
      "CycleRejected"
    )
  })

  it("R1-17 a sub-station that is taken out of the network belongs to none from that day on", () => {
    const commands = [...network, { _tag: "MoveUnit", unit: unit("sub2"), from: day(10) } as const]
    const networks = (date: number) =>
      Reach.networks(on(day(date), commands)).map(({ main, subs }) => [main, subs.length])
    expect(networks(9)).toEqual([
      ["main", 3],
      ["other", 0]
    ])
    expect(networks(10)).toEqual([
      ["main", 2],
      ["sub2", 0],
      ["other", 0]
    ])
  })
})

describe("the stations that serve a unit", () => {
  it("R1-17 are those in its building and in the open around it, then their main station", () => {
    expect(served("e1")).toEqual(["here sub1", "here riders", "main main"])
  })

  it("R1-17 in a building without station are those in the open around it, not those of other buildings", () => {
    expect(served("e3")).toEqual(["here riders", "main main"])
  })

  it("R1-17 the nearest come first: own floor, own building, district", () => {
    const more = [
      ...network,
      establish("lobby", "station", { under: "main", within: "b1" }),
      establish("corner", "station", { under: "main", within: "fl1" })
    ]
    expect(served("e1", more)).toEqual(["here corner", "here sub1", "here lobby", "here riders", "main main"])
    expect(served("e2", more)).toEqual(["here sub1", "here corner", "here lobby", "here riders", "main main"])
  })

  it("R1-17 a station opened to a neighbouring building serves its tenants, from and to the day it is (P-40)", () => {
    const opened = [...network, join("other", "b3", undefined, day(5))]
    expect(served("e3", opened)).toEqual(["here riders", "main main", "shared other"])
    expect(served("e1", opened)).not.toContain("shared other")
    expect(Reach.openedTo(on(today, opened), unit("other"))).toEqual(["b3"])
    const before = Reach.stationsFor(on(day(4), opened), unit("e3")).map(({ station }) => station)
    expect(before).not.toContain("other")
    const closed = [
      ...opened,
      { _tag: "LeaveBody", body: unit("other"), member: { unit: unit("b3") }, on: day(20) } as const
    ]
    expect(served("e3", closed)).toEqual(["here riders", "main main"])
  })

  it("R1-17 a station does not serve itself, and nobody who does not exist is served", () => {
    expect(served("sub1")).toEqual(["here riders", "main main"])
    expect(Reach.stationsFor(on(day(-1), network), unit("e1"))).toEqual([])
  })
})
