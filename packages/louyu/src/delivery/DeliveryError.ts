import { Problem } from "@louyu/kernel"

const define = <const Tag extends string>(tag: Tag) => Problem.define("deliveries", tag)

/** No delivery of this key was ever planned for the channel. */
export class DeliveryUnknown extends define("DeliveryUnknown")<{ readonly channel: string; readonly key: string }>(
  (e) => ({
    zh: `渠道“${e.channel}”没有编号为“${e.key}”的通知，请检查编号。`,
    en: `Channel "${e.channel}" has no delivery "${e.key}"; check the key.`
  })
) {}

const why = {
  claimed: { zh: "正由另一个程序投递", en: "another program is delivering it" },
  notNext: { zh: "前面还有未投递的通知", en: "another one of the channel comes first" },
  notDue: { zh: "尚未到投递时间", en: "it is not due yet" },
  disabled: { zh: "渠道已停用", en: "the channel is disabled" },
  limit: { zh: "已达渠道的频率上限", en: "the channel has had as many as it takes" },
  finished: { zh: "已经投递或放弃", en: "it is delivered or given up" },
  waiting: { zh: "仍在排队", en: "it still waits" },
  working: { zh: "渠道工作正常", en: "the channel works" }
} as const

/** Why something about a delivery cannot be done now. */
export type Obstacle = keyof typeof why

/** Something about a delivery cannot be done now. Shape: `until` is when it may be possible. Units: milliseconds since 1970. */
export class NotNow extends define("NotNow")<{
  readonly channel: string
  readonly key: string
  readonly because: Obstacle
  readonly until: number | undefined
}>((e) => ({
  zh: `渠道“${e.channel}”的通知“${e.key}”现在不能处理：${why[e.because].zh}。`,
  en: `Delivery "${e.key}" of channel "${e.channel}" cannot be worked on now: ${why[e.because].en}.`
})) {}

/** Tells whether something went wrong only because it cannot be done now. */
export const isNotNow = (problem: unknown): problem is NotNow => problem instanceof NotNow

/** Every reason for which something about deliveries is refused. */
export type DeliveryError = DeliveryUnknown | NotNow
