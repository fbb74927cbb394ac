import { Timeline, WorkCalendar } from "@louyu/kernel"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import * as OpeningHours from "../src/OpeningHours.ts"
import * as OpenTimes from "../src/OpenTimes.ts"
import * as StationCatalogue from "../src/StationCatalogue.ts"
import * as StationReview from "../src/StationReview.ts"
import { after, alone, day, decide, id, main, open, station, sub, to, unit } from "./stationScene.ts"

const on = day("2024-10-01")
const must = <A>(value: A | undefined): A => {
  if (value === undefined) throw new Error("it is in the preset")
  return value
}
const sixHaves = must(StationCatalogue.find(StationCatalogue.preset.standards, "sixHaves"))
const before = after([
  open("a", main("c1"), "2021-01-01", { kind: "partyMassCentre", areaSquareMetres: 677 }),
  open("x", sub("a")),
  open("y", sub("a")),
  open("z", alone)
])

describe("what a station has", () => {
  it("H-09 a centre of 677 square metres on the tenth floor is a place with an area", () => {
    const centre = open("t", main("c9"), "2021-01-01", { place: "tower-floor-10", areaSquareMetres: 677 })
    expect(StationReview.area(station(after([centre]), "t"), on)).toBe(677)
    expect(decide(before, open("t", alone, "2021-01-01", { place: "nowhere" }))).toMatchObject({
      code: "stations/StationPartUnknown",
      sort: "unit"
    })
  })

  it("P-40 rooms are one's own, put together, exchanged or used with others, from date to date", () => {
    const arranged = after(
      [
        to("ArrangeSpace", "x", "2022-01-01", { source: "swapped", owner: "property" }),
        to("ArrangeSpace", "x", "2023-01-01", { source: "integrated", areaSquareMetres: 120 }),
        to("ArrangeSpace", "y", "2022-01-01", { source: "shared" })
      ],
      before
    )
    expect([...StationReview.bySpace(arranged, on)]).toEqual([
      ["unknown", 2],
      ["integrated", 1],
      ["shared", 1]
    ])
    expect(StationReview.bySpace(arranged, day("2022-12-31")).get("swapped")).toBe(1)
    expect(StationReview.area(station(arranged, "x"), on)).toBe(120)
  })

  it("P-40 six haves are data: what is missing is what the last assessment did not find", () => {
    const assess = (name: string, date: string, met: ReadonlyArray<string>) =>
      ({ _tag: "AssessStation", station: name, standard: "sixHaves", met: [...met], on: date }) as const
    const all = sixHaves.criteria.map((one) => one.id)
    expect(all).toHaveLength(6)
    const seen = after(
      [
        assess("x", "2023-01-01", ["place", "signs"]),
        assess("x", "2024-01-01", all),
        assess("y", "2024-01-01", all.slice(1))
      ],
      before
    )
    expect(StationReview.assessed(station(seen, "x"), sixHaves, day("2023-06-01"))).toEqual({
      on: "2023-01-01",
      met: ["place", "signs"],
      missing: ["facilities", "flag", "books", "rules"]
    })
    expect(StationReview.shortOf(seen, sixHaves, on).map((one) => [one.station, one.assessed?.missing])).toEqual([
      ["a", undefined],
      ["y", ["place"]],
      ["z", undefined]
    ])
    expect(decide(seen, assess("x", "2024-02-01", ["tea"]))).toMatchObject({ sort: "criterion", id: "tea" })
    expect(decide(seen, { ...assess("x", "2024-02-01", []), standard: "eightHaves" })).toMatchObject({
      sort: "standard"
    })
  })

  it("F-13 P-17 P-40 a station serves audiences, beyond its own building too", () => {
    const addressed = after(
      [
        to("AddressAudiences", "a", "2021-01-01", {
          audiences: ["staff", "riders", "residents"],
          places: ["tower-far"]
        }),
        to("AddressAudiences", "x", "2021-01-01", { audiences: ["shops", "enterprises", "residents"] })
      ],
      before
    )
    expect(StationReview.serving(addressed, "residents", on)).toEqual([id("a"), id("x")])
    expect(StationReview.serving(addressed, "residents", on, unit("tower-far"))).toEqual([id("a")])
    expect(StationReview.serving(addressed, "shops", on)).toEqual([id("x")])
    expect(StationReview.openTo(addressed, unit("tower-far"), on)).toEqual([id("a")])
    expect(decide(before, to("AddressAudiences", "a", "2021-01-01", { audiences: ["cats"] }))).toMatchObject({
      sort: "audience"
    })
  })

  it("D-07 three platforms are labels stations stand for, and one without a station is seen", () => {
    const set = must(StationCatalogue.find(StationCatalogue.preset.labelSets, "threePlatforms"))
    const labelled = after(
      [
        to("LabelStation", "a", "2022-01-01", {
          set: "threePlatforms",
          labels: ["governmentEnterprise", "buildingCommunity"]
        }),
        to("LabelStation", "x", "2022-01-01", { set: "threePlatforms", labels: ["buildingCommunity"] })
      ],
      before
    )
    expect(StationReview.labelled(labelled, set, on)).toEqual([
      { label: "governmentEnterprise", stations: ["a"] },
      { label: "socialAssistance", stations: [] },
      { label: "buildingCommunity", stations: ["a", "x"] }
    ])
    expect(StationReview.labelled(labelled, set, day("2021-12-31"))[0]?.stations).toEqual([])
  })

  it("F-14 six mosts are a set of six, and nothing beside them is a label of it", () => {
    const set = must(StationCatalogue.find(StationCatalogue.preset.labelSets, "sixMosts"))
    expect(set.labels).toHaveLength(6)
    const label = (labels: ReadonlyArray<string>, name = "sixMosts") =>
      to("LabelStation", "z", "2022-01-01", { set: name, labels })
    expect(decide(before, label(["tallest"]))).toMatchObject({ sort: "label", id: "tallest" })
    expect(decide(before, label([], "sevenMosts"))).toMatchObject({ sort: "labelSet" })
    const state = after(
      [label(["safety"]), to("LabelStation", "z", "2023-01-01", { set: "sixMosts", labels: [] })],
      before
    )
    const safe = (date: string) => StationReview.labelled(state, set, day(date)).find((one) => one.label === "safety")
    expect(safe("2022-12-31")?.stations).toEqual(["z"])
    expect(safe("2023-01-01")?.stations).toEqual([])
  })

  it("H-23 whom a station reaches keeps how exactly it is known", () => {
    const reach = {
      enterprises: { value: 2000, qualifier: "atLeast" },
      households: { value: 60_000, qualifier: "atLeast" }
    }
    const state = after([to("DescribeCatchment", "z", "2022-06-01", { minutes: 15, ...reach })], before)
    expect(Timeline.at(station(state, "z").catchment, on)).toMatchObject({ minutes: 15, ...reach })
  })
})

