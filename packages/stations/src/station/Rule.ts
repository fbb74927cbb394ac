import { Check, type CivilDate } from "@louyu/kernel"
import type { Exists } from "../Demand.ts"
import type { StationCatalogue } from "../StationCatalogue.ts"
import type { Command } from "../StationCommand.ts"
import type { StationError } from "../StationError.ts"
import type { Event } from "../StationEvent.ts"
import type * as State from "../StationState.ts"

/** What stations need to know of the rest of the city. */
export interface Facts {
  /** Whether a unit or place exists on a date. */
  readonly exists: Exists
  /** The words in which the city speaks of its stations. */
  readonly catalogue: StationCatalogue
}

/** A check that lets a command go on, or the reason it does not. */
export type Checked = Check.Check<StationError>

/** The first check that fails, if any; later ones are not made. */
export const all: (...checks: ReadonlyArray<() => Checked>) => Checked = Check.all

/** The checks of some commands to a station that is there. */
export type Checks<Tag extends Command["_tag"]> = {
  readonly [K in Tag]: (
    scene: { readonly facts: Facts; readonly state: State.State; readonly station: State.Station },
    command: Extract<Command, { readonly _tag: K }>
  ) => Checked
}

/** What some facts change. */
export type Effects<Tag extends Event["_tag"]> = {
  readonly [K in Tag]: (state: State.State, event: Extract<Event, { readonly _tag: K }>) => State.State
}

/** The day from which, up to which or on which a command is about its station. */
export const dayOf = (command: Command): CivilDate.CivilDate =>
  "from" in command ? command.from : "on" in command ? command.on : command.to
