import * as Network from "./Network.ts"
import * as Pivot from "./Pivot.ts"
import * as Pricing from "./Pricing.ts"
import * as Tree from "./Tree.ts"

// Needs looked through before the best of them pivots. Measured from 10^3 to 10^5 needs: with fewer there are many poor
// pivots, with more the looking takes longer than the pivots it saves.
const block = 16

/** Lets every place arc pivot whose flow does not fit the prices; tells whether there was one. */
const settlePlaces = (network: Network.Network): boolean => {
  const { places, over, capacity, flow, tree, penalty } = network
  let moved = false
  for (let place = 1; place < places; place++) {
    const price = (tree.potential[place] as number) - (tree.potential[over[place] as number] as number)
    const carried = flow[place] as number
    const rest = (capacity[place] as number) - carried
    const waiting = flow[places + place] as number
    if (price > 0 && rest > 0) Pivot.enterPlaceArc(network, place, true, rest)
    else if (price < 0 && carried > 0) Pivot.enterPlaceArc(network, place, false, carried)
    else if (waiting > 0 && (tree.potential[place] as number) < penalty)
      Pivot.enterPlaceArc(network, places + place, false, waiting)
    else continue
    moved = true
  }
  return moved
}

/**
 * Pivots until no arc promises a gain: then flow and prices prove each other optimal.
 *
 * Cost: about two pivots a need from an empty network; from a basis that was optimal before a small change, one look at
 * all arcs and a few pivots.
 */
export const optimise = (network: Network.Network): void => {
  const found: Pricing.Found = { gain: 0, need: -1, arc: -1 }
  let seen = 0
  for (;;) {
    if (seen >= network.needs) {
      if (!settlePlaces(network)) return
      seen = 0
    }
    if (network.next >= network.needs) network.next = 0
    const to = Math.min(network.next + block, network.needs)
    found.gain = 0
    Pricing.look(network, network.next, to, found)
    seen = found.gain > 0 ? 0 : seen + to - network.next
    network.next = to
    if (found.gain > 0) Pivot.enterNeedArc(network, found.need, found.arc)
  }
}

/**
 * Changes the capacity of a place; what no longer fits waits at a penalty until the next {@link optimise}.
 */
export const setCapacity = (network: Network.Network, place: number, capacity: number): void => {
  const { places, over, flow, tree } = network
  network.capacity[place] = capacity
  const above = over[place] as number
  const excess = Math.max(0, (flow[place] as number) - capacity)
  flow[place] = (flow[place] as number) - excess
  flow[places + place] = (flow[places + place] as number) + excess
  if (above !== 0) flow[above] = (flow[above] as number) - excess
  if (tree.arc[place] !== place || (flow[place] as number) < capacity) return
  // A full arc that leads up would break the strong feasibility of the tree, so the place hangs on its penalty instead.
  Tree.rehang(tree, place, place, 0, places + place)
  const change = Network.potential(network, place, places + place, 0) - (tree.potential[place] as number)
  Tree.shift(tree, place, places, change)
}

/**
 * Takes a need out: its candidates lose all worth, so that it ends unmet.
 *
 * Shape: call {@link optimise} afterwards, then {@link forget}.
 */
export const withdraw = (network: Network.Network, need: number): void => {
  const { first, end, value, node, tree, penalty } = network
  for (let arc = (first[need] as number) + 1; arc < (end[need] as number); arc++) value[arc] = -penalty
  if ((node[need] as number) < 0) return
  Tree.descend(tree, 0, (child, arc, parent) => Network.potential(network, child, arc, parent))
}

/** Lets the arcs of a withdrawn need go, once none of them is in the tree. */
export const forget = ({ first, end, key }: Network.Network, need: number): void => {
  if (key[need] === first[need]) end[need] = (first[need] as number) + 1
}
