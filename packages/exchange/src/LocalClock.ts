import { CivilDate } from "@louyu/kernel"

/** Turns what the clocks of a place showed into moments. Shape: `undefined` when they never showed it. */
export interface LocalClock {
  readonly momentOf: (day: CivilDate.CivilDate, secondOfDay: number) => number | undefined
}

const millisPerDay = 86_400_000

/** How far the clocks of a zone are ahead of UTC at a moment. Units: milliseconds, whole seconds. */
const aheadIn = (timeZone: string): ((moment: number) => number) => {
  const format = new Intl.DateTimeFormat("en-u-ca-iso8601", {
    timeZone,
    hourCycle: "h23",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit"
  })
  return (moment) => {
    const parts = format.formatToParts(moment)
    const part = (type: string) => Number(parts.find((one) => one.type === type)?.value)
    const shown = ((part("hour") * 60 + part("minute")) * 60 + part("second")) * 1000
    const day = CivilDate.toEpochDay(CivilDate.fromInstant(moment, timeZone))
    return day * millisPerDay + shown - moment
  }
}

/**
 * The clock of a time zone.
 *
 * Shape: what clocks showed twice, when they were set back, is the first of both moments. Units: `timeZone` an IANA name;
 * moments in milliseconds since 1970-01-01T00:00Z. Cost: O(1) for a day asked for before.
 */
export const make = (timeZone: string): LocalClock => {
  const ahead = aheadIn(timeZone)
  const known = new Map<number, number>()
  const atNoon = (day: number): number => {
    const before = known.get(day)
    if (before !== undefined) return before
    const found = ahead(day * millisPerDay + millisPerDay / 2)
    // Folders tell of years, not of ages; what stands in a cell cannot make this grow.
    if (known.size >= 20_000) known.clear()
    known.set(day, found)
    return found
  }
  return {
    momentOf: (date, secondOfDay) => {
      const day = CivilDate.toEpochDay(date)
      const shown = day * millisPerDay + secondOfDay * 1000
      // No two changes lie within so few days of each other.
      const [before, after] = [atNoon(day - 2), atNoon(day + 2)]
      if (before === after) return shown - before
      const moments = [shown - before, shown - after].toSorted((a, b) => a - b)
      return moments.find((moment) => moment + ahead(moment) === shown)
    }
  }
}
