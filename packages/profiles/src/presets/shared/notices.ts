import { Text, TimeWindow } from "@louyu/kernel"
import type { ChannelRef, NotificationRule, Notifications } from "../../Notifications.ts"

const time = TimeWindow.TimeOfDay.make
const hours = { open: time("08:30"), close: time("18:00"), workdays: true } as const
const office = { kind: "email", channel: "office" } as const
const raisers = { to: { _tag: "raisers", over: office }, hours } as const

/** A need that cannot wait goes at once to the group of the place it is about. Source: P-05 (one grid, one group). */
export const urgentNeed: NotificationRule = {
  id: "urgent-need",
  names: Text.of("急需办理的需求", "Needs that cannot wait"),
  events: ["NeedRegistered"],
  where: { urgency: 5 },
  place: "place",
  to: { _tag: "group" },
  title: Text.of("{place} 有急需办理的需求", "A need that cannot wait at {place}"),
  text: Text.of("{raiser}：{text}", "{raiser}: {text}"),
  urgency: "high"
}

const common = (desk: ChannelRef, leads: string): ReadonlyArray<NotificationRule> => [
  {
    id: "needs",
    names: Text.of("新登记的需求", "New needs"),
    events: ["NeedRegistered"],
    place: "place",
    to: { _tag: "channel", over: desk },
    title: Text.of("新登记的需求", "New needs"),
    text: Text.of("{place} {raiser}：{text}", "{place}, {raiser}: {text}"),
    hours,
    digestMinutes: 60
  },
  {
    id: "lead",
    names: Text.of("新的招商线索", "New leads"),
    events: ["ProspectOpened"],
    where: { pipeline: "investment" },
    place: "intent.buildings.0",
    to: { _tag: "role", role: leads, over: office },
    title: Text.of("新的招商线索：{place}", "A new lead for {place}"),
    text: Text.of(
      "{names}，意向面积 {intent.least}–{intent.most} 平方米",
      "{names}, looking for {intent.least}–{intent.most} m²"
    ),
    hours
  },
  {
    id: "case-done",
    names: Text.of("事项办结", "Matters closed"),
    events: ["CaseClosed"],
    ...raisers,
    title: Text.of("您反映的事项已办结", "What you raised is closed"),
    text: Text.of("事项 {case} 已办结。", "Matter {case} is closed.")
  },
  {
    id: "case-joined",
    names: Text.of("事项合并", "Matters merged"),
    events: ["CaseMerged"],
    ...raisers,
    title: Text.of("您反映的事项已合并办理", "What you raised goes on with another matter"),
    text: Text.of("事项 {case} 由 {into} 一并办理。", "Matter {case} goes on with {into}.")
  },
  {
    id: "case-parted",
    names: Text.of("撤销合并", "Merges taken back"),
    events: ["CaseUnmerged"],
    ...raisers,
    title: Text.of("您反映的事项恢复单独办理", "What you raised goes on by itself"),
    text: Text.of("事项 {case} 恢复单独办理。", "Matter {case} goes on by itself again.")
  },
  {
    id: "case-up",
    names: Text.of("事项升级", "Matters taken up a level"),
    events: ["CaseEscalated"],
    to: { _tag: "answering", over: office },
    title: Text.of("{place} 有事项升级到您处", "A matter at {place} was taken up to you"),
    text: Text.of("事项 {case}，原因：{cause}", "Matter {case}, because of {cause}"),
    urgency: "high",
    hours
  },
  {
    id: "vacancy",
    names: Text.of("岗位空缺", "Vacant posts"),
    events: ["AppointmentEnded"],
    where: { reason: "relieved" },
    place: "post.unit",
    to: { _tag: "channel", over: desk },
    title: Text.of("{place} 有岗位空缺", "A post at {place} is vacant"),
    text: Text.of(
      "岗位 {post.role} 自 {on} 起空缺，请及时补配。",
      "Post {post.role} is vacant from {on}; please fill it."
    ),
    hours
  }
]

/**
 * What every city tells: new needs to the desk every hour, new leads to whoever looks after them, what became of a matter
 * to those who raised it, a matter taken up to those who now answer, a chair that falls vacant to the desk.
 *
 * Shape: `desk` is the group of whoever keeps an eye on the whole, `leads` the role that looks after new leads; rules of
 * the city's own come first.
 * Source: P-29, W-07, R5-12, R5-20.
 */
export const notices = (desk: string, leads: string, ...own: ReadonlyArray<NotificationRule>): Notifications => ({
  groups: { wechat: "wecom" },
  alerts: { kind: "email", channel: "operators" },
  rules: [...own, ...common({ kind: "wecom", channel: desk }, leads)]
})
