import * as Steps from "./ChronicleSteps.ts"
import * as Sweep from "./ChronicleSweep.ts"
import * as Forest from "./Forest.ts"
import * as ForestSums from "./ForestSums.ts"

/**
 * One figure of every node over all days, and what it sums to over every subtree.
 *
 * Shape: `totals` is missing where keeping every change of every sum would take too much; then the sums of a day are
 * computed when it is asked for, and `recent` remembers those of a few days. It is a memory, not part of the value.
 */
export interface ChronicleFigure {
  readonly weights: Steps.ChronicleSteps
  readonly totals: Steps.ChronicleSteps | undefined
  readonly recent: Map<number, Float64Array>
}

const remembered = 4

/** A figure with its sums, as far as the limits allow. Fails and costs as the sweep. */
export const compile = (
  parents: Steps.ChronicleSteps,
  weights: Steps.ChronicleSteps,
  limits: Sweep.SweepLimits
): ChronicleFigure => ({ weights, totals: Sweep.run(parents, weights, limits), recent: new Map() })

const sumsOn = (figure: ChronicleFigure, parents: Steps.ChronicleSteps, nodes: number, day: number): Float64Array => {
  const weights = Steps.onDay(figure.weights, day, new Float64Array(nodes))
  return ForestSums.compile(Forest.compile(Steps.onDay(parents, day, new Int32Array(nodes))), weights).base
}

// The sums of a day that has no history, computed once as long as few other days are asked for in between.
const recall = (figure: ChronicleFigure, parents: Steps.ChronicleSteps, nodes: number, day: number): Float64Array => {
  const { recent } = figure
  const sums = recent.get(day) ?? sumsOn(figure, parents, nodes, day)
  recent.delete(day)
  recent.set(day, sums)
  for (const oldest of recent.keys()) if (recent.size > remembered) recent.delete(oldest)
  return sums
}

/** The sum over a subtree on a day. Cost: O(log points of the node); O(nodes) for a new day without history. */
export const at = (
  figure: ChronicleFigure,
  parents: Steps.ChronicleSteps,
  nodes: number,
  node: number,
  day: number
): number =>
  figure.totals === undefined ? (recall(figure, parents, nodes, day)[node] ?? 0) : Steps.at(figure.totals, node, day)

type Pieces = ReadonlyArray<Steps.Piece>

const sum = (old: number, by: number): number => old + by

const times = (pieces: Pieces, factor: number): Pieces =>
  pieces.flatMap((piece) => (piece.value === 0 ? [] : [{ ...piece, value: piece.value * factor }]))

/**
 * The days of some pieces by the parent that a node has on them; days without a parent are left out.
 *
 * Cost: O(pieces + moves of the node).
 */
export const byParent = (
  parents: Steps.ChronicleSteps,
  node: number,
  pieces: Pieces
): Map<number, Array<Steps.Piece>> => {
  const groups = new Map<number, Array<Steps.Piece>>()
  for (const piece of pieces) {
    for (const stay of Steps.pieces(parents, node, piece.from, piece.to)) {
      if (stay.value < 0) continue
      const group = groups.get(stay.value)
      const days = { from: stay.from, to: stay.to, value: piece.value }
      if (group === undefined) groups.set(stay.value, [days])
      else group.push(days)
    }
  }
  return groups
}

// All that stand above a node on the days of some pieces, each with its days. Gives up when that is more than an eighth
// of all nodes, which happens in chains only.
const above = (
  parents: Steps.ChronicleSteps,
  node: number,
  pieces: Pieces
): ReadonlyArray<Steps.NodePieces> | undefined => {
  const most = Math.max(0x4000, parents.offsets.length >>> 3)
  const waiting: Array<Steps.NodePieces> = [...byParent(parents, node, pieces)]
  const found: Array<Steps.NodePieces> = []
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.push(next) > most) return undefined
    waiting.push(...byParent(parents, next[0], next[1]))
  }
  return found
}

