import type { CivilDate, Identifier } from "@louyu/kernel"
import { Timeline } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import type * as Chain from "./Chain.ts"
import * as Forest from "./Forest.ts"
import * as ForestSums from "./ForestSums.ts"
import * as Lineage from "./Lineage.ts"
import * as State from "./State.ts"
import type { Line } from "./Structure.ts"
import * as Unit from "./Unit.ts"

type UnitId = Identifier.UnitId

/** The number a figure gives one unit on a date; it may look at the unit and its members, at nothing else. */
export type Weight = (state: State.State, unit: Unit.Unit, on: CivilDate.CivilDate) => number

/** One line of a state on a date as a forest of unit indexes, and the figures summed over it so far. */
export interface CompiledLine {
  readonly state: State.State
  readonly changed: Chain.Chain<UnitId>
  readonly forest: Forest.Forest
  /** The unit of an index; grows as units are set up. */
  readonly ids: ReadonlyArray<UnitId>
  readonly sums: Map<Weight, ForestSums.ForestSums>
}

// More dates than this are seldom asked for in turn; a compiled line of a million units takes 20 MB.
const keptDates = 16

const parentOf = (state: State.State, line: Line, unit: Unit.Unit, on: CivilDate.CivilDate): number => {
  if (!Unit.isAlive(unit, on)) return Forest.absent
  const superior = Timeline.at(unit.superior[line], on)
  const found = superior === undefined ? undefined : State.unit(state, superior)
  return found === undefined || !Unit.isAlive(found, on) ? Forest.noParent : found.index
}

const compile = (state: State.State, line: Line, on: CivilDate.CivilDate): CompiledLine => {
  const ids = new Array<UnitId>(HashMap.size(state.units))
  const indexes = new Map<string, number>()
  const superiors: Array<readonly [number, UnitId]> = []
  const parents = new Int32Array(ids.length).fill(Forest.absent)
  for (const unit of HashMap.values(state.units)) {
    ids[unit.index] = unit.id
    if (!Unit.isAlive(unit, on)) continue
    indexes.set(unit.id, unit.index)
    parents[unit.index] = Forest.noParent
    const superior = Timeline.at(unit.superior[line], on)
    if (superior !== undefined) superiors.push([unit.index, superior])
  }
  for (const [index, superior] of superiors) parents[index] = indexes.get(superior) ?? Forest.noParent
  return { state, changed: state.lineage.changed, forest: Forest.compile(parents), ids, sums: new Map() }
}

/** A forest on its way to the next, with every figure summed over it. */
interface Passage {
  forest: Forest.Forest
  readonly sums: Map<Weight, ForestSums.ForestSums>
}

const pass = (passage: Passage, node: number, change: (forest: Forest.Forest) => Forest.Forest): void => {
  const before = passage.forest
  const after = change(before)
  for (const [weight, sums] of passage.sums) passage.sums.set(weight, ForestSums.carry(sums, before, after, node))
  passage.forest = after
}

interface Changed {
  readonly before: Unit.Unit | undefined
  readonly after: Unit.Unit
  readonly parent: number
}

// Whoever is named below a unit stands below it only while it exists: facts of another system may have left him there.
const withThoseBelow = (
  last: CompiledLine,
  state: State.State,
  line: Line,
  on: CivilDate.CivilDate,
  ids: ReadonlySet<UnitId>
): ReadonlySet<UnitId> => {
  const all = new Set(ids)
  const lives = (unit: Unit.Unit | undefined) => unit !== undefined && Unit.isAlive(unit, on)
  for (const id of ids) {
    if (lives(State.unit(last.state, id)) === lives(State.unit(state, id))) continue
    for (const [child] of State.everBelow(state, line, id)) all.add(child.id)
  }
  return all
}

