import { describe, expect, it } from "@effect/vitest"
import { Profiles } from "@louyu/profiles"
import { ActivityCommand, AnnualListCommand, VolunteeringCommand, Wish, WishCommand } from "@louyu/programmes"
import { RoomCommand, RoomState, StationCode, StationCommand, StationState } from "@louyu/stations"
import { MemoryStore } from "@louyu/store-memory"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { City } from "../src/index.ts"
import { district } from "./support/places.ts"

const by = { actor: "clerk-1" }
const options = { tenant: "t1", profile: Profiles.pinghu }
const decode = Schema.decodeUnknownSync(
  Schema.Union([
    ...StationCommand.Command.members,
    ...RoomCommand.Command.members,
    ...VolunteeringCommand.Command.members,
    ...WishCommand.Command.members,
    ...AnnualListCommand.Command.members,
    ...ActivityCommand.Command.members
  ])
)
const open = (station: string, place: string, standing: object) =>
  decode({
    _tag: "OpenStation",
    station,
    kind: "redCollarStation",
    names: { zh: "红领驿站" },
    place,
    standing,
    from: "2024-01-02"
  })
const furnish = (room: string, station: string) =>
  decode({
    _tag: "FurnishRoom",
    room,
    station,
    kind: "exchange",
    names: { zh: "交流区" },
    capacity: 40,
    from: "2024-01-03"
  })
const code = <A, E extends { readonly code: string }>(tried: Effect.Effect<A, E>) =>
  Effect.map(Effect.flip(tried), (problem) => problem.code)

describe("stations in a city", () => {
  it.effect("P-17 stand at its places and in its networks; a room is one of a station that is open", () =>
    Effect.gen(function* () {
      const city = yield* City.open(options)
      const all = [
        ...district,
        open("centre", "one", { tier: "main", cluster: "cbd", scheme: "1+X" }),
        open("north", "two", { tier: "sub", main: "centre" }),
        furnish("forum", "north")
      ]
      yield* city.dispatchAll(all, by)
      expect((yield* city.dispatchAll(all, by)).events).toEqual([])
      expect([...StationState.stations(yield* city.stations.stations())]).toHaveLength(2)
      const forum = RoomState.room(yield* city.stations.rooms(), StationCode.RoomId.make("forum"))
      expect(forum?.furnished.station).toBe("north")

      expect(yield* code(city.dispatch(open("lost", "nowhere", { tier: "alone" }), by))).toBe(
        "stations/StationPartUnknown"
      )
      expect(yield* code(city.dispatch(furnish("cellar", "nowhere"), by))).toBe("stations/StationPartUnknown")
      expect(yield* city.stations.catalogue()).toEqual(Profiles.pinghu.stations)
      expect([...RoomState.rooms(yield* city.stations.rooms())]).toHaveLength(1)
    }).pipe(Effect.provide(MemoryStore.layer))
  )
})

describe("what people do together in a city", () => {
  const post = decode({
    _tag: "PostWish",
    wish: "w-1",
    owner: "resident-1",
    kind: "lamp",
    place: "one",
    on: "2024-03-01"
  })
  const claim = decode({ _tag: "ClaimWish", wish: "w-1", by: { place: "one", team: "youth" }, on: "2024-03-02" })
  const team = decode({
    _tag: "FormVolunteerTeam",
    place: "one",
    team: "youth",
    names: { zh: "青年志愿服务队" },
    from: "2024-01-02",
    on: "2024-01-02"
  })

  it.effect("D-13 a wish is claimed by a team there is, and by one at a time", () =>
    Effect.gen(function* () {
      const city = yield* City.open(options)
      yield* city.dispatchAll([...district, post], by)
      expect(yield* code(city.dispatch(claim, by))).toBe("programmes/ProgrammePartUnknown")
      yield* city.dispatchAll([team, claim], by)
      const other = decode({ _tag: "ClaimWish", wish: "w-1", by: { unit: "firm" }, on: "2024-03-03" })
      expect(yield* code(city.dispatch(other, by))).toBe("programmes/WishAlreadyClaimed")
      expect([...Wish.all(yield* city.programmes.wishes())].map(({ standing }) => standing)).toEqual(["claimed"])
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("W-06 the benefit of a practical project is scored as the profile says", () =>
    Effect.gen(function* () {
      const strict = { ...(yield* Effect.provide(scheme, MemoryStore.layer)), needed: 90 }
      const city = yield* City.open({ ...options, profile: { ...Profiles.pinghu, benefit: strict } })
      const to = (_tag: string, on: string, fields: object = {}) =>
        decode({ _tag, committee: "cbd-committee", year: 2024, ...fields, on })
      const marks = ["breadth", "lasting", "demand"].map((criterion) => ({ criterion, mark: 80 }))
      const adopted = {
        project: "childcare",
        names: { zh: "暑期托班" },
        promise: "年内办成",
        beneficiaries: { value: 200, qualifier: "about" }
      }
      yield* city.dispatchAll(
        [
          ...district,
          to("OpenAnnualList", "2024-01-05"),
          to("AdoptListItem", "2024-01-10", adopted),
          to("PublishAnnualList", "2024-02-01"),
          to("NominateListItem", "2024-03-01", { project: "childcare", to: "city" }),
          to("ScoreListItem", "2024-03-02", { project: "childcare", marks })
        ],
        by
      )
      const promote = to("PromoteListItem", "2024-03-03", { project: "childcare", to: "city" })
      expect(yield* code(city.dispatch(promote, by))).toBe("programmes/BenefitTooLow")
      expect((yield* city.programmes.benefit()).needed).toBe(90)
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  const scheme = Effect.flatMap(City.open({ ...options, tenant: "usual" }), (city) => city.programmes.benefit())
})
