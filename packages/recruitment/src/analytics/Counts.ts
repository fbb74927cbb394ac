import * as Result from "effect/Result"
import { type Chosen, choose, dateOf, each, type Scope, type ScopeError } from "./Scope.ts"
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

const counted = (store: Store, chosen: Chosen, { now, reached }: Tally): Counts => ({
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
