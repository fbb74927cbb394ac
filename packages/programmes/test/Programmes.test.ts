import { Count, Identifier, Share } from "@louyu/kernel"
import { describe, expect, it } from "vitest"
import {
  Activities,
  Activity,
  ActivityCommand,
  ActivityReview,
  Code,
  Programme,
  ProgrammeCommand,
  Programmes,
  WorkLine,
  WorkLineCommand,
  WorkLines
} from "../src/index.ts"
import { day, facts, stage, there } from "./scene.ts"

const desk = stage(Programmes.decider, ProgrammeCommand.Command, facts, { programme: "empower" })
const id = Code.ProgrammeId.make("empower")
const project = (n: number) => Code.ProjectId.make(`project-${n}`)

const unit = Identifier.UnitId.make
const departments = Array.from({ length: 25 }, (_, n) => `department-${n}`)
const launched = {
  names: { zh: "党建引领、融合赋能", en: "Party-led empowerment" },
  departments,
  declared: {
    departments: Count.exact(25),
    projects: Count.atLeast(50),
    activities: Count.exact(500)
  },
  from: "2022-06-01"
}
const launch = desk.to("LaunchProgramme", "2022-06-01", launched)
const open = (n: number, lead: string, from = "2022-06-01") =>
  desk.to("OpenServiceProject", "2022-06-01", { project: `project-${n}`, names: { zh: `服务项目 ${n}` }, lead, from })

describe("programmes", () => {
  it("W-02 a project has one lead department on every day, taken from those that take part", () => {
    const one = desk.after([
      launch,
      open(1, "department-3"),
      desk.to("ChangeServiceLead", "2022-07-01", { project: "project-1", lead: "department-4", from: "2022-08-01" })
    ])
    const programme = there(Programme.get(one, id))
    expect(Programme.lead(programme, project(1), day("2022-07-31"))).toBe("department-3")
    expect(Programme.lead(programme, project(1), day("2022-08-01"))).toBe("department-4")
    expect(Programme.lead(programme, project(1), day("2022-05-31"))).toBeUndefined()
    expect(desk.decide(one, open(2, "stranger"))).toBe("NotParticipating")
    const joined = desk.after([desk.to("JoinProgramme", "2022-06-02", { department: "stranger" })], one)
    expect(desk.decide(joined, open(2, "stranger"))).toHaveLength(1)
    expect(desk.decide(one, open(1, "department-5"))).toBe("ProgrammeIdTaken")
  })

  it("W-02 between the day it is made known and its first day departments join a programme, and its end is told", () => {
    const known = desk.after([desk.to("LaunchProgramme", "2022-06-01", { ...launched, from: "2022-09-01" })])
    const join = (on: string) => desk.to("JoinProgramme", on, { department: "stranger" })
    expect(desk.decide(known, join("2022-07-01"))).toHaveLength(1)
    expect(desk.decide(known, join("2022-05-31"))).toBe("OutsideTerm")
    const ended = desk.after([desk.to("EndProgramme", "2022-07-01", { to: "2023-01-01" })], known)
    expect(desk.decide(ended, join("2023-01-01"))).toBe("OutsideTerm")
    // That it ended earlier may become known later.
    expect(desk.decide(ended, desk.to("EndProgramme", "2023-02-01", { to: "2022-12-01" }))).toHaveLength(1)
  })

  it("W-02 a programme that has ended takes no project, and its projects have no lead from then on", () => {
    const ended = desk.after([
      launch,
      open(1, "department-3"),
      desk.to("EndProgramme", "2022-12-01", { to: "2023-01-01" })
    ])
    expect(desk.decide(ended, open(2, "department-1", "2023-01-01"))).toBe("OutsideTerm")
    const late = desk.run([desk.to("EndProgramme", "2022-12-02", { to: "2023-06-01" })], ended).failures
    expect(late).toMatchObject([{ failure: { _tag: "OutsideTerm", on: "2023-06-01", to: "2023-01-01" } }])
    expect(Programme.hasProject(ended, id, project(1), day("2022-12-31"))).toBe(true)
    expect(Programme.hasProject(ended, id, project(1), day("2023-01-01"))).toBe(false)
  })

  it("W-02 G-06 25 departments, 50 projects and more, 500 activities: every activity belongs to one project", () => {
    const programmes = desk.after([launch, ...Array.from({ length: 52 }, (_, n) => open(n, departments[n % 25] ?? ""))])
    const known = {
      ...facts,
      hasProject: (programme: string, one: string, on: string) =>
        Programme.hasProject(programmes, Code.ProgrammeId.make(programme), Code.ProjectId.make(one), day(on))
    }
    const hall = stage(Activities.decider, ActivityCommand.Command, known)
    const plan = (n: number, of: number) =>
      hall.to("PlanActivity", "2022-06-10", {
        activity: `activity-${n}`,
        names: { zh: `活动 ${n}` },
        project: { programme: "empower", project: `project-${of}` },
        form: "lecture",
        audience: "enterprises",
        hosts: [departments[of % 25]],
        date: "2022-07-01"
      })
    const activities = hall.after(Array.from({ length: 500 }, (_, n) => plan(n, n % 52)))
    expect(hall.decide(activities, plan(500, 99))).toBe("ProgrammePartUnknown")

    const programme = there(Programme.get(programmes, id))
    const all = ActivityReview.list(activities, { programme: id })
    const size = Programme.size(programme, all.length)
    expect(size.departments).toEqual({ declared: Count.exact(25), registered: 25, short: 0 })
    expect(size.projects).toEqual({ declared: Count.atLeast(50), registered: 52, short: 0 })
    expect(size.activities).toEqual({ declared: Count.exact(500), registered: 500, short: 0 })
    expect(Share.mean(Programme.perProject(programme, all.length))).toBe("9.62")
    const each = Array.from({ length: 52 }, (_, n) =>
      ActivityReview.list(activities, { programme: id, project: project(n) })
    )
    expect(each.reduce((sum, some) => sum + some.length, 0)).toBe(500)
    expect(Math.min(...each.map((some) => some.length))).toBe(9)
  })

  it("W-02 a programme that falls short of what it declared says by how much", () => {
    const programme = there(Programme.get(desk.after([launch, open(1, "department-1")]), id))
    expect(Programme.size(programme, 3).projects?.short).toBe(49)
    expect(Programme.size(programme, 3).activities?.short).toBe(497)
  })
})

