import { describe, expect, it } from "vitest"
import { PartyKind } from "../src/BodyCode.ts"
import * as BodyKind from "../src/BodyKind.ts"
import * as BodyPresets from "../src/BodyPresets.ts"
import * as MeetingMinutes from "../src/MeetingMinutes.ts"
import { after, body, decide, found, meet, meeting, seatAll, task, to } from "./bodyScene.ts"

const { buildingCouncil, jointMeeting } = BodyPresets

const seatOf = (code: string): BodyKind.Seat => ({ party: PartyKind.make(code), names: { zh: code }, min: 1 })

describe("what several parties carry together", () => {
  const parties = ["building", "street", "community", "socialOrganisation"]
  const pact: BodyKind.BodyKind = {
    ...jointMeeting,
    id: "coManagement",
    names: { zh: "四方共管" },
    seats: [seatOf("building"), ...["street", "community", "socialOrganisation"].map(seatOf)],
    jointParties: [seatOf("building").party, ...parties.slice(1).map((id) => seatOf(id).party)]
  }
  const agreed = after([
    found(pact),
    ...seatAll(pact),
    ...meet("m", "2024-01-20", parties),
    to("PutOnAgenda", "2024-01-20", { meeting: "m", item: "i", subject: { title: "午间托管" } }),
    to("DecideItem", "2024-01-20", { meeting: "m", item: "i", outcome: "agreed" })
  ])
  const duties = parties.slice(1).map((id) => ({ unit: id, duty: `${id}的职责` }))
  const dispatch = (fields: object) =>
    to("DispatchItem", "2024-01-21", {
      item: "i",
      task: "t",
      names: { zh: "午间托管" },
      by: "committee",
      to: "building",
      ...fields
    })

  it("H-18 building, street, community and social organisation carry it, each with its duty", () => {
    const shared = after([dispatch({ duties })], agreed)
    expect(task(shared, "t")).toMatchObject({ lead: "building", duties })
    const minutes = MeetingMinutes.of(body(shared), meeting(shared, "m").meeting)
    if (minutes === undefined) throw new Error("the meeting was held")
    expect(
      MeetingMinutes.format(minutes, "zh", (id) => id)
        .split("\n")
        .slice(-3)
    ).toEqual(duties.map(({ unit: id, duty }) => `     + ${id}：${duty}`))
  })

  it("H-18 a party that has no part in it is named, for each of the four", () => {
    for (const missing of parties) {
      const others = parties.filter((id) => id !== missing).map((id) => ({ unit: id, duty: "值守" }))
      const given = dispatch({ duties: others, to: others[0]?.unit })
      expect(decide(agreed, given)).toMatchObject({ code: "casework/PartyMissing", parties: [missing] })
      expect(decide(agreed, dispatch({ duties: others, to: others[0]?.unit, assisting: [missing] }))).toHaveLength(1)
    }
    expect(decide(agreed, dispatch({}))).toHaveLength(1)
    expect(decide(agreed, dispatch({ duties: [{ unit: "passer-by", duty: "值守" }] }))).toMatchObject({
      code: "casework/NotSeated"
    })
    const told = duties.map((one) => ({ ...one, duty: "找13800138000" }))
    expect(decide(agreed, dispatch({ duties: told }))).toMatchObject({ code: "casework/BodyTextPersonal" })
  })

  it("H-18 a kind names joint parties that it has, each once", () => {
    const [first] = jointMeeting.seats
    const stranger = seatOf("stranger").party
    const wrong: BodyKind.BodyKind = { ...jointMeeting, jointParties: [stranger, first.party, first.party] }
    expect(BodyKind.contradictions(wrong)).toEqual([first.party, stranger])
  })

  it("W-18 a patrol of four parties has one lead, and each of the others its duty", () => {
    const patrol = after([
      found(buildingCouncil),
      ...["insurer", "agency", "estate", "police"].map((id) =>
        to("SeatMember", "2024-01-01", { unit: id, party: "memberUnit" })
      ),
      ...meet("m", "2024-01-20", ["insurer", "agency", "estate"]),
      to("PutOnAgenda", "2024-01-20", { meeting: "m", item: "patrol", subject: { title: "昼夜巡逻" } }),
      to("DecideItem", "2024-01-20", { meeting: "m", item: "patrol", outcome: "agreed" }),
      to("DispatchItem", "2024-01-20", {
        item: "patrol",
        task: "t",
        names: { zh: "四方巡逻" },
        by: "insurer",
        to: "estate",
        duties: [
          { unit: "insurer", duty: "职工志愿者白班" },
          { unit: "agency", duty: "社区工作者晚班" },
          { unit: "police", duty: "夜班" }
        ]
      })
    ])
    expect(task(patrol, "t").duties).toHaveLength(3)
    expect(task(patrol, "t").lead).toBe("estate")
  })
})
