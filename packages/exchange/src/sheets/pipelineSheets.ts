import type { Pipeline } from "@louyu/recruitment"
import * as Result from "effect/Result"
import { from, optional, required, to } from "../Column.ts"
import * as Domain from "../DomainForm.ts"
import { CellExcluded, CellMissing, PairInvalid } from "../ExchangeError.ts"
import * as Form from "../Form.ts"
import type { PipelineEntry } from "../PipelineBook.ts"
import * as PipelineWords from "../PipelineWords.ts"
import * as RecruitmentForm from "../RecruitmentForm.ts"
import { defineGrouped, given, type Output, type Row } from "../Sheet.ts"

const rules = {
  pipeline: required(RecruitmentForm.pipeline, "流程", ["招商、人才等流程", "a pipeline of the profile"], {
    also: ["管线"]
  }),
  idleAfter: optional(Form.count(1), "闲置工作日", [
    "多少个工作日无人跟进即退回公共池；空则不退回",
    "after how many working days without a contact or a step a prospect goes back to the pool; where empty, never"
  ]),
  waitingDays: optional(Form.count(1), "等候天数", [
    "退回者多少天内不得再领取同一线索",
    "for how many days whoever let a prospect lie may not take it again"
  ]),
  picks: optional(Form.count(1), "领取上限", [
    "每人在“领取周期”内最多领取多少条",
    "how many somebody may take within so many days"
  ]),
  pickDays: optional(Form.count(1), "领取周期", ["领取上限按多少天计", "the days that limit is counted over"]),
  replaced: optional(Form.label(2000), "阶段衔接", [
    "新版流程不再有的阶段转入何处，如“旧阶段=新阶段”，多项以分号分隔",
    "where those go on whose stage a new version no longer has: old stage=new stage, several separated by semicolons"
  ]),
  from: from(
    "实行日期；其后的行只改公共池规则",
    "the day it came into force; later rows change the rules of the pool only"
  )
}

type RuleRow = Row<typeof rules>

const isRule = ({ cells: { idleAfter, waitingDays, picks, pickDays } }: RuleRow): boolean =>
  [idleAfter, waitingDays, picks, pickDays].some((cell) => cell !== undefined)

const ruled = (row: RuleRow, out: Output<typeof rules>): void => {
  const { pipeline, idleAfter, waitingDays, picks: amount, pickDays: days, from: begin } = row.cells
  if ((amount === undefined) !== (days === undefined)) {
    out.refuse(row, amount === undefined ? "picks" : "pickDays", new CellMissing({}))
    return
  }
  const picks = amount === undefined || days === undefined ? undefined : { amount, days }
  out.add(row, given({ _tag: "SetPoolRule", pipeline, idleAfter, waitingDays, picks, from: begin }))
}

const replacedOf = (
  { cells: { replaced } }: RuleRow,
  entry: PipelineEntry
): Result.Result<
  Readonly<Record<string, Pipeline.StageId>> | undefined,
  Parameters<Output<typeof rules>["refuse"]>[2]
> => {
  if (replaced === undefined) return Result.succeed(undefined)
  const found: Record<string, Pipeline.StageId> = {}
  for (const [old, now] of Domain.pairs(replaced) ?? [["", ""]]) {
    if (old === "") return Result.fail(new PairInvalid({}))
    const stage = PipelineWords.stage(now, [entry])
    if (Result.isFailure(stage)) return Result.fail(stage.failure)
    found[old] = stage.success
  }
  return Result.succeed(found)
}

const pipelines = defineGrouped({
  file: "pipelines.csv",
  names: { zh: "流程", en: "Pipelines" },
  about: {
    zh: "本市实行哪些流程（招商、人才引育、党组织孵化等），以及线索何时退回公共池；阶段和退出方式由配置给出。",
    en: "Which pipelines are in force (firms, talent, new branches), and when prospects go back to the pool; stages and ways out come with the profile."
  },
  columns: rules,
  key: ({ pipeline }) => pipeline,
  commands: (rows, out) => {
    const inOrder = rows.toSorted((a, b) => (a.cells.from < b.cells.from ? -1 : 1))
    for (const [index, row] of inOrder.entries()) {
      const entry = out.context.pipelines?.entry(row.cells.pipeline)
      if (entry === undefined) continue
      if (index > 0) {
        if (row.cells.replaced !== undefined) out.refuse(row, "replaced", new CellExcluded({ column: "from" }))
        else ruled(row, out)
        continue
      }
      const replaced = replacedOf(row, entry)
      if (Result.isFailure(replaced)) {
        out.refuse(row, "replaced", replaced.failure)
        continue
      }
      const { pipeline } = entry
      out.add(row, given({ _tag: "AdoptPipeline", pipeline, replaced: replaced.success, from: row.cells.from }))
      if (isRule(row)) ruled(row, out)
    }
  }
})

const liaisons = defineGrouped({
  file: "liaisons.csv",
  names: { zh: "线索联络员", en: "Liaisons" },
  about: {
    zh: "谁跟进线索：哪些流程、地点、行业，同时最多多少条；职责变化时另写一行。",
    en: "Who looks after prospects: of which pipelines, places and industries, and how many at once; another row where that changes."
  },
  columns: {
    liaison: required(Domain.person, "人员", ["联络员的人员编号", "the person"], { also: ["联络员"] }),
    pipelines: optional(Form.list(RecruitmentForm.pipeline), "流程", ["空则为全部", "where empty, all"]),
    places: optional(Domain.units, "地点", [
      "负责哪些楼宇或区域；空则为全部",
      "the buildings or areas; where empty, all"
    ]),
    industries: optional(RecruitmentForm.industries, "行业", ["空则为全部", "where empty, all"]),
    capacity: optional(Form.count(1), "上限", [
      "同时最多跟进多少条未成的线索",
      "how many prospects at once that are open and not won"
    ]),
    absent: optional(RecruitmentForm.spans, "暂停", ["何时不接新线索", "when no new ones are given"]),
    from: from("开始日期", "the first day"),
    to: to("结束日期；名下线索退回公共池", "the day it ended; what was looked after goes back to the pool")
  },
  key: ({ liaison }) => liaison,
  commands: (rows, out) => {
    const inOrder = rows.toSorted((a, b) => (a.cells.from < b.cells.from ? -1 : 1))
    for (const [index, row] of inOrder.entries()) {
      const { absent, to: end, ...terms } = row.cells
      if (!out.isOrderly(row, "to", terms.from, end)) continue
      out.add(row, given({ _tag: "EnrolLiaison", ...terms }))
      for (const span of absent ?? []) out.add(row, { _tag: "OptOut", liaison: terms.liaison, ...span })
      // Whoever goes on at once with other duties keeps what there is to look after.
      if (end !== undefined && inOrder[index + 1]?.cells.from !== end) {
        out.add(row, { _tag: "RetireLiaison", liaison: terms.liaison, on: end })
      }
    }
  }
})

/** Files about pipelines and who looks after prospects. */
export const pipelineSheets = [pipelines, liaisons]
