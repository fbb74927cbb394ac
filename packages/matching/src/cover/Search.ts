import * as Coverage from "./Coverage.ts"
import * as Dual from "./Dual.ts"
import * as Greedy from "./Greedy.ts"
import type { Instance } from "./Instance.ts"
import * as Limits from "./Limits.ts"
import * as Relaxed from "./Relaxed.ts"

/** The best selection found, and what is proved about it. */
export interface Found {
  readonly chosen: ReadonlyArray<number>
  readonly value: number
  readonly bound: number
}

interface Search {
  readonly instance: Instance
  best: number
  chosen: ReadonlyArray<number>
  /** The highest bound of a branch that was not followed to its end. */
  open: number
  left: number
}

const branchSteps = 40
const rootGlances = 20

// Steps towards good prices: many at the root, few in a branch, which begins with those of its parent. Huge instances get
// fewer, by counting edges: the same on every machine.
const rootSteps = ({ group }: Instance): number =>
  Math.max(branchSteps + 1, Math.min(600, Math.floor(4e8 / (1 + group.length))))

const keep = (search: Search, choice: Greedy.Choice, exchanges: number): void => {
  if (exchanges > 0) Greedy.improve(choice, exchanges)
  if (choice.coverage.value <= search.best) return
  search.best = choice.coverage.value
  search.chosen = Greedy.chosen(choice)
}

const choiceOf = (instance: Instance, inside: Uint8Array): Greedy.Choice => {
  const choice = Greedy.empty(instance)
  for (let project = 0; project < inside.length; project++) if (inside[project] === 1) Greedy.add(choice, project)
  return choice
}

// What a descent comes by is improved by exchanges before it counts.
const offerTo = (search: Search) => (inside: Uint8Array) => {
  const choice = choiceOf(search.instance, inside)
  keep(search, choice, 4 * search.instance.limits.choose)
}

const takenOf = ({ instance: { limits } }: Search, decided: Relaxed.Decided): Limits.Tally => {
  const tally = Limits.none(limits)
  for (let project = 0; project < decided.length; project++)
    if (decided[project] === Relaxed.taken) Limits.mark(limits, tally, project, true)
  return tally
}

// The project most in doubt: nearest to being in half of the time, among equals the one that reaches most.
const doubtful = ({ instance }: Search, decided: Relaxed.Decided, share: Float64Array): number => {
  let [most, found] = [-1, -1]
  for (let project = 0; project < decided.length; project++) {
    if (decided[project] !== Relaxed.open) continue
    const half = Math.min(share[project] as number, 1 - (share[project] as number))
    const doubt = (half + 0.01) * Coverage.reach(instance, project)
    if (doubt > most) [most, found] = [doubt, project]
  }
  return found
}

const follow = (search: Search, decided: Relaxed.Decided, dual: Dual.Dual, above: number, steps: number): void => {
  const { instance } = search
  const { limits } = instance
  if (above <= search.best) return
  if (search.left <= 0) {
    search.open = Math.max(search.open, above)
    return
  }
  search.left--
  const glances = steps > branchSteps ? rootGlances : Number.POSITIVE_INFINITY
  const task = { instance, decided, steps, glances, best: () => search.best, offer: offerTo(search) }
  const descent = Dual.descend(task, dual)
  const bound = Math.min(above, descent.bound)
  if (bound <= search.best) return
  const tally = takenOf(search, decided)
  const barred = decided.map((one) => (one === Relaxed.out ? 1 : 0))
  if (!Limits.canComplete(limits, tally, barred)) return
  const project = tally.count >= limits.choose ? -1 : doubtful(search, decided, descent.share)
  if (project < 0) {
    keep(search, choiceOf(instance, tally.chosen), 0)
    return
  }
  for (const way of [Relaxed.taken, Relaxed.out]) {
    const next = decided.slice()
    next[project] = way
    const prices = { price: descent.dual.price.slice(), budgetPrice: descent.dual.budgetPrice }
    follow(search, next, prices, bound, branchSteps)
  }
}

/**
 * Finds the best selection: greedy and exchanges first, then branch and bound with prices that prove what cannot be better.
 *
 * Shape: `effort` is the number of branches it may look into; beyond it the best so far comes with the bound proved.
 */
export const make = (instance: Instance, effort: number): Found => {
  const search: Search = { instance, best: -1, chosen: [], open: -1, left: Math.max(1, effort) }
  keep(search, Greedy.make(instance), 20 * instance.limits.choose)
  const decided = new Uint8Array(instance.ids.length)
  follow(search, decided, Dual.first(instance), instance.total, rootSteps(instance))
  return { chosen: search.chosen, value: search.best, bound: Math.max(search.best, search.open) }
}
