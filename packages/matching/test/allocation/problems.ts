import type { Allocation } from "@louyu/matching"
import * as fc from "fast-check"

const slots = ["morning", "afternoon"] as const

interface Shape {
  readonly needs: number
  readonly offers: number
  readonly quantity: number
  readonly divisible: "always" | "sometimes"
  readonly held: boolean
}

/** Small problems with all there is: slots, quantities, weights, waiting, accepted matches, gaps and ties. */
export const problems = (shape: Shape): fc.Arbitrary<Allocation.Problem> => {
  const offer = (index: number) =>
    fc.record({
      id: fc.constant(`o${index}`),
      capacity: fc.integer({ min: 0, max: 4 }),
      slots: fc
        .subarray([...slots])
        .chain((ids) =>
          fc.tuple(...ids.map((id) => fc.integer({ min: 0, max: 3 }).map((capacity) => ({ id: `${id}`, capacity }))))
        )
    })
  const need = (index: number) =>
    fc
      .record({
        quantity: fc.integer({ min: 1, max: shape.quantity }),
        divisible: shape.divisible === "always" ? fc.constant(true) : fc.boolean(),
        weight: fc.integer({ min: 1, max: 3 }),
        waiting: fc.integer({ min: 0, max: 40 }),
        held: shape.held
          ? fc.option(fc.integer({ min: 0, max: shape.offers - 1 }), { nil: undefined })
          : fc.constant(undefined)
      })
      .map(({ held, ...rest }): Allocation.Need => {
        const one = { id: `n${index}`, ...rest }
        return held === undefined ? one : { ...one, held: { offer: `o${held}` } }
      })
  return fc
    .tuple(
      fc
        .integer({ min: 0, max: shape.needs })
        .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => need(i)))),
      fc
        .integer({ min: 1, max: shape.offers })
        .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => offer(i)))),
      fc.option(fc.record({ after: fc.integer({ min: 0, max: 20 }), perDay: fc.integer({ min: 1, max: 9 }) }), {
        nil: undefined
      })
    )
    .chain(([needs, offers, fairness]) => {
      const all = needs.flatMap((one) =>
        offers.flatMap((other) => [
          { need: one.id, offer: other.id },
          ...other.slots.map((slot) => ({ need: one.id, offer: other.id, slot: slot.id }))
        ])
      )
      const scores = fc.oneof(fc.constantFrom(0, 500, 1000), fc.integer({ min: 0, max: 1000 }))
      return fc
        .subarray(all)
        .chain((some) =>
          fc.tuple(...some.map((one) => scores.map((score): Allocation.Candidate => ({ ...one, score }))))
        )
        .map((candidates): Allocation.Problem => {
          const problem = { needs, offers, candidates }
          return fairness === undefined ? problem : { ...problem, fairness }
        })
    })
}

/** The aims of an allocation, the first before the second before the third. */
export type Aims = readonly [kept: number, total: number, met: number]

export const points = (need: Allocation.Need, score: number, fairness: Allocation.Fairness | undefined): number =>
  need.weight * (score + (fairness === undefined ? 0 : fairness.perDay * Math.max(0, need.waiting - fairness.after)))

export const aims = (problem: Allocation.Problem, assignments: ReadonlyArray<Allocation.Assignment>): Aims => {
  const needs = new Map(problem.needs.map((need) => [need.id, need]))
  let [kept, total, met] = [0, 0, 0]
  for (const { need, offer, score, quantity } of assignments) {
    const one = needs.get(need)
    if (one === undefined) throw new Error("an assignment is of a need")
    if (one.held?.offer === offer) kept += quantity
    total += quantity * points(one, score, problem.fairness)
    met += quantity
  }
  return [kept, total, met]
}

export const compare = (a: Aims, b: Aims): number => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]

/** The best aims that exist, found by trying everything. */
export const bruteForce = (problem: Allocation.Problem): Aims => {
  const { needs, offers, candidates } = problem
  const room = new Map<string, number>()
  for (const offer of offers) {
    room.set(offer.id, offer.capacity)
    for (const slot of offer.slots ?? []) room.set(`${offer.id}/${slot.id}`, slot.capacity)
  }
  const of = new Map(needs.map((need) => [need.id, candidates.filter((one) => one.need === need.id)]))
  const places = (one: Allocation.Candidate): ReadonlyArray<string> =>
    one.slot === undefined ? [one.offer] : [one.offer, `${one.offer}/${one.slot}`]
  let best: Aims = [0, 0, 0]
  const chosen: Array<Allocation.Assignment> = []
  const tryNeed = (index: number): void => {
    const need = needs[index]
    if (need === undefined) {
      const found = aims(problem, chosen)
      if (compare(found, best) > 0) best = found
      return
    }
    const own = of.get(need.id) ?? []
    const all = need.quantity ?? 1
    const tryCandidate = (at: number, left: number): void => {
      const one = own[at]
      if (one === undefined || left === 0) {
        tryNeed(index + 1)
        return
      }
      const free = Math.min(left, ...places(one).map((place) => room.get(place) ?? 0))
      for (let quantity = 0; quantity <= free; quantity++) {
        if (quantity > 0 && need.divisible !== true && quantity < all) continue
        for (const place of places(one)) room.set(place, (room.get(place) ?? 0) - quantity)
        if (quantity > 0) chosen.push({ ...one, quantity })
        tryCandidate(at + 1, left - quantity)
        if (quantity > 0) chosen.pop()
        for (const place of places(one)) room.set(place, (room.get(place) ?? 0) + quantity)
      }
    }
    tryCandidate(0, all)
  }
  tryNeed(0)
  return best
}
