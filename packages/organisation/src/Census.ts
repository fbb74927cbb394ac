import * as HashMap from "effect/HashMap"
import type { Archetype } from "./Archetype.ts"
import * as StructureIndex from "./StructureIndex.ts"
import * as Unit from "./Unit.ts"
import type * as View from "./View.ts"

/** Every unit that exists on a view's date, and what it is, by its index: for questions that go through all of them. */
export interface Census {
  readonly units: ReadonlyArray<Unit.Unit | undefined>
  readonly archetypes: ReadonlyArray<Archetype | undefined>
}

const taken = new WeakMap<View.View, Census>()

/** The census of a view if somebody took it: a question about one place is not worth taking it for. */
export const known = (view: View.View): Census | undefined => taken.get(view)

/** Takes the census of a view, once. Cost: O(units ever) the first time. */
export const of = (view: View.View): Census => {
  const before = taken.get(view)
  if (before !== undefined) return before
  const size = HashMap.size(view.state.units)
  const units = new Array<Unit.Unit | undefined>(size)
  const archetypes = new Array<Archetype | undefined>(size)
  for (const unit of HashMap.values(view.state.units)) {
    if (!Unit.isAlive(unit, view.on)) continue
    units[unit.index] = unit
    archetypes[unit.index] = StructureIndex.archetype(view.index, Unit.kindOn(unit, view.on))
  }
  const census = { units, archetypes }
  taken.set(view, census)
  return census
}
