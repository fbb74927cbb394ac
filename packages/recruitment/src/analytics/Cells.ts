import * as Result from "effect/Result"
import type { BoundariesRejected, ColumnUnknown } from "../AnalyticsError.ts"
import * as Periods from "./Periods.ts"
import { type Chosen, column, known } from "./Scope.ts"
import { rows, type Store } from "./Store.ts"

/** Those who entered in a period and have a code. */
export interface Cell {
  /** The number of the period, from 0. */
  readonly period: number
  readonly from: number | undefined
  readonly code: number | undefined
  readonly entered: number
  /** Who reached the stage in time, also those whose time is not over. */
  readonly reached: number
  /** Whose time is over. */
  readonly mature: number
  readonly reachedMature: number
}

export const empty: Cell = {
  period: 0,
  from: undefined,
  code: undefined,
  entered: 0,
  reached: 0,
  mature: 0,
  reachedMature: 0
}

/** What is counted: by default all in one cell. */
export interface Asked {
  readonly source: number | undefined
  readonly target: number
  readonly within: number
  readonly periods?: Periods.Periods
  readonly codes?: Uint16Array
}

export const groups = (
  store: Store,
  asked: { readonly boundaries: ReadonlyArray<number>; readonly column?: string }
): Result.Result<Pick<Asked, "periods" | "codes">, BoundariesRejected | ColumnUnknown> =>
  Result.gen(function* () {
    const periods = yield* Periods.make(asked.boundaries)
    return asked.column === undefined ? { periods } : { periods, codes: yield* column(store, asked.column) }
  })

const mostOf = (codes: Uint16Array | undefined, all: number): number => {
  let most = 0
  if (codes !== undefined) for (let row = 0; row < all; row++) most = Math.max(most, codes[row] as number)
  return most
}

/** The first step into a stage from one on, or the end. */
const firstOf = (stage: Uint8Array, wanted: number, from: number, end: number): number => {
  let step = from
  while (step < end && stage[step] !== wanted) step++
  return step
}

export const count = (store: Store, chosen: Chosen, asked: Asked): ReadonlyArray<Cell> => {
  const { start, length, began, ever, words } = store
  const { stage, at } = store.steps
  const { members, asOf, complete } = chosen
  const { source, target, within, periods, codes } = asked
  const all = rows(store)
  const width = mostOf(codes, all) + 1
  const [word, bit] = [target >>> 5, 1 << (target & 31)]
  // Four numbers a cell: entered, reached, mature, reached of the mature.
  const sums = new Float64Array((periods === undefined ? 1 : periods.boundaries.length - 1) * width * 4)
  for (let row = 0; row < all; row++) {
    if (members !== undefined && members[row] !== 1) continue
    const block = start[row] as number
    let first = block
    let begins = began[row] as number
    if (source !== undefined) {
      const end = block + known(store, chosen, row)
      first = firstOf(stage, source, block, end)
      if (first === end) continue
      begins = at[first++] as number
    }
    const period = periods === undefined ? 0 : Periods.find(periods, begins)
    if (period < 0) continue
    const place = (period * width + (codes === undefined ? 0 : (codes[row] as number))) * 4
    const mature = begins + within <= asOf ? 1 : 0
    sums[place] = (sums[place] as number) + 1
    sums[place + 2] = (sums[place + 2] as number) + mature
    // Whoever never was there needs no look at a step.
    if (((ever[row * words + word] as number) & bit) === 0) continue
    const end = block + (complete ? (length[row] as number) : known(store, chosen, row))
    const there = firstOf(stage, target, first, end)
    if (there === end || (at[there] as number) - begins > within) continue
    sums[place + 1] = (sums[place + 1] as number) + 1
    sums[place + 3] = (sums[place + 3] as number) + mature
  }
  return cells(sums, width, periods)
}

const cells = (sums: Float64Array, width: number, periods: Periods.Periods | undefined): ReadonlyArray<Cell> => {
  const made: Array<Cell> = []
  for (let cell = 0; cell < sums.length / 4; cell++) {
    const [entered = 0, reached = 0, mature = 0, reachedMature = 0] = sums.subarray(cell * 4, cell * 4 + 4)
    if (entered === 0) continue
    const period = Math.floor(cell / width)
    const code = cell % width === 0 ? undefined : (cell % width) - 1
    made.push({ period, from: periods?.boundaries[period], code, entered, reached, mature, reachedMature })
  }
  return made
}
