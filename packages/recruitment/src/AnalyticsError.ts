import { Problem } from "@louyu/kernel"

// The area is not the package's own: prospects have stages and moves too, and their errors have the same names.
const define = <const Tag extends string>(tag: Tag) => Problem.define("funnel", tag)

const wrong = {
  none: { zh: "没有任何阶段，请至少给出一个", en: "There is no stage; give at least one" },
  tooMany: { zh: "阶段超过 254 个，请合并一些", en: "There are more than 254 stages; merge some" },
  repeated: { zh: "阶段重复，请去掉一个", en: "A stage appears twice; leave one out" },
  undeclared: {
    zh: "移动或起点提到了未声明的阶段，请先声明它",
    en: "A move or an entry names a stage not declared; declare it"
  }
} as const

/** The stages, or the moves between them, are not a list that can be worked with. */
export class StagesRejected extends define("StagesRejected")<{
  readonly reason: keyof typeof wrong
  readonly stage?: string
}>((e) => ({
  zh: `${wrong[e.reason].zh}${e.stage === undefined ? "" : `（“${e.stage}”）`}。`,
  en: `${wrong[e.reason].en}${e.stage === undefined ? "" : ` ("${e.stage}")`}.`
})) {}

/** A stage was named that the journeys do not have. */
export class StageUnknown extends define("StageUnknown")<{ readonly stage: string }>((e) => ({
  zh: `没有阶段“${e.stage}”，请更正或先声明它。`,
  en: `There is no stage "${e.stage}"; correct it or declare it first.`
})) {}

/** A move is not among those allowed; without `from`, a journey may not begin there. */
export class MoveRefused extends define("MoveRefused")<{ readonly from?: string; readonly to: string }>((e) => ({
  zh: e.from === undefined ? `不能从阶段“${e.to}”开始。` : `不能从阶段“${e.from}”转到“${e.to}”，请选允许的去向。`,
  en:
    e.from === undefined
      ? `A journey may not begin at "${e.to}"; choose an entry stage.`
      : `The move from "${e.from}" to "${e.to}" is not allowed; choose one that is.`
})) {}

/** A time is a whole number that is exact. */
export class TimeRejected extends define("TimeRejected")<{ readonly at: number }>((e) => ({
  zh: `时间 ${e.at} 无效，请给出整数（天或毫秒）。`,
  en: `The time ${e.at} is not a whole number; give days or milliseconds as one.`
})) {}

/** A step lies before the last one of its subject. */
export class StepEarlier extends define("StepEarlier")<{
  readonly subject: string
  readonly at: number
  readonly last: number
}>((e) => ({
  zh: `“${e.subject}”在 ${e.last} 已有记录，${e.at} 更早；补记请用 insert。`,
  en: `"${e.subject}" has a step at ${e.last} and ${e.at} is before it; use insert for what was recorded late.`
})) {}

/** A subject has no step yet. */
export class SubjectUnknown extends define("SubjectUnknown")<{ readonly subject: string }>((e) => ({
  zh: `没有“${e.subject}”的记录，请先记下它的第一步。`,
  en: `There is no journey of "${e.subject}"; append its first step first.`
})) {}

/** A code of a column is a whole number from 0 to 65,534. */
export class CodeRejected extends define("CodeRejected")<{ readonly column: string; readonly code: number }>((e) => ({
  zh: `“${e.column}”的代码 ${e.code} 无效，须为 0 至 65534 的整数。`,
  en: `The code ${e.code} of "${e.column}" is not a whole number from 0 to 65,534; number the values from 0.`
})) {}

/** Nobody was tagged in a column of that name. */
export class ColumnUnknown extends define("ColumnUnknown")<{ readonly column: string }>((e) => ({
  zh: `没有列“${e.column}”，请先用 tag 标注。`,
  en: `There is no column "${e.column}"; tag a subject in it first.`
})) {}

/** Period boundaries are at least two whole numbers in ascending order. */
export class BoundariesRejected extends define("BoundariesRejected")<{ readonly boundaries: number }>((e) => ({
  zh: `时段边界（${e.boundaries} 个）无效，须为两个以上递增的整数。`,
  en: `The ${e.boundaries} period boundaries are not two or more ascending whole numbers; sort them.`
})) {}

/** A confidence level lies between 0 and 1. */
export class LevelRejected extends define("LevelRejected")<{ readonly level: number }>((e) => ({
  zh: `置信水平 ${e.level} 无效，须在 0 与 1 之间，例如 0.95。`,
  en: `The level ${e.level} does not lie between 0 and 1; give 0.95, for example.`
})) {}

/** A duration is a whole number from 0 on. */
export class DurationRejected extends define("DurationRejected")<{ readonly duration: number }>((e) => ({
  zh: `时长 ${e.duration} 无效，须为不小于 0 的整数。`,
  en: `The duration ${e.duration} is not a whole number from 0 on; give one.`
})) {}

/** A number of moves, a weight, a probability or a mean time is not one. */
export class AmountRejected extends define("AmountRejected")<{
  readonly what: "moves" | "prior" | "probability" | "meanTime" | "weight"
  readonly value: number
}>((e) => ({
  zh: `数值 ${e.value}（${e.what}）无效，须为不小于 0 的有限数；概率不大于 1。`,
  en: `The value ${e.value} for "${e.what}" is not a finite number from 0 on, or a probability above 1; correct it.`
})) {}

/** A stage was named as an outcome that journeys do not end in. */
export class OutcomeRejected extends define("OutcomeRejected")<{ readonly stage: string }>((e) => ({
  zh: `阶段“${e.stage}”不是终点，不能作为结果；请选终点阶段。`,
  en: `The stage "${e.stage}" is not terminal; name an outcome that is.`
})) {}

/** The observed moves are too near to never ending for their equations to be solved. */
export class ChainSingular extends define("ChainSingular")<{ readonly stages: ReadonlyArray<string> }>((e) => ({
  zh: `阶段 ${e.stages.join("、")} 之间几乎没有出口，无法推算；请检查移动次数。`,
  en: `From the stages ${e.stages.join(", ")} there is next to no way out, so nothing can be computed; check the moves.`
})) {}
