import * as fc from "fast-check"
import { cell, id, named } from "./listWords.ts"
import { from, given, maybe, text, to, unit, type Written } from "./rows.ts"
import { days, qualified, time } from "./stationRows.ts"

const station = id("st")
const people = fc.integer({ min: 1, max: 400 })

const facilities = fc
  .record({
    facility: id("fa"),
    name: text,
    nameEn: maybe(text),
    place: unit,
    station: maybe(station),
    operator: maybe(unit),
    provider: maybe(unit),
    served: fc.boolean(),
    quantities: fc.uniqueArray(fc.tuple(from, qualified), { selector: ([on]) => on, minLength: 1, maxLength: 2 }),
    to: maybe(to)
  })
  .map((one): ReadonlyArray<Written> => {
    const [first] = one.quantities.map(([on]) => on).sort()
    return one.quantities.map(([on, quantity]) => ({
      file: "facilities.csv",
      cells: {
        facility: one.facility,
        kind: "潮汐停车位",
        name: one.name,
        nameEn: one.nameEn ?? "",
        place: one.place,
        station: one.station ?? "",
        quantity: quantity.cell,
        operator: one.operator ?? "",
        provider: one.provider ?? "",
        audiences: one.served ? "周边居民;staff" : "",
        from: on,
        to: one.to ?? ""
      },
      commands:
        on !== first
          ? [{ _tag: "ResizeFacility", facility: one.facility, quantity: quantity.data, from: on }]
          : [
              given({
                _tag: "RegisterFacility",
                facility: one.facility,
                kind: "tidalParking",
                names: named(one.name, one.nameEn),
                place: one.place,
                station: one.station,
                quantity: quantity.data,
                operator: one.operator,
                provider: one.provider,
                audiences: one.served ? ["residents", "staff"] : undefined,
                from: on
              }),
              ...(one.to === undefined ? [] : [{ _tag: "CloseFacility", facility: one.facility, to: one.to }])
            ]
    }))
  })

const shared = fc
  .record({ facility: id("fa"), from, rows: fc.constantFrom(0, 1, 2), turned: fc.boolean() })
  .map(({ facility, from: on, rows, turned }): ReadonlyArray<Written> => {
    const of = { facility, audience: "周边居民", from: on }
    const all = [
      { cells: { days: "周末", times: "0:00-24:00" }, days: { kinds: ["weekend"] }, open: "00:00", close: "24:00" },
      {
        cells: { days: "工作日", times: "18:00-24:00" },
        days: { kinds: ["workday", "makeUpWorkday"] },
        open: "18:00",
        close: "24:00"
      }
    ]
    const some = all.slice(0, rows)
    const windows = some.map(({ days: meant, open, close }) => ({ days: meant, windows: [{ open, close }] }))
    const command = {
      _tag: "SetSharedWindows",
      facility,
      audience: "residents",
      shared: windows.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
      from: on
    }
    const written =
      some.length === 0 ? [of] : (turned ? some.toReversed() : some).map(({ cells }) => ({ ...of, ...cells }))
    return written.map((cells, n) => ({ file: "shared-windows.csv", cells, commands: n === 0 ? [command] : [] }))
  })

const allocated = fc
  .record({
    facility: id("fa"),
    allocation: id("al"),
    unit,
    spaces: people,
    days,
    time,
    from,
    to: maybe(to),
    released: maybe(to)
  })
  .map((one): Written => {
    const of = { facility: one.facility, allocation: one.allocation }
    return {
      file: "allocations.csv",
      cells: {
        ...of,
        audience: "residents",
        unit: one.unit,
        spaces: cell(one.spaces),
        days: one.days.cell,
        time: one.time.cell,
        from: one.from,
        to: one.to ?? "",
        released: one.released ?? ""
      },
      commands: [
        given({
          _tag: "AllocateSpaces",
          ...of,
          audience: "residents",
          unit: one.unit,
          spaces: one.spaces,
          days: one.days.data,
          window: one.time.data,
          from: one.from,
          to: one.to
        }),
        ...(one.released === undefined ? [] : [{ _tag: "ReleaseSpaces", ...of, from: one.released }])
      ]
    }
  })

const patterns = fc.constantFrom(
  { cells: {}, data: { every: "workday" } },
  { cells: { weekdays: "周二" }, data: { weekdays: [2], everyWeeks: 1 } },
  { cells: { weekdays: "1-3", everyWeeks: "2" }, data: { weekdays: [1, 2, 3], everyWeeks: 2 } },
  { cells: { weekdays: "六、日", onHolidays: "是" }, data: { weekdays: [6, 7], everyWeeks: 1, onHolidays: true } }
)
const stationed = fc
  .record({
    stationing: id("sg"),
    station,
    department: unit,
    name: text,
    nameEn: maybe(text),
    services: maybe(fc.uniqueArray(id("sv"), { minLength: 1, maxLength: 2 })),
    pattern: patterns,
    time,
    from,
    to: maybe(to),
    ended: maybe(to)
  })
  .map(
    (one): Written => ({
      file: "stationings.csv",
      cells: {
        stationing: one.stationing,
        station: one.station,
        department: one.department,
        name: one.name,
        nameEn: one.nameEn ?? "",
        services: (one.services ?? []).join(";"),
        ...one.pattern.cells,
        time: one.time.cell,
        from: one.from,
        to: one.to ?? "",
        ended: one.ended ?? ""
      },
      commands: [
        given({
          _tag: "StationDepartment",
          stationing: one.stationing,
          station: one.station,
          department: one.department,
          names: named(one.name, one.nameEn),
          services: one.services,
          pattern: one.pattern.data,
          window: one.time.data,
          from: one.from,
          to: one.to
        }),
        ...(one.ended === undefined ? [] : [{ _tag: "EndStationing", stationing: one.stationing, to: one.ended }])
      ]
    })
  )

const moved = fc
  .record({ stationing: id("sg"), date: from, instead: maybe(fc.record({ to, time: maybe(time) })), reason: text })
  .map(
    ({ stationing, date, instead, reason }): Written => ({
      file: "stationing-changes.csv",
      cells:
        instead === undefined
          ? { stationing, date, reason }
          : { stationing, date, to: instead.to, time: instead.time?.cell ?? "" },
      commands: [
        instead === undefined
          ? { _tag: "SkipStationing", stationing, date, reason }
          : given({ _tag: "MoveStationing", stationing, date, to: instead.to, window: instead.time?.data })
      ]
    })
  )

const few = <A>(one: fc.Arbitrary<A>) => fc.array(one, { maxLength: 2 })

/** Rows about facilities and departments at stations, on the units of the other rows. */
export const facilityRows: fc.Arbitrary<ReadonlyArray<Written>> = fc
  .tuple(
    fc.uniqueArray(facilities, { selector: ([row]) => row?.cells.facility, maxLength: 2 }).map((all) => all.flat()),
    fc
      .uniqueArray(shared, { selector: ([row]) => `${row?.cells.facility} ${row?.cells.from}`, maxLength: 2 })
      .map((all) => all.flat()),
    few(allocated),
    few(stationed),
    few(moved)
  )
  .map((parts) => parts.flat())
