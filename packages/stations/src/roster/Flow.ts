import { gain, relief } from "./Instance.ts"
import type { Network } from "./Network.ts"

/** A network with what it flows now, and how far a search has come. */
export interface Flow {
  readonly network: Network
  readonly counts: Float64Array
  readonly filled: Float64Array
  /** The arc by which each node was found, -1 where a search began, -2 where it has not come. */
  readonly by: Int32Array
}

const unseen = -2
const root = -1

/** The flow a network was made with. */
export const start = (network: Network): Flow => {
  const { instance, leaves, room, nodes } = network
  const flow: Flow = {
    network,
    counts: new Float64Array(instance.members),
    filled: new Float64Array(instance.lots.length),
    by: new Int32Array(nodes).fill(unseen)
  }
  for (const { arc, member, lot } of leaves) {
    const turns = room[arc ^ 1] ?? 0
    flow.counts[member] = (flow.counts[member] ?? 0) + turns
    flow.filled[lot] = (flow.filled[lot] ?? 0) + turns
  }
  return flow
}

interface Way {
  readonly backwards: boolean
  /** Goes no further than members; as one can always have one turn more, nothing beyond is of help to a place. */
  readonly toMembers?: boolean
  /** Stops at the first member that weighs as much. */
  readonly until?: { readonly down: ReadonlyArray<number>; readonly worst: number }
}

// Every node that can be reached from one (or that can reach it), in the order in which it is found.
const search = ({ network, by }: Flow, from: number, way: Way): ReadonlyArray<number> => {
  const { backwards, toMembers = false, until } = way
  const { first, next, to, room, instance } = network
  const found = [from]
  by[from] = root
  for (let n = 0; n < found.length; n++) {
    const here = found[n] ?? 0
    if (here < instance.members) {
      if (toMembers) continue
      if (n > 0 && until !== undefined && until.down[here] === until.worst) return found.slice(0, n + 1)
    }
    for (let arc = first[here] ?? -1; arc >= 0; arc = next[arc] ?? -1) {
      const node = to[arc] ?? 0
      if ((by[node] ?? 0) !== unseen || (room[backwards ? arc ^ 1 : arc] ?? 0) <= 0) continue
      by[node] = arc
      found.push(node)
    }
  }
  return found
}

/** The members that can be reached from some (or that can reach some) through turns that could go to others. */
export const reach = (flow: Flow, from: ReadonlyArray<number>, backwards: boolean): ReadonlyArray<number> => {
  flow.by.fill(unseen)
  const found = from.flatMap((node) => ((flow.by[node] ?? 0) === unseen ? search(flow, node, { backwards }) : []))
  return found.filter((node) => node < flow.network.instance.members).toSorted((a, b) => a - b)
}

/** Moves one turn along an arc. */
export const push = ({ room }: Network, arc: number): void => {
  room[arc] = (room[arc] ?? 0) - 1
  room[arc ^ 1] = (room[arc ^ 1] ?? 0) + 1
}

// Along the arcs by which a node was found, back to where the search began.
const pushAlong = ({ network, by }: Flow, node: number, backwards: boolean): void => {
  for (let at = node; (by[at] ?? root) >= 0; ) {
    const arc = by[at] ?? 0
    push(network, backwards ? arc ^ 1 : arc)
    at = network.to[arc ^ 1] ?? 0
  }
}

const add = (values: Float64Array, at: number, by: number): void => {
  values[at] = (values[at] ?? 0) + by
}

/**
 * Fills as many places as can be filled, each at the least cost in fairness there is nearby.
 *
 * Cost: for each place that dealing left empty O(arcs) at worst; where weeks are bound, as much as one week has.
 */
export const cover = (flow: Flow): void => {
  const { network, filled, by } = flow
  by.fill(unseen)
  for (const [lot, { need }] of network.instance.lots.entries()) {
    while ((filled[lot] ?? 0) < need && coverOnce(flow, lot)) filled[lot] = (filled[lot] ?? 0) + 1
  }
}

const coverOnce = (flow: Flow, lot: number): boolean => {
  const { network, counts, by } = flow
  const { instance } = network
  const found = search(flow, instance.members + lot, { backwards: true, toMembers: true })
  let best = -1
  for (const one of found) {
    if (one >= instance.members) continue
    if (best < 0 || gain(instance, one, counts[one] ?? 0) < gain(instance, best, counts[best] ?? 0)) best = one
  }
  if (best >= 0) {
    pushAlong(flow, best, true)
    add(counts, best, 1)
  }
  for (const node of found) by[node] = unseen
  return best >= 0
}

const levels = ({ network, counts }: Flow) => {
  const { instance } = network
  const all = Array.from({ length: instance.members }, (_, member) => {
    const turns = counts[member] ?? 0
    // A member without turns here has nothing to give.
    return {
      member,
      up: gain(instance, member, turns),
      down: turns > 0 ? relief(instance, member, turns) : Number.NEGATIVE_INFINITY
    }
  })
  return { byNeed: all.toSorted((a, b) => a.up - b.up || a.member - b.member), down: all.map(({ down }) => down) }
}

// Moves one turn from whoever is worst off to somebody it weighs less for, if any can take it through any chain of others.
const relieveOnce = (flow: Flow): boolean => {
  const { network, counts, by } = flow
  const { byNeed, down } = levels(flow)
  const worst = down.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  by.fill(unseen)
  for (const { member, up } of byNeed) {
    if (up >= worst) return false
    // What was reached from a member with less is no use to one with more: it stays marked.
    if ((by[member] ?? 0) !== unseen) continue
    let best = -1
    for (const node of search(flow, member, { backwards: false, until: { down, worst } })) {
      if (
        node < network.instance.members &&
        (down[node] ?? 0) > up &&
        (best < 0 || (down[node] ?? 0) > (down[best] ?? 0))
      )
        best = node
    }
    if (best < 0) continue
    pushAlong(flow, best, false)
    add(counts, member, 1)
    add(counts, best, -1)
    return true
  }
  return false
}

/**
 * Makes the counts as even as they can be without emptying a place: in the end no chain of exchanges makes them more even,
 * which for bounds that nest is the least there is.
 *
 * Cost: O(arcs) for each turn that is moved.
 * Source: negative cycles of a flow with convex costs all pass its source; decreasingly minimal elements of base polytopes.
 */
export const even = (flow: Flow): void => {
  let going = true
  while (going) going = relieveOnce(flow)
}
