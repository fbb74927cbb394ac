import type { Allocation, Assignment, Candidate, Certificate, Need, PlacePrice, Problem, Proof } from "./Problem.ts"
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
    | "priceWithoutNeed"
    | "boundAbove"
  /** The need, or the offer and slot, it is about; nothing for the whole. */
  readonly id?: string
}

// Ids may contain anything, so each part says how long it is.
const part = (id: string | undefined): string => (id === undefined ? "-" : `${id.length}:${id}`)
const key = (a: string, b?: string, c?: string): string => part(a) + part(b) + part(c)

interface Facts {
  readonly problem: Problem
  readonly needs: ReadonlyMap<string, Need>
  readonly capacity: ReadonlyMap<string, number>
  readonly candidates: ReadonlyMap<string, Candidate>
  readonly worth: (candidate: Pick<Candidate, "need" | "offer" | "slot" | "score">) => number
}

const factsOf = (problem: Problem, scale: Pick<Scale.Scale, "point" | "held">): Facts => {
  const needs = new Map(problem.needs.map((need) => [need.id, need]))
  const capacity = new Map<string, number>()
  for (const offer of problem.offers) {
    capacity.set(key(offer.id), offer.capacity)
    for (const slot of offer.slots ?? []) capacity.set(key(offer.id, slot.id), slot.capacity)
  }
  const candidates = new Map(problem.candidates.map((one) => [key(one.need, one.offer, one.slot), one]))
  const worth: Facts["worth"] = (one) => {
    const need = needs.get(one.need)
    return need === undefined ? 0 : Scale.worth(scale, need, one, problem.fairness)
  }
  return { problem, needs, capacity, candidates, worth }
}

const placeKey = ({ offer, slot }: { readonly offer: string; readonly slot?: string }): string =>
  slot === undefined ? key(offer) : key(offer, slot)

const placeKeys = (one: { readonly offer: string; readonly slot?: string }): ReadonlyArray<string> =>
  one.slot === undefined ? [placeKey(one)] : [placeKey(one), key(one.offer)]

const sums = <A>(all: ReadonlyArray<A>, keys: (one: A) => ReadonlyArray<string>, amount: (one: A) => number) => {
  const sum = new Map<string, number>()
  for (const one of all) for (const at of keys(one)) sum.set(at, (sum.get(at) ?? 0) + amount(one))
  return sum
}

const allowed = (facts: Facts, { assignments, unmet, total }: Allocation): ReadonlyArray<Flaw> => {
  const { problem, needs, capacity, candidates } = facts
  const flaws: Array<Flaw> = []
  const isReal = (one: Assignment): boolean =>
    candidates.get(key(one.need, one.offer, one.slot))?.score === one.score &&
    Number.isInteger(one.quantity) &&
    one.quantity > 0
  for (const one of assignments) if (!isReal(one)) flaws.push({ what: "unknown", id: one.need })
  const used = sums(assignments, placeKeys, (one) => one.quantity)
  for (const [place, amount] of used)
    if (amount > (capacity.get(place) ?? 0)) flaws.push({ what: "overCapacity", id: place })
  const met = sums(
    assignments,
    (one) => [one.need],
    (one) => one.quantity
  )
  const missing = sums(
    unmet,
    (one) => [one.need],
    (one) => one.quantity
  )
  for (const need of problem.needs) {
    const [all, got] = [need.quantity ?? 1, met.get(need.id) ?? 0]
    if (got > all) flaws.push({ what: "overServed", id: need.id })
    else if (got + (missing.get(need.id) ?? 0) !== all) flaws.push({ what: "unmetWrong", id: need.id })
  }
  for (const one of assignments) {
    const need = needs.get(one.need)
    if (need !== undefined && Scale.isWhole(need) && one.quantity !== need.quantity)
      flaws.push({ what: "divided", id: one.need })
  }
  const points = assignments.reduce((sum, one) => {
    const need = needs.get(one.need)
    return need === undefined ? sum : sum + one.quantity * Scale.points(need, one.score, problem.fairness)
  }, 0)
  return points === total ? flaws : [...flaws, { what: "totalWrong" }]
}

const priced = (places: ReadonlyArray<PlacePrice>): ReadonlyMap<string, number> =>
  new Map(places.map((one) => [placeKey(one), one.price]))

const costOf = (price: ReadonlyMap<string, number>, one: { readonly offer: string; readonly slot?: string }): number =>
  placeKeys(one).reduce((sum, place) => sum + (price.get(place) ?? 0), 0)

