import type { Identifier } from "@louyu/kernel"
import { Timeline } from "@louyu/kernel"
import * as Archetype from "./Archetype.ts"
import type { MemberCounts } from "./Command.ts"
import type { Weight } from "./CompiledLine.ts"
import * as Membership from "./rules/Membership.ts"
import type { LevelId, Line } from "./Structure.ts"
import type { StructureIndex } from "./StructureIndex.ts"
import * as Unit from "./Unit.ts"
import * as View from "./View.ts"

type UnitId = Identifier.UnitId

interface Weights {
  readonly full: Weight
  readonly probationary: Weight
  readonly archetypes: Map<Archetype.Archetype, Weight>
  readonly levels: Map<string, Weight>
}

// A view keeps what it summed under the function that gave the weights, so each function is made once.
const made = new WeakMap<StructureIndex, Weights>()

const weightsOf = (index: StructureIndex): Weights => {
  const known = made.get(index)
  if (known !== undefined) return known
  const count =
    (standing: keyof MemberCounts): Weight =>
    (state, unit, on) => {
      const archetype = index.kinds.get(Unit.kindOn(unit, on) ?? "")?.archetype
      // Only home membership counts: enterprises and functional bodies would count people a second time.
      if (archetype === undefined || !Archetype.isPartyBody(archetype)) return 0
      if (Timeline.at(unit.nature, on) === "functional") return 0
      return Membership.countOn(state, unit, on)[standing]
    }
  const weights: Weights = {
    full: count("full"),
    probationary: count("probationary"),
    archetypes: new Map(),
    levels: new Map()
  }
  made.set(index, weights)
  return weights
}

/**
 * The members of a Party body and of all below it in command, each person once.
 *
 * Shape: a body's own members are those stated for it, or else the people whose home it is; taking part elsewhere counts
 * nowhere.
 * Cost: O(units) the first time on a date, then O(1).
 * Source: invariants 2 and 4, R1-8, P-08.
 */
export const members = (view: View.View, body: UnitId): MemberCounts => {
  const { full, probationary } = weightsOf(view.index)
  return {
    full: View.rollUp(view, "command", body, full),
    probationary: View.rollUp(view, "command", body, probationary)
  }
}

/**
 * How many units of an archetype lie in a place, or stand below a unit, itself included.
 *
 * Cost: O(units) the first time on a date, then O(1).
 * Source: P-02, P-11.
 */
export const units = (view: View.View, line: Line, top: UnitId, archetype: Archetype.Archetype): number => {
  const { archetypes } = weightsOf(view.index)
  const weight: Weight =
    archetypes.get(archetype) ??
    ((_state, unit, on) => (view.index.kinds.get(Unit.kindOn(unit, on) ?? "")?.archetype === archetype ? 1 : 0))
  archetypes.set(archetype, weight)
  return View.rollUp(view, line, top, weight)
}

/**
 * How many units stand on every level the structure declares on a line, the top first.
 *
 * Shape: a unit counts on the level of its kind, however many levels above it were skipped; units of kinds without level
 * are not counted, nor are those that neither stand below a unit nor are it, if one is given.
 * Cost: O(units) the first time on a date, then O(levels).
 * Source: P-11 (three-level system), R1-1, R1-3.
 */
export const levels = (view: View.View, line: Line, top?: UnitId): ReadonlyMap<LevelId, number> => {
  const tops = top === undefined ? View.roots(view, line) : [top]
  const { levels: weights } = weightsOf(view.index)
  return new Map(
    view.index.structure.levels[line].map(({ id }) => {
      const key = `${line} ${id}`
      const weight: Weight =
        weights.get(key) ??
        ((_state, unit, on) => (view.index.kinds.get(Unit.kindOn(unit, on) ?? "")?.level?.[line] === id ? 1 : 0))
      weights.set(key, weight)
      return [id, tops.reduce((sum, one) => sum + View.rollUp(view, line, one, weight), 0)]
    })
  )
}
