import type { Flow } from "./Flow.ts"
import { push } from "./Flow.ts"
import { gain, relief } from "./Instance.ts"

interface Arc {
  readonly from: number
  readonly to: number
  readonly arc: number
  readonly cost: number
}

// The arcs something can flow along, each with what it changes of what was: a turn gained anew costs one.
const arcsOf = ({ network }: Flow): ReadonlyArray<Arc> => {
  const { instance, leaves, room, to } = network
  const { before, lots } = instance
  const fresh = new Map<number, number>()
  for (const { arc, member, lot } of leaves) fresh.set(arc, before[member * lots.length + lot] === 1 ? 0 : 1)
  return to.flatMap((node, arc) => {
    if ((room[arc] ?? 0) <= 0) return []
    const cost = fresh.get(arc) ?? -(fresh.get(arc ^ 1) ?? 0)
    return [{ from: to[arc ^ 1] ?? 0, to: node, arc, cost: cost === 0 ? 0 : cost }]
  })
}

// Members between whom a turn may go without making the counts more or less even: what one gains by it, another is relieved of.
const exchanges = ({ network, counts }: Flow, hub: number, level: number): ReadonlyArray<Arc> => {
  const { instance } = network
  return Array.from({ length: instance.members }, (_, member) => {
    const turns = counts[member] ?? 0
    const found: Array<Arc> = []
    if (gain(instance, member, turns) === level) found.push({ from: hub, to: member, arc: -1, cost: 0 })
    if (turns > 0 && relief(instance, member, turns) === level) found.push({ from: member, to: hub, arc: -1, cost: 0 })
    return found
  }).flat()
}

const levelsOf = ({ network, counts }: Flow): ReadonlyArray<number> => {
  const { instance } = network
  const up = new Set<number>()
  const down = new Set<number>()
  for (let member = 0; member < instance.members; member++) {
    const turns = counts[member] ?? 0
    up.add(gain(instance, member, turns))
    if (turns > 0) down.add(relief(instance, member, turns))
  }
  return [...up].filter((level) => down.has(level)).toSorted((a, b) => a - b)
}

// A round trip that costs less than nothing, or none; Bellman and Ford.
const cheapRound = (
  nodes: number,
  arcs: ReadonlyArray<Arc>,
  work: { left: number }
): ReadonlyArray<Arc> | undefined => {
  const cost = new Float64Array(nodes)
  const by = Array.from({ length: nodes }, (): Arc | undefined => undefined)
  let moved = -1
  for (let round = 0; round <= nodes; round++) {
    moved = -1
    work.left -= arcs.length
    if (work.left < 0) return undefined
    for (const arc of arcs) {
      if ((cost[arc.from] ?? 0) + arc.cost >= (cost[arc.to] ?? 0)) continue
      cost[arc.to] = (cost[arc.from] ?? 0) + arc.cost
      by[arc.to] = arc
      moved = arc.to
    }
    if (moved < 0) return undefined
    const found = circle(by, moved)
    if (found !== undefined) return found
  }
  return undefined
}

// Back from a node along the arcs by which it was found, until one comes twice.
const circle = (by: ReadonlyArray<Arc | undefined>, from: number): ReadonlyArray<Arc> | undefined => {
  const seen = new Map<number, number>()
  const path: Array<Arc> = []
  for (let node = from; ; ) {
    const at = seen.get(node)
    if (at !== undefined) return path.slice(at)
    const arc = by[node]
    if (arc === undefined) return undefined
    seen.set(node, path.length)
    path.push(arc)
    node = arc.from
  }
}

const follow = ({ network, counts }: Flow, round: ReadonlyArray<Arc>, hub: number): void => {
  for (const { from, to, arc } of round) {
    if (arc >= 0) push(network, arc)
    else if (from === hub) counts[to] = (counts[to] ?? 0) + 1
    else counts[from] = (counts[from] ?? 0) - 1
  }
}

const stayOnce = (flow: Flow, work: { left: number }): boolean => {
  const hub = flow.network.nodes
  const arcs = arcsOf(flow)
  const levels = levelsOf(flow)
  for (const level of levels.length === 0 ? [Number.NaN] : levels) {
    const round = cheapRound(hub + 1, [...arcs, ...exchanges(flow, hub, level)], work)
    if (round === undefined) continue
    follow(flow, round, hub)
    return true
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
  const work = { left: 100_000_000 }
  while (stayOnce(flow, work)) if (work.left < 0) return false
  return work.left >= 0
}
