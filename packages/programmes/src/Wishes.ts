import type { CivilDate, Decider, Identifier } from "@louyu/kernel"
import type { TeamId } from "./Code.ts"
import * as Desk from "./Desk.ts"
import { ProgrammePartUnknown, type ProgrammesError } from "./ProgrammesError.ts"
import * as Rule from "./Rule.ts"
import { NotClaimant, NotWishOwner, WishAlreadyClaimed } from "./VolunteerError.ts"
import * as Wish from "./Wish.ts"
import type { Claimant, Command } from "./WishCommand.ts"
import type { Event } from "./WishEvent.ts"

type Date = CivilDate.CivilDate

/** What wishes need to know of the rest of the city. */
export interface Facts extends Rule.Facts {
  /** Whether a place has a volunteer team on a date. */
  readonly hasTeam: (place: Identifier.UnitId, team: TeamId, on: CivilDate.CivilDate) => boolean
  /** Whether a person is in a volunteer team on a date. */
  readonly isInTeam: (
    place: Identifier.UnitId,
    team: TeamId,
    person: Identifier.PersonId,
    on: CivilDate.CivilDate
  ) => boolean
}

const standing = (
  { posted, standing: now }: Wish.Wish,
  { _tag }: Command,
  ...allowed: ReadonlyArray<Wish.Wish["standing"]>
) => Rule.standing("wish", posted.wish, now, _tag, ...allowed)

const existing = (facts: Facts, by: Claimant, on: Date) => (): Rule.Checked => {
  if ("person" in by) return Rule.fine
  if ("unit" in by) return Rule.existing(facts, on, [by.unit])()
  return Rule.demand(
    facts.hasTeam(by.place, by.team, on),
    () => new ProgrammePartUnknown({ sort: "team", id: by.team })
  )
}

const isBehind = (facts: Facts, by: Claimant, claimant: Claimant, on: Date): boolean =>
  Wish.claimantKey(by) === Wish.claimantKey(claimant) ||
  ("team" in claimant && "person" in by && facts.isInTeam(claimant.place, claimant.team, by.person, on))

// The claimant acts, or somebody of the team that claimed; to fulfil also a delegate.
const claiming = (facts: Facts, wish: Wish.Wish, by: Claimant, on: Date, delegates: boolean) => (): Rule.Checked => {
  const claim = Wish.claim(wish)
  const may = claim === undefined ? [] : [claim.by, ...(delegates ? claim.delegates : [])]
  return Rule.demand(
    may.some((one) => isBehind(facts, by, one, on)),
    () => new NotClaimant({ wish: wish.posted.wish, delegates })
  )
}

const owning =
  ({ posted }: Wish.Wish, by: Identifier.PersonId) =>
  (): Rule.Checked =>
    Rule.demand(posted.owner === by, () => new NotWishOwner({ wish: posted.wish }))

const changeClaim = (wish: Wish.Wish, f: (claim: Wish.Claim) => Wish.Claim): ReadonlyArray<Wish.Claim> =>
  wish.claims.map((claim, at) => (at === wish.claims.length - 1 ? f(claim) : claim))

/**
 * The rules of micro-wishes: one claim at a time, fulfilled by whoever claimed, confirmed by the owner.
 *
 * Shape: a command that is obeyed gives one fact with its fields; what was said before, word for word, gives none.
 * Cost: O(log n) a command.
 * Source: W-12, D-13.
 */
export const decider: Decider.Decider<Command, Wish.State, Event, ProgrammesError, Facts> = Desk.decider<
  Command,
  Wish.Wish,
  Event,
  Facts,
  "PostWish",
  "WishPosted"
>({
  sort: "wish",
  key: ({ wish }) => wish,
  tags: {
    PostWish: "WishPosted",
    ClaimWish: "WishClaimed",
    DelegateWish: "WishDelegated",
    ReleaseWish: "WishReleased",
    FulfilWish: "WishFulfilled",
    ConfirmWish: "WishConfirmed",
    WithdrawWish: "WishWithdrawn"
  },
  opens: "PostWish",
  start: (posted) => {
    return {
      ...Desk.begun<Event>(posted.on),
      posted,
      claims: [],
      fulfilled: undefined,
      confirmed: undefined,
      standing: "posted"
    }
  },
  opening: ({ place, on }, facts) => Rule.existing(facts, on, [place])(),
  checks: {
    ClaimWish: (wish, command, facts) =>
      Rule.all(
        () => Rule.demand(wish.standing !== "claimed", () => new WishAlreadyClaimed({ wish: command.wish })),
        standing(wish, command, "posted"),
        existing(facts, command.by, command.on)
      ),
    DelegateWish: (wish, command, facts) =>
      Rule.all(
        standing(wish, command, "claimed"),
        claiming(facts, wish, command.by, command.on, false),
        existing(facts, command.to, command.on)
      ),
    ReleaseWish: (wish, command, facts) =>
      Rule.all(standing(wish, command, "claimed"), claiming(facts, wish, command.by, command.on, false)),
    FulfilWish: (wish, command, facts) =>
      Rule.all(standing(wish, command, "claimed"), claiming(facts, wish, command.by, command.on, true)),
    ConfirmWish: (wish, command) => Rule.all(standing(wish, command, "fulfilled"), owning(wish, command.by)),
    WithdrawWish: (wish, command) => Rule.all(standing(wish, command, "posted", "claimed"), owning(wish, command.by))
  },
  effects: {
    WishClaimed: (wish, { by, on }) => ({
      ...wish,
      claims: [...wish.claims, { by, delegates: [], on, released: undefined }],
      standing: "claimed"
    }),
    WishDelegated: (wish, { to }) => ({
      ...wish,
      claims: changeClaim(wish, (claim) => ({ ...claim, delegates: [...claim.delegates, to] }))
    }),
    WishReleased: (wish, { on }) => ({
      ...wish,
      claims: changeClaim(wish, (claim) => ({ ...claim, released: on })),
      standing: "posted"
    }),
    WishFulfilled: (wish, { on }) => ({ ...wish, fulfilled: on, standing: "fulfilled" }),
    WishConfirmed: (wish, { satisfied, on }) =>
      satisfied
        ? { ...wish, confirmed: on, standing: "confirmed" }
        : { ...wish, fulfilled: undefined, standing: "claimed" },
    WishWithdrawn: (wish, { on }) => ({
      ...wish,
      claims: changeClaim(wish, (claim) => ({ ...claim, released: claim.released ?? on })),
      standing: "withdrawn"
    })
  }
})
