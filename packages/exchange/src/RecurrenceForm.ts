import type { Recurrence } from "@louyu/programmes"
import * as Result from "effect/Result"
import type { Context } from "./Context.ts"
import { RecurrenceInvalid } from "./ExchangeError.ts"
import { date, type Form, list } from "./Form.ts"
import * as WindowForm from "./WindowForm.ts"

type Every<Union> = Union extends { readonly offDays: unknown } ? Omit<Union, "offDays"> : Union

/** On which dates a series takes place, before days off are looked at. */
export type Rhythm = Every<Recurrence.Recurrence>

const often = (zh: string, short: string, en: string): string =>
  `(?:每个?${zh}|每(?<times>\\d{1,2})个?${zh}|${short}|every(?:(?<other>\\d{1,2}))?${en}s?)(?:on)?(?:the)?`
const weekday = "(?:周|星期|weekday)?(?<weekdays>[1-7][1-7,、\\-–~]*)"
const ordinal = "(?:第?(?<nth>[1-4])(?:st|nd|rd|th)?个?|(?<last>最后1?个?|last))"

const workday = /^(?:每个?工作日|工作日|(?:every)?workdays?)$/u
const week = new RegExp(`^${often("(?:周|星期)", "weekly", "week")}${weekday}$`, "u")
const day = new RegExp(`^${often("月", "monthly", "month")}(?<day>\\d{1,2})(?:日|号|st|nd|rd|th)?$`, "u")
const nth = new RegExp(`^${often("月", "monthly", "month")}${ordinal}${weekday}$`, "u")
const year = new RegExp(`^${often("年", "yearly", "year")}(?<month>\\d{1,2})[-/月](?<day>\\d{1,2})日?$`, "u")

const digits = "一二三四五六日天两"
const values = "123456772"

/** A text in which blanks, case and the Chinese digits of weekdays do not count. */
const plain = (cell: string): string =>
  cell
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/\s/gu, "")
    .replaceAll(
      /(?<=[周期第每后个、,\-–~]|[一二三四五六])[一二三四五六日天两]/gu,
      (one) => values[digits.indexOf(one)] ?? one
    )

type Groups = Readonly<Record<string, string | undefined>>

const within = (value: number, most: number): boolean => value >= 1 && value <= most

const intervalOf = ({ times, other }: Groups): { readonly interval?: number } => {
  const said = times ?? other
  return said === undefined || said === "1" ? {} : { interval: Number(said) }
}

const weekly = (groups: Groups): Rhythm | undefined => {
  const [first, ...more] = WindowForm.weekdaysOf((groups.weekdays ?? "").replaceAll(/(?<=\d)(?=\d)/gu, ","))
  return first === undefined ? undefined : { every: "week", ...intervalOf(groups), weekdays: [first, ...more] }
}

const monthly = (groups: Groups): Rhythm | undefined => {
  const on = Number(groups.day)
  return within(on, 31) ? { every: "month", ...intervalOf(groups), when: { day: on } } : undefined
}

const monthlyOn = (groups: Groups): Rhythm | undefined => {
  const [on, ...more] = WindowForm.weekdaysOf(groups.weekdays ?? "")
  const which = ([1, 2, 3, 4] as const).find((one) => String(one) === groups.nth) ?? -1
  if (on === undefined || more.length > 0) return undefined
  return { every: "month", ...intervalOf(groups), when: { nth: which, weekday: on } }
}

const yearly = (groups: Groups): Rhythm | undefined => {
  const [month, on] = [Number(groups.month), Number(groups.day)]
  if (!within(month, 12) || !within(on, 31)) return undefined
  return { every: "year", ...intervalOf(groups), month, day: on }
}

const readers = [
  [week, weekly],
  [day, monthly],
  [nth, monthlyOn],
  [year, yearly]
] as const

const regular = (text: string): Rhythm | undefined => {
  if (workday.test(text)) return { every: "workday" }
  for (const [pattern, read] of readers) {
    const groups = pattern.exec(text)?.groups
    if (groups === undefined) continue
    const { interval = 1 } = intervalOf(groups)
    return within(interval, 60) ? read(groups) : undefined
  }
  return undefined
}

const dates = list(date)

const listed = (cell: string, context: Context): Result.Result<Rhythm, RecurrenceInvalid> =>
  Result.mapBoth(dates.read(cell, context), {
    onSuccess: (all): Rhythm => ({ every: "listed", dates: all }),
    onFailure: () => new RecurrenceInvalid({})
  })

/** On which dates a series takes place: `每周五`, `monthly 2nd 5`, `2026-02-17; 2026-09-25`. */
export const rhythm: Form<Rhythm> = {
  names: {
    zh: "每工作日、每周1,3、每月15日、每月第2个周五、每年10月1日，或以分号分隔的日期",
    en: "every workday, weekly 1,3, monthly 15, monthly 2nd 5, yearly 10-01, or dates separated by semicolons"
  },
  read: (cell, context) => {
    const found = regular(plain(cell))
    return found === undefined ? listed(cell, context) : Result.succeed(found)
  }
}

/** The dates of a series, with what becomes of those that are days off; they take place where that is not said. */
export const recurrenceOf = (rule: Rhythm, offDays: Recurrence.OffDays = "keep"): Recurrence.Recurrence =>
  rule.every === "workday" ? rule : { ...rule, offDays }
