import { Period } from "@louyu/kernel"
import { describe, expect, it } from "vitest"
import { BodyId, CaseRef } from "../src/BodyCode.ts"
import * as BodyKind from "../src/BodyKind.ts"
import * as BodyPresets from "../src/BodyPresets.ts"
import * as BodyReview from "../src/BodyReview.ts"
import * as State from "../src/BodyState.ts"
import {
  after,
  body,
  day,
  decide,
  type Encoded,
  found,
  item,
  meet,
  meeting,
  seatAll,
  task,
  to,
  unit
} from "./bodyScene.ts"

const { propertyCouncilHall, buildingCouncil, jointMeeting, councilChamber, matchmakingMeeting } = BodyPresets
const year = Period.ofYear(2024)

/** A matter that is raised, decided, handed out and done. */
const settle = (id: string, at: string, date: string, by: string, lead: string): ReadonlyArray<Encoded> => [
  to("PutOnAgenda", date, { meeting: at, item: id, subject: { case: `case-${id}` } }),
  to("DecideItem", date, { meeting: at, item: id, outcome: "agreed" }),
  to("DispatchItem", date, { item: id, task: `task-${id}`, names: { zh: "办理" }, by, to: lead }),
  to("AcceptTask", date, { task: `task-${id}`, by: lead }),
  to("FulfilTask", date, { task: `task-${id}`, by: lead })
]

const joint = after([found(jointMeeting), ...seatAll(jointMeeting)])
const three = ["operator", "property", "street"]
const council = after([
  found(buildingCouncil, "2022-05-31"),
  ...["insurer", "agency", "estate"].map((id) => to("SeatMember", "2022-05-31", { unit: id, party: "memberUnit" }))
])

describe("bodies are data", () => {
  it("P-27 P-30 W-17 D-06 F-09 every preset is sound", () => {
    expect(BodyPresets.all.map(({ id }) => id)).toEqual([
      "propertyCouncilHall",
      "buildingCouncil",
      "jointMeeting",
      "councilChamber",
      "matchmakingMeeting"
    ])
    for (const kind of BodyPresets.all) expect([kind.id, BodyKind.contradictions(kind)]).toEqual([kind.id, []])
  })

  it("P-27 a kind that contradicts itself is refused with what is wrong", () => {
    const [first] = propertyCouncilHall.seats
    const twice: BodyKind.BodyKind = { ...propertyCouncilHall, seats: [first, { ...first, min: 3, max: 2 }] }
    expect(decide(State.initial, found(twice))).toMatchObject({
      code: "casework/BodyKindUnsound",
      ids: ["communityOrganisation"]
    })
    const never = { ...propertyCouncilHall, quorum: { numerator: 1, denominator: 1, above: true } }
    expect(decide(State.initial, found(never))).toMatchObject({ ids: ["quorum"] })
    expect(
      decide(State.initial, found({ ...jointMeeting, dispatch: { by: "parties", parties: [first.party] } }))
    ).toMatchObject({
      ids: ["communityOrganisation"]
    })
  })
})

