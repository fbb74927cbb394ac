import { CivilDate, Identifier } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { CategoryId, Code } from "./Category.ts"
import { ChainId, PositionId } from "./IndustryChain.ts"
import { Wording } from "./Need.ts"

/** Names a posting. */
export const PostingId = Code.pipe(Schema.brand("PostingId"))
export type PostingId = typeof PostingId.Type

/** Names a partnership. */
export const PartnershipId = Code.pipe(Schema.brand("PartnershipId"))
export type PartnershipId = typeof PartnershipId.Type

const on = CivilDate.CivilDate
const { UnitId } = Identifier
const life = { from: on, to: Schema.optionalKey(on) }

/** Says what an enterprise offers to others or wants from them (H-34, W-20). */
export const PublishPosting = Schema.TaggedStruct("PublishPosting", {
  posting: PostingId,
  side: Schema.Literals(["offer", "want"]),
  enterprise: UnitId,
  category: CategoryId,
  text: Wording,
  ...life
})

/** Takes a posting off the board on a date. */
export const EndPosting = Schema.TaggedStruct("EndPosting", { posting: PostingId, on })

/** Gives an enterprise a position in an industry chain from a date on (H-32). */
export const TakePosition = Schema.TaggedStruct("TakePosition", {
  enterprise: UnitId,
  chain: ChainId,
  position: PositionId,
  ...life
})

/** Ends the position of an enterprise in a chain on a date. */
export const LeavePosition = Schema.TaggedStruct("LeavePosition", {
  enterprise: UnitId,
  chain: ChainId,
  position: PositionId,
  on
})

/** Proposes that one enterprise gives and another takes; both have to accept. Shape: `meeting` names the one it was proposed at (W-20). */
export const ProposePartnership = Schema.TaggedStruct("ProposePartnership", {
  partnership: PartnershipId,
  giver: UnitId,
  taker: UnitId,
  offer: Schema.optionalKey(PostingId),
  want: Schema.optionalKey(PostingId),
  meeting: Schema.optionalKey(Code),
  on
})

/** One side accepts or declines a partnership. */
export const AnswerPartnership = Schema.TaggedStruct("AnswerPartnership", {
  partnership: PartnershipId,
  side: Schema.Literals(["giver", "taker"]),
  accepts: Schema.Boolean,
  reason: Schema.optionalKey(Wording),
  on
})

/** Records that something was given within a partnership. Units: `worth` in points both sides agree on. */
export const RecordExchange = Schema.TaggedStruct("RecordExchange", {
  partnership: PartnershipId,
  exchange: Code,
  from: Schema.Literals(["giver", "taker"]),
  worth: Schema.Int.check(Schema.isGreaterThan(0)),
  on
})

/** Everything that can be asked of the board of partners. */
export const PartnerCommand = Schema.Union([
  PublishPosting,
  EndPosting,
  TakePosition,
  LeavePosition,
  ProposePartnership,
  AnswerPartnership,
  RecordExchange
]).pipe(Schema.toTaggedUnion("_tag"))
export type PartnerCommand = typeof PartnerCommand.Type
