import { describe, expect, it } from "@effect/vitest"
import {
  BodyCommand,
  BodyPresets,
  BodyReview,
  BodyState,
  Case,
  Command as CaseCommand,
  type Flow,
  FlowPresets
} from "@louyu/casework"
import { Period } from "@louyu/kernel"
import { CommonNeeds, Command as MatchingCommand } from "@louyu/matching"
import { View } from "@louyu/organisation"
import { Profiles } from "@louyu/profiles"
import { MemoryStore } from "@louyu/store-memory"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { City } from "../src/index.ts"
import { day, district, establish, unit } from "./support/places.ts"

const by = { actor: "clerk-1" }
const command = Schema.decodeUnknownSync(
  Schema.Union([...BodyCommand.Command.members, ...CaseCommand.Command.members, ...MatchingCommand.Command.members])
)
// The hall of a city that sends what many have in common to a meeting first, and lets one firm's matter go on.
const { propertyCouncilHall: usual } = FlowPresets
const first = new Set<Flow.Action>(["match", "dispatch", "start"])
const demand = (one: Flow.Move): Flow.Move => (first.has(one.action) ? { ...one, deliberated: "common" } : one)
const [beginning, ...others] = usual.moves
const hall: Flow.Flow = { ...usual, moves: [demand(beginning), ...others.map(demand)] }
const { casework } = Profiles.pinghu
const profile = {
  ...Profiles.pinghu,
  casework: { ...casework, flows: [hall], dispatching: casework?.dispatching ?? [] }
}
const at = (moment: string) => Date.parse(`2022-${moment}:00+08:00`)

describe("a problem of many", () => {
  it.effect(
    "P-30 what two firms ask for goes to the meeting of the alliance, which ends with somebody who does it; one firm's matter need not",
    () =>
      Effect.gen(function* () {
        const city = yield* City.open({ tenant: "t1", profile })
        const code = (refused: ReturnType<typeof command>) =>
          Effect.map(Effect.flip(city.dispatch(refused, by)), (problem) => problem.code)
        const need = (id: string, raiser: string, on: string) =>
          command({
            _tag: "RegisterNeed",
            need: id,
            raiser,
            category: "shared-space",
            text: "产权分割难办",
            place: "one",
            urgency: 4,
            quantity: 1,
            origin: "visit",
            on
          })
        const of = (one: string, _tag: string, moment: string, fields: object = {}) =>
          command({ _tag, case: one, ...fields, at: at(moment) })
        const raised = (one: string, scope: string) => [
          of(one, "RaiseCase", "08-20T09:00", {
            flow: "propertyCouncilHall",
            title: "房产分割",
            place: "one",
            category: "titleDivision",
            channel: "visit",
            by: { unit: "firm" }
          }),
          of(one, "AcceptCase", "08-20T10:00"),
          of(one, "ClassifyCase", "08-20T11:00", { scope, difficulty: "difficult", category: "titleDivision" })
        ]
        const body = (_tag: string, on: string, fields: object = {}) =>
          command({ _tag, body: "alliance", ...fields, on })
        const departments = ["housing", "resources", "tax"]
        yield* city.dispatchAll(
          [
            ...district,
            establish("other", "enterprise", { within: "f1" }),
            ...departments.map((id) => establish(id, "department", { within: "city" })),
            need("n1", "firm", "2022-08-10"),
            need("n2", "other", "2022-08-12"),
            ...raised("many", "common"),
            ...raised("single", "individual"),
            body("FoundBody", "2022-01-01", {
              kind: BodyPresets.matchmakingMeeting,
              place: "one",
              names: { zh: "服务联建对接会" }
            }),
            body("SeatMember", "2022-01-01", { unit: "street-committee", party: "street" }),
            ...departments.map((id) => body("SeatMember", "2022-01-01", { unit: id, party: "allianceDepartment" }))
          ],
          by
        )
        // Two who ask for the same are one common need; one alone is none.
        const view = yield* city.organisation.on(day("2022-08-20"))
        const areaOf = (place: string) => View.nearest(view, "location", unit(place), { archetype: "cluster" })
        const { lists } = yield* city.matching.lists()
        const common = (on: string) => CommonNeeds.find(lists, areaOf, { raisers: 2, days: 30 }, day(on))
        expect(common("2022-08-20").map(({ needs, raisers }) => [needs, raisers])).toEqual([
          [
            ["n1", "n2"],
            ["firm", "other"]
          ]
        ])
        expect(common("2022-08-11")).toEqual([])

        const dispatch = (one: string, moment: string) =>
          of(one, "DispatchCase", moment, { by: "street-committee", to: "housing" })
        expect(yield* code(dispatch("many", "08-21T09:00"))).toBe("casework/DeliberationMissing")
        expect(yield* code(of("many", "StartCase", "08-21T09:00"))).toBe("casework/DeliberationMissing")
        yield* city.dispatch(dispatch("single", "08-21T09:00"), by)

        yield* city.dispatchAll(
          [
            body("ScheduleMeeting", "2022-08-22", { meeting: "m1", date: "2022-08-25" }),
            body("PutOnAgenda", "2022-08-22", { meeting: "m1", item: "i1", subject: { case: "many" } }),
            body("RecordAttendance", "2022-08-25", { meeting: "m1", units: ["street-committee", ...departments] }),
            body("DecideItem", "2022-08-25", { meeting: "m1", item: "i1", outcome: "agreed" })
          ],
          by
        )
        const adjourn = body("AdjournMeeting", "2022-08-25", { meeting: "m1" })
        expect(yield* code(adjourn)).toBe("casework/MeetingNotAssigned")
        const task = { item: "i1", task: "t1", names: { zh: "上门办理分割" } }
        const hand = body("DispatchItem", "2022-08-25", { ...task, by: "street-committee", to: "housing" })
        yield* city.dispatchAll(
          [
            hand,
            adjourn,
            of("many", "DeliberateCase", "08-25T17:00", { body: "street-committee", agreed: "由住建牵头上门办理" }),
            dispatch("many", "08-25T17:10")
          ],
          by
        )
        const cases = yield* city.casework.cases()
        const stages = ["many", "single"].map((one) =>
          cases.get(Case.CaseId.make(one))?.steps.map(({ stage }) => stage)
        )
        expect(stages).toEqual([
          ["raised", "accepted", "classified", "deliberated", "dispatched"],
          ["raised", "accepted", "classified", "dispatched"]
        ])
        const [alliance] = [...BodyState.bodies(yield* city.casework.bodies())]
        if (alliance === undefined) throw new Error("the alliance meets")
        expect(BodyReview.held(alliance, Period.ofYear(2022)).map(({ adjourned }) => adjourned)).toEqual(["2022-08-25"])
      }).pipe(Effect.provide(MemoryStore.layer))
  )
})
