import * as fc from "fast-check"
import type { ChronicleColumns, Histories } from "../src/Chronicle.ts"
import * as Oracle from "./ForestOracle.ts"

/** The plain truth: the parents and weights of every node on each of a few days; before the first, nobody is alive. */
export interface Days {
  readonly first: number
  readonly parents: ReadonlyArray<Oracle.Parents>
  readonly weights: ReadonlyArray<ReadonlyArray<number>>
}

const last = <A>(values: ReadonlyArray<A>): A => values[values.length - 1] as A

export const parentsOn = (days: Days, day: number): Oracle.Parents =>
  day < days.first ? last(days.parents).map(() => -2) : (days.parents[day - days.first] ?? last(days.parents))

export const weightsOn = (days: Days, day: number): ReadonlyArray<number> =>
  day < days.first ? last(days.weights).map(() => 0) : (days.weights[day - days.first] ?? last(days.weights))

const columns = (count: number, first: number, rows: ReadonlyArray<ReadonlyArray<number>>, initial: number) => {
  const offsets = [0]
  const from: Array<number> = []
  const values: Array<number> = []
  for (let node = 0; node < count; node++) {
    let before = initial
    for (const [index, row] of rows.entries()) {
      const value = row[node] ?? initial
      if (value !== before) {
        from.push(first + index)
        values.push(value)
      }
      before = value
    }
    offsets.push(from.length)
  }
  return { offsets: Int32Array.from(offsets), from: Int32Array.from(from), values }
}

const parentColumns = (days: Days): ChronicleColumns<Int32Array> => {
  const found = columns(last(days.parents).length, days.first, days.parents, -2)
  return { ...found, values: Int32Array.from(found.values) }
}

const weightColumns = (days: Days): ChronicleColumns<Float64Array> => {
  const found = columns(last(days.parents).length, days.first, days.weights, 0)
  return { ...found, values: Float64Array.from(found.values) }
}

/** The same as histories of two figures: `weight`, which changes, and `always`, which does not. */
export const histories = (days: Days, always: ReadonlyArray<number>): Histories<"weight" | "always"> => ({
  parents: parentColumns(days),
  figures: { weight: weightColumns(days), always: Float64Array.from(always) }
})

// A day repeats some nodes of the day before, if that leaves a forest; else it is a forest of its own.
const repeat = (before: Oracle.Parents, fresh: Oracle.Parents, keep: ReadonlyArray<boolean>): Oracle.Parents => {
  const mixed = fresh.map((parent, node) => (keep[node] === true ? (before[node] ?? parent) : parent))
  const reaches = (node: number): boolean => {
    let at = node
    for (let step = 0; step <= mixed.length && at >= 0; step++) at = Oracle.parentOf(mixed, at)
    return at === -1
  }
  return mixed.every((parent, node) => parent === -2 || reaches(node)) ? mixed : fresh
}

/** Days on which any number of nodes come, go, move and swap places at once. */
export const days: fc.Arbitrary<Days> = fc
  .tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 7 }), fc.constantFrom(-40_000, -3, 0, 20_000))
  .chain(([count, length, first]) => {
    const day = fc.tuple(Oracle.forestOf(count), fc.array(fc.boolean(), { minLength: count, maxLength: count }))
    return fc
      .tuple(
        fc.array(day, { minLength: length, maxLength: length }),
        fc.array(Oracle.weights(count), { minLength: length, maxLength: length })
      )
      .map(([forests, weights]) => {
        const parents: Array<Oracle.Parents> = []
        for (const [fresh, keep] of forests) parents.push(repeat(parents.at(-1) ?? fresh, fresh, keep))
        return { first, parents, weights }
      })
  })
