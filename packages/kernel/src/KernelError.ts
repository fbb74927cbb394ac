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

export type KernelError =
  | CivilDateInvalid
  | PeriodReversed
  | PeriodsOverlap
  | CalendarYearUnknown
  | CalendarInvalid
  | CalendarHoursMissing
