import { CivilDate, Instant, Period, Timeline, TimeWindow, WorkCalendar } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import * as Days from "../src/Days.ts"
import * as OpeningHours from "../src/OpeningHours.ts"
import * as OpenTimes from "../src/OpenTimes.ts"

const calendar = WorkCalendar.china
const day = CivilDate.make
const at = (date: string, time: string): number => Date.parse(`${date}T${time}+08:00`)
const { make } = TimeWindow

const centre: OpeningHours.OpeningHours = {
  rules: [
    { id: "day", sort: "regular", days: Days.workdays, windows: make(["09:00", "12:00"], ["13:30", "17:30"]) },
    { id: "noon", sort: "noon", names: { zh: "午间一小时" }, days: Days.workdays, windows: make(["12:00", "13:00"]) },
    { id: "weekend", sort: "weekend", days: Days.weekends, windows: make(["10:00", "16:00"]) },
    { id: "holiday", sort: "holiday", days: Days.holidays, windows: make(["10:00", "12:00"]) }
  ],
  exceptions: [
    {
      days: Period.ofDay(day("2024-09-17")),
      windows: make(["18:00", "21:00"]),
      sort: "extended",
      names: { zh: "中秋" }
    },
    { days: { from: day("2024-10-01"), to: day("2024-10-04") }, windows: [] }
  ]
}
const open = Timeline.since(day("2024-01-01"), centre)
const texts = (schedule: OpenTimes.Schedule, date: string) =>
  Result.getOrThrow(OpenTimes.on(schedule, calendar, day(date))).map((one) => `${one.sort} ${one.open}-${one.close}`)

