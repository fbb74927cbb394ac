import { Check, type CivilDate, type Identifier, Period } from "@louyu/kernel"
import * as Equal from "effect/Equal"
import * as HashMap from "effect/HashMap"
import * as HashSet from "effect/HashSet"
import * as Option from "effect/Option"
import * as Result from "effect/Result"
import type { Command } from "../Command.ts"
import type { Event } from "../Event.ts"
import type { ProspectId } from "../Prospect.ts"
import {
  IdTaken,
  NotFound,
  NotPossible,
  OutOfOrder,
  PersonalDataFound,
  type RecruitmentError,
  type Sort
} from "../RecruitmentError.ts"
import * as State from "../State.ts"

/** What recruitment needs to know of the rest of the city. */
export interface Facts {
  /** Whether a unit exists on a date. */
  readonly exists: (unit: Identifier.UnitId, on: CivilDate.CivilDate) => boolean
}

/** What a command leads to: the facts, in order, or the reason it is refused. */
export type Decision = Result.Result<ReadonlyArray<Event>, RecruitmentError>

/** A check that lets a command go on, or the reason it does not. */
export type Checked = Check.Check<RecruitmentError>

/** The rules that answer some commands. */
export type Decisions<Tag extends Command["_tag"]> = {
  readonly [K in Tag]: (facts: Facts, state: State.State, command: Extract<Command, { readonly _tag: K }>) => Decision
}

/** What some facts change. */
export type Effects<Tag extends Event["_tag"]> = {
  readonly [K in Tag]: (state: State.State, event: Extract<Event, { readonly _tag: K }>) => State.State
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

/** Demands that units exist on a date; those nobody names are no matter. */
export const existing =
  ({ exists }: Facts, on: CivilDate.CivilDate, ...units: ReadonlyArray<Identifier.UnitId | undefined>) =>
  (): Checked => {
    const missing = units.find((unit) => unit !== undefined && !exists(unit, on))
    return missing === undefined ? fine : Result.fail(new NotFound({ sort: "unit", id: missing }))
  }

/** Demands that texts hold nothing that leads to a person. */
export const impersonal =
  (id: string, ...texts: ReadonlyArray<string | undefined>) =>
  (): Checked =>
    Check.impersonal(texts, (traces) => new PersonalDataFound({ id, traces }))

/** Demands that an end comes after its beginning. */
export const ordered = (from: CivilDate.CivilDate, to: CivilDate.CivilDate): Checked =>
  Result.map(Period.make(from, to), () => undefined)

/** Demands that nothing later moved a prospect. */
export const inOrder =
  ({ opened, last }: State.ProspectKnown, on: CivilDate.CivilDate) =>
  (): Checked =>
    on < last ? Result.fail(new OutOfOrder({ id: opened.prospect, on, last })) : fine

/** Demands that a prospect stands in one of some ways. */
export const standing =
  (
    { opened, standing: status }: State.ProspectKnown,
    action: Command["_tag"],
    ...allowed: ReadonlyArray<State.ProspectKnown["standing"]>
  ) =>
  (): Checked =>
    allowed.includes(status)
      ? fine
      : Result.fail(new NotPossible({ sort: "prospect", id: opened.prospect, status, action }))

/** Demands that a prospect is known. */
export const prospect = (state: State.State, id: ProspectId): Result.Result<State.ProspectKnown, NotFound> =>
  known(State.prospect(state, id), "prospect", id)

// Whoever looks after a prospect does so until it is won or gone.
const heldBy = ({ standing: status, won, holders }: State.ProspectKnown): Identifier.PersonId | undefined => {
  const current = holders.at(-1)
  const active = (status === "open" || status === "parked") && won === undefined
  return active && current !== undefined && current.to === undefined ? current.value : undefined
}

const moved = (
  held: State.State["held"],
  id: ProspectId,
  before: Identifier.PersonId | undefined,
  after: Identifier.PersonId | undefined
): State.State["held"] => {
  if (before === after) return held
  const without = before === undefined ? held : HashMap.modify(held, before, HashSet.remove(id))
  if (after === undefined) return without
  const having = Option.getOrElse(HashMap.get(without, after), () => HashSet.empty<ProspectId>())
  return HashMap.set(without, after, HashSet.add(having, id))
}

/** Changes what is known of a prospect. */
export const change = (
  state: State.State,
  id: ProspectId,
  f: (known: State.ProspectKnown) => State.ProspectKnown
): State.State => {
  const before = State.prospect(state, id)
  if (before === undefined) throw new Error(`invariant: prospect ${id} is known`)
  const after = f(before)
  return {
    ...state,
    prospects: HashMap.set(state.prospects, id, after),
    held: moved(state.held, id, heldBy(before), heldBy(after))
  }
}
