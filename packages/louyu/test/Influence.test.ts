import { describe, expect, it } from "@effect/vitest"
import { Demand, Command as MatchingCommand } from "@louyu/matching"
import { Coverage, Command as OrganisationCommand } from "@louyu/organisation"
import { Profiles } from "@louyu/profiles"
import { Incubation, PipelinePresets, Command as RecruitmentCommand } from "@louyu/recruitment"
import { RoleScheme, VisitCommand, VisitYield } from "@louyu/roles"
import { MemoryStore } from "@louyu/store-memory"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { City } from "../src/index.ts"
import { day, district, establish, unit } from "./support/places.ts"

const by = { actor: "clerk-1" }
const command = Schema.decodeUnknownSync(
  Schema.Union([
    ...MatchingCommand.Command.members,
    ...OrganisationCommand.Command.members,
    ...RecruitmentCommand.Command.members,
    ...VisitCommand.VisitCommand.members
  ])
)

describe("service first, then influence", () => {
  const need = (id: string, raiser: string, on: string) =>
    command({
      _tag: "RegisterNeed",
      need: id,
      raiser,
      category: "shared-space",
      text: "需要工位",
      place: "one",
      urgency: 3,
      quantity: 2,
      origin: "visit",
      on
    })
  const serve = (id: string, of: string, on: string) => [
    command({
      _tag: "ProposeMatch",
      match: id,
      need: of,
      offer: { _tag: "resource", resource: "desks" },
      quantity: 2,
      from: on,
      on
    }),
    command({ _tag: "AcceptMatch", match: id, on }),
    command({ _tag: "DeliverMatch", match: id, quantity: 2, on })
  ]
  const incubate = (prospect: string, enterprise: string, source: string, founded: string) => {
    const step = (_tag: string, on: string, fields: object) => command({ _tag, prospect, ...fields, on })
    return [
      step("OpenProspect", "2022-01-10", {
        pipeline: "branchIncubation",
        names: { zh: prospect },
        enterprise,
        source
      }),
      ...["membersFound", "guided", "pathDecided"].map((to) => step("AdvanceProspect", "2022-01-20", { to })),
      step("AdvanceProspect", "2022-02-01", { to: "applied", evidence: ["application"] }),
      step("AdvanceProspect", "2022-02-10", { to: "approved", evidence: ["approval"] }),
      step("WinProspect", founded, { evidence: ["election"] })
    ]
  }
  const firms = ["served", "earlier", "alone"]
  const story = [
    ...district,
    ...firms.map((id) => establish(id, "enterprise", { within: "f1" })),
    command({ _tag: "AdoptPipeline", pipeline: PipelinePresets.branchIncubation, from: "2022-01-01" }),
    command({
      _tag: "RegisterResource",
      resource: "desks",
      names: { zh: "共享工位" },
      owner: "street-committee",
      kind: "sharedDesks",
      category: "shared-space",
      place: "one",
      tenure: "shared",
      capacity: { amount: 40, unit: "seat", per: "atOnce" },
      from: "2022-01-01"
    }),
    command({
      _tag: "PlanVisits",
      care: "one",
      plan: "weekly",
      post: { scheme: RoleScheme.SchemeId.make("twoHeadsFourStaff"), role: "partyMassGuide", unit: "one" },
      every: "weekly",
      targets: firms.map((id) => ({ unit: id })),
      from: "2022-01-04"
    }),
    ...firms.map((id, n) =>
      command({
        _tag: "RecordVisit",
        care: "one",
        visit: `v-${id}`,
        plan: "weekly",
        unit: id,
        by: "guide-1",
        on: "2022-01-06",
        needs: n < 2 ? [{ need: `n-${id}`, matter: "space" }] : []
      })
    ),
    ...firms.slice(0, 2).map((id) => need(`n-${id}`, id, "2022-01-06")),
    ...serve("m1", "n-served", "2022-01-28"),
    ...incubate("p-served", "served", "ownInitiative", "2022-03-01"),
    ...incubate("p-earlier", "earlier", "ownInitiative", "2022-03-01"),
    ...incubate("p-alone", "alone", "sweep", "2022-03-15"),
    // Served only after its branch was founded: that is no influence of service.
    ...serve("m2", "n-earlier", "2022-04-01"),
    ...firms.map((id) =>
      command({
        _tag: "FormBranch",
        unit: `br-${id}`,
        kind: "branch",
        name: { zh: id },
        under: "cbd-committee",
        within: "one",
        formation: "single",
        enterprises: [id],
        memberCounts: { full: 3, probationary: 0 },
        from: id === "alone" ? "2022-03-15" : "2022-03-01"
      })
    )
  ]

  it.effect("H-03 W-10 a branch counts for service where the city's own records show that it was served before", () =>
    Effect.gen(function* () {
      const city = yield* City.open({ tenant: "t1", profile: Profiles.pinghu })
      yield* city.dispatchAll(story, by)
      const { lists } = yield* city.matching.lists()
      const prospects = yield* city.recruitment.prospects()
      const lags = (on: string) =>
        Incubation.lags(prospects, PipelinePresets.branchIncubation.id, day(on), (enterprise) =>
          Demand.firstServed(lists, enterprise)
        )
      expect(lags("2022-12-31")).toEqual([
        { prospect: "p-served", enterprise: "served", source: "ownInitiative", founded: "2022-03-01", days: 32 }
      ])
      expect(lags("2022-02-28")).toEqual([])
      // All three have a branch of their own; one of them came of service.
      const covered = Coverage.of(yield* city.organisation.on(day("2022-12-31")), { within: unit("one") })
      expect(covered.enterprises.single.toSorted()).toEqual(firms.toSorted())
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect(
    "W-07 what the guide heard at the door is followed to its outcome: how many, how long, and what still waits",
    () =>
      Effect.gen(function* () {
        const city = yield* City.open({ tenant: "t1", profile: Profiles.pinghu })
        yield* city.dispatchAll(story, by)
        const log = yield* city.visits.of(unit("one"))
        const { lists } = yield* city.matching.lists()
        const outcome = (id: string) => Demand.firstServed(lists, unit(id.replace("n-", "")))
        const told = (on: string) =>
          VisitYield.of(log, { from: day("2022-01-01"), to: day("2022-02-01") }, outcome, day(on))
        expect(told("2022-01-31")).toMatchObject({ visits: 3, needs: 2, perVisit: 2 / 3, done: 1, medianDays: 22 })
        expect(told("2022-01-31").open.map(({ need: one, unit: at }) => [one, at])).toEqual([["n-earlier", "earlier"]])
        expect(told("2022-04-01")).toMatchObject({ done: 2, open: [] })
        const strange = command({
          _tag: "RecordVisit",
          care: "one",
          visit: "v-9",
          plan: "weekly",
          unit: "firm",
          by: "guide-1",
          on: "2022-01-13",
          needs: []
        })
        expect((yield* Effect.flip(city.dispatch(strange, by))).code).toBe("visits/UnitNotIncluded")
      }).pipe(Effect.provide(MemoryStore.layer))
  )
})
