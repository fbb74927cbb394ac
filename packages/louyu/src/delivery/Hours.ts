import { CivilDate, type TimeWindow, WorkCalendar } from "@louyu/kernel"
import * as Result from "effect/Result"

/** When messages may go out. */
export interface Window {
  readonly open: TimeWindow.TimeOfDay
  readonly close: TimeWindow.TimeOfDay
  readonly workdays?: boolean
}

/** Where and by which calendar hours are meant. */
export interface Local {
  readonly calendar: WorkCalendar.WorkCalendar
  readonly timeZone: string
}

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

const clocks = new Map<string, Intl.DateTimeFormat>()
const clockOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = clocks.get(timeZone)
  if (known !== undefined) return known
  const options = { timeZone, hourCycle: "h23", hour: "2-digit", minute: "2-digit" } as const
  const made = new Intl.DateTimeFormat("en-GB", options)
  clocks.set(timeZone, made)
  return made
}

const minute = 60_000
const day = 86_400_000
const longestShift = 180

// A year whose holidays nobody knows is taken to have none: a message in the morning of one is better than none at all.
const isWorkday = (calendar: WorkCalendar.WorkCalendar, date: CivilDate.CivilDate): boolean =>
  Result.getOrElse(WorkCalendar.isWorkday(calendar, date), () => CivilDate.weekday(date) <= 5)

/**
 * The first instant from a given one on at which a message may go out.
 *
 * Shape: the same instant when it may already.
 * Units: milliseconds since 1970.
 */
export const from = (window: Window | undefined, { calendar, timeZone }: Local, at: number): number => {
  if (window === undefined) return at
  const [open, close] = [minuteOf(window.open), minuteOf(window.close)]
  const clock = clockOf(timeZone)
  // Thirty days are longer than any holiday; without a working day in them there is nothing to wait for.
  let instant = at
  for (let tries = 0; tries < 60; tries++) {
    const now = minuteOf(clock.format(instant))
    const isDay = window.workdays !== true || isWorkday(calendar, CivilDate.fromInstant(instant, timeZone))
    if (isDay && open <= now && now < close) return instant
    const whole = Math.floor(instant / minute) * minute
    const untilOpen = isDay && now < open ? open - now : open - now + day / minute
    const opening = whole + untilOpen * minute
    // Where clocks were put forward or back on the way, the hour is another one by as much.
    const drift = minuteOf(clock.format(opening)) - open
    instant = Math.abs(drift) <= longestShift ? Math.max(instant + minute, opening - drift * minute) : opening
  }
  return at
}
