import { Identifier, Period } from "@louyu/kernel"
import {
  Capacity,
  Category,
  Criteria,
  Demand,
  Eligibility,
  Match,
  Ranking,
  type ServiceItem,
  ServiceList,
  State,
  Wording
} from "@louyu/matching"
import { View } from "@louyu/organisation"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Lists from "./Lists.ts"

/** An offer that may meet a need, why it stands where it does, and whether it is open to who raised it. */
export interface Candidate {
  readonly offer: Match.Offer
  readonly explanation: Ranking.Explanation
  readonly outcome: Eligibility.Outcome
}

/** Everything on offer on a date, ready to be ranked for one need after another. */
export interface Market {
  readonly lists: Lists.Lists
  readonly offers: ReadonlyArray<Known>
  readonly wording: Wording.Wording
  readonly around: Ranking.Surroundings
}

interface Known {
  readonly offer: Match.Offer
  readonly item: ServiceItem.ServiceItem | undefined
  readonly offered: Ranking.Offered
}

const ratingsOf = (state: State.State, offer: Match.Offer): Pick<Ranking.Offered, "ratings"> => {
  const { ratings: amount, mean } = Demand.satisfaction(state, "raiser", offer)
  return mean === undefined ? {} : { ratings: { amount, mean } }
}

const freeOf = (
  { state, on }: Lists.Lists,
  offer: Match.Offer,
  capacity: Capacity.Capacity | undefined
): number | "unlimited" =>
  capacity === undefined ? "unlimited" : Capacity.left(capacity, State.usesOf(state, offer), Period.ofDay(on))

const offeredItems = (lists: Lists.Lists): ReadonlyArray<Known> => {
  const { state, on } = lists
  return State.allOfferings(state).flatMap((one): ReadonlyArray<Known> => {
    const { list: listId, item: code, place, capacity, windows, life } = one
    const list = State.list(state, listId, on)
    const item = list === undefined ? undefined : ServiceList.item(list, code)
    if (item === undefined || !Period.contains(life, on)) return []
    const offer: Match.Offer = { _tag: "item", list: listId, item: code, place }
    const week = windows.length === 0 ? {} : { windows }
    const free = freeOf(lists, offer, capacity)
    const duty = "owner" as const
    const { category } = item
    const id = Match.keyOf(offer)
    return [{ offer, item, offered: { id, category, place, free, duty, ...week, ...ratingsOf(state, offer) } }]
  })
}

const offeredResources = (lists: Lists.Lists): ReadonlyArray<Known> => {
  const { state, on } = lists
  return Demand.freeOn(state, on).flatMap(({ resource: name, free }): ReadonlyArray<Known> => {
    const known = State.resource(state, name)?.resource
    if (known === undefined) return []
    const offer: Match.Offer = { _tag: "resource", resource: name }
    const { category, place, windows } = known
    const week = windows === undefined ? {} : { windows }
    const id = Match.keyOf(offer)
    // Who lends something takes part; nobody made it a duty.
    const duty = "partner" as const
    return [
      { offer, item: undefined, offered: { id, category, place, free, duty, ...week, ...ratingsOf(state, offer) } }
    ]
  })
}

const isCategory = Schema.is(Category.CategoryId)
const isUnitId = Schema.is(Identifier.UnitId)

/** Steps in the tree of places: up to what both lie in, and down again. */
export const steps =
  (view: View.View) =>
  (one: string, other: string): number | undefined => {
    if (!isUnitId(one) || !isUnitId(other)) return undefined
    const common = View.commonSuperior(view, "location", one, other)
    const [up, down, top] = [one, other, common].map((id) =>
      id === undefined || !isUnitId(id) ? undefined : View.depth(view, "location", id)
    )
    return up === undefined || down === undefined || top === undefined ? undefined : up + down - 2 * top
  }

/** Gathers what is on offer on the date. */
export const market = (lists: Lists.Lists): Market => {
  const { catalogue, view } = lists
  const categories = Category.of(catalogue.categories)
  const items = Lists.inForce(lists).flatMap(({ items: all }) => all)
  const worded = items.map(({ code, names, category }) => ({ id: code, names, category }))
  return {
    lists,
    offers: [...offeredItems(lists), ...offeredResources(lists)],
    wording: Wording.compile(catalogue.categories, worded, catalogue.vocabulary ?? { synonyms: [], stopWords: [] }),
    around: {
      fit: (one, other) => (isCategory(one) && isCategory(other) ? Category.fit(categories, one, other) : undefined),
      steps: steps(view)
    }
  }
}

const open: Eligibility.Outcome = { verdict: "eligible", unmet: [] }

/** Whether an item is open to who raised a need, as far as the lists know them. */
const outcomeOf = (
  { on, view, catalogue }: Lists.Lists,
  { raiser, stage }: State.NeedKnown["need"],
  item: ServiceItem.ServiceItem | undefined
): Eligibility.Outcome => {
  if (item?.eligibility === undefined) return open
  const criteria = Criteria.of(catalogue.fields ?? [], item.eligibility)
  // A condition on fields the catalogue has given up since decides nothing.
  if (Result.isFailure(criteria)) return { verdict: "unknown", unmet: [] }
  const isWithin = (place: string, unit: string): boolean =>
    place === unit || (isUnitId(place) && isUnitId(unit) && View.isAbove(view, "location", unit, place))
  const values = { place: raiser, ...(stage === undefined ? {} : { stage }) }
  return Eligibility.evaluate(criteria.success, values, { on, isWithin })
}

/**
 * The offers that may meet a need, best first.
 *
 * Shape: those of another category whose words do not fit either are left out, and those that are not open to the raiser.
 */
export const forNeed = (market: Market, known: State.NeedKnown, limit: number): ReadonlyArray<Candidate> => {
  const { lists, offers, wording, around } = market
  const { need } = known
  const hits = Wording.search(wording, need.text)
  const [likely] = hits.categories
  const category = known.category ?? likely?.id
  const scores = new Map([...hits.categories, ...hits.items].map(({ id, score }) => [id, score]))
  const windows = need.wanted?.windows
  const wanted: Ranking.Wanted = {
    place: need.place,
    quantity: State.amounts(lists.state, known).open,
    ...(category === undefined ? {} : { category }),
    ...(windows === undefined ? {} : { windows })
  }
  const fitting = offers.flatMap((one) => {
    const { item, offered } = one
    const text = scores.get(item?.code ?? offered.category ?? "") ?? 0
    const fit = category === undefined ? 0 : (around.fit(category, offered.category ?? "") ?? 0)
    const outcome = outcomeOf(lists, need, item)
    const isFit = fit > 0.5 || text > 0.5
    return isFit && outcome.verdict !== "not" ? [{ ...one, outcome, offered: { ...offered, text } }] : []
  })
  const byId = new Map(fitting.map((one) => [one.offered.id, one]))
  const best = Ranking.top(
    limit,
    wanted,
    fitting.map(({ offered }) => offered),
    around
  )
  return best.flatMap((explanation) => {
    const one = byId.get(explanation.id)
    return one === undefined ? [] : [{ offer: one.offer, explanation, outcome: one.outcome }]
  })
}
