import type { Identifier } from "@louyu/kernel"
import type { Archetype } from "./Archetype.ts"
import * as StructureIndex from "./StructureIndex.ts"
import * as Unit from "./Unit.ts"
import * as View from "./View.ts"

/** The units that exist on the date: those in a place, at any depth, or all; in the order they were set up. */
export const units = (view: View.View, within?: Identifier.UnitId): ReadonlyArray<Unit.Unit> =>
  within === undefined
    ? View.units(view)
    : View.descendants(view, "location", within)
        .flatMap((id) => View.unit(view, id) ?? [])
        .sort((a, b) => a.index - b.index)

/** What a unit at hand is to the rules on the date; saves looking the unit up by its id. */
export const archetype = (view: View.View, unit: Unit.Unit): Archetype | undefined =>
  StructureIndex.archetype(view.index, Unit.kindOn(unit, view.on))

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
