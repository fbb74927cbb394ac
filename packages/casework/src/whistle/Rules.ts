import { Check, type CivilDate, type Identifier, type Instant, Text } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as Result from "effect/Result"
import * as Clocks from "../Clocks.ts"
import type { Command } from "../WhistleCommand.ts"
import {
  DepartmentNotCalled,
  DepartmentNotReported,
  WhistleActorUnfit,
  type WhistleError,
  WhistleNotDone,
  WhistleOutOfOrder,
  WhistlePartTaken,
  WhistlePartUnknown,
  WhistleTextPersonal
} from "../WhistleError.ts"
import type { Event } from "../WhistleEvent.ts"
import * as State from "../WhistleState.ts"

/** What whistles need to know of the rest of the city. */
export interface Facts {
  /** Whether a unit exists on a date. */
  readonly exists: (unit: Identifier.UnitId, on: CivilDate.CivilDate) => boolean
  /** The civil date of a moment by the clocks of the city; those of China when left out. */
  readonly dateOf?: Instant.DateOf
}

/** A check that lets a command go on, or the reason it does not. */
export type Checked = Check.Check<WhistleError>

/** The checks of the commands to a whistle that is open. */
export type Checks = {
  readonly [K in Exclude<Command["_tag"], "BlowWhistle">]: (
    whistle: State.Whistle,
    command: Extract<Command, { readonly _tag: K }>
  ) => Checked
}

/** What the facts change in their whistle. */
export type Effects = {
  readonly [K in Exclude<Event["_tag"], "WhistleBlown">]: (
    whistle: State.Whistle,
    event: Extract<Event, { readonly _tag: K }>
  ) => State.Whistle
}

const { all, demand } = Check

const impersonal = (id: string, ...texts: ReadonlyArray<string | undefined>): Checked =>
  Check.impersonal(texts, (traces) => new WhistleTextPersonal({ id, traces }))

const notBefore = (whistle: string, at: number, earliest: number): Checked =>
  demand(at >= earliest, () => new WhistleOutOfOrder({ whistle, at, earliest }))

const actor = (whistle: string, by: string, wanted: string): Checked =>
  demand(by === wanted, () => new WhistleActorUnfit({ whistle, by, wanted }))

const done = (one: State.Whistle, pending: ReadonlyArray<string> = []): Checked =>
  demand(
    State.isDone(one) && pending.length === 0,
    () =>
      new WhistleNotDone({ whistle: one.blown.whistle, tasks: State.openTasks(one).map(({ task }) => task), pending })
  )

/** Whether a whistle can be blown. */
export const blowing = (
  facts: Facts,
  before: State.Whistle | undefined,
  command: Extract<Command, { readonly _tag: "BlowWhistle" }>
): Checked => {
  const { whistle, caller, departments, topic, at, due } = command
  const on = Clocks.of(facts)(at)
  const missing = [caller, ...departments].find((unit) => !facts.exists(unit, on))
  const twice = departments.find((department, n) => departments.indexOf(department) !== n)
  return all(
    () => demand(before === undefined, () => new WhistlePartTaken({ sort: "whistle", id: whistle })),
    () => (missing === undefined ? Check.fine : Result.fail(new WhistlePartUnknown({ sort: "unit", id: missing }))),
    () => (twice === undefined ? Check.fine : Result.fail(new WhistlePartTaken({ sort: "department", id: twice }))),
    () => notBefore(whistle, due, at),
    () => impersonal(whistle, topic)
  )
}

export const checks: Checks = {
  ReportIn: (one, { whistle, department, plan, at }) =>
    all(
      () => demand(one.blown.departments.includes(department), () => new DepartmentNotCalled({ whistle, department })),
      () =>
        demand(
          State.report(one, department) === undefined,
          () => new WhistlePartTaken({ sort: "department", id: department })
        ),
      () => notBefore(whistle, at, one.blown.at),
      () => impersonal(whistle, plan)
    ),
  AssignWhistleTask: (one, { whistle, task, names, to, due, at }) => {
    const reported = State.report(one, to)
    return all(
      () => demand(State.task(one, task) === undefined, () => new WhistlePartTaken({ sort: "task", id: task })),
      () => demand(reported !== undefined, () => new DepartmentNotReported({ whistle, department: to })),
      () => notBefore(whistle, at, reported?.at ?? at),
      () => notBefore(whistle, due ?? at, at),
      () => impersonal(task, ...Text.wordings(names))
    )
  },
  ResolveWhistleTask: (one, { whistle, task: id, by, result, at }) => {
    const task = State.task(one, id)
    if (task === undefined) return Result.fail(new WhistlePartUnknown({ sort: "task", id }))
    return all(
      () => actor(whistle, by, task.to),
      () => demand(task.resolved === undefined, () => new WhistlePartTaken({ sort: "task", id })),
      () => notBefore(whistle, at, task.assigned),
      () => impersonal(id, result)
    )
  },
  EvaluateWhistle: (one, { whistle, by, at }) =>
    all(
      () => actor(whistle, by, one.blown.caller),
      () => done(one),
      () => notBefore(whistle, at, one.last)
    ),
  CloseWhistle: (one, { whistle, confirmedBy, at }) => {
    // Later than any report, so that who is still awaited does not depend on what is told when.
    const pending = State.answers(one, at).flatMap(({ department, answer }) =>
      answer === "pending" ? [department] : []
    )
    return all(
      () => actor(whistle, confirmedBy, one.blown.caller),
      () => notBefore(whistle, at, one.last),
      () => done(one, pending)
    )
  }
}

const resolve = (
  tasks: State.Whistle["tasks"],
  { task, at, result }: Extract<Event, { _tag: "WhistleTaskResolved" }>
) => HashMap.modify(tasks, task, (one): State.Task => ({ ...one, resolved: { at, result } }))

export const effects: Effects = {
  DepartmentReported: (one, { department, plan, at }) => ({
    ...one,
    reports: HashMap.set(one.reports, department, { at, plan })
  }),
  WhistleTaskAssigned: (one, { task, names, to, due, at }) => ({
    ...one,
    tasks: HashMap.set(one.tasks, task, { task, names, to, due, assigned: at, resolved: undefined })
  }),
  WhistleTaskResolved: (one, event) => ({ ...one, tasks: resolve(one.tasks, event) }),
  WhistleEvaluated: (one, { satisfied, score, at }) => ({
    ...one,
    evaluations: [...one.evaluations, { satisfied, score, at }]
  }),
  WhistleClosed: (one, { at }) => ({ ...one, closed: at })
}
