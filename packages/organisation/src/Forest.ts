import { ForestDefect } from "./ForestDefect.ts"
import * as Order from "./ForestOrder.ts"
import * as Patch from "./ForestPatch.ts"
import * as Walk from "./ForestWalk.ts"

export { absent, noParent } from "./ForestOrder.ts"

/**
 * Who stands under whom on one day, compiled so that questions cost next to nothing.
 *
 * Shape: nodes are whole numbers from 0 to `count - 1`, of which `alive` stand in the forest. A forest never changes: a
 * move gives a new one that shares nearly all with the old one, and both go on answering. Numbers out of range are
 * absent nodes.
 * Cost: 20 bytes a node. Where a question says "when compiled", it costs O(depth) instead while changes are pending;
 * there are never more pending than an eighth of the nodes or 1,024, see {@link move}.
 * Source: architecture "Compiled views", R1-13.
 */
export interface Forest extends Patch.ForestPatch {}

/**
 * Compiles a forest from the parent of every node: -1 for none, -2 for a node that is not alive.
 *
 * Fails: a circle, an unknown parent and a living child of an absent parent are defects ({@link ForestDefect}).
 * Cost: O(nodes) whatever the shape, about 0.1 us a node; the array is copied.
 * Source: P-11, R1-13.
 *
 * ```ts
 * const street = Forest.compile(Int32Array.of(-1, 0, 0, 1))
 * Forest.ancestors(street, 3) // => [1, 0]
 * ```
 */
export const compile = (parents: Int32Array): Forest => Patch.of(Order.compile(parents))

/** The parent of a node: -1 for none, -2 when the node is absent. Cost: O(1) when compiled, else O(log nodes). */
export const parent = (forest: Forest, node: number): number => Patch.parent(forest, node)

/** Tells whether a node stands in the forest. Cost: as {@link parent}. */
export const isAlive = (forest: Forest, node: number): boolean => Patch.parent(forest, node) !== Order.absent

/**
 * The nodes above a node, the nearest first; none for a root or an absent node.
 *
 * Cost: O(depth).
 * Source: R1-13.
 */
export const ancestors = (forest: Forest, node: number): Array<number> => {
  if (forest.moved.size === 0) return Order.ancestors(forest.base, node)
  const above: Array<number> = []
  for (let at = Patch.parent(forest, node); at >= 0; at = Patch.parent(forest, at)) above.push(at)
  return above
}

/** How many nodes stand above a node: 0 for a root, -1 for an absent node. Cost: O(1) when compiled. */
export const depth = (forest: Forest, node: number): number => {
  let at = Patch.parent(forest, node)
  if (at === Order.absent) return -1
  if (forest.moved.size === 0) return forest.base.depth[node] as number
  let steps = 0
  for (; at >= 0; at = Patch.parent(forest, at)) steps++
  return steps
}

/**
 * Tells whether one node stands above another, at any distance; no node stands above itself.
 *
 * Cost: O(1) when compiled.
 * Source: R1-13.
 */
export const isAbove = (forest: Forest, ancestor: number, node: number): boolean => {
  if (forest.moved.size === 0) {
    const { enter, exit } = forest.base
    const at = enter[node] as number
    return (enter[ancestor] as number) < at && at < (exit[ancestor] as number)
  }
  let at = Patch.parent(forest, node)
  while (at >= 0 && at !== ancestor) at = Patch.parent(forest, at)
  return at === ancestor && at >= 0
}

/** The children of a node by rising id. Cost: O(children), those that left included. */
export const children = (forest: Forest, node: number): Array<number> => Patch.children(forest, node)

/** The nodes without a parent by rising id. Cost: O(roots), and O(changes) while some are pending. */
export const roots = (forest: Forest): Array<number> => Patch.roots(forest)

const nothing = new Int32Array(0)

/**
 * A node and all nodes below it in preorder: every node before those below it, children by rising id.
 *
 * Shape: a window on the forest's own memory; read it, never write to it. Empty for an absent node.
 * Cost: O(1) when nothing changed below the node since it was compiled, else O(answer).
 * Source: R1-13.
 */
export const subtree = (forest: Forest, node: number): Int32Array =>
  isAlive(forest, node) ? Walk.subtree(forest, node) : nothing

/** All nodes below a node, without itself; else as {@link subtree}. */
export const descendants = (forest: Forest, node: number): Int32Array =>
  isAlive(forest, node) ? Walk.descendants(forest, node) : nothing

/** How many nodes a subtree has, its own node included; 0 for an absent node. Cost: O(1 + changes below the node). */
export const size = (forest: Forest, node: number): number => (isAlive(forest, node) ? Walk.size(forest, node) : 0)

/**
 * The lowest node that is, or stands above, each of two nodes; `undefined` when they share no tree.
 *
 * Cost: O(depth).
 */
