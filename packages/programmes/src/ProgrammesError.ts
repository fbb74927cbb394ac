import { type KernelError, type PersonalData, Problem } from "@louyu/kernel"
import type { ActivityError } from "./ActivityError.ts"
import type { AgreementError } from "./AgreementError.ts"
import type { ProjectError } from "./ProjectError.ts"
import type { VolunteerError } from "./VolunteerError.ts"

const define = <const Tag extends string>(tag: Tag) => Problem.define("programmes", tag)

const sorts = {
  programme: { zh: "行动", en: "programme" },
  project: { zh: "项目", en: "project" },
  series: { zh: "系列活动", en: "series" },
  activity: { zh: "活动", en: "activity" },
  participant: { zh: "活动报名", en: "registration for" },
  workLine: { zh: "工作主线", en: "work line" },
  group: { zh: "分组", en: "group" },
  entry: { zh: "条目", en: "entry" },
  annualList: { zh: "年度清单", en: "annual list" },
  milestone: { zh: "节点", en: "milestone" },
  volunteering: { zh: "志愿服务", en: "volunteering" },
  team: { zh: "志愿队伍", en: "volunteer team" },
  member: { zh: "队员", en: "team member" },
  service: { zh: "志愿服务活动", en: "volunteer service" },
  wish: { zh: "微心愿", en: "wish" },
  pact: { zh: "公约", en: "pact" },
  version: { zh: "公约版本", en: "version of the pact" },
  clause: { zh: "条款", en: "clause" },
  pairing: { zh: "结对协议", en: "pairing agreement" },
  party: { zh: "参与方", en: "party" },
  commitment: { zh: "承诺", en: "commitment" },
  delivery: { zh: "兑现记录", en: "delivery" },
  coManagement: { zh: "共管约定", en: "co-management pact" },
  class: { zh: "托管班", en: "childcare class" },
  course: { zh: "课程", en: "course" },
  enrolment: { zh: "入班登记", en: "enrolment in" },
  unit: { zh: "单位", en: "unit" }
} as const

/** What can be named by an id here. */
export type Sort = keyof typeof sorts

const standings = {
  planned: { zh: "待举办", en: "planned" },
  held: { zh: "已举办", en: "held" },
  cancelled: { zh: "已取消", en: "cancelled" },
  ended: { zh: "已结束", en: "ended" },
  drafted: { zh: "拟订中", en: "being drafted" },
  published: { zh: "已公布", en: "published" },
  completed: { zh: "已完成", en: "completed" },
  dropped: { zh: "已撤下", en: "dropped" },
  posted: { zh: "待认领", en: "posted" },
  claimed: { zh: "已认领", en: "claimed" },
  fulfilled: { zh: "已办结，待确认", en: "fulfilled" },
  confirmed: { zh: "已确认", en: "confirmed" },
  withdrawn: { zh: "已撤回", en: "withdrawn" },
  amending: { zh: "修订待通过", en: "being amended" },
  adopted: { zh: "已通过", en: "adopted" },
  proposed: { zh: "待签署", en: "proposed" },
  signed: { zh: "已签署", en: "signed" },
  open: { zh: "开放中", en: "open" },
  closed: { zh: "已关闭", en: "closed" },
  waiting: { zh: "候补中", en: "waiting" },
  placed: { zh: "已有名额", en: "placed" },
  missing: { zh: "尚无", en: "not there" },
  present: { zh: "已到场", en: "recorded as present" },
  reached: { zh: "已达成", en: "reached" }
} as const

/** How something stands that a command is about. */
export type Standing = keyof typeof standings

/** Something is named that does not exist, or not on that day. */
export class ProgrammePartUnknown extends define("ProgrammePartUnknown")<{ readonly sort: Sort; readonly id: string }>(
  (e) => ({
    zh: `没有${sorts[e.sort].zh}“${e.id}”，请检查编号或日期。`,
    en: `There is no ${sorts[e.sort].en} "${e.id}"; check the id or the date.`
  })
) {}

/** An id already belongs to something else. */
export class ProgrammeIdTaken extends define("ProgrammeIdTaken")<{ readonly sort: Sort; readonly id: string }>((e) => ({
  zh: `${sorts[e.sort].zh}“${e.id}”已经登记，请勿重复，或换一个编号。`,
  en: `The ${sorts[e.sort].en} "${e.id}" is there already; name it once, or choose another id.`
})) {}

/** Something later is already known. */
export class ProgrammeOutOfOrder extends define("ProgrammeOutOfOrder")<{
  readonly sort: Sort
  readonly id: string
  readonly on: string
  readonly last: string
}>((e) => ({
  zh: `${sorts[e.sort].zh}“${e.id}”的日期 ${e.on} 须不早于 ${e.last}，请检查日期。`,
  en: `The date ${e.on} of the ${sorts[e.sort].en} "${e.id}" must not be before ${e.last}; check the date.`
})) {}

/** A day lies outside the time of what it is about. */
export class OutsideTerm extends define("OutsideTerm")<{
  readonly sort: Sort
  readonly id: string
  readonly on: string
  readonly from: string
  readonly to: string | undefined
}>((e) => ({
  zh: `${sorts[e.sort].zh}“${e.id}”自 ${e.from} 至 ${e.to ?? "不定期"}，${e.on} 不在其间，请检查日期。`,
  en: `The ${sorts[e.sort].en} "${e.id}" runs from ${e.from} to ${e.to ?? "no end"}, ${e.on} is not in that time; check the date.`
})) {}

/** A text or an id holds something that leads to a person. */
export class ProgrammeTextPersonal extends define("ProgrammeTextPersonal")<{
  readonly sort: Sort
  readonly traces: ReadonlyArray<PersonalData.Trace>
}>((e) => ({
  zh: `${sorts[e.sort].zh}的文字或编号中含个人信息（${e.traces.join("、")}），请删去；本人资料另存。`,
  en: `A text or id of the ${sorts[e.sort].en} holds personal data (${e.traces.join(", ")}); take it out and keep it in the vault.`
})) {}

/** What is asked cannot be done as things stand. */
export class ProgrammeActionNotAllowed extends define("ProgrammeActionNotAllowed")<{
  readonly sort: Sort
  readonly id: string
  readonly standing: Standing
  readonly action: string
}>((e) => ({
  zh: `${sorts[e.sort].zh}“${e.id}”${standings[e.standing].zh}，不能执行 ${e.action}；请先核对其状态。`,
  en: `The ${sorts[e.sort].en} "${e.id}" is ${standings[e.standing].en}, so ${e.action} cannot be done; check how it stands.`
})) {}

/** Every reason for which a command of this package is refused. */
export type ProgrammesError =
  | ProgrammePartUnknown
  | ProgrammeIdTaken
  | ProgrammeOutOfOrder
  | OutsideTerm
  | ProgrammeTextPersonal
  | ProgrammeActionNotAllowed
  | KernelError.PeriodReversed
  | ActivityError
  | ProjectError
  | VolunteerError
  | AgreementError
