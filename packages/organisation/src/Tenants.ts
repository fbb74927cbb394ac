import type { Identifier } from "@louyu/kernel"
import { Timeline } from "@louyu/kernel"
import * as Archetype from "./Archetype.ts"
import * as Relation from "./Relation.ts"
import * as Scope from "./Scope.ts"
import type { KindId } from "./Structure.ts"
import * as Unit from "./Unit.ts"
import type * as View from "./View.ts"

type UnitId = Identifier.UnitId

const unitsOf = (view: View.View, within?: UnitId): ReadonlyArray<Unit.Unit> =>
  Scope.units(view, within).filter((unit) => {
    const archetype = Scope.archetype(view, unit)
    return archetype !== undefined && Archetype.isEnterprise(archetype)
  })

/**
 * The enterprises in a place, at any depth, or everywhere, on the date. Sole traders are enterprises too.
 *
 * Cost: O(units there).
 * Source: H-08, W-22.
 */
export const of = (view: View.View, within?: UnitId): ReadonlyArray<UnitId> =>
  unitsOf(view, within).map((unit) => unit.id)

/**
 * The enterprises in a place by kind, in the order of the structure; kinds nobody is of are left out.
 *
 * Source: H-08, W-22.
 */
export const byKind = (view: View.View, within?: UnitId): ReadonlyMap<KindId, ReadonlyArray<UnitId>> => {
  const kinds = view.index.structure.kinds.map((kind) => kind.id)
  const groups = Scope.group(kinds, unitsOf(view, within), (unit) => Unit.kindOn(unit, view.on) as KindId)
  return new Map(
    [...groups].filter(([, units]) => units.length > 0).map(([kind, units]) => [kind, units.map((unit) => unit.id)])
  )
}

/**
 * The enterprises in a place by their answer to a classification, such as line of business.
 *
 * Shape: every option in the order of the structure, and `undefined` for those without an answer, empty or not.
 * Source: H-08 (tenants per industry), R1-7.
 */
export const byClass = (
  view: View.View,
  classification: string,
  within?: UnitId
): ReadonlyMap<string | undefined, ReadonlyArray<UnitId>> => {
  const known = view.index.structure.classifications.find((one) => one.id === classification)
  const options = [...(known?.options.map((option) => option.id) ?? []), undefined]
  const answer = (unit: Unit.Unit): string | undefined => {
    const given = Timeline.at(unit.classes[classification] ?? [], view.on)
    // An answer the structure no longer offers is no answer to the question as it is put today.
    return options.includes(given) ? given : undefined
  }
  const groups = Scope.group(options, unitsOf(view, within), answer)
  return new Map([...groups].map(([option, units]) => [option, units.map((unit) => unit.id)]))
}

/**
 * The let units in a place: lettable units in which there is an enterprise on the date.
 *
 * Cost: O(units there).
 * Source: P-05, invariant 5.
 */
export const letUnits = (view: View.View, within?: UnitId): ReadonlyArray<UnitId> =>
  Scope.units(view, within)
    .filter((unit) => Scope.archetype(view, unit) === "lettableUnit" && of(view, unit.id).length > 0)
    .map((unit) => unit.id)

/**
 * The enterprises that belong to a micro-grid: those in the places given to it.
 *
 * Source: P-05.
 */
export const ofGrid = (view: View.View, grid: UnitId): ReadonlyArray<UnitId> => {
  const places = Relation.placesOf(view, grid)
  return [...new Set(places.flatMap((place) => of(view, place)))].filter((id) => Relation.gridOf(view, id) === grid)
}

/**
 * The enterprises of every micro-grid in a place, or everywhere; grids without any are there too.
 *
 * Cost: O(units there x depth).
 * Source: P-05 (tenants per grid).
 */
export const perGrid = (view: View.View, within?: UnitId): ReadonlyMap<UnitId, ReadonlyArray<UnitId>> => {
  const grids = Scope.units(view, within).filter((unit) => Scope.archetype(view, unit) === "microGrid")
  return Scope.group<UnitId | undefined, UnitId>(
    grids.map((grid) => grid.id),
    of(view, within),
    (tenant) => Relation.gridOf(view, tenant)
  ) as ReadonlyMap<UnitId, ReadonlyArray<UnitId>>
}

/**
 * The enterprises that belong to no micro-grid.
 *
 * Cost: O(units there x depth).
 * Source: P-05 (unassigned tenants), invariant 5.
 */
export const unassigned = (view: View.View, within?: UnitId): ReadonlyArray<UnitId> =>
  of(view, within).filter((tenant) => Relation.gridOf(view, tenant) === undefined)
