import * as Schema from "effect/Schema"
import * as CivilDate from "./CivilDate.ts"
import type { WorkCalendar } from "./workCalendarModel.ts"

/** A moment. Units: milliseconds since 1970-01-01T00:00Z, from 1900 to 3000. */
export const Instant = Schema.Int.check(Schema.isBetween({ minimum: -2_208_988_800_000, maximum: 32_503_680_000_000 }))
export type Instant = typeof Instant.Type

/** Milliseconds in a minute. */
export const millisPerMinute = 60_000
const millisPerDay = 86_400_000

/** How far from UTC the clocks are, as a working calendar says; 480 minutes (China) when it does not. */
export type Zone = Pick<WorkCalendar, "utcOffsetMinutes">

/** Tells the civil date of a moment by the clocks of a city. */
export type DateOf = (at: Instant) => CivilDate.CivilDate

const offsetOf = ({ utcOffsetMinutes = 480 }: Zone): number => utcOffsetMinutes * millisPerMinute

/**
 * The civil date of a moment in a zone, for example that of a working calendar.
 *
 * ```ts
 * Instant.dateOf(Date.UTC(2024, 4, 6, 16), WorkCalendar.china) // => "2024-05-07"
 * Instant.dateOf(Date.UTC(2024, 4, 6, 16), { utcOffsetMinutes: 0 }) // => "2024-05-06"
 * ```
 */
export const dateOf = (at: Instant, zone: Zone = {}): CivilDate.CivilDate =>
  CivilDate.fromEpochDay(Math.floor((at + offsetOf(zone)) / millisPerDay))

/**
 * The moment a civil date begins, or a number of minutes later.
 *
 * Units: `minute` of the day, 0 to 1440.
 *
 * ```ts
 * Instant.of(CivilDate.make("2024-05-07"), WorkCalendar.china, 90) === Date.UTC(2024, 4, 6, 17, 30) // => true
 * ```
 */
export const of = (date: CivilDate.CivilDate, zone: Zone = {}, minute = 0): Instant =>
  CivilDate.toEpochDay(date) * millisPerDay + minute * millisPerMinute - offsetOf(zone)

/** The last millisecond of a civil date. */
export const endOf = (date: CivilDate.CivilDate, zone: Zone = {}): Instant => of(date, zone, 1440) - 1

/** Minutes from the beginning of the civil date, with the part of a minute. */
export const minuteOf = (at: Instant, zone: Zone = {}): number => (at - of(dateOf(at, zone), zone)) / millisPerMinute

const pad = (value: number): string => String(value).padStart(2, "0")

/**
 * Writes a moment as date and time of day to the minute.
 *
 * ```ts
 * Instant.format(Date.UTC(2024, 4, 6, 16, 5), WorkCalendar.china) // => "2024-05-07T00:05"
 * ```
 */
export const format = (at: Instant, zone: Zone = {}): string => {
  const minute = Math.floor(minuteOf(at, zone))
  return `${dateOf(at, zone)}T${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`
}
