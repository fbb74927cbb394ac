import * as Result from "effect/Result"
import * as Coverage from "./cover/Coverage.ts"
import * as Instance from "./cover/Instance.ts"
import type { Problem, Reason, Selection } from "./cover/Problem.ts"
import * as Search from "./cover/Search.ts"
import type { SelectionError } from "./SelectionError.ts"

export type { Problem, Project, Quota, Reason, Selection } from "./cover/Problem.ts"

// Seconds at a thousand projects; 305 projects take a small part of it.
const branches = 2_000

const reasonsOf = (instance: Instance.Instance, chosen: ReadonlyArray<number>): ReadonlyArray<Reason> => {
  const coverage = Coverage.none(instance)
  for (const project of chosen) Coverage.add(coverage, project)
  const isChosen = new Set(chosen)
  return instance.ids.map((project, number) => ({
    project,
    chosen: isChosen.has(number),
    reach: Coverage.reach(instance, number),
    marginal: isChosen.has(number) ? Coverage.loss(coverage, number) : (coverage.gain[number] as number)
  }))
}

/**
 * Chooses the projects that together reach most, each beneficiary counted once.
 *
 * Shape: at most `choose` projects, within the quotas and the budget. `bound` is proved: no selection is worth more; where
 * it equals the value, `proved` is true. One selection for one problem, in whatever order its lists are.
 * Units: `effort` is the number of branches looked into; with 1 it is greedy, exchanges and one bound.
 * Fails: `QuotaInfeasible`, `BudgetTooSmall`, `SelectionNumberRejected`, `SelectionEntryRepeated`.
 * Cost: see BENCHMARK.md; a branch costs O(edges), an edge being a project and one it reaches.
 * Source: W-06; maximum coverage, Lagrangian relaxation.
 *
 * ```ts
 * const selection = Result.getOrThrow(
 *   Selection.solve({
 *     choose: 2,
 *     projects: [
 *       { id: "canteen", beneficiaries: ["a", "b", "c"] },
 *       { id: "charging", beneficiaries: ["c", "d"] },
 *       { id: "noon-care", beneficiaries: ["a", "b"] }
 *     ]
 *   })
 * )
 * selection.chosen // => ["canteen", "charging"]
 * selection.value // => 4
 * selection.proved // => true
 * selection.reasons[1] // => { project: "charging", chosen: true, reach: 2, marginal: 1 }
 * ```
 */
export const solve = (problem: Problem, effort = branches): Result.Result<Selection, SelectionError> =>
  Result.map(Instance.make(problem), (instance) => {
    const { chosen, value, bound } = Search.make(instance, effort)
    return {
      chosen: chosen.map((project) => instance.ids[project] ?? ""),
      value,
      cost: chosen.reduce((sum, project) => sum + (instance.limits.cost[project] as number), 0),
      bound,
      gap: value === 0 ? 0 : (bound - value) / value,
      proved: bound <= value,
      reasons: reasonsOf(instance, chosen)
    }
  })
