import { Count, Decider } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import * as Facilities from "../src/Facilities.ts"
import * as FacilityEvent from "../src/FacilityEvent.ts"
import * as FacilityState from "../src/FacilityState.ts"
import * as PointEvent from "../src/PointEvent.ts"
import * as PointState from "../src/PointState.ts"
import * as RoomEvent from "../src/RoomEvent.ts"
import * as RoomState from "../src/RoomState.ts"
import * as Rooms from "../src/Rooms.ts"
import * as ServicePoints from "../src/ServicePoints.ts"
import * as StationEvent from "../src/StationEvent.ts"
import * as StationingEvent from "../src/StationingEvent.ts"
import * as StationingState from "../src/StationingState.ts"
import * as Stationings from "../src/Stationings.ts"
import * as StationState from "../src/StationState.ts"
import * as Stations from "../src/Stations.ts"
import * as facilities from "./facilityScene.ts"
import * as points from "./pointScene.ts"
import * as rooms from "./roomScene.ts"
import * as stationings from "./stationingScene.ts"
import * as stations from "./stationScene.ts"

// Through the text in which facts are stored, and back.
const stored = <A>(schema: Schema.Codec<A, unknown>, events: ReadonlyArray<A>): ReadonlyArray<A> =>
  JSON.parse(JSON.stringify(events.map((event) => Schema.encodeSync(schema)(event)))).map(
    Schema.decodeUnknownSync(schema)
  )

describe("facts that were stored", () => {
  it("stations are the same", () => {
    const { state, events, failures } = Decider.run(
      Stations.decider,
      StationState.initial,
      [
        stations.open("a", stations.main("c", "1+N"), "2021-01-01", { areaSquareMetres: 677.5 }),
        stations.open("b", stations.sub("a")),
        stations.open("c", stations.alone),
        stations.to("AttachStation", "c", "2021-02-01", { main: "a" }),
        stations.to("PromoteStation", "b", "2021-03-01"),
        stations.open("m", stations.main("e")),
        stations.to("ReattachStation", "c", "2021-03-02", { main: "m" }),
        stations.to("ArrangeSpace", "c", "2021-03-01", { source: "swapped", owner: "property" }),
        stations.to("AddressAudiences", "c", "2021-03-01", { audiences: ["riders"], places: ["tower-9"] }),
        stations.to("LabelStation", "c", "2021-03-01", { set: "sixMosts", labels: ["safety"] }),
        stations.to("SetStationHours", "c", "2021-03-01", { hours: { always: true } }),
        stations.to("DescribeCatchment", "c", "2021-03-01", { minutes: 15, enterprises: Count.atLeast(2000) }),
        { _tag: "AssessStation", station: "c", standard: "sixHaves", met: ["place"], on: "2021-03-01" } as const,
        stations.to("DetachStation", "c", "2021-04-01"),
        stations.to("FoundNetwork", "c", "2021-05-01", { cluster: "d" }),
        { _tag: "CloseStation", station: "c", to: "2021-06-01" } as const
      ].map(stations.command),
      stations.facts
    )
    expect(failures).toEqual([])
    expect(new Set(events.map(({ _tag }) => _tag)).size).toBe(13)
    expect(Decider.fold(Stations.decider, stored(StationEvent.Event, events))).toEqual(state)
  })

  it("rooms and bookings are the same", () => {
    const { state, events, failures } = Decider.run(
      Rooms.decider,
      RoomState.initial,
      [
        rooms.furnish("r", "reading", { capacity: 4, place: "floor-10" }),
        { _tag: "SetRoomHours", room: "r", hours: { rules: [], exceptions: [] }, from: "2022-02-01" } as const,
        rooms.book("b", "2024-01-02", "09:00", "10:00", { by: { person: "p-1" }, activity: "forum" }),
        rooms.out("o", "2024-01-02", { window: { open: "09:00", close: "12:00" } }),
        { _tag: "PutRoomBack", room: "r", outage: "o", from: "2024-01-03" } as const,
        { _tag: "CancelBooking", room: "r", booking: "b" } as const,
        { _tag: "RetireRoom", room: "r", to: "2025-01-01" } as const
      ].map(rooms.command),
      rooms.facts
    )
    expect(failures).toEqual([])
    expect(new Set(events.map(({ _tag }) => _tag)).size).toBe(7)
    expect(Decider.fold(Rooms.decider, stored(RoomEvent.Event, events))).toEqual(state)
  })

  it("devices, desks and items are the same", () => {
    const { state, events, failures } = Decider.run(
      ServicePoints.decider,
      PointState.initial,
      [
        points.item("i", { minutesBefore: Count.atLeast(60), minutesHere: Count.nearly(10) }),
        points.install("d", ["i"], { room: "area" }),
        { _tag: "AssignPointItems", point: "d", items: [], at: points.at("2023-01-01T00:00") } as const,
        points.fail("d", "2023-01-02T00:00"),
        points.restore("d", "2023-01-02T01:00"),
        { _tag: "RecordPointUse", point: "d", from: "2023-01-01", to: "2023-02-01", uses: Count.about(9) } as const,
        { _tag: "RemoveServicePoint", point: "d", at: points.at("2024-01-01T00:00") } as const
      ].map(points.command),
      points.facts
    )
    expect(failures).toEqual([])
    expect(new Set(events.map(({ _tag }) => _tag)).size).toBe(7)
    expect(Decider.fold(ServicePoints.decider, stored(PointEvent.Event, events))).toEqual(state)
  })

  it("facilities and what is shared are the same", () => {
    const { state, events, failures } = Decider.run(
      Facilities.decider,
      FacilityState.initial,
      [
        ...facilities.parking(Count.atLeast(20)),
        facilities.allocate("a", "staff", 5, "08:00", "18:00", { to: "2024-03-01" }),
        { _tag: "ReleaseSpaces", facility: "p", allocation: "a", from: "2024-02-01" } as const,
        { _tag: "ResizeFacility", facility: "p", quantity: Count.exact(30), from: "2024-02-01" } as const,
        { _tag: "CloseFacility", facility: "p", to: "2024-06-01" } as const
      ].map(facilities.command),
      facilities.facts
    )
    expect(failures).toEqual([])
    expect(new Set(events.map(({ _tag }) => _tag)).size).toBe(6)
    expect(Decider.fold(Facilities.decider, stored(FacilityEvent.Event, events))).toEqual(state)
  })

  it("departments at stations are the same", () => {
    const weekly = { weekdays: [2], everyWeeks: 2, onHolidays: true }
    const { state, events, failures } = Decider.run(
      Stationings.decider,
      StationingState.initial,
      [
        stationings.come("s", "tax", weekly, { services: ["invoice"], to: "2025-01-01" }),
        { _tag: "SkipStationing", stationing: "s", date: "2024-01-16", reason: "培训" } as const,
        { _tag: "MoveStationing", stationing: "s", date: "2024-01-30", to: "2024-01-31" } as const,
        { _tag: "EndStationing", stationing: "s", to: "2024-06-01" } as const
      ].map(stationings.command),
      stationings.facts
    )
    expect(failures).toEqual([])
    expect(new Set(events.map(({ _tag }) => _tag)).size).toBe(4)
    expect(Decider.fold(Stationings.decider, stored(StationingEvent.Event, events))).toEqual(state)
  })

  it("every version of the shape of facts is the first", () => {
    const versions = [StationEvent, RoomEvent, PointEvent, FacilityEvent, StationingEvent].map(
      (one) => one.schemaVersion
    )
    expect(versions).toEqual([1, 1, 1, 1, 1])
  })
})
