import * as Result from "effect/Result"
import * as CaseworkForm from "../CaseworkForm.ts"
import * as CaseworkWords from "../CaseworkWords.ts"
import { optional, required } from "../Column.ts"
import * as Domain from "../DomainForm.ts"
import { CellMissing } from "../ExchangeError.ts"
import * as Form from "../Form.ts"
import * as ListForm from "../ListForm.ts"
import * as MomentForm from "../MomentForm.ts"
import { wording } from "../RecruitmentForm.ts"
import { define, given, type Output, type Row } from "../Sheet.ts"

const columns = {
  case: required(CaseworkForm.caseId, "案件", ["案件的编号", "the case"], { also: ["案件编号", "编号"] }),
  flow: required(CaseworkForm.flow, "流程", ["按哪个流程办理", "the flow it goes under"]),
  title: required(wording(200), "标题", ["一句话说明，不写人名", "what it is about, in a line without names"]),
  text: optional(wording(), "内容", ["详细情况", "more about it"]),
  place: required(Domain.unit, "地点", ["发生在哪个单元", "the unit it is about"]),
  category: optional(Form.label(64), "类别", [
    "流程所列类别的编号或名称；分类在 case-steps.csv 中记录的可留空",
    "a category of the flow, by id or name; may be empty where case-steps.csv classifies it"
  ]),
  channel: required(Form.label(64), "渠道", [
    "从何处得知，流程所列渠道的编号或名称",
    "how it came in: a channel of the flow, by id or name"
  ]),
  by: optional(Domain.unit, "提出单位", ["提出的单位", "the unit that raised it"]),
  byPerson: optional(Domain.person, "提出人", [
    "提出人的人员编号；提出单位和提出人至少填一项",
    "the id of the person who raised it; fill in the unit, the person or both"
  ]),
  behalfOf: optional(Domain.unit, "代表单位", ["代哪个单位提出", "the unit it was raised for"]),
  behalfOfPerson: optional(Domain.person, "代表人", ["代何人提出，人员编号", "the id of the person it was raised for"]),
  reference: optional(CaseworkForm.word, "来源编号", [
    "来自哪次走访、扫楼、会议",
    "the visit, sweep or meeting it comes from"
  ]),
  private: optional(ListForm.yesNo, "不公开", ["是否只限有权者查看", "whether only those with a right may see it"]),
  level: optional(Form.label(64), "层级", [
    "从哪一层级开始办理，空则为最低一级",
    "the level of the flow it begins at; where empty, the lowest"
  ]),
  at: required(MomentForm.moment, "提出时间", ["何时提出", "when it was raised"])
}

type Cases = Row<typeof columns>
type Out = Output<typeof columns>
type Sort = "category" | "channel" | "level"

const partyOf = (unit: Cases["cells"]["by"], person: Cases["cells"]["byPerson"]) =>
  unit === undefined && person === undefined ? undefined : given({ unit, person })

/** What the words of a row mean in its flow, or `undefined` when any of them means nothing, which is refused. */
const wordsOf = (row: Cases, out: Out): Readonly<Record<Sort, string | undefined>> | undefined => {
  const entry = out.context.casework?.entry(row.cells.flow)
  if (entry === undefined) return undefined
  const found: Record<Sort, string | undefined> = { category: undefined, channel: undefined, level: undefined }
  let isKnown = true
  for (const sort of ["category", "channel", "level"] as const) {
    const word = row.cells[sort]
    if (word === undefined) continue
    const read = CaseworkWords.find(sort, word, [entry], out.context)
    if (Result.isSuccess(read)) found[sort] = read.success
    else {
      out.refuse(row, sort, read.failure)
      isKnown = false
    }
  }
  return isKnown ? found : undefined
}

const cases = define({
  file: "cases.csv",
  names: { zh: "案件", en: "Cases" },
  about: {
    zh: "提出的问题，每件一行；之后的办理写在 case-steps.csv，分派多个部门的写在 case-tasks.csv，材料、踏勘和方案写在 case-papers.csv。",
    en: "Matters that were raised, one a row. What becomes of them stands in case-steps.csv, what several departments do in case-tasks.csv, and evidence, surveys and plans in case-papers.csv."
  },
  columns,
  commands: (row, out) => {
    const { case: id, flow, title, text, place, reference, private: hidden, at } = row.cells
    const by = partyOf(row.cells.by, row.cells.byPerson)
    if (by === undefined) out.refuse(row, "by", new CellMissing({}))
    const words = wordsOf(row, out)
    if (by === undefined || words?.channel === undefined) return
    const { channel, ...rest } = words
    const behalfOf = partyOf(row.cells.behalfOf, row.cells.behalfOfPerson)
    const isPrivate = hidden === "yes" ? (true as const) : undefined
    const who = { place, channel, by, behalfOf, reference, private: isPrivate }
    out.add(row, given({ _tag: "RaiseCase", case: id, flow, title, text, ...who, ...rest, at }))
  }
})

/** The file about matters that were raised. */
export const caseSheets = [cases]
