import { describe, expect, it } from "@effect/vitest"
import { BodyCommand, BodyPresets, BodyState, Case, Command, Deadlines, Merging, WhistleCommand } from "@louyu/casework"
import { WorkCalendar } from "@louyu/kernel"
import { Notifier, Position } from "@louyu/ports"
import { Profiles } from "@louyu/profiles"
import { Command as RolesCommand } from "@louyu/roles"
import { MemoryStore } from "@louyu/store-memory"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as TestClock from "effect/testing/TestClock"
import { CaseClock, City, Dispatcher } from "../src/index.ts"
import { day, district, person } from "./support/places.ts"

const by = { actor: "clerk-1" }
const options = { tenant: "t1", profile: Profiles.pinghu }
const decode = Schema.decodeUnknownSync(
  Schema.Union([
    ...Command.Command.members,
    ...BodyCommand.Command.members,
    ...WhistleCommand.Command.members,
    ...RolesCommand.Command.members
  ])
)
const staffed = [
  ["one", "twoHeadsFourStaff"],
  ["street", "streetPosts"],
  ["cbd-committee", "committeePosts"]
]
  .map(([roster, scheme]) => decode({ _tag: "AdoptScheme", roster, scheme, version: 1, from: "2022-01-01" }))
  .concat(
    [
      ["one", "twoHeadsFourStaff", "buildingChief", "chief"],
      ["street", "streetPosts", "twoNewSecretary", "sec"]
    ].map(([roster, scheme, role, holder]) =>
      decode({ _tag: "Appoint", roster, scheme, role, unit: roster, person: holder, from: "2022-01-01" })
    )
  )
const hour = 3_600_000
const year = 365 * 86_400_000
const at = (moment: string): number => Date.parse(`2024-${moment}+08:00`)
const id = Case.CaseId.make

const to = (_tag: string, moment: string, fields: object = {}, one = "c1") =>
  decode({ _tag, case: one, ...fields, at: at(moment) })

const raised = (one = "c1", more: object = {}) =>
  to(
    "RaiseCase",
    "03-04T09:00",
    {
      flow: "jointMeeting",
      title: "车库出口拥堵",
      place: "one",
      category: "traffic",
      channel: "visit",
      by: { unit: "firm" },
      ...more
    },
    one
  )

