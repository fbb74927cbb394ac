import { describe, expect, it } from "@effect/vitest"
import { Category, Demand, Command as MatchingCommand, State } from "@louyu/matching"
import { Archetype, View } from "@louyu/organisation"
import { Profiles } from "@louyu/profiles"
import { StationCode, StationCommand, StationReview, StationState } from "@louyu/stations"
import { MemoryStore } from "@louyu/store-memory"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { City } from "../src/index.ts"
import { day, establish, unit } from "./support/places.ts"

const by = { actor: "clerk-1" }
const command = Schema.decodeUnknownSync(
  Schema.Union([...MatchingCommand.Command.members, ...StationCommand.Command.members])
)
const from = "2022-10-11"
const vanke: ReadonlyArray<City.Command> = [
  establish("city", "city"),
  establish("district", "district", { within: "city" }),
  establish("street", "street", { within: "district" }),
  establish("street-body", "street-working-committee", { within: "street" }),
  establish("tower", "building", { within: "street" }),
  establish("tower-committee", "building-committee", { within: "tower", under: "street-body" }),
  establish("zone", "floor", { within: "tower" }),
  establish("next", "building", { within: "street" }),
  establish("firm", "enterprise", { within: "tower" }),
  establish("guest", "enterprise", { within: "next" })
]
const seven = [
  "talentPolicy",
  "enterpriseLiaison",
  "employmentAid",
  "partyConsultation",
  "administrative",
  "psychologicalAid",
  "legalAdvice"
]
interface Item {
  readonly code: string
  readonly domain: string
  readonly category: string
  readonly at: string
}
/** A service list, and where each of its items is to be had. */
const offered = (items: ReadonlyArray<Item>): ReadonlyArray<City.Command> => [
  command({
    _tag: "AdoptServiceList",
    list: {
      id: "list",
      version: 1,
      names: { zh: "服务清单" },
      items: items.map(({ code, domain, category }) => ({
        code,
        names: { zh: code },
        domain,
        category,
        owners: ["street-body"],
        channels: ["doorstep"]
      }))
    },
    from
  }),
  ...items.map(({ code, at }) => command({ _tag: "OfferItem", list: "list", item: code, place: at, from }))
]
const open = (more: ReadonlyArray<City.Command>) =>
  Effect.gen(function* () {
    const city = yield* City.open({ tenant: "t1", profile: Profiles.foshanZumiao })
    yield* city.dispatchAll([...vanke, ...more], by)
    return city
  })

describe("a service zone of a building", () => {
  it.effect(
    "F-10 two federations beside the Party tree are led by its committee, and seven services are at one place",
    () =>
      Effect.gen(function* () {
        const items = seven.map((category) => ({ code: category, domain: "community", category, at: "zone" }))
        const city = yield* open([
          establish("union", "union-federation", { within: "tower", under: "tower-committee" }),
          establish("women", "womens-federation", { within: "tower", under: "tower-committee" }),
          ...offered(items)
        ])
        const view = yield* city.organisation.on(day("2022-12-01"))
        for (const federation of ["union", "women"].map((id) => unit(id))) {
          expect(View.archetype(view, federation)).toBe("massOrganisation")
          expect(Archetype.isPartyBody("massOrganisation")).toBe(false)
          expect(View.superior(view, "command", federation)).toBe("tower-committee")
        }
        const astray = establish("other", "union-federation", { within: "tower", under: "street-body" })
        expect((yield* Effect.flip(city.dispatch(astray, by))).code).toBe("organisation/SuperiorRejected")

        const { catalogue } = yield* city.matching.lists()
        const known = Category.of(catalogue.categories)
        const one = Category.CategoryId.make("sevenServices")
        expect(seven.every((id) => Category.fit(known, Category.CategoryId.make(id), one) > 0)).toBe(true)
        const market = yield* city.matching.market(day("2022-12-01"))
        const here = State.allOfferings(market.state).filter(({ place }) => place === "zone")
        expect(here.map(({ item }) => item).toSorted()).toEqual(seven.toSorted())
      }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect(
    "P-20 one stop offers Party, government, community, medical and legal affairs; elsewhere it shows what is missing",
    () =>
      Effect.gen(function* () {
        const domains = ["party", "government", "community", "medical", "legal"]
        const all = domains.map((domain) => ({ code: `zone-${domain}`, domain, category: "government", at: "zone" }))
        const some = { code: "next-1", domain: "government", category: "government", at: "next" }
        const city = yield* open(offered([...all, some]))
        const missing = (place: string, on: string) =>
          Effect.map(city.overview(unit(place), day(on)), (overview) => {
            const { byDomain = {} } = overview?.coBuiltServices ?? {}
            return domains.filter((domain) => byDomain[domain] === undefined)
          })
        expect(yield* missing("zone", "2022-12-01")).toEqual([])
        expect(yield* missing("tower", "2022-12-01")).toEqual([])
        expect(yield* missing("next", "2022-12-01")).toEqual(["party", "community", "medical", "legal"])
        expect(yield* missing("zone", "2022-10-10")).toEqual(domains)
        const sixth = (domain: string) => () => offered([{ code: "x", domain, category: "government", at: "zone" }])
        expect(sixth("legal")).not.toThrow()
        expect(sixth("military")).toThrow()
      }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect(
    "F-04 stations stand on what others give, one service is to be had in two buildings, and resources go between them",
    () =>
      Effect.gen(function* () {
        const zone = { code: "talent", domain: "government", category: "talentPolicy", at: "zone" }
        const station = { _tag: "OpenStation", station: "z", kind: "serviceZone", names: { zh: "服务功能区" } }
        const city = yield* open([
          ...offered([zone]),
          command({ _tag: "OfferItem", list: "list", item: "talent", place: "next", from }),
          command({ ...station, place: "zone", standing: { tier: "alone" }, from }),
          command({ _tag: "ArrangeSpace", station: "z", source: "shared", owner: "firm", from }),
          command({ _tag: "AddressAudiences", station: "z", audiences: ["residents"], places: ["next"], from }),
          command({
            _tag: "RegisterResource",
            resource: "hall",
            names: { zh: "路演厅" },
            owner: "firm",
            kind: "venue",
            category: "shared-space",
            place: "tower",
            tenure: "shared",
            capacity: { amount: 2, unit: "times", per: "day" },
            from
          }),
          command({
            _tag: "RegisterNeed",
            need: "n1",
            raiser: "guest",
            category: "shared-space",
            text: "需要场地",
            place: "next",
            urgency: 3,
            quantity: 1,
            origin: "visit",
            on: "2022-11-01"
          }),
          command({
            _tag: "ProposeMatch",
            match: "m1",
            need: "n1",
            offer: { _tag: "resource", resource: "hall" },
            quantity: 1,
            from: "2022-11-05",
            on: "2022-11-02"
          }),
          command({ _tag: "AcceptMatch", match: "m1", on: "2022-11-03" })
        ])
        const stations = yield* city.stations.stations()
        const known = StationState.station(stations, StationCode.StationId.make("z"))
        expect(known?.space.at(-1)?.value).toMatchObject({ source: "shared", owner: "firm" })
        expect(StationReview.openTo(stations, unit("next"), day("2022-12-01"))).toEqual(["z"])
        const { lists } = yield* city.matching.lists()
        expect(
          State.allOfferings(lists)
            .map(({ place }) => place)
            .toSorted()
        ).toEqual(["next", "zone"])
        expect(Demand.freeOn(lists, day("2022-11-05"))).toEqual([{ resource: "hall", amount: 2, free: 1 }])
      }).pipe(Effect.provide(MemoryStore.layer))
  )
})
