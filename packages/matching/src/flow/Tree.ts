/**
 * The spanning tree of the simplex, over places and those needs that have several arcs in it.
 *
 * A need with one arc is a leaf whose potential follows from the place it hangs on, so it is kept outside: the tree has at
 * most twice as many nodes as there are places, however many needs there are, and a pivot touches nothing else.
 *
 * Shape: nodes below the number of places are places, 0 is the root; the others are lent to needs.
 */
export interface Tree {
  readonly parent: Int32Array
  /** The arc a node hangs on. */
  readonly arc: Int32Array
  readonly depth: Int32Array
  readonly firstChild: Int32Array
  readonly nextSibling: Int32Array
  readonly previousSibling: Int32Array
  readonly potential: Float64Array
  /** The need that a node was lent to, or -1. */
  readonly need: Int32Array
  /** Nodes nobody uses; `free` says how many. */
  readonly spare: Int32Array
  free: number
}

/** A tree of places that hang nowhere yet. */
export const make = (places: number): Tree => {
  // A tree of places and n needs with two arcs each has at most as many arcs as nodes, so n < places; one more while a
  // pivot exchanges arcs.
  const nodes = 2 * places + 1
  const none = (): Int32Array => new Int32Array(nodes).fill(-1)
  return {
    parent: none(),
    arc: none(),
    depth: new Int32Array(nodes),
    firstChild: none(),
    nextSibling: none(),
    previousSibling: none(),
    potential: new Float64Array(nodes),
    need: none(),
    spare: Int32Array.from({ length: nodes - places }, (_, index) => nodes - 1 - index),
    free: nodes - places
  }
}

/** Lends a node to a need. */
export const lend = (tree: Tree, need: number): number => {
  tree.free--
  const node = tree.spare[tree.free] as number
  tree.need[node] = need
  return node
}

/** Takes a node back that nothing hangs on. */
export const giveBack = (tree: Tree, node: number): void => {
  detach(tree, node)
  tree.need[node] = -1
  tree.spare[tree.free] = node
  tree.free++
}

/** Hangs a node, with all below it, on another. */
export const attach = (tree: Tree, node: number, parent: number, arc: number): void => {
  const { firstChild, nextSibling, previousSibling } = tree
  const next = firstChild[parent] as number
  tree.parent[node] = parent
  tree.arc[node] = arc
  nextSibling[node] = next
  previousSibling[node] = -1
  if (next >= 0) previousSibling[next] = node
  firstChild[parent] = node
}

/** Takes a node, with all below it, off its parent. */
export const detach = (tree: Tree, node: number): void => {
  const { firstChild, nextSibling, previousSibling } = tree
  const next = nextSibling[node] as number
  const previous = previousSibling[node] as number
  if (previous >= 0) nextSibling[previous] = next
  else firstChild[tree.parent[node] as number] = next
  if (next >= 0) previousSibling[next] = previous
}

/**
 * Takes a branch off the tree and hangs it up again by another of its nodes.
 *
 * Shape: `top` is the node the branch hangs by, `node` the one it will hang by, on `parent` by `arc`.
 */
export const rehang = (tree: Tree, top: number, node: number, parent: number, arc: number): void => {
  let [at, above, by] = [node, parent, arc]
  for (;;) {
    const [oldParent, oldArc] = [tree.parent[at] as number, tree.arc[at] as number]
    detach(tree, at)
    attach(tree, at, above, by)
    if (at === top) return
    above = at
    by = oldArc
    at = oldParent
  }
}

/** The node after another in a branch, parents before children; -1 after the last. */
const after = (tree: Tree, node: number, top: number): number => {
  const child = tree.firstChild[node] as number
  if (child >= 0) return child
  let at = node
  while (at !== top) {
    const next = tree.nextSibling[at] as number
    if (next >= 0) return next
    at = tree.parent[at] as number
  }
  return -1
}

/** Adds to the prices of all places in a branch what it takes off the gains of its needs, and counts depths anew. */
export const shift = (tree: Tree, top: number, places: number, amount: number): void => {
  const { potential, depth, parent } = tree
  for (let node = top; node >= 0; node = after(tree, node, top)) {
    potential[node] = (potential[node] as number) + (node < places ? amount : -amount)
    depth[node] = (depth[parent[node] as number] as number) + 1
  }
}

/** Gives all nodes below the top their potentials and depths anew. */
export const descend = (
  tree: Tree,
  top: number,
  potential: (child: number, arc: number, parent: number) => number
): void => {
  for (let node = after(tree, top, top); node >= 0; node = after(tree, node, top)) {
    const parent = tree.parent[node] as number
    tree.potential[node] = potential(node, tree.arc[node] as number, parent)
    tree.depth[node] = (tree.depth[parent] as number) + 1
  }
}
