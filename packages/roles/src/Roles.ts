import type { Decider } from "@louyu/kernel"
import type { Command } from "./Command.ts"
import type { Event } from "./Event.ts"
import type { RoleError } from "./RoleError.ts"
import type { RoleScheme } from "./RoleScheme.ts"
import * as Roster from "./Roster.ts"
import * as Adopting from "./rules/Adopting.ts"
import * as Appointing from "./rules/Appointing.ts"
import * as Granting from "./rules/Granting.ts"
import type { Context, Decision, Decisions, Effects, RoleFacts } from "./rules/Rule.ts"
import * as Substituting from "./rules/Substituting.ts"

export type { RoleFacts } from "./rules/Rule.ts"

const decisions: Decisions<Command["_tag"]> = {
  ...Adopting.decisions,
  ...Appointing.decisions,
  ...Substituting.decisions,
  ...Granting.decisions
}
const effects: Effects<Event["_tag"]> = {
  ...Adopting.effects,
  ...Appointing.effects,
  ...Substituting.effects,
  ...Granting.effects
}

// The tables are total by their types; only the link between a tag and its own handler is lost in the look-up.
const decideAny = decisions as Record<string, (context: Context, roster: Roster.Roster, command: Command) => Decision>
const evolveAny = effects as Record<string, (roster: Roster.Roster, event: Event) => Roster.Roster>

/** Adds a fact to a roster. Needs no schemes: facts stay facts when the rules change. */
export const evolve = (roster: Roster.Roster, event: Event): Roster.Roster =>
  evolveAny[event._tag]?.(roster, event) ?? roster

/** The write side of a roster. */
export type RolesDecider = Decider.Decider<Command, Roster.Roster, Event, RoleError, RoleFacts>

/**
 * The rules of rosters under a city's role schemes; one roster a building, committee or cluster.
 *
 * Shape: a command that changes nothing gives no events.
 * Source: P-06, P-34, H-06, invariant 6.
 */
export const decider = (schemes: ReadonlyArray<RoleScheme>): RolesDecider => ({
  initial: Roster.initial,
  evolve,
  decide: (roster, command, facts) =>
    (decideAny[command._tag] as (typeof decideAny)[string])({ schemes, facts, evolve }, roster, command)
})
