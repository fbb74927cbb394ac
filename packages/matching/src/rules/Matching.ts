import { CivilDate } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as Option from "effect/Option"
import * as Result from "effect/Result"
import * as Match from "../Match.ts"
import { AmountExceeded, type MatchingError, NeedIndivisible, NotPossible, RatingOutOfScale } from "../MatchingError.ts"
import * as State from "../State.ts"
import { roomFor } from "./Listing.ts"
import { open } from "./Needing.ts"
import * as Rule from "./Rule.ts"

type Tag =
  | "ProposeMatch"
  | "AcceptMatch"
  | "RejectMatch"
  | "WithdrawMatch"
  | "DeliverMatch"
  | "RateMatch"
  | "CloseMatch"

const periodOf = ({ from, to }: Match.Proposal) => (to === undefined ? { from } : { from, to })

/** Demands that a match stands where something can be done about it. */
const standing = (
  state: State.State,
  id: Match.MatchId,
  statuses: ReadonlyArray<Match.Status>,
  action: string
): Result.Result<Match.Match, MatchingError> =>
  Result.flatMap(Rule.known(State.match(state, id), "match", id), (known) =>
    statuses.includes(known.status)
      ? Result.succeed(known)
      : Result.fail(new NotPossible({ sort: "match", id, status: known.status, action }))
  )

/** Demands that the quantity of a match fits what is still open of its need, and its offer has room. */
const checkFits = (
  state: State.State,
  { need: id, offer, quantity, ...rest }: Match.Proposal,
  action: string
): Rule.Checked =>
  Result.flatMap(open(state, id, action), (known): Rule.Checked => {
    const { open: left } = State.amounts(state, known)
    if (quantity > left) return Result.fail(new AmountExceeded({ sort: "need", id, asked: quantity, left }))
    if (known.need.divisible !== true && quantity !== known.need.quantity) {
      return Result.fail(new NeedIndivisible({ need: id, quantity: known.need.quantity }))
    }
    const use = { quantity, period: periodOf({ need: id, offer, quantity, ...rest }) }
    return roomFor(state, offer, use, use.period.from)
  })

export const decisions: Rule.Decisions<Tag> = {
  ProposeMatch: (_context, state, { _tag, ...proposal }) =>
    Rule.entered("match", proposal.match, State.match(state, proposal.match)?.proposal, proposal, () =>
      Rule.when(
        Rule.all(
          () => Rule.ordered(proposal.from, proposal.to),
          () => checkFits(state, proposal, "ProposeMatch")
        ),
        () => Rule.facts({ _tag: "MatchProposed", ...proposal })
      )
    ),
  AcceptMatch: (_context, state, { match: id, on }) => {
    const before = State.match(state, id)
    if (before?.accepted !== undefined) return Rule.nothing
    return Result.flatMap(standing(state, id, ["proposed"], "AcceptMatch"), ({ proposal }) =>
      Rule.when(checkFits(state, proposal, "AcceptMatch"), () => Rule.facts({ _tag: "MatchAccepted", match: id, on }))
    )
  },
  RejectMatch: (_context, state, { _tag, ...fields }) => {
    const { match: id, reason } = fields
    const before = State.match(state, id)
    if (before?.status === "rejected" && before.reason === reason) return Rule.nothing
    return Result.flatMap(standing(state, id, ["proposed"], "RejectMatch"), () =>
      Rule.when(Rule.impersonal(id, reason), () => Rule.facts({ _tag: "MatchRejected", ...fields }))
    )
  },
  WithdrawMatch: (_context, state, { _tag, ...fields }) => {
    const { match: id, reason } = fields
    const before = State.match(state, id)
    if (before?.status === "withdrawn" && before.reason === reason) return Rule.nothing
    return Result.flatMap(standing(state, id, ["proposed", "accepted"], "WithdrawMatch"), () =>
      Rule.when(Rule.impersonal(id, reason), () => Rule.facts({ _tag: "MatchWithdrawn", ...fields }))
    )
  },
  DeliverMatch: (_context, state, { _tag, ...fields }) => {
    const { match: id, quantity, on } = fields
    const before = State.match(state, id)
    // A delivery told once more is no news; two alike on one day are told as one.
    if (before?.deliveries.some((one) => one.on === on && one.quantity === quantity) === true) return Rule.nothing
    return Result.flatMap(standing(state, id, ["accepted", "delivered"], "DeliverMatch"), (known): Rule.Decision => {
      const left = known.proposal.quantity - known.delivered
      if (quantity > left) return Result.fail(new AmountExceeded({ sort: "match", id, asked: quantity, left }))
      return Rule.facts({ _tag: "MatchDelivered", ...fields })
    })
  },
  RateMatch: (_context, state, { _tag, ...fields }) => {
    const { match: id, stars, side, on } = fields
    if (stars < 1 || stars > 5) return Result.fail(new RatingOutOfScale({ match: id, stars }))
    const before = State.match(state, id)
    const is = (one: Match.Rating) => one.side === side && one.stars === stars && one.on === on
    if (before?.ratings.some(is) === true) return Rule.nothing
    return Result.flatMap(standing(state, id, ["delivered", "closed"], "RateMatch"), () =>
      Rule.facts({ _tag: "MatchRated", ...fields })
    )
  },
  CloseMatch: (_context, state, { match: id, on }) => {
    if (State.match(state, id)?.status === "closed") return Rule.nothing
    return Result.flatMap(standing(state, id, ["delivered"], "CloseMatch"), () =>
      Rule.facts({ _tag: "MatchClosed", match: id, on })
    )
  }
}

