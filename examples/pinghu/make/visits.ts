import { type Row, type Rows, range, three } from "../../story/Row.ts"
import { of, roomOf } from "./enterprises.ts"
import { buildingId, rooms } from "./places.ts"
import { holder } from "./staff.ts"

const inRooms = (isThere: (room: string) => boolean): ReadonlyArray<string> =>
  of(2019).filter((id) => isThere(roomOf(id)) && id !== "e016" && id !== "e087")
const inBuilding = (building: number) => inRooms((room) => room.startsWith(buildingId(building)))
const onFloors = (building: number, ...floors: ReadonlyArray<number>) =>
  inRooms((room) => floors.some((floor) => room.startsWith(`${buildingId(building)}-f${floor}-`)))

interface Plan {
  readonly plan: string
  readonly unit: string
  readonly role: string
  readonly targets: ReadonlyArray<string>
  /** The days on which all targets were visited. */
  readonly days: ReadonlyArray<string>
}

const guide = "党群指导员"
const head = "微网格长"
const weeks = ["2022-11-02", "2022-11-09", "2022-11-16", "2022-11-23", "2022-11-30", "2022-12-07", "2022-12-14"]
const lastWeeks = ["2022-12-21", "2022-12-28"]

// Every week in the first building; the guide of the second fell behind in December.
const guidePlans: ReadonlyArray<Plan> = range(1, 3).map((n) => ({
  plan: `guide-${buildingId(n)}`,
  unit: buildingId(n),
  role: guide,
  targets: inBuilding(n).slice(0, 4),
  days: n === 2 ? weeks.slice(0, 4) : [...weeks, ...lastWeeks]
}))
const headPlans: ReadonlyArray<Plan> = [
  { plan: "head-g01-1", unit: "g01-1", role: head, targets: onFloors(1, 1, 2), days: ["2022-11-10", "2022-12-08"] },
  { plan: "head-g02-1", unit: "g02-1", role: head, targets: onFloors(2, 1, 2), days: ["2022-11-11"] }
]
const plans = [...guidePlans, ...headPlans]
const begun = "2022-11-01"

const tiered = inBuilding(1).slice(4, 8)
/** A rhythm of its own, and another one for what matters most. */
const tierRows: ReadonlyArray<Row> = tiered.map((id, i) => ({
  计划: "liaison-b01",
  单元: "b01",
  岗位: "招商联络员",
  频次: "每月",
  分层频次: "重点=10个工作日",
  走访对象: id,
  层级: i === 0 ? "重点" : "一般",
  起始日期: begun,
  截止日期: "2023-11-01"
}))

const matters = ["parking", "policy", "utilities", "safety", "general", "repair"]
const made = plans.flatMap(({ plan, unit, role, targets, days }) =>
  days.flatMap((on) => targets.map((target) => ({ plan, target, on, by: holder(unit, role, on) })))
)

/** At every ninth visit a need was found, at every twenty-seventh two. */
const visitRows: ReadonlyArray<Row> = made.flatMap(({ plan, target, on, by }, i) => {
  const found = i % 27 === 4 ? [i, i + 500] : i % 9 === 4 ? [i] : []
  const visit = { 走访: `visit-${three(i + 1)}`, 计划: plan, 单元: target, 走访人: by, 日期: on }
  const needs = found.map((n) => ({ 需求: `need-${three(n)}`, 事项: matters[n % matters.length] ?? "general" }))
  return needs.length === 0 ? [visit] : needs.map((need) => ({ ...visit, ...need }))
})

const sweepBuilding = 3
const swept = rooms.filter((room) => room.startsWith(buildingId(sweepBuilding)))
const occupantOf = (room: string): string | undefined => of(2019).find((id) => roomOf(id) === room)
const door = (room: string, on: string, rest: Row): Row => ({
  扫楼: "sweep-2022",
  单元: room,
  日期: on,
  走访人: holder(buildingId(sweepBuilding), guide, on),
  ...rest
})

/** Nobody opened the third door at first; the last one was left out. */
const doorRows: ReadonlyArray<Row> = swept.slice(0, -1).flatMap((room, i) => {
  const on = `2022-10-${12 + i}`
  const occupant = occupantOf(room)
  const found: Row = occupant === undefined ? { 结果: "空置" } : { 结果: "在用", 在用单位: occupant, 党员: i % 3 }
  const need = i === 5 ? { 需求: "need-601", 事项: "safety" } : {}
  if (i !== 2) return [door(room, on, { ...found, ...need })]
  return [door(room, on, { 结果: "无人应答" }), door(room, "2022-10-26", found)]
})

const wording: Readonly<Record<string, string>> = {
  parking: "员工和访客停车困难",
  policy: "不清楚能申请哪些扶持政策",
  utilities: "空调时段与上班时间不合",
  safety: "希望组织一次消防演练",
  general: "希望有固定的联系人",
  repair: "电梯等候时间长"
}

/** The first needs found on visits, as the list of needs knows them: under the same ids, with what was wanted. */
export const found: ReadonlyArray<Row> = visitRows
  .filter(({ 需求 }) => 需求 !== undefined)
  .slice(0, 5)
  .map(({ 需求 = "", 单元 = "", 事项 = "", 日期 = "" }) => ({
    需求,
    单元,
    事项,
    日期,
    内容: wording[事项] ?? "",
    来源: "走访"
  }))

/** Plans, visits and one sweep in a few buildings in the last months. */
export const visits: Rows = {
  "visit-plans.csv": [
    ...plans.flatMap(({ plan, unit, role, targets }) =>
      targets.map((target) => ({ 计划: plan, 单元: unit, 岗位: role, 走访对象: target, 起始日期: begun }))
    ),
    ...tierRows
  ],
  "visits.csv": visitRows,
  "sweeps.csv": [
    {
      扫楼: "sweep-2022",
      范围: swept.join(";"),
      有效天数: 180,
      起始日期: "2022-10-12",
      截止日期: "2022-10-29"
    }
  ],
  "doors.csv": doorRows
}
