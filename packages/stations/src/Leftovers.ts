import { type CivilDate, Instant, Period, Timeline } from "@louyu/kernel"
import type * as FacilityState from "./FacilityState.ts"
import * as PointState from "./PointState.ts"
import * as RoomState from "./RoomState.ts"
import * as ServiceItems from "./ServiceItems.ts"
import type { StationId } from "./StationCode.ts"
import * as StationingState from "./StationingState.ts"
import * as StationState from "./StationState.ts"

/** All that is known of stations and what belongs to them. */
export interface Known {
  readonly stations: StationState.State
  readonly rooms: RoomState.State
  readonly points: PointState.State
  readonly stationings: StationingState.State
  readonly facilities: Iterable<FacilityState.Facility>
}

/** Something that goes on at a station that is not there. */
export interface Leftover {
  readonly sort: "room" | "point" | "stationing" | "facility"
  readonly id: string
  readonly station: StationId
}

/**
 * What goes on at stations that are not there on a date: rooms, devices and desks, departments, facilities.
 *
 * Shape: by sort and id. A station closes without asking them; who closes one ends what is listed here.
 * Units: of devices and desks, those there when the date begins in the zone.
 * Cost: O(n log n).
 */
export const on = (known: Known, zone: Instant.Zone, date: CivilDate.CivilDate): ReadonlyArray<Leftover> => {
  const morning = Instant.of(date, zone)
  const found: Array<Leftover> = []
  const look = (sort: Leftover["sort"], id: string, station: StationId | undefined, goesOn: boolean): void => {
    if (goesOn && station !== undefined && !StationState.isOpenOn(known.stations, station, date)) {
      found.push({ sort, id, station })
    }
  }
  for (const { furnished, life } of RoomState.rooms(known.rooms)) {
    look("room", furnished.room, furnished.station, Period.contains(life, date))
  }
  for (const point of PointState.points(known.points)) {
    look("point", point.installed.point, point.installed.station, ServiceItems.isInstalled(point, morning))
  }
  for (const { stationed, life } of StationingState.stationings(known.stationings)) {
    look("stationing", stationed.stationing, stationed.station, Period.contains(life, date))
  }
  for (const { registered, quantity } of known.facilities) {
    look("facility", registered.facility, registered.station, Timeline.at(quantity, date) !== undefined)
  }
  return found.toSorted((a, b) => (`${a.sort} ${a.id}` < `${b.sort} ${b.id}` ? -1 : 1))
}
