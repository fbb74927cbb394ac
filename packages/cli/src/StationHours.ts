import { CivilDate, Text, TimeWindow, WorkCalendar } from "@louyu/kernel"
import { type Network, OpeningHours, OpenTimes } from "@louyu/stations"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Answer from "./Answer.ts"
import type { Look } from "./Look.ts"
import * as Moment from "./Moment.ts"
import * as StationBook from "./StationBook.ts"
import * as Table from "./Table.ts"

const { field } = Answer

/** A stretch of a day in which something is open. */
export const Opening = Schema.Struct({
  open: field(Schema.String, "from when, `HH:MM`"),
  close: field(Schema.String, "up to when, `HH:MM`; `24:00` for the end of the day"),
  sort: field(OpeningHours.Sort, "what sort of hours these are"),
  names: field(Schema.NullOr(Answer.Name), "what the city calls these hours, or `null`")
}).annotate({ identifier: "Opening" })
export type Opening = typeof Opening.Type

const opening = ({ open, close, sort, rule }: OpenTimes.Opening): Opening => ({
  open,
  close,
  sort,
  names: rule?.names ?? null
})

/** When something is open on a day, in order; `null` where the calendar does not know what day it is. */
export const on = (
  schedule: OpenTimes.Schedule,
  calendar: WorkCalendar.WorkCalendar,
  date: CivilDate.CivilDate
): ReadonlyArray<Opening> | null =>
  Result.match(OpenTimes.on(schedule, calendar, date), {
    onSuccess: (found) => found.map(opening),
    onFailure: () => null
  })

const sorts: Readonly<Record<OpeningHours.Sort, readonly [zh: string, en: string]>> = {
  regular: ["常规", "regular"],
  noon: ["午间", "noon"],
  evening: ["晚间", "evening"],
  weekend: ["周末", "weekend"],
  holiday: ["节假日", "holiday"],
  extended: ["延时", "extended"]
}

/** What hours are called: as the city calls them, else by their sort. */
export const called = (look: Look, { sort, names }: Pick<Opening, "sort" | "names">): string =>
  names === null ? look.label(...sorts[sort]) : look.text(names)

const wholeDay = TimeWindow.make(["00:00", "24:00"])[0]

const isWholeDay = (openings: ReadonlyArray<Opening>): boolean =>
  openings.length === 1 && openings[0]?.open === wholeDay?.open && openings[0]?.close === wholeDay?.close

/** The hours of a day on a line; those that are not the regular ones with what they are. */
export const line = (look: Look, openings: ReadonlyArray<Opening> | null): string => {
  if (openings === null) return look.paint("yellow", look.label("日历未知", "day not in the calendar"))
  if (openings.length === 0) return look.paint("dim", look.label("不开放", "closed"))
  if (isWholeDay(openings)) return look.label("24 小时", "24 hours")
  return openings
    .map((one) => `${one.open}-${one.close}${one.sort === "regular" ? "" : ` ${called(look, one)}`}`)
    .join(", ")
}

const weekdays = {
  zh: ["周一", "周二", "周三", "周四", "周五", "周六", "周日"],
  en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
} as const

/** The day of the week. */
export const weekday = (look: Look, date: CivilDate.CivilDate): string => {
  const at = CivilDate.weekday(date) - 1
  return look.label(weekdays.zh[at] ?? "", weekdays.en[at] ?? "")
}

const kinds: Readonly<Record<WorkCalendar.Day["kind"], readonly [zh: string, en: string]>> = {
  workday: ["工作日", "workday"],
  weekend: ["周末", "weekend"],
  offDay: ["法定节假日", "public holiday"],
  makeUpWorkday: ["调休上班", "make-up workday"]
}

/** What a day is in the working calendar. */
export const Day = Schema.Struct({
  kind: field(
    Schema.Literals(["workday", "makeUpWorkday", "weekend", "offDay"]),
    "what it is in the working calendar; `offDay` for a public holiday"
  ),
  names: field(Schema.NullOr(Answer.Name), "the holiday it belongs to, or `null`")
}).annotate({ identifier: "Day" })
export type Day = typeof Day.Type

/** What a day is; `null` where the calendar does not know. */
export const dayOf = (calendar: WorkCalendar.WorkCalendar, date: CivilDate.CivilDate): Day | null =>
  Result.match(WorkCalendar.dayOn(calendar, date), {
    onSuccess: ({ kind, name }) => ({ kind, names: name === undefined ? null : Text.of(name.zh, name.en) }),
    onFailure: () => null
  })

/** A day on a line: of the week, and of the working calendar. */
export const dayLine = (look: Look, date: CivilDate.CivilDate, day: Day | null): string => {
  const what =
    day === null
      ? look.label("日历未收录", "not in the calendar")
      : day.names === null
        ? look.label(...kinds[day.kind])
        : `${look.label(...kinds[day.kind])} ${look.text(day.names)}`
  return `${weekday(look, date)} ${what}`
}

