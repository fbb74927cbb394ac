import type { Count } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as RollUp from "../src/RollUp.ts"
import { amount, at, rate, scope } from "./figureScene.ts"

// A tree over the numbers from 0 on: the parent of each is one before it; 0 is the root.
const trees = fc
  .array(fc.nat({ max: 1_000_000 }), { maxLength: 20 })
  .map((picks) => picks.map((pick, i) => pick % (i + 1)))
const treeOf = (parents: ReadonlyArray<number>): RollUp.Tree<string> => ({
  roots: ["0"],
  children: (id) => parents.flatMap((parent, i) => (String(parent) === id ? [String(i + 1)] : [])),
  scope
})
const isBelow = (parents: ReadonlyArray<number>, node: number, top: number): boolean =>
  node === top || (node > 0 && isBelow(parents, parents[node - 1] ?? 0, top))

const qualifier = fc.constantFrom<Count.Qualifier>("exact", "exact", "exact", "atLeast", "about", "nearly")
const parts = fc.array(
  fc.record({ node: fc.nat({ max: 20 }), part: fc.nat({ max: 50 }), more: fc.nat({ max: 50 }), qualifier }),
  { maxLength: 25 }
)
const cases = fc
  .tuple(trees, parts)
  .map(([parents, all]) => ({ parents, own: all.map((one) => ({ ...one, node: one.node % (parents.length + 1) })) }))

describe("roll-up", () => {
  it("gives every node what adding up all at and below it by hand does", () => {
    fc.assert(
      fc.property(cases, ({ parents, own }) => {
        const figures = own.map(({ node, part, more }) => {
          const figure = rate("closureRate", part, part + more, { ...at(String(node)), population: 1 })
          return [String(node), figure] as const
        })
        const sums = Result.getOrThrow(RollUp.of(treeOf(parents), figures))
        for (let top = 0; top <= parents.length; top++) {
          const below = own.filter(({ node }) => isBelow(parents, node, top))
          const sum = sums.get(String(top))
          if (below.length === 0) expect(sum).toBeUndefined()
          else {
            const numerator = below.reduce((all, { part }) => all + part, 0)
            const denominator = below.reduce((all, { part, more }) => all + part + more, 0)
            expect(sum?.figure.numerator).toEqual({ value: numerator, qualifier: "exact" })
            expect(sum?.figure.value?.value).toBe(denominator === 0 ? undefined : numerator / denominator)
            expect(sum?.figure.population).toBe(below.length)
            expect(sum?.parts).toBe(below.length)
          }
        }
      }),
      { numRuns: 300, seed: 301 }
    )
  })

  it("invariant 15 is exact at a node only when everything at and below it is", () => {
    fc.assert(
      fc.property(cases, ({ parents, own }) => {
        const figures = own.map(({ node, part, qualifier }) => {
          return [String(node), amount("enterpriseCount", { value: part, qualifier }, at(String(node)))] as const
        })
        const sums = Result.getOrThrow(RollUp.of(treeOf(parents), figures))
        for (const [id, { figure }] of sums) {
          const below = own.filter(({ node }) => isBelow(parents, node, Number(id)))
          const exact = below.every((one) => one.qualifier === "exact")
          expect(figure.value?.qualifier === "exact").toBe(exact)
          const kinds = new Set(below.map((one) => one.qualifier).filter((one) => one !== "exact"))
          // One sort of word keeps its meaning in a sum, two do not.
          if (kinds.size === 1) expect(figure.value?.qualifier).toBe([...kinds][0])
          if (kinds.size > 1) expect(figure.value?.qualifier).toBe("about")
        }
      }),
      { numRuns: 300, seed: 302 }
    )
  })

  it("of a rate lies between the lowest and the highest rate it comes from", () => {
    fc.assert(
      fc.property(cases, ({ parents, own }) => {
        const filled = own.filter(({ part, more }) => part + more > 0)
        const figures = filled.map(({ node, part, more }) => {
          return [String(node), rate("closureRate", part, part + more, at(String(node)))] as const
        })
        const value = Result.getOrThrow(RollUp.of(treeOf(parents), figures)).get("0")?.figure.value?.value
        const rates = filled.map(({ part, more }) => part / (part + more))
        if (value !== undefined) {
          expect(value).toBeGreaterThanOrEqual(Math.min(...rates) - 1e-12)
          expect(value).toBeLessThanOrEqual(Math.max(...rates) + 1e-12)
        } else expect(filled).toEqual([])
      }),
      { numRuns: 200, seed: 303 }
    )
  })
})
