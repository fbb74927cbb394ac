import * as Network from "./Network.ts"
import * as Tree from "./Tree.ts"

/** What stops a push: an arc of the tree above a node, the only arc of the need that moves, or the entering arc itself. */
interface Stop {
  readonly amount: number
  /** The node whose arc leaves, or one of the two below. */
  readonly node: number
  /** Whether the branch that comes off is the one the push comes from. */
  readonly atTail: boolean
}
const entering = -1
const ownKey = -2

const join = ({ depth, parent }: Tree.Tree, a: number, b: number): number => {
  let [left, right] = [a, b]
  while (left !== right) {
    if ((depth[left] as number) >= (depth[right] as number)) left = parent[left] as number
    else right = parent[right] as number
  }
  return left
}

// Going around from the join down to the tail, over the entering arc and up again, the last arc that stops the push
// leaves. So the tree stays strongly feasible (from every node something can still be sent to the root), and pivots that
// move nothing cannot repeat for ever (Cunningham 1976).
const stop = (network: Network.Network, from: number, to: number, top: number, own: Stop): Stop => {
  const { tree, flow } = network
  let { amount, node, atTail } = own
  for (let at = from; at !== top; at = tree.parent[at] as number) {
    const arc = tree.arc[at] as number
    const rest = Network.leadsUp(network, at) ? (flow[arc] as number) : Network.room(network, arc)
    if (rest < amount) [amount, node, atTail] = [rest, at, true]
  }
  for (let at = to; at !== top; at = tree.parent[at] as number) {
    const arc = tree.arc[at] as number
    const rest = Network.leadsUp(network, at) ? Network.room(network, arc) : (flow[arc] as number)
    if (rest <= amount) [amount, node, atTail] = [rest, at, false]
  }
  return { amount, node, atTail }
}

const push = (network: Network.Network, from: number, to: number, top: number, amount: number): void => {
  const { tree, flow } = network
  for (let at = from; at !== top; at = tree.parent[at] as number) {
    const arc = tree.arc[at] as number
    flow[arc] = (flow[arc] as number) + (Network.leadsUp(network, at) ? -amount : amount)
  }
  for (let at = to; at !== top; at = tree.parent[at] as number) {
    const arc = tree.arc[at] as number
    flow[arc] = (flow[arc] as number) + (Network.leadsUp(network, at) ? amount : -amount)
  }
}

// A need whose last but one arc has left the tree is a leaf again.
const release = ({ tree, key, node, places }: Network.Network, at: number): void => {
  if (at < places || (tree.firstChild[at] as number) >= 0) return
  const need = tree.need[at] as number
  key[need] = tree.arc[at] as number
  node[need] = -1
  Tree.giveBack(tree, at)
}

// The arc above `leaving` goes and the entering one comes; the branch that came off takes the potentials that fit.
const exchange = (network: Network.Network, leaving: number, inner: number, outer: number, arc: number): void => {
  const { tree, places } = network
  const above = tree.parent[leaving] as number
  Tree.rehang(tree, leaving, inner, outer, arc)
  const change = Network.potential(network, inner, arc, outer) - (tree.potential[inner] as number)
  Tree.shift(tree, inner, places, inner < places ? change : -change)
  release(network, leaving)
  release(network, above)
}

/**
 * Brings an arc from a need into the tree, as far as the rest allows.
 *
 * Cost: O(places) at worst; O(1) when the need only changes from one place with room to another.
 */
export const enterNeedArc = (network: Network.Network, need: number, arc: number): void => {
  const { tree, key, node, place, flow, quantity } = network
  network.pivots++
  const to = place[arc] as number
  const only = key[need] as number
  const from = only < 0 ? (node[need] as number) : (place[only] as number)
  const top = join(tree, from, to)
  const units = quantity[need] as number
  const free: Stop =
    only < 0
      ? { amount: Number.POSITIVE_INFINITY, node: entering, atTail: false }
      : { amount: units, node: ownKey, atTail: true }
  const { amount, node: leaving, atTail } = stop(network, from, to, top, free)
  if (amount > 0) {
    push(network, from, to, top, amount)
    flow[arc] = (flow[arc] as number) + amount
    if (only >= 0) flow[only] = (flow[only] as number) - amount
  }
  if (leaving === ownKey) {
    key[need] = arc
    return
  }
  const hub = only < 0 ? from : lendTo(network, need, only)
  if (atTail) exchange(network, leaving, hub, to, arc)
  else exchange(network, leaving, to, hub, arc)
}

const lendTo = ({ tree, key, node, place, value }: Network.Network, need: number, only: number): number => {
  const hub = Tree.lend(tree, need)
  const at = place[only] as number
  Tree.attach(tree, hub, at, only)
  tree.depth[hub] = (tree.depth[at] as number) + 1
  tree.potential[hub] = (value[only] as number) - (tree.potential[at] as number)
  key[need] = -1
  node[need] = hub
  return hub
}

/**
 * Brings an arc from a place into the tree, filling or emptying it by at most `most`, as far as the rest allows.
 *
 * Shape: when it moves all of `most` the arc may stay outside.
 */
export const enterPlaceArc = (network: Network.Network, arc: number, fill: boolean, most: number): void => {
  const { tree, place, flow } = network
  network.pivots++
  const [tail, head] = [Network.tail(network, arc), place[arc] as number]
  const [from, to] = fill ? [tail, head] : [head, tail]
  const own: Stop = { amount: most, node: entering, atTail: false }
  const top = join(tree, from, to)
  const { amount, node: leaving, atTail } = stop(network, from, to, top, own)
  push(network, from, to, top, amount)
  flow[arc] = (flow[arc] as number) + (fill ? amount : -amount)
  if (leaving === entering) return
  if (atTail) exchange(network, leaving, from, to, arc)
  else exchange(network, leaving, to, from, arc)
}
