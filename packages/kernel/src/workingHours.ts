import * as Result from "effect/Result"
import * as CivilDate from "./CivilDate.ts"
import { CalendarHoursMissing, type CalendarYearUnknown } from "./KernelError.ts"
import { minuteOf, minutes as minutesOf, type TimeWindow, type TimeWindows } from "./TimeWindow.ts"
import { indexOf, placeOf, unknownBeyond, unknownDay } from "./workCalendarIndex.ts"
import type { OpeningHours, WorkCalendar } from "./workCalendarModel.ts"

type Answer<A> = Result.Result<A, CalendarYearUnknown | CalendarHoursMissing>

const millisPerMinute = 60_000
const millisPerDay = 86_400_000

/** The windows of every day covered, and at `i` the open milliseconds of the first `i` days. */
interface HoursIndex {
  readonly offsetMillis: number
  readonly first: number
  readonly windows: ReadonlyArray<TimeWindows>
  readonly before: Float64Array
}

const compile = (calendar: WorkCalendar, hours: OpeningHours): HoursIndex => {
  const index = indexOf(calendar)
  const restDay = hours.restDay ?? []
  const windows: Array<TimeWindows> = Array.from({ length: index.length }, (_, i) =>
    index.before[i + 1] === index.before[i] ? restDay : hours.workday
  )
  for (const { date, windows: own } of hours.onDates ?? []) {
    const place = placeOf(index, date)
    if (place !== undefined) windows[place] = own
  }
  const before = new Float64Array(index.length + 1)
  for (const [i, day] of windows.entries()) before[i + 1] = (before[i] ?? 0) + minutesOf(day) * millisPerMinute
  return { offsetMillis: (calendar.utcOffsetMinutes ?? 480) * millisPerMinute, first: index.first, windows, before }
}

const compiled = new WeakMap<WorkCalendar, HoursIndex>()

const hoursOf = (calendar: WorkCalendar): Result.Result<HoursIndex, CalendarHoursMissing> => {
  const known = compiled.get(calendar)
  if (known !== undefined) return Result.succeed(known)
  if (calendar.hours === undefined) return Result.fail(new CalendarHoursMissing({ calendar: calendar.id }))
  const made = compile(calendar, calendar.hours)
  compiled.set(calendar, made)
  return Result.succeed(made)
}

/**
 * When it is open on a day: windows in order, none when closed.
 *
 * Fails: `CalendarHoursMissing` when the calendar has no hours; `CalendarYearUnknown` outside the coverage.
 */
export const openingHours = (calendar: WorkCalendar, date: CivilDate.CivilDate): Answer<TimeWindows> =>
  Result.flatMap(hoursOf(calendar), ({ first, windows }): Answer<TimeWindows> => {
    const found = windows[CivilDate.toEpochDay(date) - first]
    return found === undefined ? Result.fail(unknownDay(calendar, date)) : Result.succeed(found)
  })

// Reckoned in whole milliseconds, so that adding and taking away cancel out exactly.
interface Moment {
  readonly hours: HoursIndex
  readonly place: number
  readonly millisOfDay: number
}

const momentOf = (calendar: WorkCalendar, epochMillis: number): Answer<Moment> =>
  Result.flatMap(hoursOf(calendar), (hours): Answer<Moment> => {
    const local = epochMillis + hours.offsetMillis
    const epochDay = Math.floor(local / millisPerDay)
    const place = epochDay - hours.first
    if (place < 0) return Result.fail(unknownBeyond(calendar, "before"))
    if (place >= hours.windows.length) return Result.fail(unknownBeyond(calendar, "after"))
    return Result.succeed({ hours, place, millisOfDay: local - epochDay * millisPerDay })
  })

const openOf = (window: TimeWindow): number => minuteOf(window.open) * millisPerMinute
const closeOf = (window: TimeWindow): number => minuteOf(window.close) * millisPerMinute

/** Tells whether it is open at an instant. Units: `epochMillis` since 1970-01-01T00:00Z. Fails as {@link openingHours}. */
export const isOpen = (calendar: WorkCalendar, epochMillis: number): Answer<boolean> =>
  Result.map(momentOf(calendar, epochMillis), ({ hours, place, millisOfDay }) =>
    (hours.windows[place] ?? []).some((w) => openOf(w) <= millisOfDay && millisOfDay < closeOf(w))
  )

// Open milliseconds from the beginning of the coverage up to a moment.
const positionOf = ({ hours, place, millisOfDay }: Moment): number =>
  (hours.windows[place] ?? []).reduce(
    (sum, w) => sum + Math.max(0, Math.min(millisOfDay, closeOf(w)) - openOf(w)),
    hours.before[place] ?? 0
  )

// The first place for which the test holds; it holds for all after it.
const firstPlace = (length: number, holds: (place: number) => boolean): number => {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}

// The instant at a position: going on, the earliest (a closing); going back, the latest (an opening).
const instantAt = (hours: HoursIndex, position: number, forward: boolean): number | undefined => {
  const place = firstPlace(hours.windows.length, (i) => {
    const after = hours.before[i + 1] ?? 0
    return forward ? after >= position : after > position
  })
  let left = position - (hours.before[place] ?? 0)
  for (const window of hours.windows[place] ?? []) {
    const length = closeOf(window) - openOf(window)
    if (forward ? left <= length : left < length) {
      return (hours.first + place) * millisPerDay + openOf(window) + left - hours.offsetMillis
    }
    left -= length
  }
  return undefined
}

/**
 * Moves an instant by minutes during which it is open; a term that is used up at closing time ends there.
 *
 * Units: `epochMillis` since 1970-01-01T00:00Z; `minutes` may be negative, and 0 changes nothing. A calendar for terms
 * has no hours on rest days.
 * Fails: `CalendarYearUnknown` when the instant or any day on the way is outside the coverage; `CalendarHoursMissing`.
 * Cost: O(log days).
 */
export const addWorkingMinutes = (calendar: WorkCalendar, epochMillis: number, minutes: number): Answer<number> => {
  if (!Number.isSafeInteger(minutes)) throw new Error("WorkCalendar.addWorkingMinutes: minutes must be a whole number")
  return Result.flatMap(momentOf(calendar, epochMillis), (moment): Answer<number> => {
    if (minutes === 0) return Result.succeed(epochMillis)
    const position = positionOf(moment) + minutes * millisPerMinute
    const found = position < 0 ? undefined : instantAt(moment.hours, position, minutes > 0)
    return found === undefined
      ? Result.fail(unknownBeyond(calendar, minutes > 0 ? "after" : "before"))
      : Result.succeed(found)
  })
}

/**
 * The open minutes between two instants, negative when the second is earlier; a part of a minute counts as such.
 *
 * Fails: as {@link addWorkingMinutes}.
 */
export const workingMinutesBetween = (calendar: WorkCalendar, fromMillis: number, toMillis: number): Answer<number> =>
  Result.flatMap(momentOf(calendar, fromMillis), (from) =>
    Result.map(momentOf(calendar, toMillis), (to) => (positionOf(to) - positionOf(from)) / millisPerMinute)
  )
