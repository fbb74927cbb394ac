import { ForestDefect } from "./ForestDefect.ts"
import * as Sparse from "./ForestSparse.ts"

/** The day after all days: a period that ends there has no end. */
export const forever = Number.POSITIVE_INFINITY

/**
 * Histories of many nodes in three columns.
 *
 * Shape: the entries of a node are those from `offsets[node]` up to, not including, `offsets[node + 1]`; each gives a
 * day and the value from that day on; the days of one node rise.
 */
export interface ChronicleColumns<Values = Float64Array> {
  readonly offsets: Int32Array
  readonly from: Int32Array
  readonly values: Values
}

// The history of one node after changes: its first `keep` entries of the columns, then its own.
interface Tail {
  readonly keep: number
  readonly from: ReadonlyArray<number>
  readonly values: ReadonlyArray<number>
}

/**
 * One number for every node and day, which changes in steps.
 *
 * Shape: `initial` holds before the first entry of a node; `later` holds the nodes whose history changed since the
 * columns were written; `points` counts all entries.
 */
export interface ChronicleSteps extends ChronicleColumns {
  readonly initial: number
  readonly later: Sparse.ForestSparse<Tail>
  readonly points: number
}

/** A value on the days from `from` up to, not including, `to`. */
export interface Piece {
  readonly from: number
  readonly to: number
  readonly value: number
}

/** Histories from columns. Fails: entries out of order are a defect. Cost: O(entries); the columns are kept. */
export const of = (columns: ChronicleColumns, initial: number): ChronicleSteps => {
  const { offsets, from, values } = columns
  const points = offsets.at(-1) ?? 0
  for (let node = 0; node + 1 < offsets.length; node++) {
    const start = offsets[node] as number
    const end = offsets[node + 1] as number
    if (end < start || end > values.length) throw new ForestDefect("historyInOrder", node)
    for (let at = start + 1; at < end; at++) {
      const day = from[at] as number
      if (day <= (from[at - 1] as number)) throw new ForestDefect("historyInOrder", node, day)
    }
  }
  return { offsets, from, values, initial, later: Sparse.empty, points }
}

/** One value a node, on all days; zeros need no entry. */
export const constant = (values: Float64Array): ChronicleSteps => {
  const offsets = new Int32Array(values.length + 1)
  for (let node = 0; node < values.length; node++) {
    offsets[node + 1] = (offsets[node] as number) + (values[node] === 0 ? 0 : 1)
  }
  const from = new Int32Array(offsets.at(-1) ?? 0).fill(-0x8000_0000)
  return of({ offsets, from, values: values.filter((value) => value !== 0) }, 0)
}

// Behind the last of the sorted days in [start, end) that is not after a day.
const behindLast = (days: Int32Array, start: number, end: number, day: number): number => {
  let low = start
  let high = end
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((days[middle] as number) <= day) low = middle + 1
    else high = middle
  }
  return low
}

// The same for a plain array; apart, so that either loop sees one kind of array and stays fast.
const behindLastOf = (days: ReadonlyArray<number>, day: number): number => {
  let low = 0
  let high = days.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((days[middle] as number) <= day) low = middle + 1
    else high = middle
  }
  return low
}

const inColumns = (steps: ChronicleSteps, start: number, end: number, day: number): number => {
  const behind = behindLast(steps.from, start, end, day)
  return behind > start ? (steps.values[behind - 1] as number) : steps.initial
}

const inTail = (steps: ChronicleSteps, node: number, tail: Tail, day: number): number => {
  const behind = behindLastOf(tail.from, day)
  if (behind > 0) return tail.values[behind - 1] as number
  const start = steps.offsets[node] ?? 0
  return inColumns(steps, start, start + tail.keep, day)
}

/** The value of a node on a day. Cost: O(log entries of the node). */
export const at = (steps: ChronicleSteps, node: number, day: number): number => {
  const tail = steps.later.size === 0 ? undefined : Sparse.get(steps.later, node)
  if (tail !== undefined) return inTail(steps, node, tail, day)
  const start = steps.offsets[node]
  const end = steps.offsets[node + 1]
  return start === undefined || end === undefined ? steps.initial : inColumns(steps, start, end, day)
}

/** Writes the value of every node on a day into an array, and returns it. Cost: O(nodes log entries of a node). */
export const onDay = <Values extends Int32Array | Float64Array>(
  steps: ChronicleSteps,
  day: number,
  values: Values
): Values => {
  for (let node = 0; node < values.length; node++) values[node] = at(steps, node, day)
  return values
}

const nothing: ReadonlyArray<number> = []

const tailOf = (steps: ChronicleSteps, node: number): Tail => {
  const tail = steps.later.size === 0 ? undefined : Sparse.get(steps.later, node)
  if (tail !== undefined) return tail
  const start = steps.offsets[node]
  const end = steps.offsets[node + 1]
  const keep = start === undefined || end === undefined ? 0 : end - start
  return { keep, from: nothing, values: nothing }
}

