import { CivilDate, Instant, Period, TimeWindow, WorkCalendar } from "@louyu/kernel"
import {
  Bookings,
  FacilityState,
  OpenTimes,
  PointState,
  RoomState,
  ServiceItems,
  Sharing,
  StationCatalogue,
  StationCode,
  StationingState,
  StationReview,
  StationState
} from "@louyu/stations"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { sheet } from "./caseFolder.ts"
import { allocated, booked, equipped, furnished, open } from "./serviceFolder.ts"
import { carryOut, type Known, stationed } from "./stationFolder.ts"

type Texts = Readonly<Record<string, string>>

const date = CivilDate.make
const calendar = WorkCalendar.china
const at = (day: string, minute = 0) => Instant.of(date(day), calendar, minute)
const red = StationCode.StationId.make("red-1")

describe("hours.csv", () => {
  const files = open(
    "red-1,,常规,工作日,13:30-17:30;8:30-11:30,,,2021-01-01",
    "red-1,,noon,周一至周五,12:00-13:00,,,2021-01-01",
    "red-1,,weekend,周末,10:00-16:00,2024-07-01..2024-09-01,暑期,2021-01-01",
    "red-1,,关闭,,,2024-10-01..2024-10-08,国庆,2021-01-01",
    "red-1,,extended,,9:00-21:00,2024-11-11,,2021-01-01",
    "rider-1,,全天候,,,,,2021-01-01"
  )
  const openAt = ({ stations }: Known, station: string, day: string, time: string): boolean => {
    const found = StationState.station(stations, StationCode.StationId.make(station))
    const minute = TimeWindow.minuteOf(TimeWindow.TimeOfDay.make(time))
    return Result.getOrThrow(OpenTimes.isOpen(found?.hours ?? [], calendar, at(day, minute)))
  }

  it("P-24 H-12 H-23 hours of the noon, weekend, holiday and night hold on the working calendar", () => {
    const { known, refused } = carryOut(files)
    expect(refused).toEqual([])
    const asked = [
      ["red-1", "2024-06-03", "09:00"],
      ["red-1", "2024-06-03", "12:30"],
      ["red-1", "2024-06-03", "13:15"],
      ["red-1", "2024-06-08", "11:00"],
      ["red-1", "2024-07-06", "11:00"],
      ["red-1", "2024-10-03", "09:00"],
      ["red-1", "2024-11-11", "20:59"],
      ["red-1", "2024-04-28", "09:00"],
      ["rider-1", "2024-10-03", "03:00"]
    ] as const
    expect(asked.map(([of, day, time]) => openAt(known, of, day, time))).toEqual([
      true,
      true,
      false,
      false,
      true,
      false,
      true,
      true,
      true
    ])
    expect(
      Result.getOrThrow(StationReview.openAt(known.stations, calendar, at("2024-06-03", 200))).map((one) => one.station)
    ).toEqual(["rider-1"])
    expect(carryOut(files, known)).toMatchObject({ refused: [], events: 0 })
  })

  it("P-24 a row adds to those in force, and one that is replaced ends where its successor begins", () => {
    const rows = sheet(
      "station,sort,days,times,dates,from,to",
      "red-1,常规,工作日,9:00-17:00,,2021-01-01,2023-01-01",
      "red-1,午间,工作日,17:00-18:00,,2022-01-01,",
      "red-1,关闭,,,2022-05-05,2022-05-01,",
      "red-1,常规,工作日,8:00-16:00,,2023-01-01,2024-01-01"
    )
    const { known, refused } = carryOut(stationed({ "hours.csv": rows }))
    expect(refused).toEqual([])
    const asked = ["2021-06-01", "2022-03-01", "2022-05-05", "2022-05-06", "2023-03-01", "2024-03-01"].map((day) =>
      ["08:30", "16:30", "17:30"].map((time) => (openAt(known, "red-1", day, time) ? "open" : "shut")).join(" ")
    )
    expect(asked).toEqual([
      "shut open shut",
      "shut open open",
      "shut shut shut",
      "shut open open",
      "open shut open",
      "shut shut open"
    ])
  })

  it("P-24 on any day those hours hold that the rows in force say, in whatever order they stand", () => {
    const begins = ["2021-01-01", "2021-06-01", "2022-01-01", "2022-03-01", "2023-01-01"] as const
    // Of each row a time of day that is no other's, so that whether it holds can be seen.
    const row = fc.record({ from: fc.constantFrom(...begins), years: fc.option(fc.integer({ min: 1, max: 2 })) })
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), fc.boolean(), (rows, reversed) => {
        const told = rows.map(({ from, years }, n) => ({
          from,
          to: years === null ? "" : `${Number(from.slice(0, 4)) + years}${from.slice(4)}`,
          hour: String(n + 8).padStart(2, "0")
        }))
        const lines = told.map(({ from, to, hour }) => `red-1,常规,每天,${hour}:00-${hour}:30,${from},${to}`)
        const written = sheet("station,sort,days,times,from,to", ...(reversed ? lines.toReversed() : lines))
        const { known, refused } = carryOut(stationed({ "hours.csv": written }))
        expect(refused).toEqual([])
        for (const day of [...begins, "2021-12-31", "2025-02-01"]) {
          for (const { from, to, hour } of told) {
            const holds = from <= day && (to === "" || day < to)
            expect([day, hour, openAt(known, "red-1", day, `${hour}:15`)]).toEqual([day, hour, holds])
          }
        }
      }),
      { numRuns: 40 }
    )
  })

  it("H-12 a room has hours of its own", () => {
    const own = furnished({
      "hours.csv": sheet("room,sort,days,times,from", "meet-1,evening,每天,18:00-21:00,2022-01-01")
    })
    const { known, refused } = carryOut(own)
    expect(refused).toEqual([])
    const room = RoomState.room(known.rooms, StationCode.RoomId.make("meet-1"))
    expect(Result.getOrThrow(OpenTimes.isOpen(room?.hours ?? [], calendar, at("2024-06-03", 19 * 60)))).toBe(true)
  })
})

