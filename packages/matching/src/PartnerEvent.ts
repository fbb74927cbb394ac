import * as Schema from "effect/Schema"
import * as PartnerCommand from "./PartnerCommand.ts"

const { _tag: _1, ...published } = PartnerCommand.PublishPosting.fields
const { _tag: _2, ...ended } = PartnerCommand.EndPosting.fields
const { _tag: _3, ...taken } = PartnerCommand.TakePosition.fields
const { _tag: _4, ...left } = PartnerCommand.LeavePosition.fields
const { _tag: _5, ...proposed } = PartnerCommand.ProposePartnership.fields
const { _tag: _6, ...answered } = PartnerCommand.AnswerPartnership.fields
const { _tag: _7, ...exchanged } = PartnerCommand.RecordExchange.fields

/** Something was offered or wanted. */
export const PostingPublished = Schema.TaggedStruct("PostingPublished", published)
/** A posting was taken off the board. */
export const PostingEnded = Schema.TaggedStruct("PostingEnded", ended)
/** An enterprise has a position in a chain. */
export const PositionTaken = Schema.TaggedStruct("PositionTaken", taken)
/** An enterprise has left a position in a chain. */
export const PositionLeft = Schema.TaggedStruct("PositionLeft", left)
/** A partnership was proposed. */
export const PartnershipProposed = Schema.TaggedStruct("PartnershipProposed", proposed)
/** One side answered. */
export const PartnershipAnswered = Schema.TaggedStruct("PartnershipAnswered", answered)
/** Something was given. */
export const ExchangeRecorded = Schema.TaggedStruct("ExchangeRecorded", exchanged)

/** Every fact of the board of partners. The tag is the event's type in the store. */
export const PartnerEvent = Schema.Union([
  PostingPublished,
  PostingEnded,
  PositionTaken,
  PositionLeft,
  PartnershipProposed,
  PartnershipAnswered,
  ExchangeRecorded
]).pipe(Schema.toTaggedUnion("_tag"))
export type PartnerEvent = typeof PartnerEvent.Type

/** The version of the shape of every event. */
export const schemaVersion = 1
