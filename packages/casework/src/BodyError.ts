import { type PersonalData, Problem } from "@louyu/kernel"

const define = <const Tag extends string>(tag: Tag) => Problem.define("casework", tag)

const sorts = {
  body: { zh: "议事机构", en: "body" },
  meeting: { zh: "会议", en: "meeting" },
  item: { zh: "议题", en: "matter" },
  proposal: { zh: "提案", en: "proposal" },
  task: { zh: "任务", en: "task" },
  milestone: { zh: "节点", en: "milestone" },
  party: { zh: "参与方", en: "party" },
  unit: { zh: "单位", en: "unit" },
  year: { zh: "年度清单", en: "work list" }
} as const

/** What can be named by an id here. */
export type Sort = keyof typeof sorts

const listed = (ids: ReadonlyArray<string>, language: "zh" | "en"): string =>
  ids.length === 0 ? (language === "zh" ? "无" : "nothing") : ids.join(language === "zh" ? "、" : ", ")

/** Something is named that does not exist, or not on that day. */
export class BodyPartUnknown extends define("BodyPartUnknown")<{ readonly sort: Sort; readonly id: string }>((e) => ({
  zh: `没有${sorts[e.sort].zh}“${e.id}”，请检查编号或日期。`,
  en: `There is no ${sorts[e.sort].en} "${e.id}"; check the id or the date.`
})) {}

/** An id already belongs to something else. */
export class BodyIdTaken extends define("BodyIdTaken")<{ readonly sort: Sort; readonly id: string }>((e) => ({
  zh: `${sorts[e.sort].zh}“${e.id}”已经登记，请换一个编号。`,
  en: `The ${sorts[e.sort].en} "${e.id}" is there already; choose another id.`
})) {}

/** A kind of body contradicts itself. */
export class BodyKindUnsound extends define("BodyKindUnsound")<{
  readonly kind: string
  readonly ids: ReadonlyArray<string>
}>((e) => ({
  zh: `议事机构类型“${e.kind}”自相矛盾：${listed(e.ids, "zh")}，请更正。`,
  en: `The kind of body "${e.kind}" contradicts itself at ${listed(e.ids, "en")}; correct it.`
})) {}

/** There is one body of a kind at a place. */
export class PlaceHasBody extends define("PlaceHasBody")<{ readonly place: string; readonly body: string }>((e) => ({
  zh: `“${e.place}”已有同类议事机构“${e.body}”，一处只设一个。`,
  en: `"${e.place}" already has the body "${e.body}" of this kind; there is one at a place.`
})) {}

/** A body whose decisions a named unit hands out must name it, and another body must not. */
export class DispatcherUnfit extends define("DispatcherUnfit")<{ readonly body: string; readonly wanted: boolean }>(
  (e) => ({
    zh: e.wanted ? `请注明由哪个单位负责“${e.body}”的分流交办。` : `“${e.body}”由参与方交办，不能另设交办单位。`,
    en: e.wanted
      ? `Say which unit hands out what "${e.body}" decides.`
      : `What "${e.body}" decides is handed out by its parties; name no unit for it.`
  })
) {}

/** A party has all its seats taken. */
export class SeatsTaken extends define("SeatsTaken")<{
  readonly body: string
  readonly party: string
  readonly max: number
}>((e) => ({
  zh: `“${e.body}”中“${e.party}”的 ${e.max} 个席位已满。`,
  en: `All ${e.max} seats of "${e.party}" in "${e.body}" are taken.`
})) {}

/** A unit sits in a body already. */
export class AlreadySeated extends define("AlreadySeated")<{ readonly body: string; readonly unit: string }>((e) => ({
  zh: `“${e.unit}”已是“${e.body}”的成员。`,
  en: `"${e.unit}" already sits in "${e.body}".`
})) {}

