import { Allocation } from "@louyu/matching"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"

const need = (id: string, more: Partial<Allocation.Need> = {}): Allocation.Need => ({
  id,
  weight: 1,
  waiting: 0,
  ...more
})
const candidate = (one: string, offer: string, score: number, slot?: string): Allocation.Candidate =>
  slot === undefined ? { need: one, offer, score } : { need: one, offer, score, slot }
const base: Allocation.Problem = {
  needs: [need("n1"), need("n2")],
  offers: [{ id: "advice", capacity: 1, slots: [{ id: "noon", capacity: 1 }] }],
  candidates: [candidate("n1", "advice", 900, "noon"), candidate("n2", "advice", 600)]
}
const solved = (more: Partial<Allocation.Problem> = {}): Allocation.Allocation =>
  Result.getOrThrow(Allocation.solve({ ...base, ...more }))
const failure = (more: Partial<Allocation.Problem>) =>
  Result.getOrThrow(Result.flip(Allocation.solve({ ...base, ...more })))

describe("an allocation", () => {
  it("R3-12 says to whom an offer was lost and at what price", () => {
    const { assignments, unmet, total } = solved()
    expect(assignments).toEqual([{ need: "n1", offer: "advice", slot: "noon", quantity: 1, score: 900 }])
    expect(unmet).toEqual([
      {
        need: "n2",
        quantity: 1,
        why: "noCapacity",
        lost: [{ offer: "advice", worth: 600, price: expect.any(Number), to: "n1" }]
      }
    ])
    const price = unmet[0]?.lost[0]?.price ?? 0
    expect(price).toBeGreaterThanOrEqual(600)
    expect(price).toBeLessThanOrEqual(900)
    expect(total).toBe(900)
  })

  it("R3-12 says when there was nothing to lose", () => {
    expect(solved({ needs: [need("n3")], candidates: [] }).unmet).toEqual([
      { need: "n3", quantity: 1, why: "noCandidate", lost: [] }
    ])
  })

  it("counts priority as often as the score", () => {
    const { assignments } = solved({ needs: [need("n1"), need("n2", { weight: 2 })] })
    expect(assignments.map((one) => one.need)).toEqual(["n2"])
  })

  it("lets waiting count from a number of days on", () => {
    const waiting = { needs: [need("n1"), need("n2", { waiting: 61 })] }
    expect(solved({ ...waiting, fairness: { after: 30, perDay: 9 } }).assignments[0]?.need).toBe("n1")
    expect(solved({ ...waiting, fairness: { after: 30, perDay: 10 } }).assignments[0]?.need).toBe("n2")
  })

  it("R3-9 meets a part of what may be divided, and all or nothing of what may not", () => {
    const offers = [{ id: "advice", capacity: 2 }]
    const candidates = [candidate("n2", "advice", 600)]
    const parted = solved({ needs: [need("n2", { quantity: 3, divisible: true })], offers, candidates })
    expect(parted.assignments).toMatchObject([{ quantity: 2 }])
    expect(parted.unmet).toMatchObject([{ quantity: 1 }])
    const whole = solved({ needs: [need("n2", { quantity: 3 })], offers, candidates })
    expect(whole.assignments).toEqual([])
    expect(whole.unmet).toMatchObject([{ quantity: 3, why: "noCapacity", lost: [{ offer: "advice" }] }])
  })

  it("keeps an accepted match against any other, and says why one was moved", () => {
    const held = [need("n1"), need("n2", { held: { offer: "advice" } })]
    const kept = solved({ needs: held })
    expect(kept.assignments.map((one) => one.need)).toEqual(["n2"])
    expect(kept.moved).toEqual([])
    expect(kept.unmet).toEqual([
      { need: "n1", quantity: 1, why: "noCapacity", lost: [{ offer: "advice", slot: "noon", worth: 900, to: "n2" }] }
    ])
    const shrunk = solved({
      needs: held,
      offers: [{ id: "advice", capacity: 0, slots: [{ id: "noon", capacity: 1 }] }]
    })
    expect(shrunk.moved).toEqual([{ need: "n2", from: "advice", why: "capacityShrank" }])
    const gone = solved({ needs: held, candidates: [candidate("n1", "advice", 900, "noon")] })
    expect(gone.moved).toEqual([{ need: "n2", from: "advice", why: "candidateGone" }])
  })

  it("says when the effort for whole quantities ran out, and then does not claim a proof", () => {
    const needs = ["n1", "n2", "n3"].map((id) => need(id, { quantity: 2 }))
    const problem = {
      needs,
      offers: [{ id: "advice", capacity: 3 }],
      candidates: needs.map((one) => candidate(one.id, "advice", 500))
    }
    const hasty = Result.getOrThrow(Allocation.solve(problem, 0))
    expect(hasty.proved).toBe(false)
    expect(Allocation.verify(problem, hasty)).toContainEqual({ what: "boundAbove" })
    const patient = Result.getOrThrow(Allocation.solve(problem))
    expect([patient.proved, patient.total]).toEqual([true, 1000])
    expect(Allocation.verify(problem, patient)).toEqual([])
  })
})

