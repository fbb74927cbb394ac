import type { CivilDate, Identifier } from "@louyu/kernel"
import { optional } from "./Column.ts"
import * as Domain from "./DomainForm.ts"
import type { Surroundings } from "./Surroundings.ts"

type UnitId = Identifier.UnitId

/** The column that says whose records of visits these are. */
export const care = optional(Domain.unit, "归属场所", [
  "记录归在哪里，通常为楼宇；空则为所在楼宇",
  "the place whose records these are, usually a building; where empty, the building around"
])

/** The place a record belongs to: the one that is named, that of its plan or sweep, or the building around. */
export const placeOf = (
  named: UnitId | undefined,
  of: string | undefined,
  at: UnitId,
  on: CivilDate.CivilDate,
  seen: () => Surroundings
): UnitId | undefined => named ?? (of === undefined ? undefined : seen().careOf(of)) ?? seen().building(at, on)
