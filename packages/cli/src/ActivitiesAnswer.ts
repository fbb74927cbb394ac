import { CivilDate, Count as Counted } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import * as ActivityBook from "./ActivityBook.ts"
import * as Answer from "./Answer.ts"
import * as Look from "./Look.ts"
import * as Naming from "./Naming.ts"
import * as Share from "./Share.ts"
import * as StationHours from "./StationHours.ts"
import * as Table from "./Table.ts"
import * as WorkLineBook from "./WorkLineBook.ts"

const { field, Count } = Answer

/** What a host holds. */
export const Host = Schema.Struct({
  host: field(Answer.Unit, "the department, or who else holds activities"),
  ...ActivityBook.Sum.fields
})
export type Host = typeof Host.Type

/** Programmes and activities of a city, and the work lines they follow. */
export const Activities = Schema.Struct({
  on: Answer.On,
  from: field(CivilDate.CivilDate, "the first day of activities that are counted"),
  to: field(Schema.NullOr(CivilDate.CivilDate), "the first day that is not counted any more"),
  within: field(Schema.NullOr(Answer.Unit), "the place asked about, or `null` for everywhere"),
  host: field(Schema.NullOr(Answer.Unit), "whose activities were asked about, or `null`"),
  programmes: field(
    Schema.Array(ActivityBook.Running),
    "the programmes that run on the day; with `--by` those it carries, with `--place` none"
  ),
  workLines: field(
    Schema.Array(WorkLineBook.Line),
    "the work lines declared by the day, what they declare beside what is listed; with `--by` or `--place` none"
  ),
  workLinesOnly: field(Schema.Boolean, "whether only work lines were asked for"),
  sum: field(ActivityBook.Sum, "the activities of these days in numbers"),
  hosts: field(Schema.Array(Host), "the same by who holds them, most activities first; joint ones count for each host"),
  cancelled: field(Count, "activities that were called off"),
  found: field(Count, "how many were asked for, called off or not; with a limit not all are listed"),
  activities: field(Schema.Array(ActivityBook.Row), "those to come first, the next at the beginning; then the latest")
})
export type Activities = typeof Activities.Type

const reached = (
  look: Look.Look,
  now: number,
  one: ActivityBook.Running["size"]["projects"],
  zh: string,
  en: string
): string => {
  if (one === null) return look.label(`${now} ${zh}`, `${now} ${en}`)
  const said = look.label(Counted.format(one.declared, "zh"), Counted.format(one.declared, "en"))
  const text = look.label(`${now} ${zh}（公布 ${said}）`, `${now} ${en} (${said} declared)`)
  return one.short === 0 ? text : look.paint("yellow", text)
}

const programmeLines = (look: Look.Look, { programmes }: Activities): ReadonlyArray<string> =>
  programmes.flatMap((one) => [
    `${look.paint("bold", look.text(one.names))} ${look.paint("dim", `(${one.id})`)} ${[
      reached(look, one.departments.length, one.size.departments, "个部门", "departments"),
      reached(look, one.projects.length, one.size.projects, "个项目", "projects"),
      reached(look, one.activities, one.size.activities, "场活动", "activities")
    ].join(" · ")}`,
    ...Table.lines(
      [{ head: "" }, { head: "" }, { head: "" }],
      one.projects.map(({ id, names, lead, activities, held }) => [
        `  ${look.text(names)} ${look.paint("dim", `(${id})`)}`,
        lead === null ? "" : look.text(lead.name),
        look.label(`${activities} 场，已办 ${held}`, `${Look.many(activities, "session")}, ${held} held`)
      ])
    )
  ])

const hostLines = (look: Look.Look, { hosts }: Activities): ReadonlyArray<string> => {
  if (hosts.length === 0) return []
  const lines = Table.lines(
    [
      { head: look.label("主办", "host") },
      { head: look.label("活动", "activities"), align: "right" },
      { head: look.label("已办", "held"), align: "right" },
      { head: look.label("合办", "joint"), align: "right" },
      { head: look.label("候补", "waiting"), align: "right" },
      { head: look.label("到场率", "came"), align: "right" }
    ],
    hosts.map((one) => [
      `${look.text(one.host.name)} ${look.paint("dim", `(${one.host.id})`)}`,
      `${one.activities}`,
      `${one.held.numerator}`,
      `${one.joint.numerator}`,
      one.waiting === 0 ? "0" : look.paint("yellow", `${one.waiting}`),
      one.came.denominator === 0 ? "—" : Share.text(one.came)
    ]),
    (text) => look.paint("dim", text)
  )
  return ["", ...lines]
}

