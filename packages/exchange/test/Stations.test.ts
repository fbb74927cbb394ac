import { CivilDate } from "@louyu/kernel"
import { Network, StationCode, StationReview } from "@louyu/stations"
import { describe, expect, it } from "vitest"
import { sheet } from "./caseFolder.ts"
import { posted, wrong } from "./posts.ts"
import { carryOut, reversed, stationed } from "./stationFolder.ts"

const date = CivilDate.make
const id = StationCode.StationId.make
const on = date("2024-06-03")

const opening = (row: string) => ({
  "stations.csv": sheet(
    "station,kind,name,place,tier,cluster,scheme,main,source,owner,audiences,minutes,households,from,to",
    row
  )
})
const changing = (...rows: ReadonlyArray<string>) =>
  stationed({ "station-changes.csv": sheet("station,change,main,cluster,source,from", ...rows) })

describe("bad rows about stations get a typed error at their place", () => {
  it.each([
    ["kind", opening("x-1,红领驿战,示例,b-1,,,,,,,,,,2020-01-01,"), "error stations.csv 2 kind StationWordUnknown"],
    ["place", opening("x-1,红领驿站,示例,b-9,,,,,,,,,,2020-01-01,"), "error stations.csv 2 place ReferenceUnknown"],
    ["name", opening("x-1,红领驿站,,b-1,,,,,,,,,,2020-01-01,"), "error stations.csv 2 name CellMissing"],
    [
      "two mains",
      opening("x-1,红领驿站,示例,b-1,,,,m-1;m-2,,,,,,2020-01-01,"),
      "error stations.csv 2 main SubWithTwoMains"
    ],
    [
      "main and sub",
      opening("x-1,红领驿站,示例,b-1,,cbd,,m-1,,,,,,2020-01-01,"),
      "error stations.csv 2 main CellExcluded"
    ],
    [
      "main of nothing",
      opening("x-1,红领驿站,示例,b-1,主阵地,,1+N,,,,,,,2020-01-01,"),
      "error stations.csv 2 cluster CellMissing"
    ],
    [
      "sub of nothing",
      opening("x-1,红领驿站,示例,b-1,分站点,,,,,,,,,2020-01-01,"),
      "error stations.csv 2 main CellMissing"
    ],
    [
      "scheme alone",
      opening("x-1,红领驿站,示例,b-1,,,1+N,,,,,,,2020-01-01,"),
      "error stations.csv 2 cluster CellMissing"
    ],
    ["owner", opening("x-1,红领驿站,示例,b-1,,,,,,e-1,,,,2020-01-01,"), "error stations.csv 2 source CellMissing"],
    [
      "audience",
      opening("x-1,红领驿站,示例,b-1,,,,,,,小哥们,,,2020-01-01,"),
      "error stations.csv 2 audiences StationWordUnknown"
    ],
    ["minutes", opening("x-1,红领驿站,示例,b-1,,,,,,,,0,,2020-01-01,"), "error stations.csv 2 minutes NumberInvalid"],
    [
      "reach without minutes",
      opening("x-1,红领驿站,示例,b-1,,,,,,,,,400余,2020-01-01,"),
      "error stations.csv 2 minutes CellMissing"
    ],
    [
      "count",
      opening("x-1,红领驿站,示例,b-1,,,,,,,,15,许多,2020-01-01,"),
      "error stations.csv 2 households CountMalformed"
    ],
    [
      "reversed",
      opening("x-1,红领驿站,示例,b-1,,,,,,,,,,2020-01-02,2020-01-01"),
      "error stations.csv 2 to PeriodReversed"
    ],
    [
      "personal data",
      opening("x-1,红领驿站,请致电 13800138000,b-1,,,,,,,,,,2020-01-02,"),
      "error stations.csv 2 name PersonalDataInCell"
    ],
    ["change of nothing", changing("red-1,转隶,,,,2021-01-01"), "error station-changes.csv 2 main CellMissing"],
    ["change too much", changing("red-1,解除,centre,,,2021-01-01"), "error station-changes.csv 2 main CellExcluded"],
    ["change", changing("red-1,搬家,,,,2021-01-01"), "error station-changes.csv 2 change ChoiceUnknown"]
  ])("R1-16 %s", (_, files, expected) => {
    expect(wrong(files)).toEqual([expected])
    for (const { problem } of posted(files).findings) {
      expect(problem.text.zh).toMatch(/[\u4e00-\u9fff]/u)
      expect(problem.text.en).not.toMatch(/undefined/u)
      expect(JSON.stringify(problem.text)).not.toContain("138")
    }
  })

  it("R1-16 and an unknown kind names those most like it", () => {
    const [kind] = posted(opening("x-1,红领驿战,示例,b-1,,,,,,,,,,2020-01-01,")).findings
    expect(kind?.problem).toMatchObject({ sort: "stationKind", nearest: ["红领驿站"] })
    expect(kind?.problem.text.en).toContain("红领驿站")
  })

  it("P-17 a sub-station that stands in two rows with two mains is refused at the second", () => {
    const files = {
      "stations.csv": sheet(
        "station,kind,name,place,main,from",
        "x-1,红领驿站,示例,b-1,m-1,2020-01-01",
        "x-1,红领驿站,示例,b-1,m-2,2020-01-01",
        "x-1,红领驿站,示例,b-1,m-1,2020-01-01"
      )
    }
    expect(wrong(files)).toEqual([
      "error stations.csv 3 main SubWithTwoMains",
      "error stations.csv 4 station IdRepeated"
    ])
  })
})

