import type { Identifier, Instant } from "@louyu/kernel"
import type { CaseId, Cause, Difficulty, Party, Rating, Scope, Task } from "./Case.ts"
import type { Due } from "./Due.ts"
import type { CaseRaised, Event } from "./Event.ts"
import type { Closing, Duration, StageId } from "./Flow.ts"

type UnitId = Identifier.UnitId
type PersonId = Identifier.PersonId

/** How a case came to a stage at a level. */
export type How = "raised" | "moved" | "escalated" | "rerouted" | "reopened"

/** A stage and level a case came to, and when. Shape: it lasts until the next one. */
export interface Step {
  readonly stage: StageId
  readonly level: string
  readonly from: Instant.Instant
  readonly how: How
}

/** A time during which a case waits for whoever raised it. Shape: without `to` it still does. */
export interface Pause {
  readonly from: Instant.Instant
  readonly to: Instant.Instant | undefined
}

/** A time a case was closed: why, at which level, and when it was taken up again, if it was. */
export interface Closure {
  readonly at: Instant.Instant
  readonly reason: string
  readonly kind: Closing["kind"]
  readonly level: string
  /** When the whole was due, if that was kept. */
  readonly due: Instant.Instant | undefined
  readonly reopened: Instant.Instant | undefined
}

/** A task and what came of it. */
export interface TaskKnown extends Task {
  readonly finished: { readonly at: Instant.Instant; readonly result: string } | undefined
}

/** A plan, who has to clear it and has, and when it was approved. */
export interface PlanKnown {
  readonly plan: string
  readonly departments: ReadonlyArray<UnitId>
  readonly cleared: ReadonlyArray<UnitId>
  readonly approved: Instant.Instant | undefined
}

/** A level a case went up. */
export interface Escalation {
  readonly from: string
  readonly to: string
  readonly cause: Cause
  readonly at: Instant.Instant
  readonly breach: boolean
}

/** Where a case stands, beside its stage. */
export type Standing = "open" | "suspended" | "closed" | "rejected" | "merged"

/** A case with all that became of it. Immutable. */
export interface CaseKnown {
  readonly raised: typeof CaseRaised.Type
  readonly stage: StageId
  readonly level: string
  readonly standing: Standing
  readonly steps: ReadonlyArray<Step>
  readonly category: string | undefined
  readonly scope: Scope | undefined
  readonly difficulty: Difficulty | undefined
  /** The post its category goes to. */
  readonly route: string | undefined
  readonly private: boolean
  readonly accepted: Instant.Instant | undefined
  /** Who is to do it. */
  readonly handler: UnitId | undefined
  readonly dispatches: ReadonlyArray<{ readonly by: UnitId; readonly to: UnitId; readonly at: Instant.Instant }>
  readonly present: ReadonlyArray<UnitId>
  readonly pauses: ReadonlyArray<Pause>
  readonly results: ReadonlyArray<{ readonly at: Instant.Instant; readonly result: string }>
  readonly followUps: ReadonlyArray<{
    readonly at: Instant.Instant
    readonly solved: boolean
    readonly rating: Rating | undefined
  }>
  /** Whether somebody asked whoever raised it since it was last taken up. */
  readonly asked: boolean
  readonly closures: ReadonlyArray<Closure>
  readonly reopenings: ReadonlyArray<Instant.Instant>
  readonly escalations: ReadonlyArray<Escalation>
  readonly merged: { readonly into: CaseId; readonly at: Instant.Instant; readonly before: Standing } | undefined
  readonly absorbed: ReadonlyArray<{ readonly case: CaseId; readonly raisers: ReadonlyArray<Party> }>
  readonly tasks: ReadonlyArray<TaskKnown>
  readonly evidence: ReadonlyArray<string>
  readonly surveys: ReadonlyArray<{
    readonly survey: string
    readonly by: ReadonlyArray<UnitId>
    readonly at: Instant.Instant
  }>
  readonly plans: ReadonlyArray<PlanKnown>
  readonly shares: ReadonlyArray<{ readonly person: PersonId; readonly right: "view" | "edit" }>
  readonly links: ReadonlyArray<{ readonly to: CaseId; readonly why: "recurrence" | "related" }>
  readonly extensions: ReadonlyArray<{
    readonly of: "stage" | "whole"
    readonly by: Duration
    readonly at: Instant.Instant
  }>
  readonly due: Due | undefined
  /** Every fact, oldest first. */
  readonly story: ReadonlyArray<Event>
  /** The last moment at which something happened to it. */
  readonly last: Instant.Instant
}

/** What is known under the id of a case: nothing before it is raised. */
export type State = CaseKnown | undefined

/** Nothing has been raised. */
export const initial: State = undefined

/** Those who raised a case, for themselves or somebody, and everything that was merged into it: whom to tell. Source: R5-12. */
export const toTell = ({ raised, absorbed }: CaseKnown): ReadonlyArray<Party> => {
  const all = [raised.behalfOf ?? raised.by, ...absorbed.flatMap(({ raisers }) => raisers)]
  const keys = all.map(({ unit, person }) => `${unit ?? ""} ${person ?? ""}`)
  return all.filter((_, at) => keys.indexOf(keys[at] as string) === at)
}

/** The last closure of a case that is closed. */
export const closure = ({ standing, closures }: CaseKnown): Closure | undefined =>
  standing === "closed" ? closures.at(-1) : undefined

/** Whether a case still has to be seen to. */
export const isOpen = ({ standing }: CaseKnown): boolean => standing === "open" || standing === "suspended"

/** What somebody may do with a case. */
export type Right = "none" | "view" | "edit"

/**
 * What somebody may do with a case: everybody sees those that are not private; whoever raised a private one sees it, others
 * only when it is shared with them; only those it is shared with for that may change it.
 *
 * Source: R5-18.
 */
export const rightOf = ({ raised, private: hidden, shares }: CaseKnown, person: PersonId): Right => {
  const shared = shares.find((one) => one.person === person)
  if (shared !== undefined) return shared.right
  const isTheirs = raised.by.person === person || raised.behalfOf?.person === person
  return hidden && !isTheirs ? "none" : "view"
}
