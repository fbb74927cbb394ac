import { Network } from "@louyu/stations"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as Answer from "../Answer.ts"
import * as Arguments from "../Arguments.ts"
import { OptionsClash } from "../CliError.ts"
import * as Command from "../Command.ts"
import type * as Look from "../Look.ts"
import * as Moment from "../Moment.ts"
import * as Naming from "../Naming.ts"
import * as Source from "../Source.ts"
import * as StaffKnown from "../StaffKnown.ts"
import * as StationBook from "../StationBook.ts"
import * as StationDetail from "../StationDetail.ts"
import * as StationDetailLines from "../StationDetailLines.ts"
import * as StationDoors from "../StationDoors.ts"
import * as StationGapLines from "../StationGapLines.ts"
import * as StationGaps from "../StationGaps.ts"
import * as StationItems from "../StationItems.ts"
import * as StationLeftovers from "../StationLeftovers.ts"
import * as StationNetwork from "../StationNetwork.ts"
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
  leftovers: field(StationLeftovers.All, "what goes on at stations that are closed"),
  doors: field(
    Schema.NullOr(Schema.Array(StationDoors.Door)),
    "with `--open-at`, which are open then and when that changes; else `null`"
  ),
  doorTotals: field(Schema.NullOr(StationDoors.Tally), "the same in numbers; `null` without `--open-at`"),
  items: field(
    Schema.NullOr(Schema.Array(StationItems.AtStation)),
    "with `--items`, what can be had at each station that has devices or desks; else `null`"
  ),
  gaps: field(
    Schema.NullOr(StationGaps.Gaps),
    "with `--gaps`, the buildings with much staff and no station in reach; else `null`"
  ),
  detail: field(Schema.NullOr(StationDetail.Detail), "everything known of the station asked about; else `null`")
})
type Stations = typeof Stations.Type

const itemsOf = Effect.fnUntraced(function* (book: StationBook.StationBook, places: ReadonlyArray<Network.Place>) {
  const found = yield* Effect.forEach(places, ({ station }) => StationItems.of(book, station.opened.station))
  return found.filter(({ points }) => points.length > 0)
})

const work = Effect.fnUntraced(function* (given: Arguments.Given, desk: Command.Desk) {
  const gaps = yield* StationGaps.wanted(given)
  const city = yield* Source.city(given, desk)
  const book = yield* StationBook.of(given, city, "open-at")
  const { point, stations, catalogue } = book
  const kinds = catalogue.stationKinds.map(({ id }) => id)
  const kind = yield* Effect.fromResult(Arguments.oneOf(given, "kind", kinds))
  const named = given.arguments[0]
  const wanted = named === undefined ? undefined : yield* StationBook.meant(book, named)
  if (gaps !== undefined && wanted?.station !== undefined) {
    return yield* new OptionsClash({ options: ["--gaps", named ?? ""] })
  }
  const staff = gaps && (yield* StaffKnown.sources(city, book.scene.view, point.on))
  const found = Network.on(stations, point.on, kind).filter(StationBook.isMeant(book, wanted))
  const places = StationNetwork.inOrder(found)
  const rows = StationNetwork.rows(book, places)
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
    leftovers: wanted === undefined && kind === undefined ? StationLeftovers.of(book) : [],
    doors,
    doorTotals: doors === null ? null : StationDoors.tally(doors),
    items,
    gaps: gaps && staff ? StationGaps.of(book, staff, wanted?.unit, gaps) : null,
    detail: itself === undefined ? null : StationDetail.of(book, itself)
  })
})

const heading = (look: Look.Look, { on, at, doors, within, station }: Stations): string => {
  const when = doors === null || at === null ? on : Moment.brief(at)
  const title = `${look.paint("bold", look.label("站点", "stations"))} ${look.paint("dim", when)}`
  if (station !== null) return `${title} ${StationBook.line(look, station)}`
  return within === null ? title : `${title} ${Naming.line(look, within)}`
}

const show = (answer: Stations, look: Look.Look): ReadonlyArray<string> => {
  const { stations, totals, doors, doorTotals, items, detail, at, station, leftovers, gaps } = answer
  if (gaps !== null) return [heading(look, answer), ...StationGapLines.lines(look, gaps)]
  if (stations.length === 0) {
    return [
      heading(look, answer),
      ...look.say("当日没有符合条件的站点。", "There is no such station on the day."),
      ...StationLeftovers.lines(look, leftovers)
    ]
  }
  const itself = stations.find(({ id }) => id === station?.id)
  return [
    heading(look, answer),
    ...(itself === undefined ? StationTotals.lines(look, totals, stations) : []),
    ...(itself === undefined && doorTotals !== null ? [StationDoors.tallyLine(look, doorTotals)] : []),
    ...StationLeftovers.lines(look, leftovers),
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
    kind: { value: "<kind>", about: { zh: "只看此类型的站点", en: "only stations of this kind" } },
    gaps: {
      about: {
        zh: "职工多而无站点可及的楼宇，职工多的在前",
        en: "the buildings with much staff and no station in reach, most staff first"
      }
    },
    staff: {
      value: "<n>",
      about: {
        zh: "配合 --gaps：职工不少于几人算多，默认 100",
        en: "with --gaps: how many staff are much; 100 by default"
      }
    },
    reach: {
      value: "building|cluster",
      about: {
        zh: "配合 --gaps：本楼内或向本楼开放的站点（默认），或集聚区内任一站点",
        en: "with --gaps: stations in the building or opened to it (by default), or any of its cluster"
      }
    },
    limit: {
      value: "<n>",
      about: { zh: "配合 --gaps：最多列出几栋，默认 30", en: "with --gaps: how many buildings to list; 30 by default" }
    }
  },
  examples: [
    "louyu stations --store sqlite:city.db",
    "louyu stations --store sqlite:city.db --open-at 12:30",
    "louyu stations cbd --folder my-city --open-at 2026-10-01T20:00",
    "louyu stations centre --store sqlite:city.db --items",
    "louyu stations cbd --store sqlite:city.db --gaps --staff 300"
  ],
  answer: Stations,
  work,
  show
})