const carryOver = (
  last: CompiledLine,
  state: State.State,
  line: Line,
  on: CivilDate.CivilDate,
  ids: ReadonlySet<UnitId>
) => {
  const passage: Passage = { forest: last.forest, sums: new Map(last.sums) }
  const changed: Array<Changed> = []
  for (const id of ids) {
    const after = State.unit(state, id)
    if (after === undefined) continue
    changed.push({ before: State.unit(last.state, id), after, parent: parentOf(state, line, after, on) })
  }
  changed.sort((a, b) => a.after.index - b.after.index)
  const placed = changed.filter(({ after, parent }) => parent !== Forest.parent(passage.forest, after.index))
  // Everything that moves is first set free: then no step on the way can close a circle that the end does not have.
  for (const { after, parent } of placed) {
    const now = Forest.parent(passage.forest, after.index)
    if (now === Forest.absent && parent !== Forest.absent) {
      pass(passage, after.index, (forest) => Forest.add(forest, after.index, Forest.noParent))
    } else if (placed.length > 1 && now >= 0) {
      pass(passage, after.index, (forest) => Forest.move(forest, after.index, Forest.noParent))
    }
  }
  for (const { after, parent } of placed) {
    if (parent !== Forest.absent) pass(passage, after.index, (forest) => Forest.move(forest, after.index, parent))
  }
  weighAgain(passage, last.state, state, changed, on)
  for (const { after, parent } of placed) {
    if (parent === Forest.absent && Forest.isAlive(passage.forest, after.index)) {
      pass(passage, after.index, (forest) => Forest.remove(forest, after.index))
    }
  }
  return passage
}

const weighAgain = (
  passage: Passage,
  before: State.State,
  state: State.State,
  changed: ReadonlyArray<Changed>,
  on: CivilDate.CivilDate
): void => {
  for (const [weight, sums] of passage.sums) {
    let weighed = sums
    for (const one of changed) {
      const old = one.before !== undefined && Unit.isAlive(one.before, on) ? weight(before, one.before, on) : 0
      const now = one.parent === Forest.absent ? 0 : weight(state, one.after, on)
      if (now !== old && Forest.isAlive(passage.forest, one.after.index)) {
        weighed = ForestSums.weigh(weighed, passage.forest, one.after.index, now - old)
      }
    }
    passage.sums.set(weight, weighed)
  }
}

const advance = (
  last: CompiledLine,
  state: State.State,
  line: Line,
  on: CivilDate.CivilDate
): CompiledLine | undefined => {
  const ids = Lineage.since(state.lineage, last.changed)
  if (ids === undefined) return undefined
  const { forest, sums } = carryOver(last, state, line, on, withThoseBelow(last, state, line, on, ids))
  const added = [...ids].flatMap((id) => State.unit(state, id) ?? []).filter((unit) => unit.index >= last.ids.length)
  const known =
    added.length === 0 ? last.ids : [...last.ids, ...added.sort((a, b) => a.index - b.index).map((unit) => unit.id)]
  return { state, changed: state.lineage.changed, forest, ids: known, sums }
}

/**
 * A line of a state on a date, compiled once and carried from state to state.
 *
 * Cost: O(units) for the first state asked, then O(depth) for each unit that changed.
 */
export const of = (state: State.State, line: Line, on: CivilDate.CivilDate): CompiledLine => {
  const { lines } = state.lineage.root
  const key = `${line} ${on}`
  const last = lines.get(key) as CompiledLine | undefined
  if (last?.changed === state.lineage.changed && last !== undefined) return last
  const next = (last === undefined ? undefined : advance(last, state, line, on)) ?? compile(state, line, on)
  lines.delete(key)
  lines.set(key, next)
  for (const oldest of lines.keys()) {
    if (lines.size <= keptDates) break
    lines.delete(oldest)
  }
  return next
}

/** The sum of a figure over a unit and all below it. Cost: O(1) once the figure was summed over the line. */
export const rollUp = (compiled: CompiledLine, weight: Weight, index: number, on: CivilDate.CivilDate): number => {
  let sums = compiled.sums.get(weight)
  if (sums === undefined) {
    const weights = new Float64Array(compiled.ids.length)
    for (const unit of HashMap.values(compiled.state.units)) {
      if (Unit.isAlive(unit, on)) weights[unit.index] = weight(compiled.state, unit, on)
    }
    sums = ForestSums.compile(compiled.forest, weights)
    compiled.sums.set(weight, sums)
  }
  return ForestSums.at(sums, index)
}