/** What holds on the days of a period, in order and without a gap. Cost: O(log entries + answer). */
export const pieces = (steps: ChronicleSteps, node: number, from: number, to: number): Array<Piece> => {
  const tail = tailOf(steps, node)
  const start = steps.offsets[node] ?? 0
  const end = start + tail.keep
  const found: Array<Piece> = []
  let last = { from, to, value: at(steps, node, from) }
  const next = (day: number, value: number): void => {
    found.push({ from: last.from, to: day, value: last.value })
    last = { from: day, to, value }
  }
  for (let index = behindLast(steps.from, start, end, from); index < end; index++) {
    const day = steps.from[index] as number
    if (day < to) next(day, steps.values[index] as number)
  }
  for (let index = behindLastOf(tail.from, from); index < tail.from.length; index++) {
    const day = tail.from[index] as number
    if (day < to) next(day, tail.values[index] as number)
  }
  found.push(last)
  return found
}

type Combine = (old: number, value: number) => number

// A history from a day on: its entries there, and what stays as it is before them.
const since = (steps: ChronicleSteps, node: number, tail: Tail, day: number) => {
  const start = steps.offsets[node] ?? 0
  const kept = behindLast(steps.from, start, start + tail.keep, day - 1)
  const begun = behindLastOf(tail.from, day - 1)
  const before = { keep: kept - start, from: tail.from.slice(0, begun), values: tail.values.slice(0, begun) }
  return {
    before,
    from: [...steps.from.subarray(kept, start + tail.keep), ...tail.from.slice(begun)],
    values: [...steps.values.subarray(kept, start + tail.keep), ...tail.values.slice(begun)]
  }
}

// Changes a history on the days of some pieces, which are in order and share no day: merges the days on which it
// changed with those on which the pieces begin and end. An entry that repeats the value before it is left out.
const edit = (
  steps: ChronicleSteps,
  node: number,
  tail: Tail,
  changes: ReadonlyArray<Piece>,
  combine: Combine
): Tail => {
  const first = changes[0]
  if (first === undefined) return tail
  const rest = since(steps, node, tail, first.from)
  const { from, values, keep } = rest.before
  let old = inTail(steps, node, tail, first.from - 1)
  let last = old
  let entry = 0
  let piece = 0
  let day = first.from
  while (day < forever) {
    while ((rest.from[entry] ?? forever) <= day) old = rest.values[entry++] as number
    while ((changes[piece]?.to ?? forever) <= day) piece++
    const change = changes[piece]
    const active = change !== undefined && change.from <= day
    const value = active ? combine(old, change.value) : old
    if (value !== last) {
      from.push(day)
      values.push(value)
      last = value
    }
    const edge = change === undefined ? forever : active ? change.to : change.from
    day = Math.min(rest.from[entry] ?? forever, edge)
  }
  return { keep, from, values }
}

const entries = (tail: Tail): number => tail.keep + tail.from.length

/** Some pieces of one node's history. */
export type NodePieces = readonly [node: number, pieces: ReadonlyArray<Piece>]

/**
 * Changes histories on the days of some pieces, which for each item are in order and share no day.
 *
 * Shape: the new value is `combine(old value, value of the piece)`.
 * Cost: O(entries from the first piece on), for each item, and as much new memory.
 */
export const change = (steps: ChronicleSteps, items: ReadonlyArray<NodePieces>, combine: Combine): ChronicleSteps => {
  const tails = new Map<number, Tail>()
  for (const [node, changes] of items) {
    tails.set(node, edit(steps, node, tails.get(node) ?? tailOf(steps, node), changes, combine))
  }
  let points = steps.points
  for (const [node, tail] of tails) points += entries(tail) - entries(tailOf(steps, node))
  const nodes = [...tails.keys()].sort((a, b) => a - b)
  const later = Sparse.update(steps.later, nodes, (_, index) => tails.get(nodes[index] as number) as Tail)
  return { ...steps, points, later }
}

/** How many nodes the histories reach to. */
export const count = (steps: ChronicleSteps): number =>
  Math.max(steps.offsets.length - 1, (Sparse.keys(steps.later).at(-1) ?? -1) + 1)

/** The same histories with all changes written into fresh columns. Cost: O(entries). */
export const compact = (steps: ChronicleSteps): ChronicleSteps => {
  if (steps.later.size === 0) return steps
  const nodes = count(steps)
  const offsets = new Int32Array(nodes + 1)
  const from = new Int32Array(steps.points)
  const values = new Float64Array(steps.points)
  const known = steps.offsets.length - 1
  let filled = 0
  const copy = (start: number, end: number): void => {
    from.set(steps.from.subarray(start, end), filled)
    values.set(steps.values.subarray(start, end), filled)
    filled += end - start
  }
  let node = 0
  // Between two changed nodes the columns are copied as they are.
  for (const changed of [...Sparse.keys(steps.later), nodes]) {
    const start = steps.offsets[Math.min(node, known)] ?? 0
    const shift = filled - start
    copy(start, steps.offsets[Math.min(changed, known)] ?? 0)
    for (; node < changed; node++) offsets[node + 1] = (steps.offsets[Math.min(node + 1, known)] ?? 0) + shift
    if (changed === nodes) break
    const tail = tailOf(steps, changed)
    const kept = steps.offsets[changed] ?? 0
    copy(kept, kept + tail.keep)
    from.set(tail.from, filled)
    values.set(tail.values, filled)
    filled += tail.from.length
    offsets[++node] = filled
  }
  return of({ offsets, from, values }, steps.initial)
}

/** Compacts once an eighth of the nodes, at least 1,024, have pending changes. Cost: O(entries) then, else nothing. */
export const settle = (steps: ChronicleSteps): ChronicleSteps =>
  steps.later.size > Math.max(1024, steps.offsets.length >>> 3) ? compact(steps) : steps
