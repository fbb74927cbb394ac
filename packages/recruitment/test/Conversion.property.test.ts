import { Conversion } from "@louyu/recruitment"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type History, histories, ids, isTerminal, journeysOf, knownAt, tagged } from "./analytics/histories.ts"

const runs = { numRuns: 300 }
const stage = fc.constantFrom("lead", "talks", "office", "settled", "lost")

/** What became of one who entered, by looking at the names of the stages alone. */
const fate = ({ steps }: History, from: string, to: string): string | undefined => {
  const names = steps.map((step) => step.stage)
  const entered = names.indexOf(from)
  if (entered < 0) return undefined
  if (names.slice(entered + 1).includes(to)) return "reached"
  const last = names.at(-1) ?? from
  return last === from ? "still" : last
}

describe("conversion", () => {
  it("invariant 12: of those who left is what counting every history one by one gives, as of any time", () => {
    fc.assert(
      fc.property(histories(), stage, stage, fc.nat(80), (all, from, to, asOf) => {
        const known = knownAt([...all, tagged], asOf)
        const fates = known.flatMap((history) => fate(history, from, to) ?? [])
        const amount = (wanted: (fate: string) => boolean): number => fates.filter(wanted).length
        const ended = amount(isTerminal)
        const reached = amount((one) => one === "reached")
        const still = amount((one) => one === "still")
        const left = fates.length - still
        const result = Result.getOrThrow(Conversion.between(journeysOf(all), { from, to, asOf }))
        expect(result).toEqual({
          from,
          to,
          code: undefined,
          entered: fates.length,
          reached,
          ended,
          elsewhere: fates.length - reached - still - ended,
          still,
          left: ids
            .map((id) => ({ stage: id, terminal: isTerminal(id), count: amount((one) => one === id) }))
            .filter(({ count }) => count > 0),
          rate: {
            definition: "conversion/of-those-who-left",
            numerator: reached,
            denominator: left,
            rate: left === 0 ? undefined : reached / left,
            population: known.length,
            asOf
          },
          everRate: {
            definition: "conversion/of-those-who-entered",
            numerator: reached,
            denominator: fates.length,
            rate: fates.length === 0 ? undefined : reached / fates.length,
            population: known.length,
            asOf
          }
        })
      }),
      runs
    )
  })

  it("is by code what it is of the cohort with that code", () => {
    fc.assert(
      fc.property(histories(), stage, stage, fc.nat(80), (all, from, to, asOf) => {
        const journeys = journeysOf(all)
        const found = Result.getOrThrow(Conversion.by(journeys, { from, to, asOf, column: "region" }))
        const known = knownAt([...all, tagged], asOf)
        const there = [undefined, 0, 1, 2].filter((code) => known.some(({ region }) => region === code))
        expect(found.map(({ code }) => code)).toEqual(there)
        const cohortOf = (code: number | undefined) =>
          code === undefined
            ? { among: (subject: string) => known.some((one) => one.subject === subject && one.region === undefined) }
            : { where: { region: [code] } }
        for (const { code, ...rest } of found) {
          const alone = Result.getOrThrow(Conversion.between(journeys, { from, to, asOf, cohort: cohortOf(code) }))
          expect({ ...rest, code: undefined }).toEqual(alone)
        }
      }),
      { numRuns: 100 }
    )
  })

  it("does not depend on the order in which subjects came", () => {
    fc.assert(
      fc.property(histories(), stage, stage, (all, from, to) => {
        const straight = Conversion.between(journeysOf(all), { from, to })
        expect(Conversion.between(journeysOf(all.toReversed()), { from, to })).toEqual(straight)
      }),
      runs
    )
  })
})

interface Entry {
  readonly period: number
  readonly code: number | undefined
  readonly reached: boolean
  readonly mature: boolean
}

// One entry for whoever entered in a period.
const entries = (
  known: ReadonlyArray<History>,
  { from, to, within, boundaries, asOf }: Conversion.Grid & { readonly asOf: number }
): ReadonlyArray<Entry> =>
  known.flatMap(({ steps, region }) => {
    const first = from === undefined ? 0 : steps.findIndex((step) => step.stage === from)
    const begins = steps[first]?.at
    if (begins === undefined) return []
    const period = boundaries.findLastIndex((boundary) => boundary <= begins)
    if (period < 0 || period === boundaries.length - 1) return []
    const there = steps.find((step, at) => step.stage === to && (from === undefined ? at >= first : at > first))
    const reached = there !== undefined && there.at - begins <= within
    return [{ period, code: region, reached, mature: begins + within <= asOf }]
  })

const cellsOf = (all: ReadonlyArray<Entry>, boundaries: ReadonlyArray<number>) =>
  boundaries.slice(1).flatMap((_, period) =>
    [undefined, 0, 1, 2].flatMap((code) => {
      const some = all.filter((entry) => entry.period === period && entry.code === code)
      const mature = some.filter((entry) => entry.mature)
      if (some.length === 0) return []
      return [
        {
          period,
          from: boundaries[period],
          code,
          entered: some.length,
          reached: some.filter(({ reached }) => reached).length,
          mature: mature.length,
          reachedMature: mature.filter(({ reached }) => reached).length
        }
      ]
    })
  )

const boundaries = fc
  .uniqueArray(fc.integer({ min: -5, max: 60 }), { minLength: 2, maxLength: 6 })
  .map((all) => all.sort((a, b) => a - b))

describe("conversion within a time", () => {
  it("is what counting every history one by one gives, by period and code", () => {
    fc.assert(
      fc.property(
        histories(),
        fc.option(stage, { nil: undefined }),
        stage,
        fc.nat(30),
        fc.nat(80),
        boundaries,
        (all, from, to, within, asOf, limits) => {
          const question = { ...(from === undefined ? {} : { from }), to, within, asOf, boundaries: limits }
          const known = entries(knownAt([...all, tagged], asOf), question)
          const cells = Result.getOrThrow(Conversion.cohorts(journeysOf(all), { ...question, column: "region" }))
          expect(cells).toEqual(cellsOf(known, limits))
          const together = known.map((entry) => ({ ...entry, code: undefined }))
          expect(Result.getOrThrow(Conversion.cohorts(journeysOf(all), question))).toEqual(cellsOf(together, limits))
        }
      ),
      runs
    )
  })

  it("counts in its rate only those whose time is over", () => {
    fc.assert(
      fc.property(histories(), stage, stage, fc.nat(30), fc.nat(80), (all, from, to, within, asOf) => {
        const everything = { from, to, within, asOf, boundaries: [-1000, 1000] }
        const known = entries(knownAt([...all, tagged], asOf), everything)
        const answer = Result.getOrThrow(Conversion.within(journeysOf(all), { from, to, within, asOf }))
        const mature = known.filter((entry) => entry.mature)
        expect(answer.mature).toBe(mature.length)
        expect(answer.rate.denominator).toBe(mature.length)
        expect(answer.rate.numerator).toBe(mature.filter(({ reached }) => reached).length)
        expect(answer.everRate.numerator).toBe(known.filter(({ reached }) => reached).length)
        expect(answer.everRate.denominator).toBe(known.length)
      }),
      runs
    )
  })
})
