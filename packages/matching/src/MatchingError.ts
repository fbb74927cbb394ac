import type { KernelError } from "@louyu/kernel"
import { type PersonalData, Problem } from "@louyu/kernel"
import type { EligibilityError } from "./EligibilityError.ts"

const define = <const Tag extends string>(tag: Tag) => Problem.define("matching", tag)

const sorts = {
  list: { zh: "服务清单", en: "service list" },
  item: { zh: "服务事项", en: "service item" },
  category: { zh: "类别", en: "category" },
  unit: { zh: "单元", en: "unit" },
  resource: { zh: "资源", en: "resource" },
  need: { zh: "需求", en: "need" },
  match: { zh: "对接", en: "match" },
  project: { zh: "项目", en: "project" },
  fair: { zh: "对接活动", en: "fair" },
  product: { zh: "产品", en: "product" },
  institution: { zh: "机构", en: "institution" },
  application: { zh: "申请", en: "application" },
  posting: { zh: "供需信息", en: "posting" },
  partnership: { zh: "合作", en: "partnership" },
  chain: { zh: "产业链", en: "industry chain" },
  position: { zh: "产业链环节", en: "position of the chain" }
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

/** A version of a list names the same item twice. */
export class CodeRepeated extends define("CodeRepeated")<{ readonly list: string; readonly code: string }>((e) => ({
  zh: `服务清单“${e.list}”中编号“${e.code}”出现两次，请改为不同编号。`,
  en: `Service list "${e.list}" has the code "${e.code}" twice; give each item its own.`
})) {}

/** A version of a list must be newer than the one in force. */
export class VersionNotNewer extends define("VersionNotNewer")<{
  readonly list: string
  readonly version: number
  readonly known: number
}>((e) => ({
  zh: `服务清单“${e.list}”已有第 ${e.known} 版，新版的版本号须更大（现为 ${e.version}）。`,
  en: `Service list "${e.list}" has version ${e.known} already; a newer one needs a higher number than ${e.version}.`
})) {}

/** More is asked of an offer than it has at some time. */
export class OverCapacity extends define("OverCapacity")<{
  readonly offer: string
  readonly on: string
  readonly amount: number
  readonly used: number
  readonly unit: string
}>((e) => ({
  zh: `“${e.offer}”自 ${e.on} 起将占用 ${e.used} ${e.unit}，超过容量 ${e.amount}；请减少数量、改期或换一处。`,
  en: `From ${e.on} on "${e.offer}" would be used for ${e.used} ${e.unit}, more than the ${e.amount} it has; ask for less, another time, or elsewhere.`
})) {}

/** The offer is not there on that day. */
export class NotOffered extends define("NotOffered")<{ readonly offer: string; readonly on: string }>((e) => ({
  zh: `${e.on} “${e.offer}”不可用（未提供、已撤回或未生效）。`,
  en: `"${e.offer}" is not to be had on ${e.on} (not offered, withdrawn, or not yet valid).`
})) {}

/** More is matched or delivered than was needed or agreed. */
export class AmountExceeded extends define("AmountExceeded")<{
  readonly sort: Sort
  readonly id: string
  readonly asked: number
  readonly left: number
}>((e) => ({
  zh: `${sorts[e.sort].zh}“${e.id}”还可安排 ${e.left}，不能再安排 ${e.asked}。`,
  en: `Only ${e.left} of ${sorts[e.sort].en} "${e.id}" is left, ${e.asked} cannot be given.`
})) {}

/** A need that may not be met in parts was matched in part. */
export class NeedIndivisible extends define("NeedIndivisible")<{
  readonly need: string
  readonly quantity: number
}>((e) => ({
  zh: `需求“${e.need}”须一次满足 ${e.quantity}，不可分批；请整体安排，或将其登记为可分批。`,
  en: `Need "${e.need}" must be met as a whole, ${e.quantity}; match all of it, or register it as divisible.`
})) {}

/** What is asked for does not go with where something stands. */
export class NotPossible extends define("NotPossible")<{
  readonly sort: Sort
  readonly id: string
  readonly status: string
  readonly action: string
}>((e) => ({
  zh: `${sorts[e.sort].zh}“${e.id}”目前为 ${e.status}，不能执行 ${e.action}。`,
  en: `${sorts[e.sort].en} "${e.id}" is ${e.status}; ${e.action} is not possible now.`
})) {}

/** A need is in one open project at most. */
export class NeedInProject extends define("NeedInProject")<{ readonly need: string; readonly project: string }>(
  (e) => ({
    zh: `需求“${e.need}”已在进行中的项目“${e.project}”内，请先合并项目或移出该需求。`,
    en: `Need "${e.need}" is in project "${e.project}", which is open; merge the projects or take the need out first.`
  })
) {}

/** A project lacks what it takes to go on. */
export class ProjectIncomplete extends define("ProjectIncomplete")<{
  readonly project: string
  readonly missing: ReadonlyArray<"resources" | "beneficiaries" | "needs">
}>((e) => {
  const words = {
    resources: ["资源", "resources"],
    beneficiaries: ["受益人数", "beneficiaries"],
    needs: ["需求", "needs"]
  }
  return {
    zh: `项目“${e.project}”还缺：${e.missing.map((one) => words[one][0]).join("、")}。`,
    en: `Project "${e.project}" still lacks ${e.missing.map((one) => words[one][1]).join(", ")}.`
  }
}) {}

/** A rating is outside its scale. */
export class RatingOutOfScale extends define("RatingOutOfScale")<{ readonly match: string; readonly stars: number }>(
  (e) => ({
    zh: `对接“${e.match}”的评分 ${e.stars} 超出范围，应为 1 至 5。`,
    en: `The rating ${e.stars} of match "${e.match}" is outside the scale from 1 to 5.`
  })
) {}

/** A text holds what leads to a person; texts are recorded for good, so it does not belong there. */
export class PersonalDataFound extends define("PersonalDataFound")<{
  readonly id: string
  readonly traces: ReadonlyArray<PersonalData.Trace>
}>((e) => ({
  zh: `“${e.id}”的文字中似有个人信息（${e.traces.join("、")}），请删去后再登记；联系方式请登记在人员库。`,
  en: `The text of "${e.id}" seems to hold personal data (${e.traces.join(", ")}); leave it out, and keep contacts with the people.`
})) {}

/** The least amount of a product is above its most. */
export class RangeReversed extends define("RangeReversed")<{ readonly product: string }>((e) => ({
  zh: `产品“${e.product}”的最低金额高于最高金额，请更正。`,
  en: `The least amount of product "${e.product}" is above the most; correct it.`
})) {}

/** An amount is outside the range of its product. */
export class AmountOutOfRange extends define("AmountOutOfRange")<{
  readonly product: string
  readonly least: number
  readonly most: number
}>((e) => ({
  zh: `产品“${e.product}”的金额须在 ${e.least / 100} 元至 ${e.most / 100} 元之间。`,
  en: `The amount for product "${e.product}" must be between ${e.least / 100} and ${e.most / 100} yuan.`
})) {}

/** Two enterprises are needed, and both are the same. */
export class OneEnterprise extends define("OneEnterprise")<{ readonly enterprise: string }>((e) => ({
  zh: `供需双方均为“${e.enterprise}”，请更正其中一方。`,
  en: `Both sides are "${e.enterprise}"; correct one of them.`
})) {}

/** Every reason for which the lists refuse a command. */
export type MatchingError =
  | NotFound
  | IdTaken
  | CodeRepeated
  | VersionNotNewer
  | OverCapacity
  | NotOffered
  | AmountExceeded
  | NeedIndivisible
  | NotPossible
  | NeedInProject
  | ProjectIncomplete
  | RatingOutOfScale
  | PersonalDataFound
  | RangeReversed
  | AmountOutOfRange
  | OneEnterprise
  | EligibilityError
  | KernelError.PeriodReversed
