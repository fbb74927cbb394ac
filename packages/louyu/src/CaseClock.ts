import { type BodyState, type Case, type Command, Deadlines, Outcomes } from "@louyu/casework"
import type { Problem, WorkCalendar } from "@louyu/kernel"
import * as Effect from "effect/Effect"
import type { Cases } from "./CaseworkDomain.ts"
import { CommandsRefused, type Refusal } from "./CityError.ts"
import type { By } from "./Submission.ts"

/** A case the clock could do nothing for, and why. */
export interface Stuck {
  readonly case: Case.CaseId
  readonly failure: Problem.Problem
}

/**
 * What the clock did.
 *
 * Shape: `told` cases learned what a body agreed on or did about them; `dated` ones have a due date they had not, or
 * another one; `escalated` ones went up a level.
 */
export interface Ticked {
  readonly told: ReadonlyArray<Case.CaseId>
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

const of = (commands: ReadonlyArray<Command.Command>, ...tags: ReadonlyArray<Command.Command["_tag"]>) => [
  ...new Set(commands.flatMap((one) => (tags.length === 0 || tags.includes(one._tag) ? [one.case] : [])))
]

interface Carried {
  readonly commands: ReadonlyArray<Command.Command>
  readonly stuck: ReadonlyArray<Stuck>
}

const carryAll = Effect.fnUntraced(function* <E>(
  given: ReadonlyArray<Command.Command>,
  carry: Carry<E>
): Effect.fn.Return<Carried, E> {
  let commands = given
  const stuck: Array<Stuck> = []
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
  return { commands, stuck }
})

/** Where the clock looks: cases and bodies as they are at each look, what is due by which calendar, and what time it is. */
export interface Watch {
  readonly cases: () => Effect.Effect<Cases>
  readonly bodies: () => Effect.Effect<BodyState.State>
  readonly calendar: WorkCalendar.WorkCalendar
  readonly now: number
}

/**
 * Does what the clock has to do for the cases of a city: tells them what bodies did about them, keeps when they are due, by
 * the calendar as it is now, and takes what is overdue one level up.
 *
 * Shape: done again at the same moment, it does nothing.
 * Fails: as `carry` does; a case that is refused, or lies beyond the calendar, is told of in `stuck`.
 * Source: R5-6, R5-7, R5-14.
 */
export const tick = Effect.fnUntraced(function* <E>(
  { cases, bodies, calendar, now }: Watch,
  carry: Carry<E>
): Effect.fn.Return<Ticked, E> {
  const before = yield* cases()
  const outcomes = Outcomes.of(yield* bodies(), before.get, before.facts, now)
  const told = yield* carryAll(outcomes.commands, carry)
  const after = yield* cases()
  const due = Deadlines.tick(after.facts.flow, calendar, after, now)
  const dated = yield* carryAll(due.commands, carry)
  const escalated = of(dated.commands, "EscalateCase")
  // At the level above, the clock of the stage begins anew.
  const lifted = yield* cases()
  const again = Deadlines.tick(
    after.facts.flow,
    calendar,
    escalated.flatMap((id) => lifted.get(id) ?? []),
    now
  )
  const redated = yield* carryAll(again.commands, carry)
  return {
    told: of(told.commands),
    dated: of([...dated.commands, ...redated.commands], "RecordDue"),
    escalated,
    stuck: [
      ...outcomes.refusals.map(({ command, failure }) => ({ case: command.case, failure })),
      ...told.stuck,
      ...due.failures,
      ...dated.stuck,
      ...redated.stuck
    ]
  }
})

const minute = 60_000

/**
 * Lets the clock of a city run for ever: now, and again every so often.
 *
 * Shape: several may run on one city; what one did, the others find done.
 * Units: `everyMillis` of the runtime's clock, a minute when left out.
 * Fails: as the desk's `tick` does.
 */
export const run = <E>(
  { tick: once }: { readonly tick: (by: By) => Effect.Effect<Ticked, E> },
  by: By,
  everyMillis = minute
): Effect.Effect<never, E> => Effect.forever(Effect.andThen(once(by), Effect.sleep(everyMillis)))
