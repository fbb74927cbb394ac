import { Allocation, Selection } from "@louyu/matching"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import * as highs from "./allocation/highs.ts"

const solver = await highs.load()

// Park and Miller's generator: the same problems on every machine.
const numbers = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

const city = (seed: number, needs: number, whole: boolean): Allocation.Problem => {
  const next = numbers(seed)
  const offers = Array.from({ length: 12 }, (_, index) => ({
    id: `o${index}`,
    capacity: 1 + next(Math.ceil(needs / 8)),
    slots: [
      { id: "morning", capacity: next(Math.ceil(needs / 16)) },
      { id: "afternoon", capacity: next(Math.ceil(needs / 16)) }
    ]
  }))
  const all = Array.from({ length: needs }, (_, index) => {
    const divisible = !whole || next(4) > 0
    return { id: `n${index}`, weight: 1 + next(3), waiting: next(60), quantity: divisible ? 1 + next(2) : 2, divisible }
  })
  const candidates = all.flatMap((need) =>
    offers.flatMap((offer) => {
      if (next(3) > 0) return []
      const slot = [undefined, "morning", "afternoon"][next(3)]
      const one = { need: need.id, offer: offer.id, score: next(1001) }
      return slot === undefined ? [one] : [{ ...one, slot }]
    })
  )
  return { needs: all, offers, candidates, fairness: { after: 30, perDay: 5 } }
}

const projects = (seed: number, count: number, limits: boolean): Selection.Problem => {
  const next = numbers(seed)
  const clusters = ["meals", "parking", "childcare", "charging"]
  const all = Array.from({ length: count }, (_, index) => {
    const [from, length] = [next(380), 5 + next(40)]
    const beneficiaries = Array.from({ length: 400 }, (__, one) => one).filter(
      (one) => one >= from && one < from + length && next(3) > 0
    )
    return {
      id: `p${index}`,
      cluster: clusters[next(4)] ?? "meals",
      cost: 10 + next(90),
      beneficiaries: beneficiaries.map((one) => `b${one}`)
    }
  })
  const weights = new Map(Array.from({ length: 400 }, (_, one) => [`b${one}`, 1 + next(5)]))
  const problem = { projects: all, choose: 8 + next(4), weights }
  const quotas = [
    { cluster: "meals", min: 2, max: 3 },
    { cluster: "parking", min: 1, max: 4 },
    { cluster: "childcare", max: 2 }
  ]
  return limits ? { ...problem, quotas, budget: 420 } : problem
}

const seeds = Array.from({ length: 8 }, (_, index) => 11 + index * 7)

describe("the same optimum as HiGHS", () => {
  it("R3-11 for needs that may be divided", () => {
    for (const seed of seeds) {
      const problem = city(seed, 60 + 20 * (seed % 5), false)
      const allocation = Result.getOrThrow(Allocation.solve(problem))
      expect(allocation.total).toBe(Math.round(highs.maximum(solver, highs.allocation(problem))))
      expect(Allocation.verify(problem, allocation)).toEqual([])
      expect(allocation.unmet.length).toBeGreaterThan(0)
    }
  })

  it("R3-11 for needs of which some may not be divided", () => {
    let questions = 0
    for (const seed of seeds) {
      const problem = city(seed, 40, true)
      const allocation = Result.getOrThrow(Allocation.solve(problem))
      expect(allocation.proved).toBe(true)
      expect(allocation.total).toBe(Math.round(highs.maximum(solver, highs.allocation(problem))))
      expect(Allocation.verify(problem, allocation)).toEqual([])
      if (allocation.certificate.proof !== undefined) questions++
    }
    expect(questions).toBeGreaterThan(0)
  })

  it("W-06 for projects by number alone", () => {
    for (const seed of seeds) {
      const problem = projects(seed, 60, false)
      const selection = Result.getOrThrow(Selection.solve(problem))
      expect(selection.proved).toBe(true)
      expect(selection.value).toBe(Math.round(highs.maximum(solver, highs.selection(problem))))
    }
  })

  it("W-06 for projects with quotas and a budget", () => {
    for (const seed of seeds) {
      const problem = projects(seed, 50, true)
      const selection = Result.getOrThrow(Selection.solve(problem))
      expect(selection.proved).toBe(true)
      expect(selection.value).toBe(Math.round(highs.maximum(solver, highs.selection(problem))))
    }
  })
})
