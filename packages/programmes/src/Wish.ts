import { type CivilDate, type Identifier, Period, Rate, Text } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import type { WishId } from "./Code.ts"
import * as Desk from "./Desk.ts"
import type { Claimant } from "./WishCommand.ts"
import type * as Event from "./WishEvent.ts"

type Date = CivilDate.CivilDate

/** A claim on a wish, and how long it held. */
export interface Claim {
  readonly by: Claimant
  readonly delegates: ReadonlyArray<Claimant>
  readonly on: Date
  readonly released: Date | undefined
}

/** A micro-wish with its claims. Shape: at most one claim, the last, is not released. Source: W-12, D-13. */
export interface Wish extends Desk.Story<Event.Event> {
  readonly posted: Event.WishPosted
  readonly claims: ReadonlyArray<Claim>
  readonly fulfilled: Date | undefined
  readonly confirmed: Date | undefined
  readonly standing: "posted" | "claimed" | "fulfilled" | "confirmed" | "withdrawn"
}

/** The wishes of a city. Immutable. */
export type State = Desk.Stories<Wish>

/** A wish. Cost: O(log n). */
export const get = (state: State, id: WishId): Wish | undefined => Desk.get(state, id)

/** Every wish, in no order. */
export const all = (state: State): Iterable<Wish> => HashMap.values(state)

/** The claim that holds; `undefined` when nobody has claimed the wish now. */
export const claim = ({ claims }: Wish): Claim | undefined => {
  const last = claims.at(-1)
  return last?.released === undefined ? last : undefined
}

/** One text for each claimant, to look it up by. */
export const claimantKey = (by: Claimant): string =>
  "person" in by ? `person ${by.person}` : "team" in by ? `team ${by.place} ${by.team}` : `unit ${by.unit}`

/** The wishes of a place (of all when none is named) that can be claimed, the oldest first. Cost: O(wishes). */
export const open = (state: State, place?: Identifier.UnitId): ReadonlyArray<Wish> => {
  const found: Array<Wish> = []
  for (const one of all(state)) {
    if (one.standing === "posted" && (place === undefined || one.posted.place === place)) found.push(one)
  }
  return found.sort((a, b) =>
    a.posted.on === b.posted.on ? (a.posted.wish < b.posted.wish ? -1 : 1) : a.posted.on < b.posted.on ? -1 : 1
  )
}

/** How many of the wishes that were posted came how far. */
export interface Rates {
  readonly claimed: Rate.Rate
  readonly fulfilled: Rate.Rate
  readonly confirmed: Rate.Rate
}

/**
 * The shares of the wishes posted in a period that were ever claimed, are fulfilled, and are confirmed by their owner.
 *
 * Shape: wishes taken back are left out; a confirmed wish counts as fulfilled and a fulfilled one as claimed.
 * Cost: O(wishes).
 * Source: W-12, D-13.
 */
export const rates = (state: State, posted: Period.Period, place?: Identifier.UnitId): Rates => {
  let [count, claimed, fulfilled, confirmed] = [0, 0, 0, 0]
  for (const one of all(state)) {
    if (one.standing === "withdrawn" || !Period.contains(posted, one.posted.on)) continue
    if (place !== undefined && one.posted.place !== place) continue
    count++
    if (one.claims.length > 0) claimed++
    if (one.standing === "fulfilled" || one.standing === "confirmed") fulfilled++
    if (one.standing === "confirmed") confirmed++
  }
  const of = (part: number): Rate.Rate => Rate.of(part, count, Text.of("征集的微心愿", "wishes posted"))
  return { claimed: of(claimed), fulfilled: of(fulfilled), confirmed: of(confirmed) }
}
