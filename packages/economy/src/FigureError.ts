import { type PersonalData, Problem } from "@louyu/kernel"

const define = <const Tag extends string>(tag: Tag) => Problem.define("economy", tag)

/** An indicator is not defined. */
export class IndicatorUnknown extends define("IndicatorUnknown")<{ readonly id: string }>((e) => ({
  zh: `没有指标“${e.id}”，请检查编号，或先在指标目录中定义。`,
  en: `There is no indicator "${e.id}"; check the id, or define it in the catalogue first.`
})) {}

const reasons = {
  negative: { zh: "有负数", en: "has a number below zero" },
  notFinite: { zh: "有不是数字的值", en: "has something that is no number" },
  partAboveWhole: { zh: "分子大于分母", en: "has a part larger than its whole" },
  denominatorMissing: { zh: "缺少分母", en: "lacks a denominator" },
  denominatorUnwanted: { zh: "不应有分母", en: "takes no denominator" },
  outOfRange: { zh: "合计超出可精确表示的范围", en: "has a sum too large to be exact" }
} as const

/** The numbers do not make a figure of the indicator. */
export class FigureInvalid extends define("FigureInvalid")<{
  readonly indicator: string
  readonly reason: keyof typeof reasons
}>((e) => ({
  zh: `指标“${e.indicator}”${reasons[e.reason].zh}，请更正数据。`,
  en: `A figure of "${e.indicator}" ${reasons[e.reason].en}; correct the numbers.`
})) {}

const aspects = {
  indicator: { zh: "指标", en: "indicators" },
  date: { zh: "日期", en: "dates" },
  scope: { zh: "范围", en: "scopes" }
} as const

/** Figures were put together that say different things. */
export class FiguresDiffer extends define("FiguresDiffer")<{
  readonly what: keyof typeof aspects
  readonly one: string
  readonly other: string
}>((e) => ({
  zh: `两项数据的${aspects[e.what].zh}不同（${e.one} 与 ${e.other}），不能合并或比较。`,
  en: `Two figures have different ${aspects[e.what].en} (${e.one} and ${e.other}) and cannot be put together.`
})) {}

/** What was given as a tree reaches a node twice, or has a figure for none of its nodes. */
export class TreeInvalid extends define("TreeInvalid")<{
  readonly node: string
  readonly reason: "reachedTwice" | "notInTree"
}>((e) => ({
  zh: e.reason === "reachedTwice" ? `节点“${e.node}”在树中出现两次，会被重复计算。` : `节点“${e.node}”不在该树中。`,
  en:
    e.reason === "reachedTwice"
      ? `Node "${e.node}" is reached twice in the tree and would count twice.`
      : `Node "${e.node}" is not in the tree.`
})) {}

/** A tag is none of the dimensions of a frame. */
export class DimensionUnknown extends define("DimensionUnknown")<{
  readonly frame: string
  readonly dimension: string
  readonly known: ReadonlyArray<string>
}>((e) => ({
  zh: `框架“${e.frame}”没有维度“${e.dimension}”，可用：${e.known.join("、")}。`,
  en: `Frame "${e.frame}" has no dimension "${e.dimension}"; known: ${e.known.join(", ")}.`
})) {}

/** A published figure is in a unit that its indicator is not measured in. */
export class UnitUnfit extends define("UnitUnfit")<{ readonly indicator: string; readonly unit: string }>((e) => ({
  zh: `指标“${e.indicator}”不能用单位“${e.unit}”，请更正单位或指标。`,
  en: `Indicator "${e.indicator}" is not measured in "${e.unit}"; correct the unit or the indicator.`
})) {}

/** The id belongs to another published figure. */
export class PublicationIdTaken extends define("PublicationIdTaken")<{ readonly publication: string }>((e) => ({
  zh: `公布数据编号“${e.publication}”已用于另一条记录；如需更正，请使用更正命令。`,
  en: `The id "${e.publication}" already belongs to another published figure; to correct that one, say so.`
})) {}

/** There is no such published figure. */
export class PublicationUnknown extends define("PublicationUnknown")<{ readonly publication: string }>((e) => ({
  zh: `没有公布数据“${e.publication}”，请检查编号。`,
  en: `There is no published figure "${e.publication}"; check the id.`
})) {}

/** A correction or withdrawal comes after what it is about, and after no other of the same day. */
export class CorrectionNotLater extends define("CorrectionNotLater")<{
  readonly publication: string
  readonly on: string
}>((e) => ({
  zh: `对“${e.publication}”的更正或撤回日期 ${e.on} 须晚于公布日及同日的其他更正，请更正日期。`,
  en: `What is said about "${e.publication}" on ${e.on} must come after it was published, and on a day without another correction; choose a later day.`
})) {}

/** A figure was published before the day it speaks of, without being called expected. */
export class PublishedEarly extends define("PublishedEarly")<{
  readonly publication: string
  readonly on: string
  readonly published: string
}>((e) => ({
  zh: `“${e.publication}”于 ${e.published} 公布，早于数据日期 ${e.on}；若为预计数，请注明“预计”。`,
  en: `"${e.publication}" was published on ${e.published}, before ${e.on} of which it speaks; say so if it is expected.`
})) {}

/** A text holds what leads to a person; texts are recorded for good, so it does not belong there. */
export class PublicationTextPersonal extends define("PublicationTextPersonal")<{
  readonly publication: string
  readonly traces: ReadonlyArray<PersonalData.Trace>
}>((e) => ({
  zh: `“${e.publication}”的文字中似有个人信息（${e.traces.join("、")}），请删去后再登记。`,
  en: `The text of "${e.publication}" seems to hold personal data (${e.traces.join(", ")}); leave it out.`
})) {}

/** Every reason for which figures are refused. */
export type FigureError =
  | IndicatorUnknown
  | FigureInvalid
  | FiguresDiffer
  | TreeInvalid
  | DimensionUnknown
  | UnitUnfit
  | PublicationIdTaken
  | PublicationUnknown
  | CorrectionNotLater
  | PublishedEarly
  | PublicationTextPersonal
