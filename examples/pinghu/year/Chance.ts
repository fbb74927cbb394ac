/** A stream of numbers that looks like chance and is the same every time. Shape: begun from a seed. */
export interface Chance {
  /** From 0 up to, but not including, 1. */
  readonly next: () => number
  /** A whole number, both ends included. */
  readonly whole: (from: number, to: number) => number
  /** One of a list. */
  readonly pick: <A>(all: readonly [A, ...ReadonlyArray<A>]) => A
  /** Whether something happens that does in this share of cases. */
  readonly happens: (share: number) => boolean
  /** One of several, the heavier the more often. */
  readonly weighted: <A>(all: readonly [readonly [A, number], ...ReadonlyArray<readonly [A, number]>]) => A
}

/** Begins a stream (mulberry32, a generator of the public domain). */
export const of = (seed: number): Chance => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    whole,
    pick: (all) => all[whole(0, all.length - 1)] ?? all[0],
    happens: (share) => next() < share,
    weighted: (all) => {
      let left = next() * all.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [one, weight] of all) {
        if (left < weight) return one
        left -= weight
      }
      return all[0][0]
    }
  }
}
