import type { Money } from "@louyu/kernel"
import * as Result from "effect/Result"
import { agree } from "../Agreement.ts"
import { optional, required } from "../Column.ts"
import * as Domain from "../DomainForm.ts"
import * as Economy from "../EconomyForm.ts"
import * as FigureForm from "../FigureForm.ts"
import * as Form from "../Form.ts"
import * as ListForm from "../ListForm.ts"
import { type Columns, define, defineGrouped, given, type Output, type Row } from "../Sheet.ts"

/** The column that says in what the amounts of a row are written. */
export const unitOfMoney = optional(FigureForm.moneyUnit, "单位", [
  "金额的单位：元、万元、亿元；空则为元",
  "what amounts are written in: yuan, 万元 or 亿元; where empty, yuan"
])

/** What an amount of a row comes to; `undefined` where it cannot be read in the unit of its row, which is refused. */
export const amountOf = <C extends Columns>(
  row: Row<C>,
  column: keyof C & string,
  text: string,
  unit: Parameters<typeof FigureForm.amountIn>[1],
  out: Output<C>
): Money.Money | undefined => {
  const read = FigureForm.amountIn(text, unit)
  if (Result.isSuccess(read)) return read.success
  out.refuse(row, column, read.failure)
  return undefined
}

const tax = define({
  file: "tax.csv",
  names: { zh: "楼宇税收", en: "What buildings yield" },
  about: {
    zh: "楼宇某年的税收（或产值、资产）；同一楼宇同一年日后告知的另一行即为更正，原数保留。",
    en: "What a building yielded in a year, in tax, output or assets; another row for it that was told later is a correction, and the earlier one is kept."
  },
  columns: {
    building: required(Domain.unit, "楼宇", ["楼宇", "the building"], { also: ["编号", "楼宇编号"] }),
    year: required(Economy.year, "年度", ["哪一年", "the year"]),
    amount: required(FigureForm.amount, "金额", ["全年合计，不是增量", "of the whole year, not what is added"]),
    unit: unitOfMoney,
    metric: optional(FigureForm.metric, "指标", [
      "税收、产值或资产；空则为税收",
      "tax, output or assets; where empty, tax"
    ]),
    on: required(Form.date, "告知日期", ["得知此数的日期", "the day it was told"]),
    refund: optional(ListForm.yesNo, "退税", ["负数须写“是”", "yes where less than nothing is meant"]),
    source: optional(Form.label(), "来源", ["数据来源", "where it comes from"])
  },
  commands: (row, out) => {
    const { building, year, amount: text, unit, metric, on, refund, source } = row.cells
    const amount = amountOf(row, "amount", text, unit, out)
    if (amount === undefined) return
    const paidBack = refund === undefined ? undefined : refund === "yes"
    out.add(row, given({ _tag: "RecordTax", building, year, amount, on, metric, refund: paidBack, source }))
  }
})

const figureColumns = {
  publication: required(FigureForm.publication, "公布编号", ["公布的数据的编号", "the published figure"], {
    also: ["编号"]
  }),
  indicator: required(FigureForm.indicator, "指标", ["指标目录中的指标", "an indicator of the city"]),
  scope: required(FigureForm.scope, "范围", [
    "说的是哪里：单元编号或自定",
    "what it speaks of: a unit, or a name of its own"
  ]),
  scopeName: optional(Form.label(100), "范围名称", ["空则同编号", "what readers see; where empty, the id"]),
  printed: required(FigureForm.printed, "公布值", [
    "照原文，含“超、近、约”等字样",
    "as it was printed, with its words"
  ]),
  unit: required(FigureForm.unit, "单位", ["原文的单位", "the unit it was printed in"]),
  fall: optional(ListForm.yesNo, "下降", [
    "原文为下降若干时写“是”",
    "yes where it says that something fell by so much"
  ]),
  on: required(Form.date, "数据日期", ["数据截至哪一天", "the day it speaks of"]),
  source: required(Form.label(), "来源", ["出处", "where it was published"]),
  published: required(Form.date, "公布日期", [
    "公布的日期；同一编号日后的另一行即为更正",
    "the day it was published; another row of the same id later on is a correction"
  ]),
  expected: optional(ListForm.yesNo, "预计", ["事先公布的预计数", "yes where it was said beforehand"]),
  withdrawn: optional(Form.date, "撤回日期", ["收回此数的日期", "the day it was taken back"])
}

type FigureRow = Row<typeof figureColumns>

const printedOf = ({ cells: { printed, unit, fall } }: FigureRow) =>
  given({
    count: printed.count,
    decimals: printed.decimals === 0 ? undefined : printed.decimals,
    unit,
    fall: fall === undefined ? undefined : fall === "yes"
  })

const figures = defineGrouped({
  file: "figures.csv",
  names: { zh: "公布的数据", en: "Published figures" },
  about: {
    zh: "别处公布的数据，照原文保存，与计算出的数据并列比较，互不覆盖；更正另写一行。",
    en: "Figures as somebody published them, kept as they are beside the computed ones; a correction is another row."
  },
  columns: figureColumns,
  key: ({ publication }) => publication,
  commands: (rows, out) => {
    const [first, ...corrections] = rows.toSorted((a, b) => (a.cells.published < b.cells.published ? -1 : 1))
    if (first === undefined) return
    if (!agree([first, ...corrections], ["indicator", "scope", "scopeName", "on", "source", "expected"], out)) return
    const { publication, indicator, scope: id, scopeName = id, on, source, published, expected } = first.cells
    const scope = { id, names: { zh: scopeName } }
    const early = expected === undefined ? undefined : expected === "yes"
    const said = { publication, indicator, scope, printed: printedOf(first), on, source, published, expected: early }
    out.add(first, given({ _tag: "PublishFigure", ...said }))
    for (const row of corrections) {
      out.add(row, { _tag: "CorrectPublication", publication, printed: printedOf(row), on: row.cells.published })
    }
    for (const row of [first, ...corrections]) {
      const { withdrawn } = row.cells
      if (withdrawn !== undefined) out.add(row, { _tag: "WithdrawPublication", publication, on: withdrawn })
    }
  }
})

/** Files about what buildings yield, and what was published of it. */
export const yieldSheets = [tax, figures]
