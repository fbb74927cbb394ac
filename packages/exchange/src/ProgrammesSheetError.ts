import { Problem } from "@louyu/kernel"
import { meant } from "./meant.ts"

const define = <const Tag extends string>(tag: Tag) => Problem.define("exchange", tag)

/** A cell does not say on which dates a series takes place. */
export class RecurrenceInvalid extends define("RecurrenceInvalid")<object>(() => ({
  zh: "此处应为：每工作日、每周五、每2周1,3、每月15日、每月第2个周五、每月最后一个周五、每年10月1日，或以分号分隔的日期。",
  en: 'Write "every workday", "weekly 5", "every 2 weeks 1,3", "monthly 15", "monthly 2nd 5", "monthly last 5", "yearly 10-01", or dates separated by semicolons; 1 is Monday.'
})) {}

/** A cell holds no times of one day. */
export class HoursOfDayInvalid extends define("HoursOfDayInvalid")<object>(() => ({
  zh: "此处应为当日的起止时刻，如“12:00-13:00”，结束晚于开始。",
  en: 'This must be times of one day such as "12:00-13:00", the second one later than the first.'
})) {}

/** An activity is of a form that no source names and that is very like one they do. */
export class ActivityFormUnlisted extends define("ActivityFormUnlisted")<{
  readonly form: string
  readonly nearest: ReadonlyArray<string>
}>((e) => ({
  zh: `“${e.form}”不是常用的活动形式，将作为新的形式记录；${meant(e.nearest).zh}`,
  en: `"${e.form}" is none of the common forms of activities and is taken as a new one.${meant(e.nearest).en}`
})) {}

/** Benefit is not judged by such a criterion in the city. */
export class CriterionUnknown extends define("CriterionUnknown")<{
  readonly criterion: string
  readonly known: ReadonlyArray<string>
}>((e) => ({
  zh: `本市的受益评分没有“${e.criterion}”这一项；可用：${e.known.join("、")}。`,
  en: `Benefit is not judged by "${e.criterion}" in the city; there are: ${e.known.join(", ")}.`
})) {}

/** A delivery is of a commitment that no row of the folder promises, so that nobody knows what its quantity counts. */
export class CommitmentUnlisted extends define("CommitmentUnlisted")<{
  readonly pairing: string
  readonly commitment: string
}>((e) => ({
  zh: `pairings.csv 中结对“${e.pairing}”没有承诺“${e.commitment}”，无从得知数量以什么计；请补充该行或更正编号。`,
  en: `pairings.csv has no commitment "${e.commitment}" of the pairing "${e.pairing}", so nobody knows what the quantity counts; add its row or correct the id.`
})) {}

/** A wish is confirmed that no row of the folder posts, so that nobody knows whose it is. */
export class WishUnlisted extends define("WishUnlisted")<{ readonly wish: string }>((e) => ({
  zh: `wishes.csv 中没有心愿“${e.wish}”，无从得知由谁确认；请补充该行或更正编号。`,
  en: `wishes.csv does not post the wish "${e.wish}", so nobody knows who confirms it; add its row or correct the id.`
})) {}

/** A pairing has only one party. */
export class PartnerMissing extends define("PartnerMissing")<object>(() => ({
  zh: "结对至少要有两方，请为另一方补充一行。",
  en: "A pairing has at least two parties; add a row for the other one."
})) {}
