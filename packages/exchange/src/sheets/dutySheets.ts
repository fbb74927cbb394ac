import { RosterCode, type RosterCommand } from "@louyu/stations"
import { optional, required } from "../Column.ts"
import * as Domain from "../DomainForm.ts"
import { CellExcluded, OneOfNeeded } from "../ExchangeError.ts"
import * as Form from "../Form.ts"
import * as MomentForm from "../MomentForm.ts"
import { wording } from "../RecruitmentForm.ts"
import * as RosterForm from "../RosterForm.ts"
import { define, given, type Output, type Row } from "../Sheet.ts"
import * as StationForm from "../StationForm.ts"
import * as Wholeness from "../Wholeness.ts"

const columns = {
  roster: required(RosterForm.roster, "值班表", ["值班表的编号", "the roster"], { also: ["值班表编号"] }),
  date: required(Form.date, "值班日期", ["哪天的班", "the day of the duty"]),
  shift: required(RosterForm.shift, "班次", ["班次的编号", "the shift"]),
  station: required(StationForm.station, "站点", ["站点的编号", "the station"]),
  seat: optional(StationForm.between(1, 9999), "席位", [
    "该站第几家，空则为 1",
    "which of the places there; where empty, the first"
  ]),
  what: required(RosterForm.happening, "事项", ["换班、替班、指定、取消、签到或缺岗", "what became of it"]),
  otherDate: optional(Form.date, "对方日期", ["换班：与哪天的班对调", "of a swap, the day of the other duty"]),
  otherShift: optional(RosterForm.shift, "对方班次", ["空则为同一班次", "where empty, the same shift"]),
  otherStation: optional(StationForm.station, "对方站点", ["空则为同一站点", "where empty, the same station"]),
  otherSeat: optional(StationForm.between(1, 9999), "对方席位", ["空则为 1", "where empty, the first"]),
  unit: optional(Domain.unit, "单位", ["替班、被指定或签到的单位", "who takes it, or has come"]),
  members: optional(RosterForm.agreeing, "同意单位", [
    "双方同意：相关的一家或两家单位；与管理单位二选一",
    "the one or two members that agreed; they or the manager are needed"
  ]),
  manager: optional(Domain.unit, "管理单位", ["由哪个管理单位决定", "the manager that decided it"]),
  reason: optional(wording(500), "原因", ["为何", "why"]),
  on: optional(Form.date, "决定日期", [
    "何时换、替、指定或取消；同一天的按行的先后",
    "the day it was decided; those of one day in the order of rows"
  ]),
  at: optional(MomentForm.moment, "时间", ["何时签到，或何时认定缺岗", "when it was, of a check-in or a missed duty"])
}

type DutyRow = Row<typeof columns>
type Out = Output<typeof columns>
type Column = Exclude<keyof typeof columns, "roster" | "date" | "shift" | "station" | "seat" | "what">

const said = ["members", "manager", "reason"] as const

// The columns each happening needs, and those it may have besides.
const shapes: Readonly<Record<RosterForm.Happening, Wholeness.Shape<Column>>> = {
  swap: { needs: ["otherDate", "on"], may: ["otherShift", "otherStation", "otherSeat", ...said] },
  substitute: { needs: ["unit", "on"], may: said },
  override: { needs: ["unit", "manager", "reason", "on"], may: [] },
  cancel: { needs: ["manager", "reason", "on"], may: [] },
  checkIn: { needs: ["unit", "at"], may: [] },
  missed: { needs: ["at"], may: [] }
}

const details = Wholeness.detailsOf(shapes)

const isWhole = (row: DutyRow, out: Out): boolean => {
  const { what } = row.cells
  return Wholeness.isShaped(row, shapes[what], { details, because: `what=${what}`, out })
}

/** Who says that duties change hands; `undefined` when nobody does, or too many, which is refused. */
const saidBy = (row: DutyRow, out: Out): RosterCommand.Said | undefined => {
  const { members, manager, reason } = row.cells
  if (manager !== undefined && members === undefined) return given({ manager, reason })
  if (members === undefined || manager !== undefined) {
    out.refuse(row, "members", new OneOfNeeded({ columns: ["members", "manager"] }))
  } else if (reason !== undefined) out.refuse(row, "reason", new CellExcluded({ column: "members" }))
  else return { members }
  return undefined
}

/** What a whole row asks for; `undefined` where nobody says so. */
const commandOf = (row: DutyRow, out: Out): RosterCommand.Command | undefined => {
  const { roster, date, shift, station, seat = 1, what, unit, manager, reason, on, at } = row.cells
  const of = { roster, slot: RosterCode.slotOf(date, shift, station, seat).slot }
  if (what === "checkIn" || what === "missed") {
    if (at === undefined) return undefined
    if (what === "missed") return { _tag: "MissDuty", ...of, at }
    return unit === undefined ? undefined : { _tag: "CheckInDuty", ...of, unit, at }
  }
  if (on === undefined) return undefined
  if (what === "swap" || what === "substitute") {
    const by = saidBy(row, out)
    if (by === undefined) return undefined
    if (what === "substitute")
      return unit === undefined ? undefined : { _tag: "SubstituteDuty", ...of, to: unit, by, on }
    const { otherDate, otherShift = shift, otherStation = station, otherSeat = 1 } = row.cells
    if (otherDate === undefined) return undefined
    const { slot: other } = RosterCode.slotOf(otherDate, otherShift, otherStation, otherSeat)
    return { _tag: "SwapDuty", ...of, other, by, on }
  }
  if (manager === undefined || reason === undefined) return undefined
  if (what === "cancel") return { _tag: "CancelDuty", ...of, manager, reason, on }
  return unit === undefined ? undefined : { _tag: "OverrideDuty", ...of, to: unit, manager, reason, on }
}

const duties = define({
  file: "duties.csv",
  names: { zh: "值班变动", en: "What became of duties" },
  about: {
    zh: "已编排的班怎样换班、替班、指定、取消，谁签到、哪班缺岗；每件事一行，以日期、班次、站点和席位指明哪一班。",
    en: "Duties that were swapped, taken over, overridden or cancelled, who came, and which were missed: one a row. Date, shift, station and seat say which duty is meant."
  },
  columns,
  commands: (row, out) => {
    if (!isWhole(row, out)) return
    const command = commandOf(row, out)
    if (command !== undefined) out.add(row, command)
  }
})

/** The file about what became of single duties. */
export const dutySheets = [duties]
