import type { Identifier } from "@louyu/kernel"
import { CivilDate, Timeline } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import type { Archetype } from "./Archetype.ts"
import * as Chronicle from "./Chronicle.ts"
import * as HistoryColumns from "./HistoryColumns.ts"
import * as MemberHistory from "./MemberHistory.ts"
import * as State from "./State.ts"
import type { Line, Structure } from "./Structure.ts"
import * as StructureIndex from "./StructureIndex.ts"
import type * as Unit from "./Unit.ts"

type UnitId = Identifier.UnitId

/** What a figure needs to know besides the unit. */
export interface Context {
  readonly state: State.State
  readonly index: StructureIndex.StructureIndex
}

/**
 * A figure of every unit over time: on each day the number it has, none counting as 0.
 *
 * Shape: pass the same function each time, for what was summed under it is kept. {@link fullMembers},
 * {@link probationaryMembers} and {@link units} are such figures; others may read a timeline of their own.
 */
export type Figure = (context: Context, unit: Unit.Unit) => Timeline.Timeline<number>

/**
 * One line of the organisation on all days at once: for trends over many dates, where compiling a view for each would
 * take too long.
 *
 * Shape: says on every day the same as a view of that day.
 */
export interface History extends Context {
  readonly line: Line
  readonly units: ReadonlyArray<Unit.Unit>
  readonly parents: Chronicle.ChronicleColumns<Int32Array>
  readonly chronicles: Map<Figure, Chronicle.Chronicle<"sum">>
}

const made = new WeakMap<State.State, Map<string, History>>()

const build = (index: StructureIndex.StructureIndex, state: State.State, line: Line): History => {
  const units = new Array<Unit.Unit>(HashMap.size(state.units))
  for (const unit of HashMap.values(state.units)) units[unit.index] = unit
  const parents = HistoryColumns.parents(units, (id) => State.unit(state, id), line)
  return { state, index, line, units, parents, chronicles: new Map() }
}

/**
 * A line of a state on all days, under a city's structure. The same state, structure and line give the same history.
 *
 * Cost: O(units + moves) the first time.
 * Source: R1-4, P-09; architecture, "Effective dating is the spine".
 */
export const of = (structure: Structure, state: State.State, line: Line): History => {
  const histories = made.get(state) ?? new Map<string, History>()
  made.set(state, histories)
  const index = StructureIndex.of(structure)
  const known = histories.get(line)
  if (known?.index === index) return known
  const history = build(index, state, line)
  histories.set(line, history)
  return history
}

const chronicleOf = (history: History, figure: Figure): Chronicle.Chronicle<"sum"> => {
  const known = history.chronicles.get(figure)
  if (known !== undefined) return known
  const sum = HistoryColumns.weights(history.units, (unit) => figure(history, unit))
  const chronicle = Chronicle.compile({ parents: history.parents, figures: { sum } })
  history.chronicles.set(figure, chronicle)
  return chronicle
}

/**
 * The sum of a figure over a unit and all below it on a date; 0 when the unit does not exist then.
 *
 * Cost: O(units + changes x depth) the first time a figure is asked for, then O(log changes of that sum).
 * Source: R1-4, P-09.
 */
export const rollUp = (history: History, figure: Figure, unit: UnitId, on: CivilDate.CivilDate): number => {
  const node = State.unit(history.state, unit)?.index
  return node === undefined
    ? 0
    : Chronicle.rollUpOn(chronicleOf(history, figure), "sum", node, CivilDate.toEpochDay(on))
}

/** A number on a date. */
export interface Point {
  readonly on: CivilDate.CivilDate
  readonly value: number
}

/**
 * The sum of a figure over a unit and all below it on many dates, in the order of the dates.
 *
 * Cost: as {@link rollUp} for each date.
 * Source: R1-4, P-09.
 */
export const series = (
  history: History,
  figure: Figure,
  unit: UnitId,
  dates: Iterable<CivilDate.CivilDate>
): ReadonlyArray<Point> => Array.from(dates, (on) => ({ on, value: rollUp(history, figure, unit, on) }))

const archetypeOf = ({ index }: Context, kind: string): Archetype | undefined => index.kinds.get(kind)?.archetype

/** Full members of Party bodies, each at home; as `Figure.members` counts them. Source: invariants 2 and 4, P-08, N-1. */
export const fullMembers: Figure = ({ state, index }, unit) => MemberHistory.of(state, index, unit, "full")

/** Probationary members of Party bodies, each at home; as `Figure.members` counts them. Source: invariants 2 and 4. */
export const probationaryMembers: Figure = ({ state, index }, unit) =>
  MemberHistory.of(state, index, unit, "probationary")

const unitFigures = new Map<Archetype, Figure>()

/** One for every unit of an archetype: branches, enterprises, micro-grids. Source: P-02, P-09. */
export const units = (archetype: Archetype): Figure => {
  const known = unitFigures.get(archetype)
  if (known !== undefined) return known
  const figure: Figure = (context, unit) =>
    Timeline.map(
      unit.kind.filter((entry) => archetypeOf(context, entry.value) === archetype),
      () => 1
    )
  unitFigures.set(archetype, figure)
  return figure
}
