import type { CivilDate, Identifier } from "@louyu/kernel"
import { FacilityState, Leftovers, Network, type StationState } from "@louyu/stations"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as Answer from "../Answer.ts"
import * as Arguments from "../Arguments.ts"
import * as Command from "../Command.ts"
import type * as Look from "../Look.ts"
import * as Moment from "../Moment.ts"
import * as Naming from "../Naming.ts"
import * as Source from "../Source.ts"
import * as StationBook from "../StationBook.ts"
import * as StationDetail from "../StationDetail.ts"
import * as StationDetailLines from "../StationDetailLines.ts"
import * as StationDoors from "../StationDoors.ts"
import * as StationItems from "../StationItems.ts"
import * as StationRow from "../StationRow.ts"
import * as StationTotals from "../StationTotals.ts"

const { field } = Answer

const Stations = Schema.Struct({
  on: Answer.On,
  at: field(Schema.NullOr(Schema.String), "the moment, in the time of the city; `null` for a day as a whole"),
  within: field(Schema.NullOr(Answer.Unit), "the place asked about, or `null`"),
  station: field(Schema.NullOr(StationBook.Named), "the station asked about, or `null`"),
  totals: field(StationTotals.Totals, "what is asked about in numbers"),
  stations: field(
    Schema.Array(StationRow.Row),
    "main stations, each followed by its subs, then those that stand alone"
  ),
  leftovers: field(
    Schema.Array(
      Schema.Struct({
        sort: field(Schema.Literals(["room", "point", "stationing", "facility"]), "what goes on"),
        id: field(Schema.String, "its id"),
        station: field(StationBook.Named, "at which station, closed by the day")
      })
    ),
    "what goes on at stations that are closed"
  ),
  doors: field(
    Schema.NullOr(Schema.Array(StationDoors.Door)),
    "with `--open-at`, which are open then and when that changes; else `null`"
  ),
  doorTotals: field(Schema.NullOr(StationDoors.Tally), "the same in numbers; `null` without `--open-at`"),
  items: field(
    Schema.NullOr(Schema.Array(StationItems.AtStation)),
    "with `--items`, what can be had at each station that has devices or desks; else `null`"
  ),
  detail: field(Schema.NullOr(StationDetail.Detail), "everything known of the station asked about; else `null`")
})
type Stations = typeof Stations.Type

const byCluster = (a: Network.Place, b: Network.Place): number => {
  const key = ({ station, standing }: Network.Place) =>
    `${standing.tier === "main" ? standing.cluster : ""} ${station.opened.station}`
  return key(a) < key(b) ? -1 : 1
}

/** Main stations by cluster, each followed by its subs; subs of others, and those that stand alone, at the end. */
const inOrder = (places: ReadonlyArray<Network.Place>): ReadonlyArray<Network.Place> => {
  const subs = Map.groupBy(places, ({ standing }) => (standing.tier === "sub" ? standing.main : undefined))
  const mains = places.filter(({ standing }) => standing.tier === "main").toSorted(byCluster)
  const listed = mains.flatMap((main) => [main, ...(subs.get(main.station.opened.station) ?? [])])
  const all = new Set(listed)
  return [...listed, ...places.filter((one) => !all.has(one))]
}

const clusterOf = (
  stations: StationState.State,
  { standing }: Network.Place,
  on: CivilDate.CivilDate
): Identifier.UnitId | undefined => {
  const main = standing.tier === "sub" ? Network.standing(stations, standing.main, on) : standing
  return main?.tier === "main" ? main.cluster : undefined
}

const leftoversOf = (book: StationBook.StationBook): Stations["leftovers"] =>
  Leftovers.on({ ...book, facilities: FacilityState.facilities(book.facilities) }, book.calendar, book.point.on).map(
    ({ sort, id, station }) => ({ sort, id, station: StationBook.named(book, station) })
  )

const itemsOf = Effect.fnUntraced(function* (book: StationBook.StationBook, places: ReadonlyArray<Network.Place>) {
  const found = yield* Effect.forEach(places, ({ station }) => StationItems.of(book, station.opened.station))
  return found.filter(({ points }) => points.length > 0)
})

const work = Effect.fnUntraced(function* (given: Arguments.Given, desk: Command.Desk) {
  const book = yield* StationBook.of(given, yield* Source.city(given, desk), "open-at")
  const { point, stations, catalogue } = book
  const kinds = catalogue.stationKinds.map(({ id }) => id)
  const kind = yield* Effect.fromResult(Arguments.oneOf(given, "kind", kinds))
  const named = given.arguments[0]
  const wanted = named === undefined ? undefined : yield* StationBook.meant(book, named)
  const places = inOrder(Network.on(stations, point.on, kind).filter(StationBook.isMeant(book, wanted)))
  const rows = places.map((place) => {
    const subs = Network.subsOf(stations, place.station.opened.station, point.on).length
    return StationRow.of(book, place, clusterOf(stations, place, point.on), subs)
  })
  const { at } = point
  const itself = places.find(({ station }) => station.opened.station === wanted?.station)
  const clusters = wanted?.station === undefined && kind === undefined ? StationTotals.clusters(book, wanted?.unit) : []
  const doors =
    given.values.has("open-at") && at !== undefined ? places.map((one) => StationDoors.of(book, one, at)) : null
  const items = given.switches.has("items")
    ? yield* itemsOf(book, places)
    : itself === undefined
      ? null
      : yield* itemsOf(book, [itself])
  return Command.good<Stations>({
    on: point.on,
    at: at === undefined ? null : Moment.text(at, point.offset),
    within: wanted?.unit === undefined ? null : StationBook.unit(book, wanted.unit),
    station: wanted?.station === undefined ? null : StationBook.named(book, wanted.station),
    totals: StationTotals.of(book, rows, clusters),
    stations: rows,
    leftovers: wanted === undefined && kind === undefined ? leftoversOf(book) : [],
    doors,
    doorTotals: doors === null ? null : StationDoors.tally(doors),
    items,
    detail: itself === undefined ? null : StationDetail.of(book, itself)
  })
})

