import { describe, expect, it } from "@effect/vitest"
import { Command as OrganisationCommand, Reach } from "@louyu/organisation"
import { Profiles } from "@louyu/profiles"
import {
  Duty,
  Fairness,
  Network,
  OpenTimes,
  RosterCode,
  RosterCommand,
  RosterReview,
  RosterState,
  StationCode,
  StationCommand,
  StationState
} from "@louyu/stations"
import { MemoryStore } from "@louyu/store-memory"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { City } from "../src/index.ts"
import { day, district, establish, unit } from "./support/places.ts"

const by = { actor: "clerk-1" }
const options = { tenant: "t1", profile: Profiles.pinghu }
const command = Schema.decodeUnknownSync(
  Schema.Union([
    ...OrganisationCommand.Command.members,
    ...StationCommand.Command.members,
    ...RosterCommand.Command.members
  ])
)
const from = "2024-01-02"
const stand = (station: string, place: string, standing: object) =>
  command({ _tag: "OpenStation", station, kind: "redCollarStation", names: { zh: station }, place, standing, from })
const network = [
  stand("centre", "one", { tier: "main", cluster: "cbd", scheme: "1+X" }),
  stand("north", "two", { tier: "sub", main: "centre" })
]
const moment = (text: string): number => Date.parse(`${text}:00+08:00`)

