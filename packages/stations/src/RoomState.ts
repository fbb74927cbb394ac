import { type CivilDate, Period, Timeline, type TimeWindow } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as HashSet from "effect/HashSet"
import * as Option from "effect/Option"
import type { OpeningHours } from "./OpeningHours.ts"
import type * as Event from "./RoomEvent.ts"
import type { BookingId, OutageId, RoomId, StationId } from "./StationCode.ts"

type Date = CivilDate.CivilDate

/** A time during which a room is out of service. */
export interface Outage {
  readonly outage: OutageId
  readonly days: Period.Period
  readonly window: TimeWindow.TimeWindow | undefined
  readonly reason: string
}

/** A booking, and whether it was taken back. */
export interface Booking {
  readonly booked: Event.RoomBooked
  readonly cancelled: boolean
}

/** A room with all that is known of it. */
export interface Room {
  readonly furnished: typeof Event.RoomFurnished.Type
  readonly life: Period.Period
  readonly hours: Timeline.Timeline<OpeningHours>
  readonly outages: ReadonlyArray<Outage>
  readonly bookings: HashMap.HashMap<BookingId, Booking>
  /** What stands on each day, in order of time. */
  readonly days: HashMap.HashMap<Date, ReadonlyArray<Event.RoomBooked>>
  /** Everything that was recorded but bookings, which are their own record. */
  readonly told: HashSet.HashSet<Event.Event>
}

/** The rooms of a city. Immutable. */
export interface State {
  readonly rooms: HashMap.HashMap<RoomId, Room>
  readonly byStation: HashMap.HashMap<StationId, ReadonlyArray<RoomId>>
}

/** A city without rooms. */
export const initial: State = { rooms: HashMap.empty(), byStation: HashMap.empty() }

const get = <K, V>(map: HashMap.HashMap<K, V>, key: K): V | undefined => Option.getOrUndefined(HashMap.get(map, key))

/** A room, in use or not. */
export const room = (state: State, id: RoomId): Room | undefined => get(state.rooms, id)

/** Every room that ever was, in no order. */
export const rooms = (state: State): Iterable<Room> => HashMap.values(state.rooms)

/** The rooms of a station on a date, in the order they were furnished. */
export const roomsOf = (state: State, station: StationId, on: Date): ReadonlyArray<Room> =>
  (get(state.byStation, station) ?? []).flatMap((id) => {
    const known = room(state, id)
    return known !== undefined && Period.contains(known.life, on) ? [known] : []
  })

/** A booking of a room, taken back or not. */
export const booking = ({ bookings }: Room, id: BookingId): Booking | undefined => get(bookings, id)

/** The bookings that stand on a date, in order of time. */
export const bookedOn = ({ days }: Room, on: Date): ReadonlyArray<Event.RoomBooked> => get(days, on) ?? []

/** Where in a day a time comes: the first booking that ends after it. Cost: O(log n) for n bookings of the day. */
export const placeIn = (booked: ReadonlyArray<Event.RoomBooked>, time: TimeWindow.TimeOfDay): number => {
  let low = 0
  let high = booked.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const close = booked[middle]?.window.close
    if (close !== undefined && close <= time) low = middle + 1
    else high = middle
  }
  return low
}

/** The booking that has any of a time of a day; `undefined` when the time is free. Cost: O(log n). */
export const holding = (known: Room, on: Date, { open, close }: TimeWindow.TimeWindow) => {
  const booked = bookedOn(known, on)
  const found = booked[placeIn(booked, open)]
  return found !== undefined && found.window.open < close ? found : undefined
}

/** The outage that has any of a time of a day; `undefined` when the room is in service. */
export const outageAt = ({ outages }: Room, on: Date, { open, close }: TimeWindow.TimeWindow): Outage | undefined =>
  outages.find(
    ({ days, window }) =>
      Period.contains(days, on) && (window === undefined || (window.open < close && open < window.close))
  )

const change = (state: State, id: RoomId, f: (room: Room) => Room): State => ({
  ...state,
  rooms: HashMap.modify(state.rooms, id, f)
})

const furnish = (state: State, furnished: typeof Event.RoomFurnished.Type): State => {
  const { room: id, station, from } = furnished
  const made: Room = {
    furnished,
    life: { from },
    hours: [],
    outages: [],
    bookings: HashMap.empty(),
    days: HashMap.empty(),
    told: HashSet.empty()
  }
  return {
    rooms: HashMap.set(state.rooms, id, made),
    byStation: HashMap.set(state.byStation, station, [...(get(state.byStation, station) ?? []), id])
  }
}

const book = (known: Room, booked: Event.RoomBooked): Room => {
  const day = bookedOn(known, booked.date)
  const next = day.toSpliced(placeIn(day, booked.window.open), 0, booked)
  return {
    ...known,
    bookings: HashMap.set(known.bookings, booked.booking, { booked, cancelled: false }),
    days: HashMap.set(known.days, booked.date, next)
  }
}

const cancel = (known: Room, id: BookingId): Room => {
  const found = booking(known, id)
  if (found === undefined) throw new Error(`invariant: ${id} is booked`)
  const left = bookedOn(known, found.booked.date).filter((one) => one.booking !== id)
  return {
    ...known,
    bookings: HashMap.set(known.bookings, id, { ...found, cancelled: true }),
    days: HashMap.set(known.days, found.booked.date, left)
  }
}

const putBack = (known: Room, id: OutageId, from: Date): Room => ({
  ...known,
  outages: known.outages.flatMap((one) => {
    if (one.outage !== id) return [one]
    return from <= one.days.from ? [] : [{ ...one, days: { from: one.days.from, to: from } }]
  })
})

const turn = (known: Room, event: Exclude<Event.Event, { readonly _tag: "RoomFurnished" }>): Room => {
  switch (event._tag) {
    case "RoomRetired":
      return { ...known, life: { from: known.life.from, to: event.to }, hours: Timeline.endAt(known.hours, event.to) }
    case "RoomHoursSet": {
      const { to } = known.life
      const period = to === undefined ? { from: event.from } : { from: event.from, to }
      return { ...known, hours: Timeline.set(known.hours, period, event.hours) }
    }
    case "RoomTakenOut": {
      const { outage, from, to, window, reason } = event
      const days = to === undefined ? { from } : { from, to }
      return { ...known, outages: [...known.outages, { outage, days, window, reason }] }
    }
    case "RoomPutBack":
      return putBack(known, event.outage, event.from)
    case "RoomBooked":
      return book(known, event)
    case "BookingCancelled":
      return cancel(known, event.booking)
  }
}

/** Adds a fact to the rooms. Cost: O(log n + bookings of the day). */
export const evolve = (state: State, event: Event.Event): State => {
  const begun = event._tag === "RoomFurnished" ? furnish(state, event) : state
  if (room(begun, event.room) === undefined) throw new Error(`invariant: room ${event.room} is furnished`)
  return change(begun, event.room, (known) => {
    if (event._tag === "RoomBooked" || event._tag === "BookingCancelled") return turn(known, event)
    const next = event._tag === "RoomFurnished" ? known : turn(known, event)
    return { ...next, told: HashSet.add(next.told, event) }
  })
}
