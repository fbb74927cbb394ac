import type { Identifier } from "@louyu/kernel"
import type { Archetype } from "./Archetype.ts"
import * as Census from "./Census.ts"
import * as Forest from "./Forest.ts"
import * as StructureIndex from "./StructureIndex.ts"
import * as Unit from "./Unit.ts"
import * as View from "./View.ts"

type UnitId = Identifier.UnitId

const all = (view: View.View): ReadonlyArray<Unit.Unit> => Census.of(view).units.filter((unit) => unit !== undefined)

const inside = (view: View.View, place: UnitId): ReadonlyArray<Unit.Unit> => {
  const census = Census.known(view)
  if (census === undefined) return View.descendants(view, "location", place).flatMap((id) => View.unit(view, id) ?? [])
  const top = View.unit(view, place)
  const nodes = top === undefined ? [] : Forest.descendants(view.compiled("location").forest, top.index)
  return Array.from(nodes, (node) => census.units[node]).filter((unit) => unit !== undefined)
}

/**
 * The units that exist on the date, in a place at any depth, or all; in the order they were set up.
 *
 * Cost: O(units there).
 */
export const units = (view: View.View, within?: UnitId): ReadonlyArray<Unit.Unit> =>
  within === undefined ? all(view) : inside(view, within).toSorted((a, b) => a.index - b.index)

/** What a unit at hand is to the rules on the date; saves looking the unit up by its id. */
export const archetype = (view: View.View, unit: Unit.Unit): Archetype | undefined => {
  const census = Census.known(view)
  return census === undefined
    ? StructureIndex.archetype(view.index, Unit.kindOn(unit, view.on))
    : census.archetypes[unit.index]
}

// For every place: the places from it up to its building, or nothing when it is in none.
const found = new WeakMap<View.View, Map<UnitId, ReadonlyArray<UnitId> | undefined>>()

const upToBuilding = (view: View.View, from: UnitId): ReadonlyArray<UnitId> | undefined => {
  const known = found.get(view) ?? new Map<UnitId, ReadonlyArray<UnitId> | undefined>()
  found.set(view, known)
  const passed: Array<UnitId> = []
  let at: UnitId | undefined = from
  for (; at !== undefined && !known.has(at); at = View.superior(view, "location", at)) {
    passed.push(at)
    if (View.archetype(view, at) === "building") {
      known.set(at, [at])
      passed.pop()
      break
    }
  }
  let above = at === undefined ? undefined : known.get(at)
  for (const place of passed.toReversed()) {
    above = above === undefined ? undefined : [place, ...above]
    known.set(place, above)
  }
  return known.get(from)
}

/**
 * The places around a unit that count as near, the nearest first: up to its building, or only the place it lies in when
 * that is in no building.
 *
 * Cost: O(1) for every unit but the first of a place.
 */
export const near = (view: View.View, unit: UnitId): ReadonlyArray<UnitId> => {
  const place = View.superior(view, "location", unit)
  return place === undefined ? [] : (upToBuilding(view, place) ?? [place])
}

/** The building a unit is or lies in. Cost: as {@link near}. */
export const buildingOf = (view: View.View, id: UnitId): UnitId | undefined => upToBuilding(view, id)?.at(-1)

/** Groups items under keys that are known beforehand, in that order, empty groups included. */
export const group = <K, A>(
  keys: Iterable<K>,
  items: Iterable<A>,
  keyOf: (item: A) => K
): ReadonlyMap<K, ReadonlyArray<A>> => {
  const groups = new Map<K, Array<A>>([...keys].map((key) => [key, []]))
  for (const item of items) groups.get(keyOf(item))?.push(item)
  return groups
}
