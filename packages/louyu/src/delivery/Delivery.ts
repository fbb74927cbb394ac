import { Fact, Identifier, Text } from "@louyu/kernel"
import { Message, Notifier } from "@louyu/ports"
import { Notifications } from "@louyu/profiles"
import * as Schema from "effect/Schema"

const { UnitId, PersonId, EventId } = Identifier
const words = Schema.NonEmptyString
/** Milliseconds since 1970. */
const instant = Schema.Int
const worker = Schema.String.check(Schema.isMinLength(1), Schema.isMaxLength(100))
const positive = Schema.Int.check(Schema.isGreaterThan(0))

/** One fact as a message tells it. */
export const Item = Schema.Struct({ event: EventId, text: Text.Text, place: Schema.optionalKey(UnitId) })
export type Item = typeof Item.Type

// Every command names the channel it belongs to.
const channel = { over: Notifications.ChannelRef }
const of = { ...channel, key: Message.DeliveryKey }

/**
 * Enters something that is to be told over a channel, or adds to what waits there under the same key.
 *
 * Shape: `people` are those a channel for single people is to reach; their addresses are asked of the vault when it is
 * sent. Units: `at` and `notBefore` in milliseconds since 1970.
 */
export const PlanDelivery = Schema.TaggedStruct("PlanDelivery", {
  ...of,
  rule: words,
  title: Text.Text,
  item: Item,
  urgency: Schema.Literals(["low", "normal", "high"]),
  people: Schema.optionalKey(Schema.NonEmptyArray(PersonId)),
  notBefore: instant,
  at: instant
})

/**
 * Takes the next delivery of a channel for one attempt, until an instant.
 *
 * Shape: `rate` is what the channel takes at most; several who ask at the same time are told apart by the store.
 */
export const ClaimDelivery = Schema.TaggedStruct("ClaimDelivery", {
  ...of,
  worker,
  until: instant,
  rate: Schema.optionalKey(Schema.Struct({ messages: positive, perMillis: positive })),
  at: instant
})

/** Says what became of an attempt, and when to try again if at all. */
export const EndAttempt = Schema.TaggedStruct("EndAttempt", {
  ...of,
  attempt: positive,
  outcome: Notifier.Outcome,
  again: Schema.optionalKey(instant),
  at: instant
})

/** Lets a channel work again that was disabled. */
export const EnableChannel = Schema.TaggedStruct("EnableChannel", { ...channel, at: instant })

/** Puts a delivery that was given up into the queue again, under its old key. */
export const ReplayDelivery = Schema.TaggedStruct("ReplayDelivery", { ...of, at: instant })

/** Gives a delivery up. */
export const DropDelivery = Schema.TaggedStruct("DropDelivery", { ...of, reason: words, at: instant })

/** Everything that can be asked of deliveries. */
export const Command = Schema.Union([
  PlanDelivery,
  ClaimDelivery,
  EndAttempt,
  EnableChannel,
  ReplayDelivery,
  DropDelivery
]).pipe(Schema.toTaggedUnion("_tag"))
export type Command = typeof Command.Type

/** Something is to be told. */
export const DeliveryPlanned = Fact.of("DeliveryPlanned", PlanDelivery.fields)
/** One more fact goes out with a message that waits. */
export const DeliveryJoined = Schema.TaggedStruct("DeliveryJoined", { ...of, item: Item, at: instant })
/** Somebody began an attempt. */
export const AttemptBegun = Schema.TaggedStruct("AttemptBegun", {
  ...of,
  attempt: positive,
  worker,
  until: instant,
  at: instant
})
/** An attempt ended. */
export const AttemptEnded = Fact.of("AttemptEnded", EndAttempt.fields)
/** A delivery was given up: it can be replayed. */
export const DeliveryGivenUp = Fact.of("DeliveryGivenUp", DropDelivery.fields)
/** A delivery waits again. */
export const DeliveryReplayed = Fact.of("DeliveryReplayed", ReplayDelivery.fields)
/** Nothing gets through a channel until somebody mends it. */
export const ChannelDisabled = Schema.TaggedStruct("ChannelDisabled", { ...channel, reason: words, at: instant })
/** A channel works again. */
export const ChannelEnabled = Fact.of("ChannelEnabled", EnableChannel.fields)

/** Everything that is recorded of deliveries. */
export const Event = Schema.Union([
  DeliveryPlanned,
  DeliveryJoined,
  AttemptBegun,
  AttemptEnded,
  DeliveryGivenUp,
  DeliveryReplayed,
  ChannelDisabled,
  ChannelEnabled
]).pipe(Schema.toTaggedUnion("_tag"))
export type Event = typeof Event.Type

/** The version of the shape of every event. */
export const schemaVersion = 1
