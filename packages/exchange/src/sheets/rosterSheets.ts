import type { RosterPlan } from "@louyu/stations"
import { agree } from "../Agreement.ts"
import { optional, required } from "../Column.ts"
import * as DaysForm from "../DaysForm.ts"
import * as Domain from "../DomainForm.ts"
import {
  CellExcluded,
  CellMissing,
  ChangeMissing,
  RosterMembersMissing,
  RosterPlanUnknown,
  RosterThemesMissing
} from "../ExchangeError.ts"
import * as Form from "../Form.ts"
import { wording } from "../RecruitmentForm.ts"
import * as RosterForm from "../RosterForm.ts"
import * as RosterParts from "../RosterParts.ts"
import { defineGrouped, given, type Output, type Row } from "../Sheet.ts"
import * as StationForm from "../StationForm.ts"
import { nameOf } from "./unitSheets.ts"

const columns = {
  roster: required(RosterForm.roster, "值班表", ["值班表的编号", "the roster"], {
    defines: "roster",
    also: ["值班表编号", "编号"]
  }),
  plan: optional(RosterForm.plan, "方案", [
    "第几个方案，空则为 1；日后改排另写方案 2、3……",
    "which plan, 1 where empty; a later one that takes its place is 2, 3 and so on"
  ]),
  name: required(wording(200), "名称", ["值班表的名称", "its name"]),
  nameEn: optional(wording(200), "英文名称", ["英文名称", "its name in English"]),
  from: required(Form.date, "周期起始", ["周期第一天", "the first day of the cycle"]),
  to: required(Form.date, "周期截止", ["周期结束的日期（不含当日）", "the day the cycle ends, not included"]),
  shift: required(RosterForm.shift, "班次", ["班次的编号；每个班次一行", "the shift; a row for each"]),
  shiftName: required(wording(200), "班次名称", ["班次的名称", "its name"]),
  shiftNameEn: optional(wording(200), "班次英文名称", ["英文名称", "its name in English"]),
  stations: required(Form.list(StationForm.station), "站点", ["在哪些站点值班", "the stations somebody is on duty at"]),
  time: required(DaysForm.time, "时段", ["每天的什么时间", "the time of the day"]),
  days: optional(DaysForm.days, "日子", ["在哪些日子值班", "the days it is on"]),
  also: optional(DaysForm.listed, "另加日期", ["除此之外还有哪些日期", "dates besides"]),
  except: optional(DaysForm.listed, "除外日期", ["哪些日期不值班", "dates it is not on"]),
  needed: optional(StationForm.between(1, 999), "每站家数", [
    "每个站点同时需要几家单位；空则为 1",
    "how many organisations at each station; where empty, one"
  ]),
  only: optional(Domain.units, "仅限单位", ["只由这些成员值班", "the only members that serve it"]),
  maxPerWeek: optional(StationForm.between(1, 999), "每周上限", [
    "一家单位一周最多几次",
    "turns of a member in a week at most"
  ]),
  restDays: optional(StationForm.between(0, 366), "间隔天数", [
    "同一家单位两次值班之间至少空几天，0 为每天最多一次",
    "free days between two turns of a member, 0 for one turn a day at most"
  ]),
  checkInMinutes: optional(StationForm.between(0, 1440), "提前签到分钟", [
    "开始前多少分钟可以签到；空则为 60",
    "how many minutes before it begins members may check in; where empty, 60"
  ]),
  themeEvery: optional(RosterForm.rhythm, "主题轮换", [
    "roster-themes.csv 的主题按周或按月轮换；空则各有日期",
    "whether themes change by week or month; where empty, each has its dates"
  ]),
  on: required(Form.date, "日期", ["拟定方案的日期", "the day the plan was drawn up"])
}

type ShiftRow = Row<typeof columns>
type Rows = readonly [ShiftRow, ...ReadonlyArray<ShiftRow>]
type Out = Output<typeof columns>

const same = ["from", "to", "maxPerWeek", "restDays", "checkInMinutes", "themeEvery", "on"] as const

const shiftOf = ({ cells }: ShiftRow): RosterPlan.Shift => {
  const { shift, shiftName, shiftNameEn, stations, time, days: on, also, except, needed = 1, only: members } = cells
  const names = nameOf({ name: shiftName, nameEn: shiftNameEn })
  return given({ shift, names, stations, window: time, days: given({ on, also, except }), needed, members })
}

/** The themes of a plan: `none` where there are none, `undefined` where they make no sense, which is refused. */
const themesOf = (
  head: ShiftRow,
  parts: ReadonlyArray<RosterParts.ThemePart>,
  out: Out
): RosterPlan.Themes | "none" | undefined => {
  const { roster, themeEvery: every } = head.cells
  const [first, ...more] = parts
  if (first === undefined) {
    if (every === undefined) return "none"
    out.refuse(head, "themeEvery", new RosterThemesMissing({ roster }))
    return undefined
  }
  const odd = parts.filter(({ period }) => (period === undefined) === (every === undefined))
  for (const { refuse } of odd) {
    refuse("from", every === undefined ? new CellMissing({}) : new CellExcluded({ column: "theme_every" }))
  }
  if (odd.length > 0) return undefined
  if (every !== undefined) return { every, themes: [first.theme, ...more.map(({ theme }) => theme)] }
  const [begin, ...others] = parts.flatMap(({ theme, period }) => (period === undefined ? [] : [{ ...theme, period }]))
  return begin === undefined ? "none" : { dated: [begin, ...others] }
}

