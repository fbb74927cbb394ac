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

export type KernelError = CivilDateInvalid | PeriodReversed | PeriodsOverlap
