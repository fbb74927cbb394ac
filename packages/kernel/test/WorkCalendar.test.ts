import { CivilDate, KernelError, Period, Problem, Text, TimeWindow, WorkCalendar } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"

const on = CivilDate.make
const { china } = WorkCalendar
const value = Result.getOrThrow
const error = <A, E>(result: Result.Result<A, E>): E => value(Result.flip(result))

describe("WorkCalendar.china", () => {
  it.each([
    ["2026-02-13", 1, "2026-02-14"],
    ["2026-02-13", 2, "2026-02-24"],
    ["2026-02-13", 5, "2026-02-27"],
    ["2026-02-13", 6, "2026-02-28"],
    ["2026-09-30", 1, "2026-10-08"],
    ["2026-09-30", 3, "2026-10-10"],
    ["2025-09-26", 1, "2025-09-28"],
    ["2025-09-30", 1, "2025-10-09"],
    ["2025-01-27", 1, "2025-02-05"],
    ["2024-02-09", 1, "2024-02-18"],
    ["2024-09-30", 5, "2024-10-12"],
    ["2024-04-30", 1, "2024-05-06"],
    ["2022-06-14", 20, "2022-07-12"]
  ])("counts %s plus %i working days as %s", (from, workdays, to) => {
    expect(WorkCalendar.addWorkdays(china, on(from), workdays)).toEqual(Result.succeed(to))
    expect(WorkCalendar.workdaysUntil(china, on(from), on(to))).toEqual(Result.succeed(workdays))
  })

  it.each([
    [2022, 249],
    [2023, 249],
    [2024, 251],
    [2025, 248],
    [2026, 248]
  ])("has in %i %i working days", (year, workdays) => {
    expect(WorkCalendar.countWorkdays(china, Period.ofYear(year))).toEqual(Result.succeed(workdays))
  })

  it("tells a make-up workday, an off-day, a weekend and a plain working day apart, with the holiday's name", () => {
    const spring = Text.of("春节", "Spring Festival")
    const kinds = ["2026-02-14", "2026-02-15", "2026-02-28", "2026-03-01", "2026-03-02"].map((date) =>
      value(WorkCalendar.dayOn(china, on(date)))
    )
    expect(kinds).toEqual([
      { date: "2026-02-14", kind: "makeUpWorkday", worked: true, name: spring },
      { date: "2026-02-15", kind: "offDay", worked: false, name: spring },
      { date: "2026-02-28", kind: "makeUpWorkday", worked: true, name: spring },
      { date: "2026-03-01", kind: "weekend", worked: false },
      { date: "2026-03-02", kind: "workday", worked: true }
    ])
  })

  it("leaves a date as it is when nothing is added, even one that is not worked", () => {
    expect(WorkCalendar.addWorkdays(china, on("2026-10-01"), 0)).toEqual(Result.succeed("2026-10-01"))
  })

  it("goes back over the nine days of the Spring Festival 2026", () => {
    expect(WorkCalendar.previousWorkday(china, on("2026-02-24"))).toEqual(Result.succeed("2026-02-14"))
    expect(WorkCalendar.subtractWorkdays(china, on("2026-02-24"), 2)).toEqual(Result.succeed("2026-02-13"))
    expect(WorkCalendar.nextWorkday(china, on("2026-02-14"))).toEqual(Result.succeed("2026-02-24"))
  })

  it("rolls a rest day to the working day around it and leaves a working day alone", () => {
    expect(WorkCalendar.workdayOnOrAfter(china, on("2026-10-03"))).toEqual(Result.succeed("2026-10-08"))
    expect(WorkCalendar.workdayOnOrBefore(china, on("2026-10-03"))).toEqual(Result.succeed("2026-09-30"))
    expect(WorkCalendar.workdayOnOrAfter(china, on("2026-10-10"))).toEqual(Result.succeed("2026-10-10"))
    expect(WorkCalendar.workdayOnOrBefore(china, on("2026-10-10"))).toEqual(Result.succeed("2026-10-10"))
  })

  it("is a value of its own schema", () => {
    const back = Schema.decodeUnknownSync(WorkCalendar.WorkCalendar)(JSON.parse(JSON.stringify(china)))
    expect(back).toEqual(china)
  })
})

