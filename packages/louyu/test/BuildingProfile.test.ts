import { describe, expect, it } from "@effect/vitest"
import { Case, Command as CaseCommand, Rates } from "@louyu/casework"
import {
  EnterpriseCommand,
  Figure,
  Indicator,
  IndustryMix,
  Occupancy,
  Residence,
  Taxation,
  TaxCommand,
  TaxTier,
  TenancyCommand
} from "@louyu/economy"
import { IndustryCode, Money } from "@louyu/kernel"
import { Structure, Tenants, View } from "@louyu/organisation"
import { Profiles } from "@louyu/profiles"
import { MemoryStore } from "@louyu/store-memory"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { City } from "../src/index.ts"
import { day, district, establish, unit } from "./support/places.ts"

const by = { actor: "clerk-1" }
const command = Schema.decodeUnknownSync(
  Schema.Union([
    ...CaseCommand.Command.members,
    ...EnterpriseCommand.EnterpriseCommand.members,
    ...TaxCommand.TaxCommand.members,
    ...TenancyCommand.TenancyCommand.members
  ])
)
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => from + n)

describe("the profile of a building", () => {
  it.effect(
    "H-08 says since when it stands, its floors, its district, its tier of tax and its tenants by industry",
    () =>
      Effect.gen(function* () {
        const city = yield* City.open({ tenant: "t1", profile: Profiles.wuhan })
        // Health services, modern commerce and science services, twenty each, and one nobody asked.
        const built = "2013-09-01"
        const industries = ["84", "72", "73"]
        const firms = range(0, 61).map((n) => `firm-${n}`)
        const paid = (year: number, yuan: number) =>
          command({
            _tag: "RecordTax",
            building: "plaza",
            year,
            amount: Money.fen(yuan * 100),
            on: `${year + 1}-02-01`
          })
        yield* city.dispatchAll(
          [
            establish("city", "city", { from: built }),
            establish("qiaokou", "district", { within: "city", from: built }),
            establish("cluster", "cluster", { within: "qiaokou", from: built }),
            establish("plaza", "building", { within: "cluster", from: built }),
            ...range(1, 27).map((n) => establish(`floor-${n}`, "floor", { within: "plaza", from: built })),
            ...firms.map((firm, n) => establish(firm, "enterprise", { within: `floor-${(n % 26) + 1}` })),
            ...firms.slice(0, 60).map((enterprise, n) =>
              command({
                _tag: "AssignIndustry",
                enterprise,
                industry: { edition: IndustryCode.edition2017.id, code: industries[n % 3] },
                from: "2022-01-01",
                on: "2022-01-01"
              })
            ),
            paid(2021, 99_999_999),
            paid(2022, 100_000_000)
          ],
          by
        )
        const on = day("2023-03-01")
        const view = yield* city.organisation.on(on)
        const plaza = unit("plaza")
        const before = yield* city.organisation.on(day("2013-08-31"))
        expect([View.kind(view, plaza), View.kind(before, plaza)]).toEqual(["building", undefined])
        expect(View.childrenOf(view, "location", plaza, { archetype: "floor" })).toHaveLength(26)
        expect(View.nearest(view, "location", plaza, { kind: Structure.KindId.make("district") })).toBe("qiaokou")

        const tenants = Tenants.of(view, plaza)
        const mix = IndustryMix.of(yield* city.economy.enterprises(), tenants, on, "division")
        expect([mix.among, mix.unknown]).toEqual([61, 1])
        expect(mix.groups.map(({ id, firms: count }) => [id, count])).toEqual([
          ["72", 20],
          ["73", 20],
          ["84", 20]
        ])
        // A hundred-million building from the yuan on that makes it one, and not a year earlier.
        const { scale } = yield* city.economy.settings()
        const taxation = yield* city.economy.taxation()
        const tier = (year: number) => {
          const amount = Taxation.ofYear(taxation, year, on).get(plaza)
          return amount === undefined ? undefined : scale.thresholds[TaxTier.of(scale, amount) - 1]
        }
        expect([2021, 2022, 2020].map(tier)).toEqual([Money.fen(1_000_000_000), Money.fen(10_000_000_000), undefined])
        const flat = establish("attic", "floor", { within: "qiaokou" })
        expect((yield* Effect.flip(city.dispatch(flat, by))).code).toBe("organisation/SuperiorRejected")
      }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect(
    "P-21 occupancy, tax-paying and satisfaction are three rates of one building, each from its own records",
    () =>
      Effect.gen(function* () {
        const city = yield* City.open({ tenant: "t1", profile: Profiles.pinghu })
        const at = (moment: string) => Date.parse(`2024-${moment}:00+08:00`)
        const told = { on: "2024-01-01" }
        const tenants = ["firm", "a", "b", "c"]
        const rated = (one: string, rating: string | undefined) => {
          const to = (_tag: string, moment: string, fields: object = {}) =>
            command({ _tag, case: one, ...fields, at: at(moment) })
          return [
            to("RaiseCase", "03-04T09:00", {
              flow: "propertyCouncilHall",
              title: "电梯停运",
              place: "one",
              category: "utilities",
              channel: "visit",
              by: { unit: "firm" }
            }),
            to("AcceptCase", "03-04T10:00"),
            to("ClassifyCase", "03-04T11:00", { scope: "individual", difficulty: "ordinary", category: "utilities" }),
            to("StartCase", "03-05T09:00"),
            to("ResolveCase", "03-06T09:00", { result: "已修好" }),
            to("FollowUpCase", "03-07T09:00", { solved: true, ...(rating === undefined ? {} : { rating }) })
          ]
        }
        yield* city.dispatchAll(
          [
            ...district,
            ...tenants.slice(1).map((id) => establish(id, "enterprise", { within: "f1" })),
            // Four rooms, three of them let; whoever has none is no tenant yet.
            ...[300, 60, 40, 100].map((area, n) =>
              command({
                _tag: "RegisterSpace",
                space: `r${n}`,
                place: "f1",
                label: { zh: `${n}` },
                area,
                from: "2020-01-01"
              })
            ),
            ...tenants.slice(0, 3).map((tenant, n) =>
              command({
                _tag: "SignLease",
                lease: `l${n}`,
                tenant,
                spaces: [{ space: `r${n}` }],
                tenure: "rent",
                from: "2022-01-01"
              })
            ),
            ...tenants.slice(0, 3).map((tenant, n) =>
              command({
                _tag: "DeclareResidence",
                tenant,
                place: "one",
                registered: "yes",
                taxed: n < 2 ? "yes" : "no",
                from: "2024-01-01",
                ...told
              })
            ),
            ...rated("c1", "verySatisfied"),
            ...rated("c2", "basicallySatisfied"),
            ...rated("c3", undefined)
          ],
          by
        )
        const on = day("2024-04-01")
        const roll = yield* city.economy.rentRoll()
        const { byArea } = Occupancy.on(roll, on, [unit("f1")])
        const { taxed } = Residence.on(roll, on, [unit("one"), unit("f1")])
        const { satisfaction } = Rates.of(yield* city.casework.cases(), {
          from: at("01-01T00:00"),
          to: at("04-01T00:00"),
          asOf: at("04-01T00:00")
        })
        expect(
          [byArea, taxed.known, satisfaction].map(({ numerator, denominator }) => [numerator, denominator])
        ).toEqual([
          [400, 500],
          [2, 3],
          [2, 2]
        ])
        // As figures each keeps its definition, and a part above its whole is no rate.
        const { indicators } = yield* city.economy.settings()
        const figure = (id: string, numerator: number, denominator: number) =>
          Figure.rate(Result.getOrThrow(Indicator.get(indicators, id)), numerator, denominator, {
            on,
            scope: { id: "one", names: { zh: "一号楼" } }
          })
        const values = [
          figure("occupancyByArea", byArea.numerator, byArea.denominator),
          figure("taxedHere", taxed.known.numerator, taxed.known.denominator),
          figure("satisfactionRate", satisfaction.numerator, satisfaction.denominator)
        ].map((one) => Result.getOrThrow(one).value?.value)
        expect(values).toEqual([0.8, 2 / 3, 1])
        const wrong = figure("satisfactionRate", 3, 2)
        expect(Result.isFailure(wrong) && wrong.failure).toMatchObject({ reason: "partAboveWhole" })
        const early = Rates.of(yield* city.casework.cases(), {
          from: 0,
          to: at("04-01T00:00"),
          asOf: at("03-06T12:00")
        })
        expect(early.satisfaction.rate).toBeUndefined()
        expect((yield* city.casework.cases()).get(Case.CaseId.make("c3"))?.followUps).toHaveLength(1)
      }).pipe(Effect.provide(MemoryStore.layer))
  )
})
