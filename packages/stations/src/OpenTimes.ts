import { CivilDate, Instant, type KernelError, type Timeline, TimeWindow, type WorkCalendar } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Days from "./Days.ts"
import type { OpeningHours, Rule, Sort } from "./OpeningHours.ts"
import * as Hours from "./station/Hours.ts"

type Date = CivilDate.CivilDate
type Calendar = WorkCalendar.WorkCalendar
type Answer<A> = Result.Result<A, KernelError.CalendarYearUnknown>

/** The opening hours of something, from date to date; on days without any it is closed. */
export type Schedule = Timeline.Timeline<OpeningHours>

/** A stretch of a day during which it is open; `rule` is missing where an exception says so, or it is always open. */
export interface Opening extends TimeWindow.TimeWindow {
  readonly sort: Sort
  readonly rule?: Rule
}

/** A stretch of time between two moments. */
export interface Stretch {
  readonly from: Instant.Instant
  readonly to: Instant.Instant
}

const minutesPerDay = 1440

const openingOf = (window: TimeWindow.TimeWindow, { sort, rule }: Hours.Source): Opening =>
  rule === undefined ? { ...window, sort } : { ...window, sort, rule }

/**
 * When it is open on a date, in order of time; none when it is closed.
 *
 * Fails: `CalendarYearUnknown` where a rule has to know what day it is and the calendar does not. Cost: O(rules).
 */
export const on = (schedule: Schedule, calendar: Calendar, date: Date): Answer<ReadonlyArray<Opening>> =>
  Result.map(Hours.on(schedule, calendar, date), (sources) => {
    const found = sources.flatMap((source) => source.windows.map((window) => openingOf(window, source)))
    return sources.length > 1 ? found.sort((a, b) => (a.open < b.open ? -1 : 1)) : found
  })

/** What is open at a time of a date, with its rule; `undefined` when it is closed. Fails and costs as {@link on}. */
export const atTime = (
  schedule: Schedule,
  calendar: Calendar,
  date: Date,
  time: TimeWindow.TimeOfDay
): Answer<Opening | undefined> =>
  Result.map(Hours.on(schedule, calendar, date), (sources) => {
    // An odd calendar may bring windows over each other; the one that opens first is told.
    let first: TimeWindow.TimeWindow | undefined
    let from: Hours.Source | undefined
    for (const source of sources) {
      const found = source.windows.find(({ open, close }) => open <= time && time < close)
      if (found === undefined || (first !== undefined && first.open <= found.open)) continue
      first = found
      from = source
    }
    return first && from && openingOf(first, from)
  })

const two = (value: number): string => (value < 10 ? `0${value}` : String(value))

/** The date and the time of day of a moment, by the clocks of a calendar. */
export const clockAt = (
  calendar: Calendar,
  moment: Instant.Instant
): { readonly date: Date; readonly time: TimeWindow.TimeOfDay } => {
  const date = Instant.dateOf(moment, calendar)
  const minute = Math.floor((moment - Instant.of(date, calendar)) / Instant.millisPerMinute)
  // Made of the hours and minutes of a day, the text is one of their pattern.
  return { date, time: `${two(Math.floor(minute / 60))}:${two(minute % 60)}` as TimeWindow.TimeOfDay }
}

/** What is open at a moment, with its rule; `undefined` when it is closed. Fails and costs as {@link on}. */
export const at = (schedule: Schedule, calendar: Calendar, moment: Instant.Instant): Answer<Opening | undefined> => {
  const { date, time } = clockAt(calendar, moment)
  return atTime(schedule, calendar, date, time)
}

/** Tells whether it is open at a moment. Fails and costs as {@link on}. */
export const isOpen = (schedule: Schedule, calendar: Calendar, moment: Instant.Instant): Answer<boolean> =>
  Result.map(at(schedule, calendar, moment), (opening) => opening !== undefined)

type Span = readonly [from: number, to: number]

// Windows that meet, or that an odd calendar brings over each other, are one.
const joined = (openings: ReadonlyArray<Opening>): ReadonlyArray<Span> => {
  const spans: Array<Span> = []
  for (const { open, close } of openings) {
    const from = TimeWindow.minuteOf(open)
    const to = TimeWindow.minuteOf(close)
    const last = spans.at(-1)
    if (last !== undefined && from <= last[1]) spans[spans.length - 1] = [last[0], Math.max(last[1], to)]
    else spans.push([from, to])
  }
  return spans
}

// Whether rules leave no minute of any day out.
const coverAll = (rules: ReadonlyArray<Rule>): boolean =>
  Days.classesOf(Days.every).every((one) => {
    const windows = rules.filter(({ days }) => Days.has(days, one)).flatMap((rule) => rule.windows)
    return TimeWindow.minutes(windows) >= minutesPerDay
  })

