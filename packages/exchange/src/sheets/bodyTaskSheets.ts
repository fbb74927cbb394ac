import type { BodyCommand } from "@louyu/casework"
import { agree } from "../Agreement.ts"
import { body, task } from "../BodyColumns.ts"
import * as CaseworkForm from "../CaseworkForm.ts"
import { optional, required } from "../Column.ts"
import * as Domain from "../DomainForm.ts"
import * as EconomyForm from "../EconomyForm.ts"
import { CellExcluded, CellMissing, OneOfNeeded } from "../ExchangeError.ts"
import * as Form from "../Form.ts"
import * as Grouping from "../Grouping.ts"
import { wording } from "../RecruitmentForm.ts"
import { define, defineGrouped, given, type Output, type Row } from "../Sheet.ts"
import * as Vocabulary from "../Vocabulary.ts"
import { nameOf } from "./unitSheets.ts"

const columns = {
  body,
  task,
  item: optional(CaseworkForm.item, "议题", [
    "落实哪个议题；年度工作清单的任务留空",
    "the matter it comes of; empty of a task of the list of a year"
  ]),
  year: optional(EconomyForm.year, "年度", [
    "属于哪年的工作清单；同一组织同一年度的各行一起公布",
    "the year whose list it stands on; rows of one body and year are published together"
  ]),
  name: required(wording(200), "名称", ["做什么", "what is to be done"]),
  nameEn: optional(wording(200), "英文名称", ["英文名称", "the same in English"]),
  by: optional(Domain.unit, "交办单位", ["由谁交办；有议题的须填", "who hands it out; needed of a matter"]),
  to: optional(Domain.unit, "牵头单位", ["交给谁；空则由成员认领", "who leads; where empty, any member may claim it"]),
  assisting: optional(Domain.units, "协助单位", ["协助的成员单位", "members that help"]),
  duties: optional(CaseworkForm.duties, "职责", [
    "多方共同承担时各方做什么",
    "what each of several parties does that carry it together"
  ]),
  milestone: optional(CaseworkForm.milestone, "节点", [
    "年度任务的节点的编号；有多个节点的每个一行，同一任务的各行是同一项任务",
    "a milestone of a task of the list of a year; a row for each, rows of one task are one task"
  ]),
  milestoneName: optional(wording(200), "节点名称", ["节点是什么", "what the milestone is"]),
  milestoneNameEn: optional(wording(200), "节点英文名称", ["英文名称", "the same in English"]),
  milestoneBy: optional(Form.date, "节点期限", ["节点应达到的日期", "the day by which it is promised"]),
  due: optional(Form.date, "期限", ["应完成的日期", "the day it is due"]),
  on: required(Form.date, "日期", ["交办或公布的日期", "the day it was handed out or published"])
}

type TaskRow = Row<typeof columns>
type Rows = readonly [TaskRow, ...ReadonlyArray<TaskRow>]
type Out = Output<typeof columns>
type Listed = (typeof BodyCommand.PublishWorkList.Type)["tasks"][number]

// Columns that say something of a task of a matter, and of one of the list of a year.
const ofMatter = ["by", "to", "assisting", "duties"] as const
const ofYear = ["milestone", "milestoneName", "milestoneNameEn", "milestoneBy"] as const

/** The first column a row needs and lacks. */
const lacking = ({ cells }: TaskRow): keyof typeof columns | undefined => {
  if (cells.item !== undefined) return cells.by === undefined ? "by" : undefined
  if (cells.milestone !== undefined) return cells.milestoneName === undefined ? "milestoneName" : undefined
  return ofYear.some((column) => cells[column] !== undefined) ? "milestone" : undefined
}

const isSound = (row: TaskRow, out: Out): boolean => {
  const { item, year } = row.cells
  if ((item === undefined) === (year === undefined)) {
    out.refuse(row, "item", new OneOfNeeded({ columns: ["item", "year"] }))
    return false
  }
  const others = item === undefined ? ofMatter : ofYear
  const excess = others.filter((column) => row.cells[column] !== undefined)
  for (const column of excess) {
    out.refuse(row, column, new CellExcluded({ column: item === undefined ? "year" : "item" }))
  }
  const missing = excess.length === 0 ? lacking(row) : undefined
  if (missing !== undefined) out.refuse(row, missing, new CellMissing({}))
  return excess.length === 0 && missing === undefined
}

const dispatched = (row: TaskRow, out: Out): void => {
  const { body: id, task: named, item, by, to, assisting, duties, due, on } = row.cells
  if (item === undefined || by === undefined) return
  const said = { names: nameOf(row.cells), by, to, assisting, duties, due }
  out.add(row, given({ _tag: "DispatchItem", body: id, item, task: named, ...said, on }))
}

const milestoneOf = ({ cells }: TaskRow): ReadonlyArray<BodyCommand.Milestone> => {
  const { milestone, milestoneName: name, milestoneNameEn: nameEn, milestoneBy: by } = cells
  if (milestone === undefined || name === undefined) return []
  return [given({ milestone, names: nameOf({ name, nameEn }), by })]
}