describe("seats", () => {
  it("P-27 four party kinds sit in a property council hall; those that are missing are named", () => {
    const empty = after([found(propertyCouncilHall)])
    expect(BodyReview.missingSeats(body(empty), day("2024-01-01")).map(({ party }) => party)).toEqual([
      "communityOrganisation",
      "buildingOrganisation",
      "ownersCommittee",
      "propertyCompany"
    ])
    const full = after(seatAll(propertyCouncilHall), empty)
    expect(BodyReview.missingSeats(body(full), day("2024-01-01"))).toEqual([])
    const left = after([to("UnseatMember", "2024-06-01", { unit: "ownersCommittee" })], full)
    expect(BodyReview.missingSeats(body(left), day("2024-06-01"))).toEqual([
      { party: "ownersCommittee", seated: 0, wanted: 1 }
    ])
    expect(BodyReview.missingSeats(body(left), day("2024-05-31"))).toEqual([])
  })

  it("D-06 five party kinds sit in a joint meeting", () => {
    const { seats } = jointMeeting
    expect(seats.map(({ names }) => names.zh)).toEqual(["运营方", "物业", "入驻企业", "区级部门", "街道党工委"])
    expect(BodyReview.missingSeats(body(joint), day("2024-01-01"))).toEqual([])
  })

  it("D-06 who hands out is named where the kind wants it, and only there", () => {
    const { dispatcher, ...unnamed } = found(jointMeeting) as { readonly dispatcher?: string } & Encoded
    expect(dispatcher).toBe("committee")
    expect(decide(State.initial, unnamed)).toMatchObject({ code: "casework/DispatcherUnfit", wanted: true })
    expect(decide(State.initial, found(buildingCouncil, "2024-01-01", { dispatcher: "committee" }))).toMatchObject({
      code: "casework/DispatcherUnfit",
      wanted: false
    })
  })

  it("W-17 a place has one council, of each kind", () => {
    expect(decide(council, { ...found(buildingCouncil, "2022-06-01"), body: "other" } as Encoded)).toMatchObject({
      code: "casework/PlaceHasBody",
      body: "b"
    })
    const chambers = after([found(councilChamber), { ...found(councilChamber), body: "other" } as Encoded])
    expect([...State.bodies(chambers)]).toHaveLength(2)
    const seventeen = after(
      Array.from(
        { length: 17 },
        (_, n) => ({ ...found(buildingCouncil, "2022-05-31", { place: `tower-${n}` }), body: `c${n}` }) as Encoded
      )
    )
    expect(State.at(seventeen, "buildingCouncil", unit("tower-16"))).toBe(BodyId.make("c16"))
  })

  it("W-17 seats go to units that exist, to parties the kind has, as long as there are any, and once", () => {
    const limited: BodyKind.BodyKind = { ...buildingCouncil, seats: [{ ...buildingCouncil.seats[0], max: 2 }] }
    const two = after([
      found(limited),
      ...["a", "c"].map((id) => to("SeatMember", "2024-01-01", { unit: id, party: "memberUnit" }))
    ])
    const seat = (id: string, party = "memberUnit", date = "2024-02-01") => to("SeatMember", date, { unit: id, party })
    expect(decide(two, seat("d"))).toMatchObject({ code: "casework/SeatsTaken", max: 2 })
    expect(decide(two, seat("a"))).toMatchObject({ code: "casework/AlreadySeated" })
    expect(decide(two, seat("d", "police"))).toMatchObject({ code: "casework/BodyPartUnknown", sort: "party" })
    expect(decide(two, seat("nobody"))).toMatchObject({ code: "casework/BodyPartUnknown", sort: "unit" })
    expect(decide(two, seat("d", "memberUnit", "2023-12-31"))).toMatchObject({ code: "casework/BodyOutOfOrder" })
    const leaving = after([to("UnseatMember", "2024-01-15", { unit: "a" })], two)
    expect(decide(leaving, seat("d", "memberUnit", "2024-01-14"))).toMatchObject({ code: "casework/SeatsTaken" })
    const free = after([seat("d", "memberUnit", "2024-01-15")], leaving)
    expect(State.members(body(free), day("2024-02-01")).map((one) => one.unit)).toEqual(["c", "d"])
  })

  it("W-17 the chair is elected for a member unit, for a term with an end, and goes when its unit goes", () => {
    const elect = (id: string, date: string, more: object = { until: "2025-05-31" }) =>
      to("ElectChair", date, { unit: id, person: "person-1", ...more })
    expect(decide(council, elect("stranger", "2022-05-31"))).toMatchObject({ code: "casework/NotSeated" })
    expect(decide(council, elect("insurer", "2022-05-31", {}))).toMatchObject({ code: "casework/TermUndated" })
    const led = after([elect("insurer", "2022-05-31")], council)
    expect(State.chair(body(led), day("2025-05-30"))).toEqual({ unit: "insurer", person: "person-1" })
    expect(State.chair(body(led), day("2025-05-31"))).toBeUndefined()
    const gone = after([to("UnseatMember", "2023-01-01", { unit: "insurer" })], led)
    expect(State.chair(body(gone), day("2022-12-31"))).toMatchObject({ unit: "insurer" })
    expect(State.chair(body(gone), day("2023-01-01"))).toBeUndefined()
    const ended = after([to("EndTerm", "2024-01-01")], led)
    expect(State.chair(body(ended), day("2024-01-01"))).toBeUndefined()
    expect(decide(ended, to("EndTerm", "2024-02-01"))).toMatchObject({ code: "casework/BodyPartUnknown" })
    const dated = after([
      found({ ...buildingCouncil, termMonths: 36 }),
      to("SeatMember", "2024-01-01", { unit: "a", party: "memberUnit" })
    ])
    const voted = after([elect("a", "2024-02-01", {})], dated)
    expect(body(voted).elected.at(-1)?.to).toBe("2027-02-01")
  })

  it("P-27 where the office gives the chair, nobody is elected", () => {
    const hall = after([found(propertyCouncilHall), ...seatAll(propertyCouncilHall)])
    expect(State.chair(body(hall), day("2024-01-01"))).toEqual({ unit: "communityOrganisation" })
    expect(
      decide(hall, to("ElectChair", "2024-01-02", { unit: "propertyCompany", person: "p", until: "2025-01-01" }))
    ).toMatchObject({ code: "casework/ChairNotElected" })
    expect(State.chair(body(joint), day("2024-01-01"))).toBeUndefined()
  })
})

