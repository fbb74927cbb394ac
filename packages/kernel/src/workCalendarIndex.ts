import * as CivilDate from "./CivilDate.ts"
import { CalendarYearUnknown } from "./KernelError.ts"
import type { SpecialDay, WorkCalendar } from "./workCalendarModel.ts"

/** A calendar with its counts, so that no question walks from day to day. */
export interface CalendarIndex {
  readonly calendar: WorkCalendar
  /** Epoch day of the first day covered. */
  readonly first: number
  /** How many days are covered. */
  readonly length: number
  /** At `i`: how many of the first `i` days are worked. */
  readonly before: Int32Array
  /** Every working day, in order, as its place in the coverage. */
  readonly workdays: Int32Array
  readonly special: ReadonlyMap<string, { readonly kind: "offDay" | "makeUpWorkday"; readonly day: SpecialDay }>
}

const compile = (calendar: WorkCalendar): CalendarIndex => {
  const special = new Map<string, { readonly kind: "offDay" | "makeUpWorkday"; readonly day: SpecialDay }>()
  for (const day of calendar.offDays) special.set(day.date, { kind: "offDay", day })
  for (const day of calendar.workdays) special.set(day.date, { kind: "makeUpWorkday", day })
  const first = CivilDate.toEpochDay(calendar.coverage.from)
  const length = CivilDate.toEpochDay(calendar.coverage.to) - first
  const worked = new Uint8Array(length)
  const weekend = new Set<number>(calendar.weekend)
  const firstWeekday = CivilDate.weekday(calendar.coverage.from)
  for (let i = 0; i < length; i++) worked[i] = weekend.has(((firstWeekday - 1 + i) % 7) + 1) ? 0 : 1
  for (const [date, { kind }] of special) {
    worked[CivilDate.toEpochDay(date as CivilDate.CivilDate) - first] = kind === "offDay" ? 0 : 1
  }
  const before = new Int32Array(length + 1)
  for (let i = 0; i < length; i++) before[i + 1] = (before[i] ?? 0) + (worked[i] ?? 0)
  const workdays = new Int32Array(before[length] ?? 0)
  for (let i = 0, n = 0; i < length; i++) if (worked[i] === 1) workdays[n++] = i
  return { calendar, first, length, before, workdays, special }
}

const compiled = new WeakMap<WorkCalendar, CalendarIndex>()

/** The counts of a calendar, made on first use and kept as long as the calendar. Cost: O(days covered) once. */
export const indexOf = (calendar: WorkCalendar): CalendarIndex => {
  const known = compiled.get(calendar)
  if (known !== undefined) return known
  const made = compile(calendar)
  compiled.set(calendar, made)
  return made
}

const unknown = (calendar: WorkCalendar, year: number): CalendarYearUnknown =>
  new CalendarYearUnknown({
    calendar: calendar.id,
    year,
    knownFrom: calendar.coverage.from,
    knownTo: CivilDate.addDays(calendar.coverage.to, -1)
  })

/** The failure for a day the calendar does not cover. */
export const unknownDay = (calendar: WorkCalendar, date: CivilDate.CivilDate): CalendarYearUnknown =>
  unknown(calendar, CivilDate.year(date))

/** The failure for a walk that leaves the coverage at its end or at its beginning. */
export const unknownBeyond = (calendar: WorkCalendar, direction: "after" | "before"): CalendarYearUnknown => {
  const { from, to } = calendar.coverage
  // The last day before 1 January is in the year before; reckoned without a date, since year 0 has none.
  if (direction === "after") return unknown(calendar, CivilDate.year(to))
  return unknown(calendar, CivilDate.year(from) - (from.endsWith("-01-01") ? 1 : 0))
}

/** The place of a date in the coverage, or `undefined` outside it. */
export const placeOf = (index: CalendarIndex, date: CivilDate.CivilDate): number | undefined => {
  const place = CivilDate.toEpochDay(date) - index.first
  return place >= 0 && place < index.length ? place : undefined
}
