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
  readonly until?: { readonly down: Float64Array; readonly worst: number }
}

// Every node that can be reached from one (or that can reach it), in the order in which it is found.
const search = ({ network, by }: Flow, from: number, way: Way): ReadonlyArray<number> => {
  const { backwards, toMembers = false, until } = way
  const { first, next, to, room, instance } = network
  const found = [from]
  by[from] = root
  for (let n = 0; n < found.length; n++) {
    const here = found[n] ?? 0
    if (toMembers && here < instance.members) continue
    for (let arc = first[here] ?? -1; arc >= 0; arc = next[arc] ?? -1) {
      const node = to[arc] ?? 0
      if ((by[node] ?? 0) !== unseen || (room[backwards ? arc ^ 1 : arc] ?? 0) <= 0) continue
      by[node] = arc
      found.push(node)
      if (until !== undefined && node < instance.members && until.down[node] === until.worst) return found
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

/** What one turn more weighs for each member, and what each is relieved of with one; and the members in the order of both. */
interface Standing {
  readonly up: Float64Array
  readonly down: Float64Array
  readonly byNeed: Array<number>
  readonly byRelief: Array<number>
}

const weigh = ({ network: { instance }, counts }: Flow, { up, down }: Standing, member: number): void => {
  const turns = counts[member] ?? 0
  up[member] = gain(instance, member, turns)
  // A member without turns here has nothing to give.
  down[member] = turns > 0 ? relief(instance, member, turns) : Number.NEGATIVE_INFINITY
}

const before = (weights: Float64Array, a: number, b: number): boolean => {
  const [one, other] = [weights[a] ?? 0, weights[b] ?? 0]
  return one < other || (one === other && a < b)
}

const standingOf = (flow: Flow): Standing => {
  const { members } = flow.network.instance
  const all = Array.from({ length: members }, (_, member) => member)
  const [up, down] = [new Float64Array(members), new Float64Array(members)]
  const standing = { up, down, byNeed: all, byRelief: [...all] }
  for (const member of all) weigh(flow, standing, member)
  standing.byNeed.sort((a, b) => (before(up, a, b) ? -1 : 1))
  standing.byRelief.sort((a, b) => (before(down, a, b) ? -1 : 1))
  return standing
}

const placeOf = (order: ReadonlyArray<number>, weights: Float64Array, member: number): number => {
  let low = 0
  let high = order.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (before(weights, order[middle] ?? 0, member)) low = middle + 1
    else high = middle
  }
  return low
}

const addTurn = (flow: Flow, standing: Standing, member: number, by: 1 | -1): void => {
  const { up, down, byNeed, byRelief } = standing
  byNeed.splice(placeOf(byNeed, up, member), 1)
  byRelief.splice(placeOf(byRelief, down, member), 1)
  add(flow.counts, member, by)
  weigh(flow, standing, member)
  byNeed.splice(placeOf(byNeed, up, member), 0, member)
  byRelief.splice(placeOf(byRelief, down, member), 0, member)
}

// The member who is worst off of those that can be reached, if it is worse off than one turn more would make another.
const worstOf = ({ network }: Flow, { down }: Standing, found: ReadonlyArray<number>, weight: number): number => {
  let best = -1
  for (const node of found) {
    if (node >= network.instance.members || (down[node] ?? 0) <= weight) continue
    if (best < 0 || (down[node] ?? 0) > (down[best] ?? 0)) best = node
  }
  return best
}

// Moves one turn from whoever is worst off to somebody it weighs less for, if any can take it through any chain of others.
const relieveOnce = (flow: Flow, standing: Standing): boolean => {
  const { by } = flow
  const { up, down, byNeed, byRelief } = standing
  const worst = down[byRelief.at(-1) ?? 0] ?? Number.NEGATIVE_INFINITY
  const seen: Array<ReadonlyArray<number>> = []
  let moved: readonly [to: number, from: number] | undefined
  for (const member of byNeed) {
    const weight = up[member] ?? 0
    if (weight >= worst) break
    // What was reached from a member with less is no use to one with more: it stays marked.
    if ((by[member] ?? 0) !== unseen) continue
    const found = search(flow, member, { backwards: false, until: { down, worst } })
    seen.push(found)
    const best = worstOf(flow, standing, found, weight)
    if (best < 0) continue
    pushAlong(flow, best, false)
    moved = [member, best]
    break
  }
  for (const found of seen) for (const node of found) by[node] = unseen
  if (moved === undefined) return false
  addTurn(flow, standing, moved[0], 1)
  addTurn(flow, standing, moved[1], -1)
  return true
}

/**
 * Makes the counts as even as they can be without emptying a place: in the end no chain of exchanges makes them more even,
 * which for bounds that nest is the least there is.
 *
 * Cost: O(arcs) for each turn that is moved.
 * Source: negative cycles of a flow with convex costs all pass its source; decreasingly minimal elements of base polytopes.
 */
export const even = (flow: Flow): void => {
  flow.by.fill(unseen)
  const standing = standingOf(flow)
  while (relieveOnce(flow, standing));
}
