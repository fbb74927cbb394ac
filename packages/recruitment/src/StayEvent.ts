import { CivilDate } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import * as Stay from "./Stay.ts"

const fact = <const Tag extends string, const F extends Schema.Struct.Fields>(
  tag: Tag,
  { _tag, ...fields }: F & { readonly _tag: unknown }
) => Schema.TaggedStruct(tag, fields)

/** An office was opened. */
export const OfficeOpened = fact("OfficeOpened", Stay.OpenOffice.fields)
/** An office has another number of seats and rooms. */
export const OfficeResized = fact("OfficeResized", Stay.ResizeOffice.fields)
/** An office was closed. */
export const OfficeClosed = fact("OfficeClosed", Stay.CloseOffice.fields)
/** A firm began in an office. Shape: without `until` the stay has no term. */
export const StayStarted = Schema.TaggedStruct("StayStarted", {
  ...fact("StayStarted", Stay.StartStay.fields).fields,
  until: Schema.optionalKey(CivilDate.CivilDate)
})
/** A firm may stay longer. */
export const StayExtended = fact("StayExtended", Stay.ExtendStay.fields)
/** A stay is over. */
export const StayEnded = fact("StayEnded", Stay.EndStay.fields)

/** Everything that is recorded of transitional offices. */
export const StayEvent = Schema.Union([
  OfficeOpened,
  OfficeResized,
  OfficeClosed,
  StayStarted,
  StayExtended,
  StayEnded
]).pipe(Schema.toTaggedUnion("_tag"))
export type StayEvent = typeof StayEvent.Type

/** The version of the shape of every event. */
export const schemaVersion = 1