describe("meetings", () => {
  it("D-06 a month without a regular meeting that was held is told once it is over", () => {
    const state = after(
      [
        ...meet("m1", "2024-01-20", three),
        ...meet("m3", "2024-03-31", three),
        to("ScheduleMeeting", "2024-01-01", { meeting: "m4", date: "2024-04-10" }),
        to("CallMeeting", "2024-02-10", { meeting: "x", date: "2024-02-12", by: "tenant", matter: "大厦停水" }),
        to("RecordAttendance", "2024-02-12", { meeting: "x", units: three })
      ],
      joint
    )
    expect(BodyReview.monthsWithout(body(state), day("2024-04-30"))).toEqual(["2024-02-01"])
    expect(BodyReview.monthsWithout(body(state), day("2024-05-01"))).toEqual(["2024-02-01", "2024-04-01"])
    expect(BodyReview.monthsWithout(body(council), day("2024-05-01"))).toEqual([])
    expect(BodyReview.held(body(state), year).map(({ meeting: id }) => id)).toEqual(["m1", "x", "m3"])
  })

  it("D-06 any member may call a meeting on a major matter at any time, others may not", () => {
    const call = (by: string, matter = "大厦停水") =>
      to("CallMeeting", "2024-02-10", { meeting: "x", date: "2024-02-10", by, matter })
    expect(meeting(after([call("tenant")], joint), "x")).toMatchObject({
      sort: "extraordinary",
      called: { by: "tenant", matter: "大厦停水" }
    })
    expect(decide(joint, call("passer-by"))).toMatchObject({ code: "casework/NotSeated" })
    expect(decide(joint, call("tenant", "请致电 13800138000"))).toMatchObject({ code: "casework/BodyTextPersonal" })
  })

  it("D-06 nothing is decided without a quorum, before the meeting, or off its agenda", () => {
    const item1 = to("PutOnAgenda", "2024-01-05", { meeting: "m", item: "i", subject: { title: "停水" } })
    const few = after([...meet("m", "2024-01-20", ["operator", "street"]), item1], joint)
    const agree = (date = "2024-01-20", at = "m") =>
      to("DecideItem", date, { meeting: at, item: "i", outcome: "agreed" })
    expect(decide(few, agree())).toMatchObject({ code: "casework/QuorumMissing", present: 2, needed: 3 })
    const enough = after([to("RecordAttendance", "2024-01-20", { meeting: "m", units: ["tenant"] })], few)
    expect(State.quorum(body(enough), meeting(enough, "m"))).toEqual({
      present: 3,
      members: 5,
      needed: 3,
      reached: true
    })
    expect(decide(enough, agree("2024-01-19"))).toMatchObject({ code: "casework/BodyOutOfOrder" })
    const second = after(meet("n", "2024-02-20", three), enough)
    expect(decide(second, agree("2024-02-20", "n"))).toMatchObject({
      code: "casework/BodyActionNotAllowed",
      allowed: ["CarryItemOver"]
    })
    const over = after([to("AdjournMeeting", "2024-01-20", { meeting: "m" })], enough)
    expect(decide(over, agree())).toMatchObject({ standing: "adjourned" })
    expect(decide(joint, to("RecordAttendance", "2024-01-20", { meeting: "m", units: ["a"] }))).toMatchObject({
      sort: "meeting"
    })
  })

  it("D-06 who sat at a meeting that was held is settled", () => {
    const state = after(meet("m", "2024-01-20", three), joint)
    expect(decide(state, to("UnseatMember", "2024-01-20", { unit: "tenant" }))).toMatchObject({
      code: "casework/BodyOutOfOrder"
    })
    expect(decide(state, to("RecordAttendance", "2024-01-20", { meeting: "m", units: ["guest"] }))).toMatchObject({
      code: "casework/NotSeated"
    })
  })

  it("R5-14 a case is put on an agenda, put off, carried over, and its decision is found from the case", () => {
    const state = after(
      [
        ...meet("m", "2024-01-20", three),
        ...meet("n", "2024-02-20", three),
        to("PutOnAgenda", "2024-01-10", { meeting: "m", item: "i", subject: { case: "case-7" }, by: "tenant" }),
        to("DecideItem", "2024-01-20", { meeting: "m", item: "i", outcome: "deferred" }),
        to("CarryItemOver", "2024-02-01", { meeting: "n", item: "i" }),
        to("DecideItem", "2024-02-20", { meeting: "n", item: "i", outcome: "rejected" })
      ],
      joint
    )
    const [known] = State.ofCase(state, CaseRef.make("case-7"))
    expect(known?.item.decisions.map(({ meeting: id, outcome }) => [id, outcome])).toEqual([
      ["m", "deferred"],
      ["n", "rejected"]
    ])
    expect(known?.item.standing).toBe("rejected")
    expect(
      decide(state, to("DispatchItem", "2024-02-21", { item: "i", task: "t", names: { zh: "办" }, by: "committee" }))
    ).toMatchObject({
      code: "casework/BodyActionNotAllowed",
      allowed: []
    })
  })
})

