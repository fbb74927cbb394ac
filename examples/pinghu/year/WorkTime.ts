import { CivilDate, WorkCalendar } from "@louyu/kernel"
import * as Result from "effect/Result"

/** A minute of a working day. Shape: `day` counts the working days from the first of the year on. */
export interface WorkTime {
  readonly day: number
  readonly minute: number
}

const first = CivilDate.make("2024-01-01")
const last = CivilDate.make("2025-01-24")

/** The working days of 2024, make-up days among them, and those of the weeks in which what is left is settled. */
export const workdays: ReadonlyArray<CivilDate.CivilDate> = Array.from(
  { length: CivilDate.daysBetween(first, last) + 1 },
  (_, n) => CivilDate.addDays(first, n)
).filter((date) => Result.getOrThrow(WorkCalendar.isWorkday(WorkCalendar.china, date)))

/** How many of them are days of 2024. */
export const ofTheYear = workdays.filter((date) => CivilDate.year(date) === 2024).length

const opens = 8 * 60 + 30
const closes = 17 * 60 + 30

/** The moment at which it is that time in China. */
export const moment = ({ day, minute }: WorkTime): number => momentOn(workdays[day] ?? last, minute)

/** The moment of a minute of a date in China. */
export const momentOn = (date: CivilDate.CivilDate, minute: number): number =>
  (CivilDate.toEpochDay(date) * 1440 + minute - 480) * 60_000

/** Some minutes of office later: what does not fit into a day goes on in the next. */
export const later = ({ day, minute }: WorkTime, minutes: number): WorkTime => {
  const reached = minute + minutes
  return reached <= closes ? { day, minute: reached } : later({ day: day + 1, minute: opens }, reached - closes)
}

/** A minute of a day some working days later. */
export const daysLater = ({ day }: WorkTime, days: number, minute: number): WorkTime => ({ day: day + days, minute })
