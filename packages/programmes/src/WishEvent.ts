import { Fact } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import * as Command from "./WishCommand.ts"

/** A wish was posted. */
export const WishPosted = Fact.of("WishPosted", Command.PostWish.fields)
export type WishPosted = typeof WishPosted.Type
/** Somebody claimed a wish. */
export const WishClaimed = Fact.of("WishClaimed", Command.ClaimWish.fields)
/** Somebody else may fulfil a wish for its claimant. */
export const WishDelegated = Fact.of("WishDelegated", Command.DelegateWish.fields)
/** A claim was given up. */
export const WishReleased = Fact.of("WishReleased", Command.ReleaseWish.fields)
/** A wish is said to be fulfilled. */
export const WishFulfilled = Fact.of("WishFulfilled", Command.FulfilWish.fields)
/** The owner said whether a wish is fulfilled. */
export const WishConfirmed = Fact.of("WishConfirmed", Command.ConfirmWish.fields)
/** A wish was taken back. */
export const WishWithdrawn = Fact.of("WishWithdrawn", Command.WithdrawWish.fields)

/** Everything that is recorded of wishes. */
export const Event = Schema.Union([
  WishPosted,
  WishClaimed,
  WishDelegated,
  WishReleased,
  WishFulfilled,
  WishConfirmed,
  WishWithdrawn
]).pipe(Schema.toTaggedUnion("_tag"))
export type Event = typeof Event.Type

/** The version of the shape of every event. */
export const schemaVersion = 1
