import { AnalyticsError, Dwell, Journeys } from "@louyu/recruitment"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  type History,
  histories,
  ids,
  isTerminal,
  journeysOf,
  knownAt,
  rules,
  stages,
  tagged
} from "./analytics/histories.ts"

const runs = { numRuns: 200 }

const nearest = (sorted: ReadonlyArray<number>, percent: number): number | undefined =>
  sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)]

const naive = (known: ReadonlyArray<History>, stage: string, code: number | undefined, asOf: number) => {
  const spells = known.flatMap(({ steps }) =>
    steps.flatMap((step, at) => (step.stage === stage ? [{ since: step.at, until: steps[at + 1]?.at }] : []))
  )
  const done = spells.flatMap(({ since, until }) => (until === undefined ? [] : [until - since])).sort((a, b) => a - b)
  const open = isTerminal(stage)
    ? []
    : spells.flatMap(({ since, until }) => (until === undefined ? [asOf - since] : []))
  return {
    definition: "dwell/completed-spells",
    stage,
    code,
    completed: done.length,
    mean: done.length === 0 ? undefined : done.reduce((sum, each) => sum + each, 0) / done.length,
    median: nearest(done, 50),
    p90: nearest(done, 90),
    open: open.length,
    longestOpen: open.length === 0 ? undefined : Math.max(...open)
  }
}

// Days, hours that take more room than is counted by value, and milliseconds.
const scale = fc.constantFrom(1, 1_000, 86_400_000)

describe("time in stage", () => {
  it("R4-2 is exactly what sorting every spell gives, as of any time and in any unit", () => {
    fc.assert(
      fc.property(
        scale.chain((unit) =>
          fc.tuple(
            histories(unit),
            fc.nat(80).map((at) => at * unit)
          )
        ),
        ([all, asOf]) => {
          const known = knownAt([...all, tagged], asOf)
          const found = Result.getOrThrow(Dwell.stages(journeysOf(all), { asOf }))
          const population = known.length
          expect(found).toEqual(ids.map((id) => ({ ...naive(known, id, undefined, asOf), population, asOf })))
        }
      ),
      runs
    )
  })

  it("is the same by code for those that have it", () => {
    fc.assert(
      fc.property(histories(), fc.nat(80), (all, asOf) => {
        const known = knownAt([...all, tagged], asOf)
        const found = Result.getOrThrow(Dwell.stages(journeysOf(all), { asOf, column: "region" }))
        const expected = ids.flatMap((id) =>
          [undefined, 0, 1, 2].flatMap((code) => {
            const some = known.filter(({ region }) => region === code)
            const ever = some.some(({ steps }) => steps.some(({ stage }) => stage === id))
            return ever ? [{ ...naive(some, id, code, asOf), population: known.length, asOf }] : []
          })
        )
        expect(found).toEqual(expected)
      }),
      runs
    )
  })

  it("does not depend on the order in which subjects came", () => {
    fc.assert(
      fc.property(histories(86_400_000), (all) => {
        expect(Dwell.stages(journeysOf(all.toReversed()))).toEqual(Dwell.stages(journeysOf(all)))
      }),
      runs
    )
  })

  it("finds the percentiles of many long durations, also where they come in order or are all the same", () => {
    const percentiles = (durations: ReadonlyArray<number>) => {
      const journeys = Result.getOrThrow(Journeys.make(stages, rules))
      durations.forEach((duration, firm) => {
        Result.getOrThrow(Journeys.append(journeys, `f${firm}`, "lead", 0))
        Result.getOrThrow(Journeys.append(journeys, `f${firm}`, "talks", duration))
      })
      const [lead] = Result.getOrThrow(Dwell.stages(journeys))
      return [lead?.median, lead?.p90]
    }
    const some = fc.array(fc.integer({ min: 16_000, max: 17_000 }), { minLength: 1, maxLength: 300 })
    fc.assert(
      fc.property(some, (durations) => {
        const sorted = durations.toSorted((a, b) => a - b)
        const expected = [nearest(sorted, 50), nearest(sorted, 90)]
        for (const order of [durations, sorted, sorted.toReversed()]) expect(percentiles(order)).toEqual(expected)
      }),
      { numRuns: 50 }
    )
    expect(percentiles(new Array<number>(1_000).fill(20_000))).toEqual([20_000, 20_000])
  })
})

describe("velocity", () => {
  it("counts who came and left in every period as a look at every step does", () => {
    fc.assert(
      fc.property(histories(), fc.nat(80), fc.integer({ min: 1, max: 15 }), (all, asOf, length) => {
        const boundaries = [5, 5 + length, 6 + 2 * length]
        const known = knownAt([...all, tagged], asOf)
        const found = Result.getOrThrow(Dwell.velocity(journeysOf(all), { asOf, boundaries }))
        const count = (wanted: (step: History["steps"][number], before: string | undefined) => boolean): number =>
          known
            .map(({ steps }) => steps.filter((step, at) => wanted(step, steps[at - 1]?.stage)).length)
            .reduce((sum, each) => sum + each, 0)
        const expected = [0, 1].flatMap((period) =>
          ids.map((stage) => {
            const [from = 0, until = 0] = boundaries.slice(period)
            const isIn = (at: number): boolean => at >= from && at < until
            return {
              definition: "dwell/velocity",
              stage,
              from,
              until,
              entered: count((step) => step.stage === stage && isIn(step.at)),
              left: count((step, before) => before === stage && isIn(step.at)),
              population: known.length,
              asOf
            }
          })
        )
        expect(found).toEqual(expected)
      }),
      runs
    )
  })

  it("refuses boundaries that are none", () => {
    const refused = Dwell.velocity(journeysOf([]), { boundaries: [3] })
    expect(Result.isFailure(refused) && refused.failure).toBeInstanceOf(AnalyticsError.BoundariesRejected)
  })
})
