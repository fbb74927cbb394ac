import { KernelError } from "@louyu/kernel"
import { agree } from "../Agreement.ts"
import { optional, required } from "../Column.ts"
import { MomentsReversed } from "../ExchangeError.ts"
import * as Form from "../Form.ts"
import * as MomentForm from "../MomentForm.ts"
import { wording } from "../RecruitmentForm.ts"
import { define, defineGrouped, given } from "../Sheet.ts"
import * as StationForm from "../StationForm.ts"
import * as Vocabulary from "../Vocabulary.ts"
import { nameOf } from "./unitSheets.ts"

const device = required(StationForm.point, "设备", ["设备或窗口的编号", "the device or desk"], {
  also: ["设备编号", "编号", "窗口"]
})
const itemList = Form.list(StationForm.item)

const items = defineGrouped({
  file: "items.csv",
  names: { zh: "办理事项", en: "Items of devices and desks" },
  about: {
    zh: "设备和窗口可以办理的事项，每项一行；办理时间原来几分钟、在这里几分钟。",
    en: "What can be done at devices and desks, one item a row, with the minutes it took before and takes there."
  },
  columns: {
    item: required(StationForm.item, "事项", ["事项的编号", "the item"], { also: ["事项编号", "编号"] }),
    name: required(wording(200), "名称", ["名称", "its name"]),
    nameEn: optional(wording(200), "英文名称", ["英文名称", "its name in English"]),
    minutesBefore: optional(StationForm.qualified, "原来分钟", ["原来要几分钟", "how many minutes it took before"]),
    minutesHere: optional(StationForm.qualified, "现在分钟", ["在这里要几分钟", "how many minutes it takes there"])
  },
  key: ({ item }) => item,
  commands: (rows, out) => {
    const [first] = rows
    if (!agree(rows, ["name", "nameEn", "minutesBefore", "minutesHere"], out)) return
    const { item, minutesBefore, minutesHere } = first.cells
    out.add(first, given({ _tag: "ListServiceItem", item, names: nameOf(first.cells), minutesBefore, minutesHere }))
  }
})

const sort = Form.choice(
  Vocabulary.make<"device" | "desk">([
    { id: "device", names: { zh: "设备", en: "device" }, also: ["自助设备"] },
    { id: "desk", names: { zh: "窗口", en: "desk" }, also: ["人工窗口"] }
  ])
)

const devices = define({
  file: "devices.csv",
  names: { zh: "设备与窗口", en: "Devices and desks" },
  about: {
    zh: "站点的自助设备和人工窗口，每台一行；可办事项以后的变化写在 device-items.csv，故障写在 outages.csv，使用次数写在 device-uses.csv。",
    en: "Devices and staffed desks at stations, one a row. What they offer later stands in device-items.csv, outages in outages.csv, how often they were used in device-uses.csv."
  },
  columns: {
    device,
    sort: optional(sort, "种类", ["设备或窗口；空则为设备", "a device or a desk; where empty, a device"]),
    kind: required(StationForm.pointKind, "类型", ["是哪一类设备或窗口", "the kind of device or desk"]),
    name: required(wording(200), "名称", ["名称", "its name"]),
    nameEn: optional(wording(200), "英文名称", ["英文名称", "its name in English"]),
    station: required(StationForm.station, "站点", ["在哪个站点", "the station it is at"]),
    room: optional(StationForm.room, "功能室", ["在哪个功能室", "the room it is in"]),
    items: optional(itemList, "事项", [
      "可办理的事项，items.csv 中的编号",
      "the items it offers, by the ids of items.csv"
    ]),
    installed: required(MomentForm.moment, "启用时间", ["何时启用", "when it was put up"]),
    removed: optional(MomentForm.moment, "撤除时间", ["何时撤除", "when it was taken away"])
  },
  commands: (row, out) => {
    const {
      device: point,
      sort: what = "device",
      kind,
      station,
      room,
      items: offered = [],
      installed,
      removed
    } = row.cells
    if (removed !== undefined && removed <= installed) {
      return out.refuse(row, "removed", new MomentsReversed({}))
    }
    const said = { sort: what, kind, names: nameOf(row.cells), station, room, items: offered }
    out.add(row, given({ _tag: "InstallServicePoint", point, ...said, at: installed }))
    if (removed !== undefined) out.add(row, { _tag: "RemoveServicePoint", point, at: removed })
  }
})

const offers = define({
  file: "device-items.csv",
  names: { zh: "设备事项变化", en: "What devices offer later" },
  about: {
    zh: "设备或窗口从何时起可以办理哪些事项，写全部事项，每次一行。",
    en: "All the items a device or desk offers from a moment on, one change a row."
  },
  columns: {
    device,
    items: optional(itemList, "事项", [
      "从此可办理的全部事项；空则不再办理任何事项",
      "all items it offers from then on; where empty, none"
    ]),
    at: required(MomentForm.moment, "时间", ["从何时起", "from when on"])
  },
  commands: (row, out) => {
    const { device: point, items: offered = [], at } = row.cells
    out.add(row, { _tag: "AssignPointItems", point, items: offered, at })
  }
})

const outages = define({
  file: "outages.csv",
  names: { zh: "设备故障", en: "Outages of devices" },
  about: {
    zh: "设备或窗口何时停用、何时恢复，每次一行。",
    en: "When devices and desks were out of service, one outage a row."
  },
  columns: {
    device,
    failed: required(MomentForm.moment, "停用时间", ["何时起停用", "since when"]),
    reason: required(wording(500), "原因", ["为何停用", "why"]),
    restored: optional(MomentForm.moment, "恢复时间", [
      "何时恢复；空则仍停用",
      "when it came back; where empty, it has not"
    ])
  },
  commands: (row, out) => {
    const { device: point, failed, reason, restored } = row.cells
    if (restored !== undefined && restored <= failed) {
      return out.refuse(row, "restored", new MomentsReversed({}))
    }
    out.add(row, { _tag: "FailServicePoint", point, reason, at: failed })
    if (restored !== undefined) out.add(row, { _tag: "RestoreServicePoint", point, at: restored })
  }
})

const uses = define({
  file: "device-uses.csv",
  names: { zh: "设备使用", en: "Uses of devices" },
  about: {
    zh: "设备或窗口在一段时间内使用了多少次，可按事项分写；各段不重叠。",
    en: "How often devices and desks were used in a period, perhaps by item; no two periods overlap."
  },
  columns: {
    device,
    item: optional(StationForm.item, "事项", [
      "只统计哪一事项；空则全部",
      "the item counted; where empty, all of them"
    ]),
    from: required(Form.date, "起始日期", ["第一天", "the first day"]),
    to: required(Form.date, "截止日期", ["结束的日期（不含当日）", "the day the period ends, not included"]),
    uses: required(StationForm.qualified, "次数", ["使用了多少次", "how often it was used"])
  },
  commands: (row, out) => {
    const { device: point, item, from, to, uses: count } = row.cells
    if (to <= from) return out.refuse(row, "to", new KernelError.PeriodReversed({ from, to }))
    out.add(row, given({ _tag: "RecordPointUse", point, item, from, to, uses: count }))
  }
})

/** Files about devices and desks, the items they offer, and when they were out of service. */
export const pointSheets = [items, devices, offers, outages, uses]
