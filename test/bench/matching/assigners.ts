import { Mcmf } from "@algorithm.ts/mcmf"
import { Allocation } from "@louyu/matching"
import * as Result from "effect/Result"
import type { Highs } from "highs"
import munkres from "munkres-js"
import type { Market } from "./needs.ts"

/** The highest total score. */
export type Assign = (market: Market) => number

/** From ids to the optimum; who gets what is not yet written out. */
export const optimum = ({ problem }: Market): Allocation.Solver => Result.getOrThrow(Allocation.begin(problem))

/** The whole allocation: who gets what, reasons for all that is unmet, prices that prove it. */
export const ours: Assign = ({ problem }) => Result.getOrThrow(Allocation.solve(problem)).total

/** The best candidate first, wherever there is room. */
export const greedy: Assign = ({ capacity, services, scores }) => {
  const all = services.flatMap((own, need) =>
    own.map((service, index) => ({ need, service, score: scores[need]?.[index] ?? 0 }))
  )
  all.sort((a, b) => b.score - a.score)
  const left = [...capacity]
  const met = new Uint8Array(services.length)
  let total = 0
  for (const { need, service, score } of all) {
    const room = left[service] ?? 0
    if (met[need] === 1 || room === 0) continue
    met[need] = 1
    left[service] = room - 1
    total += score
  }
  return total
}

/** A linear program in sparse arrays, a column a candidate; its basic solutions are whole. */
export const linearProgram =
  (highs: Highs): Assign =>
  ({ capacity, services, scores }) => {
    const costs = Float64Array.from(scores.flat(), (score) => -score)
    const rows = services.length + capacity.length
    const indices = Int32Array.from(
      services.flatMap((own, need) => own.flatMap((service) => [need, services.length + service]))
    )
    return highs.withModel((model) => {
      model.options.set({ output_flag: false })
      model.passModel({
        numCols: costs.length,
        numRows: rows,
        colCost: costs,
        colLower: new Float64Array(costs.length),
        colUpper: new Float64Array(costs.length).fill(1),
        rowLower: new Float64Array(rows).fill(Number.NEGATIVE_INFINITY),
        rowUpper: Float64Array.from([...services.map(() => 1), ...capacity]),
        matrix: {
          format: "csc",
          numRows: rows,
          numCols: costs.length,
          starts: Int32Array.from({ length: costs.length + 1 }, (_, column) => 2 * column),
          indices,
          values: new Float64Array(indices.length).fill(1)
        }
      })
      model.run()
      return Math.round(-model.getObjectiveValue())
    })
  }

/** Minimum cost maximum flow; staying unmet costs as much as the best score, so that the flow is always the same. */
export const mcmf: Assign = ({ capacity, services, scores }) => {
  const needs = services.length
  const [source, sink] = [needs + capacity.length, needs + capacity.length + 1]
  const flow = new Mcmf()
  flow.init(source, sink, sink + 1)
  for (const [need, own] of services.entries()) {
    flow.addEdge(source, need, 1, 0)
    flow.addEdge(need, sink, 1, 1000)
    for (const [index, service] of own.entries())
      flow.addEdge(need, needs + service, 1, 1000 - (scores[need]?.[index] ?? 0))
  }
  for (const [service, units] of capacity.entries()) flow.addEdge(needs + service, sink, units, 0)
  return 1000 * needs - flow.minCostMaxFlow().mincost
}

/** The Hungarian algorithm on a full matrix: a column a unit of capacity, and one to stay unmet for each need. */
export const hungarian: Assign = ({ capacity, services, scores }) => {
  const units = capacity.flatMap((amount, service) => Array.from({ length: amount }, () => service))
  const costs = services.map((own, need) => {
    const score = new Map(own.map((service, index) => [service, scores[need]?.[index] ?? 0]))
    return [...units.map((service) => 1000 - (score.get(service) ?? 0)), ...services.map(() => 1000)]
  })
  return munkres(costs).reduce((sum, [row, column]) => sum + 1000 - (costs[row]?.[column] ?? 0), 0)
}
