import type { Selection } from "@louyu/matching"
import * as fc from "fast-check"

const clusters = ["canteen", "parking", "childcare"] as const
const people = Array.from({ length: 14 }, (_, index) => `b${index}`)

/** Small selections with weights, clusters, quotas and budgets; some of them cannot be met. */
export const problems = (projects: number): fc.Arbitrary<Selection.Problem> => {
  const project = (index: number) =>
    fc.record(
      {
        id: fc.constant(`p${index}`),
        cluster: fc.constantFrom(...clusters),
        cost: fc.integer({ min: 0, max: 9 }),
        beneficiaries: fc.subarray(people)
      },
      { requiredKeys: ["id", "beneficiaries"] }
    )
  const quota = (cluster: string) =>
    fc.record(
      { cluster: fc.constant(cluster), min: fc.integer({ min: 0, max: 2 }), max: fc.integer({ min: 0, max: 3 }) },
      { requiredKeys: ["cluster"] }
    )
  const weights = fc
    .array(fc.integer({ min: 0, max: 5 }), { minLength: people.length, maxLength: people.length })
    .map((all) => new Map(people.map((one, index) => [one, all[index] ?? 1])))
  return fc.record(
    {
      projects: fc
        .integer({ min: 1, max: projects })
        .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => project(index)))),
      choose: fc.integer({ min: 0, max: 5 }),
      weights,
      quotas: fc.subarray([...clusters]).chain((some) => fc.tuple(...some.map(quota))),
      budget: fc.integer({ min: 0, max: 25 })
    },
    { requiredKeys: ["projects", "choose"] }
  )
}

export const reachedBy = (problem: Selection.Problem, chosen: Iterable<string>): number => {
  const ids = new Set(chosen)
  const reached = new Set(problem.projects.flatMap((one) => (ids.has(one.id) ? one.beneficiaries : [])))
  return [...reached].reduce((sum, one) => sum + (problem.weights?.get(one) ?? 1), 0)
}

/** Whether a choice keeps the number, all quotas and the budget. */
export const keepsLimits = (problem: Selection.Problem, chosen: ReadonlyArray<string>): boolean => {
  const ids = new Set(chosen)
  const some = problem.projects.filter((one) => ids.has(one.id))
  const cost = some.reduce((sum, one) => sum + (one.cost ?? 0), 0)
  const inQuotas = (problem.quotas ?? []).every(({ cluster, min = 0, max = Number.POSITIVE_INFINITY }) => {
    const own = some.filter((one) => one.cluster === cluster).length
    return own >= min && own <= max
  })
  return ids.size === chosen.length && some.length <= problem.choose && inQuotas && cost <= (problem.budget ?? cost)
}

/** The highest value there is, by trying every choice; nothing when none keeps the limits. */
export const bruteForce = (problem: Selection.Problem): number | undefined => {
  let best: number | undefined
  for (let mask = 0; mask < 2 ** problem.projects.length; mask++) {
    const chosen = problem.projects.flatMap((one, index) => ((mask >> index) & 1 ? [one.id] : []))
    if (!keepsLimits(problem, chosen)) continue
    const value = reachedBy(problem, chosen)
    if (best === undefined || value > best) best = value
  }
  return best
}
