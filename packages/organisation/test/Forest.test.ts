import { describe, expect, it } from "vitest"
import * as Forest from "../src/Forest.ts"
import { ForestDefect } from "../src/ForestDefect.ts"
import * as ForestSums from "../src/ForestSums.ts"

const chain = (count: number): Int32Array => new Int32Array(count).map((_, node) => node - 1)

const star = (count: number): Int32Array => new Int32Array(count).map((_, node) => (node === 0 ? -1 : 0))

// Small whole numbers that look random and are the same every time.
const numbers = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const randomParents = (count: number, next: (below: number) => number): Int32Array =>
  new Int32Array(count).map((_, node) => (node === 0 ? -1 : next(node)))

describe("Forest", () => {
  it("P-11 puts a street, its committee and its branches in order", () => {
    // street 0; committees 1 and 4; branches 3 and 2 under 1; 5 was dissolved.
    const forest = Forest.compile(Int32Array.of(-1, 0, 1, 1, 0, -2))
    expect(Forest.roots(forest)).toEqual([0])
    expect([...Forest.subtree(forest, 0)]).toEqual([0, 1, 2, 3, 4])
    expect([...Forest.descendants(forest, 1)]).toEqual([2, 3])
    expect(Forest.levelCounts(forest)).toEqual([1, 2, 2])
    expect(Forest.pathBetween(forest, 2, 4)).toEqual([2, 1, 0, 4])
    expect(Forest.isAlive(forest, 5)).toBe(false)
  })

  it("P-11 is not touched by later writes to the array it was compiled from", () => {
    const parents = Int32Array.of(-1, 0, 1)
    const forest = Forest.compile(parents)
    parents[2] = 0
    expect(Forest.ancestors(forest, 2)).toEqual([1, 0])
  })

  it("P-11 names the rule and a node on the circle when the input is broken", () => {
    const defect = (parents: ReadonlyArray<number>): unknown => {
      try {
        return Forest.compile(Int32Array.from(parents))
      } catch (error) {
        return error
      }
    }
    // 4 hangs below the circle of 1, 2 and 3; it is not on it.
    const circle = defect([-1, 3, 1, 2, 1])
    expect(circle).toBeInstanceOf(ForestDefect)
    expect(circle).toMatchObject({ invariant: "acyclic" })
    expect([1, 2, 3]).toContain(circle instanceof ForestDefect ? circle.node : undefined)
    expect(defect([0])).toMatchObject({ invariant: "acyclic", node: 0 })
    expect(defect([-1, 2])).toMatchObject({ invariant: "parentKnown", node: 1 })
    expect(defect([-1, -3])).toMatchObject({ invariant: "parentKnown", node: 1 })
    expect(defect([-2, 0])).toMatchObject({ invariant: "parentAlive", node: 1 })
    expect(String(circle)).toContain("no node stands above itself")
  })

  it("R1-13 compiles and answers a chain of a million without running out of stack", () => {
    const count = 1_000_000
    const forest = Forest.compile(chain(count))
    const sums = ForestSums.compile(forest, new Float64Array(count).fill(1))
    expect(Forest.depth(forest, count - 1)).toBe(count - 1)
    expect(Forest.ancestors(forest, count - 1).length).toBe(count - 1)
    expect(Forest.isAbove(forest, 0, count - 1)).toBe(true)
    expect(Forest.isAbove(forest, count - 1, 0)).toBe(false)
    expect(Forest.commonAncestor(forest, count - 1, 12)).toBe(12)
    expect(Forest.levelCounts(forest).length).toBe(count)
    expect(ForestSums.at(sums, 1)).toBe(count - 1)
  })

  it("R1-14 moves the lower half of a long chain to the top, with its sums", () => {
    const count = 100_000
    const half = count / 2
    const before = Forest.compile(chain(count))
    const ones = ForestSums.compile(before, new Float64Array(count).fill(1))
    const after = Forest.move(before, half, 0)
    const moved = ForestSums.carry(ones, before, after, half)
    expect(Forest.depth(after, count - 1)).toBe(half)
    expect([...Forest.subtree(after, 0).subarray(0, 2)]).toEqual([0, 1])
    expect(Forest.size(after, 1)).toBe(half - 1)
    expect([ForestSums.at(moved, 0), ForestSums.at(moved, 1)]).toEqual([count, half - 1])
    expect([ForestSums.at(ones, 0), ForestSums.at(ones, 1)]).toEqual([count, count - 1])
  })

  it("R1-14 dissolves a star child by child and keeps the rest in order", () => {
    const count = 3_000
    let forest = Forest.compile(star(count))
    for (let node = 2; node < count; node += 2) forest = Forest.move(forest, node, 1)
    expect(Forest.children(forest, 0).length).toBe(count / 2)
    expect(Forest.children(forest, 1).length).toBe(count / 2 - 1)
    expect([...Forest.subtree(forest, 0).subarray(0, 4)]).toEqual([0, 1, 2, 4])
    for (let node = 2; node < count; node += 2) forest = Forest.remove(forest, node)
    expect(forest.alive).toBe(count / 2 + 1)
    expect(Forest.size(forest, 0)).toBe(count / 2 + 1)
  })

  it("R1-14 returns the same forest for a move to where the node already stands", () => {
    const forest = Forest.compile(Int32Array.of(-1, 0, 0))
    expect(Forest.move(forest, 2, 0)).toBe(forest)
    const there = Forest.move(forest, 2, 1)
    const back = Forest.move(there, 2, 0)
    expect([back.moved.size, back.gained.size]).toEqual([0, 0])
    expect(Forest.isAbove(back, 0, 2)).toBe(true)
  })

  it("R1-14 keeps at most an eighth of the nodes beside the compiled order, over many moves", () => {
    const count = 20_000
    const next = numbers(7)
    const truth = randomParents(count, next)
    const weights = new Float64Array(count).map(() => next(1000))
    const first = Forest.compile(truth)
    const firstSums = ForestSums.compile(first, weights)
    const rememberedParents = truth.slice()
    let forest = first
    let sums = firstSums
    let compiled = 0
    for (let step = 0; step < 12_000; step++) {
      const node = 1 + next(count - 1)
      const under = next(node)
      const after = Forest.move(forest, node, under)
      sums = ForestSums.carry(sums, forest, after, node)
      if (after.base !== forest.base) compiled++
      forest = after
      truth[node] = under
      expect(forest.moved.size).toBeLessThanOrEqual(count / 8)
      expect(sums.changed.size).toBeLessThanOrEqual(count / 8)
    }
    // An eighth of the nodes has to change before the next compilation.
    expect(compiled).toBeGreaterThan(0)
    expect(compiled).toBeLessThanOrEqual(12_000 / (count / 8))
    const fresh = Forest.compile(truth)
    const freshSums = ForestSums.compile(fresh, weights)
    expect(Forest.parents(forest)).toEqual(truth)
    expect(Forest.subtree(forest, 0)).toEqual(Forest.subtree(fresh, 0))
    for (let node = 0; node < count; node += 7) {
      expect(Forest.ancestors(forest, node)).toEqual(Forest.ancestors(fresh, node))
      expect(Forest.size(forest, node)).toBe(Forest.size(fresh, node))
      expect(ForestSums.at(sums, node)).toBe(ForestSums.at(freshSums, node))
    }
    expect(Forest.parents(first)).toEqual(rememberedParents)
    expect(firstSums).toEqual(ForestSums.compile(Forest.compile(rememberedParents), weights))
  })

  it("R1-14 grows from nothing, unit by unit", () => {
    const count = 5_000
    const next = numbers(11)
    const truth = randomParents(count, next)
    let forest = Forest.compile(new Int32Array(0))
    let sums = ForestSums.compile(forest, new Float64Array(0))
    for (let node = 0; node < count; node++) {
      forest = Forest.add(forest, node, truth[node] as number)
      sums = ForestSums.weigh(sums, forest, node, node)
    }
    const fresh = Forest.compile(truth)
    expect(Forest.subtree(forest, 0)).toEqual(Forest.subtree(fresh, 0))
    expect(ForestSums.at(sums, 0)).toBe((count * (count - 1)) / 2)
    expect(Forest.levelCounts(forest)).toEqual(Forest.levelCounts(fresh))
  })
})
