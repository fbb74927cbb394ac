import { Allocation } from "@louyu/matching"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { aims, bruteForce, compare, points, problems } from "./allocation/problems.ts"

const solved = (problem: Allocation.Problem): Allocation.Allocation => Result.getOrThrow(Allocation.solve(problem))
const divisible = problems({ needs: 4, offers: 3, quantity: 3, divisible: "always", held: false })
const single = problems({ needs: 5, offers: 3, quantity: 1, divisible: "always", held: true })
const mixed = problems({ needs: 4, offers: 3, quantity: 3, divisible: "sometimes", held: true })
const larger = problems({ needs: 12, offers: 5, quantity: 4, divisible: "sometimes", held: true })
const runs = { numRuns: 300 }

describe("what is allocated", () => {
  it("R3-11 is the best there is, by trying everything: one unit a need, with accepted matches", () => {
    fc.assert(
      fc.property(single, (problem) => {
        const allocation = solved(problem)
        expect(aims(problem, allocation.assignments)).toEqual(bruteForce(problem))
        expect(allocation.proved).toBe(true)
      }),
      runs
    )
  })

  it("R3-11 is the best there is, by trying everything: quantities that may be divided", () => {
    fc.assert(
      fc.property(divisible, (problem) => {
        expect(aims(problem, solved(problem).assignments)).toEqual(bruteForce(problem))
      }),
      runs
    )
  })

  it("R3-11 is the best there is, by trying everything: quantities that may not", () => {
    fc.assert(
      fc.property(mixed, (problem) => {
        expect(aims(problem, solved(problem).assignments)).toEqual(bruteForce(problem))
      }),
      runs
    )
  })

  it("is proved by its certificate", () => {
    fc.assert(
      fc.property(larger, (problem) => {
        const allocation = solved(problem)
        expect(Allocation.verify(problem, allocation)).toEqual([])
        expect(aims(problem, allocation.assignments)[1]).toBe(allocation.total)
      }),
      runs
    )
  })

  it("invariant 9: never exceeds a capacity in any slot, and no need gets more than it needs", () => {
    fc.assert(
      fc.property(larger, (problem) => {
        const { assignments, unmet } = solved(problem)
        const sum = (some: ReadonlyArray<{ readonly quantity: number }>): number =>
          some.reduce((all, one) => all + one.quantity, 0)
        for (const { id, capacity, slots = [] } of problem.offers) {
          const there = assignments.filter((one) => one.offer === id)
          expect(sum(there)).toBeLessThanOrEqual(capacity)
          for (const slot of slots)
            expect(sum(there.filter((one) => one.slot === slot.id))).toBeLessThanOrEqual(slot.capacity)
        }
        for (const need of problem.needs) {
          const own = assignments.filter((one) => one.need === need.id)
          expect(sum(own) + sum(unmet.filter((one) => one.need === need.id))).toBe(need.quantity)
          if (need.divisible !== true) expect(own.length).toBeLessThanOrEqual(1)
        }
      }),
      runs
    )
  })

  it("does not depend on the order of the input", () => {
    const shuffled = larger.chain((problem) =>
      fc
        .record({
          needs: fc.shuffledSubarray([...problem.needs], { minLength: problem.needs.length }),
          offers: fc.shuffledSubarray([...problem.offers], { minLength: problem.offers.length }),
          candidates: fc.shuffledSubarray([...problem.candidates], { minLength: problem.candidates.length })
        })
        .map((lists) => [problem, { ...problem, ...lists }] as const)
    )
    fc.assert(
      fc.property(shuffled, ([problem, other]) => {
        expect(solved(other)).toEqual(solved(problem))
      }),
      runs
    )
  })

  it("never totals less when a capacity is raised", () => {
    const raised = problems({ needs: 10, offers: 4, quantity: 3, divisible: "sometimes", held: false }).chain(
      (problem) =>
        fc.tuple(fc.constant(problem), fc.nat({ max: problem.offers.length - 1 }), fc.integer({ min: 1, max: 5 }))
    )
    fc.assert(
      fc.property(raised, ([problem, which, more]) => {
        const offers = problem.offers.map((offer, index) =>
          index === which ? { ...offer, capacity: offer.capacity + more } : offer
        )
        expect(solved({ ...problem, offers }).total).toBeGreaterThanOrEqual(solved(problem).total)
      }),
      runs
    )
  })

  it("R3-11 stays as it is when it is accepted and allocated again, whatever comes in addition", () => {
    const again = problems({ needs: 8, offers: 4, quantity: 1, divisible: "always", held: false })
    fc.assert(
      fc.property(again, fc.integer({ min: 1, max: 4 }), (problem, late) => {
        const before = problem.needs.slice(late)
        const known = new Set(before.map((need) => need.id))
        const candidates = problem.candidates.filter((one) => known.has(one.need))
        const first = solved({ ...problem, needs: before, candidates })
        const got = new Map(first.assignments.map((one) => [one.need, one]))
        const needs = problem.needs.map((need): Allocation.Need => {
          const one = got.get(need.id)
          if (one === undefined) return need
          const { offer, slot } = one
          return { ...need, held: slot === undefined ? { offer } : { offer, slot } }
        })
        const second = solved({ ...problem, needs })
        expect(second.moved).toEqual([])
        for (const one of first.assignments) {
          // A match of an offer as a whole may only come to lie in one of its slots.
          const now = second.assignments.find((other) => other.need === one.need)
          expect(now?.offer).toBe(one.offer)
          if (one.slot !== undefined) expect(now?.slot).toBe(one.slot)
        }
      }),
      runs
    )
  })

  it("never leaves out who waited longer for one of the same weight and candidates", () => {
    const twins = fc.tuple(single, fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }))
    fc.assert(
      fc.property(twins, ([problem, a, b]) => {
        const twin = (id: string, waiting: number): Allocation.Need => ({ id, weight: 2, waiting })
        const own = problem.offers.map((offer, index) => ({ offer: offer.id, score: 1000 - index }))
        const fairness = { after: 20, perDay: 1 }
        const { assignments } = solved({
          ...problem,
          fairness,
          needs: [...problem.needs, twin("x", a), twin("y", b)],
          candidates: [...problem.candidates, ...["x", "y"].flatMap((need) => own.map((one) => ({ need, ...one })))]
        })
        const met = (id: string): boolean => assignments.some((one) => one.need === id)
        if (a > 20 && a > b) expect(met("x") || !met("y")).toBe(true)
        if (b > 20 && b > a) expect(met("y") || !met("x")).toBe(true)
      }),
      runs
    )
  })
})

