import { describe, expect, it } from "vitest"
import * as Pipeline from "../src/Pipeline.ts"
import * as PipelinePresets from "../src/PipelinePresets.ts"
import * as State from "../src/State.ts"
import { adopt, advance, after, command, day, decide, known, on, open, person, unit } from "./scene.ts"

const base = after([adopt(), open("p1")])
const won = (id: string) => [
  advance(id, "assessed", "2024-03-02"),
  advance(id, "negotiating", "2024-03-05"),
  advance(id, "signed", "2024-04-01", ["contract"]),
  on("WinProspect", id, { tenant: "firm-1" }, "2024-05-01")
]

describe("pipelines are data", () => {
  it("H-25 R4-1 every preset is sound and its stages lie in phases: come in, stay, grow", () => {
    for (const pipeline of PipelinePresets.all) expect(Pipeline.contradictions(pipeline)).toEqual([])
    const { phases, stages } = PipelinePresets.investment
    expect(phases.map(({ names }) => names.zh)).toEqual(["进得来", "留得住", "发展好"])
    expect(stages.map(({ phase }) => phase)).toEqual([...Array(6).fill("comeIn"), "stay", "stay", "grow"])
  })

  it("H-28 technology goes from development over transfer and incubation to industry", () => {
    expect(PipelinePresets.technology.stages.map(({ names }) => names.zh)).toEqual(["开发", "转化", "孵化", "产业化"])
    const state = after([
      adopt(PipelinePresets.technology),
      open("t1", { pipeline: "technology" }),
      advance("t1", "transfer", "2024-04-01", ["contract"]),
      advance("t1", "incubation", "2024-06-01"),
      on("WinProspect", "t1", {}, "2024-12-01")
    ])
    expect(known(state, "t1")).toMatchObject({ stage: "industrialisation", won: "2024-12-01" })
    // No stage is left out, and nothing is transferred without its paper.
    const begun = after([adopt(PipelinePresets.technology), open("t2", { pipeline: "technology" })])
    expect(decide(begun, advance("t2", "incubation", "2024-04-01"))).toMatchObject({ _tag: "MoveNotAllowed" })
    expect(decide(begun, advance("t2", "transfer", "2024-04-01"))).toMatchObject({ _tag: "EvidenceMissing" })
    expect(decide(begun, on("WinProspect", "t2", {}, "2024-04-01"))).toMatchObject({ _tag: "MoveNotAllowed" })
  })

  it("P-32 P-22 talent is introduced, cultivated, put to work and kept, and goes by no name", () => {
    const { talent } = PipelinePresets
    expect(talent.phases.map(({ names }) => names.zh)).toEqual(["引才", "育才", "用才", "留才"])
    const state = after([adopt(talent)])
    const fair = { pipeline: "talent", source: "fair", reference: "job-fair-1" }
    expect(decide(state, open("t1", fair))).toMatchObject({ code: "recruitment/NameNotFitting", subject: "person" })
    const { names: _, ...nameless } = { ...fair, names: undefined }
    const opened = { _tag: "OpenProspect", prospect: "t1", ...nameless, contact: "person-7", on: "2024-03-01" } as const
    const practised = after(
      [opened, advance("t1", "interviewed", "2024-03-05"), advance("t1", "internship", "2024-07-01")],
      state
    )
    expect(known(practised, "t1")).toMatchObject({ stage: "internship", prospect: { contact: "person-7" } })
  })

  it("R4-1 optional stages may be skipped, others not, and back goes as the pipeline says", () => {
    const [lead, negotiating, transitional, signed, registered] = [
      "lead",
      "negotiating",
      "transitional",
      "signed",
      "registered"
    ].map((id) => Pipeline.StageId.make(id)) as [
      Pipeline.StageId,
      Pipeline.StageId,
      Pipeline.StageId,
      Pipeline.StageId,
      Pipeline.StageId
    ]
    const { investment, talent } = PipelinePresets
    expect(Pipeline.next(investment, negotiating)).toEqual(["transitional", "signed"])
    expect(Pipeline.direction(investment, transitional, signed)).toBe("forward")
    expect(Pipeline.direction(investment, lead, signed)).toBe("notAllowed")
    expect(Pipeline.direction(investment, registered, lead)).toBe("back")
    expect(Pipeline.direction(talent, Pipeline.StageId.make("onBoard"), Pipeline.StageId.make("applied"))).toBe(
      "notAllowed"
    )
    const declared = { ...investment, moves: [{ from: lead, to: signed }] }
    expect(Pipeline.direction(declared, lead, signed)).toBe("forward")
  })

  it("R4-1 a pipeline that contradicts itself is refused with the ids at fault", () => {
    const { investment } = PipelinePresets
    const broken = {
      ...investment,
      won: Pipeline.StageId.make("nowhere"),
      stages: [...investment.stages, investment.stages[0]]
    } as Pipeline.Pipeline
    expect(decide(State.initial, adopt(broken))).toMatchObject({
      code: "recruitment/PipelineUnsound",
      ids: ["lead", "nowhere"]
    })
  })

  it("invariant 12: a new version lets prospects keep their history, and says where those go on whose stage is gone", () => {
    const { investment } = PipelinePresets
    const shorter = {
      ...investment,
      version: 2,
      stages: investment.stages.filter(({ id }) => id !== "assessed")
    } as unknown as Pipeline.Pipeline
    const state = after([advance("p1", "assessed", "2024-03-02")], base)
    expect(decide(state, adopt(shorter, "2024-06-01"))).toMatchObject({
      code: "recruitment/StageAbandoned",
      stage: "assessed",
      prospects: 1
    })
    const moved = after([adopt(shorter, "2024-06-01", { replaced: { assessed: "negotiating" } })], state)
    expect(known(moved, "p1").steps).toEqual([
      { stage: "lead", from: "2024-03-01", how: "opened" },
      { stage: "assessed", from: "2024-03-02", how: "forward" },
      { stage: "negotiating", from: "2024-06-01", how: "newVersion" }
    ])
    expect(decide(moved, adopt(investment, "2024-07-01"))).toMatchObject({ code: "recruitment/VersionNotNewer" })
    expect(State.pipeline(moved, investment.id, day("2024-05-31"))?.version).toBe(1)
  })
})

