import type { Flow } from "@louyu/casework"
import { CivilDate, Period } from "@louyu/kernel"
import * as Result from "effect/Result"
import { type Given, required, withoutSecrets } from "./Arguments.ts"
import { OptionInvalid, OptionMissing, OptionsClash } from "./UsageError.ts"

const invalid = (option: string, value: string, zh: string, en: string) =>
  Result.fail(
    new OptionInvalid({ option: `--${option}`, value: withoutSecrets(value).slice(0, 80), expected: { zh, en } })
  )

/** The words of an option that must be there and say something. */
export const text = (given: Given, option: string): Result.Result<string, OptionInvalid | OptionMissing> =>
  Result.flatMap(required(given, option), (value) =>
    value.trim() === "" ? invalid(option, value, "非空文字", "a text that says something") : Result.succeed(value)
  )

const dateOf = (option: string, value: string): Result.Result<CivilDate.CivilDate, OptionInvalid> => {
  if (!CivilDate.is(value)) return invalid(option, value, "存在的日期 YYYY-MM-DD", "a date that exists, YYYY-MM-DD")
  // Answers look up to a year back and ahead, and the calendar ends.
  const year = CivilDate.year(value)
  return year > 1 && year < 9_999
    ? Result.succeed(value)
    : invalid(option, value, "公元 2 年至 9998 年之间的日期", "a date in the years 0002 to 9998")
}

/** The date an option names; `undefined` when it was not given. */
export const date = (given: Given, option: string): Result.Result<CivilDate.CivilDate | undefined, OptionInvalid> => {
  const value = given.values.get(option)
  return value === undefined ? Result.succeed(undefined) : dateOf(option, value)
}

/** A day, and where one was named a minute of it. Units: minutes since midnight. */
export interface When {
  readonly date: CivilDate.CivilDate
  readonly minute: number | undefined
}

/** The day or minute an option names; `undefined` when it was not given. */
export const when = (given: Given, option: string): Result.Result<When | undefined, OptionInvalid> => {
  const value = given.values.get(option)
  if (value === undefined) return Result.succeed(undefined)
  const [, day = value, hours, minutes] = /^(.*)T([01]\d|2[0-3]):([0-5]\d)$/su.exec(value) ?? []
  if (hours === undefined && value.includes("T")) {
    return invalid(option, value, "日期或时刻，如 2024-05-06T09:00", "a date, or a time such as 2024-05-06T09:00")
  }
  const minute = hours === undefined ? undefined : Number(hours) * 60 + Number(minutes)
  return Result.map(dateOf(option, day), (named) => ({ date: named, minute }))
}

/** A minute of a day, of one that is named or of the day the question is about. Units: minutes since midnight. */
export interface TimeOn {
  readonly date: CivilDate.CivilDate | undefined
  readonly minute: number
}

/** The time of day an option names, with its day where one is named; `undefined` when it was not given. */
export const timeOn = (given: Given, option: string): Result.Result<TimeOn | undefined, OptionInvalid> => {
  const value = given.values.get(option)
  if (value === undefined) return Result.succeed(undefined)
  const [, day, hours, minutes] = /^(?:(.*)T)?([01]\d|2[0-3]):([0-5]\d)$/su.exec(value) ?? []
  if (hours === undefined) {
    return invalid(
      option,
      value,
      "时刻，如 12:30 或 2024-05-06T12:30",
      "a time such as 12:30, or one with its day such as 2024-05-06T12:30"
    )
  }
  const minute = Number(hours) * 60 + Number(minutes)
  return day === undefined
    ? Result.succeed({ date: undefined, minute })
    : Result.map(dateOf(option, day), (date) => ({ date, minute }))
}

/** The year an option names; `undefined` when it was not given. */
export const year = (given: Given, option: string): Result.Result<number | undefined, OptionInvalid> => {
  const value = given.values.get(option)
  if (value === undefined) return Result.succeed(undefined)
  return /^\d{4}$/u.test(value) && Number(value) > 1 && Number(value) < 9_999
    ? Result.succeed(Number(value))
    : invalid(option, value, "公元 2 年至 9998 年之间的年份", "a year from 0002 to 9998")
}

