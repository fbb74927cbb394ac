import type { Identifier } from "@louyu/kernel"

type UnitId = Identifier.UnitId

/** The places above a place, whatever tree they come from. Shape: nearest first or in any order, without the place. */
export type Ancestry = (place: Identifier.UnitId) => Iterable<Identifier.UnitId>

/** The places above a place by a map of parents. Shape: a circle in the map is walked once. */
export const ofParents =
  (parents: ReadonlyMap<UnitId, UnitId>): Ancestry =>
  (place) => {
    const above = new Set<UnitId>()
    for (let next = parents.get(place); next !== undefined && next !== place && !above.has(next); ) {
      above.add(next)
      next = parents.get(next)
    }
    return above
  }
