import { Check, type CivilDate, type Identifier, Period, PersonalData } from "@louyu/kernel"
import * as Equal from "effect/Equal"
import * as Result from "effect/Result"
import type { Categories, CategoryId } from "../Category.ts"
import type { Command } from "../Command.ts"
import type { Event } from "../Event.ts"
import type { Field } from "../Field.ts"
import { IdTaken, type MatchingError, NotFound, PersonalDataFound, type Sort } from "../MatchingError.ts"
import type { State } from "../State.ts"

/** What the lists need to know of the rest of the city. */
export interface Facts {
  /** Whether a unit exists on a date. */
  readonly exists: (unit: Identifier.UnitId, on: CivilDate.CivilDate) => boolean
}

/** What a command leads to: the facts, in order, or the reason it is refused. */
export type Decision = Result.Result<ReadonlyArray<Event>, MatchingError>

/** A check that lets a command go on, or the reason it does not. */
export type Checked = Check.Check<MatchingError>

/** What every rule can use besides the lists. */
export interface Context {
  readonly categories: Categories
  readonly fields: ReadonlyArray<Field>
  readonly facts: Facts
}

/** The rules that answer some commands. */
export type Decisions<Tag extends Command["_tag"]> = {
  readonly [K in Tag]: (context: Context, state: State, command: Extract<Command, { readonly _tag: K }>) => Decision
}

/** What some facts change. */
export type Effects<Tag extends Event["_tag"]> = {
  readonly [K in Tag]: (state: State, event: Extract<Event, { readonly _tag: K }>) => State
}

/** Nothing changes. */
export const nothing: Decision = Result.succeed([])

/** Exactly these facts. */
export const facts = (...events: ReadonlyArray<Event>): Decision => Result.succeed(events)

/** Nothing is wrong. */
export const fine: Checked = Check.fine

/** The first check that fails, if any; later ones are not made. */
export const all: (...checks: ReadonlyArray<() => Checked>) => Checked = Check.all

/** Makes a decision when the checks pass. */
export const when = (checked: Checked, decide: () => Decision): Decision => Result.flatMap(checked, decide)

/** Demands that something is known. */
export const known = <A>(value: A | undefined, sort: Sort, id: string): Result.Result<A, NotFound> =>
  value === undefined ? Result.fail(new NotFound({ sort, id })) : Result.succeed(value)

/**
 * Decides about something that is entered under an id of its own: the same once more is no news, another one is refused.
 */
export const entered = (sort: Sort, id: string, before: unknown, now: unknown, decide: () => Decision): Decision => {
  if (before === undefined) return decide()
  return Equal.equals(before, now) ? nothing : Result.fail(new IdTaken({ sort, id }))
}

/** Demands that a unit exists on a date. */
export const existing = ({ facts: { exists } }: Context, unit: Identifier.UnitId, on: CivilDate.CivilDate): Checked =>
  exists(unit, on) ? fine : Result.fail(new NotFound({ sort: "unit", id: unit }))

/** Demands that a category is one of the city's. */
export const sorted = ({ categories }: Context, id: CategoryId | undefined): Checked =>
  id === undefined || categories.byId.has(id) ? fine : Result.fail(new NotFound({ sort: "category", id }))

/** Demands that a text holds nothing that leads to a person. */
export const impersonal = (id: string, text: string): Checked => {
  const traces = PersonalData.traces(text)
  return traces.length === 0 ? fine : Result.fail(new PersonalDataFound({ id, traces }))
}

/** Demands that an end comes after its beginning. */
export const ordered = (from: CivilDate.CivilDate, to: CivilDate.CivilDate | undefined): Checked =>
  Result.map(Period.make(from, to), () => undefined)
