import { CivilDate, Period } from "@louyu/kernel"
import type { OfficeId, StayId } from "./Stay.ts"
import * as StayBook from "./StayBook.ts"

type Date = CivilDate.CivilDate

/** What is taken of an office on a day. Shape: rates are `undefined` where there is nothing to take. */
export interface Utilisation {
  readonly office: OfficeId
  readonly on: Date
  readonly has: StayBook.Amounts
  readonly taken: StayBook.Amounts
  readonly seatRate: number | undefined
  readonly roomRate: number | undefined
  readonly guests: number
}

const rate = (part: number, whole: number): number | undefined => (whole === 0 ? undefined : part / whole)

const byId = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** What is taken of every office that is open on a day. Source: W-08, H-26. */
export const utilisation = (book: StayBook.StayBook, on: Date): ReadonlyArray<Utilisation> =>
  [...StayBook.offices(book)]
    .filter(({ office: { from }, closed }) => from <= on && (closed === undefined || on < closed))
    .map((known): Utilisation => {
      const [has, taken] = [StayBook.amountsOn(known, on), StayBook.takenOn(book, known, on)]
      return {
        office: known.office.office,
        on,
        has,
        taken,
        seatRate: rate(taken.seats, has.seats),
        roomRate: rate(taken.rooms, has.rooms),
        guests: StayBook.during(book, known, Period.ofDay(on)).length
      }
    })
    .toSorted((a, b) => byId(a.office, b.office))

/** A stay whose term ends soon, or has ended without anybody saying what became of it. */
export interface Expiring {
  readonly stay: StayId
  readonly known: StayBook.StayKnown
  readonly until: Date
  /** Units: days left, negative when the term is over. */
  readonly left: number
}

/** The stays whose term ends within some days of a date, or is over, the most urgent first. Source: H-26. */
export const expiring = (book: StayBook.StayBook, on: Date, days: number): ReadonlyArray<Expiring> =>
  [...StayBook.stays(book)]
    .flatMap((known): ReadonlyArray<Expiring> => {
      const { started, ended } = known
      // What was extended later had its old term on that day.
      const later = known.extensions.find((one) => one.on > on)
      const until = later === undefined ? known.until : (termBefore(known, on) ?? known.until)
      if (until === undefined || started.from > on || (ended !== undefined && ended.on <= on)) return []
      const left = CivilDate.daysBetween(on, until)
      return left <= days ? [{ stay: started.stay, known, until, left }] : []
    })
    .toSorted((a, b) => a.left - b.left || byId(a.stay, b.stay))

// The term a stay had on a day: the one it began with, or the last it had been given.
const termBefore = ({ started, extensions }: StayBook.StayKnown, on: Date): Date | undefined =>
  extensions.findLast((one) => one.on <= on)?.until ?? started.until

/**
 * How many of the stays that ended went over into settling.
 *
 * Shape: stays that go on are counted apart and are no part of the rate, which is `undefined` when none has ended.
 * Units: `daysToDecision` from the first day to the last, the median of those that ended.
 */
export interface Settlement {
  readonly as: "conversion/ended-stays"
  readonly asOf: Date
  readonly ended: number
  readonly settled: number
  readonly left: number
  readonly running: number
  readonly rate: number | undefined
  readonly daysToDecision: number | undefined
}

const median = (sorted: ReadonlyArray<number>): number | undefined => {
  const at = (sorted.length - 1) / 2
  const [below, above] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]]
  return below === undefined || above === undefined ? undefined : (below + above) / 2
}

/** What became of the stays that began in a period, as of a day. Source: H-26 (25 of 25), A-07. */
export const settlement = (
  book: StayBook.StayBook,
  asOf: Date,
  chosen: (known: StayBook.StayKnown) => boolean = () => true
): Settlement => {
  const begun = [...StayBook.stays(book)].filter((known) => known.started.from <= asOf && chosen(known))
  const over = begun.flatMap(({ started, ended }) =>
    ended !== undefined && ended.on <= asOf
      ? [{ outcome: ended.outcome, days: CivilDate.daysBetween(started.from, ended.on) }]
      : []
  )
  const settled = over.filter(({ outcome }) => outcome === "settled").length
  return {
    as: "conversion/ended-stays",
    asOf,
    ended: over.length,
    settled,
    left: over.length - settled,
    running: begun.length - over.length,
    rate: rate(settled, over.length),
    daysToDecision: median(over.map(({ days }) => days).toSorted((a, b) => a - b))
  }
}
