import { AnalyticsError, Forecast, Journeys } from "@louyu/recruitment"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import * as Normal from "../src/analytics/Normal.ts"
import { rules, stages } from "./analytics/histories.ts"

const failure = <A, E>(result: Result.Result<A, E>): E | undefined =>
  Result.isFailure(result) ? result.failure : undefined

const chainOf = (evidence: Forecast.Evidence): Forecast.Chain => Result.getOrThrow(Forecast.chain(evidence))
const at = ({ stages: all }: Forecast.Chain, stage: string): Forecast.Known => {
  const found = all.find((one) => one.stage === stage)
  if (found?.known !== true) throw new Error(`nothing is known of ${stage}`)
  return found
}
const probability = (chain: Forecast.Chain, stage: string, outcome: string): number =>
  at(chain, stage).outcomes.find((one) => one.outcome === outcome)?.probability ?? Number.NaN
const move = (from: string, to: string, count: number): Forecast.Move => ({ from, to, count })
const end = (id: string) => ({ id, terminal: true })

describe("an absorbing chain", () => {
  it("R4-11 gives the gambler's chances and the length of the game in closed form", () => {
    const most = 7
    const [up, down] = [2, 3]
    const walk = Array.from({ length: most - 1 }, (_, rung) => rung + 1)
    const chain = chainOf({
      stages: [end("0"), ...walk.map((rung) => ({ id: `${rung}` })), end(`${most}`)],
      moves: walk.flatMap((rung) => [move(`${rung}`, `${rung + 1}`, up), move(`${rung}`, `${rung - 1}`, down)]),
      meanTimes: Object.fromEntries(walk.map((rung) => [`${rung}`, 1]))
    })
    const ratio = down / up
    for (const rung of walk) {
      const wins = (1 - ratio ** rung) / (1 - ratio ** most)
      expect(probability(chain, `${rung}`, `${most}`)).toBeCloseTo(wins, 12)
      const share = up / (up + down)
      expect(at(chain, `${rung}`).time).toBeCloseTo((rung - most * wins) / (1 - 2 * share), 10)
    }
  })

  it("counts returns: one who comes back half the time visits twice", () => {
    const chain = chainOf({
      stages: [{ id: "a" }, { id: "b" }, end("out")],
      moves: [move("a", "b", 40), move("b", "a", 20), move("b", "out", 20)],
      meanTimes: { a: 3, b: 4 }
    })
    expect(at(chain, "a").visits).toEqual([
      { stage: "a", visits: 2 },
      { stage: "b", visits: 2 }
    ])
    expect(at(chain, "a").time).toBe(14)
    expect(at(chain, "a").few).toBe(false)
  })

  it("says nothing of a stage from which nothing was seen, nor of those that lead there", () => {
    const chain = chainOf({
      stages: [{ id: "a" }, { id: "b" }, { id: "c" }, end("won"), end("lost")],
      moves: [move("a", "b", 1), move("a", "won", 9), move("c", "lost", 5)]
    })
    expect(chain.stages.slice(0, 2)).toEqual([
      { known: false, stage: "a", observed: 10, because: "leadsToUnobserved" },
      { known: false, stage: "b", observed: 0, because: "nothingObserved" }
    ])
    expect(probability(chain, "c", "lost")).toBe(1)
    expect(at(chain, "c")).toMatchObject({ observed: 5, few: true, time: undefined })
  })

  it("says nothing where a journey may go round for ever", () => {
    const chain = chainOf({
      stages: [{ id: "a" }, { id: "b" }, { id: "c" }, end("won")],
      moves: [move("a", "b", 1), move("a", "won", 1), move("b", "c", 1), move("c", "b", 1)]
    })
    expect(chain.stages.map((one) => (one.known ? "known" : one.because))).toEqual([
      "mayNeverEnd",
      "mayNeverEnd",
      "mayNeverEnd"
    ])
  })

  it("adds a prior only where one is given, and gives it back", () => {
    const evidence = { stages: [{ id: "a" }, end("won"), end("lost")], moves: [move("a", "won", 3)] }
    expect(probability(chainOf(evidence), "a", "won")).toBe(1)
    const prior = [{ from: "a", to: "lost", weight: 0.5 }]
    const smoothed = chainOf({ ...evidence, prior })
    expect(probability(smoothed, "a", "won")).toBeCloseTo(3 / 3.5, 14)
    expect(smoothed.prior).toEqual(prior)
    expect(at(smoothed, "a").observed).toBe(3)
    const alone = chainOf({ stages: evidence.stages, moves: [], prior })
    expect([probability(alone, "a", "lost"), at(alone, "a").few]).toEqual([1, true])
  })

  it("does not follow a reopening: a terminal stage is an outcome", () => {
    const chain = chainOf({
      stages: [{ id: "a" }, end("lost")],
      moves: [move("a", "lost", 4), move("lost", "a", 2)]
    })
    expect(chain.stages).toHaveLength(1)
    expect(at(chain, "a").visits).toEqual([{ stage: "a", visits: 1 }])
  })

  it("is refused for strange amounts and stages, and where next to nothing leads out", () => {
    const all = [{ id: "a" }, { id: "b" }, end("out")]
    const fail = (moves: ReadonlyArray<Forecast.Move>, rest: Partial<Forecast.Evidence> = {}) =>
      failure(Forecast.chain({ stages: all, moves, ...rest }))
    expect(fail([move("a", "x", 1)])).toMatchObject({ _tag: "StageUnknown", stage: "x" })
    expect(fail([move("a", "b", -1)])).toMatchObject({ _tag: "AmountRejected", what: "moves" })
    expect(fail([], { prior: [{ from: "a", to: "b", weight: Number.NaN }] })).toMatchObject({ what: "prior" })
    expect(fail([], { meanTimes: { a: -1 } })).toMatchObject({ what: "meanTime", value: -1 })
    const nearly = [move("a", "b", 1), move("b", "a", 1e17), move("b", "out", 1)]
    expect(fail(nearly)).toMatchObject({ _tag: "ChainSingular", stages: ["a", "b"] })
  })
})

