import { Network } from "@louyu/stations"
import * as Effect from "effect/Effect"
import type * as Arguments from "../Arguments.ts"
import * as Command from "../Command.ts"
import * as Moment from "../Moment.ts"
import * as OptionValue from "../OptionValue.ts"
import * as Source from "../Source.ts"
import * as StaffKnown from "../StaffKnown.ts"
import * as StationBook from "../StationBook.ts"
import * as StationDetail from "../StationDetail.ts"
import * as StationDoors from "../StationDoors.ts"
import * as StationFacilities from "../StationFacilities.ts"
import * as StationGaps from "../StationGaps.ts"
import * as StationItems from "../StationItems.ts"
import * as StationLeftovers from "../StationLeftovers.ts"
import * as StationNetwork from "../StationNetwork.ts"
import * as StationsAnswer from "../StationsAnswer.ts"
import * as StationTotals from "../StationTotals.ts"
import { OptionsClash } from "../UsageError.ts"

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
  const kind = yield* Effect.fromResult(OptionValue.oneOf(given, "kind", kinds))
  const named = given.arguments[0]
  const wanted = named === undefined ? undefined : yield* StationBook.meant(book, named)
  if (gaps !== undefined && wanted !== undefined && wanted.unit === undefined) {
    return yield* new OptionsClash({ options: ["--gaps", named ?? ""] })
  }
  const narrow = given.switches.has("items") ? "items" : kind === undefined ? undefined : "kind"
  if (wanted?.facility !== undefined && narrow !== undefined) {
    return yield* new OptionsClash({ options: [wanted.facility, `--${narrow}`] })
  }
  const staff = gaps && (yield* StaffKnown.sources(city, book.scene.view, point.on))
  const found = Network.on(stations, point.on, kind).filter(StationBook.isMeant(book, wanted))
  const places = StationNetwork.inOrder(found)
  const rows = StationNetwork.rows(book, places)
  const { at } = point
  const facilities = wanted === undefined ? null : StationFacilities.meant(book, wanted)
  const facility = wanted?.facility === undefined ? undefined : facilities?.at(0)
  const itself = places.find(({ station }) => station.opened.station === wanted?.station)
  const clusters =
    (wanted === undefined || wanted.unit !== undefined) && kind === undefined
      ? StationTotals.clusters(book, wanted?.unit)
      : []
  const doors =
    given.values.has("open-at") && at !== undefined ? places.map((one) => StationDoors.of(book, one, at)) : null
  const items = given.switches.has("items")
    ? yield* itemsOf(book, places)
    : itself === undefined
      ? null
      : yield* itemsOf(book, [itself])
  return Command.good<StationsAnswer.Stations>({
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
    facility: facility === undefined ? null : facility.facility,
    facilities,
    gaps: gaps && staff ? StationGaps.of(book, staff, wanted?.unit, gaps) : null,
    detail: itself === undefined ? null : StationDetail.of(book, itself)
  })
})

/** `louyu stations` */
export const stations = Command.define<StationsAnswer.Stations>({
  name: "stations",
  about: {
    zh: "站点网络：主站、分站与“六有”，某一时刻哪些开放，现可办哪些事项",
    en: "networks of stations: mains with their subs, standards met, which are open when, what can be had there now"
  },
  arguments: [
    {
      name: "station|facility|unit",
      optional: true,
      about: {
        zh: "站点编号（含其分站与详情）、设施编号，或集聚区、楼宇等单元编号",
        en: "a station, for all that is known of it and its subs; a facility; a cluster, a building or another unit"
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
  answer: StationsAnswer.Stations,
  work,
  show: StationsAnswer.lines
})
