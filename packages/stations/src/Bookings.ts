import type { KernelError } from "@louyu/kernel"
import { type CivilDate, Period, TimeWindow, type WorkCalendar } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as Result from "effect/Result"
import * as OpenTimes from "./OpenTimes.ts"
import type { RoomBooked } from "./RoomEvent.ts"
import * as State from "./RoomState.ts"

type Date = CivilDate.CivilDate

const inOrder = (a: RoomBooked, b: RoomBooked): number =>
  a.date === b.date ? (a.window.open < b.window.open ? -1 : 1) : a.date < b.date ? -1 : 1

/** The bookings of a room that stand on the days of a period, in order. Cost: O(days with bookings). */
export const during = ({ days }: State.Room, period: Period.Period): ReadonlyArray<RoomBooked> =>
  [...days].flatMap(([date, booked]) => (Period.contains(period, date) ? booked : [])).toSorted(inOrder)

/** The bookings that stand although the room is out of service then, or no longer there, in order. Cost: as `during`. */
export const affected = (room: State.Room): ReadonlyArray<RoomBooked> =>
  [...room.days]
    .flatMap(([date, booked]) =>
      booked.filter(
        ({ window }) => !Period.contains(room.life, date) || State.outageAt(room, date, window) !== undefined
      )
    )
    .toSorted(inOrder)

const time = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`

/** What is left of windows when others are taken out. */
const without = (windows: TimeWindow.TimeWindows, taken: TimeWindow.TimeWindows): TimeWindow.TimeWindows => {
  const left: Array<readonly [string, string]> = []
  for (const { open, close } of windows) {
    let from = TimeWindow.minuteOf(open)
    const end = TimeWindow.minuteOf(close)
    for (const other of taken) {
      const [start, stop] = [TimeWindow.minuteOf(other.open), TimeWindow.minuteOf(other.close)]
      if (stop <= from || start >= end) continue
      if (from < start) left.push([time(from), time(start)])
      from = Math.max(from, stop)
    }
    if (from < end) left.push([time(from), time(end)])
  }
  return TimeWindow.make(...left)
}

const wholeDay = TimeWindow.make(["00:00", "24:00"])

/** When a room can still be booked on a date, in order: of the whole day, or of the windows that are named. */
export const free = (room: State.Room, on: Date, within: TimeWindow.TimeWindows = wholeDay): TimeWindow.TimeWindows => {
  if (!Period.contains(room.life, on)) return []
  const out = room.outages
    .filter(({ days }) => Period.contains(days, on))
    .flatMap(({ window }) => (window === undefined ? wholeDay : [window]))
  const taken = [...State.bookedOn(room, on).map(({ window }) => window), ...out]
  return without(
    within,
    taken.toSorted((a, b) => (a.open < b.open ? -1 : 1))
  )
}

/** How many minutes of each hour of the day a room is booked in a period, from 0 to 23. Source: H-09. */
export const minutesByHour = (room: State.Room, period: Period.Period): ReadonlyArray<number> => {
  const minutes = Array.from({ length: 24 }, () => 0)
  for (const { window } of during(room, period)) {
    const [from, to] = [TimeWindow.minuteOf(window.open), TimeWindow.minuteOf(window.close)]
    for (let hour = Math.floor(from / 60); hour * 60 < to; hour++) {
      minutes[hour] = (minutes[hour] ?? 0) + Math.min(to, hour * 60 + 60) - Math.max(from, hour * 60)
    }
  }
  return minutes
}

/** The bookings for an activity that stand, over all rooms, in order. Cost: O(bookings). Source: P-26, H-16. */
export const ofActivity = (state: State.State, activity: string): ReadonlyArray<RoomBooked> =>
  [...State.rooms(state)]
    .flatMap(({ days }) => [...HashMap.values(days)].flat().filter((booked) => booked.activity === activity))
    .toSorted(inOrder)

/** The bookings for a series that stand in a period, over all rooms, in order. Cost: O(bookings). Source: P-24. */
export const ofSeries = (state: State.State, series: string, period: Period.Period): ReadonlyArray<RoomBooked> =>
  [...State.rooms(state)]
    .flatMap((room) => during(room, period).filter((booked) => booked.series === series))
    .toSorted(inOrder)

/**
 * The bookings of a period that lie, in whole or in part, outside opening hours, in order.
 *
 * Fails: `CalendarYearUnknown` where hours have to know what day it is and the calendar does not.
 */
export const outsideHours = (
  room: State.Room,
  schedule: OpenTimes.Schedule,
  calendar: WorkCalendar.WorkCalendar,
  period: Period.Period
): Result.Result<ReadonlyArray<RoomBooked>, KernelError.CalendarYearUnknown> => {
  const found: Array<RoomBooked> = []
  for (const booked of during(room, period)) {
    const openings = OpenTimes.on(schedule, calendar, booked.date)
    if (Result.isFailure(openings)) return Result.fail(openings.failure)
    if (without([booked.window], openings.success).length > 0) found.push(booked)
  }
  return Result.succeed(found)
}
