import { type Flow, push } from "./Flow.ts"
import { gain, relief } from "./Instance.ts"
import type { Network } from "./Network.ts"

/** What flowing along each arc changes of what was: a turn gained anew costs one, one given up again saves it. */
const costsOf = ({ instance, leaves, to }: Network): Int8Array => {
  const { before, lots } = instance
  const costs = new Int8Array(to.length)
  for (const { arc, member, lot } of leaves) {
    if (before[member * lots.length + lot] === 1) continue
    costs[arc] = 1
    costs[arc ^ 1] = -1
  }
  return costs
}

/**
 * Members between whom a turn may go without making counts more or less even: what those who take it gain by it, those who
 * give it are relieved of. It goes by way of a node of its own.
 */
interface Exchange {
  readonly takes: ReadonlyArray<number>
  readonly gives: ReadonlySet<number>
}

const exchanges = ({ network, counts }: Flow): ReadonlyArray<Exchange> => {
  const { instance } = network
  const takes = new Map<number, Array<number>>()
  const gives = new Map<number, Set<number>>()
  for (let member = 0; member < instance.members; member++) {
    const turns = counts[member] ?? 0
    const up = gain(instance, member, turns)
    takes.set(up, [...(takes.get(up) ?? []), member])
    if (turns === 0) continue
    const down = relief(instance, member, turns)
    gives.set(down, (gives.get(down) ?? new Set<number>()).add(member))
  }
  const levels = [...takes.keys()].filter((level) => gives.has(level)).toSorted((a, b) => a - b)
  const none: Exchange = { takes: [], gives: new Set() }
  return levels.length === 0
    ? [none]
    : levels.map((level) => ({ takes: takes.get(level) ?? [], gives: gives.get(level) ?? none.gives }))
}

interface Hunt {
  readonly flow: Flow
  readonly costs: Int8Array
  readonly exchange: Exchange
  readonly cost: Int32Array
  /** The node and the arc by which each node is reached at its cost; the arc is -1 by way of the exchange. */
  readonly from: Int32Array
  readonly by: Int32Array
  readonly queue: Array<number>
  readonly queued: Uint8Array
}

/** Where turns go between members of one level. */
const hubOf = (flow: Flow): number => flow.network.nodes

/** Where places that stay empty go between lots. */
const sinkOf = (flow: Flow): number => flow.network.nodes + 1

const begin = (flow: Flow, costs: Int8Array, exchange: Exchange): Hunt => {
  const nodes = sinkOf(flow) + 1
  // Every node costs nothing to begin with, so that a round trip is found wherever it is.
  return {
    flow,
    costs,
    exchange,
    cost: new Int32Array(nodes),
    from: new Int32Array(nodes).fill(-1),
    by: new Int32Array(nodes).fill(-1),
    queue: Array.from({ length: nodes }, (_, node) => node),
    queued: new Uint8Array(nodes).fill(1)
  }
}

const relax = (hunt: Hunt, from: number, to: number, arc: number, cost: number): boolean => {
  if ((hunt.cost[from] ?? 0) + cost >= (hunt.cost[to] ?? 0)) return false
  hunt.cost[to] = (hunt.cost[from] ?? 0) + cost
  hunt.from[to] = from
  hunt.by[to] = arc
  if (hunt.queued[to] !== 1) {
    hunt.queued[to] = 1
    hunt.queue.push(to)
  }
  return true
}

// Tries every way on from a node; how many made another node cheaper.
const expand = (hunt: Hunt, node: number, work: { left: number }): number => {
  const { flow, costs, exchange } = hunt
  const { first, next, to, room, instance } = flow.network
  const [hub, sink] = [hubOf(flow), sinkOf(flow)]
  let cheaper = 0
  if (node === hub) {
    for (const member of exchange.takes) if (relax(hunt, hub, member, -1, 0)) cheaper++
    return cheaper
  }
  if (node === sink) {
    for (const [lot, filled] of flow.filled.entries()) {
      if (filled > 0 && relax(hunt, sink, instance.members + lot, -1, 0)) cheaper++
    }
    return cheaper
  }
  const lot = node - instance.members
  const empty = (instance.lots[lot]?.need ?? 0) - (flow.filled[lot] ?? 0)
  if (empty > 0 && relax(hunt, node, sink, -1, 0)) cheaper++
  for (let arc = first[node] ?? -1; arc >= 0; arc = next[arc] ?? -1) {
    work.left--
    if ((room[arc] ?? 0) > 0 && relax(hunt, node, to[arc] ?? 0, arc, costs[arc] ?? 0)) cheaper++
  }
  if (exchange.gives.has(node) && relax(hunt, node, hub, -1, 0)) cheaper++
  return cheaper
}

/** The round trips among the ways by which nodes are reached; no two share a node. */
const rounds = ({ from }: Hunt): ReadonlyArray<ReadonlyArray<number>> => {
  const walk = new Int32Array(from.length).fill(-1)
  const found: Array<ReadonlyArray<number>> = []
  for (let start = 0; start < from.length; start++) {
    let node = start
    while (node >= 0 && walk[node] === -1) {
      walk[node] = start
      node = from[node] ?? -1
    }
    if (node < 0 || walk[node] !== start) continue
    const round = [node]
    for (let at = from[node] ?? -1; at !== node && at >= 0; at = from[at] ?? -1) round.push(at)
    found.push(round)
  }
  return found
}

// Round trips that cost less than nothing, or none; Bellman and Ford, taking up only nodes that became cheaper.
const cheapRounds = (hunt: Hunt, work: { left: number }): ReadonlyArray<ReadonlyArray<number>> => {
  const { queue, queued } = hunt
  let since = 0
  for (let n = 0; n < queue.length && work.left > 0; n++) {
    const node = queue[n] ?? 0
    queued[node] = 0
    since += expand(hunt, node, work)
    if (since < queued.length) continue
    since = 0
    work.left -= queued.length
    const found = rounds(hunt)
    if (found.length > 0) return found
  }
  return work.left > 0 ? rounds(hunt) : []
}

const add = (values: Float64Array, at: number, by: number): void => {
  values[at] = (values[at] ?? 0) + by
}

const follow = ({ flow, from, by }: Hunt, round: ReadonlyArray<number>): void => {
  const [hub, sink] = [hubOf(flow), sinkOf(flow)]
  const { network, counts, filled } = flow
  const { members } = network.instance
  for (const node of round) {
    const [arc, before] = [by[node] ?? -1, from[node] ?? 0]
    if (arc >= 0) push(network, arc)
    else if (node === hub) add(counts, before, -1)
    else if (before === hub) add(counts, node, 1)
    else if (node === sink) add(filled, before - members, 1)
    else add(filled, node - members, -1)
  }
}

const stayOnce = (flow: Flow, costs: Int8Array, work: { left: number }): boolean => {
  for (const exchange of exchanges(flow)) {
    const hunt = begin(flow, costs, exchange)
    const found = cheapRounds(hunt, work)
    for (const round of found) follow(hunt, round)
    if (found.length > 0) return true
  }
  return false
}

/**
 * Lets as many turns as possible stay where they were, with counts as even and places as full as they are.
 *
 * Shape: `true` when no more can stay; `false` when the search was given up, after 10^8 steps.
 * Source: a flow costs least when no round trip in what is left of it costs less than nothing.
 */
export const stay = (flow: Flow): boolean => {
  const costs = costsOf(flow.network)
  const work = { left: 100_000_000 }
  while (stayOnce(flow, costs, work));
  return work.left > 0
}