// The date from which every day opens and closes as the one before it, or `undefined` when it depends on the calendar.
const alikeFrom = (schedule: Schedule): Date | undefined => {
  const last = schedule.at(-1)
  if (last === undefined) return CivilDate.make("0001-01-01")
  if (last.to !== undefined || "always" in last.value) return last.to ?? last.from
  const { rules, exceptions = [] } = last.value
  const lasting = rules.filter(({ within, windows }) => within?.to === undefined && windows.length > 0)
  const forGood = exceptions.some(({ days }) => days.to === undefined)
  if (!forGood && lasting.length > 0 && !coverAll(lasting)) return undefined
  const bounds = [...rules.map(({ within }) => within), ...exceptions.map(({ days }) => days)]
  return bounds.flatMap((period) => period?.to ?? period?.from ?? []).reduce(CivilDate.max, last.from)
}

interface Turn {
  readonly minute: number
  readonly opens: boolean
}

// Where a day that comes after an open or a closed midnight opens and closes.
const turnsOf = (spans: ReadonlyArray<Span>, before: boolean): ReadonlyArray<Turn> => {
  const turns: Array<Turn> = []
  if (before && spans[0]?.[0] !== 0) turns.push({ minute: 0, opens: false })
  for (const [from, to] of spans) {
    if (from > 0 || !before) turns.push({ minute: from, opens: true })
    if (to < minutesPerDay) turns.push({ minute: to, opens: false })
  }
  return turns
}

const nextTurn = (
  schedule: Schedule,
  calendar: Calendar,
  after: Instant.Instant,
  opens: boolean
): Answer<Instant.Instant | undefined> => {
  const alike = alikeFrom(schedule)
  let before: boolean | undefined
  for (let date = Instant.dateOf(after, calendar); ; date = CivilDate.addDays(date, 1)) {
    const openings = on(schedule, calendar, date)
    if (Result.isFailure(openings)) return Result.fail(openings.failure)
    const spans = joined(openings.success)
    // A turn at the first midnight is not after the moment that is asked about, so what was before it is no matter.
    for (const turn of turnsOf(spans, before ?? spans[0]?.[0] === 0)) {
      const moment = Instant.of(date, calendar, turn.minute)
      if (turn.opens === opens && moment > after) return Result.succeed(moment)
    }
    if (alike !== undefined && date > alike && before !== undefined) return Result.succeed(undefined)
    before = spans.at(-1)?.[1] === minutesPerDay
  }
}

/**
 * The next moment at which it opens after having been closed; `undefined` when there is none.
 *
 * Shape: midnight is no opening where it was open before. Cost: O(days on the way).
 * Fails: `CalendarYearUnknown` when a day on the way is outside the calendar.
 */
export const nextOpening = (
  schedule: Schedule,
  calendar: Calendar,
  after: Instant.Instant
): Answer<Instant.Instant | undefined> => nextTurn(schedule, calendar, after, true)

/** The next moment at which it closes; `undefined` when it never does. Fails and costs as {@link nextOpening}. */
export const nextClosing = (
  schedule: Schedule,
  calendar: Calendar,
  after: Instant.Instant
): Answer<Instant.Instant | undefined> => nextTurn(schedule, calendar, after, false)

/** The stretches of time between two moments in which it is open, in order. Fails and costs as {@link nextOpening}. */
export const stretches = (
  schedule: Schedule,
  calendar: Calendar,
  { from, to }: Stretch
): Answer<ReadonlyArray<Stretch>> => {
  const found: Array<Stretch> = []
  const last = Instant.dateOf(to, calendar)
  for (let date = Instant.dateOf(from, calendar); date <= last && from < to; date = CivilDate.addDays(date, 1)) {
    // The moment that ends on midnight has nothing of the day that begins there.
    if (Instant.of(date, calendar) >= to) break
    const openings = on(schedule, calendar, date)
    if (Result.isFailure(openings)) return Result.fail(openings.failure)
    for (const span of joined(openings.success)) {
      const start = Math.max(from, Instant.of(date, calendar, span[0]))
      const stop = Math.min(to, Instant.of(date, calendar, span[1]))
      const before = found.at(-1)
      if (start >= stop) continue
      if (before?.to === start) found[found.length - 1] = { from: before.from, to: stop }
      else found.push({ from: start, to: stop })
    }
  }
  return Result.succeed(found)
}

/** How many minutes it is open between two moments. Fails and costs as {@link nextOpening}. */
export const minutesOpen = (schedule: Schedule, calendar: Calendar, between: Stretch): Answer<number> =>
  Result.map(stretches(schedule, calendar, between), (open) =>
    open.reduce((sum, { from, to }) => sum + (to - from) / Instant.millisPerMinute, 0)
  )

/** The stretches between two moments in which it is closed: none for 24x7. Fails and costs as {@link nextOpening}. */
export const gaps = (schedule: Schedule, calendar: Calendar, between: Stretch): Answer<ReadonlyArray<Stretch>> =>
  Result.map(stretches(schedule, calendar, between), (open) => {
    const bounds = [between.from, ...open.flatMap(({ from, to }) => [from, to]), between.to]
    return bounds.flatMap((from, index) => {
      const to = bounds[index + 1]
      return index % 2 === 0 && to !== undefined && from < to ? [{ from, to }] : []
    })
  })
