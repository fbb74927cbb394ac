import * as Problem from "./Problem.ts"

/** The text is not a civil date, or names a day that does not exist. */
export class CivilDateInvalid extends Problem.define(
  "kernel",
  "CivilDateInvalid"
)<{ readonly input: string }>((e) => ({
  zh: `“${e.input}”不是存在的日期，请写成 YYYY-MM-DD，例如 2026-02-28。`,
  en: `"${e.input}" is not a date that exists; write YYYY-MM-DD, for example 2026-02-28.`
})) {}

/** A period ends on or before the day it begins. */
export class PeriodReversed extends Problem.define(
  "kernel",
  "PeriodReversed"
)<{
  readonly from: string
  readonly to: string
}>((e) => ({
  zh: `时段的结束日 ${e.to}（不含当日）必须晚于开始日 ${e.from}。`,
  en: `A period must end (${e.to}, exclusive) after it begins (${e.from}).`
})) {}

/** Two periods that must not share a day do. */
export class PeriodsOverlap extends Problem.define(
  "kernel",
  "PeriodsOverlap"
)<{
  readonly from: string
  readonly to: string | undefined
}>((e) => ({
  zh: `从 ${e.from} 起的时段与前一时段重叠，请先结束前一时段。`,
  en: `The period from ${e.from} overlaps the one before it; end that one first.`
})) {}

/** A question about days for which the working calendar has no data. */
export class CalendarYearUnknown extends Problem.define(
  "kernel",
  "CalendarYearUnknown"
)<{
  readonly calendar: string
  readonly year: number
  readonly knownFrom: string
  readonly knownTo: string
}>((e) => ({
  zh: `工作日历“${e.calendar}”没有 ${e.year} 年的数据（已知 ${e.knownFrom} 至 ${e.knownTo}），无法推算工作日；请先补充该年的放假与调休安排，再重试。`,
  en: `Working calendar "${e.calendar}" has no data for ${e.year} (known: ${e.knownFrom} to ${e.knownTo}); add that year's holidays and make-up workdays, then try again.`
})) {}

const calendarFlaws = {
  coverageReversed: { zh: "覆盖范围的结束日须晚于开始日", en: "its coverage must end after it begins" },
  coverageGap: {
    zh: "新旧覆盖范围之间有间断，请补齐中间的日期",
    en: "old and new coverage leave a gap; add the days between"
  },
  dayOutside: {
    zh: "该日不在覆盖范围内，请扩大范围或删去该日",
    en: "the day lies outside its coverage; widen it or drop the day"
  },
  dayTwice: { zh: "该日重复列出，请只保留一次", en: "the day is named twice; keep one" },
  hoursTwice: { zh: "该日的开放时间重复列出，请只保留一次", en: "the day has hours twice; keep one" }
} as const

/** A working calendar contradicts itself. */
export class CalendarInvalid extends Problem.define(
  "kernel",
  "CalendarInvalid"
)<{
  readonly calendar: string
  readonly reason: keyof typeof calendarFlaws
  readonly date?: string
}>((e) => ({
  zh: `工作日历“${e.calendar}”有误${e.date === undefined ? "" : `（${e.date}）`}：${calendarFlaws[e.reason].zh}。`,
  en: `Working calendar "${e.calendar}" is wrong${e.date === undefined ? "" : ` (${e.date})`}: ${calendarFlaws[e.reason].en}.`
})) {}

/** A question about hours to a working calendar that has none. */
export class CalendarHoursMissing extends Problem.define(
  "kernel",
  "CalendarHoursMissing"
)<{ readonly calendar: string }>((e) => ({
  zh: `工作日历“${e.calendar}”没有设定开放时间，请先补充。`,
  en: `Working calendar "${e.calendar}" has no opening hours; add them first.`
})) {}

const usccFlaws = {
  length: { zh: "应为 18 位", en: "it must have 18 characters" },
  character: {
    zh: "含有不允许的字符（只用数字和大写字母，不用 I、O、S、V、Z）",
    en: "it holds a character that is not allowed (digits and capitals without I, O, S, V, Z)"
  },
  division: { zh: "第 3 至 8 位应为数字", en: "characters 3 to 8 must be digits" },
  identityNumber: {
    zh: "这是个人身份证号码，请勿填写，改填单位的代码",
    en: "this is the number of a person's identity card; give the organisation's code instead"
  }
} as const

/** The text is not a unified social credit code. What was given is not repeated: it may be a personal number. */
export class UsccMalformed extends Problem.define(
  "kernel",
  "UsccMalformed"
)<{
  readonly reason: keyof typeof usccFlaws
  readonly length: number
  /** Where the first wrong character stands, from 0. */
  readonly position?: number
}>((e) => ({
  zh: `不是统一社会信用代码（共 ${e.length} 位）：${usccFlaws[e.reason].zh}。`,
  en: `Not a unified social credit code (${e.length} characters): ${usccFlaws[e.reason].en}.`
})) {}

/** A warning: the check character of a unified social credit code is not the one that follows from the others. */
export class UsccCheckFailed extends Problem.define(
  "kernel",
  "UsccCheckFailed"
)<{ readonly expected: string; readonly found: string }>((e) => ({
  zh: `统一社会信用代码的校验码应为 ${e.expected}，实为 ${e.found}，请核对证照。`,
  en: `The check character of the unified social credit code should be ${e.expected} and is ${e.found}; compare it with the licence.`
})) {}

