import { CivilDate, Identifier } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { Code, Request, TeamId, WishId, Wording } from "./Code.ts"

const on = CivilDate.CivilDate
const { UnitId, PersonId } = Identifier
const of = { wish: WishId, request: Request }

/** Whoever claims a wish: a person, a unit, or a volunteer team of a place. */
export const Claimant = Schema.Union([
  Schema.Struct({ person: PersonId }),
  Schema.Struct({ place: UnitId, team: TeamId }),
  Schema.Struct({ unit: UnitId })
])
export type Claimant = typeof Claimant.Type

/**
 * Posts a micro-wish.
 *
 * Shape: whose wish it is is an id, and what it says beyond its kind is kept in the vault under the id of the wish:
 * nothing of it is recorded for good. `place` is where it is to be fulfilled.
 * Source: W-12, D-13.
 */
export const PostWish = Schema.TaggedStruct("PostWish", {
  wish: WishId,
  owner: PersonId,
  kind: Code,
  place: UnitId,
  on
})

/** Claims a wish; there is one claim at a time. */
export const ClaimWish = Schema.TaggedStruct("ClaimWish", { ...of, by: Claimant, on })

/** Names somebody else who may fulfil a wish for its claimant. */
export const DelegateWish = Schema.TaggedStruct("DelegateWish", { ...of, by: Claimant, to: Claimant, on })

/** Gives a claim up, so that somebody else can claim the wish. */
export const ReleaseWish = Schema.TaggedStruct("ReleaseWish", {
  ...of,
  by: Claimant,
  reason: Schema.optionalKey(Wording),
  on
})

/** Says that a wish is fulfilled: by its claimant, a delegate, or a member of the team that claimed it. */
export const FulfilWish = Schema.TaggedStruct("FulfilWish", { ...of, by: Claimant, on })

/** The owner says whether the wish is fulfilled; if not it goes back to its claimant. */
export const ConfirmWish = Schema.TaggedStruct("ConfirmWish", {
  ...of,
  by: PersonId,
  satisfied: Schema.Boolean,
  on
})

/** The owner takes a wish back. */
export const WithdrawWish = Schema.TaggedStruct("WithdrawWish", { ...of, by: PersonId, on })

/** Everything that can be asked of wishes. */
export const Command = Schema.Union([
  PostWish,
  ClaimWish,
  DelegateWish,
  ReleaseWish,
  FulfilWish,
  ConfirmWish,
  WithdrawWish
]).pipe(Schema.toTaggedUnion("_tag"))
export type Command = typeof Command.Type
