import { type PersonalData, Problem } from "@louyu/kernel"

const define = <const Tag extends string>(tag: Tag) => Problem.define("casework", tag)

const sorts = {
  case: { zh: "事项", en: "case" },
  flow: { zh: "流程", en: "flow" },
  category: { zh: "类别", en: "category" },
  channel: { zh: "渠道", en: "channel" },
  level: { zh: "层级", en: "level" },
  unit: { zh: "单元", en: "unit" },
  task: { zh: "任务", en: "task" },
  plan: { zh: "方案", en: "plan" },
  survey: { zh: "踏勘", en: "survey" }
} as const

/** What can be named by an id here. */
export type Sort = keyof typeof sorts

const listed = (ids: ReadonlyArray<string>, none: string): string => ids.join(", ") || none

/** Something is named that does not exist, or not on that day. */
export class NotFound extends define("NotFound")<{ readonly sort: Sort; readonly id: string }>((e) => ({
  zh: `没有${sorts[e.sort].zh}“${e.id}”，请检查编号或日期。`,
  en: `There is no ${sorts[e.sort].en} "${e.id}"; check the id or the date.`
})) {}

/** An id already belongs to something else. */
export class IdTaken extends define("IdTaken")<{ readonly sort: Sort; readonly id: string }>((e) => ({
  zh: `${sorts[e.sort].zh}编号“${e.id}”已用于另一条记录，请换一个。`,
  en: `The ${sorts[e.sort].en} id "${e.id}" already belongs to something else; choose another one.`
})) {}

/** A flow contradicts itself. */
export class FlowUnsound extends define("FlowUnsound")<{
  readonly flow: string
  readonly ids: ReadonlyArray<string>
}>((e) => ({
  zh: `流程“${e.flow}”自相矛盾，请更正：${e.ids.join("、")}。`,
  en: `Flow "${e.flow}" contradicts itself at ${e.ids.join(", ")}; correct it.`
})) {}

/** The flow does not allow an action where a case stands. */
export class ActionNotAllowed extends define("ActionNotAllowed")<{
  readonly case: string
  readonly action: string
  readonly stage: string
  readonly standing: string
  readonly allowed: ReadonlyArray<string>
}>((e) => ({
  zh: `事项“${e.case}”处于“${e.stage}”（${e.standing}），不能执行“${e.action}”；可以：${e.allowed.join("、") || "无"}。`,
  en: `Case "${e.case}" is at "${e.stage}" (${e.standing}), where "${e.action}" is not possible; allowed: ${listed(e.allowed, "nothing")}.`
})) {}

/** A case moves only forward in time. */
export class OutOfOrder extends define("OutOfOrder")<{
  readonly case: string
  readonly at: number
  readonly last: number
}>((e) => ({
  zh: `事项“${e.case}”已有更晚的记录（${new Date(e.last).toISOString()}），不能登记 ${new Date(e.at).toISOString()} 的变更；请检查时间。`,
  en: `Case "${e.case}" was changed at ${new Date(e.last).toISOString()}, so nothing can be entered for ${new Date(e.at).toISOString()} any more; check the time.`
})) {}

/** Something has to be on file first. */
export class EvidenceMissing extends define("EvidenceMissing")<{
  readonly case: string
  readonly action: string
  readonly missing: ReadonlyArray<string>
}>((e) => ({
  zh: `事项“${e.case}”执行“${e.action}”前须先提交：${e.missing.join("、")}。`,
  en: `Before "${e.action}" of case "${e.case}", file: ${e.missing.join(", ")}.`
})) {}

/** A case cannot be closed before somebody asked whoever raised it. */
export class FollowUpMissing extends define("FollowUpMissing")<{ readonly case: string }>((e) => ({
  zh: `事项“${e.case}”尚未回访，不能办结；请先回访提出人。`,
  en: `Nobody has followed up case "${e.case}" yet; ask whoever raised it before closing it.`
})) {}

/** A reason is not one of those of the flow, or not at that stage. */
export class ReasonNotAllowed extends define("ReasonNotAllowed")<{
  readonly case: string
  readonly reason: string
  readonly allowed: ReadonlyArray<string>
}>((e) => ({
  zh: `事项“${e.case}”此时不能以“${e.reason}”为由；可选：${e.allowed.join("、") || "无"}。`,
  en: `"${e.reason}" is no reason for case "${e.case}" at this point; choose one of ${listed(e.allowed, "none")}.`
})) {}

/** Only a body that has the right to may dispatch. */
export class DispatchNotAuthorised extends define("DispatchNotAuthorised")<{
  readonly case: string
  readonly by: string
}>((e) => ({
  zh: `“${e.by}”无权交办事项“${e.case}”，请由有交办权的组织交办。`,
  en: `"${e.by}" may not dispatch case "${e.case}"; let a body that has the right to do so.`
})) {}

/** The flow does not bring cases to whoever does them in that way. */
export class ModeNotAllowed extends define("ModeNotAllowed")<{
  readonly case: string
  readonly mode: string
  readonly allowed: ReadonlyArray<string>
}>((e) => ({
  zh: `事项“${e.case}”的流程不采用“${e.mode}”的派单方式；可用：${e.allowed.join("、")}。`,
  en: `The flow of case "${e.case}" does not know "${e.mode}" as a way to whoever does it; use ${listed(e.allowed, "none")}.`
})) {}

/** A case can be taken only while nobody handles it. */
export class CaseHasHandler extends define("CaseHasHandler")<{ readonly case: string; readonly handler: string }>(
  (e) => ({
    zh: `事项“${e.case}”已由“${e.handler}”办理，不能再领取；如须换人请改派。`,
    en: `"${e.handler}" handles case "${e.case}" already; reroute it if somebody else is to.`
  })
) {}

