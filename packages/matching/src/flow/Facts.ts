import type { Candidate, Need, PlacePrice, Problem } from "./Problem.ts"
import * as Scale from "./Scale.ts"

/** An offer, or one of its slots. */
export interface Place {
  readonly offer: string
  readonly slot?: string
}

/** What an allocation is judged by: the problem alone, and nothing its solver has computed. */
export interface Facts {
  readonly problem: Problem
  readonly needs: ReadonlyMap<string, Need>
  /** By the key of a place. */
  readonly capacity: ReadonlyMap<string, number>
  /** What a unit of a candidate is worth. */
  readonly worth: (candidate: Candidate) => number
}

/** Ids may contain anything, so the key says how long the offer's is. */
export const key = ({ offer, slot }: Place): string =>
  slot === undefined ? `${offer.length}:${offer}` : `${offer.length}:${offer}/${slot}`

/** The places a unit takes room in. */
export const keys = (place: Place): ReadonlyArray<string> =>
  place.slot === undefined ? [key(place)] : [key(place), key({ offer: place.offer })]

/** Gathers the facts; the scale is the certificate's, which is checked apart. */
export const make = (problem: Problem, scale: Pick<Scale.Scale, "point" | "held">): Facts => {
  const needs = new Map(problem.needs.map((need) => [need.id, need]))
  const capacity = new Map<string, number>()
  for (const { id: offer, capacity: units, slots = [] } of problem.offers) {
    capacity.set(key({ offer }), units)
    for (const slot of slots) capacity.set(key({ offer, slot: slot.id }), slot.capacity)
  }
  const worth: Facts["worth"] = (one) => {
    const need = needs.get(one.need)
    return need === undefined ? 0 : Scale.worth(scale, need, one, problem.fairness)
  }
  return { problem, needs, capacity, worth }
}

/** Adds up amounts under the keys of what they belong to. */
export const sums = <A>(
  all: ReadonlyArray<A>,
  keysOf: (one: A) => ReadonlyArray<string>,
  amount: (one: A) => number
): ReadonlyMap<string, number> => {
  const sum = new Map<string, number>()
  for (const one of all) for (const at of keysOf(one)) sum.set(at, (sum.get(at) ?? 0) + amount(one))
  return sum
}

/** What a unit costs in a place, by the prices of a certificate. */
export type Cost = (place: Place) => number

/** Sums the prices of an offer and its slot; millions of candidates are asked about, so offers are found at once. */
export const costs = (places: ReadonlyArray<PlacePrice>): Cost => {
  const offers = new Map<string, { price: number; readonly slots: Map<string, number> }>()
  for (const { offer, slot, price } of places) {
    const own = offers.get(offer) ?? { price: 0, slots: new Map() }
    offers.set(offer, own)
    if (slot === undefined) own.price = price
    else own.slots.set(slot, price)
  }
  return ({ offer, slot }) => {
    const own = offers.get(offer)
    if (own === undefined) return 0
    return slot === undefined ? own.price : own.price + (own.slots.get(slot) ?? 0)
  }
}
