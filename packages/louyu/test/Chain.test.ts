import { describe, expect, it } from "@effect/vitest"
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
    ...PartnerCommand.PartnerCommand.members,
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
})
