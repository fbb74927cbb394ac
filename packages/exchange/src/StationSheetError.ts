import { Problem } from "@louyu/kernel"

const define = <const Tag extends string>(tag: Tag) => Problem.define("exchange", tag)

const sorts = {
  stationKind: { zh: "站点类型", en: "kind of station" },
  roomKind: { zh: "功能室类型", en: "kind of room" },
  pointKind: { zh: "设备类型", en: "kind of device" },
  facilityKind: { zh: "设施类型", en: "kind of facility" },
  audience: { zh: "服务对象", en: "audience" },
  labelSet: { zh: "标签组", en: "set of labels" },
  label: { zh: "标签", en: "label" },
  standard: { zh: "站点标准", en: "standard" },
  criterion: { zh: "标准条目", en: "criterion" }
} as const

/** The city does not speak of its stations in such a word. */
export class StationWordUnknown extends define("StationWordUnknown")<{
  readonly sort: keyof typeof sorts
  readonly word: string
  readonly nearest: ReadonlyArray<string>
}>((e) => ({
  zh: `本市没有${sorts[e.sort].zh}“${e.word}”；最接近的是：${e.nearest.join("、") || "（无）"}。`,
  en: `The city has no ${sorts[e.sort].en} "${e.word}"; the nearest are: ${e.nearest.join(", ") || "(none)"}.`
})) {}

/** A sub-station is given two main ones. */
export class SubWithTwoMains extends define("SubWithTwoMains")<{
  readonly station: string
  readonly mains: ReadonlyArray<string>
}>((e) => ({
  zh: `分站点“${e.station}”写了多个主阵地（${e.mains.join("、")}），只能有一个；日后转隶写在 station-changes.csv。`,
  en: `The sub-station "${e.station}" is given several main stations (${e.mains.join(", ")}) and has one; put a later change into station-changes.csv.`
})) {}

/** A cell does not say which days are meant. */
export class DaysInvalid extends define("DaysInvalid")<object>(() => ({
  zh: "此处应为哪些日子，如“工作日”“周末”“节假日”“每天”“周一至周五”“1-5”，或两者兼有如“周一 工作日”。",
  en: 'This must say which days: "workdays", "weekends", "holidays", "every", weekdays such as "1-5", or both as in "1 workdays".'
})) {}

/** A cell holds no times of a day. */
export class TimesInvalid extends define("TimesInvalid")<object>(() => ({
  zh: "此处应为时段，如“08:30-11:30”，多段以分号分隔且互不重叠；跨午夜的请写成两天两段。",
  en: 'This must be times such as "08:30-11:30", several separated by semicolons, none overlapping; what goes on over midnight is two times on two days.'
})) {}

/** A cell does not say which dates are meant. */
export class DatesInvalid extends define("DatesInvalid")<object>(() => ({
  zh: "此处应为日期或起止日期（不含后一日），如“2024-10-01”“2024-10-01..2024-10-08”，多项以分号分隔。",
  en: 'This must be dates such as "2024-10-01", or first and end such as "2024-10-01..2024-10-08" (the second not included), several separated by semicolons.'
})) {}

/** A cell holds no number of turns. */
export class TurnsInvalid extends define("TurnsInvalid")<object>(() => ({
  zh: "此处应为次数，可为负，至多两位小数，绝对值不超过 10000，如 1、-0.5。",
  en: "This must be a number of turns such as 1 or -0.5, with at most two decimals, between -10000 and 10000."
})) {}

/** A roster has nobody who takes turns. */
export class RosterMembersMissing extends define("RosterMembersMissing")<{
  readonly roster: string
  readonly plan: number
}>((e) => ({
  zh: `值班表“${e.roster}”的第 ${e.plan} 个方案没有成员，请在 roster-members.csv 中补充。`,
  en: `Plan ${e.plan} of the roster "${e.roster}" has no members; add them to roster-members.csv.`
})) {}

/** Themes are to change by turns, and there are none. */
export class RosterThemesMissing extends define("RosterThemesMissing")<{ readonly roster: string }>((e) => ({
  zh: `值班表“${e.roster}”按周或月轮换主题，但 roster-themes.csv 中没有主题；请补充，或清空此单元格。`,
  en: `The themes of the roster "${e.roster}" change by turns, and roster-themes.csv has none; add some, or clear this cell.`
})) {}

/** A row is about a plan that no row of rosters.csv sets up. */
export class RosterPlanUnknown extends define("RosterPlanUnknown")<{
  readonly roster: string
  readonly plan: number
  readonly known: ReadonlyArray<number>
}>((e) => ({
  zh: `值班表“${e.roster}”没有第 ${e.plan} 个方案；rosters.csv 中有：${e.known.join("、")}。`,
  en: `The roster "${e.roster}" has no plan ${e.plan}; rosters.csv has: ${e.known.join(", ")}.`
})) {}

/** More members are said to have agreed than a duty can change hands between. */
export class MembersBeyondTwo extends define("MembersBeyondTwo")<{ readonly found: number }>((e) => ({
  zh: `写了 ${e.found} 家同意单位，一次变动最多涉及两家；请只写相关的单位。`,
  en: `The cell names ${e.found} members, and a duty changes hands between two at most; name only those it concerns.`
})) {}

/** Opening hours contradict those of another row: a minute of a day belongs to two of them, or a date has two exceptions. */
export class HoursOverlap extends define("HoursOverlap")<{ readonly firstRow: number }>((e) => ({
  zh: `此行的开放时间与第 ${e.firstRow} 行重叠或矛盾，请改到互不重叠；若此行取代那一行，请给那一行写上截止日期；例外日期另写一行，只填“日期”不填“日子”。`,
  en: `The hours of this row contradict row ${e.firstRow}; let none overlap another. Where this row replaces that one, give that one an end; what holds on certain dates instead is a row with dates and no days.`
})) {}

/** Something ends no later than it begins. */
export class MomentsReversed extends define("MomentsReversed")<object>(() => ({
  zh: "结束的时间须晚于开始的时间，请更正其中之一。",
  en: "The end must come after the beginning; correct one of them."
})) {}
