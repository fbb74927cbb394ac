import { CivilDate, Identifier } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { Post } from "./Post.ts"
import { Cadence } from "./RoleScheme.ts"

const { UnitId, PersonId } = Identifier
const date = CivilDate.CivilDate
const label = Schema.String.check(Schema.isMinLength(1), Schema.isMaxLength(200))
const code = Schema.String.check(Schema.isPattern(/^[\p{L}\p{N}][\p{L}\p{N}._:-]{0,127}$/u))

/** How a need came to be known (H-21). */
export const NeedOrigin = Schema.Literals(["visit", "selfRaised", "sweep"])
export type NeedOrigin = typeof NeedOrigin.Type

/** A need as far as a visit tells of it: what it is about. What was said stays in the vault. */
export const NeedFound = Schema.Struct({ need: code, matter: label })
export type NeedFound = typeof NeedFound.Type

/** A unit to be visited, and its tier when it has one. */
export const Target = Schema.Struct({ unit: UnitId, tier: Schema.optionalKey(label) })
export type Target = typeof Target.Type

// Every command names the care it belongs to: the place whose visits and sweeps are kept together.
const care = { care: UnitId }

/** Plans visits by a post to some units, again and again (W-07, P-29, F-08). */
export const PlanVisits = Schema.TaggedStruct("PlanVisits", {
  ...care,
  plan: code,
  post: Post,
  every: Cadence,
  tiers: Schema.optionalKey(Schema.Record(Schema.String, Cadence)),
  targets: Schema.NonEmptyArray(Target),
  from: date,
  to: Schema.optionalKey(date)
})

/** Ends a plan on a date. */
export const EndPlan = Schema.TaggedStruct("EndPlan", { ...care, plan: code, on: date })

/** Records that a unit was visited, and the needs found there. */
export const RecordVisit = Schema.TaggedStruct("RecordVisit", {
  ...care,
  visit: code,
  plan: Schema.optionalKey(code),
  unit: UnitId,
  by: PersonId,
  on: date,
  needs: Schema.Array(NeedFound)
})

/** Records a need somebody raised without being asked. */
export const RaiseNeed = Schema.TaggedStruct("RaiseNeed", { ...care, ...NeedFound.fields, unit: UnitId, on: date })

/**
 * Begins going from door to door through some units (P-35).
 *
 * Units: what was found is stale `expiresAfterDays` days later.
 */
export const StartSweep = Schema.TaggedStruct("StartSweep", {
  ...care,
  sweep: code,
  units: Schema.NonEmptyArray(UnitId),
  from: date,
  expiresAfterDays: Schema.Int.check(Schema.isGreaterThan(0))
})

/** What was found at a door. `noAnswer` is a result, too: somebody was there and nobody opened. */
export const SweepResult = Schema.Literals(["occupied", "vacant", "noAnswer"])
export type SweepResult = typeof SweepResult.Type

/** Records what was found at a unit; the newest record of a unit counts. */
export const RecordDoor = Schema.TaggedStruct("RecordDoor", {
  ...care,
  sweep: code,
  unit: UnitId,
  on: date,
  result: SweepResult,
  occupant: Schema.optionalKey(UnitId),
  members: Schema.optionalKey(Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))),
  by: PersonId,
  needs: Schema.optionalKey(Schema.Array(NeedFound))
})

/** Ends a sweep on a date. Units without a record are reported, and stay open for the next one. */
export const CloseSweep = Schema.TaggedStruct("CloseSweep", { ...care, sweep: code, on: date })

/** Everything that can be asked of the visits of a place. */
export const VisitCommand = Schema.Union([
  PlanVisits,
  EndPlan,
  RecordVisit,
  RaiseNeed,
  StartSweep,
  RecordDoor,
  CloseSweep
]).pipe(Schema.toTaggedUnion("_tag"))
export type VisitCommand = typeof VisitCommand.Type

/** The units a command names that have to exist on its day, the place it belongs to among them. */
export const unitsOf = (command: VisitCommand): ReadonlyArray<Identifier.UnitId> => {
  switch (command._tag) {
    case "PlanVisits":
      return [command.care, ...command.targets.map(({ unit }) => unit)]
    case "StartSweep":
      return [command.care, ...command.units]
    case "RecordDoor":
      return [command.care, command.unit, ...(command.occupant === undefined ? [] : [command.occupant])]
    case "RecordVisit":
    case "RaiseNeed":
      return [command.care, command.unit]
    case "EndPlan":
    case "CloseSweep":
      // A place that is gone can still have its plans ended.
      return []
  }
}
