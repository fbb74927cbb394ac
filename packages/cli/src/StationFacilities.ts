import {
  CivilDate,
  type Count,
  type Identifier,
  Instant,
  Period,
  Timeline,
  TimeWindow,
  WorkCalendar
} from "@louyu/kernel"
import { Days, FacilityState, Sharing } from "@louyu/stations"
import * as HashMap from "effect/HashMap"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Answer from "./Answer.ts"
import * as FigureShown from "./FigureShown.ts"
import { Word } from "./ProspectBook.ts"
import * as StationBook from "./StationBook.ts"

const { field } = Answer

const Time = {
  open: field(TimeWindow.TimeOfDay, "from when, `HH:MM`"),
  close: field(TimeWindow.TimeOfDay, "up to when, `HH:MM`")
}

const use = {
  allocated: field(Answer.Count, "how many are given out"),
  free: field(
    Schema.NullOr(FigureShown.Quantity),
    "how many are left of those that are there for sure; `null` where their number is only an estimate"
  )
}

const Shared = Schema.Struct({
  audience: field(Word, "for whom it is then"),
  ...Time,
  allocated: field(Answer.Count, "how many are given out at the fullest minute of that time, to whomever"),
  free: use.free
})

const Allocation = Schema.Struct({
  allocation: field(Schema.String, "its id"),
  unit: field(Answer.Unit, "who has them"),
  audience: field(Word, "as one of whom"),
  spaces: field(Answer.Count, "how many"),
  ...Time,
  to: field(Schema.NullOr(CivilDate.CivilDate), "the first day without it, or `null` where no end is known"),
  now: field(Schema.Boolean, "whether it is running at the moment asked about")
})

/** A facility on a day, and where it is shared by time of day, for whom it is when and what is left of it. */
export const Facility = Schema.Struct({
  facility: field(Word, "the facility"),
  kind: field(Word, "its kind"),
  place: field(Answer.Unit, "where it is"),
  quantity: field(FigureShown.Quantity, "of how many it is, as exactly as that is known"),
  shared: field(Schema.Boolean, "whether it is for some people at some times and for others at other times"),
  windows: field(
    Schema.NullOr(Schema.Array(Shared)),
    "when it is for whom on the day, in order of time; `null` where the calendar does not know the day"
  ),
  allocations: field(
    Schema.NullOr(Schema.Array(Allocation)),
    "what is given out on the day, in order of time; `null` likewise"
  ),
  now: field(
    Schema.NullOr(
      Schema.Struct({ ...use, audiences: field(Schema.Array(Word), "for whom it is then; none when for nobody") })
    ),
    "the moment asked about; `null` for a day as a whole, for what is not shared, or where the calendar does not know it"
  )
}).annotate({ identifier: "Facility" })
export type Facility = typeof Facility.Type

type Known = FacilityState.Facility

// Of an estimate nobody can say how many are left.
const left = (quantity: Count.Count, allocated: number): Facility["quantity"] | null =>
  quantity.qualifier === "exact" || quantity.qualifier === "atLeast"
    ? { value: quantity.value - allocated, qualifier: quantity.qualifier }
    : null

const covers = ({ open, close }: Pick<TimeWindow.TimeWindow, "open" | "close">, minute: number): boolean =>
  TimeWindow.minuteOf(open) <= minute && minute < TimeWindow.minuteOf(close)

const orderOf = ({ allocated: { window, allocation } }: FacilityState.Allocation): string =>
  `${window.open} ${allocation}`

// What is given out on the day, by when it begins.
const allocationsOf = ({ calendar, point: { on } }: StationBook.StationBook, { allocations }: Known) =>
  Result.map(WorkCalendar.dayOn(calendar, on), ({ kind }) =>
    [...HashMap.values(allocations)]
      .filter(
        ({ days, allocated }) =>
          days !== undefined &&
          Period.contains(days, on) &&
          Days.has(allocated.days, { weekday: CivilDate.weekday(on), kind })
      )
      .toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
  )