describe("what was agreed", () => {
  const agreed = after(
    [
      ...meet("m", "2024-01-20", three),
      to("PutOnAgenda", "2024-01-10", { meeting: "m", item: "i", subject: { title: "外卖乱放" } }),
      to("DecideItem", "2024-01-20", { meeting: "m", item: "i", outcome: "agreed" })
    ],
    joint
  )
  const dispatch = (by: string, lead?: string) =>
    to("DispatchItem", "2024-01-22", {
      item: "i",
      task: "t",
      names: { zh: "设外卖柜" },
      by,
      ...(lead === undefined ? {} : { to: lead }),
      due: "2024-02-10"
    })

  it("D-06 is handed out by the committee only, before it can be fulfilled", () => {
    expect(BodyReview.undispatched(body(agreed)).map((one) => one.item)).toEqual(["i"])
    expect(decide(agreed, to("FulfilTask", "2024-01-22", { task: "t", by: "property" }))).toMatchObject({
      sort: "task"
    })
    expect(decide(agreed, to("CloseItem", "2024-01-22", { item: "i" }))).toMatchObject({
      code: "casework/ItemNotDone",
      open: []
    })
    for (const by of ["operator", "street", "passer-by"]) {
      expect(decide(agreed, dispatch(by, "property"))).toMatchObject({
        code: "casework/DispatchNotAllowed",
        allowed: ["committee"]
      })
    }
    const out = after([dispatch("committee", "property")], agreed)
    expect(decide(out, to("FulfilTask", "2024-01-23", { task: "t", by: "property" }))).toMatchObject({
      standing: "assigned",
      allowed: ["AcceptTask", "ReturnTask"]
    })
    expect(decide(out, to("AcceptTask", "2024-01-23", { task: "t", by: "tenant" }))).toMatchObject({
      code: "casework/NotTaskLead",
      lead: "property"
    })
    expect(BodyReview.openTasks(body(out)).map((one) => one.task)).toEqual(["t"])
    expect(BodyReview.overdueTasks(body(out), day("2024-02-10"))).toEqual([])
    expect(BodyReview.overdueTasks(body(out), day("2024-02-11"))).toHaveLength(1)
    const done = after(
      [
        to("AcceptTask", "2024-01-23", { task: "t", by: "property" }),
        to("FulfilTask", "2024-02-05", { task: "t", by: "property" }),
        to("CloseItem", "2024-02-06", { item: "i" })
      ],
      out
    )
    expect(item(done, "i").standing).toBe("closed")
    expect(BodyReview.openTasks(body(done))).toEqual([])
  })

  it("W-19 a task has exactly one lead", () => {
    const offered = after([dispatch("committee")], agreed)
    const claim = (by: string) => to("ClaimTask", "2024-01-23", { task: "t", by })
    const taken = after([claim("tenant")], offered)
    expect(task(taken, "t")).toMatchObject({ lead: "tenant", standing: "accepted" })
    expect(decide(taken, claim("property"))).toMatchObject({ code: "casework/TaskHasLead", lead: "tenant" })
    expect(decide(offered, claim("passer-by"))).toMatchObject({ code: "casework/NotSeated" })
    expect(decide(after([dispatch("committee", "property")], agreed), claim("tenant"))).toMatchObject({
      code: "casework/TaskHasLead"
    })
  })

  it("W-19 a lead that cannot do a task gives it back with its reason, and another one claims it", () => {
    const out = after([dispatch("committee", "property")], agreed)
    const back = (by: string) => to("ReturnTask", "2024-01-25", { task: "t", by, reason: "不在职责范围" })
    expect(decide(out, back("tenant"))).toMatchObject({ code: "casework/NotTaskLead" })
    const free = after([back("property")], out)
    expect(task(free, "t")).toMatchObject({ lead: undefined, standing: "offered", returns: [{ by: "property" }] })
    expect(decide(free, back("property"))).toEqual([])
    expect(BodyReview.openTasks(body(free))).toHaveLength(1)
    const taken = after([to("ClaimTask", "2024-01-26", { task: "t", by: "operator" })], free)
    expect(task(taken, "t")).toMatchObject({ lead: "operator", claimed: true })
    const done = after([to("FulfilTask", "2024-01-27", { task: "t", by: "operator" })], taken)
    expect(decide(done, to("ReturnTask", "2024-01-28", { task: "t", by: "operator", reason: "晚" }))).toMatchObject({
      code: "casework/BodyActionNotAllowed",
      allowed: []
    })
  })

  it("D-06 eight problems are solved", () => {
    const ids = Array.from({ length: 9 }, (_, n) => `i${n}`)
    const state = after(
      [
        ...meet("m", "2024-03-20", three),
        ...ids.flatMap((id) => settle(id, "m", "2024-03-20", "committee", "property")),
        ...ids.slice(0, 8).map((id) => to("CloseItem", "2024-04-01", { item: id }))
      ],
      joint
    )
    expect(BodyReview.solved(body(state), year)).toHaveLength(8)
    expect(BodyReview.solved(body(state), Period.ofYear(2025))).toEqual([])
  })

  it("P-27 a hall closes what its tasks settled; only the community organisation hands out", () => {
    const hall = after([
      found(propertyCouncilHall),
      ...seatAll(propertyCouncilHall),
      ...meet("m", "2024-01-20", ["communityOrganisation", "ownersCommittee", "propertyCompany"]),
      ...settle("i", "m", "2024-01-20", "communityOrganisation", "propertyCompany"),
      to("CloseItem", "2024-01-20", { item: "i" })
    ])
    expect(item(hall, "i").closings).toEqual(["2024-01-20"])
    const more = after(settle("j", "m", "2024-01-20", "communityOrganisation", "propertyCompany").slice(0, 2), hall)
    expect(
      decide(
        more,
        to("DispatchItem", "2024-01-21", { item: "j", task: "u", names: { zh: "办" }, by: "propertyCompany" })
      )
    ).toMatchObject({ code: "casework/DispatchNotAllowed", allowed: ["communityOrganisation"] })
  })

  it("P-27 of 3,860 matters a year, 3,857 closed are 99.9 %; those rejected were never accepted", () => {
    const all = ["communityOrganisation", "buildingOrganisation", "ownersCommittee", "propertyCompany"]
    const ids = Array.from({ length: 3860 }, (_, n) => `i${n}`)
    const hall = after([
      found(propertyCouncilHall),
      ...seatAll(propertyCouncilHall),
      ...meet("m", "2024-06-30", all),
      ...ids.flatMap((id) => settle(id, "m", "2024-06-30", "communityOrganisation", "propertyCompany")),
      ...ids.slice(3).map((id) => to("CloseItem", "2024-07-01", { item: id })),
      to("PutOnAgenda", "2024-06-30", { meeting: "m", item: "no", subject: { title: "不属本楼" } }),
      to("DecideItem", "2024-06-30", { meeting: "m", item: "no", outcome: "rejected" })
    ])
    const { numerator, denominator, value } = BodyReview.closure(body(hall), year)
    expect([numerator, denominator]).toEqual([3857, 3860])
    expect(Math.round((value ?? 0) * 1000)).toBe(999)
    expect(BodyReview.closure(body(hall), Period.ofYear(2023)).value).toBeUndefined()
  })

  it("F-09 a chamber closes only after a follow-up that found the result good; otherwise it is taken up again", () => {
    const chamber = after([
      found(councilChamber, "2022-08-16"),
      ...seatAll(councilChamber, "2022-08-16"),
      to("ScheduleMeeting", "2022-08-16", { meeting: "m", date: "2022-08-16" }),
      to("RecordAttendance", "2022-08-16", { meeting: "m", units: ["street", "trafficPolice", "communityCommittee"] }),
      ...settle("jam", "m", "2022-08-16", "street", "trafficPolice")
    ])
    const close = to("CloseItem", "2022-09-30", { item: "jam" })
    expect(decide(chamber, close)).toMatchObject({ code: "casework/ItemFollowUpMissing" })
    const again = after([to("FollowUpItem", "2022-09-01", { item: "jam", satisfied: false })], chamber)
    expect(decide(again, close)).toMatchObject({ code: "casework/ItemNotDone", open: [] })
    expect(decide(again, to("FollowUpItem", "2022-09-02", { item: "jam", satisfied: true }))).toMatchObject({
      code: "casework/ItemNotDone"
    })
    const better = after(
      [
        to("DispatchItem", "2022-09-05", {
          item: "jam",
          task: "t2",
          names: { zh: "调整信号灯" },
          by: "street",
          to: "trafficPolice"
        }),
        to("AcceptTask", "2022-09-05", { task: "t2", by: "trafficPolice" }),
        to("FulfilTask", "2022-09-20", { task: "t2", by: "trafficPolice" }),
        to("FollowUpItem", "2022-09-28", { item: "jam", satisfied: true }),
        close
      ],
      again
    )
    expect(item(better, "jam")).toMatchObject({ standing: "closed", closings: ["2022-09-30"] })
    const reopened = after([to("FollowUpItem", "2022-10-08", { item: "jam", satisfied: false })], better)
    expect(item(reopened, "jam").standing).toBe("agreed")
    expect(BodyReview.solved(body(reopened), Period.ofYear(2022))).toEqual([])
  })

  it("P-30 a matchmaking meeting ends with everything it agreed on handed out", () => {
    const alliance = [
      found(matchmakingMeeting),
      ...seatAll(matchmakingMeeting),
      ...["housing", "naturalResources", "tax"].map((id) =>
        to("SeatMember", "2024-01-01", { unit: id, party: "allianceDepartment" })
      ),
      ...meet("m", "2024-01-20", ["street", "housing", "naturalResources", "tax"]),
      to("PutOnAgenda", "2024-01-20", { meeting: "m", item: "i", subject: { title: "房产分割" } }),
      to("DecideItem", "2024-01-20", { meeting: "m", item: "i", outcome: "agreed" })
    ]
    const adjourn = to("AdjournMeeting", "2024-01-20", { meeting: "m" })
    expect(decide(after(alliance), adjourn)).toMatchObject({ code: "casework/MeetingNotAssigned", items: ["i"] })
    const assigned = after([
      ...alliance,
      to("DispatchItem", "2024-01-20", {
        item: "i",
        task: "t",
        names: { zh: "上门办理分割" },
        by: "street",
        to: "housing",
        assisting: ["naturalResources", "tax"]
      }),
      adjourn
    ])
    expect(meeting(assigned, "m").adjourned).toBe("2024-01-20")
    expect(task(assigned, "t").assisting).toEqual(["naturalResources", "tax"])
  })
})

