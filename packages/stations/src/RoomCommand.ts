import { CivilDate, Identifier, Text, TimeWindow } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { OpeningHours } from "./OpeningHours.ts"
import { BookingId, Code, OutageId, RoomId, StationId, Wording } from "./StationCode.ts"
import { Area } from "./StationCommand.ts"

const date = CivilDate.CivilDate
const room = { room: RoomId }
const People = Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 100_000 }))

/** Who booked: a unit, or a person by id. */
export const Booker = Schema.Union([
  Schema.Struct({ unit: Identifier.UnitId }),
  Schema.Struct({ person: Identifier.PersonId })
])
export type Booker = typeof Booker.Type

/** Furnishes a room of a station for something (H-09, D-05, F-15); without a capacity any number of people fits. */
export const FurnishRoom = Schema.TaggedStruct("FurnishRoom", {
  ...room,
  station: StationId,
  kind: Code,
  names: Text.Text,
  place: Schema.optionalKey(Identifier.UnitId),
  areaSquareMetres: Schema.optionalKey(Area),
  capacity: Schema.optionalKey(People),
  from: date
})

/** Gives a room up; `to` is the first day without it. */
export const RetireRoom = Schema.TaggedStruct("RetireRoom", { ...room, to: date })

/** Gives a room hours of its own from a date on, beside those of its station (H-12). */
export const SetRoomHours = Schema.TaggedStruct("SetRoomHours", { ...room, hours: OpeningHours, from: date })

/** Takes a room out of service on the days of a period; with a window only at that time of each day. */
export const TakeRoomOut = Schema.TaggedStruct("TakeRoomOut", {
  ...room,
  outage: OutageId,
  from: date,
  to: Schema.optionalKey(date),
  window: Schema.optionalKey(TimeWindow.TimeWindow),
  reason: Wording
})

/** Puts a room back into service from a date on. */
export const PutRoomBack = Schema.TaggedStruct("PutRoomBack", { ...room, outage: OutageId, from: date })

/**
 * Books a room for a time of a day; over midnight is two bookings.
 *
 * Shape: `activity` and `series` refer to what takes place there (P-24, P-25, P-26, H-16).
 */
export const BookRoom = Schema.TaggedStruct("BookRoom", {
  ...room,
  booking: BookingId,
  date,
  window: TimeWindow.TimeWindow,
  by: Booker,
  attendees: Schema.optionalKey(People),
  activity: Schema.optionalKey(Code),
  series: Schema.optionalKey(Code)
})

/** Takes a booking back. */
export const CancelBooking = Schema.TaggedStruct("CancelBooking", { ...room, booking: BookingId })

/** Everything that can be asked of rooms. */
export const Command = Schema.Union([
  FurnishRoom,
  RetireRoom,
  SetRoomHours,
  TakeRoomOut,
  PutRoomBack,
  BookRoom,
  CancelBooking
]).pipe(Schema.toTaggedUnion("_tag"))
export type Command = typeof Command.Type
