import type { Identifier, Instant } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as HashSet from "effect/HashSet"
import * as Option from "effect/Option"
import type { WhistleId, WhistleTaskId } from "./WhistleCommand.ts"
import type * as Event from "./WhistleEvent.ts"

type UnitId = Identifier.UnitId

/** A task of a whistle. Shape: one department has it. */
export interface Task {
  readonly task: WhistleTaskId
  readonly names: { readonly zh: string; readonly en?: string }
  readonly to: UnitId
  readonly due: Instant.Instant | undefined
  readonly assigned: Instant.Instant
  readonly resolved: { readonly at: Instant.Instant; readonly result: string } | undefined
}

/** A whistle with all that became of it. */
export interface Whistle {
  readonly blown: typeof Event.WhistleBlown.Type
  readonly reports: HashMap.HashMap<UnitId, { readonly at: Instant.Instant; readonly plan: string }>
  readonly tasks: HashMap.HashMap<WhistleTaskId, Task>
  readonly evaluations: ReadonlyArray<{
    readonly satisfied: boolean
    readonly score: number | undefined
    readonly at: Instant.Instant
  }>
  readonly closed: Instant.Instant | undefined
  /** The latest moment at which something happened. */
  readonly last: Instant.Instant
  /** Everything that was recorded, so that what is said again is no news. */
  readonly told: HashSet.HashSet<Event.Event>
}

/** The whistles of a city, each with its state. Immutable. */
export interface State {
  readonly whistles: HashMap.HashMap<WhistleId, Whistle>
}

/** A city in which nobody whistled yet. */
export const initial: State = { whistles: HashMap.empty() }

/** The whistle that was just blown. */
export const blowing = (blown: typeof Event.WhistleBlown.Type): Whistle => ({
  blown,
  reports: HashMap.empty(),
  tasks: HashMap.empty(),
  evaluations: [],
  closed: undefined,
  last: blown.at,
  told: HashSet.empty()
})

const get = <K, V>(map: HashMap.HashMap<K, V>, key: K): V | undefined => Option.getOrUndefined(HashMap.get(map, key))

/** A whistle. */
export const whistle = (state: State, id: WhistleId): Whistle | undefined => get(state.whistles, id)

/** Every whistle, in no order. */
export const whistles = (state: State): Iterable<Whistle> => HashMap.values(state.whistles)

/** A task of a whistle. */
export const task = ({ tasks }: Whistle, id: WhistleTaskId): Task | undefined => get(tasks, id)

/** What a department that reported in said; `undefined` when it did not. */
export const report = ({ reports }: Whistle, department: UnitId) => get(reports, department)

/** The tasks of a whistle that nobody resolved yet, by id. */
export const openTasks = ({ tasks }: Whistle): ReadonlyArray<Task> =>
  [...HashMap.values(tasks)]
    .filter(({ resolved }) => resolved === undefined)
    .toSorted((a, b) => (a.task < b.task ? -1 : 1))

/** Whether all tasks are closed; a whistle without any is not done. */
export const isDone = (one: Whistle): boolean => HashMap.size(one.tasks) > 0 && openTasks(one).length === 0

/**
 * How a called department stands at a moment.
 *
 * Shape: exactly one of these; after the due time none is `pending`, so that each answered or is overdue.
 */
export type Answer = "reported" | "reportedLate" | "pending" | "overdue"

/** How a called department stands at a moment; `undefined` when it was not called then. Source: invariant 11. */
export const answer = (one: Whistle, department: UnitId, asOf: Instant.Instant): Answer | undefined => {
  const { departments, due, at } = one.blown
  if (asOf < at || !departments.includes(department)) return undefined
  const reported = report(one, department)
  if (reported !== undefined && reported.at <= asOf) return reported.at <= due ? "reported" : "reportedLate"
  return asOf <= due ? "pending" : "overdue"
}

/** How every called department stands at a moment, in the order they were called. */
export const answers = (
  one: Whistle,
  asOf: Instant.Instant
): ReadonlyArray<{ readonly department: UnitId; readonly answer: Answer }> =>
  one.blown.departments.flatMap((department) => {
    const found = answer(one, department, asOf)
    return found === undefined ? [] : [{ department, answer: found }]
  })

/** The called departments that did not report in by the due time and still have not. Source: D-08. */
export const overdue = (one: Whistle, asOf: Instant.Instant): ReadonlyArray<UnitId> =>
  answers(one, asOf).flatMap(({ department, answer: how }) => (how === "overdue" ? [department] : []))
