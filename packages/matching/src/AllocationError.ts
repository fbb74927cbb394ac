import { Problem } from "@louyu/kernel"

const define = <const Tag extends string>(tag: Tag) => Problem.define("matching", tag)

const place = (e: { readonly offer: string; readonly slot?: string }): string =>
  e.slot === undefined ? e.offer : `${e.offer} / ${e.slot}`

/** A capacity is a whole number from 0 on. */
export class CapacityRejected extends define("CapacityRejected")<{
  readonly offer: string
  readonly slot?: string
  readonly capacity: number
}>((e) => ({
  zh: `供给“${place(e)}”的容量 ${e.capacity} 无效，容量须为不小于 0 的整数。`,
  en: `Offer "${place(e)}" has a capacity of ${e.capacity}; give a whole number from 0 on.`
})) {}

const listed = {
  need: { zh: "需求", en: "need" },
  offer: { zh: "供给", en: "offer" },
  slot: { zh: "时段", en: "slot" },
  candidate: { zh: "候选", en: "candidate" }
} as const

/** Two needs, offers, slots of an offer, or candidates are the same. */
export class EntryRepeated extends define("EntryRepeated")<{
  readonly what: keyof typeof listed
  readonly id: string
}>((e) => ({
  zh: `${listed[e.what].zh}“${e.id}”出现了两次，请去掉一个。`,
  en: `The ${listed[e.what].en} "${e.id}" appears twice; leave one out.`
})) {}

/** A candidate, or a change, speaks of a need, an offer or a slot that is not there. */
export class EntryUnknown extends define("EntryUnknown")<{
  readonly what: "need" | "offer" | "slot"
  readonly id: string
}>((e) => ({
  zh: `没有${listed[e.what].zh}“${e.id}”，请先加入它或更正编号。`,
  en: `There is no ${listed[e.what].en} "${e.id}"; add it first or correct the id.`
})) {}

/** A score is a whole number from 0 to 1000. */
export class ScoreOutOfRange extends define("ScoreOutOfRange")<{
  readonly need: string
  readonly offer: string
  readonly score: number
}>((e) => ({
  zh: `需求“${e.need}”与供给“${e.offer}”的得分 ${e.score} 无效，得分须为 0 至 1000 的整数。`,
  en: `Need "${e.need}" and offer "${e.offer}" have a score of ${e.score}; give a whole number from 0 to 1000.`
})) {}

const field = {
  quantity: { zh: "数量", en: "quantity", least: 1 },
  weight: { zh: "权重", en: "weight", least: 1 },
  waiting: { zh: "已等待天数", en: "days waited", least: 0 }
} as const

/** Quantity and weight of a need are whole numbers from 1 on, the days it has waited from 0 on. */
export class NeedRejected extends define("NeedRejected")<{
  readonly need: string
  readonly field: keyof typeof field
  readonly value: number
}>((e) => ({
  zh: `需求“${e.need}”的${field[e.field].zh} ${e.value} 无效，须为不小于 ${field[e.field].least} 的整数。`,
  en: `Need "${e.need}" has a ${field[e.field].en} of ${e.value}; give a whole number from ${field[e.field].least} on.`
})) {}

const rule = {
  after: { zh: "起算天数", en: "after", least: 0 },
  perDay: { zh: "每日加分", en: "perDay", least: 1 }
} as const

/** The days after which waiting counts are a whole number from 0 on, the points a day from 1 on. */
export class FairnessRejected extends define("FairnessRejected")<{
  readonly field: keyof typeof rule
  readonly value: number
}>((e) => ({
  zh: `等待规则的${rule[e.field].zh} ${e.value} 无效，须为不小于 ${rule[e.field].least} 的整数。`,
  en: `The waiting rule has "${rule[e.field].en}" ${e.value}; give a whole number from ${rule[e.field].least} on.`
})) {}

/** Weights, waiting, quantities and the number of places are together too large for exact arithmetic. */
export class AllocationTooLarge extends define("AllocationTooLarge")<{
  readonly largest: number
  readonly limit: number
}>((e) => ({
  zh: `权重、等待天数与数量过大，无法精确计算（需要 ${e.largest}，上限 ${e.limit}）；请减小权重或分区分配。`,
  en: `Weights, waiting and quantities are too large to be exact (${e.largest} needed, ${e.limit} possible); use smaller weights or allocate by area.`
})) {}

/** What can be wrong with an allocation problem. */
export type AllocationError =
  | CapacityRejected
  | EntryRepeated
  | EntryUnknown
  | ScoreOutOfRange
  | NeedRejected
  | FairnessRejected
  | AllocationTooLarge
