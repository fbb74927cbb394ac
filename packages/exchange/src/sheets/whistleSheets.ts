import { agree } from "../Agreement.ts"
import * as CaseworkForm from "../CaseworkForm.ts"
import { optional, required } from "../Column.ts"
import * as Domain from "../DomainForm.ts"
import { CellMissing } from "../ExchangeError.ts"
import * as ListForm from "../ListForm.ts"
import * as MomentForm from "../MomentForm.ts"
import { wording } from "../RecruitmentForm.ts"
import { define, defineGrouped, given, type Output, type Row } from "../Sheet.ts"
import { nameOf } from "./unitSheets.ts"

const whistle = required(CaseworkForm.whistle, "吹哨", ["吹哨的编号", "the whistle"], { also: ["吹哨编号", "编号"] })

const whistles = define({
  file: "whistles.csv",
  names: { zh: "吹哨", en: "Whistles" },
  about: {
    zh: "企业或街道等吹哨、要求部门报到，每次一行；部门的报到和任务写在 whistle-reports.csv。",
    en: "Enterprises, streets and others who called departments to report in, one call a row. Who came and what they did stands in whistle-reports.csv."
  },
  columns: {
    whistle,
    caller: required(Domain.unit, "吹哨单位", ["谁吹哨", "who whistled"]),
    callerKind: required(CaseworkForm.callerKind, "吹哨类别", ["吹哨单位属于哪一类", "what sort of caller that is"]),
    topic: required(wording(), "事由", ["为何吹哨", "what it is about"]),
    case: optional(CaseworkForm.caseRef, "案件", ["有关的案件", "the case it is about"], { also: ["案件编号"] }),
    stage: optional(CaseworkForm.word, "发展阶段", ["企业所处的发展阶段", "the stage of development the caller is at"]),
    mode: optional(CaseworkForm.mode, "破难方式", ["如何破解难题", "how the problem is to be broken through"]),
    target: optional(CaseworkForm.target, "破难对象", ["为谁破解难题", "for whom"]),
    departments: required(Domain.units, "部门", ["要求哪些部门报到", "the departments that were called"]),
    due: required(MomentForm.deadline, "报到期限", ["最迟何时报到", "by when they have to report in"]),
    at: required(MomentForm.moment, "吹哨时间", ["何时吹哨", "when it was blown"]),
    satisfied: optional(ListForm.yesNo, "满意", ["吹哨单位是否满意", "whether the caller is satisfied"]),
    score: optional(CaseworkForm.score, "评分", ["吹哨单位的评分", "the score the caller gives"]),
    evaluated: optional(MomentForm.moment, "评价时间", ["何时评价", "when the caller said so"]),
    closed: optional(MomentForm.moment, "销号时间", ["吹哨单位何时确认销号", "when the caller confirmed its closing"])
  },
  commands: (row, out) => {
    const { satisfied, score, evaluated, closed, ...call } = row.cells
    const { whistle: id, caller } = call
    const isEvaluated = satisfied !== undefined || score !== undefined || evaluated !== undefined
    const missing = isEvaluated
      ? satisfied === undefined
        ? "satisfied"
        : evaluated === undefined
          ? "evaluated"
          : undefined
      : undefined
    if (missing !== undefined) return out.refuse(row, missing, new CellMissing({}))
    out.add(row, given({ _tag: "BlowWhistle", ...call }))
    if (satisfied !== undefined && evaluated !== undefined) {
      const said = { satisfied: satisfied === "yes", score }
      out.add(row, given({ _tag: "EvaluateWhistle", whistle: id, by: caller, ...said, at: evaluated }))
    }
    if (closed !== undefined) out.add(row, { _tag: "CloseWhistle", whistle: id, confirmedBy: caller, at: closed })
  }
})

const reportColumns = {
  whistle,
  department: required(Domain.unit, "部门", ["报到的部门", "the department that reported in"]),
  plan: required(wording(), "计划", ["打算怎么办", "what it plans to do"]),
  at: required(MomentForm.moment, "报到时间", ["何时报到", "when it was there"]),
  task: optional(
    CaseworkForm.whistleTask,
    "任务",
    ["交给该部门的任务的编号；多项任务各写一行", "a task it was given; a row for each"],
    {
      also: ["任务编号"]
    }
  ),
  name: optional(wording(200), "名称", ["任务是什么", "what the task is"]),
  nameEn: optional(wording(200), "英文名称", ["英文名称", "the same in English"]),
  assigned: optional(MomentForm.moment, "交办时间", [
    "何时交办；空则为报到时间",
    "when it was given; where empty, when the department reported in"
  ]),
  due: optional(MomentForm.deadline, "办结期限", ["最迟何时办结", "by when it has to be resolved"]),
  resolved: optional(MomentForm.moment, "办结时间", ["何时办结", "when it was resolved"]),
  result: optional(wording(), "结果", ["办结的结果", "what came of it"])
}

type ReportRow = Row<typeof reportColumns>
type Out = Output<typeof reportColumns>

const ofTask = ["name", "nameEn", "assigned", "due", "resolved", "result"] as const

/** The first column a row needs for its task and lacks. */
const lacking = ({ cells }: ReportRow): keyof typeof reportColumns | undefined => {
  if (cells.task === undefined) return ofTask.some((column) => cells[column] !== undefined) ? "task" : undefined
  if (cells.name === undefined) return "name"
  if ((cells.resolved === undefined) === (cells.result === undefined)) return undefined
  return cells.resolved === undefined ? "resolved" : "result"
}

const assigned = (row: ReportRow, out: Out): void => {
  const { whistle: id, department, at: reported, task, name, nameEn, assigned: at = reported, due } = row.cells
  const { resolved, result } = row.cells
  if (task === undefined || name === undefined) return
  const names = nameOf({ name, nameEn })
  out.add(row, given({ _tag: "AssignWhistleTask", whistle: id, task, names, to: department, due, at }))
  if (resolved === undefined || result === undefined) return
  out.add(row, { _tag: "ResolveWhistleTask", whistle: id, task, by: department, result, at: resolved })
}

const reports = defineGrouped({
  file: "whistle-reports.csv",
  names: { zh: "报到", en: "Reports on whistles" },
  about: {
    zh: "哪个部门何时报到、打算怎么办，以及交给它的任务；每项任务一行，同一部门对同一吹哨的各行是一次报到。",
    en: "Which department reported in when, what it plans, and the tasks it was given: a row for each task, rows of one department and whistle are one report."
  },
  columns: reportColumns,
  key: ({ whistle: id, department }) => `${id} ${department}`,
  commands: (rows, out) => {
    const [first] = rows
    const { whistle: id, department, plan, at } = first.cells
    if (!agree(rows, ["plan", "at"], out)) return
    const faulty = rows.flatMap((row) => ({ row, column: lacking(row) }))
    for (const { row, column } of faulty) if (column !== undefined) out.refuse(row, column, new CellMissing({}))
    if (faulty.some(({ column }) => column !== undefined)) return
    out.add(first, { _tag: "ReportIn", whistle: id, department, plan, at })
    for (const row of rows) assigned(row, out)
  }
})

/** Files about whistles and who reported in. */
export const whistleSheets = [whistles, reports]
