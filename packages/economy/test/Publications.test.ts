import { Count, Decider } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { IndicatorId } from "../src/Indicator.ts"
import * as Indicators from "../src/Indicators.ts"
import { PublicationCommand } from "../src/PublicationCommand.ts"
import * as Publications from "../src/Publications.ts"
import { PublicationId } from "../src/Published.ts"
import { day, published, scope } from "./figureScene.ts"

const decider = Publications.decider(Indicators.common)
type Encoded = typeof PublicationCommand.Encoded
const decode = Schema.decodeUnknownSync(PublicationCommand)

const publish = (...args: Parameters<typeof published>): Encoded => ({ _tag: "PublishFigure", ...published(...args) })
const correct = (publication: string, value: number, on: string, unit: "one" | "percent" = "one"): Encoded => ({
  _tag: "CorrectPublication",
  publication,
  printed: { count: Count.exact(value), unit },
  on
})
const withdraw = (publication: string, on: string): Encoded => ({ _tag: "WithdrawPublication", publication, on })

const after = (commands: ReadonlyArray<Encoded>): Publications.Publications => {
  const { state, failures } = Decider.run(
    decider,
    decider.initial,
    commands.map((one) => decode(one)),
    undefined
  )
  expect(failures).toEqual([])
  return state
}
const decide = (state: Publications.Publications, command: Encoded) => {
  const decided = decider.decide(state, decode(command), undefined)
  return Result.isSuccess(decided) ? decided.success : decided.failure
}
const value = (state: Publications.Publications, id: string, on?: string): number | undefined => {
  const found = Publications.get(state, PublicationId.make(id))
  return found === undefined
    ? undefined
    : Publications.known(found, on === undefined ? undefined : day(on))?.printed.count.value
}

const history = [
  publish("p1", "organisationCount", Count.exact(30), "one", { scope: scope("cbd.all") }),
  publish("p2", "organisationCount", Count.exact(12), "one", { scope: scope("cbd.drive") }),
  correct("p1", 31, "2023-03-01"),
  correct("p1", 32, "2023-06-01"),
  withdraw("p2", "2023-04-01")
]

describe("published figures", () => {
  it("A-01 are kept side by side with their labels, and a correction never overwrites", () => {
    const state = after(history)
    expect(
      ["2023-01-14", "2023-01-15", "2023-02-28", "2023-03-01", "2023-06-01"].map((on) => value(state, "p1", on))
    ).toEqual([undefined, 30, 30, 31, 32])
    expect(value(state, "p1")).toBe(32)
    expect([value(state, "p2", "2023-03-31"), value(state, "p2", "2023-04-01"), value(state, "p2")]).toEqual([
      12,
      undefined,
      undefined
    ])
    const id = IndicatorId.make("organisationCount")
    expect(Publications.ofIndicator(state, id, day("2023-02-01")).map(({ scope }) => scope.id)).toEqual([
      "cbd.all",
      "cbd.drive"
    ])
    expect(Publications.ofIndicator(state, id)).toHaveLength(1)
    expect(Publications.ofIndicator(state, IndicatorId.make("tax"))).toEqual([])
  })

  it("give no events when told again", () => {
    const state = after(history)
    expect(history.map((one) => decide(state, one))).toEqual(history.map(() => []))
  })

  it("are refused when the indicator, unit, id or day is wrong", () => {
    const state = after(history)
    expect(decide(state, publish("p9", "joy", Count.exact(1), "one"))).toMatchObject({
      code: "economy/IndicatorUnknown"
    })
    expect(decide(state, publish("p9", "tax", Count.exact(1), "percent"))).toMatchObject({ code: "economy/UnitUnfit" })
    expect(decide(state, publish("p1", "tax", Count.exact(1), "yuan"))).toMatchObject({
      code: "economy/PublicationIdTaken"
    })
    expect(decide(state, correct("p9", 1, "2024-01-01"))).toMatchObject({ code: "economy/PublicationUnknown" })
    expect(decide(state, correct("p1", 1, "2024-01-01", "percent"))).toMatchObject({ code: "economy/UnitUnfit" })
    for (const on of ["2023-01-15", "2023-03-01"]) {
      expect(decide(state, correct("p1", 9, on))).toMatchObject({ code: "economy/CorrectionNotLater" })
    }
    expect(decide(state, correct("p2", 9, "2023-04-01"))).toMatchObject({ code: "economy/CorrectionNotLater" })
    expect(decide(state, withdraw("p2", "2023-05-01"))).toMatchObject({ code: "economy/CorrectionNotLater" })
    const text = { source: "来电 13800005678" }
    expect(decide(state, publish("p9", "tax", Count.exact(1), "yuan", text))).toMatchObject({
      code: "economy/PublicationTextPersonal"
    })
  })

  it("P-02 may speak of a day to come only when they are called expected", () => {
    const early = { published: "2022-10-01" }
    const tax = (more: object) => publish("p9", "tax", Count.atLeast(13), "hundredMillionYuan", { ...early, ...more })
    expect(decide(decider.initial, tax({}))).toMatchObject({ code: "economy/PublishedEarly" })
    expect(decide(decider.initial, tax({ expected: true }))).toHaveLength(1)
  })

  it("are known as of a day whatever the order in which corrections were told", () => {
    const days = ["2023-02-01", "2023-03-01", "2023-04-01", "2023-05-01"]
    fc.assert(
      fc.property(fc.shuffledSubarray(days), fc.constantFrom("2023-01-20", ...days), (order, on) => {
        const first = publish("p1", "organisationCount", Count.exact(0), "one")
        const state = after([first, ...order.map((day) => correct("p1", days.indexOf(day) + 1, day))])
        const last = order
          .filter((day) => day <= on)
          .toSorted()
          .at(-1)
        expect(value(state, "p1", on)).toBe(last === undefined ? 0 : days.indexOf(last) + 1)
      }),
      { numRuns: 100, seed: 401 }
    )
  })
})
