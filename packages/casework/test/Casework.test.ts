import { Instant } from "@louyu/kernel"
import { describe, expect, it } from "vitest"
import * as Case from "../src/Case.ts"
import * as Flow from "../src/Flow.ts"
import * as FlowPresets from "../src/FlowPresets.ts"
import * as State from "../src/State.ts"
import { after, at, classify, decide, facts, factsOf, on, person, raise } from "./scene.ts"

const begun = after([raise("c1", "05-06")])
const working = after([on("AcceptCase", "05-06 10:00"), classify("05-06 11:00"), on("StartCase", "05-07")], begun)
const resolved = after([on("ResolveCase", "05-08", { result: "新增四个定点停车位并安装监控" })], working)
const closed = after([on("CloseCase", "05-09", { reason: "solved" })], resolved)

describe("raising", () => {
  it("R5-17 a guide raises a matter for a firm, and the channel is kept", () => {
    const state = after([raise("c1", "05-06", { behalfOf: { unit: "firm-7" }, reference: "visit-3" })])
    expect(state.raised).toMatchObject({
      by: { person: "guide-1" },
      behalfOf: { unit: "firm-7" },
      channel: "visit",
      reference: "visit-3"
    })
    expect(State.toTell(state)).toEqual([{ unit: "firm-7" }])
  })

  it("R5-20 a matter goes to the post of its category", () => {
    expect(begun).toMatchObject({ route: "propertyServiceOfficer", level: "microGrid", stage: "raised" })
  })

  it.each([
    ["an unknown flow", { flow: "none" }, { code: "casework/NotFound", sort: "flow" }],
    ["an unknown category", { category: "none" }, { code: "casework/NotFound", sort: "category" }],
    ["an unknown channel", { channel: "none" }, { code: "casework/NotFound", sort: "channel" }],
    ["an unknown level", { level: "heaven" }, { code: "casework/NotFound", sort: "level" }],
    ["a place there is not", { place: "nowhere" }, { code: "casework/NotFound", sort: "unit", id: "nowhere" }],
    [
      "a telephone number in it",
      { text: "请致电 138 0000 5678" },
      { code: "casework/PersonalDataFound", traces: ["mobile"] }
    ]
  ])("a matter with %s is refused", (_, more, problem) => {
    expect(decide(undefined, raise("c1", "05-06", more))).toMatchObject(problem)
  })

  it("R5-1 a flow that contradicts itself takes no cases", () => {
    const broken = { ...FlowPresets.whistle, begin: Flow.StageId.make("nowhere") }
    expect(decide(undefined, raise("c1", "05-06", { flow: "whistle" }), factsOf([broken]))).toMatchObject({
      code: "casework/FlowUnsound"
    })
  })

  it("an id belongs to one matter, and what is said again is no news", () => {
    expect(decide(begun, raise("c1", "05-06"))).toEqual([])
    expect(decide(begun, raise("c1", "05-07"))).toMatchObject({ code: "casework/IdTaken", sort: "case" })
    expect(decide(undefined, on("AcceptCase", "05-07"))).toMatchObject({ code: "casework/NotFound", sort: "case" })
    expect(decide(begun, on("AcceptCase", "05-07", {}, "c2"))).toMatchObject({ code: "casework/NotFound", id: "c2" })
  })

  it("R5-18 a private case is seen by whoever raised it and those it is shared with, and changed by fewer", () => {
    const hidden = after([raise("c1", "05-06", { category: "labour" })])
    const shared = after(
      [
        on("ShareCase", "05-06 10:00", { person: "mediator", right: "edit" }),
        on("ShareCase", "05-06 10:00", { person: "observer", right: "view" })
      ],
      hidden
    )
    const rights = (state: State.CaseKnown) =>
      ["guide-1", "mediator", "observer", "stranger"].map((one) => State.rightOf(state, person(one)))
    expect(rights(shared)).toEqual(["view", "edit", "view", "none"])
    expect(rights(begun)).toEqual(["view", "view", "view", "view"])
    const narrowed = after([on("UnshareCase", "05-07", { person: "observer" })], shared)
    expect(rights(narrowed)).toEqual(["view", "edit", "none", "none"])
    expect(decide(narrowed, on("UnshareCase", "05-08", { person: "observer" }))).toEqual([])
  })
})

