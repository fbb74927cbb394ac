import * as Bound from "./Bound.ts"
import * as Facts from "./Facts.ts"
import type { Allocation, Assignment, Certificate, Problem } from "./Problem.ts"
import * as Scale from "./Scale.ts"

/** A reason not to believe that an allocation is allowed, or that it is the best. */
export interface Flaw {
  readonly what:
    | "unknown"
    | "overCapacity"
    | "overServed"
    | "divided"
    | "unmetWrong"
    | "totalWrong"
    | "priceNegative"
    | "scaleWrong"
    | "betterCandidate"
    | "unpaid"
    | "leftOver"
    | "boundAbove"
  /** The need, or the offer and slot, it is about; nothing for the whole. */
  readonly id?: string
}

const perNeed = (all: ReadonlyArray<{ readonly need: string; readonly quantity: number }>) =>
  Facts.sums(
    all,
    (one) => [one.need],
    (one) => one.quantity
  )

// The assignments that are of no candidate, or of one with another score.
const unknown = ({ problem }: Facts.Facts, assignments: ReadonlyArray<Assignment>): ReadonlyArray<Assignment> => {
  const open = new Map<string, Array<Assignment>>()
  for (const one of assignments) {
    const own = open.get(one.need)
    if (own === undefined) open.set(one.need, [one])
    else own.push(one)
  }
  for (const { need, offer, slot, score } of problem.candidates) {
    const own = open.get(need)
    const at = own?.findIndex((one) => one.offer === offer && one.slot === slot && one.score === score) ?? -1
    if (at >= 0) own?.splice(at, 1)
  }
  const isCount = (quantity: number): boolean => Number.isInteger(quantity) && quantity > 0
  return [...[...open.values()].flat(), ...assignments.filter((one) => !isCount(one.quantity))]
}

const allowed = (facts: Facts.Facts, { assignments, unmet, total }: Allocation): ReadonlyArray<Flaw> => {
  const { problem, needs, capacity } = facts
  const flaws: Array<Flaw> = unknown(facts, assignments).map((one) => ({ what: "unknown", id: one.need }))
  const used = Facts.sums(assignments, Facts.keys, (one) => one.quantity)
  for (const [place, amount] of used)
    if (amount > (capacity.get(place) ?? 0)) flaws.push({ what: "overCapacity", id: place })
  const [met, missing] = [perNeed(assignments), perNeed(unmet)]
  for (const need of problem.needs) {
    const [all, got] = [need.quantity ?? 1, met.get(need.id) ?? 0]
    if (got > all) flaws.push({ what: "overServed", id: need.id })
    else if (got + (missing.get(need.id) ?? 0) !== all) flaws.push({ what: "unmetWrong", id: need.id })
  }
  let points = 0
  for (const one of assignments) {
    const need = needs.get(one.need)
    if (need === undefined) continue
    points += one.quantity * Scale.points(need, one.score, problem.fairness)
    if (Scale.isWhole(need) && one.quantity !== need.quantity) flaws.push({ what: "divided", id: one.need })
  }
  return points === total ? flaws : [...flaws, { what: "totalWrong" }]
}

// Complementary slackness: no candidate would gain more than its need does; every unit given gains just that; and who has
// a price, or a gain, has nothing left over.
const slack = (facts: Facts.Facts, { assignments, certificate }: Allocation): ReadonlyArray<Flaw> => {
  const { problem, capacity, worth } = facts
  const flaws: Array<Flaw> = []
  const cost = Facts.costs(certificate.places)
  const gain = new Map(certificate.needs.map((one) => [one.need, one.price]))
  for (const [need, amount] of gain) if (!(amount >= 0)) flaws.push({ what: "priceNegative", id: need })
  for (const one of problem.candidates)
    if (worth(one) - cost(one) > (gain.get(one.need) ?? 0)) flaws.push({ what: "betterCandidate", id: one.need })
  for (const one of assignments)
    if (worth(one) - cost(one) !== (gain.get(one.need) ?? 0)) flaws.push({ what: "unpaid", id: one.need })
  const met = perNeed(assignments)
  for (const { id, quantity = 1 } of problem.needs)
    if ((gain.get(id) ?? 0) > 0 && (met.get(id) ?? 0) < quantity) flaws.push({ what: "leftOver", id })
  const used = Facts.sums(assignments, Facts.keys, (one) => one.quantity)
  for (const one of certificate.places) {
    const id = Facts.key(one)
    if (!(one.price >= 0)) flaws.push({ what: "priceNegative", id })
    else if (one.price > 0 && (used.get(id) ?? 0) < (capacity.get(id) ?? 0)) flaws.push({ what: "leftOver", id })
  }
  return flaws
}

// A scale other than the one the problem asks for would put the aims in another order.
const rightScale = ({ problem }: Facts.Facts, { point, held }: Certificate): boolean => {
  const units = problem.needs.reduce((sum, need) => sum + (need.quantity ?? 1), 0)
  const whole = problem.needs.some(Scale.isWhole)
  const places = problem.offers.reduce((sum, offer) => sum + 1 + (offer.slots?.length ?? 0), 1)
  const needs = new Map(problem.needs.map((need) => [need.id, need]))
  const most = problem.candidates.reduce((max, { need, score }) => {
    const one = needs.get(need)
    return one === undefined ? max : Math.max(max, Scale.points(one, score, problem.fairness))
  }, 0)
  const anyHeld = problem.needs.some((need) => need.held !== undefined)
  const least = Scale.least({ units, most, whole, anyHeld }, places, point)
  return point >= least.point && (!anyHeld || held >= least.held)
}

/** What speaks against an allocation; nothing when it is allowed, and its certificate proves that it is the best. */
export const make = (problem: Problem, allocation: Allocation): ReadonlyArray<Flaw> => {
  const { certificate, assignments } = allocation
  const facts = Facts.make(problem, certificate)
  const wrong = allowed(facts, allocation)
  const scaled: ReadonlyArray<Flaw> = rightScale(facts, certificate) ? wrong : [...wrong, { what: "scaleWrong" }]
  if (certificate.proof === undefined) return [...scaled, ...slack(facts, allocation)]
  const value = assignments.reduce((sum, one) => sum + one.quantity * facts.worth(one), 0)
  return Bound.make(facts, certificate.proof) <= value ? scaled : [...scaled, { what: "boundAbove" }]
}
