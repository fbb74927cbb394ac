import { CivilDate, type WorkCalendar } from "@louyu/kernel"
import * as Schema from "effect/Schema"

/** A moment. Units: milliseconds since 1970-01-01T00:00Z. */
export const Instant = Schema.Int.check(Schema.isBetween({ minimum: -2_208_988_800_000, maximum: 32_503_680_000_000 }))
export type Instant = typeof Instant.Type

/** Milliseconds in a minute. */
export const millisPerMinute = 60_000
const millisPerDay = 86_400_000

const offsetOf = ({ utcOffsetMinutes = 480 }: Pick<WorkCalendar.WorkCalendar, "utcOffsetMinutes">): number =>
  utcOffsetMinutes * millisPerMinute

/**
 * The civil date of a moment where a calendar holds.
 *
 * ```ts
 * Instant.dateOf(WorkCalendar.china, Date.UTC(2024, 4, 6, 16)) // => "2024-05-07"
 * ```
 */
export const dateOf = (calendar: WorkCalendar.WorkCalendar, at: Instant): CivilDate.CivilDate =>
  CivilDate.fromEpochDay(Math.floor((at + offsetOf(calendar)) / millisPerDay))

/** The moment a civil date begins, and a number of minutes later. Units: `minute` of the day, 0 to 1440. */
export const of = (calendar: WorkCalendar.WorkCalendar, date: CivilDate.CivilDate, minute = 0): Instant =>
  CivilDate.toEpochDay(date) * millisPerDay + minute * millisPerMinute - offsetOf(calendar)

/** Minutes from the beginning of the civil date, with the part of a minute. */
export const minuteOf = (calendar: WorkCalendar.WorkCalendar, at: Instant): number =>
  (at - of(calendar, dateOf(calendar, at))) / millisPerMinute
