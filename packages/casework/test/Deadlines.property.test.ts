import { execFile } from "node:child_process"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"
import { CivilDate, Instant, TimeWindow, WorkCalendar } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Deadlines from "../src/Deadlines.ts"
import { calendar } from "./scene.ts"

const run = promisify(execFile)
const chineseDays = new URL("chineseDaysProbe.ts", import.meta.url)
const deadlines = new URL("deadlineProbe.ts", import.meta.url)
const print = async (file: URL, timeZone: string): Promise<string> => {
  const { stdout } = await run(process.execPath, [fileURLToPath(file)], {
    env: { ...process.env, TZ: timeZone },
    maxBuffer: 1 << 24
  })
  return stdout
}
const Report = Schema.fromJsonString(Schema.Struct({ ends: Schema.Array(Schema.String), newYear: Schema.String }))
const Days = Schema.fromJsonString(Schema.Array(Schema.String))
const epoch = CivilDate.toEpochDay

describe("working days", () => {
  it("R5-3 R5-4 terms of nine years agree with chinese-days day by day, in three time zones", async () => {
    const worked = new Set(Schema.decodeUnknownSync(Days)(await print(chineseDays, "UTC")))
    const [first, last] = [epoch(CivilDate.make("2018-01-01")), epoch(CivilDate.make("2026-11-30"))]
    const expected = Array.from({ length: last - first + 1 }, (_, place) => {
      let day = first + place
      for (let left = (day % 15) + 1; left > 0; ) {
        day++
        if (worked.has(CivilDate.fromEpochDay(day))) left--
      }
      return `${CivilDate.fromEpochDay(day)}T15:59:59.999Z`
    })
    const zones = ["UTC", "Asia/Shanghai", "America/Los_Angeles"]
    const reports = []
    for (const zone of zones) reports.push(Schema.decodeUnknownSync(Report)(await print(deadlines, zone)))
    // That the processes were in three zones shows in a plain local date.
    expect(new Set(reports.map(({ newYear }) => newYear)).size).toBe(3)
    for (const { ends } of reports) expect(ends).toEqual(expected)
  }, 60_000)
})

const year = { from: epoch(CivilDate.make("2025-01-01")), to: epoch(CivilDate.make("2025-10-31")) }
const minute = 60_000
const beginOf = (day: number): number => Instant.endOf(CivilDate.fromEpochDay(day - 1)) + 1

// Moments of a year in order: a beginning, then times at which the clock stops and goes on.
const moments = fc
  .uniqueArray(fc.integer({ min: 0, max: (year.to - year.from) * 96 }), { minLength: 1, maxLength: 9 })
  .map((quarters) => quarters.toSorted((a, b) => a - b).map((one) => beginOf(year.from) + one * 15 * minute))
const begun = moments.map(([from = 0, ...rest]) => {
  const stops = []
  for (let at = 0; at + 1 < rest.length; at += 2) stops.push({ from: rest[at] ?? 0, to: rest[at + 1] ?? 0 })
  return { from, stops }
})

describe("a clock that stops", () => {
  it("R5-5 working days are those a walk from day to day counts, without those in whose evening it stood still", () => {
    fc.assert(
      fc.property(begun, fc.integer({ min: 1, max: 40 }), ({ from, stops }, count) => {
        const isStill = (day: number): boolean => {
          const evening = beginOf(day + 1) - 1
          return stops.some((one) => one.from <= evening && evening < one.to)
        }
        let day = epoch(Instant.dateOf(from))
        for (let left = count; left > 0; ) {
          day++
          const date = CivilDate.fromEpochDay(day)
          if (Result.getOrThrow(WorkCalendar.isWorkday(WorkCalendar.china, date)) && !isStill(day)) left--
        }
        const end = Deadlines.end(WorkCalendar.china, from, { count, unit: "workingDays" }, stops)
        expect(end).toEqual(Result.succeed(beginOf(day + 1) - 1))
      }),
      { numRuns: 300 }
    )
  })

  it("R5-5 working hours are those a walk from quarter to quarter of an hour counts", () => {
    const open = (at: number): boolean => {
      const date = Instant.dateOf(at)
      const passed = (at - beginOf(epoch(date))) / minute
      return (
        Result.getOrThrow(WorkCalendar.isWorkday(calendar, date)) &&
        (calendar.hours?.workday ?? []).some(
          (one) => TimeWindow.minuteOf(one.open) <= passed && passed < TimeWindow.minuteOf(one.close)
        )
      )
    }
    fc.assert(
      fc.property(begun, fc.integer({ min: 1, max: 30 }), ({ from, stops }, count) => {
        let at = from
        for (let left = count * 4; left > 0; at += 15 * minute) {
          if (open(at) && !stops.some((one) => one.from <= at && at < one.to)) left--
        }
        expect(Deadlines.end(calendar, from, { count, unit: "workingHours" }, stops)).toEqual(Result.succeed(at))
      }),
      { numRuns: 100 }
    )
  })

  it("R5-5 hours of the clock go on day and night, and a stop shifts them by as long as it lasts", () => {
    fc.assert(
      fc.property(begun, fc.integer({ min: 1, max: 200 }), ({ from, stops }, count) => {
        const end = Result.getOrThrow(Deadlines.end(calendar, from, { count, unit: "clockHours" }, stops))
        const stood = stops.filter((one) => one.from < end).reduce((sum, one) => sum + one.to - one.from, 0)
        expect(end - from - stood).toBe(count * 60 * minute)
      }),
      { numRuns: 200 }
    )
  })
})
