import type { OpeningHours } from "@louyu/stations"
import { from, optional, required, to } from "../Column.ts"
import * as DaysForm from "../DaysForm.ts"
import { CellExcluded, CellMissing, HoursOverlap, OneOfNeeded } from "../ExchangeError.ts"
import * as Form from "../Form.ts"
import * as HoursLine from "../HoursLine.ts"
import { wording } from "../RecruitmentForm.ts"
import { defineGrouped, type Output, type Row } from "../Sheet.ts"
import * as StationForm from "../StationForm.ts"
import * as Vocabulary from "../Vocabulary.ts"

const sort = Form.choice(
  Vocabulary.make<OpeningHours.Sort | "closed" | "always">([
    { id: "regular", names: { zh: "常规", en: "regular" }, also: ["日常"] },
    { id: "noon", names: { zh: "午间", en: "noon" } },
    { id: "evening", names: { zh: "晚间", en: "evening" }, also: ["夜间"] },
    { id: "weekend", names: { zh: "周末", en: "weekend" }, also: ["双休日"] },
    { id: "holiday", names: { zh: "节假日", en: "holiday" } },
    { id: "extended", names: { zh: "延时", en: "extended" }, also: ["错时"] },
    { id: "closed", names: { zh: "关闭", en: "closed" }, also: ["不开放"] },
    { id: "always", names: { zh: "全天候", en: "always" }, also: ["24小时", "24x7", "7x24"] }
  ])
)

const columns = {
  station: optional(
    StationForm.station,
    "站点",
    ["站点的编号；与功能室二选一", "the station; it or the room is needed"],
    {
      also: ["站点编号"]
    }
  ),
  room: optional(StationForm.room, "功能室", ["功能室自己的开放时间，编号", "the room, where it has hours of its own"]),
  sort: required(sort, "种类", [
    "常规、午间、晚间、周末、节假日、延时；关闭；或全天候（全年不间断，只写一行）",
    "what sort of hours; closed; or always, day and night every day, which stands alone"
  ]),
  days: optional(DaysForm.days, "日子", [
    "在哪些日子开放；写了就是经常的开放时间",
    "the days it is open; with them these are standing hours"
  ]),
  times: optional(DaysForm.times, "时段", ["开放的时段；跨午夜的写成两行", "the times; over midnight is two rows"]),
  dates: optional(DaysForm.dates, "日期", [
    "有“日子”时为适用的季节；没有时，这些日期只按此行开放或关闭",
    "with days the season; without, on these dates this row holds and no other"
  ]),
  name: optional(wording(200), "名称", ["如 春节、暑期", "what it is called: spring festival, summer"]),
  nameEn: optional(wording(200), "英文名称", ["英文名称", "the same in English"]),
  from: from("从何时起按此行，与其他仍有效的各行并行", "the day from which this row holds, beside all others in force"),
  to: to("此行到何时为止；改开放时间时给旧的一行写上", "the day it ends; a row that others replace gets one")
}

type HoursRow = Row<typeof columns>
type Out = Output<typeof columns>
type Column = "days" | "times" | "dates" | "name" | "nameEn"

/** The columns a row must not fill in, and the first one it lacks. */
const faultsOf = ({ cells }: HoursRow): { readonly excess: ReadonlyArray<Column>; readonly missing?: Column } => {
  const filled = (["days", "times", "dates", "name", "nameEn"] as const).filter((column) => cells[column] !== undefined)
  if (cells.sort === "always") return { excess: filled }
  if (cells.sort === "closed") {
    const excess = filled.filter((column) => column === "days" || column === "times")
    return cells.dates === undefined ? { excess, missing: "dates" } : { excess }
  }
  if (cells.times === undefined) return { excess: [], missing: "times" }
  return cells.days === undefined && cells.dates === undefined ? { excess: [], missing: "days" } : { excess: [] }
}

const isSound = (row: HoursRow, out: Out): boolean => {
  const { excess, missing } = faultsOf(row)
  for (const column of excess) out.refuse(row, column, new CellExcluded({ column: `sort=${row.cells.sort}` }))
  if (missing !== undefined) out.refuse(row, missing, new CellMissing({}))
  const isOrderly = out.isOrderly(row, "to", row.cells.from, row.cells.to)
  return excess.length === 0 && missing === undefined && isOrderly
}

const columnOf = ({ cells: { sort: what, days } }: HoursRow): "sort" | "times" | "dates" => {
  if (what === "always") return "sort"
  return days === undefined ? "dates" : "times"
}

/** Whether no row contradicts one before it; those that do are refused, each once. */
const areClear = (rows: ReadonlyArray<HoursRow>, out: Out): boolean => {
  const clashes = rows.flatMap((row, n) => {
    const before = rows.slice(0, n).find((one) => HoursLine.contradict(one.cells, row.cells))
    return before === undefined ? [] : [{ row, firstRow: before.number }]
  })
  for (const { row, firstRow } of clashes) out.refuse(row, columnOf(row), new HoursOverlap({ firstRow }))
  return clashes.length === 0
}

const hours = defineGrouped({
  file: "hours.csv",
  names: { zh: "开放时间", en: "Opening hours" },
  about: {
    zh: "站点和功能室的开放时间：每行一条，经常的写“日子”和“时段”，例外的写“日期”。同时有效的各行并行，互相重叠的不予接受。",
    en: "When stations and rooms are open, one line of it a row: standing hours by days and times, exceptions by dates. Rows in force at the same time add up; those that overlap are refused."
  },
  columns,
  key: ({ station, room }) => `${station ?? ""} ${room ?? ""}`,
  commands: (rows, out) => {
    const [first] = rows
    const { station, room } = first.cells
    if ((station === undefined) === (room === undefined)) {
      for (const row of rows) out.refuse(row, "station", new OneOfNeeded({ columns: ["station", "room"] }))
      return
    }
    const sound = rows.map((row) => isSound(row, out))
    if (sound.includes(false) || !areClear(rows, out)) return
    const lines = rows.map((row) => ({ ...row.cells, row }))
    for (const begin of HoursLine.turns(lines)) {
      const held = HoursLine.inForce(lines, begin)
      const row = (held.find((line) => line.from === begin) ?? lines.find((line) => line.to === begin))?.row ?? first
      const told = HoursLine.together(held)
      if (station !== undefined) out.add(row, { _tag: "SetStationHours", station, hours: told, from: begin })
      else if (room !== undefined) out.add(row, { _tag: "SetRoomHours", room, hours: told, from: begin })
    }
  }
})

/** The file about opening hours. */
export const hoursSheets = [hours]