describe("matters raised in a city", () => {
  it.effect("D-06 only who has the right to may dispatch: by its kind, or by its seat in a body of the place", () =>
    Effect.gen(function* () {
      const city = yield* City.open(options)
      yield* city.dispatchAll([...district, raised()], by)
      yield* city.dispatch(to("AcceptCase", "03-04T10:00"), by)
      const classify = { scope: "common", difficulty: "ordinary", category: "traffic" }
      yield* city.dispatch(to("ClassifyCase", "03-04T10:01", classify), by)
      yield* city.dispatch(to("DeliberateCase", "03-05T10:00", { body: "cbd-committee", agreed: "增派疏导" }), by)

      const dispatch = (unit: string) => to("DispatchCase", "03-05T11:00", { by: unit, to: "janitors" })
      const refused = yield* Effect.flip(city.dispatch(dispatch("janitors"), by))
      expect(refused.code).toBe("casework/DispatchNotAuthorised")
      expect((yield* city.dryRun([dispatch("cbd-committee")])).refusals).toEqual([])

      yield* city.dispatch(
        decode({
          _tag: "FoundBody",
          body: "joint",
          kind: BodyPresets.jointMeeting,
          place: "cbd",
          names: { zh: "联席会议" },
          dispatcher: "janitors",
          on: "2024-03-01"
        }),
        by
      )
      expect((yield* city.dispatch(dispatch("janitors"), by)).events).toHaveLength(1)
      expect([...BodyState.bodies(yield* city.casework.bodies())].map(({ founded }) => founded.body)).toEqual(["joint"])
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect(
    "R5-6 R5-7 the clock of the runtime keeps what is due and takes what is overdue up, one level at a time",
    () =>
      Effect.gen(function* () {
        const city = yield* City.open(options)
        yield* city.dispatchAll([...district, raised(), raised("c2", { place: "two" })], by)
        yield* city.dispatch(to("AcceptCase", "03-04T10:00"), by)
        yield* TestClock.setTime(at("03-04T12:00"))
        expect(yield* city.casework.tick(by)).toEqual({ told: [], dated: ["c1"], escalated: [], stuck: [] })
        expect(yield* city.casework.tick(by)).toEqual({ told: [], dated: [], escalated: [], stuck: [] })

        const one = (yield* city.casework.cases()).get(id("c1"))
        if (one === undefined) throw new Error("there is a case")
        expect(one.due?.calendar).toEqual({ id: WorkCalendar.china.id, version: WorkCalendar.china.version })
        expect(Deadlines.urgency(one, at("03-04T12:00"))).toBe("onTrack")

        yield* TestClock.setTime(at("04-30T12:00"))
        const levels = ["microGrid"]
        for (let n = 0; n < 3; n++) {
          yield* city.casework.tick(by)
          const level = (yield* city.casework.cases()).get(id("c1"))?.level
          if (level !== undefined && level !== levels.at(-1)) levels.push(level)
        }
        expect(levels).toEqual(["microGrid", "building"])
        expect((yield* city.casework.tick(by)).escalated).toEqual([])
      }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect(
    "R5-7 what is late at its stage and as a whole goes up one level, and a second look at that moment finds nothing",
    () =>
      Effect.gen(function* () {
        const city = yield* City.open(options)
        yield* city.dispatchAll([...district, raised("c1", { flow: "propertyCouncilHall" })], by)
        yield* city.dispatch(to("AcceptCase", "03-04T10:00"), by)
        const classify = { scope: "common", difficulty: "ordinary", category: "traffic" }
        yield* city.dispatch(to("ClassifyCase", "03-04T10:01", classify), by)
        yield* TestClock.setTime(at("04-10T12:00"))
        expect(yield* city.casework.tick(by)).toEqual({ told: [], dated: ["c1"], escalated: ["c1"], stuck: [] })
        expect(yield* city.casework.tick(by)).toEqual({ told: [], dated: [], escalated: [], stuck: [] })
        const known = (yield* city.casework.cases()).get(id("c1"))
        expect([known?.level, known?.due?.stage?.by]).toEqual(["building", at("04-13T00:00") - 1])
        yield* TestClock.setTime(at("04-10T12:01"))
        expect((yield* city.casework.tick(by)).escalated).toEqual([])
        yield* TestClock.setTime(at("04-13T00:01"))
        expect((yield* city.casework.tick(by)).escalated).toEqual(["c1"])
        expect((yield* city.casework.cases()).get(id("c1"))?.escalations.map(({ cause }) => cause)).toEqual([
          "stageOverdue",
          "stageOverdue"
        ])
      }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("R5-6 a clock that runs takes a case up when its time is over, and nobody has to ask for it", () =>
    Effect.gen(function* () {
      const city = yield* City.open(options)
      yield* city.dispatchAll([...district, raised()], by)
      yield* city.dispatch(to("AcceptCase", "03-04T10:00"), by)
      yield* TestClock.setTime(at("03-04T12:00"))
      const running = yield* Effect.forkChild(CaseClock.run(city.casework, by, hour))
      const level = Effect.map(city.casework.cases(), (cases) => cases.get(id("c1"))?.level)
      yield* TestClock.adjust(48 * hour)
      expect(yield* level).toBe("microGrid")
      yield* TestClock.adjust(14 * 24 * hour)
      expect(yield* level).toBe("building")
      yield* Fiber.interrupt(running)
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("R5-4 a case beyond the calendar is told of, and keeps no other waiting", () =>
    Effect.gen(function* () {
      const city = yield* City.open(options)
      yield* city.dispatchAll([...district, raised(), raised("c2", { at: at("03-04T09:00") + 20 * year })], by)
      yield* city.dispatch(to("AcceptCase", "03-04T10:00"), by)
      yield* city.dispatch(decode({ _tag: "AcceptCase", case: "c2", at: at("03-04T10:00") + 20 * year }), by)
      yield* TestClock.setTime(at("03-04T12:00") + 20 * year)
      const { escalated, stuck } = yield* city.casework.tick(by)
      expect(escalated).toEqual(["c1"])
      expect(stuck.map((one) => [one.case, one.failure.code])).toEqual([["c2", "kernel/CalendarYearUnknown"]])
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("R5-20 whose a case is, and why, follows the posts of its place, and the ladder above the building", () =>
    Effect.gen(function* () {
      const city = yield* City.open(options)
      yield* city.dispatchAll([...district, ...staffed, raised(), raised("c2", { level: "committee" })], by)
      const whose = (one: string) => city.casework.whose(id(one), day("2024-03-05"))
      const first = yield* whose("c1")
      expect(first).toMatchObject({ by: "place", level: "microGrid", answers: ["chief"] })
      expect(first?.steps.map(({ why, person: who }) => [why, who])).toContainEqual(["held", "chief"])
      expect(yield* whose("c2")).toMatchObject({
        by: "ladder",
        post: { role: "secretary", unit: "cbd-committee" },
        answers: ["sec"]
      })
      expect(yield* whose("nobody")).toBeUndefined()
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("R5-14 what a body agrees on about a case goes back to it by itself, and agendas are fed by cases", () =>
    Effect.gen(function* () {
      const city = yield* City.open(options)
      const found = {
        kind: BodyPresets.propertyCouncilHall,
        place: "one",
        names: { zh: "议事厅" },
        body: "hall"
      }
      const bodyTo = (_tag: string, on: string, fields: object = {}) => decode({ _tag, body: "hall", on, ...fields })
      yield* city.dispatchAll([...district, raised("c1", { flow: "propertyCouncilHall" })], by)
      yield* city.dispatch(to("AcceptCase", "03-04T10:00"), by)
      const classify = { scope: "common", difficulty: "difficult", category: "traffic" }
      yield* city.dispatch(to("ClassifyCase", "03-04T10:01", classify), by)
      yield* city.dispatch(bodyTo("FoundBody", "2024-01-01", found), by)
      expect(yield* city.casework.agendas(day("2024-03-05"))).toEqual([{ body: "hall", cases: ["c1"] }])

      const seats = [
        ["cbd-committee", "communityOrganisation"],
        ["janitors", "propertyCompany"]
      ].map(([unit, party]) => bodyTo("SeatMember", "2024-01-01", { unit, party }))
      yield* city.dispatchAll(
        [
          ...seats,
          bodyTo("ScheduleMeeting", "2024-03-01", { meeting: "m1", date: "2024-03-06" }),
          bodyTo("PutOnAgenda", "2024-03-05", { meeting: "m1", item: "i1", subject: { case: "c1" } }),
          bodyTo("RecordAttendance", "2024-03-06", { meeting: "m1", units: ["cbd-committee", "janitors"] }),
          bodyTo("MakeProposal", "2024-03-06", {
            item: "i1",
            proposal: "p1",
            by: "janitors",
            text: "错峰出库",
            contributions: []
          }),
          bodyTo("DecideItem", "2024-03-06", { meeting: "m1", item: "i1", outcome: "agreed", proposal: "p1" }),
          bodyTo("DispatchItem", "2024-03-06", {
            item: "i1",
            task: "t1",
            names: { zh: "错峰出库" },
            by: "cbd-committee",
            to: "janitors"
          })
        ],
        by
      )
      expect(yield* city.casework.agendas(day("2024-03-05"))).toEqual([])
      yield* TestClock.setTime(at("03-06T18:00"))
      expect((yield* city.casework.tick(by)).told).toEqual(["c1"])
      expect((yield* city.casework.tick(by)).told).toEqual([])
      const known = (yield* city.casework.cases()).get(id("c1"))
      expect(known?.story.flatMap((one) => (one._tag === "CaseDeliberated" ? [one.agreed, one.decision] : []))).toEqual(
        ["错峰出库", "i1"]
      )
      expect(known?.handler).toBe("janitors")
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("R5-18 a private case is seen by whoever raised it and those it is shared with", () =>
    Effect.gen(function* () {
      const city = yield* City.open(options)
      const hidden = raised("c2", { category: "labour", by: { person: "worker" } })
      yield* city.dispatchAll([...district, raised(), hidden], by)
      yield* city.dispatch(to("ShareCase", "03-04T10:00", { person: "mediator", right: "edit" }, "c2"), by)
      const seen = (who: string) =>
        Effect.map(city.casework.seenBy(person(who)), (cases) => cases.map((known) => known.raised.case).toSorted())
      expect(yield* seen("worker")).toEqual(["c1", "c2"])
      expect(yield* seen("mediator")).toEqual(["c1", "c2"])
      expect(yield* seen("stranger")).toEqual(["c1"])
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("D-08 a whistle and its reports are facts of the city, and telling them again changes nothing", () =>
    Effect.gen(function* () {
      const city = yield* City.open(options)
      const all = [
        ...district,
        decode({
          _tag: "BlowWhistle",
          whistle: "w1",
          caller: "firm",
          callerKind: "enterprise",
          topic: "招聘难",
          departments: ["street-committee"],
          due: at("03-06T09:00"),
          at: at("03-05T09:00")
        }),
        decode({ _tag: "ReportIn", whistle: "w1", department: "street-committee", plan: "上门", at: at("03-05T15:00") })
      ]
      yield* city.dispatchAll(all, by)
      expect((yield* city.dispatchAll(all, by)).events).toEqual([])
      expect([...(yield* city.casework.cases())]).toEqual([])
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect(
    "R5-12 everyone who raised it is told, whatever was merged into what; whoever answers, that it came to them",
    () =>
      Effect.gen(function* () {
        const over = { kind: "email", channel: "office" } as const
        const rule = (id: string, event: string, to: "raisers" | "answering") => ({
          id,
          names: { zh: id },
          events: [event] as const,
          to: { _tag: to, over } as const,
          title: { zh: "{place}" },
          text: { zh: "{case}" }
        })
        const notifications = {
          rules: [
            rule("done", "CaseResolved", "raisers"),
            rule("joined", "CaseMerged", "raisers"),
            rule("up", "CaseEscalated", "answering")
          ]
        }
        const city = yield* City.open({ ...options, profile: { ...Profiles.pinghu, notifications } })
        yield* TestClock.setTime(at("03-04T13:00"))
        const people = (who: string, moment: string) => ({ by: { person: who }, at: at(moment) })
        yield* city.dispatchAll([...district, ...staffed], by)
        yield* city.dispatchAll(
          [
            raised("c1", { flow: "propertyCouncilHall", ...people("worker", "03-04T09:00") }),
            raised("c2", { flow: "propertyCouncilHall", ...people("neighbour", "03-04T09:30") })
          ],
          by
        )
        const known = (one: string) => Effect.map(city.casework.cases(), (cases) => cases.get(id(one)))
        const [first, second] = [yield* known("c1"), yield* known("c2")]
        if (first === undefined || second === undefined) throw new Error("there are two cases")
        yield* city.dispatchAll(Result.getOrThrow(Merging.merge(second, first, at("03-04T10:00"))), by)
        yield* city.dispatch(to("AcceptCase", "03-04T10:30"), by)
        const classify = { scope: "common", difficulty: "difficult", category: "traffic" }
        yield* city.dispatch(to("ClassifyCase", "03-04T10:31", classify), by)
        yield* city.dispatch(to("EscalateCase", "03-04T10:40", { to: "building", cause: "beyondMeans" }), by)
        yield* city.dispatch(to("StartCase", "03-04T11:00"), by)
        yield* city.dispatch(to("ResolveCase", "03-04T12:00", { result: "错峰出库" }), by)

        const dispatcher = yield* Dispatcher.make(city, { worker: "w1" })
        const planned = yield* dispatcher.preview(Position.start)
        const told = planned.map(({ rule: of, plans, untold }) => [
          of.id,
          plans.map(({ title, people: who }) => [title.zh, who]),
          untold
        ])
        expect(told).toEqual([
          ["joined", [["one", ["neighbour"]]], undefined],
          ["up", [["one", ["chief"]]], undefined],
          [
            "done",
            [
              ["one", ["worker"]],
              ["one", ["neighbour"]]
            ],
            undefined
          ]
        ])
      }).pipe(Effect.provide(Layer.merge(MemoryStore.layer, Layer.succeed(Notifier.Notifiers, new Map()))))
  )
})
