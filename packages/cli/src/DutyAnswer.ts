import { CivilDate } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import * as Answer from "./Answer.ts"
import * as DutyBook from "./DutyBook.ts"
import * as DutyDays from "./DutyDays.ts"
import type * as Look from "./Look.ts"
import * as Moment from "./Moment.ts"
import * as Naming from "./Naming.ts"
import * as StationBook from "./StationBook.ts"
import type * as StationDetail from "./StationDetail.ts"
import * as StationHours from "./StationHours.ts"
import * as Table from "./Table.ts"

const { field } = Answer

/** Who is on duty, day by day. */
export const Duty = Schema.Struct({
  on: Answer.On,
  at: field(Schema.NullOr(Schema.String), "the moment, in the time of the city; `null` for a day as a whole"),
  unit: field(Schema.NullOr(Answer.Unit), "whose duty was asked about, or `null`"),
  station: field(Schema.NullOr(StationBook.Named), "at which station, or `null`"),
  days: field(Schema.Array(DutyDays.Day), "day by day"),
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
export type Duty = typeof Duty.Type

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
const dayLines = (look: Look.Look, days: ReadonlyArray<DutyDays.Day>): ReadonlyArray<string> => {
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

/** An answer for people. */
export const lines = (answer: Duty, look: Look.Look): ReadonlyArray<string> => {
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
