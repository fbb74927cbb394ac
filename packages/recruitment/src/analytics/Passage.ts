import { type Chosen, each } from "./Scope.ts"
import type { Store } from "./Store.ts"

/** Where those are who left a stage without reaching another. */
export interface Left {
  readonly stage: string
  readonly terminal: boolean
  readonly count: number
}

/** What became of those of one code who entered a stage. */
export interface Passed {
  readonly code: number | undefined
  readonly population: number
  readonly entered: number
  readonly reached: number
  readonly still: number
  readonly left: ReadonlyArray<Left>
}

interface Tally {
  population: number
  entered: number
  reached: number
  still: number
  readonly at: Float64Array
}

const begin = (stages: number): Tally => ({
  population: 0,
  entered: 0,
  reached: 0,
  still: 0,
  at: new Float64Array(stages)
})

const passed = ({ ids, terminal }: Store["table"], code: number, { at, ...tally }: Tally): Passed => ({
  ...tally,
  code: code === 0 ? undefined : code - 1,
  left: ids.flatMap((stage, number): ReadonlyArray<Left> => {
    const count = at[number] as number
    return count === 0 ? [] : [{ stage, terminal: terminal[number] === true, count }]
  })
})

/** Counts what became of everybody who entered a stage; with codes, for each that somebody chosen has. */
export const count = (
  store: Store,
  chosen: Chosen,
  [source, target]: readonly [source: number, target: number],
  codes: Uint16Array | undefined
): ReadonlyArray<Passed> => {
  const { stage } = store.steps
  const stages = store.table.ids.length
  const tallies: Array<Tally | undefined> = codes === undefined ? [begin(stages)] : []
  each(store, chosen, (row, start, known) => {
    const code = codes === undefined ? 0 : (codes[row] as number)
    const tally = tallies[code] ?? begin(stages)
    tallies[code] = tally
    tally.population++
    const end = start + known
    let step = start
    while (step < end && stage[step] !== source) step++
    if (step === end) return
    tally.entered++
    step++
    while (step < end && stage[step] !== target) step++
    const last = stage[end - 1] as number
    if (step < end) tally.reached++
    else if (last === source) tally.still++
    else tally.at[last] = (tally.at[last] as number) + 1
  })
  return tallies.flatMap((tally, code) => (tally === undefined ? [] : [passed(store.table, code, tally)]))
}
