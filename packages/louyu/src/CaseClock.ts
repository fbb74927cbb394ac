import {
  type Case,
  type CaseworkSettings,
  type Command,
  Deadlines,
  CaseworkSettings as Settings
} from "@louyu/casework"
import type { Problem, WorkCalendar } from "@louyu/kernel"
import * as Effect from "effect/Effect"
import type { Cases } from "./CaseworkDomain.ts"
import { CommandsRefused, type Refusal } from "./CityError.ts"

/** A case the clock could do nothing for, and why. */
export interface Stuck {
  readonly case: Case.CaseId
  readonly failure: Problem.Problem
}

/**
 * What the clock did.
 *
 * Shape: `dated` cases have a due date they had not, or another one; `escalated` ones went up a level.
 */
export interface Ticked {
  readonly dated: ReadonlyArray<Case.CaseId>
  readonly escalated: ReadonlyArray<Case.CaseId>
  readonly stuck: ReadonlyArray<Stuck>
}

/** How the clock has its commands carried out: all of them or none. */
export type Carry<E> = (commands: ReadonlyArray<Command.Command>) => Effect.Effect<unknown, E | CommandsRefused>

// A case whose commands are refused waits for the next time; it does not keep the others waiting.
const without = (
  commands: ReadonlyArray<Command.Command>,
  refusals: ReadonlyArray<Refusal<Problem.Problem>>
): { readonly rest: ReadonlyArray<Command.Command>; readonly stuck: ReadonlyArray<Stuck> } => {
  const stuck = new Map<Case.CaseId, Problem.Problem>()
  for (const { index, failure } of refusals) {
    const refused = commands[index]
    if (refused !== undefined && !stuck.has(refused.case)) stuck.set(refused.case, failure)
  }
  return {
    rest: commands.filter((one) => !stuck.has(one.case)),
    stuck: [...stuck].map(([id, failure]) => ({ case: id, failure }))
  }
}

const told = (commands: ReadonlyArray<Command.Command>, tag: Command.Command["_tag"]): ReadonlyArray<Case.CaseId> =>
  commands.flatMap((one) => (one._tag === tag ? [one.case] : []))

/**
 * Does what the clock has to do for the cases of a city: keeps when they are due, by the calendar as it is now, and takes
 * what is overdue one level up.
 *
 * Shape: done again at the same moment, it does nothing.
 * Fails: as `carry` does; a case that is refused, or lies beyond the calendar, is told of in `stuck`.
 * Source: R5-6, R5-7.
 */
export const tick = Effect.fnUntraced(function* <E>(
  cases: Cases,
  settings: CaseworkSettings.CaseworkSettings,
  calendar: WorkCalendar.WorkCalendar,
  now: number,
  carry: Carry<E>
): Effect.fn.Return<Ticked, E> {
  const found = Deadlines.tick((id, version) => Settings.flow(settings, id, version), calendar, cases, now)
  const stuck: Array<Stuck> = [...found.failures]
  let commands = found.commands
  while (commands.length > 0) {
    const refused = yield* carry(commands).pipe(
      Effect.as(undefined),
      Effect.catch((problem) => (problem instanceof CommandsRefused ? Effect.succeed(problem) : Effect.fail(problem)))
    )
    if (refused === undefined) break
    const next = without(commands, refused.refusals)
    stuck.push(...next.stuck)
    commands = next.rest
  }
  return { dated: told(commands, "RecordDue"), escalated: told(commands, "EscalateCase"), stuck }
})
