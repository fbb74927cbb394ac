import type { Identifier } from "@louyu/kernel"
import * as Chain from "./Chain.ts"

/**
 * Which units changed since a state that views were compiled from, so that the next view can be made from the last one.
 *
 * Shape: `root` stands for that first state and keeps what was compiled from it; `changed` grows at the front with every
 * fact. Two states of one root where one `changed` ends in the other differ exactly in the units between.
 */
export interface Lineage {
  readonly root: { readonly lines: Map<string, unknown>; names: unknown }
  readonly changed: Chain.Chain<Identifier.UnitId>
  readonly length: number
}

/** A state nothing was compiled from yet. */
export const begin = (): Lineage => ({ root: { lines: new Map(), names: undefined }, changed: undefined, length: 0 })

/**
 * The state of every organisation before anything happened.
 *
 * All organisations begin with it, but none shares with another what is compiled later.
 */
export const pristine: Lineage = begin()

/**
 * Notes that units changed.
 *
 * Once an eighth of all units has changed, compiling anew costs each change no more than compiling eight units, and the
 * list is dropped.
 */
export const note = (lineage: Lineage, units: ReadonlyArray<Identifier.UnitId>, allUnits: number): Lineage => {
  if (units.length === 0) return lineage
  const length = lineage.length + units.length
  if (length > Math.max(1024, allUnits >>> 3)) return begin()
  const { root } = lineage === pristine ? begin() : lineage
  return { root, changed: units.reduce(Chain.prepend, lineage.changed), length }
}

/** The units that changed since an earlier state, each once; `undefined` when it is no earlier state of this one. */
export const since = (
  lineage: Lineage,
  earlier: Chain.Chain<Identifier.UnitId>
): ReadonlySet<Identifier.UnitId> | undefined => {
  const units = new Set<Identifier.UnitId>()
  let rest = lineage.changed
  while (rest !== earlier) {
    if (rest === undefined) return undefined
    units.add(rest.head)
    rest = rest.tail
  }
  return units
}
