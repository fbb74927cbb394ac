import * as Result from "effect/Result"
import { agree } from "../Agreement.ts"
import { care, placeOf } from "../Care.ts"
import { from, optional, required, to } from "../Column.ts"
import * as Domain from "../DomainForm.ts"
import { CellMissing } from "../ExchangeError.ts"
import * as Form from "../Form.ts"
import * as Posting from "../Posting.ts"
import * as RoleForm from "../RoleForm.ts"
import { define, defineGrouped, given } from "../Sheet.ts"

const unit = required(Domain.unit, "单元", ["走访的单元", "the unit"], { also: ["编号", "单元编号"] })

const plans = defineGrouped({
  file: "visit-plans.csv",
  names: { zh: "走访计划", en: "Visit plans" },
  about: {
    zh: "某个岗位定期走访哪些单元，每个走访对象一行；同一编号的各行是同一个计划。",
    en: "Which units a post visits again and again, one target a row; rows of one plan are one plan."
  },
  columns: {
    plan: required(RoleForm.code, "计划", ["计划的编号", "the plan"], { also: ["计划编号"] }),
    care,
    ...Posting.post,
    every: optional(RoleForm.cadence, "频次", ["空则按岗位的规定", "where empty, as the role says"]),
    tiers: optional(RoleForm.tiers, "分层频次", ["不同层级对象的频次", "other rhythms for targets of some tiers"]),
    target: required(Domain.unit, "走访对象", ["要走访的单元", "a unit to be visited"]),
    tier: optional(Form.label(60), "层级", ["走访对象的层级", "the tier of the target"]),
    from: from("计划开始日期", "the day it begins"),
    to: to("计划结束日期", "the day it ends")
  },
  key: ({ plan }) => plan,
  commands: (rows, out) => {
    const [first] = rows
    const { plan, unit: at, role, scheme, from: begin, to: end } = first.cells
    if (!agree(rows, ["care", "unit", "role", "scheme", "every", "tiers", "from", "to"], out)) return
    if (!out.isOrderly(first, "to", begin, end)) return
    const found = Posting.find({ unit: at, role, scheme }, begin, out.context, out.surroundings)
    if (found === undefined) return
    if (Result.isFailure(found)) return out.refuse(first, "role", found.failure)
    const { roster, ...post } = found.success
    const visiting = out.context.roles?.entry(post.scheme)?.role(post.role)?.visiting
    const every = first.cells.every ?? visiting?.every
    if (every === undefined) return out.refuse(first, "every", new CellMissing({}))
    const place = first.cells.care ?? out.surroundings().building(at, begin) ?? roster
    const tiers = first.cells.tiers ?? (first.cells.every === undefined ? visiting?.tiers : undefined)
    const target = ({ cells }: (typeof rows)[number]) => given({ unit: cells.target, tier: cells.tier })
    const [, ...more] = rows
    const targets = [target(first), ...more.map(target)] as const
    out.add(first, given({ _tag: "PlanVisits", care: place, plan, post, every, tiers, targets, from: begin }))
    if (end !== undefined) out.add(first, { _tag: "EndPlan", care: place, plan, on: end })
  }
})

const need = optional(
  RoleForm.code,
  "需求",
  ["发现的需求的编号；多项需求各写一行", "a need found there; a row for each"],
  {
    also: ["需求编号"]
  }
)
const matter = optional(Form.label(), "事项", [
  "需求属于什么事项；内容不写在这里",
  "what it is about; not what was said"
])
const by = required(Domain.person, "走访人", ["走访的人", "who went there"], { also: ["人员"] })

interface Needing {
  readonly need: string | undefined
  readonly matter: string | undefined
}

/** The needs that rows name, each with its matter; `undefined` when half of one is missing. */
const needsOf = <R extends { readonly cells: Needing }>(
  rows: ReadonlyArray<R>,
  missing: (row: R, column: "need" | "matter") => void
): ReadonlyArray<{ readonly need: string; readonly matter: string }> | undefined => {
  const halves = rows.filter(({ cells }) => (cells.need === undefined) !== (cells.matter === undefined))
  for (const row of halves) missing(row, row.cells.need === undefined ? "need" : "matter")
  if (halves.length > 0) return undefined
  return rows.flatMap(({ cells }) =>
    cells.need === undefined || cells.matter === undefined ? [] : [{ need: cells.need, matter: cells.matter }]
  )
}

