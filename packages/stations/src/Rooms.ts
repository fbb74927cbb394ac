import { Check, type CivilDate, type Decider, Period } from "@louyu/kernel"
import * as Equal from "effect/Equal"
import * as HashSet from "effect/HashSet"
import * as Result from "effect/Result"
import * as Demand from "./Demand.ts"
import { contradictions } from "./OpeningHours.ts"
import type { BookRoom, Command, FurnishRoom } from "./RoomCommand.ts"
import { RoomAlreadyBooked, type RoomError, RoomOutOfService, RoomTooSmall } from "./RoomError.ts"
import * as Event from "./RoomEvent.ts"
import * as State from "./RoomState.ts"
import type { StationCatalogue } from "./StationCatalogue.ts"
import type { StationId } from "./StationCode.ts"
import { HoursContradict } from "./StationError.ts"

/** What rooms need to know of the rest of the city. */
export interface Facts {
  /** Whether a unit or place exists on a date. */
  readonly exists: Demand.Exists
  /** Whether a station is there on a date. */
  readonly station: (station: StationId, on: CivilDate.CivilDate) => boolean
  /** The words in which the city speaks of its stations. */
  readonly catalogue: StationCatalogue
}

type Checked = Check.Check<RoomError>
const all: (...checks: ReadonlyArray<() => Checked>) => Checked = Check.all

const furnishing = (facts: Facts, state: State.State, command: typeof FurnishRoom.Type): Checked => {
  const { room, station, kind, names, place, from } = command
  return all(
    () => Demand.free(State.room(state, room), "room", room),
    () => Demand.there(facts.station(station, from), "station", station),
    () => Demand.named(facts.catalogue.roomKinds, "roomKind", [kind]),
    () => Demand.existing(facts.exists, from, place),
    () => Demand.impersonal(room, names)
  )
}

const booking = (facts: Facts, known: State.Room, command: typeof BookRoom.Type): Checked => {
  const { room, booking: id, date, window, by, attendees = 0 } = command
  const { capacity, station } = known.furnished
  return all(
    () => Demand.free(State.booking(known, id), "booking", id),
    () => Demand.there(Period.contains(known.life, date), "room", room),
    () => Demand.there(facts.station(station, date), "station", station),
    () => Demand.existing(facts.exists, date, "unit" in by ? by.unit : undefined),
    () => {
      const fits = capacity === undefined || attendees <= capacity
      return Demand.that(fits, () => new RoomTooSmall({ room, capacity: capacity ?? attendees, attendees }))
    },
    () => {
      const outage = State.outageAt(known, date, window)
      return outage === undefined
        ? Check.fine
        : Result.fail(new RoomOutOfService({ room, outage: outage.outage, date }))
    },
    () => {
      const taken = State.holding(known, date, window)
      if (taken === undefined) return Check.fine
      const { booking: other, window: theirs } = taken
      return Result.fail(new RoomAlreadyBooked({ room, booking: other, date, ...theirs }))
    }
  )
}

const ordered = (from: CivilDate.CivilDate, to: CivilDate.CivilDate | undefined) => (): Checked =>
  Result.map(Period.make(from, to), () => undefined)

const check = (facts: Facts, known: State.Room, command: Exclude<Command, { _tag: "FurnishRoom" }>): Checked => {
  const { room } = command
  const lives = (on: CivilDate.CivilDate) => () => Demand.there(Period.contains(known.life, on), "room", room)
  switch (command._tag) {
    case "RetireRoom":
      return all(() => Demand.there(known.life.to === undefined, "room", room), ordered(known.life.from, command.to))
    case "SetRoomHours": {
      const found = contradictions(command.hours)
      return all(lives(command.from), () =>
        Demand.that(found.length === 0, () => new HoursContradict({ id: room, contradictions: found }))
      )
    }
    case "TakeRoomOut":
      return all(
        () =>
          Demand.free(
            known.outages.find(({ outage }) => outage === command.outage),
            "outage",
            command.outage
          ),
        lives(command.from),
        ordered(command.from, command.to),
        () => Demand.impersonal(room, command.reason)
      )
    case "PutRoomBack": {
      const found = known.outages.find(({ outage }) => outage === command.outage)
      const lasts = found !== undefined && (found.days.to === undefined || command.from < found.days.to)
      return Demand.there(lasts, "outage", command.outage)
    }
    case "BookRoom":
      return booking(facts, known, command)
    case "CancelBooking":
      return Demand.there(State.booking(known, command.booking) !== undefined, "booking", command.booking)
  }
}

// Bookings are too many to be kept twice: each is its own record of having been told.
const isTold = (known: State.Room, event: Event.Event): boolean => {
  if (event._tag === "BookingCancelled") return State.booking(known, event.booking)?.cancelled === true
  if (event._tag === "RoomBooked") return Equal.equals(State.booking(known, event.booking)?.booked, event)
  return HashSet.has(known.told, event)
}

/**
 * The rules of function rooms and their bookings.
 *
 * Shape: a command that changes nothing gives no events. At no time do two bookings that stand have one room, and none
 * is made while it is out of service; those that were made before stay, and `Bookings.affected` lists them.
 * Cost: O(log n) a booking to find its place among n, and the bookings of that room on that day to enter it.
 * Source: H-09, D-05, F-15, invariant 8.
 */
export const decider: Decider.Decider<Command, State.State, Event.Event, RoomError, Facts> = {
  initial: State.initial,
  evolve: State.evolve,
  decide: (state, command, facts) => {
    const event = Event.of(command)
    const known = State.room(state, command.room)
    if (known !== undefined && isTold(known, event)) return Result.succeed([])
    const checked =
      command._tag === "FurnishRoom"
        ? furnishing(facts, state, command)
        : Result.flatMap(Demand.known(known, "room", command.room), (room): Checked => check(facts, room, command))
    return Result.map(checked, () => [event])
  }
}