describe("WorkCalendar outside its coverage", () => {
  const unknown = (year: number) => ({
    _tag: "CalendarYearUnknown",
    calendar: "china",
    year,
    knownFrom: "2004-01-01",
    knownTo: "2026-12-31"
  })

  it("refuses to say anything about a day of an unknown year", () => {
    for (const date of ["2027-01-01", "2003-12-31"].map(on)) {
      const year = unknown(CivilDate.year(date))
      expect(error(WorkCalendar.isWorkday(china, date))).toMatchObject(year)
      expect(error(WorkCalendar.dayOn(china, date))).toMatchObject(year)
      expect(error(WorkCalendar.addWorkdays(china, date, 0))).toMatchObject(year)
      expect(error(WorkCalendar.workdayOnOrAfter(china, date))).toMatchObject(year)
      expect(error(WorkCalendar.workdaysUntil(china, date, on("2026-06-01")))).toMatchObject(year)
      expect(error(WorkCalendar.workdaysUntil(china, on("2026-06-01"), date))).toMatchObject(year)
    }
  })

  it("refuses an addition that would walk past the last known day, and names the year to add", () => {
    expect(WorkCalendar.addWorkdays(china, on("2026-12-30"), 1)).toEqual(Result.succeed("2026-12-31"))
    expect(error(WorkCalendar.addWorkdays(china, on("2026-12-31"), 1))).toMatchObject(unknown(2027))
    expect(error(WorkCalendar.addWorkdays(china, on("2026-02-13"), 1_000_000))).toMatchObject(unknown(2027))
    expect(error(WorkCalendar.subtractWorkdays(china, on("2004-01-02"), 1))).toMatchObject(unknown(2003))
  })

  it("refuses to count in a period that leaves the coverage or has no end", () => {
    const count = (from: string, to?: string) =>
      WorkCalendar.countWorkdays(china, value(Period.make(on(from), to === undefined ? undefined : on(to))))
    expect(count("2026-12-31", "2027-01-01")).toEqual(Result.succeed(1))
    expect(error(count("2026-12-31", "2027-01-02"))).toMatchObject(unknown(2027))
    expect(error(count("2026-12-31", "2030-01-01"))).toMatchObject(unknown(2027))
    expect(error(count("2026-12-31"))).toMatchObject(unknown(2027))
    expect(error(count("2003-12-31", "2004-02-01"))).toMatchObject(unknown(2003))
  })

  it("says in both languages which year is missing and what to do", () => {
    const problem = error(WorkCalendar.isWorkday(china, on("2027-10-01")))
    expect(problem).toBeInstanceOf(KernelError.CalendarYearUnknown)
    expect(problem.text.zh).toContain("没有 2027 年的数据")
    expect(problem.text.en).toContain("add that year's holidays")
    expect(Problem.toJson(problem)).toMatchObject({ code: "kernel/CalendarYearUnknown", year: 2027 })
  })

  it("takes a fraction of a day for the bug it is", () => {
    expect(() => WorkCalendar.addWorkdays(china, on("2026-01-05"), 1.5)).toThrow("whole number")
  })
})

const closure: WorkCalendar.Overrides = {
  id: "tower-a",
  version: "1",
  names: Text.of("甲座", "Tower A"),
  source: "notice of the property company",
  offDays: [{ date: on("2026-10-10"), name: Text.of("停电检修", "Power maintenance") }, { date: on("2026-11-11") }],
  workdays: [{ date: on("2026-10-07") }]
}

describe("WorkCalendar.withOverrides", () => {
  const tower = value(WorkCalendar.withOverrides(china, closure))

  it("closes and opens the named days and follows the larger calendar on all others", () => {
    expect(value(WorkCalendar.dayOn(tower, on("2026-10-10")))).toMatchObject({
      kind: "offDay",
      name: { zh: "停电检修" }
    })
    expect(WorkCalendar.addWorkdays(tower, on("2026-09-30"), 1)).toEqual(Result.succeed("2026-10-07"))
    expect(WorkCalendar.addWorkdays(tower, on("2026-09-30"), 4)).toEqual(Result.succeed("2026-10-12"))
    expect(WorkCalendar.countWorkdays(tower, Period.ofYear(2026))).toEqual(Result.succeed(247))
    expect(WorkCalendar.countWorkdays(tower, Period.ofYear(2025))).toEqual(Result.succeed(248))
  })

  it("leaves the larger calendar untouched", () => {
    expect(WorkCalendar.isWorkday(china, on("2026-10-10"))).toEqual(Result.succeed(true))
  })

  it("changes nothing more when laid over twice", () => {
    expect(value(WorkCalendar.withOverrides(tower, closure))).toEqual(tower)
  })

  it("refuses a closure in a year the larger calendar does not know", () => {
    const late = { ...closure, offDays: [{ date: on("2027-03-01") }] }
    expect(error(WorkCalendar.withOverrides(china, late))).toMatchObject({ _tag: "CalendarYearUnknown", year: 2027 })
  })

  it("refuses a day that is both closed and opened", () => {
    const torn = { ...closure, workdays: [{ date: on("2026-11-11") }] }
    expect(error(WorkCalendar.withOverrides(china, torn))).toMatchObject({
      _tag: "CalendarInvalid",
      reason: "dayTwice",
      date: "2026-11-11"
    })
  })
})

// Invented days: the notice for 2027 is not part of the data.
const invented2027: WorkCalendar.Addition = {
  version: "draft",
  source: "invented for this test",
  coverage: { from: on("2027-01-01"), to: on("2028-01-01") },
  offDays: [{ date: on("2027-01-01"), name: Text.of("元旦") }, { date: on("2026-12-31") }],
  workdays: [{ date: on("2027-01-09") }]
}