describe("opening hours", () => {
  it("P-24 noon hour, weekends and holidays are open beside regular hours, each said by its sort", () => {
    expect(OpeningHours.contradictions(centre)).toEqual([])
    expect(texts(open, "2024-09-18")).toEqual(["regular 09:00-12:00", "noon 12:00-13:00", "regular 13:30-17:30"])
    expect(texts(open, "2024-09-21")).toEqual(["weekend 10:00-16:00"])
    const noon = Result.getOrThrow(OpenTimes.at(open, calendar, at("2024-09-18", "12:30")))
    expect(noon?.rule?.names?.zh).toBe("午间一小时")
  })

  it("P-24 a Saturday that is made up for has the hours of a working day, a holiday on a Monday those of a holiday", () => {
    expect(texts(open, "2024-09-14")).toEqual(texts(open, "2024-09-18"))
    expect(texts(open, "2024-09-16")).toEqual(["holiday 10:00-12:00"])
  })

  it("P-25 on the days of a festival its own hours hold and no others", () => {
    expect(texts(open, "2024-09-17")).toEqual(["extended 18:00-21:00"])
    expect(texts(open, "2024-10-02")).toEqual([])
    expect(texts(open, "2024-10-04")).toEqual(["holiday 10:00-12:00"])
  })

  it("P-25 a week of longer hours is a rule for a season", () => {
    const within = { from: day("2024-11-11"), to: day("2024-11-18") }
    const rule: OpeningHours.Rule = {
      id: "double11",
      sort: "extended",
      days: Days.every,
      windows: make(["20:00", "24:00"]),
      within
    }
    const riders = Timeline.since(day("2024-01-01"), { rules: [...("rules" in centre ? centre.rules : []), rule] })
    expect(texts(riders, "2024-11-16")).toEqual(["weekend 10:00-16:00", "extended 20:00-24:00"])
    expect(texts(riders, "2024-11-18").at(-1)).toBe("regular 13:30-17:30")
  })

  it("P-24 the next opening and the next closing step over noon, weekends and closed days", () => {
    const next = (time: number) => [
      Result.getOrThrow(OpenTimes.nextOpening(open, calendar, time)),
      Result.getOrThrow(OpenTimes.nextClosing(open, calendar, time))
    ]
    // Noon hour meets the morning: it closes only when it is over.
    expect(next(at("2024-09-18", "11:00"))).toEqual([at("2024-09-18", "13:30"), at("2024-09-18", "13:00")])
    expect(next(at("2024-09-30", "17:30"))).toEqual([at("2024-10-04", "10:00"), at("2024-10-04", "12:00")])
    expect(next(at("2024-09-18", "09:00"))[0]).toBe(at("2024-09-18", "13:30"))
  })

  it("H-23 7x24 has no closed window, knows no next opening or closing, and needs to know no holidays", () => {
    const always = Timeline.since(day("2022-06-01"), OpeningHours.always)
    for (const year of [2024, 2088]) {
      const between = { from: at(`${year}-01-01`, "00:00"), to: at(`${year + 1}-01-01`, "00:00") }
      expect(OpenTimes.gaps(always, calendar, between)).toEqual(Result.succeed([]))
      expect(OpenTimes.minutesOpen(always, calendar, between)).toEqual(Result.succeed(366 * 1440))
    }
    expect(OpenTimes.nextClosing(always, calendar, at("2024-01-01", "00:00"))).toEqual(Result.succeed(undefined))
    expect(OpenTimes.nextOpening(always, calendar, at("2024-01-01", "00:00"))).toEqual(Result.succeed(undefined))
    expect(OpenTimes.nextOpening(always, calendar, at("2022-01-01", "00:00"))).toEqual(
      Result.succeed(at("2022-06-01", "00:00"))
    )
  })

  it("H-12 rules that leave no minute out are as good as always open; midnight is no closing", () => {
    const whole = make(["00:00", "24:00"])
    const rules: ReadonlyArray<OpeningHours.Rule> = [
      { id: "a", sort: "regular", days: Days.workdays, windows: whole },
      { id: "b", sort: "weekend", days: Days.restDays, windows: whole }
    ]
    const schedule = Timeline.since(day("2024-01-01"), { rules })
    expect(OpenTimes.nextClosing(schedule, calendar, at("2024-05-01", "23:59"))).toEqual(Result.succeed(undefined))
    const between = { from: at("2024-04-25", "00:00"), to: at("2024-05-20", "00:00") }
    expect(OpenTimes.gaps(schedule, calendar, between)).toEqual(Result.succeed([]))
    const shut = Timeline.since(day("2024-01-01"), {
      rules,
      exceptions: [{ days: Period.ofDay(day("2024-05-06")), windows: make(["00:00", "08:00"]) }]
    })
    expect(OpenTimes.nextClosing(shut, calendar, at("2024-05-01", "23:59"))).toEqual(
      Result.succeed(at("2024-05-06", "08:00"))
    )
    expect(OpenTimes.nextOpening(shut, calendar, at("2024-05-01", "23:59"))).toEqual(
      Result.succeed(at("2024-05-07", "00:00"))
    )
  })

  it("hours that have ended open no more", () => {
    const ended = Timeline.endAt(open, day("2024-09-19"))
    expect(OpenTimes.nextOpening(ended, calendar, at("2024-09-18", "14:00"))).toEqual(Result.succeed(undefined))
    expect(OpenTimes.nextClosing(ended, calendar, at("2024-09-18", "14:00"))).toEqual(
      Result.succeed(at("2024-09-18", "17:30"))
    )
    expect(OpenTimes.nextOpening(Timeline.empty(), calendar, at("2024-09-18", "14:00"))).toEqual(
      Result.succeed(undefined)
    )
  })

  it("P-24 H-12 hours of every day or of weekdays hold for years whose holidays nobody knows yet", () => {
    const rule = (id: string, days: Days.Days, ...pairs: Array<readonly [string, string]>): OpeningHours.Rule => ({
      id,
      sort: "regular",
      days,
      windows: make(...pairs)
    })
    const since = (...rules: ReadonlyArray<OpeningHours.Rule>) => Timeline.since(day("2024-01-01"), { rules })
    const daily = since(rule("daily", Days.every, ["09:00", "21:00"]))
    expect(OpenTimes.isOpen(daily, calendar, at("2088-01-05", "10:00"))).toEqual(Result.succeed(true))
    const monday = since(rule("monday", Days.on(1), ["09:00", "21:00"]), rule("off", Days.holidays))
    expect(OpenTimes.nextOpening(monday, calendar, at("2088-01-06", "10:00"))).toEqual(
      Result.succeed(at("2088-01-12", "09:00"))
    )
    const night = since(rule("night", Days.every, ["00:00", "02:00"], ["20:00", "24:00"]))
    const newYear = at("2026-12-31", "23:00")
    expect(OpenTimes.nextClosing(night, calendar, newYear)).toEqual(Result.succeed(at("2027-01-01", "02:00")))
    expect(OpenTimes.nextOpening(night, calendar, newYear)).toEqual(Result.succeed(at("2027-01-01", "20:00")))
    const shut = { days: { from: day("2030-02-16"), to: day("2030-02-18") }, windows: [] }
    const round = Timeline.since(day("2024-01-01"), {
      rules: [rule("round", Days.every, ["00:00", "24:00"])],
      exceptions: [shut]
    })
    expect(OpenTimes.nextClosing(round, calendar, newYear)).toEqual(Result.succeed(at("2030-02-16", "00:00")))
    expect(OpenTimes.nextOpening(round, calendar, newYear)).toEqual(Result.succeed(at("2030-02-18", "00:00")))
    const both = since(rule("monday", Days.on(1), ["09:00", "21:00"]), rule("rest", Days.restDays, ["10:00", "16:00"]))
    const unknown = OpenTimes.isOpen(both, calendar, at("2088-01-05", "10:00"))
    expect(Result.isFailure(unknown) && unknown.failure.code).toBe("kernel/CalendarYearUnknown")
  })

  it("a day the calendar does not know is an error and no guess", () => {
    const found = OpenTimes.isOpen(open, calendar, at("2088-01-05", "10:00"))
    expect(Result.isFailure(found) && found.failure.code).toBe("kernel/CalendarYearUnknown")
  })

  it("hours that contradict themselves are told by their rules or their days", () => {
    const twice = { days: { from: day("2024-10-03") }, windows: make(["09:00", "10:00"]) }
    const [first] = "rules" in centre ? centre.rules : []
    const late: OpeningHours.Rule = { id: "late", sort: "evening", days: Days.on(3), windows: make(["17:00", "20:00"]) }
    if (!("rules" in centre) || first === undefined) throw new Error("the centre has rules")
    expect(
      OpeningHours.contradictions({
        rules: [...centre.rules, late, first],
        exceptions: [...(centre.exceptions ?? []), twice]
      })
    ).toEqual([
      { what: "rulesOverlap", between: ["day", "late"] },
      { what: "ruleTwice", between: ["day", "day"] },
      { what: "rulesOverlap", between: ["late", "day"] },
      { what: "exceptionsOverlap", between: ["2024-10-01/2024-10-04", "2024-10-03/.."] }
    ])
  })

  it("a rule whose own windows overlap is not read", () => {
    const bad = {
      rules: [
        {
          id: "a",
          sort: "regular",
          days: {},
          windows: [
            { open: "09:00", close: "12:00" },
            { open: "11:00", close: "13:00" }
          ]
        }
      ]
    }
    expect(Result.isFailure(Schema.decodeUnknownResult(OpeningHours.OpeningHours)(bad))).toBe(true)
    expect(Instant.dateOf(at("2024-09-18", "00:00"), calendar)).toBe("2024-09-18")
  })
})
