import { CivilDate, Period, Text, Timeline, type TimeWindow } from "@louyu/kernel"
import {
  type Network,
  Presence,
  RoomState,
  type StationCatalogue,
  StationCommand,
  StationingState,
  StationState
} from "@louyu/stations"
import * as HashMap from "effect/HashMap"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Answer from "./Answer.ts"
import * as FigureShown from "./FigureShown.ts"
import { Word } from "./ProspectBook.ts"
import * as StationBook from "./StationBook.ts"
import * as StationFacilities from "./StationFacilities.ts"
import * as StationHours from "./StationHours.ts"

const { field } = Answer

const Window = {
  open: field(Schema.String, "from when, `HH:MM`"),
  close: field(Schema.String, "up to when, `HH:MM`")
}

const Room = Schema.Struct({
  room: field(Word, "the room"),
  kind: field(Word, "what it is for"),
  areaSquareMetres: field(Schema.NullOr(Schema.Finite), "its area, or `null` when nobody said"),
  capacity: field(Schema.NullOr(Answer.Count), "how many people fit, or `null` when nobody said"),
  hours: field(
    Schema.NullOr(Schema.Array(StationHours.Opening)),
    "its own hours on the day; `null` where those of the station hold, or the calendar does not know the day"
  ),
  outages: field(
    Schema.Array(
      Schema.Struct({
        window: field(Schema.NullOr(Schema.Struct(Window)), "at what time of the day, or `null` for all of it"),
        reason: field(Schema.String, "why")
      })
    ),
    "when it is out of service on the day"
  ),
  booked: field(
    Schema.Array(Schema.Struct({ booking: field(Schema.String, "the booking"), ...Window })),
    "what is booked on the day, in order of time"
  )
})

/** A department at a station on a day. */
export const Present = Schema.Struct({
  stationing: field(Schema.String, "the timetable it comes by"),
  names: field(Answer.Name, "what it does there"),
  station: field(StationBook.Named, "where"),
  department: field(Answer.Unit, "who comes"),
  ...Window
})
export type Present = typeof Present.Type

/** Everything known of a station on a day. */
export const Detail = Schema.Struct({
  week: field(
    Schema.Array(
      Schema.Struct({
        date: field(CivilDate.CivilDate, "the day"),
        day: field(Schema.NullOr(StationHours.Day), "what it is; `null` where the calendar does not know"),
        ...StationHours.Hours.fields
      })
    ),
    "its hours from the day on, for seven days"
  ),
  space: field(
    Schema.NullOr(
      Schema.Struct({
        source: field(StationCommand.SpaceSource, "its own, put together, exchanged, or used with others"),
        owner: field(Schema.NullOr(Answer.Unit), "whose rooms they are, or `null`")
      })
    ),
    "how it came by its rooms, or `null` when nobody said"
  ),
  audiences: field(Schema.Array(Word), "whom it serves"),
  openTo: field(Schema.Array(Answer.Unit), "the places around it opens to"),
  labels: field(
    Schema.Array(Schema.Struct({ set: field(Word, "a set of labels"), labels: field(Schema.Array(Word), "its own") })),
    "what it stands for"
  ),
  catchment: field(
    Schema.NullOr(
      Schema.Struct({
        minutes: field(Answer.Count, "within how many minutes"),
        enterprises: field(Schema.NullOr(FigureShown.Quantity), "how many enterprises, or `null`"),
        households: field(Schema.NullOr(FigureShown.Quantity), "how many households, or `null`")
      })
    ),
    "whom it reaches, or `null` when nobody said"
  ),
  rooms: field(Schema.Array(Room), "its rooms"),
  present: field(
    Schema.NullOr(Schema.Array(Present)),
    "departments that come on the day; `null` where the calendar does not know it"
  ),
  facilities: field(Schema.Array(StationFacilities.Facility), "facilities that belong to it")
})
export type Detail = typeof Detail.Type

const days = 7

const weekOf = ({ calendar, point }: StationBook.StationBook, { hours }: StationState.Station): Detail["week"] =>
  Array.from({ length: days }, (_, n) => {
    const date = CivilDate.addDays(point.on, n)
    return { date, day: StationHours.dayOf(calendar, date), ...StationHours.on(hours, calendar, date) }
  })

const window = ({ open, close }: TimeWindow.TimeWindow) => ({ open, close })

const roomOf =
  ({ catalogue, calendar, point: { on } }: StationBook.StationBook) =>
  (room: RoomState.Room): typeof Room.Type => {
    const { furnished, hours, outages } = room
    return {
      room: { id: furnished.room, names: furnished.names },
      kind: StationBook.word(catalogue.roomKinds, furnished.kind),
      areaSquareMetres: furnished.areaSquareMetres ?? null,
      capacity: furnished.capacity ?? null,
      hours: StationHours.on(hours, calendar, on).hours,
      outages: outages
        .filter((one) => Period.contains(one.days, on))
        .map((one) => ({ window: one.window === undefined ? null : window(one.window), reason: one.reason })),
      booked: RoomState.bookedOn(room, on).map(({ booking, window: time }) => ({ booking, ...window(time) }))
    }
  }

/** A department at a station, as answers name it. */
export const present =
  (book: StationBook.StationBook) =>
  ({ stationing, station, department, window: time }: Presence.Present): Present => ({
    stationing,
    names: StationingState.stationing(book.stationings, stationing)?.stationed.names ?? Text.of(stationing),
    station: StationBook.named(book, station),
    department: StationBook.unit(book, department),
    ...window(time)
  })

const labelsOf = ({ catalogue, point }: StationBook.StationBook, station: StationState.Station): Detail["labels"] =>
  [...HashMap.keys(station.labels)].toSorted().flatMap((id) => {
    const set: StationCatalogue.LabelSet | undefined = catalogue.labelSets.find((one) => one.id === id)
    const own = StationState.labelsOf(station, id, point.on).map((label) => StationBook.word(set?.labels ?? [], label))
    return own.length === 0 ? [] : [{ set: StationBook.word(catalogue.labelSets, id), labels: own }]
  })

/** Everything known of a station on the day that is asked about. */
export const of = (book: StationBook.StationBook, { station }: Network.Place): Detail => {
  const { catalogue, calendar, point, rooms, stationings } = book
  const { on } = point
  const id = station.opened.station
  const [space, audiences, catchment] = [
    Timeline.at(station.space, on),
    Timeline.at(station.audiences, on),
    Timeline.at(station.catchment, on)
  ]
  const there = Presence.on(stationings, id, calendar, on)
  return {
    week: weekOf(book, station),
    space:
      space === undefined
        ? null
        : { source: space.source, owner: space.owner === undefined ? null : StationBook.unit(book, space.owner) },
    audiences: (audiences?.audiences ?? []).map((one) => StationBook.word(catalogue.audiences, one)),
    openTo: (audiences?.places ?? []).map((one) => StationBook.unit(book, one)),
    labels: labelsOf(book, station),
    catchment:
      catchment === undefined
        ? null
        : {
            minutes: catchment.minutes,
            enterprises: catchment.enterprises ?? null,
            households: catchment.households ?? null
          },
    rooms: RoomState.roomsOf(rooms, id, on).map(roomOf(book)),
    present: Result.isFailure(there) ? null : there.success.map(present(book)),
    facilities: StationFacilities.meant(book, { station: id })
  }
}
