import { CivilDate, type Identifier, Period } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Allocation from "./Allocation.ts"
import type { AllocationError } from "./AllocationError.ts"
import * as Capacity from "./Capacity.ts"
import type { Catalogue } from "./Catalogue.ts"
import * as Category from "./Category.ts"
import * as Criteria from "./Criteria.ts"
import * as Demand from "./Demand.ts"
import * as Eligibility from "./Eligibility.ts"
import type { Values } from "./Field.ts"
import * as Match from "./Match.ts"
import * as Past from "./Past.ts"
import * as Ranking from "./Ranking.ts"
import * as ServiceItem from "./ServiceItem.ts"
import * as ServiceList from "./ServiceList.ts"
import * as State from "./State.ts"
import * as Wording from "./Wording.ts"

type UnitId = Identifier.UnitId
type Date = CivilDate.CivilDate

/** What has to be known of the rest of the city to find what fits. */
export interface Surroundings {
  /** Steps between two places in the tree; `undefined` when nothing holds them together. */
  readonly steps: (from: string, to: string) => number | undefined
  /** Whether a place is another or lies in it; `undefined` for one nobody knows. */
  readonly isWithin: (place: string, unit: string) => boolean | undefined
  /** What is known of an enterprise that eligibility may ask about. */
  readonly values: (enterprise: UnitId) => Values
}

/** Something that is to be had on the day, as candidates are ranked by. */
interface Supply {
  readonly offer: Match.Offer
  readonly ranked: Ranking.Offered
  readonly item: string | undefined
  readonly free: number
  readonly criteria: Criteria.Criteria | undefined
}

/** Everything that is to be had in a city on a day, ready to be asked. */
export interface Market {
  readonly state: State.State
  readonly catalogue: Catalogue
  readonly on: Date
  readonly around: Surroundings
  readonly supplies: ReadonlyArray<Supply>
  readonly wording: Wording.Wording
}

/** What could meet a need, and why; with the conditions that are not known to be met. */
export interface Candidate extends Ranking.Explanation {
  readonly offer: Match.Offer
  readonly unknown: ReadonlyArray<Eligibility.Unmet>
}

/** Something that would fit, and the conditions that keep it from the need. */
export interface Barred {
  readonly offer: Match.Offer
  readonly unmet: ReadonlyArray<Eligibility.Unmet>
}

// Nobody has to count what has no limit.
const unlimited = 1_000_000

const ratingsOf = (state: State.State, offer: Match.Offer): Ranking.Offered["ratings"] => {
  const { ratings, mean } = Demand.satisfaction(state, "raiser", offer)
  return mean === undefined ? undefined : { amount: ratings, mean }
}

const withRatings = (ranked: Ranking.Offered, ratings: Ranking.Offered["ratings"]): Ranking.Offered =>
  ratings === undefined ? ranked : { ...ranked, ratings }

// What names no times of the week says nothing about them.
const hours = (windows: Ranking.Offered["windows"]): Pick<Ranking.Offered, "windows"> =>
  windows === undefined || windows.length === 0 ? {} : { windows }

const itemSupplies = (state: State.State, { fields = [] }: Catalogue, on: Date): ReadonlyArray<Supply> =>
  State.allOfferings(state).flatMap((offering): ReadonlyArray<Supply> => {
    const list = State.list(state, offering.list, on)
    const item = list === undefined ? undefined : ServiceList.item(list, offering.item)
    if (item === undefined || !Period.contains(offering.life, on) || !ServiceItem.isValid(item, on)) return []
    const { place, capacity, windows } = offering
    const offer: Match.Offer = { _tag: "item", list: offering.list, item: offering.item, place }
    const free =
      capacity === undefined ? unlimited : Capacity.left(capacity, State.usesOf(state, offer), Period.ofDay(on))
    const asked = item.eligibility === undefined ? undefined : Criteria.of(fields, item.eligibility)
    const ranked = {
      id: Match.keyOf(offer),
      category: item.category,
      place,
      ...hours(windows),
      free: capacity === undefined ? ("unlimited" as const) : free,
      duty: "owner" as const
    }
    return [
      {
        offer,
        ranked: withRatings(ranked, ratingsOf(state, offer)),
        item: item.code,
        free,
        criteria: asked !== undefined && Result.isSuccess(asked) ? asked.success : undefined
      }
    ]
  })