describe("a prospect", () => {
  it("H-25 R4-2 goes from stage to stage, each with its day, and is won where its pipeline says", () => {
    const state = after(won("p1"), base)
    expect(known(state, "p1")).toMatchObject({
      stage: "movedIn",
      won: "2024-05-01",
      tenant: { unit: "firm-1" },
      standing: "open"
    })
    expect(known(state, "p1").steps.map(({ stage, from }) => `${from} ${stage}`)).toEqual([
      "2024-03-01 lead",
      "2024-03-02 assessed",
      "2024-03-05 negotiating",
      "2024-04-01 signed",
      "2024-05-01 movedIn"
    ])
    expect(State.stageOn(known(state, "p1"), day("2024-03-31"))).toBe("negotiating")
    const grown = after([advance("p1", "operating", "2024-08-01"), advance("p1", "grown", "2025-08-01")], state)
    expect(known(grown, "p1")).toMatchObject({ stage: "grown", won: "2024-05-01" })
  })

  it("a move that the pipeline does not allow is refused with those it does", () => {
    expect(decide(base, advance("p1", "signed", "2024-03-02"))).toMatchObject({
      code: "recruitment/MoveNotAllowed",
      from: "lead",
      to: "signed",
      allowed: ["assessed"]
    })
    expect(decide(base, advance("p1", "nowhere", "2024-03-02"))).toMatchObject({
      code: "recruitment/NotFound",
      sort: "stage"
    })
    expect(decide(base, on("WinProspect", "p1", {}, "2024-03-02"))).toMatchObject({
      code: "recruitment/MoveNotAllowed"
    })
  })

  it("evidence that is missing is named, and may have been filed before", () => {
    const talking = after(won("p1").slice(0, 2), base)
    expect(decide(talking, advance("p1", "signed", "2024-04-01"))).toMatchObject({
      code: "recruitment/EvidenceMissing",
      missing: ["contract"]
    })
    const filed = after([on("FileEvidence", "p1", { evidence: "contract", reference: "doc-9" }, "2024-03-20")], talking)
    expect(decide(filed, advance("p1", "signed", "2024-04-01"))).toMatchObject([
      { _tag: "ProspectAdvanced", to: "signed" }
    ])
    expect(decide(filed, advance("p1", "signed", "2024-03-19"))).toMatchObject({ code: "recruitment/EvidenceMissing" })
  })

  it("R4-8 goes out with a reason of the pipeline only, from where that way is open", () => {
    const lose = (exit: string, reason?: string) =>
      on("LoseProspect", "p1", { exit, ...(reason === undefined ? {} : { reason }) }, "2024-03-09")
    expect(decide(base, lose("lost"))).toMatchObject({ code: "recruitment/ExitReasonMissing", exit: "lost" })
    expect(decide(base, lose("lost", "weather"))).toMatchObject({ code: "recruitment/ExitReasonMissing" })
    expect(decide(base, lose("left", "relocated"))).toMatchObject({ code: "recruitment/ExitNotAllowed", stage: "lead" })
    expect(decide(base, lose("vanished", "rent"))).toMatchObject({ code: "recruitment/NotFound", sort: "exit" })
    const lost = after([lose("lost", "rent")], base)
    expect(known(lost, "p1")).toMatchObject({
      standing: "gone",
      departures: [{ exit: "lost", reason: "rent", stage: "lead" }]
    })
  })

  it("invariant 12: what went out moves no more unless it is reopened, in time, where the pipeline allows it", () => {
    const lost = after([on("LoseProspect", "p1", { exit: "lost", reason: "rent" }, "2024-03-09")], base)
    for (const input of [
      advance("p1", "assessed", "2024-03-10"),
      on("ParkProspect", "p1", { reason: "等待" }, "2024-03-10"),
      on("AssignProspect", "p1", { liaison: "l1" }, "2024-03-10"),
      on("LoseProspect", "p1", { exit: "lost", reason: "space" }, "2024-03-10")
    ])
      expect(decide(lost, input)).toMatchObject({ code: "recruitment/NotPossible", status: "gone" })
    expect(decide(lost, on("ReopenProspect", "p1", { reason: "重新考虑" }, "2025-03-10"))).toMatchObject({
      code: "recruitment/ReopenNotAllowed",
      until: "2025-03-09"
    })
    const back = after([on("ReopenProspect", "p1", { reason: "重新考虑" }, "2024-09-01")], lost)
    expect(known(back, "p1")).toMatchObject({
      standing: "open",
      stage: "lead",
      departures: [{ reopened: "2024-09-01" }]
    })
    const left = after(
      [...won("p1"), on("LoseProspect", "p1", { exit: "left", reason: "relocated" }, "2024-06-01")],
      base
    )
    expect(decide(left, on("ReopenProspect", "p1", { reason: "又来了" }, "2024-06-02"))).toMatchObject({
      code: "recruitment/ReopenNotAllowed",
      until: undefined
    })
  })

  it("is parked and taken up again; meanwhile it does not move", () => {
    const parked = after(
      [on("ParkProspect", "p1", { reason: "等待年度预算", until: "2024-06-01" }, "2024-03-09")],
      base
    )
    expect(decide(parked, advance("p1", "assessed", "2024-04-01"))).toMatchObject({
      code: "recruitment/NotPossible",
      status: "parked"
    })
    const resumed = after(
      [on("ResumeProspect", "p1", {}, "2024-06-01"), advance("p1", "assessed", "2024-06-02")],
      parked
    )
    expect(known(resumed, "p1")).toMatchObject({
      standing: "open",
      parkings: [{ from: "2024-03-09", to: "2024-06-01" }]
    })
    expect(decide(base, on("ParkProspect", "p1", { reason: "等待", until: "2024-03-01" }, "2024-03-09"))).toMatchObject(
      { code: "kernel/PeriodReversed" }
    )
  })

  it("goes back with a reason, and is not won any more when it goes behind that", () => {
    const state = after(
      [...won("p1"), on("RegressProspect", "p1", { to: "negotiating", reason: "合同未生效" }, "2024-05-20")],
      base
    )
    expect(known(state, "p1")).toMatchObject({ stage: "negotiating", won: undefined })
    expect(decide(base, on("RegressProspect", "p1", { to: "assessed", reason: "退回" }, "2024-05-20"))).toMatchObject({
      code: "recruitment/MoveNotAllowed"
    })
  })

  it("is told in order: nothing can be entered before what is known", () => {
    expect(decide(base, advance("p1", "assessed", "2024-02-28"))).toMatchObject({
      code: "recruitment/OutOfOrder",
      last: "2024-03-01"
    })
  })

  it("R4-13 keeps what it is looking for, and which unit follows it up", () => {
    const intent = { buildings: ["b1", "b2"], least: 200, most: 400, tenure: "rent", from: "2024-06-01" }
    const state = after([adopt(), open("p1", { intent, place: "street" })])
    expect(known(state, "p1").prospect).toMatchObject({ intent, place: "street" })
    expect(decide(after([adopt()]), open("p1", { intent: { buildings: ["nowhere"] } }))).toMatchObject({
      code: "recruitment/NotFound",
      id: "nowhere"
    })
    expect(() => command(open("p1", { intent: { least: 3, most: 2 } }))).toThrow()
    const amended = after(
      [on("AmendProspect", "p1", { intent: { buildings: ["b3"], tenure: "buy" } }, "2024-03-05")],
      state
    )
    expect(known(amended, "p1").prospect.intent).toEqual({ buildings: ["b3"], tenure: "buy" })
    expect(known(amended, "p1").opened.intent).toEqual(intent)
  })

  it("R4-10 that becomes a tenant keeps its open follow-ups and its plan", () => {
    const plan = { followUp: "f1", what: "办理入驻手续", due: "2024-05-10" }
    const state = after([...won("p1"), on("PlanFollowUp", "p1", plan, "2024-05-01")], base)
    const [tenant] = State.ofTenant(state, unit("firm-1"))
    expect(tenant?.followUps).toMatchObject([{ ...plan, closed: undefined }])
    const done = after([on("CloseFollowUp", "p1", { followUp: "f1", done: true }, "2024-05-11")], state)
    expect(known(done, "p1").followUps[0]?.closed).toEqual({ on: "2024-05-11", done: true })
    expect(decide(done, on("ConvertProspect", "p1", { tenant: "firm-2" }, "2024-06-01"))).toMatchObject({
      code: "recruitment/NotPossible",
      status: "converted"
    })
    expect(decide(base, on("ConvertProspect", "p1", { tenant: "firm-2" }, "2024-06-01"))).toMatchObject({
      code: "recruitment/NotPossible"
    })
  })

  it("a contact later than the day it is told is refused, and so is one that leads to a person", () => {
    const log = (more: object) =>
      on("LogContact", "p1", { contact: "c1", how: "visit", at: "2024-03-02", by: "l1", ...more }, "2024-03-02")
    expect(decide(base, log({ at: "2024-03-03" }))).toMatchObject({
      code: "recruitment/ContactInFuture",
      at: "2024-03-03"
    })
    expect(decide(base, log({ note: "电话 13800005678" }))).toMatchObject({
      code: "recruitment/PersonalDataFound",
      traces: ["mobile"]
    })
    const state = after([log({ outcome: "interested" })], base)
    expect(decide(state, log({ outcome: "interested" }))).toEqual([])
    expect(decide(state, log({ outcome: "refused" }))).toMatchObject({ code: "recruitment/IdTaken" })
  })
})

