import * as fc from "fast-check"
import { moment } from "./caseRows.ts"
import { cell, id, named, yes } from "./listWords.ts"
import { from, given, maybe, person, text, to, unit, type Written } from "./rows.ts"
import { qualified, time } from "./stationRows.ts"

const station = id("st")
const room = id("rm")
const device = id("dv")
const people = fc.integer({ min: 1, max: 400 })
const items = fc.uniqueArray(id("it"), { maxLength: 3 })

const furnished = fc
  .record({
    room,
    station,
    kind: fc.constantFrom(["健康小屋", "healthCabin"] as const, ["Meeting", "meeting"] as const),
    name: text,
    nameEn: maybe(text),
    place: maybe(unit),
    area: maybe(people),
    capacity: maybe(people),
    from,
    to: maybe(to)
  })
  .map(
    (one): Written => ({
      file: "rooms.csv",
      cells: {
        room: one.room,
        station: one.station,
        kind: one.kind[0],
        name: one.name,
        nameEn: one.nameEn ?? "",
        place: one.place ?? "",
        area: cell(one.area),
        capacity: cell(one.capacity),
        from: one.from,
        to: one.to ?? ""
      },
      commands: [
        given({
          _tag: "FurnishRoom",
          room: one.room,
          station: one.station,
          kind: one.kind[1],
          names: named(one.name, one.nameEn),
          place: one.place,
          areaSquareMetres: one.area,
          capacity: one.capacity,
          from: one.from
        }),
        ...(one.to === undefined ? [] : [{ _tag: "RetireRoom", room: one.room, to: one.to }])
      ]
    })
  )

const takenOut = fc
  .record({ room, outage: id("ou"), from, to: maybe(to), time: maybe(time), reason: text, back: maybe(to) })
  .map(
    (one): Written => ({
      file: "room-outages.csv",
      cells: {
        room: one.room,
        outage: one.outage,
        from: one.from,
        to: one.to ?? "",
        time: one.time?.cell ?? "",
        reason: one.reason,
        back: one.back ?? ""
      },
      commands: [
        given({
          _tag: "TakeRoomOut",
          room: one.room,
          outage: one.outage,
          from: one.from,
          to: one.to,
          window: one.time?.data,
          reason: one.reason
        }),
        ...(one.back === undefined ? [] : [{ _tag: "PutRoomBack", room: one.room, outage: one.outage, from: one.back }])
      ]
    })
  )

const booked = fc
  .record({
    room,
    booking: id("bk"),
    date: from,
    time,
    by: fc.oneof(
      unit.map((one) => ({ unit: one })),
      person.map((one) => ({ person: one }))
    ),
    attendees: maybe(people),
    activity: maybe(id("ac")),
    series: maybe(id("se")),
    cancelled: maybe(fc.boolean())
  })
  .map((one): Written => {
    const of = { room: one.room, booking: one.booking }
    return {
      file: "bookings.csv",
      cells: {
        ...of,
        date: one.date,
        time: one.time.cell,
        ...one.by,
        attendees: cell(one.attendees),
        activity: one.activity ?? "",
        series: one.series ?? "",
        cancelled: yes(one.cancelled)
      },
      commands: [
        given({
          _tag: "BookRoom",
          ...of,
          date: one.date,
          window: one.time.data,
          by: one.by,
          attendees: one.attendees,
          activity: one.activity,
          series: one.series
        }),
        ...(one.cancelled === true ? [{ _tag: "CancelBooking", ...of }] : [])
      ]
    }
  })

const listed = fc
  .record({ item: id("it"), name: text, nameEn: maybe(text), before: maybe(qualified), here: maybe(qualified) })
  .map(
    (one): Written => ({
      file: "items.csv",
      cells: {
        item: one.item,
        name: one.name,
        nameEn: one.nameEn ?? "",
        minutesBefore: one.before?.cell ?? "",
        minutesHere: one.here?.cell ?? ""
      },
      commands: [
        given({
          _tag: "ListServiceItem",
          item: one.item,
          names: named(one.name, one.nameEn),
          minutesBefore: one.before?.data,
          minutesHere: one.here?.data
        })
      ]
    })
  )

const installed = fc
  .record({
    device,
    sort: maybe(fc.constantFrom(["窗口", "desk"] as const, ["device", "device"] as const)),
    kind: fc.constantFrom(["社保自助机", "socialSecurity"] as const, ["counter", "counter"] as const),
    name: text,
    nameEn: maybe(text),
    station,
    room: maybe(room),
    items,
    at: moment,
    removed: fc.boolean()
  })
  .map(
    (one): Written => ({
      file: "devices.csv",
      cells: {
        device: one.device,
        sort: one.sort?.[0] ?? "",
        kind: one.kind[0],
        name: one.name,
        nameEn: one.nameEn ?? "",
        station: one.station,
        room: one.room ?? "",
        items: one.items.join("；"),
        installed: one.at.cell,
        removed: one.removed ? "2029-01-01" : ""
      },
      commands: [
        given({
          _tag: "InstallServicePoint",
          point: one.device,
          sort: one.sort?.[1] ?? "device",
          kind: one.kind[1],
          names: named(one.name, one.nameEn),
          station: one.station,
          room: one.room,
          items: one.items,
          at: one.at.at
        }),
        ...(one.removed
          ? [{ _tag: "RemoveServicePoint", point: one.device, at: Date.parse("2029-01-01T00:00+08:00") }]
          : [])
      ]
    })
  )

const offered = fc.record({ device, items, at: moment }).map(
  ({ device: point, items: all, at }): Written => ({
    file: "device-items.csv",
    cells: { device: point, items: all.join(";"), at: at.cell },
    commands: [{ _tag: "AssignPointItems", point, items: all, at: at.at }]
  })
)

const failed = fc.record({ device, at: moment, reason: text, restored: fc.boolean() }).map(
  ({ device: point, at, reason, restored }): Written => ({
    file: "outages.csv",
    cells: { device: point, failed: at.cell, reason, restored: restored ? "2029-01-01 8:00" : "" },
    commands: [
      { _tag: "FailServicePoint", point, reason, at: at.at },
      ...(restored ? [{ _tag: "RestoreServicePoint", point, at: Date.parse("2029-01-01T08:00+08:00") }] : [])
    ]
  })
)

const used = fc.record({ device, item: maybe(id("it")), from, to, uses: qualified }).map(
  (one): Written => ({
    file: "device-uses.csv",
    cells: { device: one.device, item: one.item ?? "", from: one.from, to: one.to, uses: one.uses.cell },
    commands: [
      given({
        _tag: "RecordPointUse",
        point: one.device,
        item: one.item,
        from: one.from,
        to: one.to,
        uses: one.uses.data
      })
    ]
  })
)

const few = <A>(one: fc.Arbitrary<A>) => fc.array(one, { maxLength: 2 })

/** Rows about rooms and devices at stations, on the units of the other rows. */
export const roomRows: fc.Arbitrary<ReadonlyArray<Written>> = fc
  .tuple(
    few(furnished),
    few(takenOut),
    fc.uniqueArray(booked, { selector: ({ cells }) => `${cells.room} ${cells.booking}`, maxLength: 2 }),
    fc.uniqueArray(listed, { selector: ({ cells }) => cells.item, maxLength: 2 }),
    few(installed),
    few(offered),
    few(failed),
    few(used)
  )
  .map((parts) => parts.flat())
