import { CivilDate, Count, Identifier, Text, TimeWindow } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { Days } from "./Days.ts"
import { AllocationId, Code, FacilityId, StationId } from "./StationCode.ts"

const date = CivilDate.CivilDate
const unit = Identifier.UnitId
const facility = { facility: FacilityId }

/** The times of some days at which what is shared is for an audience. */
export const SharedWindow = Schema.Struct({ days: Days, windows: TimeWindow.TimeWindows })
export type SharedWindow = typeof SharedWindow.Type

/**
 * Registers a canteen, parking spaces, a class (H-14, H-16, W-09).
 *
 * Shape: `quantity` says of how many this is, as exactly as it is known; `operator` runs it, `provider` gives what it
 * takes.
 */
export const RegisterFacility = Schema.TaggedStruct("RegisterFacility", {
  ...facility,
  kind: Code,
  names: Text.Text,
  place: unit,
  station: Schema.optionalKey(StationId),
  quantity: Count.Count,
  operator: Schema.optionalKey(unit),
  provider: Schema.optionalKey(unit),
  audiences: Schema.optionalKey(Schema.NonEmptyArray(Code)),
  from: date
})

/** Says of how many a facility is from a date on. */
export const ResizeFacility = Schema.TaggedStruct("ResizeFacility", { ...facility, quantity: Count.Count, from: date })

/** Closes a facility for good. */
export const CloseFacility = Schema.TaggedStruct("CloseFacility", { ...facility, to: date })

/** Says when a facility is for an audience from a date on; at no time when there are no windows (H-15). */
export const SetSharedWindows = Schema.TaggedStruct("SetSharedWindows", {
  ...facility,
  audience: Code,
  shared: Schema.Array(SharedWindow),
  from: date
})

/** Gives a unit some of what is shared, at a time of some days that is its audience's (H-15). */
export const AllocateSpaces = Schema.TaggedStruct("AllocateSpaces", {
  ...facility,
  allocation: AllocationId,
  audience: Code,
  unit,
  spaces: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 1_000_000 })),
  days: Days,
  window: TimeWindow.TimeWindow,
  from: date,
  to: Schema.optionalKey(date)
})

/** Ends an allocation; `from` is the first day without it. */
export const ReleaseSpaces = Schema.TaggedStruct("ReleaseSpaces", { ...facility, allocation: AllocationId, from: date })

/** Everything that can be asked of facilities. */
export const Command = Schema.Union([
  RegisterFacility,
  ResizeFacility,
  CloseFacility,
  SetSharedWindows,
  AllocateSpaces,
  ReleaseSpaces
]).pipe(Schema.toTaggedUnion("_tag"))
export type Command = typeof Command.Type
