import { agree } from "../Agreement.ts"
import { optional, required } from "../Column.ts"
import * as Domain from "../DomainForm.ts"
import { CellExcluded } from "../ExchangeError.ts"
import * as Form from "../Form.ts"
import * as ListForm from "../ListForm.ts"
import { defineGrouped, given, type Output, type Row } from "../Sheet.ts"
import * as Wholeness from "../Wholeness.ts"
import { nameOf } from "./unitSheets.ts"

const day = (zh: string, about: readonly [zh: string, en: string]) => optional(Form.date, zh, about)

const columns = {
  project: required(ListForm.project, "项目", ["项目的编号", "the project"], { also: ["项目编号", "编号"] }),
  name: required(Form.label(), "名称", ["项目名称", "what it is called"], { also: ["项目名称"] }),
  nameEn: optional(Form.label(), "英文名称", ["英文名称", "the name in English"]),
  splitFrom: optional(ListForm.project, "拆自", [
    "从哪个项目拆出，提议日期即拆分日期；类别、地点、责任部门随原项目",
    "the project it was split from, on the day of the proposal; category, place and sponsors are those of the whole"
  ]),
  category: optional(ListForm.category, "类别", [
    "配置中的类别；除拆出的项目外必填",
    "a category of the profile; needed unless it was split from another project"
  ]),
  place: optional(Domain.unit, "地点", [
    "项目为哪里而做；除拆出的项目外必填",
    "where it is for; needed unless it was split from another project"
  ]),
  needs: required(Form.list(ListForm.need), "需求", [
    "合成此项目的需求，日后可加；后来拆出的仍写在此",
    "the needs it joins; more may be added later, and those split off later stay here"
  ]),
  sponsors: optional(Domain.units, "责任部门", [
    "承担的部门，牵头的在前；除拆出的项目外必填",
    "who carries it, the leading one first; needed unless it was split from another project"
  ]),
  budget: optional(ListForm.money, "预算", ["以元计", "in yuan"]),
  beneficiaries: optional(ListForm.beneficiaries, "受益人数", ["各单元的受益人数", "how many people of which units"]),
  year: optional(Form.count(1), "年度", ["计划年度", "the year it is planned for"]),
  on: required(Form.date, "提议日期", ["提议的日期", "the day it was proposed"], { also: ["日期"] }),
  resource: optional(ListForm.resource, "资源", [
    "投入的资源；多项各写一行",
    "a resource it takes; of several, a row for each"
  ]),
  quantity: optional(Form.count(1), "数量", ["投入多少；空则为 1", "how much of it; where empty, 1"]),
  from: optional(Form.date, "投入起始", ["空则为提议日期", "where empty, the day of the proposal"]),
  to: optional(Form.date, "投入截止", ["不含当日", "that day is not included"]),
  released: day("释放日期", ["不再占用此资源的日期", "the day the resource was free again"]),
  approved: day("立项日期", ["立项的日期", "the day it was approved"]),
  published: day("发布日期", ["发布、可供遴选的日期", "the day it was published, so that it can be chosen"]),
  promoted: day("重点日期", ["列为重点项目的日期", "the day it became a key project"]),
  percent: optional(Form.percent, "进度", ["百分之几", "per cent of the whole"]),
  reported: day("进度日期", ["进度的日期", "the day of that progress"]),
  completed: day("完成日期", ["完成的日期", "the day it was completed"]),
  cancelled: day("取消日期", ["取消的日期，须写原因", "the day it was given up; needs a reason"]),
  reason: optional(Form.label(2000), "原因", ["取消的原因", "why it was given up"]),
  mergedInto: optional(ListForm.project, "并入", ["并入哪个项目", "the project it went into"]),
  merged: day("并入日期", ["并入的日期", "the day it did"])
}

type ProjectRow = Row<typeof columns>
type ProjectId = ProjectRow["cells"]["project"]
type Out = Output<typeof columns>

// Columns that stand together: the one needs the other.
const pairs = [
  ["percent", "reported"],
  ["cancelled", "reason"],
  ["mergedInto", "merged"]
] as const

