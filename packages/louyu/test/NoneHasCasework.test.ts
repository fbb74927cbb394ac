import { describe, expect, it } from "@effect/vitest"
import {
  BodyCode,
  BodyCommand,
  BodyPresets,
  BodyReview,
  BodyState,
  Case,
  Command,
  FlowPresets,
  InBuilding,
  WhistleCommand,
  WhistleRates,
  WhistleState
} from "@louyu/casework"
import { Period } from "@louyu/kernel"
import { Profiles } from "@louyu/profiles"
import { MemoryStore } from "@louyu/store-memory"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as TestClock from "effect/testing/TestClock"
import { City } from "../src/index.ts"
import { day, district, establish, unit } from "./support/places.ts"

const by = { actor: "clerk-1" }
const options = { tenant: "t1", profile: Profiles.pinghu }
const decode = Schema.decodeUnknownSync(
  Schema.Union([...Command.Command.members, ...BodyCommand.Command.members, ...WhistleCommand.Command.members])
)
const at = (moment: string): number => Date.parse(`2024-${moment}+08:00`)
const code = <A, E extends { readonly code: string }>(tried: Effect.Effect<A, E>) =>
  Effect.map(Effect.flip(tried), (problem) => problem.code)

const to = (one: string, _tag: string, moment: string, fields: object = {}) =>
  decode({ _tag, case: one, ...fields, at: at(moment) })
const raise = (one: string, moment: string, difficulty = "ordinary", flow = "propertyCouncilHall") => [
  to(one, "RaiseCase", moment, {
    flow,
    title: "电梯故障",
    place: "one",
    category: "utilities",
    channel: "chat",
    by: { unit: "firm" }
  }),
  to(one, "AcceptCase", moment),
  to(one, "ClassifyCase", moment, { scope: "individual", difficulty, category: "utilities" })
]
const settle = (one: string, moment: string) => [
  to(one, "StartCase", moment),
  to(one, "ResolveCase", moment, { result: "已修复" }),
  to(one, "CloseCase", moment, { reason: "solved" })
]

