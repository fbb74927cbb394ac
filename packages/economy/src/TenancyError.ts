import type { KernelError } from "@louyu/kernel"
import { type PersonalData, Problem } from "@louyu/kernel"

const define = <const Tag extends string>(tag: Tag) => Problem.define("economy", tag)

/** The space is not known, or is none on that day. */
export class SpaceNotFound extends define("SpaceNotFound")<{ readonly space: string; readonly on: string }>((e) => ({
  zh: `${e.on} 没有可租空间“${e.space}”，请检查编号或日期。`,
  en: `There is no space "${e.space}" on ${e.on}; check the id or the date.`
})) {}

/** The building, floor or room does not exist on that day. */
export class PlaceNotFound extends define("PlaceNotFound")<{ readonly place: string; readonly on: string }>((e) => ({
  zh: `${e.on} 没有场所“${e.place}”，请检查编号或日期。`,
  en: `There is no place "${e.place}" on ${e.on}; check the id or the date.`
})) {}

/** The enterprise does not exist on that day. */
export class TenantNotFound extends define("TenantNotFound")<{ readonly tenant: string; readonly on: string }>((e) => ({
  zh: `${e.on} 没有企业“${e.tenant}”，请先登记企业或检查编号、日期。`,
  en: `There is no enterprise "${e.tenant}" on ${e.on}; register it first, or check the id or the date.`
})) {}

/** There is no such lease, or it was annulled. */
export class LeaseNotFound extends define("LeaseNotFound")<{ readonly lease: string }>((e) => ({
  zh: `没有有效的租约“${e.lease}”，请检查编号；已作废的租约须另立新约。`,
  en: `There is no lease "${e.lease}" in force; check the id. One that was annulled needs a new lease.`
})) {}

/** An id already belongs to another space. */
export class SpaceIdTaken extends define("SpaceIdTaken")<{ readonly space: string }>((e) => ({
  zh: `空间编号“${e.space}”已用于另一处空间，请换一个。`,
  en: `The id "${e.space}" already belongs to another space; choose another one.`
})) {}

/** An id already belongs to another lease. */
export class LeaseIdTaken extends define("LeaseIdTaken")<{ readonly lease: string }>((e) => ({
  zh: `租约编号“${e.lease}”已用于另一份租约，请换一个。`,
  en: `The id "${e.lease}" already belongs to another lease; choose another one.`
})) {}

/** An area is none: not above 0, too large, or with more than two decimals. */
export class AreaInvalid extends define("AreaInvalid")<{ readonly space: string; readonly area: number }>((e) => ({
  zh: `空间“${e.space}”的面积须大于 0 平方米、不超过一千万平方米、至多两位小数（现为 ${e.area}）。`,
  en: `The area of space "${e.space}" must be above 0 and at most 10,000,000 m2 with at most two decimals, not ${e.area}.`
})) {}

/** A lease names the same space twice. */
export class SpaceRepeated extends define("SpaceRepeated")<{ readonly lease: string; readonly space: string }>((e) => ({
  zh: `租约“${e.lease}”中空间“${e.space}”出现两次，请合并为一项。`,
  en: `Lease "${e.lease}" names space "${e.space}" twice; make it one.`
})) {}

/** Somebody has the space alone on some of those days. */
export class SpaceAlreadyLet extends define("SpaceAlreadyLet")<{
  readonly space: string
  readonly lease: string
  readonly from: string
  readonly to: string | undefined
}>((e) => ({
  zh: `空间“${e.space}”自 ${e.from} 至 ${e.to ?? "不定期"} 已由租约“${e.lease}”占用；请改期、换一处，或将各租约均注明共用。`,
  en: `Space "${e.space}" is let under "${e.lease}" from ${e.from} to ${e.to ?? "no end"}; choose other dates or another space, or declare every lease of it shared.`
})) {}

/** Two leases have one space on the same days, and only one of them says that it is shared. */
export class SharingNotDeclared extends define("SharingNotDeclared")<{
  readonly space: string
  readonly lease: string
  readonly other: string
  readonly on: string
}>((e) => ({
  zh: `${e.on} 起空间“${e.space}”将由租约“${e.lease}”与“${e.other}”共用，但并非两份租约都注明共用；请在每份租约中注明。`,
  en: `From ${e.on} on space "${e.space}" would be used under "${e.lease}" and "${e.other}", which are not both declared shared; declare it on every lease.`
})) {}

