import * as Facts from "./Facts.ts"
import type { Candidate, PlacePrice, Proof } from "./Problem.ts"
import * as Scale from "./Scale.ts"

interface Answers {
  /** By need: the candidate it was given, in whole. */
  readonly taken: ReadonlyMap<string, Candidate>
  readonly refused: ReadonlySet<Candidate>
}

// Weak duality: under the answers given, nothing is worth more than all capacity and all gains at these prices.
const atPrices = (facts: Facts.Facts, places: ReadonlyArray<PlacePrice>, { taken, refused }: Answers): number => {
  const { problem, capacity, worth } = facts
  if (places.some((one) => !(one.price >= 0))) return Number.POSITIVE_INFINITY
  const cost = Facts.costs(places)
  const best = new Map<string, number>()
  for (const one of problem.candidates) {
    if (taken.has(one.need) || refused.has(one)) continue
    best.set(one.need, Math.max(best.get(one.need) ?? 0, worth(one) - cost(one)))
  }
  let sum = places.reduce((all, one) => all + one.price * (capacity.get(Facts.key(one)) ?? 0), 0)
  for (const need of problem.needs) {
    const given = taken.get(need.id)
    const each = given === undefined ? (best.get(need.id) ?? 0) : worth(given) - cost(given)
    sum += (need.quantity ?? 1) * each
  }
  return sum
}

const fits = ({ needs, capacity }: Facts.Facts, { taken }: Answers): boolean => {
  const used = Facts.sums([...taken.values()], Facts.keys, (one) => needs.get(one.need)?.quantity ?? 1)
  return [...used].every(([place, amount]) => amount <= (capacity.get(place) ?? 0))
}

const none: Answers = { taken: new Map(), refused: new Set() }

/**
 * The most that any allocation can be worth, by a proof: both answers to every question, and prices where they end.
 *
 * Shape: infinite where the proof does not hold.
 */
export const make = (facts: Facts.Facts, proof: Proof, answers = none): number => {
  if (proof === "doesNotFit") return fits(facts, answers) ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY
  if ("places" in proof) return atPrices(facts, proof.places, answers)
  const { taken, refused } = answers
  const asked = facts.problem.candidates.find(
    (one) => one.need === proof.need && one.offer === proof.offer && one.slot === proof.slot
  )
  const need = facts.needs.get(proof.need)
  if (asked === undefined || need === undefined || !Scale.isWhole(need)) return Number.POSITIVE_INFINITY
  return Math.max(
    make(facts, proof.taken, { taken: new Map(taken).set(proof.need, asked), refused }),
    make(facts, proof.refused, { taken, refused: new Set(refused).add(asked) })
  )
}
