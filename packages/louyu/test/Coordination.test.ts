import { describe, expect, it } from "@effect/vitest"
import { Case, Command as CaseCommand } from "@louyu/casework"
import { EnterpriseCommand, EnterpriseRegister } from "@louyu/economy"
import { Money } from "@louyu/kernel"
import { Profiles } from "@louyu/profiles"
import { MemoryStore } from "@louyu/store-memory"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { City } from "../src/index.ts"
import { day, establish, unit } from "./support/places.ts"

const by = { actor: "clerk-1" }
const command = Schema.decodeUnknownSync(
  Schema.Union([...CaseCommand.Command.members, ...EnterpriseCommand.EnterpriseCommand.members])
)
const at = (moment: string) => Date.parse(`2023-${moment}:00+08:00`)
const to = (_tag: string, moment: string, fields: object = {}) =>
  command({ _tag, case: "piles", ...fields, at: at(moment) })

describe("charging piles of a shop", () => {
  it.effect(
    "H-20 property, community, power and fire look at the place and clear one plan before anything is built, and sales rise",
    () =>
      Effect.gen(function* () {
        const city = yield* City.open({ tenant: "t1", profile: Profiles.xiangyang })
        const code = (refused: ReturnType<typeof command>) =>
          Effect.map(Effect.flip(city.dispatch(refused, by)), (problem) => problem.code)
        const four = ["janitors", "community", "power", "fire"]
        const sales = (year: number, yuan: number) =>
          command({
            _tag: "ReportEnterpriseYear",
            enterprise: "shop",
            year,
            revenue: Money.fen(yuan * 100),
            on: `${year + 1}-02-01`
          })
        const clear = (department: string, moment: string, cleared = true) =>
          to("ClearPlan", moment, { plan: "p1", department, cleared })
        const start = (moment: string) => to("StartCase", moment)
        const approve = (moment: string) => to("ApprovePlan", moment, { plan: "p1", by: "joint" })
        yield* city.dispatchAll(
          [
            establish("city", "city"),
            establish("district", "district", { within: "city" }),
            establish("committee", "district-committee", { within: "district" }),
            establish("estate", "community", { within: "district" }),
            establish("circle", "commercial-district", { within: "district" }),
            establish("joint", "comprehensive-committee", { within: "circle", under: "committee" }),
            establish("mall", "building", { within: "circle" }),
            establish("shop", "enterprise", { within: "mall" }),
            establish("janitors", "property-company", { within: "mall" }),
            establish("community", "community-committee", { within: "estate", under: "committee" }),
            establish("power", "department", { within: "district" }),
            establish("fire", "department", { within: "district" }),
            sales(2022, 3_000_000),
            to("RaiseCase", "03-01T09:00", {
              flow: "coordination",
              title: "增设充电桩",
              place: "mall",
              category: "charging",
              channel: "visit",
              by: { unit: "joint" },
              behalfOf: { unit: "shop" }
            }),
            to("AcceptCase", "03-01T10:00"),
            to("SplitCase", "03-01T11:00", {
              tasks: four.map((department, n) => ({ task: `t${n}`, department, what: "会商充电桩", lead: n === 0 }))
            }),
            to("DispatchCase", "03-02T09:00", { by: "joint", to: "janitors" }),
            ...four.map((department) => to("ReportInCase", "03-03T09:00", { by: department }))
          ],
          by
        )
        // First the place is looked at, then a plan is cleared by all, then somebody builds.
        expect(yield* code(start("03-03T10:00"))).toBe("casework/EvidenceMissing")
        yield* city.dispatchAll(
          [
            to("SurveySite", "03-04T09:00", {
              survey: "s1",
              by: [...four, "joint"],
              finding: "线路可引至地面，须让出消防通道"
            }),
            to("DraftPlan", "03-05T09:00", { plan: "p1", what: "移位增容", departments: four })
          ],
          by
        )
        expect(yield* code(start("03-05T10:00"))).toBe("casework/PlanMissing")
        yield* city.dispatchAll(
          [...four.slice(0, 3).map((one) => clear(one, "03-06T09:00")), clear("fire", "03-06T10:00", false)],
          by
        )
        expect(yield* code(approve("03-06T11:00"))).toBe("casework/ClearanceMissing")
        expect(yield* code(clear("shop", "03-06T11:00"))).toBe("casework/NotFound")
        yield* city.dispatchAll(
          [
            clear("fire", "03-07T09:00"),
            approve("03-07T10:00"),
            start("03-08T09:00"),
            ...four.map((_, n) => to("FinishTask", "03-20T09:00", { task: `t${n}`, result: "已完成" })),
            to("ResolveCase", "03-21T09:00", { result: "六个充电桩投用，符合消防要求" }),
            to("FollowUpCase", "03-28T09:00", { solved: true, rating: "verySatisfied" }),
            to("CloseCase", "03-29T09:00", { reason: "solved" }),
            sales(2023, 4_200_000)
          ],
          by
        )
        const known = (yield* city.casework.cases()).get(Case.CaseId.make("piles"))
        expect([known?.standing, known?.present.toSorted()]).toEqual(["closed", four.toSorted()])
        expect(known?.steps.map(({ stage }) => stage)).toEqual([
          ...["raised", "accepted", "dispatched", "reportedIn", "inProgress", "resolved", "followedUp", "closed"]
        ])
        expect(known?.plans).toMatchObject([{ plan: "p1", cleared: expect.arrayContaining(four) }])
        // What came of it is on record: what was built, what the shop thinks of it, and its sales.
        expect(known?.results.map(({ result }) => result)).toEqual(["六个充电桩投用，符合消防要求"])
        expect(known?.followUps.map(({ solved, rating }) => [solved, rating])).toEqual([[true, "verySatisfied"]])
        const shop = EnterpriseRegister.enterprise(yield* city.economy.enterprises(), unit("shop"))
        const revenue = [2022, 2023].map((year) => EnterpriseRegister.year(shop, year, day("2024-03-01")).revenue)
        expect(revenue).toEqual([Money.fen(300_000_000), Money.fen(420_000_000)])
      }).pipe(Effect.provide(MemoryStore.layer))
  )
})
