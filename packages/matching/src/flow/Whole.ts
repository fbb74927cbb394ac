import * as Network from "./Network.ts"
import type { Leaf, PlacePrice, Proof } from "./Problem.ts"
import * as Scale from "./Scale.ts"
import * as Simplex from "./Simplex.ts"
import type { Solver } from "./Solver.ts"
import * as Tree from "./Tree.ts"

/** Units of a need that go along one of its arcs. */
export interface Taken {
  readonly need: number
  readonly arc: number
  readonly quantity: number
}

/** The best allocation with whole quantities, and why none is better. */
export interface Whole {
  readonly taken: ReadonlyArray<Taken>
  readonly proof: Proof | undefined
  readonly proved: boolean
}

interface Search {
  readonly solver: Solver
  readonly whole: ReadonlyArray<number>
  readonly fixed: Array<Taken>
  readonly places: (network: Network.Network) => ReadonlyArray<PlacePrice>
  best: number
  taken: ReadonlyArray<Taken>
  proved: boolean
  effort: number
}

const flows = ({ network, needs }: Solver): ReadonlyArray<Taken> => {
  const { first, end, flow } = network
  const taken: Array<Taken> = []
  for (let need = 0; need < network.needs; need++) {
    if (needs[need] === undefined) continue
    for (let arc = (first[need] as number) + 1; arc < (end[need] as number); arc++) {
      const quantity = flow[arc] as number
      if (quantity > 0) taken.push({ need, arc, quantity })
    }
  }
  return taken
}

const worth = ({ value }: Network.Network, taken: ReadonlyArray<Taken>): number =>
  taken.reduce((sum, { arc, quantity }) => sum + quantity * (value[arc] as number), 0)

// The candidate of a need in parts that has most of it.
const torn = ({ solver: { network }, whole }: Search): Omit<Taken, "quantity"> | undefined => {
  const { first, end, flow, quantity } = network
  for (const need of whole) {
    let arc = -1
    for (let at = (first[need] as number) + 1; at < (end[need] as number); at++)
      if ((flow[at] as number) > (arc < 0 ? 0 : (flow[arc] as number))) arc = at
    if (arc >= 0 && (flow[arc] as number) < (quantity[need] as number)) return { need, arc }
  }
  return undefined
}

const refreshed = (network: Network.Network): void =>
  Tree.descend(network.tree, 0, (child, arc, parent) => Network.potential(network, child, arc, parent))

// Follows one answer with some arcs worthless and some capacity gone, and puts both back.
const without = (
  network: Network.Network,
  arcs: ReadonlyArray<number>,
  room: { readonly place: number; readonly quantity: number } | undefined,
  follow: () => Proof
): Proof => {
  const { value, over, capacity, penalty } = network
  const worths = arcs.map((arc) => value[arc] as number)
  const places = room === undefined ? [] : [room.place, over[room.place] as number].filter((place) => place !== 0)
  const quantity = room?.quantity ?? 0
  if (places.some((place) => (capacity[place] as number) < quantity)) return "doesNotFit"
  for (const arc of arcs) value[arc] = -penalty
  refreshed(network)
  for (const place of places) Simplex.setCapacity(network, place, (capacity[place] as number) - quantity)
  Simplex.optimise(network)
  const proof = follow()
  for (const place of places) Simplex.setCapacity(network, place, (capacity[place] as number) + quantity)
  for (const [index, arc] of arcs.entries()) value[arc] = worths[index] as number
  refreshed(network)
  return proof
}

const explore = (search: Search, gained: number): Proof => {
  const { solver, fixed } = search
  const { network } = solver
  const taken = flows(solver)
  const bound = gained + worth(network, taken)
  const leaf = (): Leaf => ({ places: search.places(network) })
  if (bound <= search.best) return leaf()
  const question = torn(search)
  if (question === undefined) {
    search.best = bound
    search.taken = [...taken, ...fixed]
    return leaf()
  }
  if (search.effort <= 0) {
    search.proved = false
    return leaf()
  }
  search.effort--
  const { need, arc } = question
  const quantity = network.quantity[need] as number
  const arcs = Array.from(
    { length: (network.end[need] as number) - (network.first[need] as number) - 1 },
    (_, index) => (network.first[need] as number) + 1 + index
  )
  const gain = quantity * (network.value[arc] as number)
  const place = network.place[arc] as number
  const yes = without(network, arcs, { place, quantity }, () => {
    fixed.push({ need, arc, quantity })
    const proof = explore(search, gained + gain)
    fixed.pop()
    return proof
  })
  const no = without(network, [arc], undefined, () => explore(search, gained))
  const { offer, slot } = solver.places.names[place] ?? { offer: "" }
  const id = solver.needs[need]?.id ?? ""
  const branch = { need: id, offer, taken: yes, refused: no }
  return slot === undefined ? branch : { ...branch, slot }
}

/**
 * Makes whole what flows in parts but may not: branch and bound over such needs, the bound a flow at every step.
 *
 * Shape: `effort` is the number of questions it may ask; beyond it the best so far is given, and not as proved.
 * Cost: nothing where no whole need is in parts, as in most problems; exponential in the worst.
 */
export const make = (
  solver: Solver,
  places: (network: Network.Network) => ReadonlyArray<PlacePrice>,
  effort: number
): Whole => {
  const { network, needs } = solver
  const whole = [...needs.entries()].flatMap(([number, need]) =>
    need !== undefined && Scale.isWhole(need) ? [number] : []
  )
  const search: Search = { solver, whole, fixed: [], places, best: -1, taken: [], proved: true, effort }
  if (torn(search) === undefined) return { taken: flows(solver), proof: undefined, proved: true }
  const proof = explore(search, 0)
  Simplex.optimise(network)
  const taken = search.best < 0 ? flowsOfWholeNone(search) : search.taken
  return { taken: taken.toSorted((a, b) => a.need - b.need || a.arc - b.arc), proof, proved: search.proved }
}

// Before any whole allocation was found, what is in parts stays unmet.
const flowsOfWholeNone = ({ solver }: Search): ReadonlyArray<Taken> => {
  const all = flows(solver)
  const inParts = ({ need, quantity }: Taken): boolean => {
    const one = solver.needs[need]
    return one !== undefined && Scale.isWhole(one) && quantity < (one.quantity ?? 1)
  }
  return all.filter((taken) => !inParts(taken))
}
