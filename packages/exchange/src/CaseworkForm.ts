import {
  BodyCode,
  type BodyCommand,
  type BodyKind,
  Breakthrough,
  Case,
  Code,
  Flow,
  WhistleCommand
} from "@louyu/casework"
import type { Money } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type { Context } from "./Context.ts"
import * as DomainForm from "./DomainForm.ts"
import { CaseworkWordUnknown, DurationInvalid, IdInvalid, NumberInvalid, PairInvalid } from "./ExchangeError.ts"
import { choice, count, type Form, id, type Reading } from "./Form.ts"
import * as ListForm from "./ListForm.ts"
import { wording } from "./RecruitmentForm.ts"
import * as Vocabulary from "./Vocabulary.ts"

/** The id of a case. */
export const caseId = id(Case.CaseId)
/** The id of a case, where something outside casework of single cases refers to it. */
export const caseRef = id(BodyCode.CaseRef)
/** The id of a body that deliberates. */
export const body = id(BodyCode.BodyId)
/** The id of a meeting. */
export const meeting = id(BodyCode.MeetingId)
/** The id of a matter on an agenda. */
export const item = id(BodyCode.ItemId)
/** The id of a proposal. */
export const proposal = id(BodyCode.ProposalId)
/** The id of a task of a body. */
export const task = id(BodyCode.TaskId)
/** The id of a milestone of a task. */
export const milestone = id(BodyCode.MilestoneId)
/** The id of a whistle. */
export const whistle = id(WhistleCommand.WhistleId)
/** The id of a task of a whistle. */
export const whistleTask = id(WhistleCommand.WhistleTaskId)
/** A short word of the city's own. */
export const word = id(Code.Code)

/** What is said of a word that is not known: the ones most like it, or all there are where none is like it. */
export const unknown = (
  sort: CaseworkWordUnknown["sort"],
  cell: string,
  vocabularies: ReadonlyArray<Vocabulary.Vocabulary<string>>,
  { advise }: Context
): Result.Result<never, CaseworkWordUnknown> => {
  const names = vocabularies.flatMap(({ words: known }) => known.flatMap((one) => [one.id, one.names.zh]))
  const near = advise(cell, names.join(), names, names.length)
  const nearest = near.length > 0 ? near : [...new Set(vocabularies.flatMap(Vocabulary.names))]
  return Result.fail(new CaseworkWordUnknown({ sort, word: cell.slice(0, 60), nearest }))
}

const isFlowId = Schema.is(Flow.FlowId)

/** A flow of the profile, by id or name. */
export const flow: Form<Flow.FlowId> = {
  names: { zh: "流程的编号或名称", en: "the id or name of a flow" },
  read: (cell, context) => {
    const { casework } = context
    if (casework === undefined) return isFlowId(cell) ? Result.succeed(cell) : Result.fail(new IdInvalid({}))
    const found = casework.flows.find(cell)
    return found === undefined ? unknown("flow", cell, [casework.flows], context) : Result.succeed(found)
  }
}

/** A kind of body of the profile, by id or name; without a profile there is none. */
export const bodyKind: Form<BodyKind.BodyKind | undefined> = {
  names: { zh: "议事组织类型的编号或名称", en: "the id or name of a kind of body" },
  read: (cell, context) => {
    const { casework } = context
    if (casework === undefined) return Result.succeed(undefined)
    const found = casework.kind(casework.bodies.find(cell) ?? "")
    return found === undefined ? unknown("bodyKind", cell, [casework.bodies], context) : Result.succeed(found)
  }
}

const units: Vocabulary.Vocabulary<Flow.Duration["unit"]> = Vocabulary.make([
  { id: "workingDays", names: { zh: "个工作日", en: "working days" }, also: ["工作日", "working day", "wd"] },
  { id: "workingHours", names: { zh: "个工作小时", en: "working hours" }, also: ["工作小时", "working hour", "wh"] },
  { id: "clockHours", names: { zh: "小时", en: "hours" }, also: ["个小时", "hour", "h"] }
])

