import { RecruitmentError } from "@louyu/recruitment"
import * as Result from "effect/Result"
import { agree } from "../Agreement.ts"
import { optional, required } from "../Column.ts"
import * as Domain from "../DomainForm.ts"
import { CellMissing, ChangeMissing } from "../ExchangeError.ts"
import * as Form from "../Form.ts"
import * as ListForm from "../ListForm.ts"
import * as PipelineWords from "../PipelineWords.ts"
import { identity, intent, intentOf } from "../ProspectColumns.ts"
import * as RecruitmentForm from "../RecruitmentForm.ts"
import { define, defineGrouped, given, type Output, type Row } from "../Sheet.ts"
import * as Wholeness from "../Wholeness.ts"
import { nameOf } from "./unitSheets.ts"

const day = (zh: string, about: readonly [zh: string, en: string]) => optional(Form.date, zh, about)

const prospect = required(RecruitmentForm.prospect, "线索", ["线索的编号", "the prospect"], {
  also: ["线索编号", "编号"]
})

const columns = {
  prospect,
  pipeline: required(RecruitmentForm.pipeline, "流程", ["走哪个流程", "the pipeline it is in"]),
  ...identity,
  enterprise: optional(Domain.unit, "企业", [
    "本市已有单元的编号",
    "the unit of the city it is, where it is one already"
  ]),
  place: optional(Domain.unit, "地点", ["线索属于哪里", "where it belongs to"]),
  source: required(ListForm.word, "来源", [
    "从何而来，如 走访、推荐、展会",
    "where it comes from, in a word of the city's own"
  ]),
  reference: optional(ListForm.word, "来源编号", [
    "来自哪次走访、扫楼、活动",
    "the id of the visit, sweep, fair or activity it comes from"
  ]),
  ...intent,
  on: required(Form.date, "登记日期", ["登记的日期", "the day it was entered"]),
  stage: optional(Form.label(64), "阶段", [
    "登记当日所处的阶段，空则为第一个；不记录经过的，在此写当前阶段、在登记日期写进入该阶段的日期",
    "the stage it was at on the day it was entered; where empty, the first. Who keeps no history writes the present stage here, and its first day as the day it was entered"
  ]),
  distinctFrom: optional(Form.list(RecruitmentForm.prospect), "不同于", [
    "看似相同而实为不同的线索",
    "prospects it looks like and is not"
  ]),
  firstServed: day("首次服务日期", ["首次得到服务的日期", "the day it first was of service to"]),
  liaison: optional(Domain.person, "联络员", [
    "跟进人的人员编号；换人时另写一行，其余选填的列可留空",
    "the id of whoever looks after it; another row where somebody else takes over, whose other cells may be empty unless they are needed"
  ]),
  assigned: day("分派日期", ["空则为登记日期", "where empty, the day it was entered"]),
  despite: optional(Form.list(RecruitmentForm.despite), "例外", [
    "分派时有意不顾的规则",
    "rules that were overlooked on purpose when it was given"
  ]),
  released: day("退回日期", ["退回公共池的日期", "the day it went back to the pool"]),
  releaseReason: optional(RecruitmentForm.release, "退回原因", ["空则为主动退回", "where empty, on request"]),
  mergedInto: optional(RecruitmentForm.prospect, "并入", ["与哪条线索实为一条", "the prospect it turned out to be"]),
  merged: day("并入日期", ["并入的日期", "the day it did"]),
  tenant: optional(Domain.unit, "成为单元", ["落户后的单元编号", "the unit of the city it became"]),
  converted: day("转为单元日期", ["成为该单元的日期", "the day it did"])
}

type ProspectRow = Row<typeof columns>
type Out = Output<typeof columns>

// Columns that stand together: the one needs the other.
const needs = [
  ...Wholeness.together([
    ["mergedInto", "merged"],
    ["tenant", "converted"]
  ]),
  ["nameEn", "name"]
] as const

// A row for whoever took over may leave the rest empty.
const own = ["liaison", "assigned", "despite", "released", "releaseReason"] as const
const same = Object.keys(columns).filter(
  (key): key is Exclude<keyof typeof columns, (typeof own)[number]> => !own.some((one) => one === key)
)
const filled = (first: ProspectRow, { number, cells }: ProspectRow): ProspectRow => ({
  number,
  cells: { ...first.cells, ...given(cells) }
})

/** Whether a row names what its pipeline is about: a person by the contact only, everything else by a name or unit. */
const isNamed = (row: ProspectRow, subject: string, out: Out): boolean => {
  const { prospect: id, name, contact, enterprise } = row.cells
  const column =
    subject === "person"
      ? name !== undefined
        ? "name"
        : contact === undefined
          ? "contact"
          : undefined
      : name === undefined && enterprise === undefined
        ? "name"
        : undefined
  if (column !== undefined) out.refuse(row, column, new RecruitmentError.NameNotFitting({ prospect: id, subject }))
  return column === undefined
}

