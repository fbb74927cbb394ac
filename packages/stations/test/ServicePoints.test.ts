import { CivilDate, Count, Period, Timeline, TimeWindow, WorkCalendar } from "@louyu/kernel"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import * as Days from "../src/Days.ts"
import * as OpeningHours from "../src/OpeningHours.ts"
import * as OpenTimes from "../src/OpenTimes.ts"
import type { Point } from "../src/PointState.ts"
import * as ServiceItems from "../src/ServiceItems.ts"
import { ItemId } from "../src/StationCode.ts"
import { after, at, decide, fail, install, item, point, restore, station } from "./pointScene.ts"

const names = Array.from({ length: 94 }, (_, n) => `item-${String(n).padStart(2, "0")}`)
const kinds = ["allInOne", "allInOne", "allInOne", "medicalInsurance", "gasPayment", "socialSecurity"]
// Each of six devices offers every sixth item, and the first one the next device's too.
const devices = kinds.map((kind, n) =>
  install(
    `d${n}`,
    names.filter((_, i) => i % 6 === n || (n === 0 && i % 6 === 1)),
    { kind }
  )
)
const huangshi = after([...names.map((name) => item(name)), ...devices])
const noon = at("2024-10-10T12:00")

describe("items on devices", () => {
  it("G-04 H-23 94 items on 6 devices can be had day and night", () => {
    expect(ServiceItems.pointsAt(huangshi, station, noon)).toHaveLength(6)
    expect(ServiceItems.available(huangshi, station, noon)).toEqual(names)
    const hours = Timeline.since(CivilDate.make("2022-06-01"), OpeningHours.always)
    const midnight = at("2024-02-10T00:00")
    const open = Result.getOrThrow(OpenTimes.isOpen(hours, WorkCalendar.china, midnight))
    expect(ServiceItems.available(huangshi, station, midnight, () => open)).toHaveLength(94)
    expect(ServiceItems.available(huangshi, station, at("2022-05-31T23:59"))).toEqual([])
  })

  it("H-23 an item is offered only while a device for it is in service", () => {
    const failed = after([fail("d1", "2024-10-10T08:00"), fail("d2", "2024-10-10T09:00")], huangshi)
    const lost = names.filter((_, i) => i % 6 === 2)
    expect(ServiceItems.missing(failed, station, noon)).toEqual(lost)
    expect(ServiceItems.available(failed, station, noon)).toHaveLength(94 - lost.length)
    expect(ServiceItems.missing(failed, station, at("2024-10-10T08:30"))).toEqual([])
    const back = after([restore("d2", "2024-10-10T11:00")], failed)
    expect(ServiceItems.missing(back, station, noon)).toEqual([])
    expect(ServiceItems.missing(back, station, at("2024-10-10T10:59"))).toEqual(lost)
    const other = ServiceItems.offered(back, station, noon).find((one) => one.item === "item-01")
    expect(other?.at).toEqual(["d0"])
  })

  it("F-15 an area of more than a hundred items has devices and a desk, and the desk serves only in its hours", () => {
    const hundred = Array.from({ length: 101 }, (_, n) => `i${n}`)
    const zone = after([
      ...hundred.map((name) => item(name)),
      install("screen", hundred.slice(0, 100), { kind: "citizenWindow", room: "area" }),
      install("counter", hundred.slice(99), { sort: "desk", kind: "counter" })
    ])
    const hours = Timeline.since(CivilDate.make("2022-10-11"), {
      rules: [{ id: "day", sort: "regular", days: Days.workdays, windows: TimeWindow.make(["09:00", "17:30"]) }]
    } as const)
    const items = (moment: number) => {
      const open = Result.getOrThrow(OpenTimes.isOpen(hours, WorkCalendar.china, moment))
      const reachable = ({ installed }: Point) => installed.sort === "device" || open
      return ServiceItems.available(zone, station, moment, reachable)
    }
    expect(items(noon)).toHaveLength(101)
    expect(items(at("2024-10-10T20:00"))).toHaveLength(100)
    expect(items(at("2024-10-13T12:00"))).not.toContain("i100")
  })

  it("H-24 a citizen home is where everything can be had on one way", () => {
    const wanted = ["item-00", "item-93"].map((name) => ItemId.make(name))
    const two = after([install("corner", ["item-00"], { station: "corner-shop" })], huangshi)
    expect(ServiceItems.oneStop(two, wanted, noon)).toEqual([station])
    expect(ServiceItems.oneStop(two, wanted.slice(0, 1), noon)).toEqual(["corner-shop", station])
    const failed = after([fail("d3", "2024-10-10T08:00")], two)
    expect(ServiceItems.oneStop(failed, wanted, noon)).toEqual([])
  })

  it("H-23 a device that is taken away or gets other items offers what it has", () => {
    const changed = after(
      [
        { _tag: "AssignPointItems", point: "d3", items: ["item-00"], at: at("2024-10-10T10:00") },
        { _tag: "RemoveServicePoint", point: "d4", at: at("2024-10-10T11:00") }
      ],
      huangshi
    )
    expect(ServiceItems.itemsOf(point(changed, "d3"), noon)).toEqual(["item-00"])
    expect(ServiceItems.itemsOf(point(changed, "d3"), at("2024-10-10T09:00"))).toHaveLength(16)
    expect(ServiceItems.pointsAt(changed, station, noon)).toHaveLength(5)
    // Nobody offers them any more, so they are no items of the station.
    expect(ServiceItems.missing(changed, station, noon)).toEqual([])
    expect(ServiceItems.available(changed, station, noon)).toHaveLength(94 - 16 - 15)
    expect(decide(changed, fail("d4", "2024-10-11T00:00"))).toMatchObject({ code: "stations/StationPartUnknown" })
  })

  it("H-23 what contradicts what is known is refused", () => {
    const failed = after([fail("d1", "2024-10-10T08:00")], huangshi)
    expect(decide(failed, fail("d1", "2024-10-10T08:30"))).toMatchObject({
      code: "stations/PointOutOfService",
      since: "2024-10-10T08:00"
    })
    expect(decide(failed, restore("d1", "2024-10-10T07:59"))).toMatchObject({
      code: "stations/StationOutOfOrder",
      on: "2024-10-10T07:59"
    })
    expect(decide(failed, restore("d2", "2024-10-10T09:00"))).toMatchObject({ code: "stations/PointInService" })
    expect(decide(failed, restore("d9", "2024-10-10T09:00"))).toMatchObject({ sort: "point" })
    expect(decide(failed, install("x", ["no-item"]))).toMatchObject({ sort: "item", id: "no-item" })
    expect(decide(failed, install("x", [], { kind: "toaster" }))).toMatchObject({ sort: "pointKind" })
    expect(decide(failed, install("x", [], { station: "none" }))).toMatchObject({ sort: "station" })
    expect(decide(failed, install("x", [], { at: at("2021-12-31T23:00") }))).toMatchObject({ sort: "station" })
    expect(decide(failed, install("x", [], { room: "cellar" }))).toMatchObject({ sort: "room", id: "cellar" })
    expect(decide(failed, install("d1", []))).toMatchObject({ code: "stations/StationIdTaken" })
  })

  it("H-23 how much of the time a device served is known, and unknown where it never was", () => {
    const day = { from: at("2024-10-10T00:00"), to: at("2024-10-11T00:00") }
    const failed = after(
      [fail("d1", "2024-10-10T06:00"), restore("d1", "2024-10-10T12:00"), fail("d1", "2024-10-10T18:00")],
      huangshi
    )
    expect(ServiceItems.availability(point(failed, "d1"), day)).toEqual({
      minutesInstalled: 1440,
      minutesInService: 720,
      share: 0.5
    })
    const early = { from: at("2022-01-01T00:00"), to: at("2022-02-01T00:00") }
    expect(ServiceItems.availability(point(failed, "d1"), early).share).toBeUndefined()
  })
})

