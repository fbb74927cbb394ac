import type { PactCommand } from "@louyu/programmes"
import { agree } from "../Agreement.ts"
import { optional, required } from "../Column.ts"
import * as Domain from "../DomainForm.ts"
import { CellExcluded, CellMissing, OneOfNeeded } from "../ExchangeError.ts"
import * as Form from "../Form.ts"
import * as ProgrammesForm from "../ProgrammesForm.ts"
import { wording } from "../RecruitmentForm.ts"
import { define, defineGrouped, type Output, type Row } from "../Sheet.ts"
import { nameOf } from "./unitSheets.ts"

const pact = required(ProgrammesForm.pact, "公约", ["公约的编号", "the pact"], { also: ["公约编号", "编号"] })
const version = required(Form.count(1), "版本", ["第几版，从 1 开始", "the version, beginning with 1"])

const columns = {
  pact,
  version,
  place: optional(Domain.unit, "地点", [
    "是哪个楼宇等的公约；只在第 1 版填写",
    "the building or the like whose pact it is; only of version 1"
  ]),
  name: optional(wording(200), "名称", ["名称；只在第 1 版填写", "what it is called; only of version 1"]),
  nameEn: optional(wording(200), "英文名称", ["英文名称", "the same in English"]),
  clause: required(ProgrammesForm.word, "条款", [
    "条款的编号，各版中含义不变",
    "the clause; its id means the same from version to version"
  ]),
  text: required(wording(), "内容", ["条款的内容", "what it says"]),
  on: required(Form.date, "起草日期", ["该版起草的日期", "the day this version was drafted"], { also: ["日期"] }),
  adopted: optional(Form.date, "通过日期", [
    "该版通过的日期；前一版随之失效，须重新签署",
    "the day it was adopted; the one before is superseded by that and has to be signed again"
  ])
}

type ClauseRow = Row<typeof columns>
type Rows = readonly [ClauseRow, ...ReadonlyArray<ClauseRow>]
type Out = Output<typeof columns>

const ofFirst = ["place", "name", "nameEn"] as const

const clausesOf = ([first, ...more]: Rows): readonly [PactCommand.Clause, ...ReadonlyArray<PactCommand.Clause>] => {
  const clauseOf = ({ cells: { clause, text } }: ClauseRow): PactCommand.Clause => ({ clause, text })
  return [clauseOf(first), ...more.map(clauseOf)]
}

const drafted = (rows: Rows, out: Out): boolean => {
  const [first] = rows
  const { pact: id, place, name, nameEn, on } = first.cells
  if (place === undefined || name === undefined) {
    out.refuse(first, place === undefined ? "place" : "name", new CellMissing({}))
    return false
  }
  out.add(first, { _tag: "DraftPact", pact: id, place, names: nameOf({ name, nameEn }), clauses: clausesOf(rows), on })
  return true
}

const amended = (rows: Rows, out: Out): boolean => {
  const [first] = rows
  const { pact: id, version: number, on } = first.cells
  const excess = ofFirst.filter((column) => first.cells[column] !== undefined)
  for (const column of excess) out.refuse(first, column, new CellExcluded({ column: `version=${number}` }))
  if (excess.length > 0) return false
  out.add(first, { _tag: "AmendPact", pact: id, version: number, clauses: clausesOf(rows), on })
  return true
}

const pacts = defineGrouped({
  file: "pacts.csv",
  names: { zh: "公约", en: "Pacts" },
  about: {
    zh: "楼宇公约的各版和条款，每条一行；同一公约同一版的各行是一版，修订的新版写出全部条款。签署写在 pact-signatures.csv。",
    en: "Pacts of buildings with their versions, a row for each clause. Rows of one pact and version are that version; a new one lists all its clauses. Who signed stands in pact-signatures.csv."
  },
  columns,
  key: ({ pact: id, version: number }) => `${id} ${number}`,
  commands: (rows, out) => {
    const [first] = rows
    if (!agree(rows, [...ofFirst, "on", "adopted"], out)) return
    const { pact: id, version: number, adopted } = first.cells
    const isSound = number === 1 ? drafted(rows, out) : amended(rows, out)
    if (isSound && adopted !== undefined) {
      out.add(first, { _tag: "AdoptPact", pact: id, version: number, on: adopted })
    }
  }
})

const signatures = define({
  file: "pact-signatures.csv",
  names: { zh: "公约签署", en: "Signatures of pacts" },
  about: {
    zh: "谁签署了公约的哪一版，每次一行；只有当时有效的一版可以签署。",
    en: "Who signed which version of a pact, one signature a row; only the version in force can be signed."
  },
  columns: {
    pact,
    version,
    unit: optional(Domain.unit, "单元", [
      "签署的单元；单元和人员填其一",
      "the unit that signed; fill in a unit or a person"
    ]),
    person: optional(Domain.person, "人员", ["签署者的人员编号", "the id of the person who signed"]),
    on: required(Form.date, "签署日期", ["签署的日期", "the day it was signed"], { also: ["日期"] })
  },
  commands: (row, out) => {
    const { unit, person, ...signed } = row.cells
    if (unit !== undefined && person === undefined) out.add(row, { _tag: "SignPact", ...signed, by: { unit } })
    else if (person !== undefined && unit === undefined) out.add(row, { _tag: "SignPact", ...signed, by: { person } })
    else out.refuse(row, "unit", new OneOfNeeded({ columns: ["unit", "person"] }))
  }
})

/** Files about pacts and who signed them. */
export const pactSheets = [pacts, signatures]
