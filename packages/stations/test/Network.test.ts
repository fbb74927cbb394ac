import { Count } from "@louyu/kernel"
import { describe, expect, it } from "vitest"
import * as Network from "../src/Network.ts"
import * as Placement from "../src/Placement.ts"
import { after, alone, day, decide, id, main, open, station, sub, to, unit } from "./stationScene.ts"

const pad = (n: number) => String(n).padStart(2, "0")
const mains = Array.from({ length: 30 }, (_, n) => open(`m${pad(n)}`, main(`cluster-${n}`, "1+N")))
// 132 over 30 mains, none to the last one.
const subs = Array.from({ length: 132 }, (_, n) => open(`s${n}`, sub(`m${pad(n % 29)}`)))
const wuhan = after([...mains, ...subs])
const on = day("2024-10-01")

const small = after([
  open("a", main("c1")),
  open("b", main("c2")),
  open("x", sub("a")),
  open("y", sub("a")),
  open("z", alone)
])

describe("networks of stations", () => {
  it("G-01 H-10 30 main and 132 sub-stations are 162, 4.4 to a main one", () => {
    const totals = Network.totals(wuhan, on)
    expect(totals).toMatchObject({ mains: 30, subs: 132, alone: 0, total: 162, subsPerMain: 4.4 })
    expect(totals.mainsWithoutSubs).toEqual([id("m29")])
    expect(Network.subsOf(wuhan, id("m00"), on)).toHaveLength(5)
    expect(Network.mainIn(wuhan, unit("cluster-7"), on)).toBe(id("m07"))
    expect(Network.clustersWithout(wuhan, [unit("cluster-7"), unit("cluster-30")], on)).toEqual([unit("cluster-30")])
    expect(Network.totals(wuhan, day("2020-12-31"))).toMatchObject({ total: 0, subsPerMain: undefined })
  })

  it("P-17 P-18 A-09 one centre and fifteen red-collar and rider stations are 1+X", () => {
    const fifteen = Array.from({ length: 15 }, (_, n) =>
      open(`x${n}`, sub("core"), "2022-01-01", { kind: n < 9 ? "redCollarStation" : "riderStation" })
    )
    const pinghu = after([open("core", main("cbd", "1+X"), "2021-01-01", { kind: "partyMassCentre" }), ...fifteen])
    expect(Network.totals(pinghu, on)).toMatchObject({ mains: 1, subs: 15, total: 16, subsPerMain: 15 })
    expect(Network.standing(pinghu, id("core"), on)).toEqual(main("cbd", "1+X"))
    expect(Network.on(pinghu, on, "riderStation")).toHaveLength(6)
  })

  it("P-18 a kind of station nobody named is refused", () => {
    expect(decide(small, open("n", alone, "2021-01-01", { kind: "teaHouse" }))).toMatchObject({
      code: "stations/StationPartUnknown",
      sort: "stationKind",
      id: "teaHouse"
    })
  })

  it("H-10 a sub-station has one main one: a second is refused, another one takes over from a date on", () => {
    expect(decide(small, to("AttachStation", "x", "2022-01-01", { main: "b" }))).toMatchObject({
      code: "stations/StationHasMain",
      main: "a"
    })
    expect(decide(small, to("ReattachStation", "x", "2022-01-01", { main: "a" }))).toMatchObject({
      code: "stations/StationHasMain"
    })
    const moved = after([to("ReattachStation", "x", "2022-01-01", { main: "b" })], small)
    expect(Network.mainOf(moved, id("x"), day("2021-12-31"))).toBe(id("a"))
    expect(Network.mainOf(moved, id("x"), day("2022-01-01"))).toBe(id("b"))
    expect(Network.subsOf(moved, id("a"), on)).toEqual([id("y")])
    expect(Network.subsOf(moved, id("a"), day("2021-12-31"))).toEqual([id("x"), id("y")])
  })

  it("H-10 a main station belongs to none, and only to one can others belong", () => {
    expect(decide(small, to("AttachStation", "a", "2022-01-01", { main: "b" }))).toMatchObject({
      code: "stations/StationIsMain",
      cluster: "c1"
    })
    expect(decide(small, to("AttachStation", "z", "2022-01-01", { main: "x" }))).toMatchObject({
      code: "stations/StationNotMain"
    })
    expect(decide(small, to("AttachStation", "z", "2022-01-01", { main: "q" }))).toMatchObject({
      code: "stations/StationPartUnknown"
    })
    expect(decide(small, to("ReattachStation", "z", "2022-01-01", { main: "a" }))).toMatchObject({
      code: "stations/StationNotSub"
    })
    expect(decide(small, open("z2", sub("z")))).toMatchObject({ code: "stations/StationNotMain" })
  })

  it("H-10 a cluster has one main station", () => {
    expect(decide(small, open("d", main("c1")))).toMatchObject({ code: "stations/ClusterHasMain", main: "a" })
    expect(decide(small, to("FoundNetwork", "z", "2022-01-01", { cluster: "c2" }))).toMatchObject({
      code: "stations/ClusterHasMain",
      main: "b"
    })
    const third = after([to("FoundNetwork", "z", "2022-01-01", { cluster: "c3", scheme: "1+N" })], small)
    expect(Network.mainIn(third, unit("c3"), on)).toBe(id("z"))
    expect(Network.mainIn(third, unit("c3"), day("2021-12-31"))).toBeUndefined()
    expect(decide(small, to("FoundNetwork", "z", "2022-01-01", { cluster: "nowhere" }))).toMatchObject({ sort: "unit" })
  })

  it("H-10 a sub-station takes the place of its main one, and all others follow it", () => {
    const promoted = after([to("PromoteStation", "x", "2023-01-01")], small)
    expect(Network.mainIn(promoted, unit("c1"), on)).toBe(id("x"))
    expect(Network.subsOf(promoted, id("x"), on)).toEqual([id("a"), id("y")])
    expect(Network.subsOf(promoted, id("a"), on)).toEqual([])
    expect(Network.mainIn(promoted, unit("c1"), day("2022-12-31"))).toBe(id("a"))
    expect(decide(small, to("PromoteStation", "z", "2023-01-01"))).toMatchObject({ code: "stations/StationNotSub" })
  })

  it("H-10 a main station closes or stands alone only when no other belongs to it", () => {
    const closing = { _tag: "CloseStation", station: "a", to: "2023-01-01" } as const
    expect(decide(small, closing)).toMatchObject({ code: "stations/MainHasSubs", subs: ["x", "y"] })
    expect(decide(small, to("DetachStation", "a", "2023-01-01"))).toMatchObject({ code: "stations/MainHasSubs" })
    expect(decide(small, to("DetachStation", "z", "2023-01-01"))).toMatchObject({ code: "stations/StationStandsAlone" })
    const free = after([to("DetachStation", "x", "2022-06-01"), to("DetachStation", "y", "2022-06-01"), closing], small)
    expect(Network.totals(free, on)).toMatchObject({ mains: 1, subs: 0, alone: 3 })
    expect(Network.standing(free, id("a"), day("2022-12-31"))).toEqual(main("c1"))
    expect(decide(free, to("AttachStation", "x", "2022-07-01", { main: "a" }))).toMatchObject({
      code: "stations/StationNotMain"
    })
    expect(decide(free, { ...closing, to: "2023-02-01" })).toMatchObject({
      code: "stations/StationAlreadyCloses",
      to: "2023-01-01"
    })
  })

  it("H-10 what is told before something that is known already is refused", () => {
    const moved = after([to("ReattachStation", "x", "2022-01-01", { main: "b" })], small)
    expect(decide(moved, to("DetachStation", "x", "2021-06-01"))).toMatchObject({
      code: "stations/StationOutOfOrder",
      last: "2022-01-01"
    })
    expect(decide(moved, { _tag: "CloseStation", station: "z", to: "2021-01-01" })).toMatchObject({
      code: "kernel/PeriodReversed"
    })
    expect(decide(moved, open("x", alone))).toMatchObject({ code: "stations/StationIdTaken" })
    expect(station(moved, "x").standing).toHaveLength(2)
  })
})

describe("where stations are missing", () => {
  it("H-11 buildings with much staff and no station in reach are named, those with most staff first", () => {
    const buildings = [
      { place: unit("tower-a"), staff: Count.exact(2000) },
      { place: unit("next-to-x"), staff: Count.about(900) },
      { place: unit("far"), staff: Count.atLeast(3000) },
      { place: unit("far-too"), staff: Count.exact(5000) },
      { place: unit("small"), staff: Count.exact(20) }
    ]
    const within = (building: string) => (building === "next-to-x" ? [unit("tower-x"), unit("tower-y")] : [])
    const reached = Placement.reach(small, on, buildings, within)
    expect(reached.map(({ stations }) => stations)).toEqual([[id("a")], [id("x"), id("y")], [], [], []])
    expect(Placement.review(reached, 500)).toEqual({
      buildings: 5,
      covered: 2,
      staff: { value: 10_920, qualifier: "about" },
      staffCovered: { value: 2900, qualifier: "about" },
      uncovered: [buildings[3], buildings[2]]
    })
    // A station that is closed reaches nobody.
    const before = Placement.reach(small, day("2020-01-01"), buildings, within)
    expect(Placement.review(before, 500).covered).toBe(0)
  })
})