/** The days that `--year`, or `--from` and `--to`, name; `undefined` when nothing was given. */
export const period = (
  given: Given
): Result.Result<Period.Period | undefined, OptionInvalid | OptionMissing | OptionsClash> =>
  Result.gen(function* () {
    const named = yield* year(given, "year")
    const [from, to] = [yield* date(given, "from"), yield* date(given, "to")]
    if (named !== undefined) {
      const other = ["from", "to"].find((one) => given.values.has(one))
      return other === undefined
        ? Period.ofYear(named)
        : yield* Result.fail(new OptionsClash({ options: ["--year", `--${other}`] }))
    }
    if (from === undefined && to === undefined) return undefined
    if (from === undefined || to === undefined) {
      const missing = from === undefined ? "--from" : "--to"
      return yield* Result.fail(new OptionMissing({ command: given.command, options: [missing] }))
    }
    return from < to
      ? { from, to }
      : yield* invalid(
          "to",
          to,
          `晚于 ${from} 的日期（不含当日）`,
          `a date after ${from}; that day is no longer counted`
        )
  })

const units = { wd: "workingDays", wh: "workingHours", h: "clockHours" } as const

/** The length of time an option names, in working days, working hours or hours; `undefined` when it was not given. */
export const duration = (given: Given, option: string): Result.Result<Flow.Duration | undefined, OptionInvalid> => {
  const value = given.values.get(option)
  if (value === undefined) return Result.succeed(undefined)
  const [, count, unit] = /^([1-9]\d{0,3})(wd|wh|h)$/u.exec(value) ?? []
  const found = Object.entries(units).find(([name]) => name === unit)?.[1]
  return found === undefined
    ? invalid(
        option,
        value,
        "时长：2wd（工作日）、4wh（工作时间小时）或 6h（小时）",
        "a length of time: 2wd (working days), 4wh (working hours) or 6h (hours of the clock)"
      )
    : Result.succeed({ count: Number(count), unit: found })
}

/** Says that the date of an option is later than the day asked about. */
export const tooLate = (
  option: string,
  value: CivilDate.CivilDate,
  on: CivilDate.CivilDate
): Result.Result<never, OptionInvalid> => invalid(option, value, `不晚于 ${on} 的日期`, `a date up to ${on}`)

/** The number an option names; `undefined` when it was not given. */
export const count = (given: Given, option: string): Result.Result<number | undefined, OptionInvalid> => {
  const value = given.values.get(option)
  if (value === undefined) return Result.succeed(undefined)
  return /^\d{1,9}$/u.test(value)
    ? Result.succeed(Number(value))
    : invalid(option, value, "不小于 0 的整数", "a whole number, 0 or more")
}

/** The number an option names, which is not below one and not above another. */
export const countBetween = (
  given: Given,
  option: string,
  least: number,
  most: number
): Result.Result<number | undefined, OptionInvalid> =>
  Result.flatMap(count(given, option), (found) =>
    found === undefined || (least <= found && found <= most)
      ? Result.succeed(found)
      : invalid(option, `${found}`, `${least} 至 ${most} 的整数`, `a whole number from ${least} to ${most}`)
  )

/** Says that an option holds no amount of money. */
export const notMoney = (option: string, value: string): Result.Result<never, OptionInvalid> =>
  invalid(option, value, "不小于 0 的金额（元）", "an amount in yuan, 0 or more")

/** Says that an option holds no number of days. */
export const notDays = (option: string, value: string): Result.Result<never, OptionInvalid> =>
  invalid(option, value, "天数，如 30d", "a number of days such as 30d")

/** Says that an option holds no span of days. */
export const notSpan = (option: string, value: string): Result.Result<never, OptionInvalid> =>
  invalid(option, value, "起止日期，如 2026-01-01..2026-07-01", "days such as 2026-01-01..2026-07-01")

/** Says that an option holds no range of numbers. */
export const notRange = (option: string, value: string): Result.Result<never, OptionInvalid> =>
  invalid(option, value, "次数范围，如 1..12 或 1..", "a range of numbers such as 1..12 or 1..")

/** Says that the value of an option is none of the words it may be. */
export const notOneOf = (
  option: string,
  value: string,
  words: ReadonlyArray<string>
): Result.Result<never, OptionInvalid> =>
  invalid(option, value, ` ${words.join("、")} 之一`, `one of ${words.join(", ")}`)

/** One of a few words; `undefined` when the option was not given. */
export const oneOf = <const W extends string>(
  given: Given,
  option: string,
  words: ReadonlyArray<W>
): Result.Result<W | undefined, OptionInvalid> => {
  const value = given.values.get(option)
  if (value === undefined) return Result.succeed(undefined)
  const word = words.find((one) => one === value)
  return word === undefined ? notOneOf(option, value, words) : Result.succeed(word)
}
