import type { CivilDate, Identifier } from "@louyu/kernel"

type UnitId = Identifier.UnitId

/**
 * What the roles need to know of the units posts belong to. Any organisation tree can answer it.
 *
 * Shape: a sort is a name a unit answers to, such as its kind and its archetype. A unit that does not exist on a date has
 * no sorts, nothing above it and nothing within it.
 */
export interface Places {
  /** The sorts of a unit on a date; none when it does not exist. */
  readonly sorts: (unit: UnitId, on: CivilDate.CivilDate) => ReadonlyArray<string>
  /** The units above a unit on a date, the nearest first: the way responsibility goes up. */
  readonly above: (unit: UnitId, on: CivilDate.CivilDate) => ReadonlyArray<UnitId>
  /** A unit and all units within it on a date. */
  readonly within: (unit: UnitId, on: CivilDate.CivilDate) => ReadonlyArray<UnitId>
  /** Whether a unit is another or lies within it on a date. */
  readonly isWithin: (unit: UnitId, around: UnitId, on: CivilDate.CivilDate) => boolean
}

/** Tells whether a unit exists on a date. */
export const exists = (places: Places, unit: UnitId, on: CivilDate.CivilDate): boolean =>
  places.sorts(unit, on).length > 0

/** The nearest unit of a sort, the unit itself included. */
export const nearest = (places: Places, unit: UnitId, sort: string, on: CivilDate.CivilDate): UnitId | undefined =>
  [unit, ...places.above(unit, on)].find((one) => places.sorts(one, on).includes(sort))
