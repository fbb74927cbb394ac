import { IndustryCode, type Period, PersonalData, Uscc } from "@louyu/kernel"
import { type Command, Pipeline, Prospect, Stay } from "@louyu/recruitment"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { CellMissing, IdInvalid, PersonalDataInCell, PipelineUnknown, SpanInvalid } from "./ExchangeError.ts"
import { choice, date, type Form, id, label } from "./Form.ts"
import * as Vocabulary from "./Vocabulary.ts"

/** The id of a prospect. */
export const prospect = id(Prospect.ProspectId)
/** The id of a transitional office. */
export const office = id(Stay.OfficeId)
/** The id of a stay. */
export const stay = id(Stay.StayId)
/** The id of a contact. */
export const contact = id(Prospect.Contact.fields.contact)

const isPipelineId = Schema.is(Pipeline.PipelineId)

/** A pipeline of the profile, by id or name. */
export const pipeline: Form<Pipeline.PipelineId> = {
  names: { zh: "流程的编号或名称", en: "the id or name of a pipeline" },
  read: (cell, { pipelines }) => {
    if (pipelines === undefined) return isPipelineId(cell) ? Result.succeed(cell) : Result.fail(new IdInvalid({}))
    const found = pipelines.pipelines.find(cell)
    if (found !== undefined) return Result.succeed(found)
    const known = Vocabulary.names(pipelines.pipelines)
    return Result.fail(new PipelineUnknown({ pipeline: cell.slice(0, 60), known }))
  }
}

/** A text that is recorded for good: nothing in it may lead to a person. */
export const wording = (limit = 2000): Form<string> => {
  const text = label(limit)
  return {
    names: { zh: `${text.names.zh}，不含个人信息`, en: `${text.names.en}, nothing that leads to a person` },
    read: (cell, context) =>
      Result.flatMap(text.read(cell, context), (read) => {
        const traces = PersonalData.traces(read)
        return traces.length === 0 ? Result.succeed(read) : Result.fail(new PersonalDataInCell({ traces }))
      })
  }
}

/** A unified social credit code. */
export const uscc: Form<Uscc.Uscc> = {
  names: { zh: "18 位统一社会信用代码", en: "a unified social credit code of 18 characters" },
  read: (cell) => Uscc.parse(cell),
  doubts: (cell) => {
    const read = Uscc.parse(cell)
    return Result.isSuccess(read) ? Uscc.warnings(read.success) : []
  }
}

/** An industry of the classification in force. */
export const industry: Form<IndustryCode.IndustryCode> = {
  names: { zh: "国民经济行业代码，如 I、65、651、6513", en: "an industry of GB/T 4754: I, 65, 651 or 6513" },
  read: (cell) => IndustryCode.parse(IndustryCode.edition2017, cell)
}

const parts = (cell: string): ReadonlyArray<string> =>
  cell
    .split(/[;；|]/u)
    .map((part) => part.trim())
    .filter((part) => part !== "")

/** Several industries. */
export const industries: Form<readonly [IndustryCode.IndustryCode, ...Array<IndustryCode.IndustryCode>]> = {
  names: { zh: `${industry.names.zh}；多项以分号分隔`, en: `${industry.names.en}; several separated by semicolons` },
  read: (cell, context) =>
    Result.flatMap(Result.all(parts(cell).map((part) => industry.read(part, context))), ([first, ...more]) =>
      first === undefined ? Result.fail(new CellMissing({})) : Result.succeed([first, ...more])
    )
}

const span = /^([^.~]+?)\s*(?:\.\.|~|至)\s*([^.~]*)$/u

/** Spans of days: `2022-07-01..2022-08-01; 2022-10-01..`. */
export const spans: Form<ReadonlyArray<Period.Period>> = {
  names: {
    zh: "起止日期，如 2022-07-01..2022-08-01；多项以分号分隔",
    en: "days such as 2022-07-01..2022-08-01, several separated by semicolons"
  },
  read: (cell, context) => {
    const found: Array<Period.Period> = []
    for (const part of parts(cell)) {
      const [, begin = "", end = ""] = span.exec(part) ?? []
      if (begin === "") return Result.fail(new SpanInvalid({}))
      const from = date.read(begin, context)
      if (Result.isFailure(from)) return Result.fail(from.failure)
      if (end === "") {
        found.push({ from: from.success })
        continue
      }
      const to = date.read(end, context)
      if (Result.isFailure(to)) return Result.fail(to.failure)
      if (to.success <= from.success) return Result.fail(new SpanInvalid({}))
      found.push({ from: from.success, to: to.success })
    }
    return found.length === 0 ? Result.fail(new SpanInvalid({})) : Result.succeed(found)
  }
}

/** Whether space is to be rented or bought. */
export const tenure = choice(
  Vocabulary.of<NonNullable<Prospect.Intent["tenure"]>>(["rent", "租", "租赁"], ["buy", "购", "购买"])
)
/** How somebody was talked to. */
export const how = choice(
  Vocabulary.of<Prospect.Contact["how"]>(
    ["visit", "走访", "上门"],
    ["call", "电话"],
    ["meeting", "面谈", "会议"],
    ["message", "消息", "微信"],
    ["event", "活动"]
  )
)
/** Why a prospect went back to the pool. */
export const release = choice(
  Vocabulary.of<(typeof Command.ReleaseProspect.Type)["reason"]>(
    ["idle", "长期未跟进"],
    ["handOver", "移交", "hand over"],
    ["request", "主动退回", "退回"]
  )
)
/** A rule somebody decided to overlook. */
export const despite = choice(
  Vocabulary.of<NonNullable<(typeof Command.AssignProspect.Type)["despite"]>[number]>(
    ["capacity", "超出上限"],
    ["optOut", "不接新线索", "opt out"],
    ["waiting", "等候期"],
    ["picks", "领取上限"]
  )
)
/** How a stay ended. */
export const outcome = choice(
  Vocabulary.of<(typeof Stay.EndStay.Type)["outcome"]>(["settled", "落户", "转正"], ["left", "离开", "未落户"])
)

/** What can happen to a prospect. */
export type Happening = "advance" | "regress" | "park" | "resume" | "lose" | "win" | "reopen" | "file"

/** What happened to a prospect. */
export const happening = choice(
  Vocabulary.of<Happening>(
    ["advance", "推进"],
    ["regress", "退回"],
    ["park", "搁置"],
    ["resume", "恢复"],
    ["lose", "退出", "流失"],
    ["win", "达成", "成功", "落户"],
    ["reopen", "重启"],
    ["file", "归档", "材料"]
  )
)