const change = (
  state: State.State,
  id: Match.MatchId,
  f: (known: Match.Match) => Partial<Match.Match>
): State.State => ({
  ...state,
  matches: HashMap.modify(state.matches, id, (known) => ({ ...known, ...f(known) }))
})

// The first day by which so much was delivered, in whatever order that was told.
const deliveredBy = (matches: ReadonlyArray<Match.Match>, quantity: number): CivilDate.CivilDate | undefined => {
  let left = quantity
  return matches
    .flatMap(({ deliveries }) => deliveries)
    .toSorted((a, b) => CivilDate.compare(a.on, b.on))
    .find((one) => {
      left -= one.quantity
      return left <= 0
    })?.on
}

// A need is met from the day on which all of it was delivered, unless a project had met it before.
const meet = (state: State.State, id: Match.MatchId): State.State => {
  const need = State.match(state, id)?.proposal.need
  const known = need === undefined ? undefined : State.need(state, need)
  if (need === undefined || known?.status !== "open") return state
  const ended = deliveredBy(State.matchesOf(state, need).filter(Match.isCommitted), known.need.quantity)
  if (ended === undefined) return state
  return { ...state, needs: HashMap.set(state.needs, need, { ...known, status: "met" as const, ended }) }
}

export const effects: Rule.Effects<
  | "MatchProposed"
  | "MatchAccepted"
  | "MatchRejected"
  | "MatchWithdrawn"
  | "MatchDelivered"
  | "MatchRated"
  | "MatchClosed"
> = {
  MatchProposed: (state, { _tag, ...proposal }) => {
    const { match: id, need, offer } = proposal
    const key = Match.keyOf(offer)
    const others = Option.getOrElse(HashMap.get(state.byOffer, key), (): ReadonlyArray<Match.MatchId> => [])
    const made: Match.Match = {
      proposal,
      status: "proposed",
      accepted: undefined,
      ended: undefined,
      reason: undefined,
      delivered: 0,
      deliveries: [],
      ratings: [],
      followUp: false
    }
    return {
      ...state,
      matches: HashMap.set(state.matches, id, made),
      byOffer: HashMap.set(state.byOffer, key, [...others, id]),
      needs: HashMap.modify(state.needs, need, (known) => ({ ...known, matches: [...known.matches, id] }))
    }
  },
  MatchAccepted: (state, { match: id, on }) => change(state, id, () => ({ status: "accepted", accepted: on })),
  MatchRejected: (state, { match: id, on, reason }) =>
    change(state, id, () => ({ status: "rejected", ended: on, reason })),
  MatchWithdrawn: (state, { match: id, on, reason }) =>
    change(state, id, () => ({ status: "withdrawn", ended: on, reason })),
  MatchDelivered: (state, { match: id, quantity, on }) => {
    const later = change(state, id, ({ delivered, deliveries }) => ({
      status: "delivered",
      delivered: delivered + quantity,
      deliveries: [...deliveries, { on, quantity }]
    }))
    return meet(later, id)
  },
  MatchRated: (state, { match: id, side, stars, followUp, on }) =>
    change(state, id, (known) => ({
      ratings: [...known.ratings, { side, stars, ...(followUp === undefined ? {} : { followUp }), on }].toSorted(
        (a, b) => CivilDate.compare(a.on, b.on)
      ),
      followUp: followUp ?? known.followUp
    })),
  MatchClosed: (state, { match: id, on }) => change(state, id, () => ({ status: "closed", ended: on }))
}
