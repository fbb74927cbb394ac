import { CivilDate, Instant, Timeline, TimeWindow, WorkCalendar } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Days from "../src/Days.ts"
import * as OpeningHours from "../src/OpeningHours.ts"
import * as OpenTimes from "../src/OpenTimes.ts"

const calendar = WorkCalendar.china
// The same days under clocks that are set otherwise, none of them to summer time.
const calendars = [calendar, ...[0, 345, -210].map((utcOffsetMinutes) => ({ ...calendar, utcOffsetMinutes }))]
const length = 16
const perDay = 1440

// Weeks with make-up workdays and holidays are tried as often as others: their days begin near one of these.
const firstDay = fc
  .tuple(fc.constantFrom("2024-02-01", "2024-04-24", "2024-09-10", "2024-09-26", "2025-01-20", "2025-06-02"), fc.nat(9))
  .map(([date, more]) => CivilDate.addDays(CivilDate.make(date), more))

const pad = (value: number): string => String(value).padStart(2, "0")
const time = (slot: number): string => `${pad(Math.floor(slot / 4))}:${pad((slot % 4) * 15)}`
const bounds = (max: number) =>
  fc
    .uniqueArray(fc.oneof(fc.nat(96), fc.constantFrom(0, 96)), { minLength: 0, maxLength: max * 2 })
    .map((slots) => slots.toSorted((a, b) => a - b))
const windows = bounds(2).map((slots) =>
  TimeWindow.make(
    ...Array.from(
      { length: slots.length >> 1 },
      (_, n) => [time(slots[n * 2] ?? 0), time(slots[n * 2 + 1] ?? 0)] as const
    )
  )
)

const days: fc.Arbitrary<Days.Days> = fc.oneof(
  fc.constantFrom(Days.every, Days.workdays, Days.restDays, Days.weekends, Days.holidays),
  fc.constantFrom(Days.on(1, 2, 3, 4, 5), Days.on(6), Days.on(7, 1), Days.on(3)),
  fc.constantFrom<Days.Days>({ weekdays: [1, 2], kinds: ["workday"] }, { weekdays: [6, 7], kinds: ["makeUpWorkday"] })
)
const seasonOf = (first: CivilDate.CivilDate) =>
  fc
    .tuple(fc.nat(length), fc.integer({ min: 1, max: 6 }), fc.boolean())
    .map(([from, lasting, open]) =>
      open
        ? { from: CivilDate.addDays(first, from) }
        : { from: CivilDate.addDays(first, from), to: CivilDate.addDays(first, from + lasting) }
    )

const hoursFrom = (first: CivilDate.CivilDate): fc.Arbitrary<OpeningHours.OpeningHours> => {
  const rule = fc.record({ days, windows, within: fc.option(seasonOf(first), { nil: undefined, freq: 3 }) })
  const exception = fc.record({ days: seasonOf(first), windows })
  return fc.oneof(
    { weight: 1, arbitrary: fc.constant(OpeningHours.always) },
    {
      weight: 8,
      arbitrary: fc
        .tuple(fc.array(rule, { maxLength: 4 }), fc.array(exception, { maxLength: 2 }))
        .map(([rules, exceptions]) => {
          // Of what would contradict, the first is kept.
          const kept: Array<OpeningHours.Rule> = []
          for (const [n, { within, ...one }] of rules.entries()) {
            const made: OpeningHours.Rule = { id: `r${n}`, sort: "regular", ...one, ...(within && { within }) }
            if (OpeningHours.contradictions({ rules: [...kept, made] }).length === 0) kept.push(made)
          }
          const apart = exceptions.filter(
            (one, n) =>
              OpeningHours.contradictions({ rules: [], exceptions: [...exceptions.slice(0, n), one] }).length === 0
          )
          return { rules: kept, exceptions: apart }
        })
    }
  )
}

const scheduleFrom = (first: CivilDate.CivilDate): fc.Arbitrary<OpenTimes.Schedule> =>
  fc
    .tuple(hoursFrom(first), hoursFrom(first), fc.nat(length), fc.constantFrom("one", "then", "until"))
    .map(([hours, other, turn, how]) => {
      const from = CivilDate.addDays(first, turn)
      const one = Timeline.since(CivilDate.addDays(first, -30), hours)
      if (how === "one") return one
      return how === "until" ? Timeline.endAt(one, from) : Timeline.set(one, { from }, other)
    })

