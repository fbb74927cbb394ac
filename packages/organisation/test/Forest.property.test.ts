import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Forest from "../src/Forest.ts"
import { ForestDefect } from "../src/ForestDefect.ts"
import * as ForestSums from "../src/ForestSums.ts"
import * as Oracle from "./ForestOracle.ts"

const broken = (run: () => unknown): string | undefined => {
  try {
    run()
  } catch (error) {
    if (error instanceof ForestDefect) return error.invariant
    throw error
  }
  return undefined
}

const agreesOnNode = (forest: Forest.Forest, parents: Oracle.Parents, node: number): void => {
  const subtree = Oracle.subtreeOf(parents, node)
  expect(Forest.parent(forest, node)).toBe(Oracle.parentOf(parents, node))
  expect(Forest.isAlive(forest, node)).toBe(Oracle.parentOf(parents, node) !== -2)
  expect(Forest.ancestors(forest, node)).toEqual(Oracle.ancestorsOf(parents, node))
  expect(Forest.depth(forest, node)).toBe(subtree.length === 0 ? -1 : Oracle.ancestorsOf(parents, node).length)
  expect(Forest.children(forest, node)).toEqual(Oracle.childrenOf(parents, node))
  expect([...Forest.subtree(forest, node)]).toEqual(subtree)
  expect([...Forest.descendants(forest, node)]).toEqual(subtree.slice(1))
  expect(Forest.size(forest, node)).toBe(subtree.length)
}

const agreesOnPair = (forest: Forest.Forest, parents: Oracle.Parents, a: number, b: number): void => {
  const common = Oracle.commonOf(parents, a, b)
  expect(Forest.isAbove(forest, a, b)).toBe(Oracle.ancestorsOf(parents, b).includes(a))
  expect(Forest.commonAncestor(forest, a, b)).toBe(common)
  const path = Forest.pathBetween(forest, a, b)
  if (common === undefined) expect(path).toBeUndefined()
  else {
    const up = [a, ...Oracle.ancestorsOf(parents, a)]
    const down = [b, ...Oracle.ancestorsOf(parents, b)]
    expect(path).toEqual([...up.slice(0, up.indexOf(common) + 1), ...down.slice(0, down.indexOf(common)).reverse()])
  }
}

// Every question, asked of every node and pair, and of numbers just outside.
const agrees = (forest: Forest.Forest, parents: Oracle.Parents): void => {
  const nodes = [...parents.keys()]
  const living = Oracle.alive(parents)
  const levels: Array<number> = []
  for (const node of living) {
    const depth = Oracle.ancestorsOf(parents, node).length
    levels[depth] = (levels[depth] ?? 0) + 1
  }
  expect(forest.alive).toBe(living.length)
  expect(Forest.roots(forest)).toEqual(nodes.filter((node) => parents[node] === -1))
  expect(Forest.levelCounts(forest)).toEqual(levels)
  expect([...Forest.parents(forest)].slice(0, nodes.length)).toEqual([...parents])
  for (const node of [...nodes, -1, nodes.length]) agreesOnNode(forest, parents, node)
  for (const a of [...nodes, nodes.length]) for (const b of [...nodes, -1]) agreesOnPair(forest, parents, a, b)
}

const sumsAgree = (sums: ForestSums.ForestSums, parents: Oracle.Parents, weights: ReadonlyArray<number>): void => {
  for (const node of parents.keys()) expect(ForestSums.at(sums, node)).toBe(Oracle.sumOf(parents, weights, node))
}

describe("a compiled forest", () => {
  it("R1-13 answers every question as walking the parents would", () => {
    fc.assert(
      fc.property(Oracle.forest, (parents) => {
        agrees(Forest.compile(Int32Array.from(parents)), parents)
      }),
      { numRuns: 150 }
    )
  })

  it("P-11 refuses exactly the parents that close a circle, leave the forest or are absent", () => {
    const anything = fc
      .integer({ min: 1, max: 7 })
      .chain((count) => fc.array(fc.integer({ min: -3, max: count }), { minLength: count, maxLength: count }))
    fc.assert(
      fc.property(anything, (parents) => {
        const count = parents.length
        const unknown = parents.some((parent) => parent < -2 || parent >= count)
        const orphan = parents.some((parent) => parent >= 0 && parents[parent] === -2)
        const circle = [...parents.keys()].some((node) => {
          let at = node
          for (let step = 0; step <= count && at >= 0; step++) at = Oracle.parentOf(parents, at)
          return at >= 0
        })
        const invariant = broken(() => Forest.compile(Int32Array.from(parents)))
        expect(invariant !== undefined).toBe(unknown || orphan || circle)
        if (invariant === "acyclic") expect(circle).toBe(true)
        if (invariant === "parentKnown") expect(unknown).toBe(true)
        if (invariant === "parentAlive") expect(orphan).toBe(true)
      }),
      { numRuns: 2000 }
    )
  })

  it("R1-13 sums a figure over every subtree", () => {
    const weighed = Oracle.forest.chain((parents) => fc.tuple(fc.constant(parents), Oracle.weights(parents.length)))
    fc.assert(
      fc.property(weighed, ([parents, weights]) => {
        const sums = ForestSums.compile(Forest.compile(Int32Array.from(parents)), Float64Array.from(weights))
        sumsAgree(sums, parents, weights)
      }),
      { numRuns: 200 }
    )
  })
})

