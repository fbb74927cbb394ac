import type { CivilDate, Identifier } from "@louyu/kernel"
import type { Places } from "../Places.ts"

type UnitId = Identifier.UnitId

/** A unit of a tree written down by hand: what it is, what it lies in, and when it exists. */
export interface PlainUnit {
  readonly unit: UnitId
  readonly sorts: ReadonlyArray<string>
  readonly under?: UnitId
  readonly from?: CivilDate.CivilDate
  readonly to?: CivilDate.CivilDate
}

/**
 * Places over a plain list of units: for tests, and to show how little a foreign organisation tree has to answer.
 *
 * Cost: O(units) a question.
 */
export const of = (units: ReadonlyArray<PlainUnit>): Places => {
  const alive = (on: CivilDate.CivilDate) =>
    new Map(
      units
        .filter(({ from, to }) => (from === undefined || from <= on) && (to === undefined || on < to))
        .map((unit) => [unit.unit, unit] as const)
    )
  const above = (unit: UnitId, on: CivilDate.CivilDate): ReadonlyArray<UnitId> => {
    const known = alive(on)
    const line: Array<UnitId> = []
    for (let next = known.get(unit)?.under; next !== undefined && known.has(next); next = known.get(next)?.under) {
      line.push(next)
    }
    return line
  }
  const isWithin = (unit: UnitId, around: UnitId, on: CivilDate.CivilDate): boolean =>
    alive(on).has(unit) && (unit === around || above(unit, on).includes(around))
  return {
    sorts: (unit, on) => alive(on).get(unit)?.sorts ?? [],
    above,
    within: (unit, on) => [...alive(on).keys()].filter((one) => isWithin(one, unit, on)),
    isWithin
  }
}
