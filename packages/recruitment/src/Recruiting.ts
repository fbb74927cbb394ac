import type { Decider } from "@louyu/kernel"
import type { Command } from "./Command.ts"
import type { Event } from "./Event.ts"
import type { RecruitmentError } from "./RecruitmentError.ts"
import * as Assigning from "./rules/Assigning.ts"
import * as Departing from "./rules/Departing.ts"
import * as Following from "./rules/Following.ts"
import * as Moving from "./rules/Moving.ts"
import * as Opening from "./rules/Opening.ts"
import * as Piping from "./rules/Piping.ts"
import type { Decision, Decisions, Effects, Facts } from "./rules/Rule.ts"
import * as State from "./State.ts"

export type { Facts } from "./rules/Rule.ts"

const decisions: Decisions<Command["_tag"]> = {
  ...Piping.decisions,
  ...Opening.decisions,
  ...Assigning.decisions,
  ...Following.decisions,
  ...Moving.decisions,
  ...Departing.decisions
}
const effects: Effects<Event["_tag"]> = {
  ...Piping.effects,
  ...Opening.effects,
  ...Assigning.effects,
  ...Following.effects,
  ...Moving.effects,
  ...Departing.effects
}

// The tables are total by their types; only the link between a tag and its own handler is lost in the look-up.
const decideAny = decisions as Record<Command["_tag"], (facts: Facts, state: State.State, command: Command) => Decision>
const evolveAny = effects as Record<string, (state: State.State, event: Event) => State.State>

/**
 * The rules of pipelines and prospects of a city.
 *
 * Shape: a command that changes nothing gives no events. A prospect moves only as its pipeline allows on that day; what
 * went out stays out unless the pipeline lets it be taken up again.
 * Source: H-25, 1.7, invariant 12.
 */
export const decider: Decider.Decider<Command, State.State, Event, RecruitmentError, Facts> = {
  initial: State.initial,
  evolve: (state, event) => evolveAny[event._tag]?.(state, event) ?? state,
  decide: (state, command, facts) => decideAny[command._tag](facts, state, command)
}
