import { describe, expect, it } from "vitest"
import { CityFolder } from "../src/index.ts"
import { sheet } from "./caseFolder.ts"
import { brief, bytes, city as cityFile } from "./folder.ts"
import * as Gb18030 from "./gb18030.ts"
import { city, posted } from "./posts.ts"
import { carryOut, stationed } from "./stationFolder.ts"

type Texts = Readonly<Record<string, string>>

const commands = (files: Texts) => {
  const { steps, findings } = posted(files)
  expect(findings.map(brief)).toEqual([])
  return steps.filter(({ origin }) => origin.file in files).map(({ command }) => command)
}
const found = (files: Texts) => posted(files).findings.map(brief)

const hours = (days: string, times: string, dates = "", from = "2022-03-01") => ({
  "hours.csv": sheet("station,sort,days,times,dates,from", `red-1,常规,${days},${times},"${dates}",${from}`)
})
const series = (recurrence: string, times: string, from = "2022-03-01", hosts = "s-1；c-1") => ({
  "series.csv": sheet(
    "series,name,recurrence,hours,form,audience,hosts,from",
    `s-9,午间一小时,${recurrence},${times},培训,企业,${hosts},${from}`
  )
})

describe("R1-16 rows about stations as people type them into a spreadsheet", () => {
  it.each([
    ["full-width digits, colons and dashes", "０９：００－１２：００；１３：３０－１７：３０"],
    ["hours without a zero", "9:00-12:00;13:30-17:30"],
    ["long dashes", "9:00—12:00；13:30——17:30"],
    ["waves", "9:00～12:00；13:30〜17:30"],
    ["words", "9:00至12:00；13:30到17:30"],
    ["the hours in Chinese", "9点-12点；13点半-17时30分"],
    ["seconds, as a spreadsheet adds them", "9:00:00-12:00:00;13:30:00-17:30:00"],
    ["two lines in one cell", '"9:00-12:00\n13:30-17:30"'],
    ["commas between them", "9:00-12:00，13:30-17:30"],
    ["the later one first", "13:30-17:30；9:00-12:00"]
  ])("P-24 hours are read with %s", (_, times) => {
    expect(commands(hours("工作日", times))).toEqual(commands(hours("工作日", "09:00-12:00;13:30-17:30")))
  })

  it.each(["周一至周五", "周一—周五", "星期一到星期五", "１－５", "1–5", "一、二、三、四、五"])(
    "P-24 days are read when they are written %s",
    (days) => {
      expect(commands(hours(days, "9:00-12:00"))).toEqual(commands(hours("1-5", "9:00-12:00")))
    }
  )

  it.each([
    "2022/3/1",
    "2022年3月1日",
    "2022年3月1号",
    "2022.3.1",
    "２０２２－０３－０１",
    "2022 年 3 月 1 日",
    "2022/3/1 0:00",
    "2022-03-01 00:00:00"
  ])("a day is read when it is written %s", (from) => {
    expect(commands(hours("工作日", "9:00-12:00", "", from))).toEqual(commands(hours("工作日", "9:00-12:00")))
  })

  it.each(["2024.10.1..2024.10.8", "2024/10/1～2024/10/8", "2024年10月1日~2024年10月8日"])(
    "P-24 a season is read when it is written %s",
    (dates) => {
      expect(commands(hours("工作日", "9:00-12:00", dates))).toEqual(
        commands(hours("工作日", "9:00-12:00", "2024-10-01..2024-10-08"))
      )
    }
  )

  it.each([
    [
      "a season whose last day would be lost",
      hours("每天", "9:00-12:00", "2024-10-01至2024-10-07"),
      "dates DatesInvalid"
    ],
    ["a day that is none", hours("每天", "9:00-12:00", "", "2022-02-30"), "from CivilDateInvalid"],
    ["the number a spreadsheet keeps of a day", hours("每天", "9:00-12:00", "", "44621"), "from CivilDateInvalid"],
    ["a day with a time", hours("每天", "9:00-12:00", "", "2022-03-01 9:30"), "from CivilDateInvalid"],
    ["times in words", hours("每天", "上午9点到下午5点"), "times TimesInvalid"],
    ["times with something among them", hours("每天", "9:00-12:00 午休 13:30-17:30"), "times TimesInvalid"],
    ["only a beginning", hours("每天", "9:00"), "times TimesInvalid"],
    ["minutes that are none", hours("每天", "9:60-12:00"), "times TimesInvalid"],
    ["two beginnings", hours("每天", "9:00-10:00-11:00"), "times TimesInvalid"],
    ["a formula", hours("每天", "=A1"), "times FormulaRefused"]
  ])("%s is refused at its cell", (_, files, expected) => {
    expect(found(files)).toEqual([`error hours.csv 2 ${expected}`])
  })

  const stations = (row: string, head = "station,kind,name,place,audiences,minutes,households,from") => ({
    "stations.csv": sheet(head, row)
  })
  const plain = "st-1,红领驿站,总商会驿站,b-1,企业；职工,15,1200,2020-01-01"

  it.each([
    ["blanks around cells", " st-1 ,　红领驿站, 总商会驿站 ,b-1 ,企业； 职工,15,1200,2020-01-01"],
    ["thousands", 'st-1,红领驿站,总商会驿站,b-1,企业；职工,15,"1,200",2020-01-01'],
    ["full-width thousands", "st-1,红领驿站,总商会驿站,b-1,企业；职工,15,１，２００,2020-01-01"],
    ["blank cells at the end of a row", `${plain},,,`],
    ["blank rows at the end", `${plain}\n,,,,,,,\n \n,,`],
    ["Windows line ends", `${plain}\r`]
  ])("P-17 a station is read with %s", (_, row) => {
    expect(commands(stations(row))).toEqual(commands(stations(plain)))
  })

  it("P-17 a name on two lines of a cell is one name", () => {
    const [opened] = commands(stations(plain.replace("总商会驿站", '"总商会\n驿站"')))
    expect(opened).toMatchObject({ _tag: "OpenStation", names: { zh: "总商会 驿站" } })
  })

  it.each([
    ["an id with a blank", plain.replace("st-1", "st 1"), "2 station IdInvalid"],
    ["an id with a full-width dash", plain.replace("st-1", "st－1"), "2 station IdInvalid"],
    ["an invisible character", plain.replace("st-1", "st-1\u200B"), "2 station CharacterRefused"],
    ["several with another mark between them", plain.replace("；", "、"), "2 audiences ListJoined"],
    ["a place whose row was deleted", plain.replace("b-1", "b-7"), "2 place ReferenceUnknown"],
    ["one cell too many", `${plain},x`, "2 RowLengthWrong"],
    ["one cell too few", plain.replace(",2020-01-01", ""), "2 RowLengthWrong"],
    ["the headings once more", `${plain}\nstation,kind,name,place,audiences,minutes,households,from`, "3"]
  ])("P-17 %s is refused at its place", (_, row, expected) => {
    const all = found(stations(row))
    expect(all[0]).toContain(`error stations.csv ${expected}`)
    expect(all.every((one) => one.startsWith(`error stations.csv ${expected[0]}`))).toBe(true)
  })

  it("P-17 columns that stand twice, in either language, and those of another sheet are named where they stand", () => {
    const twice = stations(
      `${plain},红领驿站,9:00-12:00`,
      "station,kind,name,place,audiences,minutes,households,from,类型,times"
    )
    expect(found(twice)).toEqual([
      "error stations.csv 1 类型 ColumnRepeated",
      "error stations.csv 1 times ColumnUnknown"
    ])
  })

  it("P-17 a file is read as UTF-8 with and without a mark, and as GB18030", () => {
    const text = stations(plain)["stations.csv"]
    const folder = (content: Uint8Array) =>
      CityFolder.read(
        new Map([
          ["city.json", bytes(cityFile)],
          ["units.csv", bytes(city)],
          ["stations.csv", content]
        ])
      )
    const [first, ...others] = [bytes(text), bytes(`\uFEFF${text}`), Gb18030.encode(text)].map(folder)
    for (const one of others) expect([one.steps, one.findings]).toEqual([first?.steps, []])
  })

  it("P-17 what is said of a station whose row was deleted is refused at each row that says it", () => {
    const files = hours("工作日", "9:00-12:00")
    expect(carryOut(stationed(files)).refused).toEqual([])
    const { "stations.csv": all = "" } = stationed()
    const without = { "stations.csv": all.replace(/^red-1.*\n/mu, "") }
    expect(carryOut({ ...without, ...files }).refused).toEqual(["error hours.csv 2 StationPartUnknown"])
  })
})

