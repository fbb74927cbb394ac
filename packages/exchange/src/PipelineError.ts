import { type PersonalData, Problem } from "@louyu/kernel"

const define = <const Tag extends string>(tag: Tag) => Problem.define("exchange", tag)

const listed = (words: ReadonlyArray<string>, none: string, comma: string): string => words.join(comma) || none

/** The profile has no such pipeline. */
export class PipelineUnknown extends define("PipelineUnknown")<{
  readonly pipeline: string
  readonly known: ReadonlyArray<string>
}>((e) => ({
  zh: `配置中没有流程“${e.pipeline}”；可用：${listed(e.known, "（无）", "、")}。`,
  en: `The profile has no pipeline "${e.pipeline}"; there are: ${listed(e.known, "(none)", ", ")}.`
})) {}

const ofPipelines = {
  stage: { zh: "阶段", en: "stage" },
  exit: { zh: "退出方式", en: "way out" },
  reason: { zh: "退出原因", en: "reason for going" }
} as const

/** The pipeline of a prospect has no such stage, way out or reason. */
export class PipelineWordUnknown extends define("PipelineWordUnknown")<{
  readonly sort: keyof typeof ofPipelines
  readonly word: string
  readonly known: ReadonlyArray<string>
}>((e) => ({
  zh: `流程中没有${ofPipelines[e.sort].zh}“${e.word}”；可用：${listed(e.known, "（无）", "、")}。`,
  en: `The pipeline has no ${ofPipelines[e.sort].en} "${e.word}"; there are: ${listed(e.known, "(none)", ", ")}.`
})) {}

/** A text that is recorded for good holds something that leads to a person. What it is, is not repeated. */
export class PersonalDataInCell extends define("PersonalDataInCell")<{
  readonly traces: ReadonlyArray<PersonalData.Trace>
}>((e) => ({
  zh: `内容中疑有个人信息（${e.traces.join("、")}），请删去；姓名和联系方式写在 people.csv。`,
  en: `The text seems to hold personal data (${e.traces.join(", ")}); take it out: names and numbers belong into people.csv.`
})) {}

/** A cell holds no span of days. */
export class SpanInvalid extends define("SpanInvalid")<object>(() => ({
  zh: "此处应为起止日期，如“2022-07-01..2022-08-01”（不含后一日，可留空），多项以分号分隔。",
  en: 'This must be days such as "2022-07-01..2022-08-01" (the second one not included, or left empty), several separated by semicolons.'
})) {}

/** The most somebody looks for is less than the least. */
export class AreaReversed extends define("AreaReversed")<{ readonly least: number; readonly most: number }>((e) => ({
  zh: `最大面积 ${e.most} 小于最小面积 ${e.least}，请更正。`,
  en: `The most, ${e.most}, is less than the least, ${e.least}; correct one of them.`
})) {}
