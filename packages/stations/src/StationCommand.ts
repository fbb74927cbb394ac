import { CivilDate, Count, Identifier, Text } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { OpeningHours } from "./OpeningHours.ts"
import { Code, StationId } from "./StationCode.ts"

// `from` is the first day on which something is so, `to` the first on which it no longer is.
const date = CivilDate.CivilDate
const unit = Identifier.UnitId
const station = { station: StationId }

/** An area. Units: square metres, above 0, at most ten million. */
export const Area = Schema.Finite.check(Schema.isGreaterThan(0), Schema.isLessThanOrEqualTo(10_000_000))

/** How the stations around a main one are called: 1+N or 1+X. Source: H-10, P-17. */
export const Scheme = Schema.Literals(["1+N", "1+X"])
export type Scheme = typeof Scheme.Type

/** Where a station stands: it is the main one of its cluster, or it belongs to a main one, or it stands alone. */
export const Standing = Schema.Union([
  Schema.Struct({ tier: Schema.Literal("main"), cluster: unit, scheme: Schema.optionalKey(Scheme) }),
  Schema.Struct({ tier: Schema.Literal("sub"), main: StationId }),
  Schema.Struct({ tier: Schema.Literal("alone") })
])
export type Standing = typeof Standing.Type

/** How a station came by its rooms: they are its own, put together, exchanged, or used with others. Source: P-40. */
export const SpaceSource = Schema.Literals(["own", "integrated", "swapped", "shared"])
export type SpaceSource = typeof SpaceSource.Type

/** Opens a station at a place (H-09, P-17). */
export const OpenStation = Schema.TaggedStruct("OpenStation", {
  ...station,
  kind: Code,
  names: Text.Text,
  place: unit,
  standing: Standing,
  areaSquareMetres: Schema.optionalKey(Area),
  from: date
})

/** Closes a station for good; a main one only when no other belongs to it any more. */
export const CloseStation = Schema.TaggedStruct("CloseStation", { ...station, to: date })

/** Makes a station that stands alone one of a main station (H-10). */
export const AttachStation = Schema.TaggedStruct("AttachStation", { ...station, main: StationId, from: date })

/** Gives a sub-station another main one. */
export const ReattachStation = Schema.TaggedStruct("ReattachStation", { ...station, main: StationId, from: date })

/** Lets a sub-station, or a main one to which none belongs, stand alone. */
export const DetachStation = Schema.TaggedStruct("DetachStation", { ...station, from: date })

/** Puts a sub-station in the place of its main one, which becomes one of its subs as all others do. */
export const PromoteStation = Schema.TaggedStruct("PromoteStation", { ...station, from: date })

/** Makes a station the main one of a cluster that has none. */
export const FoundNetwork = Schema.TaggedStruct("FoundNetwork", {
  ...station,
  cluster: unit,
  scheme: Schema.optionalKey(Scheme),
  from: date
})

/** Says how a station comes by its rooms from a date on, and whose they are (P-40). */
export const ArrangeSpace = Schema.TaggedStruct("ArrangeSpace", {
  ...station,
  source: SpaceSource,
  owner: Schema.optionalKey(unit),
  areaSquareMetres: Schema.optionalKey(Area),
  from: date
})

/** Says whom a station serves from a date on, and which places around besides its own (P-17, P-40, F-13, H-24). */
export const AddressAudiences = Schema.TaggedStruct("AddressAudiences", {
  ...station,
  audiences: Schema.NonEmptyArray(Code),
  places: Schema.optionalKey(Schema.NonEmptyArray(unit)),
  from: date
})

/** Says for which labels of a set a station stands from a date on; for none when there are none (D-07, F-14). */
export const LabelStation = Schema.TaggedStruct("LabelStation", {
  ...station,
  set: Code,
  labels: Schema.Array(Code),
  from: date
})

/** Records which criteria of a standard a station met on a day (P-40). */
export const AssessStation = Schema.TaggedStruct("AssessStation", {
  ...station,
  standard: Code,
  met: Schema.Array(Code),
  on: date
})

/** Says when a station is open from a date on (P-24, H-23). */
export const SetStationHours = Schema.TaggedStruct("SetStationHours", { ...station, hours: OpeningHours, from: date })

/** Says whom a station reaches within how many minutes; counts keep how exactly they are known (H-23). */
export const DescribeCatchment = Schema.TaggedStruct("DescribeCatchment", {
  ...station,
  minutes: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 1440 })),
  enterprises: Schema.optionalKey(Count.Count),
  households: Schema.optionalKey(Count.Count),
  from: date
})

/** Everything that can be asked of the stations of a city. */
export const Command = Schema.Union([
  OpenStation,
  CloseStation,
  AttachStation,
  ReattachStation,
  DetachStation,
  PromoteStation,
  FoundNetwork,
  ArrangeSpace,
  AddressAudiences,
  LabelStation,
  AssessStation,
  SetStationHours,
  DescribeCatchment
]).pipe(Schema.toTaggedUnion("_tag"))
export type Command = typeof Command.Type
