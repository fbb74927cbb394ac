import * as Schema from "effect/Schema"

/** A short name for machines: a station, a room, a kind. Shape: 1 to 64 letters, digits, `.`, `_` or `-`. */
export const Code = Schema.String.check(Schema.isPattern(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u))
export type Code = typeof Code.Type

/** A few words that are recorded for good: nothing in them may lead to a person. */
export const Wording = Schema.String.check(Schema.isMinLength(1), Schema.isMaxLength(500))

/** Names a station. */
export const StationId = Code.pipe(Schema.brand("StationId"))
export type StationId = typeof StationId.Type

/** Names a room, unique over all stations. */
export const RoomId = Code.pipe(Schema.brand("RoomId"))
export type RoomId = typeof RoomId.Type

/** Names a time during which a room is out of service, within its room. */
export const OutageId = Code.pipe(Schema.brand("OutageId"))
export type OutageId = typeof OutageId.Type

/** Names a booking within its room. */
export const BookingId = Code.pipe(Schema.brand("BookingId"))
export type BookingId = typeof BookingId.Type

/** Names a device or a desk, unique over all stations. */
export const PointId = Code.pipe(Schema.brand("PointId"))
export type PointId = typeof PointId.Type

/** Names something that can be done at a device or a desk: a licence, a payment, a print-out. */
export const ItemId = Code.pipe(Schema.brand("ItemId"))
export type ItemId = typeof ItemId.Type

/** Names a facility: a canteen, parking spaces, a class. */
export const FacilityId = Code.pipe(Schema.brand("FacilityId"))
export type FacilityId = typeof FacilityId.Type

/** Names an allocation of what is shared by time, within its facility. */
export const AllocationId = Code.pipe(Schema.brand("AllocationId"))
export type AllocationId = typeof AllocationId.Type

/** Names what a department does at a station on a timetable. */
export const StationingId = Code.pipe(Schema.brand("StationingId"))
export type StationingId = typeof StationingId.Type
