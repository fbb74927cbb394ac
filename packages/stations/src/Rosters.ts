import { CivilDate, type Decider } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as HashSet from "effect/HashSet"
import * as Result from "effect/Result"
import type { Command } from "./RosterCommand.ts"
import { type RosterError, RosterPartUnknown } from "./RosterError.ts"
import * as Event from "./RosterEvent.ts"
import * as State from "./RosterState.ts"
import * as Attending from "./roster/Attending.ts"
import * as Changing from "./roster/Changing.ts"
import * as Planning from "./roster/Planning.ts"
import type * as Rule from "./roster/Rule.ts"

export type { Facts } from "./roster/Rule.ts"

const checks: Rule.Checks<Exclude<Command["_tag"], "DraftRoster">> = {
  ...Planning.checks,
  ...Changing.checks,
  ...Attending.checks
}
const effects: Rule.Effects<Exclude<Event.Event["_tag"], "RosterDrafted">> = {
  ...Planning.effects,
  ...Changing.effects,
  ...Attending.effects
}

// The tables are total by their types; only the link between a tag and its own handler is lost in the look-up.
const checkAny = checks as Record<string, (scene: Rule.Scene, command: Command) => Rule.Checked>
const evolveAny = effects as Record<string, (roster: State.Roster, event: Event.Event) => State.Roster>

type Decided = Result.Result<ReadonlyArray<Event.Event>, RosterError>

const decide = (state: State.State, command: Command, facts: Rule.Facts): Decided => {
  const roster = State.roster(state, command.roster)
  if (roster !== undefined && HashSet.has(roster.told, Event.saying(command))) return Result.succeed([])
  if (command._tag === "DraftRoster") {
    return Result.map(Planning.drafting(facts, roster, command), () => [Event.of(command)])
  }
  if (roster === undefined) return Result.fail(new RosterPartUnknown({ sort: "roster", id: command.roster }))
  const scene = { facts, state, roster }
  return Result.flatMap(
    checkAny[command._tag]?.(scene, command) ?? Result.succeed(undefined),
    (): Decided =>
      command._tag === "GenerateRoster"
        ? Result.map(Planning.generating(scene, command), (event) => [event])
        : Result.succeed([Event.of(command)])
  )
}

const evolve = (state: State.State, event: Event.Event): State.State => {
  const before = event._tag === "RosterDrafted" ? State.drafting(event) : State.roster(state, event.roster)
  if (before === undefined) throw new Error(`invariant: roster ${event.roster} is drafted`)
  const after = evolveAny[event._tag]?.(before, event) ?? before
  const last = "on" in event ? CivilDate.max(after.last, event.on) : after.last
  const told = HashSet.add(after.told, Event.said(event))
  return { rosters: HashMap.set(state.rosters, event.roster, { ...after, last, told }) }
}

/**
 * The rules of rosters by which organisations take turns on duty at stations.
 *
 * Shape: a command that is obeyed gives one fact with its fields, a generation also who is on which slot; what was said
 * before, word for word, gives none.
 * Source: P-19, invariant 8, R3-15 to R3-19.
 */
export const decider: Decider.Decider<Command, State.State, Event.Event, RosterError, Rule.Facts> = {
  initial: State.initial,
  evolve,
  decide
}
