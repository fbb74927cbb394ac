import { Count, WorkCalendar } from "@louyu/kernel"
import { describe, expect, it } from "vitest"
import * as FacilityState from "../src/FacilityState.ts"
import * as Leftovers from "../src/Leftovers.ts"
import * as facilities from "./facilityScene.ts"
import * as points from "./pointScene.ts"
import * as rooms from "./roomScene.ts"
import * as stationings from "./stationingScene.ts"
import * as stations from "./stationScene.ts"

const known: Leftovers.Known = {
  stations: stations.after([
    stations.open("s", stations.alone, "2022-01-01"),
    { _tag: "CloseStation", station: "s", to: "2025-01-01" }
  ]),
  rooms: rooms.after([
    rooms.furnish("r", "reading"),
    rooms.furnish("gone", "reading"),
    { _tag: "RetireRoom", room: "gone", to: "2025-01-01" }
  ]),
  points: points.after([points.install("d", []), points.install("e", [], { station: "elsewhere" })]),
  stationings: stationings.after([stationings.come("tax", "tax-bureau", { every: "workday" })]),
  facilities: FacilityState.facilities(
    facilities.after([
      facilities.register("c", "canteen", Count.exact(1), { station: "s" }),
      facilities.register("free", "canteen", Count.exact(1))
    ])
  )
}
const on = (date: string) =>
  Leftovers.on(known, WorkCalendar.china, stations.day(date)).map(({ sort, id }) => `${sort} ${id}`)

describe("what is left when a station closes", () => {
  it("H-10 rooms, devices, departments and facilities that go on at a station that is not there are listed", () => {
    expect(on("2025-01-01")).toEqual(["facility c", "point d", "point e", "room r", "stationing tax"])
  })

  it("H-10 while the station is there nothing of its own is left over", () => {
    expect(on("2024-12-31")).toEqual(["point e"])
    expect(on("2021-12-31")).toEqual([])
  })
})
