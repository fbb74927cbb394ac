import { AnalyticsError, Conversion, Journeys } from "@louyu/recruitment"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import { rules, stages } from "./analytics/histories.ts"

const failure = <A, E>(result: Result.Result<A, E>): E | undefined =>
  Result.isFailure(result) ? result.failure : undefined

const journeys = Result.getOrThrow(Journeys.make(stages, rules))
for (let firm = 0; firm < 25; firm++) {
  Result.getOrThrow(Journeys.append(journeys, `stay-${firm}`, "talks", firm))
  Result.getOrThrow(Journeys.append(journeys, `stay-${firm}`, "office", firm + 10))
}
for (let firm = 0; firm < 25; firm++) {
  Result.getOrThrow(Journeys.append(journeys, `stay-${firm}`, "settled", firm + 90))
}

describe("conversion", () => {
  it("H-26 of 25 stays that all settled is 25 of 25, and before the first ended it is undefined", () => {
    const question = { from: "office", to: "settled" }
    expect(Result.getOrThrow(Conversion.between(journeys, question)).rate).toEqual({
      definition: "conversion/of-those-who-left",
      numerator: 25,
      denominator: 25,
      rate: 1,
      population: 25,
      asOf: 114
    })
    const early = Result.getOrThrow(Conversion.between(journeys, { ...question, asOf: 89 }))
    expect([early.entered, early.still, early.rate.rate]).toEqual([25, 25, undefined])
    expect(early.everRate.rate).toBe(0)
  })

  it("A-07 counts only those who left: after ten ended it is ten of ten", () => {
    const some = Result.getOrThrow(Conversion.between(journeys, { from: "office", to: "settled", asOf: 99 }))
    expect([some.rate.numerator, some.rate.denominator, some.still]).toEqual([10, 10, 15])
  })

  it("within 80 days has nobody in its rate before 80 days are over", () => {
    const ask = (asOf: number) =>
      Result.getOrThrow(Conversion.within(journeys, { from: "office", to: "settled", within: 80, asOf }))
    expect([ask(89).mature, ask(89).rate.rate]).toEqual([0, undefined])
    expect([ask(90).mature, ask(90).reached, ask(90).rate.rate]).toEqual([1, 1, 1])
  })

  it("refuses a stage that is not there, a negative time and boundaries that do not ascend", () => {
    expect(failure(Conversion.between(journeys, { from: "office", to: "x" }))).toBeInstanceOf(
      AnalyticsError.StageUnknown
    )
    expect(failure(Conversion.within(journeys, { to: "settled", within: -1 }))).toBeInstanceOf(
      AnalyticsError.DurationRejected
    )
    for (const boundaries of [[], [1], [2, 1], [1, 1], [0, 1.5]]) {
      expect(failure(Conversion.cohorts(journeys, { to: "settled", within: 1, boundaries }))).toMatchObject({
        _tag: "BoundariesRejected",
        boundaries: boundaries.length
      })
    }
  })
})
