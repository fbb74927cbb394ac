import { describe, expect, it } from "@effect/vitest"
import {
  Comparison,
  EnterpriseCommand,
  EnterpriseRegister,
  Figure,
  Indicator,
  PublicationCommand,
  Publications,
  Published
} from "@louyu/economy"
import type { Identifier } from "@louyu/kernel"
import { Neighbours, PartnerCommand } from "@louyu/matching"
import { View } from "@louyu/organisation"
import { Profiles } from "@louyu/profiles"
import { ActivityCommand, ActivityReview, Code, Series, SeriesCommand } from "@louyu/programmes"
import { MemoryStore } from "@louyu/store-memory"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { City } from "../src/index.ts"
import { day, establish, unit } from "./support/places.ts"

const by = { actor: "clerk-1" }
const command = Schema.decodeUnknownSync(
  Schema.Union([
    ...EnterpriseCommand.EnterpriseCommand.members,
    ...PartnerCommand.PartnerCommand.members,
    ...PublicationCommand.PublicationCommand.members,
    ...SeriesCommand.Command.members,
    ...ActivityCommand.Command.members
  ])
)
const six = ["research", "design", "patterns", "production", "display", "sales"]
const from = "2022-01-01"

describe("the garment chain of a cluster", () => {
  it.effect(
    "H-33 has six positions near each other: gaps are told, neighbours supply each other, and a contest comes every year",
    () =>
      Effect.gen(function* () {
        const city = yield* City.open({ tenant: "t1", profile: Profiles.wuhan })
        const take = (position: string) =>
          command({ _tag: "TakePosition", enterprise: `of-${position}`, chain: "garments", position, from })
        const contest = {
          form: "contest",
          audience: "public",
          brand: "designers",
          hosts: ["of-design", "campus"],
          place: "street"
        }
        yield* city.dispatchAll(
          [
            establish("city", "city"),
            establish("district", "district", { within: "city" }),
            establish("street", "cluster", { within: "district" }),
            establish("campus", "university", { within: "district" }),
            establish("far", "cluster", { within: "district" }),
            establish("tower", "building", { within: "street" }),
            ...six.map((one) => establish(`of-${one}`, "enterprise", { within: "tower" })),
            ...six.slice(0, 5).map(take),
            command({
              _tag: "StartSeries",
              series: "contest",
              names: { zh: "设计师大赛" },
              recurrence: { every: "year", month: 6, day: 18, interval: 1, offDays: "keep" },
              ...contest,
              from,
              on: from
            }),
            command({
              _tag: "PlanActivity",
              activity: "contest-2022",
              names: { zh: "2022设计师大赛" },
              series: "contest",
              ...contest,
              date: "2022-06-18",
              on: "2022-05-01"
            })
          ],
          by
        )
        const board = Effect.gen(function* () {
          const { catalogue } = yield* city.matching.lists()
          const garments = catalogue.chains?.find(({ id }) => id === "garments")
          if (garments === undefined) throw new Error("the chain is declared")
          return { partners: yield* city.matching.partners(), garments, catalogue }
        })
        const on = day("2022-06-01")
        const view = yield* city.organisation.on(on)
        const within = (cluster: string) => (one: string) => View.isAbove(view, "location", unit(cluster), unit(one))
        const gaps = (cluster: string) =>
          Effect.map(board, ({ partners, garments }) =>
            Neighbours.gaps(partners, garments, within(cluster), on).map(({ id }) => id)
          )
        expect(yield* gaps("street")).toEqual(["sales"])
        expect(yield* gaps("far")).toEqual(six)
        yield* city.dispatch(take("sales"), by)
        expect(yield* gaps("street")).toEqual([])

        const { partners, catalogue } = yield* board
        const around = { distance: () => 1, building: () => unit("tower") }
        const pairs = Neighbours.suggest(partners, catalogue, around, on).map(({ giver, taker }) => `${giver} ${taker}`)
        expect(pairs.toSorted()).toEqual(
          six
            .slice(0, 5)
            .map((one, n) => `of-${one} of-${six[n + 1]}`)
            .toSorted()
        )
        const series = Series.get(yield* city.programmes.series(), Code.SeriesId.make("contest"))
        if (series === undefined) throw new Error("the series is known")
        const calendar = yield* city.calendar()
        const three = { from: day("2022-01-01"), to: day("2025-01-01") }
        expect(Result.getOrThrow(Series.dates(series, calendar, three))).toEqual([
          "2022-06-18",
          "2023-06-18",
          "2024-06-18"
        ])
        const held = ActivityReview.list(yield* city.programmes.activities(), { host: unit("campus") })
        expect(held.map(({ planned }) => planned.activity)).toEqual(["contest-2022"])
      }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect(
    "H-33 the circle is what lies within an hour: who is farther fills no gap, and its designers are counted",
    () =>
      Effect.gen(function* () {
        const city = yield* City.open({ tenant: "t1", profile: Profiles.wuhan })
        // Buildings with their way to the street in minutes: the last is just too far.
        const minutes: Readonly<Record<string, number>> = { tower: 5, arcade: 20, works: 60, outpost: 61 }
        const sits = { studio: "tower", atelier: "arcade", "near-mill": "works", "far-mill": "outpost" }
        const take = (enterprise: string, position: string, since = from) =>
          command({ _tag: "TakePosition", enterprise, chain: "garments", position, from: since })
        const staff = (enterprise: string, employees: number) =>
          command({ _tag: "ReportEnterpriseYear", enterprise, year: 2023, employees, on: "2024-02-01" })
        yield* city.dispatchAll(
          [
            establish("city", "city"),
            establish("district", "district", { within: "city" }),
            establish("street", "cluster", { within: "district" }),
            ...Object.keys(minutes).map((id) => establish(id, "building", { within: "street" })),
            ...Object.entries(sits).map(([id, within]) => establish(id, "enterprise", { within })),
            take("studio", "design"),
            take("atelier", "design"),
            take("far-mill", "production"),
            take("near-mill", "production", "2023-01-01"),
            staff("studio", 180),
            staff("atelier", 332),
            staff("far-mill", 900),
            command({
              _tag: "PublishFigure",
              publication: "designers",
              indicator: "staffCount",
              scope: { id: "designers", names: { zh: "汉正街设计师" } },
              printed: { count: { value: 500, qualifier: "atLeast" }, unit: "one" },
              on: "2024-04-01",
              source: "年度报道",
              published: "2024-10-21"
            })
          ],
          by
        )
        const on = day("2024-04-01")
        const { catalogue } = yield* city.matching.lists()
        const garments = catalogue.chains?.find(({ id }) => id === "garments")
        if (garments === undefined) throw new Error("the chain is declared")
        const partners = yield* city.matching.partners()
        const view = yield* city.organisation.on(on)
        const isNear = (id: Identifier.UnitId) => {
          const building = View.nearest(view, "location", id, { archetype: "building" })
          return building !== undefined && (minutes[building] ?? Number.POSITIVE_INFINITY) <= 60
        }
        const gaps = (date: string) => Neighbours.gaps(partners, garments, isNear, day(date)).map(({ id }) => id)
        expect(gaps("2022-06-01")).toEqual(["research", "patterns", "production", "display", "sales"])
        expect(gaps("2023-01-01")).toEqual(["research", "patterns", "display", "sales"])
        // Two design firms are the core of the chain here, and what they count together is what was said of it.
        const register = yield* city.economy.enterprises()
        const designers = partners.placed
          .filter(({ position, enterprise }) => position === "design" && isNear(enterprise))
          .map(({ enterprise }) =>
            EnterpriseRegister.year(EnterpriseRegister.enterprise(register, enterprise), 2023, on)
          )
          .reduce((sum, { employees = 0 }) => sum + employees, 0)
        expect(designers).toBe(512)
        const { indicators } = yield* city.economy.settings()
        const publication = Publications.get(
          yield* city.economy.publications(),
          Published.PublicationId.make("designers")
        )
        const said = publication && Publications.known(publication)
        if (said === undefined) throw new Error("the figure is published")
        const figure = (count: number) =>
          Result.getOrThrow(
            Figure.amount(Result.getOrThrow(Indicator.get(indicators, "staffCount")), count, { on, scope: said.scope })
          )
        expect(Comparison.of(figure(designers), said)._tag).toBe("agrees")
        expect(Comparison.of(figure(499), said)._tag).toBe("differs")
        const stranger = take("studio", "embroidery")
        expect((yield* Effect.flip(city.dispatch(stranger, by))).code).toBe("matching/NotFound")
      }).pipe(Effect.provide(MemoryStore.layer))
  )
})