describe("the expected outcome", () => {
  const journeys = Result.getOrThrow(Journeys.make(stages, rules))
  const append = (subject: string, stage: string, at: number) =>
    Result.getOrThrow(Journeys.append(journeys, subject, stage, at))
  for (let firm = 0; firm < 40; firm++) {
    append(`f${firm}`, "lead", 0)
    append(`f${firm}`, "office", 10)
    if (firm < 10) append(`f${firm}`, firm < 8 ? "settled" : "lost", 30)
  }
  const learnt = Result.getOrThrow(Forecast.learn(journeys))

  it("R4-11 of thirty offices of which four in five settle is 24, with the interval of the binomial distribution", () => {
    const outlook = Result.getOrThrow(Forecast.expect(journeys, learnt, { outcome: "settled", weight: () => 100 }))
    expect(outlook).toMatchObject({ open: 30, already: 8, method: "exact", unknown: [], few: ["office"] })
    expect(outlook.expected).toBeCloseTo(24, 12)
    // P(X <= 19) = 0.0256, P(X <= 20) = 0.0611; P(X <= 26) = 0.8773, P(X <= 27) = 0.9558.
    expect([outlook.lower, outlook.upper]).toEqual([20, 27])
    expect(outlook.weight?.expected).toBeCloseTo(2_400, 9)
    expect(outlook.weight?.deviation).toBeCloseTo(100 * Math.sqrt(30 * 0.8 * 0.2), 9)
    expect(outlook.weight?.upper).toBeCloseTo(2_400 + 1.6448536269514722 * 100 * Math.sqrt(4.8), 8)
    expect(outlook.weight).toMatchObject({ open: 3_000, missing: 0 })
  })

  it("names those of whom nothing can be said, instead of guessing", () => {
    const early = Result.getOrThrow(Forecast.learn(journeys, { asOf: 20 }))
    const outlook = Result.getOrThrow(Forecast.expect(journeys, early, { outcome: "settled", asOf: 20 }))
    expect(outlook).toMatchObject({ open: 40, expected: 0, lower: 0, upper: 0 })
    expect(outlook.unknown).toEqual([{ stage: "office", because: "nothingObserved", count: 40 }])
  })

  it("leaves out of the weight who has none, and says how many", () => {
    const weight = (subject: string) => (subject === "f20" ? undefined : 10)
    const outlook = Result.getOrThrow(Forecast.expect(journeys, learnt, { outcome: "settled", weight }))
    expect([outlook.weight?.open, outlook.weight?.missing]).toEqual([290, 1])
  })

  it("takes the distribution as normal beyond 5,000 under way", () => {
    const many = Result.getOrThrow(Journeys.make(stages, rules))
    for (let firm = 0; firm < 5_001; firm++) Result.getOrThrow(Journeys.append(many, `f${firm}`, "lead", 0))
    const outlook = Result.getOrThrow(Forecast.expect(many, learnt, { outcome: "settled" }))
    expect(outlook.method).toBe("normal")
    const spread = 1.6448536269514722 * Math.sqrt(5_001 * 0.16)
    expect([outlook.lower, outlook.upper]).toEqual([Math.floor(4_000.8 - spread), Math.ceil(4_000.8 + spread)])
  })

  it("is refused for an outcome that is none, a level that is none and a weight below nothing", () => {
    const fail = (question: Forecast.Question) => failure(Forecast.expect(journeys, learnt, question))
    expect(fail({ outcome: "lead" })).toBeInstanceOf(AnalyticsError.OutcomeRejected)
    expect(fail({ outcome: "settled", level: 0 })).toBeInstanceOf(AnalyticsError.LevelRejected)
    expect(fail({ outcome: "settled", weight: () => -1 })).toMatchObject({ _tag: "AmountRejected", what: "weight" })
    expect(failure(Forecast.distribution([0.5, 1.5]))).toMatchObject({ what: "probability", value: 1.5 })
  })
})

describe("the normal distribution", () => {
  it("has its published quantiles, and its tails are nothing and all", () => {
    const known = [
      [0.5, 0],
      [0.9, 1.2815515655446004],
      [0.975, 1.959963984540054],
      [0.995, 2.5758293035489004],
      [0.9995, 3.2905267314918945]
    ] as const
    for (const [share, value] of known) {
      expect(Normal.quantile(share)).toBeCloseTo(value, 11)
      expect(Normal.below(value)).toBeCloseTo(share, 13)
      expect(Normal.below(-value)).toBeCloseTo(1 - share, 13)
    }
    expect([Normal.below(-9), Normal.below(9)]).toEqual([0, 1])
  })
})
