import type { Code } from "@louyu/programmes"
import { optional, required } from "../Column.ts"
import * as Domain from "../DomainForm.ts"
import { CellMissing, OneOfNeeded } from "../ExchangeError.ts"
import * as Form from "../Form.ts"
import * as ListForm from "../ListForm.ts"
import * as ProgrammesForm from "../ProgrammesForm.ts"
import { define, given, type Output, type Row } from "../Sheet.ts"

const columns = {
  activity: required(ProgrammesForm.activity, "活动", ["活动的编号", "the activity"], { also: ["活动编号"] }),
  person: optional(Domain.person, "人员", [
    "报名者的人员编号；人员和单元填其一",
    "the id of whoever registers; fill in a person or a unit"
  ]),
  unit: optional(Domain.unit, "单元", ["报名的单元", "the unit that registers as such"]),
  on: required(Form.date, "报名日期", ["报名的日期", "the day of that"], { also: ["日期"] }),
  request: optional(ProgrammesForm.word, "次序", [
    "同日取消后再次报名的编号，如 2；否则留空",
    "tells a second registration of the same day apart, such as 2; else empty"
  ]),
  withdrawn: optional(Form.date, "取消日期", ["取消报名的日期", "the day it was taken back"]),
  present: optional(ListForm.yesNo, "到场", ["是否到场", "whether they came"]),
  recorded: optional(Form.date, "签到日期", ["到场情况登记的日期", "the day that was taken down"])
}

type RegistrationRow = Row<typeof columns>

const participantOf = (row: RegistrationRow, out: Output<typeof columns>): Code.Participant | undefined => {
  const { person, unit, present, recorded } = row.cells
  if ((present === undefined) !== (recorded === undefined)) {
    out.refuse(row, present === undefined ? "present" : "recorded", new CellMissing({}))
    return undefined
  }
  if (person !== undefined && unit === undefined) return { person }
  if (unit !== undefined && person === undefined) return { unit }
  out.refuse(row, "person", new OneOfNeeded({ columns: ["person", "unit"] }))
  return undefined
}

const registrations = define({
  file: "registrations.csv",
  names: { zh: "活动报名", en: "Registrations for activities" },
  about: {
    zh: "谁报名、取消、到场，每次报名一行，只写人员编号。同日报名的按行的先后得到名额，其后候补。",
    en: "Who registered, took it back and came: one registration a row, people by id only. Of those who register on one day the first row gets the first place; who comes too late waits."
  },
  columns,
  commands: (row, out) => {
    const { activity, on, request, withdrawn, present, recorded } = row.cells
    const participant = participantOf(row, out)
    if (participant === undefined) return
    const who = { activity, participant }
    out.add(row, given({ _tag: "RegisterParticipant", ...who, request, on }))
    if (withdrawn !== undefined) out.add(row, given({ _tag: "WithdrawParticipant", ...who, request, on: withdrawn }))
    if (present !== undefined && recorded !== undefined) {
      out.add(row, { _tag: "RecordParticipation", ...who, present: present === "yes", on: recorded })
    }
  }
})

/** The file about who registers for activities and who comes. */
export const registrationSheets = [registrations]
