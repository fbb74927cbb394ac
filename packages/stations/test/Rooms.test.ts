import { CivilDate, Period, Timeline, TimeWindow, WorkCalendar } from "@louyu/kernel"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import * as Bookings from "../src/Bookings.ts"
import * as Days from "../src/Days.ts"
import * as OpenTimes from "../src/OpenTimes.ts"
import * as State from "../src/RoomState.ts"
import { StationId } from "../src/StationCode.ts"
import { after, book, day, decide, furnish, out, room } from "./roomScene.ts"

const on = day("2024-10-10")
const month = { from: day("2024-10-01"), to: day("2024-11-01") }
const one = after([furnish("r", "exchange", { capacity: 20 })])
const kinds = (state: State.State) =>
  State.roomsOf(state, StationId.make("s"), on).map(({ furnished }) => furnished.kind)

describe("function rooms", () => {
  it("H-09 a centre has reading, fitness, counselling and exchange rooms, and is used by the hour", () => {
    const centre = after(["reading", "fitness", "counselling", "exchange"].map((kind) => furnish(`r-${kind}`, kind)))
    expect(kinds(centre)).toHaveLength(4)
    const used = after(
      [
        book("b1", "2024-10-10", "11:30", "13:15"),
        book("b2", "2024-10-11", "12:00", "12:30"),
        book("b3", "2024-11-01", "12:00", "13:00")
      ],
      one
    )
    const hours = Bookings.minutesByHour(room(used), month)
    expect(hours.slice(11, 14)).toEqual([30, 90, 15])
    expect(hours.reduce((a, b) => a + b)).toBe(135)
  })

  it("D-05 a centre trains, receives investors, shows films and VR, and rests: each is a room of its kind", () => {
    const five = ["training", "investmentReception", "audioVideo", "virtualReality", "leisure"]
    expect(kinds(after(five.map((kind) => furnish(`t3-${kind}`, kind, { place: "t3-1107" }))))).toEqual(five)
    expect(decide(one, furnish("k", "karaoke"))).toMatchObject({ sort: "roomKind", id: "karaoke" })
  })

  it("F-15 a service zone has seven spaces", () => {
    const seven = ["exhibition", "talentWall", "serviceCentre", "gallery", "publicReading", "selfService", "outdoor"]
    const zone = after(seven.map((kind) => furnish(`f-${kind}`, kind, { from: "2022-10-11" })))
    expect(kinds(zone)).toEqual(seven)
    expect(State.roomsOf(zone, StationId.make("s"), day("2022-10-10"))).toEqual([])
  })

  it("H-12 a 24-hour area and a health cabin have hours of their own", () => {
    const state = after([
      furnish("day-and-night", "selfService24h"),
      furnish("cabin", "healthCabin"),
      { _tag: "SetRoomHours", room: "day-and-night", hours: { always: true }, from: "2022-01-01" }
    ])
    const { hours } = room(state, "day-and-night")
    const night = Date.parse("2024-02-10T03:00+08:00")
    expect(OpenTimes.isOpen(hours, WorkCalendar.china, night)).toEqual(Result.succeed(true))
    const rule = { id: "a", sort: "regular", days: {}, windows: [{ open: "09:00", close: "12:00" }] } as const
    expect(
      decide(state, {
        _tag: "SetRoomHours",
        room: "cabin",
        hours: { rules: [rule, { ...rule, id: "b" }] },
        from: "2022-01-01"
      })
    ).toMatchObject({ code: "stations/HoursContradict", id: "cabin" })
  })

  it("a room is given up once, and is of a station that is there", () => {
    const gone = after([{ _tag: "RetireRoom", room: "r", to: "2024-01-01" }], one)
    expect(kinds(gone)).toEqual([])
    expect(decide(gone, { _tag: "RetireRoom", room: "r", to: "2024-02-01" })).toMatchObject({ sort: "room" })
    expect(decide(gone, book("b", "2024-01-01", "09:00", "10:00"))).toMatchObject({ sort: "room" })
    expect(decide(one, { _tag: "RetireRoom", room: "r", to: "2022-01-01" })).toMatchObject({
      code: "kernel/PeriodReversed"
    })
    expect(decide(one, furnish("x", "exchange", { station: "none" }))).toMatchObject({ sort: "station" })
    expect(decide(one, book("b", "2090-01-01", "09:00", "10:00"))).toMatchObject({ sort: "station" })
    expect(decide(one, furnish("r", "fitness"))).toMatchObject({ code: "stations/StationIdTaken", sort: "room" })
  })
})

