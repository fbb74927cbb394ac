import { CivilDate, Identifier, Text } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { Capacity, WeeklyWindow } from "./Capacity.ts"
import { CategoryId, Code } from "./Category.ts"

/** Names a resource. */
export const ResourceId = Code.pipe(Schema.brand("ResourceId"))
export type ResourceId = typeof ResourceId.Type

/** By what right a place or thing is used: not everything has to be owned. Source: P-40. */
export const Tenure = Schema.Literals(["own", "integrated", "swapped", "shared"])
export type Tenure = typeof Tenure.Type

/**
 * Something that can be given: a room, seats, experts, interns, money, a department's service.
 *
 * Shape: `owner` may be a department, an enterprise (W-13) or a university (D-09); `kind` is the city's own word.
 * Source: P-23, H-14, H-22, W-08.
 */
export const Resource = Schema.Struct({
  resource: ResourceId,
  names: Text.Text,
  owner: Identifier.UnitId,
  kind: Code,
  category: CategoryId,
  place: Identifier.UnitId,
  tenure: Tenure,
  capacity: Capacity,
  windows: Schema.optionalKey(Schema.Array(WeeklyWindow)),
  terms: Schema.optionalKey(Text.Text),
  from: CivilDate.CivilDate,
  to: Schema.optionalKey(CivilDate.CivilDate)
})
export type Resource = typeof Resource.Type
