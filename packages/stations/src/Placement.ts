import { type CivilDate, Count, type Identifier } from "@louyu/kernel"
import * as Network from "./Network.ts"
import type { StationId } from "./StationCode.ts"
import type { State } from "./StationState.ts"

type UnitId = Identifier.UnitId

/** A building, and how many people work there. */
export interface Building {
  readonly place: UnitId
  readonly staff: Count.Count
}

/** A building with the stations its staff can reach. */
export interface Reach extends Building {
  readonly stations: ReadonlyArray<StationId>
}

/**
 * The stations in reach of each building on a date.
 *
 * Shape: `within` gives the places that can be reached from a building; the building itself always can.
 * Cost: O(stations + places in reach).
 */
export const reach = (
  state: State,
  on: CivilDate.CivilDate,
  buildings: Iterable<Building>,
  within: (building: UnitId) => Iterable<UnitId>
): ReadonlyArray<Reach> => {
  const places = Network.byPlace(state, on)
  return [...buildings].map((building) => {
    const near = new Set([building.place, ...within(building.place)])
    return { ...building, stations: [...near].flatMap((place) => places.get(place) ?? []).toSorted() }
  })
}

/** How well stations lie where staff is, and which buildings to think of first. */
export interface Placement {
  readonly buildings: number
  readonly covered: number
  readonly staff: Count.Count
  readonly staffCovered: Count.Count
  /** Buildings with much staff and no station in reach, those with most staff first. */
  readonly uncovered: ReadonlyArray<Building>
}

/**
 * Where staff is and no station: buildings with at least so many people and none in reach.
 *
 * Shape: counts keep how exactly they are known. Cost: as `reach`, and O(n log n) for n buildings.
 * Source: H-11.
 */
export const review = (reached: ReadonlyArray<Reach>, atLeast: number): Placement => {
  const covered = reached.filter(({ stations }) => stations.length > 0)
  const uncovered = reached
    .filter(({ stations, staff }) => stations.length === 0 && staff.value >= atLeast)
    .map(({ place, staff }) => ({ place, staff }))
    .toSorted((a, b) => b.staff.value - a.staff.value || (a.place < b.place ? -1 : 1))
  return {
    buildings: reached.length,
    covered: covered.length,
    staff: Count.sum(reached.map(({ staff }) => staff)),
    staffCovered: Count.sum(covered.map(({ staff }) => staff)),
    uncovered
  }
}
