import { Identifier, Instant } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { Code, Wording } from "./Code.ts"
import { FlowId } from "./Flow.ts"

const { UnitId, PersonId } = Identifier

/** Names a case. */
export const CaseId = Code.pipe(Schema.brand("CaseId"))
export type CaseId = typeof CaseId.Type

/** Somebody who raised something: a unit of the city, a person whose name is in the vault, or one who speaks for the other. */
export const Party = Schema.Struct({
  unit: Schema.optionalKey(UnitId),
  person: Schema.optionalKey(PersonId)
}).check(
  Schema.makeFilter(({ unit, person }) =>
    unit === undefined && person === undefined ? { path: ["unit"], issue: "say which unit or person it is" } : undefined
  )
)
export type Party = typeof Party.Type

/**
 * A matter as it is raised.
 *
 * Shape: `by` brings it, for `behalfOf` where that is somebody else; `reference` names the visit, sweep or meeting it
 * comes from; without `level` it begins at the lowest of its flow.
 * Source: R5-17, R5-18.
 */
export const Matter = Schema.Struct({
  case: CaseId,
  flow: FlowId,
  title: Wording,
  text: Schema.optionalKey(Wording),
  place: UnitId,
  category: Schema.optionalKey(Code),
  channel: Code,
  by: Party,
  behalfOf: Schema.optionalKey(Party),
  reference: Schema.optionalKey(Code),
  private: Schema.optionalKey(Schema.Literal(true)),
  level: Schema.optionalKey(Code),
  at: Instant.Instant
})
export type Matter = typeof Matter.Type

/** Whether it concerns one or many. Source: P-30. */
export const Scope = Schema.Literals(["individual", "common"])
export type Scope = typeof Scope.Type

/** Whether it is settled in the building or needs more. Source: P-37. */
export const Difficulty = Schema.Literals(["ordinary", "difficult"])
export type Difficulty = typeof Difficulty.Type

/** How content whoever raised it is, best first. Source: 2.13 (five levels). */
export const Rating = Schema.Literals([
  "verySatisfied",
  "satisfied",
  "basicallySatisfied",
  "dissatisfied",
  "veryDissatisfied"
])
export type Rating = typeof Rating.Type

/**
 * Tells whether a rating counts as satisfied: the best three do.
 *
 * ```ts
 * Case.isSatisfied("basicallySatisfied") // => true
 * ```
 */
export const isSatisfied = (rating: Rating): boolean => rating !== "dissatisfied" && rating !== "veryDissatisfied"

/** A part of a case that one department does. Shape: exactly one of all leads. Source: R5-13. */
export const Task = Schema.Struct({ task: Code, department: UnitId, what: Wording, lead: Schema.Boolean })
export type Task = typeof Task.Type

/** Why a case goes up a level. */
export const Cause = Schema.Literals(["stageOverdue", "wholeOverdue", "beyondMeans", "responsibilityUnclear"])
export type Cause = typeof Cause.Type
