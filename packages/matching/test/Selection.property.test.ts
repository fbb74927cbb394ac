import { Selection } from "@louyu/matching"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { bruteForce, keepsLimits, problems, reachedBy } from "./selection/problems.ts"

const runs = { numRuns: 300 }

describe("the projects chosen", () => {
  it("W-06 reach most, by trying every choice, and an error says that nothing keeps the limits", () => {
    let [solved, refused] = [0, 0]
    fc.assert(
      fc.property(problems(9), (problem) => {
        const best = bruteForce(problem)
        const selection = Selection.solve(problem)
        // A quota for a cluster without projects is a mistake even where it asks for nothing.
        const clusters = new Set(problem.projects.map((one) => one.cluster))
        const isStray = (problem.quotas ?? []).some((quota) => !clusters.has(quota.cluster))
        if (isStray || best === undefined) {
          expect(Result.isFailure(selection)).toBe(true)
          refused++
          return
        }
        const { chosen, value, bound, proved, gap } = Result.getOrThrow(selection)
        expect(value).toBe(best)
        expect(reachedBy(problem, chosen)).toBe(best)
        expect(keepsLimits(problem, chosen)).toBe(true)
        expect([bound, gap, proved]).toEqual([best, 0, true])
        solved++
      }),
      { numRuns: 600 }
    )
    expect(solved).toBeGreaterThan(100)
    expect(refused).toBeGreaterThan(50)
  })

  it("do not depend on the order of the input", () => {
    const shuffled = problems(12).chain((problem) =>
      fc
        .tuple(
          fc.shuffledSubarray([...problem.projects], { minLength: problem.projects.length }),
          fc.shuffledSubarray([...(problem.quotas ?? [])], { minLength: problem.quotas?.length ?? 0 })
        )
        .map(([projects, quotas]) => {
          const turned = projects.map((one) => ({ ...one, beneficiaries: one.beneficiaries.toReversed() }))
          return [problem, { ...problem, projects: turned, quotas }] as const
        })
    )
    fc.assert(
      fc.property(shuffled, ([problem, other]) => {
        expect(Selection.solve(other)).toEqual(Selection.solve(problem))
      }),
      runs
    )
  })

  it("are within the bound that is proved, however little effort is allowed", () => {
    fc.assert(
      fc.property(problems(10), fc.integer({ min: 1, max: 3 }), (problem, effort) => {
        const best = bruteForce(problem)
        const selection = Selection.solve(problem, effort)
        if (best === undefined || Result.isFailure(selection)) return
        const { chosen, value, bound, proved } = selection.success
        expect(keepsLimits(problem, chosen)).toBe(true)
        expect(value).toBeLessThanOrEqual(best)
        expect(bound).toBeGreaterThanOrEqual(best)
        expect(proved).toBe(bound === value)
      }),
      runs
    )
  })

  it("come with what each of them, and each of the others, brings", () => {
    fc.assert(
      fc.property(problems(10), (problem) => {
        const selection = Selection.solve(problem)
        if (Result.isFailure(selection)) return
        const { chosen, reasons, value } = selection.success
        expect(reasons.map((one) => one.project)).toEqual(problem.projects.map((one) => one.id).sort())
        for (const { project, chosen: isChosen, reach, marginal } of reasons) {
          expect(isChosen).toBe(chosen.includes(project))
          expect(reach).toBe(reachedBy(problem, [project]))
          const other = isChosen ? chosen.filter((one) => one !== project) : [...chosen, project]
          expect(marginal).toBe(Math.abs(reachedBy(problem, other) - value))
        }
      }),
      runs
    )
  })
})