describe("going through the stages", () => {
  it("P-27 W-01 a matter of the building is raised, handled and closed in it, each step with its moment", () => {
    expect(closed).toMatchObject({ standing: "closed", level: "microGrid" })
    expect(closed.steps.map(({ stage, from }) => [stage, from])).toEqual([
      ["raised", at("05-06")],
      ["accepted", at("05-06 10:00")],
      ["classified", at("05-06 11:00")],
      ["inProgress", at("05-07")],
      ["resolved", at("05-08")],
      ["closed", at("05-09")]
    ])
    expect(closed.story.map(({ _tag }) => _tag)).toEqual([
      "CaseRaised",
      "CaseAccepted",
      "CaseClassified",
      "CaseStarted",
      "CaseResolved",
      "CaseClosed"
    ])
  })

  it("P-04 found, discussed, handled, fed back: whoever is not content has it go round once more, all in the building", () => {
    const discussed = after([
      raise("c1", "05-06"),
      on("AcceptCase", "05-06 10:00"),
      classify("05-06 11:00"),
      on("DeliberateCase", "05-07", { body: "tower-hall", agreed: "划定停放点" }),
      on("StartCase", "05-08"),
      on("ResolveCase", "05-09", { result: "已划定" })
    ])
    const asked = on("FollowUpCase", "05-10", { solved: false })
    expect(decide(discussed, asked)).toMatchObject([
      { _tag: "CaseFollowedUp", solved: false },
      { _tag: "CaseReopened", stage: "inProgress", cause: "unsatisfied" }
    ])
    const again = after([asked], discussed)
    expect(decide(again, on("CloseCase", "05-11", { reason: "solved" }))).toMatchObject({ _tag: "ReasonNotAllowed" })
    const round = after(
      [
        on("ResolveCase", "05-12", { result: "加装监控" }),
        on("FollowUpCase", "05-13", { solved: true }),
        on("CloseCase", "05-14", { reason: "solved" })
      ],
      again
    )
    expect(round.steps.map(({ stage }) => stage)).toEqual([
      ...["raised", "accepted", "classified", "deliberated", "inProgress", "resolved", "followedUp"],
      ...["inProgress", "resolved", "followedUp", "closed"]
    ])
    const inside = new Set(FlowPresets.propertyCouncilHall.ladder.flatMap((one) => (one.inBuilding ? [one.id] : [])))
    expect(round.steps.every(({ level }) => inside.has(level))).toBe(true)
    expect([round.escalations, round.dispatches]).toEqual([[], []])
  })

  it("R5-1 an action the stage does not allow is refused with those it does", () => {
    expect(decide(begun, on("ResolveCase", "05-07", { result: "好" }))).toMatchObject({
      code: "casework/ActionNotAllowed",
      stage: "raised",
      allowed: ["accept", "reject"]
    })
    expect(decide(closed, on("StartCase", "05-10"))).toMatchObject({ standing: "closed", allowed: ["reopen"] })
  })

  it("invariant 10: a case moves only forward in time", () => {
    expect(decide(working, on("ResolveCase", "05-06", { result: "好" }))).toMatchObject({
      code: "casework/OutOfOrder",
      last: at("05-07")
    })
  })

  it("a matter that is not taken up is told why, in the words of its flow", () => {
    expect(decide(begun, on("RejectCase", "05-07", { reason: "mood" }))).toMatchObject({
      code: "casework/ReasonNotAllowed",
      allowed: ["duplicate", "outOfScope", "incomplete"]
    })
    expect(after([on("RejectCase", "05-07", { reason: "outOfScope" })], begun).standing).toBe("rejected")
  })

  it("R5-21 a category put right moves the matter to another post, and a private one hides it", () => {
    const moved = after([classify("05-07 10:00", { category: "finance", reason: "首次判断有误" })], working)
    expect(moved).toMatchObject({ route: "communityInformationOfficer", stage: "inProgress", private: false })
    expect(after([classify("05-07 10:00", { category: "labour" })], working).private).toBe(true)
    expect(decide(working, classify("05-08"))).toEqual([])
    expect(decide(working, classify("05-08", { category: "none" }))).toMatchObject({ sort: "category" })
  })

  it("P-30 a matter of many comes to a meeting before anybody does anything; one of a single raiser need not", () => {
    expect(working).toMatchObject({ scope: "common", difficulty: "ordinary" })
    const hall = FlowPresets.propertyCouncilHall
    const [first, ...rest] = hall.moves.map((one) =>
      one.action === "start" || one.action === "dispatch" || one.action === "match"
        ? { ...one, deliberated: "common" as const }
        : one
    )
    if (first === undefined) throw new Error("the flow has moves")
    const facts = factsOf([{ ...hall, moves: [first, ...rest] }])
    const of = (scope: string) => after([raise("c1", "05-06"), on("AcceptCase", "05-06"), classify("05-06", { scope })])
    const starts = [
      on("StartCase", "05-07"),
      on("DispatchCase", "05-07", { by: "street", to: "power" }),
      on("MatchCase", "05-07", { list: "services", item: "S-1" })
    ]
    for (const start of starts) {
      expect(decide(of("common"), start, facts)).toMatchObject({
        code: "casework/DeliberationMissing",
        case: "c1"
      })
      expect(decide(of("individual"), start, facts)).toHaveLength(1)
    }
    const met = after([on("DeliberateCase", "05-07", { body: "community", agreed: "联系供电增容" })], of("common"))
    expect(decide(met, on("StartCase", "05-08"), facts)).toHaveLength(1)
    expect(decide(met, on("DispatchCase", "05-08", { by: "street", to: "power" }), facts)).toHaveLength(1)
    // Where the joint meeting is the way of all matters, none is handed out unmet, whoever raised it.
    const joint = after([raise("c1", "05-06", { flow: "jointMeeting" }), on("AcceptCase", "05-06"), classify("05-06")])
    expect(decide(joint, on("DispatchCase", "05-07", { by: "committee", to: "power" }))).toMatchObject({
      code: "casework/ActionNotAllowed",
      allowed: expect.arrayContaining(["deliberate"])
    })
  })

  it("R5-10 a case is closed for a reason of its flow that fits where it stands", () => {
    expect(decide(working, on("CloseCase", "05-08", { reason: "solved" }))).toMatchObject({
      code: "casework/ReasonNotAllowed",
      allowed: ["explained", "notPossible", "notOurs", "withdrawn"]
    })
    const told = after([on("CloseCase", "05-08", { reason: "notOurs" })], working)
    expect(State.closure(told)).toMatchObject({ reason: "notOurs", kind: "unsolved" })
    expect(State.closure(working)).toBeUndefined()
  })

  it("R5-5 a case that waits for its raiser goes nowhere until it goes on, but may be withdrawn", () => {
    const waiting = after([on("SuspendCase", "05-08", { reason: "等待提出人补充材料" })], working)
    expect(decide(waiting, on("ResolveCase", "05-09", { result: "好" }))).toMatchObject({ allowed: ["resume"] })
    expect(decide(waiting, on("SuspendCase", "05-09", { reason: "再等" }))).toMatchObject({ action: "suspend" })
    expect(after([on("ResumeCase", "05-10")], waiting)).toMatchObject({
      standing: "open",
      pauses: [{ from: at("05-08"), to: at("05-10") }]
    })
    expect(decide(working, on("ResumeCase", "05-10"))).toMatchObject({ action: "resume" })
    const gone = after([on("CloseCase", "05-10", { reason: "withdrawn" })], waiting)
    expect(gone).toMatchObject({ standing: "closed", pauses: [{ to: at("05-10") }] })
    expect(decide(waiting, on("CloseCase", "05-10", { reason: "explained" }))).toMatchObject({ allowed: ["resume"] })
  })
})