/** Only members do this. */
export class NotSeated extends define("NotSeated")<{
  readonly body: string
  readonly unit: string
  readonly on: string
}>((e) => ({
  zh: `“${e.unit}”在 ${e.on} 不是“${e.body}”的成员，请先登记为成员。`,
  en: `"${e.unit}" does not sit in "${e.body}" on ${e.on}; seat it first.`
})) {}

/** A body elects no chair. */
export class ChairNotElected extends define("ChairNotElected")<{ readonly body: string; readonly kind: string }>(
  (e) => ({
    zh: `“${e.body}”属“${e.kind}”，主持人不经选举产生。`,
    en: `"${e.body}" is of kind "${e.kind}", which elects no chair.`
  })
) {}

/** Nobody can tell when a term ends. */
export class TermUndated extends define("TermUndated")<{ readonly body: string; readonly on: string }>((e) => ({
  zh: `请注明“${e.body}”理事长任期的截止日期，须晚于 ${e.on}。`,
  en: `Say when the term of the chair of "${e.body}" ends, after ${e.on}.`
})) {}

/** Something does not stand so that this could be done with it. */
export class BodyActionNotAllowed extends define("BodyActionNotAllowed")<{
  readonly sort: Sort
  readonly id: string
  readonly standing: string
  readonly action: string
  readonly allowed: ReadonlyArray<string>
}>((e) => ({
  zh: `${sorts[e.sort].zh}“${e.id}”处于“${e.standing}”，不能执行“${e.action}”；可以：${listed(e.allowed, "zh")}。`,
  en: `The ${sorts[e.sort].en} "${e.id}" is "${e.standing}"; "${e.action}" is not possible, but ${listed(e.allowed, "en")}.`
})) {}

/** Too few members came. */
export class QuorumMissing extends define("QuorumMissing")<{
  readonly meeting: string
  readonly present: number
  readonly needed: number
}>((e) => ({
  zh: `会议“${e.meeting}”到会 ${e.present} 家，须有 ${e.needed} 家方可决定；请补登到会单位或延期。`,
  en: `${e.present} members came to meeting "${e.meeting}", ${e.needed} are needed to decide; record who else came, or put it off.`
})) {}

/** A unit may not hand out what a body decides. */
export class DispatchNotAllowed extends define("DispatchNotAllowed")<{
  readonly body: string
  readonly by: string
  readonly allowed: ReadonlyArray<string>
}>((e) => ({
  zh: `“${e.by}”无权交办“${e.body}”的决定；可由 ${listed(e.allowed, "zh")} 交办。`,
  en: `"${e.by}" may not hand out what "${e.body}" decides; ${listed(e.allowed, "en")} may.`
})) {}

/** A task has exactly one lead. */
export class TaskHasLead extends define("TaskHasLead")<{ readonly task: string; readonly lead: string }>((e) => ({
  zh: `任务“${e.task}”已由“${e.lead}”领办，每项任务只有一个领办单位。`,
  en: `Task "${e.task}" is led by "${e.lead}" already; a task has one lead.`
})) {}

/** Only the lead of a task does this. */
export class NotTaskLead extends define("NotTaskLead")<{
  readonly task: string
  readonly by: string
  readonly lead: string
}>((e) => ({
  zh: `任务“${e.task}”由“${e.lead}”领办，不能由“${e.by}”办理。`,
  en: `Task "${e.task}" is led by "${e.lead}"; "${e.by}" cannot do this.`
})) {}

/** A milestone is reached once. */
export class MilestonePassed extends define("MilestonePassed")<{
  readonly task: string
  readonly milestone: string
  readonly on: string
}>((e) => ({
  zh: `任务“${e.task}”的节点“${e.milestone}”已于 ${e.on} 完成，无须再报。`,
  en: `Milestone "${e.milestone}" of task "${e.task}" was reached on ${e.on}; there is nothing more to say.`
})) {}

