import { CivilDate } from "@louyu/kernel"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import * as Conversion from "../src/Conversion.ts"
import * as Forecast from "../src/Forecast.ts"
import * as Funnel from "../src/Funnel.ts"
import * as Journeys from "../src/Journeys.ts"
import * as Pipeline from "../src/Pipeline.ts"
import { investment } from "../src/PipelinePresets.ts"
import { adopt, advance, after, day, type Encoded, known, on, open } from "./scene.ts"

const date = (n: number) => CivilDate.addDays(day("2024-03-01"), n)
const win = (id: string, n: number, area: number): ReadonlyArray<Encoded> => [
  open(id, { on: date(n), source: "fair", intent: { buildings: ["b1"], least: area, most: area } }),
  advance(id, "assessed", date(n + 2)),
  advance(id, "negotiating", date(n + 5)),
  advance(id, "signed", date(n + 25), ["contract"]),
  on("WinProspect", id, {}, date(n + 35)),
  advance(id, "operating", date(n + 60))
]
const lose = (id: string, n: number): ReadonlyArray<Encoded> => [
  open(id, { on: date(n), intent: { buildings: ["b2"] } }),
  advance(id, "assessed", date(n + 4)),
  on("LoseProspect", id, { exit: "lost", reason: "rent" }, date(n + 10))
]
const state = after([
  adopt(),
  ...win("w1", 0, 300),
  ...win("w2", 3, 200),
  ...win("w3", 6, 100),
  ...lose("x1", 0),
  ...lose("x2", 1),
  open("o1", { on: date(20), source: "fair", intent: { least: 500, most: 700 } }),
  advance("o1", "assessed", date(30))
])
const of = (extent: Funnel.Extent = {}) => {
  const funnel = Funnel.of(state, investment.id, extent)
  if (funnel === undefined) throw new Error("there is a pipeline")
  return funnel
}
const asOf = CivilDate.toEpochDay(date(100))

describe("the funnel of a pipeline", () => {
  it("H-25 R4-2 tells of every stage who is there, who was, how long, and how many went on, with what that is of", () => {
    const report = Result.getOrThrow(Funnel.report(of(), { asOf }))
    const [lead, assessed, negotiating] = report
    expect([lead?.now, lead?.ever, lead?.dwell.median]).toEqual([0, 6, 2])
    expect(assessed?.conversion).toMatchObject({ to: "negotiating", entered: 6, reached: 3, ended: 2, still: 1 })
    expect(assessed?.conversion?.rate).toMatchObject({ numerator: 3, denominator: 5, population: 6, asOf })
    expect(negotiating?.conversion?.to).toBe("signed")
    expect(assessed?.survival).toMatchObject({ observations: 6, censored: 1 })
    const first = { began: { from: CivilDate.toEpochDay(date(0)), until: CivilDate.toEpochDay(date(2)) } }
    const early = Result.getOrThrow(Funnel.report(of(), { asOf, cohort: first }))
    expect(early[0]?.ever).toBe(3)
  })

  it("counts a day as it was then", () => {
    const counts = Result.getOrThrow(Journeys.counts(of().journeys, { asOf: CivilDate.toEpochDay(date(6)) }))
    expect(counts.stages.filter(({ now }) => now > 0)).toMatchObject([
      { stage: "lead", now: 1 },
      { stage: "assessed", now: 3 },
      { stage: "negotiating", now: 1 }
    ])
  })

  it("H-25 a firm that was won and leaves was won all the same, and one that steps back was not", () => {
    const ended = (more: Encoded) => {
      const funnel = Funnel.of(after([adopt(), ...win("w", 0, 100).slice(0, 5), more]), investment.id, { until: "won" })
      return funnel && Journeys.history(funnel.journeys, "w").at(-1)?.stage
    }
    expect(ended(on("LoseProspect", "w", { exit: "left", reason: "closed" }, date(90)))).toBe("movedIn")
    expect(ended(on("RegressProspect", "w", { to: "signed", reason: "退租" }, date(90)))).toBe("signed")
  })

  it("R4-13 groups by source and intended building", () => {
    const { journeys, codes } = of()
    const fair = codes.source.indexOf("fair")
    const question = { from: "lead", to: "movedIn", asOf, cohort: { where: { source: [fair] } } }
    expect(Result.getOrThrow(Conversion.between(journeys, question)).everRate).toMatchObject({
      numerator: 3,
      denominator: 4
    })
    expect(codes.building).toEqual(["b1", "b2"])
  })

  it("R4-11 expects how many of those under way will settle and how much they take, with an interval", () => {
    const { journeys } = of({ until: "won" })
    const chain = Result.getOrThrow(Forecast.learn(journeys, { asOf }))
    const outlook = Result.getOrThrow(
      Forecast.expect(journeys, chain, {
        outcome: "movedIn",
        asOf,
        weight: (subject) => {
          const { least = 0, most = least } = known(state, subject).prospect.intent ?? {}
          return (least + most) / 2
        }
      })
    )
    // One is being looked into; of five who were, three settled.
    expect(outlook).toMatchObject({ expected: expect.closeTo(0.6) })
    expect(outlook.weight).toMatchObject({ expected: expect.closeTo(360) })
  })

  it("leaves out what comes after the stage the pipeline is for, when asked to", () => {
    const { journeys } = of({ until: "won" })
    expect(Journeys.history(journeys, "w1").map(({ stage }) => stage)).toEqual([
      "lead",
      "assessed",
      "negotiating",
      "signed",
      "movedIn"
    ])
    expect(Funnel.of(state, Pipeline.PipelineId.make("nothing"))).toBeUndefined()
  })
})
