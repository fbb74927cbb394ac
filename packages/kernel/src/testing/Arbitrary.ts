import * as Result from "effect/Result"
import * as fc from "fast-check"
import * as CivilDate from "../CivilDate.ts"
import type * as Count from "../Count.ts"
import * as DivisionCode from "../DivisionCode.ts"
import * as EventEnvelope from "../EventEnvelope.ts"
import * as GridCode from "../GridCode.ts"
import type * as IndustryCode from "../IndustryCode.ts"
import * as Money from "../Money.ts"
import type * as Period from "../Period.ts"
import * as Text from "../Text.ts"
import * as Timeline from "../Timeline.ts"
import * as TimeWindow from "../TimeWindow.ts"
import * as Uscc from "../Uscc.ts"
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

/** An instant of the years 1970 to 2100. */
export const instant: fc.Arbitrary<EventEnvelope.Timestamp> = fc
  .integer({ min: 0, max: Date.UTC(2101, 0, 1) - 1 })
  .map((millis) => EventEnvelope.Timestamp.make(new Date(millis).toISOString()))

/** The code of a division at any level, with 6, 9 or 12 digits, with and without levels left out. */
export const divisionCode: fc.Arbitrary<DivisionCode.DivisionCode> = fc
  .tuple(
    fc.integer({ min: 10, max: 99 }),
    fc.tuple(...[99, 99, 999, 999].map((max) => fc.oneof(fc.constant(0), fc.constantFrom(1, 2), fc.nat(max)))),
    fc.constantFrom(6, 9, 12)
  )
  .map(([province, rest, length]) => {
    const segments = rest.map((value, i) => String(value).padStart(i < 2 ? 2 : 3, "0"))
    return DivisionCode.DivisionCode.make(`${province}${segments.join("")}`.slice(0, length))
  })

const usccCharacters = [..."0123456789ABCDEFGHJKLMNPQRTUWXY"]

/** A unified social credit code whose check characters are right. It belongs to nobody but by chance. */
export const uscc: fc.Arbitrary<Uscc.Uscc> = fc
  .tuple(
    fc.constantFrom("11", "12", "51", "52", "91", "92", "93", "Y1"),
    fc.integer({ min: 100_000, max: 999_999 }),
    fc.array(fc.constantFrom(...usccCharacters), { minLength: 8, maxLength: 8 })
  )
  .map(([kind, division, subject]) => {
    const organisation = subject.join("")
    const first17 = `${kind}${division}${organisation}${Uscc.organisationCheckCharacter(organisation)}`
    return Uscc.Uscc.make(first17 + Uscc.checkCharacter(first17))
  })

/** A code of a scheme. */
export const gridCode = (scheme: GridCode.GridScheme): fc.Arbitrary<GridCode.GridCode> => {
  const length = GridCode.length(scheme)
  return fc
    .array(fc.nat(9), { minLength: length, maxLength: length })
    .map((digits) => ({ scheme: scheme.id, digits: digits.join("") }))
}

/** A code of an edition, at any level; groups and classes need not be in use. */
export const industryCode = (edition: IndustryCode.IndustryEdition): fc.Arbitrary<IndustryCode.IndustryCode> =>
  fc
    .tuple(fc.constantFrom(...edition.sections), fc.nat(98), fc.nat(99), fc.constantFrom(1, 2, 3, 4))
    .map(([{ letter, firstDivision, lastDivision }, offset, rest, length]) => {
      const division = firstDivision + (offset % (lastDivision - firstDivision + 1))
      const digits = `${String(division).padStart(2, "0")}${String(rest).padStart(2, "0")}`
      return { edition: edition.id, code: length === 1 ? letter : digits.slice(0, length) }
    })

/** A count, exact or not, up to a million millions. */
export const count: fc.Arbitrary<Count.Count> = fc.record({
  value: fc.oneof(
    fc.nat(9_999),
    fc.maxSafeNat().map((n) => n % 1e12),
    fc.nat(99_999).map((n) => n * 10_000)
  ),
  qualifier: fc.constantFrom("exact", "atLeast", "about", "nearly")
})

/** An amount of money, small or near the limit, of either sign. */
export const money: fc.Arbitrary<Money.Money> = fc
  .oneof(fc.integer({ min: -99_999, max: 99_999 }), fc.maxSafeInteger())
  .map(Money.fen)

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
