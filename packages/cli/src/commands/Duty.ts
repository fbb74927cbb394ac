import { CivilDate, type Identifier, Text, TimeWindow } from "@louyu/kernel"
import { DutyCalendar, Duty as DutyOf, Network, Presence, type StationCode } from "@louyu/stations"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type { City } from "louyu"
import * as Answer from "../Answer.ts"
import * as Arguments from "../Arguments.ts"
import { OptionMissing, OptionsClash } from "../CliError.ts"
import * as Command from "../Command.ts"
import * as DutyBook from "../DutyBook.ts"
import * as Look from "../Look.ts"
import * as Moment from "../Moment.ts"
import * as Naming from "../Naming.ts"
import * as Source from "../Source.ts"
import * as StationBook from "../StationBook.ts"
import * as StationDetail from "../StationDetail.ts"
import * as StationHours from "../StationHours.ts"
import * as Table from "../Table.ts"

const { field } = Answer

const Day = Schema.Struct({
  date: field(CivilDate.CivilDate, "the day"),
  day: field(Schema.NullOr(StationHours.Day), "what it is; `null` where the calendar does not know"),
  turns: field(Schema.Array(DutyBook.Turn), "who is on duty by the published rosters, by time and station"),
  stationed: field(
    Schema.NullOr(Schema.Array(StationDetail.Present)),
    "departments that come on a timetable; `null` where the calendar does not know the day"
  )
})
type Day = typeof Day.Type

const Duty = Schema.Struct({
  on: Answer.On,
  at: field(Schema.NullOr(Schema.String), "the moment, in the time of the city; `null` for a day as a whole"),
  unit: field(Schema.NullOr(Answer.Unit), "whose duty was asked about, or `null`"),
  station: field(Schema.NullOr(StationBook.Named), "at which station, or `null`"),
  days: field(Schema.Array(Day), "day by day"),
  next: field(
    Schema.NullOr(
      Schema.Struct({ date: field(CivilDate.CivilDate, "its day"), turn: field(DutyBook.Turn, "the turn") })
    ),
    "with `--unit`, its next turn after these days, or after the moment; else `null`"
  ),
  warnings: field(
    Schema.NullOr(Schema.Array(DutyBook.Warning)),
    "slots of these days that want looking after; `null` where the calendar does not know a day of a roster"
  ),
  feed: field(Schema.NullOr(Schema.String), "with `--ics`, all published duty as iCalendar text; else `null`")
})
type Duty = typeof Duty.Type

interface Wanted {
  readonly unit: Identifier.UnitId | undefined
  readonly station: StationCode.StationId | undefined
  /** Whether only that moment is asked about. */
  readonly moment: boolean
}

const concerns =
  ({ unit, station }: Wanted) =>
  (one: { readonly station: { readonly id: string }; readonly unit: { readonly id: string } | null }): boolean =>
    (unit === undefined || one.unit?.id === unit) && (station === undefined || one.station.id === station)

const presentOn = (book: StationBook.StationBook, date: CivilDate.CivilDate, { unit, station, moment }: Wanted) => {
  const { calendar, stationings, point, stations } = book
  const found: Array<Presence.Present> = []
  for (const { station: one } of Network.on(stations, date)) {
    const { station: id } = one.opened
    if (station !== undefined && id !== station) continue
    const there =
      moment && point.at !== undefined
        ? Presence.at(stationings, id, calendar, point.at)
        : Presence.on(stationings, id, calendar, date)
    if (Result.isFailure(there)) return null
    found.push(...there.success.filter(({ department }) => unit === undefined || department === unit))
  }
  return found
    .toSorted((a, b) => TimeWindow.minuteOf(a.window.open) - TimeWindow.minuteOf(b.window.open))
    .map(StationDetail.present(book))
}

const dayOf =
  (book: StationBook.StationBook, wanted: Wanted) =>
  (date: CivilDate.CivilDate): Day => ({
    date,
    day: StationHours.dayOf(book.calendar, date),
    turns: DutyBook.turnsOn(book, date).filter((turn) => concerns(wanted)(turn) && (!wanted.moment || turn.now)),
    stationed: presentOn(book, date, wanted)
  })

const nextOf = (book: StationBook.StationBook, unit: Identifier.UnitId, after: number): Duty["next"] => {
  const next = DutyOf.next(DutyBook.rosters(book), unit, book.calendar, after)
  const turn = next && DutyBook.turnsOn(book, next.slot.date).find(({ slot }) => slot === next.slot.slot)
  return turn === undefined ? null : { date: turn.date, turn }
}

