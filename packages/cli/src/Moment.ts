import { CivilDate, Instant } from "@louyu/kernel"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import type { City } from "louyu"
import type * as Arguments from "./Arguments.ts"
import * as OptionValue from "./OptionValue.ts"
import * as Source from "./Source.ts"
import { OptionsClash } from "./UsageError.ts"

/** A moment that is asked about. Units: `at` in milliseconds, `offset` in minutes from UTC, as the calendar of the city has it. */
export interface Moment {
  readonly at: Instant.Instant
  readonly on: CivilDate.CivilDate
  readonly offset: number
}

/** What every question needs whose answer changes within a day. */
export const options = {
  ...Source.options,
  on: {
    value: "<date>|<date>T<time>",
    about: {
      zh: "日期 YYYY-MM-DD（当日结束时），或当地时刻 YYYY-MM-DDTHH:MM；默认为此刻",
      en: "a date, at whose end the answer holds, or a time in the city, YYYY-MM-DDTHH:MM; now by default"
    }
  }
} as const satisfies Readonly<Record<string, Arguments.Option>>

const minute = 60_000
// What a working calendar means that does not say it.
const chinaOffset = 480

/** The first millisecond of a day. */
export const startOf = (date: CivilDate.CivilDate, offset: number): Instant.Instant =>
  Instant.of(date, { utcOffsetMinutes: offset })

/** The moment `--on` names, or else now. Fails: when the city has no calendar. */
export const of = Effect.fnUntraced(function* (given: Arguments.Given, city: City.Open) {
  const { utcOffsetMinutes: offset = chinaOffset } = yield* city.calendar()
  const named = yield* Effect.fromResult(OptionValue.when(given, "on"))
  if (named === undefined) {
    const at = yield* Clock.currentTimeMillis
    return { at, on: Instant.dateOf(at, { utcOffsetMinutes: offset }), offset } satisfies Moment
  }
  const { date: on, minute: of } = named
  const at = of === undefined ? Instant.endOf(on, { utcOffsetMinutes: offset }) : startOf(on, offset) + of * minute
  return { at, on, offset } satisfies Moment
})

/** A day, and the moment of it that is asked about, if any. */
export interface Point {
  readonly at: Instant.Instant | undefined
  readonly on: CivilDate.CivilDate
  readonly offset: number
}

/**
 * The day `--on` names, and the time of it another option names.
 *
 * Shape: the other option may name its own day; without either it is now. Fails: when both name a day, or the city has no
 * calendar.
 */
export const pointOf = Effect.fnUntraced(function* (given: Arguments.Given, city: City.Open, option: string) {
  const { utcOffsetMinutes: offset = chinaOffset } = yield* city.calendar()
  const time = yield* Effect.fromResult(OptionValue.timeOn(given, option))
  if (time?.date !== undefined && given.values.has("on")) {
    return yield* new OptionsClash({ options: [`--${option} <date>T<time>`, "--on"] })
  }
  const on = time?.date ?? (yield* Source.date(given, city))
  if (time !== undefined) return { at: startOf(on, offset) + time.minute * minute, on, offset } satisfies Point
  if (given.values.has("on")) return { at: undefined, on, offset } satisfies Point
  return { at: yield* Clock.currentTimeMillis, on, offset } satisfies Point
})

/** The moments of some days, as they were at a moment. */
export interface Cohort {
  readonly from: Instant.Instant
  readonly to: Instant.Instant
  readonly asOf: Instant.Instant
}

/** What happened within some days, as it was known at a moment. */
export const cohort = ({ at: asOf, offset }: Moment, from: CivilDate.CivilDate, to: CivilDate.CivilDate): Cohort => ({
  from: startOf(from, offset),
  to: startOf(to, offset),
  asOf
})

const two = (value: number): string => String(value).padStart(2, "0")

/**
 * A moment as answers hold it: in the time of the city, with its distance from UTC.
 *
 * ```ts
 * Moment.text(Date.UTC(2024, 4, 6, 1), 480) // => "2024-05-06T09:00:00+08:00"
 * ```
 */
export const text = (at: Instant.Instant, offset: number): string => {
  const local = new Date(at + offset * minute).toISOString().slice(0, 19)
  const away = Math.abs(offset)
  return `${local}${offset < 0 ? "-" : "+"}${two(Math.floor(away / 60))}:${two(away % 60)}`
}

/** The same for people: to the minute, without the distance from UTC. */
export const brief = (moment: string): string => moment.slice(0, 16).replace("T", " ")

/** So many calendar days after the day of a moment: the last day on which something may be done. */
export const lastDay = (
  at: Instant.Instant | undefined,
  days: number | undefined,
  offset: number
): CivilDate.CivilDate | undefined =>
  at === undefined || days === undefined
    ? undefined
    : CivilDate.addDays(Instant.dateOf(at, { utcOffsetMinutes: offset }), days)

/** A length of time in whole minutes; `null` where there is none. */
export const minutes = (millis: number | undefined): number | null =>
  millis === undefined ? null : Math.floor(millis / minute)
