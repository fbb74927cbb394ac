import type { Case, Command } from "@louyu/casework"
import * as CaseworkForm from "../CaseworkForm.ts"
import { optional, required } from "../Column.ts"
import * as Domain from "../DomainForm.ts"
import { CellMissing } from "../ExchangeError.ts"
import * as Form from "../Form.ts"
import * as ListForm from "../ListForm.ts"
import * as MomentForm from "../MomentForm.ts"
import { wording } from "../RecruitmentForm.ts"
import { define, defineGrouped, given, type Output, type Row } from "../Sheet.ts"
import * as Vocabulary from "../Vocabulary.ts"
import * as Wholeness from "../Wholeness.ts"

const caseColumn = required(CaseworkForm.caseId, "案件", ["案件的编号", "the case"], { also: ["案件编号"] })

const taskColumns = {
  case: caseColumn,
  task: required(CaseworkForm.word, "任务", ["任务的编号，在案件内不重复", "the task, an id within its case"], {
    also: ["任务编号"]
  }),
  department: required(Domain.unit, "部门", ["由哪个部门承担", "the department that does it"]),
  what: required(wording(), "内容", ["做什么", "what is to be done"]),
  lead: optional(ListForm.yesNo, "牵头", ["是否牵头；每件案件恰有一个牵头", "whether it leads; exactly one does"]),
  at: required(MomentForm.moment, "分派时间", [
    "何时分派；同一案件同一时间的各行是一次分派",
    "when the case was split; rows of one case and time are split together"
  ]),
  finished: optional(MomentForm.moment, "完成时间", ["何时完成", "when it was done"]),
  result: optional(wording(), "结果", ["完成的结果", "what came of it"])
}

type TaskRow = Row<typeof taskColumns>

const taskOf = ({ cells: { task, department, what, lead } }: TaskRow): Case.Task => ({
  task,
  department,
  what,
  lead: lead === "yes"
})

const finished = (row: TaskRow, out: Output<typeof taskColumns>): void => {
  const { case: id, task, finished: at, result } = row.cells
  if ((at === undefined) !== (result === undefined)) {
    out.refuse(row, at === undefined ? "finished" : "result", new CellMissing({}))
  }
  if (at !== undefined && result !== undefined) out.add(row, { _tag: "FinishTask", case: id, task, result, at })
}

const tasks = defineGrouped({
  file: "case-tasks.csv",
  names: { zh: "案件任务", en: "Tasks of cases" },
  about: {
    zh: "需要多个部门办理的案件，每个部门的任务一行，其中一个牵头。",
    en: "What each department does about a case that takes several of them, one task a row; one of them leads."
  },
  columns: taskColumns,
  key: ({ case: id, at }) => `${id} ${at}`,
  commands: (rows, out) => {
    const [first, ...more] = rows
    const { case: id, at } = first.cells
    out.add(first, { _tag: "SplitCase", case: id, tasks: [taskOf(first), ...more.map(taskOf)], at })
    for (const row of rows) finished(row, out)
  }
})

type Paper = "evidence" | "survey" | "plan" | "clearance" | "approval"

const paper = Form.choice(
  Vocabulary.make<Paper>([
    { id: "evidence", names: { zh: "材料", en: "evidence" }, also: ["佐证"] },
    { id: "survey", names: { zh: "踏勘", en: "survey" }, also: ["联合踏勘"] },
    { id: "plan", names: { zh: "方案", en: "plan" } },
    { id: "clearance", names: { zh: "会签", en: "clearance" }, also: ["会审"] },
    { id: "approval", names: { zh: "批准", en: "approval" }, also: ["审批"] }
  ])
)

const paperColumns = {
  case: caseColumn,
  at: required(MomentForm.moment, "时间", ["何时", "when"]),
  what: required(paper, "事项", ["材料、踏勘、方案、会签或批准", "what was put on file"]),
  paper: required(CaseworkForm.word, "文件", [
    "材料的种类，如 result；或踏勘、方案的编号",
    "the sort of evidence, such as result, or the id of the survey or plan"
  ]),
  departments: optional(Domain.units, "部门", [
    "参加踏勘的单位，或须会签方案的部门",
    "who looked at the place, or has to clear the plan"
  ]),
  by: optional(Domain.unit, "经办单位", [
    "会签或批准的单位",
    "the department that cleared the plan, or who approved it"
  ]),
  cleared: optional(ListForm.yesNo, "同意", ["会签是否同意", "whether the department cleared it"]),
  text: optional(wording(), "内容", [
    "踏勘所见、方案内容或会签意见",
    "what was found, what is planned, or what the department says"
  ]),
  reference: optional(CaseworkForm.word, "存放编号", ["材料存放处的编号", "where evidence is kept"])
}

type PaperRow = Row<typeof paperColumns>
type PaperOut = Output<typeof paperColumns>
type Detail = Exclude<keyof typeof paperColumns, "case" | "at" | "what" | "paper">

// What each sort of paper needs to say, and what else it may.
const shapes: Readonly<Record<Paper, Wholeness.Shape<Detail>>> = {
  evidence: { needs: [], may: ["reference"] },
  survey: { needs: ["departments", "text"], may: [] },
  plan: { needs: ["departments", "text"], may: [] },
  clearance: { needs: ["by", "cleared"], may: ["text"] },
  approval: { needs: ["by"], may: [] }
}
const details = Wholeness.detailsOf(shapes)

const isWhole = (row: PaperRow, out: PaperOut): boolean => {
  const { what } = row.cells
  return Wholeness.isShaped(row, shapes[what], { details, because: `what=${what}`, out })
}

const commandOf = ({ cells }: PaperRow): Command.Command | undefined => {
  const { case: id, at, what, paper: named, departments, by, cleared, text, reference } = cells
  const of = { case: id, at }
  switch (what) {
    case "evidence":
      return given({ _tag: "FileCaseEvidence", ...of, evidence: named, reference })
    case "survey":
      if (departments === undefined || text === undefined) return undefined
      return { _tag: "SurveySite", ...of, survey: named, by: departments, finding: text }
    case "plan":
      if (departments === undefined || text === undefined) return undefined
      return { _tag: "DraftPlan", ...of, plan: named, what: text, departments }
    case "clearance":
      if (by === undefined) return undefined
      return given({ _tag: "ClearPlan", ...of, plan: named, department: by, cleared: cleared === "yes", note: text })
    default:
      return by === undefined ? undefined : { _tag: "ApprovePlan", ...of, plan: named, by }
  }
}

const papers = define({
  file: "case-papers.csv",
  names: { zh: "案件材料", en: "Papers of cases" },
  about: {
    zh: "归档的材料、联合踏勘，以及方案、会签和批准，每项一行。",
    en: "Evidence on file, joint surveys, and plans with who cleared and approved them: one a row."
  },
  columns: paperColumns,
  commands: (row, out) => {
    const command = isWhole(row, out) ? commandOf(row) : undefined
    if (command !== undefined) out.add(row, command)
  }
})

/** Files about what several departments do about a case, and what is on file about it. */
export const caseWorkSheets = [tasks, papers]