const feedOf = Effect.fnUntraced(function* (
  given: Arguments.Given,
  { env }: Command.Desk["io"],
  city: City.Open,
  book: StationBook.StationBook,
  { unit, station }: Wanted
) {
  const language: Text.Language = Look.languageOf(given.values.get("lang"), env) === "en" ? "en" : "zh"
  const nameOf = (id: Identifier.UnitId) => StationBook.unit(book, id).name
  const stationName = (id: StationCode.StationId) => StationBook.named(book, id).names
  const whose = unit === undefined ? station && stationName(station) : nameOf(unit)
  const { timeZone } = yield* city.profile()
  const feed: DutyCalendar.Feed = {
    calendar: book.calendar,
    stamp: yield* Clock.currentTimeMillis,
    domain: `${city.tenant}.louyu`,
    language,
    timeZone,
    title: `${Text.read(Text.of("值班", "Duty"), language)} ${whose === undefined ? "" : Text.read(whose, language)}`,
    unitNames: nameOf,
    stationNames: stationName
  }
  const rosters = DutyBook.rosters(book)
  if (unit !== undefined) return DutyCalendar.ofMember(rosters, unit, feed)
  if (station !== undefined) return DutyCalendar.ofStation(rosters, station, feed)
  return yield* new OptionMissing({ command: "duty --ics", options: ["--unit", "--station"] })
})

const work = Effect.fnUntraced(function* (given: Arguments.Given, desk: Command.Desk) {
  const count = Math.min(366, Math.max(1, (yield* Effect.fromResult(Arguments.count(given, "days"))) ?? 1))
  const moment = given.values.has("at")
  if (moment && given.values.has("days")) return yield* new OptionsClash({ options: ["--at", "--days"] })
  const [unitNamed, stationNamed] = [given.values.get("unit"), given.values.get("station")]
  if (given.switches.has("ics") && unitNamed !== undefined && stationNamed !== undefined) {
    return yield* new OptionsClash({ options: ["--unit", "--station"] })
  }
  const city = yield* Source.city(given, desk)
  const book = yield* StationBook.of(given, city, "at")
  const { point } = book
  const wanted: Wanted = {
    unit: unitNamed === undefined ? undefined : yield* Naming.existing(book.scene.view, unitNamed),
    station: stationNamed === undefined ? undefined : yield* StationBook.existing(book, stationNamed),
    moment
  }
  const end = CivilDate.addDays(point.on, count)
  const days = Array.from({ length: count }, (_, n) => CivilDate.addDays(point.on, n))
  const after = moment && point.at !== undefined ? point.at : Moment.startOf(end, point.offset) - 1
  return Command.good<Duty>({
    on: point.on,
    at: point.at === undefined ? null : Moment.text(point.at, point.offset),
    unit: wanted.unit === undefined ? null : StationBook.unit(book, wanted.unit),
    station: wanted.station === undefined ? null : StationBook.named(book, wanted.station),
    days: days.map(dayOf(book, wanted)),
    next: wanted.unit === undefined ? null : nextOf(book, wanted.unit, after),
    warnings: DutyBook.warnings(book, point.on, end)?.filter(concerns(wanted)) ?? null,
    feed: given.switches.has("ics") ? yield* feedOf(given, desk.io, city, book, wanted) : null
  })
})

const standing = (look: Look.Look, { standing: now, now: isNow }: DutyBook.Turn): string =>
  ({
    planned: isNow ? look.paint("cyan", look.label("当值", "now")) : "",
    started: look.paint("green", look.label("已签到", "checked in")),
    missed: look.paint("red", look.label("缺岗", "missed"))
  })[now]

const time = ({ from, to }: DutyBook.Turn): string => `${from.slice(11, 16)}-${to.slice(11, 16)}`

const turnCells = (look: Look.Look, turn: DutyBook.Turn): ReadonlyArray<string> => [
  `  ${time(turn)}`,
  look.text(turn.station.names),
  look.paint("bold", look.text(turn.unit.name)),
  look.text(turn.shift.names),
  turn.theme === null ? "" : look.text(turn.theme.names),
  look.paint("dim", look.text(turn.roster.names)),
  standing(look, turn)
]

const presentCells = (look: Look.Look, one: StationDetail.Present): ReadonlyArray<string> => [
  `  ${one.open}-${one.close}`,
  look.text(one.station.names),
  look.paint("bold", look.text(one.department.name)),
  look.text(one.names),
  "",
  look.paint("dim", look.label("驻点", "on a timetable")),
  ""
]

