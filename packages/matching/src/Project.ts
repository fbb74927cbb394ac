import { CivilDate, Identifier, Money, Text } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { CategoryId, Code } from "./Category.ts"
import { NeedId } from "./Need.ts"
import { ResourceId } from "./Resource.ts"

/** Names a project. */
export const ProjectId = Code.pipe(Schema.brand("ProjectId"))
export type ProjectId = typeof ProjectId.Type

const positive = Schema.Int.check(Schema.isGreaterThan(0))

/** People of one enterprise or place whom a project is for; the same group in two projects is counted once (W-06). */
export const Beneficiaries = Schema.Struct({ of: Identifier.UnitId, people: positive })
export type Beneficiaries = typeof Beneficiaries.Type

/** What a project takes of a resource, and when. */
export const Commitment = Schema.Struct({
  resource: ResourceId,
  quantity: positive,
  from: CivilDate.CivilDate,
  to: Schema.optionalKey(CivilDate.CivilDate)
})
export type Commitment = typeof Commitment.Type

/**
 * A plan that joins needs and resources, which no single service would meet.
 *
 * Shape: `sponsors` are the departments that carry it, the first one leading (W-02); `place` is where it is for.
 * Units: `budget` in fen.
 * Source: P-23, W-06, W-08.
 */
export const Project = Schema.Struct({
  project: ProjectId,
  names: Text.Text,
  category: CategoryId,
  place: Identifier.UnitId,
  needs: Schema.NonEmptyArray(NeedId),
  sponsors: Schema.NonEmptyArray(Identifier.UnitId),
  budget: Schema.optionalKey(Money.Money),
  beneficiaries: Schema.optionalKey(Schema.Array(Beneficiaries)),
  year: Schema.optionalKey(Schema.Int),
  on: CivilDate.CivilDate
})
export type Project = typeof Project.Type

/** How far up a project counts: in its own district, or as a key project of the city. Source: W-06. */
export const Standing = Schema.Literals(["local", "key"])
export type Standing = typeof Standing.Type

/** A note that a need came from or went to another project. */
export const Origin = Schema.Struct({
  project: ProjectId,
  how: Schema.Literals(["merged", "split"]),
  on: CivilDate.CivilDate
})
export type Origin = typeof Origin.Type
