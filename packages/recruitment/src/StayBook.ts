import { type CivilDate, type Identifier, Period, Timeline } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as Option from "effect/Option"
import type { Office, OfficeId, StayId } from "./Stay.ts"
import type { StayEnded, StayExtended, StayStarted } from "./StayEvent.ts"

type Date = CivilDate.CivilDate

/** How many seats and rooms. */
export interface Amounts {
  readonly seats: number
  readonly rooms: number
}

/** An office with what it has over time. */
export interface OfficeKnown {
  readonly office: Office
  readonly amounts: Timeline.Timeline<Amounts>
  /** The changes of its amounts as they were told, the latest last. */
  readonly resized: ReadonlyArray<Amounts & { readonly from: Date }>
  readonly closed: Date | undefined
  readonly stays: ReadonlyArray<StayId>
}

/** A stay with all that became of it. Shape: `until` is the first day after its term; without, it has none. */
export interface StayKnown {
  readonly started: Omit<typeof StayStarted.Type, "_tag">
  readonly until: Date | undefined
  readonly extensions: ReadonlyArray<Omit<typeof StayExtended.Type, "_tag">>
  readonly ended: Omit<typeof StayEnded.Type, "_tag"> | undefined
}

/** The transitional offices of a city with their whole history. Immutable. */
export interface StayBook {
  readonly offices: HashMap.HashMap<OfficeId, OfficeKnown>
  readonly stays: HashMap.HashMap<StayId, StayKnown>
  /** By guest: a prospect or an enterprise. */
  readonly byGuest: HashMap.HashMap<string, ReadonlyArray<StayId>>
}

/** No office yet. */
export const initial: StayBook = { offices: HashMap.empty(), stays: HashMap.empty(), byGuest: HashMap.empty() }

const get = <K, V>(map: HashMap.HashMap<K, V>, key: K): V | undefined => Option.getOrUndefined(HashMap.get(map, key))

/** An office. */
export const office = (book: StayBook, id: OfficeId): OfficeKnown | undefined => get(book.offices, id)
/** A stay. */
export const stay = (book: StayBook, id: StayId): StayKnown | undefined => get(book.stays, id)
/** Every office. */
export const offices = (book: StayBook): Iterable<OfficeKnown> => HashMap.values(book.offices)
/** Every stay. */
export const stays = (book: StayBook): Iterable<StayKnown> => HashMap.values(book.stays)

/** The time a stay takes its seats: until it ended, or else until its term does. */
export const life = ({ started: { from }, until, ended }: StayKnown): Period.Period | undefined => {
  const to = ended?.on ?? until
  if (to === undefined) return { from }
  return from < to ? { from, to } : undefined
}

/** Who stays: a prospect, an enterprise of the city, or one that is both. */
export interface Guest {
  readonly prospect?: string | undefined
  readonly enterprise?: Identifier.UnitId | undefined
}

/** The keys under which the stays of a guest are found. */
export const guestKeys = ({ prospect, enterprise }: Guest): ReadonlyArray<string> => [
  ...(prospect === undefined ? [] : [`prospect ${prospect}`]),
  ...(enterprise === undefined ? [] : [`enterprise ${enterprise}`])
]

/** The stays under the key of a guest. */
export const underKey = (book: StayBook, key: string): ReadonlyArray<StayId> => get(book.byGuest, key) ?? []

/** The stays of a prospect or an enterprise. */
export const ofGuest = (book: StayBook, guest: Guest): ReadonlyArray<StayKnown> => {
  const ids = guestKeys(guest).flatMap((key) => underKey(book, key))
  return [...new Set(ids)].flatMap((id) => stay(book, id) ?? [])
}

/** What an office has on a day: nothing before it opened and after it closed. */
export const amountsOn = ({ amounts, closed }: OfficeKnown, on: Date): Amounts =>
  (closed === undefined || on < closed ? Timeline.at(amounts, on) : undefined) ?? { seats: 0, rooms: 0 }

/** A stay and the time it takes its seats. */
export interface Lasting {
  readonly known: StayKnown
  readonly period: Period.Period
}

/** The stays of an office that take seats at some time in a period. */
export const during = (book: StayBook, { stays: ids }: OfficeKnown, within: Period.Period): ReadonlyArray<Lasting> =>
  ids.flatMap((id) => {
    const known = stay(book, id)
    const period = known && life(known)
    return known !== undefined && period !== undefined && Period.overlaps(period, within) ? [{ known, period }] : []
  })

/** What is taken in an office on a day. */
export const takenOn = (book: StayBook, known: OfficeKnown, on: Date): Amounts => {
  const there = during(book, known, Period.ofDay(on)).map((one) => one.known.started)
  return {
    seats: there.reduce((sum, { seats }) => sum + seats, 0),
    rooms: there.reduce((sum, { rooms }) => sum + rooms, 0)
  }
}
