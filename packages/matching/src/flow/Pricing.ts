import type { Network } from "./Network.ts"

/** The best change that pricing found: a need, and the arc it would gain by; `gain` is 0 when there is none. */
export interface Found {
  gain: number
  need: number
  arc: number
}

/**
 * Looks through some needs for the arc by which one gains most over what it has, at the prices of now.
 *
 * Shape: `found` keeps the best. The arcs of needs lie one after another in memory and prices are few, so a look through
 * two million arcs takes milliseconds.
 */
export const look = (network: Network, from: number, to: number, found: Found): void => {
  const { first, end, key, node, place, value } = network
  const { potential } = network.tree
  for (let need = from; need < to; need++) {
    const only = key[need] as number
    const own =
      only < 0
        ? (potential[node[need] as number] as number)
        : (value[only] as number) - (potential[place[only] as number] as number)
    const last = end[need] as number
    let most = own
    let best = -1
    for (let arc = first[need] as number; arc < last; arc++) {
      const worth = (value[arc] as number) - (potential[place[arc] as number] as number)
      if (worth > most) {
        most = worth
        best = arc
      }
    }
    if (most - own > found.gain) {
      found.gain = most - own
      found.need = need
      found.arc = best
    }
  }
}
