import { type KernelError, type PersonalData, Problem } from "@louyu/kernel"
import type { Contradiction } from "./OpeningHours.ts"

const define = <const Tag extends string>(tag: Tag) => Problem.define("stations", tag)

const sorts = {
  station: { zh: "站点", en: "station" },
  stationKind: { zh: "站点类型", en: "kind of station" },
  unit: { zh: "单位或场所", en: "unit or place" },
  audience: { zh: "服务对象", en: "audience" },
  labelSet: { zh: "标签组", en: "set of labels" },
  label: { zh: "标签", en: "label" },
  standard: { zh: "站点标准", en: "standard" },
  criterion: { zh: "标准条目", en: "criterion" },
  room: { zh: "功能室", en: "room" },
  roomKind: { zh: "功能室类型", en: "kind of room" },
  outage: { zh: "停用时段", en: "time out of service" },
  booking: { zh: "预订", en: "booking" },
  point: { zh: "设备或窗口", en: "device or desk" },
  pointKind: { zh: "设备类型", en: "kind of device" },
  item: { zh: "办理事项", en: "item" },
  facility: { zh: "设施", en: "facility" },
  facilityKind: { zh: "设施类型", en: "kind of facility" },
  allocation: { zh: "分配", en: "allocation" },
  stationing: { zh: "驻点服务", en: "stationed service" }
} as const

/** What can be named by an id here. */
export type Sort = keyof typeof sorts

const listed = (ids: ReadonlyArray<string>, language: "zh" | "en"): string => ids.join(language === "zh" ? "、" : ", ")

/** Something is named that does not exist, or not then. */
export class StationPartUnknown extends define("StationPartUnknown")<{ readonly sort: Sort; readonly id: string }>(
  (e) => ({
    zh: `没有${sorts[e.sort].zh}“${e.id}”，请检查编号或日期。`,
    en: `There is no ${sorts[e.sort].en} "${e.id}"; check the id or the date.`
  })
) {}

/** An id already belongs to something else. */
export class StationIdTaken extends define("StationIdTaken")<{ readonly sort: Sort; readonly id: string }>((e) => ({
  zh: `${sorts[e.sort].zh}“${e.id}”已经登记，请换一个编号。`,
  en: `The ${sorts[e.sort].en} "${e.id}" is there already; choose another id.`
})) {}

/** Something later is known already. Units: civil dates, or moments in ISO 8601. */
export class StationOutOfOrder extends define("StationOutOfOrder")<{
  readonly sort: Sort
  readonly id: string
  readonly on: string
  readonly last: string
}>((e) => ({
  zh: `${sorts[e.sort].zh}“${e.id}”在 ${e.last} 已有变动，不能再登记 ${e.on} 的变动；请按时间先后登记。`,
  en: `Of the ${sorts[e.sort].en} "${e.id}" something is known from ${e.last} already, ${e.on} is before; record things in order.`
})) {}

/** A text holds something that leads to a person. */
export class StationTextPersonal extends define("StationTextPersonal")<{
  readonly id: string
  readonly traces: ReadonlyArray<PersonalData.Trace>
}>((e) => ({
  zh: `“${e.id}”的文字中含个人信息（${listed(e.traces, "zh")}），请删去。`,
  en: `The text of "${e.id}" holds personal data (${listed(e.traces, "en")}); take it out.`
})) {}

/** A sub-station belongs to one main station. */
export class StationHasMain extends define("StationHasMain")<{ readonly station: string; readonly main: string }>(
  (e) => ({
    zh: `分站点“${e.station}”已隶属主阵地“${e.main}”，一个分站点只有一个主阵地；请改用转隶。`,
    en: `The sub-station "${e.station}" already belongs to "${e.main}", and a sub-station has one main station; reattach it instead.`
  })
) {}

/** A main station belongs to none. */
export class StationIsMain extends define("StationIsMain")<{ readonly station: string; readonly cluster: string }>(
  (e) => ({
    zh: `“${e.station}”是“${e.cluster}”的主阵地，主阵地不隶属其他站点；请先由分站点接替。`,
    en: `"${e.station}" is the main station of "${e.cluster}" and belongs to no other; let one of its subs take its place first.`
  })
) {}

/** A station is no sub-station then. */
export class StationNotSub extends define("StationNotSub")<{ readonly station: string; readonly on: string }>((e) => ({
  zh: `${e.on}“${e.station}”不是分站点，请先挂靠主阵地。`,
  en: `"${e.station}" is no sub-station on ${e.on}; attach it to a main station first.`
})) {}

/** A station to which another is to belong is no main one from then on. */
export class StationNotMain extends define("StationNotMain")<{ readonly station: string; readonly on: string }>(
  (e) => ({
    zh: `“${e.station}”自 ${e.on} 起不一直是主阵地，不能挂靠分站点。`,
    en: `"${e.station}" is not a main station from ${e.on} on; choose one that stays.`
  })
) {}

/** A station stands alone already. */
export class StationStandsAlone extends define("StationStandsAlone")<{
  readonly station: string
  readonly on: string
}>((e) => ({
  zh: `${e.on}“${e.station}”没有隶属关系，无须解除。`,
  en: `"${e.station}" stands alone on ${e.on}; there is nothing to detach.`
})) {}

/** A cluster has one main station. */
export class ClusterHasMain extends define("ClusterHasMain")<{ readonly cluster: string; readonly main: string }>(
  (e) => ({
    zh: `“${e.cluster}”已有主阵地“${e.main}”，一个集聚区只设一个；请改设分站点，或由分站点接替。`,
    en: `"${e.cluster}" has the main station "${e.main}" and can have no second; open a sub-station, or let one take its place.`
  })
) {}

/** Other stations still belong to a main one. */
export class MainHasSubs extends define("MainHasSubs")<{
  readonly station: string
  readonly subs: ReadonlyArray<string>
}>((e) => ({
  zh: `主阵地“${e.station}”仍有分站点（${listed(e.subs, "zh")}），请先将其转隶、解除，或由其中一个接替。`,
  en: `Stations still belong to "${e.station}" (${listed(e.subs, "en")}); reattach or detach them first, or promote one.`
})) {}

/** A station closes once. */
export class StationAlreadyCloses extends define("StationAlreadyCloses")<{
  readonly station: string
  readonly to: string
}>((e) => ({
  zh: `站点“${e.station}”已定于 ${e.to} 撤销，不能再改；重新设立请用新编号。`,
  en: `The station "${e.station}" closes on ${e.to} already and that stays; open a new one under another id.`
})) {}

/** Opening hours contradict themselves. */
export class HoursContradict extends define("HoursContradict")<{
  readonly id: string
  readonly contradictions: ReadonlyArray<Contradiction>
}>((e) => {
  const both = e.contradictions.map(({ between: [a, b] }) => `${a} / ${b}`)
  return {
    zh: `“${e.id}”的开放时间自相矛盾：${listed(both, "zh")}；请改到互不重叠。`,
    en: `The opening hours of "${e.id}" contradict themselves: ${listed(both, "en")}; let none overlap another.`
  }
}) {}

/** What can be wrong with anything that is named or told here. */
export type CommonError = StationPartUnknown | StationIdTaken | StationOutOfOrder | StationTextPersonal

/** Every reason for which a command to a station is refused. */
export type StationError =
  | CommonError
  | StationHasMain
  | StationIsMain
  | StationNotSub
  | StationNotMain
  | StationStandsAlone
  | ClusterHasMain
  | MainHasSubs
  | StationAlreadyCloses
  | HoursContradict
  | KernelError.PeriodReversed
