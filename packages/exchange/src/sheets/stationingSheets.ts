import type { StationingCommand } from "@louyu/stations"
import { optional, required, to } from "../Column.ts"
import * as DaysForm from "../DaysForm.ts"
import * as Domain from "../DomainForm.ts"
import { CellExcluded, CellMissing } from "../ExchangeError.ts"
import * as Form from "../Form.ts"
import * as ListForm from "../ListForm.ts"
import { wording } from "../RecruitmentForm.ts"
import { define, given, type Output, type Row } from "../Sheet.ts"
import * as StationForm from "../StationForm.ts"
import { nameOf } from "./unitSheets.ts"

const stationing = required(StationForm.stationing, "驻点", ["驻点服务的编号", "what a department does at a station"], {
  also: ["驻点编号", "编号"]
})

const columns = {
  stationing,
  station: required(StationForm.station, "站点", ["在哪个站点", "the station it comes to"]),
  department: required(Domain.unit, "部门", ["哪个部门", "the department"]),
  name: required(wording(200), "名称", ["来做什么", "what it comes for"]),
  nameEn: optional(wording(200), "英文名称", ["英文名称", "the same in English"]),
  services: optional(Form.list(StationForm.word), "服务事项", [
    "服务清单中的事项编号",
    "the items of the service list it comes for"
  ]),
  weekdays: optional(DaysForm.weekdaysAlone, "星期", [
    "每周哪几天来；空则每个工作日",
    "the weekdays it comes; where empty, every working day"
  ]),
  everyWeeks: optional(StationForm.between(1, 52), "每几周", [
    "每几周来一次，从起始那一周算起；空则每周",
    "every how many weeks, counted from the first; where empty, every week"
  ]),
  onHolidays: optional(ListForm.yesNo, "节假日也来", ["节假日是否也来", "whether it comes on holidays too"]),
  time: required(DaysForm.time, "时段", ["什么时间", "at what time"]),
  from: required(Form.date, "起始日期", ["第一天", "the first day"]),
  to: to("约定结束的日期", "the day it was meant to end"),
  ended: optional(Form.date, "提前结束", ["提前不再来的日期", "the first day without it, before that"])
}

type StationingRow = Row<typeof columns>

/** The days a row says; `undefined` when it contradicts itself, which is refused. */
const patternOf = (row: StationingRow, out: Output<typeof columns>): StationingCommand.Pattern | undefined => {
  const { weekdays, everyWeeks = 1, onHolidays } = row.cells
  if (weekdays !== undefined) {
    const holidays = onHolidays === undefined ? undefined : onHolidays === "yes"
    return given({ weekdays, everyWeeks, onHolidays: holidays })
  }
  if (row.cells.everyWeeks === undefined && onHolidays === undefined) return { every: "workday" }
  out.refuse(row, "weekdays", new CellMissing({}))
  return undefined
}

const stationings = define({
  file: "stationings.csv",
  names: { zh: "驻点服务", en: "Departments at stations" },
  about: {
    zh: "部门按时到站点驻点服务，每项一行；某次不来或改期写在 stationing-changes.csv。",
    en: "Departments that come to stations on a timetable, one a row. That it does not come once, or on another day, stands in stationing-changes.csv."
  },
  columns,
  commands: (row, out) => {
    const { stationing: id, station, department, services, time: window, from, to: end, ended } = row.cells
    const pattern = patternOf(row, out)
    if (!out.isOrderly(row, "to", from, end) || !out.isOrderly(row, "ended", from, ended)) return
    if (pattern === undefined) return
    const said = { station, department, names: nameOf(row.cells), services, pattern, window }
    out.add(row, given({ _tag: "StationDepartment", stationing: id, ...said, from, to: end }))
    if (ended !== undefined) out.add(row, { _tag: "EndStationing", stationing: id, to: ended })
  }
})

const changes = define({
  file: "stationing-changes.csv",
  names: { zh: "驻点变动", en: "Changes of stationed services" },
  about: {
    zh: "某天不来（写原因）或改到另一天（写改期），每次一行。",
    en: "That a department does not come on a day, with the reason, or comes on another one instead: one a row."
  },
  columns: {
    stationing,
    date: required(Form.date, "日期", ["原定哪一天", "the day it would have come"]),
    to: optional(Form.date, "改期", ["改到哪一天；空则不来", "the day instead; where empty, it does not come"]),
    time: optional(DaysForm.time, "时段", ["改期后的时间；空则不变", "the time then; where empty, the same"]),
    reason: optional(wording(500), "原因", [
      "为何不来；改期的留空",
      "why it does not come; empty where it comes instead"
    ])
  },
  commands: (row, out) => {
    const { stationing: id, date, to: instead, time: window, reason } = row.cells
    if (instead === undefined) {
      if (window !== undefined) out.refuse(row, "to", new CellMissing({}))
      else if (reason === undefined) out.refuse(row, "reason", new CellMissing({}))
      else out.add(row, { _tag: "SkipStationing", stationing: id, date, reason })
    } else if (reason !== undefined) out.refuse(row, "reason", new CellExcluded({ column: "to" }))
    else out.add(row, given({ _tag: "MoveStationing", stationing: id, date, to: instead, window }))
  }
})

/** Files about departments that come to stations. */
export const stationingSheets = [stationings, changes]