const visits = defineGrouped({
  file: "visits.csv",
  names: { zh: "走访", en: "Visits" },
  about: {
    zh: "走访记录；发现多项需求时每项一行，同一编号的各行是同一次走访。",
    en: "Visits that were made; where several needs were found a row for each: rows of one id are one visit."
  },
  columns: {
    visit: required(RoleForm.code, "走访", ["走访的编号", "the visit"], { also: ["走访编号"] }),
    care,
    plan: optional(RoleForm.code, "计划", ["按哪个计划走访", "the plan it was made under"], { also: ["计划编号"] }),
    unit,
    by,
    on: required(Form.date, "日期", ["走访日期", "the day"], { also: ["走访日期"] }),
    need,
    matter
  },
  key: ({ visit }) => visit,
  commands: (rows, out) => {
    const [first] = rows
    const { care: named, need: _need, matter: _matter, ...visit } = first.cells
    if (!agree(rows, ["care", "plan", "unit", "by", "on"], out)) return
    const needs = needsOf(rows, (row, column) => out.refuse(row, column, new CellMissing({})))
    const place = placeOf(named, visit.plan, visit.unit, visit.on, out.surroundings)
    if (place === undefined) return out.refuse(first, "care", new CellMissing({}))
    if (needs !== undefined) out.add(first, given({ _tag: "RecordVisit", care: place, ...visit, needs }))
  }
})

const sweeps = define({
  file: "sweeps.csv",
  names: { zh: "扫楼", en: "Sweeps" },
  about: {
    zh: "逐户上门排查：范围、起止和结果的有效期。",
    en: "Going from door to door: through which units, from when to when, and how long results are good for."
  },
  columns: {
    sweep: required(RoleForm.code, "扫楼", ["扫楼的编号", "the sweep"], { also: ["扫楼编号"] }),
    care,
    units: required(Domain.units, "范围", ["逐户上门的房间等", "the rooms or other units"], { also: ["单元"] }),
    expiresAfterDays: required(Form.count(1), "有效天数", [
      "多少天后结果不再可靠",
      "after how many days what was found is stale"
    ]),
    from: from("开始日期", "the day it begins"),
    to: to("结束日期", "the day it ends")
  },
  commands: (row, out) => {
    const { care: named, sweep, units, expiresAfterDays, from: begin, to: end } = row.cells
    if (!out.isOrderly(row, "to", begin, end)) return
    const place = placeOf(named, undefined, units[0], begin, out.surroundings)
    if (place === undefined) return out.refuse(row, "care", new CellMissing({}))
    out.add(row, { _tag: "StartSweep", care: place, sweep, units, from: begin, expiresAfterDays })
    if (end !== undefined) out.add(row, { _tag: "CloseSweep", care: place, sweep, on: end })
  }
})

const doors = defineGrouped({
  file: "doors.csv",
  names: { zh: "扫楼记录", en: "Doors" },
  about: {
    zh: "扫楼时每户的结果，以最新的为准；发现多项需求时每项一行。",
    en: "What a sweep found at each door, the newest counts; where several needs were found a row for each."
  },
  columns: {
    sweep: required(RoleForm.code, "扫楼", ["属于哪次扫楼", "the sweep"], { also: ["扫楼编号"] }),
    care,
    unit,
    on: required(Form.date, "日期", ["上门日期", "the day"]),
    result: required(RoleForm.doorResult, "结果", ["在用、空置或无人应答", "what was found"]),
    occupant: optional(Domain.unit, "在用单位", ["已知的企业等", "who is there, where the city knows them"]),
    members: optional(Form.count(), "党员", ["该户的党员人数", "how many members work there"]),
    by,
    need,
    matter
  },
  key: ({ sweep, unit: at, on }) => `${sweep} ${at} ${on}`,
  commands: (rows, out) => {
    const [first] = rows
    const { care: named, need: _need, matter: _matter, ...door } = first.cells
    if (!agree(rows, ["care", "result", "occupant", "members", "by"], out)) return
    const found = needsOf(rows, (row, column) => out.refuse(row, column, new CellMissing({})))
    const place = placeOf(named, door.sweep, door.unit, door.on, out.surroundings)
    if (place === undefined) return out.refuse(first, "care", new CellMissing({}))
    if (found === undefined) return
    const needed = found.length === 0 ? undefined : found
    out.add(first, given({ _tag: "RecordDoor", care: place, ...door, needs: needed }))
  }
})

/** Files about visits and sweeps. */
export const visitSheets = [plans, visits, sweeps, doors]