/** A plan of all its rows and parts; `undefined` where something is missing, which is refused. */
const planOf = (rows: Rows, plan: number, out: Out): RosterPlan.RosterPlan | undefined => {
  const [head, ...more] = rows
  const { roster, from, to, maxPerWeek, restDays, checkInMinutes } = head.cells
  const [member, ...others] = RosterParts.of(out.rosterParts.members, roster, plan)
  if (member === undefined) out.refuse(head, "roster", new RosterMembersMissing({ roster, plan }))
  const themes = themesOf(head, RosterParts.of(out.rosterParts.themes, roster, plan), out)
  const isAgreed = agree(rows, same, out)
  if (!out.isOrderly(head, "to", from, to) || !isAgreed || member === undefined || themes === undefined)
    return undefined
  return given({
    cycle: { from, to },
    members: [member.member, ...others.map((one) => one.member)],
    shifts: [shiftOf(head), ...more.map(shiftOf)],
    themes: themes === "none" ? undefined : themes,
    maxPerWeek,
    restDays,
    checkInMinutes
  })
}

/** Whether every shift of a plan says on which days it is; those that do not are refused. */
const haveDays = (rows: Rows, out: Out): boolean => {
  const without = rows.filter(({ cells: { days, also } }) => days === undefined && also === undefined)
  for (const row of without) out.refuse(row, "days", new CellMissing({}))
  return without.length === 0
}

const planned = (rows: Rows, plan: number, isFirst: boolean, out: Out): void => {
  const [head] = rows
  const { roster, on } = head.cells
  const isWhole = haveDays(rows, out)
  const made = planOf(rows, plan, out)
  if (made === undefined || !isWhole) return
  if (isFirst) out.add(head, { _tag: "DraftRoster", roster, names: nameOf(head.cells), plan: made, on })
  else out.add(head, { _tag: "AmendRoster", roster, plan: made, on })
}

const rosters = defineGrouped({
  file: "rosters.csv",
  names: { zh: "值班表", en: "Rosters" },
  about: {
    zh: "由单位轮流值班的值班表：每个班次一行，同一值班表同一方案的各行是一个方案；成员写在 roster-members.csv，主题写在 roster-themes.csv，编排和公布写在 roster-generations.csv，换班、签到等写在 duties.csv。",
    en: "Rosters by which organisations take turns on duty: a row for each shift, rows of one roster and plan are one plan. Members stand in roster-members.csv, themes in roster-themes.csv, when it was generated and published in roster-generations.csv, swaps, check-ins and the like in duties.csv."
  },
  columns,
  key: ({ roster }) => roster,
  commands: (rows, out) => {
    const [{ cells }] = rows
    const plans = [...Map.groupBy(rows, ({ cells: { plan = 1 } }) => plan)].toSorted(([a], [b]) => a - b)
    const known = plans.map(([plan]) => plan)
    for (const part of [...out.rosterParts.members, ...out.rosterParts.themes]) {
      const unknown = part.roster === cells.roster ? part.plans?.find((plan) => !known.includes(plan)) : undefined
      if (unknown === undefined) continue
      part.refuse("plans", new RosterPlanUnknown({ roster: cells.roster, plan: unknown, known }))
    }
    if (!agree(rows, ["name", "nameEn"], out)) return
    for (const [n, [plan, [head, ...more]]] of plans.entries()) {
      if (head !== undefined) planned([head, ...more], plan, n === 0, out)
    }
  }
})

const generations = defineGrouped({
  file: "roster-generations.csv",
  names: { zh: "编排与公布", en: "Generated and published rosters" },
  about: {
    zh: "值班表何时编排、何时公布；分段公布的每次一行，同一次编排的各行写一样的编排日期。谁在哪天值班由规则公平编排，不写在文件里。",
    en: "When a roster was generated and published; a row for each time a part was published, all with the day it was generated. Who is on duty when is generated fairly by the rules and stands in no file."
  },
  columns: {
    roster: required(RosterForm.roster, "值班表", ["值班表的编号", "the roster"], { also: ["值班表编号"] }),
    generation: required(StationForm.between(1, 9999), "编排次数", ["第几次编排", "the first time is 1, the next 2"]),
    generated: optional(Form.date, "编排日期", [
      "编排的日期；从这天起重新编排，已公布和已过的不变",
      "the day it was generated; from it on all is new but what is published or past"
    ]),
    published: optional(Form.date, "公布日期", ["公布的日期", "the day it was published"]),
    through: optional(Form.date, "公布至", [
      "公布到哪一天（含当日）；空则全部公布",
      "up to which day, included; where empty, all of it"
    ])
  },
  key: ({ roster, generation }) => `${roster} ${generation}`,
  commands: (rows, out) => {
    const [first] = rows
    const { roster, generation, generated } = first.cells
    if (!agree(rows, ["generated"], out)) return
    if (generated !== undefined) out.add(first, { _tag: "GenerateRoster", roster, generation, on: generated })
    for (const row of rows) {
      const { published, through } = row.cells
      if (published !== undefined) {
        out.add(row, given({ _tag: "PublishRoster", roster, generation, through, on: published }))
      } else if (through !== undefined) out.refuse(row, "published", new CellMissing({}))
      else if (generated === undefined) {
        out.refuse(row, "generated", new ChangeMissing({ columns: ["generated", "published"] }))
      }
    }
  }
})

/** Files about rosters, and when they were generated and published. */
export const rosterSheets = [rosters, generations]
