import { CivilDate } from "@louyu/kernel"
import * as Schema from "effect/Schema"

/** A moment. Units: milliseconds since 1970-01-01T00:00Z. */
export const Instant = Schema.Int.check(Schema.isBetween({ minimum: -2_208_988_800_000, maximum: 32_503_680_000_000 }))
export type Instant = typeof Instant.Type

const millisPerMinute = 60_000
const millisPerDay = 86_400_000

/**
 * The civil date of a moment at a fixed distance from UTC.
 *
 * Units: `utcOffsetMinutes` as in a working calendar, 480 (China) when left out.
 *
 * ```ts
 * Instant.dateOf(Date.UTC(2024, 4, 6, 16)) // => "2024-05-07"
 * ```
 */
export const dateOf = (at: Instant, utcOffsetMinutes = 480): CivilDate.CivilDate =>
  CivilDate.fromEpochDay(Math.floor((at + utcOffsetMinutes * millisPerMinute) / millisPerDay))

/** Tells the civil date of a moment by the clocks of a city. */
export type DateOf = (at: Instant) => CivilDate.CivilDate

/** The clocks of a city, those of China where nothing is said. */
export const clockOf = ({ dateOf: own }: { readonly dateOf?: DateOf }): DateOf => own ?? ((at) => dateOf(at))

/** The last millisecond of a civil date. Units: as {@link dateOf}. */
export const endOf = (date: CivilDate.CivilDate, utcOffsetMinutes = 480): Instant =>
  (CivilDate.toEpochDay(date) + 1) * millisPerDay - utcOffsetMinutes * millisPerMinute - 1
