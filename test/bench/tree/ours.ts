import * as Chronicle from "../../../packages/organisation/src/Chronicle.ts"
import * as Forest from "../../../packages/organisation/src/Forest.ts"
import * as ForestSums from "../../../packages/organisation/src/ForestSums.ts"
import type { Contender } from "./contender.ts"
import { type Move, never, type Row, type Workload } from "./workload.ts"

export interface Ours {
  readonly forest: Forest.Forest
  readonly sums: ForestSums.ForestSums
}

/** The forest of today with one figure, from dense numbers. */
export const build = ({ today, area }: Workload): Ours => {
  const forest = Forest.compile(today)
  return { forest, sums: ForestSums.compile(forest, area) }
}

/** The same from rows with text ids. */
export const buildFromRows = (rows: ReadonlyArray<Row>): Ours & { readonly numbers: ReadonlyMap<string, number> } => {
  const numbers = new Map<string, number>()
  for (const { id } of rows) numbers.set(id, numbers.size)
  const parents = new Int32Array(rows.length)
  const weights = new Float64Array(rows.length)
  for (const [node, { parentId, area }] of rows.entries()) {
    parents[node] = parentId === undefined ? Forest.noParent : (numbers.get(parentId) ?? Forest.absent)
    weights[node] = area
  }
  const forest = Forest.compile(parents)
  return { forest, sums: ForestSums.compile(forest, weights), numbers }
}

/** The history of every parent in columns. */
export const columns = ({ count, first, movedOn, movedTo }: Workload): Chronicle.ChronicleColumns<Int32Array> => {
  const offsets = new Int32Array(count + 1)
  for (let node = 0; node < count; node++) {
    offsets[node + 1] = (offsets[node] as number) + (movedOn[node] === never ? 1 : 2)
  }
  const entries = offsets[count] as number
  const from = new Int32Array(entries)
  const values = new Int32Array(entries)
  for (let node = 0; node < count; node++) {
    const at = offsets[node] as number
    values[at] = first[node] as number
    if (movedOn[node] === never) continue
    from[at + 1] = movedOn[node] as number
    values[at + 1] = movedTo[node] as number
  }
  return { offsets, from, values }
}

/** All days at once, with one figure. */
export const buildChronicle = (
  parents: Chronicle.ChronicleColumns<Int32Array>,
  area: Float64Array
): Chronicle.Chronicle<"area"> => Chronicle.compile({ parents, figures: { area } })

export const sumOf = (nodes: ReadonlyArray<number>): number => {
  let sum = 0
  for (let index = 0; index < nodes.length; index++) sum += nodes[index] as number
  return sum
}

const sumOfColumn = (nodes: Int32Array): number => {
  let sum = 0
  for (let index = 0; index < nodes.length; index++) sum += nodes[index] as number
  return sum
}

/** Makes moves one after another on immutable values and returns the sum of what was asked and where it ended. */
export const move = (start: Ours, moves: ReadonlyArray<Move>): { readonly sum: number; readonly compiled: number } => {
  let { forest, sums } = start
  let sum = 0
  let compiled = 0
  for (const { node, parent, asked } of moves) {
    const after = Forest.move(forest, node, parent)
    if (after.base !== forest.base) compiled++
    sums = ForestSums.carry(sums, forest, after, node)
    forest = after
    sum += ForestSums.at(sums, asked) + sumOf(Forest.ancestors(forest, node))
  }
  return { sum, compiled }
}

export const contender = (today: Ours, chronicle: Chronicle.Chronicle<"area">): Contender => {
  const { forest, sums } = today
  return {
    name: "ours",
    answers: {
      ancestors: (node) => sumOf(Forest.ancestors(forest, node)),
      descendants: (node) => sumOfColumn(Forest.descendants(forest, node)),
      "roll-up": (node) => ForestSums.at(sums, node),
      path: (node, other) => sumOf(Forest.pathBetween(forest, node, other) ?? []),
      "ancestors on a day": (node, _, day) => sumOf(Chronicle.ancestorsOn(chronicle, node, day)),
      "roll-up on a day": (node, _, day) => Chronicle.rollUpOn(chronicle, "area", node, day)
    },
    moves: (moves) => move(today, moves).sum
  }
}
