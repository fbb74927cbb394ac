import type { AnnualListCommand } from "@louyu/programmes"
import { agree } from "../Agreement.ts"
import { optional, required } from "../Column.ts"
import * as Domain from "../DomainForm.ts"
import * as EconomyForm from "../EconomyForm.ts"
import { CellMissing, ChangeMissing } from "../ExchangeError.ts"
import * as Form from "../Form.ts"
import * as ListForm from "../ListForm.ts"
import * as ProgrammesForm from "../ProgrammesForm.ts"
import { wording } from "../RecruitmentForm.ts"
import { define, defineGrouped, given, type Output, type Row } from "../Sheet.ts"
import { qualified } from "../StationForm.ts"
import * as Wholeness from "../Wholeness.ts"
import { nameOf } from "./unitSheets.ts"

const committee = required(Domain.unit, "委员会", ["哪个综合党委等的清单", "the committee whose list it is"])
const year = required(EconomyForm.year, "年度", ["清单的年度", "the year of the list"])
const project = required(
  ProgrammesForm.project,
  "实事项目",
  ["实事项目的编号，在该年度清单内不重复", "the practical project, an id within its list"],
  { also: ["实事项目编号"] }
)
const day = (zh: string, about: readonly [zh: string, en: string]) => optional(Form.date, zh, about)

const lists = define({
  file: "annual-lists.csv",
  names: { zh: "年度实事清单", en: "Annual lists of practical projects" },
  about: {
    zh: "委员会每年的实事清单，每年一行；清单上的实事写在 annual-projects.csv，在公布日期之前列入。",
    en: "The list of practical projects of a committee, one a year. What stands on it is in annual-projects.csv, and was put on it before it was published."
  },
  columns: {
    committee,
    year,
    softCap: optional(Form.count(1), "名义上限", [
      "名义上最多几项，空则为 10；超过仍可列入",
      "how many there should be at most, 10 where empty; more may be put on it"
    ]),
    on: required(Form.date, "开列日期", ["何时开列", "the day it was opened"], { also: ["日期"] }),
    published: day("公布日期", ["何时公布；此后即为承诺", "the day it was published; from then on it is a promise"])
  },
  commands: (row, out) => {
    const { published, softCap, on, ...of } = row.cells
    out.add(row, given({ _tag: "OpenAnnualList", ...of, softCap, on }))
    if (published !== undefined) out.add(row, { _tag: "PublishAnnualList", ...of, on: published })
  }
})

const columns = {
  committee,
  year,
  project,
  name: required(wording(200), "名称", ["名称", "what it is called"]),
  nameEn: optional(wording(200), "英文名称", ["英文名称", "the same in English"]),
  promise: required(wording(), "承诺", ["承诺做到什么", "what is promised"]),
  beneficiaries: required(qualified, "受益人数", ["多少人受益，如 2000余", "how many it is for, such as over 2000"]),
  due: day("期限", ["应办成的日期", "the day it is due"]),
  fee: optional(ListForm.money, "费用", [
    "使用者付多少元；空则免费",
    "what its users pay, in yuan; where empty, nothing"
  ]),
  renewsYear: optional(EconomyForm.year, "延续年度", [
    "延续哪年清单上的实事；须同时填延续项目",
    "the earlier year of the one it carries on, together with its id"
  ]),
  renewsProject: optional(ProgrammesForm.project, "延续项目", ["延续的实事的编号", "the one it carries on"]),
  on: required(Form.date, "列入日期", ["何时列入清单", "the day it was put on the list"], { also: ["日期"] }),
  milestone: optional(ProgrammesForm.word, "节点", [
    "节点的编号；有多个节点的每个一行，同一实事的各行是同一项实事",
    "a milestone; a row for each, rows of one project are one project"
  ]),
  milestoneName: optional(wording(200), "节点名称", ["节点是什么", "what the milestone is"]),
  milestoneNameEn: optional(wording(200), "节点英文名称", ["英文名称", "the same in English"]),
  milestoneBy: day("节点期限", ["节点应达到的日期", "the day by which it is promised"]),
  reached: day("节点达到日期", ["何时达到", "the day it was reached"]),
  completed: day("办成日期", [
    "何时办成；此前须达到所有节点",
    "the day it was done; all milestones are reached by then"
  ]),
  districtNominated: day("区级推荐日期", ["何时推荐为区级重点", "the day it was nominated for the district"]),
  districtPromoted: day("区级入选日期", [
    "何时列为区级重点；须先推荐并评分",
    "the day it became one of the district; nominated and scored before"
  ]),
  cityNominated: day("市级推荐日期", ["何时推荐为市级重点", "the day it was nominated for the city"]),
  cityPromoted: day("市级入选日期", [
    "何时列为市级重点；须先推荐并评分",
    "the day it became one of the city; nominated and scored before"
  ]),
  dropped: day("撤下日期", ["从清单撤下的日期，须写原因", "the day it was taken off the list; needs a reason"]),
  reason: optional(wording(), "撤下原因", ["为何撤下", "why it was taken off"])
}

type ProjectRow = Row<typeof columns>
type Rows = readonly [ProjectRow, ...ReadonlyArray<ProjectRow>]
type Out = Output<typeof columns>