/** A lease names a part of a space without being shared. */
export class ShareWithoutSharing extends define("ShareWithoutSharing")<{
  readonly lease: string
  readonly space: string
}>((e) => ({
  zh: `租约“${e.lease}”只取空间“${e.space}”的一部分，须注明共用；独用时请勿填写面积。`,
  en: `Lease "${e.lease}" takes a part of space "${e.space}" and must be declared shared; leave the area out if it has the space alone.`
})) {}

/** The shares of a space would come to more than its area. */
export class SharesExceedArea extends define("SharesExceedArea")<{
  readonly space: string
  readonly on: string
  readonly shares: number
  readonly area: number
}>((e) => ({
  zh: `${e.on} 起空间“${e.space}”的共用面积合计 ${e.shares} 平方米，超过其面积 ${e.area} 平方米；请减少份额。`,
  en: `From ${e.on} on the shares of space "${e.space}" would come to ${e.shares} m2, more than its ${e.area} m2; make them smaller.`
})) {}

/** The space is off offer on some of those days. */
export class SpaceNotOffered extends define("SpaceNotOffered")<{ readonly space: string; readonly on: string }>(
  (e) => ({
    zh: `${e.on} 空间“${e.space}”暂不出租，请改期或先恢复出租。`,
    en: `Space "${e.space}" is not on offer on ${e.on}; choose other dates or offer it again first.`
  })
) {}

/** The lease does not run up to that day. */
export class LeaseNotRunning extends define("LeaseNotRunning")<{
  readonly lease: string
  readonly on: string
  readonly from: string
  readonly to: string | undefined
}>((e) => ({
  zh: `租约“${e.lease}”自 ${e.from} 至 ${e.to ?? "不定期"}，${e.on} 不在其间；请检查日期，延期请用续租。`,
  en: `Lease "${e.lease}" runs from ${e.from} to ${e.to ?? "no end"}, ${e.on} is not in that time; check the date, or extend the lease.`
})) {}

/** An extension must end later than the lease does. */
export class ExtensionNotLater extends define("ExtensionNotLater")<{
  readonly lease: string
  readonly to: string | undefined
}>((e) => ({
  zh: `租约“${e.lease}”已至 ${e.to ?? "不定期"}，续租的终止日须更晚；提前结束请用终止。`,
  en: `Lease "${e.lease}" already runs to ${e.to ?? "no end"}; an extension must end later. End the lease to make it shorter.`
})) {}

/** Nobody said that the tenant would leave. */
export class LeavingNotIntended extends define("LeavingNotIntended")<{ readonly lease: string; readonly on: string }>(
  (e) => ({
    zh: `${e.on} 租约“${e.lease}”没有退租意向可以撤回。`,
    en: `On ${e.on} there is no intention to leave under lease "${e.lease}" to take back.`
  })
) {}

/** A text holds something that leads to a person. */
export class NotePersonal extends define("NotePersonal")<{
  readonly id: string
  readonly traces: ReadonlyArray<PersonalData.Trace>
}>((e) => ({
  zh: `“${e.id}”的文字中含个人信息（${e.traces.join("、")}），请删去。`,
  en: `The text of "${e.id}" holds personal data (${e.traces.join(", ")}); take it out.`
})) {}

/** Every reason for which a rent roll refuses a command. */
export type TenancyError =
  | SpaceNotFound
  | PlaceNotFound
  | TenantNotFound
  | LeaseNotFound
  | SpaceIdTaken
  | LeaseIdTaken
  | AreaInvalid
  | SpaceRepeated
  | SpaceAlreadyLet
  | SharingNotDeclared
  | ShareWithoutSharing
  | SharesExceedArea
  | SpaceNotOffered
  | LeaseNotRunning
  | ExtensionNotLater
  | LeavingNotIntended
  | NotePersonal
  | KernelError.PeriodReversed
