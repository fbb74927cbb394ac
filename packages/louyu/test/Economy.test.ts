import { describe, expect, it } from "@effect/vitest"
import {
  EnterpriseCommand,
  Holders,
  Occupancy,
  PublicationCommand,
  Publications,
  Published,
  Taxation,
  TaxCommand,
  TaxTier,
  TenancyCommand
} from "@louyu/economy"
import { Count, Money } from "@louyu/kernel"
import { Command as MatchingCommand } from "@louyu/matching"
import { Profiles } from "@louyu/profiles"
import { MemoryStore } from "@louyu/store-memory"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { City, openCity } from "../src/index.ts"
import { day, district, unit } from "./support/places.ts"

const by = { actor: "clerk-1" }
const options = { tenant: "t1", profile: Profiles.pinghu }
const command = Schema.decodeUnknownSync(
  Schema.Union([
    ...TenancyCommand.TenancyCommand.members,
    ...TaxCommand.TaxCommand.members,
    ...EnterpriseCommand.EnterpriseCommand.members,
    ...PublicationCommand.PublicationCommand.members
  ])
)

const space = (id: string, area: number) =>
  command({ _tag: "RegisterSpace", space: id, place: "f1", label: { zh: id }, area, from: "2020-01-01" })
const lease = command({
  _tag: "SignLease",
  lease: "l1",
  tenant: "firm",
  spaces: [{ space: "801" }],
  tenure: "rent",
  from: "2022-01-01"
})
const paid = (building: string, year: number, yuan: number) =>
  command({ _tag: "RecordTax", building, year, amount: Money.fen(yuan * 100), on: `${year + 1}-02-01` })
const highTech = command({
  _tag: "GrantQualification",
  enterprise: "firm",
  kind: "highTech",
  issuedBy: "省科技厅",
  from: "2021-11-01",
  to: "2024-11-01"
})
const figure = command({
  _tag: "PublishFigure",
  publication: "tax-2022",
  indicator: "taxTotal",
  scope: { id: "cbd", names: { zh: "南市商务区" } },
  printed: { count: Count.atLeast(13), unit: "hundredMillionYuan" },
  on: "2022-12-31",
  source: "年度报道",
  published: "2023-01-15"
})
const all = [...district, space("801", 100), space("802", 60), lease, paid("one", 2022, 120_000_000), highTech]

