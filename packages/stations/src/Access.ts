import { Instant, type KernelError, Timeline, type WorkCalendar } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as OpenTimes from "./OpenTimes.ts"
import * as PointState from "./PointState.ts"
import * as RoomState from "./RoomState.ts"
import * as ServiceItems from "./ServiceItems.ts"
import type { ItemId, PointId, StationId } from "./StationCode.ts"
import * as StationState from "./StationState.ts"

type Answer<A> = Result.Result<A, KernelError.CalendarYearUnknown>

/** All that decides whether one can get to a device or desk. */
export interface Places {
  readonly stations: StationState.State
  readonly rooms: RoomState.State
  readonly calendar: WorkCalendar.WorkCalendar
}

/**
 * Tells whether one can get to a device or desk at a moment.
 *
 * Shape: in a room with hours of its own these hold, as in a 24-hour area; elsewhere those of the station.
 * Fails: `CalendarYearUnknown` where hours have to know what day it is and the calendar does not.
 * Source: H-10, H-12, H-23.
 */
export const isReachable = (
  { stations, rooms, calendar }: Places,
  { installed: { station, room: id } }: PointState.Point,
  at: Instant.Instant
): Answer<boolean> => {
  const date = Instant.dateOf(at, calendar)
  if (!StationState.isOpenOn(stations, station, date)) return Result.succeed(false)
  const own = (id === undefined ? undefined : RoomState.room(rooms, id)?.hours) ?? []
  const schedule = Timeline.at(own, date) === undefined ? StationState.station(stations, station)?.hours : own
  return OpenTimes.isOpen(schedule ?? [], calendar, at)
}

/**
 * The items that can be had at a station at a moment: something for them is in service, and its door is open.
 *
 * Fails: as `isReachable`. Cost: O(devices and desks of the station x their items).
 * Source: H-23.
 */
export const itemsAt = (
  places: Places,
  points: PointState.State,
  station: StationId,
  at: Instant.Instant
): Answer<ReadonlyArray<ItemId>> => {
  const open = new Set<PointId>()
  for (const point of PointState.pointsOf(points, station)) {
    const reachable = isReachable(places, point, at)
    if (Result.isFailure(reachable)) return Result.fail(reachable.failure)
    if (reachable.success) open.add(point.installed.point)
  }
  return Result.succeed(ServiceItems.available(points, station, at, ({ installed }) => open.has(installed.point)))
}
