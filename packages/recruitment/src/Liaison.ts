import { CivilDate, Identifier, IndustryCode } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { PipelineId } from "./Pipeline.ts"

const { UnitId, PersonId } = Identifier
const positive = Schema.Int.check(Schema.isGreaterThan(0))

/**
 * Who looks after prospects: where, of which industries, and how many at once.
 *
 * Shape: a field left out means any; `capacity` counts prospects that are open and not yet won.
 * Source: R4-6, R4-7.
 */
export const Liaison = Schema.Struct({
  liaison: PersonId,
  pipelines: Schema.optionalKey(Schema.NonEmptyArray(PipelineId)),
  places: Schema.optionalKey(Schema.NonEmptyArray(UnitId)),
  industries: Schema.optionalKey(Schema.NonEmptyArray(IndustryCode.IndustryCode)),
  capacity: Schema.optionalKey(positive),
  from: CivilDate.CivilDate
})
export type Liaison = typeof Liaison.Type

/**
 * When prospects nobody moves go back to the pool.
 *
 * Units: `idleAfter` working days without a contact or a step; whoever had a prospect waits `waitingDays` calendar days
 * before taking it again; `picks` are how many somebody may take in so many days.
 * Source: R4-5.
 */
export const PoolRule = Schema.Struct({
  pipeline: PipelineId,
  idleAfter: Schema.optionalKey(positive),
  waitingDays: Schema.optionalKey(positive),
  picks: Schema.optionalKey(Schema.Struct({ amount: positive, days: positive })),
  from: CivilDate.CivilDate
})
export type PoolRule = typeof PoolRule.Type
