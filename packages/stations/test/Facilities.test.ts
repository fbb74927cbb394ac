import { Count, Identifier, WorkCalendar } from "@louyu/kernel"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import * as Sharing from "../src/Sharing.ts"
import { after, allocate, day, decide, facility, parking, register } from "./facilityScene.ts"

const on = day("2024-10-01")
const unit = Identifier.UnitId.make
const at = (text: string) => Date.parse(`${text}+08:00`)
const calendar = WorkCalendar.china

describe("facilities", () => {
  const wuhan = after([
    ...Array.from({ length: 13 }, (_, n) =>
      register(`canteen-${n}`, "canteen", Count.exact(1), { place: `tower-${n % 2}` })
    ),
    ...Array.from({ length: 40 }, (_, n) => register(`parking-${n}`, "tidalParking", Count.atLeast(50))),
    ...Array.from({ length: 60 }, (_, n) => register(`class-${n}`, "childcareClass", Count.exact(1)))
  ])

  it("G-05 H-14 13 canteens, 2,000 or more parking spaces and 60 classes are counted, and no bound becomes exact", () => {
    const counted = Sharing.census(wuhan, on)
    expect(counted.map(({ kind, facilities, quantity }) => [kind, facilities, Count.format(quantity, "zh")])).toEqual([
      ["canteen", 13, "13"],
      ["childcareClass", 60, "60"],
      ["tidalParking", 40, "2000余"]
    ])
    expect(Sharing.census(wuhan, day("2021-12-31"))).toEqual([])
  })

  it("H-14 kinds are counted by cluster", () => {
    const areaOf = (place: string) => (place === "tower-1" ? unit("c1") : undefined)
    const canteens = Sharing.census(wuhan, on, areaOf).filter(({ kind }) => kind === "canteen")
    expect(canteens.map(({ area, facilities }) => [area, facilities])).toEqual([
      [undefined, 7],
      ["c1", 6]
    ])
  })

  it("H-16 a childcare class has who runs it and who gives what it takes", () => {
    const run = { operator: "social-organisation", provider: "youth-league" }
    const state = after([register("school", "childcareClass", Count.exact(1), run)])
    expect(facility(state, "school").registered).toMatchObject(run)
    expect(decide(state, register("x", "childcareClass", Count.exact(1), { operator: "nobody" }))).toMatchObject({
      sort: "unit"
    })
  })

  it("W-09 test points, consultation at the door and residents' meals are kinds of facilities", () => {
    const kinds = ["testPoint", "policyConsultation", "residentsMeals"]
    const state = after(
      kinds.map((kind) => register(kind, kind, Count.exact(1), { audiences: ["residents", "staff"] }))
    )
    expect(Sharing.census(state, on).map(({ kind }) => kind)).toEqual(kinds.toSorted())
    expect(decide(state, register("x", "casino", Count.exact(1)))).toMatchObject({ sort: "facilityKind" })
    expect(decide(state, register("x", "canteen", Count.exact(1), { audiences: ["cats"] }))).toMatchObject({
      sort: "audience"
    })
    expect(decide(state, register("x", "canteen", Count.exact(1), { station: "none" }))).toMatchObject({
      sort: "station"
    })
  })
})

