import { Text, Timeline } from "@louyu/kernel"
import { Access, PointState, RoomState, ServiceItems, type StationCode, StationState } from "@louyu/stations"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as Answer from "./Answer.ts"
import * as Look from "./Look.ts"
import * as Moment from "./Moment.ts"
import { Word } from "./ProspectBook.ts"
import * as StationBook from "./StationBook.ts"
import * as Table from "./Table.ts"

const { field } = Answer

const Item = Schema.Struct({
  item: field(Word, "something that can be done there"),
  at: field(Schema.Array(Word), "the devices and desks where it can be had now; none when it cannot"),
  perhapsAt: field(Schema.Array(Word), "those in service of which nobody said whether their door is open then"),
  minutesSaved: field(
    Schema.NullOr(Schema.Int),
    "how many minutes one use saves, as far as that is known; `null` when nobody said"
  )
})

const Point = Schema.Struct({
  point: field(Word, "the device or desk"),
  sort: field(Schema.Literals(["device", "desk"]), "whether somebody sits behind it"),
  kind: field(Word, "its kind"),
  inService: field(Schema.Boolean, "whether it works then"),
  reachable: field(
    Schema.NullOr(Schema.Boolean),
    "whether its door is open then, always when no time of day is asked about; `null` where nobody said when it is"
  ),
  items: field(Answer.Count, "how many items it is for"),
  reason: field(Schema.NullOr(Schema.String), "why it is out of service, or `null`")
})

/** What can be had at a station. */
export const AtStation = Schema.Struct({
  station: field(StationBook.Named, "the station"),
  available: field(Answer.Count, "how many items can be had"),
  offered: field(Answer.Count, "how many its devices and desks are for, working or not"),
  points: field(Schema.Array(Point), "its devices and desks, in the order they came"),
  items: field(Schema.Array(Item), "its items by id, those that cannot be had now included")
})
export type AtStation = typeof AtStation.Type

/** The moment items are asked about: the time of day that is named, else the end of the day. */
const momentOf = ({ point }: StationBook.StationBook): number =>
  point.at ?? Moment.startOf(point.on, point.offset) + 86_400_000 - 1

const word = (names: Text.Text | undefined, id: string): typeof Word.Type => ({ id, names: names ?? Text.of(id) })

// Hours of the room a device stands in come before those of the station.
const hasHours = (
  { stations, rooms, point: { on } }: StationBook.StationBook,
  { installed: { room, station } }: PointState.Point
): boolean => {
  const own = room === undefined ? [] : (RoomState.room(rooms, room)?.hours ?? [])
  const schedules = [own, StationState.station(stations, station)?.hours ?? []]
  return schedules.some((schedule) => Timeline.at(schedule, on) !== undefined)
}

/**
 * What can be had at a station.
 *
 * Fails: `CalendarYearUnknown` where a door has hours and the calendar does not know the day.
 * Source: H-23.
 */
export const of = Effect.fnUntraced(function* (book: StationBook.StationBook, station: StationCode.StationId) {
  const { points: state, point: asked } = book
  const at = momentOf(book)
  const here = ServiceItems.pointsAt(state, station, at)
  const doors = new Map<StationCode.PointId, boolean | null>()
  for (const one of here) {
    const reachable = asked.at === undefined || (yield* Effect.fromResult(Access.isReachable(book, one, at)))
    doors.set(one.installed.point, reachable || hasHours(book, one) ? reachable : null)
  }
  const offered = ServiceItems.offered(state, station, at, ({ installed }) => doors.get(installed.point) === true)
  const named = (id: StationCode.PointId) => word(PointState.point(state, id)?.installed.names, id)
  const perhaps = here.filter((one) => doors.get(one.installed.point) === null && ServiceItems.isInService(one, at))
  const found: AtStation = {
    station: StationBook.named(book, station),
    available: offered.filter((one) => one.at.length > 0).length,
    offered: offered.length,
    points: here.map((one) => {
      const { point, sort, kind, names } = one.installed
      const inService = ServiceItems.isInService(one, at)
      const outage = one.outages.find(({ from, to }) => from <= at && (to === undefined || at < to))
      return {
        point: { id: point, names },
        sort,
        kind: StationBook.word(book.catalogue.pointKinds, kind),
        inService,
        reachable: doors.get(point) ?? null,
        items: ServiceItems.itemsOf(one, at).length,
        reason: outage?.reason ?? null
      }
    }),
    items: offered.map(({ item, at: where }) => ({
      item: word(PointState.item(state, item)?.names, item),
      at: where.map(named),
      perhapsAt: perhaps
        .filter((one) => ServiceItems.itemsOf(one, at).includes(item))
        .map(({ installed }) => named(installed.point)),
      minutesSaved: ServiceItems.minutesPerUse(state, item)?.value ?? null
    }))
  }
  return found
})

const standing = (look: Look.Look, { inService, reachable, reason }: typeof Point.Type): string => {
  if (!inService) {
    const why = reason === null ? "" : ` ${look.text({ zh: reason })}`
    return look.paint("red", `${look.label("停用", "out of service")}${why}`)
  }
  if (reachable === null) return look.paint("yellow", look.label("开放时间未登记", "nobody gave it hours"))
  return reachable
    ? look.paint("green", look.label("可用", "in service"))
    : look.paint("dim", look.label("门未开", "door closed"))
}

/** The devices and desks of a station, and its items with where they can be had. */
export const lines = (
  look: Look.Look,
  { station, available, offered, points, items }: AtStation
): ReadonlyArray<string> => [
  `${look.paint("bold", StationBook.line(look, station))} ${look.label(
    `现可办 ${available}/${offered} 项`,
    `${available} of ${Look.many(offered, "item")} can be had`
  )}`,
  ...Table.lines(
    [{ head: "" }, { head: "" }, { head: "" }, { head: "" }],
    points.map((one) => [
      `  ${look.text(one.point.names)} ${look.paint("dim", `(${one.point.id})`)}`,
      look.text(one.kind.names),
      look.label(`${one.items} 项`, Look.many(one.items, "item")),
      standing(look, one)
    ])
  ),
  ...Table.lines(
    [{ head: "" }, { head: "" }, { head: "" }],
    items.map(({ item, at, perhapsAt, minutesSaved }) => [
      `  · ${look.text(item.names)} ${look.paint("dim", `(${item.id})`)}`,
      at.length > 0
        ? at.map(({ names }) => look.text(names)).join(look.language === "en" ? ", " : "、")
        : perhapsAt.length > 0
          ? look.paint("yellow", look.label("未知可否办理", "not known whether it can be had"))
          : look.paint("yellow", look.label("暂不可办", "cannot be had now")),
      minutesSaved === null ? "" : look.label(`每次省 ${minutesSaved} 分钟`, `saves ${minutesSaved} min`)
    ])
  )
]
