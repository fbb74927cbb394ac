import * as Numbers from "./Numbers.ts"

/**
 * Durations, for their exact number, mean and percentiles.
 *
 * Short ones are counted by value, long ones are kept: days need next to no memory and no sorting, milliseconds eight
 * bytes each.
 */
export interface Durations {
  counted: Uint32Array
  readonly long: Numbers.Numbers
}

/** Durations from here on are long. */
const bound = 16_384

export const make = (): Durations => ({ counted: new Uint32Array(512), long: Numbers.make() })

export const add = (durations: Durations, duration: number): void => {
  if (duration < durations.counted.length) {
    durations.counted[duration] = (durations.counted[duration] as number) + 1
  } else if (duration < bound) {
    const grown = new Uint32Array(Math.min(bound, 2 ** Math.ceil(Math.log2(duration + 1))))
    grown.set(durations.counted)
    durations.counted = grown
    add(durations, duration)
  } else Numbers.push(durations.long, duration)
}

const short = ({ counted }: Durations): number => counted.reduce((sum, count) => sum + count, 0)

export const size = (durations: Durations): number => short(durations) + durations.long.length

// Two sums of whole numbers, so that no sum loses a digit and the order in which they came does not matter.
const half = 2 ** 26

/** The mean; `undefined` of none. */
export const mean = (durations: Durations): number | undefined => {
  const all = size(durations)
  if (all === 0) return undefined
  let high = 0
  let low = 0
  durations.counted.forEach((count, duration) => {
    low += count * duration
  })
  const { values, length } = durations.long
  for (let index = 0; index < length; index++) {
    const value = values[index] as number
    const upper = Math.floor(value / half)
    high += upper
    low += value - upper * half
  }
  return (high * half + low) / all
}

/** The nearest-rank percentile, a duration that there is; `undefined` of none. */
export const percentile = (durations: Durations, percent: number): number | undefined => {
  const counted = short(durations)
  const all = counted + durations.long.length
  if (all === 0) return undefined
  let rank = Math.max(1, Math.ceil((percent * all) / 100))
  if (rank > counted) return Numbers.nth(durations.long, rank - counted - 1)
  let duration = -1
  while (rank > 0) rank -= durations.counted[++duration] as number
  return duration
}