const areEqual = (a: Pieces, b: Pieces): boolean =>
  a.length === b.length &&
  a.every((piece, index) => {
    const other = b[index]
    return piece.from === other?.from && piece.to === other.to && piece.value === other.value
  })

// Items that occur in both lists are taken out of both: what is above the old and the new place keeps its sum.
const withoutShared = (left: ReadonlyArray<Steps.NodePieces>, joined: ReadonlyArray<Steps.NodePieces>) => {
  const byNode = new Map<number, Array<Pieces>>()
  for (const [node, pieces] of joined) byNode.set(node, [...(byNode.get(node) ?? []), pieces])
  const less = left.filter(([node, pieces]) => {
    const others = byNode.get(node) ?? []
    const same = others.findIndex((other) => areEqual(pieces, other))
    if (same >= 0) others.splice(same, 1)
    return same < 0
  })
  const more = [...byNode].flatMap(([node, lists]) => lists.map((pieces): Steps.NodePieces => [node, pieces]))
  return { less, more }
}

/**
 * Carries a figure from old parents to new ones, which differ in where one node stands in one period.
 *
 * Shape: `under` is the new parent, on all days of the period.
 * Cost: O(depth), and O(points from the period on) for each node above.
 */
export const carry = (
  figure: ChronicleFigure,
  before: Steps.ChronicleSteps,
  after: Steps.ChronicleSteps,
  node: number,
  { from, to, value: under }: Steps.Piece
): ChronicleFigure => {
  const { weights, totals } = figure
  const forgotten = { weights, totals: undefined, recent: new Map<number, Float64Array>() }
  if (totals === undefined) return forgotten
  // On days on which the node comes or goes, its own weight does so too.
  const own = Steps.pieces(before, node, from, to)
    .filter((stay) => (stay.value === Forest.absent) !== (under === Forest.absent))
    .flatMap((stay) => Steps.pieces(weights, node, stay.from, stay.to))
  const alone = Steps.change(totals, [[node, times(own, under === Forest.absent ? -1 : 1)]], sum)
  const left = above(before, node, times(Steps.pieces(totals, node, from, to), 1))
  const joined = above(after, node, times(Steps.pieces(alone, node, from, to), 1))
  if (left === undefined || joined === undefined) return forgotten
  const { less, more } = withoutShared(left, joined)
  const taken = less.map(([node, pieces]): Steps.NodePieces => [node, times(pieces, -1)])
  return { ...forgotten, totals: Steps.change(alone, [...taken, ...more], sum) }
}

/**
 * Gives a node another weight in one period.
 *
 * Cost: as {@link carry}.
 */
export const weigh = (
  figure: ChronicleFigure,
  parents: Steps.ChronicleSteps,
  node: number,
  period: Steps.Piece
): ChronicleFigure => {
  const weights = Steps.change(figure.weights, [[node, [period]]], (_, value) => value)
  const forgotten = { weights, totals: undefined, recent: new Map<number, Float64Array>() }
  const by = Steps.pieces(parents, node, period.from, period.to)
    .filter((stay) => stay.value !== Forest.absent)
    .flatMap((stay) => Steps.pieces(figure.weights, node, stay.from, stay.to))
    .map((piece) => ({ ...piece, value: period.value - piece.value }))
  const items = above(parents, node, by)
  if (figure.totals === undefined || items === undefined) return forgotten
  return { ...forgotten, totals: Steps.change(figure.totals, [[node, by], ...items], sum) }
}

/** Writes pending changes into fresh columns when they are many, and gives histories up that passed the limit. */
export const settle = (figure: ChronicleFigure, mostPoints: number): ChronicleFigure => ({
  weights: Steps.settle(figure.weights),
  totals: figure.totals === undefined || figure.totals.points > mostPoints ? undefined : Steps.settle(figure.totals),
  recent: figure.recent
})
