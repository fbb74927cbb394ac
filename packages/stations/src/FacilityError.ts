import { type KernelError, Problem } from "@louyu/kernel"
import type { CommonError } from "./StationError.ts"

const define = <const Tag extends string>(tag: Tag) => Problem.define("stations", tag)

const listed = (ids: ReadonlyArray<string>, language: "zh" | "en"): string => ids.join(language === "zh" ? "、" : ", ")

/** Two windows of one audience overlap. */
export class SharedWindowsOverlap extends define("SharedWindowsOverlap")<{
  readonly facility: string
  readonly audience: string
}>((e) => ({
  zh: `“${e.facility}”对“${e.audience}”开放的时段互相重叠，请合并或错开。`,
  en: `Windows of "${e.facility}" for "${e.audience}" overlap; join them or move them apart.`
})) {}

/** An allocation lies, on some day that can come, outside the windows of its audience. */
export class OutsideSharedWindows extends define("OutsideSharedWindows")<{
  readonly facility: string
  readonly audience: string
  readonly allocations: ReadonlyArray<string>
}>((e) => ({
  zh: `“${e.facility}”的分配（${listed(e.allocations, "zh")}）不在对“${e.audience}”开放的时段内；请调整时段或先收回分配。`,
  en: `Allocations of "${e.facility}" (${listed(e.allocations, "en")}) lie outside the windows for "${e.audience}"; change the windows or release them first.`
})) {}

const weekdays = {
  zh: ["一", "二", "三", "四", "五", "六", "日"],
  en: ["Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays"]
} as const

/** At some time more would be allocated than there is. Units: `weekday` from 1 (Monday) to 7. */
export class CapacityExceeded extends define("CapacityExceeded")<{
  readonly facility: string
  readonly on: string
  readonly weekday: number
  readonly time: string
  readonly spaces: number
  readonly capacity: number
}>((e) => ({
  zh: `自 ${e.on} 起，“${e.facility}”在星期${weekdays.zh[e.weekday - 1]} ${e.time} 将分配 ${e.spaces} 个，超过总数 ${e.capacity}；请减少数量或错开时段。`,
  en: `From ${e.on} on ${e.spaces} of "${e.facility}" would be allocated on ${weekdays.en[e.weekday - 1]} at ${e.time}, more than the ${e.capacity} there are; allocate fewer or at another time.`
})) {}

/** What is known only roughly cannot be allocated. */
export class QuantityNotFirm extends define("QuantityNotFirm")<{
  readonly facility: string
  readonly qualifier: string
}>((e) => ({
  zh: `“${e.facility}”只有约数，不能分配；请先登记确数或下限。`,
  en: `How many "${e.facility}" has is known only as "${e.qualifier}"; record an exact number or a lower bound before allocating.`
})) {}

/** Allocations still run when a facility is to be closed. */
export class AllocationsRun extends define("AllocationsRun")<{
  readonly facility: string
  readonly allocations: ReadonlyArray<string>
}>((e) => ({
  zh: `“${e.facility}”仍有分配（${listed(e.allocations, "zh")}），请先收回。`,
  en: `Allocations of "${e.facility}" still run (${listed(e.allocations, "en")}); release them first.`
})) {}

/** Every reason for which a command to a facility is refused. */
export type FacilityError =
  | CommonError
  | SharedWindowsOverlap
  | OutsideSharedWindows
  | CapacityExceeded
  | QuantityNotFirm
  | AllocationsRun
  | KernelError.PeriodReversed
