import type { CivilDate, Identifier } from "@louyu/kernel"
import { Text, Timeline } from "@louyu/kernel"
import type { Archetype } from "./Archetype.ts"
import * as CompiledLine from "./CompiledLine.ts"
import * as Forest from "./Forest.ts"
import * as State from "./State.ts"
import type { KindId, Line, Nature, Structure } from "./Structure.ts"
import * as StructureIndex from "./StructureIndex.ts"
import * as Unit from "./Unit.ts"

type UnitId = Identifier.UnitId

/**
 * The organisation on one date, compiled so that questions cost next to nothing.
 *
 * Shape: answers name units by id, and only units that exist on the date; a unit that does not exist then has no
 * superior, nothing below it and no figures. A view never changes.
 * Cost: the first question about a line compiles it, O(units), or carries the last compiled one over, O(depth) for each
 * unit changed since; later questions cost what their answers are long. See the benchmark in the package.
 * Source: architecture, "Compiled views".
 */
export interface View {
  readonly on: CivilDate.CivilDate
  readonly state: State.State
  readonly index: StructureIndex.StructureIndex
  readonly compiled: (line: Line) => CompiledLine.CompiledLine
}

const made = new WeakMap<State.State, Map<string, View>>()

// As many as compiled lines are kept; a view holds on to those it has asked for.
const keptDates = 16

/**
 * The organisation on a date, under a city's structure.
 *
 * The same state, structure and date give the same view, as long as few other dates are asked for in between.
 */
export const of = (structure: Structure, state: State.State, on: CivilDate.CivilDate): View => {
  const views = made.get(state) ?? new Map<string, View>()
  made.set(state, views)
  const known = views.get(on)
  const index = StructureIndex.of(structure)
  if (known?.index === index) return known
  const lines: Partial<Record<Line, CompiledLine.CompiledLine>> = {}
  const compiled = (line: Line) => (lines[line] ??= CompiledLine.of(state, line, on))
  const view: View = { on, state, index, compiled }
  views.set(on, view)
  for (const oldest of views.keys()) {
    if (views.size <= keptDates) break
    views.delete(oldest)
  }
  return view
}

/** The unit of an id, if it exists on the date. */
export const unit = (view: View, id: UnitId): Unit.Unit | undefined => {
  const found = State.unit(view.state, id)
  return found !== undefined && Unit.isAlive(found, view.on) ? found : undefined
}

/** Every unit that exists on the date, in the order they were set up. Cost: O(units ever). */
export const units = (view: View): ReadonlyArray<Unit.Unit> =>
  view.compiled("command").ids.flatMap((id) => unit(view, id) ?? [])

/** The official name of a unit on the date. */
export const name = (view: View, id: UnitId): Text.Text | undefined =>
  Timeline.at(State.unit(view.state, id)?.name ?? [], view.on)

/** The kind of a unit on the date. */
export const kind = (view: View, id: UnitId): KindId | undefined =>
  Timeline.at(State.unit(view.state, id)?.kind ?? [], view.on)

/** What a unit is to the rules on the date. */
export const archetype = (view: View, id: UnitId): Archetype | undefined =>
  StructureIndex.archetype(view.index, kind(view, id))

/** Whether a body is functional or holds membership itself, on the date (R1-8). */
export const nature = (view: View, id: UnitId): Nature | undefined =>
  Timeline.at(State.unit(view.state, id)?.nature ?? [], view.on)

/** A name to show for a unit: the official one on the date, or else the last it had, or its id. */
export const label = (view: View, id: UnitId): Text.Text => {
  const days = State.unit(view.state, id)?.name ?? []
  return Timeline.at(days, view.on) ?? days.at(-1)?.value ?? Text.of(id)
}

const ids = (view: View, line: Line, nodes: Iterable<number>): ReadonlyArray<UnitId> => {
  const known = view.compiled(line).ids
  return Array.from(nodes, (node) => known[node] as UnitId)
}

const node = (view: View, id: UnitId): number => State.unit(view.state, id)?.index ?? -1

/** The unit directly above, or `undefined`. Cost: O(1). */
export const superior = (view: View, line: Line, id: UnitId): UnitId | undefined =>
  view.compiled(line).ids[Forest.parent(view.compiled(line).forest, node(view, id))]

