import type { VolunteeringCommand } from "@louyu/programmes"
import { agree } from "../Agreement.ts"
import { from, optional, required, to } from "../Column.ts"
import * as Domain from "../DomainForm.ts"
import { CellMissing } from "../ExchangeError.ts"
import * as Form from "../Form.ts"
import * as ProgrammesForm from "../ProgrammesForm.ts"
import { wording } from "../RecruitmentForm.ts"
import { define, defineGrouped, given, type Output, type Row } from "../Sheet.ts"
import { qualified } from "../StationForm.ts"
import { nameOf } from "./unitSheets.ts"

const place = required(Domain.unit, "地点", [
  "属于哪个楼宇、社区等",
  "the building, community or the like it belongs to"
])
const team = required(
  ProgrammesForm.team,
  "志愿服务队",
  ["志愿服务队的编号，在该地点内不重复", "the team, an id within its place"],
  { also: ["队伍", "队伍编号"] }
)
const name = required(wording(200), "名称", ["名称", "what it is called"])
const nameEn = optional(wording(200), "英文名称", ["英文名称", "the same in English"])

const teams = define({
  file: "volunteer-teams.csv",
  names: { zh: "志愿服务队", en: "Volunteer teams" },
  about: {
    zh: "志愿服务队，每支一行；队员写在 volunteers.csv，服务和时长写在 volunteer-services.csv。",
    en: "Volunteer teams, one a row. Their members stand in volunteers.csv, what they did and how long in volunteer-services.csv."
  },
  columns: {
    place,
    team,
    name,
    nameEn,
    expertise: optional(ProgrammesForm.codes, "专长", [
      "本市自定的专长，如 finance、law",
      "expertise in the city's own words, such as finance or law"
    ]),
    units: optional(Domain.units, "参与单位", ["队员来自哪些单位", "the units whose people are in it"]),
    from: from("成立日期", "the day it was formed"),
    disbanded: optional(Form.date, "解散日期", ["解散的日期（不含当日）", "the first day without it"])
  },
  commands: (row, out) => {
    const { place: at, team: id, expertise, units, from: on, disbanded } = row.cells
    if (!out.isOrderly(row, "disbanded", on, disbanded)) return
    const said = { place: at, team: id, names: nameOf(row.cells), expertise, units, from: on, on }
    out.add(row, given({ _tag: "FormVolunteerTeam", ...said }))
    if (disbanded === undefined) return
    out.add(row, { _tag: "DisbandVolunteerTeam", place: at, team: id, to: disbanded, on: disbanded })
  }
})

const members = define({
  file: "volunteers.csv",
  names: { zh: "志愿者", en: "Members of volunteer teams" },
  about: {
    zh: "谁从何时到何时在哪支志愿服务队，每段一行，只写人员编号。",
    en: "Who is in which volunteer team from when to when: one stretch a row, people by id only."
  },
  columns: {
    place,
    team,
    person: required(Domain.person, "人员", ["人员编号", "the id of the person"]),
    from: from("入队日期", "the first day in the team"),
    to: to("离队日期", "the day they are no longer in it")
  },
  commands: (row, out) => {
    const { from: start, to: end, ...of } = row.cells
    if (!out.isOrderly(row, "to", start, end)) return
    out.add(row, { _tag: "JoinVolunteerTeam", ...of, from: start, on: start })
    if (end !== undefined) out.add(row, { _tag: "LeaveVolunteerTeam", ...of, to: end, on: end })
  }
})

const counts = define({
  file: "volunteer-team-counts.csv",
  names: { zh: "公布的队伍数", en: "Published numbers of volunteer teams" },
  about: {
    zh: "材料中公布有几支志愿服务队，每次一行；与所列队伍不同的照实保留。",
    en: "How many volunteer teams a text says there are, one a row; it stays as it was told, whatever is listed."
  },
  columns: {
    place,
    count: required(qualified, "队伍数", ["公布有几支队伍", "how many were published"]),
    source: required(wording(), "出处", ["公布在哪里", "where that was published"]),
    on: required(Form.date, "公布日期", ["何时公布", "the day it was published"], { also: ["日期"] })
  },
  commands: (row, out) => out.add(row, { _tag: "DeclareTeamCount", ...row.cells })
})

const columns = {
  place,
  service: required(
    ProgrammesForm.word,
    "服务",
    ["服务的编号，在该地点内不重复", "the service, an id within its place"],
    { also: ["服务编号"] }
  ),
  name,
  nameEn,
  kind: required(ProgrammesForm.word, "类别", [
    "本市自定的类别，如 traffic、snow",
    "a kind in the city's own words, such as traffic or snow"
  ]),
  team: optional(ProgrammesForm.team, "志愿服务队", ["由哪支队伍服务", "the team that served"], {
    also: ["队伍", "队伍编号"]
  }),
  date: required(Form.date, "服务日期", ["服务的日期", "the day of the service"], { also: ["日期"] }),
  on: optional(Form.date, "登记日期", ["何时登记；空则为服务日期", "when it was taken down; where empty, that day"]),
  people: optional(qualified, "人数", ["据称有多少人", "how many there were, as told"]),
  person: optional(Domain.person, "人员", [
    "谁服务，人员编号；每人一行，同一服务的各行是一次服务",
    "who served, by id; a row for each, rows of one service are one service"
  ]),
  minutes: optional(Form.count(1), "时长", ["此人服务了多少分钟", "how many minutes they gave"], { also: ["分钟"] })
}

type ServiceRow = Row<typeof columns>

const isWhole = (row: ServiceRow, out: Output<typeof columns>): boolean => {
  const { person, minutes } = row.cells
  if ((person === undefined) === (minutes === undefined)) return true
  out.refuse(row, person === undefined ? "person" : "minutes", new CellMissing({}))
  return false
}

const givenIn = ({ cells: { person, minutes } }: ServiceRow): ReadonlyArray<VolunteeringCommand.Given> =>
  person === undefined || minutes === undefined ? [] : [{ person, minutes }]

const services = defineGrouped({
  file: "volunteer-services.csv",
  names: { zh: "志愿服务", en: "Volunteer services" },
  about: {
    zh: "开展的志愿服务；记录了个人时长的每人一行。",
    en: "Volunteer services; where the time of each was taken down, a row for each person."
  },
  columns,
  key: ({ place: at, service }) => `${at} ${service}`,
  commands: (rows, out) => {
    const [first] = rows
    const whole = rows.map((row) => isWhole(row, out))
    if (!agree(rows, ["name", "nameEn", "kind", "team", "date", "on", "people"], out) || whole.includes(false)) return
    const { place: at, service, kind, team: by, date, on = date, people } = first.cells
    const all = rows.flatMap(givenIn)
    const said = { kind, team: by, date, given: all.length === 0 ? undefined : all, people, on }
    out.add(first, given({ _tag: "RecordVolunteerService", place: at, service, names: nameOf(first.cells), ...said }))
  }
})

/** Files about volunteer teams, their members and services. */
export const volunteerSheets = [teams, members, counts, services]
