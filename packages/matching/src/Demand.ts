import { CivilDate, type Identifier, Period } from "@louyu/kernel"
import * as Capacity from "./Capacity.ts"
import * as Category from "./Category.ts"
import * as Match from "./Match.ts"
import type { NeedId } from "./Need.ts"
import type { ResourceId } from "./Resource.ts"
import type { ItemCode, ListId } from "./ServiceItem.ts"
import * as ServiceItem from "./ServiceItem.ts"
import * as State from "./State.ts"

type Date = CivilDate.CivilDate
type UnitId = Identifier.UnitId

const byId = <A extends string>(a: A, b: A): number => (a < b ? -1 : a > b ? 1 : 0)

// What of a need counts on a date: it was raised by then, and whether it had ended by then.
const raisedBy = (state: State.State, on: Date): ReadonlyArray<State.NeedKnown> =>
  [...State.needs(state)]
    .filter(({ need }) => need.on <= on)
    .toSorted((a, b) => CivilDate.compare(a.need.on, b.need.on) || byId(a.need.need, b.need.need))

const isOpenOn = ({ status, ended }: State.NeedKnown, on: Date): boolean =>
  status === "open" || (ended !== undefined && on < ended)

/** The needs nobody has agreed to meet in full, longest waiting first. Source: P-23, P-31. */
export const unmet = (state: State.State, on: Date): ReadonlyArray<State.NeedKnown> =>
  raisedBy(state, on).filter(
    (known) => isOpenOn(known, on) && known.project === undefined && State.amounts(state, known).open > 0
  )

/** How far the needs of a period were met. Shape: rates are `undefined` when there were none to divide by. */
export interface MatchRate {
  readonly needs: number
  readonly matched: number
  readonly met: number
  readonly rate: number | undefined
  /** Days from raising a need to the first match agreed on, the middle one of all. */
  readonly medianDays: number | undefined
}

const median = (values: ReadonlyArray<number>): number | undefined => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle]
  if (upper === undefined) return undefined
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}

/** The first day on which something was agreed on for a need. */
const matchedOn = (state: State.State, known: State.NeedKnown): Date | undefined =>
  State.matchesOf(state, known.need.need)
    .flatMap(({ accepted, status }) => (accepted === undefined || status === "withdrawn" ? [] : [accepted]))
    .toSorted()[0]

/** Match rate and time to match of the needs raised in a period. Source: P-23. */
export const matchRate = (state: State.State, within: Period.Period): MatchRate => {
  const needs = [...State.needs(state)].filter(({ need }) => Period.contains(within, need.on))
  const days = needs.flatMap((known) => {
    const on = matchedOn(state, known)
    return on === undefined ? [] : [CivilDate.daysBetween(known.need.on, on)]
  })
  return {
    needs: needs.length,
    matched: days.length,
    met: needs.filter(({ status }) => status === "met").length,
    rate: needs.length === 0 ? undefined : days.length / needs.length,
    medianDays: median(days)
  }
}

/** How much is wanted of a category and below it: what to offer next (H-13, H-19). */
export interface Wanted {
  readonly category: Category.CategoryId
  readonly needs: number
  readonly raisers: number
  readonly quantity: number
}

/**
 * The needs open on a date by category, each category with all below it, most wanted first.
 *
 * Shape: needs nobody said the category of are left out.
 */
export const byCategory = (
  state: State.State,
  categories: ReadonlyArray<Category.Category>,
  on: Date
): ReadonlyArray<Wanted> => {
  const { line } = Category.of(categories)
  const sums = new Map<Category.CategoryId, { needs: number; quantity: number; readonly raisers: Set<UnitId> }>()
  for (const { need, category } of raisedBy(state, on).filter((known) => isOpenOn(known, on))) {
    for (const id of category === undefined ? [] : line(category)) {
      const sum = sums.get(id) ?? { needs: 0, quantity: 0, raisers: new Set() }
      sums.set(id, sum)
      sum.needs++
      sum.quantity += need.quantity
      sum.raisers.add(need.raiser)
    }
  }
  return [...sums]
    .map(([category, { needs, quantity, raisers }]) => ({ category, needs, quantity, raisers: raisers.size }))
    .toSorted((a, b) => b.needs - a.needs || byId(a.category, b.category))
}

/** Needs of one category that no item of the list fits: a candidate for a new item (P-31). */
export interface Missing {
  readonly category: Category.CategoryId
  readonly needs: ReadonlyArray<NeedId>
  readonly raisers: number
}

/**
 * What is wanted and not on the list: unmet needs whose category no valid item of a list shares or stands above, most
 * wanted first.
 */
export const missing = (
  state: State.State,
  list: ListId,
  categories: ReadonlyArray<Category.Category>,
  on: Date
): ReadonlyArray<Missing> => {
  const { line } = Category.of(categories)
  const valid = (State.list(state, list, on)?.items ?? []).filter((item) => ServiceItem.isValid(item, on))
  const offered = new Set(valid.map(({ category }) => category))
  const groups = new Map<Category.CategoryId, Array<State.NeedKnown>>()
  for (const known of unmet(state, on)) {
    const { category } = known
    if (category === undefined || line(category).some((id) => offered.has(id))) continue
    groups.set(category, [...(groups.get(category) ?? []), known])
  }
  return [...groups]
    .map(([category, all]) => ({
      category,
      needs: all.map(({ need }) => need.need),
      raisers: new Set(all.map(({ need }) => need.raiser)).size
    }))
    .toSorted((a, b) => b.raisers - a.raisers || b.needs.length - a.needs.length || byId(a.category, b.category))
}

