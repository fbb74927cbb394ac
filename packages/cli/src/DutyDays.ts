import { CivilDate, type Identifier, TimeWindow } from "@louyu/kernel"
import { Duty as DutyOf, Network, Presence, type StationCode } from "@louyu/stations"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Answer from "./Answer.ts"
import * as DutyBook from "./DutyBook.ts"
import type * as StationBook from "./StationBook.ts"
import * as StationDetail from "./StationDetail.ts"
import * as StationHours from "./StationHours.ts"

const { field } = Answer

/** A day with who is on duty where. */
export const Day = Schema.Struct({
  date: field(CivilDate.CivilDate, "the day"),
  day: field(Schema.NullOr(StationHours.Day), "what it is; `null` where the calendar does not know"),
  turns: field(Schema.Array(DutyBook.Turn), "who is on duty by the published rosters, by time and station"),
  stationed: field(
    Schema.NullOr(Schema.Array(StationDetail.Present)),
    "departments that come on a timetable; `null` where the calendar does not know the day"
  )
})
export type Day = typeof Day.Type

/** What is asked for. */
export interface Wanted {
  readonly unit: Identifier.UnitId | undefined
  readonly station: StationCode.StationId | undefined
  /** Whether only that moment is asked about. */
  readonly moment: boolean
}

/** Whether a turn is asked for. */
export const concerns =
  ({ unit, station }: Wanted) =>
  (one: { readonly station: { readonly id: string }; readonly unit: { readonly id: string } | null }): boolean =>
    (unit === undefined || one.unit?.id === unit) && (station === undefined || one.station.id === station)

const presentOn = (book: StationBook.StationBook, date: CivilDate.CivilDate, { unit, station, moment }: Wanted) => {
  const { calendar, stationings, point, stations } = book
  const found: Array<Presence.Present> = []
  for (const { station: one } of Network.on(stations, date)) {
    const { station: id } = one.opened
    if (station !== undefined && id !== station) continue
    const there =
      moment && point.at !== undefined
        ? Presence.at(stationings, id, calendar, point.at)
        : Presence.on(stationings, id, calendar, date)
    if (Result.isFailure(there)) return null
    found.push(...there.success.filter(({ department }) => unit === undefined || department === unit))
  }
  return found
    .toSorted((a, b) => TimeWindow.minuteOf(a.window.open) - TimeWindow.minuteOf(b.window.open))
    .map(StationDetail.present(book))
}

/** A day with who is on duty where. */
export const of =
  (book: StationBook.StationBook, wanted: Wanted) =>
  (date: CivilDate.CivilDate): Day => ({
    date,
    day: StationHours.dayOf(book.calendar, date),
    turns: DutyBook.turnsOn(book, date).filter((turn) => concerns(wanted)(turn) && (!wanted.moment || turn.now)),
    stationed: presentOn(book, date, wanted)
  })

/** The next turn of a unit after a moment. */
export const nextOf = (
  book: StationBook.StationBook,
  unit: Identifier.UnitId,
  after: number
): { readonly date: CivilDate.CivilDate; readonly turn: DutyBook.Turn } | null => {
  const next = DutyOf.next(DutyBook.rosters(book), unit, book.calendar, after)
  const turn = next && DutyBook.turnsOn(book, next.slot.date).find(({ slot }) => slot === next.slot.slot)
  return turn === undefined ? null : { date: turn.date, turn }
}
