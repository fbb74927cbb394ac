import { type KernelError, type PersonalData, Problem, type Text } from "@louyu/kernel"

const define = <const Tag extends string>(tag: Tag) => Problem.define("economy", tag)

/** The enterprise, place or giver of support is no unit of the organisation on that day. */
export class EnterpriseUnknown extends define("EnterpriseUnknown")<{ readonly unit: string; readonly on: string }>(
  (e) => ({
    zh: `${e.on} 没有单元“${e.unit}”，请检查编号或日期，或先登记该单位。`,
    en: `There is no unit "${e.unit}" on ${e.on}; check the id or the date, or establish the unit first.`
  })
) {}

/** The lists of words that a city keeps for its enterprises. */
export type WordList = "qualifications" | "levels" | "intellectualProperty" | "supports" | "outcomes" | "brands"

const words: Readonly<Record<WordList, Text.Both>> = {
  qualifications: { zh: "资质种类", en: "kind of qualification" },
  levels: { zh: "资质等级", en: "level of the qualification" },
  intellectualProperty: { zh: "知识产权种类", en: "kind of intellectual property" },
  supports: { zh: "扶持种类", en: "kind of support" },
  outcomes: { zh: "成效种类", en: "kind of outcome" },
  brands: { zh: "品牌", en: "brand" }
}

/** A word is not in the city's list. */
export class KindUnknown extends define("KindUnknown")<{
  readonly list: WordList
  readonly id: string
  readonly known: ReadonlyArray<string>
}>((e) => ({
  zh: `没有${words[e.list].zh}“${e.id}”，可用：${e.known.join("、") || "无"}。请更正，或在城市配置中加入。`,
  en: `There is no ${words[e.list].en} "${e.id}"; known: ${e.known.join(", ") || "none"}. Correct it, or add it to the city's words.`
})) {}

/** What is told about enterprises in numbers. */
export type Measure = "employees" | "revenue" | "assets" | "output" | "count" | "quantity"

const measures: Readonly<Record<Measure, Text.Both>> = {
  employees: { zh: "从业人数", en: "employees" },
  revenue: { zh: "营业收入", en: "revenue" },
  assets: { zh: "资产总额", en: "assets" },
  output: { zh: "产值", en: "output" },
  count: { zh: "数量", en: "count" },
  quantity: { zh: "数量", en: "quantity" }
}

/** A number that counts or sums something is below zero. */
export class NumberNegative extends define("NumberNegative")<{ readonly unit: string; readonly measure: Measure }>(
  (e) => ({
    zh: `“${e.unit}”的${measures[e.measure].zh}为负数，请更正为 0 或正数。`,
    en: `The ${measures[e.measure].en} of "${e.unit}" is negative; give 0 or more.`
  })
) {}

/** A figure is told for a year that has not begun. */
export class YearInFuture extends define("YearInFuture")<{
  readonly enterprise: string
  readonly year: number
  readonly on: string
}>((e) => ({
  zh: `${e.on} 还不能填报“${e.enterprise}”${e.year} 年的数据，请检查年份。`,
  en: `On ${e.on} nothing can be told of "${e.enterprise}" for ${e.year}; check the year.`
})) {}

/** Something is told as of a day after the day it is told on. */
export class CountedInFuture extends define("CountedInFuture")<{
  readonly enterprise: string
  readonly asOf: string
  readonly on: string
}>((e) => ({
  zh: `“${e.enterprise}”截至 ${e.asOf} 的数据晚于填报日 ${e.on}，请更正日期。`,
  en: `What is told of "${e.enterprise}" as of ${e.asOf} lies after the day it is told, ${e.on}; correct the date.`
})) {}

/** A report of a year has no figure in it. */
export class NothingReported extends define("NothingReported")<{
  readonly enterprise: string
  readonly year: number
}>((e) => ({
  zh: `“${e.enterprise}”${e.year} 年的填报没有任何数据，请至少填写一项。`,
  en: `The report of "${e.enterprise}" for ${e.year} has no figure; give at least one.`
})) {}

/** The same was told otherwise on the same day, so that it is not clear which holds. */
export class ToldOtherwise extends define("ToldOtherwise")<{
  readonly enterprise: string
  readonly what: string
  readonly on: string
}>((e) => ({
  zh: `“${e.enterprise}”的 ${e.what} 在 ${e.on} 已填报为其他内容；如需更正，请以之后的日期填报。`,
  en: `${e.what} of "${e.enterprise}" was told otherwise on ${e.on} already; a correction needs a later day.`
})) {}

/** The same qualification or brand of the same level is held for some of those days already. */
export class QualificationOverlaps extends define("QualificationOverlaps")<{
  readonly unit: string
  readonly kind: string
  readonly level: string | undefined
  readonly from: string
  readonly to: string | undefined
}>((e) => ({
  zh: `“${e.unit}”在 ${e.from} 至 ${e.to ?? "长期"} 已有“${e.kind}${e.level === undefined ? "" : `/${e.level}`}”，有效期不能重叠；请更正日期，或先撤销原有的。`,
  en: `"${e.unit}" has "${e.kind}${e.level === undefined ? "" : `/${e.level}`}" from ${e.from} to ${e.to ?? "no end"} already; correct the dates, or revoke that one first.`
})) {}

/** What is to be taken away is not held on that day. */
export class QualificationNotHeld extends define("QualificationNotHeld")<{
  readonly unit: string
  readonly kind: string
  readonly on: string
}>((e) => ({
  zh: `${e.on} “${e.unit}”没有“${e.kind}”，请检查种类、等级或日期。`,
  en: `"${e.unit}" does not hold "${e.kind}" on ${e.on}; check the kind, the level or the date.`
})) {}

/** The id of a support belongs to another one of the same enterprise. */
export class SupportIdTaken extends define("SupportIdTaken")<{
  readonly enterprise: string
  readonly support: string
}>((e) => ({
  zh: `“${e.enterprise}”的扶持编号“${e.support}”已用于另一条记录，请换一个。`,
  en: `The support id "${e.support}" of "${e.enterprise}" already belongs to something else; choose another one.`
})) {}

/** There is no such support, or it does not run on that day. */
export class SupportNotRunning extends define("SupportNotRunning")<{
  readonly enterprise: string
  readonly support: string
  readonly on: string
}>((e) => ({
  zh: `${e.on} “${e.enterprise}”没有进行中的扶持“${e.support}”，请检查编号或日期。`,
  en: `"${e.enterprise}" has no support "${e.support}" that runs on ${e.on}; check the id or the date.`
})) {}

/** A text holds what leads to a person; texts are recorded for good, so it does not belong there. */
export class EnterpriseTextPersonal extends define("EnterpriseTextPersonal")<{
  readonly unit: string
  readonly traces: ReadonlyArray<PersonalData.Trace>
}>((e) => ({
  zh: `“${e.unit}”的文字中似有个人信息（${e.traces.join("、")}），请删去后再登记。`,
  en: `The text given for "${e.unit}" seems to hold personal data (${e.traces.join(", ")}); leave it out.`
})) {}

/** Every reason for which the register refuses a command. */
export type EnterpriseError =
  | EnterpriseUnknown
  | KindUnknown
  | NumberNegative
  | YearInFuture
  | CountedInFuture
  | NothingReported
  | ToldOtherwise
  | QualificationOverlaps
  | QualificationNotHeld
  | SupportIdTaken
  | SupportNotRunning
  | EnterpriseTextPersonal
  | KernelError.PeriodReversed