describe("follow-up", () => {
  const chamber = after([
    raise("c1", "08-16", { flow: "councilChamber", category: "hiring" }),
    on("DeliberateCase", "08-16 15:00", { body: "chamber", agreed: "由就业实训中心对接" }),
    on("StartCase", "08-17"),
    on("ResolveCase", "08-20", { result: "已举办专场招聘" })
  ])

  it("F-09 a case of the chamber is not closed before somebody asked", () => {
    expect(decide(chamber, on("CloseCase", "08-21", { reason: "explained" }))).toMatchObject({
      code: "casework/FollowUpMissing"
    })
    const asked = after([on("FollowUpCase", "08-21", { solved: true, rating: "verySatisfied" })], chamber)
    const done = after([on("CloseCase", "08-22", { reason: "solved" })], asked)
    expect(done).toMatchObject({ standing: "closed", followUps: [{ solved: true, rating: "verySatisfied" }] })
  })

  it("R5-9 the three best ratings of five count as satisfied, and leave the case as it is", () => {
    const rated = (rating: Case.Rating) => after([on("FollowUpCase", "08-21", { solved: true, rating })], chamber).stage
    expect(Case.Rating.literals.map((rating) => [rating, rated(rating)])).toEqual([
      ["verySatisfied", "followedUp"],
      ["satisfied", "followedUp"],
      ["basicallySatisfied", "followedUp"],
      ["dissatisfied", "resolving"],
      ["veryDissatisfied", "resolving"]
    ])
    const unrated = after([on("FollowUpCase", "08-21", { solved: false })], chamber)
    expect([unrated.stage, unrated.asked]).toEqual(["resolving", false])
  })

  it("F-09 R5-9 whoever is not satisfied has it open again, and is asked again before it is closed", () => {
    const again = after([on("FollowUpCase", "08-21", { solved: true, rating: "dissatisfied" })], chamber)
    expect(again).toMatchObject({ stage: "resolving", standing: "open", asked: false, reopenings: [at("08-21")] })
    expect(decide(again, on("CloseCase", "08-22", { reason: "explained" }))).toMatchObject({
      code: "casework/FollowUpMissing"
    })
    expect(Case.isSatisfied("basicallySatisfied")).toBe(true)
  })

  it("R5-8 a closed case is taken up again within its window only", () => {
    const request = (when: string) => on("ReopenCase", when, { reason: "再次被盗" })
    const again = after([request("05-19 23:00")], closed)
    expect(again).toMatchObject({ stage: "inProgress", standing: "open", closures: [{ reopened: at("05-19 23:00") }] })
    expect(decide(closed, request("05-20"))).toMatchObject({ code: "casework/ReopenNotAllowed", until: "2024-05-19" })
    const { reopen: _, ...final } = FlowPresets.propertyCouncilHall
    expect(decide(closed, request("05-10"), factsOf([final]))).toMatchObject({ until: undefined })
    expect(decide(working, request("05-10"))).toMatchObject({ code: "casework/ActionNotAllowed", action: "reopen" })
  })

  it("W-18 the council looks at the result before it closes", () => {
    const done = after([
      raise("c1", "05-06", { flow: "buildingCouncil" }),
      on("AcceptCase", "05-06"),
      classify("05-06"),
      on("DeliberateCase", "05-07", { body: "council", decision: "d-1" }),
      on("DispatchCase", "05-07", { by: "council", to: "property" }),
      on("StartCase", "05-08"),
      on("ResolveCase", "05-20", { result: "四个定点停车位，四方巡逻" })
    ])
    expect(decide(done, on("CloseCase", "06-01", { reason: "solved" }))).toMatchObject({
      code: "casework/EvidenceMissing",
      missing: ["result"]
    })
    const looked = after([on("FileCaseEvidence", "06-20", { evidence: "result", reference: "r-1" })], done)
    expect(after([on("CloseCase", "06-20", { reason: "solved" })], looked).standing).toBe("closed")
  })
})

