import { type KernelError, type PersonalData, Problem } from "@louyu/kernel"

const define = <const Tag extends string>(tag: Tag) => Problem.define("recruitment", tag)

const sorts = {
  pipeline: { zh: "流程", en: "pipeline" },
  stage: { zh: "阶段", en: "stage" },
  exit: { zh: "退出方式", en: "way out" },
  prospect: { zh: "线索", en: "prospect" },
  liaison: { zh: "招商联络员", en: "liaison" },
  contact: { zh: "联系记录", en: "contact" },
  followUp: { zh: "跟进计划", en: "follow-up" },
  unit: { zh: "单元", en: "unit" },
  office: { zh: "过渡办公空间", en: "transitional office" },
  stay: { zh: "过渡办公", en: "stay" }
} as const

/** What can be named by an id here. */
export type Sort = keyof typeof sorts

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

/** A pipeline contradicts itself. */
export class PipelineUnsound extends define("PipelineUnsound")<{
  readonly pipeline: string
  readonly ids: ReadonlyArray<string>
}>((e) => ({
  zh: `流程“${e.pipeline}”自相矛盾：${e.ids.map((id) => `“${id}”`).join("、")}重复或不存在，请更正。`,
  en: `Pipeline "${e.pipeline}" contradicts itself: ${e.ids.join(", ")} is given twice or does not exist; correct it.`
})) {}

/** A version of a pipeline must be newer than the one in force, and not begin before it. */
export class VersionNotNewer extends define("VersionNotNewer")<{
  readonly pipeline: string
  readonly version: number
  readonly known: number
}>((e) => ({
  zh: `流程“${e.pipeline}”已有第 ${e.known} 版，新版的版本号须更大且生效不早于它（现为 ${e.version}）。`,
  en: `Pipeline "${e.pipeline}" has version ${e.known}; a newer one needs a higher number than ${e.version} and may not begin before it.`
})) {}

/** A new version has no place for prospects of the old one. */
export class StageAbandoned extends define("StageAbandoned")<{
  readonly pipeline: string
  readonly stage: string
  readonly prospects: number
}>((e) => ({
  zh: `新版流程“${e.pipeline}”没有阶段“${e.stage}”，但有 ${e.prospects} 条线索处于该阶段，请注明转入哪个阶段。`,
  en: `The new version of "${e.pipeline}" has no stage "${e.stage}", where ${e.prospects} prospects are; say which stage they go on to.`
})) {}

/** The pipeline does not allow a move. */
export class MoveNotAllowed extends define("MoveNotAllowed")<{
  readonly prospect: string
  readonly from: string
  readonly to: string
  readonly allowed: ReadonlyArray<string>
}>((e) => ({
  zh: `线索“${e.prospect}”不能从“${e.from}”到“${e.to}”；可以：${e.allowed.join("、") || "无"}。`,
  en: `Prospect "${e.prospect}" cannot go from "${e.from}" to "${e.to}"; allowed: ${e.allowed.join(", ") || "nothing"}.`
})) {}

/** A stage cannot be entered because papers are missing. */
export class EvidenceMissing extends define("EvidenceMissing")<{
  readonly prospect: string
  readonly to: string
  readonly missing: ReadonlyArray<string>
}>((e) => ({
  zh: `线索“${e.prospect}”进入“${e.to}”前须先提交：${e.missing.join("、")}。`,
  en: `Before prospect "${e.prospect}" enters "${e.to}", file: ${e.missing.join(", ")}.`
})) {}

const signs = {
  uscc: { zh: "统一社会信用代码", en: "social credit code" },
  name: { zh: "名称", en: "name" },
  contact: { zh: "联系人", en: "person to talk to" }
} as const

/** What makes two prospects look like one. */
export type Sign = keyof typeof signs

/** A prospect looks like one that is there already. */
export class ProspectDuplicate extends define("ProspectDuplicate")<{
  readonly prospect: string
  readonly of: string
  readonly by: Sign
}>((e) => ({
  zh: `线索“${e.prospect}”与“${e.of}”的${signs[e.by].zh}相同：请继续跟进“${e.of}”，或注明二者不同。`,
  en: `Prospect "${e.prospect}" has the ${signs[e.by].en} of "${e.of}": go on with "${e.of}", or say that they are distinct.`
})) {}

/** A contact cannot be later than the day it is told. */
export class ContactInFuture extends define("ContactInFuture")<{
  readonly contact: string
  readonly at: string
  readonly on: string
}>((e) => ({
  zh: `联系记录“${e.contact}”的日期 ${e.at} 晚于登记日 ${e.on}；今后的联系请登记为跟进计划。`,
  en: `Contact "${e.contact}" is on ${e.at}, after ${e.on}, when it was told; plan a follow-up for what is to come.`
})) {}