describe("one firm is one prospect", () => {
  it("R4-9 the same code, folded name or contact is found, whoever entered it", () => {
    const uscc = "91350100M000100Y43"
    const state = after([adopt(), open("p1", { names: { zh: "示例科技（湖北）有限公司" }, uscc, contact: "c-1" })])
    const again = (more: object) => decide(state, open("p2", more))
    const code = "recruitment/ProspectDuplicate"
    expect(again({ names: { zh: "全新名称" }, uscc })).toMatchObject({ code, of: "p1", by: "uscc" })
    expect(again({ names: { zh: "示例 科技(湖北)有限公司" } })).toMatchObject({ code, of: "p1", by: "name" })
    expect(again({ contact: "c-1" })).toMatchObject({ code, by: "contact" })
    expect(again({ contact: "c-1", distinctFrom: ["p1"] })).toMatchObject([{ _tag: "ProspectOpened" }])
    // Two codes are two firms, whoever speaks for them.
    expect(again({ contact: "c-1", uscc: "91350200MA2YJ1XR9G" })).toMatchObject([{ _tag: "ProspectOpened" }])
  })

  it("R4-9 merging keeps the trace and everything that was said under either", () => {
    const state = after([
      adopt(),
      open("p1", { contact: "c-1" }),
      open("p2", { names: { zh: "另一写法" }, industry: { edition: "GB/T 4754-2017", code: "65" } }),
      on("LogContact", "p2", { contact: "k1", how: "call", at: "2024-03-02", by: "l1" }, "2024-03-02"),
      on("PlanFollowUp", "p2", { followUp: "f1", what: "发送资料", due: "2024-03-09" }, "2024-03-02"),
      on("MergeProspects", "p1", { duplicate: "p2" }, "2024-03-05")
    ])
    expect(known(state, "p1")).toMatchObject({
      absorbed: ["p2"],
      contacts: [{ contact: "k1" }],
      followUps: [{ followUp: "f1" }],
      prospect: { names: { zh: "示例p1公司" }, industry: { code: "65" } }
    })
    expect(known(state, "p2")).toMatchObject({ standing: "merged", merged: { into: "p1", on: "2024-03-05" } })
    expect(decide(state, advance("p2", "assessed", "2024-03-06"))).toMatchObject({
      code: "recruitment/NotPossible",
      status: "merged"
    })
    expect(decide(state, open("p3", { names: { zh: "另一写法" } }))).toMatchObject({
      code: "recruitment/ProspectDuplicate",
      of: "p1"
    })
    expect(decide(state, on("MergeProspects", "p1", { duplicate: "p2" }, "2024-03-05"))).toEqual([])
    expect(decide(state, on("MergeProspects", "p1", { duplicate: "p1" }, "2024-03-05"))).toMatchObject({
      code: "recruitment/NotPossible"
    })
  })
})

