import type { ActivityCommand } from "@louyu/programmes"
import * as ActivityColumns from "../ActivityColumns.ts"
import { optional, required } from "../Column.ts"
import * as Domain from "../DomainForm.ts"
import { CellExcluded, CellMissing, ChangeMissing, OneOfNeeded } from "../ExchangeError.ts"
import * as Form from "../Form.ts"
import * as ProgrammesForm from "../ProgrammesForm.ts"
import { wording } from "../RecruitmentForm.ts"
import { define, given, type Output, type Row } from "../Sheet.ts"
import { qualified } from "../StationForm.ts"
import * as Wholeness from "../Wholeness.ts"

const id = required(ProgrammesForm.activity, "活动", ["活动的编号", "the activity"], { also: ["活动编号", "编号"] })

const planColumns = {
  activity: id,
  ...ActivityColumns.columns,
  series: optional(ProgrammesForm.series, "系列", ["属于哪个系列", "the series it is one of"]),
  date: required(Form.date, "举办日期", ["举办的日期", "the day it is held"], { also: ["日期"] }),
  registerBy: optional(Form.date, "报名截止", ["报名的最后一日", "the last day to register"]),
  on: optional(Form.date, "安排日期", [
    "何时安排；空则为报名截止日，没有的为举办日期",
    "when it was planned; where empty, the last day to register, or else the day it is held"
  ]),
  held: optional(Form.date, "已举办日期", ["已经举办的，何时举办", "the day it was held, once it was"]),
  attended: optional(qualified, "参加人数", [
    "已举办的有多少人参加，如 60余",
    "how many came, once it was held, such as over 60"
  ]),
  cancelled: optional(Form.date, "取消日期", ["取消的日期，须写原因", "the day it was called off; needs a reason"]),
  reason: optional(wording(), "取消原因", ["为何取消", "why it was called off"])
}

type PlanRow = Row<typeof planColumns>

const lacking = ({ cells }: PlanRow): keyof typeof planColumns | undefined => {
  if (cells.attended !== undefined && cells.held === undefined) return "held"
  if ((cells.cancelled === undefined) === (cells.reason === undefined)) return undefined
  return cells.cancelled === undefined ? "cancelled" : "reason"
}

const activities = define({
  file: "planned-activities.csv",
  names: { zh: "活动安排", en: "Planned activities" },
  about: {
    zh: "安排的活动，可报名、签到、统计，每次一行；只记录某单元开展过的活动写在 activities.csv。改期和名额变更写在 activity-changes.csv，报名和到场写在 registrations.csv，影响和成果写在 activity-results.csv。",
    en: "Activities that are planned, one a row, so that people can register and what came of them can be told; activities.csv only records what a unit did. Other dates and numbers of places stand in activity-changes.csv, who registered and came in registrations.csv, how far it reached and what came of it in activity-results.csv."
  },
  columns: planColumns,
  commands: (row, out) => {
    const { activity, series, date, registerBy, on = registerBy ?? date, held, attended, cancelled, reason } = row.cells
    const about = ActivityColumns.aboutOf(row, out)
    const missing = lacking(row)
    if (missing !== undefined) return out.refuse(row, missing, new CellMissing({}))
    if (about === undefined) return
    out.add(row, given({ _tag: "PlanActivity", activity, ...about, series, date, registerBy, on }))
    if (held !== undefined) out.add(row, given({ _tag: "HoldActivity", activity, attended, on: held }))
    if (cancelled !== undefined && reason !== undefined) {
      out.add(row, { _tag: "CancelActivity", activity, reason, on: cancelled })
    }
  }
})

const changeColumns = {
  activity: id,
  on: required(Form.date, "变更日期", ["何时决定变更", "the day of the change"]),
  date: optional(Form.date, "改期至", ["改在哪日举办", "the day it is held instead"]),
  hours: optional(ProgrammesForm.hours, "时段", [
    "改期后的起止时刻；空则不变",
    "the times of day with the new date; where empty, as before"
  ]),
  capacity: optional(Form.count(1), "名额", ["改为多少名额", "how many places there are from then on"])
}