describe("the reasons", () => {
  it("R3-12 name every candidate that was lost, none worth more than its price", () => {
    fc.assert(
      fc.property(problems({ needs: 10, offers: 4, quantity: 3, divisible: "always", held: true }), (problem) => {
        const needs = new Map(problem.needs.map((need) => [need.id, need]))
        for (const { need, why, lost } of solved(problem).unmet) {
          const own = problem.candidates.filter((one) => one.need === need)
          expect(why).toBe(own.length === 0 ? "noCandidate" : "noCapacity")
          expect(lost.map((one) => [one.offer, one.slot]).sort()).toEqual(
            own.map((one) => [one.offer, one.slot]).sort()
          )
          for (const { offer, slot, worth, price, to } of lost) {
            const one = needs.get(need)
            const score = own.find((other) => other.offer === offer && other.slot === slot)?.score ?? -1
            expect(worth).toBe(one === undefined ? -1 : points(one, score, problem.fairness))
            if (price !== undefined) expect(price).toBeGreaterThanOrEqual(worth)
            if (to !== undefined) expect(needs.has(to)).toBe(true)
          }
        }
      }),
      runs
    )
  })
})

describe("a certificate", () => {
  it("does not prove an allocation that was tampered with", () => {
    const tampered = single.chain((problem) =>
      fc.tuple(fc.constant(problem), fc.constant(solved(problem)), fc.nat(), fc.integer({ min: 1, max: 500 }))
    )
    let seen = 0
    fc.assert(
      fc.property(tampered, ([problem, allocation, at, by]) => {
        const { assignments, certificate, unmet } = allocation
        const dropped = assignments[at % Math.max(1, assignments.length)]
        if (dropped !== undefined) {
          const fewer = assignments.filter((one) => one !== dropped)
          const missing = { need: dropped.need, quantity: 1, why: "noCapacity" as const, lost: [] }
          const worse = { ...allocation, assignments: fewer, unmet: [...unmet, missing] }
          const total = aims(problem, fewer)[1]
          expect(Allocation.verify(problem, worse)).not.toEqual([])
          expect(Allocation.verify(problem, { ...worse, total })).not.toEqual([])
          seen++
        }
        const price = certificate.needs[at % Math.max(1, certificate.needs.length)]
        if (price !== undefined) {
          const needs = certificate.needs.map((one) => (one === price ? { ...one, price: one.price + by } : one))
          expect(Allocation.verify(problem, { ...allocation, certificate: { ...certificate, needs } })).not.toEqual([])
        }
        const place = certificate.places[at % Math.max(1, certificate.places.length)]
        if (place !== undefined && place.price > by) {
          const places = certificate.places.map((one) => (one === place ? { ...one, price: one.price - by } : one))
          const found = Allocation.verify(problem, { ...allocation, certificate: { ...certificate, places } })
          const bought = assignments.some((one) => one.offer === place.offer && (place.slot ?? one.slot) === one.slot)
          if (bought) expect(found).not.toEqual([])
        }
      }),
      runs
    )
    expect(seen).toBeGreaterThan(50)
  })

  it("proves whole quantities by the questions it followed, and not when one of them is left out", () => {
    let seen = 0
    fc.assert(
      fc.property(mixed, (problem) => {
        const allocation = solved(problem)
        const { certificate } = allocation
        const { proof } = certificate
        if (proof === undefined || proof === "doesNotFit" || !("taken" in proof)) return
        seen++
        expect(Allocation.verify(problem, allocation)).toEqual([])
        const gone = { ...certificate, proof: { ...proof, taken: "doesNotFit", refused: "doesNotFit" } as const }
        expect(Allocation.verify(problem, { ...allocation, certificate: gone })).toContainEqual({ what: "boundAbove" })
      }),
      { numRuns: 600 }
    )
    expect(seen).toBeGreaterThan(10)
  })
})