const listed = (rows: Rows): Listed => {
  const [{ cells }] = rows
  const [first, ...more] = rows.flatMap(milestoneOf)
  const milestones = first === undefined ? undefined : ([first, ...more] as const)
  return given({ task: cells.task, names: nameOf(cells), due: cells.due, milestones })
}

/** Rows of one list by the task they are about, each task where it stands first. */
const byTask = (rows: Rows): ReadonlyArray<Rows> => [...Grouping.by(rows, ({ cells }) => cells.task).values()]

const published = (rows: Rows, year: number, out: Out): void => {
  const [head] = rows
  const { body: id, on } = head.cells
  const groups = byTask(rows)
  const agreed = groups.map((group) => agree(group, ["name", "nameEn", "due"], out))
  const [first, ...more] = groups.map(listed)
  if (!agree(rows, ["on"], out) || agreed.includes(false) || first === undefined) return
  out.add(head, { _tag: "PublishWorkList", body: id, year, tasks: [first, ...more], on })
}

const tasks = defineGrouped({
  file: "tasks.csv",
  names: { zh: "议事任务", en: "Tasks of bodies" },
  about: {
    zh: "议定事项交办的任务和年度工作清单，每项任务一行；之后的认领、汇报、完成写在 task-steps.csv。",
    en: "What was handed out of what a body agreed on, and what it means to do in a year: one task a row. Who took it and what became of it stands in task-steps.csv."
  },
  columns,
  key: ({ body: id, year, task: named }) => (year === undefined ? `${id} ${named}` : `${id} / ${year}`),
  commands: (rows, out) => {
    const sound = rows.map((row) => isSound(row, out))
    if (sound.includes(false)) return
    const { year } = rows[0].cells
    if (year !== undefined) published(rows, year, out)
    else for (const row of rows) dispatched(row, out)
  }
})

type Happening = "claim" | "accept" | "report" | "milestone" | "return" | "fulfil"

const happening = Form.choice(
  Vocabulary.make<Happening>([
    { id: "claim", names: { zh: "认领", en: "claim" } },
    { id: "accept", names: { zh: "接受", en: "accept" }, also: ["接单"] },
    { id: "report", names: { zh: "汇报", en: "report" }, also: ["进展"] },
    { id: "milestone", names: { zh: "节点", en: "milestone" }, also: ["达到节点"] },
    { id: "return", names: { zh: "退回", en: "return" } },
    { id: "fulfil", names: { zh: "完成", en: "fulfil" }, also: ["兑现"] }
  ])
)

// The column each happening needs; it takes no other.
const needs = {
  claim: undefined,
  accept: undefined,
  report: "text",
  milestone: "milestone",
  return: "text",
  fulfil: undefined
} as const

const stepColumns = {
  body,
  task,
  on: required(Form.date, "日期", ["日期", "the day"]),
  what: required(happening, "事项", ["认领、接受、汇报、达到节点、退回或完成", "what was done"]),
  by: required(Domain.unit, "单元", ["由哪个成员单位", "the member that did it"]),
  milestone: optional(CaseworkForm.milestone, "节点", ["达到了哪个节点", "the milestone that was reached"]),
  text: optional(wording(), "内容", ["汇报的进展，或退回的原因", "how far it is, or why it was given back"])
}

const commandOf = ({ cells }: Row<typeof stepColumns>): BodyCommand.Command | undefined => {
  const { body: id, task: named, on, what, by, milestone, text } = cells
  const of = { body: id, task: named, by, on }
  switch (what) {
    case "report":
      return text === undefined ? undefined : { _tag: "ReportTask", ...of, text }
    case "return":
      return text === undefined ? undefined : { _tag: "ReturnTask", ...of, reason: text }
    case "milestone":
      return milestone === undefined ? undefined : { _tag: "ReachMilestone", ...of, milestone }
    default:
      return { _tag: ({ claim: "ClaimTask", accept: "AcceptTask", fulfil: "FulfilTask" } as const)[what], ...of }
  }
}

const steps = define({
  file: "task-steps.csv",
  names: { zh: "议事任务进展", en: "Steps of tasks" },
  about: {
    zh: "任务何时认领、接受、汇报、达到节点、退回或完成，每步一行。",
    en: "When tasks were claimed, accepted, reported on, came to a milestone, were given back or done: one step a row."
  },
  columns: stepColumns,
  commands: (row, out) => {
    const { what } = row.cells
    const wanted = needs[what]
    const excess = (["milestone", "text"] as const).find(
      (column) => column !== wanted && row.cells[column] !== undefined
    )
    if (excess !== undefined) return out.refuse(row, excess, new CellExcluded({ column: `what=${what}` }))
    const command = commandOf(row)
    if (command !== undefined) out.add(row, command)
    else if (wanted !== undefined) out.refuse(row, wanted, new CellMissing({}))
  }
})

/** Files about the tasks of bodies. */
export const bodyTaskSheets = [tasks, steps]
