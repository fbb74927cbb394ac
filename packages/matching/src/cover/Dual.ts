import type { Instance } from "./Instance.ts"
import * as Relaxed from "./Relaxed.ts"

/**
 * Prices at which counting a beneficiary twice is allowed: whoever is reached pays each project that does, and the sum is
 * never below the best selection, whatever the prices (Lagrangian relaxation). The search looks for prices at which it is
 * low.
 */
export interface Dual {
  /** By group of beneficiaries, from 0 to its weight: what each project that reaches it gets. */
  readonly price: Float64Array
  /** What a unit of cost gives back, and the number that costs are scaled by so that steps fit all prices. */
  budgetPrice: number
}

/** What a descent found out about one branch. */
export interface Descent {
  /** No selection in this branch is worth more; below zero when it has none. */
  bound: number
  readonly dual: Dual
  /** By project: how often it was in the relaxed choice of late, from 0 to 1. */
  readonly share: Float64Array
}

/** What a descent may spend, what it has to beat, and whom it tells of selections it comes by. */
export interface Task {
  readonly instance: Instance
  readonly decided: Relaxed.Decided
  readonly steps: number
  /** After so many steps a relaxed choice is offered even if it is not the best by itself. */
  readonly glances: number
  readonly best: () => number
  readonly offer: (inside: Uint8Array) => void
}

interface Work {
  readonly score: Float64Array
  readonly relaxed: Relaxed.Relaxed
  readonly times: Int32Array
}

/** Prices to begin with: the fewer others reach a group, the more of its weight. */
export const first = ({ weight, projectsFrom, limits, ids }: Instance): Dual => {
  const chance = limits.choose / Math.max(1, ids.length)
  const price = weight.map((each, group) => {
    const reaching = (projectsFrom[group + 1] as number) - (projectsFrom[group] as number)
    return each / (1 + chance * reaching)
  })
  return { price, budgetPrice: 0 }
}

// Costs in the unit in which the budget is the number of projects to choose.
const scaleOf = ({ limits: { budget, choose } }: Instance): number =>
  Number.isFinite(budget) && budget > 0 ? Math.max(1, choose) / budget : 0

const setScores = ({ instance, decided }: Task, { price, budgetPrice }: Dual, score: Float64Array): void => {
  const { groupsFrom, group, limits } = instance
  const perCost = budgetPrice * scaleOf(instance)
  for (let project = 0; project < decided.length; project++) {
    if (decided[project] === Relaxed.out) continue
    let sum = -perCost * (limits.cost[project] as number)
    const end = groupsFrom[project + 1] as number
    for (let at = groupsFrom[project] as number; at < end; at++) sum += price[group[at] as number] as number
    score[project] = sum
  }
}

// Counts who is reached how often; gives the weight of all reached, and the cost.
const count = ({ groupsFrom, group, weight, limits }: Instance, inside: Uint8Array, times: Int32Array) => {
  times.fill(0)
  let [value, spent] = [0, 0]
  for (let project = 0; project < inside.length; project++) {
    if (inside[project] === 0) continue
    spent += limits.cost[project] as number
    for (let at = groupsFrom[project] as number; at < (groupsFrom[project + 1] as number); at++) {
      const one = group[at] as number
      if (times[one] === 0) value += weight[one] as number
      times[one] = (times[one] as number) + 1
    }
  }
  return { value, spent }
}

// What is left of the weights at these prices, and how far the prices could still go: the squared length of the step,
// each group measured by its weight.
const slopeOf = ({ weight }: Instance, { price }: Dual, times: Int32Array) => {
  let [kept, length] = [0, 0]
  for (let group = 0; group < weight.length; group++) {
    const [each, paid, over] = [weight[group] as number, price[group] as number, (times[group] as number) - 1]
    kept += each - paid
    if ((over > 0 && paid > 0) || (over < 0 && paid < each)) length += each * over * over
  }
  return { kept, length }
}

