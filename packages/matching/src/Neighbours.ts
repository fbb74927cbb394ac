import { type CivilDate, type Identifier, Period } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import type { Catalogue } from "./Catalogue.ts"
import * as Category from "./Category.ts"
import * as IndustryChain from "./IndustryChain.ts"
import * as Partners from "./Partners.ts"

type UnitId = Identifier.UnitId
type Date = CivilDate.CivilDate

/** What has to be known of where enterprises are. */
export interface Neighbourhood {
  /** Steps between two units in the tree of places; `undefined` when they are in no common place. */
  readonly distance: (one: UnitId, other: UnitId, on: Date) => number | undefined
  /** The building an enterprise is in. */
  readonly building: (enterprise: UnitId, on: Date) => UnitId | undefined
}

/** Two enterprises that could work together, and why. Shape: the points of the reasons sum to the score, at most 1000. */
export interface Suggestion {
  readonly giver: UnitId
  readonly taker: UnitId
  readonly offer: Partners.Posting["posting"]["posting"] | undefined
  readonly want: Partners.Posting["posting"]["posting"] | undefined
  readonly score: number
  readonly reasons: ReadonlyArray<{
    readonly part: "category" | "chain" | "building" | "near"
    readonly points: number
  }>
}

const points = { category: 500, chain: 300, building: 200, near: 150 } as const

// Who is in the same building comes first; further away counts less with every step.
const nearness = (around: Neighbourhood, one: UnitId, other: UnitId, on: Date): Suggestion["reasons"] => {
  const building = around.building(one, on)
  if (building !== undefined && building === around.building(other, on)) {
    return [{ part: "building", points: points.building }]
  }
  const steps = around.distance(one, other, on)
  return steps === undefined ? [] : [{ part: "near", points: Math.max(0, points.near - 15 * steps) }]
}

const positionsOn = (board: Partners.Board, on: Date): ReadonlyArray<Partners.Placed> =>
  board.placed.filter((one) => Period.contains(one, on))

const suppliesByChain = (
  chains: ReadonlyArray<IndustryChain.IndustryChain>,
  placed: ReadonlyArray<Partners.Placed>,
  giver: UnitId,
  taker: UnitId
): boolean =>
  chains.some((chain) =>
    placed.some(
      (one) =>
        one.chain === chain.id &&
        one.enterprise === giver &&
        placed.some(
          (other) =>
            other.chain === chain.id &&
            other.enterprise === taker &&
            IndustryChain.bearing(chain, one.position, other.position) === "upstream"
        )
    )
  )

const suggestion = (
  giver: UnitId,
  taker: UnitId,
  offer: Suggestion["offer"],
  want: Suggestion["want"],
  reasons: Suggestion["reasons"]
): Suggestion => {
  const kept = reasons.filter((reason) => reason.points > 0)
  return { giver, taker, offer, want, score: kept.reduce((sum, reason) => sum + reason.points, 0), reasons: kept }
}

const order = (a: Suggestion, b: Suggestion): number => {
  const key = ({ giver, taker, offer, want }: Suggestion) => `${giver} ${taker} ${offer ?? ""} ${want ?? ""}`
  return b.score - a.score || (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0)
}

/**
 * Who could supply whom: offers that fit wants, and neighbours in an industry chain, those in the same building first.
 *
 * Shape: pairs that declined each other or work together already are left out; best first, ties by id.
 * Source: H-32, H-34.
 */
export const suggest = (
  board: Partners.Board,
  { categories, chains = [] }: Catalogue,
  around: Neighbourhood,
  on: Date
): ReadonlyArray<Suggestion> => {
  const sorted = Category.of(categories)
  const postings = Partners.postingsOn(board, on).map(({ posting }) => posting)
  const placed = positionsOn(board, on)
  const known = new Set(
    [...HashMap.values(board.partnerships)].map(({ proposed }) => `${proposed.giver} ${proposed.taker}`)
  )
  const isNew = (giver: UnitId, taker: UnitId) => giver !== taker && !known.has(`${giver} ${taker}`)
  const posted = postings
    .filter(({ side }) => side === "offer")
    .flatMap((offer) =>
      postings.flatMap((want): ReadonlyArray<Suggestion> => {
        const [giver, taker] = [offer.enterprise, want.enterprise]
        if (want.side !== "want" || !isNew(giver, taker)) return []
        const fit = Category.fit(sorted, offer.category, want.category)
        if (fit < 0.5) return []
        const chain = suppliesByChain(chains, placed, giver, taker)
        return [
          suggestion(giver, taker, offer.posting, want.posting, [
            { part: "category", points: Math.round(points.category * fit) },
            { part: "chain", points: chain ? points.chain : 0 },
            ...nearness(around, giver, taker, on)
          ])
        ]
      })
    )
  const pairs = new Set(posted.map(({ giver, taker }) => `${giver} ${taker}`))
  const enterprises = [...new Set(placed.map(({ enterprise }) => enterprise))]
  const chained = enterprises.flatMap((giver) =>
    enterprises.flatMap((taker): ReadonlyArray<Suggestion> => {
      if (!isNew(giver, taker) || pairs.has(`${giver} ${taker}`)) return []
      if (!suppliesByChain(chains, placed, giver, taker)) return []
      const reasons = [{ part: "chain", points: points.chain } as const, ...nearness(around, giver, taker, on)]
      return [suggestion(giver, taker, undefined, undefined, reasons)]
    })
  )
  return [...posted, ...chained].toSorted(order)
}

/** The positions of a chain nobody of a place holds on a date: what to look for. Source: H-32 (chain gaps). */
export const gaps = (
  board: Partners.Board,
  chain: IndustryChain.IndustryChain,
  isHere: (enterprise: UnitId) => boolean,
  on: Date
): ReadonlyArray<IndustryChain.Position> => {
  const held = new Set(
    positionsOn(board, on)
      .filter((one) => one.chain === chain.id && isHere(one.enterprise))
      .map(({ position }) => position)
  )
  return chain.positions.filter(({ id }) => !held.has(id))
}

/** What an enterprise gave and received in partnerships. Units: points. Source: W-20. */
export interface Balance {
  readonly enterprise: UnitId
  readonly given: number
  readonly received: number
}

/** The reciprocity ledger: what every enterprise gave and received up to a date. Shape: the balances cancel out. */
export const balances = (board: Partners.Board, on: Date): ReadonlyArray<Balance> => {
  const sums = new Map<UnitId, { given: number; received: number }>()
  const of = (enterprise: UnitId) => {
    const known = sums.get(enterprise) ?? { given: 0, received: 0 }
    sums.set(enterprise, known)
    return known
  }
  for (const { proposed, exchanges } of HashMap.values(board.partnerships)) {
    for (const { from, worth } of exchanges.filter((one) => one.on <= on)) {
      of(from === "giver" ? proposed.giver : proposed.taker).given += worth
      of(from === "giver" ? proposed.taker : proposed.giver).received += worth
    }
  }
  return [...sums]
    .map(([enterprise, sum]) => ({ enterprise, ...sum }))
    .toSorted((a, b) => (a.enterprise < b.enterprise ? -1 : 1))
}
