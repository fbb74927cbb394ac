import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { CivilDate, WorkCalendar } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import { generate } from "../scripts/generate-calendar.ts"
import { notLaidOut, readJson, sharedFile } from "./sharedData.ts"

const { china } = WorkCalendar

const daysOf = (from: number, to: number): ReadonlyArray<CivilDate.CivilDate> => {
  const first = CivilDate.startOfYear(from)
  const count = CivilDate.daysBetween(first, CivilDate.startOfYear(to + 1))
  return Array.from({ length: count }, (_, i) => CivilDate.addDays(first, i))
}

const isWeekend = (date: CivilDate.CivilDate): boolean => CivilDate.weekday(date) >= 6
const worked = (calendar: WorkCalendar.WorkCalendar, date: CivilDate.CivilDate): boolean =>
  Result.getOrThrow(WorkCalendar.isWorkday(calendar, date))

describe("The checked-in calendar of China", () => {
  it("is what the installed package generates", () => {
    const checkedIn = readFileSync(new URL("../src/data/chineseCalendar.generated.ts", import.meta.url), "utf8")
    expect(generate()).toBe(checkedIn)
  })

  it("agrees with the package's own answers on every day from 2004 to 2026", () => {
    const days = daysOf(2004, 2026)
    expect(days.length).toBe(8401)
    const probe = fileURLToPath(new URL("chineseDaysProbe.ts", import.meta.url))
    const printed = execFileSync(process.execPath, [probe], { encoding: "utf8", env: { ...process.env, TZ: "UTC" } })
    expect(days.filter((date) => worked(china, date))).toEqual(JSON.parse(printed))
  })

  const noticesFile = sharedFile("holidays-cn-2022-2026.json")
  it.skipIf(noticesFile === undefined)(
    `agrees with the State Council notices on every day from 2022 to 2026${noticesFile ? "" : `: skipped, ${notLaidOut}`}`,
    () => {
      const DaysOfYear = Schema.Array(Schema.Tuple([CivilDate.CivilDate, Schema.String]))
      const Notices = Schema.Record(Schema.String, Schema.Struct({ offDays: DaysOfYear, makeupWorkdays: DaysOfYear }))
      const notices = Object.values(Schema.decodeUnknownSync(Notices)(readJson(noticesFile ?? "")))
      const off = new Set(notices.flatMap((year) => year.offDays.map(([date]) => date)))
      const madeUp = new Set(notices.flatMap((year) => year.makeupWorkdays.map(([date]) => date)))
      expect([off.size, madeUp.size]).toEqual([147, 33])
      const different = daysOf(2022, 2026).filter(
        (date) => worked(china, date) !== (madeUp.has(date) || (!off.has(date) && !isWeekend(date)))
      )
      expect(different).toEqual([])
    }
  )

  const yearFile = sharedFile("fixtures/holiday-cn/2026.json")
  it.skipIf(yearFile === undefined)(
    `comes out the same when the year 2026 is added from a holiday-cn file${yearFile ? "" : `: skipped, ${notLaidOut}`}`,
    () => {
      const file = Schema.decodeUnknownSync(WorkCalendar.HolidayYear)(readJson(yearFile ?? ""))
      const until2025 = Result.getOrThrow(
        WorkCalendar.make({
          ...china,
          coverage: { from: china.coverage.from, to: CivilDate.startOfYear(2026) },
          offDays: china.offDays.filter(({ date }) => date < "2026"),
          workdays: china.workdays.filter(({ date }) => date < "2026")
        })
      )
      const until2026 = Result.getOrThrow(WorkCalendar.addYear(until2025, file))
      const different = daysOf(2004, 2026).filter((date) => worked(until2026, date) !== worked(china, date))
      expect(different).toEqual([])
    }
  )
})