interface Version {
  readonly forest: Forest.Forest
  readonly sums: ForestSums.ForestSums
  readonly parents: Array<number>
  readonly weights: Array<number>
}

interface Change {
  readonly node: number
  readonly under: number
}

const changes = (count: number): fc.Arbitrary<Array<Change>> =>
  fc.array(
    fc.record({
      node: fc.integer({ min: 0, max: count + 2 }),
      under: fc.oneof(
        { weight: 6, arbitrary: fc.integer({ min: 0, max: count + 2 }) },
        { weight: 2, arbitrary: fc.constantFrom(-1, -2) }
      )
    }),
    { maxLength: 30 }
  )

// Which rule a change breaks, if any.
const refusal = (parents: Oracle.Parents, { node, under }: Change): string | undefined => {
  const living = Oracle.parentOf(parents, node) !== -2
  if (under === -2 && !living) return "moveOfLiving"
  if (under === -2) return Oracle.childrenOf(parents, node).length > 0 ? "removalOfLeaf" : undefined
  if (under >= parents.length) return "parentKnown"
  if (under >= 0 && Oracle.parentOf(parents, under) === -2) return "parentAlive"
  if (living && [under, ...Oracle.ancestorsOf(parents, under)].includes(node)) return "acyclic"
  return undefined
}

const changed = (forest: Forest.Forest, { node, under }: Change): Forest.Forest => {
  if (under === -2) return Forest.remove(forest, node)
  return Forest.isAlive(forest, node) ? Forest.move(forest, node, under) : Forest.add(forest, node, under)
}

const next = (version: Version, change: Change): Version => {
  const { node, under } = change
  const parents = [...version.parents]
  const weights = [...version.weights]
  while (parents.length <= node) {
    parents.push(-2)
    weights.push(0)
  }
  const forest = changed(version.forest, change)
  let sums = ForestSums.carry(version.sums, version.forest, forest, node)
  if (parents[node] === -2) {
    weights[node] = node + 7
    sums = ForestSums.weigh(sums, forest, node, node + 7)
  }
  parents[node] = under
  if (under === -2) weights[node] = 0
  return { forest, sums, parents, weights }
}

describe("a forest that changes", () => {
  const story = fc
    .integer({ min: 0, max: 12 })
    .chain((count) => fc.tuple(Oracle.forestOf(count), Oracle.weights(count), changes(count)))

  it("R1-14 answers after any moves as if compiled anew, and every earlier version goes on answering", () => {
    fc.assert(
      fc.property(story, ([parents, weights, steps]) => {
        const forest = Forest.compile(Int32Array.from(parents))
        const sums = ForestSums.compile(forest, Float64Array.from(weights))
        const versions: Array<Version> = [{ forest, sums, parents, weights }]
        for (const step of steps) {
          const latest = versions.at(-1) as Version
          const rule = refusal(latest.parents, step)
          if (rule === undefined) versions.push(next(latest, step))
          else expect(broken(() => changed(latest.forest, step))).toBe(rule)
        }
        for (const version of versions.slice(-3)) agrees(version.forest, version.parents)
        for (const version of versions) {
          for (const node of version.parents.keys()) agreesOnNode(version.forest, version.parents, node)
          sumsAgree(version.sums, version.parents, version.weights)
        }
        const last = versions.at(-1) as Version
        agrees(Forest.compact(last.forest), last.parents)
      }),
      { numRuns: 120 }
    )
  })

  it("R1-14 lets two futures grow from one forest without touching each other", () => {
    fc.assert(
      fc.property(story, story, ([parents, weights, one], [, , other]) => {
        const forest = Forest.compile(Int32Array.from(parents))
        const sums = ForestSums.compile(forest, Float64Array.from(weights))
        const futures = [one, other].map((steps) =>
          steps.reduce<Version>(
            (version, step) => (refusal(version.parents, step) === undefined ? next(version, step) : version),
            { forest, sums, parents, weights }
          )
        )
        for (const version of [...futures, { forest, sums, parents, weights }]) {
          for (const node of version.parents.keys()) agreesOnNode(version.forest, version.parents, node)
          sumsAgree(version.sums, version.parents, version.weights)
        }
      }),
      { numRuns: 80 }
    )
  })
})