const offDays = new Set<string>(calendar.offDays.map(({ date }) => date))
const madeUp = new Set<string>(calendar.workdays.map(({ date }) => date))
const kindOf = (date: CivilDate.CivilDate): string => {
  if (offDays.has(date)) return "offDay"
  if (madeUp.has(date)) return "makeUpWorkday"
  return CivilDate.weekday(date) > 5 ? "weekend" : "workday"
}
const inPeriod = (date: string, period: { readonly from: string; readonly to?: string } | undefined): boolean =>
  period === undefined || (period.from <= date && (period.to === undefined || date < period.to))
const inWindows = (minute: number, some: TimeWindow.TimeWindows): boolean => {
  const text = `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`
  return some.some(({ open, close }) => open <= text && text < close)
}

// Whether it is open in one minute of one day, straight from the words.
const openIn = (schedule: OpenTimes.Schedule, date: CivilDate.CivilDate, minute: number): boolean => {
  const hours = schedule.find((entry) => inPeriod(date, entry))?.value
  if (hours === undefined) return false
  if ("always" in hours) return true
  const exception = hours.exceptions?.find((one) => inPeriod(date, one.days))
  if (exception !== undefined) return inWindows(minute, exception.windows)
  return hours.rules.some(
    (rule) =>
      inPeriod(date, rule.within) &&
      (rule.days.weekdays?.some((weekday) => weekday === CivilDate.weekday(date)) ?? true) &&
      (rule.days.kinds?.some((kind) => kind === kindOf(date)) ?? true) &&
      inWindows(minute, rule.windows)
  )
}

const everyMinute = (schedule: OpenTimes.Schedule, first: CivilDate.CivilDate): ReadonlyArray<boolean> =>
  Array.from({ length }, (_, day) => CivilDate.addDays(first, day)).flatMap((date) =>
    Array.from({ length: perDay }, (_, minute) => openIn(schedule, date, minute))
  )

const scene = firstDay.chain((first) =>
  fc.record({ first: fc.constant(first), schedule: scheduleFrom(first), at: fc.nat(length * perDay - 1) })
)