describe("work lines", () => {
  const lines = stage(WorkLines.decider, WorkLineCommand.Command, undefined, { workLine: "zumiao" })
  const group = (of: string, zh: string, declared?: number) => ({
    group: of,
    names: { zh },
    ...(declared === undefined ? {} : { declared: Count.exact(declared) })
  })
  const declare = lines.to("DeclareWorkLine", "2022-01-01", {
    names: { zh: "一个组织、两个机制、三大平台、四大课堂和各大品牌活动" },
    groups: [
      group("organisation", "组织", 1),
      group("mechanism", "机制", 2),
      group("platform", "平台", 3),
      group("classroom", "课堂", 4),
      group("brand", "品牌活动")
    ]
  })
  const enter = (of: string, entry: string, from = "2022-01-01") =>
    lines.to("EnterWorkLineEntry", "2022-01-01", { group: of, entry, names: { zh: entry }, from })

  it("F-05 a work line declares its groups in order, and tells which are short, complete, over or open on a date", () => {
    const state = lines.after([
      declare,
      enter("organisation", "committee"),
      enter("mechanism", "visit"),
      enter("mechanism", "station", "2022-03-01"),
      enter("classroom", "finance"),
      enter("classroom", "law"),
      enter("classroom", "education"),
      enter("brand", "rose"),
      enter("organisation", "second", "2022-06-01"),
      lines.to("EndWorkLineEntry", "2022-04-01", { group: "classroom", entry: "law", to: "2022-05-01" })
    ])
    const line = there(WorkLine.get(state, Code.WorkLineId.make("zumiao")))
    expect(WorkLine.pattern(line)).toBe("1-2-3-4-N")
    const on = (date: string) => WorkLine.check(line, day(date)).map((one) => [one.entries, one.state])
    expect(on("2022-02-01")).toEqual([
      [1, "complete"],
      [1, "short"],
      [0, "short"],
      [3, "short"],
      [1, "open"]
    ])
    expect(on("2022-06-01")).toEqual([
      [2, "over"],
      [2, "complete"],
      [0, "short"],
      [2, "short"],
      [1, "open"]
    ])
    expect(WorkLine.isComplete(line, day("2022-06-01"))).toBe(false)
    expect(lines.decide(state, enter("slogan", "x"))).toBe("ProgrammePartUnknown")
    expect(lines.decide(state, enter("classroom", "finance", "2022-02-02"))).toBe("ProgrammeIdTaken")
  })

  it("F-05 a bound is met by more, and an estimate only missed by nothing", () => {
    const of = (declared: Count.Count, entries: number) => {
      const state = lines.after([
        lines.to("DeclareWorkLine", "2022-01-01", {
          names: { zh: "主线" },
          groups: [{ group: "g", names: { zh: "组" }, declared }]
        }),
        ...Array.from({ length: entries }, (_, n) => enter("g", `e${n}`))
      ])
      return WorkLine.check(there(WorkLine.get(state, Code.WorkLineId.make("zumiao"))), day("2022-02-01"))[0]?.state
    }
    expect([of(Count.atLeast(2), 1), of(Count.atLeast(2), 5)]).toEqual(["short", "complete"])
    expect([of(Count.about(4), 0), of(Count.about(4), 1)]).toEqual(["short", "complete"])
  })
})

