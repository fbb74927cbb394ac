import { Problem, type Text } from "@louyu/kernel"
import type { HigherLevel, Level } from "./AnnualListCommand.ts"

const define = <const Tag extends string>(tag: Tag) => Problem.define("programmes", tag)

const levels: Readonly<Record<Level, Text.Both>> = {
  committee: { zh: "综合党委级", en: "the committee" },
  district: { zh: "区级", en: "the district" },
  city: { zh: "市级", en: "the city" }
}

/** Milestones are still to be reached. */
export class MilestonesOpen extends define("MilestonesOpen")<{
  readonly project: string
  readonly open: ReadonlyArray<string>
}>((e) => ({
  zh: `实事项目“${e.project}”尚有节点未达成：${e.open.join("、")}，达成后才能完成。`,
  en: `The practical project "${e.project}" has milestones to reach: ${e.open.join(", ")}; it is complete after that.`
})) {}

/** A project is promoted only to a higher level. */
export class LevelNotHigher extends define("LevelNotHigher")<{
  readonly project: string
  readonly level: Level
  readonly to: HigherLevel
}>((e) => ({
  zh: `实事项目“${e.project}”现为${levels[e.level].zh}，只能升到更高一级，不能到${levels[e.to].zh}，请核对级别。`,
  en: `The practical project "${e.project}" is one of ${levels[e.level].en} and can only go higher, not to ${levels[e.to].en}; check the level.`
})) {}

/** Nobody nominated the project for that level. */
export class NominationMissing extends define("NominationMissing")<{
  readonly project: string
  readonly to: HigherLevel
}>((e) => ({
  zh: `实事项目“${e.project}”尚未被推荐为${levels[e.to].zh}，请先推荐。`,
  en: `The practical project "${e.project}" is not nominated for ${levels[e.to].en}; nominate it first.`
})) {}

/** A project is promoted only with a benefit score that suffices. */
export class BenefitTooLow extends define("BenefitTooLow")<{
  readonly project: string
  readonly score: number | undefined
  readonly needed: number
}>((e) => ({
  zh: `实事项目“${e.project}”升级须惠及度评分不低于 ${e.needed}，现为${e.score ?? "未评"}；请先评分或改进。`,
  en: `The practical project "${e.project}" needs a benefit score of at least ${e.needed} to be promoted and has ${e.score ?? "none"}; score it first, or improve it.`
})) {}

/** The marks are not one for each criterion. */
export class MarksIncomplete extends define("MarksIncomplete")<{
  readonly project: string
  readonly criteria: ReadonlyArray<string>
}>((e) => ({
  zh: `实事项目“${e.project}”须按每项标准各打一分，请核对：${e.criteria.join("、")}。`,
  en: `The practical project "${e.project}" needs exactly one mark for each criterion; check ${e.criteria.join(", ")}.`
})) {}

/** The project that is to be renewed is not one of an earlier year. */
export class RenewalNotLater extends define("RenewalNotLater")<{
  readonly project: string
  readonly year: number
  readonly renews: number
}>((e) => ({
  zh: `实事项目“${e.project}”属 ${e.year} 年，只能接续更早年度的项目，不能接续 ${e.renews} 年的，请核对年度。`,
  en: `The practical project "${e.project}" is of ${e.year} and can only renew one of an earlier year, not of ${e.renews}; check the year.`
})) {}

/** Every reason that is special to practical projects. */
export type ProjectError =
  | MilestonesOpen
  | LevelNotHigher
  | NominationMissing
  | BenefitTooLow
  | MarksIncomplete
  | RenewalNotLater
