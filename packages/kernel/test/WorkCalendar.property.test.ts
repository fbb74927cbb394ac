import { CivilDate, Period, WorkCalendar } from "@louyu/kernel"
import { Arbitrary } from "@louyu/kernel/testing"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

type Calendar = WorkCalendar.WorkCalendar

const { china } = WorkCalendar
const calendars = Arbitrary.workCalendar()
const aroundSpan = {
  from: CivilDate.addDays(Arbitrary.shortSpan.from, -3),
  to: CivilDate.addDays(Arbitrary.shortSpan.to, 3)
}
const dates = Arbitrary.civilDate(aroundSpan)

// The oracle: the definition, read day by day; `undefined` outside the coverage.
const workedNaively = (calendar: Calendar, date: CivilDate.CivilDate): boolean | undefined => {
  if (!Period.contains(calendar.coverage, date)) return undefined
  if (calendar.workdays.some((day) => day.date === date)) return true
  if (calendar.offDays.some((day) => day.date === date)) return false
  return !calendar.weekend.some((day) => day === CivilDate.weekday(date))
}

const addNaively = (
  calendar: Calendar,
  date: CivilDate.CivilDate,
  workdays: number
): CivilDate.CivilDate | undefined => {
  const step = workdays < 0 ? -1 : 1
  let current = date
  let left = Math.abs(workdays)
  if (workedNaively(calendar, current) === undefined) return undefined
  while (left > 0) {
    current = CivilDate.addDays(current, step)
    const worked = workedNaively(calendar, current)
    if (worked === undefined) return undefined
    if (worked) left--
  }
  return current
}

const countNaively = (calendar: Calendar, period: Period.Period): number | undefined => {
  if (period.to === undefined) return undefined
  let count = 0
  for (let date = period.from; date < period.to; date = CivilDate.addDays(date, 1)) {
    const worked = workedNaively(calendar, date)
    if (worked === undefined) return undefined
    if (worked) count++
  }
  return count
}

const orUndefined = <A, E>(result: Result.Result<A, E>): A | undefined =>
  Result.isSuccess(result) ? result.success : undefined

describe("WorkCalendar", () => {
  it("adds working days as a walk from day to day does, and fails exactly when the walk leaves the coverage", () => {
    fc.assert(
      fc.property(calendars, dates, fc.integer({ min: -70, max: 70 }), (calendar, date, workdays) => {
        const added = WorkCalendar.addWorkdays(calendar, date, workdays)
        expect(orUndefined(added)).toBe(addNaively(calendar, date, workdays))
        expect(WorkCalendar.subtractWorkdays(calendar, date, -workdays)).toEqual(added)
      })
    )
  })

  it("counts working days as a walk from day to day does", () => {
    fc.assert(
      fc.property(calendars, Arbitrary.period(aroundSpan), (calendar, period) => {
        expect(orUndefined(WorkCalendar.countWorkdays(calendar, period))).toBe(countNaively(calendar, period))
      })
    )
  })

  it("adds and counts over 23 years of China as a walk does", () => {
    fc.assert(
      fc.property(
        Arbitrary.civilDate(china.coverage),
        fc.integer({ min: -600, max: 600 }),
        fc.integer({ min: 1, max: 900 }),
        (date, workdays, days) => {
          expect(orUndefined(WorkCalendar.addWorkdays(china, date, workdays))).toBe(addNaively(china, date, workdays))
          const period = { from: date, to: CivilDate.addDays(date, days) }
          expect(orUndefined(WorkCalendar.countWorkdays(china, period))).toBe(countNaively(china, period))
        }
      ),
      { numRuns: 40 }
    )
  })

  it("tells as the distance between two dates what must be added to come from one to the other", () => {
    fc.assert(
      fc.property(calendars, dates, fc.integer({ min: -50, max: 50 }), (calendar, date, workdays) => {
        const added = WorkCalendar.addWorkdays(calendar, date, workdays)
        fc.pre(Result.isSuccess(added))
        expect(WorkCalendar.workdaysUntil(calendar, date, Result.getOrThrow(added))).toEqual(Result.succeed(workdays))
      })
    )
  })

  it("adds in two steps what it adds in one, going one way", () => {
    fc.assert(
      fc.property(calendars, dates, fc.nat(20), fc.nat(20), fc.constantFrom(1, -1), (calendar, date, a, b, sign) => {
        const twice = Result.flatMap(WorkCalendar.addWorkdays(calendar, date, sign * a), (between) =>
          WorkCalendar.addWorkdays(calendar, between, sign * b)
        )
        expect(orUndefined(WorkCalendar.addWorkdays(calendar, date, sign * (a + b)))).toBe(orUndefined(twice))
      })
    )
  })

  it("names a year that is not wholly covered whenever it fails", () => {
    fc.assert(
      fc.property(calendars, dates, fc.integer({ min: -200, max: 200 }), (calendar, date, workdays) => {
        const added = WorkCalendar.addWorkdays(calendar, date, workdays)
        fc.pre(Result.isFailure(added))
        const { year } = Result.getOrThrow(Result.flip(added))
        expect(Period.encloses(calendar.coverage, Period.ofYear(year))).toBe(false)
      })
    )
  })

  it("rolls to the nearest working day on its side", () => {
    fc.assert(
      fc.property(calendars, dates, (calendar, date) => {
        const worked = workedNaively(calendar, date) === true
        const after = orUndefined(WorkCalendar.workdayOnOrAfter(calendar, date))
        expect(after).toBe(worked ? date : addNaively(calendar, date, 1))
        const before = orUndefined(WorkCalendar.workdayOnOrBefore(calendar, date))
        expect(before).toBe(worked ? date : addNaively(calendar, date, -1))
      })
    )
  })

  it("follows the overrides on the days they name and the base on all others", () => {
    fc.assert(
      fc.property(calendars, calendars, dates, (base, other, date) => {
        const layered = Result.getOrThrow(
          WorkCalendar.withOverrides(base, {
            id: "layered",
            version: "1",
            names: base.names,
            source: "generated",
            offDays: other.offDays,
            workdays: other.workdays
          })
        )
        const named = [...other.offDays, ...other.workdays].some((day) => day.date === date)
        expect(workedNaively(layered, date)).toBe(workedNaively(named ? other : base, date))
        expect(orUndefined(WorkCalendar.isWorkday(layered, date))).toBe(workedNaively(layered, date))
      })
    )
  })

  it("adds ten thousand times over twenty years faster than a walk could", () => {
    const from = CivilDate.make("2004-01-05")
    Result.getOrThrow(WorkCalendar.addWorkdays(china, from, 1))
    const started = performance.now()
    let last = from
    for (let i = 0; i < 10_000; i++) last = Result.getOrThrow(WorkCalendar.addWorkdays(china, from, 5_000 + (i % 7)))
    // A walk passes 70 million days here; ten microseconds a question is far below that and far above what it takes.
    expect(performance.now() - started).toBeLessThan(1_000)
    expect(last).toBe(addNaively(china, from, 5_000 + (9_999 % 7)))
  })
})