describe("R1-16 rows about programmes as people type them into a spreadsheet", () => {
  it.each([
    ["full-width times", series("每周五", "１２：００－１３：００")],
    ["a long dash", series("每周五", "12:00—13:00")],
    ["the hours in Chinese", series("每周五", "12点至13点")],
    ["a day with slashes", series("每周五", "12:00-13:00", "2022/3/1")],
    ["a day in Chinese", series("每周五", "12:00-13:00", "2022年3月1日")],
    ["blanks in the rhythm", series("每 周 五", "12:00-13:00")],
    ["another week word", series("每星期５", "12:00-13:00")]
  ])("a series is read with %s", (_, files) => {
    expect(commands(files)).toEqual(commands(series("每周五", "12:00-13:00")))
  })

  it.each([
    ["times the wrong way round", series("每周五", "13:00-12:00"), "hours HoursOfDayInvalid"],
    ["a rhythm nobody knows", series("有空就办", "12:00-13:00"), "recurrence RecurrenceInvalid"],
    ["a host whose row was deleted", series("每周五", "12:00-13:00", "2022-03-01", "s-9"), "hosts ReferenceUnknown"],
    ["hosts with another mark", series("每周五", "12:00-13:00", "2022-03-01", "s-1、c-1"), "hosts ListJoined"]
  ])("%s are refused at their cell", (_, files, expected) => {
    expect(found(files)).toEqual([`error series.csv 2 ${expected}`])
  })

  it("a share is read with and without its sign", () => {
    const report = (percent: string) => ({
      "annual-project-reports.csv": sheet("committee,year,project,on,percent", `s-1,2022,p-1,2022-05-01,${percent}`)
    })
    expect(commands(report("80%"))).toEqual(commands(report("80")))
    expect(commands(report("８０％"))).toEqual(commands(report("80")))
    expect(found(report("180%"))).toEqual(["error annual-project-reports.csv 2 percent NumberInvalid"])
  })
})
