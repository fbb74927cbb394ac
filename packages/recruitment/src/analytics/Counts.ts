import * as Result from "effect/Result"
import { type Chosen, choose, column, dateOf, each, type Scope, type ScopeError } from "./Scope.ts"
import type { Store } from "./Store.ts"

/** A stage, how many are in it, and how many ever were. */
export interface StageCount {
  readonly stage: string
  readonly now: number
  readonly ever: number
}

/** Stages in their order. */
export interface Counts {
  readonly definition: "journeys/counts"
  readonly stages: ReadonlyArray<StageCount>
  readonly population: number
  readonly asOf: number | undefined
}

/** How often a move was made; without `from`, how many journeys began there. */
export interface MoveCount {
  readonly from?: string
  readonly to: string
  readonly count: number
}

interface Tally {
  readonly now: Float64Array
  readonly reached: Float64Array
  readonly moved: Float64Array
}

const bump = (into: Float64Array, at: number): void => {
  into[at] = (into[at] as number) + 1
}

/** Counts from the steps alone, using nothing that was counted while they came. */
export const scan = (store: Store, chosen: Chosen): Tally => {
  const count = store.table.ids.length
  const { stage } = store.steps
  const now = new Float64Array(count)
  const reached = new Float64Array(count)
  const moved = new Float64Array((count + 1) * count)
  const last = new Int32Array(count).fill(-1)
  each(store, chosen, (row, start, known) => {
    let before = count
    for (let at = start; at < start + known; at++) {
      const current = stage[at] as number
      bump(moved, before * count + current)
      if (last[current] !== row) {
        last[current] = row
        bump(reached, current)
      }
      before = current
    }
    bump(now, before)
  })
  return { now, reached, moved }
}

// Everybody's steps were counted while they came.
const tally = (store: Store, chosen: Chosen): Tally =>
  chosen.complete && chosen.members === undefined ? store : scan(store, chosen)

const counted = (store: Store, chosen: Chosen, { now, reached }: Pick<Tally, "now" | "reached">): Counts => ({
  definition: "journeys/counts",
  stages: store.table.ids.map((stage, number) => ({
    stage,
    now: now[number] as number,
    ever: reached[number] as number
  })),
  population: chosen.population,
  asOf: dateOf(chosen)
})

export const counts = (store: Store, scope: Scope): Result.Result<Counts, ScopeError> =>
  Result.map(choose(store, scope), (chosen) => counted(store, chosen, tally(store, chosen)))

export const recount = (store: Store, scope: Scope): Result.Result<Counts, ScopeError> =>
  Result.map(choose(store, scope), (chosen) => counted(store, chosen, scan(store, chosen)))

/** Moves by number: from (the last line: from nowhere) times to. */
export const matrix = (store: Store, chosen: Chosen): Float64Array => tally(store, chosen).moved

export const moves = (store: Store, scope: Scope): Result.Result<ReadonlyArray<MoveCount>, ScopeError> =>
  Result.map(choose(store, scope), (chosen) => {
    const { ids } = store.table
    const all = matrix(store, chosen)
    return [...ids, undefined].flatMap((from, line) =>
      ids.flatMap((to, target) => {
        const count = all[line * ids.length + target] as number
        return count === 0 ? [] : [{ ...(from === undefined ? {} : { from }), to, count }]
      })
    )
  })

/** Stages in their order, of those who have a code. */
export interface CodeCounts extends Counts {
  /** Absent for those not tagged. */
  readonly code: number | undefined
}

// A line of stages for every code: a pass for each code would be a pass too many.
export const by = (store: Store, scope: Scope, name: string): Result.Result<ReadonlyArray<CodeCounts>, ScopeError> =>
  Result.gen(function* () {
    const chosen = yield* choose(store, scope)
    const codes = yield* column(store, name)
    const stages = store.table.ids.length
    const groups: Array<
      { population: number; readonly now: Float64Array; readonly reached: Float64Array } | undefined
    > = []
    const last = new Int32Array(stages).fill(-1)
    each(store, chosen, (row, start, known) => {
      const code = codes[row] as number
      const group = groups[code] ?? { population: 0, now: new Float64Array(stages), reached: new Float64Array(stages) }
      groups[code] = group
      group.population++
      for (let at = start; at < start + known; at++) {
        const current = store.steps.stage[at] as number
        if (last[current] !== row) bump(group.reached, current)
        last[current] = row
      }
      bump(group.now, store.steps.stage[start + known - 1] as number)
    })
    return groups.flatMap((group, code) =>
      group === undefined
        ? []
        : [
            {
              ...counted(store, { ...chosen, population: group.population }, group),
              code: code === 0 ? undefined : code - 1
            }
          ]
    )
  })
