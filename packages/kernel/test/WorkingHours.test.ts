import { CivilDate, Text, TimeWindow, WorkCalendar } from "@louyu/kernel"
import { Arbitrary } from "@louyu/kernel/testing"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

const on = CivilDate.make
const value = Result.getOrThrow

const office = value(
  WorkCalendar.withOverrides(WorkCalendar.china, {
    id: "office",
    version: "1",
    names: Text.of("办公时间", "Office hours"),
    source: "invented",
    hours: {
      workday: TimeWindow.make(["09:00", "12:00"], ["13:30", "17:30"]),
      onDates: [{ date: on("2026-12-31"), windows: TimeWindow.make(["09:00", "12:00"]) }]
    }
  })
)

// An instant on a clock in China.
const at = (local: string): number => Date.parse(`${local}:00+08:00`)
const clock = (epochMillis: number): string => new Date(epochMillis + 8 * 3_600_000).toISOString().slice(0, 16)
const later = (local: string, minutes: number) =>
  Result.map(WorkCalendar.addWorkingMinutes(office, at(local), minutes), clock)

describe("TimeWindow", () => {
  it("takes times from 00:00 to 24:00, in order and without overlap", () => {
    const decodes = (windows: unknown) => Result.isSuccess(Schema.decodeUnknownResult(TimeWindow.TimeWindows)(windows))
    expect(decodes([{ open: "00:00", close: "24:00" }])).toBe(true)
    expect(decodes([])).toBe(true)
    expect(
      decodes([
        { open: "09:00", close: "12:00" },
        { open: "12:00", close: "13:00" }
      ])
    ).toBe(true)
    expect(
      decodes([
        { open: "09:00", close: "12:00" },
        { open: "11:59", close: "13:00" }
      ])
    ).toBe(false)
    expect(decodes([{ open: "09:00", close: "09:00" }])).toBe(false)
    expect(decodes([{ open: "24:00", close: "24:01" }])).toBe(false)
    expect(decodes([{ open: "9:00", close: "12:00" }])).toBe(false)
  })

  it("counts the minutes of a day", () => {
    expect(TimeWindow.minutes(TimeWindow.make(["09:00", "12:00"], ["13:30", "17:30"]))).toBe(420)
    expect(TimeWindow.minutes(TimeWindow.make(["00:00", "24:00"]))).toBe(1_440)
  })
})

describe("WorkCalendar in working hours", () => {
  it("opens on working days, make-up workdays included, and on a day with its own hours", () => {
    const hours = (date: string) => value(WorkCalendar.openingHours(office, on(date))).length
    expect(hours("2026-10-09")).toBe(2)
    expect(hours("2026-10-10")).toBe(2)
    expect(hours("2026-10-11")).toBe(0)
    expect(hours("2026-12-31")).toBe(1)
  })

  it("is open from the opening minute up to but not including the closing minute", () => {
    const open = (local: string) => WorkCalendar.isOpen(office, at(local))
    expect(open("2026-10-09T08:59")).toEqual(Result.succeed(false))
    expect(open("2026-10-09T09:00")).toEqual(Result.succeed(true))
    expect(open("2026-10-09T12:00")).toEqual(Result.succeed(false))
    expect(open("2026-10-11T10:00")).toEqual(Result.succeed(false))
  })

  it("ends a term over lunch, over night and over a holiday", () => {
    expect(later("2026-10-09T11:30", 60)).toEqual(Result.succeed("2026-10-09T14:00"))
    expect(later("2026-10-09T17:00", 60)).toEqual(Result.succeed("2026-10-10T09:30"))
    expect(later("2026-09-30T17:00", 60)).toEqual(Result.succeed("2026-10-08T09:30"))
    expect(later("2026-10-03T15:00", 30)).toEqual(Result.succeed("2026-10-08T09:30"))
  })

  it("ends a term that is used up at closing time there, and going back at opening time", () => {
    expect(later("2026-09-30T17:00", 30)).toEqual(Result.succeed("2026-09-30T17:30"))
    expect(later("2026-10-08T09:30", -30)).toEqual(Result.succeed("2026-10-08T09:00"))
    expect(later("2026-10-08T09:30", -31)).toEqual(Result.succeed("2026-09-30T17:29"))
  })

  it("refuses a term that would end in an unknown year", () => {
    expect(later("2026-12-31T11:00", 60)).toEqual(Result.succeed("2026-12-31T12:00"))
    expect(value(Result.flip(later("2026-12-31T11:00", 61)))).toMatchObject({ _tag: "CalendarYearUnknown", year: 2027 })
    expect(value(Result.flip(later("2027-01-04T11:00", 1)))).toMatchObject({ _tag: "CalendarYearUnknown", year: 2027 })
    expect(value(Result.flip(later("2003-12-31T11:00", 1)))).toMatchObject({ _tag: "CalendarYearUnknown", year: 2003 })
    expect(value(Result.flip(later("2004-01-02T09:00", -1)))).toMatchObject({ _tag: "CalendarYearUnknown", year: 2003 })
  })

  it("asks for hours when the calendar has none", () => {
    const problem = value(Result.flip(WorkCalendar.openingHours(WorkCalendar.china, on("2026-10-09"))))
    expect(problem).toMatchObject({ _tag: "CalendarHoursMissing", calendar: "china" })
  })
})

