import { CivilDate, Identifier } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { Area } from "./Area.ts"
import { Name, SpaceId, Tenure } from "./Space.ts"

/** Names a lease. */
export const LeaseId = Name.pipe(Schema.brand("LeaseId"))
export type LeaseId = typeof LeaseId.Type

/** A space of a lease; in a shared one with the area that belongs to this tenant, where that is agreed. */
export const Part = Schema.Struct({ space: SpaceId, area: Schema.optionalKey(Area) })
export type Part = typeof Part.Type

/**
 * An enterprise uses spaces from a date on: as a tenant, or because it bought them.
 *
 * Shape: a lease takes its spaces whole and alone unless it is `shared`, and so is every other lease of them on those
 * days; only a shared one names areas. `to` is the first day on which it no longer runs.
 * Source: R4-12, R4-17, H-31.
 */
export const Lease = Schema.Struct({
  lease: LeaseId,
  tenant: Identifier.UnitId,
  spaces: Schema.NonEmptyArray(Part),
  tenure: Tenure,
  shared: Schema.optionalKey(Schema.Boolean),
  from: CivilDate.CivilDate,
  to: Schema.optionalKey(CivilDate.CivilDate)
})
export type Lease = typeof Lease.Type

/** Why a lease ended. Source: R4-17; peers.md section 4. */
export const EndReason = Schema.Literals(["expired", "terminated", "relocated", "closed", "movedWithin"])
export type EndReason = typeof EndReason.Type

/** Whether something is so of a tenant in a place. */
export const Answer = Schema.Literals(["yes", "no", "unknown"])
export type Answer = typeof Answer.Type
