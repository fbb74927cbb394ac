import { Fact } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import * as Command from "./StationCommand.ts"

/** A station opened. */
export const StationOpened = Fact.of("StationOpened", Command.OpenStation.fields)
/** A station closed, or will on a date that is known. */
export const StationClosed = Fact.of("StationClosed", Command.CloseStation.fields)
/** A station belongs to a main one. */
export const StationAttached = Fact.of("StationAttached", Command.AttachStation.fields)
/** A sub-station belongs to another main one. */
export const StationReattached = Fact.of("StationReattached", Command.ReattachStation.fields)
/** A station stands alone. */
export const StationDetached = Fact.of("StationDetached", Command.DetachStation.fields)
/** A sub-station took the place of its main one. */
export const StationPromoted = Fact.of("StationPromoted", Command.PromoteStation.fields)
/** A cluster has a main station. */
export const NetworkFounded = Fact.of("NetworkFounded", Command.FoundNetwork.fields)
/** It is known how a station comes by its rooms. */
export const SpaceArranged = Fact.of("SpaceArranged", Command.ArrangeSpace.fields)
/** It is known whom a station serves. */
export const AudiencesAddressed = Fact.of("AudiencesAddressed", Command.AddressAudiences.fields)
/** A station stands for labels of a set. */
export const StationLabelled = Fact.of("StationLabelled", Command.LabelStation.fields)
/** A station was assessed. */
export const StationAssessed = Fact.of("StationAssessed", Command.AssessStation.fields)
/** A station has opening hours. */
export const StationHoursSet = Fact.of("StationHoursSet", Command.SetStationHours.fields)
/** It is known whom a station reaches. */
export const CatchmentDescribed = Fact.of("CatchmentDescribed", Command.DescribeCatchment.fields)

/** Everything that is recorded of stations. */
export const Event = Schema.Union([
  StationOpened,
  StationClosed,
  StationAttached,
  StationReattached,
  StationDetached,
  StationPromoted,
  NetworkFounded,
  SpaceArranged,
  AudiencesAddressed,
  StationLabelled,
  StationAssessed,
  StationHoursSet,
  CatchmentDescribed
]).pipe(Schema.toTaggedUnion("_tag"))
export type Event = typeof Event.Type

const tags = {
  OpenStation: "StationOpened",
  CloseStation: "StationClosed",
  AttachStation: "StationAttached",
  ReattachStation: "StationReattached",
  DetachStation: "StationDetached",
  PromoteStation: "StationPromoted",
  FoundNetwork: "NetworkFounded",
  ArrangeSpace: "SpaceArranged",
  AddressAudiences: "AudiencesAddressed",
  LabelStation: "StationLabelled",
  AssessStation: "StationAssessed",
  SetStationHours: "StationHoursSet",
  DescribeCatchment: "CatchmentDescribed"
} as const satisfies Record<Command.Command["_tag"], Event["_tag"]>

/** The fact a command leads to when it is obeyed: the same fields, in the past tense. */
export const of = (command: Command.Command): Event =>
  // Every fact above is made from the fields of its command; the link between the two tags is the table.
  ({ ...command, _tag: tags[command._tag] }) as Event

/** The version of the shape of every event. */
export const schemaVersion = 1
