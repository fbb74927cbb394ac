import { Selection } from "@louyu/matching"
import * as Result from "effect/Result"
import type { Highs } from "highs"
import type { Programme } from "./projects.ts"

export const ours = ({ problem }: Programme, effort: number): Selection.Selection =>
  Result.getOrThrow(Selection.solve(problem, effort))

/** Always the project that adds most, counted anew only where it may still be the best. */
export const greedy = ({ reached, weights, choose }: Programme): number => {
  const seen = new Uint8Array(weights.length)
  const gainOf = (project: number): number =>
    (reached[project] ?? []).reduce((sum, one) => sum + (seen[one] === 1 ? 0 : (weights[one] ?? 0)), 0)
  const queue = reached.map((_, project) => ({ project, gain: gainOf(project) }))
  queue.sort((a, b) => a.gain - b.gain)
  let value = 0
  for (let chosen = 0; chosen < choose && queue.length > 0; ) {
    const last = queue.pop()
    if (last === undefined) break
    const gain = gainOf(last.project)
    if (gain >= (queue.at(-1)?.gain ?? 0)) {
      value += gain
      for (const one of reached[last.project] ?? []) seen[one] = 1
      chosen++
      continue
    }
    let at = queue.length
    while (at > 0 && (queue[at - 1]?.gain ?? 0) > gain) at--
    queue.splice(at, 0, { project: last.project, gain })
  }
  return value
}

/** A mixed integer program; people who are reached by the same projects are one column. */
export const program = (highs: Highs, { reached, weights, choose }: Programme): number => {
  const reaching = weights.map((): Array<number> => [])
  for (const [project, own] of reached.entries()) for (const one of own) reaching[one]?.push(project)
  const groups = new Map<string, { readonly projects: ReadonlyArray<number>; weight: number }>()
  for (const [one, projects] of reaching.entries()) {
    if (projects.length === 0) continue
    const key = projects.join(" ")
    const group = groups.get(key) ?? { projects, weight: 0 }
    group.weight += weights[one] ?? 0
    groups.set(key, group)
  }
  const all = [...groups.values()]
  const columns = reached.length + all.length
  // A group counts when one of its projects is chosen; so many projects may be.
  const rows = all.map(({ projects }, index) => [...projects.map((one) => [one, -1]), [reached.length + index, 1]])
  rows.push(reached.map((_, project) => [project, 1]))
  const starts = [0]
  for (const one of rows) starts.push((starts.at(-1) ?? 0) + one.length)
  return highs.withModel((model) => {
    model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.5 })
    model.passModel({
      numCols: columns,
      numRows: rows.length,
      colCost: Float64Array.from({ length: columns }, (_, one) => -(all[one - reached.length]?.weight ?? 0)),
      colLower: new Float64Array(columns),
      colUpper: new Float64Array(columns).fill(1),
      rowLower: new Float64Array(rows.length).fill(Number.NEGATIVE_INFINITY),
      rowUpper: Float64Array.from(rows, (_, index) => (index < all.length ? 0 : choose)),
      matrix: {
        format: "csr",
        numRows: rows.length,
        numCols: columns,
        starts,
        indices: rows.flatMap((one) => one.map(([column]) => column ?? 0)),
        values: rows.flatMap((one) => one.map(([, value]) => value ?? 0))
      },
      integrality: Int32Array.from({ length: columns }, (_, one) => (one < reached.length ? 1 : 0))
    })
    model.run()
    return Math.round(-model.getObjectiveValue())
  })
}
