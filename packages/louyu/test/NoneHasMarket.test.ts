import { describe, expect, it } from "@effect/vitest"
import {
  Disclosure,
  Occupancy,
  Residence,
  Retention,
  Taxation,
  TaxCommand,
  TaxTier,
  TenancyCommand,
  TierChange
} from "@louyu/economy"
import { Money, Rate, Share } from "@louyu/kernel"
import { CommonNeeds, Command as MatchingCommand, Matchmaking, Need, Project, State } from "@louyu/matching"
import { View } from "@louyu/organisation"
import { Profiles } from "@louyu/profiles"
import { PipelinePresets, Prospect, Command as RecruitmentCommand, Stay, Staying } from "@louyu/recruitment"
import { MemoryStore } from "@louyu/store-memory"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { City } from "../src/index.ts"
import { day, district, establish, unit } from "./support/places.ts"

const by = { actor: "clerk-1" }
const options = { tenant: "t1", profile: Profiles.pinghu }
const command = Schema.decodeUnknownSync(
  Schema.Union([
    ...MatchingCommand.Command.members,
    ...RecruitmentCommand.Command.members,
    ...Stay.StayCommand.members,
    ...TenancyCommand.TenancyCommand.members,
    ...TaxCommand.TaxCommand.members
  ])
)
const firms = ["a", "b", "c"]

describe("needs of a city", () => {
  const need = (id: string, raiser: string, category: string, on: string) =>
    command({
      _tag: "RegisterNeed",
      need: id,
      raiser,
      category,
      text: "临时团队需要工位",
      place: "one",
      urgency: 3,
      quantity: 6,
      origin: "visit",
      on
    })
  const list = command({
    _tag: "AdoptServiceList",
    list: {
      id: "list",
      version: 1,
      names: { zh: "服务清单" },
      items: [
        {
          code: "S-1",
          names: { zh: "注册落户帮办" },
          domain: "government",
          category: "registration",
          owners: ["street-committee"],
          channels: ["doorstep"]
        }
      ]
    },
    from: "2022-01-01"
  })
  const desks = command({
    _tag: "RegisterResource",
    resource: "hall",
    names: { zh: "驿站大厅" },
    owner: "street-committee",
    kind: "sharedDesks",
    category: "shared-space",
    place: "one",
    tenure: "shared",
    capacity: { amount: 40, unit: "seat", per: "atOnce" },
    from: "2022-01-01"
  })

  it.effect(
    "N-6 that several raise become one project with sponsor, money and places; a single one finds its service, and why",
    () =>
      Effect.gen(function* () {
        const city = yield* City.open(options)
        yield* city.dispatchAll(
          [
            ...district,
            ...firms.map((one) => establish(one, "enterprise", { within: "f1" })),
            list,
            command({ _tag: "OfferItem", list: "list", item: "S-1", place: "one", from: "2022-01-01" }),
            desks,
            ...firms.map((one, n) => need(`n-${one}`, one, "shared-space", `2022-02-0${n + 1}`)),
            need("alone", "firm", "registration", "2022-02-04")
          ],
          by
        )
        const view = yield* city.organisation.on(day("2022-03-01"))
        const areaOf = (place: string) => View.nearest(view, "location", unit(place), { archetype: "cluster" })
        const common = (raisers: number) =>
          Effect.map(city.matching.lists(), ({ lists }) =>
            CommonNeeds.find(lists, areaOf, { raisers, days: 30 }, day("2022-03-01"))
          )
        expect(yield* common(4)).toEqual([])
        expect(yield* common(3)).toMatchObject([
          { area: "cbd", needs: ["n-a", "n-b", "n-c"], raisers: firms, quantity: 18 }
        ])
        const market = yield* city.matching.market(day("2022-03-01"))
        const alone = State.need(market.state, Need.NeedId.make("alone"))
        const [best] = alone === undefined ? [] : Matchmaking.candidates(market, alone)
        expect(best?.offer).toMatchObject({ _tag: "item", item: "S-1" })
        expect(best?.reasons.reduce((sum, { points }) => sum + points, 0)).toBe(best?.score)
        expect(best?.reasons.every(({ words }) => words.zh !== "")).toBe(true)

        const project = { project: "p1" }
        const commit = (quantity: number) =>
          command({ _tag: "CommitResource", ...project, resource: "hall", quantity, from: "2022-03-01" })
        yield* city.dispatch(
          command({
            _tag: "ProposeProject",
            ...project,
            names: { zh: "共享工区" },
            category: "shared-space",
            place: "one",
            needs: ["n-a", "n-b", "n-c"],
            sponsors: ["cbd-committee", "street-committee"],
            budget: 5_000_000,
            beneficiaries: firms.map((one) => ({ of: one, people: 6 })),
            on: "2022-02-20"
          }),
          by
        )
        expect((yield* Effect.flip(city.dispatch(commit(41), by))).code).toBe("matching/OverCapacity")
        const on = (_tag: string, date: string) => command({ _tag, ...project, on: date })
        expect((yield* Effect.flip(city.dispatch(on("ApproveProject", "2022-02-25"), by))).code).toBe(
          "matching/ProjectIncomplete"
        )
        yield* city.dispatchAll(
          [commit(18), on("ApproveProject", "2022-02-25"), on("CompleteProject", "2022-04-01")],
          by
        )
        const { lists } = yield* city.matching.lists()
        const known = State.project(lists, Project.ProjectId.make("p1"))
        expect(known).toMatchObject({ status: "completed", project: { budget: 5_000_000 } })
        expect(known?.project.sponsors[0]).toBe("cbd-committee")
        const standing = ["n-a", "n-b", "n-c", "alone"].map((id) => State.need(lists, Need.NeedId.make(id))?.status)
        expect(standing).toEqual(["met", "met", "met", "open"])
        expect(yield* common(3)).toEqual([])
      }).pipe(Effect.provide(MemoryStore.layer))
  )
})