describe("WorkCalendar in working hours, for any calendar", () => {
  const calendars = Arbitrary.workCalendar({ from: on("2024-02-26"), to: on("2024-03-06") })
  const instants = fc.integer({ min: Date.UTC(2024, 1, 25), max: Date.UTC(2024, 2, 7) })
  const minuteStep = 60_000

  // The oracle: the minutes of the coverage one by one, each open or not.
  const openMinutes = (calendar: WorkCalendar.WorkCalendar): ReadonlyArray<number> => {
    const offset = (calendar.utcOffsetMinutes ?? 480) * minuteStep
    const found: Array<number> = []
    for (let date = calendar.coverage.from; date < calendar.coverage.to; date = CivilDate.addDays(date, 1)) {
      const start = CivilDate.toEpochDay(date) * 86_400_000 - offset
      const windows = value(WorkCalendar.openingHours(calendar, date))
      for (let minute = 0; minute < 1_440; minute++) {
        if (windows.some((w) => TimeWindow.minuteOf(w.open) <= minute && minute < TimeWindow.minuteOf(w.close))) {
          found.push(start + minute * minuteStep)
        }
      }
    }
    return found
  }

  it("ends a term at the end of the minute that uses it up, and going back at the beginning of that minute", () => {
    fc.assert(
      fc.property(calendars, instants, fc.integer({ min: -3_000, max: 3_000 }), (calendar, instant, minutes) => {
        fc.pre(minutes !== 0)
        const from = Math.floor(instant / minuteStep) * minuteStep
        fc.pre(Result.isSuccess(WorkCalendar.isOpen(calendar, from)))
        const open = openMinutes(calendar)
        const ahead = minutes > 0 ? open.filter((m) => m >= from) : open.filter((m) => m < from).reverse()
        const last = ahead[Math.abs(minutes) - 1]
        const expected = last === undefined ? undefined : minutes > 0 ? last + minuteStep : last
        const added = WorkCalendar.addWorkingMinutes(calendar, from, minutes)
        expect(Result.isSuccess(added) ? added.success : undefined).toBe(expected)
      })
    )
  })

  it("measures between two instants what was added, to the millisecond", () => {
    fc.assert(
      fc.property(calendars, instants, fc.integer({ min: -3_000, max: 3_000 }), (calendar, instant, minutes) => {
        const added = WorkCalendar.addWorkingMinutes(calendar, instant, minutes)
        fc.pre(Result.isSuccess(added))
        const to = value(added)
        expect(value(WorkCalendar.workingMinutesBetween(calendar, instant, to))).toBeCloseTo(minutes, 9)
        expect(value(WorkCalendar.workingMinutesBetween(calendar, to, instant))).toBeCloseTo(-minutes, 9)
      })
    )
  })
})
