import { CivilDate, Identifier, Text, type WorkCalendar } from "@louyu/kernel"
import type { Profile } from "@louyu/profiles"
import {
  Facilities,
  FacilityCommand,
  type FacilityError,
  FacilityEvent,
  type FacilityState,
  PointCommand,
  type PointError,
  PointEvent,
  type PointState,
  RoomCommand,
  type RoomError,
  RoomEvent,
  RoomState,
  Rooms,
  RosterCommand,
  type RosterError,
  RosterEvent,
  type RosterState,
  Rosters,
  ServicePoints,
  StationCatalogue,
  type StationCode,
  StationCommand,
  type StationError,
  StationEvent,
  StationingCommand,
  type StationingError,
  StationingEvent,
  type StationingState,
  Stationings,
  StationState,
  Stations
} from "@louyu/stations"
import type * as Domain from "./Domain.ts"
import * as Existence from "./Existence.ts"
import type { Scope } from "./Shelf.ts"
import * as SingleStream from "./SingleStream.ts"

type Organisation = Existence.Organisation

/** Finds the calendar of working days a profile names; `undefined` when the city was not given it. */
export type CalendarOf = (profile: Profile.Profile) => WorkCalendar.WorkCalendar | undefined

const streamOf = Identifier.StreamId.make
const stationsStream = streamOf("stations")
const roomsStream = streamOf("rooms")

/** The words in which a city speaks of its stations. */
export const catalogue = (profile: Profile.Profile | undefined): StationCatalogue.StationCatalogue =>
  profile?.stations ?? StationCatalogue.preset

// Where a calendar is missing nothing is known of any day, and what asks for one is refused.
const unknownDays: WorkCalendar.WorkCalendar = {
  id: "unknown",
  version: "0",
  names: Text.of("未提供工作日历", "No calendar of working days"),
  source: "none",
  coverage: { from: CivilDate.fromEpochDay(0), to: CivilDate.fromEpochDay(1) },
  weekend: [],
  offDays: [],
  workdays: []
}

/** What decides about rooms, desks and the rest besides themselves: units, stations, and the city's words. */
const around = (city: Organisation, standing: Domain.Visible<StationState.State>, scope: Scope) => {
  const { exists, profile } = Existence.of(city, scope)
  const station = (id: StationCode.StationId, on: CivilDate.CivilDate): boolean =>
    StationState.isOpenOn(standing.view(scope, on), id, on)
  return { exists, station, catalogue: catalogue(profile), profile }
}

/** Stations and their networks. */
export const stations = (
  city: Organisation
): Domain.Domain<StationCommand.Command, StationEvent.Event, StationError.StationError, StationState.State> =>
  SingleStream.define({
    stream: stationsStream,
    command: StationCommand.Command,
    event: StationEvent.Event,
    schemaVersion: StationEvent.schemaVersion,
    decider: Stations.decider,
    facts: (scope) => {
      const { exists, profile } = Existence.of(city, scope)
      return { exists, catalogue: catalogue(profile) }
    }
  })

/** Function rooms and who booked them when. */
export const rooms = (
  city: Organisation,
  standing: Domain.Visible<StationState.State>
): Domain.Domain<RoomCommand.Command, RoomEvent.Event, RoomError.RoomError, RoomState.State> =>
  SingleStream.define({
    stream: roomsStream,
    command: RoomCommand.Command,
    event: RoomEvent.Event,
    schemaVersion: RoomEvent.schemaVersion,
    decider: Rooms.decider,
    restsOn: [stationsStream],
    facts: (scope) => around(city, standing, scope)
  })

/** Devices and desks, and the items they offer. */
export const points = (
  city: Organisation,
  standing: Domain.Visible<StationState.State>,
  furnished: Domain.Visible<RoomState.State>,
  calendarOf: CalendarOf
): Domain.Domain<PointCommand.Command, PointEvent.Event, PointError.PointError, PointState.State> =>
  SingleStream.define({
    stream: streamOf("points"),
    command: PointCommand.Command,
    event: PointEvent.Event,
    schemaVersion: PointEvent.schemaVersion,
    decider: ServicePoints.decider,
    restsOn: [stationsStream, roomsStream],
    facts: (scope): ServicePoints.Facts => {
      const { profile, ...known } = around(city, standing, scope)
      return {
        ...known,
        zone: (profile && calendarOf(profile)) ?? unknownDays,
        room: (room, station, on) =>
          RoomState.roomsOf(furnished.view(scope, on), station, on).some((one) => one.furnished.room === room)
      }
    }
  })

/** Facilities, and what audiences share by the time of day. */
export const facilities = (
  city: Organisation,
  standing: Domain.Visible<StationState.State>
): Domain.Domain<FacilityCommand.Command, FacilityEvent.Event, FacilityError.FacilityError, FacilityState.State> =>
  SingleStream.define({
    stream: streamOf("facilities"),
    command: FacilityCommand.Command,
    event: FacilityEvent.Event,
    schemaVersion: FacilityEvent.schemaVersion,
    decider: Facilities.decider,
    restsOn: [stationsStream],
    facts: (scope) => around(city, standing, scope)
  })

/** Departments that come to stations. */
export const stationings = (
  city: Organisation,
  standing: Domain.Visible<StationState.State>
): Domain.Domain<
  StationingCommand.Command,
  StationingEvent.Event,
  StationingError.StationingError,
  StationingState.State
> =>
  SingleStream.define({
    stream: streamOf("stationings"),
    command: StationingCommand.Command,
    event: StationingEvent.Event,
    schemaVersion: StationingEvent.schemaVersion,
    decider: Stationings.decider,
    restsOn: [stationsStream],
    facts: (scope) => around(city, standing, scope)
  })

/** Rosters by organisation. */
export const rosters = (
  city: Organisation,
  standing: Domain.Visible<StationState.State>,
  calendarOf: CalendarOf
): Domain.Domain<RosterCommand.Command, RosterEvent.Event, RosterError.RosterError, RosterState.State> =>
  SingleStream.define({
    stream: streamOf("rosters"),
    command: RosterCommand.Command,
    event: RosterEvent.Event,
    schemaVersion: RosterEvent.schemaVersion,
    decider: Rosters.decider,
    restsOn: [stationsStream],
    facts: (scope) => {
      const { exists, station, profile } = around(city, standing, scope)
      return { exists, stands: station, calendar: (profile && calendarOf(profile)) ?? unknownDays }
    }
  })

/** Everything at stations, as domains of one city. */
export const all = (city: Organisation, calendarOf: CalendarOf) => {
  const standing = stations(city)
  const furnished = rooms(city, standing)
  return {
    stations: standing,
    rooms: furnished,
    points: points(city, standing, furnished, calendarOf),
    facilities: facilities(city, standing),
    stationings: stationings(city, standing),
    rosters: rosters(city, standing, calendarOf)
  }
}
export type All = ReturnType<typeof all>
