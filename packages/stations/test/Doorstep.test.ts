import { WorkCalendar } from "@louyu/kernel"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import * as Access from "../src/Access.ts"
import * as Network from "../src/Network.ts"
import * as ServiceItems from "../src/ServiceItems.ts"
import { ItemId } from "../src/StationCode.ts"
import * as StationReview from "../src/StationReview.ts"
import * as points from "./pointScene.ts"
import * as rooms from "./roomScene.ts"
import * as stations from "./stationScene.ts"

const { at, station } = points
const { day, unit } = stations
const on = day("2024-10-01")
const items = ["licence", "foodPermit", "medicalFiling", "insuranceQuery", "invoice"]

describe("a citizen home at the door", () => {
  const home = stations.after([
    stations.open("s", stations.alone, "2022-06-01", { kind: "citizenHome", place: "lobby-a" }),
    stations.to("SetStationHours", "s", "2022-06-01", { hours: { always: true } }),
    stations.to("AddressAudiences", "s", "2022-06-01", {
      audiences: ["shops", "enterprises", "residents"],
      places: ["estate"]
    }),
    stations.open("desk", stations.alone, "2022-06-01", { place: "street-hall" })
  ])
  const devices = points.after([
    ...items.map((name) => points.item(name)),
    points.install("d1", items.slice(0, 3)),
    points.install("d2", items.slice(2)),
    points.install("other", items.slice(0, 2), { station: "desk" })
  ])
  const wanted = items.map((name) => ItemId.make(name))

  it("H-24 shops, firms and residents get everything on one way there, day and night; elsewhere only a part", () => {
    expect(Network.on(home, on, "citizenHome").map(({ station: one }) => one.opened.station)).toEqual(["s"])
    for (const audience of ["shops", "enterprises", "residents"]) {
      expect(StationReview.serving(home, audience, on, unit("estate"))).toEqual(["s"])
    }
    expect(StationReview.serving(home, "riders", on)).toEqual([])
    const night = at("2024-10-01T23:30")
    expect(ServiceItems.oneStop(devices, wanted, night)).toEqual([station])
    expect(ServiceItems.oneStop(devices, wanted.slice(0, 2), night)).toEqual(["desk", station])
    const places: Access.Places = { stations: home, rooms: rooms.after([]), calendar: WorkCalendar.china }
    expect(Result.getOrThrow(Access.itemsAt(places, devices, station, night))).toEqual(items.toSorted())
  })

  it("H-24 it is one stop no longer when what only one device has is out, and again when that is back", () => {
    const failed = points.after([points.fail("d2", "2024-10-01T08:00")], devices)
    expect(ServiceItems.oneStop(failed, wanted, at("2024-10-01T09:00"))).toEqual([])
    // Filing is had on the other device as well.
    expect(ServiceItems.oneStop(failed, wanted.slice(0, 3), at("2024-10-01T09:00"))).toEqual([station])
    const back = points.after([points.restore("d2", "2024-10-01T10:00")], failed)
    expect(ServiceItems.oneStop(back, wanted, at("2024-10-01T10:00"))).toEqual([station])
    expect(ServiceItems.oneStop(back, [ItemId.make("passport"), ...wanted], at("2024-10-01T10:00"))).toEqual([])
  })

  it("F-13 a station is open to neighbours it addresses, from that day on, and to no other place", () => {
    const near = stations.to("AddressAudiences", "desk", "2023-01-01", {
      audiences: ["residents"],
      places: ["tower-2"]
    })
    const open = stations.after([near], home)
    const to = (place: string, date = "2024-10-01") => StationReview.openTo(open, unit(place), day(date))
    expect([to("tower-2"), to("tower-2", "2022-12-31"), to("tower-3"), to("estate")]).toEqual([["desk"], [], [], ["s"]])
    expect(StationReview.serving(open, "residents", on)).toEqual(["desk", "s"])
    expect(StationReview.serving(open, "residents", on, unit("tower-2"))).toEqual(["desk"])
    expect(StationReview.serving(open, "enterprises", on, unit("tower-2"))).toEqual([])
    // Who was addressed is not, once others are; a place there is not is none.
    const only = stations.to("AddressAudiences", "desk", "2024-01-01", { audiences: ["staff"] })
    const closed = stations.after([only], open)
    expect(StationReview.openTo(closed, unit("tower-2"), on)).toEqual([])
    const nowhere = stations.to("AddressAudiences", "desk", "2023-01-01", {
      audiences: ["residents"],
      places: ["nowhere"]
    })
    expect(stations.decide(home, nowhere)).toMatchObject({ code: "stations/StationPartUnknown", sort: "unit" })
  })
})
