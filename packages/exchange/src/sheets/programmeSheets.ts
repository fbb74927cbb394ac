import type { ProgrammeCommand } from "@louyu/programmes"
import { agree } from "../Agreement.ts"
import { from, optional, required, to } from "../Column.ts"
import * as Domain from "../DomainForm.ts"
import { RowsDisagree } from "../ExchangeError.ts"
import * as Form from "../Form.ts"
import * as ProgrammesForm from "../ProgrammesForm.ts"
import { wording } from "../RecruitmentForm.ts"
import { define, defineGrouped, given } from "../Sheet.ts"
import { qualified } from "../StationForm.ts"
import { nameOf } from "./unitSheets.ts"

const programme = required(ProgrammesForm.programme, "行动", ["行动的编号", "the programme"], {
  also: ["行动编号", "计划"]
})
const name = required(wording(200), "名称", ["名称", "what it is called"])
const nameEn = optional(wording(200), "英文名称", ["英文名称", "the same in English"])

const declaredSize = (
  departments: ProgrammeCommand.DeclaredSize["departments"],
  projects: ProgrammeCommand.DeclaredSize["projects"],
  activities: ProgrammeCommand.DeclaredSize["activities"]
): ProgrammeCommand.DeclaredSize | undefined =>
  departments === undefined && projects === undefined && activities === undefined
    ? undefined
    : given({ departments, projects, activities })

const programmes = define({
  file: "programmes.csv",
  names: { zh: "服务行动", en: "Programmes" },
  about: {
    zh: "多个部门共同开展的行动，每个一行。后来加入的部门写在 programme-departments.csv，行动下的服务项目写在 service-projects.csv。",
    en: "Programmes that departments carry together, one a row. Departments that joined later stand in programme-departments.csv, service projects of a programme in service-projects.csv."
  },
  columns: {
    programme,
    name,
    nameEn,
    departments: required(Domain.units, "部门", [
      "一开始参加的部门",
      "the departments that carry it from the beginning"
    ]),
    declaredDepartments: optional(qualified, "公布部门数", [
      "公布说有多少部门，可与所列不同",
      "how many departments were published, whatever is listed"
    ]),
    declaredProjects: optional(qualified, "公布项目数", [
      "公布说有多少服务项目",
      "how many service projects were published"
    ]),
    declaredActivities: optional(qualified, "公布活动数", ["公布说有多少活动", "how many activities were published"]),
    from: from("起始日期", "its first day"),
    to: to("计划的截止日期", "the day it is to be over"),
    on: optional(Form.date, "发布日期", ["何时发布；空则为起始日期", "when it was told; where empty, its first day"]),
    ended: optional(Form.date, "结束日期", [
      "提前结束的日期（不含当日）",
      "the first day without it, where it ended before that"
    ])
  },
  commands: (row, out) => {
    const { programme: id, departments, from: start, to: end, on = start, ended } = row.cells
    if (!out.isOrderly(row, "to", start, end) || !out.isOrderly(row, "ended", start, ended)) return
    const { declaredDepartments, declaredProjects, declaredActivities } = row.cells
    const declared = declaredSize(declaredDepartments, declaredProjects, declaredActivities)
    const said = { programme: id, names: nameOf(row.cells), departments, declared, from: start, to: end, on }
    out.add(row, given({ _tag: "LaunchProgramme", ...said }))
    if (ended !== undefined) out.add(row, { _tag: "EndProgramme", programme: id, to: ended, on: ended })
  }
})

const departments = define({
  file: "programme-departments.csv",
  names: { zh: "行动参加部门", en: "Departments that joined programmes" },
  about: {
    zh: "行动开始之后加入的部门，每个一行。",
    en: "Departments that joined a programme after it had begun, one a row."
  },
  columns: {
    programme,
    department: required(Domain.unit, "部门", ["加入的部门", "the department"]),
    on: required(Form.date, "加入日期", ["何时加入", "the day it joined"], { also: ["日期"] })
  },
  commands: (row, out) => out.add(row, { _tag: "JoinProgramme", ...row.cells })
})

const projects = defineGrouped({
  file: "service-projects.csv",
  names: { zh: "服务项目", en: "Service projects of programmes" },
  about: {
    zh: "行动下的服务项目及其牵头部门，与 projects.csv（由需求合成的项目）不同。每任牵头部门一行：最早的一行设立项目，之后的各行更换牵头部门。",
    en: "Service projects of programmes with the department that leads each; projects.csv holds others, which join needs. A row for each lead: the earliest opens the project, those after it give it another lead."
  },
  columns: {
    programme,
    project: required(
      ProgrammesForm.project,
      "服务项目",
      ["服务项目的编号，在行动内不重复", "the service project, an id within its programme"],
      { also: ["服务项目编号"] }
    ),
    name,
    nameEn,
    lead: required(Domain.unit, "牵头部门", ["由哪个部门牵头", "the department that leads it"]),
    from: from("从何日起牵头", "the first day it leads")
  },
  key: ({ programme: id, project }) => `${id} ${project}`,
  commands: (rows, out) => {
    if (!agree(rows, ["name", "nameEn"], out)) return
    const [first, ...later] = rows.toSorted((a, b) => (a.cells.from < b.cells.from ? -1 : 1))
    if (first === undefined) return
    const twice = later.find(({ cells }, at) => cells.from === (later[at - 1] ?? first).cells.from)
    if (twice !== undefined) return out.refuse(twice, "from", new RowsDisagree({ firstRow: first.number }))
    const { programme: id, project, lead, from: start } = first.cells
    const of = { programme: id, project }
    out.add(first, { _tag: "OpenServiceProject", ...of, names: nameOf(first.cells), lead, from: start, on: start })
    for (const row of later) {
      const { lead: next, from: day } = row.cells
      out.add(row, { _tag: "ChangeServiceLead", ...of, lead: next, from: day, on: day })
    }
  }
})

/** Files about programmes, the departments that carry them, and their service projects. */
export const programmeSheets = [programmes, departments, projects]