describe("rooms.csv, room-outages.csv and bookings.csv", () => {
  const roomOf = ({ rooms }: Known) => RoomState.room(rooms, StationCode.RoomId.make("meet-1"))

  it("H-09 D-05 rooms are furnished, booked and given up, and what was taken back stands in nobody's way", () => {
    const files = booked(
      "meet-1,k-2,2024-07-01,9:00-10:00,e-1,,12,",
      "meet-1,k-1,2024-07-01,9:30-11:00,,p-7,,是",
      "meet-1,k-3,2024-05-14,9:00-10:00,pc-1,,,",
      "meet-1,k-4,2024-05-07,9:00-10:00,pc-1,,,是"
    )
    const { known, refused } = carryOut(files)
    expect(refused).toEqual([])
    const room = roomOf(known)
    expect(room && Bookings.during(room, Period.ofYear(2024)).map(({ booking }) => booking)).toEqual(["k-3", "k-2"])
    expect(RoomState.roomsOf(known.rooms, red, date("2024-01-01")).map(({ furnished: { room: id } }) => id)).toEqual([
      "meet-1"
    ])
    expect(carryOut(files, known)).toMatchObject({ refused: [], events: 0 })
  })

  it("H-09 bookings of a room out of service, of a time that is taken, or with too many people are refused at their rows", () => {
    const files = booked(
      "meet-1,k-1,2024-05-07,9:00-10:00,e-1,,,",
      "meet-1,k-2,2024-06-10,9:00-11:00,e-1,,,",
      "meet-1,k-3,2024-06-10,10:00-11:00,e-1,,,",
      "meet-1,k-4,2024-06-10,10:30-11:30,e-1,,,",
      "meet-1,k-5,2024-06-11,10:30-11:30,e-1,,21,",
      "read-1,k-6,2024-06-11,10:30-11:30,e-1,,,"
    )
    expect(carryOut(files).refused.toSorted()).toEqual([
      "error bookings.csv 2 RoomOutOfService",
      "error bookings.csv 3 RoomOutOfService",
      "error bookings.csv 5 RoomAlreadyBooked",
      "error bookings.csv 6 RoomTooSmall",
      "error bookings.csv 7 StationPartUnknown"
    ])
  })
})