describe("stations.csv", () => {
  it("P-17 sub-stations stand before or after their main one, and loading the folder twice changes nothing", () => {
    for (const files of [stationed(), reversed(stationed())]) {
      const { known, refused, events } = carryOut(files)
      expect([refused, events]).toEqual([[], 3])
      expect(Network.subsOf(known.stations, id("centre"), on)).toEqual(["red-1", "rider-1"])
      expect(carryOut(files, known)).toMatchObject({ refused: [], events: 0 })
    }
  })

  it("H-10 a main station of a cluster that has one, or a sub of none, is refused at its row", () => {
    const files = stationed({
      "stations.csv": sheet(
        "station,kind,name,place,cluster,main,from",
        "m-1,党群服务中心,一号,b-1,cbd,,2020-01-01",
        "m-2,党群服务中心,二号,b-1,cbd,,2020-01-02",
        "x-1,红领驿站,驿站,b-1,,m-9,2020-01-01"
      )
    })
    expect(carryOut(files).refused).toEqual([
      "error stations.csv 4 StationPartUnknown",
      "error stations.csv 3 ClusterHasMain"
    ])
  })

  it("P-40 H-23 whose rooms they are, whom a station serves and reaches holds from its first day, with how exactly it is known", () => {
    const files = {
      "stations.csv": sheet(
        "站点,类型,名称,地点,面积,空间来源,空间归属,服务对象,开放给,辐射分钟,辐射企业,辐射户数,起始日期",
        "e-2,智慧政务e站,示例e站,b-1,180,共享,e-1,企业;周边居民,c-1,15,400余,近2000,2023-05-01"
      ),
      "station-changes.csv": sheet(
        "station,change,source,area,audiences,open_to,minutes,households,from",
        "e-2,catchment,,,,,15,约2000,2024-05-01",
        "e-2,空间,own,200.5,,,,,2024-05-01",
        "e-2,服务对象,,,职工,,,,2024-05-01"
      )
    }
    const { known, refused } = carryOut(files)
    expect(refused).toEqual([])
    const [first] = posted(files).steps.flatMap(({ command }) =>
      command._tag === "DescribeCatchment" ? [command] : []
    )
    expect(first).toMatchObject({
      minutes: 15,
      enterprises: { value: 400, qualifier: "atLeast" },
      households: { value: 2000, qualifier: "nearly" }
    })
    const place = posted(files).steps.flatMap(({ command }) => (command._tag === "OpenStation" ? [command.place] : []))
    expect(place).toEqual(["b-1"])
    expect([...StationReview.bySpace(known.stations, date("2024-01-01"))]).toEqual([["shared", 1]])
    expect([...StationReview.bySpace(known.stations, on)]).toEqual([["own", 1]])
    expect(StationReview.serving(known.stations, "residents", date("2024-01-01"))).toEqual(["e-2"])
    expect(StationReview.serving(known.stations, "residents", on)).toEqual([])
  })
})

describe("station-changes.csv", () => {
  const files = stationed({
    "stations.csv": sheet(
      "station,kind,name,place,cluster,main,from,to",
      "red-1,红领驿站,驿站一,b-1,,centre,2020-01-01,",
      "red-2,红领驿站,驿站二,b-1,,centre,2020-01-01,2022-01-01",
      "centre,党群服务中心,中心,b-1,cbd,,2020-01-01,2022-01-01",
      "north,党群服务中心,北中心,b-1,cbd,,2022-01-01,",
      "solo,红领驿站,独立驿站,b-1,,,2020-01-01,"
    ),
    "station-changes.csv": sheet(
      "station,change,main,cluster,from",
      "red-1,转隶,solo,,2022-01-01",
      "solo,设为主阵地,,c-1,2022-01-01",
      "red-1,接替,,,2023-01-01",
      "solo,解除,,,2024-01-01",
      "solo,挂靠,north,,2024-02-01"
    )
  })

  it("P-17 the moves of a day find an order in which all of them hold, whatever that of the rows", () => {
    for (const rows of [files, reversed(files)]) {
      const { known, refused } = carryOut(rows)
      expect(refused).toEqual([])
      const mainOn = (station: string, day: string) => Network.mainOf(known.stations, id(station), date(day))
      expect(mainOn("red-1", "2021-12-31")).toBe("centre")
      expect(mainOn("red-1", "2022-01-01")).toBe("solo")
      expect(mainOn("solo", "2023-01-01")).toBe("red-1")
      expect(mainOn("solo", "2024-02-01")).toBe("north")
      expect(carryOut(rows, known)).toMatchObject({ refused: [], events: 0 })
    }
  })

  it("P-17 a sub that is attached to a second main is refused at its row", () => {
    const twice = changing("solo,设为主阵地,,c-1,,2021-01-01", "red-1,挂靠,solo,,,2021-01-01")
    const withSolo = {
      ...twice,
      "stations.csv": `${twice["stations.csv"]}solo,红领驿站,独立驿站,b-1,,,,2020-01-01,\n`
    }
    expect(carryOut(withSolo).refused).toEqual(["error station-changes.csv 3 StationHasMain"])
  })
})