describe("what is shared by the time of day", () => {
  const shared = after([
    ...parking(Count.exact(100)),
    allocate("firm", "staff", 80, "08:00", "19:00"),
    allocate("estate", "residents", 20, "18:30", "24:00", { days: {} })
  ])

  it("H-15 A-15 each audience has its windows by the sort of day", () => {
    const windows = (audience: string, date: string) =>
      Result.getOrThrow(Sharing.windowsOn(facility(shared), audience, calendar, day(date))).map(
        (w) => `${w.open}-${w.close}`
      )
    expect(windows("staff", "2024-10-10")).toEqual(["07:30-19:00"])
    expect(windows("staff", "2024-10-12")).toEqual(["07:30-19:00"])
    expect(windows("staff", "2024-10-13")).toEqual([])
    expect(windows("residents", "2024-10-13")).toEqual(["00:00-07:30", "07:30-18:30", "18:30-24:00"])
  })

  it("H-15 no more is allocated than there is at any time, and the first time that would be too much is named", () => {
    expect(decide(shared, allocate("late", "residents", 1, "18:30", "20:00", { days: {} }))).toMatchObject({
      code: "stations/CapacityExceeded",
      on: "2024-01-01",
      weekday: 1,
      time: "18:30",
      spaces: 101,
      capacity: 100
    })
    expect(decide(shared, allocate("late", "residents", 80, "19:00", "20:00", { days: {} }))).toHaveLength(1)
    expect(
      decide(shared, allocate("rest", "residents", 80, "18:30", "20:00", { days: { kinds: ["weekend"] } }))
    ).toHaveLength(1)
    const use = Result.getOrThrow(Sharing.at(facility(shared), calendar, at("2024-10-10T18:45")))
    expect([use.allocated, use.left]).toEqual([100, 0])
    expect(Result.getOrThrow(Sharing.at(facility(shared), calendar, at("2024-10-13T18:45"))).allocated).toBe(20)
  })

  it("H-15 the day and the time of too much are said as people say them", () => {
    const refused = decide(shared, allocate("late", "residents", 1, "18:30", "20:00", { days: {} }))
    if (!("code" in refused)) throw new Error("too much is refused")
    expect(refused.text.zh).toBe(
      "自 2024-01-01 起，“p”在星期一 18:30 将分配 101 个，超过总数 100；请减少数量或错开时段。"
    )
    expect(refused.text.en).toBe(
      'From 2024-01-01 on 101 of "p" would be allocated on Mondays at 18:30, more than the 100 there are; allocate fewer or at another time.'
    )
  })

  it("H-15 spaces that go from hand to hand for years are full in every month, and no month knows of others", () => {
    const month = (n: number) => day(`${2024 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, "0")}-01`)
    const monthly = (name: string, n: number, spaces: number) =>
      allocate(name, "staff", spaces, "08:00", "18:00", { from: month(n), to: month(n + 1) })
    const months = Array.from({ length: 480 }, (_, n) => n)
    // Told month by month, but every other month after all the rest.
    const told = [...months.filter((n) => n % 2 === 0), ...months.filter((n) => n % 2 === 1)]
    const hands = told.flatMap((n) => [1, 2, 3, 4].map((hand) => monthly(`m${n}-${hand}`, n, 25)))
    const full = after(hands, after(parking(Count.exact(100))))
    for (const n of [0, 1, 17, 240, 479]) {
      expect(decide(full, monthly("more", n, 1))).toMatchObject({ code: "stations/CapacityExceeded", on: month(n) })
      const given = after([{ _tag: "ReleaseSpaces", facility: "p", allocation: `m${n}-2`, from: month(n) }], full)
      expect(decide(given, monthly("more", n, 25))).toHaveLength(1)
      expect(decide(given, monthly("more", n, 26))).toMatchObject({ code: "stations/CapacityExceeded" })
    }
    expect(decide(full, monthly("later", 480, 100))).toHaveLength(1)
    expect(decide(full, { _tag: "CloseFacility", facility: "p", to: month(479) })).toMatchObject({
      code: "stations/AllocationsRun",
      allocations: ["m479-1", "m479-2", "m479-3", "m479-4"]
    })
    expect(decide(full, { _tag: "CloseFacility", facility: "p", to: month(480) })).toHaveLength(1)
    const use = Result.getOrThrow(Sharing.at(facility(full), calendar, at("2024-02-08T12:00")))
    expect(use.allocations.map(({ allocation }) => allocation)).toEqual(["m1-1", "m1-2", "m1-3", "m1-4"])
  })

  it("H-15 an allocation that ended leaves its spaces to others from then on", () => {
    const ended = after([{ _tag: "ReleaseSpaces", facility: "p", allocation: "firm", from: "2024-06-01" }], shared)
    expect(decide(ended, allocate("next", "staff", 100, "08:00", "18:00", { from: "2024-06-01" }))).toHaveLength(1)
    expect(decide(ended, allocate("next", "staff", 100, "08:00", "18:00", { from: "2024-05-31" }))).toMatchObject({
      code: "stations/CapacityExceeded",
      on: "2024-05-31",
      weekday: 5
    })
    // Nobody works on the two days before, in any calendar.
    expect(
      decide(
        ended,
        allocate("next", "staff", 100, "08:00", "18:00", {
          from: "2024-06-01",
          days: { weekdays: [6, 7], kinds: ["makeUpWorkday"] }
        })
      )
    ).toHaveLength(1)
    expect(decide(ended, { _tag: "ReleaseSpaces", facility: "p", allocation: "firm", from: "2024-06-01" })).toEqual([])
    expect(
      decide(ended, { _tag: "ReleaseSpaces", facility: "p", allocation: "firm", from: "2024-07-01" })
    ).toMatchObject({
      sort: "allocation"
    })
  })

  it("H-15 windows of one audience never overlap, and none goes away under an allocation", () => {
    const set = (windows: ReadonlyArray<{ open: string; close: string }>, more: object = {}) =>
      ({
        _tag: "SetSharedWindows",
        facility: "p",
        audience: "staff",
        shared: [{ days: {}, windows: [...windows] }],
        from: "2025-01-01",
        ...more
      }) as const
    expect(decide(shared, set([{ open: "08:00", close: "18:00" }]))).toMatchObject({
      code: "stations/OutsideSharedWindows",
      allocations: ["firm"]
    })
    const twice = [
      { days: {}, windows: [{ open: "08:00", close: "19:00" }] },
      { days: { weekdays: [3] }, windows: [{ open: "18:00", close: "20:00" }] }
    ]
    expect(decide(shared, set([], { shared: twice }))).toMatchObject({ code: "stations/SharedWindowsOverlap" })
    expect(decide(shared, set([{ open: "07:00", close: "19:00" }]))).toHaveLength(1)
    expect(decide(shared, set([], { audience: "shops", shared: [] }))).toHaveLength(1)
    expect(decide(shared, allocate("x", "staff", 1, "07:00", "09:00"))).toMatchObject({
      code: "stations/OutsideSharedWindows"
    })
    expect(decide(shared, allocate("x", "staff", 1, "08:00", "09:00", { days: {} }))).toMatchObject({
      code: "stations/OutsideSharedWindows"
    })
    expect(decide(shared, allocate("x", "riders", 1, "08:00", "09:00"))).toMatchObject({
      code: "stations/OutsideSharedWindows"
    })
  })

  it("H-15 what is known only roughly is not given away, a lower bound is", () => {
    const rough = after(parking(Count.about(2000)))
    expect(decide(rough, allocate("a", "staff", 1, "08:00", "18:00"))).toMatchObject({
      code: "stations/QuantityNotFirm",
      qualifier: "about"
    })
    const bound = after(parking(Count.atLeast(2000)))
    expect(decide(bound, allocate("a", "staff", 2000, "08:00", "18:00"))).toHaveLength(1)
    expect(decide(bound, allocate("a", "staff", 2001, "08:00", "18:00"))).toMatchObject({
      code: "stations/CapacityExceeded"
    })
  })

  it("H-15 fewer spaces than are allocated cannot be, nor no facility at all", () => {
    const resize = (quantity: number, from: string) =>
      ({ _tag: "ResizeFacility", facility: "p", quantity: Count.exact(quantity), from }) as const
    expect(decide(shared, resize(99, "2024-06-01"))).toMatchObject({ code: "stations/CapacityExceeded", capacity: 99 })
    expect(decide(shared, resize(10, "2023-06-01"))).toMatchObject({
      code: "stations/CapacityExceeded",
      on: "2024-01-01"
    })
    expect(decide(shared, { _tag: "CloseFacility", facility: "p", to: "2024-06-01" })).toMatchObject({
      code: "stations/AllocationsRun",
      allocations: ["estate", "firm"]
    })
    const smaller = after([resize(10, "2023-01-01"), resize(100, "2023-12-01")], after(parking(Count.exact(50))))
    expect(decide(smaller, allocate("a", "staff", 60, "08:00", "18:00"))).toHaveLength(1)
    expect(decide(smaller, allocate("a", "staff", 60, "08:00", "18:00", { from: "2023-11-30" }))).toMatchObject({
      on: "2023-11-30",
      capacity: 10
    })
    const closed = after([{ _tag: "CloseFacility", facility: "p", to: "2024-01-01" }], smaller)
    expect(decide(closed, allocate("a", "staff", 1, "08:00", "18:00"))).toMatchObject({ sort: "facility" })
    expect(decide(closed, resize(1, "2024-01-01"))).toMatchObject({ sort: "facility" })
  })
})
