import { describe, expect, it } from "vitest"
import * as Fair from "../src/Fair.ts"
import * as State from "../src/State.ts"
import { after, command, decide, on } from "./scene.ts"

describe("a fair", () => {
  const fair = (more: object = {}) =>
    command({
      _tag: "OpenFair",
      fair: "f1",
      scope: "cbd",
      invited: 30_000,
      institutions: ["bank-1", "bank-2"],
      products: [{ code: "loan", names: { zh: "小额信用贷" }, least: 20_000_000, most: 50_000_000, subsidy: 50 }],
      on: "2022-06-14",
      ...more
    })
  const consult = (enterprise: string, institution = "bank-1") =>
    on("RecordConsultation", { fair: "f1", enterprise, institution }, "2022-06-14")
  const apply = (application: string, enterprise: string, amount = 30_000_000) =>
    on("RecordApplication", { fair: "f1", application, enterprise, product: "loan", amount }, "2022-06-14")

  it("W-05 a cluster of needs leads to a fair whose reach and conversion count each enterprise once", () => {
    const state = after([
      fair(),
      consult("a"),
      consult("a", "bank-2"),
      consult("b"),
      apply("x1", "a"),
      apply("x2", "c"),
      on("DecideApplication", { fair: "f1", application: "x1", granted: 30_000_000 }, "2022-07-01"),
      on("DecideApplication", { fair: "f1", application: "x2" }, "2022-07-01")
    ])
    const known = State.fair(state, Fair.FairId.make("f1"))
    if (known === undefined) throw new Error("the fair is known")
    expect(Fair.outcome(known)).toEqual({
      invited: 30_000,
      reached: 3,
      applied: 2,
      granted: 1,
      reach: 3 / 30_000,
      conversion: 2 / 3
    })
  })

  it("W-05 the least amount is not above the most, and an application stays within them", () => {
    const upsideDown = fair({ products: [{ code: "loan", names: { zh: "贷" }, least: 2, most: 1 }] })
    expect(decide(after([]), upsideDown)).toMatchObject({ code: "matching/RangeReversed" })
    const state = after([fair()])
    expect(decide(state, apply("x1", "a", 50_000_001))).toMatchObject({ _tag: "AmountOutOfRange" })
    expect(decide(state, consult("a", "bank-9"))).toMatchObject({ _tag: "NotFound", sort: "institution" })
    expect(decide(state, on("DecideApplication", { fair: "f1", application: "zz" }))).toMatchObject({
      sort: "application"
    })
  })
})
