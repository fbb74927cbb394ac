import * as Periods from "./Periods.ts"
import { type Chosen, dateOf, each } from "./Scope.ts"
import type { Store } from "./Store.ts"

/** How many came into a stage and left it in a period. */
export interface Flow {
  readonly definition: "dwell/velocity"
  readonly stage: string
  readonly from: number
  readonly until: number
  readonly entered: number
  readonly left: number
  readonly population: number
  readonly asOf: number | undefined
}

export const count = (store: Store, chosen: Chosen, periods: Periods.Periods): ReadonlyArray<Flow> => {
  const { stage, at } = store.steps
  const { ids } = store.table
  const all = ids.length
  const entered = new Float64Array((periods.boundaries.length - 1) * all)
  const left = new Float64Array(entered.length)
  each(store, chosen, (_, start, known) => {
    for (let step = start; step < start + known; step++) {
      const period = Periods.find(periods, at[step] as number)
      if (period < 0) continue
      const place = period * all + (stage[step] as number)
      entered[place] = (entered[place] as number) + 1
      if (step === start) continue
      const before = period * all + (stage[step - 1] as number)
      left[before] = (left[before] as number) + 1
    }
  })
  return [...periods.boundaries.subarray(1)].flatMap((until, period) =>
    ids.map((id, number) => ({
      definition: "dwell/velocity" as const,
      stage: id,
      from: periods.boundaries[period] as number,
      until,
      entered: entered[period * all + number] as number,
      left: left[period * all + number] as number,
      population: chosen.population,
      asOf: dateOf(chosen)
    }))
  )
}
