import { describe, expect, it } from "vitest"
import { sheet } from "./caseFolder.ts"
import { posted, wrong } from "./posts.ts"
import { booked, open, sharing } from "./serviceFolder.ts"

describe("bad rows about hours, rooms, devices and facilities get a typed error at their place", () => {
  it.each([
    ["whose hours", open(",,常规,工作日,9:00-17:00,,,2021-01-01"), "error hours.csv 2 station OneOfNeeded"],
    [
      "hours of both",
      open("red-1,meet-1,常规,工作日,9:00-17:00,,,2021-01-01"),
      "error hours.csv 2 station OneOfNeeded"
    ],
    ["sort", open("red-1,,随缘,工作日,9:00-17:00,,,2021-01-01"), "error hours.csv 2 sort ChoiceUnknown"],
    ["days", open("red-1,,常规,初一十五,9:00-17:00,,,2021-01-01"), "error hours.csv 2 days DaysInvalid"],
    ["times", open("red-1,,常规,工作日,上午,,,2021-01-01"), "error hours.csv 2 times TimesInvalid"],
    [
      "times that overlap",
      open("red-1,,常规,工作日,9:00-12:00;11:00-17:00,,,2021-01-01"),
      "error hours.csv 2 times TimesInvalid"
    ],
    ["over midnight", open("red-1,,晚间,工作日,18:00-2:00,,,2021-01-01"), "error hours.csv 2 times WindowReversed"],
    ["no times", open("red-1,,常规,工作日,,,,2021-01-01"), "error hours.csv 2 times CellMissing"],
    ["no days", open("red-1,,常规,,9:00-12:00,,,2021-01-01"), "error hours.csv 2 days CellMissing"],
    ["closed when", open("red-1,,关闭,,,,,2021-01-01"), "error hours.csv 2 dates CellMissing"],
    ["closed at times", open("red-1,,关闭,,9:00-12:00,2024-05-01,,2021-01-01"), "error hours.csv 2 times CellExcluded"],
    ["always at times", open("red-1,,24小时,,9:00-12:00,,,2021-01-01"), "error hours.csv 2 times CellExcluded"],
    ["dates", open("red-1,,关闭,,,五一,,2021-01-01"), "error hours.csv 2 dates CivilDateInvalid"],
    [
      "kind of room",
      { "rooms.csv": sheet("room,station,kind,name,from", "x,red-1,会议间,示例,2021-01-01") },
      "error rooms.csv 2 kind StationWordUnknown"
    ],
    ["nobody", booked("meet-1,k-1,2024-07-01,9:00-10:00,,,,"), "error bookings.csv 2 unit OneOfNeeded"],
    ["attendees", booked("meet-1,k-1,2024-07-01,9:00-10:00,e-1,,零,"), "error bookings.csv 2 attendees NumberInvalid"],
    [
      "kind of device",
      { "devices.csv": sheet("device,kind,name,station,installed", "d,自助饮水机,示例,red-1,2022-01-01") },
      "error devices.csv 2 kind StationWordUnknown"
    ],
    [
      "removed before",
      {
        "devices.csv": sheet("device,kind,name,station,installed,removed", "d,library,示例,red-1,2022-01-01,2021-01-01")
      },
      "error devices.csv 2 removed MomentsReversed"
    ],
    [
      "restored before",
      { "outages.csv": sheet("device,failed,reason,restored", "d,2022-01-01,断电,2022-01-01") },
      "error outages.csv 2 restored MomentsReversed"
    ],
    [
      "uses",
      { "device-uses.csv": sheet("device,from,to,uses", "d,2022-01-01,2022-01-01,30") },
      "error device-uses.csv 2 to PeriodReversed"
    ],
    [
      "items that disagree",
      { "items.csv": sheet("item,name", "a,缴费", "a,打印") },
      "error items.csv 3 name RowsDisagree"
    ],
    [
      "half a window",
      sharing({ "shared-windows.csv": sheet("facility,audience,days,times,from", "park-1,企业,工作日,,2022-01-01") }),
      "error shared-windows.csv 2 times CellMissing"
    ],
    [
      "windows that overlap",
      sharing({
        "shared-windows.csv": sheet(
          "facility,audience,days,times,from",
          "park-1,企业,工作日,8:00-18:00,2022-01-01",
          "park-1,企业,每天,17:00-19:00,2022-01-01"
        )
      }),
      "error shared-windows.csv 3 times HoursOverlap"
    ],
    [
      "quantity",
      { "facilities.csv": sheet("facility,kind,name,place,quantity,from", "f,canteen,食堂,b-1,若干,2022-01-01") },
      "error facilities.csv 2 quantity CountMalformed"
    ],
    [
      "pattern",
      {
        "stationings.csv": sheet(
          "stationing,station,department,name,every_weeks,time,from",
          "s,red-1,s-1,政策咨询,2,9:00-11:00,2024-01-01"
        )
      },
      "error stationings.csv 2 weekdays CellMissing"
    ],
    [
      "neither",
      { "stationing-changes.csv": sheet("stationing,date,to,reason", "s,2024-01-01,,") },
      "error stationing-changes.csv 2 reason CellMissing"
    ],
    [
      "both",
      { "stationing-changes.csv": sheet("stationing,date,to,reason", "s,2024-01-01,2024-01-02,会议") },
      "error stationing-changes.csv 2 reason CellExcluded"
    ],
    [
      "label",
      { "station-labels.csv": sheet("station,set,labels,from", "red-1,三个平台,政企勾通,2024-01-01") },
      "error station-labels.csv 2 labels StationWordUnknown"
    ],
    [
      "label of another set",
      { "station-labels.csv": sheet("station,set,labels,from", "red-1,三个平台,最便捷,2024-01-01") },
      "error station-labels.csv 2 labels StationWordUnknown"
    ],
    [
      "standard",
      { "assessments.csv": sheet("station,standard,met,on", "red-1,七有,,2024-01-01") },
      "error assessments.csv 2 standard StationWordUnknown"
    ]
  ])("R1-16 %s", (_, files, expected) => {
    expect(wrong(files)).toEqual([expected])
    for (const { problem } of posted(files).findings) {
      expect(problem.text.zh).toMatch(/[\u4e00-\u9fff]/u)
      expect(problem.text.en).not.toMatch(/undefined/u)
    }
  })

  it("P-24 hours that contradict an earlier row are refused at theirs, one finding a row", () => {
    const contradicting = open(
      "red-1,,常规,工作日,8:30-17:30,,,2021-01-01",
      "red-1,,午间,周一,12:00-13:00,,,2021-01-01",
      "red-1,,晚间,工作日,18:00-20:00,,,2021-01-01",
      "red-1,,关闭,,,2024-02-10..2024-02-17,春节,2021-01-01",
      "red-1,,节假日,,9:00-12:00,2024-02-16,,2021-01-01",
      "red-1,,常规,工作日,9:00-18:30,,,2022-01-01",
      "rider-1,,24x7,,,,,2021-01-01",
      "rider-1,,常规,工作日,9:00-17:00,,,2021-01-01"
    )
    // Row 7 does not say that it replaces row 2.
    expect(wrong(contradicting)).toEqual([
      "error hours.csv 3 times HoursOverlap",
      "error hours.csv 6 dates HoursOverlap",
      "error hours.csv 7 times HoursOverlap",
      "error hours.csv 9 times HoursOverlap"
    ])
    expect(posted(contradicting).findings.map(({ problem }) => ("firstRow" in problem ? problem.firstRow : 0))).toEqual(
      [2, 5, 2, 8]
    )
  })
})
