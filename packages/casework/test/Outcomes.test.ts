import { Decider } from "@louyu/kernel"
import { describe, expect, it } from "vitest"
import * as BodyPresets from "../src/BodyPresets.ts"
import type * as BodyState from "../src/BodyState.ts"
import * as Casework from "../src/Casework.ts"
import * as Flow from "../src/Flow.ts"
import * as FlowPresets from "../src/FlowPresets.ts"
import * as Outcomes from "../src/Outcomes.ts"
import type * as State from "../src/State.ts"
import * as bodies from "./bodyScene.ts"
import { after, at, classify, facts, factsOf, on, raise, unit } from "./scene.ts"

const { to, found, seatAll, meet } = bodies
const { buildingCouncil, jointMeeting, councilChamber } = BodyPresets

const council = bodies.after([
  found(buildingCouncil),
  ...["insurer", "agency", "estate"].map((id) => to("SeatMember", "2024-01-01", { unit: id, party: "memberUnit" })),
  ...meet("m", "2024-05-07", ["insurer", "estate"]),
  to("PutOnAgenda", "2024-05-07", { meeting: "m", item: "i", subject: { case: "c1" } }),
  to("MakeProposal", "2024-05-07", {
    item: "i",
    proposal: "p",
    by: "insurer",
    text: "建四处停车点",
    contributions: []
  }),
  to("DecideItem", "2024-05-07", { meeting: "m", item: "i", outcome: "agreed", proposal: "p" })
])
const claimed = bodies.after(
  [
    to("DispatchItem", "2024-05-08", { item: "i", task: "t", names: { zh: "建停车点" }, by: "insurer" }),
    to("ClaimTask", "2024-05-09", { task: "t", by: "estate" })
  ],
  council
)
const done = bodies.after(
  [
    to("ReportTask", "2024-05-20", { task: "t", by: "estate", text: "四处停车点装好监控" }),
    to("FulfilTask", "2024-05-21", { task: "t", by: "estate" })
  ],
  claimed
)
const waiting = after([
  raise("c1", "05-06", { flow: "buildingCouncil", place: "tower" }),
  on("AcceptCase", "05-06 10:00"),
  classify("05-06 11:00")
])

const ask = (state: BodyState.State, known: State.CaseKnown, when: string): Outcomes.Outcomes =>
  Outcomes.of(state, (id) => (id === "c1" ? known : undefined), facts, at(when))
const obey = (known: State.CaseKnown, { commands }: Outcomes.Outcomes): State.CaseKnown => {
  const { state, failures } = Decider.run(Casework.decider, known, commands, facts)
  expect(failures).toEqual([])
  if (state === undefined) throw new Error("a case was raised")
  return state
}

