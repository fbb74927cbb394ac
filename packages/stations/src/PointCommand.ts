import { CivilDate, Count, Instant, Text } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { Code, ItemId, PointId, RoomId, StationId, Wording } from "./StationCode.ts"

const point = { point: PointId }
const told = { at: Instant.Instant }

/**
 * Lists something that can be done at a station, and how many minutes it takes there and took before (H-23).
 *
 * Shape: said again with other fields it replaces what was said.
 */
export const ListServiceItem = Schema.TaggedStruct("ListServiceItem", {
  item: ItemId,
  names: Text.Text,
  minutesBefore: Schema.optionalKey(Count.Count),
  minutesHere: Schema.optionalKey(Count.Count)
})

/** Puts up a device, or a desk with somebody behind it, with the items it offers (H-23, F-15, D-12). */
export const InstallServicePoint = Schema.TaggedStruct("InstallServicePoint", {
  ...point,
  sort: Schema.Literals(["device", "desk"]),
  kind: Code,
  names: Text.Text,
  station: StationId,
  room: Schema.optionalKey(RoomId),
  items: Schema.Array(ItemId),
  ...told
})

/** Says which items a device or desk offers from a moment on. */
export const AssignPointItems = Schema.TaggedStruct("AssignPointItems", {
  ...point,
  items: Schema.Array(ItemId),
  ...told
})

/** A device or desk is out of service from a moment on. */
export const FailServicePoint = Schema.TaggedStruct("FailServicePoint", { ...point, reason: Wording, ...told })

/** A device or desk is in service again. */
export const RestoreServicePoint = Schema.TaggedStruct("RestoreServicePoint", { ...point, ...told })

/** Takes a device or desk away for good. */
export const RemoveServicePoint = Schema.TaggedStruct("RemoveServicePoint", { ...point, ...told })

/** Counts how often a device or desk was used in a period, for one item or for all it offers (D-12). */
export const RecordPointUse = Schema.TaggedStruct("RecordPointUse", {
  ...point,
  item: Schema.optionalKey(ItemId),
  from: CivilDate.CivilDate,
  to: CivilDate.CivilDate,
  uses: Count.Count
})

/** Everything that can be asked of devices, desks and their items. */
export const Command = Schema.Union([
  ListServiceItem,
  InstallServicePoint,
  AssignPointItems,
  FailServicePoint,
  RestoreServicePoint,
  RemoveServicePoint,
  RecordPointUse
]).pipe(Schema.toTaggedUnion("_tag"))
export type Command = typeof Command.Type
