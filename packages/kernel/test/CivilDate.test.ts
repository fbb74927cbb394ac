import { CivilDate } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"

const on = CivilDate.make

describe("CivilDate", () => {
  it.each(["2026-02-28", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])("takes %s", (text) => {
    expect(CivilDate.parse(text)).toEqual(Result.succeed(text))
    expect(Schema.decodeUnknownSync(CivilDate.CivilDate)(text)).toBe(text)
  })

  it.each([
    "2026-02-29",
    "1900-02-29",
    "2026-04-31",
    "2026-13-01",
    "2026-00-10",
    "2026-01-00",
    "0000-12-31",
    "2026-1-1",
    "26-01-01",
    "2026-01-01T00:00:00Z",
    " 2026-01-01",
    "2026-01-01\n",
    "２０２６-01-01",
    ""
  ])("refuses %j, in code and when decoded", (text) => {
    expect(Result.getOrThrow(Result.flip(CivilDate.parse(text)))).toMatchObject({ _tag: "CivilDateInvalid" })
    expect(Result.isFailure(Schema.decodeUnknownResult(CivilDate.CivilDate)(text))).toBe(true)
    expect(() => CivilDate.make(text)).toThrow("is not a date that exists")
  })

  it("repeats only the beginning of a text that is far too long", () => {
    const problem = Result.getOrThrow(Result.flip(CivilDate.parse("x".repeat(1_000_000))))
    expect(problem.message.length).toBeLessThan(200)
  })

  it.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2026-01-31", 3, "2026-04-30"],
    ["2026-03-31", -1, "2026-02-28"],
    ["2025-12-15", 1, "2026-01-15"],
    ["2026-01-15", -1, "2025-12-15"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2026-05-05", 0, "2026-05-05"]
  ])("moves %s by %i months to %s", (from, months, to) => {
    expect(CivilDate.addMonths(on(from), months)).toBe(to)
  })

  it("moves 29 February by years to 28 February and back to it only over leap years", () => {
    expect(CivilDate.addYears(on("2024-02-29"), 1)).toBe("2025-02-28")
    expect(CivilDate.addYears(on("2024-02-29"), 4)).toBe("2028-02-29")
  })

  it.each([
    ["2024-12-30", 2025, 1],
    ["2027-01-01", 2026, 53],
    ["2026-01-01", 2026, 1],
    ["2021-01-03", 2020, 53],
    ["2026-11-22", 2026, 47]
  ])("puts %s into week %i-W%i", (date, year, week) => {
    expect(CivilDate.isoWeek(on(date))).toEqual({ year, week })
  })

  it("knows the weekday, the ends of the month and the beginning of the year", () => {
    expect(CivilDate.weekday(on("2026-11-22"))).toBe(7)
    expect(CivilDate.weekday(on("2026-11-23"))).toBe(1)
    expect(CivilDate.startOfMonth(on("2024-02-15"))).toBe("2024-02-01")
    expect(CivilDate.endOfMonth(on("2024-02-15"))).toBe("2024-02-29")
    expect(CivilDate.endOfMonth(on("2026-04-01"))).toBe("2026-04-30")
    expect(CivilDate.startOfYear(26)).toBe("0026-01-01")
  })

  it.each([
    ["2026-11-22T15:59:59Z", "Asia/Shanghai", "2026-11-22"],
    ["2026-11-22T16:00:00Z", "Asia/Shanghai", "2026-11-23"],
    ["2026-11-22T04:59:59Z", "America/New_York", "2026-11-21"],
    ["2011-12-30T09:59:59Z", "Pacific/Apia", "2011-12-29"],
    ["2011-12-30T10:00:00Z", "Pacific/Apia", "2011-12-31"],
    ["1969-12-31T23:00:00Z", "UTC", "1969-12-31"]
  ])("reads %s in %s as %s", (instant, zone, date) => {
    expect(CivilDate.fromInstant(Date.parse(instant), zone)).toBe(date)
  })

  it("takes a zone that does not exist, and a year that has no civil date, for bugs", () => {
    expect(() => CivilDate.fromInstant(0, "Asia/Nowhere")).toThrow("Nowhere")
    expect(() => CivilDate.addDays(on("9999-12-31"), 1)).toThrow("is not a date that exists")
    expect(() => CivilDate.addMonths(on("0001-01-31"), -1)).toThrow("is not a date that exists")
  })
})
