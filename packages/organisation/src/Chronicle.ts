import * as Figure from "./ChronicleFigure.ts"
import * as Steps from "./ChronicleSteps.ts"
import * as Sweep from "./ChronicleSweep.ts"
import * as Forest from "./Forest.ts"
import { ForestDefect } from "./ForestDefect.ts"

export type { ChronicleColumns } from "./ChronicleSteps.ts"

/**
 * A forest on all days at once: who stood under whom, and what a figure summed to, on any day.
 *
 * Shape: nodes are whole numbers from 0 to `count - 1`; a day is a whole number, such as the days since 1970-01-01. A
 * chronicle never changes: a later change gives a new one that shares nearly all with the old one.
 * Cost: for a forest of a million nodes, every fifth moved once, about 90 bytes a node with one figure.
 * Source: architecture "Effective dating is the spine", R1-4.
 */
export interface Chronicle<Name extends string = string> {
  readonly count: number
  readonly parents: Steps.ChronicleSteps
  readonly figures: Readonly<Record<Name, Figure.ChronicleFigure>>
  readonly mostPoints: number
}

/** What a chronicle is compiled from. */
export interface Histories<Name extends string> {
  /** The parent of every node from a day on: -1 for none, -2 for absent; absent before the first entry. */
  readonly parents: Steps.ChronicleColumns<Int32Array>
  /** The figures to be summed: of every node from a day on, 0 before the first entry; or one number a node for ever. */
  readonly figures: Readonly<Record<Name, Float64Array | Steps.ChronicleColumns<Float64Array>>>
}

const copy = (columns: Steps.ChronicleColumns<Int32Array | Float64Array>): Steps.ChronicleColumns => ({
  offsets: columns.offsets.slice(),
  from: columns.from.slice(),
  values: new Float64Array(columns.values)
})

const weightsOf = (figure: Float64Array | Steps.ChronicleColumns<Float64Array>): Steps.ChronicleSteps =>
  figure instanceof Float64Array ? Steps.constant(figure) : Steps.of(copy(figure), 0)

const mapValues = <Name extends string, A, B>(
  record: Readonly<Record<Name, A>>,
  f: (value: A) => B
): Readonly<Record<Name, B>> => {
  const mapped: Partial<Record<Name, B>> = {}
  for (const name in record) mapped[name] = f(record[name])
  return mapped as Record<Name, B>
}

/**
 * Compiles a chronicle from the history of every node's parent and of any figures.
 *
 * Shape: the arrays are copied. Every change of every subtree's sum is kept, unless that passes `limits` (moves in very
 * deep chains): then a figure keeps none, and the sums of a day are computed when it is asked for. Still right, in
 * bounded memory, but O(nodes) for a day that was not asked for lately.
 * Fails: a circle, an unknown parent, a living child of an absent parent on any day, and entries out of order are
 * defects; for figures without history, when such a day is asked for.
 * Cost: O(nodes + changes x depth) for each figure.
 * Source: R1-4.
 *
 * ```ts
 * const parents = {
 *   offsets: Int32Array.of(0, 1, 2, 4),
 *   from: Int32Array.of(0, 0, 0, 100),
 *   values: Int32Array.of(-1, 0, 0, 1)
 * }
 * const chronicle = Chronicle.compile({ parents, figures: { members: Float64Array.of(1, 10, 100) } })
 * Chronicle.ancestorsOn(chronicle, 2, 99) // => [0]
 * Chronicle.ancestorsOn(chronicle, 2, 100) // => [1, 0]
 * Chronicle.rollUpOn(chronicle, "members", 1, 99) // => 10
 * Chronicle.rollUpOn(chronicle, "members", 1, 100) // => 110
 * ```
 */
export const compile = <Name extends string>(
  histories: Histories<Name>,
  limits: Partial<Sweep.SweepLimits> = {}
): Chronicle<Name> => {
  const parents = Steps.of(copy(histories.parents), Forest.absent)
  const count = parents.offsets.length - 1
  const bounds = { points: Math.max(0x10_0000, 32 * count), steps: Math.max(0x100_0000, 64 * count), ...limits }
  const figures = mapValues(histories.figures, (figure) => {
    const weights = weightsOf(figure)
    if (Steps.count(weights) > count) throw new ForestDefect("idKnown", count)
    return Figure.compile(parents, weights, bounds)
  })
  // Without a figure nothing has gone through the days yet to see that they are in order.
  if (Object.keys(figures).length === 0) Sweep.run(parents, Steps.constant(new Float64Array(count)), bounds)
  return { count, parents, figures, mostPoints: bounds.points }
}

/** The parent of a node on a day: -1 for none, -2 when it is absent. Cost: O(log moves of the node). Source: R1-4. */
export const parentOn = (chronicle: Chronicle, node: number, day: number): number =>
  Steps.at(chronicle.parents, node, day)

/** The nodes above a node on a day, the nearest first. Cost: O(depth log moves). Source: R1-4. */
export const ancestorsOn = (chronicle: Chronicle, node: number, day: number): Array<number> => {
  const { parents } = chronicle
  const above: Array<number> = []
  for (let at = Steps.at(parents, node, day); at >= 0; at = Steps.at(parents, at, day)) above.push(at)
  return above
}

