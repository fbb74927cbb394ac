import { CivilDate, type Identifier, Instant, type KernelError, Period, TimeWindow, WorkCalendar } from "@louyu/kernel"
import * as HashSet from "effect/HashSet"
import * as Result from "effect/Result"
import type { StationId, StationingId } from "./StationCode.ts"
import * as State from "./StationingState.ts"

type Date = CivilDate.CivilDate
type Calendar = WorkCalendar.WorkCalendar
type Answer<A> = Result.Result<A, KernelError.CalendarYearUnknown>

/** A department at a station on a day. */
export interface Present {
  readonly stationing: StationingId
  readonly station: StationId
  readonly department: Identifier.UnitId
  readonly date: Date
  readonly window: TimeWindow.TimeWindow
}

const none: Answer<undefined> = Result.succeed(undefined)

/**
 * When a department comes on a day by one of its timetables; `undefined` when it does not.
 *
 * Fails: `CalendarYearUnknown` where the timetable has to know what day it is and the calendar does not. Cost: O(1).
 */
export const timeOn = (
  known: State.Stationing,
  calendar: Calendar,
  on: Date
): Answer<TimeWindow.TimeWindow | undefined> => {
  if (!Period.contains(known.life, on)) return none
  const instead = State.insteadOn(known, on)
  if (instead !== undefined) return Result.succeed(instead)
  if (HashSet.has(known.away, on) || !State.isPatternDay(known, on)) return none
  const { pattern, window } = known.stationed
  if ("weekdays" in pattern && pattern.onHolidays === true) return Result.succeed(window)
  return Result.map(WorkCalendar.dayOn(calendar, on), ({ kind, worked }) =>
    ("every" in pattern ? worked : kind !== "offDay") ? window : undefined
  )
}

const present = ({ stationed }: State.Stationing, date: Date, window: TimeWindow.TimeWindow): Present => {
  const { stationing, station, department } = stationed
  return { stationing, station, department, date, window }
}

/** Who is at a station on a date, by the time they come. Fails as `timeOn`. Cost: O(timetables of the station). */
export const on = (
  state: State.State,
  station: StationId,
  calendar: Calendar,
  date: Date
): Answer<ReadonlyArray<Present>> => {
  const found: Array<Present> = []
  for (const known of State.stationingsAt(state, station)) {
    const time = timeOn(known, calendar, date)
    if (Result.isFailure(time)) return Result.fail(time.failure)
    if (time.success !== undefined) found.push(present(known, date, time.success))
  }
  return Result.succeed(
    found.toSorted((a, b) => (a.window.open < b.window.open ? -1 : a.window.open > b.window.open ? 1 : 0))
  )
}

/** Who is at a station at a moment. Fails and costs as `on`. */
export const at = (
  state: State.State,
  station: StationId,
  calendar: Calendar,
  moment: Instant.Instant
): Answer<ReadonlyArray<Present>> => {
  const minute = Instant.minuteOf(moment, calendar)
  return Result.map(on(state, station, calendar, Instant.dateOf(moment, calendar)), (all) =>
    all.filter(
      ({ window: { open, close } }) => TimeWindow.minuteOf(open) <= minute && minute < TimeWindow.minuteOf(close)
    )
  )
}

/** The days of a period on which a department comes, in order. Fails as `timeOn`. Cost: O(days). */
export const during = (
  known: State.Stationing,
  calendar: Calendar,
  { from, to }: Required<Period.Period>
): Answer<ReadonlyArray<Present>> => {
  const found: Array<Present> = []
  const first = CivilDate.max(from, known.life.from)
  const end = known.life.to === undefined ? to : CivilDate.min(to, known.life.to)
  for (let date = first; date < end; date = CivilDate.addDays(date, 1)) {
    const time = timeOn(known, calendar, date)
    if (Result.isFailure(time)) return Result.fail(time.failure)
    if (time.success !== undefined) found.push(present(known, date, time.success))
  }
  return Result.succeed(found)
}

// Every timetable ends, or comes to a day that one of them must ask the calendar of; the first day on which any comes is found.
const soonestFrom = (
  timetables: ReadonlyArray<State.Stationing>,
  calendar: Calendar,
  after: Instant.Instant
): Answer<Present | undefined> => {
  const begins = timetables.map(({ life }) => life.from).reduce(CivilDate.min)
  for (let date = CivilDate.max(begins, Instant.dateOf(after, calendar)); ; date = CivilDate.addDays(date, 1)) {
    let soonest: Present | undefined
    for (const known of timetables) {
      const time = timeOn(known, calendar, date)
      if (Result.isFailure(time)) return Result.fail(time.failure)
      const window = time.success
      if (window === undefined || Instant.of(date, calendar, TimeWindow.minuteOf(window.open)) <= after) continue
      if (soonest === undefined || window.open < soonest.window.open) soonest = present(known, date, window)
    }
    if (soonest !== undefined) return Result.succeed(soonest)
    if (timetables.every(({ life: { to } }) => to !== undefined && date >= to)) return none
  }
}

/**
 * The next time a department comes by one of its timetables, beginning after a moment; `undefined` when it comes no more.
 *
 * Fails: `CalendarYearUnknown` when a day on the way is outside the calendar. Cost: O(days on the way).
 */
export const next = (
  known: State.Stationing,
  calendar: Calendar,
  after: Instant.Instant
): Answer<Present | undefined> => soonestFrom([known], calendar, after)

/** The next time a department comes to a station, by any of its timetables. Fails and costs as `next`, for each of them. */
export const nextOf = (
  state: State.State,
  station: StationId,
  department: Identifier.UnitId,
  calendar: Calendar,
  after: Instant.Instant
): Answer<Present | undefined> => {
  const timetables = State.stationingsAt(state, station).filter(({ stationed }) => stationed.department === department)
  return timetables.length === 0 ? none : soonestFrom(timetables, calendar, after)
}