describe("matters of a building", () => {
  it.effect(
    "N-10 do not leave the building unless they must: each level has its share, and an ordinary one outside is told",
    () =>
      Effect.gen(function* () {
        const city = yield* City.open(options)
        const up = (one: string, level: string, moment: string) =>
          to(one, "EscalateCase", moment, { to: level, cause: "beyondMeans" })
        yield* city.dispatchAll(
          [
            ...district,
            ...["c1", "c2", "c3", "c4"].flatMap((one) =>
              raise(one, "03-04T09:00", one === "c3" ? "difficult" : "ordinary")
            ),
            ...settle("c1", "03-05T10:00"),
            up("c2", "building", "03-05T09:00"),
            ...settle("c2", "03-06T10:00"),
            up("c3", "building", "03-05T09:00"),
            up("c3", "committee", "03-06T09:00"),
            ...settle("c3", "03-07T10:00")
          ],
          by
        )
        const settled = Effect.map(city.casework.cases(), (cases) =>
          InBuilding.of(FlowPresets.propertyCouncilHall, cases, {
            from: at("03-01T00:00"),
            to: at("04-01T00:00"),
            asOf: at("12-31T00:00")
          })
        )
        const inside = yield* settled
        expect([inside.share.numerator, inside.share.denominator]).toEqual([2, 3])
        expect(inside.levels.map(({ level, share }) => [level, share.numerator])).toEqual([
          ["microGrid", 1],
          ["building", 1],
          ["committee", 1],
          ["street", 0],
          ["district", 0]
        ])
        expect(inside.breaches).toEqual([])
        // The fourth is ordinary and nobody cares for it: the clock takes it up, one level at a time, and that is told.
        for (const moment of ["03-20T12:00", "04-20T12:00"]) {
          yield* TestClock.setTime(at(moment))
          yield* city.casework.tick(by)
        }
        expect((yield* city.casework.cases()).get(Case.CaseId.make("c4"))?.level).toBe("committee")
        expect((yield* settled).breaches).toEqual(["c4"])
      }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect(
    "N-16 have their time in working days of the Chinese calendar: make-up workdays count, holidays do not",
    () =>
      Effect.gen(function* () {
        const city = yield* City.open(options)
        // Friday, 27 September 2024: Sunday the 29th is worked, 1 to 7 October is off, Saturday the 12th is worked.
        yield* city.dispatchAll([...district, ...raise("c1", "09-27T10:00")], by)
        yield* TestClock.setTime(at("09-27T12:00"))
        yield* city.casework.tick(by)
        const due = (yield* city.casework.cases()).get(Case.CaseId.make("c1"))?.due
        // Seven working days: 29 and 30 September, 8 to 12 October. By weekdays alone it would be the 8th.
        expect(due?.whole?.by).toBe(at("10-13T00:00") - 1)
        // Two working days at this stage: Sunday and Monday; the first day of the holidays finds it late.
        expect(due?.stage?.by).toBe(at("10-01T00:00") - 1)
        yield* TestClock.setTime(at("09-30T23:00"))
        expect((yield* city.casework.tick(by)).escalated).toEqual([])
        yield* TestClock.setTime(at("10-01T00:01"))
        expect((yield* city.casework.tick(by)).escalated).toEqual(["c1"])
      }).pipe(Effect.provide(MemoryStore.layer))
  )
})

const bodyTo =
  (body: string) =>
  (_tag: string, on: string, fields: object = {}) =>
    decode({ _tag, body, ...fields, on })
const bodyOf = (city: City.Open, id: string) =>
  Effect.map(city.casework.bodies(), (all) => {
    const body = BodyState.body(all, BodyCode.BodyId.make(id))
    if (body === undefined) throw new Error(`${id} is known`)
    return body
  })

describe("bodies of a building", () => {
  it.effect(
    "N-11 a joint meeting, monthly or called, hands a case to several members, each reports, and one visit ends it",
    () =>
      Effect.gen(function* () {
        const city = yield* City.open(options)
        const joint = bodyTo("joint")
        const members = [
          ["mall", "operator"],
          ["janitors", "property"],
          ["firm", "tenant"],
          ["traffic", "districtDepartment"],
          ["street-committee", "street"]
        ] as const
        const present = members.map(([who]) => who)
        yield* city.dispatchAll(
          [
            ...district,
            establish("mall", "operator", { within: "cbd" }),
            establish("traffic", "department", { within: "city" }),
            ...raise("c1", "03-04T09:00", "difficult", "jointMeeting"),
            joint("FoundBody", "2024-01-01", {
              kind: { ...BodyPresets.jointMeeting, followUp: true },
              place: "cbd",
              names: { zh: "联席会议" },
              dispatcher: "cbd-committee"
            }),
            ...members.map(([who, party]) => joint("SeatMember", "2024-01-01", { unit: who, party })),
            joint("ScheduleMeeting", "2024-01-02", { meeting: "january", date: "2024-01-15" }),
            joint("RecordAttendance", "2024-01-15", { meeting: "january", units: present }),
            joint("CallMeeting", "2024-03-05", { meeting: "march", date: "2024-03-06", by: "firm", matter: "断水" }),
            joint("PutOnAgenda", "2024-03-05", { meeting: "march", item: "i1", subject: { case: "c1" }, by: "firm" }),
            joint("RecordAttendance", "2024-03-06", { meeting: "march", units: present }),
            joint("MakeProposal", "2024-03-06", {
              item: "i1",
              proposal: "p1",
              by: "janitors",
              text: "更换水泵",
              contributions: []
            }),
            joint("DecideItem", "2024-03-06", { meeting: "march", item: "i1", outcome: "agreed", proposal: "p1" })
          ],
          by
        )
        const hand = (task: string, who: string, from = "cbd-committee") =>
          joint("DispatchItem", "2024-03-06", { item: "i1", task, names: { zh: task }, by: from, to: who })
        expect(yield* code(city.dispatch(hand("pump", "janitors", "mall"), by))).toBe("casework/DispatchNotAllowed")
        const carry = (task: string, who: string) => [
          joint("AcceptTask", "2024-03-07", { task, by: who }),
          joint("ReportTask", "2024-03-08", { task, by: who, text: "进行中" }),
          joint("FulfilTask", "2024-03-09", { task, by: who })
        ]
        yield* city.dispatchAll([hand("pump", "janitors"), hand("notice", "mall"), ...carry("pump", "janitors")], by)
        const visit = joint("FollowUpItem", "2024-03-12", { item: "i1", satisfied: true })
        const close = joint("CloseItem", "2024-03-12", { item: "i1" })
        // One member is not done: neither a visit nor the end is due.
        expect(yield* code(city.dispatch(close, by))).toBe("casework/ItemNotDone")
        yield* city.dispatchAll(carry("notice", "mall"), by)
        expect(yield* code(city.dispatch(close, by))).toBe("casework/ItemFollowUpMissing")
        yield* city.dispatchAll([visit, close], by)
        const body = yield* bodyOf(city, "joint")
        expect(BodyReview.solved(body, Period.ofYear(2024)).map(({ item }) => item)).toEqual(["i1"])
        expect(BodyReview.openTasks(body)).toEqual([])
        expect(BodyReview.monthsWithout(body, day("2024-04-01"))).toEqual(["2024-02-01", "2024-03-01"])
        yield* TestClock.setTime(at("03-12T18:00"))
        // The case hears what was agreed and who has it; once it is begun, also what came of it.
        expect((yield* city.casework.tick(by)).told).toEqual(["c1"])
        const heard = (yield* city.casework.cases()).get(Case.CaseId.make("c1"))
        expect([heard?.stage, heard?.handler]).toEqual(["dispatched", "janitors"])
        yield* city.dispatch(to("c1", "ReportInCase", "03-12T18:10", { by: "janitors" }), by)
        yield* city.dispatch(to("c1", "StartCase", "03-12T18:20"), by)
        yield* TestClock.setTime(at("03-12T19:00"))
        expect((yield* city.casework.tick(by)).told).toEqual(["c1"])
        const known = (yield* city.casework.cases()).get(Case.CaseId.make("c1"))
        expect(known?.results.map(({ result }) => result)).toEqual(["进行中；进行中"])
      }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect(
    "N-12 an enterprise whistles, departments have until then to come, and when each arrived is on record",
    () =>
      Effect.gen(function* () {
        const city = yield* City.open(options)
        const whistle = (_tag: string, moment: string, fields: object) =>
          decode({ _tag, whistle: "w1", ...fields, at: at(moment) })
        const departments = ["hr", "tax", "market"]
        const report = (department: string, moment: string) =>
          whistle("ReportIn", moment, { department, plan: "次日上门" })
        const close = (moment: string) => whistle("CloseWhistle", moment, { confirmedBy: "firm" })
        yield* TestClock.setTime(at("03-06T17:00"))
        yield* city.dispatchAll(
          [
            ...district,
            ...[...departments, "fire"].map((one) => establish(one, "department", { within: "city" })),
            whistle("BlowWhistle", "03-05T09:00", {
              caller: "firm",
              callerKind: "enterprise",
              topic: "招聘难",
              departments,
              due: at("03-06T09:00")
            }),
            report("hr", "03-05T13:00"),
            report("tax", "03-06T15:00"),
            whistle("AssignWhistleTask", "03-06T16:00", { task: "t1", names: { zh: "专场招聘" }, to: "hr" })
          ],
          by
        )
        expect(yield* code(city.dispatch(report("fire", "03-06T16:00"), by))).toBe("casework/DepartmentNotCalled")
        // Attendance is proved by a fact: when they came, with which plan, and who wrote that down, and when.
        const { entries } = yield* city.history({ limit: 1000 })
        expect(entries.filter(({ event }) => event._tag === "DepartmentReported")).toMatchObject([
          {
            actor: "clerk-1",
            recordedAt: "2024-03-06T09:00:00.000Z",
            event: { department: "hr", at: at("03-05T13:00") }
          },
          { actor: "clerk-1", recordedAt: "2024-03-06T09:00:00.000Z", event: { department: "tax", plan: "次日上门" } }
        ])
        expect(yield* code(city.dispatch(close("03-07T09:00"), by))).toBe("casework/WhistleNotDone")
        const done = whistle("ResolveWhistleTask", "03-08T09:00", { task: "t1", by: "hr", result: "已办专场" })
        yield* city.dispatchAll([done, close("03-09T09:00")], by)
        const all = yield* city.casework.whistles()
        const [known] = [...WhistleState.whistles(all)]
        if (known === undefined) throw new Error("the whistle is known")
        expect(departments.map((one) => WhistleState.report(known, unit(one))?.at)).toEqual([
          at("03-05T13:00"),
          at("03-06T15:00"),
          undefined
        ])
        expect(WhistleState.answers(known, at("03-09T09:00")).map(({ answer }) => answer)).toEqual([
          "reported",
          "reportedLate",
          "overdue"
        ])
        const cohort = { from: at("03-01T00:00"), to: at("04-01T00:00"), asOf: at("03-31T00:00") }
        expect(WhistleRates.reporting(all, cohort)).toMatchObject({
          reportedIn: { numerator: 2, denominator: 3 },
          inTime: { numerator: 1, denominator: 3 },
          overdue: 1
        })
      }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect(
    "N-13 a council elects its chair for a term, its members take what is on the year's list, and give money, space and labour",
    () =>
      Effect.gen(function* () {
        const city = yield* City.open(options)
        const council = bodyTo("council")
        yield* city.dispatchAll(
          [
            ...district,
            establish("bank", "enterprise", { within: "one" }),
            council("FoundBody", "2024-01-01", {
              kind: BodyPresets.buildingCouncil,
              place: "one",
              names: { zh: "楼宇理事会" }
            }),
            ...["firm", "bank", "janitors"].map((who) =>
              council("SeatMember", "2024-01-01", { unit: who, party: "memberUnit" })
            ),
            council("ElectChair", "2024-01-02", { unit: "firm", person: "manager", until: "2025-01-02" }),
            council("PublishWorkList", "2024-01-10", {
              year: 2024,
              tasks: [
                { task: "parking", names: { zh: "电动车停放点" } },
                { task: "canteen", names: { zh: "共享食堂" } }
              ]
            }),
            council("ClaimTask", "2024-01-11", { task: "canteen", by: "bank" }),
            council("ScheduleMeeting", "2024-01-12", { meeting: "m1", date: "2024-02-01" }),
            council("PutOnAgenda", "2024-01-12", { meeting: "m1", item: "i1", subject: { title: "电动车被盗" } }),
            council("RecordAttendance", "2024-02-01", { meeting: "m1", units: ["firm", "bank", "janitors"] }),
            council("MakeProposal", "2024-02-01", {
              item: "i1",
              proposal: "p1",
              by: "janitors",
              text: "设固定停放点并巡逻",
              contributions: [
                { by: "janitors", kind: "money", fen: 10_000_000 },
                { by: "firm", kind: "space", places: 4 },
                { by: "bank", kind: "labour", people: 6 }
              ]
            }),
            council("DecideItem", "2024-02-01", { meeting: "m1", item: "i1", outcome: "agreed", proposal: "p1" })
          ],
          by
        )
        const again = council("ClaimTask", "2024-01-13", { task: "canteen", by: "firm" })
        expect(yield* code(city.dispatch(again, by))).toBe("casework/TaskHasLead")
        const outsider = council("ElectChair", "2024-02-02", {
          unit: "cbd-committee",
          person: "x",
          until: "2025-02-02"
        })
        expect(yield* code(city.dispatch(outsider, by))).toBe("casework/NotSeated")
        const body = yield* bodyOf(city, "council")
        expect([day("2024-06-01"), day("2025-01-02")].map((on) => BodyState.chair(body, on)?.person)).toEqual([
          "manager",
          undefined
        ])
        expect(BodyState.workList(body, 2024)?.map(({ task, lead }) => [task, lead])).toEqual([
          ["parking", undefined],
          ["canteen", "bank"]
        ])
        const agreed = BodyState.item(body, BodyCode.ItemId.make("i1"))?.proposals[0]
        expect(agreed?.contributions.map(({ by: who, kind }) => [who, kind])).toEqual([
          ["janitors", "money"],
          ["firm", "space"],
          ["bank", "labour"]
        ])
        const taken = BodyReview.participation(body, Period.ofYear(2024))
        expect(taken.map(({ unit: who, claimed, fen }) => [who, claimed, fen])).toEqual([
          ["bank", 1, 0],
          ["firm", 0, 0],
          ["janitors", 0, 10_000_000]
        ])
      }).pipe(Effect.provide(MemoryStore.layer))
  )
})
