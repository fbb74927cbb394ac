import * as Result from "effect/Result"
import { BudgetTooSmall, QuotaInfeasible, SelectionEntryRepeated, type SelectionError } from "../SelectionError.ts"
import type { Problem, Project, Quota } from "./Problem.ts"

/** How many projects may be chosen, in all and of each cluster, and for how much. */
export interface Limits {
  readonly choose: number
  /** Infinite when there is no budget. */
  readonly budget: number
  readonly cost: Float64Array
  /** By project; projects without a cluster share one without quota. */
  readonly cluster: Int32Array
  readonly min: Int32Array
  readonly max: Int32Array
  /** By cluster: its projects, the cheapest first. */
  readonly cheapest: ReadonlyArray<ReadonlyArray<number>>
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0

// What is wrong with one quota taken by itself.
const alone = (quota: Quota, size: number): QuotaInfeasible | undefined => {
  const { cluster, min = 0, max } = quota
  const wrong = (reason: QuotaInfeasible["reason"], has: number): QuotaInfeasible =>
    new QuotaInfeasible({ cluster, reason, has, needs: min })
  if (!isCount(min) || (max !== undefined && !isCount(max))) return wrong("notWhole", 0)
  if (size === 0) return wrong("unknownCluster", 0)
  if (max !== undefined && min > max) return wrong("crossed", max)
  if (min > size) return wrong("tooFewProjects", size)
  return undefined
}

const checkQuotas = (
  quotas: ReadonlyArray<Quota>,
  sizes: ReadonlyMap<string, number>,
  choose: number
): SelectionError | undefined => {
  let asked = 0
  const seen = new Set<string>()
  for (const quota of quotas) {
    const { cluster, min = 0 } = quota
    if (seen.has(cluster)) return new SelectionEntryRepeated({ what: "quota", id: cluster })
    seen.add(cluster)
    const wrong = alone(quota, sizes.get(cluster) ?? 0)
    if (wrong !== undefined) return wrong
    asked += min
    if (asked > choose) return new QuotaInfeasible({ cluster, reason: "tooManyInAll", has: choose, needs: asked })
  }
  return undefined
}

/**
 * Numbers the clusters.
 *
 * Fails: `QuotaInfeasible` with the first quota, in the order of clusters, that cannot be kept; `SelectionEntryRepeated`;
 * `BudgetTooSmall`. What passes has a selection that keeps everything.
 */
export const make = (
  projects: ReadonlyArray<Project>,
  { choose, budget, quotas = [] }: Problem
): Result.Result<Limits, SelectionError> => {
  const sorted = quotas.toSorted((a, b) => (a.cluster < b.cluster ? -1 : a.cluster > b.cluster ? 1 : 0))
  const sizes = new Map<string, number>()
  for (const { cluster } of projects) if (cluster !== undefined) sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1)
  const wrong = checkQuotas(sorted, sizes, choose)
  if (wrong !== undefined) return Result.fail(wrong)
  // Cluster 0 is everything without a quota.
  const numbers = new Map(sorted.map(({ cluster }, index) => [cluster, index + 1]))
  const cluster = Int32Array.from(projects, (one) => numbers.get(one.cluster ?? "") ?? 0)
  for (const [index, one] of projects.entries()) if (one.cluster === undefined) cluster[index] = 0
  const cost = Float64Array.from(projects, (one) => one.cost ?? 0)
  const cheapest = Array.from({ length: sorted.length + 1 }, (_, at) =>
    projects.flatMap((__, index) => (cluster[index] === at ? [index] : []))
  ).map((own) => own.toSorted((a, b) => (cost[a] as number) - (cost[b] as number) || a - b))
  const limits: Limits = {
    choose,
    budget: budget ?? Number.POSITIVE_INFINITY,
    cost,
    cluster,
    min: Int32Array.from([0, ...sorted.map(({ min = 0 }) => min)]),
    max: Int32Array.from([choose, ...sorted.map(({ max }) => Math.min(max ?? choose, choose))]),
    cheapest
  }
  const needed = cheapest.reduce((sum, own, at) => sum + costOf(cost, own.slice(0, limits.min[at])), 0)
  return needed > limits.budget
    ? Result.fail(new BudgetTooSmall({ budget: limits.budget, needed }))
    : Result.succeed(limits)
}

const costOf = (cost: Float64Array, projects: ReadonlyArray<number>): number =>
  projects.reduce((sum, project) => sum + (cost[project] as number), 0)

/** What has been chosen so far, as the limits see it. */
export interface Tally {
  readonly chosen: Uint8Array
  readonly perCluster: Int32Array
  count: number
  spent: number
}

export const none = ({ cost, min }: Limits): Tally => ({
  chosen: new Uint8Array(cost.length),
  perCluster: new Int32Array(min.length),
  count: 0,
  spent: 0
})

/** Adds a project to a tally, or takes it out. */
export const mark = ({ cluster, cost }: Limits, tally: Tally, project: number, isIn: boolean): void => {
  const by = isIn ? 1 : -1
  const at = cluster[project] as number
  tally.chosen[project] = isIn ? 1 : 0
  tally.perCluster[at] = (tally.perCluster[at] as number) + by
  tally.count += by
  tally.spent += by * (cost[project] as number)
}

/** Whether what was chosen can be completed to something that keeps all limits, leaving the barred ones out. */
export const canComplete = (limits: Limits, tally: Tally, barred?: Uint8Array): boolean => {
  const { choose, budget, cost, min, max, cheapest } = limits
  let [count, spent] = [tally.count, tally.spent]
  for (let at = 0; at < min.length; at++) {
    const own = tally.perCluster[at] as number
    if (own > (max[at] as number)) return false
    let missing = (min[at] as number) - own
    if (missing <= 0) continue
    count += missing
    for (const project of cheapest[at] ?? []) {
      if (missing === 0) break
      if (tally.chosen[project] === 1 || barred?.[project] === 1) continue
      spent += cost[project] as number
      missing--
    }
    if (missing > 0) return false
  }
  return count <= choose && spent <= budget
}

/** Whether one more project can be chosen, so that all limits can still be kept. */
export const allows = (limits: Limits, tally: Tally, project: number, barred?: Uint8Array): boolean => {
  mark(limits, tally, project, true)
  const can = canComplete(limits, tally, barred)
  mark(limits, tally, project, false)
  return can
}
