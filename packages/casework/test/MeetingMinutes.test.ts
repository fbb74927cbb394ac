import { describe, expect, it } from "vitest"
import { MeetingId } from "../src/BodyCode.ts"
import * as BodyPresets from "../src/BodyPresets.ts"
import type * as State from "../src/BodyState.ts"
import * as MeetingMinutes from "../src/MeetingMinutes.ts"
import { after, body, found, item, to } from "./bodyScene.ts"

const state = after([
  found(BodyPresets.buildingCouncil, "2022-05-31"),
  ...["insurer", "agency", "estate"].map((id) => to("SeatMember", "2022-05-31", { unit: id, party: "memberUnit" })),
  to("ElectChair", "2022-05-31", { unit: "insurer", person: "person-1", until: "2025-05-31" }),
  to("ScheduleMeeting", "2022-05-31", { meeting: "first", date: "2022-05-31" }),
  to("RecordAttendance", "2022-05-31", { meeting: "first", units: ["insurer", "estate"] }),
  to("PutOnAgenda", "2022-05-31", {
    meeting: "first",
    item: "e-bikes",
    subject: { title: "电动车失窃" },
    by: "insurer"
  }),
  to("PutOnAgenda", "2022-05-31", { meeting: "first", item: "fraud", subject: { case: "case-2" } }),
  to("MakeProposal", "2022-05-31", {
    item: "e-bikes",
    proposal: "p1",
    by: "insurer",
    text: "利用闲置空间建固定停车点",
    contributions: [
      { by: "estate", kind: "money", fen: 10_000_000 },
      { by: "estate", kind: "space", places: 4 },
      { by: "insurer", kind: "labour", people: 1 }
    ]
  }),
  to("DecideItem", "2022-05-31", { meeting: "first", item: "e-bikes", outcome: "agreed", proposal: "p1" }),
  to("DecideItem", "2022-05-31", { meeting: "first", item: "fraud", outcome: "deferred" }),
  to("DispatchItem", "2022-06-01", {
    item: "e-bikes",
    task: "t1",
    names: { zh: "建四处停车点", en: "Build four parking points" },
    by: "insurer",
    to: "estate",
    assisting: ["agency"],
    due: "2022-06-30"
  }),
  to("CallMeeting", "2022-07-01", { meeting: "second", date: "2022-07-04", by: "agency", matter: "电信诈骗" }),
  to("CarryItemOver", "2022-07-01", { meeting: "second", item: "fraud" }),
  to("MakeProposal", "2022-07-02", {
    item: "fraud",
    proposal: "p2",
    by: "agency",
    text: "请民警讲课",
    contributions: []
  })
])
const minutes = (of: State.State, id: string): MeetingMinutes.Minutes => {
  const found = MeetingMinutes.of(body(of), MeetingId.make(id))
  if (found === undefined) throw new Error(`meeting ${id} was held`)
  return found
}

describe("minutes", () => {
  it("W-18 tell in English who came, what was proposed and given, decided and handed out", () => {
    expect(MeetingMinutes.format(minutes(state, "first"), "en", (id) => id.toUpperCase()).split("\n")).toEqual([
      "Example tower · Building council · Minutes",
      "Regular meeting first, 2022-05-31",
      "Chair: INSURER",
      "2 of 3 members came, 2 needed: quorum reached",
      "Present: ESTATE (Member unit), INSURER (Member unit)",
      "Absent: AGENCY (Member unit)",
      "1. Matter e-bikes: 电动车失窃",
      "   Proposal p1 (INSURER): 利用闲置空间建固定停车点",
      "     + ESTATE: money CNY 100,000.00",
      "     + ESTATE: 4 places",
      "     + INSURER: 1 person",
      "   Decision: agreed (Proposal p1)",
      "   Task t1: Build four parking points, lead ESTATE, assisting AGENCY, due 2022-06-30",
      "2. Matter fraud: case case-2",
      "   Decision: put off"
    ])
  })

  it("W-18 tell the same in Chinese", () => {
    const text = MeetingMinutes.format(minutes(state, "first"), "zh", (id) => id)
    expect(text.split("\n").slice(0, 6)).toEqual([
      "示例大厦 · 楼宇理事会 · 会议纪要",
      "例会 first，2022-05-31",
      "主持：insurer",
      "应到 3 家，实到 2 家，须到 2 家，可以决定",
      "到会：estate (成员单位)、insurer (成员单位)",
      "缺席：agency (成员单位)"
    ])
    expect(text).toContain("     + estate：资金 100,000.00元")
    expect(text).toContain("   任务 t1：建四处停车点，领办 estate，协办 agency，时限 2022-06-30")
  })

  it("D-06 there are none of a meeting nobody came to; those of an extraordinary one say why it was called", () => {
    expect(MeetingMinutes.of(body(state), MeetingId.make("second"))).toBeUndefined()
    expect(MeetingMinutes.of(body(state), MeetingId.make("third"))).toBeUndefined()
    const held = after([to("RecordAttendance", "2022-07-04", { meeting: "second", units: ["agency"] })], state)
    const second = minutes(held, "second")
    expect(second.quorum.reached).toBe(false)
    expect(second.points.map(({ item: id, decision }) => [id, decision])).toEqual([["fraud", undefined]])
    const text = MeetingMinutes.format(second, "en", (id) => id)
    expect(text).toContain("Called because: 电信诈骗 (agency)")
    expect(text).toContain("1 of 3 members came, 2 needed: no quorum")
    expect(text).toContain("Decision: not decided")
  })

  it("R5-14 what was proposed after a meeting is not in its minutes", () => {
    expect(item(state, "fraud").proposals).toHaveLength(1)
    expect(minutes(state, "first").points.map(({ proposals }) => proposals.length)).toEqual([1, 0])
  })
})
