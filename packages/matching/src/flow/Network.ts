import * as Tree from "./Tree.ts"

/**
 * The flow network of an allocation and the basis the simplex stands on; everything in it changes while it is solved.
 *
 * Units of demand start at needs, go through places (an offer, or a slot of an offer and then its offer) and end in place
 * 0, the root. Arcs have one numbering:
 * - `a < places`: from place `a` to the place over it, bounded by the capacity of `a`;
 * - `places <= a < 2 places`: from place `a - places` to the root, without bound and at a penalty: what no longer fits
 *   after a capacity shrank waits there until the simplex has moved it;
 * - the rest: from a need to a place. The first of each need leads to the root and is worth nothing: it stays unmet.
 *
 * Flows and values are whole numbers in doubles, so sums are exact below 2^53.
 */
export interface Network {
  readonly places: number
  /** The place over a place; the root's is itself. */
  readonly over: Int32Array
  readonly capacity: Float64Array
  /** What a unit costs that does not fit: more than any way around. */
  readonly penalty: number
  needs: number
  /** By need: its first arc, and the one after its last. */
  first: Int32Array
  end: Int32Array
  quantity: Float64Array
  /** By need: its only arc in the tree, or -1 when it has several and stands in the tree as a node. */
  key: Int32Array
  /** By need: its node in the tree, or -1. */
  node: Int32Array
  arcs: number
  /** By arc: the place it leads to. */
  place: Int32Array
  value: Float64Array
  flow: Float64Array
  readonly tree: Tree.Tree
  /** Where pricing goes on. */
  next: number
  pivots: number
}

/** What a network is made of; place 0 is the root. */
export interface Places {
  readonly over: ArrayLike<number>
  readonly capacity: ArrayLike<number>
  readonly penalty: number
}

const grown = <A extends Int32Array | Float64Array>(array: A, make: (length: number) => A, length: number): A => {
  if (length <= array.length) return array
  // Twice the size, so that adding one by one stays linear.
  const larger = make(Math.max(length, array.length * 2))
  larger.set(array)
  return larger
}
const whole = (length: number): Int32Array => new Int32Array(length)
const exact = (length: number): Float64Array => new Float64Array(length)

/** A network without needs: every place hangs on the place over it, and nothing flows. */
export const make = ({ over, capacity, penalty }: Places, needs: number, candidates: number): Network => {
  const places = over.length
  const arcs = 2 * places
  const network: Network = {
    places,
    over: Int32Array.from(over),
    capacity: Float64Array.from(capacity),
    penalty,
    needs: 0,
    first: whole(needs),
    end: whole(needs),
    quantity: exact(needs),
    key: whole(needs),
    node: whole(needs),
    arcs,
    place: whole(arcs + needs + candidates),
    value: exact(arcs + needs + candidates),
    flow: exact(arcs + needs + candidates),
    tree: Tree.make(places),
    next: 0,
    pivots: 0
  }
  for (let place = 1; place < places; place++) {
    // An arc without capacity is full while it is empty, which would let the simplex turn in circles.
    const open = (network.capacity[place] as number) > 0
    network.place[place] = network.over[place] as number
    network.value[places + place] = -penalty
    Tree.attach(network.tree, place, open ? (network.over[place] as number) : 0, open ? place : places + place)
  }
  Tree.descend(network.tree, 0, (child, arc, parent) => potential(network, child, arc, parent))
  return network
}

/** The potential of a node that hangs on another by an arc: the price of a place, or what a need gains by a unit. */
export const potential = (network: Network, child: number, arc: number, parent: number): number => {
  const { places, tree, value } = network
  const above = tree.potential[parent] as number
  if (arc >= 2 * places) return (value[arc] as number) - above
  // Along an arc between places only the penalty separates the price of its tail from that of its head.
  return child === tail(network, arc) ? above - (value[arc] as number) : above + (value[arc] as number)
}

/** The place an arc between places comes from. */
export const tail = ({ places }: Network, arc: number): number => (arc < places ? arc : arc - places)

/** Whether the arc a node hangs on leads up to its parent. */
export const leadsUp = (network: Network, node: number): boolean => {
  const arc = network.tree.arc[node] as number
  return arc >= 2 * network.places ? node >= network.places : node === tail(network, arc)
}

/** How much more could flow along an arc. */
export const room = ({ places, capacity, flow }: Network, arc: number): number =>
  arc < places ? (capacity[arc] as number) - (flow[arc] as number) : Number.POSITIVE_INFINITY

/** Adds a need that is still unmet. */
export const addNeed = (
  network: Network,
  quantity: number,
  places: ArrayLike<number>,
  values: ArrayLike<number>
): number => {
  const need = network.needs++
  const first = network.arcs
  const end = first + 1 + places.length
  network.first = grown(network.first, whole, need + 1)
  network.end = grown(network.end, whole, need + 1)
  network.quantity = grown(network.quantity, exact, need + 1)
  network.key = grown(network.key, whole, need + 1)
  network.node = grown(network.node, whole, need + 1)
  network.place = grown(network.place, whole, end)
  network.value = grown(network.value, exact, end)
  network.flow = grown(network.flow, exact, end)
  network.arcs = end
  network.first[need] = first
  network.end[need] = end
  network.quantity[need] = quantity
  network.key[need] = first
  network.node[need] = -1
  network.flow[first] = quantity
  for (let index = 0; index < places.length; index++) {
    network.place[first + 1 + index] = places[index] as number
    network.value[first + 1 + index] = values[index] as number
  }
  return need
}
