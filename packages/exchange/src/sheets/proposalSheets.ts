import type { BodyCommand } from "@louyu/casework"
import { agree } from "../Agreement.ts"
import { body, item } from "../BodyColumns.ts"
import * as CaseworkForm from "../CaseworkForm.ts"
import { optional, required } from "../Column.ts"
import * as Domain from "../DomainForm.ts"
import { CellMissing, OneOfNeeded } from "../ExchangeError.ts"
import * as Form from "../Form.ts"
import { wording } from "../RecruitmentForm.ts"
import { defineGrouped, type Output, type Row } from "../Sheet.ts"

const proposalColumns = {
  body,
  item,
  proposal: required(
    CaseworkForm.proposal,
    "提案",
    ["提案的编号，在议题内不重复", "the proposal, an id within its matter"],
    {
      also: ["提案编号"]
    }
  ),
  by: required(Domain.unit, "提案单位", ["提出的成员单位", "the member that makes it"]),
  text: required(wording(), "内容", ["提案的内容", "what is proposed"]),
  on: required(Form.date, "日期", ["提出的日期", "the day"]),
  contributor: optional(Domain.unit, "出资单位", [
    "出资金、场地或人力的成员单位；有多项的每项一行",
    "the member that gives money, space or labour; a row for each thing given"
  ]),
  money: optional(CaseworkForm.contributed, "资金", ["出多少元", "how much money, in yuan"]),
  places: optional(Form.count(1), "场地", ["出几处场地或点位", "how many places"]),
  people: optional(Form.count(1), "人力", ["出多少人", "how many people"])
}

type ProposalRow = Row<typeof proposalColumns>
type ProposalOut = Output<typeof proposalColumns>

/** What a row gives for a proposal, none when it gives nothing; `undefined` when only a part of it is written. */
const contributionOf = (row: ProposalRow, out: ProposalOut): ReadonlyArray<BodyCommand.Contribution> | undefined => {
  const { contributor: by, money: fen, places, people } = row.cells
  const amounts = [fen, places, people].filter((amount) => amount !== undefined)
  if (by === undefined && amounts.length === 0) return []
  if (by === undefined) out.refuse(row, "contributor", new CellMissing({}))
  if (amounts.length !== 1) out.refuse(row, "money", new OneOfNeeded({ columns: ["money", "places", "people"] }))
  if (by === undefined || amounts.length !== 1) return undefined
  if (fen !== undefined) return [{ by, kind: "money", fen }]
  if (places !== undefined) return [{ by, kind: "space", places }]
  return people === undefined ? undefined : [{ by, kind: "labour", people }]
}

const proposals = defineGrouped({
  file: "proposals.csv",
  names: { zh: "提案", en: "Proposals" },
  about: {
    zh: "对议题的提案及各方出资、出场地、出人力；每项出资一行，同一提案的各行是同一个提案。",
    en: "Proposals on matters, with what is given for them: a row for each thing given, rows of one proposal are one proposal."
  },
  columns: proposalColumns,
  key: ({ body: id, item: matter, proposal: named }) => `${id} ${matter} ${named}`,
  commands: (rows, out) => {
    const [first] = rows
    const { body: id, item: matter, proposal: named, by, text, on } = first.cells
    if (!agree(rows, ["by", "text", "on"], out)) return
    const given = rows.map((row) => contributionOf(row, out))
    if (given.includes(undefined)) return
    const contributions = given.flatMap((one) => one ?? [])
    out.add(first, { _tag: "MakeProposal", body: id, item: matter, proposal: named, by, text, contributions, on })
  }
})

/** The file about proposals. */
export const proposalSheets = [proposals]
