import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Chronicle from "../src/Chronicle.ts"
import * as Steps from "../src/ChronicleSteps.ts"
import * as Forest from "../src/Forest.ts"
import { ForestDefect } from "../src/ForestDefect.ts"
import * as Truth from "./ChronicleOracle.ts"
import * as Oracle from "./ForestOracle.ts"

type Two = Chronicle.Chronicle<"weight" | "always">

const probes = (days: Truth.Days): ReadonlyArray<number> => {
  const probes: Array<number> = []
  for (let day = days.first - 1; day <= days.first + days.parents.length; day++) probes.push(day)
  return probes
}

// A history of sums has an entry only on days on which the sum changes, and counts its entries right.
const isSparse = (totals: Steps.ChronicleSteps, days: Truth.Days): void => {
  let points = 0
  for (let node = 0; node < Steps.count(totals); node++) {
    const pieces = Steps.pieces(totals, node, days.first - 1, Steps.forever)
    for (let at = 1; at < pieces.length; at++) expect(pieces[at]?.value).not.toBe(pieces[at - 1]?.value)
    points += pieces.length - 1
  }
  expect(totals.points).toBe(points)
}

// Every question, on every day and just before and after, of every node and one number outside.
const agrees = (chronicle: Two, days: Truth.Days, always: ReadonlyArray<number>): void => {
  for (const day of probes(days)) {
    const parents = Truth.parentsOn(days, day)
    const weights = Truth.weightsOn(days, day)
    expect([...Forest.parents(Chronicle.forestOn(chronicle, day))]).toEqual([...parents])
    expect([...Chronicle.weightsOn(chronicle, "weight", day)]).toEqual([...weights])
    const nodes = [...parents.keys(), parents.length]
    const answers = nodes.map((node) => ({
      parent: Chronicle.parentOn(chronicle, node, day),
      above: Chronicle.ancestorsOn(chronicle, node, day),
      isAbove: nodes.filter((other) => Chronicle.isAboveOn(chronicle, other, node, day)),
      weight: Chronicle.rollUpOn(chronicle, "weight", node, day),
      always: Chronicle.rollUpOn(chronicle, "always", node, day)
    }))
    const truth = nodes.map((node) => ({
      parent: Oracle.parentOf(parents, node),
      above: Oracle.ancestorsOf(parents, node),
      isAbove: Oracle.ancestorsOf(parents, node).sort((a, b) => a - b),
      weight: Oracle.sumOf(parents, weights, node),
      always: Oracle.sumOf(parents, always, node)
    }))
    expect(answers).toEqual(truth)
  }
  for (const { totals } of Object.values(chronicle.figures)) {
    if (totals !== undefined) isSparse(totals, days)
  }
}

const always = (days: Truth.Days): ReadonlyArray<number> =>
  Truth.parentsOn(days, days.first).map((_, node) => node * 3 + 1)

describe("a chronicle", () => {
  it("R1-4 answers on every day as walking that day's parents would, also before the first and after the last", () => {
    fc.assert(
      fc.property(Truth.days, (days) => {
        agrees(Chronicle.compile(Truth.histories(days, always(days))), days, always(days))
      }),
      { numRuns: 300 }
    )
  })

  it("R1-4 answers the same when it may keep no history of sums", () => {
    fc.assert(
      fc.property(Truth.days, (days) => {
        const chronicle = Chronicle.compile(Truth.histories(days, always(days)), { points: 0 })
        agrees(chronicle, days, always(days))
      }),
      { numRuns: 150 }
    )
  })

  it("P-11 refuses a history exactly when one of its days is no forest", () => {
    const wild = fc
      .integer({ min: 1, max: 5 })
      .chain((count) => {
        const row = fc.array(fc.integer({ min: -2, max: count - 1 }), { minLength: count, maxLength: count })
        return fc.array(row, { minLength: 1, maxLength: 3 })
      })
      .map((parents) => ({ first: 0, parents, weights: parents.map((row) => row.map(() => 1)) }))
    fc.assert(
      fc.property(wild, fc.boolean(), (days, withFigures) => {
        const { parents, figures } = Truth.histories(days, always(days))
        const compile = () => Chronicle.compile<string>({ parents, figures: withFigures ? figures : {} })
        const bad = days.parents.some((row) => {
          try {
            Forest.compile(Int32Array.from(row))
            return false
          } catch {
            return true
          }
        })
        if (bad) expect(compile).toThrow(ForestDefect)
        else expect(compile).not.toThrow()
      }),
      { numRuns: 1500 }
    )
  })
})

interface Edit {
  readonly node: number
  readonly start: number
  readonly length: number | undefined
  readonly parent: number
  readonly weight: number | undefined
}

