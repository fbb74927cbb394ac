import { type Decider, Period } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as HashSet from "effect/HashSet"
import * as Result from "effect/Result"
import * as Demand from "./Demand.ts"
import type { StationId } from "./StationCode.ts"
import type { Command, OpenStation } from "./StationCommand.ts"
import type { StationError } from "./StationError.ts"
import * as Event from "./StationEvent.ts"
import * as State from "./StationState.ts"
import * as Furnishing from "./station/Furnishing.ts"
import * as Networking from "./station/Networking.ts"
import * as Rule from "./station/Rule.ts"

export type { Facts } from "./station/Rule.ts"

const checks: Rule.Checks<Exclude<Command["_tag"], "OpenStation">> = { ...Networking.checks, ...Furnishing.checks }
const effects: Rule.Effects<Exclude<Event.Event["_tag"], "StationOpened">> = {
  ...Networking.effects,
  ...Furnishing.effects
}

// The tables are total by their types; only the link between a tag and its own handler is lost in the look-up.
const checkAny = checks as Record<string, (scene: object, command: Command) => Rule.Checked>
const evolveAny = effects as Record<string, (state: State.State, event: Event.Event) => State.State>

const opening = (facts: Rule.Facts, state: State.State, command: typeof OpenStation.Type): Rule.Checked => {
  const { station, kind, names, place, standing, from } = command
  return Rule.all(
    () => Demand.free(State.station(state, station), "station", station),
    () => Demand.named(facts.catalogue.stationKinds, "stationKind", [kind]),
    () => Demand.existing(facts.exists, from, place),
    () => Demand.impersonal(station, names),
    () => Networking.canOpen(facts, state, station, standing, from)
  )
}

const check = (facts: Rule.Facts, state: State.State, command: Command): Rule.Checked => {
  if (command._tag === "OpenStation") return opening(facts, state, command)
  return Result.flatMap(Demand.known(State.station(state, command.station), "station", command.station), (station) => {
    const on = Rule.dayOf(command)
    // The first day without a station is none of its days, and is the one a closing names.
    const lives = command._tag === "CloseStation" || Period.contains(station.life, on)
    return Rule.all(
      () => Demand.there(lives, "station", command.station),
      () => checkAny[command._tag]?.({ facts, state, station }, command) ?? Rule.all()
    )
  })
}

const opened = (state: State.State, event: typeof Event.StationOpened.Type): State.State => {
  const { station, standing, from } = event
  const stations = HashMap.set(state.stations, station, State.opening(event))
  return State.stand({ ...state, stations }, station, from, standing)
}

const remember = (state: State.State, station: StationId, event: Event.Event): State.State =>
  State.change(state, station, (one) => ({ ...one, told: HashSet.add(one.told, event) }))

const evolve = (state: State.State, event: Event.Event): State.State => {
  if (event._tag === "StationOpened") return remember(opened(state, event), event.station, event)
  if (State.station(state, event.station) === undefined) throw new Error(`invariant: station ${event.station} opened`)
  return remember(evolveAny[event._tag]?.(state, event) ?? state, event.station, event)
}

/**
 * The rules of stations: where they stand in a network, whose their rooms are, whom they serve and when.
 *
 * Shape: a command that is obeyed gives one fact with its fields; what was said before, word for word, gives none. On
 * every day a sub-station belongs to exactly one main station, a main one to none, and a cluster has at most one.
 * Cost: O(log n) a command; one that moves or ends a main station looks at the stations that ever belonged to it.
 * Source: H-09, H-10, P-17, P-18, P-40, invariant 7.
 */
export const decider: Decider.Decider<Command, State.State, Event.Event, StationError, Rule.Facts> = {
  initial: State.initial,
  evolve,
  decide: (state, command, facts) => {
    const event = Event.of(command)
    const known = State.station(state, command.station)
    if (known !== undefined && HashSet.has(known.told, event)) return Result.succeed([])
    return Result.map(check(facts, state, command), () => [event])
  }
}