const usedItems = (state: State.State, within: Period.Period): ReadonlySet<string> =>
  new Set(
    [...State.matches(state)].flatMap((match) => {
      const { offer, from } = match.proposal
      const counts = Match.isCommitted(match) && offer._tag === "item" && Period.contains(within, from)
      return counts && offer._tag === "item" ? [State.assuranceKey(offer.list, offer.item)] : []
    })
  )

/** The items of a list nobody made use of in a period. Source: P-31. */
export const neverUsed = (
  state: State.State,
  list: ListId,
  within: Period.Period,
  on: Date
): ReadonlyArray<ItemCode> => {
  const used = usedItems(state, within)
  const items = State.list(state, list, on)?.items ?? []
  return items.map(({ code }) => code).filter((code) => !used.has(State.assuranceKey(list, code)))
}

/** The items of a list that nobody looked at since a day: stale lists are the first complaint (R3-6). */
export const stale = (state: State.State, list: ListId, since: Date, on: Date): ReadonlyArray<ItemCode> =>
  (State.list(state, list, on)?.items ?? [])
    .map(({ code }) => code)
    .filter((code) => {
      const assured = State.assuredOn(state, list, code)
      return assured === undefined || assured < since
    })

/** A resource, how much of it is free on a day, and how much there is. */
export interface Free {
  readonly resource: ResourceId
  readonly amount: number
  readonly free: number
}

/** What is free of each resource on a day, the idlest first (R3-2). Shape: those with nothing free are last. */
export const freeOn = (state: State.State, on: Date): ReadonlyArray<Free> =>
  [...State.resources(state)]
    .filter(({ life }) => Period.contains(life, on))
    .map(({ resource, amounts }) => {
      const amount = amounts.findLast((entry) => entry.from <= on)?.value ?? 0
      const uses = State.usesOf(state, { _tag: "resource", resource: resource.resource })
      const free = Capacity.left({ ...resource.capacity, amount }, uses, Period.ofDay(on))
      return { resource: resource.resource, amount, free }
    })
    .toSorted((a, b) => b.free / Math.max(1, b.amount) - a.free / Math.max(1, a.amount) || byId(a.resource, b.resource))

/** How many resources of a kind there are in a place, and how much they hold together. */
export interface Holding {
  readonly kind: string
  readonly place: UnitId
  readonly resources: number
  readonly amount: number
}

/**
 * Resources by kind and by the place they count for: 13 canteens, 2,000 parking spaces. Source: H-14, H-22.
 *
 * Shape: `areaOf` says which place a place counts for, for example its district; those it knows none for are left out.
 */
export const holdings = (
  state: State.State,
  areaOf: (place: UnitId) => UnitId | undefined,
  on: Date
): ReadonlyArray<Holding> => {
  const sums = new Map<string, { kind: string; place: UnitId; resources: number; amount: number }>()
  for (const { resource, amounts, life } of State.resources(state)) {
    const place = areaOf(resource.place)
    if (place === undefined || !Period.contains(life, on)) continue
    const key = `${resource.kind} ${place}`
    const sum = sums.get(key) ?? { kind: resource.kind, place, resources: 0, amount: 0 }
    sums.set(key, sum)
    sum.resources++
    sum.amount += amounts.findLast((entry) => entry.from <= on)?.value ?? 0
  }
  return [...sums.values()].toSorted((a, b) => byId(a.kind, b.kind) || byId(a.place, b.place))
}

/** How content people are with what was delivered: how many said so, and the mean of 1 to 5. Source: R3-14. */
export interface Satisfaction {
  readonly ratings: number
  readonly mean: number | undefined
  readonly followUps: number
}

/** Satisfaction with an offer, or with all of them. Shape: of each match and side the newest rating counts. */
export const satisfaction = (state: State.State, side: Match.Side, offer?: Match.Offer): Satisfaction => {
  const key = offer === undefined ? undefined : Match.keyOf(offer)
  const all = [...State.matches(state)].filter(
    ({ proposal }) => key === undefined || Match.keyOf(proposal.offer) === key
  )
  const stars = all.flatMap((match) => Match.ratingOf(match, side) ?? [])
  return {
    ratings: stars.length,
    mean: stars.length === 0 ? undefined : stars.reduce((sum, one) => sum + one, 0) / stars.length,
    followUps: all.filter(({ followUp }) => followUp).length
  }
}

/**
 * The day on which something was first delivered to an enterprise: what comes of service later can be told from what was
 * there before. Source: H-03, W-10.
 */
export const firstServed = (state: State.State, raiser: UnitId): Date | undefined =>
  [...State.needs(state)]
    .filter(({ need }) => need.raiser === raiser)
    .flatMap(({ need }) => State.matchesOf(state, need.need))
    .flatMap(({ deliveries }) => deliveries.map(({ on }) => on))
    .toSorted()[0]
