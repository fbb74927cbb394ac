import { Fact } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import * as Command from "./PointCommand.ts"

/** Something can be done at stations. */
export const ServiceItemListed = Fact.of("ServiceItemListed", Command.ListServiceItem.fields)
/** A device or desk is there. */
export const ServicePointInstalled = Fact.of("ServicePointInstalled", Command.InstallServicePoint.fields)
/** A device or desk offers other items. */
export const PointItemsAssigned = Fact.of("PointItemsAssigned", Command.AssignPointItems.fields)
/** A device or desk is out of service. */
export const ServicePointFailed = Fact.of("ServicePointFailed", Command.FailServicePoint.fields)
/** A device or desk is in service again. */
export const ServicePointRestored = Fact.of("ServicePointRestored", Command.RestoreServicePoint.fields)
/** A device or desk is gone. */
export const ServicePointRemoved = Fact.of("ServicePointRemoved", Command.RemoveServicePoint.fields)
/** It is known how often a device or desk was used. */
export const PointUseRecorded = Fact.of("PointUseRecorded", Command.RecordPointUse.fields)

/** Everything that is recorded of devices, desks and their items. */
export const Event = Schema.Union([
  ServiceItemListed,
  ServicePointInstalled,
  PointItemsAssigned,
  ServicePointFailed,
  ServicePointRestored,
  ServicePointRemoved,
  PointUseRecorded
]).pipe(Schema.toTaggedUnion("_tag"))
export type Event = typeof Event.Type

const tags = {
  ListServiceItem: "ServiceItemListed",
  InstallServicePoint: "ServicePointInstalled",
  AssignPointItems: "PointItemsAssigned",
  FailServicePoint: "ServicePointFailed",
  RestoreServicePoint: "ServicePointRestored",
  RemoveServicePoint: "ServicePointRemoved",
  RecordPointUse: "PointUseRecorded"
} as const satisfies Record<Command.Command["_tag"], Event["_tag"]>

/** The fact a command leads to when it is obeyed: the same fields, in the past tense. */
export const of = (command: Command.Command): Event =>
  // Every fact above is made from the fields of its command; the link between the two tags is the table.
  ({ ...command, _tag: tags[command._tag] }) as Event

/** The version of the shape of every event. */
export const schemaVersion = 1
