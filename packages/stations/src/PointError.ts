import { type KernelError, Problem } from "@louyu/kernel"
import type { CommonError } from "./StationError.ts"

const define = <const Tag extends string>(tag: Tag) => Problem.define("stations", tag)

/** A device or desk is out of service already. */
export class PointOutOfService extends define("PointOutOfService")<{
  readonly point: string
  readonly since: string
}>((e) => ({
  zh: `设备或窗口“${e.point}”自 ${e.since} 起已停用，请先恢复。`,
  en: `The device or desk "${e.point}" is out of service since ${e.since}; restore it first.`
})) {}

/** A device or desk is in service, there is nothing to restore. */
export class PointInService extends define("PointInService")<{ readonly point: string }>((e) => ({
  zh: `设备或窗口“${e.point}”正常服务，无须恢复。`,
  en: `The device or desk "${e.point}" is in service; there is nothing to restore.`
})) {}

/** An item cannot take longer at a station than before. */
export class ItemTimesReversed extends define("ItemTimesReversed")<{
  readonly item: string
  readonly before: number
  readonly here: number
}>((e) => ({
  zh: `事项“${e.item}”在站点用时 ${e.here} 分钟，多于原来的 ${e.before} 分钟；请检查两个用时。`,
  en: `The item "${e.item}" takes ${e.here} minutes here and took ${e.before} before; check the two times.`
})) {}

/** The uses of a device or desk are counted for some of those days already. */
export class UseAlreadyCounted extends define("UseAlreadyCounted")<{
  readonly point: string
  readonly from: string
  readonly to: string
}>((e) => ({
  zh: `设备或窗口“${e.point}”自 ${e.from} 至 ${e.to}（不含当日）的使用次数已经登记，请勿重复计数。`,
  en: `The uses of "${e.point}" from ${e.from} to ${e.to} (exclusive) are counted already; do not count them twice.`
})) {}

/** Every reason for which a command to a device or desk is refused. */
export type PointError =
  | CommonError
  | PointOutOfService
  | PointInService
  | ItemTimesReversed
  | UseAlreadyCounted
  | KernelError.PeriodReversed