describe("WorkCalendar.extend", () => {
  const longer = value(WorkCalendar.extend(china, invented2027))

  it("answers for the new year and lets its notice change days at the end of the year before", () => {
    expect(WorkCalendar.addWorkdays(longer, on("2026-12-30"), 1)).toEqual(Result.succeed("2027-01-04"))
    expect(WorkCalendar.isWorkday(longer, on("2027-01-09"))).toEqual(Result.succeed(true))
    expect(error(WorkCalendar.isWorkday(longer, on("2028-01-01")))).toMatchObject({ year: 2028 })
  })

  it("counts only the addition within the addition's coverage", () => {
    const emptied = value(WorkCalendar.extend(longer, { ...invented2027, version: "final", offDays: [], workdays: [] }))
    expect(WorkCalendar.isWorkday(emptied, on("2027-01-01"))).toEqual(Result.succeed(true))
    expect(WorkCalendar.isWorkday(emptied, on("2027-01-09"))).toEqual(Result.succeed(false))
    expect(emptied.version).toBe("chinese-days 1.5.7 + draft + final")
  })

  it("refuses an addition that leaves a gap, is reversed or names a day outside", () => {
    const from2028 = { ...invented2027, coverage: { from: on("2028-01-01"), to: on("2029-01-01") } }
    expect(error(WorkCalendar.extend(china, from2028))).toMatchObject({ reason: "coverageGap" })
    const reversed = { ...invented2027, coverage: { from: on("2027-01-01"), to: on("2027-01-01") } }
    expect(error(WorkCalendar.extend(china, reversed))).toMatchObject({ reason: "coverageReversed" })
    const outside = { ...invented2027, workdays: [{ date: on("2028-01-01") }] }
    expect(error(WorkCalendar.extend(china, outside))).toMatchObject({ reason: "dayOutside", date: "2028-01-01" })
  })
})

describe("WorkCalendar.addYear", () => {
  const file = {
    year: 2027,
    papers: ["https://example.org/notice"],
    days: [
      { name: "元旦", date: on("2026-12-31"), isOffDay: true },
      { name: "元旦", date: on("2027-01-01"), isOffDay: true },
      { name: "元旦", date: on("2027-01-09"), isOffDay: false },
      { name: "元旦", date: on("2028-01-01"), isOffDay: true }
    ]
  }

  it("takes over a year and its neighbour's days that are covered, and leaves the year after unknown", () => {
    const longer = value(WorkCalendar.addYear(china, file))
    expect(value(WorkCalendar.dayOn(longer, on("2027-01-09")))).toMatchObject({ kind: "makeUpWorkday" })
    expect(WorkCalendar.isWorkday(longer, on("2026-12-31"))).toEqual(Result.succeed(false))
    expect(error(WorkCalendar.isWorkday(longer, on("2028-01-01")))).toMatchObject({ year: 2028 })
  })

  it("takes a file without days for what it says: the year is not known yet", () => {
    const empty = { year: 2027, papers: [], days: [] }
    expect(error(WorkCalendar.addYear(china, empty))).toMatchObject({ _tag: "CalendarYearUnknown", year: 2027 })
  })
})

describe("WorkCalendar.make", () => {
  const base: WorkCalendar.WorkCalendar = {
    id: "night-market",
    version: "1",
    names: Text.of("夜市", "Night market"),
    source: "invented",
    coverage: { from: on("2026-06-15"), to: on("2026-07-01") },
    weekend: [1],
    offDays: [{ date: on("2026-06-16") }],
    workdays: []
  }

  it("takes another weekend and a coverage that begins and ends within a year", () => {
    const market = value(WorkCalendar.make(base))
    expect(WorkCalendar.nextWorkday(market, on("2026-06-15"))).toEqual(Result.succeed("2026-06-17"))
    expect(WorkCalendar.isWorkday(market, on("2026-06-21"))).toEqual(Result.succeed(true))
    expect(error(WorkCalendar.isWorkday(market, on("2026-07-01")))).toMatchObject({ year: 2026 })
    expect(error(WorkCalendar.previousWorkday(market, on("2026-06-15")))).toMatchObject({ year: 2026 })
  })

  it.each([
    ["coverageReversed", { coverage: { from: on("2026-06-15"), to: on("2026-06-15") } }],
    ["dayOutside", { offDays: [{ date: on("2026-07-01") }] }],
    ["dayTwice", { offDays: [{ date: on("2026-06-16") }, { date: on("2026-06-16") }] }],
    ["dayTwice", { workdays: [{ date: on("2026-06-16") }] }],
    [
      "hoursTwice",
      {
        hours: {
          workday: [],
          onDates: [
            { date: on("2026-06-17"), windows: [] },
            { date: on("2026-06-17"), windows: TimeWindow.make(["09:00", "10:00"]) }
          ]
        }
      }
    ]
  ] as const)("refuses a calendar with %s, in code and when decoded", (reason, change) => {
    const wrong = { ...base, ...change }
    expect(error(WorkCalendar.make(wrong))).toMatchObject({ _tag: "CalendarInvalid", reason })
    const decoded = Schema.decodeUnknownResult(WorkCalendar.WorkCalendar)(wrong)
    expect(Result.isFailure(decoded) && decoded.failure.message).toContain(error(WorkCalendar.make(wrong)).message)
  })
})