describe("who looks after prospects", () => {
  const rule = {
    _tag: "SetPoolRule",
    pipeline: "investment",
    idleAfter: 10,
    waitingDays: 30,
    picks: { amount: 2, days: 7 },
    from: "2024-01-01"
  } as const
  const enrol = (liaison: string, more: object = {}) =>
    ({ _tag: "EnrolLiaison", liaison, from: "2024-01-01", ...more }) as const
  const assign = (prospect: string, liaison: string, date = "2024-03-04", more: object = {}) =>
    on("AssignProspect", prospect, { liaison, ...more }, date)

  it("R4-6 nobody gets more than they can look after, nor while they opted out, unless that is declared", () => {
    const state = after(
      [
        enrol("l1", { capacity: 1 }),
        enrol("l2"),
        open("p2"),
        assign("p1", "l1"),
        { _tag: "OptOut", liaison: "l2", from: "2024-03-01", to: "2024-03-08" }
      ],
      base
    )
    expect(State.load(state, person("l1"))).toBe(1)
    expect(decide(state, assign("p2", "l1"))).toMatchObject({
      code: "recruitment/LiaisonUnavailable",
      limit: "capacity"
    })
    expect(decide(state, assign("p2", "l2"))).toMatchObject({ code: "recruitment/LiaisonUnavailable", limit: "optOut" })
    expect(decide(state, assign("p2", "l2", "2024-03-08"))).toMatchObject([{ _tag: "ProspectAssigned" }])
    expect(decide(state, assign("p2", "l1", "2024-03-04", { despite: ["capacity"] }))).toMatchObject([
      { _tag: "ProspectAssigned" }
    ])
    const lost = after([on("LoseProspect", "p1", { exit: "lost", reason: "rent" }, "2024-03-05")], state)
    expect(State.load(lost, person("l1"))).toBe(0)
  })

  it("R4-5 whoever let one go waits before taking it again, and takes only so many in some days", () => {
    const state = after(
      [
        rule,
        enrol("l1"),
        enrol("l2"),
        assign("p1", "l1"),
        on("ReleaseProspect", "p1", { reason: "idle" }, "2024-04-01")
      ],
      base
    )
    expect(decide(state, assign("p1", "l1", "2024-04-30"))).toMatchObject({ limit: "waiting" })
    expect(decide(state, assign("p1", "l1", "2024-05-01"))).toMatchObject([{ _tag: "ProspectAssigned" }])
    expect(decide(state, assign("p1", "l2", "2024-04-02"))).toMatchObject([{ _tag: "ProspectAssigned" }])
    const busy = after([open("p2"), open("p3"), assign("p2", "l2"), assign("p3", "l2")], state)
    expect(decide(busy, assign("p1", "l2", "2024-03-10"))).toMatchObject({ limit: "picks" })
    expect(decide(busy, on("ReleaseProspect", "p1", { reason: "idle" }, "2024-04-02"))).toMatchObject({
      code: "recruitment/NotPossible",
      status: "inPool"
    })
  })

  it("R4-5 whoever stops gives all back to the pool", () => {
    const state = after(
      [enrol("l1"), assign("p1", "l1"), { _tag: "RetireLiaison", liaison: "l1", on: "2024-03-20" }],
      base
    )
    expect(known(state, "p1")).toMatchObject({
      holders: [{ from: "2024-03-04", to: "2024-03-20" }],
      released: [{ reason: "retired" }]
    })
    expect(decide(state, assign("p1", "l1", "2024-03-21"))).toMatchObject({ limit: "scope" })
  })
})