describe("minutes saved", () => {
  const invoice = item("invoice", { minutesBefore: Count.atLeast(60), minutesHere: Count.nearly(10) })
  const use = (more: object) =>
    ({
      _tag: "RecordPointUse",
      point: "d",
      from: "2024-01-01",
      to: "2025-01-01",
      uses: Count.exact(40),
      ...more
    }) as const
  const before = after([invoice, item("other"), install("d", ["invoice", "other"])])

  it("H-23 more than an hour before and less than ten minutes now is at least fifty minutes saved a time", () => {
    expect(ServiceItems.minutesPerUse(before, ItemId.make("invoice"))).toEqual(Count.atLeast(50))
    expect(ServiceItems.minutesPerUse(before, ItemId.make("other"))).toBeUndefined()
    const used = after([use({ item: "invoice" }), use({ item: "other", uses: Count.exact(5) })], before)
    expect(ServiceItems.saved(used, station, Period.ofYear(2024))).toEqual({
      uses: Count.exact(45),
      minutes: Count.atLeast(2000),
      usesUnknown: Count.exact(5)
    })
    expect(ServiceItems.saved(used, station, Period.ofYear(2023)).uses).toEqual(Count.exact(0))
  })

  it("D-12 A-14 a terminal used more than thirty times keeps that it is no exact number", () => {
    const used = after([use({ uses: Count.atLeast(30) })], before)
    expect(ServiceItems.saved(used, station, Period.ofYear(2024))).toMatchObject({
      uses: Count.atLeast(30),
      minutes: Count.exact(0),
      usesUnknown: Count.atLeast(30)
    })
    expect(decide(used, use({ item: "invoice", from: "2024-06-01" }))).toMatchObject({
      code: "stations/UseAlreadyCounted",
      from: "2024-01-01"
    })
    expect(decide(used, use({ item: "invoice", from: "2025-01-01" }))).toMatchObject({ code: "kernel/PeriodReversed" })
  })

  it("D-12 uses of an item and of all items are never counted twice for a day, however many are counted", () => {
    const days = (from: string, to: string, name?: string) =>
      use({ from, to, uses: Count.exact(3), ...(name === undefined ? {} : { item: name }) })
    const date = (n: number) => CivilDate.addDays(CivilDate.make("2023-01-01"), n)
    // Every other day, those of an item told last first.
    const daily = Array.from({ length: 2000 }, (_, n) => [
      days(date(7998 - n * 2), date(7999 - n * 2), "invoice"),
      days(date(8000 + n * 2), date(8001 + n * 2))
    ]).flat()
    const state = after(daily, before)
    expect(ServiceItems.saved(state, station, { from: date(0) }).uses).toEqual(Count.exact(12_000))
    const twice = { code: "stations/UseAlreadyCounted" }
    expect(decide(state, days(date(4001), date(4002), "invoice"))).toHaveLength(1)
    expect(decide(state, days(date(4001), date(4003), "invoice"))).toMatchObject({ ...twice, from: date(4002) })
    expect(decide(state, days(date(4002), date(4003), "other"))).toHaveLength(1)
    expect(decide(state, days(date(4002), date(4003)))).toMatchObject(twice)
    expect(decide(state, days(date(8002), date(8003), "other"))).toMatchObject({ ...twice, from: date(8002) })
    expect(decide(state, days(date(8001), date(8002)))).toHaveLength(1)
    expect(decide(state, days(date(3000), date(20_000)))).toMatchObject(twice)
  })

  it("H-23 an item that is named twice at a device is had there once", () => {
    const doubled = after([install("twin", ["invoice", "invoice"])], before)
    const found = ServiceItems.offered(doubled, station, at("2024-10-10T10:00")).find(
      ({ item: id }) => id === "invoice"
    )
    expect(found?.at.filter((id) => id === "twin")).toEqual(["twin"])
  })

  it("H-23 an item that takes longer here than before is refused, one that is told anew is replaced", () => {
    const slow = item("invoice", { minutesBefore: Count.exact(5), minutesHere: Count.exact(10) })
    expect(decide(before, slow)).toMatchObject({ code: "stations/ItemTimesReversed", before: 5, here: 10 })
    const better = item("invoice", { minutesBefore: Count.exact(60), minutesHere: Count.exact(5) })
    const told = after([better], before)
    expect(ServiceItems.minutesPerUse(told, ItemId.make("invoice"))).toEqual(Count.exact(55))
    expect(decide(told, invoice)).toEqual([])
  })
})
