import * as Patch from "./ForestPatch.ts"
import * as Sparse from "./ForestSparse.ts"

// Positions of the base that follow each other in the forest as it is now. `attached`: the node at `from` belongs here,
// although the base may have it elsewhere.
interface Range {
  readonly from: number
  readonly to: number
  readonly attached: boolean
}

const subtreeRange = (patch: Patch.ForestPatch, node: number): Range => ({
  from: Patch.position(patch, node),
  to: Patch.behind(patch, node),
  attached: true
})

/**
 * Calls back with the stretches of the base that make up a subtree, in preorder, the node itself first.
 *
 * Cost: O((changes inside + children of nodes that gained some) log nodes); no recursion.
 */
const eachStretch = (patch: Patch.ForestPatch, node: number, visit: (from: number, to: number) => void): void => {
  const waiting: Array<Range> = [subtreeRange(patch, node)]
  for (let range = waiting.pop(); range !== undefined; range = waiting.pop()) {
    let start = range.from
    let moved = Sparse.next(patch.moved, range.attached ? start + 1 : start)
    let gainer = Sparse.next(patch.gained, start)
    // What left is passed over, until the end or a node that gained children.
    while (moved < range.to && moved <= gainer) {
      if (moved > start) visit(start, moved)
      start = Patch.behind(patch, Patch.nodeAt(patch, moved))
      moved = Sparse.next(patch.moved, start)
      gainer = Sparse.next(patch.gained, start)
    }
    if (gainer >= range.to) {
      if (start < range.to) visit(start, range.to)
      continue
    }
    visit(start, gainer + 1)
    const parent = Patch.nodeAt(patch, gainer)
    waiting.push({ from: Patch.behind(patch, parent), to: range.to, attached: false })
    for (const child of Patch.children(patch, parent).reverse()) waiting.push(subtreeRange(patch, child))
  }
}

// Whether the subtree below a node is as the base has it; the node itself may stand elsewhere.
const isUntouched = (patch: Patch.ForestPatch, node: number): boolean => {
  if (patch.moved.size === 0) return true
  const from = Patch.position(patch, node)
  const to = Patch.behind(patch, node)
  return Sparse.next(patch.moved, from + 1) >= to && Sparse.next(patch.gained, from) >= to
}

/** How many nodes a subtree has, the node included. Cost: O(1) when nothing changed below, else O(changes below). */
export const size = (patch: Patch.ForestPatch, node: number): number => {
  if (isUntouched(patch, node)) return Patch.behind(patch, node) - Patch.position(patch, node)
  let total = 0
  eachStretch(patch, node, (from, to) => {
    total += to - from
  })
  return total
}

const gathered = (patch: Patch.ForestPatch, node: number): Int32Array => {
  const { base } = patch
  const nodes = new Int32Array(size(patch, node))
  let filled = 0
  eachStretch(patch, node, (from, to) => {
    if (from < base.count) nodes.set(base.order.subarray(from, to), filled)
    else nodes[filled] = from
    filled += to - from
  })
  return nodes
}

/** A subtree in preorder, the node first. Cost: O(1), a view, when nothing changed below; else O(answer). */
export const subtree = (patch: Patch.ForestPatch, node: number): Int32Array =>
  node < patch.base.count && isUntouched(patch, node)
    ? patch.base.order.subarray(patch.base.enter[node], patch.base.exit[node])
    : gathered(patch, node)

/** The same without the node itself. */
export const descendants = (patch: Patch.ForestPatch, node: number): Int32Array =>
  node < patch.base.count && isUntouched(patch, node)
    ? patch.base.order.subarray((patch.base.enter[node] as number) + 1, patch.base.exit[node])
    : gathered(patch, node).subarray(1)
