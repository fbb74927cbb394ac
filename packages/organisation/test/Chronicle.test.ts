import { describe, expect, it } from "vitest"
import * as Chronicle from "../src/Chronicle.ts"
import * as Forest from "../src/Forest.ts"
import { ForestDefect } from "../src/ForestDefect.ts"
import * as ForestSums from "../src/ForestSums.ts"

// Small whole numbers that look random and are the same every time.
const numbers = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

// Everyone stands where they stand from day 0 on.
const still = (parents: Int32Array): Chronicle.ChronicleColumns<Int32Array> => ({
  offsets: new Int32Array(parents.length + 1).map((_, node) => node),
  from: new Int32Array(parents.length),
  values: parents
})

const chain = (count: number): Int32Array => new Int32Array(count).map((_, node) => node - 1)

const ones = (count: number): Float64Array => new Float64Array(count).fill(1)

describe("Chronicle", () => {
  // A street 0 with two committees 1 and 2; building 3 changes committee on day 100, opens on day 10, closes on day 200.
  const parents = {
    offsets: Int32Array.of(0, 1, 2, 3, 6),
    from: Int32Array.of(0, 0, 0, 10, 100, 200),
    values: Int32Array.of(-1, 0, 0, 1, 2, -2)
  }
  const people = { offsets: Int32Array.of(0, 0, 0, 0, 2), from: Int32Array.of(0, 150), values: Float64Array.of(40, 50) }

  it("R1-4 tells under whom a building stood, and what was counted there, on any day", () => {
    const street = Chronicle.compile({ parents, figures: { people } })
    const parentsOf3 = [-1, 9, 10, 99, 100, 199, 200].map((day) => Chronicle.parentOn(street, 3, day))
    expect(parentsOf3).toEqual([-2, -2, 1, 1, 2, 2, -2])
    const countedAt = (node: number) =>
      [9, 10, 100, 150, 200].map((day) => Chronicle.rollUpOn(street, "people", node, day))
    expect(countedAt(0)).toEqual([0, 40, 40, 50, 0])
    expect(countedAt(1)).toEqual([0, 40, 0, 0, 0])
    expect(countedAt(2)).toEqual([0, 0, 40, 50, 0])
    expect(Chronicle.isAboveOn(street, 2, 3, 99)).toBe(false)
    expect(Chronicle.isAboveOn(street, 2, 3, 100)).toBe(true)
    expect([...Forest.descendants(Chronicle.forestOn(street, 100), 2)]).toEqual([3])
  })

  it("R1-4 lets two nodes swap places on one day, which no order of single moves could", () => {
    const swap = {
      offsets: Int32Array.of(0, 2, 4, 5),
      from: Int32Array.of(0, 5, 0, 5, 0),
      values: Int32Array.of(-1, 1, 0, -1, 1)
    }
    const pair = Chronicle.compile({ parents: swap, figures: { nodes: ones(3) } })
    expect(Chronicle.ancestorsOn(pair, 2, 4)).toEqual([1, 0])
    expect(Chronicle.ancestorsOn(pair, 0, 5)).toEqual([1])
    expect([0, 1].map((node) => Chronicle.rollUpOn(pair, "nodes", node, 5))).toEqual([1, 3])
  })

  it("P-11 names the rule, the node and the day when a history is broken", () => {
    const defect = (run: () => unknown): unknown => {
      try {
        return run()
      } catch (error) {
        return error instanceof ForestDefect ? [error.invariant, error.node, error.day] : error
      }
    }
    const compile = (offsets: Array<number>, from: Array<number>, values: Array<number>) => () =>
      Chronicle.compile({
        parents: { offsets: Int32Array.from(offsets), from: Int32Array.from(from), values: Int32Array.from(values) },
        figures: { nodes: ones(offsets.length - 1) }
      })
    expect(defect(compile([0, 2, 3], [0, 5, 0], [-1, 1, 0]))).toEqual(["acyclic", 0, 5])
    expect(defect(compile([0, 2, 3], [0, 5, 0], [-1, -2, 0]))).toEqual(["parentAlive", 0, 5])
    expect(defect(compile([0, 1, 3], [5, 5, 9], [-1, -1, 7]))).toEqual(["parentKnown", 1, 9])
    expect(defect(compile([0, 2], [5, 5], [-1, -2]))).toEqual(["historyInOrder", 0, 5])
    expect(defect(compile([0, 2, 1], [5, 6], [-1, -1]))).toEqual(["historyInOrder", 1, undefined])
    const street = Chronicle.compile({ parents, figures: { people } })
    const place = (node: number, from: number, to: number, parent: number) => () =>
      Chronicle.place(street, { node, from, to, parent })
    expect(defect(place(3, 20, 20, 0))).toEqual(["periodForward", 3, 20])
    expect(defect(place(1, 50, 120, 3))).toEqual(["acyclic", 1, 50])
    // From day 100 to 199 node 3 stands beside node 1, so there the same parent is no circle.
    expect(Chronicle.ancestorsOn(place(1, 120, 190, 3)(), 1, 150)).toEqual([3, 2, 0])
    expect(defect(place(1, 120, 300, 3))).toEqual(["parentAlive", 1, 200])
    expect(defect(place(1, 0, 9, 4))).toEqual(["parentKnown", 1, 0])
    expect(defect(place(-1, 0, 9, 0))).toEqual(["idKnown", -1, undefined])
  })

  it("R1-4 is not touched by later writes to the arrays it was compiled from", () => {
    const values = parents.values.slice()
    const from = people.from.slice()
    const street = Chronicle.compile({ parents: { ...parents, values }, figures: { people: { ...people, from } } })
    values.fill(-1)
    from.fill(9999)
    expect(Chronicle.ancestorsOn(street, 3, 100)).toEqual([2, 0])
    expect(Chronicle.rollUpOn(street, "people", 0, 150)).toBe(50)
  })

  it("R1-14 takes thousands of changes at any time as if compiled with them, and leaves the first as it was", () => {
    const count = 4_000
    const days = 400
    const next = numbers(3)
    const original = new Int32Array(count).map((_, node) => (node === 0 ? -1 : next(node)))
    const weights = ones(count)
    const first = Chronicle.compile({ parents: still(original), figures: { nodes: weights } })
    const truth = Array.from({ length: days }, () => original.slice())
    let chronicle = first
    for (let step = 0; step < 3_000; step++) {
      const node = 1 + next(count - 1)
      const from = next(days)
      const to = step % 3 === 0 ? days : from + 1 + next(days - from)
      const parent = next(node)
      chronicle = Chronicle.place(chronicle, to === days ? { node, from, parent } : { node, from, to, parent })
      for (let day = from; day < to; day++) (truth[day] as Int32Array)[node] = parent
      expect(chronicle.parents.later.size).toBeLessThanOrEqual(1024)
      expect(chronicle.figures.nodes.totals?.later.size).toBeLessThanOrEqual(1024)
    }
    for (const day of [0, 1, 57, 200, days - 1]) {
      const forest = Forest.compile(truth[day] as Int32Array)
      const sums = ForestSums.compile(forest, weights)
      expect(Forest.parents(Chronicle.forestOn(chronicle, day))).toEqual(truth[day])
      for (let node = 0; node < count; node += 3) {
        expect(Chronicle.rollUpOn(chronicle, "nodes", node, day)).toBe(ForestSums.at(sums, node))
      }
      expect(Forest.parents(Chronicle.forestOn(first, day))).toEqual(original)
    }
    expect(Chronicle.rollUpOn(first, "nodes", 0, 200)).toBe(count)
    expect(first.parents.later.size).toBe(0)
  })

  it("R1-4 keeps no history of sums in a chain that moves all the time, but still answers, in bounded memory", () => {
    const count = 20_000
    const days = 400
    // Every day the same low node changes between two places near the top: a change for half the chain each time.
    const mover = count / 2
    const { offsets, from, values } = still(chain(count))
    const moves = Int32Array.from({ length: days }, (_, day) => day + 1)
    const parents = {
      offsets: offsets.map((offset, node) => (node > mover ? offset + days : offset)),
      from: Int32Array.of(...from.subarray(0, mover + 1), ...moves, ...from.subarray(mover + 1)),
      values: Int32Array.of(
        ...values.subarray(0, mover + 1),
        ...moves.map((day) => (day % 2 === 0 ? mover - 1 : 0)),
        ...values.subarray(mover + 1)
      )
    }
    const deep = Chronicle.compile({ parents, figures: { nodes: ones(count) } })
    expect(deep.figures.nodes.totals).toBeUndefined()
    for (let day = 0; day <= 20; day++) {
      const aside = day % 2 === 1
      expect(Chronicle.rollUpOn(deep, "nodes", 1, day)).toBe(aside ? mover - 1 : count - 1)
      expect(Chronicle.rollUpOn(deep, "nodes", mover, day)).toBe(count - mover)
      expect(deep.figures.nodes.recent.size).toBeLessThanOrEqual(4)
    }
    expect(Chronicle.ancestorsOn(deep, count - 1, 1).length).toBe(count - mover)
  })

  it("R1-4 compiles, asks and changes a chain of a million without running out of stack", () => {
    const count = 1_000_000
    const deep = Chronicle.compile({ parents: still(chain(count)), figures: { nodes: ones(count) } })
    expect(Chronicle.rollUpOn(deep, "nodes", 1, 7)).toBe(count - 1)
    expect(Chronicle.ancestorsOn(deep, count - 1, 7).length).toBe(count - 1)
    const half = count / 2
    const changed = Chronicle.place(deep, { node: half, from: 8, parent: 0 })
    expect([7, 8].map((day) => Chronicle.rollUpOn(changed, "nodes", 1, day))).toEqual([count - 1, half - 1])
    expect(Chronicle.rollUpOn(deep, "nodes", 1, 8)).toBe(count - 1)
  })
})
