import { Identifier, WorkCalendar } from "@louyu/kernel"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import * as Presence from "../src/Presence.ts"
import type * as State from "../src/StationingState.ts"
import { after, come, day, decide, known, station } from "./stationingScene.ts"

const calendar = WorkCalendar.china
const at = (text: string) => Date.parse(`${text}+08:00`)
const days = (state: State.State, name: string, from: string, to: string) =>
  Result.getOrThrow(Presence.during(known(state, name), calendar, { from: day(from), to: day(to) })).map(
    ({ date }) => date
  )

const state = after([
  come("tax", "tax-bureau", { weekdays: [2], everyWeeks: 1 }),
  come("social", "hr-bureau", { weekdays: [2, 4], everyWeeks: 2 }, { window: { open: "08:30", close: "10:00" } }),
  come("approval", "approval-bureau", { every: "workday" }, { window: { open: "09:00", close: "17:00" } })
])

describe("departments at stations", () => {
  it("F-08 a department comes on its weekday of every week, and not on holidays", () => {
    // 1 October 2024 is a Tuesday.
    expect(days(state, "tax", "2024-09-20", "2024-10-16")).toEqual(["2024-09-24", "2024-10-08", "2024-10-15"])
    const always = after([come("kept", "police", { weekdays: [2], everyWeeks: 1, onHolidays: true })], state)
    expect(days(always, "kept", "2024-09-30", "2024-10-09")).toEqual(["2024-10-01", "2024-10-08"])
  })

  it("F-08 every second week counts from the week it began", () => {
    expect(days(state, "social", "2024-01-01", "2024-02-05")).toEqual([
      "2024-01-02",
      "2024-01-04",
      "2024-01-16",
      "2024-01-18",
      "2024-01-30",
      "2024-02-01"
    ])
    const sunday = after([come("x", "police", { weekdays: [1], everyWeeks: 2 }, { from: "2024-01-07" })])
    expect(days(sunday, "x", "2024-01-01", "2024-02-01")).toEqual(["2024-01-15", "2024-01-29"])
  })

  it("D-12 a department stationed all year is there on every working day, make-up workdays among them", () => {
    const year = days(state, "approval", "2024-01-01", "2025-01-01")
    const worked = WorkCalendar.countWorkdays(calendar, { from: day("2024-01-01"), to: day("2025-01-01") })
    expect(Result.succeed(year.length)).toEqual(worked)
    expect(year).toContain("2024-10-12")
    expect(year).not.toContain("2024-10-13")
  })

  it("F-08 who is there on a date, and at a moment", () => {
    const there = Result.getOrThrow(Presence.on(state, station, calendar, day("2024-01-16")))
    expect(there.map(({ department, window }) => `${window.open} ${department}`)).toEqual([
      "08:30 hr-bureau",
      "09:00 tax-bureau",
      "09:00 approval-bureau"
    ])
    const now = (text: string) =>
      Result.getOrThrow(Presence.at(state, station, calendar, at(text))).map(({ stationing }) => stationing)
    expect(now("2024-01-16T10:00")).toEqual(["tax", "approval"])
    expect(now("2024-01-16T17:00")).toEqual([])
  })

  it("F-08 the next time somebody comes begins after the moment that is asked about", () => {
    const next = (text: string) => Result.getOrThrow(Presence.next(known(state, "tax"), calendar, at(text)))?.date
    expect(next("2024-09-24T08:59")).toBe("2024-09-24")
    expect(next("2024-09-24T09:00")).toBe("2024-10-08")
    const more = after([come("tax2", "tax-bureau", { weekdays: [5], everyWeeks: 1 })], state)
    const soonest = Presence.nextOf(
      more,
      station,
      Identifier.UnitId.make("tax-bureau"),
      calendar,
      at("2024-09-24T12:00")
    )
    expect(Result.getOrThrow(soonest)).toMatchObject({ date: "2024-09-27", stationing: "tax2" })
    const far = Presence.next(known(state, "tax"), calendar, at("2088-01-01T00:00"))
    expect(Result.isFailure(far) && far.failure.code).toBe("kernel/CalendarYearUnknown")
  })

  it("F-08 what comes before the calendar ends is found, though another timetable goes on beyond it", () => {
    const year = { from: day("2026-01-01"), to: day("2027-01-01") }
    const none = { offDays: [], workdays: [] }
    const ending = Result.getOrThrow(WorkCalendar.make({ ...calendar, id: "2026", coverage: year, ...none }))
    const both = after([
      come("monthly", "tax-bureau", { weekdays: [1], everyWeeks: 4 }, { from: "2026-01-05" }),
      come("daily", "tax-bureau", { every: "workday" }),
      come("law", "law-office", { weekdays: [1], everyWeeks: 4 }, { from: "2026-01-05" })
    ])
    const soonest = (department: string, moment: string) =>
      Presence.nextOf(both, station, Identifier.UnitId.make(department), ending, at(moment))
    expect(soonest("tax-bureau", "2026-12-29T12:00")).toMatchObject({
      success: { stationing: "daily", date: "2026-12-30" }
    })
    for (const [department, moment] of [
      ["tax-bureau", "2026-12-31T12:00"],
      ["law-office", "2026-12-29T12:00"]
    ] as const) {
      expect(soonest(department, moment)).toMatchObject({ failure: { code: "kernel/CalendarYearUnknown" } })
    }
    expect(soonest("nobody", "2026-12-29T12:00")).toEqual(Result.succeed(undefined))
  })

  it("F-15 a department stays away on a day, or comes on another at another time", () => {
    const changed = after(
      [
        { _tag: "SkipStationing", stationing: "tax", date: "2024-10-15", reason: "培训" },
        {
          _tag: "MoveStationing",
          stationing: "tax",
          date: "2024-10-22",
          to: "2024-10-23",
          window: { open: "14:00", close: "16:00" }
        }
      ],
      state
    )
    expect(days(changed, "tax", "2024-10-08", "2024-10-30")).toEqual(["2024-10-08", "2024-10-23", "2024-10-29"])
    expect(Result.getOrThrow(Presence.timeOn(known(changed, "tax"), calendar, day("2024-10-23")))).toEqual({
      open: "14:00",
      close: "16:00"
    })
    const skip = (date: string) => decide(changed, { _tag: "SkipStationing", stationing: "tax", date, reason: "会议" })
    expect(skip("2024-10-16")).toMatchObject({ code: "stations/NotStationedThen", date: "2024-10-16" })
    expect(skip("2024-10-15")).toMatchObject({ code: "stations/NotStationedThen" })
    expect(skip("2024-10-23")).toHaveLength(1)
    expect(
      decide(changed, { _tag: "MoveStationing", stationing: "tax", date: "2024-10-29", to: "2024-10-23" })
    ).toMatchObject({
      code: "stations/StationedAlready",
      date: "2024-10-23"
    })
  })

  it("F-08 a stationing ends earlier, never later, and nothing comes after it", () => {
    const ended = after([{ _tag: "EndStationing", stationing: "tax", to: "2024-10-15" }], state)
    expect(days(ended, "tax", "2024-10-01", "2025-01-01")).toEqual(["2024-10-08"])
    expect(Result.getOrThrow(Presence.next(known(ended, "tax"), calendar, at("2024-10-08T09:00")))).toBeUndefined()
    expect(decide(ended, { _tag: "EndStationing", stationing: "tax", to: "2024-11-01" })).toMatchObject({
      sort: "stationing"
    })
    expect(decide(ended, { _tag: "EndStationing", stationing: "tax", to: "2024-01-01" })).toMatchObject({
      code: "kernel/PeriodReversed"
    })
    expect(decide(state, come("y", "nobody", { every: "workday" }))).toMatchObject({ sort: "unit" })
    expect(decide(state, come("y", "tax-bureau", { every: "workday" }, { station: "none" }))).toMatchObject({
      sort: "station"
    })
    expect(decide(state, come("tax", "tax-bureau", { every: "workday" }))).toMatchObject({
      code: "stations/StationIdTaken"
    })
  })
})
