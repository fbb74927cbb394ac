import { describe, expect, it } from "@effect/vitest"
import { Command as MatchingCommand, Neighbours, PartnerCommand, State } from "@louyu/matching"
import { Profiles } from "@louyu/profiles"
import { MemoryStore } from "@louyu/store-memory"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { City } from "../src/index.ts"
import { day, district, establish, unit } from "./support/places.ts"

const by = { actor: "clerk-1" }
const options = { tenant: "t1", profile: Profiles.pinghu }
const command = Schema.decodeUnknownSync(
  Schema.Union([...MatchingCommand.Command.members, ...PartnerCommand.PartnerCommand.members])
)

const desks = command({
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
})
const need = command({
  _tag: "RegisterNeed",
  need: "n1",
  raiser: "firm",
  category: "shared-space",
  text: "临时团队需要六个工位",
  place: "one",
  urgency: 4,
  quantity: 6,
  origin: "visit",
  on: "2022-02-01"
})
const match = command({
  _tag: "ProposeMatch",
  match: "m1",
  need: "n1",
  offer: { _tag: "resource", resource: "desks" },
  quantity: 6,
  from: "2022-03-01",
  on: "2022-02-03"
})

describe("what is offered and wanted in a city", () => {
  it.effect("P-23 units, resources, needs and matches come as one list, and again change nothing", () =>
    Effect.gen(function* () {
      const city = yield* City.open(options)
      const accept = command({ _tag: "AcceptMatch", match: "m1", on: "2022-02-04" })
      const all = [...district, desks, need, match, accept]
      yield* city.dispatchAll(all, by)
      expect((yield* city.dispatchAll(all, by)).events).toEqual([])
      const { lists, catalogue } = yield* city.matching.lists()
      expect([...State.matches(lists)].map(({ status }) => status)).toEqual(["accepted"])
      expect(catalogue.categories.length).toBeGreaterThan(20)
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("P-31 a category or unit the city does not have is refused, whoever is asked", () =>
    Effect.gen(function* () {
      const city = yield* City.open(options)
      yield* city.dispatchAll(district, by)
      const strange = { ...desks, category: "magic" } as City.Command
      expect(yield* Effect.flip(city.dispatch(strange, by))).toMatchObject({
        code: "matching/NotFound",
        sort: "category"
      })
      const nowhere = { ...desks, place: unit("castle") } as City.Command
      expect(yield* Effect.flip(city.dispatch(nowhere, by))).toMatchObject({ code: "matching/NotFound", sort: "unit" })
      const bare = yield* City.open({ tenant: "t2", profile: Profiles.generic })
      yield* bare.dispatchAll([establish("r", "region"), establish("b", "building", { within: "r" })], by)
      const other = { ...desks, owner: unit("b"), place: unit("b") } as City.Command
      expect(yield* Effect.flip(bare.dispatch(other, by))).toMatchObject({ sort: "category", id: "shared-space" })
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("H-34 enterprises of a building find each other on the board", () =>
    Effect.gen(function* () {
      const city = yield* City.open(options)
      yield* city.dispatchAll([...district, establish("cook", "enterprise", { within: "one" })], by)
      const post = (posting: string, side: string, enterprise: string) =>
        command({
          _tag: "PublishPosting",
          posting,
          side,
          enterprise,
          category: "dining",
          text: "员工食堂",
          from: "2022-01-01"
        })
      yield* city.dispatchAll([post("o", "offer", "cook"), post("w", "want", "firm")], by)
      const { catalogue } = yield* city.matching.lists()
      const around = { distance: () => 1, building: () => unit("one") }
      const found = Neighbours.suggest(yield* city.matching.partners(), catalogue, around, day("2022-06-01"))
      expect(found.map(({ giver, taker }) => [giver, taker])).toEqual([["cook", "firm"]])
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("R3-10 two who take the last seats at once do not both get them", () =>
    Effect.gen(function* () {
      const [one, two] = [yield* City.open(options), yield* City.open(options)]
      const few = { ...desks, capacity: { amount: 6, unit: "seat", per: "atOnce" } } as City.Command
      const other = { ...need, need: "n2" } as City.Command
      const matched = { ...match, match: "m2", need: "n2" } as City.Command
      yield* one.dispatchAll([...district, few, need, other, match, matched], by)
      yield* two.catchUp()
      const accept = (id: string) => command({ _tag: "AcceptMatch", match: id, on: "2022-02-04" })
      yield* one.dispatch(accept("m1"), by)
      expect(yield* Effect.flip(two.dispatch(accept("m2"), by))).toMatchObject({
        code: "matching/OverCapacity",
        used: 12
      })
    }).pipe(Effect.provide(MemoryStore.layer))
  )
})
