import { absent, type ForestOrder, noParent } from "./ForestOrder.ts"
import * as Sparse from "./ForestSparse.ts"

/**
 * A compiled order and the few changes made since: nodes that stand elsewhere, came or went.
 *
 * Shape: both maps are keyed by position in the base (a node the base does not know has its id as position). `moved`
 * holds the parent of every node that differs from the base; `gained` holds for a node the children that it has beyond
 * those of the base, by id. The same changes give the same maps, whatever the way there.
 */
export interface ForestPatch {
  readonly count: number
  readonly alive: number
  readonly base: ForestOrder
  readonly moved: Sparse.ForestSparse<number>
  readonly gained: Sparse.ForestSparse<Sparse.ForestSparse<true>>
}

/** A compiled order without changes. */
export const of = (base: ForestOrder): ForestPatch => ({
  count: base.count,
  alive: base.alive,
  base,
  moved: Sparse.empty,
  gained: Sparse.empty
})

/** Where a node stands in the base. */
export const position = (patch: ForestPatch, node: number): number => patch.base.enter[node] ?? node

/** The node at a position of the base. */
export const nodeAt = (patch: ForestPatch, at: number): number => patch.base.order[at] ?? at

/** The position behind the last node that stood below the node in the base. */
export const behind = (patch: ForestPatch, node: number): number => patch.base.exit[node] ?? node + 1

const baseParent = (patch: ForestPatch, node: number): number => patch.base.parent[node] ?? absent

/** The parent of a node, -1 for none, -2 for absent. Cost: O(1); O(log nodes) while changes are pending. */
export const parent = (patch: ForestPatch, node: number): number =>
  patch.moved.size === 0
    ? baseParent(patch, node)
    : (Sparse.get(patch.moved, position(patch, node)) ?? baseParent(patch, node))

const isMoved = (patch: ForestPatch, at: number): boolean => Sparse.get(patch.moved, at) !== undefined

// The nodes of the base from one position to another that stand beside each other there, less those that left.
const kept = (patch: ForestPatch, from: number, to: number): Array<number> => {
  const nodes: Array<number> = []
  const anyMoved = patch.moved.size > 0
  for (let at = from; at < to; ) {
    const node = nodeAt(patch, at)
    if (!anyMoved || !isMoved(patch, at)) nodes.push(node)
    at = behind(patch, node)
  }
  return nodes
}

const merge = (a: ReadonlyArray<number>, b: ReadonlyArray<number>): Array<number> => {
  const merged: Array<number> = []
  let next = 0
  for (const value of a) {
    while (next < b.length && (b[next] as number) < value) merged.push(b[next++] as number)
    merged.push(value)
  }
  while (next < b.length) merged.push(b[next++] as number)
  return merged
}

/** The children of a node by rising id. Cost: O(children). */
export const children = (patch: ForestPatch, node: number): Array<number> => {
  const at = position(patch, node)
  const stayed = kept(patch, at + 1, behind(patch, node))
  const gained = Sparse.get(patch.gained, at)
  return gained === undefined ? stayed : merge(stayed, Sparse.keys(gained))
}

/** The nodes without a parent by rising id. Cost: O(roots + changes). */
export const roots = (patch: ForestPatch): Array<number> => {
  const stayed = kept(patch, 0, patch.base.alive)
  const gained = Sparse.keys(patch.moved)
    .filter((at) => Sparse.get(patch.moved, at) === noParent)
    .map((at) => nodeAt(patch, at))
  return merge(
    stayed,
    gained.sort((a, b) => a - b)
  )
}

type Gained = ForestPatch["gained"]

const gain = (gained: Gained, at: number, child: number): Gained =>
  Sparse.set(gained, at, Sparse.set(Sparse.get(gained, at) ?? Sparse.empty, child, true))

const lose = (gained: Gained, at: number, child: number): Gained => {
  const left = Sparse.remove(Sparse.get(gained, at) ?? Sparse.empty, child)
  return left.size === 0 ? Sparse.remove(gained, at) : Sparse.set(gained, at, left)
}

/** Gives a node another parent, or -1 or -2. Checks nothing. Cost: O(log nodes), shares all else with the old patch. */
export const place = (patch: ForestPatch, node: number, under: number): ForestPatch => {
  const before = parent(patch, node)
  const original = baseParent(patch, node)
  const at = position(patch, node)
  let gained = patch.gained
  if (before >= 0 && before !== original) gained = lose(gained, position(patch, before), node)
  if (under >= 0 && under !== original) gained = gain(gained, position(patch, under), node)
  return {
    count: Math.max(patch.count, node + 1),
    alive: patch.alive + (under === absent ? 0 : 1) - (before === absent ? 0 : 1),
    base: patch.base,
    moved: under === original ? Sparse.remove(patch.moved, at) : Sparse.set(patch.moved, at, under),
    gained
  }
}

/** The parent of every node, with all changes. Cost: O(nodes). */
export const parents = (patch: ForestPatch): Int32Array => {
  const all = new Int32Array(patch.count).fill(absent)
  all.set(patch.base.parent)
  for (const at of Sparse.keys(patch.moved)) all[nodeAt(patch, at)] = Sparse.get(patch.moved, at) as number
  return all
}