describe("opening hours against a walk from minute to minute", () => {
  it("P-24 H-23 open now, next opening, next closing and minutes open, over weeks with make-up workdays", () => {
    let turns = 0
    let shut = 0
    fc.assert(
      fc.property(
        scene,
        fc.nat(length * perDay),
        fc.constantFrom(...calendars),
        ({ first, schedule, at }, other, calendar) => {
          const open = everyMinute(schedule, first)
          const start = Instant.of(first, calendar)
          const instant = (minute: number): number => start + minute * Instant.millisPerMinute
          expect(OpenTimes.isOpen(schedule, calendar, instant(at))).toEqual(Result.succeed(open[at]))
          const next = (wanted: boolean): number | undefined => {
            for (let n = at + 1; n < open.length; n++)
              if (open[n] === wanted && open[n - 1] !== wanted) return instant(n)
            return undefined
          }
          for (const [wanted, found] of [
            [true, OpenTimes.nextOpening(schedule, calendar, instant(at))],
            [false, OpenTimes.nextClosing(schedule, calendar, instant(at))]
          ] as const) {
            const expected = next(wanted)
            if (expected !== undefined) {
              turns++
              expect(found).toEqual(Result.succeed(expected))
            } else if (Result.isSuccess(found) && found.success !== undefined) {
              // Not within the days walked, so after them.
              expect(found.success).toBeGreaterThanOrEqual(instant(open.length))
            }
          }
          const [from, to] = [Math.min(at, other), Math.max(at, other)]
          const between = { from: instant(from), to: instant(to) }
          const minutes = open.slice(from, to).filter(Boolean).length
          expect(OpenTimes.minutesOpen(schedule, calendar, between)).toEqual(Result.succeed(minutes))
          const gaps = Result.getOrThrow(OpenTimes.gaps(schedule, calendar, between))
          if (gaps.length > 0) shut++
          expect(gaps.reduce((sum, gap) => sum + (gap.to - gap.from) / 60_000, 0)).toBe(to - from - minutes)
          for (const gap of gaps) expect(open[(gap.from - start) / 60_000]).toBe(false)
        }
      ),
      { numRuns: 120 }
    )
    expect(turns).toBeGreaterThan(60)
    expect(shut).toBeGreaterThan(20)
  })

  it("invariant 7: hours that are not refused never have two rules for one minute", () => {
    fc.assert(
      fc.property(scene, ({ first, schedule }) => {
        for (let day = 0; day < length; day++) {
          const openings = Result.getOrThrow(OpenTimes.on(schedule, calendar, CivilDate.addDays(first, day)))
          for (const [n, { open, close }] of openings.entries()) {
            expect(open < close).toBe(true)
            expect((openings[n + 1]?.open ?? "24:00") >= close).toBe(true)
          }
        }
      }),
      { numRuns: 200 }
    )
  })

  it("invariant 7: two rules contradict exactly when a minute of a day can belong to both", () => {
    const ruleOf = (id: string) =>
      fc.record({ days, windows }).map((one): OpeningHours.Rule => ({ id, sort: "regular", ...one }))
    // A stretch that has every sort of day: each weekday worked and off, weekends free and made up for.
    const first = CivilDate.make("2018-01-01")
    const sorts = new Map(
      Array.from({ length: 365 * 9 }, (_, n) => CivilDate.addDays(first, n)).map((date) => [
        `${CivilDate.weekday(date)} ${kindOf(date)}`,
        date
      ])
    )
    expect(sorts.size).toBe(16)
    let refused = 0
    fc.assert(
      fc.property(ruleOf("a"), ruleOf("b"), (a, b) => {
        const both = [...sorts.values()].some((date) => {
          const one = Timeline.since(first, { rules: [a] })
          const two = Timeline.since(first, { rules: [b] })
          return Array.from({ length: 96 }, (_, n) => n * 15).some(
            (minute) => openIn(one, date, minute) && openIn(two, date, minute)
          )
        })
        if (both) refused++
        expect(OpeningHours.contradictions({ rules: [a, b] }).length > 0).toBe(both)
      }),
      { numRuns: 150 }
    )
    expect(refused).toBeGreaterThan(10)
  })

  it("invariant 7: rules for a season contradict only on days that come in both seasons", () => {
    const first = CivilDate.make("2024-05-01")
    const ruleOf = (id: string) =>
      fc
        .record({ days, windows, within: fc.option(seasonOf(first), { nil: undefined, freq: 4 }) })
        .map(({ within, ...one }): OpeningHours.Rule => ({ id, sort: "regular", ...one, ...(within && { within }) }))
    const openOn = (
      { days: { weekdays, kinds }, within }: OpeningHours.Rule,
      date: string,
      weekday: number,
      kind: string
    ) =>
      inPeriod(date, within) &&
      (weekdays?.some((one) => one === weekday) ?? true) &&
      (kinds?.some((one) => one === kind) ?? true)
    let refused = 0
    let apart = 0
    fc.assert(
      fc.property(ruleOf("a"), ruleOf("b"), (a, b) => {
        const atOnce = a.windows.some((one) => b.windows.some((two) => one.open < two.close && two.open < one.close))
        // Whatever a day of a month may turn out to be in the calendar.
        const both = Array.from({ length: 40 }, (_, n) => CivilDate.addDays(first, n)).some((date) =>
          Days.classesOf(Days.every).some(
            ({ weekday, kind }) =>
              weekday === CivilDate.weekday(date) && openOn(a, date, weekday, kind) && openOn(b, date, weekday, kind)
          )
        )
        if (atOnce && both) refused++
        if (atOnce && !both && Days.meet(a.days, b.days)) apart++
        expect(OpeningHours.contradictions({ rules: [a, b] }).length > 0).toBe(atOnce && both)
      }),
      { numRuns: 400 }
    )
    expect(refused).toBeGreaterThan(10)
    expect(apart).toBeGreaterThan(5)
  })
})