const resourceSupplies = (state: State.State, on: Date): ReadonlyArray<Supply> => {
  const free = new Map(Demand.freeOn(state, on).map((one) => [one.resource, one.free]))
  return [...State.resources(state)].flatMap(({ resource }): ReadonlyArray<Supply> => {
    const left = free.get(resource.resource)
    if (left === undefined) return []
    const { category, place, windows } = resource
    const offer: Match.Offer = { _tag: "resource", resource: resource.resource }
    const ranked = { id: Match.keyOf(offer), category, place, ...hours(windows), free: left, duty: "partner" as const }
    return [
      { offer, ranked: withRatings(ranked, ratingsOf(state, offer)), item: undefined, free: left, criteria: undefined }
    ]
  })
}

const noWords = { synonyms: [], stopWords: [] }

/**
 * Looks at everything that is to be had on a day, as it stood then.
 *
 * Cost: O(offers + matches + words); then a need is asked in O(offers).
 */
export const open = (known: State.State, catalogue: Catalogue, around: Surroundings, on: Date): Market => {
  const state = Past.asOf(known, on)
  const supplies = [...itemSupplies(state, catalogue, on), ...resourceSupplies(state, on)]
  const lists = [...new Set(supplies.flatMap(({ offer }) => (offer._tag === "item" ? [offer.list] : [])))]
  const items = lists.flatMap((id) => State.list(state, id, on)?.items ?? [])
  const worded = items.map(({ code, category, names }) => ({ id: code, category, names }))
  const wording = Wording.compile(catalogue.categories, worded, catalogue.vocabulary ?? noWords)
  return { state, catalogue, on, around, supplies, wording }
}

// Two categories that only share the root of a tree come to this; more in common makes them related.
const half = 0.5

// Words found with less than this say too little to be gone by.
const clear = 0.35

/** What a need is about: what somebody said, or else what its words say, if they say it clearly. */
export const categoryOf = (market: Market, { category, need }: State.NeedKnown): Category.CategoryId | undefined => {
  if (category !== undefined) return category
  const best = Wording.search(market.wording, need.text, clear).categories[0]
  return best === undefined ? undefined : market.catalogue.categories.find(({ id }) => id === best.id)?.id
}

const look = (market: Market, known: State.NeedKnown) => {
  const { around, on } = market
  const { need } = known
  const categories = Category.of(market.catalogue.categories)
  const category = categoryOf(market, known)
  const texts = new Map(Wording.search(market.wording, need.text).items.map(({ id, score }) => [id, score]))
  const wanted: Ranking.Wanted = {
    ...(category === undefined ? {} : { category }),
    place: need.place,
    ...(need.wanted?.windows === undefined ? {} : { windows: need.wanted.windows }),
    // What is left of it; all of it where somebody asks about one that has been met.
    quantity: State.amounts(market.state, known).open || need.quantity
  }
  const byId = new Map(market.catalogue.categories.map(({ id }) => [String(id), id]))
  const fit = (one: string, other: string): number | undefined => {
    const [a, b] = [byId.get(one), byId.get(other)]
    return a === undefined || b === undefined ? undefined : Category.fit(categories, a, b)
  }
  // How far an enterprise has come is said with the need.
  const values = { ...around.values(need.raiser), ...(need.stage === undefined ? {} : { stage: need.stage }) }
  const setting = { on, isWithin: around.isWithin }
  const outcome = ({ criteria }: Supply): Eligibility.Outcome =>
    criteria === undefined ? { verdict: "eligible", unmet: [] } : Eligibility.evaluate(criteria, values, setting)
  const offered = ({ ranked, item }: Supply): Ranking.Offered =>
    item === undefined ? ranked : { ...ranked, text: texts.get(item) ?? 0 }
  // What has nothing to do with the need is no candidate, however near and free it is.
  const related = (supply: Supply): boolean =>
    (category !== undefined && (fit(category, supply.ranked.category ?? "") ?? 0) > half) ||
    (supply.item !== undefined && (texts.get(supply.item) ?? 0) >= clear)
  return { wanted, surroundings: { fit, steps: around.steps }, outcome, offered, related }
}