/** Tells whether one node stood above another on a day. Cost: O(depth log moves); for many questions {@link forestOn}. */
export const isAboveOn = (chronicle: Chronicle, ancestor: number, node: number, day: number): boolean => {
  const { parents } = chronicle
  let at = Steps.at(parents, node, day)
  while (at >= 0 && at !== ancestor) at = Steps.at(parents, at, day)
  return at >= 0
}

/**
 * What a figure sums to over a subtree on a day, the node included; 0 for an absent node.
 *
 * Cost: O(log changes of that sum); see {@link compile} for chronicles that are too deep.
 * Source: R1-4.
 */
export const rollUpOn = <Name extends string>(
  chronicle: Chronicle<Name>,
  figure: NoInfer<Name>,
  node: number,
  day: number
): number => Figure.at(chronicle.figures[figure], chronicle.parents, chronicle.count, node, day)

/** The forest of a day, compiled. Cost: O(nodes). Source: R1-4. */
export const forestOn = (chronicle: Chronicle, day: number): Forest.Forest =>
  Forest.compile(Steps.onDay(chronicle.parents, day, new Int32Array(chronicle.count)))

/** A figure of every node on a day, not summed. Cost: O(nodes). */
export const weightsOn = <Name extends string>(
  chronicle: Chronicle<Name>,
  figure: NoInfer<Name>,
  day: number
): Float64Array => Steps.onDay(chronicle.figures[figure].weights, day, new Float64Array(chronicle.count))

/** Where a node stands in a period; without `to` the period has no end. */
export interface Placement {
  readonly node: number
  readonly from: number
  readonly to?: number
  readonly parent: number
}

const checkPeriod = (node: number, from: number, to: number): void => {
  if (!(Number.isInteger(node) && node >= 0)) throw new ForestDefect("idKnown", node)
  if (!(from < to)) throw new ForestDefect("periodForward", node, from)
}

// Follows all ways up from a parent on the days of a period: the parent is alive, and none leads to the node.
const checkParent = (chronicle: Chronicle, node: number, { from, to, value: under }: Steps.Piece): void => {
  const { parents, count } = chronicle
  if (under === Forest.noParent || under === Forest.absent) return
  if (!(under >= 0 && under < count)) throw new ForestDefect("parentKnown", node, from)
  for (const stay of Steps.pieces(parents, under, from, to)) {
    if (stay.value === Forest.absent) throw new ForestDefect("parentAlive", node, stay.from)
  }
  const waiting: Array<Steps.NodePieces> = [[under, [{ from, to, value: 0 }]]]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [at, days] = next
    if (at === node) throw new ForestDefect("acyclic", node, days[0]?.from)
    waiting.push(...Figure.byParent(parents, at, days))
  }
}

/**
 * Places a node under a parent (-1 for none, -2 for absent) on the days of a period; other days keep theirs.
 *
 * Shape: any unused number adds a node, which weighs 0 until {@link weigh}. The old chronicle goes on answering.
 * Fails: a parent that is absent, the node itself or below it on one of the days is a defect. That no living node
 * stands below an absent one is for the caller to see to; {@link forestOn} fails on a day on which one does.
 * Cost: O(depth) small changes, amortised, for each figure; a change in the past also O(later changes) for each node above.
 * Source: R1-4, R1-14.
 */
export const place = <Name extends string>(chronicle: Chronicle<Name>, placement: Placement): Chronicle<Name> => {
  const { node, from, to = Steps.forever, parent } = placement
  const { parents, figures, mostPoints } = chronicle
  checkPeriod(node, from, to)
  const piece = { from, to, value: parent }
  checkParent(chronicle, node, piece)
  if (Steps.pieces(parents, node, from, to).every((stay) => stay.value === parent)) return chronicle
  const after = Steps.change(parents, [[node, [piece]]], (_, under) => under)
  return {
    count: Math.max(chronicle.count, node + 1),
    parents: Steps.settle(after),
    figures: mapValues(figures, (figure) =>
      Figure.settle(Figure.carry(figure, parents, after, node, piece), mostPoints)
    ),
    mostPoints
  }
}

/** What a node weighs in a figure in a period; without `to` the period has no end. */
export interface Weighing {
  readonly node: number
  readonly from: number
  readonly to?: number
  readonly weight: number
}

/**
 * Gives a node a weight in one figure on the days of a period; other days keep theirs.
 *
 * Cost: as {@link place}, for one figure.
 */
export const weigh = <Name extends string>(
  chronicle: Chronicle<Name>,
  name: NoInfer<Name>,
  { node, from, to = Steps.forever, weight }: Weighing
): Chronicle<Name> => {
  checkPeriod(node, from, to)
  const { parents, figures, mostPoints } = chronicle
  const weighed = Figure.weigh(figures[name], parents, node, { from, to, value: weight })
  return { ...chronicle, figures: { ...figures, [name]: Figure.settle(weighed, mostPoints) } }
}