const windowsOf = (book: StationBook.StationBook, known: Known, quantity: Count.Count): Facility["windows"] => {
  const { calendar, catalogue, point } = book
  // More can be given out at the beginning of a time, or where an allocation begins within it, and nowhere else.
  const starts = [...HashMap.values(known.allocations)].map(({ allocated }) =>
    TimeWindow.minuteOf(allocated.window.open)
  )
  const at = (minute: number) => Sharing.at(known, calendar, Instant.of(point.on, calendar, minute))
  const found = Result.all(
    [...HashMap.keys(known.windows)].toSorted().map((audience) =>
      Result.gen(function* () {
        const windows = yield* Sharing.windowsOn(known, audience, calendar, point.on)
        const shared: Array<typeof Shared.Type> = []
        for (const window of windows) {
          const minutes = [TimeWindow.minuteOf(window.open), ...starts.filter((minute) => covers(window, minute))]
          const uses = yield* Result.all(minutes.map(at))
          const allocated = Math.max(...uses.map((one) => one.allocated))
          const { open, close } = window
          const named = StationBook.word(catalogue.audiences, audience)
          shared.push({ audience: named, open, close, allocated, free: left(quantity, allocated) })
        }
        return shared
      })
    )
  )
  return Result.isFailure(found) ? null : found.success.flat().toSorted((a, b) => (a.open < b.open ? -1 : 1))
}

const nowOf = (
  { calendar, point }: StationBook.StationBook,
  known: Known,
  quantity: Count.Count,
  windows: NonNullable<Facility["windows"]>
): Facility["now"] => {
  const { at } = point
  const found = at === undefined ? undefined : Sharing.at(known, calendar, at)
  if (at === undefined || found === undefined || Result.isFailure(found)) return null
  const { allocated } = found.success
  const minute = Instant.minuteOf(at, calendar)
  const times = windows.filter((one) => covers(one, minute))
  return { allocated, free: left(quantity, allocated), audiences: times.map(({ audience }) => audience) }
}

const facilityOf = (book: StationBook.StationBook, known: Known, quantity: Count.Count): Facility => {
  const { catalogue, calendar, point } = book
  const { facility, names, kind, place } = known.registered
  const shared = [...HashMap.values(known.windows)].some((windows) =>
    (Timeline.at(windows, point.on) ?? []).some((one) => one.windows.length > 0)
  )
  const windows = windowsOf(book, known, quantity)
  const allocations = allocationsOf(book, known)
  const minute = point.at === undefined ? undefined : Instant.minuteOf(point.at, calendar)
  return {
    facility: { id: facility, names },
    kind: StationBook.word(catalogue.facilityKinds, kind),
    place: StationBook.unit(book, place),
    quantity,
    shared,
    windows,
    allocations: Result.isFailure(allocations)
      ? null
      : allocations.success.map(({ days, allocated }) => ({
          allocation: allocated.allocation,
          unit: StationBook.unit(book, allocated.unit),
          audience: StationBook.word(catalogue.audiences, allocated.audience),
          spaces: allocated.spaces,
          open: allocated.window.open,
          close: allocated.window.close,
          to: days?.to ?? null,
          now: minute !== undefined && covers(allocated.window, minute)
        })),
    now: shared && windows !== null ? nowOf(book, known, quantity, windows) : null
  }
}

/** Facilities on the day that is asked about, by id. Source: H-14, H-15. */
export const of = (
  book: StationBook.StationBook,
  isMeant: (registered: Known["registered"]) => boolean
): ReadonlyArray<Facility> =>
  [...FacilityState.facilities(book.facilities)]
    .flatMap((known): ReadonlyArray<Facility> => {
      const quantity = Timeline.at(known.quantity, book.point.on)
      return quantity === undefined || !isMeant(known.registered) ? [] : [facilityOf(book, known, quantity)]
    })
    .toSorted((a, b) => (a.facility.id < b.facility.id ? -1 : 1))

/** The facilities of what is asked about: itself, those of a station, or those that lie in a place. */
export const meant = (book: StationBook.StationBook, { facility, station, unit }: StationBook.Meant) => {
  const isWithin = (place: Identifier.UnitId, around: Identifier.UnitId) =>
    place === around || book.scene.directory.places.isWithin(place, around, book.point.on)
  return of(book, (one) => {
    if (facility !== undefined) return one.facility === facility
    return unit === undefined ? one.station === station : isWithin(one.place, unit)
  })
}
