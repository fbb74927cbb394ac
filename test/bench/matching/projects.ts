import type { Selection } from "@louyu/matching"
import { mulberry32 } from "../tree/workload.ts"

/** Projects and those they reach, as numbers: what the peers are given; and with ids. */
export interface Programme {
  readonly choose: number
  readonly weights: ReadonlyArray<number>
  readonly reached: ReadonlyArray<ReadonlyArray<number>>
  readonly problem: Selection.Problem
}

/**
 * Beneficiaries around centres on a square, weight 1 to 5, and projects that reach all within some distance; seed 31.
 */
export const programme = (projects: number, people: number, choose: number): Programme => {
  const random = mulberry32(31)
  const centres = Array.from({ length: Math.ceil(projects / 10) }, () => [random() * 1000, random() * 1000] as const)
  const around = (): number => (random() + random() + random() - 1.5) * 100
  const homes = Array.from({ length: people }, () => {
    const [x, y] = centres[Math.floor(random() * centres.length)] ?? [0, 0]
    return { x: x + around(), y: y + around(), weight: 1 + Math.floor(random() * 5) }
  })
  const reached = Array.from({ length: projects }, () => {
    const [x, y, radius] = [random() * 1000, random() * 1000, 40 + random() * 60]
    return homes.flatMap((home, number) => (Math.hypot(home.x - x, home.y - y) < radius ? [number] : []))
  })
  const weights = homes.map((home) => home.weight)
  return {
    choose,
    weights,
    reached,
    problem: {
      choose,
      weights: new Map(weights.map((weight, number) => [`person-${number}`, weight])),
      projects: reached.map((own, number) => ({
        id: `project-${number}`,
        beneficiaries: own.map((one) => `person-${one}`)
      }))
    }
  }
}