// What has no meaning without something else.
const needs = [
  ["renewsYear", "renewsProject"],
  ["renewsProject", "renewsYear"],
  ["milestone", "milestoneName"],
  ["milestoneName", "milestone"],
  ["milestoneNameEn", "milestone"],
  ["milestoneBy", "milestone"],
  ["reached", "milestone"],
  ["dropped", "reason"],
  ["reason", "dropped"]
] as const

const milestoneOf = ({ cells }: ProjectRow): ReadonlyArray<AnnualListCommand.Milestone> => {
  const { milestone, milestoneName: name, milestoneNameEn: nameEn, milestoneBy: by } = cells
  return milestone === undefined || name === undefined
    ? []
    : [given({ milestone, names: nameOf({ name, nameEn }), by })]
}

const adopted = (rows: Rows, out: Out): void => {
  const [first] = rows
  const { committee: by, year: of, project: id, promise, beneficiaries, due, fee, on } = first.cells
  const { renewsYear, renewsProject } = first.cells
  const renews =
    renewsYear === undefined || renewsProject === undefined ? undefined : { year: renewsYear, project: renewsProject }
  const [head, ...more] = rows.flatMap(milestoneOf)
  const milestones = head === undefined ? undefined : ([head, ...more] as const)
  const said = { names: nameOf(first.cells), promise, beneficiaries, milestones, due, fee, renews, on }
  out.add(first, given({ _tag: "AdoptListItem", committee: by, year: of, project: id, ...said }))
}

const followed = (row: ProjectRow, out: Out): void => {
  const { committee: by, year: of, project: id, completed, dropped, reason } = row.cells
  const about = { committee: by, year: of, project: id }
  const { districtNominated, districtPromoted, cityNominated, cityPromoted } = row.cells
  const levels = [
    ["district", districtNominated, districtPromoted],
    ["city", cityNominated, cityPromoted]
  ] as const
  for (const [to, nominated, promoted] of levels) {
    if (nominated !== undefined) out.add(row, { _tag: "NominateListItem", ...about, to, on: nominated })
    if (promoted !== undefined) out.add(row, { _tag: "PromoteListItem", ...about, to, on: promoted })
  }
  if (completed !== undefined) out.add(row, { _tag: "CompleteListItem", ...about, on: completed })
  if (dropped !== undefined && reason !== undefined) {
    out.add(row, { _tag: "DropListItem", ...about, reason, on: dropped })
  }
}

const milestoneColumns: ReadonlySet<string> = new Set([
  "milestone",
  "milestoneName",
  "milestoneNameEn",
  "milestoneBy",
  "reached"
])
const isSame = (column: string): column is Exclude<keyof typeof columns, "milestone"> => !milestoneColumns.has(column)

const projects = defineGrouped({
  file: "annual-projects.csv",
  names: { zh: "实事项目", en: "Practical projects" },
  about: {
    zh: "年度清单上的实事，与 projects.csv（由需求合成的项目）不同，每项一行；有节点的每个节点一行。进展和受益评分写在 annual-project-reports.csv。",
    en: "Practical projects of annual lists; projects.csv holds others, which join needs. One a row, or a row for each milestone. How far they are and their benefit scores stand in annual-project-reports.csv."
  },
  columns,
  key: ({ committee: by, year: of, project: id }) => `${by} ${of} ${id}`,
  commands: (rows, out) => {
    const [first] = rows
    const whole = rows.map((row) => Wholeness.isWhole(row, needs, out))
    if (!agree(rows, Object.keys(columns).filter(isSame), out) || whole.includes(false)) return
    adopted(rows, out)
    for (const row of rows) {
      const { committee: by, year: of, project: id, milestone, reached: on } = row.cells
      if (milestone === undefined || on === undefined) continue
      out.add(row, { _tag: "ReachListMilestone", committee: by, year: of, project: id, milestone, on })
    }
    followed(first, out)
  }
})

const reports = define({
  file: "annual-project-reports.csv",
  names: { zh: "实事进展与评分", en: "Progress and scores of practical projects" },
  about: {
    zh: "实事办到了哪里、受益评分如何，每次一行；评分项以配置为准。",
    en: "How far practical projects are and how much they benefit: one report a row. The criteria of benefit are those of the profile."
  },
  columns: {
    committee,
    year,
    project,
    on: required(Form.date, "日期", ["日期", "the day"]),
    percent: optional(Form.percent, "进度", ["百分之几", "per cent of the whole"]),
    served: optional(qualified, "已服务人数", ["已有多少人受益", "how many it has served"]),
    note: optional(wording(), "说明", ["进展说明", "a word on it"]),
    marks: optional(ProgrammesForm.marks, "受益评分", [
      "各评分项的分数，须齐全；入选区级、市级须先评分",
      "marks by all criteria; a project is scored before it goes to a higher level"
    ])
  },
  commands: (row, out) => {
    const { percent, served, note, marks, ...of } = row.cells
    if (percent === undefined && (served !== undefined || note !== undefined)) {
      return out.refuse(row, "percent", new CellMissing({}))
    }
    if (percent === undefined && marks === undefined) {
      return out.refuse(row, "percent", new ChangeMissing({ columns: ["percent", "marks"] }))
    }
    if (percent !== undefined) out.add(row, given({ _tag: "ReportListItem", ...of, percent, served, note }))
    if (marks !== undefined) out.add(row, { _tag: "ScoreListItem", ...of, marks })
  }
})

/** Files about annual lists and their practical projects. */
export const annualListSheets = [lists, projects, reports]
