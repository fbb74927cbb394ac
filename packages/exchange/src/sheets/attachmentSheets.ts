import * as Result from "effect/Result"
import { defaulted, from, required, to } from "../Column.ts"
import * as Domain from "../DomainForm.ts"
import * as Form from "../Form.ts"
import { define } from "../Sheet.ts"

const unit = required(Domain.unit, "编号", ["单元", "the unit"], { also: ["单元", "单元编号"] })

const grids = define({
  file: "grids.csv",
  names: { zh: "微网格范围", en: "Micro-grid areas" },
  about: {
    zh: "微网格包含的楼层、房间；同一场所改划时旧的自动结束。",
    en: "The floors and units a micro-grid is made of; giving a place to another grid ends the one before by itself."
  },
  columns: {
    grid: required(Domain.unit, "微网格", ["微网格", "the micro-grid"], { also: ["微网格编号"] }),
    places: required(Domain.units, "场所", ["同一楼宇内的楼层、房间", "floors and units of the same building"]),
    from: from("划定日期", "the day they were given to it")
  },
  commands: (row, out) => out.add(row, { _tag: "AssignToGrid", ...row.cells })
})

const chatGroups = define({
  file: "chat-groups.csv",
  names: { zh: "群", en: "Chat groups" },
  about: {
    zh: "单元的工作群，通常一个微网格一个群；一个群只服务一个单元。",
    en: "Chat groups of units, usually one for each micro-grid; one group serves one unit."
  },
  columns: {
    unit,
    channel: defaulted(
      Form.label(60),
      "平台",
      ["如 wechat；空则按城市配置", "for example wechat; where empty, as the profile says"],
      ({ chatChannel }) => chatChannel
    ),
    group: required(Form.label(), "群", ["群的编号", "the id of the group"], { also: ["群编号", "群号"] }),
    from: from("启用日期", "the day it came into use"),
    to: to("停用日期", "the day it went out of use")
  },
  commands: (row, out) => {
    const { to, ...bound } = row.cells
    if (!out.isOrderly(row, "to", bound.from, to)) return
    out.add(row, { _tag: "BindChatGroup", ...bound })
    if (to !== undefined) out.add(row, { _tag: "UnbindChatGroup", unit: bound.unit, on: to })
  }
})

const identifiers = define({
  file: "identifiers.csv",
  names: { zh: "外部编码", en: "External identifiers" },
  about: {
    zh: "设立之后取得或失效的外部编码；设立时已有的写在 units.csv。",
    en: "Identifiers gained or lost later; those a unit began with go into units.csv."
  },
  columns: {
    unit,
    scheme: required(Domain.scheme, "体系", ["编码体系", "the scheme"]),
    value: required(Form.label(), "编码", ["编码", "the identifier"]),
    from: from("生效日期", "the day it began to hold"),
    to: to("失效日期", "the day it no longer held")
  },
  commands: (row, out) => {
    const { unit, scheme, value, from, to } = row.cells
    const read = Domain.identification(scheme, value)
    if (Result.isFailure(read)) return out.refuse(row, "value", read.failure)
    for (const doubt of Domain.doubts(scheme, value)) out.warn(row, "value", doubt)
    if (!out.isOrderly(row, "to", from, to)) return
    out.add(row, { _tag: "AttachIdentifier", unit, ...read.success, from })
    if (to !== undefined) out.add(row, { _tag: "DetachIdentifier", unit, ...read.success, on: to })
  }
})

/** Files about what is tied to single units. */
export const attachmentSheets = [grids, chatGroups, identifiers]
