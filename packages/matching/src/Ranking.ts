import * as Best from "./Best.ts"
import { type Look, looks, type Offered, type Reason, type Surroundings, type Wanted } from "./Reason.ts"
import { type Part, parts, type Rules, rules as usualRules } from "./Weights.ts"

export type { Duty, Offered, Reason, Surroundings, Wanted, Weekly } from "./Reason.ts"

/**
 * Why an offer stands where it does.
 *
 * Shape: the points of the reasons add up to the score, 0 to 1000 whole points.
 */
export interface Explanation {
  readonly id: string
  readonly score: number
  readonly reasons: ReadonlyArray<Reason>
}

// Values are counted in millionths, so that sums are whole numbers and the same in whatever order.
const fine = 1_000_000

const count = (value: number): number => Math.round(value * fine)

const scoreOf = (shares: ReadonlyArray<number>): number =>
  Math.floor((shares.reduce((sum, share) => sum + share, 0) + fine / 2) / fine)

/**
 * Divides a score into whole points by what each part brought, so that they add up to it: what is left over goes to the
 * largest remainders.
 *
 * Shape: `shares` in millionths of a point. Source: Hamilton's method of apportionment.
 */
const divide = (shares: ReadonlyArray<number>, score: number): ReadonlyArray<number> => {
  const points = shares.map((share) => Math.floor(share / fine))
  const left = score - points.reduce((sum, point) => sum + point, 0)
  const order = shares
    .map((share, index) => ({ index, rest: share % fine }))
    .toSorted((a, b) => b.rest - a.rest || a.index - b.index)
  for (const { index } of order.slice(0, left)) points[index] = (points[index] as number) + 1
  return points
}

interface Seen {
  readonly part: Part
  readonly look: Look
  readonly share: number
}

const see = (wanted: Wanted, offered: Offered, around: Surroundings, rules: Rules): ReadonlyArray<Seen> =>
  parts.map((part) => {
    const look = looks[part](wanted, offered, around, rules)
    return { part, look, share: count(look.value) * rules.weights[part] }
  })

const sharesOf = (seen: ReadonlyArray<Seen>): ReadonlyArray<number> => seen.map(({ share }) => share)

/** How well an offer meets what is wanted, in points from 0 to 1000, without the reasons. */
export const score = (wanted: Wanted, offered: Offered, around: Surroundings, rules: Rules = usualRules): number =>
  scoreOf(sharesOf(see(wanted, offered, around, rules)))

/**
 * How well an offer meets what is wanted, and why.
 *
 * Shape: what is not known counts a stated neutral value, and says so; the points add up to the score exactly.
 * Source: R3-11, R3-12.
 */
export const explain = (
  wanted: Wanted,
  offered: Offered,
  around: Surroundings,
  rules: Rules = usualRules
): Explanation => {
  const seen = see(wanted, offered, around, rules)
  const total = scoreOf(sharesOf(seen))
  const points = divide(sharesOf(seen), total)
  const reasons = seen.map(({ part, look }, index) => ({
    part,
    value: count(look.value) / fine,
    weight: rules.weights[part],
    points: points[index] as number,
    known: look.known,
    words: look.words()
  }))
  return { id: offered.id, score: total, reasons }
}

/**
 * The offers that meet best what is wanted, best first, with the reasons; ties by id.
 *
 * Cost: O(offers · log amount); reasons are put into words for the best only.
 * Source: R3-11, R3-12.
 *
 * ```ts
 * const around = { fit: (a: string, b: string) => (a === b ? 1 : 0), steps: () => 2 }
 * const offers = [
 *   { id: "near", category: "parking", place: "t-2", free: 3, duty: "owner" },
 *   { id: "full", category: "parking", place: "t-3", free: 0, duty: "owner" }
 * ] as const
 * const wanted = { category: "parking", place: "t-1", quantity: 1 }
 * const [best] = Ranking.top(1, wanted, offers, around)
 * best?.id // => "near"
 * best?.score // => 850
 * best?.reasons.map(({ points }) => points) // => [300, 75, 113, 150, 100, 62, 50]
 * best?.reasons[2]?.words.en // => "2 steps away in the tree"
 * ```
 */
export const top = (
  amount: number,
  wanted: Wanted,
  offers: Iterable<Offered>,
  around: Surroundings,
  rules: Rules = usualRules
): ReadonlyArray<Explanation> => {
  function* scored() {
    for (const offered of offers) yield { id: offered.id, score: score(wanted, offered, around, rules), offered }
  }
  return Best.of(amount, scored()).map(({ offered }) => explain(wanted, offered, around, rules))
}
