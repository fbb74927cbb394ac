import type { CoManagementCommand } from "@louyu/programmes"
import { agree } from "../Agreement.ts"
import { from, optional, required, to } from "../Column.ts"
import * as Domain from "../DomainForm.ts"
import * as Form from "../Form.ts"
import * as ProgrammesForm from "../ProgrammesForm.ts"
import { wording } from "../RecruitmentForm.ts"
import { define, defineGrouped, given, type Row } from "../Sheet.ts"
import { nameOf } from "./unitSheets.ts"

const coManagement = required(ProgrammesForm.coManagement, "共管", ["共管协议的编号", "the co-management pact"], {
  also: ["共管编号", "编号"]
})
const party = {
  kind: required(ProgrammesForm.partyKind, "类别", [
    "楼宇、街道、社区或社会组织",
    "which of the four kinds of parties"
  ]),
  unit: required(Domain.unit, "单元", ["哪个单元", "the unit"]),
  duty: required(wording(), "职责", ["做什么", "what it does"])
}

const columns = {
  coManagement,
  name: required(wording(200), "名称", ["名称", "what it is called"]),
  nameEn: optional(wording(200), "英文名称", ["英文名称", "the same in English"]),
  subject: required(ProgrammesForm.reference, "共管对象", [
    "共同管理什么，其编号，如托管班",
    "the id of what they manage, such as a childcare class"
  ]),
  ...party,
  from: from("共管的起始日期", "its first day"),
  to: to("约定的截止日期", "the day it is to be over"),
  on: optional(Form.date, "签订日期", [
    "何时签订；空则为起始日期",
    "when it was agreed on; where empty, its first day"
  ]),
  ended: optional(Form.date, "终止日期", [
    "提前终止的日期（不含当日）",
    "the first day without it, where it ended before that"
  ])
}

const managerOf = ({ cells: { kind, unit, duty } }: Row<typeof columns>): CoManagementCommand.Manager => ({
  kind,
  unit,
  duty
})

const pacts = defineGrouped({
  file: "co-management.csv",
  names: { zh: "四方共管", en: "Co-management" },
  about: {
    zh: "楼宇、街道、社区、社会组织四方共同管理某事，每方一行，四方齐全。后来更换的写在 co-manager-changes.csv。",
    en: "What building, street, community and social organisation manage together: a row for each party, all four kinds. Who took over later stands in co-manager-changes.csv."
  },
  columns,
  key: ({ coManagement: id }) => id,
  commands: (rows, out) => {
    const [first, ...more] = rows
    if (!agree(rows, ["name", "nameEn", "subject", "from", "to", "on", "ended"], out)) return
    const { coManagement: id, subject, from: start, to: end, on = start, ended } = first.cells
    if (!out.isOrderly(first, "to", start, end) || !out.isOrderly(first, "ended", start, ended)) return
    const managers = [managerOf(first), ...more.map(managerOf)] as const
    const said = { names: nameOf(first.cells), subject, managers, from: start, to: end, on }
    out.add(first, given({ _tag: "FormCoManagement", coManagement: id, ...said }))
    if (ended !== undefined) out.add(first, { _tag: "EndCoManagement", coManagement: id, to: ended, on: ended })
  }
})

const changes = define({
  file: "co-manager-changes.csv",
  names: { zh: "共管方更换", en: "Changes of co-managers" },
  about: {
    zh: "某一类别的职责从某日起由另一单元承担，每次一行。",
    en: "Another unit takes over what one kind of party does from a day on: one change a row."
  },
  columns: { coManagement, ...party, from: from("从何日起", "the first day of the new one") },
  commands: (row, out) => out.add(row, { _tag: "ReplaceCoManager", ...row.cells, on: row.cells.from })
})

/** Files about what four parties manage together. */
export const coManagementSheets = [pacts, changes]
