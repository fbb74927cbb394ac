import { type CivilDate, type Identifier, Period } from "@louyu/kernel"
import type { IndustryChain, PositionId } from "./IndustryChain.ts"
import type { Neighbourhood } from "./Neighbours.ts"
import type { Board } from "./Partners.ts"

type UnitId = Identifier.UnitId

/** An enterprise and its position in a chain. */
export interface Holder {
  readonly enterprise: UnitId
  readonly position: PositionId
}

/**
 * A building in which somebody holds a core position of a chain.
 *
 * Shape: `gathered` are the others of the chain in the same building, `missing` the positions nobody there holds.
 */
export interface CoreBuilding {
  readonly building: UnitId
  readonly core: ReadonlyArray<Holder>
  readonly gathered: ReadonlyArray<Holder>
  readonly missing: ReadonlyArray<PositionId>
}

const byName = (a: Holder, b: Holder): number =>
  a.enterprise === b.enterprise ? (a.position < b.position ? -1 : 1) : a.enterprise < b.enterprise ? -1 : 1

/**
 * The core buildings of a chain on a date: where its core enterprises sit, who gathered around them, what is missing.
 *
 * Shape: the building with most of the chain first, ties by id; enterprises in no building are left out.
 * Cost: O(positions held).
 * Source: H-32.
 */
export const of = (
  board: Board,
  { id, positions }: IndustryChain,
  building: Neighbourhood["building"],
  on: CivilDate.CivilDate
): ReadonlyArray<CoreBuilding> => {
  const cores = new Set<PositionId>(positions.flatMap((one) => (one.core === true ? [one.id] : [])))
  const here = Map.groupBy(
    board.placed.filter((one) => one.chain === id && Period.contains(one, on)),
    ({ enterprise }) => building(enterprise, on)
  )
  return [...here]
    .flatMap(([at, placed]): ReadonlyArray<CoreBuilding> => {
      const holders = placed.map(({ enterprise, position }) => ({ enterprise, position })).toSorted(byName)
      const core = holders.filter(({ position }) => cores.has(position))
      if (at === undefined || core.length === 0) return []
      const held = new Set(holders.map(({ position }) => position))
      return [
        {
          building: at,
          core,
          gathered: holders.filter(({ position }) => !cores.has(position)),
          missing: positions.flatMap((one) => (held.has(one.id) ? [] : [one.id]))
        }
      ]
    })
    .toSorted(
      (a, b) =>
        b.core.length + b.gathered.length - a.core.length - a.gathered.length || (a.building < b.building ? -1 : 1)
    )
}
