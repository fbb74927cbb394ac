import * as ActivityColumns from "../ActivityColumns.ts"
import { from, optional, required, to } from "../Column.ts"
import { CellExcluded } from "../ExchangeError.ts"
import * as Form from "../Form.ts"
import * as ProgrammesForm from "../ProgrammesForm.ts"
import * as RecurrenceForm from "../RecurrenceForm.ts"
import { type Cells, define, given, type Output, type Row } from "../Sheet.ts"

const id = required(ProgrammesForm.series, "系列", ["系列活动的编号", "the series"], { also: ["系列编号", "编号"] })

const when = {
  series: id,
  recurrence: required(RecurrenceForm.rhythm, "周期", ["在哪些日子举办", "on which dates it takes place"]),
  offDays: optional(ProgrammesForm.offDays, "遇休息日", [
    "遇休息日照常、取消、顺延还是提前；空则照常；每工作日的留空",
    "what becomes of a date that is a day off: it stays where this is empty; empty of every workday"
  ])
}

const recurrenceOf = <C extends typeof when>(row: Row<C>, out: Output<C>) => {
  const { recurrence, offDays }: Cells<typeof when> = row.cells
  if (recurrence.every !== "workday" || offDays === undefined) return RecurrenceForm.recurrenceOf(recurrence, offDays)
  out.refuse(row, "offDays", new CellExcluded({ column: "recurrence=workday" }))
  return undefined
}

const series = define({
  file: "series.csv",
  names: { zh: "系列活动", en: "Series of activities" },
  about: {
    zh: "定期举办的活动，如讲坛、午间一小时、节日和品牌活动，每个系列一行；各次活动写在 planned-activities.csv。",
    en: "Activities that come again, such as a forum, a noon hour, festivals and brands: a series a row. The activities themselves stand in planned-activities.csv."
  },
  columns: {
    ...when,
    ...ActivityColumns.columns,
    from: from("系列的起始日期", "the first day of the series"),
    to: to("计划的截止日期", "the day it is to be over"),
    on: optional(Form.date, "发布日期", ["何时发布；空则为起始日期", "when it was told; where empty, its first day"]),
    ended: optional(Form.date, "结束日期", [
      "提前结束的日期（不含当日）",
      "the first day without it, where it ended before that"
    ])
  },
  commands: (row, out) => {
    const { series: named, from: start, to: end, on = start, ended } = row.cells
    if (!out.isOrderly(row, "to", start, end) || !out.isOrderly(row, "ended", start, ended)) return
    const [about, recurrence] = [ActivityColumns.aboutOf(row, out), recurrenceOf(row, out)]
    if (about === undefined || recurrence === undefined) return
    out.add(row, given({ _tag: "StartSeries", series: named, ...about, recurrence, from: start, to: end, on }))
    if (ended !== undefined) out.add(row, { _tag: "EndSeries", series: named, to: ended, on: ended })
  }
})

const changes = define({
  file: "series-changes.csv",
  names: { zh: "系列周期变更", en: "Changes of series" },
  about: {
    zh: "系列从某日起改在另外的日子举办，每次变更一行。",
    en: "Series that take place on other dates from a day on: one change a row."
  },
  columns: { ...when, from: from("从何日起变更", "the first day of the new dates") },
  commands: (row, out) => {
    const { series: named, from: start } = row.cells
    const recurrence = recurrenceOf(row, out)
    if (recurrence === undefined) return
    out.add(row, { _tag: "ChangeRecurrence", series: named, recurrence, from: start, on: start })
  }
})

/** Files about activities that come again. */
export const seriesSheets = [series, changes]
