import * as Forest from "./Forest.ts"
import * as Sparse from "./ForestSparse.ts"

/**
 * A figure of every node summed over every subtree: members, area, tax.
 *
 * Shape: sums move with a forest as a value of their own, so one forest can have any number of them. Whole numbers stay
 * exact up to 2^53; with fractions the rounding of many moves adds up.
 * Cost: 8 bytes a node.
 * Source: R1-13.
 */
export interface ForestSums {
  readonly base: Float64Array
  readonly changed: Sparse.ForestSparse<number>
}

/**
 * Sums a figure over every subtree; nodes beyond the end of `weights` count 0, and so do absent nodes.
 *
 * Cost: O(nodes).
 *
 * ```ts
 * const forest = Forest.compile(Int32Array.of(-1, 0, 0, 1))
 * const members = ForestSums.compile(forest, Float64Array.of(1, 10, 100, 1000))
 * ForestSums.at(members, 1) // => 1010
 * ```
 */
export const compile = (forest: Forest.Forest, weights: Float64Array): ForestSums => {
  const { order, parent, alive, count } = Forest.compact(forest).base
  const base = new Float64Array(count)
  for (let at = alive - 1; at >= 0; at--) {
    const node = order[at] as number
    const sum = (base[node] as number) + (weights[node] ?? 0)
    base[node] = sum
    const above = parent[node] as number
    if (above >= 0) base[above] = (base[above] as number) + sum
  }
  return { base, changed: Sparse.empty }
}

/** The sum over a subtree, its own node included; 0 for an absent node. Cost: O(1); O(log nodes) after changes. */
export const at = (sums: ForestSums, node: number): number =>
  (sums.changed.size === 0 ? undefined : Sparse.get(sums.changed, node)) ?? sums.base[node] ?? 0

// Changes are written into a fresh array once they are an eighth of it, so that they never outgrow it.
const settle = ({ base, changed }: ForestSums): ForestSums => {
  if (changed.size <= Math.max(1024, base.length >>> 3)) return { base, changed }
  const keys = Sparse.keys(changed)
  const fresh = new Float64Array(Math.max(base.length, (keys.at(-1) ?? -1) + 1))
  fresh.set(base)
  for (const node of keys) fresh[node] = Sparse.get(changed, node) as number
  return { base: fresh, changed: Sparse.empty }
}

interface Additions {
  readonly nodes: Array<number>
  readonly by: Array<number>
}

// Merges the nodes that lose with those that gain; both lists rise.
const signed = (less: ReadonlyArray<number>, more: ReadonlyArray<number>, weight: number): Additions => {
  const all: Additions = { nodes: [], by: [] }
  let next = 0
  for (const node of less) {
    while (next < more.length && (more[next] as number) < node) {
      all.nodes.push(more[next++] as number)
      all.by.push(weight)
    }
    all.nodes.push(node)
    all.by.push(-weight)
  }
  while (next < more.length) {
    all.nodes.push(more[next++] as number)
    all.by.push(weight)
  }
  return all
}

// Adds to the sums of several nodes in one go, which shares most of the copying.
const addAll = ({ base, changed }: ForestSums, { nodes, by }: Additions): ForestSums =>
  settle({
    base,
    changed: Sparse.update(
      changed,
      nodes,
      (before, index) => (before ?? base[nodes[index] as number] ?? 0) + (by[index] as number)
    )
  })

const rising = (nodes: Array<number>): Array<number> => nodes.sort((a, b) => a - b)

/**
 * Carries sums from one forest to the next, which differ in where one node stands (or whether it does).
 *
 * Shape: a node that was added weighs 0 until {@link weigh} gives it a weight.
 * Cost: O(depth), amortised.
 * Source: R1-14.
 *
 * ```ts
 * const before = Forest.compile(Int32Array.of(-1, 0, 0, 1))
 * const after = Forest.move(before, 3, 2)
 * const members = ForestSums.compile(before, Float64Array.of(1, 10, 100, 1000))
 * ForestSums.at(ForestSums.carry(members, before, after, 3), 2) // => 1100
 * ```
 */
export const carry = (sums: ForestSums, before: Forest.Forest, after: Forest.Forest, node: number): ForestSums => {
  const weight = at(sums, node)
  if (weight === 0) return sums
  const left = Forest.ancestors(before, node)
  const joined = Forest.ancestors(after, node)
  // What is above both the old and the new place keeps its sum.
  while (left.length > 0 && left.at(-1) === joined.at(-1)) {
    left.pop()
    joined.pop()
  }
  if (!Forest.isAlive(after, node)) left.push(node)
  return addAll(sums, signed(rising(left), rising(joined), weight))
}

/** Adds to the figure of one living node, and so to all sums above it. Cost: O(depth), amortised. */
export const weigh = (sums: ForestSums, forest: Forest.Forest, node: number, by: number): ForestSums =>
  addAll(sums, signed([], rising([node, ...Forest.ancestors(forest, node)]), by))
