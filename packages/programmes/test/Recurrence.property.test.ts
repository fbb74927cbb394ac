import { CivilDate, Period, WorkCalendar } from "@louyu/kernel"
import { Arbitrary } from "@louyu/kernel/testing"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { Recurrence } from "../src/index.ts"
import { day } from "./scene.ts"

const { addDays, addMonths, make } = CivilDate
const calendar = WorkCalendar.china
const span = { from: make("2026-01-01"), to: make("2027-01-01") }

// The same question answered by stepping from one occurrence to the next, and by walking day by day to a working day.
const nominal = (rule: Recurrence.Recurrence, begins: CivilDate.CivilDate): ReadonlyArray<CivilDate.CivilDate> => {
  const until = addDays(span.to, 62)
  const found: Array<CivilDate.CivilDate> = []
  switch (rule.every) {
    case "workday":
      for (let date = begins; date < span.to; date = addDays(date, 1)) found.push(date)
      return found
    case "week": {
      const monday = addDays(begins, 1 - CivilDate.weekday(begins))
      for (let week = monday; week < until; week = addDays(week, 7 * (rule.interval ?? 1))) {
        for (const weekday of rule.weekdays) found.push(addDays(week, weekday - 1))
      }
      return found
    }
    case "month": {
      const first = CivilDate.startOfMonth(begins)
      for (let n = 0; addMonths(first, n) < until; n += rule.interval ?? 1) {
        const start = addMonths(first, n)
        const length = CivilDate.day(CivilDate.endOfMonth(start))
        const { when } = rule
        if ("day" in when) found.push(addDays(start, Math.min(when.day, length) - 1))
        else {
          const all = Array.from({ length }, (_, i) => addDays(start, i)).filter(
            (date) => CivilDate.weekday(date) === when.weekday
          )
          const one = all.at(when.nth === -1 ? -1 : when.nth - 1)
          if (one !== undefined) found.push(one)
        }
      }
      return found
    }
    case "year": {
      const year = CivilDate.year(begins)
      for (let n = 0; n < 3; n += rule.interval ?? 1) {
        const start = make(`${year + n}-${String(rule.month).padStart(2, "0")}-01`)
        found.push(addDays(start, Math.min(rule.day, CivilDate.day(CivilDate.endOfMonth(start))) - 1))
      }
      return found
    }
    case "listed":
      return rule.dates
  }
}

const isWorked = (date: CivilDate.CivilDate): boolean => Result.getOrThrow(WorkCalendar.isWorkday(calendar, date))

const walk = (date: CivilDate.CivilDate, offDays: Recurrence.OffDays): CivilDate.CivilDate | undefined => {
  if (offDays === "keep" || isWorked(date)) return date
  if (offDays === "skip") return undefined
  let now = date
  while (!isWorked(now)) now = addDays(now, offDays === "next" ? 1 : -1)
  return now
}

const oracle = (rule: Recurrence.Recurrence, life: Period.Period, within: typeof span) => {
  const offDays = rule.every === "workday" ? "skip" : rule.offDays
  const found = nominal(rule, life.from)
    .filter((date) => Period.contains(life, date) && date < addDays(within.to, 20) && date < span.to)
    .map((date) => walk(date, offDays))
    .filter((date) => date !== undefined)
    .filter((date) => Period.contains(life, date) && Period.contains(within, date))
  return [...new Set(found)].toSorted()
}

const offDays = fc.constantFrom<Recurrence.OffDays>("keep", "skip", "next", "previous")
const interval = fc.integer({ min: 1, max: 4 })
const weekday = fc.integer({ min: 1, max: 7 })
const dayOfYear = Arbitrary.civilDate({ from: make("2026-01-05"), to: make("2026-11-20") })
const rule: fc.Arbitrary<Recurrence.Recurrence> = fc.oneof(
  fc.constant({ every: "workday" } as const),
  fc.record({
    every: fc.constant("week" as const),
    interval,
    weekdays: fc.tuple(weekday, weekday),
    offDays
  }),
  fc.record({
    every: fc.constant("month" as const),
    interval,
    when: fc.oneof(
      fc.record({ day: fc.integer({ min: 1, max: 31 }) }),
      fc.record({ nth: fc.constantFrom(1, 2, 3, 4, -1), weekday })
    ),
    offDays
  }),
  fc.record({
    every: fc.constant("year" as const),
    interval,
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
    offDays
  }),
  fc.record({ every: fc.constant("listed" as const), dates: fc.tuple(dayOfYear, dayOfYear), offDays })
)

// Where a day off lies right before or behind, moved dates come in from outside.
const edges = Array.from({ length: 320 }, (_, n) => addDays(make("2026-01-05"), n)).filter(
  (date) => isWorked(date) !== isWorked(addDays(date, -1))
)
const begin = fc.oneof(fc.constant(make("2026-01-05")), dayOfYear)
const edge = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...edges) }, { weight: 1, arbitrary: dayOfYear })

describe("recurrence", () => {
  it("P-39 F-07 the dates of a series are those of the rule, with days off skipped or moved by the working calendar", () => {
    fc.assert(
      fc.property(
        rule,
        begin,
        fc.option(fc.integer({ min: 1, max: 300 }), { nil: undefined }),
        edge,
        fc.integer({ min: 1, max: 120 }),
        (one, begins, length, from, asked) => {
          const end = length === undefined ? undefined : CivilDate.min(addDays(begins, length), make("2026-12-15"))
          const life = end === undefined || end <= begins ? { from: begins } : { from: begins, to: end }
          const within = { from, to: CivilDate.min(addDays(from, asked), make("2026-12-10")) }
          const found = Recurrence.dates(one, life, calendar, within)
          expect(Result.getOrThrow(found)).toEqual(oracle(one, life, within))
        }
      ),
      { numRuns: 1500 }
    )
  })

  it("P-39 a year the calendar does not know is an error and not a guess", () => {
    const found = Recurrence.dates({ every: "workday" }, Period.since(day("2026-01-01")), calendar, {
      from: day("2099-01-01"),
      to: day("2099-02-01")
    })
    expect(Result.isFailure(found) && found.failure._tag).toBe("CalendarYearUnknown")
  })
})