describe("dispatch", () => {
  const agreed = after([
    raise("c1", "05-06", { flow: "jointMeeting", category: "delivery" }),
    on("AcceptCase", "05-06"),
    classify("05-06", { category: "delivery" }),
    on("DeliberateCase", "05-07", { body: "meeting" })
  ])
  const given = after([on("DispatchCase", "05-07", { by: "committee-1", to: "urban" })], agreed)

  it("D-06 only a body that may dispatch does, and before anything is done", () => {
    expect(decide(agreed, on("DispatchCase", "05-07", { by: "operator", to: "urban" }))).toMatchObject({
      code: "casework/DispatchNotAuthorised",
      by: "operator"
    })
    expect(decide(agreed, on("StartCase", "05-07"))).toMatchObject({ allowed: ["dispatch", "close"] })
    expect(decide(agreed, on("DispatchCase", "05-07", { by: "committee-1", to: "nobody" }))).toMatchObject({
      sort: "unit"
    })
    expect(given).toMatchObject({ stage: "dispatched", handler: "urban" })
  })

  it("D-06 whoever was called reports in, nobody else", () => {
    expect(decide(given, on("ReportInCase", "05-08", { by: "water" }))).toMatchObject({ code: "casework/NotCalled" })
    expect(after([on("ReportInCase", "05-08", { by: "urban" })], given)).toMatchObject({
      stage: "reportedIn",
      present: ["urban"]
    })
  })

  it("R5-21 what went to the wrong one is given to another, who reports in anew", () => {
    const there = after([on("ReportInCase", "05-08", { by: "urban" })], given)
    const reroute = on("RerouteCase", "05-09", { by: "committee-1", to: "water", reason: "属供水职责" })
    const moved = after([reroute], there)
    expect(moved).toMatchObject({ stage: "dispatched", handler: "water", present: [] })
    expect(moved.dispatches.map(({ to }) => to)).toEqual(["urban", "water"])
    expect(decide(moved, on("RerouteCase", "05-10", { by: "committee-1", to: "water", reason: "同上" }))).toEqual([])
    expect(decide(agreed, reroute)).toMatchObject({ action: "reroute" })
  })
})