describe("devices.csv and what belongs to it", () => {
  it("H-23 F-15 D-12 items are offered while a device or desk is in service, and uses are counted as exactly as they are known", () => {
    const files = equipped({
      "outages.csv": sheet(
        "device,failed,reason,restored",
        "dev-1,2024-06-03 09:00,缺纸,",
        "dev-1,2024-05-01,断电,2024-05-02 12:00"
      ),
      "device-items.csv": sheet("device,items,at", "dev-2,tax-1;card-1,2023-01-01"),
      "device-uses.csv": sheet("device,item,from,to,uses", "dev-1,tax-1,2024-01-01,2024-02-01,300余")
    })
    const { known, refused } = carryOut(files)
    expect(refused).toEqual([])
    const available = (moment: number) => ServiceItems.available(known.points, red, moment)
    expect(available(at("2024-05-03"))).toEqual(["card-1", "print-1", "tax-1"])
    expect(available(at("2024-06-03", 9 * 60))).toEqual(["card-1", "tax-1"])
    expect(available(at("2025-01-01"))).toEqual([])
    expect(ServiceItems.saved(known.points, red, Period.ofYear(2024)).minutes).toEqual({
      value: 16_500,
      qualifier: "about"
    })
    expect(carryOut(files, known)).toMatchObject({ refused: [], events: 0 })
  })

  it("H-23 an outage of a device that is out, and an item nobody lists, are refused at their rows", () => {
    const files = equipped({
      "outages.csv": sheet("device,failed,reason,restored", "dev-1,2024-05-01,断电,", "dev-1,2024-05-02,缺纸,"),
      "device-items.csv": sheet("device,items,at", "dev-2,tax-9,2023-01-01")
    })
    expect(carryOut(files).refused).toEqual([
      "error device-items.csv 2 StationPartUnknown",
      "error outages.csv 3 PointOutOfService"
    ])
    expect(PointState.point(carryOut(files).known.points, StationCode.PointId.make("dev-2"))?.offers).toHaveLength(1)
  })
})

describe("facilities.csv, shared-windows.csv and allocations.csv", () => {
  it("H-15 residents park by night what enterprises park by day, and what is released can be given out again", () => {
    const files = allocated(
      "park-1,a-2,周边居民,c-1,100,工作日,18:00-24:00,2022-03-01,,",
      "park-1,a-1,周边居民,s-1,100,工作日,18:00-22:00,2022-01-03,2023-01-01,2022-03-01",
      "park-1,a-3,企业,e-1,100,工作日,08:00-18:00,2022-03-01,,"
    )
    const { known, refused } = carryOut(files)
    expect(refused).toEqual([])
    const park = FacilityState.facility(known.facilities, StationCode.FacilityId.make("park-1"))
    const use = (day: string, hour: number) => park && Result.getOrThrow(Sharing.at(park, calendar, at(day, hour * 60)))
    expect([
      use("2022-05-05", 19)?.left,
      use("2024-06-03", 19)?.left,
      use("2024-06-03", 9)?.allocations.length
    ]).toEqual([0, 20, 1])
    expect(carryOut(files, known)).toMatchObject({ refused: [], events: 0 })
  })

  it("H-15 more than there is, and a time that is not the audience's, are refused at their rows", () => {
    const files = allocated(
      "park-1,a-1,周边居民,s-1,80,工作日,18:00-22:00,2022-07-01,,",
      "park-1,a-2,周边居民,c-1,41,工作日,21:00-23:00,2022-07-01,,",
      "park-1,a-3,周边居民,c-1,1,工作日,17:00-19:00,2022-07-01,,"
    )
    expect(carryOut(files).refused).toEqual([
      "error allocations.csv 3 CapacityExceeded",
      "error allocations.csv 4 OutsideSharedWindows"
    ])
  })
})

