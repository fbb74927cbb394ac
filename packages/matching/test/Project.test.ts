import { describe, expect, it } from "vitest"
import * as CommonNeeds from "../src/CommonNeeds.ts"
import * as Demand from "../src/Demand.ts"
import { NeedId } from "../src/Need.ts"
import { ProjectId } from "../src/Project.ts"
import * as State from "../src/State.ts"
import { after, command, day, decide, need, on, project, propose, seats, unit } from "./scene.ts"

const today = day("2022-06-01")

describe("from many needs to one project", () => {
  const wants = ["a", "b", "c"].map((id) =>
    need(id, "workspace", { quantity: 6, on: `2022-02-0${id.charCodeAt(0) - 96}` })
  )
  const state = after([
    seats("hall", 40),
    ...wants,
    need("far", "workspace", { place: "elsewhere" }),
    need("late", "workspace", { on: "2022-05-30" })
  ])
  const areaOf = (place: string) => unit(place)
  const commit = (id: string, quantity: number) =>
    command({ _tag: "CommitResource", project: id, resource: "hall", quantity, from: "2022-03-01" })

  it("P-30 W-08 R3-13 like needs of several in one place and time are one common need", () => {
    const threshold = { raisers: 3, days: 30 }
    expect(CommonNeeds.find(state, areaOf, threshold, today)).toEqual([
      {
        category: "workspace",
        area: "tower",
        needs: ["a", "b", "c"],
        raisers: ["firm-a", "firm-b", "firm-c"],
        quantity: 18,
        from: "2022-02-01",
        to: "2022-02-03"
      }
    ])
    expect(CommonNeeds.find(state, areaOf, { raisers: 4, days: 30 }, today)).toEqual([])
    expect(CommonNeeds.find(state, areaOf, { raisers: 4, days: 365 }, today)).toHaveLength(1)
    // One who asks twice is one.
    const twice = after([need("a", "tax"), need("b", "tax", { raiser: "firm-a" })])
    expect(CommonNeeds.find(twice, areaOf, { raisers: 1, days: 30 }, today)).toEqual([])
    // What is in a project is not found again.
    expect(CommonNeeds.find(after([project("p1", ["a", "b", "c"])], state), areaOf, threshold, today)).toEqual([])
  })

  it("P-23 a project begins with at least one need and one resource", () => {
    const proposed = after([project("p1", ["a", "b"])], state)
    const approve = on("ApproveProject", { project: "p1" })
    expect(decide(proposed, approve)).toMatchObject({ _tag: "ProjectIncomplete", missing: ["resources"] })
    const resourced = after([commit("p1", 12)], proposed)
    expect(decide(resourced, approve)).toHaveLength(1)
    const released = after([on("ReleaseResource", { project: "p1", resource: "hall" })], resourced)
    expect(decide(released, approve)).toMatchObject({ _tag: "ProjectIncomplete" })
    expect(decide(proposed, commit("p1", 41))).toMatchObject({ _tag: "OverCapacity", amount: 40 })
  })

  it("an approval told once more changes nothing, whatever became of the project", () => {
    const approve = on("ApproveProject", { project: "p1" })
    const approved = after([project("p1", ["a"]), commit("p1", 12), approve, project("p2", ["b"])], state)
    const ends = [
      on("CancelProject", { project: "p1", reason: "资金不足" }),
      on("MergeProjects", { project: "p1", into: "p2" }),
      on("CompleteProject", { project: "p1" })
    ]
    for (const end of ends) expect(decide(after([end], approved), approve)).toEqual([])
    const rejected = after([on("CancelProject", { project: "p2", reason: "资金不足" })], approved)
    expect(decide(rejected, on("ApproveProject", { project: "p2" }))).toMatchObject({ _tag: "NotPossible" })
  })

  it("P-23 a need is in one open project, and free again when the project is given up", () => {
    const proposed = after([project("p1", ["a"])], state)
    expect(decide(proposed, project("p2", ["a", "b"]))).toMatchObject({ _tag: "NeedInProject", project: "p1" })
    expect(decide(proposed, on("JoinNeeds", { project: "p1", needs: ["b"] }))).toHaveLength(1)
    const given = after([on("CancelProject", { project: "p1", reason: "资金不足" })], proposed)
    expect(decide(given, project("p2", ["a", "b"]))).toHaveLength(1)
  })

  it("W-08 a project takes of a resource what matches no longer can, and its needs are met when it is completed", () => {
    const running = after([project("p1", ["a", "b"]), commit("p1", 30), on("ApproveProject", { project: "p1" })], state)
    expect(Demand.freeOn(running, day("2022-03-01"))).toEqual([{ resource: "hall", amount: 40, free: 10 }])
    const halfway = after([on("ReportProgress", { project: "p1", percent: 50 }, "2022-03-10")], running)
    expect(State.project(halfway, ProjectId.make("p1"))?.percent).toBe(50)
    expect(decide(halfway, on("ReportProgress", { project: "p1", percent: 20 }, "2022-03-01"))).toEqual([])
    const done = after([on("CompleteProject", { project: "p1" }, "2022-04-01")], halfway)
    expect(["a", "b", "c"].map((id) => State.need(done, NeedId.make(id))?.status)).toEqual(["met", "met", "open"])
  })

  it("R3-13 merging and splitting keep every need and the trace of where it came from", () => {
    const two = after([project("p1", ["a"]), project("p2", ["b", "c"]), commit("p2", 6)], state)
    const merged = after([on("MergeProjects", { project: "p2", into: "p1" })], two)
    const p1 = State.project(merged, ProjectId.make("p1"))
    expect(p1?.needs).toEqual(["a", "b", "c"])
    expect(p1?.history).toEqual([{ project: "p2", how: "merged", on: "2022-02-20" }])
    expect(State.project(merged, ProjectId.make("p2"))?.status).toBe("merged")
    expect(Demand.freeOn(merged, day("2022-03-01"))[0]?.free).toBe(34)
    const split = after(
      [on("SplitProject", { project: "p1", part: "p3", names: { zh: "分项" }, needs: ["b"] })],
      merged
    )
    expect(State.project(split, ProjectId.make("p1"))?.needs).toEqual(["a", "c"])
    expect(State.project(split, ProjectId.make("p3"))).toMatchObject({
      needs: ["b"],
      history: [{ project: "p1", how: "split", on: "2022-02-20" }]
    })
    expect(State.need(split, NeedId.make("b"))?.project).toBe("p3")
    const all = on("SplitProject", { project: "p1", part: "p4", names: { zh: "x" }, needs: ["a", "c"] })
    expect(decide(split, all)).toMatchObject({ _tag: "ProjectIncomplete", missing: ["needs"] })
  })

  it("W-06 W-02 only a published project with beneficiaries becomes a key project, and its first sponsor leads", () => {
    const beneficiaries = [{ of: "tower", people: 120 }]
    const known = after(
      [project("p1", ["a"], { beneficiaries, sponsors: ["lead", "second"] }), project("p2", ["b"])],
      state
    )
    expect(decide(known, on("PromoteProject", { project: "p1" }))).toMatchObject({
      _tag: "NotPossible",
      status: "unpublished"
    })
    expect(decide(known, on("PublishProject", { project: "p2" }))).toMatchObject({ missing: ["beneficiaries"] })
    const key = after([on("PublishProject", { project: "p1" }), on("PromoteProject", { project: "p1" })], known)
    expect(State.project(key, ProjectId.make("p1"))).toMatchObject({ standing: "key", published: "2022-02-20" })
    expect(State.project(key, ProjectId.make("p1"))?.project.sponsors[0]).toBe("lead")
    expect(
      [...State.projects(key)].filter(({ standing, published }) => standing === "key" && published === undefined)
    ).toEqual([])
  })

  it("R3-13 a need that was split off stays where it went when its joining is told again", () => {
    const joined = on("JoinNeeds", { project: "p1", needs: ["c"] }, "2022-02-16")
    const split = on("SplitProject", { project: "p1", part: "p3", names: { zh: "分项" }, needs: ["c"] }, "2022-02-18")
    const later = after([project("p1", ["a", "b"]), joined, split], state)
    expect(decide(later, joined)).toEqual([])
    expect(decide(later, split)).toEqual([])
    // To take it back is news, and it is in another project.
    const back = on("JoinNeeds", { project: "p1", needs: ["c"] }, "2022-03-01")
    expect(decide(later, back)).toMatchObject({ _tag: "NeedInProject", project: "p3" })
  })

  it("W-06 R3-13 a part with beneficiaries of its own can be published, one without cannot", () => {
    const beneficiaries = [{ of: "tower", people: 40 }]
    const part = (id: string, more: object = {}) =>
      on("SplitProject", { project: "p1", part: id, names: { zh: "分项" }, needs: ["c"], ...more }, "2022-02-18")
    const whole = after([project("p1", ["a", "b", "c"])], state)
    const publish = on("PublishProject", { project: "p3" })
    expect(decide(after([part("p3", { beneficiaries })], whole), publish)).toMatchObject([{ _tag: "ProjectPublished" }])
    expect(decide(after([part("p3")], whole), publish)).toMatchObject({ missing: ["beneficiaries"] })
  })

  it("P-23 a need that a project met stays met from that day when more of it is delivered", () => {
    const met = after(
      [
        propose("m1", "a", "hall", 6),
        on("AcceptMatch", { match: "m1" }),
        project("p1", ["a"]),
        commit("p1", 1),
        on("ApproveProject", { project: "p1" }),
        on("CompleteProject", { project: "p1" }, "2022-04-01"),
        on("DeliverMatch", { match: "m1", quantity: 6 }, "2022-05-01")
      ],
      state
    )
    expect(State.need(met, NeedId.make("a"))).toMatchObject({ status: "met", ended: "2022-04-01" })
  })
})