describe("ways to whoever does it", () => {
  const council = [
    raise("c1", "05-06", { flow: "buildingCouncil" }),
    on("AcceptCase", "05-06 10:00"),
    classify("05-06 11:00"),
    on("DeliberateCase", "05-07", { body: "council" })
  ]
  const take = (by: string, when = "05-08") => on("TakeCase", when, { by })

  it("R5-16 W-19 whoever comes first takes a case, and nobody else after that", () => {
    const taken = after([...council, take("insurer")])
    expect([taken.stage, taken.handler]).toEqual(["dispatched", "insurer"])
    expect(taken.dispatches).toEqual([{ by: "insurer", to: "insurer", at: at("05-08") }])
    expect(decide(taken, take("agency"))).toMatchObject({ code: "casework/CaseHasHandler", handler: "insurer" })
    expect(decide(taken, take("insurer", "05-09"))).toEqual([])
    const working = after([on("StartCase", "05-09")], taken)
    expect(decide(working, take("agency", "05-10"))).toMatchObject({ code: "casework/CaseHasHandler" })
    const rerouted = after([on("RerouteCase", "05-10", { by: "agency", to: "agency", reason: "改派" })], working)
    expect([rerouted.stage, rerouted.handler]).toEqual(["dispatched", "agency"])
  })

  it("R5-16 a case is taken where it could be dispatched, by a unit that exists", () => {
    const early = after(council.slice(0, 3))
    expect(decide(early, take("insurer"))).toMatchObject({ code: "casework/ActionNotAllowed", action: "dispatch" })
    const agreed = after(council)
    expect(decide(agreed, take("nobody"))).toMatchObject({ code: "casework/NotFound", id: "nobody" })
    const withdrawn = after(
      [take("insurer"), on("StartCase", "05-09"), on("ResolveCase", "05-10", { result: "已办" })],
      agreed
    )
    const closed = after(
      [on("FileCaseEvidence", "05-10 10:00", { evidence: "result" }), on("CloseCase", "05-11", { reason: "solved" })],
      withdrawn
    )
    expect(decide(closed, take("agency", "05-12"))).toMatchObject({
      code: "casework/ActionNotAllowed",
      standing: "closed"
    })
  })

  it("R5-16 a flow says how: who assigns where cases are only grabbed, or grabs where they are not, is told the ways", () => {
    const hall = after([
      raise("c1", "05-06"),
      on("AcceptCase", "05-06 10:00"),
      classify("05-06 11:00"),
      on("DispatchCase", "05-07", { by: "committee-1", to: "power" })
    ])
    const refusal = { code: "casework/ModeNotAllowed", mode: "grab", allowed: ["assign"] }
    expect(decide(hall, take("power"))).toMatchObject(refusal)
    expect(decide(hall, take("water"))).toMatchObject(refusal)
    const only = (...modes: readonly [Flow.Mode, ...ReadonlyArray<Flow.Mode>]) =>
      factsOf([{ ...FlowPresets.buildingCouncil, modes }])
    const dispatch = on("DispatchCase", "05-08", { by: "council", to: "insurer" })
    const agreed = after(council)
    expect(decide(agreed, dispatch, only("grab"))).toMatchObject({
      code: "casework/ModeNotAllowed",
      mode: "assign",
      allowed: ["grab"]
    })
    expect(decide(agreed, take("insurer"), only("rotate"))).toMatchObject({ allowed: ["rotate"] })
    expect(decide(agreed, dispatch, only("rotate"))).toMatchObject([{ _tag: "CaseDispatched", to: "insurer" }])
  })

  it("R5-16 whoever did a case before it was taken up again has no claim to it", () => {
    const flow = { ...FlowPresets.buildingCouncil, reopen: { to: Flow.StageId.make("deliberated"), withinDays: 10 } }
    const given = factsOf([flow])
    const again = after(
      [
        ...council,
        take("insurer"),
        on("StartCase", "05-09"),
        on("ResolveCase", "05-10", { result: "已办" }),
        on("FollowUpCase", "05-11", { solved: false })
      ],
      undefined,
      given
    )
    expect(again.stage).toBe("deliberated")
    expect(decide(again, take("agency", "05-12"), given)).toMatchObject([{ _tag: "CaseTaken", by: "agency" }])
  })
})

