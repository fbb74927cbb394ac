import { CivilDate, type Period, type WorkCalendar } from "@louyu/kernel"
import * as Schema from "effect/Schema"

/** A day of the week, ISO: 1 (Monday) to 7 (Sunday). */
export const Weekday = Schema.Literals([1, 2, 3, 4, 5, 6, 7])
export type Weekday = typeof Weekday.Type

/** What a day is in the working calendar. */
export const DayKind = Schema.Literals(["workday", "makeUpWorkday", "weekend", "offDay"])
export type DayKind = WorkCalendar.Day["kind"]

/**
 * Which days are meant: by weekday, by what they are in the working calendar, or both.
 *
 * Shape: a day is meant when its weekday is among `weekdays` and its kind among `kinds`; what is left out does not
 * matter. A holiday that falls on a Monday is both, so Mondays without holidays name both.
 */
export const Days = Schema.Struct({
  weekdays: Schema.optionalKey(Schema.NonEmptyArray(Weekday)),
  kinds: Schema.optionalKey(Schema.NonEmptyArray(DayKind))
})
export type Days = typeof Days.Type

/** Every day. */
export const every: Days = {}
/** Every day that is worked, make-up workdays among them. */
export const workdays: Days = { kinds: ["workday", "makeUpWorkday"] }
/** Every day that is not worked. */
export const restDays: Days = { kinds: ["weekend", "offDay"] }
/** Weekends that are no holidays and not worked. */
export const weekends: Days = { kinds: ["weekend"] }
/** The days of holidays. */
export const holidays: Days = { kinds: ["offDay"] }
/** Some weekdays, whatever they are in the working calendar. */
export const on = (first: Weekday, ...more: ReadonlyArray<Weekday>): Days => ({ weekdays: [first, ...more] })

/** A weekday and what a day can be on it. */
export interface DayClass {
  readonly weekday: number
  readonly kind: DayKind
}

/** Tells whether a day is meant. */
export const has = ({ weekdays: some, kinds }: Days, { weekday, kind }: DayClass): boolean =>
  (some === undefined || some.some((one) => one === weekday)) && (kinds === undefined || kinds.includes(kind))

// A weekend day is a rest day or made up for, any other is worked; and any may be a holiday.
const classes: ReadonlyArray<DayClass> = Weekday.literals.flatMap((weekday): ReadonlyArray<DayClass> => {
  const others: ReadonlyArray<DayKind> = weekday > 5 ? ["weekend", "makeUpWorkday", "offDay"] : ["workday", "offDay"]
  return others.map((kind) => ({ weekday, kind }))
})

/**
 * Every sort of day that is meant, where the weekend is Saturday and Sunday.
 *
 * ```ts
 * Days.classesOf(Days.weekends) // => [{ weekday: 6, kind: "weekend" }, { weekday: 7, kind: "weekend" }]
 * ```
 */
export const classesOf = (days: Days): ReadonlyArray<DayClass> => classes.filter((one) => has(days, one))

/** Tells whether a weekday comes in a period. */
export const comes = (weekday: number, { from, to }: Period.Period): boolean => {
  const wait = (weekday - CivilDate.weekday(from) + 7) % 7
  return to === undefined || CivilDate.addDays(from, wait) < to
}

/** Tells whether there can be a day that both mean, in a period when one is given, where the weekend is Saturday and Sunday. */
export const meet = (a: Days, b: Days, within?: Period.Period): boolean =>
  classes.some((one) => has(a, one) && has(b, one) && (within === undefined || comes(one.weekday, within)))
