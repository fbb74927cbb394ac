import { type Period, Text, type TimeWindow } from "@louyu/kernel"
import { type Days, OpeningHours } from "@louyu/stations"
import { from, optional, required } from "../Column.ts"
import * as DaysForm from "../DaysForm.ts"
import { CellExcluded, CellMissing, HoursOverlap, OneOfNeeded } from "../ExchangeError.ts"
import * as Form from "../Form.ts"
import { wording } from "../RecruitmentForm.ts"
import { defineGrouped, given, type Output, type Row } from "../Sheet.ts"
import * as StationForm from "../StationForm.ts"
import * as Vocabulary from "../Vocabulary.ts"
import { nameOf } from "./unitSheets.ts"

const sort = Form.choice(
  Vocabulary.make<OpeningHours.Sort | "closed" | "always">([
    { id: "regular", names: { zh: "常规", en: "regular" }, also: ["日常"] },
    { id: "noon", names: { zh: "午间", en: "noon" } },
    { id: "evening", names: { zh: "晚间", en: "evening" }, also: ["夜间"] },
    { id: "weekend", names: { zh: "周末", en: "weekend" } },
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
  from: from(
    "从何时起；同一站点或功能室同一天起的各行是一份开放时间，替换以前的",
    "the day from which these hours hold"
  )
}

type HoursRow = Row<typeof columns>
type Rows = readonly [HoursRow, ...ReadonlyArray<HoursRow>]
type Out = Output<typeof columns>
type Column = "days" | "times" | "dates" | "name" | "nameEn"

/** What a row comes to, and the row. */
type Part = { readonly row: HoursRow } & (
  | { readonly rule: OpeningHours.Rule }
  | { readonly exception: OpeningHours.Exception }
)

const initials: Readonly<Record<Days.DayKind, string>> = { workday: "w", makeUpWorkday: "m", weekend: "e", offDay: "o" }

// Named by what it says, a rule is the same wherever its row stands.
const idOf = (
  what: OpeningHours.Sort,
  { weekdays, kinds }: Days.Days,
  [{ open }]: readonly [TimeWindow.TimeWindow, ...ReadonlyArray<TimeWindow.TimeWindow>],
  within: Period.Period | undefined
): string => {
  const days = [...(weekdays ?? []), ...(kinds ?? []).map((kind) => initials[kind])].join("")
  return [what, days || "every", open.replace(":", ""), ...(within === undefined ? [] : [within.from])].join("-")
}

const namesOf = ({ name, nameEn }: HoursRow["cells"]): Text.Text | undefined =>
  name === undefined ? (nameEn === undefined ? undefined : Text.of(nameEn, nameEn)) : nameOf({ name, nameEn })

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
  return excess.length === 0 && missing === undefined
}

const partsOf = (row: HoursRow): ReadonlyArray<Part> => {
  const { sort: what, days, times, dates } = row.cells
  const names = namesOf(row.cells)
  if (what === "always") return []
  if (what === "closed") {
    return (dates ?? []).map((period) => ({ row, exception: given({ days: period, windows: [], names }) }))
  }
  if (times === undefined) return []
  if (days === undefined) {
    return (dates ?? []).map((period) => ({
      row,
      exception: given({ days: period, windows: times, sort: what, names })
    }))
  }
  return (dates ?? [undefined]).map((within) => ({
    row,
    rule: given({ id: idOf(what, days, times, within), sort: what, names, days, windows: times, within })
  }))
}

const contradict = (a: Part, b: Part): boolean => {
  if ("rule" in a && "rule" in b) return OpeningHours.contradictions({ rules: [a.rule, b.rule] }).length > 0
  if ("rule" in a || "rule" in b) return false
  return OpeningHours.contradictions({ rules: [], exceptions: [a.exception, b.exception] }).length > 0
}

/** Whether no row contradicts one before it; those that do are refused, each once. */
const areClear = (parts: ReadonlyArray<Part>, out: Out): boolean => {
  const refused = new Set<number>()
  for (const [n, part] of parts.entries()) {
    const before = parts.slice(0, n).find((one) => contradict(one, part))
    if (before === undefined || refused.has(part.row.number)) continue
    refused.add(part.row.number)
    const column = "rule" in part ? "times" : "dates"
    out.refuse(part.row, column, new HoursOverlap({ firstRow: before.row.number }))
  }
  return refused.size === 0
}

const hoursOf = (rows: Rows, out: Out): OpeningHours.OpeningHours | undefined => {
  const always = rows.find(({ cells }) => cells.sort === "always")
  if (always !== undefined) {
    const others = rows.filter((row) => row !== always)
    for (const row of others) out.refuse(row, "sort", new HoursOverlap({ firstRow: always.number }))
    return others.length === 0 ? OpeningHours.always : undefined
  }
  const parts = rows.flatMap(partsOf)
  if (!areClear(parts, out)) return undefined
  const rules = parts.flatMap((part) => ("rule" in part ? [part.rule] : []))
  const exceptions = parts.flatMap((part) => ("exception" in part ? [part.exception] : []))
  return given({
    rules: rules.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    exceptions:
      exceptions.length === 0 ? undefined : exceptions.toSorted((a, b) => (a.days.from < b.days.from ? -1 : 1))
  })
}

const hours = defineGrouped({
  file: "hours.csv",
  names: { zh: "开放时间", en: "Opening hours" },
  about: {
    zh: "站点和功能室的开放时间：每行一条，经常的写“日子”和“时段”，例外的写“日期”；互相重叠的不予接受。",
    en: "When stations and rooms are open, one line of it a row: standing hours by days and times, exceptions by dates. Rows that overlap are refused."
  },
  columns,
  key: ({ station, room, from: begin }) => `${station ?? ""} ${room ?? ""} ${begin}`,
  commands: (rows, out) => {
    const [first] = rows
    const { station, room, from: begin } = first.cells
    if ((station === undefined) === (room === undefined)) {
      for (const row of rows) out.refuse(row, "station", new OneOfNeeded({ columns: ["station", "room"] }))
      return
    }
    const sound = rows.map((row) => isSound(row, out))
    if (sound.includes(false)) return
    const told = hoursOf(rows, out)
    if (told === undefined) return
    if (station !== undefined) out.add(first, { _tag: "SetStationHours", station, hours: told, from: begin })
    else if (room !== undefined) out.add(first, { _tag: "SetRoomHours", room, hours: told, from: begin })
  }
})

/** The file about opening hours. */
export const hoursSheets = [hours]
