import { CivilDate, Fact } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import * as Stay from "./Stay.ts"

/** An office was opened. */
export const OfficeOpened = Fact.of("OfficeOpened", Stay.OpenOffice.fields)
/** An office has another number of seats and rooms. */
export const OfficeResized = Fact.of("OfficeResized", Stay.ResizeOffice.fields)
/** An office was closed. */
export const OfficeClosed = Fact.of("OfficeClosed", Stay.CloseOffice.fields)
/** A firm began in an office. Shape: without `until` the stay has no term. */
export const StayStarted = Fact.of("StayStarted", {
  ...Stay.StartStay.fields,
  until: Schema.optionalKey(CivilDate.CivilDate)
})
/** A firm may stay longer. */
export const StayExtended = Fact.of("StayExtended", Stay.ExtendStay.fields)
/** A stay is over. */
export const StayEnded = Fact.of("StayEnded", Stay.EndStay.fields)

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
