import { Survival } from "@louyu/recruitment"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type History, histories, journeysOf, knownAt, tagged } from "./analytics/histories.ts"

const runs = { numRuns: 300 }
const end = fc.constantFrom("event" as const, "competing" as const, "censored" as const)
const observation = fc.record({ duration: fc.nat(12), end })
const observations = fc.array(observation, { maxLength: 30 })

/** By the definition: a look at everybody for every duration. */
const naive = (all: ReadonlyArray<Survival.Observation>) => {
  const times = [...new Set(all.filter((one) => one.end !== "censored").map(({ duration }) => duration))].sort(
    (a, b) => a - b
  )
  const at = (time: number) => {
    const amount = (wanted: (one: Survival.Observation) => boolean): number => all.filter(wanted).length
    const atRisk = amount(({ duration }) => duration >= time)
    const events = amount((one) => one.duration === time && one.end === "event")
    const competing = amount((one) => one.duration === time && one.end === "competing")
    return { at: time, atRisk, events, competing }
  }
  return times.map((time) => {
    const until = times.filter((each) => each <= time).map(at)
    const survival = until.reduce((share, step) => share * (1 - (step.events + step.competing) / step.atRisk), 1)
    const greenwood = until.reduce((sum, { atRisk, events, competing }) => {
      const ended = events + competing
      return sum + ended / (atRisk * (atRisk - ended))
    }, 0)
    const incidence = until.reduce((sum, { at: when, atRisk, events }) => {
      const before = times.filter((each) => each < when).map(at)
      const left = before.reduce((share, step) => share * (1 - (step.events + step.competing) / step.atRisk), 1)
      return sum + (left * events) / atRisk
    }, 0)
    return { ...at(time), survival, variance: survival > 0 ? survival ** 2 * greenwood : undefined, incidence }
  })
}

describe("the estimate of Kaplan and Meier", () => {
  it("is its definition, with Greenwood's variance and the incidence beside competing ends", () => {
    fc.assert(
      fc.property(observations, (all) => {
        const { steps } = Result.getOrThrow(Survival.estimate(all))
        const expected = naive(all)
        expect(steps.map(({ at, atRisk, events, competing }) => ({ at, atRisk, events, competing }))).toEqual(
          expected.map(({ at, atRisk, events, competing }) => ({ at, atRisk, events, competing }))
        )
        steps.forEach((step, index) => {
          expect(step.survival).toBeCloseTo(expected[index]?.survival ?? Number.NaN, 12)
          expect(step.incidence).toBeCloseTo(expected[index]?.incidence ?? Number.NaN, 12)
          if (step.variance === undefined) expect(step.survival).toBe(0)
          else expect(step.variance).toBeCloseTo(expected[index]?.variance ?? Number.NaN, 12)
        })
      }),
      runs
    )
  })

  it("never rises, stays within its interval, and shares everybody out between left, event and competing end", () => {
    fc.assert(
      fc.property(observations, (all) => {
        const { steps, observations: amount, events, competing, censored } = Result.getOrThrow(Survival.estimate(all))
        expect(events + competing + censored).toBe(amount)
        let before = 1
        for (const { survival, lower = 0, upper = 1, incidence } of steps) {
          expect(survival).toBeLessThanOrEqual(before)
          expect(lower).toBeLessThanOrEqual(survival)
          expect(upper).toBeGreaterThanOrEqual(survival)
          expect(incidence + survival).toBeLessThanOrEqual(1 + 1e-12)
          before = survival
        }
      }),
      runs
    )
  })

  it("is the plain share of those left where nobody is censored, and its median the nearest rank", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { minLength: 1, maxLength: 30 }), (durations) => {
        const survival = Result.getOrThrow(Survival.estimate(durations.map((duration) => ({ duration, end: "event" }))))
        for (const { at, survival: share } of survival.steps) {
          expect(share).toBeCloseTo(durations.filter((each) => each > at).length / durations.length, 12)
        }
        const sorted = durations.toSorted((a, b) => a - b)
        expect(survival.median).toBe(sorted[Math.ceil(durations.length / 2) - 1])
      }),
      runs
    )
  })

  it("does not depend on the order of the observations", () => {
    fc.assert(
      fc.property(observations, (all) => {
        expect(Survival.estimate(all.toReversed())).toEqual(Survival.estimate(all))
      }),
      runs
    )
  })
})

// The spells of a stage, read off the histories.
const spells = (
  known: ReadonlyArray<History>,
  asOf: number,
  event: ReadonlyArray<string> | undefined,
  others: "competing" | "censored"
): ReadonlyArray<Survival.Observation> =>
  known.flatMap(({ steps }) =>
    steps.flatMap((step, at): ReadonlyArray<Survival.Observation> => {
      if (step.stage !== "talks") return []
      const next = steps[at + 1]
      if (next === undefined) return [{ duration: asOf - step.at, end: "censored" }]
      const isEvent = event === undefined || event.includes(next.stage)
      return [{ duration: next.at - step.at, end: isEvent ? "event" : others }]
    })
  )

describe("survival in a stage", () => {
  it("R4-2 is the estimate of its spells, those open as of the time asked censored", () => {
    const event = fc.constantFrom(undefined, ["office"], ["lost", "lead"], [])
    fc.assert(
      fc.property(histories(), fc.nat(80), event, fc.constantFrom("competing", "censored"), (all, asOf, to, others) => {
        const known = knownAt([...all, tagged], asOf)
        const question = { stage: "talks", asOf, others, ...(to === undefined ? {} : { event: to }) }
        const found = Result.getOrThrow(Survival.of(journeysOf(all), question))
        const expected = Result.getOrThrow(Survival.estimate(spells(known, asOf, to, others)))
        expect(found).toEqual({ ...expected, stage: "talks", population: known.length, asOf })
      }),
      runs
    )
  })
})