describe("bookings", () => {
  const booked = after([book("b1", "2024-10-10", "12:00", "13:00", { attendees: 20 })], one)

  it("invariant 8: a time that somebody has is refused with who has it, the minute after it is free", () => {
    expect(decide(booked, book("b2", "2024-10-10", "12:59", "14:00"))).toMatchObject({
      code: "stations/RoomAlreadyBooked",
      booking: "b1",
      open: "12:00",
      close: "13:00"
    })
    expect(decide(booked, book("b2", "2024-10-10", "11:00", "15:00"))).toMatchObject({ booking: "b1" })
    expect(decide(booked, book("b2", "2024-10-10", "13:00", "14:00"))).toHaveLength(1)
    expect(decide(booked, book("b2", "2024-10-10", "11:00", "12:00"))).toHaveLength(1)
    expect(decide(booked, book("b2", "2024-10-11", "12:00", "13:00"))).toHaveLength(1)
  })

  it("a booking that was taken back frees its time, and is not made again by its old words", () => {
    const cancel = { _tag: "CancelBooking", room: "r", booking: "b1" } as const
    const free = after([cancel], booked)
    expect(Bookings.free(room(free), on)).toEqual(TimeWindow.make(["00:00", "24:00"]))
    expect(decide(free, cancel)).toEqual([])
    expect(decide(free, book("b1", "2024-10-10", "12:00", "13:00", { attendees: 20 }))).toEqual([])
    expect(decide(free, book("b1", "2024-10-12", "12:00", "13:00"))).toMatchObject({ code: "stations/StationIdTaken" })
    expect(decide(free, { ...cancel, booking: "b9" })).toMatchObject({ sort: "booking" })
  })

  it("more people than the room holds are refused", () => {
    expect(decide(booked, book("b2", "2024-10-11", "12:00", "13:00", { attendees: 21 }))).toMatchObject({
      code: "stations/RoomTooSmall",
      capacity: 20,
      attendees: 21
    })
    expect(decide(booked, book("b2", "2024-10-11", "12:00", "13:00", { by: { unit: "nobody" } }))).toMatchObject({
      sort: "unit"
    })
    expect(decide(booked, book("b2", "2024-10-11", "12:00", "13:00", { by: { person: "p-7" } }))).toHaveLength(1)
  })

  it("H-09 a room out of service refuses bookings and lists those it had", () => {
    const closed = after([out("paint", "2024-10-09", { to: "2024-10-12" })], booked)
    expect(decide(closed, book("b2", "2024-10-11", "18:00", "19:00"))).toMatchObject({
      code: "stations/RoomOutOfService",
      outage: "paint",
      date: "2024-10-11"
    })
    expect(Bookings.affected(room(closed)).map(({ booking }) => booking)).toEqual(["b1"])
    expect(Bookings.free(room(closed), on)).toEqual([])
    const back = after([{ _tag: "PutRoomBack", room: "r", outage: "paint", from: "2024-10-10" }], closed)
    expect(Bookings.affected(room(back))).toEqual([])
    expect(decide(back, { _tag: "PutRoomBack", room: "r", outage: "paint", from: "2024-10-11" })).toMatchObject({
      sort: "outage"
    })
  })

  it("H-09 a room may be out of service at one time of the day only", () => {
    const mornings = after([out("lift", "2024-10-10", { window: { open: "08:00", close: "12:00" } })], booked)
    expect(Bookings.affected(room(mornings))).toEqual([])
    expect(decide(mornings, book("b2", "2024-12-01", "11:30", "12:30"))).toMatchObject({ outage: "lift" })
    expect(Bookings.free(room(mornings), on, TimeWindow.make(["09:00", "18:00"]))).toEqual(
      TimeWindow.make(["13:00", "18:00"])
    )
    expect(decide(mornings, out("lift", "2025-01-01"))).toMatchObject({
      code: "stations/StationIdTaken",
      sort: "outage"
    })
  })

  it("P-24 a noon hour that comes every week is a series of bookings", () => {
    const weeks = Array.from({ length: 4 }, (_, n) => CivilDate.addDays(day("2024-10-09"), n * 7))
    const series = after(
      weeks.map((date, n) => book(`noon-${n}`, date, "12:00", "13:00", { series: "noonHour" })),
      one
    )
    expect(Bookings.ofSeries(series, "noonHour", month).map(({ date }) => date)).toEqual(weeks)
    expect(Bookings.ofSeries(series, "buildingForum", month)).toEqual([])
  })

  it("P-25 a festival, a training and a consultation find their rooms by their activity", () => {
    const state = after(
      [
        book("b1", "2024-11-11", "18:00", "21:00", { activity: "rider-care-week" }),
        book("b2", "2024-10-20", "09:00", "11:00", { activity: "short-video-training" }),
        book("b3", "2024-10-19", "09:00", "11:00", { activity: "short-video-training" }),
        book("b4", "2024-10-21", "09:00", "10:00", { activity: "policy-at-the-door" })
      ],
      one
    )
    expect(Bookings.ofActivity(state, "short-video-training").map(({ booking }) => booking)).toEqual(["b3", "b2"])
    expect(Bookings.ofActivity(state, "rider-care-week").map(({ date }) => date)).toEqual(["2024-11-11"])
    expect(Bookings.ofActivity(state, "policy-at-the-door")).toHaveLength(1)
  })

  it("P-24 bookings outside opening hours are found", () => {
    const schedule = Timeline.since(day("2022-01-01"), {
      rules: [{ id: "day", sort: "regular", days: Days.workdays, windows: TimeWindow.make(["09:00", "17:30"]) }]
    } as const)
    const state = after(
      [
        book("late", "2024-10-11", "17:00", "18:00"),
        book("sunday", "2024-10-20", "10:00", "11:00"),
        book("madeUp", "2024-10-12", "10:00", "11:00")
      ],
      booked
    )
    const found = Result.getOrThrow(Bookings.outsideHours(room(state), schedule, WorkCalendar.china, month))
    expect(found.map(({ booking }) => booking)).toEqual(["late", "sunday"])
    const unknown = Bookings.outsideHours(
      room(after([book("far", "2088-01-05", "09:00", "10:00")], one)),
      schedule,
      WorkCalendar.china,
      Period.ofYear(2088)
    )
    expect(Result.isFailure(unknown) && unknown.failure.code).toBe("kernel/CalendarYearUnknown")
  })

  it("a reason that holds a telephone number is refused", () => {
    expect(decide(one, out("x", "2024-10-10", { reason: "找 13800005678" }))).toMatchObject({
      code: "stations/StationTextPersonal"
    })
  })
})