/** A warning: the check character of the organisation code within is not the one that follows from the others. */
export class OrganisationCodeCheckFailed extends Problem.define(
  "kernel",
  "OrganisationCodeCheckFailed"
)<{ readonly expected: string; readonly found: string }>((e) => ({
  zh: `信用代码中的组织机构代码校验码应为 ${e.expected}，实为 ${e.found}，请核对证照。`,
  en: `The check character of the organisation code within should be ${e.expected} and is ${e.found}; compare it with the licence.`
})) {}

/** The text is not the code of an administrative division. */
export class DivisionCodeMalformed extends Problem.define(
  "kernel",
  "DivisionCodeMalformed"
)<{ readonly length: number }>((e) => ({
  zh: `不是行政区划代码（共 ${e.length} 位）：应为 6、9 或 12 位数字，且前两位不为 0 开头。`,
  en: `Not a division code (${e.length} characters): it must be 6, 9 or 12 digits and not begin with 0.`
})) {}

/** The text is not a grid code under its scheme. */
export class GridCodeMalformed extends Problem.define(
  "kernel",
  "GridCodeMalformed"
)<{ readonly scheme: string; readonly expected: number; readonly length: number }>((e) => ({
  zh: `不是“${e.scheme}”规则的网格编码（共 ${e.length} 位）：应为 ${e.expected} 位数字。`,
  en: `Not a grid code of scheme "${e.scheme}" (${e.length} characters): it must be ${e.expected} digits.`
})) {}

const industryFlaws = {
  form: { zh: "应为一个字母或 2 至 4 位数字，例如 I65", en: "it must be a letter or 2 to 4 digits, for example I65" },
  unknown: { zh: "该版本没有这个门类或大类", en: "the edition has no such section or division" },
  letter: { zh: "字母与数字不属于同一门类", en: "the letter is not the section of the digits" }
} as const

/** The text is not a code of the industry classification's edition. */
export class IndustryCodeMalformed extends Problem.define(
  "kernel",
  "IndustryCodeMalformed"
)<{ readonly edition: string; readonly reason: keyof typeof industryFlaws }>((e) => ({
  zh: `不是 ${e.edition} 的行业代码：${industryFlaws[e.reason].zh}。`,
  en: `Not an industry code of ${e.edition}: ${industryFlaws[e.reason].en}.`
})) {}

const countFlaws = {
  form: {
    zh: "无法识别，请写成例如 3860、2000余、近400、约3万",
    en: "it cannot be read; write for example 3860, 2000余, 近400, about 30,000"
  },
  notWhole: { zh: "须为不过大的整数", en: "it must be a whole number that is not too large" }
} as const

/** The text is not a count. */
export class CountMalformed extends Problem.define(
  "kernel",
  "CountMalformed"
)<{ readonly reason: keyof typeof countFlaws }>((e) => ({
  zh: `数量${countFlaws[e.reason].zh}。`,
  en: `Not a count: ${countFlaws[e.reason].en}.`
})) {}

const moneyFlaws = {
  form: {
    zh: "无法识别，请写成例如 1234.56、12.5万元、155.27亿元",
    en: "it cannot be read; write for example 1234.56 or 12.5万元"
  },
  partOfFen: { zh: "精确到分，不能更细，请先舍入", en: "it has parts of a fen; round it first" }
} as const

/** The text is not an amount of money. */
export class MoneyMalformed extends Problem.define(
  "kernel",
  "MoneyMalformed"
)<{ readonly reason: keyof typeof moneyFlaws }>((e) => ({
  zh: `金额${moneyFlaws[e.reason].zh}。`,
  en: `Not an amount of money: ${moneyFlaws[e.reason].en}.`
})) {}

/** An amount of money is too large to be exact to the fen. */
export class MoneyOutOfRange extends Problem.define(
  "kernel",
  "MoneyOutOfRange"
)<object>(() => ({
  zh: "金额超出约 90 万亿元的范围，无法精确到分，请拆分后再计算。",
  en: "The amount is beyond some 90 trillion yuan and no longer exact to the fen; split it first."
})) {}

/** Money cannot be split by these weights. */
export class MoneyWeightsInvalid extends Problem.define(
  "kernel",
  "MoneyWeightsInvalid"
)<{
  /** Which weight is wrong, from 0; left out when all are 0. */
  readonly index?: number
}>((e) => ({
  zh: e.index === undefined ? "分摊权重不能全为 0。" : `第 ${e.index + 1} 个分摊权重须为不小于 0 的整数。`,
  en: e.index === undefined ? "Not all weights may be 0." : `Weight ${e.index + 1} must be a whole number from 0 on.`
})) {}

export type KernelError =
  | CivilDateInvalid
  | PeriodReversed
  | PeriodsOverlap
  | CalendarYearUnknown
  | CalendarInvalid
  | CalendarHoursMissing
  | UsccMalformed
  | UsccCheckFailed
  | OrganisationCodeCheckFailed
  | DivisionCodeMalformed
  | GridCodeMalformed
  | IndustryCodeMalformed
  | CountMalformed
  | MoneyMalformed
  | MoneyOutOfRange
  | MoneyWeightsInvalid
