import { CivilDate, Identifier } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { CategoryId, Code } from "./Category.ts"
import { NeedId } from "./Need.ts"
import { ResourceId } from "./Resource.ts"
import { ItemCode, ListId } from "./ServiceItem.ts"

/** Names a match. */
export const MatchId = Code.pipe(Schema.brand("MatchId"))
export type MatchId = typeof MatchId.Type

/**
 * An item of a service list at a place: what can be had there (R3-1).
 *
 * Shape: one item may be offered at many places, each with a capacity of its own.
 */
export const ItemAt = Schema.TaggedStruct("item", { list: ListId, item: ItemCode, place: Identifier.UnitId })
export type ItemAt = typeof ItemAt.Type

/** What meets a need: an item at a place, or a resource. */
export const Offer = Schema.Union([ItemAt, Schema.TaggedStruct("resource", { resource: ResourceId })]).pipe(
  Schema.toTaggedUnion("_tag")
)
export type Offer = typeof Offer.Type

/** The one text that stands for an offer, as key. Codes hold no blanks, so no two offers share a key. */
export const keyOf = (offer: Offer): string =>
  offer._tag === "item" ? `item ${offer.list} ${offer.item} ${offer.place}` : `resource ${offer.resource}`

/** Who rates: the one who wanted, or the one who gave. */
export const Side = Schema.Literals(["raiser", "owner"])
export type Side = typeof Side.Type

/** One part of why a match was proposed: how many points it gave. */
export const Reason = Schema.Struct({ part: Code, points: Schema.Int })

/** A need and what is to meet it, how much of it and when; with the reasons it was proposed for. */
export const Proposal = Schema.Struct({
  match: MatchId,
  need: NeedId,
  offer: Offer,
  quantity: Schema.Int.check(Schema.isGreaterThan(0)),
  from: CivilDate.CivilDate,
  to: Schema.optionalKey(CivilDate.CivilDate),
  category: Schema.optionalKey(CategoryId),
  reasons: Schema.optionalKey(Schema.Array(Reason)),
  on: CivilDate.CivilDate
})
export type Proposal = typeof Proposal.Type

/**
 * Where a match stands.
 *
 * Shape: `proposed` → `accepted` or `rejected`; `accepted` → `delivered`, wholly or in part, or `withdrawn`; `delivered`
 * → `closed`. Only an accepted or delivered match takes capacity.
 * Source: P-23, R3-10.
 */
export type Status = "proposed" | "accepted" | "rejected" | "withdrawn" | "delivered" | "closed"

/** That something was delivered. */
export interface Delivery {
  readonly on: CivilDate.CivilDate
  readonly quantity: number
}

/** How content one side was on a day, 1 (not at all) to 5 (fully), and whether somebody should ask again if it said so. */
export interface Rating {
  readonly side: Side
  readonly stars: number
  readonly followUp?: boolean
  readonly on: CivilDate.CivilDate
}

/** A match with what became of it. */
export interface Match {
  readonly proposal: Proposal
  readonly status: Status
  readonly accepted: CivilDate.CivilDate | undefined
  readonly ended: CivilDate.CivilDate | undefined
  readonly reason: string | undefined
  readonly delivered: number
  readonly deliveries: ReadonlyArray<Delivery>
  /** Oldest first; of one side the newest counts. */
  readonly ratings: ReadonlyArray<Rating>
  readonly followUp: boolean
}

/** The rating of one side that counts. */
export const ratingOf = ({ ratings }: Match, side: Side): number | undefined =>
  ratings.findLast((one) => one.side === side)?.stars

/** Tells whether a match takes capacity. */
export const isCommitted = ({ status }: Match): boolean =>
  status === "accepted" || status === "delivered" || status === "closed"