describe("stations of a city", () => {
  it.effect(
    "N-5 a main station stands behind its sub-stations, is lent to the building beside it, and is open beyond its hours",
    () =>
      Effect.gen(function* () {
        const city = yield* City.open(options)
        const rules = [
          {
            id: "usual",
            sort: "regular",
            days: { weekdays: [1, 2, 3, 4, 5] },
            windows: [{ open: "09:00", close: "17:00" }]
          },
          { id: "weekend", sort: "weekend", days: { weekdays: [6] }, windows: [{ open: "10:00", close: "12:00" }] }
        ]
        yield* city.dispatchAll(
          [
            ...district,
            establish("three", "building", { within: "cbd" }),
            establish("guest", "enterprise", { within: "three" }),
            establish("hub", "service-centre", { within: "one" }),
            establish("corner", "red-collar-station", { within: "two", under: "hub" }),
            // What is opened to a building is there for everybody in it, and nobody owns it twice.
            command({ _tag: "JoinBody", body: "corner", member: { unit: "three" }, from }),
            ...network,
            command({ _tag: "ArrangeSpace", station: "north", source: "shared", owner: "janitors", from }),
            command({ _tag: "SetStationHours", station: "north", hours: { rules }, from })
          ],
          by
        )
        const view = yield* city.organisation.on(day("2024-06-01"))
        const serving = (who: string) =>
          Reach.stationsFor(view, unit(who)).map(({ station, by: way }) => `${station} ${way}`)
        expect(serving("janitors")).toEqual(["corner here", "hub main"])
        expect(serving("guest")).toEqual(["corner shared"])
        expect(Reach.openedTo(view, unit("corner"))).toEqual(["three"])

        const stations = yield* city.stations.stations()
        const north = StationState.station(stations, StationCode.StationId.make("north"))
        if (north === undefined) throw new Error("the station is known")
        expect(Network.mainOf(stations, StationCode.StationId.make("north"), day("2024-06-01"))).toBe("centre")
        // Behind a sub-station stands one main one, and no sub-station stands behind another.
        const below = stand("corner", "two", { tier: "sub", main: "north" })
        expect((yield* Effect.flip(city.dispatch(below, by))).code).toBe("stations/StationNotMain")
        expect(north.space.at(-1)?.value).toMatchObject({ source: "shared", owner: "janitors" })
        const calendar = yield* city.calendar()
        const sort = (text: string) =>
          Result.getOrThrow(OpenTimes.at(north.hours, calendar, moment(text)))?.sort ?? "closed"
        expect(["2024-06-03T10:00", "2024-06-08T11:00", "2024-06-09T11:00"].map(sort)).toEqual([
          "regular",
          "weekend",
          "closed"
        ])
      }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect(
    "N-7 N-16 organisations take turns at stations on working days, with themes and swaps, and the turns come out even",
    () =>
      Effect.gen(function* () {
        const city = yield* City.open(options)
        const bureaus = ["tax", "hr", "housing", "commerce"]
        const plan = {
          // The week before National Day 2024, whose Sunday is worked, and the week of the holidays.
          cycle: { from: "2024-09-23", to: "2024-10-08" },
          members: bureaus.map((one) => ({ unit: one })),
          shifts: [
            {
              shift: "day",
              names: { zh: "轮值" },
              stations: ["centre", "north"],
              window: { open: "09:00", close: "17:00" },
              days: { on: { kinds: ["workday", "makeUpWorkday"] } },
              needed: 1
            }
          ],
          themes: {
            every: "week",
            themes: [
              { theme: "policy", names: { zh: "政策周" } },
              { theme: "jobs", names: { zh: "就业周" } }
            ]
          }
        }
        const to = (_tag: string, on: string, fields: object = {}) => command({ _tag, roster: "autumn", ...fields, on })
        yield* city.dispatchAll(
          [
            ...district,
            ...bureaus.map((one) => establish(one, "department", { within: "city" })),
            ...network,
            to("DraftRoster", "2024-09-01", { names: { zh: "九月轮值" }, plan }),
            to("GenerateRoster", "2024-09-01", { generation: 1 }),
            to("PublishRoster", "2024-09-02", { generation: 1 })
          ],
          by
        )
        const read = Effect.map(city.stations.rosters(), (all) => {
          const roster = RosterState.roster(all, RosterCode.RosterId.make("autumn"))
          if (roster === undefined) throw new Error("the roster is known")
          return roster
        })
        const roster = yield* read
        const days = [...new Set(RosterState.duties(roster).map(({ slot }) => slot.date))]
        expect(days).toEqual([
          "2024-09-23",
          "2024-09-24",
          "2024-09-25",
          "2024-09-26",
          "2024-09-27",
          "2024-09-29",
          "2024-09-30"
        ])
        // 14 turns for four: three or four for each.
        const turns = Fairness.report(roster).map(({ assigned }) => assigned)
        expect(turns.toSorted()).toEqual([3, 3, 4, 4])
        const holders = RosterState.dutiesOn(roster, day("2024-09-29")).map(({ unit: one }) => one)
        expect(new Set(holders).size).toBe(2)

        const calendar = yield* city.calendar()
        const themes = ["2024-09-27", "2024-09-30"].map(
          (date) => Duty.at([roster], calendar, moment(`${date}T10:00`))[0]?.theme?.theme
        )
        expect(themes).toEqual(["policy", "jobs"])

        const [first, second] = [day("2024-09-23"), day("2024-09-24")].map((on) => {
          const [duty] = RosterState.dutiesOn(roster, on)
          if (duty?.unit === undefined) throw new Error("somebody is on duty")
          return { slot: duty.slot.slot, unit: duty.unit }
        })
        if (first === undefined || second === undefined || first.unit === second.unit) throw new Error("two take turns")
        const swap = { slot: first.slot, other: second.slot, by: { members: [first.unit, second.unit] } }
        yield* city.dispatch(to("SwapDuty", "2024-09-10", swap), by)
        const swapped = yield* read
        expect(RosterState.duty(swapped, RosterCode.SlotId.make(first.slot))?.unit).toBe(second.unit)
        expect(Fairness.report(swapped).map(({ assigned }) => assigned)).toEqual(turns)
        // Nobody is put at two stations at once, whoever agrees to it.
        const [one, two] = RosterState.dutiesOn(swapped, day("2024-09-25"))
        if (one?.unit === undefined || two?.unit === undefined) throw new Error("both stations are staffed")
        const twice = { slot: one.slot.slot, to: two.unit, by: { manager: "street-committee", reason: "请假" } }
        const refused = yield* Effect.flip(city.dispatch(to("SubstituteDuty", "2024-09-11", twice), by))
        expect(refused.code).toBe("stations/DutyDoubleBooked")
        const facts = { exists: () => true, stands: () => true, calendar }
        expect(RosterReview.warnings(swapped, facts, day("2024-09-01"))).toEqual(Result.succeed([]))
      }).pipe(Effect.provide(MemoryStore.layer))
  )
})
