import { CivilDate, Timeline } from "@louyu/kernel"
import { type Network, OpenTimes } from "@louyu/stations"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Answer from "./Answer.ts"
import type { Look } from "./Look.ts"
import * as Moment from "./Moment.ts"
import * as StationBook from "./StationBook.ts"
import * as StationHours from "./StationHours.ts"
import * as Table from "./Table.ts"

const { field, Count } = Answer

const Status = Schema.Literals(["open", "closed", "noHours", "beyondCalendar"])
type Status = typeof Status.Type

/** A station at a moment: open or not, and until when; or that nobody can know. */
export const Door = Schema.Struct({
  station: field(StationBook.Named, "the station"),
  place: field(Answer.Unit, "where it is"),
  status: field(
    Status,
    "open or closed then; `noHours` when nobody said when it is open, `beyondCalendar` when the calendar does not know the day"
  ),
  open: field(Schema.NullOr(Schema.Boolean), "whether it is open then; `null` where that is not known"),
  hours: field(Schema.NullOr(StationHours.Opening), "the hours it is open by, or `null`"),
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

/** How many stations are open at a moment, and of how many that is not known. */
export const Tally = Schema.Struct({
  open: field(Count, "stations that are open"),
  closed: field(Count, "stations that are closed"),
  noHours: field(Count, "stations of which nobody said when they are open"),
  beyondCalendar: field(Count, "stations with hours, on a day the calendar does not know")
})
export type Tally = typeof Tally.Type

type State = Omit<Door, "station" | "place">

const closed: State = { status: "closed", open: false, hours: null, closes: null, opens: null, note: null }
const unknown = (why: "noHours" | "beyondCalendar"): State => ({ ...closed, status: why, open: null, note: why })

const ajar = (
  { calendar, point }: StationBook.StationBook,
  hours: StationHours.Opening,
  schedule: OpenTimes.Schedule,
  at: number
) => {
  const open = { ...closed, status: "open", open: true, hours } as const
  return Result.match(OpenTimes.nextClosing(schedule, calendar, at), {
    onFailure: (): State => ({ ...open, note: "beyondCalendar" }),
    onSuccess: (closes): State =>
      closes === undefined ? { ...open, note: "always" } : { ...open, closes: Moment.text(closes, point.offset) }
  })
}

const shut = ({ calendar, point }: StationBook.StationBook, schedule: OpenTimes.Schedule, at: number) =>
  Result.match(OpenTimes.nextOpening(schedule, calendar, at), {
    onFailure: (): State => ({ ...closed, note: "beyondCalendar" }),
    onSuccess: (opens): State =>
      opens === undefined ? { ...closed, note: "neverAgain" } : { ...closed, opens: Moment.text(opens, point.offset) }
  })

const stateOf = (book: StationBook.StationBook, schedule: OpenTimes.Schedule, at: number): State => {
  // Closed is what somebody said; of a station without hours on the day nobody said anything.
  if (Timeline.at(schedule, book.point.on) === undefined) return unknown("noHours")
  const now = OpenTimes.at(schedule, book.calendar, at)
  if (Result.isFailure(now)) return unknown("beyondCalendar")
  return now.success === undefined
    ? shut(book, schedule, at)
    : ajar(book, StationHours.opening(now.success), schedule, at)
}

/** Whether a station is open at a moment, and when that ends. Source: P-24, H-12. */
export const of = (book: StationBook.StationBook, { station }: Network.Place, at: number): Door => ({
  station: StationBook.named(book, station.opened.station),
  place: StationBook.unit(book, station.opened.place),
  ...stateOf(book, station.hours, at)
})

/** Doors in numbers. */
export const tally = (doors: ReadonlyArray<Door>): Tally => {
  const count = (wanted: Status) => doors.filter(({ status }) => status === wanted).length
  return {
    open: count("open"),
    closed: count("closed"),
    noHours: count("noHours"),
    beyondCalendar: count("beyondCalendar")
  }
}

const moment = (look: Look, text: string, today: string): string => {
  const day = text.slice(0, 10)
  const time = text.slice(11, 16)
  if (day === today) return time
  return `${day} ${CivilDate.is(day) ? StationHours.weekday(look, day) : ""} ${time}`
}

const next = (look: Look, { opens, closes, note }: Door, today: string): string => {
  if (closes !== null) return look.label(`至 ${moment(look, closes, today)}`, `until ${moment(look, closes, today)}`)
  if (opens !== null) return look.label(`${moment(look, opens, today)} 开放`, `opens ${moment(look, opens, today)}`)
  return {
    always: look.label("全天候", "day and night"),
    noHours: look.paint("yellow", look.label("开放时间未登记", "nobody gave it hours")),
    neverAgain: look.paint("yellow", look.label("不再开放", "opens no more")),
    beyondCalendar: look.paint("yellow", look.label("超出工作日历", "beyond the working calendar"))
  }[note ?? "neverAgain"]
}

const titles = {
  open: ["green", "开放", "open"],
  closed: ["dim", "未开放", "closed"],
  noHours: ["yellow", "开放时间未登记", "not known"],
  beyondCalendar: ["yellow", "工作日历未收录当日", "not known, the calendar has no such day"]
} as const satisfies Readonly<Record<Status, readonly [style: "green" | "dim" | "yellow", zh: string, en: string]>>

const cells = (look: Look, one: Door, today: string): ReadonlyArray<string> => [
  `  ${StationBook.line(look, one.station)}`,
  look.text(one.place.name),
  one.hours === null || one.note === "always" ? "" : StationHours.called(look, one.hours),
  next(look, one, today)
]

/** Doors in numbers, on a line. */
export const tallyLine = (look: Look, { open, closed: shut, noHours, beyondCalendar }: Tally): string =>
  [
    look.label(`开放 ${open}`, `open ${open}`),
    look.label(`未开放 ${shut}`, `closed ${shut}`),
    ...(noHours + beyondCalendar === 0
      ? []
      : [look.paint("yellow", look.label(`未知 ${noHours + beyondCalendar}`, `not known ${noHours + beyondCalendar}`))])
  ].join(" · ")

/** Which stations are open at a moment, which are not, and of which that is not known. */
export const lines = (look: Look, doors: ReadonlyArray<Door>, counted: Tally, at: string): ReadonlyArray<string> => {
  const groups = Status.literals.map((status) => ({ status, some: doors.filter((one) => one.status === status) }))
  const rows = Table.lines(
    Array.from({ length: 4 }, () => ({ head: "" })),
    groups.flatMap(({ some }) => some.map((one) => cells(look, one, at.slice(0, 10))))
  )
  let from = 0
  return groups.flatMap(({ status, some }) => {
    const [style, zh, en] = titles[status]
    const own = rows.slice(from, from + some.length)
    from += some.length
    // Both sides of the question are told even where there is none; what is not known only where there is some.
    const isTold = some.length > 0 || status === "open" || status === "closed"
    return isTold ? [look.paint(style, look.label(`${zh} ${counted[status]}`, `${en} ${counted[status]}`)), ...own] : []
  })
}