describe("activities that stand for themselves", () => {
  const hall = stage(Activities.decider, ActivityCommand.Command, facts)
  const plan = (activity: string, fields: object = {}) =>
    hall.to("PlanActivity", "2026-03-01", {
      activity,
      names: { zh: "活动" },
      form: "communityExchange",
      audience: "staff",
      hosts: ["fuli"],
      date: "2026-03-20",
      ...fields
    })
  const get = (state: Activity.State, activity: string) => there(Activity.get(state, Code.ActivityId.make(activity)))

  it("D-01 themes are tags by which activities are found", () => {
    const state = hall.after([
      plan("a", { themes: ["service", "development"] }),
      plan("b", { themes: ["governance"] }),
      plan("c")
    ])
    const found = (theme: string) => ActivityReview.list(state, { theme }).map(({ planned }) => planned.activity)
    expect([found("service"), found("governance"), found("development"), found("other")]).toEqual([
      ["a"],
      ["b"],
      ["a"],
      []
    ])
  })

  it("W-11 twenty branches hold one Party day: it is one activity in all, and each of them finds it", () => {
    const branches = Array.from({ length: 20 }, (_, n) => `branch-${n}`)
    const state = hall.after([
      plan("party-day", { form: "partyDay", audience: "members", hosts: branches }),
      plan("alone")
    ])
    expect(ActivityReview.list(state)).toHaveLength(2)
    for (const host of branches) {
      const own = ActivityReview.list(state, { host: unit(host) })
      expect(own.map(({ planned }) => planned.activity)).toEqual(["party-day"])
    }
    // Joint is what several hold, and its branches are counted once each.
    expect(Activity.isJoint(get(state, "party-day"))).toBe(true)
    const all = ActivityReview.summarise(ActivityReview.list(state))
    expect([all.joint.numerator, all.joint.denominator, all.hosts.length]).toEqual([1, 2, 21])
    const days = ActivityReview.list(state, { form: "partyDay", audience: "members" })
    expect(days.map(({ planned }) => planned.hosts)).toEqual([branches])
    expect(ActivityReview.list(state, { host: unit("branch-20") })).toEqual([])
    expect(hall.decide(state, plan("twice", { hosts: ["fuli", "fuli"] }))).toBe("ProgrammeIdTaken")
    expect(hall.decide(state, plan("ghost", { hosts: ["fuli", "nobody"] }))).toBe("ProgrammePartUnknown")
  })

  it("D-10 what building and community hold together is told from what one holds alone", () => {
    const state = hall.after([
      plan("film", { hosts: ["fuli", "community"], audience: "public" }),
      plan("concert", { hosts: ["fuli", "branch-of-the-community"], audience: "community" }),
      plan("exchange", { audience: "enterprises" })
    ])
    expect(Activity.isJoint(get(state, "film"))).toBe(true)
    expect(Activity.isJoint(get(state, "exchange"))).toBe(false)
    expect(ActivityReview.summarise(ActivityReview.list(state)).joint).toMatchObject({ numerator: 2, denominator: 3 })
    expect(ActivityReview.list(state, { host: unit("community") })).toHaveLength(1)
  })

  it("W-13 a firm may do something for the community: who gives and for whom are told apart", () => {
    const state = hall.after([
      plan("flats", { hosts: ["housing-agent"], form: "communityService", audience: "community" }),
      plan("station", { hosts: ["builder"], form: "communityService", audience: "community" }),
      plan("class", { hosts: ["builder"], form: "lecture", audience: "community" }),
      plan("talk", { hosts: ["builder"], audience: "enterprises" }),
      plan("clinic", { hosts: ["community"], audience: "enterprises" })
    ])
    const back = ActivityReview.list(state, { audience: "community" })
    expect(ActivityReview.summarise(back)).toMatchObject({
      activities: 3,
      hosts: ["builder", "housing-agent"]
    })
    // It goes both ways: what the community gives to firms is another thing.
    const given = (host: string, audience: "community" | "enterprises") =>
      ActivityReview.list(state, { host: unit(host), audience }).map(({ planned }) => planned.activity)
    expect([given("builder", "community"), given("builder", "enterprises")]).toEqual([["class", "station"], ["talk"]])
    expect([given("community", "enterprises"), given("community", "community")]).toEqual([["clinic"], []])
    expect(ActivityReview.summarise(back).free).toMatchObject({ numerator: 3, denominator: 3 })
    expect(hall.decide(state, plan("flats", { hosts: ["builder"], audience: "community" }))).toBe("ProgrammeIdTaken")
    expect(hall.decide(state, plan("ghost", { hosts: ["nobody"], audience: "community" }))).toBe("ProgrammePartUnknown")
  })

  it("D-11 business talks, noon rest and VR cost nothing, and what costs something says so", () => {
    const state = hall.after([
      plan("talk", { form: "businessTalk" }),
      plan("rest", { form: "noonRest", fee: 0 }),
      plan("vr", { form: "virtualReality" }),
      plan("trip", { form: "football", fee: 2000 })
    ])
    expect(ActivityReview.summarise(ActivityReview.list(state)).free).toMatchObject({ numerator: 3, denominator: 4 })
    expect(["talk", "rest", "vr", "trip"].map((one) => Activity.isFree(get(state, one)))).toEqual([
      true,
      true,
      true,
      false
    ])
    // Nobody is paid for coming, and no fee is a part of a fen.
    for (const fee of [-1, 0.5]) expect(() => plan("odd", { fee })).toThrow()
  })

  it("F-18 what mass bodies hold is found by host, with the needs that came of it", () => {
    const state = hall.after([
      plan("union-day", { hosts: ["union"] }),
      plan("women-day", { hosts: ["women", "union"] }),
      plan("other"),
      hall.to("LinkActivityOutcome", "2026-03-20", { activity: "union-day", outcome: { need: "need-7" } })
    ])
    const own = ActivityReview.list(state, { host: unit("union") })
    expect(own.map(({ planned }) => planned.activity)).toEqual(["union-day", "women-day"])
    expect(ActivityReview.summarise(own).outcomes).toBe(1)
  })

  it("H-29 a brand holds together the activities, places and hosts that carry it", () => {
    const state = hall.after([
      plan("a", { brand: "complex", place: "hall-1", hosts: ["committee"] }),
      plan("b", { brand: "complex", place: "hall-2", hosts: ["mall"] }),
      plan("c", { place: "hall-3" })
    ])
    expect(ActivityReview.summarise(ActivityReview.list(state, { brand: "complex" }))).toMatchObject({
      activities: 2,
      places: ["hall-1", "hall-2"],
      hosts: ["committee", "mall"]
    })
  })

  it("H-30 a live stream tells how far it reached as of a day, and a later figure does not change an earlier one", () => {
    const forms = ["mentorConsultation", "liveVideo", "fieldVisit", "resourceMatching"]
    const reach = (on: string, metric: string, count: Count.Count) =>
      hall.to("ReportActivityReach", on, { activity: "liveVideo", metric, count })
    const state = hall.after([
      ...forms.map((form) => plan(form, { form, brand: "enterpriseLive" })),
      reach("2026-03-20", "shops", Count.atLeast(1000)),
      reach("2026-03-20", "views", Count.exact(300)),
      reach("2026-03-25", "views", Count.exact(900))
    ])
    const live = get(state, "liveVideo")
    expect(Activity.reach(live, "shops", day("2026-03-20"))).toEqual(Count.atLeast(1000))
    expect(Activity.reach(live, "views", day("2026-03-24"))).toEqual(Count.exact(300))
    expect(Activity.reach(live, "views", day("2026-03-25"))).toEqual(Count.exact(900))
    expect(Activity.reach(live, "views", day("2026-03-19"))).toBeUndefined()
    expect(hall.decide(state, reach("2026-03-19", "views", Count.exact(1)))).toBe("NotYetHeld")
    expect(ActivityReview.list(state, { brand: "enterpriseLive" })).toHaveLength(4)
    expect(forms.map((form) => ActivityReview.list(state, { form }).length)).toEqual([1, 1, 1, 1])
  })

  it("H-30 six commercial bodies share the room; shops take part, and who came to their doors stands beside who watched", () => {
    const bodies = Array.from({ length: 6 }, (_, n) => `mall-${n}`)
    const about = (_tag: "RegisterParticipant" | "RecordParticipation", shop: string, on: string, more: object = {}) =>
      hall.to(_tag, on, { activity: "live", participant: { unit: shop }, ...more })
    const shops = ["shop-1", "shop-2", "shop-3"]
    const state = hall.after([
      plan("live", { form: "liveVideo", brand: "enterpriseLive", hosts: bodies, room: { capacity: 3, waiting: 0 } }),
      ...shops.map((shop) => about("RegisterParticipant", shop, "2026-03-10")),
      hall.to("HoldActivity", "2026-03-20", { activity: "live" }),
      ...shops.map((shop, n) => about("RecordParticipation", shop, "2026-03-20", { present: n < 2 })),
      hall.to("ReportActivityReach", "2026-03-21", { activity: "live", metric: "views", count: Count.atLeast(20_000) }),
      hall.to("ReportActivityReach", "2026-03-28", { activity: "live", metric: "visitors", count: Count.about(600) })
    ])
    const live = get(state, "live")
    const summary = ActivityReview.summarise(ActivityReview.list(state, { brand: "enterpriseLive" }))
    expect([summary.hosts, summary.came.numerator, summary.came.denominator]).toEqual([bodies, 2, 3])
    const reached = (on: string) => ["views", "visitors"].map((metric) => Activity.reach(live, metric, day(on)))
    expect(reached("2026-03-21")).toEqual([Count.atLeast(20_000), undefined])
    expect(reached("2026-03-28")).toEqual([Count.atLeast(20_000), Count.about(600)])
    const full = hall.after([plan("next", { room: { capacity: 1, waiting: 0 } })], state)
    const next = (shop: string) =>
      hall.to("RegisterParticipant", "2026-03-10", { activity: "next", participant: { unit: shop } })
    expect(hall.decide(hall.after([next("shop-1")], full), next("shop-2"))).toBe("PlacesFull")
  })

  it("P-26 a training is linked to what came of it: a firm that went into live commerce, a need, a case, a project", () => {
    const link = (outcome: object) => hall.to("LinkActivityOutcome", "2026-03-21", { activity: "video", outcome })
    const outcomes = [
      { unit: "firm-1", result: "liveCommerce" },
      { need: "need-1" },
      { case: "case-1" },
      { project: "project-1" },
      { prospect: "prospect-1" }
    ]
    const state = hall.after([plan("video", { form: "shortVideoTraining" }), ...outcomes.map(link)])
    expect(get(state, "video").outcomes).toEqual(outcomes)
    expect(hall.decide(state, link({ need: "need-1" }))).toEqual([])
    const later = hall.to("LinkActivityOutcome", "2026-04-30", { activity: "video", outcome: { need: "need-1" } })
    expect(hall.decide(state, later)).toEqual([])
    expect(hall.decide(state, link({ unit: "nobody", result: "x" }))).toBe("ProgrammePartUnknown")
  })

  it("G-08 a fair keeps its figures as published: 10 institutions, about 200 merchants", () => {
    const state = hall.after([
      plan("fair", { form: "fair", audience: "enterprises" }),
      hall.to("ReportActivityReach", "2026-03-20", {
        activity: "fair",
        metric: "institutions",
        count: Count.exact(10)
      }),
      hall.to("ReportActivityReach", "2026-03-20", { activity: "fair", metric: "merchants", count: Count.nearly(200) }),
      hall.to("HoldActivity", "2026-03-20", { activity: "fair", attended: Count.nearly(200) })
    ])
    const fair = get(state, "fair")
    expect([fair.attended, fair.standing]).toEqual([Count.nearly(200), "held"])
    expect(Activity.reach(fair, "merchants", day("2026-04-01"))).toEqual(Count.nearly(200))
    expect(Activity.reach(fair, "institutions", day("2026-04-01"))).toEqual(Count.exact(10))
  })
})