/** All units above, the nearest first. Cost: O(depth). */
export const ancestors = (view: View, line: Line, id: UnitId): ReadonlyArray<UnitId> =>
  ids(view, line, Forest.ancestors(view.compiled(line).forest, node(view, id)))

/** The way from the top down to a unit, itself included. Cost: O(depth). */
export const path = (view: View, line: Line, id: UnitId): ReadonlyArray<UnitId> =>
  unit(view, id) === undefined ? [] : [...ancestors(view, line, id)].reverse().concat(id)

/** All units below at any distance, each before those below it. Cost: O(answer). */
export const descendants = (view: View, line: Line, id: UnitId): ReadonlyArray<UnitId> =>
  ids(view, line, Forest.descendants(view.compiled(line).forest, node(view, id)))

/** The units directly below, in the order they were set up. Cost: O(answer). */
export const children = (view: View, line: Line, id: UnitId): ReadonlyArray<UnitId> =>
  ids(view, line, Forest.children(view.compiled(line).forest, node(view, id)))

/** The units without superior. Cost: O(answer). */
export const roots = (view: View, line: Line): ReadonlyArray<UnitId> =>
  ids(view, line, Forest.roots(view.compiled(line).forest))

/** Tells whether one unit stands above another at any distance. Cost: O(1) when compiled. */
export const isAbove = (view: View, line: Line, above: UnitId, below: UnitId): boolean => {
  const { forest } = view.compiled(line)
  const [a, b] = [node(view, above), node(view, below)]
  return a >= 0 && b >= 0 && Forest.isAbove(forest, a, b)
}

/** How many units stand above: 0 for the top, `undefined` when the unit does not exist. Cost: O(1) when compiled. */
export const depth = (view: View, line: Line, id: UnitId): number | undefined => {
  const found = Forest.depth(view.compiled(line).forest, node(view, id))
  return found < 0 ? undefined : found
}

/** How many units a unit and all below it are. Cost: O(1) when compiled. */
export const size = (view: View, line: Line, id: UnitId): number =>
  Forest.size(view.compiled(line).forest, node(view, id))

/** A sort of unit: one of the city's kinds, or one of the archetypes the rules know. */
export type UnitSort = { readonly kind: KindId } | { readonly archetype: Archetype }

/** The id of a kind or archetype. */
export const sortName = (sort: UnitSort): string => ("kind" in sort ? sort.kind : sort.archetype)

/** The children of a kind, or of an archetype. Cost: O(children). */
export const childrenOf = (view: View, line: Line, id: UnitId, sort: UnitSort): ReadonlyArray<UnitId> =>
  children(view, line, id).filter((child) => isOf(view, child, sort))

/** Tells whether a unit is of a kind, or of an archetype, on the date. */
export const isOf = (view: View, id: UnitId, sort: UnitSort): boolean =>
  "kind" in sort ? kind(view, id) === sort.kind : archetype(view, id) === sort.archetype

/** The nearest unit above, or the unit itself, that is of a kind or archetype. Cost: O(depth). */
export const nearest = (view: View, line: Line, id: UnitId, sort: UnitSort): UnitId | undefined =>
  unit(view, id) === undefined ? undefined : [id, ...ancestors(view, line, id)].find((one) => isOf(view, one, sort))

/** The lowest unit that is, or stands above, both. Cost: O(depth). */
export const commonSuperior = (view: View, line: Line, one: UnitId, other: UnitId): UnitId | undefined => {
  const { forest, ids: known } = view.compiled(line)
  const [a, b] = [node(view, one), node(view, other)]
  const found = a < 0 || b < 0 ? undefined : Forest.commonAncestor(forest, a, b)
  return found === undefined ? undefined : known[found]
}

/** How many units stand on every level of a line, the top first. Cost: O(units). */
export const levelCounts = (view: View, line: Line): ReadonlyArray<number> =>
  Forest.levelCounts(view.compiled(line).forest)

/**
 * The sum of a figure over a unit and all below it.
 *
 * Every unit counts once, where it stands on that line: taking part, alliances and guidance move no figure.
 * Cost: O(units) the first time a figure is asked on this line and date, then O(1).
 */
export const rollUp = (view: View, line: Line, id: UnitId, weight: CompiledLine.Weight): number => {
  const at = node(view, id)
  return at < 0 ? 0 : CompiledLine.rollUp(view.compiled(line), weight, at, view.on)
}
