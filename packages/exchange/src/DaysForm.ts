import { CivilDate, Period, type Problem, type TimeWindow } from "@louyu/kernel"
import { Days } from "@louyu/stations"
import * as Result from "effect/Result"
import type { Context } from "./Context.ts"
import { DatesInvalid, DaysInvalid, TimesInvalid, WindowReversed } from "./ExchangeError.ts"
import { date, type Form, type Reading } from "./Form.ts"
import * as Stretch from "./Stretch.ts"
import * as Vocabulary from "./Vocabulary.ts"
import { weekdaysOf } from "./WindowForm.ts"

type Named = "every" | "workdays" | "restDays" | "weekends" | "holidays" | "regularWorkdays" | "makeUpWorkdays"

const kindsOf: Readonly<Record<Named, ReadonlyArray<Days.DayKind>>> = {
  every: [],
  workdays: ["workday", "makeUpWorkday"],
  restDays: ["weekend", "offDay"],
  weekends: ["weekend"],
  holidays: ["offDay"],
  regularWorkdays: ["workday"],
  makeUpWorkdays: ["makeUpWorkday"]
}

const named: Vocabulary.Vocabulary<Named> = Vocabulary.make([
  { id: "every", names: { zh: "每天", en: "every day" }, also: ["每日", "天天"] },
  { id: "workdays", names: { zh: "工作日", en: "working days" } },
  { id: "restDays", names: { zh: "休息日", en: "rest days" } },
  { id: "weekends", names: { zh: "周末", en: "weekends" }, also: ["双休日"] },
  { id: "holidays", names: { zh: "节假日", en: "holidays" }, also: ["法定节假日"] },
  { id: "regularWorkdays", names: { zh: "平日", en: "regular working days" } },
  { id: "makeUpWorkdays", names: { zh: "调休上班日", en: "make-up working days" }, also: ["调休工作日"] }
])

const digits: ReadonlyMap<string, string> = new Map([..."一二三四五六日天"].map((c, n) => [c, `${Math.min(n + 1, 7)}`]))

/** Weekdays of `1-5`, `周一至周五`, `星期三、五`; none where something else is written. */
const weekdays = (text: string): ReadonlyArray<Days.Weekday> =>
  weekdaysOf(
    text
      .replaceAll(/周|星期|礼拜/gu, "")
      .replaceAll(/[至到‐‒—―−〜]+/gu, "-")
      .replaceAll(/[一二三四五六日天]/gu, (character) => digits.get(character) ?? "")
  )

const nonEmpty = <A>([first, ...more]: ReadonlyArray<A>): readonly [A, ...Array<A>] | undefined =>
  first === undefined ? undefined : [first, ...more]

const daysOf = (cell: string): Days.Days | undefined => {
  const kinds = new Set<Days.DayKind>()
  let some: ReadonlyArray<Days.Weekday> = []
  for (const part of cell.normalize("NFKC").split(/[\s;|]+/u)) {
    if (part === "") continue
    const word = named.find(part)
    if (word !== undefined) {
      for (const kind of kindsOf[word]) kinds.add(kind)
      continue
    }
    const found = weekdays(part)
    if (found.length === 0 || some.length > 0) return undefined
    some = found
  }
  const [of, on] = [nonEmpty(Days.DayKind.literals.filter((kind) => kinds.has(kind))), nonEmpty(some)]
  return { ...(on === undefined ? {} : { weekdays: on }), ...(of === undefined ? {} : { kinds: of }) }
}

/** Which days of the year are meant: by weekday, by what they are in the working calendar, or both. */
export const days: Form<Days.Days> = {
  names: {
    zh: "哪些日子：工作日、周末、节假日、休息日、每天，或星期如 1-5、周一至周五，或两者如“周一 工作日”",
    en: "which days: workdays, weekends, holidays, restDays, every; weekdays such as 1-5; or both, as in `1 workdays`"
  },
  read: (cell) => {
    const found = daysOf(cell)
    return found === undefined ? Result.fail(new DaysInvalid({})) : Result.succeed(found)
  }
}

