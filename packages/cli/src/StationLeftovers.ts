import { FacilityState, Leftovers } from "@louyu/stations"
import * as Schema from "effect/Schema"
import * as Answer from "./Answer.ts"
import type * as Look from "./Look.ts"
import * as StationBook from "./StationBook.ts"

const { field } = Answer

/** What goes on at stations that are closed. */
export const All = Schema.Array(
  Schema.Struct({
    sort: field(Schema.Literals(["room", "point", "stationing", "facility"]), "what goes on"),
    id: field(Schema.String, "its id"),
    station: field(StationBook.Named, "at which station, closed by the day")
  })
)
export type All = typeof All.Type

/** What goes on at stations that are closed by the day. */
export const of = (book: StationBook.StationBook): All =>
  Leftovers.on({ ...book, facilities: FacilityState.facilities(book.facilities) }, book.calendar, book.point.on).map(
    ({ sort, id, station }) => ({ sort, id, station: StationBook.named(book, station) })
  )

const sorts: Readonly<Record<All[number]["sort"], readonly [zh: string, en: string]>> = {
  room: ["功能室", "room"],
  point: ["设备或窗口", "device or desk"],
  stationing: ["驻点服务", "stationed service"],
  facility: ["设施", "facility"]
}

/** What goes on at stations that are closed, each on a line. */
export const lines = (look: Look.Look, all: All): ReadonlyArray<string> =>
  all.map(({ sort, id, station }) => {
    const at = StationBook.line(look, station)
    const text = look.label(
      `站点已关闭，仍有${sorts[sort][0]} ${id}:`,
      `${sorts[sort][1]} ${id} goes on at a station that is closed:`
    )
    return `${look.paint("yellow", text)} ${at}`
  })