/** A length of time as offices promise it: `2个工作日`, `4 working hours`, `24小时`. */
export const duration: Form<Flow.Duration> = {
  names: {
    zh: "时长，如 2个工作日、4个工作小时、24小时",
    en: "a length of time: 2 working days, 4 working hours, 24 hours"
  },
  read: (cell) => {
    const [, amount = "", name = ""] = /^(\d{1,6})\s*(\D+)$/u.exec(cell.normalize("NFKC")) ?? []
    const unit = units.find(name)
    return unit === undefined || Number(amount) < 1
      ? Result.fail(new DurationInvalid({}))
      : Result.succeed({ count: Number(amount), unit })
  }
}

/** Whether a matter concerns one or many. */
export const scope = choice(
  Vocabulary.of<Case.Scope>(["individual", "个性", "个性问题"], ["common", "共性", "共性问题"])
)
/** Whether a matter is settled in the building or needs more. */
export const difficulty = choice(
  Vocabulary.of<Case.Difficulty>(["ordinary", "一般", "一般问题", "普通"], ["difficult", "疑难", "疑难问题"])
)
/** How content whoever raised a matter is. */
export const rating = choice(
  Vocabulary.of<Case.Rating>(
    ["verySatisfied", "非常满意", "very satisfied"],
    ["satisfied", "满意"],
    ["basicallySatisfied", "基本满意", "basically satisfied"],
    ["dissatisfied", "不满意"],
    ["veryDissatisfied", "非常不满意", "very dissatisfied"]
  )
)
/** Why a case goes up a level. */
export const cause = choice(
  Vocabulary.of<Case.Cause>(
    ["beyondMeans", "超出能力", "beyond means"],
    ["responsibilityUnclear", "责任不清", "responsibility unclear"],
    ["stageOverdue", "环节超期", "stage overdue"],
    ["wholeOverdue", "整体超期", "whole overdue"]
  )
)
/** What a meeting decided on a matter. */
export const outcome = choice(
  Vocabulary.of<"agreed" | "rejected" | "deferred">(
    ["agreed", "同意", "通过"],
    ["rejected", "否决", "不同意"],
    ["deferred", "再议", "暂缓"]
  )
)
/** Who whistles. */
export const callerKind = choice(
  Vocabulary.of<WhistleCommand.CallerKind>(
    ["enterprise", "企业"],
    ["street", "街道"],
    ["community", "社区"],
    ["property", "物业"],
    ["owner", "业主"]
  )
)
/** How a hard problem is broken through. */
export const mode = choice(Vocabulary.make<Breakthrough.Mode>(Breakthrough.modes))
/** Whom breaking through a hard problem helps. */
export const target = choice(Vocabulary.make<Breakthrough.Target>(Breakthrough.targets))

/** A score. */
export const score: Form<number> = {
  names: { zh: "1 至 5 的整数，5 最好", en: "a whole number from 1 to 5, 5 the best" },
  read: (cell, context) =>
    Result.mapError(
      Result.flatMap(
        count(1).read(cell, context),
        (value): Reading<number> =>
          value <= 5 ? Result.succeed(value) : Result.fail(new NumberInvalid({ minimum: 1, maximum: 5 }))
      ),
      () => new NumberInvalid({ minimum: 1, maximum: 5 })
    )
}

/** An amount of money somebody gives, in yuan. */
export const contributed: Form<Money.Money> = {
  names: ListForm.money.names,
  read: (cell, context) =>
    Result.flatMap(ListForm.money.read(cell, context), (amount) =>
      amount > 0 ? Result.succeed(amount) : Result.fail(new NumberInvalid({ minimum: 1 }))
    )
}

const duty = wording(200)

/** What each of several parties does: `u-1=巡查; u-2=出资`. */
export const duties: Form<readonly [BodyCommand.Duty, ...Array<BodyCommand.Duty>]> = {
  names: { zh: "单元编号=职责；多项以分号分隔", en: "unit=what it does, several separated by semicolons" },
  read: (cell, context) => {
    const found: Array<BodyCommand.Duty> = []
    for (const [unit, words] of DomainForm.pairs(cell) ?? []) {
      const of = DomainForm.unit.read(unit, context)
      if (Result.isFailure(of)) return Result.fail(of.failure)
      const read = duty.read(words, context)
      if (Result.isFailure(read)) return Result.fail(read.failure)
      found.push({ unit: of.success, duty: read.success })
    }
    const [first, ...more] = found
    return first === undefined ? Result.fail(new PairInvalid({})) : Result.succeed([first, ...more])
  }
}
