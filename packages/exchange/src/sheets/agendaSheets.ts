import type { BodyCommand } from "@louyu/casework"
import type { CivilDate } from "@louyu/kernel"
import { body, item, meeting } from "../BodyColumns.ts"
import * as CaseworkForm from "../CaseworkForm.ts"
import { optional, required } from "../Column.ts"
import * as Domain from "../DomainForm.ts"
import { CellExcluded, CellMissing, OneOfNeeded } from "../ExchangeError.ts"
import * as Form from "../Form.ts"
import * as ListForm from "../ListForm.ts"
import { wording } from "../RecruitmentForm.ts"
import { define, given, type Output, type Row } from "../Sheet.ts"
import * as Vocabulary from "../Vocabulary.ts"

const agendaColumns = {
  body,
  meeting,
  item,
  case: optional(CaseworkForm.caseRef, "案件", ["议题是哪件案件", "the case it is about"], { also: ["案件编号"] }),
  title: optional(wording(), "标题", [
    "没有立案的议题写标题；案件和标题都留空的，是从前一次会议转来的议题",
    "what it is about where there is no case; a row with neither carries a matter over from an earlier meeting"
  ]),
  by: optional(Domain.unit, "提出单位", ["提出议题的成员单位", "the member that asked for it"]),
  on: optional(Form.date, "列入日期", [
    "何时列入议程，空则为会议当日",
    "the day it was put on; where empty, that of the meeting"
  ]),
  outcome: optional(CaseworkForm.outcome, "决定", ["会议的决定", "what the meeting decided"]),
  proposal: optional(CaseworkForm.proposal, "方案", ["同意了哪个提案", "the proposal that was agreed on"]),
  decided: optional(Form.date, "决定日期", ["空则为会议当日", "where empty, the day of the meeting"])
}

type AgendaRow = Row<typeof agendaColumns>

const listed = (
  { body: id, meeting: at, item: matter, case: about, title, by }: AgendaRow["cells"],
  on: CivilDate.CivilDate
): BodyCommand.Command => {
  const of = { body: id, meeting: at, item: matter }
  const subject = about !== undefined ? { case: about } : title !== undefined ? { title } : undefined
  return subject === undefined
    ? { _tag: "CarryItemOver", ...of, on }
    : given({ _tag: "PutOnAgenda", ...of, subject, by, on })
}

const isSound = (row: AgendaRow, out: Output<typeof agendaColumns>): boolean => {
  const { case: about, title, by, outcome, proposal, decided } = row.cells
  if (about !== undefined && title !== undefined) {
    out.refuse(row, "title", new CellExcluded({ column: "case" }))
    return false
  }
  if (by !== undefined && about === undefined && title === undefined) {
    out.refuse(row, "title", new OneOfNeeded({ columns: ["case", "title"] }))
    return false
  }
  if (outcome === undefined && (proposal !== undefined || decided !== undefined)) {
    out.refuse(row, "outcome", new CellMissing({}))
    return false
  }
  return true
}

const agenda = define({
  file: "agenda.csv",
  names: { zh: "议程", en: "Agenda" },
  about: {
    zh: "每次会议的议题和决定，每个议题每次会议一行；未议定的议题转到下次会议时另写一行，案件和标题留空。",
    en: "What meetings were about and what they decided: one matter at one meeting a row. A matter that was not decided stands in another row of a later meeting, without case and title."
  },
  columns: agendaColumns,
  commands: (row, out) => {
    const { body: id, meeting: at, item: matter, outcome, proposal } = row.cells
    if (!isSound(row, out)) return
    const date = out.surroundings().dateOf(id, at)
    const on = row.cells.on ?? date
    const decided = row.cells.decided ?? date
    if (on === undefined) out.refuse(row, "on", new CellMissing({}))
    if (outcome !== undefined && decided === undefined) out.refuse(row, "decided", new CellMissing({}))
    if (on === undefined || (outcome !== undefined && decided === undefined)) return
    out.add(row, listed(row.cells, on))
    if (outcome !== undefined && decided !== undefined) {
      out.add(row, given({ _tag: "DecideItem", body: id, meeting: at, item: matter, outcome, proposal, on: decided }))
    }
  }
})

type Happening = "followUp" | "close" | "observe"

const happening = Form.choice(
  Vocabulary.make<Happening>([
    { id: "followUp", names: { zh: "回访", en: "follow up" }, also: ["跟踪回访"] },
    { id: "close", names: { zh: "销号", en: "close" }, also: ["关闭", "办结"] },
    { id: "observe", names: { zh: "观察", en: "observe" }, also: ["效果观察"] }
  ])
)

// The column each happening needs; it takes no other.
const needs = { followUp: "satisfied", close: undefined, observe: "recurrences" } as const

const itemSteps = define({
  file: "agenda-steps.csv",
  names: { zh: "议题跟踪", en: "Steps of matters" },
  about: {
    zh: "议定的任务完成之后：回访是否满意、何时销号、之后是否复发，每次一行。",
    en: "After the tasks of a matter were done: whether a visit found the result good, when it was closed, and how often it came again since. One a row."
  },
  columns: {
    body,
    item,
    on: required(Form.date, "日期", ["日期", "the day"]),
    what: required(happening, "事项", ["回访、销号或观察", "what was done"]),
    satisfied: optional(ListForm.yesNo, "满意", ["回访是否满意", "whether the result was found good"]),
    recurrences: optional(Form.count(), "复发次数", [
      "销号或上次观察以来复发几次",
      "how often it came again since it was closed or last observed"
    ])
  },
  commands: (row, out) => {
    const { body: id, item: matter, on, what, satisfied, recurrences } = row.cells
    const wanted = needs[what]
    const excess = (["satisfied", "recurrences"] as const).find(
      (column) => column !== wanted && row.cells[column] !== undefined
    )
    if (excess !== undefined) return out.refuse(row, excess, new CellExcluded({ column: `what=${what}` }))
    if (wanted !== undefined && row.cells[wanted] === undefined) return out.refuse(row, wanted, new CellMissing({}))
    const of = { body: id, item: matter }
    if (satisfied !== undefined) out.add(row, { _tag: "FollowUpItem", ...of, satisfied: satisfied === "yes", on })
    else if (recurrences !== undefined) out.add(row, { _tag: "ObserveResult", ...of, recurrences, on })
    else out.add(row, { _tag: "CloseItem", ...of, on })
  }
})

/** Files about what meetings were about, what they decided, and what became of it. */
export const agendaSheets = [agenda, itemSteps]
