import { Problem } from "@louyu/kernel"

const define = <const Tag extends string>(tag: Tag) => Problem.define("matching", tag)

/** Why a quota cannot be kept. */
const quotaReason = {
  unknownCluster: {
    zh: () => "没有项目属于该类别",
    en: () => "no project is in this cluster"
  },
  tooFewProjects: {
    zh: (has: number, needs: number) => `至少要选 ${needs} 个，但只有 ${has} 个项目`,
    en: (has: number, needs: number) => `it asks for ${needs} projects at least and there are ${has}`
  },
  crossed: {
    zh: (has: number, needs: number) => `下限 ${needs} 高于上限 ${has}`,
    en: (has: number, needs: number) => `its minimum of ${needs} is above its maximum of ${has}`
  },
  tooManyInAll: {
    zh: (has: number, needs: number) => `到该类别为止下限之和为 ${needs}，超过总数 ${has}`,
    en: (has: number, needs: number) => `up to it the minimums ask for ${needs} projects and ${has} may be chosen`
  },
  notWhole: {
    zh: () => "上下限须为不小于 0 的整数",
    en: () => "its limits must be whole numbers from 0 on"
  }
} as const

/** A quota that nothing can keep. */
export class QuotaInfeasible extends define("QuotaInfeasible")<{
  readonly cluster: string
  readonly reason: keyof typeof quotaReason
  readonly has: number
  readonly needs: number
}>((e) => ({
  zh: `类别“${e.cluster}”的名额无法满足：${quotaReason[e.reason].zh(e.has, e.needs)}，请调整名额。`,
  en: `The quota of cluster "${e.cluster}" cannot be kept: ${quotaReason[e.reason].en(e.has, e.needs)}; change the quota.`
})) {}

/** Even the cheapest projects that keep all quotas cost more than there is. */
export class BudgetTooSmall extends define("BudgetTooSmall")<{
  readonly budget: number
  readonly needed: number
}>((e) => ({
  zh: `预算 ${e.budget} 不足：满足各类别名额至少需要 ${e.needed}，请增加预算或降低名额。`,
  en: `The budget of ${e.budget} does not do: the quotas alone cost ${e.needed} at least; raise the budget or lower a quota.`
})) {}

const number = {
  choose: { zh: "入选数", en: "number to choose" },
  budget: { zh: "预算", en: "budget" },
  cost: { zh: "费用", en: "cost" },
  weight: { zh: "权重", en: "weight" }
} as const

/** Costs, weights, the budget and the number to choose are whole numbers from 0 on. */
export class SelectionNumberRejected extends define("SelectionNumberRejected")<{
  readonly what: keyof typeof number
  readonly id: string
  readonly value: number
}>((e) => ({
  zh: `${e.id === "" ? "" : `“${e.id}”的`}${number[e.what].zh} ${e.value} 无效，须为不小于 0 的整数。`,
  en: `The ${number[e.what].en}${e.id === "" ? "" : ` of "${e.id}"`} is ${e.value}; give a whole number from 0 on.`
})) {}

/** Two projects have one id, or two quotas are for one cluster. */
export class SelectionEntryRepeated extends define("SelectionEntryRepeated")<{
  readonly what: "project" | "quota"
  readonly id: string
}>((e) => ({
  zh: `${e.what === "project" ? "项目" : "名额"}“${e.id}”出现了两次，请去掉一个。`,
  en: `The ${e.what} "${e.id}" appears twice; leave one out.`
})) {}

/** What can be wrong with a selection. */
export type SelectionError = QuotaInfeasible | BudgetTooSmall | SelectionNumberRejected | SelectionEntryRepeated
