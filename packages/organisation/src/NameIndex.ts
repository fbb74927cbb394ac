import type { Identifier } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import type * as Chain from "./Chain.ts"
import * as Lineage from "./Lineage.ts"
import * as NameList from "./NameList.ts"
import * as State from "./State.ts"

type UnitId = Identifier.UnitId

/**
 * The names of all units of a state: those of an earlier state, and above them those of the units that changed since.
 *
 * Shape: a unit's names are in the topmost layer that has the unit. Layers shrink by half at least from bottom to top,
 * so there are few, and a changed name is listed anew O(log names) times.
 */
export interface NameIndex {
  readonly list: NameList.NameList
  /** The units of this layer; the lowest has all others. */
  readonly units: ReadonlySet<UnitId>
  readonly changed: Chain.Chain<UnitId>
  readonly below: NameIndex | undefined
}

const layer = (state: State.State, units: ReadonlySet<UnitId>, below: NameIndex): NameIndex => ({
  list: NameList.of([...units].flatMap((id) => State.unit(state, id) ?? [])),
  units,
  changed: state.lineage.changed,
  below
})

const bottom = (state: State.State): NameIndex => ({
  list: NameList.of(HashMap.values(state.units)),
  units: new Set(),
  changed: state.lineage.changed,
  below: undefined
})

// Puts the changed units on top, together with every layer that is not at least twice as large.
const stack = (state: State.State, changed: ReadonlySet<UnitId>, onto: NameIndex): NameIndex => {
  const units = new Set(changed)
  let below = onto
  while (below.below !== undefined && below.units.size < 2 * units.size) {
    for (const id of below.units) units.add(id)
    below = below.below
  }
  return layer(state, units, below)
}

// A state that branched off the line of states asked before, or is older than them, keeps its names to itself.
const aside = new WeakMap<State.State, NameIndex>()

const made = (state: State.State, top: NameIndex | undefined): NameIndex => {
  for (let known = top; known !== undefined; known = known.below) {
    const changed = Lineage.since(state.lineage, known.changed)
    if (changed !== undefined) return changed.size === 0 ? known : stack(state, changed, known)
  }
  return bottom(state)
}

/**
 * The names of a state, made from those of an earlier state where there is one.
 *
 * Cost: O(names) for the first state, then O(log names) for each unit changed since, amortised.
 */
export const of = (state: State.State): NameIndex => {
  const { root, changed } = state.lineage
  const top = root.names as NameIndex | undefined
  if (top !== undefined && Lineage.since(state.lineage, top.changed) === undefined) {
    const index = aside.get(state) ?? made(state, top)
    aside.set(state, index)
    return index
  }
  const index = top?.changed === changed && top !== undefined ? top : made(state, top)
  root.names = index
  return index
}

/** Calls back for every name, of any unit, that contains a folded text. Cost: O(length of all names). */
export const scan = (index: NameIndex, needle: string, found: Parameters<typeof NameList.scan>[2]): void => {
  const above: Array<ReadonlySet<UnitId>> = []
  for (let at: NameIndex | undefined = index; at !== undefined; at = at.below) {
    NameList.scan(at.list, needle, (name, match) => {
      if (!above.some((units) => units.has(name.unit))) found(name, match)
    })
    above.push(at.units)
  }
}
