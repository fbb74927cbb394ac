import { Fact } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import * as Command from "./RoomCommand.ts"

/** A station has a room. */
export const RoomFurnished = Fact.of("RoomFurnished", Command.FurnishRoom.fields)
/** A room is given up, or will be on a date that is known. */
export const RoomRetired = Fact.of("RoomRetired", Command.RetireRoom.fields)
/** A room has hours of its own. */
export const RoomHoursSet = Fact.of("RoomHoursSet", Command.SetRoomHours.fields)
/** A room is out of service for a time. */
export const RoomTakenOut = Fact.of("RoomTakenOut", Command.TakeRoomOut.fields)
/** A room is back in service. */
export const RoomPutBack = Fact.of("RoomPutBack", Command.PutRoomBack.fields)
/** A room was booked. */
export const RoomBooked = Fact.of("RoomBooked", Command.BookRoom.fields)
export type RoomBooked = typeof RoomBooked.Type
/** A booking was taken back. */
export const BookingCancelled = Fact.of("BookingCancelled", Command.CancelBooking.fields)

/** Everything that is recorded of rooms. */
export const Event = Schema.Union([
  RoomFurnished,
  RoomRetired,
  RoomHoursSet,
  RoomTakenOut,
  RoomPutBack,
  RoomBooked,
  BookingCancelled
]).pipe(Schema.toTaggedUnion("_tag"))
export type Event = typeof Event.Type

const tags = {
  FurnishRoom: "RoomFurnished",
  RetireRoom: "RoomRetired",
  SetRoomHours: "RoomHoursSet",
  TakeRoomOut: "RoomTakenOut",
  PutRoomBack: "RoomPutBack",
  BookRoom: "RoomBooked",
  CancelBooking: "BookingCancelled"
} as const satisfies Record<Command.Command["_tag"], Event["_tag"]>

/** The fact a command leads to when it is obeyed: the same fields, in the past tense. */
export const of = (command: Command.Command): Event =>
  // Every fact above is made from the fields of its command; the link between the two tags is the table.
  ({ ...command, _tag: tags[command._tag] }) as Event

/** The version of the shape of every event. */
export const schemaVersion = 1
