import { type KernelError, type PersonalData, Problem } from "@louyu/kernel"

const define = <const Tag extends string>(tag: Tag) => Problem.define("stations", tag)

const sorts = {
  roster: { zh: "轮值表", en: "roster" },
  member: { zh: "成员单位", en: "member" },
  unit: { zh: "单位", en: "unit" },
  shift: { zh: "班次", en: "shift" },
  station: { zh: "站点", en: "station" },
  theme: { zh: "主题", en: "theme" },
  slot: { zh: "值班岗次", en: "slot" }
} as const

/** What can be named by an id here. */
export type RosterSort = keyof typeof sorts

/** Something is named that does not exist, or not on that day. */
export class RosterPartUnknown extends define("RosterPartUnknown")<{ readonly sort: RosterSort; readonly id: string }>(
  (e) => ({
    zh: `没有${sorts[e.sort].zh}“${e.id}”，请检查编号或日期。`,
    en: `There is no ${sorts[e.sort].en} "${e.id}"; check the id or the date.`
  })
) {}

/** An id already belongs to another roster. */
export class RosterIdTaken extends define("RosterIdTaken")<{ readonly id: string }>((e) => ({
  zh: `轮值表“${e.id}”已经登记，请换一个编号。`,
  en: `The roster "${e.id}" is there already; choose another id.`
})) {}

/** A cycle has no end. */
export class CycleOpen extends define("CycleOpen")<{ readonly from: string }>((e) => ({
  zh: `自 ${e.from} 起的轮值周期没有截止日期，请填写截止日期。`,
  en: `The cycle from ${e.from} has no end; say when it ends.`
})) {}

/** No shift has a day in the cycle. */
export class CycleWithoutDays extends define("CycleWithoutDays")<{ readonly from: string; readonly to: string }>((e) =>
  e.from < e.to
    ? {
        zh: `${e.from} 至 ${e.to} 的轮值周期内没有任何值班日，请检查班次的日期规则。`,
        en: `No shift has a day in the cycle from ${e.from} to ${e.to}; check the days of the shifts.`
      }
    : {
        zh: `轮值周期到 ${e.to} 已经结束，${e.from} 起没有值班日；请延长周期，或另建轮值表。`,
        en: `The cycle ended by ${e.to}, so it has no days from ${e.from} on; let it end later, or draft another roster.`
      }
) {}

/** Something is named twice where it counts once. */
export class RosterWordTwice extends define("RosterWordTwice")<{
  readonly sort: "member" | "shift" | "station" | "theme"
  readonly id: string
}>((e) => ({
  zh: `${sorts[e.sort].zh}“${e.id}”列了两次，请删去一处。`,
  en: `The ${sorts[e.sort].en} "${e.id}" is listed twice; take one out.`
})) {}

/** A unit does not take turns in a roster. */
export class RosterMemberUnknown extends define("RosterMemberUnknown")<{ readonly unit: string }>((e) => ({
  zh: `“${e.unit}”不是本轮值表（或该班次）的成员单位，请先加入成员名单。`,
  en: `"${e.unit}" is no member of this roster or shift; add it to the members first.`
})) {}

/** A shift needs more organisations than could serve it. */
export class NeededBeyondMembers extends define("NeededBeyondMembers")<{
  readonly shift: string
  readonly needed: number
  readonly members: number
}>((e) => ({
  zh: `班次“${e.shift}”每处需 ${e.needed} 家单位，但只有 ${e.members} 家可轮值；请增加成员或减少人手。`,
  en: `The shift "${e.shift}" needs ${e.needed} organisations at a station, but ${e.members} may serve it; add members or need fewer.`
})) {}

/** Two themes are on at once. */
export class RosterThemesOverlap extends define("RosterThemesOverlap")<{
  readonly themes: readonly [string, string]
  readonly on: string
}>((e) => ({
  zh: `主题“${e.themes[0]}”与“${e.themes[1]}”自 ${e.on} 起日期重叠，请错开。`,
  en: `The themes "${e.themes[0]}" and "${e.themes[1]}" overlap from ${e.on} on; keep them apart.`
})) {}

