import { agree } from "../Agreement.ts"
import { from, optional, required, to } from "../Column.ts"
import * as Domain from "../DomainForm.ts"
import * as Economy from "../EconomyForm.ts"
import * as Form from "../Form.ts"
import * as ListForm from "../ListForm.ts"
import { define, defineGrouped, given, type Output, type Row } from "../Sheet.ts"
import * as Wholeness from "../Wholeness.ts"

const day = (zh: string, about: readonly [zh: string, en: string]) => optional(Form.date, zh, about)

const columns = {
  lease: required(Economy.lease, "租约", ["租约或购房的编号", "the lease or purchase"], { also: ["租约编号", "编号"] }),
  tenant: required(Domain.unit, "企业", ["承租或购买的企业", "who uses the spaces"]),
  spaces: required(Economy.parts, "空间", [
    "占用的空间；与人共用的可写明面积",
    "the spaces it takes; where they are shared, with areas"
  ]),
  tenure: optional(Economy.tenure, "方式", ["租赁或自有；空则为租赁", "rent or own; where empty, rent"]),
  shared: optional(ListForm.yesNo, "共用", ["是否与其他租约共用空间", "whether others use the same spaces"]),
  from: from("起租日期", "the day it begins"),
  to: to("约定的终止日期，日后变动不改此处", "the day it ends as agreed; what comes later does not change this"),
  extendedTo: day("续租至", ["续租后的终止日期，不含当日；空则不定期", "the new end, not included; where empty, none"]),
  extended: day("续租日期", [
    "商定续租的日期；多次续租各写一行",
    "the day that was agreed; of several, a row for each"
  ]),
  leaving: day("退租意向日期", ["告知有意退租的日期", "the day the tenant said it wants to leave"]),
  expected: day("预计退租", ["预计退租的日期", "the day it expects to"]),
  notice: optional(ListForm.yesNo, "正式通知", ["是否正式通知", "whether it gave formal notice"]),
  stays: day("决定留下", ["告知仍然留下的日期", "the day it said that it stays after all"]),
  ended: day("实际终止", ["提前终止或到期的日期，不含当日", "the first day without it"]),
  reason: optional(Economy.endReason, "终止原因", ["与实际终止同填", "why it ended; goes with that day"]),
  endedOn: day("终止告知", ["得知终止的日期；空则为终止之日", "the day that was told; where empty, that of the end"]),
  annulled: day("作废日期", ["录入有误、整条作废的日期", "the day on which it was taken for a mistake as a whole"]),
  note: optional(Form.label(500), "作废原因", ["与作废日期同填", "why; goes with that day"])
}

type LeaseRow = Row<typeof columns>
type Out = Output<typeof columns>

// The one needs the other.
const needs = [
  ["extendedTo", "extended"],
  ["expected", "leaving"],
  ["notice", "leaving"],
  ["ended", "reason"],
  ["reason", "ended"],
  ["endedOn", "ended"],
  ["annulled", "note"],
  ["note", "annulled"]
] as const

const isWhole = (row: LeaseRow, out: Out): boolean => {
  const isWholly = Wholeness.isWhole(row, needs, out)
  const { from: begin, to: end, ended } = row.cells
  return isWholly && out.isOrderly(row, "to", begin, end) && out.isOrderly(row, "ended", begin, ended)
}

const turned = (row: LeaseRow, out: Out): void => {
  const { lease, extended, extendedTo, leaving, expected, notice, stays } = row.cells
  if (extended !== undefined) out.add(row, given({ _tag: "ExtendLease", lease, to: extendedTo, on: extended }))
  if (leaving !== undefined) {
    const formal = notice === undefined ? undefined : notice === "yes"
    out.add(row, given({ _tag: "IntendToLeave", lease, expected, notice: formal, on: leaving }))
  }
  if (stays !== undefined) out.add(row, { _tag: "StayAfterAll", lease, on: stays })
}

const over = (row: LeaseRow, out: Out): void => {
  const { lease, ended, reason, endedOn = ended, annulled, note } = row.cells
  if (ended !== undefined && endedOn !== undefined && reason !== undefined) {
    out.add(row, { _tag: "EndLease", lease, to: ended, reason, on: endedOn })
  }
  if (annulled !== undefined && note !== undefined) {
    out.add(row, { _tag: "AnnulLease", lease, reason: note, on: annulled })
  }
}

const leases = defineGrouped({
  file: "leases.csv",
  names: { zh: "租约", en: "Leases" },
  about: {
    zh: "谁从何时起使用哪些空间，每份租约一行；多次续租或多次表示退租意向时，每次一行，前面各列写成一样。",
    en: "Who uses which spaces from when on, each lease a row; where it is extended more than once, or its tenant wants to leave more than once, a row for each with the same first columns."
  },
  columns,
  key: ({ lease }) => lease,
  commands: (rows, out) => {
    const [first] = rows
    if (!agree(rows, ["tenant", "spaces", "tenure", "shared", "from", "to"], out)) return
    if (!rows.map((row) => isWhole(row, out)).every(Boolean)) return
    const { lease, tenant, spaces, tenure = "rent", shared, from: begin, to: end } = first.cells
    const isShared = shared === undefined ? undefined : shared === "yes"
    const signed = { lease, tenant, spaces, tenure, shared: isShared, from: begin, to: end }
    out.add(first, given({ _tag: "SignLease", ...signed }))
    for (const row of rows) turned(row, out)
    for (const row of rows) over(row, out)
  }
})

const residences = define({
  file: "residences.csv",
  names: { zh: "注册与纳税地", en: "Where tenants are registered and taxed" },
  about: {
    zh: "企业是否注册在、纳税在某地；不清楚的留空，变化后另写一行。",
    en: "Whether an enterprise is registered and taxed in a place; what is not known is left empty, a change is another row."
  },
  columns: {
    tenant: required(Domain.unit, "企业", ["入驻的企业", "the enterprise"]),
    place: required(Domain.unit, "地点", ["楼宇、街道等", "a building, a street"]),
    registered: optional(Economy.answer, "注册在此", ["空则为不详", "where empty, not known"]),
    taxed: optional(Economy.answer, "纳税在此", ["空则为不详", "where empty, not known"]),
    from: from("从何时起", "from when on it is so"),
    on: optional(Form.date, "告知日期", ["空则为起始日期", "the day it was told; where empty, the first day"])
  },
  commands: (row, out) => {
    const { tenant, place, registered = "unknown", taxed = "unknown", from: begin, on = begin } = row.cells
    out.add(row, { _tag: "DeclareResidence", tenant, place, registered, taxed, from: begin, on })
  }
})

/** Files about who uses what, and where they are registered and taxed. */
export const leaseSheets = [leases, residences]
