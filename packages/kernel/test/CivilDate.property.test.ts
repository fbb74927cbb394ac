import { CivilDate } from "@louyu/kernel"
import { Arbitrary } from "@louyu/kernel/testing"
import { addDays } from "date-fns/addDays"
import { addMonths } from "date-fns/addMonths"
import { differenceInCalendarDays } from "date-fns/differenceInCalendarDays"
import { endOfMonth } from "date-fns/endOfMonth"
import { getISODay } from "date-fns/getISODay"
import { getISOWeek } from "date-fns/getISOWeek"
import { getISOWeekYear } from "date-fns/getISOWeekYear"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { UtcDate } from "../src/utcDate.ts"

const dates = Arbitrary.civilDate()
// No zone is known to skip a day from 2012 on, and no move below goes back that far.
const future = Arbitrary.civilDate({ from: CivilDate.make("2030-01-01"), to: CivilDate.make("2200-01-01") })
const safe = Arbitrary.civilDate({ from: CivilDate.make("0200-01-01"), to: CivilDate.make("9800-01-01") })
const millisPerDay = 86_400_000

// The oracle: a local date at noon, the way programs use date-fns, and its local fields read back.
const local = (date: CivilDate.CivilDate): Date =>
  new Date(CivilDate.year(date), CivilDate.month(date) - 1, CivilDate.day(date), 12)
const written = (date: Date): string =>
  [String(date.getFullYear()).padStart(4, "0"), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-")

describe("CivilDate", () => {
  it("counts days as Date.UTC does, on every day of four hundred years and more", () => {
    const first = CivilDate.toEpochDay(CivilDate.make("1899-12-31"))
    const wrong: Array<string> = []
    for (let epochDay = first; epochDay < first + 146_097 + 1_000; epochDay++) {
      const text = new Date(epochDay * millisPerDay).toISOString().slice(0, 10)
      const date = CivilDate.fromEpochDay(epochDay)
      if (date !== text || CivilDate.toEpochDay(date) !== epochDay) wrong.push(text)
    }
    expect(wrong).toEqual([])
  })

  it("counts days as Date.UTC does in any year from 1 to 9999", () => {
    fc.assert(
      fc.property(dates, (date) => {
        const utc = new Date(0)
        utc.setUTCFullYear(CivilDate.year(date), CivilDate.month(date) - 1, CivilDate.day(date))
        expect(CivilDate.toEpochDay(date) * millisPerDay).toBe(utc.getTime())
        expect(CivilDate.fromEpochDay(CivilDate.toEpochDay(date))).toBe(date)
        expect(CivilDate.weekday(date)).toBe(utc.getUTCDay() === 0 ? 7 : utc.getUTCDay())
      })
    )
  })

  it("takes exactly the texts of which Date.UTC makes the same date", () => {
    const part = (max: number, width: number) =>
      fc.oneof(fc.nat(max), fc.constantFrom(0, 1, 2, 28, 29, 30, 31)).map((n) => String(n).padStart(width, "0"))
    fc.assert(
      fc.property(fc.tuple(part(9_999, 4), part(14, 2), part(33, 2)), ([year, month, day]) => {
        const utc = new Date(0)
        utc.setUTCFullYear(Number(year), Number(month) - 1, Number(day))
        const text = `${year}-${month}-${day}`
        expect(CivilDate.is(text)).toBe(Number(year) > 0 && utc.toISOString().slice(0, 10) === text)
      }),
      { numRuns: 500 }
    )
  })

  it("agrees with date-fns on local dates", () => {
    fc.assert(
      fc.property(future, future, fc.integer({ min: -5_000, max: 5_000 }), (date, other, by) => {
        expect(CivilDate.addDays(date, by)).toBe(written(addDays(local(date), by)))
        expect(CivilDate.addMonths(date, by % 200)).toBe(written(addMonths(local(date), by % 200)))
        expect(CivilDate.daysBetween(date, other)).toBe(differenceInCalendarDays(local(other), local(date)))
        expect(CivilDate.endOfMonth(date)).toBe(written(endOfMonth(local(date))))
        expect(CivilDate.weekday(date)).toBe(getISODay(local(date)))
        expect(CivilDate.isoWeek(date)).toEqual({ year: getISOWeekYear(local(date)), week: getISOWeek(local(date)) })
      }),
      { numRuns: 300 }
    )
  })

  it("moves by months to the same day, or to the last day of a month that does not have it", () => {
    fc.assert(
      fc.property(safe, fc.integer({ min: -2_000, max: 2_000 }), (date, months) => {
        const moved = CivilDate.addMonths(date, months)
        const count = CivilDate.year(date) * 12 + CivilDate.month(date) + months
        expect(CivilDate.year(moved) * 12 + CivilDate.month(moved)).toBe(count)
        const last = CivilDate.day(CivilDate.endOfMonth(moved))
        expect(CivilDate.day(moved)).toBe(Math.min(CivilDate.day(date), last))
      })
    )
  })

  it("finds between two dates the months that can be added without passing the second", () => {
    fc.assert(
      fc.property(safe, fc.integer({ min: -1_500, max: 1_500 }), (from, days) => {
        const to = CivilDate.addDays(from, days)
        const months = CivilDate.monthsBetween(from, to)
        const step = days < 0 ? -1 : 1
        const passes = (date: CivilDate.CivilDate) => (days < 0 ? date < to : date > to)
        expect(passes(CivilDate.addMonths(from, months))).toBe(false)
        expect(passes(CivilDate.addMonths(from, months + step))).toBe(true)
      }),
      { numRuns: 500 }
    )
  })

  it("finds between a date and itself moved by months the months it was moved by", () => {
    fc.assert(
      fc.property(safe, fc.integer({ min: -2_000, max: 2_000 }), (date, months) => {
        expect(CivilDate.monthsBetween(date, CivilDate.addMonths(date, months))).toBe(months)
      })
    )
  })

  it("orders dates as their texts and as their days", () => {
    fc.assert(
      fc.property(dates, dates, (a, b) => {
        const days = CivilDate.daysBetween(a, b)
        expect(CivilDate.compare(a, b) + Math.sign(days)).toBe(0)
        expect([CivilDate.min(a, b), CivilDate.max(a, b)]).toEqual([a, b].sort())
        expect(CivilDate.daysBetween(b, a) + days).toBe(0)
      })
    )
  })

  it("reads an instant in Shanghai as the date eight hours on", () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1992, 0), max: Date.UTC(2100, 0) }), (epochMillis) => {
        const shifted = new Date(epochMillis + 8 * 3_600_000).toISOString().slice(0, 10)
        expect(CivilDate.fromInstant(epochMillis, "Asia/Shanghai")).toBe(shifted)
        expect(CivilDate.fromInstant(epochMillis, "UTC")).toBe(new Date(epochMillis).toISOString().slice(0, 10))
      })
    )
  })
})

