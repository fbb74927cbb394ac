import * as Result from "effect/Result"
import * as fc from "fast-check"
import * as CivilDate from "../CivilDate.ts"
import type * as Period from "../Period.ts"
import * as Text from "../Text.ts"
import * as Timeline from "../Timeline.ts"
import * as TimeWindow from "../TimeWindow.ts"
import * as WorkCalendar from "../WorkCalendar.ts"

/** The days values are taken from: `from` up to but not including `to`. */
export interface Within {
  readonly from: CivilDate.CivilDate
  readonly to: CivilDate.CivilDate
}

const everyDay: Within = { from: CivilDate.make("0001-01-01"), to: CivilDate.make("9999-12-31") }

/**
 * Three months around a leap day and the turn of a month: few enough days that values meet, overlap and leave gaps
 * often, and that a day-by-day model is cheap.
 */
export const shortSpan: Within = { from: CivilDate.make("2024-01-20"), to: CivilDate.make("2024-04-20") }

/** Any civil date; within a span when one is given. */
export const civilDate = (within: Within = everyDay): fc.Arbitrary<CivilDate.CivilDate> =>
  fc
    .integer({ min: CivilDate.toEpochDay(within.from), max: CivilDate.toEpochDay(within.to) - 1 })
    .map(CivilDate.fromEpochDay)

/** A period that begins within a span and ends in it, after it or never. */
export const period = (within: Within = shortSpan): fc.Arbitrary<Period.Period> =>
  fc.oneof(
    { weight: 1, arbitrary: civilDate(within).map((from): Period.Period => ({ from })) },
    {
      weight: 4,
      arbitrary: fc
        .tuple(civilDate(within), fc.integer({ min: 1, max: 40 }))
        .map(([from, days]): Period.Period => ({ from, to: CivilDate.addDays(from, days) }))
    }
  )

/** A timeline in its normal form, whose entries begin within a span. */
export const timeline = <A>(value: fc.Arbitrary<A>, within: Within = shortSpan): fc.Arbitrary<Timeline.Timeline<A>> =>
  fc
    .array(fc.tuple(period(within), value), { maxLength: 8 })
    .map((writes) => writes.reduce<Timeline.Timeline<A>>((line, [on, written]) => Timeline.set(line, on, written), []))

/** A label, with and without English. */
export const text: fc.Arbitrary<Text.Text> = fc
  .tuple(
    fc.constantFrom("楼宇", "街道", "微网格", "共享会议室"),
    fc.constantFrom(undefined, "Building", "Street", "Grid")
  )
  .map(([zh, en]) => Text.of(zh, en))

const timeOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`

/** The windows of a day: closed, in pieces, or open around the clock. */
export const timeWindows: fc.Arbitrary<TimeWindow.TimeWindows> = fc
  .uniqueArray(fc.oneof(fc.constantFrom(0, 1_440), fc.integer({ min: 0, max: 1_440 })), { maxLength: 6 })
  .map((minutes) => {
    const sorted = [...minutes].sort((a, b) => a - b)
    const pairs = sorted.flatMap((open, i): ReadonlyArray<readonly [string, string]> => {
      const close = sorted[i + 1]
      return i % 2 === 0 && close !== undefined ? [[timeOf(open), timeOf(close)]] : []
    })
    return TimeWindow.make(...pairs)
  })

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

/** A working calendar over a short coverage, with any weekend, off-days, make-up workdays and hours. */
export const workCalendar = (within: Within = shortSpan): fc.Arbitrary<WorkCalendar.WorkCalendar> =>
  fc
    .record({
      weekend: fc.uniqueArray(fc.constantFrom(...weekdays), { maxLength: 7 }),
      days: fc.uniqueArray(fc.tuple(civilDate(within), fc.boolean()), { maxLength: 25, selector: ([date]) => date }),
      workday: timeWindows,
      restDay: timeWindows,
      onDates: fc.uniqueArray(fc.record({ date: civilDate(within), windows: timeWindows }), {
        maxLength: 5,
        selector: ({ date }) => date
      }),
      utcOffsetMinutes: fc.constantFrom(480, 0, -570, 345)
    })
    .map(({ weekend, days, workday, restDay, onDates, utcOffsetMinutes }) =>
      Result.getOrThrow(
        WorkCalendar.make({
          id: "generated",
          version: "1",
          names: Text.of("生成的日历", "Generated calendar"),
          source: "generated",
          coverage: within,
          weekend,
          offDays: days.filter(([, off]) => off).map(([date]) => ({ date })),
          workdays: days.filter(([, off]) => !off).map(([date]) => ({ date })),
          utcOffsetMinutes,
          hours: { workday, restDay, onDates }
        })
      )
    )