/** A station at a moment: open or not, and until when. */
export const Door = Schema.Struct({
  station: field(StationBook.Named, "the station"),
  place: field(Answer.Unit, "where it is"),
  open: field(
    Schema.NullOr(Schema.Boolean),
    "whether it is open then; `null` where the calendar does not know the day"
  ),
  hours: field(Schema.NullOr(Opening), "the hours it is open by, or `null`"),
  closes: field(
    Schema.NullOr(Schema.String),
    "when an open one closes next, in the time of the city; `null` when it never does, or the calendar ends before"
  ),
  opens: field(
    Schema.NullOr(Schema.String),
    "when a closed one opens next; `null` when it never does, or the calendar ends before"
  ),
  note: field(
    Schema.NullOr(Schema.Literals(["always", "noHours", "neverAgain", "beyondCalendar"])),
    "why there is no next time: it never closes, nobody gave it hours, it opens no more, or the calendar ends before"
  )
})
export type Door = typeof Door.Type

type State = Omit<Door, "station" | "place">

const closedDoor: State = { open: false, hours: null, closes: null, opens: null, note: null }
const beyond: State = { ...closedDoor, open: null, note: "beyondCalendar" }

const ajar = ({ calendar, point }: StationBook.StationBook, hours: Opening, schedule: OpenTimes.Schedule, at: number) =>
  Result.match(OpenTimes.nextClosing(schedule, calendar, at), {
    onFailure: (): State => ({ ...closedDoor, open: true, hours, note: "beyondCalendar" }),
    onSuccess: (closes): State =>
      closes === undefined
        ? { ...closedDoor, open: true, hours, note: "always" }
        : { ...closedDoor, open: true, hours, closes: Moment.text(closes, point.offset) }
  })

const shut = ({ calendar, point }: StationBook.StationBook, schedule: OpenTimes.Schedule, at: number) =>
  Result.match(OpenTimes.nextOpening(schedule, calendar, at), {
    onFailure: (): State => ({ ...closedDoor, note: "beyondCalendar" }),
    onSuccess: (opens): State =>
      opens === undefined
        ? { ...closedDoor, note: "neverAgain" }
        : { ...closedDoor, opens: Moment.text(opens, point.offset) }
  })

/** Whether a station is open at a moment, and when that ends. */
export const door = (book: StationBook.StationBook, { station }: Network.Place, at: number): Door => {
  const { station: id, place } = station.opened
  const whose = { station: StationBook.named(book, id), place: StationBook.unit(book, place) }
  if (station.hours.length === 0) return { ...whose, ...closedDoor, note: "noHours" }
  const now = OpenTimes.at(station.hours, book.calendar, at)
  if (Result.isFailure(now)) return { ...whose, ...beyond }
  return now.success === undefined
    ? { ...whose, ...shut(book, station.hours, at) }
    : { ...whose, ...ajar(book, opening(now.success), station.hours, at) }
}

const moment = (look: Look, text: string, today: string): string => {
  const day = text.slice(0, 10)
  const time = text.slice(11, 16)
  if (day === today) return time
  return `${day} ${CivilDate.is(day) ? weekday(look, day) : ""} ${time}`
}

const next = (look: Look, { opens, closes, note }: Door, today: string): string => {
  if (closes !== null) return look.label(`至 ${moment(look, closes, today)}`, `until ${moment(look, closes, today)}`)
  if (opens !== null) return look.label(`${moment(look, opens, today)} 开放`, `opens ${moment(look, opens, today)}`)
  return {
    always: look.label("全天候", "day and night"),
    noHours: look.paint("yellow", look.label("未登记开放时间", "nobody gave it hours")),
    neverAgain: look.paint("yellow", look.label("不再开放", "opens no more")),
    beyondCalendar: look.paint("yellow", look.label("超出工作日历", "beyond the working calendar"))
  }[note ?? "neverAgain"]
}

/** Which stations are open at a moment, and which are not. */
export const doorLines = (look: Look, doors: ReadonlyArray<Door>, at: string): ReadonlyArray<string> => {
  const rows = (wanted: boolean) =>
    doors
      .filter(({ open }) => (open === true) === wanted)
      .map((one) => [
        `  ${StationBook.line(look, one.station)}`,
        look.text(one.place.name),
        one.hours === null || one.note === "always" ? "" : called(look, one.hours),
        next(look, one, at.slice(0, 10))
      ])
  const [open, closed] = [rows(true), rows(false)]
  const [openTitle, closedTitle] = [
    look.paint("green", look.label(`开放 ${open.length}`, `open ${open.length}`)),
    look.paint("dim", look.label(`未开放 ${closed.length}`, `closed ${closed.length}`))
  ]
  const lines = Table.lines([{ head: "" }, { head: "" }, { head: "" }, { head: "" }], [...open, ...closed])
  return [openTitle, ...lines.slice(0, open.length), closedTitle, ...lines.slice(open.length)]
}
