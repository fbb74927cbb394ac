import { AnalyticsError, Journeys, Survival } from "@louyu/recruitment"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"

const failure = <A, E>(result: Result.Result<A, E>): E | undefined =>
  Result.isFailure(result) ? result.failure : undefined

// Weeks in remission of 21 patients given 6-MP: Freireich and others, Blood 21 (1963); an asterisk is a plus.
const remission = "6 6 6 6* 7 9* 10 10* 11* 13 16 17* 19* 20* 22 23 25* 32* 32* 34* 35*".split(" ").map(
  (text): Survival.Observation => ({
    duration: Number.parseInt(text, 10),
    end: text.endsWith("*") ? "censored" : "event"
  })
)

/** Duration, at risk, events and share left as published; with them the standard error and the log-log interval of 95 %. */
const published = [
  [6, 21, 3, 0.8571, 0.0764, 0.6197, 0.9516],
  [7, 17, 1, 0.8067, 0.0869, 0.5631, 0.9228],
  [10, 15, 1, 0.7529, 0.0963, 0.5032, 0.8894],
  [13, 12, 1, 0.6902, 0.1068, 0.4316, 0.8491],
  [16, 11, 1, 0.6275, 0.1141, 0.3675, 0.8049],
  [22, 7, 1, 0.5378, 0.1282, 0.2678, 0.7468],
  [23, 6, 1, 0.4482, 0.1346, 0.1881, 0.6801]
] as const

const rounded = (value: number | undefined): number => Number((value ?? Number.NaN).toFixed(4))

describe("the estimate of Kaplan and Meier", () => {
  it("is the published one for the remission data of Freireich", () => {
    const survival = Result.getOrThrow(Survival.estimate(remission))
    expect(
      survival.steps.map((step) => [
        step.at,
        step.atRisk,
        step.events,
        rounded(step.survival),
        rounded(Math.sqrt(step.variance ?? Number.NaN)),
        rounded(step.lower),
        rounded(step.upper)
      ])
    ).toEqual(published)
    expect(survival.median).toBe(23)
    expect([survival.observations, survival.events, survival.censored]).toEqual([21, 9, 12])
  })

  it("finds the same for the same spells in a stage, some of them open", () => {
    const journeys = Result.getOrThrow(Journeys.make([{ id: "remission" }, { id: "relapse", terminal: true }]))
    const asOf = 100
    remission.forEach(({ duration, end }, patient) => {
      Result.getOrThrow(Journeys.append(journeys, `p${patient}`, "remission", asOf - duration))
      if (end === "event") Result.getOrThrow(Journeys.append(journeys, `p${patient}`, "relapse", asOf))
    })
    const found = Result.getOrThrow(Survival.of(journeys, { stage: "remission" }))
    const { stage, population, asOf: date, ...rest } = found
    expect(rest).toEqual(Result.getOrThrow(Survival.estimate(remission)))
    expect([stage, population, date]).toEqual(["remission", 21, asOf])
  })

  it("has no median where more than half are left, and no interval where nobody is", () => {
    const half = Result.getOrThrow(
      Survival.estimate([
        { duration: 3, end: "event" },
        { duration: 4, end: "censored" }
      ])
    )
    expect(half.median).toBe(3)
    const most = Result.getOrThrow(
      Survival.estimate([3, 4, 5].map((duration) => ({ duration, end: duration === 3 ? "event" : "censored" })))
    )
    expect(most.median).toBeUndefined()
    const none = Result.getOrThrow(Survival.estimate([{ duration: 3, end: "event" }]))
    expect(none.steps[0]).toMatchObject({ survival: 0, variance: undefined, lower: undefined, upper: undefined })
    expect(Result.getOrThrow(Survival.estimate([])).steps).toEqual([])
  })

  it("widens its interval with the level: 1.96 and 2.58 standard deviations", () => {
    const at = (level: number) => Result.getOrThrow(Survival.estimate(remission, level)).steps[0]
    const deviations = (level: number): number => {
      const { survival = 1, variance = 0, lower = 1 } = at(level) ?? {}
      return (
        (Math.log(Math.log(lower) / Math.log(survival)) * Math.abs(Math.log(survival)) * survival) / Math.sqrt(variance)
      )
    }
    expect(deviations(0.95)).toBeCloseTo(1.959963984540054, 10)
    expect(deviations(0.99)).toBeCloseTo(2.5758293035489004, 10)
    expect(deviations(0.8)).toBeCloseTo(1.2815515655446004, 10)
  })

  it("refuses half a day, a negative duration and a level that is none", () => {
    expect(failure(Survival.estimate([{ duration: 0.5, end: "event" }]))).toBeInstanceOf(
      AnalyticsError.DurationRejected
    )
    expect(failure(Survival.estimate([{ duration: -1, end: "event" }]))).toBeInstanceOf(AnalyticsError.DurationRejected)
    expect(failure(Survival.estimate([], 1))).toBeInstanceOf(AnalyticsError.LevelRejected)
    expect(failure(Survival.estimate([], Number.NaN))).toBeInstanceOf(AnalyticsError.LevelRejected)
  })
})