/** A list of a year holds more than its body takes on. */
export class WorkListTooLong extends define("WorkListTooLong")<{
  readonly body: string
  readonly year: number
  readonly listed: number
  readonly max: number
}>((e) => ({
  zh: `“${e.body}”${e.year} 年清单有 ${e.listed} 项，最多 ${e.max} 项；请精简后再公布。`,
  en: `The list of "${e.body}" for ${e.year} holds ${e.listed} tasks, at most ${e.max} may be on it; shorten it.`
})) {}

/** Parties that carry everything together are not all in a task. */
export class PartyMissing extends define("PartyMissing")<{
  readonly task: string
  readonly parties: ReadonlyArray<string>
}>((e) => ({
  zh: `任务“${e.task}”由各方共管，还缺：${listed(e.parties, "zh")}；请为其安排牵头、协办或职责。`,
  en: `Task "${e.task}" is carried by several parties together; missing: ${listed(e.parties, "en")}. Give each a part in it.`
})) {}

/** A matter cannot be closed before somebody looked whether the result is good. */
export class ItemFollowUpMissing extends define("ItemFollowUpMissing")<{ readonly item: string }>((e) => ({
  zh: `议题“${e.item}”尚无满意的回访记录，请先回访再办结。`,
  en: `Matter "${e.item}" has no follow-up that found the result good; follow up before closing it.`
})) {}

/** A matter is not done: nothing was handed out, or not everything is fulfilled. */
export class ItemNotDone extends define("ItemNotDone")<{ readonly item: string; readonly open: ReadonlyArray<string> }>(
  (e) => ({
    zh:
      e.open.length === 0
        ? `议题“${e.item}”尚未交办，请先交办。`
        : `议题“${e.item}”还有任务未完成：${listed(e.open, "zh")}。`,
    en:
      e.open.length === 0
        ? `Matter "${e.item}" was not handed out yet; hand it out first.`
        : `Tasks of matter "${e.item}" are not fulfilled: ${listed(e.open, "en")}.`
  })
) {}

/** A meeting of this kind ends only when all it agreed on is handed out. */
export class MeetingNotAssigned extends define("MeetingNotAssigned")<{
  readonly meeting: string
  readonly items: ReadonlyArray<string>
}>((e) => ({
  zh: `会议“${e.meeting}”议定的 ${listed(e.items, "zh")} 尚未交办，请交办后再散会。`,
  en: `Meeting "${e.meeting}" agreed on ${listed(e.items, "en")}; hand them out before it ends.`
})) {}

/** Time does not run backwards. */
export class BodyOutOfOrder extends define("BodyOutOfOrder")<{
  readonly sort: Sort
  readonly id: string
  readonly on: string
  readonly last: string
}>((e) => ({
  zh: `${sorts[e.sort].zh}“${e.id}”已记到 ${e.last}，不能再登记 ${e.on} 的事项，请检查日期。`,
  en: `The ${sorts[e.sort].en} "${e.id}" is known up to ${e.last}; ${e.on} is not possible, check the date.`
})) {}

/** A text seems to hold personal data. */
export class BodyTextPersonal extends define("BodyTextPersonal")<{
  readonly id: string
  readonly traces: ReadonlyArray<PersonalData.Trace>
}>((e) => ({
  zh: `“${e.id}”的文字中疑有个人信息（${e.traces.join("、")}），请删去后重试。`,
  en: `The text of "${e.id}" seems to hold personal data (${e.traces.join(", ")}); take it out and try again.`
})) {}

/** Every reason for which something about bodies is refused. */
export type BodyError =
  | BodyPartUnknown
  | BodyIdTaken
  | BodyKindUnsound
  | PlaceHasBody
  | DispatcherUnfit
  | SeatsTaken
  | AlreadySeated
  | NotSeated
  | ChairNotElected
  | TermUndated
  | BodyActionNotAllowed
  | QuorumMissing
  | DispatchNotAllowed
  | TaskHasLead
  | NotTaskLead
  | MilestonePassed
  | WorkListTooLong
  | PartyMissing
  | ItemFollowUpMissing
  | ItemNotDone
  | MeetingNotAssigned
  | BodyOutOfOrder
  | BodyTextPersonal