describe("the ladder", () => {
  const up = (to: string, when: string) => on("EscalateCase", when, { to, cause: "beyondMeans" })

  it("R5-7 a case goes up one level at a time, each with its cause", () => {
    expect(decide(working, up("committee", "05-08"))).toMatchObject({ code: "casework/LevelSkipped", next: "building" })
    const top = after(
      [up("building", "05-08"), up("committee", "05-09"), up("street", "05-10"), up("district", "05-11")],
      working
    )
    expect(top.escalations.map(({ from, to }) => `${from}>${to}`)).toEqual([
      "microGrid>building",
      "building>committee",
      "committee>street",
      "street>district"
    ])
    expect(decide(top, up("moon", "05-12"))).toMatchObject({ next: undefined })
  })

  it("P-37 an ordinary case that leaves the building is marked as a breach, a difficult one is not", () => {
    const ordinary = after([up("building", "05-08"), up("committee", "05-09")], working)
    expect(ordinary.escalations.map(({ breach }) => breach)).toEqual([false, true])
    const difficult = after(
      [classify("05-07 10:00", { difficulty: "difficult" }), up("building", "05-08"), up("committee", "05-09")],
      working
    )
    expect(difficult.escalations.map(({ breach }) => breach)).toEqual([false, false])
  })
})

