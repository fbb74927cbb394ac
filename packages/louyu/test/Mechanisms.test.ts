import { describe, expect, it } from "@effect/vitest"
import { Case, Command as CaseCommand, FlowPresets } from "@louyu/casework"
import { EnterpriseCommand, EnterpriseRegister, Frame } from "@louyu/economy"
import { Command as MatchingCommand, State } from "@louyu/matching"
import { Command as OrganisationCommand, Relation, Structure, View } from "@louyu/organisation"
import { Profiles } from "@louyu/profiles"
import { ActivityCommand, ActivityReview } from "@louyu/programmes"
import { Directory, Command as RolesCommand } from "@louyu/roles"
import { MemoryStore } from "@louyu/store-memory"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { City } from "../src/index.ts"
import { day, district, establish, unit } from "./support/places.ts"

const by = { actor: "clerk-1" }
const command = Schema.decodeUnknownSync(
  Schema.Union([
    ...ActivityCommand.Command.members,
    ...CaseCommand.Command.members,
    ...EnterpriseCommand.EnterpriseCommand.members,
    ...MatchingCommand.Command.members,
    ...OrganisationCommand.Command.members,
    ...RolesCommand.Command.members
  ])
)
const plan = (activity: string, themes: ReadonlyArray<string>) =>
  command({
    _tag: "PlanActivity",
    activity,
    names: { zh: activity },
    form: "lecture",
    audience: "enterprises",
    themes,
    hosts: ["cbd-committee"],
    date: "2023-03-01",
    on: "2023-01-05"
  })
const frameOf = (city: City.Open, id: string) =>
  Effect.map(city.economy.settings(), ({ frames }) => {
    const frame = frames.find((one) => one.id === id)
    if (frame === undefined) throw new Error(`the frame ${id} is declared`)
    return frame
  })
const tagged = (city: City.Open, frame: Frame.Frame) =>
  Effect.map(city.programmes.activities(), (activities) => {
    const known = new Set(frame.dimensions.map(({ id }) => id))
    const all = ActivityReview.list(activities).map(({ planned }) => ({
      value: planned.activity,
      tags: (planned.themes ?? []).filter((theme) => known.has(theme))
    }))
    return Result.getOrThrow(Frame.group(frame, all))
  })

