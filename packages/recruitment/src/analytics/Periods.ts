import * as Result from "effect/Result"
import { BoundariesRejected } from "../AnalyticsError.ts"

/** Periods that follow one another, and a way to find the one a time lies in without searching. */
export interface Periods {
  readonly boundaries: Float64Array
  /** For equal parts of the whole, the period in which the part begins. */
  readonly guess: Int32Array
  readonly perUnit: number
}

export const make = (boundaries: ReadonlyArray<number>): Result.Result<Periods, BoundariesRejected> => {
  const ascends = boundaries.every(
    (at, index) => Number.isSafeInteger(at) && (index === 0 || at > (boundaries[index - 1] as number))
  )
  const first = boundaries[0]
  const end = boundaries.at(-1)
  if (!ascends || boundaries.length < 2 || first === undefined || end === undefined) {
    return Result.fail(new BoundariesRejected({ boundaries: boundaries.length }))
  }
  const parts = Math.max(256, boundaries.length * 8)
  const perPart = (end - first) / parts
  const guess = new Int32Array(parts + 1)
  let period = 0
  for (let part = 0; part <= parts; part++) {
    while (period < boundaries.length - 2 && (boundaries[period + 1] as number) <= first + part * perPart) period++
    guess[part] = period
  }
  return Result.succeed({ boundaries: Float64Array.from(boundaries), guess, perUnit: 1 / perPart })
}

/** The number of the period a time lies in, or -1. */
export const find = ({ boundaries, guess, perUnit }: Periods, at: number): number => {
  const first = boundaries[0] as number
  if (at < first || at >= (boundaries[boundaries.length - 1] as number)) return -1
  let period = guess[((at - first) * perUnit) | 0] as number
  // A part may begin before the period guessed for it does, and go on after.
  while (at < (boundaries[period] as number)) period--
  while (at >= (boundaries[period + 1] as number)) period++
  return period
}
