import type { PairingCommand } from "@louyu/programmes"
import * as Result from "effect/Result"
import { agree } from "../Agreement.ts"
import * as CaseworkForm from "../CaseworkForm.ts"
import { from, optional, required, to } from "../Column.ts"
import type { Context } from "../Context.ts"
import * as Domain from "../DomainForm.ts"
import { CommitmentUnlisted, PartnerMissing } from "../ExchangeError.ts"
import * as Form from "../Form.ts"
import * as Grouping from "../Grouping.ts"
import * as ProgrammesForm from "../ProgrammesForm.ts"
import { wording } from "../RecruitmentForm.ts"
import { define, defineGrouped, given, type Output, type Row } from "../Sheet.ts"
import * as Wholeness from "../Wholeness.ts"
import { nameOf } from "./unitSheets.ts"

const pairing = required(ProgrammesForm.pairing, "结对", ["结对的编号", "the pairing"], { also: ["结对编号", "编号"] })
const amount = [
  "资金以元计，场地以小时计，人才以人日计",
  "of a fund in yuan, of a venue in hours, of talent in person-days"
] as const

/** How much it is: of a fund money, else a whole number. */
const quantityOf = (kind: PairingCommand.Commitment["kind"], cell: string, context: Context): Form.Reading<number> => {
  const form: Form.Form<number> = kind === "fund" ? CaseworkForm.contributed : Form.count(1)
  return form.read(cell, context)
}

const columns = {
  pairing,
  name: required(wording(200), "名称", ["名称", "what it is called"]),
  nameEn: optional(wording(200), "英文名称", ["英文名称", "the same in English"]),
  fields: optional(ProgrammesForm.codes, "领域", [
    "为了什么，如 commerce、elderCare",
    "what it is for, such as commerce or elderCare"
  ]),
  from: from("结对的起始日期", "its first day"),
  to: to("约定的截止日期", "the day it is to be over"),
  on: optional(Form.date, "提出日期", ["何时提出；空则为起始日期", "when it was proposed; where empty, its first day"]),
  unit: required(Domain.unit, "单元", ["结对的一方", "a party"]),
  line: required(ProgrammesForm.line, "条线", [
    "该方属于哪条线；各方不能都属同一条线",
    "the line the party belongs to; not all of them to one"
  ]),
  signed: optional(Form.date, "签署日期", ["该方何时签署；各方都签署才生效", "the day this party signed; all have to"]),
  commitment: optional(ProgrammesForm.word, "承诺", [
    "该方承诺投入什么，承诺的编号；多项各写一行",
    "a commitment of this party; a row for each"
  ]),
  kind: optional(ProgrammesForm.commitmentKind, "承诺类别", ["资金、场地或人才", "a fund, a venue or talent"]),
  quantity: optional(Form.label(40), "承诺数量", amount),
  terminated: optional(Form.date, "终止日期", [
    "提前终止的日期（不含当日），须写原因",
    "the first day without it, where it ended before its term; needs a reason"
  ]),
  reason: optional(wording(), "终止原因", ["为何终止", "why it ended"])
}

type PairingRow = Row<typeof columns>
type Rows = readonly [PairingRow, ...ReadonlyArray<PairingRow>]
type Out = Output<typeof columns>

// What has no meaning without something else.
const needs = [
  ["commitment", "kind"],
  ["commitment", "quantity"],
  ["kind", "commitment"],
  ["quantity", "commitment"],
  ["terminated", "reason"],
  ["reason", "terminated"]
] as const

/** The commitment of a row, if it has one; `undefined` where its quantity cannot be read, which is refused. */
const commitmentsOf = (row: PairingRow, out: Out): ReadonlyArray<PairingCommand.Commitment> | undefined => {
  const { unit: by, commitment, kind, quantity: cell } = row.cells
  if (commitment === undefined || kind === undefined || cell === undefined) return []
  const quantity = quantityOf(kind, cell, out.context)
  if (Result.isSuccess(quantity)) return [{ commitment, by, kind, quantity: quantity.success }]
  out.refuse(row, "quantity", quantity.failure)
  return undefined
}

/** The rows of each party, where it stands first. */
const byParty = (rows: Rows): ReadonlyArray<Rows> => [...Grouping.by(rows, ({ cells }) => cells.unit).values()]

const ended = (row: PairingRow, out: Out): void => {
  const { pairing: id, terminated, reason } = row.cells
  if (terminated === undefined || reason === undefined) return
  out.add(row, { _tag: "TerminatePairing", pairing: id, to: terminated, reason, on: terminated })
}