describe("hours of a station", () => {
  it("P-24 hours change from a date on and end with the station", () => {
    const late = { rules: [{ id: "late", sort: "evening", days: {}, windows: [{ open: "18:00", close: "21:00" }] }] }
    const state = after(
      [
        to("SetStationHours", "z", "2022-01-01", { hours: OpeningHours.always }),
        to("SetStationHours", "z", "2024-01-01", { hours: late }),
        { _tag: "CloseStation", station: "z", to: "2024-07-01" }
      ],
      before
    )
    const { hours } = station(state, "z")
    const openAt = (text: string) => OpenTimes.isOpen(hours, WorkCalendar.china, Date.parse(`${text}+08:00`))
    expect(openAt("2023-12-31T23:59")).toEqual(Result.succeed(true))
    expect(openAt("2024-01-01T00:00")).toEqual(Result.succeed(false))
    expect(openAt("2024-06-30T20:59")).toEqual(Result.succeed(true))
    expect(openAt("2024-07-01T20:00")).toEqual(Result.succeed(false))
    expect(decide(state, to("SetStationHours", "z", "2024-07-01", { hours: late }))).toMatchObject({
      code: "stations/StationPartUnknown"
    })
  })

  it("P-24 the stations that are open now are listed with their hours and when they close", () => {
    const noon = { rules: [{ id: "noon", sort: "noon", days: {}, windows: [{ open: "12:00", close: "13:00" }] }] }
    const state = after(
      [
        to("SetStationHours", "z", "2022-01-01", { hours: OpeningHours.always }),
        to("SetStationHours", "x", "2022-01-01", { hours: noon })
      ],
      before
    )
    const openAt = (text: string) => StationReview.openAt(state, WorkCalendar.china, Date.parse(`${text}+08:00`))
    expect(
      Result.getOrThrow(openAt("2024-10-10T12:30")).map((one) => [one.station, one.opening.sort, one.closes])
    ).toEqual([
      ["x", "noon", Date.parse("2024-10-10T13:00+08:00")],
      ["z", "regular", undefined]
    ])
    expect(Result.getOrThrow(openAt("2024-10-10T03:00"))).toHaveLength(1)
    expect(Result.getOrThrow(openAt("2088-10-10T12:30"))).toHaveLength(2)
    const worked = { rules: [{ ...noon.rules[0], days: { kinds: ["workday"] } }] }
    const asking = after([to("SetStationHours", "x", "2024-01-01", { hours: worked })], state)
    const unknown = StationReview.openAt(asking, WorkCalendar.china, Date.parse("2088-10-10T12:30+08:00"))
    expect(Result.isFailure(unknown) && unknown.failure.code).toBe("kernel/CalendarYearUnknown")
  })

  it("invariant 7: hours that contradict themselves are refused with the two rules", () => {
    const rule = (name: string, open: string, close: string) => ({
      id: name,
      sort: "regular",
      days: {},
      windows: [{ open, close }]
    })
    const hours = { rules: [rule("a", "09:00", "12:00"), rule("b", "11:59", "13:00")] }
    expect(decide(before, to("SetStationHours", "z", "2022-01-01", { hours }))).toMatchObject({
      code: "stations/HoursContradict",
      contradictions: [{ what: "rulesOverlap", between: ["a", "b"] }]
    })
    const met = { rules: [rule("a", "09:00", "12:00"), rule("b", "12:00", "13:00")] }
    expect(decide(before, to("SetStationHours", "z", "2022-01-01", { hours: met }))).toHaveLength(1)
  })

  it("a name that holds a telephone number is refused and not repeated", () => {
    const named = open("n", alone, "2021-01-01", { names: { zh: "驿站 13800005678" } })
    const refused = decide(before, named)
    expect(refused).toMatchObject({ code: "stations/StationTextPersonal", traces: ["mobile"] })
    expect(JSON.stringify(refused)).not.toContain("13800005678")
  })
})