/** Somebody reports in who was not called. */
export class NotCalled extends define("NotCalled")<{ readonly case: string; readonly by: string }>((e) => ({
  zh: `事项“${e.case}”未交办给“${e.by}”，无须报到；请检查单位。`,
  en: `"${e.by}" was not called for case "${e.case}"; check the unit.`
})) {}

/** A closed case cannot be taken up again. */
export class ReopenNotAllowed extends define("ReopenNotAllowed")<{
  readonly case: string
  readonly until: string | undefined
}>((e) => ({
  zh:
    e.until === undefined
      ? `事项“${e.case}”的流程不允许重新办理，请另行提出。`
      : `事项“${e.case}”只能在 ${e.until} 及以前申请重新办理，请另行提出。`,
  en:
    e.until === undefined
      ? `The flow of case "${e.case}" takes nothing up again; raise a new one.`
      : `Case "${e.case}" could be taken up again until ${e.until}; raise a new one.`
})) {}

/** A case goes up the ladder one level at a time. */
export class LevelSkipped extends define("LevelSkipped")<{
  readonly case: string
  readonly to: string
  readonly next: string | undefined
}>((e) => ({
  zh:
    e.next === undefined
      ? `事项“${e.case}”已在最高层级，不能再上报。`
      : `事项“${e.case}”须逐级上报，下一级是“${e.next}”，不是“${e.to}”。`,
  en:
    e.next === undefined
      ? `Case "${e.case}" is at the highest level and cannot go further up.`
      : `Case "${e.case}" goes up one level at a time: next to "${e.next}", not to "${e.to}".`
})) {}

/** Of the tasks of a case exactly one leads. */
export class LeadsWrong extends define("LeadsWrong")<{ readonly case: string; readonly leads: ReadonlyArray<string> }>(
  (e) => ({
    zh: `事项“${e.case}”须有且只有一个牵头单位，现有 ${e.leads.length} 个${e.leads.length === 0 ? "" : `：${e.leads.join("、")}`}。`,
    en: `Exactly one department leads case "${e.case}"; there are ${e.leads.length}${e.leads.length === 0 ? "" : `: ${e.leads.join(", ")}`}.`
  })
) {}

/** A case is done when all its tasks are. */
export class TasksOpen extends define("TasksOpen")<{ readonly case: string; readonly tasks: ReadonlyArray<string> }>(
  (e) => ({
    zh: `事项“${e.case}”还有任务未完成：${e.tasks.join("、")}。`,
    en: `Tasks of case "${e.case}" are not done yet: ${e.tasks.join(", ")}.`
  })
) {}

/** A plan can be approved when every department cleared it. */
export class ClearanceMissing extends define("ClearanceMissing")<{
  readonly case: string
  readonly plan: string
  readonly missing: ReadonlyArray<string>
}>((e) => ({
  zh: `事项“${e.case}”的方案“${e.plan}”尚未获以下单位同意：${e.missing.join("、")}。`,
  en: `Plan "${e.plan}" of case "${e.case}" is not cleared yet by ${e.missing.join(", ")}.`
})) {}

/** A case needs a plan that was approved. */
export class PlanMissing extends define("PlanMissing")<{ readonly case: string; readonly action: string }>((e) => ({
  zh: `事项“${e.case}”执行“${e.action}”前须有已批准的方案。`,
  en: `Before "${e.action}", case "${e.case}" needs a plan that was approved.`
})) {}

/** A matter of many has to come to a meeting first. Source: P-30. */
export class DeliberationMissing extends define("DeliberationMissing")<{
  readonly case: string
  readonly action: string
}>((e) => ({
  zh: `事项“${e.case}”为共性问题，执行“${e.action}”前须先经会议商议。`,
  en: `Case "${e.case}" is a matter of many; before "${e.action}" it has to be discussed at a meeting.`
})) {}

/** More time has to be asked for before the time is over. */
export class ExtensionTooLate extends define("ExtensionTooLate")<{ readonly case: string; readonly by: number }>(
  (e) => ({
    zh: `事项“${e.case}”的期限已于 ${new Date(e.by).toISOString()} 届满，延期须在届满前申请。`,
    en: `Case "${e.case}" was due at ${new Date(e.by).toISOString()}; more time has to be asked for before that.`
  })
) {}

/** Two cases cannot be made one, or two again. */
export class MergeNotPossible extends define("MergeNotPossible")<{ readonly case: string; readonly with: string }>(
  (e) => ({
    zh: `事项“${e.case}”与“${e.with}”不能合并或拆分，请检查二者的编号和状态。`,
    en: `Cases "${e.case}" and "${e.with}" cannot be merged or separated; check their ids and where they stand.`
  })
) {}

/** A text holds something that leads to a person. */
export class PersonalDataFound extends define("PersonalDataFound")<{
  readonly id: string
  readonly traces: ReadonlyArray<PersonalData.Trace>
}>((e) => ({
  zh: `“${e.id}”的文字中疑有个人信息（${e.traces.join("、")}），请删去后重试。`,
  en: `The text of "${e.id}" seems to hold personal data (${e.traces.join(", ")}); take it out and try again.`
})) {}

/** Every reason for which something about a case is refused. */
export type CaseworkError =
  | NotFound
  | IdTaken
  | FlowUnsound
  | ActionNotAllowed
  | OutOfOrder
  | EvidenceMissing
  | FollowUpMissing
  | ReasonNotAllowed
  | DispatchNotAuthorised
  | ModeNotAllowed
  | CaseHasHandler
  | NotCalled
  | ReopenNotAllowed
  | LevelSkipped
  | LeadsWrong
  | TasksOpen
  | ClearanceMissing
  | DeliberationMissing
  | PlanMissing
  | ExtensionTooLate
  | MergeNotPossible
  | PersonalDataFound