// Complementary slackness: no candidate would gain more than its need does; every unit given gains just that; and who has
// a price, or a gain, has nothing left over.
const slack = (facts: Facts, { assignments, certificate }: Allocation): ReadonlyArray<Flaw> => {
  const { problem, capacity, worth } = facts
  const flaws: Array<Flaw> = []
  const price = priced(certificate.places)
  const gain = new Map(certificate.needs.map((one) => [one.need, one.price]))
  for (const [place, amount] of price) if (!(amount >= 0)) flaws.push({ what: "priceNegative", id: place })
  for (const [need, amount] of gain) if (!(amount >= 0)) flaws.push({ what: "priceNegative", id: need })
  for (const one of problem.candidates)
    if (worth(one) - costOf(price, one) > (gain.get(one.need) ?? 0))
      flaws.push({ what: "betterCandidate", id: one.need })
  for (const one of assignments)
    if (worth(one) - costOf(price, one) !== (gain.get(one.need) ?? 0)) flaws.push({ what: "unpaid", id: one.need })
  const met = sums(
    assignments,
    (one) => [one.need],
    (one) => one.quantity
  )
  for (const need of problem.needs)
    if ((gain.get(need.id) ?? 0) > 0 && (met.get(need.id) ?? 0) < (need.quantity ?? 1))
      flaws.push({ what: "priceWithoutNeed", id: need.id })
  const used = sums(assignments, placeKeys, (one) => one.quantity)
  for (const [place, amount] of price)
    if (amount > 0 && (used.get(place) ?? 0) < (capacity.get(place) ?? 0))
      flaws.push({ what: "priceWithoutNeed", id: place })
  return flaws
}

interface Answers {
  /** By need: the candidate it was given, in whole. */
  readonly taken: ReadonlyMap<string, Candidate>
  /** Candidates that were refused. */
  readonly refused: ReadonlySet<string>
}

// Weak duality: under the answers given, nothing is worth more than all capacity and all gains at these prices.
const bound = (facts: Facts, places: ReadonlyArray<PlacePrice>, { taken, refused }: Answers): number => {
  const { problem, capacity, worth } = facts
  const price = priced(places)
  const best = new Map<string, number>()
  for (const one of problem.candidates) {
    if (taken.has(one.need) || refused.has(key(one.need, one.offer, one.slot))) continue
    best.set(one.need, Math.max(best.get(one.need) ?? 0, worth(one) - costOf(price, one)))
  }
  let sum = 0
  for (const need of problem.needs) {
    const given = taken.get(need.id)
    const each = given === undefined ? (best.get(need.id) ?? 0) : worth(given) - costOf(price, given)
    sum += (need.quantity ?? 1) * each
  }
  for (const [place, amount] of price) sum += amount * (capacity.get(place) ?? 0)
  return [...price.values()].some((amount) => !(amount >= 0)) ? Number.POSITIVE_INFINITY : sum
}

const fits = ({ needs, capacity }: Facts, { taken }: Answers): boolean => {
  const used = sums([...taken.values()], placeKeys, (one) => needs.get(one.need)?.quantity ?? 1)
  return [...used].every(([place, amount]) => amount <= (capacity.get(place) ?? 0))
}

const highest = (facts: Facts, proof: Proof, answers: Answers): number => {
  if (proof === "doesNotFit") return fits(facts, answers) ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY
  if ("places" in proof) return bound(facts, proof.places, answers)
  const { taken, refused } = answers
  const asked = key(proof.need, proof.offer, proof.slot)
  const candidate = facts.candidates.get(asked)
  const need = facts.needs.get(proof.need)
  if (candidate === undefined || need === undefined || !Scale.isWhole(need)) return Number.POSITIVE_INFINITY
  return Math.max(
    highest(facts, proof.taken, { taken: new Map(taken).set(proof.need, candidate), refused }),
    highest(facts, proof.refused, { taken, refused: new Set(refused).add(asked) })
  )
}

// A scale other than the one the problem asks for would put the aims in another order.
const rightScale = ({ problem }: Facts, { point, held }: Certificate): boolean => {
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
  const facts = factsOf(problem, certificate)
  const wrong = allowed(facts, allocation)
  const scaled: ReadonlyArray<Flaw> = rightScale(facts, certificate) ? wrong : [...wrong, { what: "scaleWrong" }]
  if (certificate.proof === undefined) return [...scaled, ...slack(facts, allocation)]
  const value = assignments.reduce((sum, one) => sum + one.quantity * facts.worth(one), 0)
  const above = highest(facts, certificate.proof, { taken: new Map(), refused: new Set() })
  return above <= value ? scaled : [...scaled, { what: "boundAbove" }]
}
