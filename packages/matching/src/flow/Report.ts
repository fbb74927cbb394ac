import type * as Network from "./Network.ts"
import type { Allocation, Assignment, Certificate, Lost, Moved, Need, PlacePrice, Unmet } from "./Problem.ts"
import * as Scale from "./Scale.ts"
import * as Solver from "./Solver.ts"
import * as Whole from "./Whole.ts"

type NodePrices = Pick<Network.Network, "places" | "over" | "tree">

/** By place: what a unit of it costs, its offer included; never below 0. */
const costs = ({ places, over, tree }: NodePrices): Float64Array => {
  const cost = new Float64Array(places)
  for (let place = 1; place < places; place++) {
    const above = over[place] as number
    const surcharge = (tree.potential[place] as number) - (tree.potential[above] as number)
    // A price below that of the place above only says that nobody goes there: it may as well cost the same.
    cost[place] = (cost[above] as number) + Math.max(0, surcharge)
  }
  return cost
}

const placePrices = (solver: Solver.Solver, cost: Float64Array): ReadonlyArray<PlacePrice> =>
  solver.places.names.flatMap((name, place) => {
    const above = solver.places.over[place] ?? 0
    const price = (cost[place] as number) - (cost[above] as number)
    return name === undefined || price === 0 ? [] : [{ ...name, price }]
  })

/** What a need gains by a unit, at these costs of places. */
const gainOf = ({ first, end, value, place }: Network.Network, cost: Float64Array, need: number): number => {
  let most = 0
  for (let arc = (first[need] as number) + 1; arc < (end[need] as number); arc++)
    most = Math.max(most, (value[arc] as number) - (cost[place[arc] as number] as number))
  return most
}

interface Served {
  readonly used: Float64Array
  /** By place: the need there that counts least, and what it counts. */
  readonly least: ReadonlyArray<{ readonly id: string; readonly points: number } | undefined>
}

const serve = (solver: Solver.Solver, taken: ReadonlyArray<Whole.Taken>): Served => {
  const { network, needs } = solver
  const used = new Float64Array(network.places)
  const least = new Array<{ readonly id: string; readonly points: number } | undefined>(network.places)
  for (const { need, arc, quantity } of taken) {
    const one = needs[need]
    if (one === undefined) continue
    const points = Solver.pointsOf(solver, one, arc)
    for (let place = network.place[arc] as number; place !== 0; place = network.over[place] as number) {
      used[place] = (used[place] as number) + quantity
      if (points <= (least[place]?.points ?? Number.POSITIVE_INFINITY)) least[place] = { id: one.id, points }
    }
  }
  return { used, least }
}

const lostAt = (solver: Solver.Solver, cost: Float64Array, { used, least }: Served, need: Need, arc: number): Lost => {
  const { network, places, scale } = solver
  const place = network.place[arc] as number
  const above = network.over[place] as number
  const isFull = (at: number): boolean => (used[at] as number) >= (network.capacity[at] as number)
  // The place that stands in the way: the one that costs something, else the one that is full.
  const dear = (cost[place] as number) > (cost[above] as number) || (above !== 0 && cost[above] === 0 && isFull(place))
  const full = above === 0 || dear ? place : above
  const price = Math.floor((cost[place] as number) / scale.point)
  const to = least[full]?.id
  return {
    ...(places.names[place] ?? { offer: "" }),
    worth: Solver.pointsOf(solver, need, arc),
    ...(price > scale.most ? {} : { price }),
    ...(to === undefined ? {} : { to })
  }
}

const movedOf = (solver: Solver.Solver, number: number, need: Need, kept: number): ReadonlyArray<Moved> => {
  const { held, id, quantity = 1 } = need
  if (held === undefined || kept >= quantity) return []
  const { network, places } = solver
  const exists = Solver.candidateArcs(network, number).some((arc) => {
    const { offer, slot } = places.names[network.place[arc] as number] ?? { offer: "" }
    return Scale.keeps(need, offer, slot)
  })
  const where = held.slot === undefined ? { from: held.offer } : { from: held.offer, slot: held.slot }
  return [{ need: id, ...where, why: exists ? "capacityShrank" : "candidateGone" }]
}

const byNeed = (taken: ReadonlyArray<Whole.Taken>, needs: number): Int32Array => {
  const first = new Int32Array(needs + 1)
  for (const { need } of taken) first[need + 1] = (first[need + 1] as number) + 1
  for (let need = 0; need < needs; need++) first[need + 1] = (first[need + 1] as number) + (first[need] as number)
  return first
}

interface Lists {
  readonly assignments: Array<Assignment>
  readonly unmet: Array<Unmet>
  readonly moved: Array<Moved>
  total: number
}

const list = (solver: Solver.Solver, cost: Float64Array, taken: ReadonlyArray<Whole.Taken>): Lists => {
  const { network, needs, numbers, places } = solver
  const lists: Lists = { assignments: [], unmet: [], moved: [], total: 0 }
  const served = serve(solver, taken)
  const first = byNeed(taken, needs.length)
  // By id, whatever the order in which needs came.
  const ids = [...numbers.keys()].sort()
  for (const id of ids) {
    const number = numbers.get(id) ?? -1
    const need = needs[number]
    if (need === undefined) continue
    let [met, kept] = [0, 0]
    for (let at = first[number] as number; at < (first[number + 1] as number); at++) {
      const { arc, quantity } = taken[at] as Whole.Taken
      const place = places.names[network.place[arc] as number] ?? { offer: "" }
      met += quantity
      if (Scale.keeps(need, place.offer, place.slot)) kept += quantity
      lists.total += quantity * Solver.pointsOf(solver, need, arc)
      lists.assignments.push({ need: id, ...place, quantity, score: Solver.scoreOf(solver, need, arc) })
    }
    lists.moved.push(...movedOf(solver, number, need, kept))
    const quantity = (need.quantity ?? 1) - met
    if (quantity === 0) continue
    const lost = Solver.candidateArcs(network, number).map((arc) => lostAt(solver, cost, served, need, arc))
    lists.unmet.push({ need: id, quantity, why: lost.length === 0 ? "noCandidate" : "noCapacity", lost })
  }
  return lists
}

/** The allocation a solver has come to, with its reasons and its proof. */
export const make = (solver: Solver.Solver, effort: number): Allocation => {
  const { network, needs, numbers, scale } = solver
  const cost = costs(network)
  const prices = placePrices(solver, cost)
  const gains = [...numbers].map(([need, number]) => ({ need, price: gainOf(network, cost, number) }))
  const whole = Whole.make(solver, (now) => placePrices(solver, costs(now)), effort)
  const { assignments, unmet, moved, total } = list(solver, cost, whole.taken)
  const certificate: Certificate = {
    point: scale.point,
    held: scale.held,
    needs: needs.length === numbers.size ? gains : gains.toSorted((a, b) => (a.need < b.need ? -1 : 1)),
    places: prices,
    ...(whole.proof === undefined ? {} : { proof: whole.proof })
  }
  return { assignments, unmet, moved, total, proved: whole.proved, certificate }
}
