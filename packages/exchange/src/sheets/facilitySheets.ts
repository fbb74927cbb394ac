import { Days } from "@louyu/stations"
import { agree } from "../Agreement.ts"
import { from, optional, required, to } from "../Column.ts"
import * as DaysForm from "../DaysForm.ts"
import * as Domain from "../DomainForm.ts"
import { CellMissing, HoursOverlap } from "../ExchangeError.ts"
import * as Form from "../Form.ts"
import { wording } from "../RecruitmentForm.ts"
import { define, defineGrouped, given, type Output, type Row } from "../Sheet.ts"
import * as StationForm from "../StationForm.ts"
import { nameOf } from "./unitSheets.ts"

const facility = required(StationForm.facility, "设施", ["设施的编号", "the facility"], { also: ["设施编号", "编号"] })

const same = ["kind", "name", "nameEn", "place", "station", "operator", "provider", "audiences", "to"] as const

const facilities = defineGrouped({
  file: "facilities.csv",
  names: { zh: "设施", en: "Facilities" },
  about: {
    zh: "食堂、潮汐停车位、托管班等，每个一行；数量变化时同一设施另写一行，其余各列写一样。分时共享写在 shared-windows.csv，分配写在 allocations.csv。",
    en: "Canteens, tidal parking, holiday classes and the like, one a row; where its quantity changes, another row with all else the same. Shared times stand in shared-windows.csv, who was given what in allocations.csv."
  },
  columns: {
    facility,
    kind: required(StationForm.facilityKind, "类型", ["是哪一类设施", "the kind of facility"]),
    name: required(wording(200), "名称", ["名称", "its name"]),
    nameEn: optional(wording(200), "英文名称", ["英文名称", "its name in English"]),
    place: required(Domain.unit, "地点", ["在哪个单元", "the unit it is at"]),
    station: optional(StationForm.station, "站点", ["属于哪个站点", "the station it belongs to"]),
    quantity: required(StationForm.qualified, "数量", ["有多少个、多少座", "of how many this is"]),
    operator: optional(Domain.unit, "运营单位", ["由谁运营", "who runs it"]),
    provider: optional(Domain.unit, "提供单位", ["由谁提供", "who provides what it takes"]),
    audiences: optional(StationForm.audiences, "服务对象", ["为谁服务", "whom it serves"]),
    from: from("启用日期，或数量变化的日期", "the day it opened, or the quantity changed"),
    to: to("关闭日期", "the day it closed")
  },
  key: ({ facility: id }) => id,
  commands: (rows, out) => {
    const [head, ...rest] = rows.toSorted((a, b) => (a.cells.from < b.cells.from ? -1 : 1))
    if (head === undefined || !agree([head, ...rest], same, out)) return
    const {
      facility: id,
      kind,
      place,
      station,
      quantity,
      operator,
      provider,
      audiences,
      from: begin,
      to: end
    } = head.cells
    if (!out.isOrderly(head, "to", (rest.at(-1) ?? head).cells.from, end)) return
    const said = { kind, names: nameOf(head.cells), place, station, quantity, operator, provider, audiences }
    out.add(head, given({ _tag: "RegisterFacility", facility: id, ...said, from: begin }))
    for (const row of rest) {
      out.add(row, { _tag: "ResizeFacility", facility: id, quantity: row.cells.quantity, from: row.cells.from })
    }
    if (end !== undefined) out.add(head, { _tag: "CloseFacility", facility: id, to: end })
  }
})

const windowColumns = {
  facility,
  audience: required(StationForm.audience, "服务对象", ["为谁开放", "the audience it is for"]),
  days: optional(DaysForm.days, "日子", ["在哪些日子", "on which days"]),
  times: optional(DaysForm.times, "时段", [
    "什么时间；与日子都空则从此不再开放给他们",
    "at what times; where empty as the days are, at none from then on"
  ]),
  from: from("从何时起；同一设施、对象、同一天起的各行是一份时段，替换以前的", "the day from which these times hold")
}

type WindowRow = Row<typeof windowColumns>
type WindowOut = Output<typeof windowColumns>

