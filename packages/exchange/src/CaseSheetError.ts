import { Problem } from "@louyu/kernel"

const define = <const Tag extends string>(tag: Tag) => Problem.define("exchange", tag)

/** A cell holds no date and time. */
export class MomentInvalid extends define("MomentInvalid")<object>(() => ({
  zh: "此处应为日期和时间，如“2024-05-06 09:30”，也可只写日期；年份在 1900 至 3000 之间。",
  en: 'This must be a date and time such as "2024-05-06 09:30", or a date alone, in the years 1900 to 3000.'
})) {}

/** The clocks never showed what a cell says, because they were set forward. */
export class MomentSkipped extends define("MomentSkipped")<{ readonly timeZone: string }>((e) => ({
  zh: `当日时钟拨快，时区 ${e.timeZone} 没有这一时刻，请更正。`,
  en: `The clocks of ${e.timeZone} were set forward that day and never showed this time; correct it.`
})) {}

/** A cell holds no length of time as offices promise it. */
export class DurationInvalid extends define("DurationInvalid")<object>(() => ({
  zh: "此处应为时长，如“2个工作日”“4个工作小时”“24小时”。",
  en: 'This must be a length of time such as "2 working days", "4 working hours" or "24 hours".'
})) {}

const sorts = {
  flow: { zh: "配置中没有流程", en: "The profile has no flow" },
  bodyKind: { zh: "配置中没有议事组织类型", en: "The profile has no kind of body" },
  party: { zh: "该议事组织没有参与方", en: "The body has no party" },
  category: { zh: "流程中没有类别", en: "The flow has no category" },
  channel: { zh: "流程中没有渠道", en: "The flow has no channel" },
  rejection: { zh: "流程中没有不予受理的原因", en: "The flow has no reason for rejecting" },
  closing: { zh: "流程中没有关闭原因", en: "The flow has no reason for closing" },
  level: { zh: "流程中没有层级", en: "The flow has no level" }
} as const

/** The profile, or the flow of a case, or the kind of a body, has no such word. */
export class CaseworkWordUnknown extends define("CaseworkWordUnknown")<{
  readonly sort: keyof typeof sorts
  readonly word: string
  readonly nearest: ReadonlyArray<string>
}>((e) => ({
  zh: `${sorts[e.sort].zh}“${e.word}”；最接近的是：${e.nearest.join("、") || "（无）"}。`,
  en: `${sorts[e.sort].en} "${e.word}"; the nearest are: ${e.nearest.join(", ") || "(none)"}.`
})) {}

/** A case is merged that no row of the folder raises, so that nobody knows whom to tell. */
export class RaisersUnknown extends define("RaisersUnknown")<{ readonly case: string }>((e) => ({
  zh: `cases.csv 中没有案件“${e.case}”，无从得知应告知何人；请补充该行或更正编号。`,
  en: `cases.csv does not raise the case "${e.case}", so nobody knows whom to tell; add its row or correct the id.`
})) {}