describe("what a body did goes back to its case", () => {
  it("R5-14 a case is told what was agreed, who took it, and what came of it, each once", () => {
    const first = ask(council, waiting, "05-08")
    expect(first).toEqual({
      commands: [
        { _tag: "DeliberateCase", case: "c1", body: "tower", decision: "i", agreed: "建四处停车点", at: at("05-08") }
      ],
      refusals: []
    })
    const agreed = obey(waiting, first)
    expect(ask(council, agreed, "05-08").commands).toEqual([])
    const second = ask(claimed, agreed, "05-09")
    expect(second.commands).toEqual([{ _tag: "TakeCase", case: "c1", by: "estate", at: at("05-09") }])
    const taken = obey(agreed, second)
    expect([taken.stage, taken.handler]).toEqual(["dispatched", "estate"])
    expect(ask(done, taken, "05-22").commands).toEqual([])
    const working = after([on("StartCase", "05-10")], taken)
    const third = ask(done, working, "05-22")
    expect(third.commands).toEqual([{ _tag: "ResolveCase", case: "c1", result: "四处停车点装好监控", at: at("05-22") }])
    const resolved = obey(working, third)
    expect(resolved.stage).toBe("resolved")
    expect(ask(done, resolved, "05-23").commands).toEqual([])
  })

  it("R5-14 what a case has not heard for long it is told at once, in order", () => {
    expect(ask(done, waiting, "05-22").commands.map(({ _tag }) => _tag)).toEqual(["DeliberateCase", "TakeCase"])
  })

  it("R5-14 bodies are listened to up to the moment asked for, and about cases there are", () => {
    expect(ask(done, waiting, "05-08").commands.map(({ _tag }) => _tag)).toEqual(["DeliberateCase"])
    expect(ask(done, waiting, "05-06 12:00").commands).toEqual([])
    expect(Outcomes.of(done, () => undefined, facts, at("05-22"))).toEqual({ commands: [], refusals: [] })
  })

  it("R5-14 a case that was taken up again is not told the old answer as a new one", () => {
    const told = obey(waiting, ask(done, waiting, "05-22"))
    const working = after([on("StartCase", "05-22 10:00")], told)
    const resolved = obey(working, ask(done, working, "05-22 11:00"))
    const again = after([on("FollowUpCase", "05-22 12:00", { solved: false })], resolved)
    expect(again.stage).toBe("inProgress")
    expect(ask(done, again, "05-22 13:00").commands).toEqual([])
    expect(ask(done, again, "05-29").commands).toEqual([])
  })

  it("R5-14 what was rejected or put off moves no case", () => {
    for (const outcome of ["rejected", "deferred"]) {
      const state = bodies.after([
        found(jointMeeting),
        ...seatAll(jointMeeting),
        ...meet("m", "2024-05-07", ["operator", "property", "street"]),
        to("PutOnAgenda", "2024-05-07", { meeting: "m", item: "i", subject: { case: "c1" } }),
        to("DecideItem", "2024-05-07", { meeting: "m", item: "i", outcome })
      ])
      expect(ask(state, waiting, "05-08")).toEqual({ commands: [], refusals: [] })
    }
  })

  it("R5-14 D-06 a dispatch the case would refuse is told with the reason; one with the right to goes on", () => {
    const joint = (dispatcher: string) =>
      bodies.after([
        found(jointMeeting, "2024-01-01", { dispatcher }),
        ...seatAll(jointMeeting),
        ...meet("m", "2024-05-07", ["operator", "property", "street"]),
        to("PutOnAgenda", "2024-05-07", { meeting: "m", item: "i", subject: { case: "c1" } }),
        to("DecideItem", "2024-05-07", { meeting: "m", item: "i", outcome: "agreed" }),
        to("DispatchItem", "2024-05-08", {
          item: "i",
          task: "t",
          names: { zh: "清理" },
          by: dispatcher,
          to: "property"
        }),
        to("DispatchItem", "2024-05-08", { item: "i", task: "u", names: { zh: "立牌" }, by: dispatcher, to: "street" })
      ])
    const known = after([
      raise("c1", "05-06", { flow: "jointMeeting", place: "tower" }),
      on("AcceptCase", "05-06"),
      classify("05-06")
    ])
    const right = ask(joint("committee-1"), known, "05-09")
    expect(right.commands).toMatchObject([
      { _tag: "DeliberateCase" },
      { _tag: "DispatchCase", by: "committee-1", to: "property" }
    ])
    const wrong = ask(joint("operator-1"), known, "05-09")
    expect(wrong.commands.map(({ _tag }) => _tag)).toEqual(["DeliberateCase"])
    expect(wrong.refusals).toMatchObject([
      { command: { _tag: "DispatchCase", by: "operator-1" }, failure: { code: "casework/DispatchNotAuthorised" } }
    ])
    const late = ask(joint("committee-1"), after([on("SuspendCase", "05-20", { reason: "等待" })], known), "05-21")
    expect(late).toEqual({ commands: [], refusals: [] })
  })

  it("F-09 R5-14 a chamber that finds its result wanting hands out again, and only that counts as the answer", () => {
    const settled = bodies.after([
      found(councilChamber),
      ...seatAll(councilChamber),
      ...meet("m", "2024-05-07", ["street", "trafficPolice", "employmentCentre"]),
      to("PutOnAgenda", "2024-05-07", { meeting: "m", item: "i", subject: { case: "c1" } }),
      to("DecideItem", "2024-05-07", { meeting: "m", item: "i", outcome: "agreed" }),
      to("DispatchItem", "2024-05-08", {
        item: "i",
        task: "t",
        names: { zh: "疏导" },
        by: "street",
        to: "trafficPolice"
      }),
      to("AcceptTask", "2024-05-08", { task: "t", by: "trafficPolice" }),
      to("FulfilTask", "2024-05-10", { task: "t", by: "trafficPolice" }),
      to("FollowUpItem", "2024-05-12", { item: "i", satisfied: false }),
      to("DispatchItem", "2024-05-13", {
        item: "i",
        task: "u",
        names: { zh: "错峰" },
        by: "street",
        to: "trafficPolice"
      })
    ])
    const known = after([
      raise("c1", "05-06", { flow: "councilChamber", place: "tower" }),
      on("DeliberateCase", "05-07", { body: "tower", decision: "i" }),
      on("StartCase", "05-08")
    ])
    expect(ask(settled, known, "05-14").commands).toEqual([])
    const better = bodies.after(
      [
        to("AcceptTask", "2024-05-13", { task: "u", by: "trafficPolice" }),
        to("FulfilTask", "2024-05-14", { task: "u", by: "trafficPolice" })
      ],
      settled
    )
    expect(ask(better, known, "05-14").commands).toMatchObject([{ _tag: "ResolveCase", result: "错峰" }])
  })
})