const opened = (row: ProspectRow, out: Out): boolean => {
  const {
    prospect: id,
    pipeline,
    name,
    nameEn,
    stage: word,
    source,
    reference,
    distinctFrom,
    firstServed,
    on
  } = row.cells
  const { uscc, contact, enterprise, industry, place } = row.cells
  const entry = out.context.pipelines?.entry(pipeline)
  if (entry === undefined || !Wholeness.isWhole(row, needs, out) || !isNamed(row, entry.pipeline.subject, out))
    return false
  const wanted = intentOf(row, out)
  const stage = word === undefined ? undefined : PipelineWords.stage(word, [entry])
  if (stage !== undefined && Result.isFailure(stage)) out.refuse(row, "stage", stage.failure)
  if (wanted === undefined || (stage !== undefined && Result.isFailure(stage))) return false
  const names = name === undefined ? undefined : nameOf({ name, nameEn })
  const who = { names, uscc, contact, enterprise, industry, place, source, reference, intent: wanted.intent }
  const rest = { stage: stage?.success, distinctFrom, firstServed, on }
  out.add(row, given({ _tag: "OpenProspect", prospect: id, pipeline, ...who, ...rest }))
  return true
}

const held = (row: ProspectRow, isFirst: boolean, out: Out): void => {
  const { prospect: id, liaison, assigned, despite, on, released, releaseReason: reason = "request" } = row.cells
  if (liaison === undefined && (assigned !== undefined || despite !== undefined)) {
    out.refuse(row, "liaison", new CellMissing({}))
    return
  }
  if (liaison !== undefined && assigned === undefined && !isFirst) {
    out.refuse(row, "assigned", new CellMissing({}))
    return
  }
  if (!out.isOrderly(row, "released", assigned ?? on, released)) return
  if (liaison !== undefined) {
    out.add(row, given({ _tag: "AssignProspect", prospect: id, liaison, despite, on: assigned ?? on }))
  }
  if (released !== undefined) out.add(row, { _tag: "ReleaseProspect", prospect: id, reason, on: released })
}

const prospects = defineGrouped({
  file: "prospects.csv",
  names: { zh: "线索", en: "Prospects" },
  about: {
    zh: "可能到来的企业、人才、待建党组织或项目，每条一行；换联络员时另写一行。之后的进展写在 prospect-steps.csv。",
    en: "Firms, talent, branches or projects that may come, one a row; another row where somebody else takes over. What happens later stands in prospect-steps.csv."
  },
  columns,
  key: ({ prospect: id }) => id,
  commands: (rows, out) => {
    const [first, ...more] = rows
    if (!agree([first, ...more.map((row) => filled(first, row))], same, out) || !opened(first, out)) return
    for (const [index, row] of rows.entries()) held(row, index === 0, out)
    const { prospect: id, mergedInto: into, merged, tenant, converted } = first.cells
    if (tenant !== undefined && converted !== undefined) {
      out.add(first, { _tag: "ConvertProspect", prospect: id, tenant, on: converted })
    }
    if (into !== undefined && merged !== undefined) {
      out.add(first, { _tag: "MergeProspects", prospect: into, duplicate: id, on: merged })
    }
  }
})

const changing = { ...identity, ...intent }

const changes = define({
  file: "prospect-changes.csv",
  names: { zh: "线索变更", en: "Changes of prospects" },
  about: {
    zh: "线索登记之后才知道或改变的情况：名称、代码、联系人、行业；意向各列任填一列，即以此行为全部意向。",
    en: "What became known or changed after a prospect was entered; where any column of what it looks for is filled in, the row says all of it."
  },
  columns: { prospect, ...changing, on: required(Form.date, "日期", ["得知的日期", "the day"]) },
  commands: (row, out) => {
    const { prospect: id, name, nameEn, uscc, contact, industry, on } = row.cells
    if (nameEn !== undefined && name === undefined) return out.refuse(row, "name", new CellMissing({}))
    const wanted = intentOf(row, out)
    if (wanted === undefined) return
    const names = name === undefined ? undefined : nameOf({ name, nameEn })
    const said = given({ names, uscc, contact, industry, intent: wanted.intent })
    if (Object.keys(said).length === 0) {
      return out.refuse(row, "name", new ChangeMissing({ columns: Object.keys(changing) }))
    }
    out.add(row, { _tag: "AmendProspect", prospect: id, ...said, on })
  }
})

/** Files about who may come. */
export const prospectSheets = [prospects, changes]
