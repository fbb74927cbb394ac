import type { Allocation, Selection } from "@louyu/matching"
import highs, { type Highs, type ModelData } from "highs"
import { points } from "./problems.ts"

// The types are those of the CommonJS build, whose loader is a field `default`; the ES module is the loader itself.
const loader = highs as unknown as typeof highs.default

/** A solver that shares nothing with ours. */
export const load = (): Promise<Highs> => loader()

type Entry = readonly [column: number, value: number]

/** A model by rows: what each may sum up to, at most and at least. */
export interface Rows {
  readonly costs: ReadonlyArray<number>
  readonly upper: ReadonlyArray<number>
  readonly whole: boolean
  readonly rows: ReadonlyArray<{ readonly entries: ReadonlyArray<Entry>; readonly from: number; readonly to: number }>
}

/** The highest sum a solver that shares nothing with ours finds. */
export const maximum = (solver: Highs, { costs, upper, whole, rows }: Rows): number => {
  const starts = [0]
  for (const { entries } of rows) starts.push((starts.at(-1) ?? 0) + entries.length)
  const data: ModelData = {
    numCols: costs.length,
    numRows: rows.length,
    // It minimises when nothing else is said.
    colCost: costs.map((cost) => -cost),
    colLower: costs.map(() => 0),
    colUpper: [...upper],
    rowLower: rows.map((row) => row.from),
    rowUpper: rows.map((row) => row.to),
    matrix: {
      format: "csr",
      numRows: rows.length,
      numCols: costs.length,
      starts,
      indices: rows.flatMap((row) => row.entries.map(([column]) => column)),
      values: rows.flatMap((row) => row.entries.map(([, value]) => value))
    },
    ...(whole ? { integrality: Int32Array.from(costs, () => 1) } : {})
  }
  return solver.withModel((model) => {
    model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.5 })
    model.passModel(data)
    model.run()
    return -model.getObjectiveValue()
  })
}

const most = (entries: ReadonlyArray<Entry>, to: number, from = Number.NEGATIVE_INFINITY) => ({ entries, from, to })

/** The total of an allocation without accepted matches, as a mixed integer program. */
export const allocation = ({ needs, offers, candidates, fairness }: Allocation.Problem): Rows => {
  const byNeed = new Map(needs.map((need) => [need.id, need]))
  // A need that may not be divided takes all of a candidate, or nothing: one unit of its column is all of it.
  const size = candidates.map(({ need }) => {
    const one = byNeed.get(need)
    return one?.divisible === true ? 1 : (one?.quantity ?? 1)
  })
  const matching = (is: (one: Allocation.Candidate) => boolean): ReadonlyArray<Entry> =>
    candidates.flatMap((one, column) => (is(one) ? [[column, size[column] ?? 1] as const] : []))
  return {
    costs: candidates.map(({ need, score }, column) => {
      const one = byNeed.get(need)
      return one === undefined ? 0 : points(one, score, fairness) * (size[column] ?? 1)
    }),
    upper: candidates.map(() => Number.POSITIVE_INFINITY),
    whole: true,
    rows: [
      ...needs.map(({ id, quantity = 1 }) =>
        most(
          matching((one) => one.need === id),
          quantity
        )
      ),
      ...offers.map(({ id, capacity }) =>
        most(
          matching((one) => one.offer === id),
          capacity
        )
      ),
      ...offers.flatMap(({ id, slots = [] }) =>
        slots.map((slot) =>
          most(
            matching((one) => one.offer === id && one.slot === slot.id),
            slot.capacity
          )
        )
      )
    ]
  }
}

/** The reach of a selection as a mixed integer program: projects, then beneficiaries. */
export const selection = ({ projects, choose, weights, quotas = [], budget }: Selection.Problem): Rows => {
  const people = [...new Set(projects.flatMap((one) => one.beneficiaries))]
  const reaching = new Map<string, Array<Entry>>(people.map((one) => [one, []]))
  for (const [column, one] of projects.entries())
    for (const id of new Set(one.beneficiaries)) reaching.get(id)?.push([column, -1])
  const all = (is: (one: Selection.Project) => boolean): ReadonlyArray<Entry> =>
    projects.flatMap((one, column) => (is(one) ? [[column, 1] as const] : []))
  return {
    costs: [...projects.map(() => 0), ...people.map((one) => weights?.get(one) ?? 1)],
    upper: [...projects, ...people].map(() => 1),
    whole: true,
    rows: [
      ...people.map((one, index) => most([...(reaching.get(one) ?? []), [projects.length + index, 1]], 0)),
      most(
        all(() => true),
        choose
      ),
      ...quotas.map(({ cluster, min = 0, max = choose }) =>
        most(
          all((one) => one.cluster === cluster),
          max,
          min
        )
      ),
      most(
        projects.map((one, column) => [column, one.cost ?? 0] as const),
        budget ?? Number.POSITIVE_INFINITY
      )
    ]
  }
}
