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
