import type { Allocation } from "@louyu/matching"
import { mulberry32 } from "../tree/workload.ts"

/** Needs, services and candidates as numbers: what the peers are given. */
export interface Market {
  readonly capacity: ReadonlyArray<number>
  /** By need: its services, and the score of each. */
  readonly services: ReadonlyArray<ReadonlyArray<number>>
  readonly scores: ReadonlyArray<ReadonlyArray<number>>
  /** The same with ids: what ours is given. */
  readonly problem: Allocation.Problem
}

/**
 * Needs and services somewhere on a square, seed 21; each need could be met by some services at random, the better the
 * nearer. There is room for four needs of five.
 */
export const market = (needs: number, services: number, each: number): Market => {
  const random = mulberry32(21)
  const below = (end: number): number => Math.floor(random() * end)
  const places = Array.from({ length: services }, () => [random() * 1000, random() * 1000] as const)
  const capacity = places.map(() => 0)
  for (let unit = 0; unit < Math.floor(needs * 0.8); unit++) {
    const service = below(services)
    capacity[service] = (capacity[service] ?? 0) + 1
  }
  const chosen: Array<ReadonlyArray<number>> = []
  const scores: Array<ReadonlyArray<number>> = []
  for (let need = 0; need < needs; need++) {
    const [x, y] = [random() * 1000, random() * 1000]
    const own = new Set<number>()
    while (own.size < each) own.add(below(services))
    chosen.push([...own])
    scores.push(
      [...own].map((service) => {
        const [left, top] = places[service] ?? [0, 0]
        return 1000 - Math.min(1000, Math.floor(Math.hypot(x - left, y - top) / 2) + below(300))
      })
    )
  }
  const problem: Allocation.Problem = {
    needs: chosen.map((_, need) => ({ id: `need-${need}`, weight: 1, waiting: 0 })),
    offers: capacity.map((units, service) => ({ id: `service-${service}`, capacity: units })),
    candidates: chosen.flatMap((own, need) =>
      own.map((service, index) => ({
        need: `need-${need}`,
        offer: `service-${service}`,
        score: scores[need]?.[index] ?? 0
      }))
    )
  }
  return { capacity, services: chosen, scores, problem }
}