const changes = define({
  file: "activity-changes.csv",
  names: { zh: "活动变更", en: "Changes of activities" },
  about: {
    zh: "活动改期，或名额增减，每次一行；名额增加时候补者依次递补。",
    en: "Activities that were moved to another day, or have another number of places: one change a row. Whoever waits is moved up."
  },
  columns: changeColumns,
  commands: (row, out) => {
    const { activity, on, date, hours: window, capacity } = row.cells
    if (window !== undefined && date === undefined) return out.refuse(row, "date", new CellMissing({}))
    if (date === undefined && capacity === undefined) {
      return out.refuse(row, "date", new ChangeMissing({ columns: ["date", "capacity"] }))
    }
    if (date !== undefined) out.add(row, given({ _tag: "MoveActivity", activity, date, window, on }))
    if (capacity !== undefined) out.add(row, { _tag: "ResizeActivity", activity, capacity, on })
  }
})

const resultColumns = {
  activity: id,
  on: required(Form.date, "日期", ["得知的日期", "the day it was known"]),
  metric: optional(ProgrammesForm.word, "指标", [
    "影响的指标，如 views、shops",
    "what the reach of it counts, such as views or shops"
  ]),
  count: optional(qualified, "数量", ["该指标的数量，如 1000余", "how many, such as over 1000"]),
  need: optional(ProgrammesForm.reference, "需求", ["由此产生的需求", "a need that came of it"]),
  case: optional(ProgrammesForm.reference, "案件", ["由此产生的案件", "a case that came of it"]),
  project: optional(ProgrammesForm.reference, "项目", ["由此产生的项目", "a project that came of it"]),
  prospect: optional(ProgrammesForm.reference, "线索", ["由此产生的招商线索", "a prospect that came of it"]),
  unit: optional(Domain.unit, "单元", ["因此有成效的单元", "a unit that it did something for"]),
  effect: optional(ProgrammesForm.word, "成效", [
    "对该单元有何成效，如 liveSales",
    "what it did for it, such as liveSales"
  ])
}

type ResultRow = Row<typeof resultColumns>

const subjects = ["metric", "need", "case", "project", "prospect", "unit"] as const
const needs = Wholeness.together([
  ["metric", "count"],
  ["unit", "effect"]
])

const outcomeOf = ({ cells }: ResultRow): ActivityCommand.Outcome | undefined => {
  const { need, case: about, project, prospect, unit, effect } = cells
  if (need !== undefined) return { need }
  if (about !== undefined) return { case: about }
  if (project !== undefined) return { project }
  if (prospect !== undefined) return { prospect }
  return unit === undefined || effect === undefined ? undefined : { unit, result: effect }
}

const isWhole = (row: ResultRow, out: Output<typeof resultColumns>): boolean => {
  const { cells } = row
  if (!Wholeness.isWhole(row, needs, out)) return false
  const [first, second] = subjects.filter((column) => cells[column] !== undefined)
  if (first === undefined) out.refuse(row, "metric", new OneOfNeeded({ columns: subjects }))
  if (first !== undefined && second !== undefined) out.refuse(row, second, new CellExcluded({ column: first }))
  return first !== undefined && second === undefined
}

const results = define({
  file: "activity-results.csv",
  names: { zh: "活动成果", en: "What came of activities" },
  about: {
    zh: "活动的影响（观看人次、展示商铺等），或由此产生的需求、案件、项目、线索、单元成效，每项一行。",
    en: "How far an activity reached, such as views and shops shown, or a need, case, project, prospect or effect on a unit that came of it: one a row."
  },
  columns: resultColumns,
  commands: (row, out) => {
    if (!isWhole(row, out)) return
    const { activity, on, metric, count } = row.cells
    const outcome = outcomeOf(row)
    if (outcome !== undefined) out.add(row, { _tag: "LinkActivityOutcome", activity, outcome, on })
    if (metric !== undefined && count !== undefined) {
      out.add(row, { _tag: "ReportActivityReach", activity, metric, count, on })
    }
  }
})

/** Files about activities, their changes and what came of them. */
export const activitySheets = [activities, changes, results]