// One table, so that the columns of all days line up; the days are put between its rows.
const dayLines = (look: Look.Look, days: ReadonlyArray<Day>): ReadonlyArray<string> => {
  const groups = days.map((day) => ({
    day,
    rows: [
      ...day.turns.map((turn) => turnCells(look, turn)),
      ...(day.stationed ?? []).map((one) => presentCells(look, one))
    ]
  }))
  const columns = Array.from({ length: 7 }, () => ({ head: "" }))
  const lines = Table.lines(
    columns,
    groups.flatMap(({ rows }) => rows)
  )
  let next = 0
  return groups.flatMap(({ day: { date, day, stationed }, rows }) => {
    const from = next
    next += rows.length
    return [
      `${look.paint("bold", date)} ${StationHours.dayLine(look, date, day)}`,
      ...(rows.length === 0 ? look.say("  无人值班。", "  Nobody is on duty.") : lines.slice(from, next)),
      ...(stationed === null
        ? look.say("  工作日历未收录当日，驻点部门未知。", "  Who comes on a timetable is not known for that day.")
        : [])
    ]
  })
}

/** Warnings, each on a line. */
const warningLines = (look: Look.Look, { warnings }: Duty): ReadonlyArray<string> => {
  if (warnings === null) {
    return look
      .say(
        "工作日历未收录轮值期，无法检查空缺。",
        "The working calendar does not reach as far as a roster; gaps are not known."
      )
      .map((text) => look.paint("yellow", text))
  }
  if (warnings.length === 0) return []
  return [
    "",
    look.paint("bold", look.label(`须处理 ${warnings.length} 项`, `to be looked after: ${warnings.length}`)),
    ...Table.lines(
      Array.from({ length: 6 }, () => ({ head: "" })),
      warnings.map((one) => [
        `  ${one.date}`,
        DutyBook.kindLabel(look, one.kind),
        look.text(one.station.names),
        look.text(one.shift.names),
        one.unit === null ? "" : look.text(one.unit.name),
        one.published
          ? ""
          : look.paint("dim", `${look.text(one.roster.names)} ${look.label("未发布", "not published")}`)
      ])
    )
  ]
}

const show = (answer: Duty, look: Look.Look): ReadonlyArray<string> => {
  const { on, at, unit, station, days, next, feed } = answer
  // Every line of a feed ends as the standard has it: the carriage return is part of the text.
  if (feed !== null)
    return feed
      .trimEnd()
      .split("\n")
      .map((line) => (line.endsWith("\r") ? line : `${line}\r`))
  const when = at !== null && days.length === 1 && at.slice(0, 10) === on ? Moment.brief(at) : on
  const whose = [
    ...(unit === null ? [] : [Naming.line(look, unit)]),
    ...(station === null ? [] : [StationBook.line(look, station)])
  ].join(" · ")
  const following = next === null ? "" : `${next.date} ${StationHours.weekday(look, next.date)} ${time(next.turn)}`
  return [
    `${look.paint("bold", look.label("值班", "duty"))} ${look.paint("dim", when)}${whose === "" ? "" : ` ${whose}`}`,
    ...dayLines(look, days),
    ...(next === null
      ? []
      : [
          `${look.label("下次值班", "next duty")} ${following} ${look.text(next.turn.station.names)} ${look.text(next.turn.shift.names)}`
        ]),
    ...warningLines(look, answer)
  ]
}

/** `louyu duty` */
export const duty = Command.define<Duty>({
  name: "duty",
  about: {
    zh: "谁在哪里值班：轮值与驻点部门，空班与缺人提醒，日历订阅",
    en: "who is on duty where, by rosters and timetables, with gaps and empty shifts; as a calendar feed"
  },
  arguments: [],
  options: {
    ...Source.options,
    at: {
      value: "<time>|<date>T<time>",
      about: { zh: "只看此刻当值的", en: "only those who are on duty at this time" }
    },
    days: { value: "<n>", about: { zh: "自当日起看几天，默认 1", en: "so many days from the day on; 1 by default" } },
    unit: {
      value: "<unit>",
      about: { zh: "只看此单位的值班及下次值班", en: "only the duty of this unit, and when it is next" }
    },
    station: { value: "<station>", about: { zh: "只看此站点", en: "only this station" } },
    ics: {
      about: {
        zh: "输出 iCalendar 订阅内容（需 --unit 或 --station），含全部已发布的值班",
        en: "all published duty of --unit or --station as an iCalendar feed"
      }
    }
  },
  examples: [
    "louyu duty --store sqlite:city.db",
    "louyu duty --store sqlite:city.db --at 12:30",
    "louyu duty --store sqlite:city.db --unit tax --days 14",
    "louyu duty --store sqlite:city.db --station centre --ics > centre.ics"
  ],
  answer: Duty,
  work,
  show
})