const extended: Readonly<Record<NonNullable<ActivityBook.Row["extended"]>, readonly [zh: string, en: string]>> = {
  noon: ["午间", "noon"],
  evening: ["晚间", "evening"],
  weekend: ["周末", "weekend"],
  holiday: ["节假日", "holiday"]
}

const standings: Readonly<Record<ActivityBook.Row["standing"], readonly [zh: string, en: string]>> = {
  planned: ["待举办", "planned"],
  held: ["已举办", "held"],
  cancelled: ["已取消", "called off"]
}

const seats = (look: Look.Look, { capacity, placed, waiting }: ActivityBook.Row): string => {
  if (capacity === null && placed === 0) return ""
  const taken = capacity === null ? `${placed}` : `${placed}/${capacity}`
  return waiting === 0 ? taken : `${taken} ${look.paint("yellow", look.label(`候补 ${waiting}`, `${waiting} waiting`))}`
}

const came = (look: Look.Look, { standing, attended, present, placed }: ActivityBook.Row): string => {
  if (standing !== "held") return ""
  if (attended !== null) return look.label(Counted.format(attended, "zh"), Counted.format(attended, "en"))
  return placed === 0 ? "" : `${present}/${placed}`
}

const activityLines = (look: Look.Look, { activities }: Activities): ReadonlyArray<string> =>
  Table.lines(
    [
      { head: look.label("日期", "date") },
      { head: look.label("时间", "time") },
      { head: look.label("活动", "activity") },
      { head: look.label("形式", "form") },
      { head: look.label("地点", "place") },
      { head: look.label("主办", "hosts") },
      { head: look.label("状态", "standing") },
      { head: look.label("名额", "places") },
      { head: look.label("到场", "came") }
    ],
    activities.map((one) => [
      `${one.date} ${StationHours.weekday(look, one.date)}`,
      [
        one.open === null ? "" : `${one.open}-${one.close ?? ""}`,
        one.extended === null ? "" : look.paint("cyan", look.label(...extended[one.extended]))
      ]
        .filter((text) => text !== "")
        .join(" "),
      `${look.text(one.names)} ${look.paint("dim", `(${one.id})`)}`,
      look.text(one.form.names),
      one.place === null ? "" : look.text(one.place.name),
      one.hosts.map(({ name }) => look.text(name)).join(look.language === "en" ? ", " : "、"),
      look.label(...standings[one.standing]),
      seats(look, one),
      came(look, one)
    ]),
    (text) => look.paint("dim", text)
  )

const sums = (look: Look.Look, { sum, cancelled }: Activities): string => {
  const { activities, held, joint, free, came: there, waiting, outcomes } = sum
  return [
    look.label(`共 ${activities} 场`, `${activities} in all`),
    look.label(`已办 ${held.numerator}`, `${held.numerator} held`),
    look.label(`合办 ${joint.numerator}`, `${joint.numerator} joint`),
    look.label(`免费 ${free.numerator}`, `${free.numerator} free`),
    look.label(`候补 ${waiting} 人`, `${waiting} waiting`),
    look.label(`成果 ${outcomes} 项`, Look.many(outcomes, "outcome")),
    look.label(`取消 ${cancelled}`, `${cancelled} called off`),
    `${look.label("到场率", "came")} ${there.denominator === 0 ? "—" : Share.text(there)}`
  ].join(" · ")
}

/** An answer for people. */
export const lines = (answer: Activities, look: Look.Look): ReadonlyArray<string> => {
  const { on, from, to, within, host, programmes, found, activities, workLines, workLinesOnly } = answer
  const last = to === null ? "" : CivilDate.addDays(to, -1)
  const whose = [within, host].flatMap((one) => (one === null ? [] : [` ${Naming.line(look, one)}`])).join("")
  const more = found - activities.length
  if (workLinesOnly) return [Naming.heading(look, "工作主线", "work lines", on), ...WorkLineBook.lines(look, workLines)]
  return [
    `${Naming.heading(look, "活动", "activities", on)} ${look.paint("dim", `${from} – ${last}`)}${whose}`,
    ...programmeLines(look, answer),
    ...WorkLineBook.summaryLines(look, workLines),
    ...(programmes.length + workLines.length === 0 ? [] : [""]),
    sums(look, answer),
    ...(found === 0
      ? look.say("这段时间没有活动。", "There are no activities in that time.")
      : [...hostLines(look, answer), "", ...activityLines(look, answer)]),
    ...(more > 0 ? look.say(`另有 ${more} 场未列出。`, `${more} more not listed.`) : [])
  ]
}