describe("The date that is handed to date-fns", () => {
  // All that a Date reads or writes in the time zone of the process.
  const zoned = Object.getOwnPropertyNames(Date.prototype).filter(
    (name) => /^(?:get|set|to)/u.test(name) && !/UTC|ISO|JSON|GMT|^[gs]etTime$|Temporal/u.test(name)
  )
  const answered = new Set(Object.getOwnPropertyNames(UtcDate.prototype))

  it("answers in UTC to all that the functions in use ask of it", () => {
    const asked = new Set<string>()
    class Watched extends UtcDate {
      [Symbol.for("constructDateFrom")](value: Date | number | string): UtcDate {
        return new Watched(+new Date(value))
      }
    }
    for (const name of zoned) {
      Object.defineProperty(Watched.prototype, name, {
        value: function (this: UtcDate, ...args: ReadonlyArray<unknown>): unknown {
          asked.add(name)
          return Reflect.apply(Reflect.get(UtcDate.prototype, name), this, args)
        }
      })
    }
    for (const text of ["2024-02-29", "2026-01-31", "2027-01-01", "2026-08-15"]) {
      const date = new Watched(Date.parse(text))
      for (const months of [-13, -1, 0, 1, 25]) addMonths(date, months)
      getISOWeek(date)
      getISOWeekYear(date)
    }
    expect(asked.size).toBeGreaterThan(5)
    expect([...asked].filter((name) => !answered.has(name))).toEqual([])
  })
})