/**
 * What could meet a need on the day, best first, with reasons that add up; what is barred by a condition is left out.
 *
 * Source: R3-11, R3-12, P-31.
 */
export const candidates = (market: Market, known: State.NeedKnown, amount = 10): ReadonlyArray<Candidate> => {
  const { wanted, surroundings, outcome, offered, related } = look(market, known)
  const open = market.supplies.filter(
    (supply) => supply.free > 0 && related(supply) && outcome(supply).verdict !== "not"
  )
  const byId = new Map(open.map((supply) => [supply.ranked.id, supply]))
  return Ranking.top(amount, wanted, open.map(offered), surroundings).flatMap((explanation) => {
    const supply = byId.get(explanation.id)
    return supply === undefined ? [] : [{ ...explanation, offer: supply.offer, unknown: outcome(supply).unmet }]
  })
}

/** What would fit a need and is barred by a condition, with every condition in the way. Source: R3-3, R3-12. */
export const barred = (market: Market, known: State.NeedKnown): ReadonlyArray<Barred> => {
  const { outcome, related } = look(market, known)
  return market.supplies.flatMap((supply) => {
    const { verdict, unmet } = outcome(supply)
    return verdict === "not" && related(supply) ? [{ offer: supply.offer, unmet }] : []
  })
}

/** What would fit a need, were there anything of it left. Source: R3-12. */
export const exhausted = (market: Market, known: State.NeedKnown): ReadonlyArray<Match.Offer> => {
  const { outcome, related } = look(market, known)
  return market.supplies
    .filter((supply) => supply.free <= 0 && related(supply) && outcome(supply).verdict !== "not")
    .map(({ offer }) => offer)
}

/** A match that the allocation of all needs proposes. */
export interface Proposed {
  readonly need: State.NeedKnown
  readonly offer: Match.Offer
  readonly quantity: number
  readonly explanation: Ranking.Explanation
}

/** What the allocation of all needs comes to. */
export interface Arrangement {
  readonly proposed: ReadonlyArray<Proposed>
  readonly unmet: Allocation.Allocation["unmet"]
  readonly allocation: Allocation.Allocation
  readonly problem: Allocation.Problem
}

/** How all needs are decided about together. Units: `candidates` looked at for each need. */
export interface Choice {
  readonly candidates?: number
  readonly fairness?: Allocation.Fairness
}

/**
 * Decides about all unmet needs of the day at once: the best that can be done with what is free, proved by prices.
 *
 * Shape: urgency weighs; whoever waited longer is protected as `fairness` says.
 * Fails: as `Allocation.solve`.
 * Source: R3-11, R3-12, invariant 9.
 */
export const arrange = (market: Market, choice: Choice = {}): Result.Result<Arrangement, AllocationError> => {
  const { state, on } = market
  const needs = Demand.unmet(state, on)
  const found = needs.map((known) => ({ known, all: candidates(market, known, choice.candidates ?? 20) }))
  const used = new Map(found.flatMap(({ all }) => all.map(({ id, offer }) => [id, offer] as const)))
  const problem: Allocation.Problem = {
    needs: needs.map((known) => ({
      id: known.need.need,
      quantity: State.amounts(state, known).open,
      divisible: known.need.divisible ?? false,
      weight: known.need.urgency,
      waiting: Math.max(0, CivilDate.daysBetween(known.need.on, on))
    })),
    offers: market.supplies
      .filter(({ ranked }) => used.has(ranked.id))
      .map(({ ranked, free }) => ({ id: ranked.id, capacity: free })),
    candidates: found.flatMap(({ known, all }) =>
      all.map(({ id, score }) => ({ need: known.need.need, offer: id, score }))
    ),
    ...(choice.fairness === undefined ? {} : { fairness: choice.fairness })
  }
  const byNeed = new Map<string, (typeof found)[number]>(found.map((one) => [one.known.need.need, one]))
  return Result.map(Allocation.solve(problem), (allocation) => ({
    problem,
    allocation,
    unmet: allocation.unmet,
    proposed: allocation.assignments.flatMap(({ need, offer, quantity }) => {
      const one = byNeed.get(need)
      const explanation = one?.all.find(({ id }) => id === offer)
      return one === undefined || explanation === undefined
        ? []
        : [{ need: one.known, offer: explanation.offer, quantity, explanation }]
    })
  }))
}
