import { Forecast } from "@louyu/recruitment"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as LinearSystem from "../src/analytics/LinearSystem.ts"
import { histories, ids, isTerminal, journeysOf, knownAt, stages, tagged } from "./analytics/histories.ts"

const runs = { numRuns: 200 }

const product = (a: ReadonlyArray<ReadonlyArray<number>>, b: ReadonlyArray<ReadonlyArray<number>>) =>
  a.map((line) => b.map((_, column) => line.reduce((sum, each, at) => sum + each * (b[at]?.[column] ?? 0), 0)))

describe("a linear system", () => {
  it("is solved: the matrix times the solution is the right-hand side", () => {
    const entry = fc.integer({ min: -9, max: 9 })
    const system = fc.integer({ min: 1, max: 6 }).chain((size) =>
      fc.record({
        lines: fc.array(fc.array(entry, { minLength: size, maxLength: size }), { minLength: size, maxLength: size }),
        right: fc.array(entry, { minLength: size, maxLength: size })
      })
    )
    fc.assert(
      fc.property(system, ({ lines, right }) => {
        const factored = LinearSystem.factor(Float64Array.from(lines.flat()), right.length)
        if (factored === undefined) {
          // Whole numbers this small have a determinant that is a whole number, here nothing.
          expect(Math.abs(determinant(lines))).toBe(0)
          return
        }
        const solved = LinearSystem.solve(factored, right)
        const largest = Math.max(1, ...solved.map(Math.abs))
        lines.forEach((line, row) => {
          const sum = line.reduce((all, each, column) => all + each * (solved[column] ?? 0), 0)
          expect(Math.abs(sum - (right[row] ?? 0)) / largest).toBeLessThan(1e-9)
        })
      }),
      runs
    )
  })
})

// By minors: whole numbers stay whole.
const determinant = (lines: ReadonlyArray<ReadonlyArray<number>>): number => {
  const [first, ...rest] = lines
  if (first === undefined) return 1
  return first.reduce((sum, each, column) => {
    const minor = rest.map((line) => line.filter((_, at) => at !== column))
    return sum + (column % 2 === 0 ? 1 : -1) * each * determinant(minor)
  }, 0)
}

const chains = fc
  .record({ inner: fc.integer({ min: 1, max: 5 }), outer: fc.integer({ min: 1, max: 3 }) })
  .chain(({ inner, outer }) =>
    fc
      .array(
        fc.record({
          from: fc.nat(inner - 1).map(String),
          to: fc.nat(inner + outer - 1).map(String),
          count: fc.integer({ min: 1, max: 9 })
        }),
        { maxLength: 25 }
      )
      .map((moves) => ({
        stages: Array.from({ length: inner + outer }, (_, number) => ({ id: `${number}`, terminal: number >= inner })),
        moves
      }))
  )

// One step of the chain; who is nowhere from where anything was seen stays.
const stepOf = ({ stages: all, moves }: Forecast.Evidence) =>
  all.map(({ id, terminal }, row) => {
    const own = moves.filter(({ from }) => from === id)
    const total = own.reduce((sum, { count }) => sum + count, 0)
    return all.map((to, column) => {
      if (terminal === true || total === 0) return row === column ? 1 : 0
      return own.filter((each) => each.to === to.id).reduce((sum, { count }) => sum + count, 0) / total
    })
  })

describe("an absorbing chain", () => {
  it("R4-11 leads where moving on and on leads, and only where everything ends", () => {
    fc.assert(
      fc.property(chains, (evidence) => {
        const found = Result.getOrThrow(Forecast.chain(evidence))
        let power = stepOf(evidence)
        for (let doubling = 0; doubling < 50; doubling++) power = product(power, power)
        for (const entry of found.stages) {
          const line = power[Number(entry.stage)] ?? []
          const ends = evidence.stages.map(({ terminal }, to) => (terminal === true ? (line[to] ?? 0) : 0))
          const sum = ends.reduce((all, each) => all + each, 0)
          if (!entry.known) {
            expect(sum).toBeLessThan(1 - 1e-9)
            continue
          }
          for (const { outcome, probability } of entry.outcomes) {
            expect(probability).toBeCloseTo(ends[Number(outcome)] ?? Number.NaN, 8)
          }
          expect(entry.outcomes.reduce((all, { probability }) => all + probability, 0)).toBeCloseTo(1, 10)
        }
      }),
      runs
    )
  })

  it("visits each stage as often as adding up where one is after every step says", () => {
    fc.assert(
      fc.property(chains, (evidence) => {
        const found = Result.getOrThrow(Forecast.chain(evidence))
        const step = stepOf(evidence)
        for (const entry of found.stages) {
          if (!entry.known) continue
          let now: ReadonlyArray<number> = evidence.stages.map(({ id }) => (id === entry.stage ? 1 : 0))
          const often = now.map(() => 0)
          for (let round = 0; round < 3_000; round++) {
            now.forEach((share, stage) => {
              often[stage] = (often[stage] ?? 0) + share
            })
            now = product([now], step)[0] ?? []
          }
          const visits = new Map(entry.visits.map((each) => [each.stage, each.visits]))
          evidence.stages.forEach(({ id, terminal }, stage) => {
            if (terminal) return
            const expected = often[stage] ?? Number.NaN
            expect(Math.abs((visits.get(id) ?? 0) - expected)).toBeLessThan(1e-6 * Math.max(1, expected))
          })
        }
      }),
      { numRuns: 40 }
    )
  })
})