/** Days of the week alone. */
export const weekdaysAlone: Form<readonly [Days.Weekday, ...Array<Days.Weekday>]> = {
  names: { zh: "星期，如 1-5、周三、1,3", en: "weekdays such as 1-5 or 1,3; Monday is 1, Sunday 7" },
  read: (cell) => {
    const found = nonEmpty(weekdays(cell.normalize("NFKC").replaceAll(/[\s;|]+/gu, ",")))
    return found === undefined ? Result.fail(new DaysInvalid({})) : Result.succeed(found)
  }
}

const windowOf = ({ open, close }: Stretch.Stretch): Result.Result<TimeWindow.TimeWindow, Problem.Problem> =>
  open < close ? Result.succeed({ open, close }) : Result.fail(new WindowReversed({ open, close }))

/** One stretch of a day. */
export const time: Form<TimeWindow.TimeWindow> = {
  names: { zh: "时段，如 09:00-17:30", en: "a time such as 09:00-17:30" },
  read: (cell) => {
    const found = Stretch.read(cell)
    return found === undefined ? Result.fail(new TimesInvalid({})) : windowOf(found)
  }
}

/** Stretches of a day, in order of time; none overlaps another. */
export const times: Form<readonly [TimeWindow.TimeWindow, ...Array<TimeWindow.TimeWindow>]> = {
  names: {
    zh: "时段，如 08:30-11:30；13:30-17:00，多段以分号分隔",
    en: "times such as 08:30-11:30, several separated by semicolons"
  },
  read: (cell) => {
    const stretches = Stretch.readAll(cell)
    if (stretches === undefined) return Result.fail(new TimesInvalid({}))
    return Result.flatMap(Result.all(stretches.map(windowOf)), (found) => {
      const inOrder = found.toSorted((a, b) => (a.open < b.open ? -1 : 1))
      const isClear = inOrder.every(({ open }, n) => n === 0 || (inOrder[n - 1]?.close ?? open) <= open)
      const all = nonEmpty(inOrder)
      return all === undefined || !isClear ? Result.fail(new TimesInvalid({})) : Result.succeed(all)
    })
  }
}

const span = /^([^~〜]+?)\s*(?:\.\.|[~〜])\s*([^~〜]*)$/u
// Whoever writes "to" counts the last day in, and here it is not.
const includesLast = /[至到]/u

const periodOf = (text: string, context: Context): Reading<Period.Period> => {
  if (includesLast.test(text)) return Result.fail(new DatesInvalid({}))
  const [, begin, end = ""] = span.exec(text) ?? []
  const from = date.read(begin ?? text, context)
  if (Result.isFailure(from)) return Result.fail(from.failure)
  if (begin === undefined) return Result.succeed(Period.ofDay(from.success))
  if (end === "") return Result.succeed({ from: from.success })
  return Result.flatMap(date.read(end, context), (to) =>
    from.success < to ? Result.succeed({ from: from.success, to }) : Result.fail(new DatesInvalid({}))
  )
}

/** Days and spans of days: `2024-05-01; 2024-10-01..2024-10-08`. */
export const dates: Form<readonly [Period.Period, ...Array<Period.Period>]> = {
  names: {
    zh: "日期或起止日期（不含后一日），如 2024-05-01；2024-10-01..2024-10-08，多项以分号分隔",
    en: "dates, or first and end (not included): 2024-05-01; 2024-10-01..2024-10-08"
  },
  read: (cell, context) => {
    const found: Array<Period.Period> = []
    for (const part of cell.normalize("NFKC").split(/[;|、,]/u)) {
      if (part.trim() === "") continue
      const read = periodOf(part.trim(), context)
      if (Result.isFailure(read)) return Result.fail(read.failure)
      found.push(read.success)
    }
    const all = nonEmpty(found)
    return all === undefined ? Result.fail(new DatesInvalid({})) : Result.succeed(all)
  }
}

/** A few days in order, each once. */
export const listed: Form<ReadonlyArray<CivilDate.CivilDate>> = {
  names: { zh: "日期；多项以分号分隔", en: "dates, several separated by semicolons" },
  read: (cell, context) => {
    const parts = cell
      .normalize("NFKC")
      .split(/[;|、,]/u)
      .filter((part) => part.trim() !== "")
    if (parts.length === 0) return Result.fail(new DatesInvalid({}))
    return Result.map(Result.all(parts.map((part) => date.read(part.trim(), context))), (found) =>
      [...new Set(found)].sort(CivilDate.compare)
    )
  }
}
