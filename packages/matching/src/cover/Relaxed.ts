import type { Limits } from "./Limits.ts"

/** What is decided about projects in a branch of the search: 0 open, 1 chosen, 2 left out. */
export type Decided = Uint8Array

export const open = 0
export const taken = 1
export const out = 2

/** The best choice by scores alone, when nobody is counted twice and the budget has a price. */
export interface Relaxed {
  /** By project: whether it is in. */
  readonly inside: Uint8Array
  readonly perCluster: Int32Array
  count: number
  sum: number
}

export const make = (limits: Limits): Relaxed => ({
  inside: new Uint8Array(limits.cost.length),
  perCluster: new Int32Array(limits.min.length),
  count: 0,
  sum: 0
})

/** Open projects, the highest score first. */
export const ranked = (score: Float64Array, decided: Decided): ReadonlyArray<number> => {
  const projects: Array<number> = []
  for (let project = 0; project < decided.length; project++) if (decided[project] === open) projects.push(project)
  return projects.sort((a, b) => (score[b] as number) - (score[a] as number) || a - b)
}

/**
 * Fills in the best choice by scores: what is decided, then what the minimums ask for, then the best of the rest. It is
 * the best because counts of disjoint clusters and a count over all form a matroid.
 *
 * Shape: false when the decisions leave nothing that keeps the counts.
 */
export const solve = (
  { choose, cluster, min, max }: Limits,
  score: Float64Array,
  decided: Decided,
  order: ReadonlyArray<number>,
  into: Relaxed
): boolean => {
  const { inside, perCluster } = into
  inside.fill(0)
  perCluster.fill(0)
  into.count = 0
  into.sum = 0
  let missing = 0
  const enter = (project: number): void => {
    const own = cluster[project] as number
    inside[project] = 1
    perCluster[own] = (perCluster[own] as number) + 1
    into.count++
    into.sum += score[project] as number
  }
  for (let project = 0; project < decided.length; project++) if (decided[project] === taken) enter(project)
  for (let own = 0; own < min.length; own++) {
    if ((perCluster[own] as number) > (max[own] as number)) return false
    missing += Math.max(0, (min[own] as number) - (perCluster[own] as number))
  }
  if (into.count + missing > choose) return false
  for (const project of order) {
    if (missing === 0) break
    const own = cluster[project] as number
    if ((perCluster[own] as number) >= (min[own] as number)) continue
    enter(project)
    missing--
  }
  if (missing > 0) return false
  for (const project of order) {
    if (into.count >= choose || (score[project] as number) <= 0) break
    const own = cluster[project] as number
    if (inside[project] === 0 && (perCluster[own] as number) < (max[own] as number)) enter(project)
  }
  return true
}

/** What the sum loses at least when an open project is decided the other way. */
export const regrets = (
  { choose, cluster, min, max }: Limits,
  score: Float64Array,
  decided: Decided,
  { inside, perCluster, count }: Relaxed
): Float64Array => {
  const clusters = min.length
  // By cluster: its lowest open score inside, and its highest outside.
  const lowest = new Float64Array(clusters).fill(Number.POSITIVE_INFINITY)
  const highest = new Float64Array(clusters).fill(Number.NEGATIVE_INFINITY)
  for (let project = 0; project < decided.length; project++) {
    if (decided[project] !== open) continue
    const [own, worth] = [cluster[project] as number, score[project] as number]
    if (inside[project] === 1) lowest[own] = Math.min(lowest[own] as number, worth)
    else highest[own] = Math.max(highest[own] as number, worth)
  }
  let [canGo, canCome] = [Number.POSITIVE_INFINITY, 0]
  for (let own = 0; own < clusters; own++) {
    if ((perCluster[own] as number) > (min[own] as number)) canGo = Math.min(canGo, lowest[own] as number)
    if ((perCluster[own] as number) < (max[own] as number)) canCome = Math.max(canCome, highest[own] as number)
  }
  const regret = new Float64Array(decided.length)
  for (let project = 0; project < decided.length; project++) {
    if (decided[project] !== open) continue
    const [own, worth] = [cluster[project] as number, score[project] as number]
    if (inside[project] === 0) {
      const isFull = (perCluster[own] as number) >= (max[own] as number)
      const gone = isFull ? (lowest[own] as number) : count < choose ? 0 : Math.min(canGo, lowest[own] as number)
      regret[project] = gone - worth
    } else {
      const isNeeded = (perCluster[own] as number) <= (min[own] as number)
      const come = isNeeded ? (highest[own] as number) : Math.max(0, canCome, highest[own] as number)
      regret[project] = worth - come
    }
  }
  return regret
}
