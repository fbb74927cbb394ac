import { CivilDate, Instant } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type { Context } from "./Context.ts"
import { MomentInvalid, MomentSkipped } from "./ExchangeError.ts"
import { date, type Form, type Reading } from "./Form.ts"

type Day = CivilDate.CivilDate

const isInstant = Schema.is(Instant.Instant)
const written =
  /^(\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*[日号]?)(?:(?:[T\s]\s*|(?<=[日号]))(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/u
const secondsPerDay = 86_400

// The days moments may lie on, in any time zone.
const isTold = (day: Day): boolean => day >= "1899-12-31" && day <= "3000-01-02"

const within = (moment: number): Reading<Instant.Instant> =>
  isInstant(moment) ? Result.succeed(moment) : Result.fail(new MomentInvalid({}))

const at = (day: Day, secondOfDay: number, { clock, timeZone }: Context): Reading<Instant.Instant> => {
  const moment = clock.momentOf(day, secondOfDay)
  return moment === undefined ? Result.fail(new MomentSkipped({ timeZone })) : within(moment)
}

/** Midnight, or the first moment of a day on which clocks were set forward just then. */
const startOf = (day: Day, context: Context): Reading<Instant.Instant> => {
  for (let second = 0; second < secondsPerDay; second += 900) {
    const moment = context.clock.momentOf(day, second)
    if (moment !== undefined) return within(moment)
  }
  return at(day, 0, context)
}

const endOf = (day: Day, context: Context): Reading<Instant.Instant> =>
  Result.flatMap(startOf(CivilDate.addDays(day, 1), context), (next) => within(next - 1))

const form = (
  names: Form<Instant.Instant>["names"],
  whole: (day: Day, context: Context) => Reading<Instant.Instant>
): Form<Instant.Instant> => ({
  names,
  read: (cell, context) => {
    const [, text = "", hour, minute, second = "0"] = written.exec(cell.normalize("NFKC")) ?? []
    const day = text === "" ? Result.fail(new MomentInvalid({})) : date.read(text, context)
    if (Result.isFailure(day)) return Result.fail(day.failure)
    if (!isTold(day.success)) return Result.fail(new MomentInvalid({}))
    if (hour === undefined || minute === undefined) return whole(day.success, context)
    const [h, m, s] = [Number(hour), Number(minute), Number(second)]
    if (h > 23 || m > 59 || s > 59) return Result.fail(new MomentInvalid({}))
    return at(day.success, (h * 60 + m) * 60 + s, context)
  }
})

/** A date and time as the clocks of the city show it; a date alone is its first moment. */
export const moment = form(
  {
    zh: "日期和时间（城市所在时区），如 2024-05-06 09:30；只写日期即当日零时",
    en: "a date and time in the time zone of the city: 2024-05-06 09:30; a date alone is the beginning of that day"
  },
  startOf
)

/** A date and time until which something may be done; a date alone is its last moment. */
export const deadline = form(
  {
    zh: "日期和时间（城市所在时区），如 2024-05-06 17:00；只写日期即当日结束时",
    en: "a date and time in the time zone of the city: 2024-05-06 17:00; a date alone is the end of that day"
  },
  endOf
)
