import { CivilDate, type WorkCalendar } from "@louyu/kernel"
import * as Schema from "effect/Schema"

/** A moment. Units: milliseconds since 1970-01-01T00:00Z. */
export const Instant = Schema.Int.check(Schema.isBetween({ minimum: -2_208_988_800_000, maximum: 32_503_680_000_000 }))
export type Instant = typeof Instant.Type

/** Milliseconds in a minute. */
export const millisPerMinute = 60_000
const millisPerDay = 86_400_000

/** How far from UTC the clocks are, as a working calendar says; 480 minutes (China) when it does not. */
export type Zone = Pick<WorkCalendar.WorkCalendar, "utcOffsetMinutes">

const offsetOf = ({ utcOffsetMinutes = 480 }: Zone): number => utcOffsetMinutes * millisPerMinute

/**
 * The civil date of a moment in a zone, for example that of a working calendar.
 *
 * ```ts
 * Instant.dateOf(WorkCalendar.china, Date.UTC(2024, 4, 6, 16)) // => "2024-05-07"
 * ```
 */
export const dateOf = (zone: Zone, at: Instant): CivilDate.CivilDate =>
  CivilDate.fromEpochDay(Math.floor((at + offsetOf(zone)) / millisPerDay))

/** The moment a civil date begins, and a number of minutes later. Units: `minute` of the day, 0 to 1440. */
export const of = (zone: Zone, date: CivilDate.CivilDate, minute = 0): Instant =>
  CivilDate.toEpochDay(date) * millisPerDay + minute * millisPerMinute - offsetOf(zone)

/** Minutes from the beginning of the civil date, with the part of a minute. */
export const minuteOf = (zone: Zone, at: Instant): number => (at - of(zone, dateOf(zone, at))) / millisPerMinute

const pad = (value: number): string => String(value).padStart(2, "0")

/**
 * Writes a moment as date and time of day to the minute.
 *
 * ```ts
 * Instant.format(WorkCalendar.china, Date.UTC(2024, 4, 6, 16, 5)) // => "2024-05-07T00:05"
 * ```
 */
export const format = (zone: Zone, at: Instant): string => {
  const minute = Math.floor(minuteOf(zone, at))
  return `${dateOf(zone, at)}T${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`
}