export const commonAncestor = (forest: Forest, one: number, other: number): number | undefined => {
  if (forest.moved.size === 0) {
    const met = Order.meet(forest.base, one, other)
    return met < 0 ? undefined : met
  }
  let a = one
  let b = other
  let deeper = depth(forest, a) - depth(forest, b)
  for (; deeper > 0; deeper--) a = Patch.parent(forest, a)
  for (; deeper < 0; deeper++) b = Patch.parent(forest, b)
  while (a !== b && a >= 0) {
    a = Patch.parent(forest, a)
    b = Patch.parent(forest, b)
  }
  return a === b && isAlive(forest, a) ? a : undefined
}

/**
 * The nodes on the way from one node to another, both included; `undefined` when they share no tree.
 *
 * Cost: O(depth).
 */
export const pathBetween = (forest: Forest, from: number, to: number): Array<number> | undefined => {
  const top = commonAncestor(forest, from, to)
  if (top === undefined) return undefined
  const up = depth(forest, from) - depth(forest, top)
  const path = new Array<number>(up + depth(forest, to) - depth(forest, top) + 1)
  let node = from
  for (let step = 0; step <= up; step++, node = Patch.parent(forest, node)) path[step] = node
  node = to
  for (let step = path.length - 1; step > up; step--, node = Patch.parent(forest, node)) path[step] = node
  return path
}

/** How many nodes stand at every depth, roots first. Cost: O(nodes). */
export const levelCounts = (forest: Forest): Array<number> => {
  const { base } = compact(forest)
  const counts: Array<number> = []
  for (let at = 0; at < base.alive; at++) {
    const level = base.depth[base.order[at] as number] as number
    counts[level] = (counts[level] ?? 0) + 1
  }
  return counts
}

/** The parent of every node, as {@link compile} takes it. Cost: O(nodes). */
export const parents = (forest: Forest): Int32Array => Patch.parents(forest)

/** The same forest with all changes compiled in. Cost: O(nodes), nothing when none is pending. */
export const compact = (forest: Forest): Forest => (forest.moved.size === 0 ? forest : compile(Patch.parents(forest)))

// A change is kept beside the compiled order until an eighth of the nodes stand elsewhere: then compiling costs each of
// those changes no more than compiling eight nodes.
const settle = (forest: Forest): Forest =>
  forest.moved.size > Math.max(1024, forest.base.count >>> 3) ? compact(forest) : forest

const checkParent = (forest: Forest, node: number, under: number): void => {
  if (under === Order.noParent) return
  if (!(under >= 0 && under < forest.count)) throw new ForestDefect("parentKnown", node)
  if (!isAlive(forest, under)) throw new ForestDefect("parentAlive", node)
}

/**
 * Moves a node, with all below it, under another parent; -1 makes it a root.
 *
 * Shape: the old forest goes on answering as before.
 * Fails: an absent node or parent, and a parent that is the node or stands below it, are defects.
 * Cost: O(depth), amortised: one move in (nodes / 8, at least 1,024) compiles the forest anew.
 * Source: R1-14.
 *
 * ```ts
 * const before = Forest.compile(Int32Array.of(-1, 0, 0, 1))
 * const after = Forest.move(before, 3, 2)
 * Forest.ancestors(after, 3) // => [2, 0]
 * Forest.ancestors(before, 3) // => [1, 0]
 * ```
 */
export const move = (forest: Forest, node: number, under: number): Forest => {
  const before = Patch.parent(forest, node)
  if (before === Order.absent) throw new ForestDefect("moveOfLiving", node)
  if (before === under) return forest
  checkParent(forest, node, under)
  if (under === node || isAbove(forest, node, under)) throw new ForestDefect("acyclic", node)
  return settle(Patch.place(forest, node, under))
}

/**
 * Adds a node under a parent, or as a root with -1.
 *
 * Shape: any absent number will do; one beyond `count` makes the forest longer.
 * Fails: a living node and an absent parent are defects.
 * Cost: O(log nodes), amortised as {@link move}.
 */
export const add = (forest: Forest, node: number, under: number): Forest => {
  if (!(Number.isInteger(node) && node >= 0)) throw new ForestDefect("idKnown", node)
  if (isAlive(forest, node)) throw new ForestDefect("additionOfAbsent", node)
  checkParent(forest, node, under)
  return settle(Patch.place(forest, node, under))
}

/**
 * Takes a node without children away.
 *
 * Fails: an absent node and a node with children are defects.
 * Cost: O(log nodes + children that left), amortised as {@link move}.
 */
export const remove = (forest: Forest, node: number): Forest => {
  if (!isAlive(forest, node)) throw new ForestDefect("moveOfLiving", node)
  if (Walk.size(forest, node) > 1) throw new ForestDefect("removalOfLeaf", node)
  return settle(Patch.place(forest, node, Order.absent))
}
