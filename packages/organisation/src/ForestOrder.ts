import { ForestDefect } from "./ForestDefect.ts"

/** The parent of a node that stands under no other. */
export const noParent = -1

/** In the place of a parent: the node is not alive. */
export const absent = -2

/**
 * A forest as a sequence: every node stands before the nodes below it (preorder), children by rising id.
 *
 * Shape: `order[p]` is the node at position `p` and `enter[node]` its position; the nodes below it fill the positions
 * after that up to, not including, `exit[node]`. Absent nodes follow the `alive` living ones. Never written to again.
 */
export interface ForestOrder {
  readonly count: number
  readonly alive: number
  readonly parent: Int32Array
  readonly depth: Int32Array
  readonly order: Int32Array
  readonly enter: Int32Array
  readonly exit: Int32Array
}

// How many children every node has. Refuses parents that cannot be.
const countChildren = (parent: Int32Array): Int32Array => {
  const count = parent.length
  const children = new Int32Array(count)
  for (let node = 0; node < count; node++) {
    const above = parent[node] as number
    if (above < 0) {
      if (above < absent) throw new ForestDefect("parentKnown", node)
      continue
    }
    if (above >= count) throw new ForestDefect("parentKnown", node)
    if (parent[above] === absent) throw new ForestDefect("parentAlive", node)
    children[above] = (children[above] as number) + 1
  }
  return children
}

const absentees = (parent: Int32Array): number => {
  let absentNodes = 0
  for (let node = 0; node < parent.length; node++) if (parent[node] === absent) absentNodes++
  return absentNodes
}

interface Rising {
  readonly nodes: Int32Array
  readonly length: number
  readonly size: Int32Array
}

// Lists the living nodes so that children come before parents, and counts each subtree on the way. Where parents have
// smaller ids than their children (units founded in order) the list is simply the falling ids: memory is read in order.
const rise = (parent: Int32Array, children: Int32Array): Rising => {
  const nodes = new Int32Array(parent.length)
  const size = new Int32Array(parent.length).fill(1)
  let length = 0
  for (let start = parent.length - 1; start >= 0; start--) {
    if (parent[start] === absent) continue
    let node = start
    while (node >= start && children[node] === 0) {
      nodes[length++] = node
      const above = parent[node] as number
      if (above < 0) break
      size[above] = (size[above] as number) + (size[node] as number)
      children[above] = (children[above] as number) - 1
      node = above
    }
  }
  return { nodes, length, size }
}

// How far behind its parent each node enters; roots and, behind them, absent nodes get their position at once.
const offsets = (parent: Int32Array, size: Int32Array, taken: Int32Array, alive: number): Int32Array => {
  const enter = new Int32Array(parent.length)
  let top = 0
  let behind = alive
  for (let node = 0; node < parent.length; node++) {
    const above = parent[node] as number
    if (above >= 0) {
      const offset = taken[above] as number
      enter[node] = offset + 1
      taken[above] = offset + (size[node] as number)
    } else if (above === noParent) {
      enter[node] = top
      top += size[node] as number
    } else enter[node] = behind++
  }
  return enter
}

/**
 * Puts a forest in order, from the parent of every node.
 *
 * Fails: a circle, an unknown parent and a living child of an absent parent are defects.
 * Cost: O(nodes) whatever the shape; no recursion, so depth is not limited.
 */
export const compile = (parents: Int32Array): ForestOrder => {
  const parent = parents.slice()
  const count = parent.length
  const children = countChildren(parent)
  const { nodes, length, size } = rise(parent, children)
  const alive = count - absentees(parent)
  // Only a node on a circle still waits for a child.
  if (length < alive)
    throw new ForestDefect(
      "acyclic",
      children.findIndex((waiting) => waiting > 0)
    )
  const enter = offsets(parent, size, children, alive)
  const depth = new Int32Array(count)
  for (let index = length - 1; index >= 0; index--) {
    const node = nodes[index] as number
    const above = parent[node] as number
    if (above < 0) continue
    enter[node] = (enter[node] as number) + (enter[above] as number)
    depth[node] = (depth[above] as number) + 1
  }
  const order = new Int32Array(count)
  for (let node = 0; node < count; node++) order[enter[node] as number] = node
  for (let node = 0; node < count; node++) size[node] = (size[node] as number) + (enter[node] as number)
  return { count, alive, parent, depth, order, enter, exit: size }
}

/** The nodes above a node, the nearest first. Cost: O(depth). */
export const ancestors = ({ parent, depth }: ForestOrder, node: number): Array<number> => {
  const above = new Array<number>(depth[node] ?? 0)
  let at = node
  for (let step = 0; step < above.length; step++) {
    at = parent[at] as number
    above[step] = at
  }
  return above
}

/** The lowest node that is, or stands above, both; -1 when there is none. Cost: O(depth). */
export const meet = ({ parent, enter, exit, alive }: ForestOrder, one: number, other: number): number => {
  const position = enter[other]
  if (position === undefined || position >= alive || (enter[one] ?? alive) >= alive) return noParent
  let at = one
  while (at >= 0 && !((enter[at] as number) <= position && position < (exit[at] as number))) at = parent[at] as number
  return at
}
