import { Decider, type Problem, WorkCalendar } from "@louyu/kernel"
import {
  Facilities,
  FacilityCommand,
  FacilityState,
  PointCommand,
  PointState,
  RoomCommand,
  RoomState,
  Rooms,
  RosterCommand,
  RosterState,
  Rosters,
  ServicePoints,
  StationCatalogue,
  StationCommand,
  StationingCommand,
  StationingState,
  Stationings,
  StationState,
  Stations
} from "@louyu/stations"
import { CityFolder, type Report } from "../src/index.ts"
import { sheet } from "./caseFolder.ts"
import { brief } from "./folder.ts"
import { posted } from "./posts.ts"

type Texts = Readonly<Record<string, string>>

/** A main station with two subs, one of which stands before it, and files about them. */
export const stationed = (files: Texts = {}): Texts => ({
  "stations.csv": sheet(
    "station,kind,name,place,cluster,scheme,main,from,to",
    "red-1,红领驿站,总商会驿站,b-1,,,centre,2020-01-01,",
    "centre,党群服务中心,商务区党群服务中心,b-1,cbd,1+N,,2020-01-01,",
    "rider-1,riderStation,骑士加油站,b-1,,,centre,2020-01-01,"
  ),
  ...files
})

/** What is known of everything at stations. */
export interface Known {
  readonly stations: StationState.State
  readonly rooms: RoomState.State
  readonly points: PointState.State
  readonly facilities: FacilityState.State
  readonly stationings: StationingState.State
  readonly rosters: RosterState.State
}

/** A city in which nothing was recorded. */
export const nothing: Known = {
  stations: StationState.initial,
  rooms: RoomState.initial,
  points: PointState.initial,
  facilities: FacilityState.initial,
  stationings: StationingState.initial,
  rosters: RosterState.initial
}

const isAboutStations = (command: Report.Command): command is StationCommand.Command =>
  command._tag in StationCommand.Command.cases
const isAboutRooms = (command: Report.Command): command is RoomCommand.Command =>
  command._tag in RoomCommand.Command.cases
const isAboutPoints = (command: Report.Command): command is PointCommand.Command =>
  command._tag in PointCommand.Command.cases
const isAboutFacilities = (command: Report.Command): command is FacilityCommand.Command =>
  command._tag in FacilityCommand.Command.cases
const isAboutStationings = (command: Report.Command): command is StationingCommand.Command =>
  command._tag in StationingCommand.Command.cases
const isAboutRosters = (command: Report.Command): command is RosterCommand.Command =>
  command._tag in RosterCommand.Command.cases

/** Carries out the commands of a folder about everything at stations; what is refused is put at the row that asked for it. */
export const carryOut = (files: Texts, before: Known = nothing) => {
  const { steps, findings } = posted(files)
  const failures: Array<{ readonly index: number; readonly failure: Problem.Problem }> = []
  let events = 0
  const run = <C extends Report.Command, S, E, X extends Problem.Problem, F>(
    decider: Decider.Decider<C, S, E, X, F>,
    initial: S,
    is: (command: Report.Command) => command is C,
    facts: F
  ): S => {
    const own = steps.flatMap(({ command }, index) => (is(command) ? [{ command, index }] : []))
    const commands = own.map(({ command }) => command)
    const done = Decider.run(decider, initial, commands, facts)
    events += done.events.length
    for (const { index, failure } of done.failures) failures.push({ index: own[index]?.index ?? -1, failure })
    return done.state
  }
  const calendar = WorkCalendar.china
  const common = { exists: () => true, catalogue: StationCatalogue.preset }
  const stations = run(Stations.decider, before.stations, isAboutStations, common)
  const station: Rooms.Facts["station"] = (id, on) => StationState.isOpenOn(stations, id, on)
  const around = { ...common, station }
  const rooms = run(Rooms.decider, before.rooms, isAboutRooms, around)
  const room: ServicePoints.Facts["room"] = (id, of, on) =>
    RoomState.roomsOf(rooms, of, on).some(({ furnished }) => furnished.room === id)
  const points = run(ServicePoints.decider, before.points, isAboutPoints, { ...around, room, zone: calendar })
  const facilities = run(Facilities.decider, before.facilities, isAboutFacilities, around)
  const stationings = run(Stationings.decider, before.stationings, isAboutStationings, around)
  const rosters = run(Rosters.decider, before.rosters, isAboutRosters, { ...common, stands: station, calendar })
  return {
    known: { stations, rooms, points, facilities, stationings, rosters },
    events,
    refused: [...findings, ...CityFolder.attribute(steps, failures)].map(brief)
  }
}

/** The rows of files in another order. */
export const reversed = (files: Texts): Texts =>
  Object.fromEntries(
    Object.entries(files).map(([name, text]) => {
      const [head = "", ...rows] = text.trimEnd().split("\n")
      return [name, [head, ...rows.toReversed(), ""].join("\n")]
    })
  )