describe("what a city's buildings yield", () => {
  it.effect("P-21 H-31 H-27 spaces, leases, tax and qualifications come as one list, and again change nothing", () =>
    Effect.gen(function* () {
      const city = yield* City.open(options)
      yield* city.dispatchAll(all, by)
      expect((yield* city.dispatchAll(all, by)).events).toEqual([])
      const on = day("2023-03-01")
      expect(Occupancy.on(yield* city.economy.rentRoll(), on).byArea).toMatchObject({
        numerator: 100,
        denominator: 160
      })
      const { scale } = yield* city.economy.settings()
      const amounts = Taxation.ofYear(yield* city.economy.taxation(), 2022, on)
      expect(TaxTier.count(scale, amounts).tiers.map(({ atLeast }) => atLeast)).toEqual([1, 1, 0])
      expect(Holders.of(yield* city.economy.enterprises(), [unit("firm")], on).holders).toBe(1)
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("refuses tax of a building that was not there that year, and a lease by nobody", () =>
    Effect.gen(function* () {
      const city = yield* City.open(options)
      yield* city.dispatchAll([...district, space("801", 100)], by)
      expect(yield* Effect.flip(city.dispatch(paid("one", 2019, 1), by))).toMatchObject({
        code: "economy/BuildingNotInYear"
      })
      const nobody = command({ ...lease, tenant: "nobody" })
      expect(yield* Effect.flip(city.dispatch(nobody, by))).toMatchObject({ code: "economy/TenantNotFound" })
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("P-28 a place shows its Party bodies, occupancy, services and facilities side by side, on any day", () =>
    Effect.gen(function* () {
      const city = yield* City.open(options)
      const resource = Schema.decodeUnknownSync(MatchingCommand.RegisterResource)({
        _tag: "RegisterResource",
        resource: "desks",
        names: { zh: "共享工位" },
        owner: "street-committee",
        kind: "sharedDesks",
        category: "shared-space",
        place: "f1",
        tenure: "shared",
        capacity: { amount: 40, unit: "seat", per: "atOnce" },
        from: "2022-01-01"
      })
      const matching = Schema.decodeUnknownSync(MatchingCommand.Command)
      const together = [
        matching({
          _tag: "AdoptServiceList",
          list: {
            id: "list",
            version: 1,
            names: { zh: "服务清单" },
            items: ["tax", "lawyer"].map((code) => ({
              code,
              names: { zh: code },
              domain: code === "tax" ? "government" : "legal",
              category: "government",
              owners: ["street-committee"],
              channels: ["doorstep"]
            }))
          },
          from: "2022-01-01"
        }),
        ...["tax", "lawyer"].map((item) =>
          matching({ _tag: "OfferItem", list: "list", item, place: "one", from: "2022-01-01" })
        ),
        matching({
          _tag: "RegisterNeed",
          need: "n1",
          raiser: "firm",
          category: "shared-space",
          text: "需要工位",
          place: "one",
          urgency: 3,
          quantity: 6,
          origin: "visit",
          on: "2022-02-01"
        }),
        matching({
          _tag: "ProposeProject",
          project: "p1",
          names: { zh: "共享工区" },
          category: "shared-space",
          place: "one",
          needs: ["n1"],
          sponsors: ["cbd-committee"],
          on: "2022-02-20"
        })
      ]
      yield* city.dispatchAll([...all, resource, ...together], by)
      const overview = yield* city.overview(unit("cbd"), day("2022-03-01"))
      expect(overview?.partyRegistry.bodies.map(({ kind, units }) => [kind, units.length])).toEqual([
        ["comprehensive-committee", 1]
      ])
      expect(overview?.partyRegistry.coverage.nominal).toMatchObject({ numerator: 0, denominator: 1 })
      expect(overview?.enterpriseOccupancy).toMatchObject({
        tenants: ["firm"],
        occupancy: { byUnits: { numerator: 1, denominator: 2 } }
      })
      expect(overview?.coBuiltServices).toMatchObject({
        items: 2,
        byDomain: { government: 1, legal: 1 },
        needs: { open: 1, met: 0, closed: 0 },
        projects: { proposed: 1, completed: 0 }
      })
      // What is offered in one building is not shown for another, nor before its day.
      const elsewhere = yield* city.overview(unit("two"), day("2022-03-01"))
      expect(elsewhere?.coBuiltServices).toMatchObject({ items: 0, needs: { open: 0 }, projects: { proposed: 0 } })
      expect(overview?.publicFacilities.resources).toEqual([{ resource: "desks", amount: 40, free: 40 }])
      const before = yield* city.overview(unit("cbd"), day("2021-03-01"))
      expect(before?.publicFacilities.resources).toEqual([])
      expect(before?.coBuiltServices).toMatchObject({ items: 0, needs: { open: 0 }, projects: { proposed: 0 } })
      expect(before?.enterpriseOccupancy.tenants).toEqual([])
      expect(yield* city.overview(unit("nowhere"), day("2022-03-01"))).toBeUndefined()
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("R3-3 H-27 what is recorded of an enterprise decides whether a service is open to it", () =>
    Effect.gen(function* () {
      const city = yield* City.open(options)
      yield* city.dispatchAll(all, by)
      const { around } = yield* city.matching.market(day("2022-03-01"))
      expect(around.values(unit("firm"))).toEqual({
        place: "firm",
        qualifications: ["highTech"],
        settledOn: "2022-01-01"
      })
      const later = yield* city.matching.market(day("2025-03-01"))
      expect(later.around.values(unit("firm"))).toMatchObject({ qualifications: [] })
      expect(around.values(unit("janitors"))).toEqual({ place: "janitors" })
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it("H-31 a city sets its own tiers and indicators in its profile, and answers with promises as well", async () => {
    const thresholds = [Money.fen(5_000_000_000)] as const
    const own = {
      id: "taxTotal",
      names: { zh: "税收总额" },
      kind: "amount",
      unit: "yuan",
      counts: "tax",
      numerator: { zh: "全部楼宇税收" },
      population: { zh: "商务区全部楼宇" },
      source: "G-11"
    }
    const decoded = Schema.decodeUnknownSync(PublicationCommand.PublishFigure)(figure)
    const profile = {
      ...Profiles.pinghu,
      economy: { tiers: { thresholds }, indicators: [own] }
    } as unknown as typeof Profiles.pinghu
    await using city = await openCity({ tenant: "t1", profile, store: MemoryStore.layer })
    await city.dispatchAll([...all, decoded], by)
    const { scale, indicators } = await city.economy.settings()
    expect(scale.thresholds).toEqual(thresholds)
    const publications = await city.economy.publications()
    const [published] = Publications.ofIndicator(publications, decoded.indicator)
    expect(published && Published.number(published.printed)).toBe(13)
    expect(indicators.has("closureRate")).toBe(true)
  })
})
