import type { Decider } from "@louyu/kernel"
import type { Catalogue } from "./Catalogue.ts"
import * as Category from "./Category.ts"
import type { Command } from "./Command.ts"
import type { Event } from "./Event.ts"
import type { MatchingError } from "./MatchingError.ts"
import * as Concluding from "./rules/Concluding.ts"
import * as Fairing from "./rules/Fairing.ts"
import * as Listing from "./rules/Listing.ts"
import * as Matches from "./rules/Matching.ts"
import * as Needing from "./rules/Needing.ts"
import * as Planning from "./rules/Planning.ts"
import * as Resourcing from "./rules/Resourcing.ts"
import type { Context, Decision, Decisions, Effects, Facts } from "./rules/Rule.ts"
import * as State from "./State.ts"

export type { Facts } from "./rules/Rule.ts"

const decisions: Decisions<Command["_tag"]> = {
  ...Listing.decisions,
  ...Resourcing.decisions,
  ...Needing.decisions,
  ...Matches.decisions,
  ...Planning.decisions,
  ...Concluding.decisions,
  ...Fairing.decisions
}
const effects: Effects<Event["_tag"]> = {
  ...Listing.effects,
  ...Resourcing.effects,
  ...Needing.effects,
  ...Matches.effects,
  ...Planning.effects,
  ...Concluding.effects,
  ...Fairing.effects
}

// The tables are total by their types; only the link between a tag and its own handler is lost in the look-up.
const decideAny = decisions as Record<
  Command["_tag"],
  (context: Context, state: State.State, command: Command) => Decision
>
const evolveAny = effects as Record<string, (state: State.State, event: Event) => State.State>

/** Adds a fact to the lists. Needs no catalogue: facts stay facts when the categories change. */
export const evolve = (state: State.State, event: Event): State.State => evolveAny[event._tag]?.(state, event) ?? state

/** The write side of the three lists of a city. */
export type MatchingDecider = Decider.Decider<Command, State.State, Event, MatchingError, Facts>

/**
 * The rules of service lists, resources, needs, matches, projects and fairs under a city's catalogue.
 *
 * Shape: a command that changes nothing gives no events.
 * Source: P-23, P-30, P-31, W-05, W-06, W-08, invariant 9.
 */
export const decider = ({ categories, fields = [] }: Catalogue): MatchingDecider => ({
  initial: State.initial,
  evolve,
  decide: (state, command, facts) =>
    decideAny[command._tag]({ categories: Category.of(categories), fields, facts }, state, command)
})
