import type { Profile } from "@louyu/profiles"
import type {
  FacilityState,
  PointState,
  RoomState,
  RosterState,
  StationCatalogue,
  StationingState,
  StationState
} from "@louyu/stations"
import * as Effect from "effect/Effect"
import type { Show } from "./Domain.ts"
import * as StationsDomain from "./StationsDomain.ts"

/** The rooms where service happens in a city, and who is on duty, as far as it was read. */
export interface StationsDesk {
  /** Stations and their networks. */
  stations(): Effect.Effect<StationState.State>
  /** Function rooms and who booked them when. */
  rooms(): Effect.Effect<RoomState.State>
  /** Devices and desks, and the items they offer. */
  points(): Effect.Effect<PointState.State>
  /** Facilities, and what audiences share by the time of day. */
  facilities(): Effect.Effect<FacilityState.State>
  /** Departments that come to stations. */
  stationings(): Effect.Effect<StationingState.State>
  /** Rosters by organisation. */
  rosters(): Effect.Effect<RosterState.State>
  /** The words in which the city speaks of its stations. */
  catalogue(): Effect.Effect<StationCatalogue.StationCatalogue>
}

/** Makes the desk for stations of a city. */
export const desk = (
  show: Show,
  all: StationsDomain.All,
  profile: () => Effect.Effect<Profile.Profile>
): StationsDesk => ({
  stations: show(all.stations),
  rooms: show(all.rooms),
  points: show(all.points),
  facilities: show(all.facilities),
  stationings: show(all.stationings),
  rosters: show(all.rosters),
  catalogue: () => Effect.map(profile(), StationsDomain.catalogue)
})
