import { KernelError } from "@louyu/kernel"
import { optional, required } from "../Column.ts"
import * as DaysForm from "../DaysForm.ts"
import * as Domain from "../DomainForm.ts"
import { CellMissing } from "../ExchangeError.ts"
import * as Form from "../Form.ts"
import { wording } from "../RecruitmentForm.ts"
import * as RosterForm from "../RosterForm.ts"
import { define, given } from "../Sheet.ts"
import * as StationForm from "../StationForm.ts"
import { nameOf } from "./unitSheets.ts"

const roster = required(RosterForm.drafted, "值班表", ["值班表的编号", "the roster"], { also: ["值班表编号"] })
const plans = optional(RosterForm.plans, "方案", [
  "属于第几个方案；空则属于全部方案",
  "the plans this belongs to; where empty, all of them"
])

const members = define({
  file: "roster-members.csv",
  names: { zh: "值班成员", en: "Members of rosters" },
  about: {
    zh: "哪些单位轮流值班，每个一行，先后即同等条件下的次序；份额、免排和不便的日子也写在这里。",
    en: "The organisations that take turns, one a row; where nothing else decides, the order of rows does. Their shares and the days they are excused or away stand here too."
  },
  columns: {
    roster,
    plans,
    unit: required(Domain.unit, "单位", ["值班的单位", "the organisation"]),
    share: optional(StationForm.between(1, 1000), "份额", [
      "百分比：200 为两份，50 为半份；空则为 100",
      "in per cent: 200 for a double share, 50 for half of one; where empty, 100"
    ]),
    carried: optional(RosterForm.turns, "结转", [
      "以前各周期多值（负数为少值）的次数",
      "turns beyond its share in earlier cycles; below zero, short of it"
    ]),
    excused: optional(DaysForm.dates, "免排", ["这些日子免排，不补", "when it owes nothing"]),
    unavailable: optional(DaysForm.dates, "不便", [
      "这些日子不能值班，另日补上",
      "when it cannot come; it owes its share all the same"
    ]),
    unavailableWeekdays: optional(DaysForm.weekdaysAlone, "不便星期", [
      "每周的这些日子不能值班",
      "weekdays on which it cannot come"
    ])
  },
  commands: (row, out) => {
    const { roster: id, plans: own, share: sharePercent, ...rest } = row.cells
    const { unit, carried, excused, unavailable, unavailableWeekdays } = rest
    const member = given({ unit, sharePercent, carried, excused, unavailable, unavailableWeekdays })
    const refuse = (column: "plans", problem: Parameters<typeof out.refuse>[2]) => out.refuse(row, column, problem)
    out.rosterParts.members.push({ roster: id, plans: own, refuse, member })
  }
})

const themes = define({
  file: "roster-themes.csv",
  names: { zh: "值班主题", en: "Themes of rosters" },
  about: {
    zh: "每周或每月值班的主题，按行的先后轮换；rosters.csv 没有写主题轮换的，每个主题写明起止日期。",
    en: "What a week or month of duty is about, by turns in the order of rows; where rosters.csv does not let them change by turns, each has its dates."
  },
  columns: {
    roster,
    plans,
    theme: required(RosterForm.theme, "主题", ["主题的编号", "the theme"], { also: ["主题编号"] }),
    name: required(wording(200), "名称", ["名称", "its name"]),
    nameEn: optional(wording(200), "英文名称", ["英文名称", "its name in English"]),
    from: optional(Form.date, "起始日期", ["第一天", "its first day"]),
    to: optional(Form.date, "截止日期", ["结束的日期（不含当日）", "the day it ends; that day is not included"])
  },
  commands: (row, out) => {
    const { roster: id, plans: own, theme, from, to } = row.cells
    if (from === undefined && to !== undefined) return out.refuse(row, "from", new CellMissing({}))
    if (from !== undefined && to !== undefined && to <= from) {
      return out.refuse(row, "to", new KernelError.PeriodReversed({ from, to }))
    }
    const period = from === undefined ? undefined : given({ from, to })
    out.rosterParts.themes.push({
      roster: id,
      plans: own,
      refuse: (column, problem) => out.refuse(row, column, problem),
      theme: { theme, names: nameOf(row.cells) },
      period
    })
  }
})

/** Files about who takes turns, and what they are about: parts of the plans of rosters.csv. */
export const rosterPartSheets = [members, themes]