const meet = (a: WindowRow, b: WindowRow): boolean => {
  const [one, other] = [a.cells, b.cells]
  if (one.days === undefined || other.days === undefined || !Days.meet(one.days, other.days)) return false
  return (one.times ?? []).some((x) => (other.times ?? []).some((y) => x.open < y.close && y.open < x.close))
}

const areClear = (rows: ReadonlyArray<WindowRow>, out: WindowOut): boolean => {
  let isClear = true
  for (const [n, row] of rows.entries()) {
    const { days, times } = row.cells
    if ((days === undefined) !== (times === undefined)) {
      out.refuse(row, days === undefined ? "days" : "times", new CellMissing({}))
      isClear = false
      continue
    }
    const before = rows
      .slice(0, n)
      .find((one) => (days === undefined) !== (one.cells.days === undefined) || meet(one, row))
    if (before === undefined) continue
    out.refuse(row, "times", new HoursOverlap({ firstRow: before.number }))
    isClear = false
  }
  return isClear
}

const windows = defineGrouped({
  file: "shared-windows.csv",
  names: { zh: "共享时段", en: "Shared times" },
  about: {
    zh: "共享设施在哪些日子的什么时间给谁用，如潮汐停车位白天给企业、夜间给居民；同一对象的各行互不重叠。",
    en: "At what times of which days a shared facility is for whom: tidal parking by day for enterprises, by night for residents. Rows of one audience do not overlap."
  },
  columns: windowColumns,
  key: ({ facility: id, audience, from: begin }) => `${id} ${audience} ${begin}`,
  commands: (rows, out) => {
    if (!areClear(rows, out)) return
    const [first] = rows
    const { facility: id, audience, from: begin } = first.cells
    const shared = rows.flatMap(({ cells: { days, times } }) =>
      days === undefined || times === undefined ? [] : [{ days, windows: times }]
    )
    const inOrder = shared.map((one) => ({ one, key: JSON.stringify(one) })).sort((a, b) => (a.key < b.key ? -1 : 1))
    out.add(first, {
      _tag: "SetSharedWindows",
      facility: id,
      audience,
      shared: inOrder.map(({ one }) => one),
      from: begin
    })
  }
})

const allocations = define({
  file: "allocations.csv",
  names: { zh: "共享分配", en: "Allocations" },
  about: {
    zh: "共享设施在其时段内分给哪个单位多少，每次一行。",
    en: "What was given to whom of a shared facility, within its times, one allocation a row."
  },
  columns: {
    facility,
    allocation: required(StationForm.allocation, "分配", [
      "分配的编号，在该设施内不重复",
      "the allocation, an id within its facility"
    ]),
    audience: required(StationForm.audience, "服务对象", ["占用哪个对象的时段", "the audience whose times it takes"]),
    unit: required(Domain.unit, "单位", ["分给谁", "who was given it"]),
    spaces: required(StationForm.between(1, 1_000_000), "数量", ["分给多少", "how many"]),
    days: required(DaysForm.days, "日子", ["在哪些日子", "on which days"]),
    time: required(DaysForm.time, "时段", ["什么时间", "at what time"]),
    from: from("第一天", "its first day"),
    to: to("约定结束的日期", "the day it was meant to end"),
    released: optional(Form.date, "释放日期", ["提前释放的日期", "the day it was released before that"])
  },
  commands: (row, out) => {
    const {
      facility: id,
      allocation,
      audience,
      unit,
      spaces,
      days,
      time: window,
      from: begin,
      to: end,
      released
    } = row.cells
    if (!out.isOrderly(row, "to", begin, end)) return
    const what = { audience, unit, spaces, days, window }
    out.add(row, given({ _tag: "AllocateSpaces", facility: id, allocation, ...what, from: begin, to: end }))
    if (released !== undefined) out.add(row, { _tag: "ReleaseSpaces", facility: id, allocation, from: released })
  }
})

/** Files about facilities, and what audiences share by the time of day. */
export const facilitySheets = [facilities, windows, allocations]