describe("an allocation that changes", () => {
  const arrivals = fc.tuple(
    larger,
    fc.array(
      fc.oneof(
        fc.record({ kind: fc.constant("put" as const), which: fc.nat(), to: fc.nat() }),
        fc.record({ kind: fc.constant("remove" as const), which: fc.nat() }),
        fc.record({ kind: fc.constant("capacity" as const), which: fc.nat(), to: fc.integer({ min: 0, max: 6 }) })
      ),
      { maxLength: 12 }
    )
  )

  it("R3-11 is after every change as good as one made from scratch", () => {
    fc.assert(
      fc.property(arrivals, ([start, changes]) => {
        let now = { ...start, needs: start.needs.slice(0, 6) }
        const knows = (id: string): boolean => now.needs.some((need) => need.id === id)
        now = { ...now, candidates: start.candidates.filter((one) => knows(one.need)) }
        const solver = Result.getOrThrow(Allocation.begin(now))
        for (const change of changes) {
          if (change.kind === "put") {
            const need = start.needs[change.which % Math.max(1, start.needs.length)]
            const like = start.needs[change.to % Math.max(1, start.needs.length)]
            if (need === undefined || like === undefined) continue
            const put = { ...like, id: need.id }
            const candidates = start.candidates
              .filter((one) => one.need === like.id)
              .map((one) => ({ ...one, need: need.id }))
            Result.getOrThrow(Allocation.put(solver, put, candidates))
            now = {
              ...now,
              needs: [...now.needs.filter((one) => one.id !== need.id), put],
              candidates: [...now.candidates.filter((one) => one.need !== need.id), ...candidates]
            }
          } else if (change.kind === "remove") {
            const need = now.needs[change.which % Math.max(1, now.needs.length)]
            if (need === undefined) continue
            Result.getOrThrow(Allocation.remove(solver, need.id))
            now = {
              ...now,
              needs: now.needs.filter((one) => one !== need),
              candidates: now.candidates.filter((one) => one.need !== need.id)
            }
          } else {
            const offer = now.offers[change.which % now.offers.length]
            if (offer === undefined) continue
            const slot = change.which % 3 === 0 ? undefined : offer.slots?.[change.which % (offer.slots.length || 1)]
            const at = slot === undefined ? { offer: offer.id } : { offer: offer.id, slot: slot.id }
            Result.getOrThrow(Allocation.setCapacity(solver, at, change.to))
            const changed =
              slot === undefined
                ? { ...offer, capacity: change.to }
                : {
                    ...offer,
                    slots: (offer.slots ?? []).map((one) => (one === slot ? { ...one, capacity: change.to } : one))
                  }
            now = { ...now, offers: now.offers.map((one) => (one === offer ? changed : one)) }
          }
          const kept = Allocation.current(solver)
          expect(compare(aims(now, kept.assignments), aims(now, solved(now).assignments))).toBe(0)
          expect(Allocation.verify(now, kept)).toEqual([])
        }
      }),
      runs
    )
  })
})