/** What is settled of a shift would become something else. */
export class SettledShiftChanged extends define("SettledShiftChanged")<{
  readonly shift: string
  readonly slot: string
}>((e) => ({
  zh: `班次“${e.shift}”已有发布、指定或已过的值班（${e.slot}），不能改变其时段、站点、人数，也不能取消或移出周期；请另设新班次，并保留原周期的起止。`,
  en: `The shift "${e.shift}" has duties that are published, given or past (${e.slot}), so its window, stations and seats stay, and the cycle keeps their days; add another shift instead.`
})) {}

/** A generation does not follow the one before it, or is not the last one when it is to be published. */
export class GenerationOutOfOrder extends define("GenerationOutOfOrder")<{
  readonly generation: number
  readonly next: number
}>((e) => ({
  zh: `轮值表此时应为第 ${e.next} 次编排，不是第 ${e.generation} 次；请改用第 ${e.next} 次。`,
  en: `Generation ${e.next} of the roster is due, not ${e.generation}; use that number.`
})) {}

/** Something is told of a day before what is known already. */
export class RosterOutOfOrder extends define("RosterOutOfOrder")<{
  readonly roster: string
  readonly on: string
  readonly last: string
}>((e) => ({
  zh: `轮值表“${e.roster}”在 ${e.last} 已有记录，不能再记 ${e.on} 的事项；请用 ${e.last} 或之后的日期。`,
  en: `The roster "${e.roster}" has records of ${e.last}, so ${e.on} is too early; use that day or a later one.`
})) {}

/** Nobody holds a slot. */
export class SlotEmpty extends define("SlotEmpty")<{ readonly slot: string }>((e) => ({
  zh: `值班岗次“${e.slot}”无人值班，请先由管理方指定单位。`,
  en: `Nobody holds the slot "${e.slot}"; let a manager name an organisation first.`
})) {}

/** A duty belongs to another member. */
export class NotOnDuty extends define("NotOnDuty")<{
  readonly slot: string
  readonly unit: string
  readonly holder: string
}>((e) => ({
  zh: `值班岗次“${e.slot}”由“${e.holder}”值班，不是“${e.unit}”；请核对岗次，或先办理换班。`,
  en: `The slot "${e.slot}" is held by "${e.holder}", not by "${e.unit}"; check the slot, or swap first.`
})) {}

/** A member is on the slot already that it is to be put on. */
export class AlreadyOnDuty extends define("AlreadyOnDuty")<{ readonly slot: string; readonly unit: string }>((e) => ({
  zh: `值班岗次“${e.slot}”本来就由“${e.unit}”值班，请另选单位或岗次。`,
  en: `"${e.unit}" is on the slot "${e.slot}" already; choose another member or slot.`
})) {}

/** A roster has nothing to publish. */
export class RosterNotGenerated extends define("RosterNotGenerated")<{ readonly roster: string }>((e) => ({
  zh: `轮值表“${e.roster}”尚未编排，请先编排再发布。`,
  en: `The roster "${e.roster}" has not been generated; generate it before you publish it.`
})) {}

/** A swap must be said by the two members, or by a manager for them. */
export class SwapNotAgreed extends define("SwapNotAgreed")<{
  readonly slots: ReadonlyArray<string>
  readonly members: ReadonlyArray<string>
}>((e) => ({
  zh: `换班须由当值双方（${e.members.join("、")}）共同提出，或由管理方代办。`,
  en: `A swap is said by both who hold the slots (${e.members.join(", ")}), or by a manager for them.`
})) {}

/** A member would be at two stations at once. */
export class DutyDoubleBooked extends define("DutyDoubleBooked")<{
  readonly unit: string
  readonly slot: string
  readonly other: string
}>((e) => ({
  zh: `“${e.unit}”在“${e.other}”同一时段已有值班，不能再值“${e.slot}”；请换一家单位或另换一班。`,
  en: `"${e.unit}" is on duty at the same time in "${e.other}", so not in "${e.slot}"; choose another member or slot.`
})) {}

/** A member cannot be on duty on a day. */
export class MemberUnavailable extends define("MemberUnavailable")<{
  readonly unit: string
  readonly on: string
  readonly reason: "excused" | "unavailable"
}>((e) => ({
  zh: `“${e.unit}”在 ${e.on} ${e.reason === "excused" ? "免于值班" : "不能值班"}，请换一家单位或另换一天。`,
  en: `"${e.unit}" is ${e.reason} on ${e.on}; choose another member or day.`
})) {}

