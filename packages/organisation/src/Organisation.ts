import type { Decider } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import type { Command } from "./Command.ts"
import type { Event } from "./Event.ts"
import * as Lineage from "./Lineage.ts"
import type { OrganisationError } from "./OrganisationError.ts"
import * as Allying from "./rules/Allying.ts"
import * as Branching from "./rules/Branching.ts"
import * as Gridding from "./rules/Gridding.ts"
import * as Guiding from "./rules/Guiding.ts"
import * as Identification from "./rules/Identification.ts"
import * as Lifecycle from "./rules/Lifecycle.ts"
import * as Membership from "./rules/Membership.ts"
import * as Naming from "./rules/Naming.ts"
import type { Context, Decision, Decisions, Effects } from "./rules/Rule.ts"
import * as Standing from "./rules/Standing.ts"
import * as Succession from "./rules/Succession.ts"
import * as Tenure from "./rules/Tenure.ts"
import * as State from "./State.ts"
import type { Structure } from "./Structure.ts"
import * as StructureIndex from "./StructureIndex.ts"
import * as Touched from "./Touched.ts"

const decisions: Decisions<Command["_tag"]> = {
  ...Lifecycle.decisions,
  ...Standing.decisions,
  ...Naming.decisions,
  ...Succession.decisions,
  ...Membership.decisions,
  ...Branching.decisions,
  ...Allying.decisions,
  ...Guiding.decisions,
  ...Gridding.decisions,
  ...Identification.decisions,
  ...Tenure.decisions
}

const effects: Effects<Event["_tag"]> = {
  ...Lifecycle.effects,
  ...Standing.effects,
  ...Naming.effects,
  ...Succession.effects,
  ...Membership.effects,
  ...Branching.effects,
  ...Allying.effects,
  ...Guiding.effects,
  ...Gridding.effects,
  ...Identification.effects,
  ...Tenure.effects
}

// The tables are total by their types; only the link between a tag and its own handler is lost in the look-up.
const decideAny = decisions as Record<string, (context: Context, state: State.State, command: Command) => Decision>
const evolveAny = effects as Record<string, (state: State.State, event: Event) => State.State>

/**
 * Adds a fact to the organisation.
 *
 * Needs no structure: facts stay facts when the rules change.
 */
export const evolve = (state: State.State, event: Event): State.State => {
  const next = evolveAny[event._tag]?.(state, event) ?? state
  return { ...next, lineage: Lineage.note(state.lineage, Touched.by(state, event), HashMap.size(next.units)) }
}

/** The organisation's write side. */
export type OrganisationDecider = Decider.Decider<Command, State.State, Event, OrganisationError>

/**
 * The rules of the organisation under a city's structure.
 *
 * Shape: a command that changes nothing gives no events, so that a city can be loaded again and again.
 * Source: architecture, "The decider"; invariants 1 to 5.
 */
export const decider = (structure: Structure): OrganisationDecider => {
  const context: Context = { index: StructureIndex.make(structure), evolve }
  return {
    // A lineage of its own: what is compiled from one tenant's states is neither kept for another's nor by it.
    initial: { ...State.initial, lineage: Lineage.begin() },
    evolve,
    decide: (state, command) => (decideAny[command._tag] as (typeof decideAny)[string])(context, state, command)
  }
}
