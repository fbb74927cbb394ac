import type { Problem } from "@louyu/kernel"
import type { Capacity } from "@louyu/matching"
import * as Result from "effect/Result"
import { WindowInvalid, WindowReversed } from "./ExchangeError.ts"
import type { Form } from "./Form.ts"
import * as Stretch from "./Stretch.ts"

type Weekday = Capacity.WeeklyWindow["weekdays"][number]

const written = /^周?([\d\-–~,、\s]+?)\s+(\d{1,2}[:点时].*)$/u
const stretch = /^([1-7])(?:[-–~]([1-7]))?$/u
const all: ReadonlyArray<Weekday> = [1, 2, 3, 4, 5, 6, 7]

/** The weekdays of `1-5` or `1,3,6-7`, each once and in order; none where something else is written. */
export const weekdaysOf = (text: string): ReadonlyArray<Weekday> => {
  const days = new Set<number>()
  for (const part of text.replaceAll(/\s/gu, "").split(/[,、]/u)) {
    const [, first = "", last = first] = stretch.exec(part) ?? []
    const [from, to] = [Number(first), Number(last)]
    if (first === "" || to < from) return []
    for (let day = from; day <= to; day++) days.add(day)
  }
  return all.filter((day) => days.has(day))
}

const windowOf = (text: string): Result.Result<Capacity.WeeklyWindow, Problem.Problem> => {
  const [, days = "", times = ""] = written.exec(text) ?? []
  const [first, ...more] = weekdaysOf(days)
  const stretch = Stretch.read(times)
  if (first === undefined || stretch === undefined) return Result.fail(new WindowInvalid({}))
  const { open, close } = stretch
  return open < close
    ? Result.succeed({ weekdays: [first, ...more], open, close })
    : Result.fail(new WindowReversed({ open, close }))
}

/** Times of the week: `1-5 12:00-13:00; 6,7 09:00-17:30`. */
export const windows: Form<ReadonlyArray<Capacity.WeeklyWindow>> = {
  names: {
    zh: "星期与时段，如 1-5 12:00-13:00；多项以分号分隔",
    en: "weekdays and times such as 1-5 12:00-13:00, several separated by semicolons"
  },
  read: (cell) => {
    const found: Array<Capacity.WeeklyWindow> = []
    for (const part of cell.normalize("NFKC").split(/[;|]/u)) {
      if (part.trim() === "") continue
      const read = windowOf(part.trim())
      if (Result.isFailure(read)) return Result.fail(read.failure)
      found.push(read.success)
    }
    return found.length === 0 ? Result.fail(new WindowInvalid({})) : Result.succeed(found)
  }
}
