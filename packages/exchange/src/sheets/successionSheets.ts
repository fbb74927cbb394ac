import { optional, required } from "../Column.ts"
import * as Domain from "../DomainForm.ts"
import { RowsDisagree } from "../ExchangeError.ts"
import * as Form from "../Form.ts"
import { define, defineGrouped, given } from "../Sheet.ts"
import { codesOf, described, nameOf } from "./unitSheets.ts"

const mergers = define({
  file: "mergers.csv",
  names: { zh: "合并", en: "Mergers" },
  about: {
    zh: "若干单元并入另一个已有的单元，成员、下级和各种关系一并转入。",
    en: "Units that are closed and leave members, subordinates and relations to another one, which exists."
  },
  columns: {
    units: required(Domain.units, "被合并单元", ["并入后撤销的单元", "the units that are closed"]),
    into: required(Domain.unit, "并入", ["继承的单元", "the unit that inherits"]),
    on: required(Form.date, "日期", ["合并之日", "the day of the merger"], { also: ["合并日期"] })
  },
  commands: (row, out) => out.add(row, { _tag: "MergeUnits", ...row.cells })
})

const splits = defineGrouped({
  file: "splits.csv",
  names: { zh: "拆分", en: "Splits" },
  about: {
    zh: "从一个单元中分出新单元，每行一个；同一单元同一天的各行是同一次拆分。",
    en: "New units taken out of another one, one a row; rows of one unit and day are one split."
  },
  columns: {
    unit: required(Domain.unit, "编号", ["被拆分的单元", "the unit that is split"], { also: ["单元", "单元编号"] }),
    on: required(Form.date, "日期", ["拆分之日", "the day of the split"], { also: ["拆分日期"] }),
    part: required(Domain.newUnit, "新编号", ["分出的新单元", "the new unit"], { defines: "unit" }),
    ...described,
    formation: optional(Domain.formation, "组建方式", ["仅用于党支部", "of a branch only"]),
    subordinates: optional(Domain.units, "带走的下级", ["随新单元走的下级", "subordinates it takes along"]),
    occupants: optional(Domain.units, "带走的场所内单元", [
      "随新单元走的场所内单元",
      "units lying in it that it takes along"
    ]),
    enterprises: optional(Domain.units, "带走的企业", ["改由新支部覆盖的企业", "enterprises the new branch covers"]),
    members: optional(Domain.people, "带走的成员", ["组织关系转入新单元的人员", "people whose home it becomes"]),
    full: optional(Form.count(), "正式党员", ["新单元的正式党员人数", "its full members"]),
    probationary: optional(Form.count(), "预备党员", ["新单元的预备党员人数", "its probationary members"]),
    remainderTo: optional(Domain.unit, "其余转入", [
      "填写后原单元撤销，其余归此单元",
      "where given, the unit is closed and the rest goes there"
    ])
  },
  key: ({ unit, on }) => `${unit} ${on}`,
  commands: (rows, out) => {
    const [first] = rows
    const { unit, on, remainderTo } = first.cells
    const parts = rows.map((row) => {
      const { part, kind, under, within, nature, formation, classes, full, probationary } = row.cells
      const { subordinates, occupants, enterprises, members } = row.cells
      if (row.cells.remainderTo !== remainderTo) {
        out.refuse(row, "remainderTo", new RowsDisagree({ firstRow: first.number }))
      }
      const memberCounts =
        full === undefined && probationary === undefined
          ? undefined
          : { full: full ?? 0, probationary: probationary ?? 0 }
      const spec = { unit: part, kind, name: nameOf(row.cells), under, within, nature, formation, classes }
      const taken = { subordinates, occupants, enterprises, members, memberCounts }
      return given({ ...spec, identifiers: codesOf(row.cells), ...taken })
    })
    const [head, ...tail] = parts
    if (head !== undefined) out.add(first, given({ _tag: "SplitUnit", unit, on, parts: [head, ...tail], remainderTo }))
  }
})

/** Files about units that take the place of others. */
export const successionSheets = [mergers, splits]