const sorts: Readonly<Record<Stations["leftovers"][number]["sort"], readonly [zh: string, en: string]>> = {
  room: ["功能室", "room"],
  point: ["设备或窗口", "device or desk"],
  stationing: ["驻点服务", "stationed service"],
  facility: ["设施", "facility"]
}

const leftoverLines = (look: Look.Look, { leftovers }: Stations): ReadonlyArray<string> =>
  leftovers.map(({ sort, id, station }) => {
    const at = StationBook.line(look, station)
    const text = look.label(
      `站点已关闭，仍有${sorts[sort][0]} ${id}:`,
      `${sorts[sort][1]} ${id} goes on at a station that is closed:`
    )
    return `${look.paint("yellow", text)} ${at}`
  })

const heading = (look: Look.Look, { on, at, doors, within, station }: Stations): string => {
  const when = doors === null || at === null ? on : Moment.brief(at)
  const title = `${look.paint("bold", look.label("站点", "stations"))} ${look.paint("dim", when)}`
  if (station !== null) return `${title} ${StationBook.line(look, station)}`
  return within === null ? title : `${title} ${Naming.line(look, within)}`
}

const show = (answer: Stations, look: Look.Look): ReadonlyArray<string> => {
  const { stations, totals, doors, doorTotals, items, detail, at, station } = answer
  if (stations.length === 0) {
    return [
      heading(look, answer),
      ...look.say("当日没有符合条件的站点。", "There is no such station on the day."),
      ...leftoverLines(look, answer)
    ]
  }
  const itself = stations.find(({ id }) => id === station?.id)
  return [
    heading(look, answer),
    ...(itself === undefined ? StationTotals.lines(look, totals, stations) : []),
    ...(itself === undefined && doorTotals !== null ? [StationDoors.tallyLine(look, doorTotals)] : []),
    ...leftoverLines(look, answer),
    ...(itself === undefined || detail === null ? [] : StationDetailLines.lines(look, itself, detail)),
    ...(doors === null || doorTotals === null || at === null
      ? []
      : ["", ...StationDoors.lines(look, doors, doorTotals, at)]),
    ...(items === null || items.length === 0
      ? []
      : [
          "",
          look.paint("bold", look.label("可办事项", "items")) +
            (at === null ? ` ${look.paint("dim", look.label("（不计开放时间）", "(whatever the hours)"))}` : ""),
          ...items.flatMap((one) => StationItems.lines(look, one))
        ]),
    ...(items !== null && items.length === 0 && detail === null
      ? look.say("没有设备或窗口。", "There are no devices or desks.")
      : []),
    ...(isListed(answer) ? ["", ...StationRow.lines(look, stations)] : [])
  ]
}

// What is open, what can be had, and what is known of one station are lists of their own.
const isListed = ({ doors, items, detail, stations: rows }: Stations): boolean =>
  detail === null ? doors === null && items === null : rows.length > 1

/** `louyu stations` */
export const stations = Command.define<Stations>({
  name: "stations",
  about: {
    zh: "站点网络：主站、分站与“六有”，某一时刻哪些开放，现可办哪些事项",
    en: "networks of stations: mains with their subs, standards met, which are open when, what can be had there now"
  },
  arguments: [
    {
      name: "station|unit",
      optional: true,
      about: {
        zh: "站点编号（含其分站与详情），或集聚区、楼宇等单元编号",
        en: "the id of a station, for all that is known of it and its subs, or of a cluster, a building or another unit"
      }
    }
  ],
  options: {
    ...Source.options,
    "open-at": {
      value: "<time>|<date>T<time>",
      about: {
        zh: "此刻哪些开放、何时关闭，其余何时再开放",
        en: "which are open at this time and until when, and when the others open next"
      }
    },
    items: {
      about: {
        zh: "列出各站点的设备、窗口及现可办事项",
        en: "the devices and desks of each station and what can be had there now"
      }
    },
    kind: { value: "<kind>", about: { zh: "只看此类型的站点", en: "only stations of this kind" } }
  },
  examples: [
    "louyu stations --store sqlite:city.db",
    "louyu stations --store sqlite:city.db --open-at 12:30",
    "louyu stations cbd --folder my-city --open-at 2026-10-01T20:00",
    "louyu stations centre --store sqlite:city.db --items"
  ],
  answer: Stations,
  work,
  show
})
