import { describe, expect, it } from "@effect/vitest"
import { Command as MatchingCommand, Need, Neighbours, PartnerCommand, State } from "@louyu/matching"
import { Profiles } from "@louyu/profiles"
import { ActivityCommand, ActivityReview } from "@louyu/programmes"
import { MemoryStore } from "@louyu/store-memory"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { City } from "../src/index.ts"
import { day, establish, unit } from "./support/places.ts"

const by = { actor: "clerk-1" }
const command = Schema.decodeUnknownSync(
  Schema.Union([
    ...ActivityCommand.Command.members,
    ...MatchingCommand.Command.members,
    ...PartnerCommand.PartnerCommand.members
  ])
)
const campuses = ["north-campus", "east-campus", "west-campus"]

describe("students on practice in a building", () => {
  it.effect(
    "D-09 visit with three universities and leave a need behind, and a tenant draws up plans for its neighbour",
    () =>
      Effect.gen(function* () {
        const city = yield* City.open({ tenant: "t1", profile: Profiles.wuhan })
        const visit = (campus: string, n: number) =>
          command({
            _tag: "PlanActivity",
            activity: `visit-${campus}`,
            names: { zh: "高校政务实践走访" },
            form: "fieldVisit",
            audience: "enterprises",
            hosts: [campus],
            place: "tower",
            date: `2023-07-0${n + 1}`,
            on: "2023-06-01"
          })
        const answer = (side: string) =>
          command({ _tag: "AnswerPartnership", partnership: "plans", side, accepts: true, on: "2023-07-11" })
        yield* city.dispatchAll(
          [
            establish("city", "city"),
            establish("district", "district", { within: "city" }),
            ...campuses.map((campus) => establish(campus, "university", { within: "district" })),
            establish("estate", "community", { within: "district" }),
            establish("tower", "building", { within: "estate" }),
            establish("designer", "enterprise", { within: "tower" }),
            establish("shop", "enterprise", { within: "tower" }),
            ...campuses.map(visit),
            ...campuses.map((campus, n) =>
              command({ _tag: "HoldActivity", activity: `visit-${campus}`, on: `2023-07-0${n + 1}` })
            ),
            command({
              _tag: "RegisterNeed",
              need: "n1",
              raiser: "shop",
              category: "partners",
              text: "缺少宣传方案",
              place: "tower",
              urgency: 2,
              quantity: 1,
              origin: "visit",
              on: "2023-07-01"
            }),
            command({
              _tag: "LinkActivityOutcome",
              activity: "visit-north-campus",
              outcome: { need: "n1" },
              on: "2023-07-02"
            }),
            command({
              _tag: "ProposePartnership",
              partnership: "plans",
              giver: "designer",
              taker: "shop",
              on: "2023-07-10"
            }),
            answer("giver"),
            answer("taker"),
            command({
              _tag: "RecordExchange",
              partnership: "plans",
              exchange: "x1",
              from: "giver",
              worth: 2,
              on: "2023-07-20"
            })
          ],
          by
        )
        const activities = yield* city.programmes.activities()
        const held = ActivityReview.list(activities, { place: unit("tower") })
        expect(ActivityReview.summarise(held)).toMatchObject({
          activities: 3,
          held: { numerator: 3, denominator: 3 },
          free: { numerator: 3, denominator: 3 },
          hosts: campuses.toSorted(),
          outcomes: 1
        })
        const { lists } = yield* city.matching.lists()
        expect(State.need(lists, Need.NeedId.make("n1"))?.need).toMatchObject({ raiser: "shop", origin: "visit" })
        const given = Neighbours.balances(yield* city.matching.partners(), day("2023-08-01"))
        expect(given).toMatchObject([
          { enterprise: "designer", given: 2, received: 0 },
          { enterprise: "shop", given: 0, received: 2 }
        ])
      }).pipe(Effect.provide(MemoryStore.layer))
  )
})
