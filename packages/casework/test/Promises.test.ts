import { describe, expect, it } from "vitest"
import type * as BodyKind from "../src/BodyKind.ts"
import * as BodyPresets from "../src/BodyPresets.ts"
import * as BodyReview from "../src/BodyReview.ts"
import * as State from "../src/BodyState.ts"
import { after, body, day, decide, found, seatAll, task, to } from "./bodyScene.ts"

const { jointMeeting } = BodyPresets

describe("a promise for a year", () => {
  const committee: BodyKind.BodyKind = {
    ...jointMeeting,
    id: "comprehensiveCommittee",
    names: { zh: "楼宇综合党委" },
    cadence: "none",
    yearlyTasks: 10
  }
  const sitting = after([found(committee), ...seatAll(committee)])
  const publish = (tasks: ReadonlyArray<object>, of = 2024) => to("PublishWorkList", "2024-01-10", { year: of, tasks })
  const things = (count: number) =>
    Array.from({ length: count }, (_, n) => ({ task: `t${n}`, names: { zh: `实事${n}` } }))
  const steps = [
    { milestone: "site", names: { zh: "选址" }, by: "2024-03-31" },
    { milestone: "built", names: { zh: "建成" }, by: "2024-06-30" },
    { milestone: "open", names: { zh: "开园" } }
  ]
  const childcare = { task: "childcare", names: { zh: "楼宇托育点" }, due: "2024-09-01", milestones: steps }
  const reach = (milestone: string, date: string, by = "operator") =>
    to("ReachMilestone", date, { task: "childcare", milestone, by })
  const promised = after([publish([...things(1), childcare])], sitting)
  const claimed = after([to("ClaimTask", "2024-02-01", { task: "childcare", by: "operator" })], promised)

  it("H-17 A-11 ten practical matters a year, or as many as the kind of body says", () => {
    expect(decide(sitting, publish(things(11)))).toMatchObject({
      code: "casework/WorkListTooLong",
      year: 2024,
      listed: 11,
      max: 10
    })
    expect(State.workList(body(after([publish(things(10))], sitting)), 2024)).toHaveLength(10)
    const more = after([found({ ...committee, yearlyTasks: 11 }), publish(things(11))])
    expect(State.workList(body(more), 2024)).toHaveLength(11)
    const any = after([found(jointMeeting), publish(things(30))])
    expect(State.workList(body(any), 2024)).toHaveLength(30)
  })

  it("H-17 a matter is adopted, its progress reported, and completed", () => {
    const done = after(
      [
        to("ReportTask", "2024-03-01", { task: "childcare", by: "operator", text: "选定二层" }),
        reach("site", "2024-03-02"),
        reach("built", "2024-06-20"),
        reach("open", "2024-08-30"),
        to("FulfilTask", "2024-08-30", { task: "childcare", by: "operator" })
      ],
      claimed
    )
    const [other, one] = BodyReview.promises(body(done), 2024, day("2024-12-31")) ?? []
    expect(one).toMatchObject({
      task: "childcare",
      names: { zh: "楼宇托育点" },
      lead: "operator",
      standing: "fulfilled",
      overdue: false,
      reached: { numerator: 3, denominator: 3, value: 1 },
      next: undefined,
      late: []
    })
    expect(other).toMatchObject({ standing: "offered", lead: undefined, reached: { value: undefined } })
    expect(BodyReview.promises(body(done), 2025, day("2024-12-31"))).toBeUndefined()
  })

  it("R5-15 the public sees what is reached, what comes next, and what is late", () => {
    const at = (state: State.State, date: string) => BodyReview.promises(body(state), 2024, day(date))?.[1]
    expect(at(claimed, "2024-03-31")).toMatchObject({
      reached: { numerator: 0 },
      next: { milestone: "site" },
      late: []
    })
    expect(at(claimed, "2024-04-01")?.late.map(({ milestone }) => milestone)).toEqual(["site"])
    const there = after([reach("site", "2024-04-02")], claimed)
    expect(at(there, "2024-07-01")).toMatchObject({
      reached: { numerator: 1, denominator: 3 },
      next: { milestone: "built" },
      late: [{ milestone: "built" }],
      overdue: false
    })
    expect(at(there, "2024-09-02")?.overdue).toBe(true)
  })

  it("R5-15 a milestone is reached once, by the lead of an accepted task, not before what is known of it", () => {
    expect(decide(promised, reach("site", "2024-02-01"))).toMatchObject({
      code: "casework/BodyActionNotAllowed",
      standing: "offered",
      allowed: ["ClaimTask"]
    })
    expect(decide(claimed, reach("site", "2024-02-02", "tenant"))).toMatchObject({ code: "casework/NotTaskLead" })
    expect(decide(claimed, reach("site", "2024-01-31"))).toMatchObject({ code: "casework/BodyOutOfOrder" })
    expect(decide(claimed, reach("roof", "2024-02-02"))).toMatchObject({
      code: "casework/BodyPartUnknown",
      sort: "milestone"
    })
    const there = after([reach("site", "2024-02-02")], claimed)
    expect(decide(there, reach("site", "2024-02-02"))).toEqual([])
    expect(decide(there, reach("site", "2024-02-03"))).toMatchObject({
      code: "casework/MilestonePassed",
      on: "2024-02-02"
    })
    const handed = after(
      [
        to("ReturnTask", "2024-02-03", { task: "childcare", by: "operator", reason: "无场地" }),
        to("ClaimTask", "2024-02-04", { task: "childcare", by: "tenant" })
      ],
      there
    )
    expect(task(handed, "childcare").milestones.map(({ reached }) => reached)).toEqual([
      "2024-02-02",
      undefined,
      undefined
    ])
  })

  it("R5-15 milestones have ids of their own and days to come, and tell nothing of people", () => {
    const [first] = steps
    const named = (milestones: ReadonlyArray<object>) => publish([{ ...childcare, milestones }])
    expect(decide(sitting, named([first, first].map((one) => ({ ...one }))))).toMatchObject({
      code: "casework/BodyIdTaken",
      sort: "milestone"
    })
    expect(decide(sitting, named([{ ...first, by: "2024-01-09" }]))).toMatchObject({ code: "casework/BodyOutOfOrder" })
    expect(decide(sitting, named([{ ...first, names: { zh: "联系13800138000" } }]))).toMatchObject({
      code: "casework/BodyTextPersonal"
    })
  })
})
