import { Identifier } from "@louyu/kernel"
import { describe, expect, it } from "vitest"
import * as Breakthrough from "../src/Breakthrough.ts"
import * as WhistleRates from "../src/WhistleRates.ts"
import * as State from "../src/WhistleState.ts"
import { after, at, blow, decide, hour, known, say } from "./whistleScene.ts"

const unit = Identifier.UnitId.make
const departments = ["hr", "business", "market"]
const blown = after([blow("w", departments)])
const report = (department: string, when: number, plan = "次日上门") => say("ReportIn", "w", when, { department, plan })
const assign = (task: string, to: string, when: number) =>
  say("AssignWhistleTask", "w", when, { task, names: { zh: "办理" }, to })
const resolve = (task: string, by: string, when: number) =>
  say("ResolveWhistleTask", "w", when, { task, by, result: "已办理" })
const close = (when: number, confirmedBy = "firm") => say("CloseWhistle", "w", when, { confirmedBy })

describe("a whistle", () => {
  it("D-08 invariant 11: every called department reported in or is overdue once the time is over", () => {
    const state = after([report("hr", 2), report("market", 30)], blown)
    const answers = (hours: number) => State.answers(known(state, "w"), at(hours)).map(({ answer }) => answer)
    expect(answers(1)).toEqual(["pending", "pending", "pending"])
    expect(answers(24)).toEqual(["reported", "pending", "pending"])
    expect(answers(25)).toEqual(["reported", "overdue", "overdue"])
    expect(answers(30)).toEqual(["reported", "overdue", "reportedLate"])
    expect(answers(-1)).toEqual([])
    expect(State.overdue(known(state, "w"), at(30))).toEqual(["business"])
  })

  it("D-08 only called departments report in, once, and not before the whistle", () => {
    expect(decide(blown, report("tax", 2))).toMatchObject({ code: "casework/DepartmentNotCalled" })
    expect(decide(blown, report("hr", -1))).toMatchObject({ code: "casework/WhistleOutOfOrder" })
    const reported = after([report("hr", 2)], blown)
    expect(decide(reported, report("hr", 3))).toMatchObject({ code: "casework/WhistlePartTaken" })
    expect(decide(reported, report("hr", 2))).toEqual([])
    expect(decide(blown, report("hr", 2, "请致电 13800138000"))).toMatchObject({ code: "casework/WhistleTextPersonal" })
  })

  it("D-08 calls units that exist, each once, by a time that is to come", () => {
    expect(decide(State.initial, blow("w", ["nobody"]))).toMatchObject({ code: "casework/WhistlePartUnknown" })
    expect(decide(State.initial, blow("w", ["hr", "hr"]))).toMatchObject({ code: "casework/WhistlePartTaken" })
    expect(decide(State.initial, blow("w", ["hr"], { due: at(-1) }))).toMatchObject({
      code: "casework/WhistleOutOfOrder"
    })
    expect(decide(blown, blow("w", ["hr"]))).toMatchObject({ code: "casework/WhistlePartTaken", sort: "whistle" })
    expect(decide(State.initial, close(3))).toMatchObject({ code: "casework/WhistlePartUnknown" })
  })

  it("D-08 a department gets tasks after it reported in, and resolves its own", () => {
    expect(decide(blown, assign("t", "hr", 3))).toMatchObject({ code: "casework/DepartmentNotReported" })
    const assigned = after([report("hr", 2), report("market", 3), assign("t", "hr", 3)], blown)
    expect(decide(assigned, resolve("t", "market", 5))).toMatchObject({
      code: "casework/WhistleActorUnfit",
      wanted: "hr"
    })
    expect(decide(assigned, resolve("t", "hr", 2.5))).toMatchObject({ code: "casework/WhistleOutOfOrder" })
    expect(decide(assigned, resolve("x", "hr", 5))).toMatchObject({ code: "casework/WhistlePartUnknown" })
    expect(State.openTasks(known(assigned, "w")).map(({ task }) => task)).toEqual(["t"])
  })

  it("D-08 closes only when all tasks are closed, nobody is awaited, and the caller confirms", () => {
    const open = after([report("hr", 2), report("market", 3), assign("t", "hr", 3)], blown)
    expect(decide(blown, close(30))).toMatchObject({ code: "casework/WhistleNotDone", tasks: [], pending: [] })
    expect(decide(open, close(30))).toMatchObject({ code: "casework/WhistleNotDone", tasks: ["t"] })
    const done = after([resolve("t", "hr", 10)], open)
    expect(decide(done, close(30, "hr"))).toMatchObject({ code: "casework/WhistleActorUnfit", wanted: "firm" })
    expect(decide(done, close(12))).toMatchObject({ code: "casework/WhistleNotDone", pending: ["business"] })
    expect(decide(done, close(9))).toMatchObject({ code: "casework/WhistleOutOfOrder" })
    const closed = after([close(30)], done)
    expect(known(closed, "w").closed).toBe(at(30))
    expect(decide(closed, report("business", 31))).toMatchObject({ code: "casework/WhistleOver" })
    expect(State.overdue(known(closed, "w"), at(40))).toEqual(["business"])
  })

  it("D-08 the caller judges the result, also afterwards; nobody else does", () => {
    const evaluate = (by: string, satisfied: boolean, when: number) =>
      say("EvaluateWhistle", "w", when, { by, satisfied, score: satisfied ? 5 : 2 })
    const done = after([report("hr", 2), assign("t", "hr", 3), resolve("t", "hr", 10)], blown)
    expect(decide(done, evaluate("hr", true, 11))).toMatchObject({ code: "casework/WhistleActorUnfit" })
    expect(decide(blown, evaluate("firm", true, 11))).toMatchObject({ code: "casework/WhistleNotDone" })
    const judged = after([evaluate("firm", false, 11), close(30), evaluate("firm", true, 50)], done)
    expect(known(judged, "w").evaluations.map(({ satisfied }) => satisfied)).toEqual([false, true])
    const cohort = { from: at(0), to: at(200), asOf: at(40) }
    expect(WhistleRates.outcome(judged, cohort)).toMatchObject({
      closed: { numerator: 1, denominator: 1 },
      satisfied: { numerator: 0, denominator: 1, rate: 0 }
    })
    expect(WhistleRates.outcome(judged, { ...cohort, asOf: at(50) }).satisfied.rate).toBe(1)
  })
})