describe("the agenda is fed by cases", () => {
  const listed = (state: BodyState.State, ...cases: ReadonlyArray<State.CaseKnown>) =>
    Outcomes.agendas(state, cases, facts)
  const empty = bodies.after([found(buildingCouncil)])
  const other = after([raise("c2", "05-06", { flow: "councilChamber", place: "tower-b" })])

  it("R5-14 open cases that wait to be deliberated are offered to the bodies at their place", () => {
    expect(listed(empty, waiting, other)).toEqual([{ body: "b", cases: ["c1"] }])
    expect(listed(empty, after([on("CloseCase", "05-07", { reason: "withdrawn" })], waiting))).toEqual([])
    expect(listed(empty, after([raise("c1", "05-06", { flow: "buildingCouncil", place: "tower" })]))).toEqual([])
    const both = Outcomes.agendas(empty, [waiting, other], facts, (_, inner) => inner.startsWith(unit("tower")))
    expect(both).toEqual([{ body: "b", cases: ["c1", "c2"] }])
  })

  it("R5-14 a case is offered until it is on an agenda, not while it waits to be told, and again after it was reopened", () => {
    expect(listed(council, waiting)).toEqual([])
    expect(listed(done, waiting)).toEqual([])
    const closed = bodies.after([to("CloseItem", "2024-05-22", { item: "i" })], done)
    expect(listed(closed, waiting)).toEqual([])
    const flow = { ...FlowPresets.buildingCouncil, reopen: { to: Flow.StageId.make("classified"), withinDays: 10 } }
    const given = factsOf([flow])
    const told = after(
      [
        on("DeliberateCase", "05-22", { body: "tower", decision: "i" }),
        on("CloseCase", "05-23", { reason: "explained" }),
        on("ReopenCase", "05-24", { reason: "再次发生" })
      ],
      waiting,
      given
    )
    expect(Outcomes.agendas(closed, [told], given)).toEqual([{ body: "b", cases: ["c1"] }])
    expect(Outcomes.agendas(done, [told], given)).toEqual([])
  })

  it("R5-14 what was rejected is offered again only after the case moved on", () => {
    const rejected = bodies.after([
      found(jointMeeting),
      ...seatAll(jointMeeting),
      ...meet("m", "2024-05-07", ["operator", "property", "street"]),
      to("PutOnAgenda", "2024-05-07", { meeting: "m", item: "i", subject: { case: "c1" } }),
      to("DecideItem", "2024-05-07", { meeting: "m", item: "i", outcome: "rejected" })
    ])
    expect(listed(rejected, waiting)).toEqual([])
    const up = after([on("EscalateCase", "05-09", { to: "building", cause: "beyondMeans" })], waiting)
    expect(listed(rejected, up)).toEqual([{ body: "b", cases: ["c1"] }])
  })
})

describe("commands", () => {
  it("R5-14 are those the case itself would take, with a moment it has not passed", () => {
    const later = after([on("FileCaseEvidence", "05-30", { evidence: "photo" })], waiting)
    const early = ask(council, later, "05-08")
    expect(early.commands).toEqual([])
    expect(early.refusals).toMatchObject([{ failure: { code: "casework/OutOfOrder" } }])
  })
})