describe("what a city calls its work", () => {
  it.effect(
    "P-01 the work went from 1.0 to 4.0: each version has its activities, the last is a brand, and role schemes of two of them run side by side",
    () =>
      Effect.gen(function* () {
        const city = yield* City.open({ tenant: "t1", profile: Profiles.pinghu })
        const adopt = (roster: string, scheme: string, from: string) =>
          command({ _tag: "AdoptScheme", roster, scheme, version: 1, from })
        yield* city.dispatchAll(
          [
            ...district,
            plan("quality", ["1.0"]),
            plan("neighbours", ["2.0"]),
            plan("festival", ["2.0", "4.0"]),
            command({ _tag: "AwardBrand", brand: "louLianHui", unit: "one", from: "2022-01-01" }),
            adopt("one", "oneHeadSixStaff", "2020-01-01"),
            adopt("two", "oneHeadSixStaff", "2020-01-01"),
            adopt("one", "twoHeadsFourStaff", "2022-01-01")
          ],
          by
        )
        const versions = yield* frameOf(city, "versions")
        expect(versions.dimensions.map(({ id }) => id)).toEqual(["1.0", "2.0", "3.0", "4.0"])
        expect(["友邻善治", "楼联汇"].map((word) => Frame.read(versions, word)?.id)).toEqual(["2.0", "4.0"])
        const { groups } = yield* tagged(city, versions)
        expect(groups.map(({ values }) => values)).toEqual([["quality"], ["festival", "neighbours"], [], ["festival"]])
        const branded = (date: string) =>
          Effect.map(city.economy.enterprises(), (all) => EnterpriseRegister.branded(all, "louLianHui", day(date)))
        expect([yield* branded("2021-12-31"), yield* branded("2022-01-01")]).toEqual([[], ["one"]])
        const { directory } = yield* city.roles.on(day("2023-01-01"))
        const schemes = ["one", "two"].map((at) => Directory.posts(directory, unit(at))[0]?.post.scheme)
        expect(schemes).toEqual(["twoHeadsFourStaff", "oneHeadSixStaff"])
      }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("P-10 three whole, one full is a word of the city: work is found under it, and nothing hangs on it", () =>
    Effect.gen(function* () {
      const city = yield* City.open({ tenant: "t1", profile: Profiles.pinghu })
      yield* city.dispatchAll([...district, plan("branch-building", ["threeWholeOneFull"]), plan("other", [])], by)
      const slogans = yield* frameOf(city, "slogans")
      expect(Frame.read(slogans, "三整一全")?.id).toBe("threeWholeOneFull")
      const { groups, untagged } = yield* tagged(city, slogans)
      expect(groups.find(({ dimension }) => dimension.id === "threeWholeOneFull")?.values).toEqual(["branch-building"])
      expect(untagged).toEqual(["other"])
      const found = ActivityReview.list(yield* city.programmes.activities(), { theme: "threeWholeOneFull" })
      expect(found.map(({ planned }) => planned.activity)).toEqual(["branch-building"])
      // A city that has no such word has the same city without it.
      const { economy: _economy, ...bare } = Profiles.pinghu
      const other = yield* City.open({ tenant: "t2", profile: bare })
      yield* other.dispatchAll([...district, plan("branch-building", []), plan("other", [])], by)
      const overviews = [
        yield* city.overview(unit("cbd"), day("2023-06-01")),
        yield* other.overview(unit("cbd"), day("2023-06-01"))
      ]
      expect(overviews[0]).toEqual(overviews[1])
    }).pipe(Effect.provide(MemoryStore.layer))
  )
})

describe("those who act around a building", () => {
  const departments = ["power", "fire", "market", "safety", "tax", "hr", "data"]
  const actors = [
    ["janitors", "property-company", "propertyCompany"],
    ["youth", "mass-organisation", "massOrganisation"],
    ["helpers", "social-organisation", "socialOrganisation"],
    ["campus", "university", "university"],
    ["exchange", "enterprise", "enterprise"],
    ...departments.map((id) => [id, "department", "department"] as const)
  ] as const

  it.effect("H-35 are units of kinds the rules know, and each does its part in one matter of the building", () =>
    Effect.gen(function* () {
      // Wuhan's kinds of unit, with every way matters go and the posts they go to.
      const casework = { flows: FlowPresets.all, dispatching: [Structure.KindId.make("community-committee")] }
      const { schemes = [] } = Profiles.generic
      const city = yield* City.open({ tenant: "t1", profile: { ...Profiles.wuhan, casework, schemes } })
      const to = (_tag: string, moment: string, fields: object = {}) =>
        command({ _tag, case: "c1", ...fields, at: Date.parse(`2024-${moment}:00+08:00`) })
      const give = (owner: string, category: string) =>
        command({
          _tag: "RegisterResource",
          resource: `of-${owner}`,
          names: { zh: owner },
          owner,
          kind: "service",
          category,
          place: "one",
          tenure: "own",
          capacity: { amount: 10, unit: "person", per: "day" },
          from: "2024-01-02"
        })
      const place = { janitors: "one", exchange: "one", campus: "city", youth: "one", helpers: "one" } as const
      const isPlaced = (id: string): id is keyof typeof place => id in place
      yield* city.dispatchAll(
        [
          establish("city", "city"),
          establish("district", "district", { within: "city" }),
          establish("committee", "district-committee", { within: "district" }),
          establish("estate", "community", { within: "district" }),
          establish("community", "community-committee", { within: "estate", under: "committee" }),
          establish("one", "building", { within: "estate" }),
          establish("shop", "enterprise", { within: "one" }),
          ...actors.map(([id, kind]) => establish(id, kind, { within: isPlaced(id) ? place[id] : "district" })),
          ...["youth", "helpers", "campus", "exchange"].map((owner) => give(owner, "childcare")),
          to("RaiseCase", "03-04T09:00", {
            flow: "whistle",
            title: "增设充电桩",
            place: "one",
            category: "charging",
            channel: "visit",
            by: { unit: "shop" }
          }),
          to("SplitCase", "03-04T10:00", {
            tasks: departments.map((department, n) => ({ task: `t${n}`, department, what: "会商", lead: n === 0 }))
          }),
          to("DispatchCase", "03-04T11:00", { by: "community", to: "power" }),
          ...departments.map((department) => to("ReportInCase", "03-05T09:00", { by: department })),
          to("SurveySite", "03-06T09:00", {
            survey: "s1",
            by: ["community", "janitors", ...departments],
            finding: "线路容量不足"
          })
        ],
        by
      )
      const view = yield* city.organisation.on(day("2024-06-01"))
      expect(actors.map(([id]) => View.archetype(view, unit(id)))).toEqual(actors.map(([, , archetype]) => archetype))
      const known = (yield* city.casework.cases()).get(Case.CaseId.make("c1"))
      expect(known?.present.toSorted()).toEqual(departments.toSorted())
      expect(known?.evidence).toEqual(["siteSurvey"])
      const { lists } = yield* city.matching.lists()
      expect([...State.resources(lists)].map(({ resource }) => resource.owner).toSorted()).toEqual([
        "campus",
        "exchange",
        "helpers",
        "youth"
      ])
      const nobody = to("ReportInCase", "03-06T10:00", { by: "nobody" })
      expect((yield* Effect.flip(city.dispatch(nobody, by))).code).toBe("casework/NotCalled")
    }).pipe(Effect.provide(MemoryStore.layer))
  )
})

describe("a community and a cluster beside it", () => {
  it.effect("W-15 govern together in a circle led by the community, and each stays where it is in command", () =>
    Effect.gen(function* () {
      const circle = command({
        _tag: "FormAlliance",
        alliance: "circle",
        sort: "coGovernance",
        name: { zh: "协同共治生态圈" },
        lead: "yuntian",
        members: ["yuntian", "cbd-committee", "firm"],
        from: "2022-01-01"
      })
      const neighbourhood = [
        establish("estate", "community", { within: "street" }),
        establish("yuntian", "community-committee", { within: "estate", under: "street-committee" })
      ]
      const city = yield* City.open({ tenant: "t1", profile: Profiles.pinghu })
      yield* city.dispatchAll([...district, ...neighbourhood, circle], by)
      const view = yield* city.organisation.on(day("2022-06-01"))
      const [alliance] = Relation.alliances(view)
      expect(alliance).toMatchObject({ lead: "yuntian", members: ["cbd-committee", "firm", "yuntian"] })
      expect(Relation.alliancesOf(view, unit("cbd-committee"))).toEqual(["circle"])
      expect(["yuntian", "cbd-committee"].map((id) => View.superior(view, "command", unit(id)))).toEqual([
        "street-committee",
        "street-committee"
      ])
      const before = yield* city.organisation.on(day("2021-12-31"))
      expect(Relation.alliancesOf(before, unit("yuntian"))).toEqual([])
      const strangers = command({ ...circle, alliance: "other", lead: "street-committee" })
      expect((yield* Effect.flip(city.dispatch(strangers, by))).code).toBe("organisation/LeadNotMember")
    }).pipe(Effect.provide(MemoryStore.layer))
  )
})
