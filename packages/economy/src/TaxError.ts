import { type PersonalData, Problem } from "@louyu/kernel"

const define = <const Tag extends string>(tag: Tag) => Problem.define("economy", tag)

/** The building exists on no day of the year. */
export class BuildingNotInYear extends define("BuildingNotInYear")<{
  readonly building: string
  readonly year: number
}>((e) => ({
  zh: `${e.year} 年没有楼宇“${e.building}”，请检查编号或年份。`,
  en: `There is no building "${e.building}" in ${e.year}; check the id or the year.`
})) {}

/** A figure is told before its year has begun. */
export class TaxYearInFuture extends define("TaxYearInFuture")<{
  readonly building: string
  readonly year: number
  readonly on: string
}>((e) => ({
  zh: `${e.on} 尚不能登记楼宇“${e.building}” ${e.year} 年的数据，请检查年份或日期。`,
  en: `On ${e.on} nothing of ${e.year} can be known of building "${e.building}" yet; check the year or the date.`
})) {}

/** The year cannot be written as a date. */
export class TaxYearInvalid extends define("TaxYearInvalid")<{ readonly year: number }>((e) => ({
  zh: `年份“${e.year}”有误，须为 1 至 9999 之间的整数。`,
  en: `${e.year} is not a year; it must be a whole number from 1 to 9999.`
})) {}

/** An amount is below nothing without being declared a refund. */
export class AmountNegative extends define("AmountNegative")<{ readonly building: string; readonly year: number }>(
  (e) => ({
    zh: `楼宇“${e.building}” ${e.year} 年的金额为负；如为退税，请注明。`,
    en: `The amount of building "${e.building}" for ${e.year} is negative; declare it a refund if it is one.`
  })
) {}

/** The source of a figure holds something that leads to a person. */
export class SourcePersonal extends define("SourcePersonal")<{
  readonly building: string
  readonly year: number
  readonly traces: ReadonlyArray<PersonalData.Trace>
}>((e) => ({
  zh: `楼宇“${e.building}” ${e.year} 年数据的来源中含个人信息（${e.traces.join("、")}），请删去。`,
  en: `The source of the figure of building "${e.building}" for ${e.year} holds personal data (${e.traces.join(", ")}); take it out.`
})) {}

/** Thresholds of tiers must rise and lie above nothing; what is near one must lie below it. */
export class ScaleInvalid extends define("ScaleInvalid")<{ readonly reason: "thresholds" | "near" }>((e) => ({
  zh:
    e.reason === "thresholds"
      ? "档次的门槛须大于 0 并逐级升高，请检查顺序与重复。"
      : "培育档的下限须大于 0 且低于其对应的门槛，请检查。",
  en:
    e.reason === "thresholds"
      ? "Thresholds of tiers must be above 0, each higher than the one before; check order and repetition."
      : "What is near a threshold must begin above 0 and below that threshold, which must be one of the scale; check it."
})) {}

/** Every reason for which tax records refuse a command. */
export type TaxError = BuildingNotInYear | TaxYearInFuture | TaxYearInvalid | AmountNegative | SourcePersonal