describe("several departments", () => {
  const task = (id: string, department: string, lead = false) => ({ task: id, department, what: "会商", lead })
  const departments = ["property", "community", "power", "fire"] as const

  it("R5-13 a case is split into tasks of departments, of whom exactly one leads", () => {
    const split = (tasks: ReadonlyArray<object>, when = "05-08") => on("SplitCase", when, { tasks })
    const [t1, t2, t3] = [task("t1", "power", true), task("t2", "fire"), task("t3", "gas", true)]
    expect(decide(working, split([t2]))).toMatchObject({ code: "casework/LeadsWrong", leads: [] })
    expect(decide(working, split([t1, t3]))).toMatchObject({ code: "casework/LeadsWrong", leads: ["power", "gas"] })
    const parted = after([split([t1, t2])], working)
    expect(decide(parted, split([t2], "05-09"))).toMatchObject({ code: "casework/IdTaken", sort: "task" })
    expect(decide(parted, on("ResolveCase", "05-09", { result: "好" }))).toMatchObject({
      code: "casework/TasksOpen",
      tasks: ["t1", "t2"]
    })
    const finish = (id: string, when: string) => on("FinishTask", when, { task: id, result: "完成" })
    const done = after([finish("t1", "05-09"), finish("t2", "05-10")], parted)
    expect(decide(done, finish("t2", "05-11"))).toMatchObject({ code: "casework/ActionNotAllowed" })
    expect(decide(done, finish("t9", "05-11"))).toMatchObject({ code: "casework/NotFound", sort: "task" })
    expect(after([on("ResolveCase", "05-11", { result: "好" })], done).stage).toBe("resolved")
  })

  it("H-20 a plan is approved only when every department that must has cleared it", () => {
    const surveyed = after(
      [
        on("SurveySite", "05-08", { survey: "s1", by: departments, finding: "线路容量不足，消防通道须保留" }),
        on("DraftPlan", "05-09", { plan: "p1", what: "增容并移位", departments })
      ],
      working
    )
    expect(surveyed.evidence).toEqual(["siteSurvey"])
    const clear = (department: string, when: string, cleared = true) =>
      on("ClearPlan", when, { plan: "p1", department, cleared })
    const three = after(
      departments.slice(0, 3).map((one) => clear(one, "05-10")),
      surveyed
    )
    const approve = (when: string) => on("ApprovePlan", when, { plan: "p1", by: "community" })
    expect(decide(three, approve("05-11"))).toMatchObject({ code: "casework/ClearanceMissing", missing: ["fire"] })
    expect(decide(three, clear("gas", "05-11"))).toMatchObject({ code: "casework/NotFound", id: "gas" })
    const refused = after([clear("fire", "05-11"), clear("power", "05-12", false)], three)
    expect(decide(refused, approve("05-13"))).toMatchObject({ missing: ["power"] })
    const approved = after([clear("power", "05-13"), approve("05-14")], refused)
    expect(approved.plans).toMatchObject([{ plan: "p1", approved: at("05-14") }])
    expect(decide(approved, clear("fire", "05-15"))).toMatchObject({ code: "casework/ActionNotAllowed" })
  })

  it("H-20 a flow may demand an approved plan before work begins", () => {
    const hall = FlowPresets.propertyCouncilHall
    const strict = {
      ...hall,
      moves: hall.moves.map((one) => (one.action === "start" ? { ...one, cleared: true } : one))
    } as unknown as Flow.Flow
    const ready = after([raise("c1", "05-06"), on("AcceptCase", "05-06"), classify("05-06")])
    expect(decide(ready, on("StartCase", "05-07"), factsOf([strict]))).toMatchObject({ code: "casework/PlanMissing" })
  })

  it("H-07 the community calls departments, and each that comes is noted", () => {
    const parted = after([
      raise("c1", "05-06", { flow: "whistle", by: { unit: "community" } }),
      on("SplitCase", "05-06", { tasks: [task("t1", "power", true), task("t2", "fire")] }),
      on("DispatchCase", "05-06", { by: "community", to: "power" }),
      on("ReportInCase", "05-07", { by: "fire" }),
      on("ReportInCase", "05-07", { by: "power" })
    ])
    expect(parted).toMatchObject({ stage: "reportedIn", present: ["fire", "power"] })
    expect(parted.accepted).toBe(at("05-06"))
  })
})

