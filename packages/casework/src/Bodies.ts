import type { Decider } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as HashSet from "effect/HashSet"
import * as Option from "effect/Option"
import * as Result from "effect/Result"
import type { Command } from "./BodyCommand.ts"
import { type BodyError, BodyPartUnknown } from "./BodyError.ts"
import * as Event from "./BodyEvent.ts"
import * as State from "./BodyState.ts"
import * as Meeting from "./meeting/Meeting.ts"
import * as Rule from "./meeting/Rule.ts"
import * as Seating from "./meeting/Seating.ts"
import * as Tasking from "./meeting/Tasking.ts"

export type { Facts } from "./meeting/Rule.ts"

const checks: Rule.Checks<Exclude<Command["_tag"], "FoundBody">> = {
  ...Seating.checks,
  ...Meeting.checks,
  ...Tasking.checks
}
const effects: Rule.Effects<Exclude<Event.Event["_tag"], "BodyFounded">> = {
  ...Seating.effects,
  ...Meeting.effects,
  ...Tasking.effects
}

// The tables are total by their types; only the link between a tag and its own handler is lost in the look-up.
const checkAny = checks as Record<string, (facts: Rule.Facts, body: State.Body, command: Command) => Rule.Checked>
const evolveAny = effects as Record<string, (body: State.Body, event: Event.Event) => State.Body>

const unknown = (id: string) => Result.fail(new BodyPartUnknown({ sort: "body", id }))

const check = (facts: Rule.Facts, state: State.State, body: State.Body | undefined, command: Command): Rule.Checked => {
  if (command._tag === "FoundBody") return Seating.founding(facts, state, command)
  if (body === undefined) return unknown(command.body)
  const { body: id, on: founded } = body.founded
  return Rule.all(
    Rule.inOrder("body", id, command.on, founded),
    () => checkAny[command._tag]?.(facts, body, command) ?? Rule.fine
  )
}

const founded = (state: State.State, event: typeof Event.BodyFounded.Type): State.State => ({
  ...state,
  places: event.kind.onePerPlace
    ? HashMap.set(state.places, `${event.kind.id} ${event.place}`, event.body)
    : state.places
})

const about = (state: State.State, event: typeof Event.ItemPutOnAgenda.Type): State.State => {
  const { body, item, subject } = event
  if (!("case" in subject)) return state
  const known = Option.getOrElse(HashMap.get(state.cases, subject.case), () => [])
  return { ...state, cases: HashMap.set(state.cases, subject.case, [...known, { body, item }]) }
}

const evolve = (state: State.State, event: Event.Event): State.State => {
  const before = event._tag === "BodyFounded" ? State.founding(event) : State.body(state, event.body)
  if (before === undefined) throw new Error(`invariant: body ${event.body} is founded`)
  const after = evolveAny[event._tag]?.(before, event) ?? before
  const bodies = HashMap.set(state.bodies, event.body, { ...after, told: HashSet.add(after.told, event) })
  if (event._tag === "BodyFounded") return { ...founded(state, event), bodies }
  if (event._tag === "ItemPutOnAgenda") return { ...about(state, event), bodies }
  return { ...state, bodies }
}

/**
 * The rules of bodies that deliberate: seats, meetings, matters, decisions, and the tasks that come of them.
 *
 * Shape: a command that is obeyed gives one fact with its fields; what was said before, word for word, gives none.
 * Source: 1.6 (one deliberation engine), P-27, P-30, W-17 to W-21, D-06, F-09.
 */
export const decider: Decider.Decider<Command, State.State, Event.Event, BodyError, Rule.Facts> = {
  initial: State.initial,
  evolve,
  decide: (state, command, facts) => {
    const body = State.body(state, command.body)
    const event = Event.of(command)
    if (body !== undefined && HashSet.has(body.told, event)) return Result.succeed([])
    return Result.map(check(facts, state, body, command), () => [event])
  }
}