describe("stationings.csv, station-labels.csv and assessments.csv", () => {
  it("F-08 D-12 a department comes on its days, stays away, comes on another day, and ends", () => {
    const files = stationed({
      "stationings.csv": sheet(
        "驻点,站点,部门,名称,星期,每几周,时段,起始日期,截止日期,提前结束",
        "law-1,red-1,s-1,法律咨询,周三,2,14:00-16:00,2024-01-01,,2024-07-01",
        "tax-1,red-1,c-1,办税,,,9:00-11:00,2024-01-01,2025-01-01,"
      ),
      "stationing-changes.csv": sheet(
        "stationing,date,to,time,reason",
        "law-1,2024-01-19,,,培训",
        "law-1,2024-01-17,2024-01-19,9:00-10:00,",
        "law-1,2024-01-31,,,停电"
      )
    })
    const { known, refused } = carryOut(files)
    expect(refused).toEqual([])
    const law = StationingState.stationing(known.stationings, StationCode.StationingId.make("law-1"))
    const expected = ["2024-01-03", "2024-01-10", "2024-01-17", "2024-01-19", "2024-01-31", "2024-02-14", "2024-07-03"]
    expect(law && expected.filter((day) => StationingState.isExpected(law, date(day)))).toEqual([
      "2024-01-03",
      "2024-02-14"
    ])
    expect(carryOut(files, known)).toMatchObject({ refused: [], events: 0 })
  })

  it("D-07 F-14 P-40 a station stands for labels and meets criteria by the words of the city", () => {
    const files = stationed({
      "station-labels.csv": sheet(
        "station,set,labels,from",
        "red-1,“六最”禅城,最便捷;safety,2024-01-01",
        "red-1,sixMosts,,2024-05-01"
      ),
      "assessments.csv": sheet("station,standard,met,on", "red-1,六有,有场所;有设施;flag,2024-03-01")
    })
    const { known, refused } = carryOut(files)
    expect(refused).toEqual([])
    const found = StationState.station(known.stations, red)
    const on = (day: string) => found && StationState.labelsOf(found, "sixMosts", date(day))
    expect([on("2024-03-01"), on("2024-05-01")]).toEqual([["convenience", "safety"], []])
    const [sixHaves] = StationCatalogue.preset.standards
    const assessed = found && sixHaves && StationReview.assessed(found, sixHaves, date("2024-06-01"))
    expect(assessed?.missing).toEqual(["signs", "books", "rules"])
  })
})

describe("a folder about stations", () => {
  const whole: Texts = {
    ...open("red-1,,常规,工作日,8:30-17:30,,,2021-01-01", "red-1,,关闭,,,2024-10-01..2024-10-08,,2021-01-01"),
    ...booked(
      "meet-1,k-1,2024-07-01,9:00-10:00,e-1,,,是",
      "meet-1,k-2,2024-07-01,9:00-10:00,e-1,,,",
      "meet-1,k-3,2024-07-01,10:00-11:00,e-1,,,"
    ),
    ...equipped({
      "outages.csv": sheet(
        "device,failed,reason,restored",
        "dev-1,2024-05-01,断电,2024-05-02",
        "dev-1,2024-05-02,缺纸,2024-05-03"
      )
    }),
    ...allocated(
      "park-1,a-1,周边居民,s-1,100,工作日,18:00-22:00,2022-01-03,2023-01-01,2022-03-01",
      "park-1,a-2,周边居民,c-1,100,工作日,18:00-24:00,2022-03-01,,"
    ),
    "station-changes.csv": sheet(
      "station,change,main,cluster,from",
      "red-1,接替,,,2022-01-01",
      "centre,解除,,,2023-01-01",
      "centre,设为主阵地,,c-1,2023-02-01",
      "rider-1,转隶,centre,,2023-02-01"
    ),
    "rosters.csv": sheet(
      "roster,name,from,to,shift,shift_name,stations,time,days,on",
      "d-1,值班,2024-01-01,2024-02-01,am,上午,red-1,9:00-12:00,工作日,2023-12-20",
      "d-1,值班,2024-01-01,2024-02-01,pm,下午,red-1,13:00-17:00,工作日,2023-12-20"
    ),
    "roster-members.csv": sheet("roster,unit", "d-1,e-1", "d-1,pc-1", "d-1,s-1"),
    "roster-generations.csv": sheet(
      "roster,generation,generated,published",
      "d-1,1,2023-12-20,2023-12-20",
      "d-1,2,2023-12-20,2023-12-20"
    )
  }

  const shuffled = fc.record(
    Object.fromEntries(
      Object.entries(whole).map(([name, text]) => {
        const [head = "", ...rows] = text.trimEnd().split("\n")
        const turned = fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length })
        return [name, turned.map((all) => [head, ...all, ""].join("\n"))]
      })
    )
  )

  it("P-17 R1-16 is loaded whatever the order of its rows, and twice is once", () => {
    fc.assert(
      fc.property(shuffled, (files) => {
        const { known, refused, events } = carryOut(files)
        expect(refused).toEqual([])
        expect(events).toBeGreaterThan(30)
        expect(carryOut(files, known)).toMatchObject({ refused: [], events: 0 })
      }),
      { numRuns: 40 }
    )
  })
})
