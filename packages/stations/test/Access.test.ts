import { WorkCalendar } from "@louyu/kernel"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import * as Access from "../src/Access.ts"
import * as points from "./pointScene.ts"
import * as rooms from "./roomScene.ts"
import * as stations from "./stationScene.ts"

const { at, station } = points
const weekdays = [1, 2, 3, 4, 5]
const day = { id: "day", sort: "regular", days: { weekdays }, windows: [{ open: "09:00", close: "17:30" }] }
const worked = { ...day, days: { weekdays, kinds: ["workday"] } }
const places: Access.Places = {
  stations: stations.after([
    stations.open("s", stations.alone, "2022-01-01"),
    stations.to("SetStationHours", "s", "2022-01-01", { hours: { rules: [day] } }),
    { _tag: "CloseStation", station: "s", to: "2025-01-01" }
  ]),
  rooms: rooms.after([
    rooms.furnish("area", "selfService24h"),
    { _tag: "SetRoomHours", room: "area", hours: { always: true }, from: "2022-06-01" }
  ]),
  calendar: WorkCalendar.china
}
const devices = points.after([
  points.item("invoice"),
  points.item("licence"),
  points.item("advice"),
  points.install("kiosk", ["invoice", "licence"], { room: "area" }),
  points.install("counter", ["licence", "advice"], { sort: "desk", kind: "counter" })
])
const items = (text: string, state = devices) => Result.getOrThrow(Access.itemsAt(places, state, station, at(text)))

describe("what can be had at a station now", () => {
  it("H-12 the 24-hour area of a station offers its items when the station is closed", () => {
    expect(items("2024-10-10T10:00")).toEqual(["advice", "invoice", "licence"])
    expect(items("2024-10-10T20:00")).toEqual(["invoice", "licence"])
    expect(items("2024-10-13T10:00")).toEqual(["invoice", "licence"])
  })

  it("H-23 an item is there when its device is in service and its door is open, not otherwise", () => {
    const failed = points.after([points.fail("kiosk", "2024-10-10T08:00")], devices)
    expect(items("2024-10-10T10:00", failed)).toEqual(["advice", "licence"])
    expect(items("2024-10-10T20:00", failed)).toEqual([])
  })

  it("H-23 a station that is closed for good offers nothing, and an unknown year is no guess", () => {
    expect(items("2025-01-01T10:00")).toEqual([])
    const open: Access.Places = {
      ...places,
      stations: stations.after([
        stations.open("s", stations.alone, "2022-01-01"),
        stations.to("SetStationHours", "s", "2022-01-01", { hours: { rules: [worked] } })
      ])
    }
    const found = Access.itemsAt(open, devices, station, at("2088-01-05T10:00"))
    expect(Result.isFailure(found) && found.failure.code).toBe("kernel/CalendarYearUnknown")
  })
})
