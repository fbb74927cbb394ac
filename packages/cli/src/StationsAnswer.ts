import * as Schema from "effect/Schema"
import * as Answer from "./Answer.ts"
import type * as Look from "./Look.ts"
import * as Moment from "./Moment.ts"
import * as Naming from "./Naming.ts"
import { Word } from "./ProspectBook.ts"
import * as StationBook from "./StationBook.ts"
import * as StationDetail from "./StationDetail.ts"
import * as StationDetailLines from "./StationDetailLines.ts"
import * as StationDoors from "./StationDoors.ts"
import * as StationFacilities from "./StationFacilities.ts"
import * as StationFacilityLines from "./StationFacilityLines.ts"
import * as StationGapLines from "./StationGapLines.ts"
import * as StationGaps from "./StationGaps.ts"
import * as StationItems from "./StationItems.ts"
import * as StationLeftovers from "./StationLeftovers.ts"
import * as StationRow from "./StationRow.ts"
import * as StationTotals from "./StationTotals.ts"

const { field } = Answer

/** Stations of a city: networks, which are open, what can be had there, and where none is. */
export const Stations = Schema.Struct({
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
  facility: field(Schema.NullOr(Word), "the facility asked about, or `null`"),
  facilities: field(
    Schema.NullOr(Schema.Array(StationFacilities.Facility)),
    "the facility asked about, or those of the station or in the place asked about; `null` with none asked about"
  ),
  gaps: field(
    Schema.NullOr(StationGaps.Gaps),
    "with `--gaps`, the buildings with much staff and no station in reach; else `null`"
  ),
  detail: field(Schema.NullOr(StationDetail.Detail), "everything known of the station asked about; else `null`")
})
export type Stations = typeof Stations.Type

const heading = (look: Look.Look, { on, at, doors, within, station, facility }: Stations): string => {
  const when = doors === null || at === null ? on : Moment.brief(at)
  const title = `${look.paint("bold", look.label("站点", "stations"))} ${look.paint("dim", when)}`
  const itself = station ?? facility
  if (itself !== null) return `${title} ${StationBook.line(look, itself)}`
  return within === null ? title : `${title} ${Naming.line(look, within)}`
}

/** An answer for people. */
export const lines = (answer: Stations, look: Look.Look): ReadonlyArray<string> => {
  const { stations, totals, doors, doorTotals, items, detail, at, station, leftovers, gaps, facilities } = answer
  if (gaps !== null) return [heading(look, answer), ...StationGapLines.lines(look, gaps)]
  const there =
    detail !== null || facilities === null || items !== null ? [] : StationFacilityLines.lines(look, facilities)
  if (answer.facility !== null) return [heading(look, answer), ...there]
  if (stations.length === 0) {
    return [
      heading(look, answer),
      ...look.say("当日没有符合条件的站点。", "There is no such station on the day."),
      ...StationLeftovers.lines(look, leftovers),
      ...there
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
    ...(isListed(answer) ? ["", ...StationRow.lines(look, stations)] : []),
    ...(there.length === 0 ? [] : ["", ...there])
  ]
}

// What is open, what can be had, and what is known of one station are lists of their own.
const isListed = ({ doors, items, detail, stations: rows }: Stations): boolean =>
  detail === null ? doors === null && items === null : rows.length > 1