const inherited = ["category", "place", "sponsors"] as const
// What a part has from the whole is not said again.
const ownOnly = [...inherited, "year"] as const

const split = (row: ProjectRow, part: ProjectId, from: ProjectId, out: Out): boolean => {
  const { name, nameEn, needs, budget, beneficiaries, on } = row.cells
  const filled = ownOnly.filter((column) => row.cells[column] !== undefined)
  for (const column of filled) out.refuse(row, column, new CellExcluded({ column: "split_from" }))
  if (filled.length > 0) return false
  const made = { project: from, part, names: nameOf({ name, nameEn }), needs, budget, beneficiaries, on }
  out.add(row, given({ _tag: "SplitProject", ...made }))
  return true
}

const proposed = (row: ProjectRow, project: ProjectId, out: Out): boolean => {
  const { name, nameEn, category, place, sponsors, needs, budget, beneficiaries, year, on } = row.cells
  if (category === undefined || place === undefined || sponsors === undefined) {
    return Wholeness.isFilled(row, inherited, out)
  }
  const names = nameOf({ name, nameEn })
  const made = { project, names, category, place, needs, sponsors, budget, beneficiaries, year, on }
  out.add(row, given({ _tag: "ProposeProject", ...made }))
  return true
}

const committed = (row: ProjectRow, out: Out): void => {
  const { project, resource, quantity = 1, on, from = on, to, released } = row.cells
  if (resource === undefined || !out.isOrderly(row, "to", from, to)) return
  out.add(row, given({ _tag: "CommitResource", project, resource, quantity, from, to }))
  if (released !== undefined) out.add(row, { _tag: "ReleaseResource", project, resource, on: released })
}

const progressed = (row: ProjectRow, out: Out): void => {
  const { project, approved, published, promoted, percent, reported } = row.cells
  if (approved !== undefined) out.add(row, { _tag: "ApproveProject", project, on: approved })
  if (published !== undefined) out.add(row, { _tag: "PublishProject", project, on: published })
  if (promoted !== undefined) out.add(row, { _tag: "PromoteProject", project, on: promoted })
  if (percent !== undefined && reported !== undefined) {
    out.add(row, { _tag: "ReportProgress", project, percent, on: reported })
  }
}

const ended = (row: ProjectRow, out: Out): void => {
  const { project, completed, cancelled, reason, mergedInto: into, merged } = row.cells
  if (completed !== undefined) out.add(row, { _tag: "CompleteProject", project, on: completed })
  if (cancelled !== undefined && reason !== undefined) {
    out.add(row, { _tag: "CancelProject", project, reason, on: cancelled })
  }
  if (into !== undefined && merged !== undefined) out.add(row, { _tag: "MergeProjects", project, into, on: merged })
}

const projects = defineGrouped({
  file: "projects.csv",
  names: { zh: "项目清单", en: "Projects" },
  about: {
    zh: "由共性需求合成的项目、投入的资源和进展；投入多项资源时每项一行。",
    en: "What joins needs and resources, and how far it has come; where it takes several resources, a row for each."
  },
  columns,
  key: ({ project }) => project,
  commands: (rows, out) => {
    const [first] = rows
    const plan = [
      "name",
      "nameEn",
      "splitFrom",
      "category",
      "place",
      "needs",
      "sponsors",
      "budget",
      "beneficiaries",
      "year",
      "on"
    ] as const
    const course = ["approved", "published", "promoted", ...pairs.flat(), "completed"] as const
    if (!agree(rows, [...plan, ...course], out) || !Wholeness.isWhole(first, Wholeness.together(pairs), out)) return
    const { project, splitFrom, needs, on } = first.cells
    const isMade = splitFrom === undefined ? proposed(first, project, out) : split(first, project, splitFrom, out)
    if (!isMade) return
    // Needs that are added to the cell later join then.
    out.add(first, { _tag: "JoinNeeds", project, needs, on })
    for (const row of rows) committed(row, out)
    progressed(first, out)
    ended(first, out)
  }
})

/** The file about what joins needs and resources. */
export const projectSheets = [projects]