describe("an allocation that changes", () => {
  it("R3-11 finds the best again after a need came, went, and a capacity changed", () => {
    const solver = Result.getOrThrow(Allocation.begin(base))
    Result.getOrThrow(Allocation.put(solver, need("n0"), [candidate("n0", "advice", 1000)]))
    expect(Allocation.current(solver).assignments.map((one) => one.need)).toEqual(["n0"])
    Result.getOrThrow(Allocation.setCapacity(solver, { offer: "advice" }, 2))
    expect(Allocation.current(solver).total).toBe(1900)
    Result.getOrThrow(Allocation.remove(solver, "n0"))
    expect(Allocation.current(solver).total).toBe(1500)
    Result.getOrThrow(Allocation.setCapacity(solver, { offer: "advice", slot: "noon" }, 0))
    expect(Allocation.current(solver).total).toBe(600)
  })

  it("does not change when a change is refused", () => {
    const solver = Result.getOrThrow(Allocation.begin(base))
    const before = Allocation.current(solver)
    expect(Result.isFailure(Allocation.put(solver, need("n1"), [candidate("n1", "gym", 5)]))).toBe(true)
    expect(
      Result.isFailure(Allocation.put(solver, need("n1", { weight: 2 ** 52 }), [candidate("n1", "advice", 5)]))
    ).toBe(true)
    expect(Result.isFailure(Allocation.remove(solver, "n9"))).toBe(true)
    expect(Result.isFailure(Allocation.setCapacity(solver, { offer: "advice" }, -1))).toBe(true)
    expect(Allocation.current(solver)).toEqual(before)
  })
})

describe("bad input", () => {
  it("with a capacity below zero is refused, in both languages", () => {
    const error = failure({ offers: [{ id: "advice", capacity: 1, slots: [{ id: "noon", capacity: -1 }] }] })
    expect(error).toMatchObject({ code: "matching/CapacityRejected", offer: "advice", slot: "noon", capacity: -1 })
    expect(error.text).toEqual({
      zh: "供给“advice / noon”的容量 -1 无效，容量须为不小于 0 的整数。",
      en: 'Offer "advice / noon" has a capacity of -1; give a whole number from 0 on.'
    })
    expect(failure({ offers: [{ id: "advice", capacity: 0.5 }] })).toMatchObject({ offer: "advice", capacity: 0.5 })
  })

  it("with an entry given twice is refused", () => {
    const repeated = (more: Partial<Allocation.Problem>, what: string, id: string): void => {
      const error = failure(more)
      expect(error).toMatchObject({ code: "matching/EntryRepeated", what, id })
      expect(error.text.zh).toContain(id)
    }
    repeated({ needs: [need("n1"), need("n1")] }, "need", "n1")
    repeated({ offers: [...base.offers, ...base.offers] }, "offer", "advice")
    const noon = { id: "noon", capacity: 1 }
    repeated({ offers: [{ id: "advice", capacity: 1, slots: [noon, noon] }] }, "slot", "advice / noon")
    const [first] = base.candidates
    repeated({ candidates: first === undefined ? [] : [first, first] }, "candidate", "n1 / advice / noon")
  })

  it("with a candidate of something unknown is refused", () => {
    const unknown = (one: Allocation.Candidate, what: string, id: string): void => {
      expect(failure({ candidates: [one] })).toMatchObject({ code: "matching/EntryUnknown", what, id })
    }
    unknown(candidate("n9", "advice", 1), "need", "n9")
    unknown(candidate("n1", "gym", 1), "offer", "gym")
    unknown(candidate("n1", "advice", 1, "dawn"), "slot", "advice / dawn")
    expect(failure({ candidates: [candidate("n1", "gym", 1)] }).text).toEqual({
      zh: "没有供给“gym”，请先加入它或更正编号。",
      en: 'There is no offer "gym"; add it first or correct the id.'
    })
  })

  it("with a score, a need or a waiting rule out of range is refused", () => {
    for (const score of [-1, 1001, 0.5, Number.NaN])
      expect(failure({ candidates: [candidate("n1", "advice", score)] })).toMatchObject({
        code: "matching/ScoreOutOfRange",
        need: "n1",
        offer: "advice",
        score
      })
    expect(failure({ needs: [need("n1", { weight: 0 })] })).toMatchObject({
      code: "matching/NeedRejected",
      field: "weight"
    })
    expect(failure({ needs: [need("n1", { waiting: -1 })] })).toMatchObject({ field: "waiting", value: -1 })
    expect(failure({ needs: [need("n1", { quantity: 1.5 })] })).toMatchObject({ field: "quantity", value: 1.5 })
    expect(failure({ fairness: { after: -1, perDay: 1 } })).toMatchObject({
      code: "matching/FairnessRejected",
      field: "after"
    })
    expect(failure({ fairness: { after: 0, perDay: 0 } })).toMatchObject({ field: "perDay", value: 0 })
  })

  it("too large to be exact is refused", () => {
    const needs = [need("n1", { weight: 2 ** 45 }), need("n2")]
    expect(failure({ needs })).toMatchObject({ code: "matching/AllocationTooLarge", limit: Number.MAX_SAFE_INTEGER })
    expect(failure({ needs }).text.zh).toContain("无法精确计算")
  })
})