const step = ({ weight }: Instance, { price }: Dual, times: Int32Array, by: number): void => {
  for (let group = 0; group < weight.length; group++) {
    const over = (times[group] as number) - 1
    if (over === 0) continue
    const each = weight[group] as number
    price[group] = Math.min(each, Math.max(0, (price[group] as number) - by * each * over))
  }
}

// Values are whole numbers, and sums of a million doubles are good to ten digits: the bound stays on the safe side.
const whole = ({ total }: Instance, sum: number, budgetPart: number): number =>
  Math.floor(sum + 1e-9 * (total + budgetPart) + 1e-9)

// A decision that cannot come to more than the best any more is made the other way, for this branch.
const fix = ({ instance, decided, best }: Task, { score, relaxed }: Work, bound: number, budgetPart: number): void => {
  const regret = Relaxed.regrets(instance.limits, score, decided, relaxed)
  for (let project = 0; project < decided.length; project++) {
    if (decided[project] !== Relaxed.open) continue
    if (whole(instance, bound - (regret[project] as number), budgetPart) > best()) continue
    decided[project] = relaxed.inside[project] === 1 ? Relaxed.taken : Relaxed.out
  }
}

/**
 * Lowers the bound of a branch step by step, and decides projects that can only be one way in anything better.
 *
 * Shape: changes `decided` and the prices it begins with.
 * Cost: O(edges) a step.
 */
export const descend = (task: Task, dual: Dual): Descent => {
  const { instance, decided, steps, glances, best } = task
  const { limits, ids, weight } = instance
  const work: Work = {
    score: new Float64Array(ids.length),
    relaxed: Relaxed.make(limits),
    times: new Int32Array(weight.length)
  }
  const descent: Descent = { bound: Number.POSITIVE_INFINITY, dual, share: new Float64Array(ids.length) }
  const scale = scaleOf(instance)
  let [stride, idle, lowest] = [1, 0, Number.POSITIVE_INFINITY]
  let kept: Dual = { price: dual.price.slice(), budgetPrice: dual.budgetPrice }
  for (let at = 0; at < steps; at++) {
    setScores(task, dual, work.score)
    const order = Relaxed.ranked(work.score, decided)
    if (!Relaxed.solve(limits, work.score, decided, order, work.relaxed)) {
      descent.bound = -1
      break
    }
    const { value, spent } = count(instance, work.relaxed.inside, work.times)
    if (spent <= limits.budget && (value > best() || at % glances === glances - 1)) task.offer(work.relaxed.inside)
    for (let p = 0; p < ids.length; p++)
      descent.share[p] = 0.9 * (descent.share[p] as number) + 0.1 * (work.relaxed.inside[p] as number)
    const slope = slopeOf(instance, dual, work.times)
    const budgetPart = scale === 0 ? 0 : dual.budgetPrice * scale * limits.budget
    const sum = slope.kept + work.relaxed.sum + budgetPart
    if (sum < lowest - 1e-4 * Math.abs(lowest - best())) idle = 0
    else idle++
    if (sum < lowest) {
      lowest = sum
      kept = { price: dual.price.slice(), budgetPrice: dual.budgetPrice }
      descent.bound = whole(instance, sum, budgetPart)
      if (descent.bound <= best()) break
      if (at % 4 === 0 || at === steps - 1) fix(task, work, sum, budgetPart)
    }
    if (idle >= 12) [stride, idle] = [stride / 2, 0]
    const overspent = scale === 0 ? 0 : (spent - limits.budget) * scale
    const pushes = overspent > 0 || dual.budgetPrice > 0
    const length = slope.length + (pushes ? budgetStep(instance) * overspent * overspent : 0)
    if (length === 0 || stride < 1e-3) break
    const by = (stride * (sum - best())) / length
    step(instance, dual, work.times, by)
    if (pushes) dual.budgetPrice = Math.max(0, dual.budgetPrice + by * budgetStep(instance) * overspent)
  }
  return { ...descent, dual: kept }
}

// The price of the budget is of the size of what a project adds; that of a group is of its weight.
const budgetStep = ({ total, ids }: Instance): number => total / Math.max(1, ids.length)