const probabilities = fc.array(
  fc.nat(20).map((twentieth) => twentieth / 20),
  { maxLength: 10 }
)

describe("the distribution of how many succeed", () => {
  it("is what trying every combination gives", () => {
    fc.assert(
      fc.property(probabilities, (all) => {
        const expected = new Array<number>(all.length + 1).fill(0)
        for (let combination = 0; combination < 2 ** all.length; combination++) {
          const wins = all.map((_, trial) => ((combination >> trial) & 1) === 1)
          const likely = all.reduce((share, each, trial) => share * (wins[trial] === true ? each : 1 - each), 1)
          const successes = wins.filter(Boolean).length
          expected[successes] = (expected[successes] ?? 0) + likely
        }
        const found = Result.getOrThrow(Forecast.distribution(all))
        expect(found.length).toBe(expected.length)
        found.forEach((likely, successes) => {
          expect(likely).toBeCloseTo(expected[successes] ?? Number.NaN, 12)
        })
      }),
      runs
    )
  })

  it("is the binomial one for equal trials, also for thousands", () => {
    const trials = 3_000
    const found = Result.getOrThrow(Forecast.distribution(new Array<number>(trials).fill(0.3)))
    const mean = found.reduce((sum, likely, successes) => sum + likely * successes, 0)
    const variance = found.reduce((sum, likely, successes) => sum + likely * (successes - mean) ** 2, 0)
    expect(mean).toBeCloseTo(900, 8)
    expect(variance).toBeCloseTo(630, 7)
    for (let successes = 800; successes < 1_000; successes++) {
      const next = (((trials - successes) / (successes + 1)) * 0.3) / 0.7
      expect((found[successes + 1] ?? 0) / (found[successes] ?? 1)).toBeCloseTo(next, 10)
    }
  })
})

describe("the expected outcome", () => {
  it("R4-11 is learnt from the moves known, and is about those under way then, in whatever order they came", () => {
    fc.assert(
      fc.property(histories(), fc.nat(60), (all, asOf) => {
        const journeys = journeysOf(all)
        const known = knownAt([...all, tagged], asOf)
        const learnt = Result.getOrThrow(Forecast.learn(journeys, { asOf }))
        const moves = known.flatMap(({ steps }) =>
          steps.slice(1).map((step, at) => ({ from: steps[at]?.stage ?? "", to: step.stage, count: 1 }))
        )
        const same = Result.getOrThrow(Forecast.chain({ stages, moves }))
        expect(learnt.stages.map((one) => ({ ...one, time: 0 }))).toEqual(
          same.stages.map((one) => ({ ...one, time: 0 }))
        )
        const weight = (subject: string): number => subject.length * 33.3
        const question = { outcome: "settled", asOf, weight }
        const outlook = Result.getOrThrow(Forecast.expect(journeys, learnt, question))
        const under = known.filter(({ steps }) => !isTerminal(steps.at(-1)?.stage ?? ""))
        expect(outlook.open).toBe(under.length)
        const each = under.flatMap(({ subject, steps }) => {
          const entry = learnt.stages.find(({ stage }) => stage === steps.at(-1)?.stage)
          if (entry?.known !== true) return []
          return [
            {
              weight: weight(subject),
              likely: entry.outcomes.find((one) => one.outcome === "settled")?.probability ?? 0
            }
          ]
        })
        expect(outlook.unknown.reduce((sum, { count }) => sum + count, 0)).toBe(under.length - each.length)
        expect(outlook.expected).toBeCloseTo(
          each.reduce((sum, { likely }) => sum + likely, 0),
          10
        )
        expect(outlook.weight?.expected).toBeCloseTo(
          each.reduce((sum, one) => sum + one.likely * one.weight, 0),
          8
        )
        const likely = Result.getOrThrow(Forecast.distribution(each.map((one) => Math.min(1, Math.max(0, one.likely)))))
        const between = likely.subarray(outlook.lower, outlook.upper + 1).reduce((sum, one) => sum + one, 0)
        expect(between).toBeGreaterThanOrEqual(0.9 - 1e-9)
        expect(Forecast.expect(journeysOf(all.toReversed()), learnt, question)).toEqual(Result.succeed(outlook))
      }),
      runs
    )
  })

  it("speaks of the stages that do not end a journey", () => {
    const learnt = Result.getOrThrow(Forecast.learn(journeysOf([])))
    expect(learnt.stages.map(({ stage }) => stage)).toEqual(ids.filter((id) => !isTerminal(id)))
    expect(learnt.outcomes).toEqual(ids.filter(isTerminal))
  })
})
