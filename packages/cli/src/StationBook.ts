import { Identifier, Text, Timeline, type WorkCalendar } from "@louyu/kernel"
import { State, Unit, type View } from "@louyu/organisation"
import {
  FacilityState,
  Network,
  type PointState,
  type RoomState,
  type RosterState,
  type Rosters,
  StationCatalogue,
  StationCode,
  type StationingState,
  StationState
} from "@louyu/stations"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { City } from "louyu"
import * as Answer from "./Answer.ts"
import type * as Arguments from "./Arguments.ts"
import type { Look } from "./Look.ts"
import * as Moment from "./Moment.ts"
import * as Naming from "./Naming.ts"
import type { Word } from "./ProspectBook.ts"
import * as Scene from "./Scene.ts"
import { StationExpected, StationUnknown } from "./UnknownError.ts"

const { field } = Answer

/** The stations of a city and all that is at them, and the day and moment that are asked about. */
export interface StationBook {
  readonly point: Moment.Point
  readonly scene: Scene.Scene
  readonly calendar: WorkCalendar.WorkCalendar
  readonly catalogue: StationCatalogue.StationCatalogue
  readonly stations: StationState.State
  readonly rooms: RoomState.State
  readonly points: PointState.State
  readonly facilities: FacilityState.State
  readonly stationings: StationingState.State
  readonly rosters: RosterState.State
}

/** Looks at the stations of a city, at the time an option names. */
export const of = Effect.fnUntraced(function* (given: Arguments.Given, city: City.Open, option: string) {
  const point = yield* Moment.pointOf(given, city, option)
  const { stations: desk } = city
  const book: StationBook = {
    point,
    scene: yield* Scene.of(city, point.on),
    calendar: yield* city.calendar(),
    catalogue: yield* desk.catalogue(),
    stations: yield* desk.stations(),
    rooms: yield* desk.rooms(),
    points: yield* desk.points(),
    facilities: yield* desk.facilities(),
    stationings: yield* desk.stationings(),
    rosters: yield* desk.rosters()
  }
  return book
})

/** What rosters are held against: who exists, which stations stand, which days are worked. */
export const facts = ({ scene, stations, calendar }: StationBook): Rosters.Facts => ({
  exists: (id, on) => {
    const unit = State.unit(scene.view.state, id)
    return unit !== undefined && Unit.isAlive(unit, on)
  },
  stands: (id, on) => StationState.isOpenOn(stations, id, on),
  calendar
})

/** A station as answers name it. */
export const Named = Schema.Struct({
  id: field(Schema.String, "its id"),
  names: field(Answer.Name, "what it is called; its id where it is not known")
}).annotate({ identifier: "Station" })
export type Named = typeof Named.Type

/** A station under its name. */
export const named = ({ stations }: Pick<StationBook, "stations">, id: StationCode.StationId): Named => ({
  id,
  names: StationState.station(stations, id)?.opened.names ?? Text.of(id)
})

/** A word of the catalogue under the name the city gives it, or under its id. */
export const word = (list: ReadonlyArray<StationCatalogue.Named>, id: string): typeof Word.Type => ({
  id,
  names: StationCatalogue.find(list, id)?.names ?? Text.of(id)
})

const isStationId = Schema.is(StationCode.StationId)
const isUnitId = Schema.is(Identifier.UnitId)

const isFacilityId = Schema.is(StationCode.FacilityId)

/** What somebody means by an id: a station that is open on the day, a unit of the city, or a facility that is there. */
export type Meant =
  | { readonly station: StationCode.StationId; readonly unit?: never; readonly facility?: never }
  | { readonly unit: Identifier.UnitId; readonly station?: never; readonly facility?: never }
  | { readonly facility: StationCode.FacilityId; readonly station?: never; readonly unit?: never }

const isThere = ({ facilities, point }: StationBook, id: StationCode.FacilityId): boolean =>
  Timeline.at(FacilityState.facility(facilities, id)?.quantity ?? [], point.on) !== undefined

const nearestTo = (book: StationBook, view: View.View, id: string): string | undefined => {
  const stations = Network.on(book.stations, book.point.on).map(({ station }) => station.opened.station)
  const facilities = [...FacilityState.facilities(book.facilities)]
    .map(({ registered }) => registered.facility)
    .filter((one) => isThere(book, one))
  return Naming.nearest(id, [...stations, ...view.compiled("command").ids, ...facilities])
}

/** What an id means; a station before a unit, and a unit before a facility. Fails: `StationUnknown`, with the nearest id. */
export const meant = (book: StationBook, id: string): Effect.Effect<Meant, StationUnknown> => {
  const { stations, point, scene } = book
  if (isStationId(id) && StationState.isOpenOn(stations, id, point.on)) return Effect.succeed({ station: id })
  const unit = isUnitId(id) ? State.unit(scene.view.state, id) : undefined
  if (isUnitId(id) && unit !== undefined && Unit.isAlive(unit, point.on)) return Effect.succeed({ unit: id })
  if (isFacilityId(id) && isThere(book, id)) return Effect.succeed({ facility: id })
  const nearest = nearestTo(book, scene.view, id)
  return Effect.fail(new StationUnknown({ station: id.slice(0, 64), on: point.on, nearest }))
}

/** The station of an id that must be open on the day. Fails: `StationUnknown`, with the nearest id; `StationExpected`. */
export const existing = (
  book: StationBook,
  id: string
): Effect.Effect<StationCode.StationId, StationUnknown | StationExpected> =>
  Effect.flatMap(meant(book, id), ({ station, unit }) =>
    station === undefined
      ? Effect.fail(new StationExpected({ named: id, is: unit === undefined ? "facility" : "unit" }))
      : Effect.succeed(station)
  )

/** Whether a station is asked about: it itself, one of its subs, or one that lies within a unit or serves it as its cluster. */
export const isMeant =
  ({ stations, scene, point }: StationBook, wanted: Meant | undefined) =>
  ({ station, standing }: Network.Place): boolean => {
    if (wanted === undefined) return true
    if (wanted.station !== undefined) {
      const { station: id } = station.opened
      return id === wanted.station || (standing.tier === "sub" && standing.main === wanted.station)
    }
    if (wanted.facility !== undefined) return false
    const main = standing.tier === "sub" ? Network.standing(stations, standing.main, point.on) : standing
    const cluster = main?.tier === "main" ? main.cluster : undefined
    return cluster === wanted.unit || scene.directory.places.isWithin(station.opened.place, wanted.unit, point.on)
  }

/** A station on a line: its name, then its id in brackets. */
export const line = (look: Look, { id, names }: Named): string => `${look.text(names)} ${look.paint("dim", `(${id})`)}`

/** The unit of an id as answers name it. */
export const unit = ({ scene }: StationBook, id: Identifier.UnitId): Answer.Unit => Naming.unit(scene.view, id)