/** A member would have more turns than the plan allows. */
export class DutyLimitReached extends define("DutyLimitReached")<{
  readonly unit: string
  readonly slot: string
  readonly limit: "maxPerWeek" | "restDays"
  readonly value: number
}>((e) => ({
  zh:
    e.limit === "maxPerWeek"
      ? `“${e.unit}”一周最多值班 ${e.value} 次，不能再值“${e.slot}”；确需如此请由管理方指定并说明理由。`
      : `“${e.unit}”两次值班之间须间隔 ${e.value} 天，不能值“${e.slot}”；确需如此请由管理方指定并说明理由。`,
  en: `"${e.unit}" in "${e.slot}" breaks ${e.limit} ${e.value}; choose another, or let a manager override it with a reason.`
})) {}

const settled = {
  started: { zh: "已签到", en: "has been checked in to" },
  missed: { zh: "缺岗", en: "was missed" },
  cancelled: { zh: "已撤销", en: "was taken back" },
  past: { zh: "已过期", en: "is over" }
} as const

/** A duty does not stand so that this could be done with it. */
export class DutySettled extends define("DutySettled")<{
  readonly slot: string
  readonly standing: keyof typeof settled
}>((e) => ({
  zh: `值班岗次“${e.slot}”${e.standing === "missed" ? "已记为" : ""}${settled[e.standing].zh}，不能再变更；请核对岗次，或另选尚未值班的岗次。`,
  en: `The slot "${e.slot}" ${settled[e.standing].en} and stays so; check the slot, or choose one that is still to come.`
})) {}

/** A duty is not published yet. */
export class DutyNotPublished extends define("DutyNotPublished")<{ readonly slot: string }>((e) => ({
  zh: `值班岗次“${e.slot}”尚未发布，请先发布轮值表。`,
  en: `The slot "${e.slot}" is not published yet; publish the roster first.`
})) {}

/** A check-in comes too early or too late, or a miss before the shift is over. */
export class DutyUntimely extends define("DutyUntimely")<{
  readonly slot: string
  readonly action: "checkIn" | "miss"
  readonly from: string
  readonly to?: string
}>((e) => ({
  zh:
    e.action === "miss"
      ? `值班岗次“${e.slot}”要到 ${e.from} 才结束，此前不能记缺岗；请在结束后再记。`
      : `值班岗次“${e.slot}”的签到时间为 ${e.from} 至 ${e.to ?? ""}，请在此期间签到。`,
  en:
    e.action === "miss"
      ? `The slot "${e.slot}" ends at ${e.from}; say that it was missed after that.`
      : `Check in to the slot "${e.slot}" from ${e.from} to ${e.to ?? ""}.`
})) {}

/** A text seems to hold personal data. */
export class RosterTextPersonal extends define("RosterTextPersonal")<{
  readonly roster: string
  readonly traces: ReadonlyArray<PersonalData.Trace>
}>((e) => ({
  zh: `轮值表“${e.roster}”的文字里似有个人信息（${e.traces.join("、")}），请删去后再提交。`,
  en: `A text of the roster "${e.roster}" seems to hold personal data (${e.traces.join(", ")}); take it out.`
})) {}

/** Every reason for which a plan by itself is refused. */
export type RosterPlanError =
  | CycleOpen
  | RosterWordTwice
  | RosterMemberUnknown
  | NeededBeyondMembers
  | RosterThemesOverlap

/** Every reason for which a roster cannot be generated. */
export type GenerationError = RosterPlanError | CycleWithoutDays | KernelError.CalendarYearUnknown

/** Every reason for which something about rosters is refused. */
export type RosterError =
  | GenerationError
  | RosterPartUnknown
  | RosterIdTaken
  | SettledShiftChanged
  | GenerationOutOfOrder
  | RosterOutOfOrder
  | SlotEmpty
  | NotOnDuty
  | AlreadyOnDuty
  | RosterNotGenerated
  | SwapNotAgreed
  | DutyDoubleBooked
  | MemberUnavailable
  | DutyLimitReached
  | DutySettled
  | DutyNotPublished
  | DutyUntimely
  | RosterTextPersonal
