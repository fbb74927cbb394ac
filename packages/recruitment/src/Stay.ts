import { CivilDate, Identifier, Text } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { Code, Wording } from "./Code.ts"
import { ProspectId } from "./Prospect.ts"

const on = CivilDate.CivilDate
const amount = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))

/** Names a transitional office. */
export const OfficeId = Code.pipe(Schema.brand("OfficeId"))
export type OfficeId = typeof OfficeId.Type

/** Names a stay. */
export const StayId = Code.pipe(Schema.brand("StayId"))
export type StayId = typeof StayId.Type

/**
 * A place where firms may begin: desks and rooms, ready to move in.
 *
 * Shape: with `freeMonths` a stay is free for so many calendar months and ends then unless it is extended; without, it
 * has no term. Units: area in square metres.
 * Source: H-26 (three months), W-08 (no term, forty seats).
 */
export const Office = Schema.Struct({
  office: OfficeId,
  place: Identifier.UnitId,
  names: Text.Text,
  seats: amount,
  rooms: amount,
  area: Schema.optionalKey(Schema.Finite.check(Schema.isGreaterThan(0))),
  freeMonths: Schema.optionalKey(Schema.Int.check(Schema.isGreaterThan(0))),
  from: on
})
export type Office = typeof Office.Type

const stay = { stay: StayId }

/** Opens a transitional office. */
export const OpenOffice = Schema.TaggedStruct("OpenOffice", Office.fields)

/** Gives an office another number of seats and rooms from a date on. */
export const ResizeOffice = Schema.TaggedStruct("ResizeOffice", {
  office: OfficeId,
  seats: amount,
  rooms: amount,
  from: on
})

/** Closes an office. */
export const CloseOffice = Schema.TaggedStruct("CloseOffice", { office: OfficeId, on })

/** Lets a firm begin in an office. Shape: it is a prospect, or an enterprise of the city, or both. */
export const StartStay = Schema.TaggedStruct("StartStay", {
  ...stay,
  office: OfficeId,
  prospect: Schema.optionalKey(ProspectId),
  enterprise: Schema.optionalKey(Identifier.UnitId),
  seats: amount,
  rooms: amount,
  from: on
})

/** Lets a firm stay longer. Shape: `until` is the first day it is gone. */
export const ExtendStay = Schema.TaggedStruct("ExtendStay", { ...stay, until: on, reason: Wording, on })

/** Ends a stay: the firm settled in the city, or left. */
export const EndStay = Schema.TaggedStruct("EndStay", {
  ...stay,
  outcome: Schema.Literals(["settled", "left"]),
  tenant: Schema.optionalKey(Identifier.UnitId),
  on
})

/** Everything that can be asked of transitional offices. */
export const StayCommand = Schema.Union([OpenOffice, ResizeOffice, CloseOffice, StartStay, ExtendStay, EndStay]).pipe(
  Schema.toTaggedUnion("_tag")
)
export type StayCommand = typeof StayCommand.Type