const edits: fc.Arbitrary<Array<Edit>> = fc.array(
  fc.record({
    node: fc.integer({ min: 0, max: 10 }),
    start: fc.integer({ min: -2, max: 8 }),
    length: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }),
    parent: fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 0, max: 10 }) }, fc.constantFrom(-1, -2)),
    weight: fc.option(fc.integer({ min: 0, max: 50 }), { nil: undefined })
  }),
  { maxLength: 12 }
)

// The same days with room for edits before and after them.
const widen = (days: Truth.Days): Truth.Days => {
  const range = [...Array(days.parents.length + 18).keys()].map((offset) => days.first - 3 + offset)
  return {
    first: days.first - 3,
    parents: range.map((day) => Truth.parentsOn(days, day)),
    weights: range.map((day) => Truth.weightsOn(days, day))
  }
}

const rewrite = <A>(
  rows: ReadonlyArray<ReadonlyArray<A>>,
  edit: Edit,
  value: A,
  empty: A
): ReadonlyArray<ReadonlyArray<A>> =>
  rows.map((row, index) => {
    const from = edit.start + 3
    const inside = index >= from && index < from + (edit.length ?? Number.POSITIVE_INFINITY)
    const longer = [...row, ...Array<A>(Math.max(0, edit.node + 1 - row.length)).fill(empty)]
    return inside ? longer.with(edit.node, value) : longer
  })

const isForest = (parents: Oracle.Parents): boolean => {
  try {
    Forest.compile(Int32Array.from(parents))
    return true
  } catch {
    return false
  }
}

interface Version {
  readonly chronicle: Two
  readonly days: Truth.Days
  readonly always: ReadonlyArray<number>
}

const orphans = (days: Truth.Days): boolean =>
  days.parents.some((row) => row.some((parent) => parent >= 0 && Oracle.parentOf(row, parent) === -2))

// What the edit makes of the plain days; `undefined` when some day would be no forest.
const edited = (version: Version, edit: Edit): Truth.Days | undefined => {
  const { days } = version
  const isNew = edit.node >= Truth.parentsOn(days, days.first).length
  if (isNew && (edit.weight !== undefined || edit.parent === -2)) return undefined
  if (edit.weight !== undefined) {
    return { ...days, weights: rewrite(days.weights, edit, edit.weight, 0) }
  }
  const parents = rewrite(days.parents, edit, edit.parent, -2)
  const weights = days.weights.map((row) => [...row, ...Array<number>(Math.max(0, edit.node + 1 - row.length)).fill(0)])
  return parents.every(isForest) ? { ...days, parents, weights } : { ...days, parents, weights: [] }
}

const apply = (version: Version, edit: Edit): Version => {
  const after = edited(version, edit)
  if (after === undefined) return version
  const from = version.days.first + 3 + edit.start
  const period = edit.length === undefined ? { from } : { from, to: from + edit.length }
  const { chronicle } = version
  if (edit.weight !== undefined) {
    const weighed = Chronicle.weigh(chronicle, "weight", { node: edit.node, ...period, weight: edit.weight })
    return { ...version, chronicle: weighed, days: after }
  }
  const place = () => Chronicle.place(chronicle, { node: edit.node, ...period, parent: edit.parent })
  if (after.weights.length === 0) {
    // Children of a node that goes are for the caller to see to; everything else is refused.
    if (edit.parent !== -2 || !orphans(after)) expect(place).toThrow(ForestDefect)
    return version
  }
  const longer = [...version.always]
  while (longer.length <= edit.node) longer.push(0)
  return { chronicle: place(), days: after, always: longer }
}

describe("a chronicle that changes", () => {
  const story = fc.tuple(Truth.days, edits, fc.boolean())

  it("R1-4 R1-14 takes changes of any period, past or planned, as if compiled with them, and old versions stay", () => {
    fc.assert(
      fc.property(story, ([narrow, steps, noHistory]) => {
        const days = widen(narrow)
        const chronicle = Chronicle.compile(Truth.histories(days, always(days)), noHistory ? { points: 0 } : {})
        const versions: Array<Version> = [{ chronicle, days, always: always(days) }]
        for (const step of steps) {
          versions.push(apply(versions.at(-1) as Version, step))
          // The same few days are asked before and after a change: nothing may be remembered wrongly.
          const { chronicle, days } = versions.at(-1) as Version
          for (const day of [2, 3, 4, 5].map((offset) => days.first + offset)) {
            const truth = Oracle.sumOf(Truth.parentsOn(days, day), Truth.weightsOn(days, day), 0)
            expect(Chronicle.rollUpOn(chronicle, "weight", 0, day)).toBe(truth)
          }
        }
        for (const version of new Set(versions)) agrees(version.chronicle, version.days, version.always)
      }),
      { numRuns: 300 }
    )
  })
})
