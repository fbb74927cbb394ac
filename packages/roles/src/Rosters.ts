import type { Decider, Identifier } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as Option from "effect/Option"
import type { Command } from "./Command.ts"
import type { Event } from "./Event.ts"
import type { Places } from "./Places.ts"
import type { RoleError } from "./RoleError.ts"
import type { RoleScheme } from "./RoleScheme.ts"
import * as Roles from "./Roles.ts"
import * as Roster from "./Roster.ts"

type UnitId = Identifier.UnitId
type PersonId = Identifier.PersonId

/**
 * All rosters of a city. What one person holds is held together here, so that rules about a person (posts that may not
 * meet, load) are kept across buildings and not only within one.
 */
export interface Rosters {
  readonly rosters: HashMap.HashMap<UnitId, Roster.Roster>
  // The rosters a person was ever appointed in.
  readonly places: HashMap.HashMap<PersonId, ReadonlyArray<UnitId>>
}

/** The rosters before anything happened. */
export const initial: Rosters = { rosters: HashMap.empty(), places: HashMap.empty() }

/** The roster of a unit. */
export const of = (state: Rosters, unit: UnitId): Roster.Roster =>
  Option.getOrElse(HashMap.get(state.rosters, unit), () => Roster.initial)

/** Every roster. */
export const all = (state: Rosters): Iterable<Roster.Roster> => HashMap.values(state.rosters)

/** What a person ever held in rosters other than one. */
const elsewhere =
  (state: Rosters, but: UnitId) =>
  (person: PersonId): ReadonlyArray<Roster.Holding> =>
    Option.getOrElse(HashMap.get(state.places, person), (): ReadonlyArray<UnitId> => [])
      .filter((unit) => unit !== but)
      .flatMap((unit) => of(state, unit).holdings.filter((one) => one.person === person))

/** Adds a fact. Cost: O(log rosters + what its roster holds). */
export const evolve = (state: Rosters, event: Event): Rosters => {
  const rosters = HashMap.set(state.rosters, event.roster, Roles.evolve(of(state, event.roster), event))
  if (event._tag !== "Appointed") return { ...state, rosters }
  const known = Option.getOrElse(HashMap.get(state.places, event.person), (): ReadonlyArray<UnitId> => [])
  if (known.includes(event.roster)) return { ...state, rosters }
  return { rosters, places: HashMap.set(state.places, event.person, [...known, event.roster]) }
}

/** The write side of all rosters of a city. Facts are the units posts belong to. */
export type RostersDecider = Decider.Decider<Command, Rosters, Event, RoleError, Places>

/**
 * The rules of all rosters of a city under its role schemes.
 *
 * Source: P-06, H-06 (concurrent posts are judged across buildings), invariant 6.
 */
export const decider = (schemes: ReadonlyArray<RoleScheme>): RostersDecider => {
  const one = Roles.decider(schemes)
  return {
    initial,
    evolve,
    decide: (state, command, places) =>
      one.decide(of(state, command.roster), command, { places, elsewhere: elsewhere(state, command.roster) })
  }
}
