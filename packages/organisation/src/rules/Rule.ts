import type { CivilDate } from "@louyu/kernel"
import { type Period, Timeline } from "@louyu/kernel"
import * as Result from "effect/Result"
import type { Command } from "../Command.ts"
import type { Event } from "../Event.ts"
import type { OrganisationError } from "../OrganisationError.ts"
import type { State } from "../State.ts"
import type { StructureIndex } from "../StructureIndex.ts"

/** What a command of the organisation leads to: the facts, in order, or the reason it is refused. */
export type Decision = Result.Result<ReadonlyArray<Event>, OrganisationError>

/** What every rule can use besides the state: the structure, and the way to see what its own facts will change. */
export interface Context {
  readonly index: StructureIndex
  readonly evolve: (state: State, event: Event) => State
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

/** Decides one thing after another, each in the light of the ones before; all or nothing. */
export const inTurn = (context: Context, state: State, steps: Iterable<(state: State) => Decision>): Decision => {
  const events: Array<Event> = []
  let current = state
  for (const decide of steps) {
    const decided = decide(current)
    if (Result.isFailure(decided)) return decided
    for (const event of decided.success) {
      events.push(event)
      current = context.evolve(current, event)
    }
  }
  return Result.succeed(events)
}

/** Dates of a fact in an event. */
export interface Dated {
  readonly from: CivilDate.CivilDate
  readonly to?: CivilDate.CivilDate
}

/** The dates of an event as a period. */
export const during = ({ from, to }: Dated): Period.Period => (to === undefined ? { from } : { from, to })

const earliest = (...dates: ReadonlyArray<CivilDate.CivilDate | undefined>): CivilDate.CivilDate | undefined =>
  dates.reduce((a, b) => (a === undefined ? b : b === undefined || a <= b ? a : b), undefined)

/**
 * How long something that begins on a date will hold: up to the end asked for, the next change already planned, or the
 * end of the lives it depends on, whichever comes first.
 */
export const holds = (
  from: CivilDate.CivilDate,
  ...ends: ReadonlyArray<CivilDate.CivilDate | undefined>
): Period.Period => {
  const to = earliest(...ends)
  return to === undefined ? { from } : { from, to }
}

/** Tells whether a timeline already has a value on every day of a period, so that setting it would change nothing. */
export const alreadyHolds = <A>(
  timeline: Timeline.Timeline<A>,
  period: Period.Period,
  same: (value: A) => boolean
): boolean =>
  Timeline.gaps(
    timeline.filter((entry) => same(entry.value)),
    period
  ).length === 0
