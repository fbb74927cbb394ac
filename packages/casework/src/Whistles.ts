import type { Decider } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as HashSet from "effect/HashSet"
import * as Result from "effect/Result"
import type { Command } from "./WhistleCommand.ts"
import { type WhistleError, WhistleOver, WhistlePartUnknown } from "./WhistleError.ts"
import * as Event from "./WhistleEvent.ts"
import * as State from "./WhistleState.ts"
import * as Rules from "./whistle/Rules.ts"

export type { Facts } from "./whistle/Rules.ts"

// The tables are total by their types; only the link between a tag and its own handler is lost in the look-up.
const checkAny = Rules.checks as Record<string, (whistle: State.Whistle, command: Command) => Rules.Checked>
const evolveAny = Rules.effects as Record<string, (whistle: State.Whistle, event: Event.Event) => State.Whistle>

const check = (facts: Rules.Facts, known: State.Whistle | undefined, command: Command): Rules.Checked => {
  if (command._tag === "BlowWhistle") return Rules.blowing(facts, known, command)
  const { whistle, _tag: action } = command
  if (known === undefined) return Result.fail(new WhistlePartUnknown({ sort: "whistle", id: whistle }))
  // What the caller thinks of it may be said afterwards.
  if (known.closed !== undefined && action !== "EvaluateWhistle") {
    return Result.fail(new WhistleOver({ whistle, action }))
  }
  return checkAny[action]?.(known, command) ?? Result.succeed(undefined)
}

const evolve = (state: State.State, event: Event.Event): State.State => {
  const before = event._tag === "WhistleBlown" ? State.blowing(event) : State.whistle(state, event.whistle)
  if (before === undefined) throw new Error(`invariant: whistle ${event.whistle} was blown`)
  const after = evolveAny[event._tag]?.(before, event) ?? before
  const last = Math.max(after.last, event.at)
  const told = HashSet.add(after.told, event)
  return { whistles: HashMap.set(state.whistles, event.whistle, { ...after, last, told }) }
}

/**
 * The rules of whistles: a caller calls departments, they report in, get tasks, resolve them, and the caller confirms.
 *
 * Shape: a command that is obeyed gives one fact with its fields; what was said before, word for word, gives none.
 * Source: D-08, 2.16, invariant 11.
 */
export const decider: Decider.Decider<Command, State.State, Event.Event, WhistleError, Rules.Facts> = {
  initial: State.initial,
  evolve,
  decide: (state, command, facts) => {
    const known = State.whistle(state, command.whistle)
    const event = Event.of(command)
    if (known !== undefined && HashSet.has(known.told, event)) return Result.succeed([])
    return Result.map(check(facts, known, command), () => [event])
  }
}
