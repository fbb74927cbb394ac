import { Problem } from "@louyu/kernel"

const define = <const Tag extends string>(tag: Tag) => Problem.define("programmes", tag)

/** The department does not take part in the programme. */
export class NotParticipating extends define("NotParticipating")<{
  readonly programme: string
  readonly department: string
}>((e) => ({
  zh: `部门“${e.department}”未参加行动“${e.programme}”，请先加入，或改由参加部门牵头。`,
  en: `The department "${e.department}" does not take part in the programme "${e.programme}"; let it join first, or name one that does.`
})) {}

/** All places are taken, and nobody more can wait. */
export class PlacesFull extends define("PlacesFull")<{
  readonly id: string
  readonly capacity: number
  readonly waiting: number
}>((e) => ({
  zh: `“${e.id}”名额 ${e.capacity} 个已满，候补 ${e.waiting} 个，不再接受；请增加名额或另选一场。`,
  en: `The ${e.capacity} places of "${e.id}" are taken and ${e.waiting} wait; no more are accepted. Add places or choose another date.`
})) {}

/** There would be fewer places than are taken. */
export class CapacityBelowPlaced extends define("CapacityBelowPlaced")<{
  readonly id: string
  readonly capacity: number
  readonly placed: number
}>((e) => ({
  zh: `“${e.id}”已有 ${e.placed} 人占用名额，不能减到 ${e.capacity} 个；请至少保留 ${e.placed} 个，或先取消报名。`,
  en: `${e.placed} places of "${e.id}" are taken, so there cannot be only ${e.capacity}; keep at least ${e.placed}, or take registrations back first.`
})) {}

/** The last day of registration has passed. */
export class RegistrationClosed extends define("RegistrationClosed")<{
  readonly activity: string
  readonly on: string
  readonly until: string
}>((e) => ({
  zh: `活动“${e.activity}”报名截至 ${e.until}，${e.on} 不再受理，请联系主办单位。`,
  en: `Registration for the activity "${e.activity}" ended with ${e.until}, so ${e.on} is too late; ask the hosts.`
})) {}

/** It has not come to that day yet. */
export class NotYetHeld extends define("NotYetHeld")<{
  readonly activity: string
  readonly date: string
  readonly on: string
}>((e) => ({
  zh: `活动“${e.activity}”定于 ${e.date}，${e.on} 尚未举办，请在当日或之后登记。`,
  en: `The activity "${e.activity}" is on ${e.date}, after ${e.on}; record this on that day or later.`
})) {}

/** A child of that age band is not admitted to the class. */
export class BandNotAdmitted extends define("BandNotAdmitted")<{
  readonly class: string
  readonly band: string
  readonly admitted: ReadonlyArray<string>
}>((e) => ({
  zh: `托管班“${e.class}”接收年龄段 ${e.admitted.join("、")}，不含 ${e.band}，请另选班级。`,
  en: `The childcare class "${e.class}" admits ages ${e.admitted.join(", ")}, not ${e.band}; choose another class.`
})) {}

/** Every reason that is special to programmes, activities and classes. */
export type ActivityError =
  | NotParticipating
  | PlacesFull
  | CapacityBelowPlaced
  | RegistrationClosed
  | NotYetHeld
  | BandNotAdmitted