describe("a building council", () => {
  const chain = after(
    [
      to("ScheduleMeeting", "2022-05-31", { meeting: "m", date: "2022-05-31" }),
      to("RecordAttendance", "2022-05-31", { meeting: "m", units: ["insurer", "estate"] }),
      to("PutOnAgenda", "2022-05-31", {
        meeting: "m",
        item: "e-bikes",
        subject: { title: "电动车失窃" },
        by: "insurer"
      }),
      to("MakeProposal", "2022-05-31", {
        item: "e-bikes",
        proposal: "p",
        by: "insurer",
        text: "利用闲置空间建固定停车点，专人看管",
        contributions: [
          { by: "estate", kind: "money", fen: 10_000_000 },
          { by: "estate", kind: "space", places: 4 },
          { by: "insurer", kind: "labour", people: 6 }
        ]
      }),
      to("DecideItem", "2022-05-31", { meeting: "m", item: "e-bikes", outcome: "agreed", proposal: "p" }),
      to("DispatchItem", "2022-05-31", { item: "e-bikes", task: "t", names: { zh: "建停车点" }, by: "insurer" }),
      to("ClaimTask", "2022-06-01", { task: "t", by: "estate" }),
      to("ReportTask", "2022-06-15", { task: "t", by: "estate", text: "四处停车点装好监控" }),
      to("FulfilTask", "2022-06-30", { task: "t", by: "estate" }),
      to("CloseItem", "2022-07-01", { item: "e-bikes" })
    ],
    council
  )

  it("W-18 measures the result after closing: how often it came again", () => {
    expect(BodyReview.unobserved(body(chain)).map((one) => one.item)).toEqual(["e-bikes"])
    expect(BodyReview.recurrences(item(chain, "e-bikes"))).toBeUndefined()
    const watched = after([to("ObserveResult", "2022-10-01", { item: "e-bikes", recurrences: 0 })], chain)
    expect(BodyReview.recurrences(item(watched, "e-bikes"))).toBe(0)
    expect(BodyReview.unobserved(body(watched))).toEqual([])
    const twice = after([to("ObserveResult", "2022-12-01", { item: "e-bikes", recurrences: 2 })], watched)
    expect(BodyReview.recurrences(item(twice, "e-bikes"))).toBe(2)
    expect(decide(council, to("ObserveResult", "2022-10-01", { item: "e-bikes", recurrences: 0 }))).toMatchObject({
      sort: "item"
    })
    const early = to("ObserveResult", "2022-06-30", { item: "e-bikes", recurrences: 0 })
    expect(decide(chain, early)).toMatchObject({ code: "casework/BodyOutOfOrder", last: "2022-07-01" })
  })

  it("W-18 a proposal says who gives money, space and labour", () => {
    expect(item(chain, "e-bikes").proposals[0]?.contributions).toEqual([
      { by: "estate", kind: "money", fen: 10_000_000 },
      { by: "estate", kind: "space", places: 4 },
      { by: "insurer", kind: "labour", people: 6 }
    ])
  })

  it("W-19 the work list of a year is published once; its tasks are claimed, reported and done", () => {
    const publish = (tasks: ReadonlyArray<string>, ofYear = 2023) =>
      to("PublishWorkList", "2023-01-05", {
        year: ofYear,
        tasks: tasks.map((id) => ({ task: id, names: { zh: `任务${id}` }, due: "2023-12-31" }))
      })
    const listed = after([publish(["canteen", "fair"])], chain)
    expect(decide(listed, publish(["more"]))).toMatchObject({ code: "casework/BodyIdTaken", sort: "year" })
    expect(decide(listed, publish(["fair"], 2024))).toMatchObject({ code: "casework/BodyIdTaken", sort: "task" })
    const led = after(
      [
        to("ClaimTask", "2023-02-01", { task: "canteen", by: "insurer" }),
        to("ReportTask", "2023-03-01", { task: "canteen", by: "insurer", text: "食堂已开放" }),
        to("FulfilTask", "2023-04-01", { task: "canteen", by: "insurer" })
      ],
      listed
    )
    expect(State.workList(body(led), 2023)?.map((one) => [one.task, one.lead, one.standing])).toEqual([
      ["canteen", "insurer", "fulfilled"],
      ["fair", undefined, "offered"]
    ])
    expect(State.workList(body(led), 2022)).toBeUndefined()
  })

  it("W-21 participation counts who came, proposed, claimed and gave; of nothing there is no share", () => {
    const [agency, estate, insurer] = BodyReview.participation(body(chain), Period.ofYear(2022))
    expect(agency).toMatchObject({ attended: { numerator: 0, denominator: 1, value: 0 }, claimed: 0, fen: 0 })
    expect(estate).toMatchObject({ attended: { value: 1 }, claimed: 1, fulfilled: 1, proposals: 0, fen: 10_000_000 })
    expect(insurer).toMatchObject({ attended: { value: 1 }, claimed: 0, proposals: 1, fen: 0 })
    const [later] = BodyReview.participation(body(chain), Period.ofYear(2023))
    expect(later?.attended).toEqual({ numerator: 0, denominator: 0, value: undefined })
  })
})