describe("rates", () => {
  const cohort = { from: at(0), to: at(200), asOf: at(30) }

  it("D-08 the report-in rate and the time to report have their numerator and denominator", () => {
    const state = after([report("hr", 2), report("business", 4), report("market", 30)], blown)
    expect(WhistleRates.reporting(state, cohort)).toMatchObject({
      reportedIn: { numerator: 3, denominator: 3, rate: 1 },
      inTime: { numerator: 2, denominator: 3 },
      meanMillis: 12 * hour,
      medianMillis: 4 * hour,
      overdue: 0
    })
    expect(WhistleRates.reporting(state, { ...cohort, asOf: at(29) })).toMatchObject({
      reportedIn: { numerator: 2, denominator: 3 },
      overdue: 1
    })
    expect(WhistleRates.reporting(state, cohort, unit("market"))).toMatchObject({
      inTime: { numerator: 0, denominator: 1, rate: 0 }
    })
  })

  it("D-08 of nothing there is no rate", () => {
    expect(WhistleRates.reporting(State.initial, cohort)).toMatchObject({
      reportedIn: { numerator: 0, denominator: 0, rate: undefined },
      meanMillis: undefined,
      medianMillis: undefined
    })
    expect(WhistleRates.outcome(blown, cohort).satisfied).toMatchObject({ denominator: 0, rate: undefined })
    expect(WhistleRates.blown(blown, { ...cohort, from: at(1) })).toEqual([])
  })

  it("D-08 too few and too many whistles are both seen", () => {
    const state = after(["a", "b", "c", "d"].map((id) => blow(id, ["hr"], id === "d" ? { caller: "other" } : {})))
    expect(
      WhistleRates.frequency(
        state,
        cohort,
        ["firm", "other", "silent"].map((id) => unit(id)),
        { least: 1, most: 2 }
      )
    ).toEqual([
      { caller: "firm", whistles: 3, sign: "many" },
      { caller: "other", whistles: 1, sign: "usual" },
      { caller: "silent", whistles: 0, sign: "few" }
    ])
  })
})

describe("breakthrough", () => {
  it("P-38 has three modes and three targets", () => {
    expect(Breakthrough.modes.map(({ names }) => names.zh)).toEqual(["联动破难", "专题破难", "驻点破难"])
    expect(Breakthrough.targets.map(({ id }) => id)).toEqual(["enterprise", "industry", "building"])
  })

  it("P-38 A-10 every mode goes with every target, and with none", () => {
    const pairs = Breakthrough.modes.flatMap(({ id: mode }) =>
      [...Breakthrough.targets, undefined].map((target) => ({ mode, ...(target ? { target: target.id } : {}) }))
    )
    const twentyTwo = Array.from({ length: 22 }, (_, n) => `department-${n + 1}`)
    const state = after(pairs.map((pair, n) => blow(`w${n}`, twentyTwo, pair)))
    expect([...State.whistles(state)]).toHaveLength(12)
    expect(known(state, "w0").blown).toMatchObject({ mode: "linked", target: "enterprise" })
    expect(known(state, "w0").blown.departments).toHaveLength(22)
    // By mode and by target each is counted apart: they were never paired.
    const by = (of: "mode" | "target") => {
      const groups = Map.groupBy(State.whistles(state), ({ blown }) => blown[of])
      return new Map([...groups].map(([key, some]) => [key, [...some].length]))
    }
    expect(by("mode")).toEqual(new Map(Breakthrough.modes.map(({ id }) => [id, 4])))
    expect(by("target")).toEqual(new Map([...Breakthrough.targets.map(({ id }) => id), undefined].map((id) => [id, 3])))
    expect(() => decide(state, blow("w13", twentyTwo, { mode: "forceful" }))).toThrow()
    expect(() => decide(state, blow("w13", twentyTwo, { mode: "linked", target: "street" }))).toThrow()
  })
})