const told = (on: string) => ({ on })
const space = (id: string, area: number) =>
  command({
    _tag: "RegisterSpace",
    space: id,
    place: "f1",
    label: { zh: id },
    area,
    from: "2020-01-01",
    ...told("2020-01-01")
  })
const lease = (id: string, tenant: string, of: string, from: string, to?: string) =>
  command({
    _tag: "SignLease",
    lease: id,
    tenant,
    spaces: [{ space: of }],
    tenure: "rent",
    from,
    ...(to === undefined ? {} : { to })
  })

describe("firms and buildings of a city", () => {
  it.effect(
    "N-8 a firm stays free for a time, is told before it ends, takes vacant space, and is still there a year later",
    () =>
      Effect.gen(function* () {
        const city = yield* City.open(options)
        const stay = (_tag: string, on: string, fields: object = {}) => command({ _tag, stay: "s1", ...fields, on })
        yield* city.dispatchAll(
          [
            ...district,
            space("801", 250),
            space("802", 90),
            command({ _tag: "AdoptPipeline", pipeline: PipelinePresets.investment, from: "2022-01-01" }),
            command({
              _tag: "OpenProspect",
              prospect: "p1",
              pipeline: "investment",
              names: { zh: "示例科技" },
              source: "visit",
              intent: { buildings: ["one"], least: 200, most: 300, tenure: "rent" },
              on: "2022-02-01"
            }),
            command({
              _tag: "OpenOffice",
              office: "shared",
              place: "f1",
              names: { zh: "过渡办公" },
              seats: 10,
              rooms: 1,
              freeMonths: 3,
              from: "2022-01-01"
            }),
            command({
              _tag: "StartStay",
              stay: "s1",
              office: "shared",
              prospect: "p1",
              seats: 6,
              rooms: 0,
              from: "2022-03-01"
            })
          ],
          by
        )
        const crowded = command({
          _tag: "StartStay",
          stay: "s2",
          office: "shared",
          enterprise: "firm",
          seats: 5,
          rooms: 0,
          from: "2022-03-02"
        })
        expect((yield* Effect.flip(city.dispatch(crowded, by))).code).toBe("recruitment/OfficeFull")
        const stays = yield* city.recruitment.stays()
        expect(Staying.expiring(stays, day("2022-05-20"), 14).map(({ until, left }) => [until, left])).toEqual([
          ["2022-06-01", 12]
        ])
        const [fit] = yield* city.recruitment.openings(Prospect.ProspectId.make("p1"), day("2022-05-20"))
        expect(fit?.vacancies.map((one) => one.space)).toEqual(["801"])
        const vacant = (date: string) =>
          Effect.map(city.economy.rentRoll(), (roll) => Occupancy.on(roll, day(date)).area.vacant)
        expect(yield* vacant("2022-05-20")).toBe(340)
        yield* city.dispatchAll(
          [
            establish("newcomer", "enterprise", { within: "f1", from: "2022-05-25" }),
            stay("EndStay", "2022-05-25", { outcome: "settled", tenant: "newcomer" }),
            lease("l1", "newcomer", "801", "2022-06-01")
          ],
          by
        )
        expect(yield* vacant("2022-06-01")).toBe(90)
        expect(Staying.settlement(yield* city.recruitment.stays(), day("2022-12-31"))).toMatchObject({
          ended: 1,
          settled: 1,
          rate: 1
        })
        const kept = Retention.between(yield* city.economy.rentRoll(), day("2022-06-01"), day("2023-06-01"))
        expect(kept).toMatchObject({ kept: ["newcomer"], gone: [] })
      }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect(
    "N-9 figures of a building are of a day: occupancy, registered and taxed here, tiers by year with who came and went",
    () =>
      Effect.gen(function* () {
        const city = yield* City.open(options)
        const declare = (registered: string, taxed: string, from: string) =>
          command({ _tag: "DeclareResidence", tenant: "firm", place: "one", registered, taxed, from, ...told(from) })
        const paid = (building: string, year: number, yuan: number) =>
          command({ _tag: "RecordTax", building, year, amount: Money.fen(yuan * 100), ...told(`${year + 1}-02-01`) })
        yield* city.dispatchAll(
          [
            ...district,
            space("801", 100),
            space("802", 300),
            lease("l1", "firm", "801", "2022-01-01", "2023-01-01"),
            declare("yes", "no", "2022-01-01"),
            declare("yes", "yes", "2022-07-01"),
            paid("one", 2021, 9_000_000),
            paid("one", 2022, 120_000_000),
            paid("two", 2021, 15_000_000),
            paid("two", 2022, 8_000_000)
          ],
          by
        )
        const roll = yield* city.economy.rentRoll()
        const view = yield* city.organisation.on(day("2022-06-01"))
        const above = (place: string) => View.ancestors(view, "location", unit(place))
        const let_ = (date: string) =>
          Occupancy.rollUp(roll, day(date), above).get(unit("cbd"))?.byArea ?? Rate.on(0, 0, { zh: "无" }, day(date))
        expect(["2022-06-01", "2023-01-01"].map((date) => Share.percent(let_(date), 1))).toEqual(["25.0", "0.0"])
        const here = (date: string) => {
          const { registered, taxed } = Residence.on(roll, day(date), [unit("one"), unit("f1")])
          return [registered.yes, taxed.yes]
        }
        expect([here("2022-06-01"), here("2022-07-01")]).toEqual([
          [1, 0],
          [1, 1]
        ])

        const { scale, disclosure } = yield* city.economy.settings()
        const taxation = yield* city.economy.taxation()
        const year = (of: number, on = "2023-03-01") => Taxation.ofYear(taxation, of, day(on))
        const changes = TierChange.between(scale, year(2021), year(2022), day("2023-03-01")).thresholds
        expect(changes.map(({ entries, exits }) => [entries, exits]).slice(0, 2)).toEqual([
          [["one"], ["two"]],
          [["one"], []]
        ])
        // What was not told yet by a day is not known on it.
        expect(year(2022, "2023-01-31").size).toBe(0)
        const amount = year(2022).get(unit("one"))
        expect(Disclosure.of(disclosure, 3, amount)).toMatchObject({ _tag: "exact", amount: 12_000_000_000 })
        expect(Disclosure.of(disclosure, 1, amount)).toMatchObject({
          _tag: "tier",
          tier: TaxTier.of(scale, Money.fen(12_000_000_000))
        })
        expect(Disclosure.of(disclosure, undefined, amount)).toEqual({ _tag: "nothing" })
      }).pipe(Effect.provide(MemoryStore.layer))
  )
})