/** Whoever lets a prospect go says why, in one of the words of the pipeline. */
export class ExitReasonMissing extends define("ExitReasonMissing")<{
  readonly prospect: string
  readonly exit: string
  readonly allowed: ReadonlyArray<string>
}>((e) => ({
  zh: `请说明线索“${e.prospect}”“${e.exit}”的原因，可选：${e.allowed.join("、")}。`,
  en: `Say why prospect "${e.prospect}" goes by "${e.exit}": one of ${e.allowed.join(", ")}.`
})) {}

/** A way out is not open at a stage. */
export class ExitNotAllowed extends define("ExitNotAllowed")<{
  readonly prospect: string
  readonly exit: string
  readonly stage: string
}>((e) => ({
  zh: `线索“${e.prospect}”处于“${e.stage}”，不能以“${e.exit}”退出。`,
  en: `Prospect "${e.prospect}" is at "${e.stage}", where there is no way out "${e.exit}".`
})) {}

/** A prospect that was let go cannot be taken up again. */
export class ReopenNotAllowed extends define("ReopenNotAllowed")<{
  readonly prospect: string
  readonly exit: string
  readonly until: string | undefined
}>((e) => ({
  zh:
    e.until === undefined
      ? `以“${e.exit}”退出的线索“${e.prospect}”不能重新打开，请新建一条。`
      : `线索“${e.prospect}”只能在 ${e.until} 之前重新打开，请新建一条。`,
  en:
    e.until === undefined
      ? `Prospect "${e.prospect}" went by "${e.exit}", which is final; open a new one.`
      : `Prospect "${e.prospect}" could be reopened before ${e.until}; open a new one.`
})) {}

/** What is asked does not fit where something stands. */
export class NotPossible extends define("NotPossible")<{
  readonly sort: Sort
  readonly id: string
  readonly status: string
  readonly action: string
}>((e) => ({
  zh: `${sorts[e.sort].zh}“${e.id}”目前为“${e.status}”，不能执行“${e.action}”。`,
  en: `${sorts[e.sort].en} "${e.id}" is "${e.status}"; "${e.action}" is not possible now.`
})) {}

/** The steps of a prospect are told in their order. */
export class OutOfOrder extends define("OutOfOrder")<{
  readonly id: string
  readonly on: string
  readonly last: string
}>((e) => ({
  zh: `“${e.id}”在 ${e.last} 已有更新的记录，${e.on} 的变更须早先登记；请检查日期。`,
  en: `"${e.id}" was changed on ${e.last}, so nothing can be entered for ${e.on} any more; check the date.`
})) {}

const limits = {
  capacity: { zh: "已达承接上限", en: "has as many as can be looked after" },
  optOut: { zh: "当日不接新线索", en: "takes no new ones that day" },
  waiting: { zh: "刚退回该线索，等候期未满", en: "gave it back too recently" },
  picks: { zh: "近期领取已达上限", en: "took as many lately as is allowed" },
  scope: { zh: "不负责该流程", en: "does not look after this pipeline" }
} as const

/** A rule that keeps a prospect from somebody. */
export type Limit = keyof typeof limits

/** A rule of the pool keeps a prospect from somebody. */
export class LiaisonUnavailable extends define("LiaisonUnavailable")<{
  readonly prospect: string
  readonly liaison: string
  readonly limit: Limit
}>((e) => ({
  zh: `“${e.liaison}”${limits[e.limit].zh}，不能承接线索“${e.prospect}”；请换人或注明例外。`,
  en: `"${e.liaison}" ${limits[e.limit].en}; give prospect "${e.prospect}" to somebody else, or declare an exception.`
})) {}

/** A prospect that is a person goes by no name, and one that is not by some name. */
export class NameNotFitting extends define("NameNotFitting")<{
  readonly prospect: string
  readonly subject: string
}>((e) => ({
  zh:
    e.subject === "person"
      ? `线索“${e.prospect}”是个人：请只登记联系人编号，姓名保存在保险库。`
      : `请登记线索“${e.prospect}”的名称或对应单元。`,
  en:
    e.subject === "person"
      ? `Prospect "${e.prospect}" is a person: give only the id of the contact; the name belongs in the vault.`
      : `Give prospect "${e.prospect}" a name, or the unit it is.`
})) {}

/** A text holds something that leads to a person. */
export class PersonalDataFound extends define("PersonalDataFound")<{
  readonly id: string
  readonly traces: ReadonlyArray<PersonalData.Trace>
}>((e) => ({
  zh: `“${e.id}”的文字中疑有个人信息（${e.traces.join("、")}），请删去后重试。`,
  en: `The text of "${e.id}" seems to hold personal data (${e.traces.join(", ")}); take it out and try again.`
})) {}

/** Every reason for which something about prospects is refused. */
export type RecruitmentError =
  | NotFound
  | IdTaken
  | PipelineUnsound
  | VersionNotNewer
  | StageAbandoned
  | MoveNotAllowed
  | EvidenceMissing
  | ProspectDuplicate
  | ContactInFuture
  | ExitReasonMissing
  | ExitNotAllowed
  | ReopenNotAllowed
  | NotPossible
  | OutOfOrder
  | LiaisonUnavailable
  | NameNotFitting
  | PersonalDataFound
  | KernelError.PeriodReversed
