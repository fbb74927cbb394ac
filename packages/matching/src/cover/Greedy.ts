import * as Coverage from "./Coverage.ts"
import type { Instance } from "./Instance.ts"
import * as Limits from "./Limits.ts"

/** Projects chosen, and whom they reach. */
export interface Choice {
  readonly tally: Limits.Tally
  readonly coverage: Coverage.Coverage
}

/** Nothing chosen. */
export const empty = (instance: Instance): Choice => ({
  tally: Limits.none(instance.limits),
  coverage: Coverage.none(instance)
})

/** Adds a project to a choice. */
export const add = ({ tally, coverage }: Choice, project: number): void => {
  Limits.mark(coverage.instance.limits, tally, project, true)
  Coverage.add(coverage, project)
}

/** Takes a project out of a choice. */
export const drop = ({ tally, coverage }: Choice, project: number): void => {
  Limits.mark(coverage.instance.limits, tally, project, false)
  Coverage.drop(coverage, project)
}

/** The chosen projects, ascending. */
export const chosen = ({ tally }: Choice): ReadonlyArray<number> =>
  Array.from(tally.chosen.keys()).filter((project) => tally.chosen[project] === 1)

interface Rank {
  readonly rank: (gain: number, project: number) => number
  readonly gains: Float64Array
}

// The best project that may be added, or -1. Gains are kept up to date, so one look over the projects is enough.
const best = ({ coverage, tally }: Choice, { rank, gains }: Rank): number => {
  const { limits } = coverage.instance
  let [most, found] = [0, -1]
  for (let project = 0; project < gains.length; project++) {
    if (tally.chosen[project] === 1) continue
    const worth = rank(gains[project] as number, project)
    if (worth > most && Limits.allows(limits, tally, project)) [most, found] = [worth, project]
  }
  return found
}

const grow = (choice: Choice, rank: Rank["rank"]): void => {
  const { coverage, tally } = choice
  const { limits } = coverage.instance
  while (tally.count < limits.choose) {
    const project = best(choice, { rank, gains: coverage.gain })
    if (project < 0) break
    add(choice, project)
  }
  complete(choice)
}

/** Adds what the minimums of quotas still ask for. */
export const complete = (choice: Choice): void => {
  const { coverage, tally } = choice
  const { min, cheapest } = coverage.instance.limits
  for (const [cluster, own] of cheapest.entries()) {
    for (const project of own) {
      if ((tally.perCluster[cluster] as number) >= (min[cluster] as number)) break
      if (tally.chosen[project] === 0) add(choice, project)
    }
  }
}

/**
 * Chooses one project after another, always the one that adds most, and with a budget also the one that adds most for
 * its cost; the better of both.
 *
 * Cost: O(choose x projects + edges): what every project would add is kept while projects are added, so nothing is
 * computed anew.
 */
export const make = (instance: Instance): Choice => {
  const plain = empty(instance)
  grow(plain, (gain) => gain)
  const { budget, cost } = instance.limits
  if (budget === Number.POSITIVE_INFINITY) return plain
  const frugal = empty(instance)
  grow(frugal, (gain, project) => gain / Math.max(1, cost[project] as number))
  return frugal.coverage.value > plain.coverage.value ? frugal : plain
}

/**
 * Exchanges one chosen project for another as long as that adds something.
 *
 * Shape: `most` bounds the exchanges tried, so that huge selections end.
 */
export const improve = (choice: Choice, most: number): void => {
  const { coverage, tally } = choice
  let [left, better] = [most, true]
  while (better && left > 0) {
    better = false
    for (const out of chosen(choice)) {
      if (left-- <= 0) return
      const before = coverage.value
      drop(choice, out)
      const into = best(choice, { rank: (gain) => gain, gains: coverage.gain })
      const gained = into < 0 ? 0 : (coverage.gain[into] as number)
      if (into >= 0 && coverage.value + gained > before) {
        add(choice, into)
        better = true
      } else add(choice, out)
    }
    if (tally.count < coverage.instance.limits.choose) {
      const more = best(choice, { rank: (gain) => gain, gains: coverage.gain })
      if (more >= 0) {
        add(choice, more)
        better = true
      }
    }
  }
}
