import { type Chosen, each } from "./Scope.ts"
import type { Store } from "./Store.ts"

/** Where those are who left a stage without reaching another. */
export interface Left {
  readonly stage: string
  readonly terminal: boolean
  readonly count: number
}

/** Counts what became of everybody who entered a stage. */
export const count = (store: Store, chosen: Chosen, source: number, target: number) => {
  const { stage } = store.steps
  const { ids, terminal } = store.table
  const at = new Float64Array(ids.length)
  let entered = 0
  let reached = 0
  let still = 0
  each(store, chosen, (_, start, known) => {
    const end = start + known
    let step = start
    while (step < end && stage[step] !== source) step++
    if (step === end) return
    entered++
    step++
    while (step < end && stage[step] !== target) step++
    const last = stage[end - 1] as number
    if (step < end) reached++
    else if (last === source) still++
    else at[last] = (at[last] as number) + 1
  })
  const left = ids.flatMap((id, number): ReadonlyArray<Left> => {
    const there = at[number] as number
    return there === 0 ? [] : [{ stage: id, terminal: terminal[number] === true, count: there }]
  })
  return { entered, reached, still, left }
}