describe("one matter told twice", () => {
  const raisers = [{ unit: "firm-7" }, { person: "guide-1" }]

  it("R5-12 a merge and its undoing leave a trace, and everybody who raised it is told", () => {
    const into = after([on("AbsorbCase", "05-08", { absorbed: "c2", raisers })], working)
    expect(State.toTell(into)).toEqual([{ person: "guide-1" }, { unit: "firm-7" }])
    const apart = after([on("SeparateCase", "05-09", { absorbed: "c2" })], into)
    expect(State.toTell(apart)).toEqual([{ person: "guide-1" }])
    expect(apart.story.slice(-2).map(({ _tag }) => _tag)).toEqual(["CaseAbsorbed", "CaseSeparated"])
    const merged = after([on("MergeCase", "05-08", { into: "c2" })], working)
    expect(merged).toMatchObject({ standing: "merged", merged: { into: "c2" } })
    expect(decide(merged, on("ResolveCase", "05-09", { result: "好" }))).toMatchObject({ allowed: ["unmerge"] })
    expect(after([on("UnmergeCase", "05-09")], merged)).toMatchObject({ standing: "open", stage: "inProgress" })
    expect(decide(working, on("UnmergeCase", "05-09"))).toMatchObject({ action: "unmerge" })
  })

  it("R5-12 a case is not merged into itself, and what took in others stays one of its own", () => {
    const into = after([on("AbsorbCase", "05-08", { absorbed: "c2", raisers })], working)
    const code = "casework/MergeNotPossible"
    expect(decide(working, on("MergeCase", "05-08", { into: "c1" }))).toMatchObject({ code })
    expect(decide(into, on("MergeCase", "05-09", { into: "c3" }))).toMatchObject({ code })
    expect(decide(into, on("AbsorbCase", "05-09", { absorbed: "c2", raisers }))).toMatchObject({ code })
    expect(decide(working, on("SeparateCase", "05-09", { absorbed: "c2" }))).toMatchObject({ code })
    expect(decide(working, on("LinkCase", "05-09", { to: "c1", why: "related" }))).toMatchObject({ code })
  })

  it("W-18 a theft after the matter was closed is linked as the same again", () => {
    const again = after([raise("c2", "07-01"), on("LinkCase", "07-01", { to: "c1", why: "recurrence" }, "c2")])
    expect(again.links).toEqual([{ to: "c1", why: "recurrence" }])
    expect(decide(again, on("LinkCase", "07-02", { to: "c1", why: "recurrence" }, "c2"))).toEqual([])
  })
})

it("R5-8 the window to take a case up again runs by the clocks of its city", () => {
  const steps = [
    raise("c1", "05-06"),
    on("AcceptCase", "05-06 10:00"),
    classify("05-06 11:00"),
    on("StartCase", "05-07")
  ]
  const closed = after([
    ...steps,
    on("ResolveCase", "05-08", { result: "好" }),
    on("CloseCase", "05-08", { reason: "solved" })
  ])
  const window = FlowPresets.propertyCouncilHall.reopen?.withinDays ?? 0
  // The last hour of the last day in Greenwich is the next day in China.
  const late = Date.UTC(2024, 4, 8 + window, 23)
  const reopen = { _tag: "ReopenCase", case: "c1", reason: "再犯", at: late } as const
  expect(decide(closed, reopen)).toMatchObject({ code: "casework/ReopenNotAllowed" })
  const greenwich = { ...facts, dateOf: (moment: number) => Instant.dateOf(moment, { utcOffsetMinutes: 0 }) }
  expect(decide(closed, reopen, greenwich)).toMatchObject([{ _tag: "CaseReopened" }])
})