const proposed = (rows: Rows, out: Out): void => {
  const [first] = rows
  const { pairing: id, fields, from: start, to: end, on = start } = first.cells
  const read = rows.map((row) => commitmentsOf(row, out))
  const parties = byParty(rows).map(([party]) => party)
  if (parties.length < 2) out.refuse(first, "unit", new PartnerMissing({}))
  const commitments = read.flatMap((one) => one ?? [])
  if (parties.length < 2 || read.includes(undefined)) return
  const said = {
    names: nameOf(first.cells),
    parties: parties.map(({ cells: { unit, line } }) => ({ unit, line })),
    fields,
    commitments,
    from: start,
    to: end,
    on
  }
  out.add(first, given({ _tag: "ProposePairing", pairing: id, ...said }))
  for (const row of parties) {
    const { unit, signed } = row.cells
    if (signed !== undefined) out.add(row, { _tag: "SignPairing", pairing: id, unit, on: signed })
  }
  ended(first, out)
}

const pairings = defineGrouped({
  file: "pairings.csv",
  names: { zh: "结对共建", en: "Pairings" },
  about: {
    zh: "不同条线的组织结对共建的协议，每方一行；一方有多项承诺的每项一行。履行写在 pairing-deliveries.csv，续签写在 pairing-renewals.csv。",
    en: "Agreements of organisations of different lines: a row for each party, or for each commitment of a party. What was brought in stands in pairing-deliveries.csv, longer terms in pairing-renewals.csv."
  },
  columns,
  key: ({ pairing: id }) => id,
  commands: (rows, out) => {
    const [first] = rows
    const whole = rows.map((row) => Wholeness.isWhole(row, needs, out))
    const common = ["name", "nameEn", "fields", "from", "to", "on", "terminated", "reason"] as const
    const agreed = byParty(rows).map((party) => agree(party, ["line", "signed"], out))
    const { from: start, to: end } = first.cells
    if (!agree(rows, common, out) || agreed.includes(false) || whole.includes(false)) return
    if (out.isOrderly(first, "to", start, end)) proposed(rows, out)
  }
})

const deliveries = define({
  file: "pairing-deliveries.csv",
  names: { zh: "结对履行", en: "Deliveries of pairings" },
  about: {
    zh: "结对各方按承诺投入了什么，每次一行；可多于承诺。",
    en: "What the parties of pairings brought in of what they promised: one delivery a row; it may be more."
  },
  columns: {
    pairing,
    commitment: required(ProgrammesForm.word, "承诺", ["履行哪项承诺", "the commitment"]),
    delivery: required(
      ProgrammesForm.word,
      "履行",
      ["履行的编号，在该结对内不重复", "the delivery, an id within its pairing"],
      {
        also: ["履行编号"]
      }
    ),
    quantity: required(Form.label(40), "数量", amount),
    date: required(Form.date, "日期", ["履行的日期", "the day of it"]),
    on: optional(Form.date, "登记日期", ["何时登记；空则为当日", "when it was taken down; where empty, that day"])
  },
  commands: (row, out) => {
    const { pairing: id, commitment, delivery, quantity: cell, date, on = date } = row.cells
    const kind = out.surroundings().commitmentOf(id, commitment)
    if (kind === undefined) return out.refuse(row, "commitment", new CommitmentUnlisted({ pairing: id, commitment }))
    const quantity = quantityOf(kind, cell, out.context)
    if (Result.isFailure(quantity)) return out.refuse(row, "quantity", quantity.failure)
    const said = { commitment, delivery, quantity: quantity.success, date, on }
    out.add(row, { _tag: "RecordPairingDelivery", pairing: id, ...said })
  }
})

const renewals = define({
  file: "pairing-renewals.csv",
  names: { zh: "结对续签", en: "Renewals of pairings" },
  about: { zh: "结对延长到何时，每次一行。", en: "How much longer pairings run: one renewal a row." },
  columns: {
    pairing,
    on: required(Form.date, "续签日期", ["何时续签", "the day it was renewed"], { also: ["日期"] }),
    to: optional(Form.date, "截止日期", [
      "延长到何日（不含当日）；空则不定期",
      "the first day without it; where empty, it has no end"
    ])
  },
  commands: (row, out) => out.add(row, given({ _tag: "RenewPairing", ...row.cells }))
})

/** Files about pairings, what was brought in, and their renewals. */
export const pairingSheets = [pairings, deliveries, renewals]
