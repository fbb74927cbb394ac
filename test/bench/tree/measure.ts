import { setFlagsFromString } from "node:v8"
import { runInNewContext } from "node:vm"

/** Microseconds of processor time an operation takes in every round. */
export type Rounds = ReadonlyArray<number>

/** One way of doing the same work; gives a sum that all ways must agree on. */
export interface Way {
  readonly name: string
  readonly run: () => number
}

export const median = (rounds: Rounds): number => {
  const sorted = rounds.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** How many times as long the first takes as the second: the median over rounds, in which both had the same machine. */
export const ratio = (a: Rounds, b: Rounds): number =>
  median(a.slice(0, b.length).map((time, round) => time / (b[round] as number)))

// Processor time of all threads, collecting memory included: other processes on the same cores do not count.
const processorMillis = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

const pass = ({ name, run }: Way, expected: number): number => {
  const begin = processorMillis()
  const sum = run()
  const took = processorMillis() - begin
  if (sum !== expected) throw new Error(`${name} answers ${sum}, not ${expected}`)
  return took
}

// Repeats quick work for 15 ms, so that the clock is fine enough.
const timed = (way: Way, expected: number): number => {
  let passes = 0
  let spent = 0
  while (spent < 15) {
    spent += pass(way, expected)
    passes++
  }
  return spent / passes
}

/**
 * Does the same work in several ways by turns and stops when two disagree.
 *
 * Shape: microseconds of processor time an operation, for every way and round. A first pass of each warms it up and is not counted; a way
 * that is slow does fewer rounds.
 */
export const compare = (
  operations: number,
  ways: ReadonlyArray<Way>,
  most: { readonly rounds: number; readonly seconds: number }
): ReadonlyMap<string, Rounds> => {
  const expected = ways[0]?.run() ?? 0
  const slow = new Map<string, number>()
  for (const way of ways) {
    const warm = pass(way, expected)
    slow.set(way.name, Math.max(1, Math.floor((most.seconds * 1000) / Math.max(warm, 15))))
  }
  const rounds = new Map<string, Array<number>>(ways.map(({ name }) => [name, []]))
  for (let round = 0; round < most.rounds; round++) {
    for (const way of ways) {
      if (round >= (slow.get(way.name) ?? 0)) continue
      rounds.get(way.name)?.push((timed(way, expected) * 1000) / operations)
    }
  }
  return rounds
}

/** Milliseconds of processor time a piece of work takes, with what it made. */
export const clock = <A>(work: () => A): readonly [result: A, millis: number] => {
  const begin = processorMillis()
  const result = work()
  return [result, processorMillis() - begin]
}

const collect = (): void => {
  setFlagsFromString("--expose-gc")
  const gc: unknown = runInNewContext("gc")
  // Once more for what only the first round let go.
  if (typeof gc === "function") for (let time = 0; time < 2; time++) gc()
}

const inUse = (): number => {
  collect()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

/** Bytes that stay in use for what a piece of work makes. */
export const retained = <A>(work: () => A): readonly [result: A, bytes: number] => {
  const before = inUse()
  const result = work()
  return [result, inUse() - before]
}
