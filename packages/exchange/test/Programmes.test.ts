import { CivilDate, WorkCalendar } from "@louyu/kernel"
import { Activity, ActivityReview, Code, Programme, Series } from "@louyu/programmes"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import { city, posted, wrong } from "./posts.ts"
import { table, together, turned } from "./programmesFolder.ts"

const day = CivilDate.make
const sound = [[], [], 0]
const three = (n: number) => String(n).padStart(3, "0")

describe("programmes.csv, service-projects.csv and planned-activities.csv", () => {
  const departments = Array.from({ length: 25 }, (_, i) => `d-${i}`)
  const projects = Array.from({ length: 50 }, (_, i) => `sp-${i}`)
  const files = {
    "units.csv": `${city}${departments.map((id) => `${id},department,示例部门${id},,`).join("\n")}\n`,
    "programmes.csv": table(
      "行动,名称,部门,公布部门数,公布项目数,公布活动数,起始日期,结束日期",
      `pr,党建引领、融合赋能,${departments.slice(0, 24).join(";")},25,50余,500,2022-01-01,2023-01-01`
    ),
    "programme-departments.csv": table("programme,department,on", "pr,d-24,2022-02-01"),
    "service-projects.csv": table(
      "programme,project,name,lead,from",
      ...projects.map((id, i) => `pr,${id},服务项目${i},${departments[i % 24]},2022-01-10`),
      "pr,sp-0,服务项目0,d-24,2022-06-01"
    ),
    "planned-activities.csv": table(
      "activity,name,programme,project,form,audience,hosts,date",
      ...Array.from(
        { length: 500 },
        (_, i) => `a-${three(i)},活动${i},pr,sp-${i % 50},培训,企业,${departments[i % 24]},2022-03-01`
      )
    )
  }

  it.each([
    ["as they were written", files],
    ["the other way round", turned(files)]
  ])("W-02 25 departments, 50 projects and 500 activities are loaded, once for all: rows %s", (_, folder) => {
    const { findings, refused, news, programmes, activities } = together(folder)
    expect([findings, refused, news]).toEqual(sound)
    const programme = Programme.get(programmes.state, Code.ProgrammeId.make("pr"))
    const lead = (on: string) => programme && Programme.lead(programme, Code.ProjectId.make("sp-0"), day(on))
    expect([lead("2022-05-31"), lead("2022-06-01")]).toEqual(["d-0", "d-24"])
    const held = ActivityReview.list(activities.state).length
    expect(programme && Programme.size(programme, held)).toEqual({
      departments: { declared: { value: 25, qualifier: "exact" }, registered: 25, short: 0 },
      projects: { declared: { value: 50, qualifier: "atLeast" }, registered: 50, short: 0 },
      activities: { declared: { value: 500, qualifier: "exact" }, registered: 500, short: 0 }
    })
  })

  it("W-02 an activity of a project that is not there, and a lead that does not take part, are refused at their rows", () => {
    const more = {
      "programmes.csv": table("programme,name,departments,from", "pr,行动,s-1,2022-01-01"),
      "service-projects.csv": table(
        "programme,project,name,lead,from",
        "pr,sp-1,甲,s-1,2022-01-10",
        "pr,sp-2,乙,c-1,2022-01-10"
      ),
      "planned-activities.csv": table(
        "activity,name,programme,project,form,audience,hosts,date",
        "a-1,甲,pr,sp-1,培训,企业,s-1,2022-03-01",
        "a-2,乙,pr,sp-9,培训,企业,s-1,2022-03-01"
      )
    }
    expect(together(more).refused).toEqual([
      "error service-projects.csv 3 NotParticipating",
      "error planned-activities.csv 3 ProgrammePartUnknown"
    ])
  })

  it.each([
    [
      "service-projects.csv",
      "programme,project,name,lead,from",
      ["pr,sp,甲,s-1,2022-01-10", "pr,sp,乙,c-1,2022-02-10"],
      "3 name RowsDisagree"
    ],
    [
      "service-projects.csv",
      "programme,project,name,lead,from",
      ["pr,sp,甲,s-1,2022-01-10", "pr,sp,甲,c-1,2022-01-10"],
      "3 from RowsDisagree"
    ],
    [
      "programmes.csv",
      "programme,name,departments,from,to",
      ["pr,甲,s-1,2022-01-10,2021-01-01"],
      "2 to PeriodReversed"
    ],
    ["programmes.csv", "programme,name,departments,from", ["pr,甲,s-7,2022-01-10"], "2 departments ReferenceUnknown"],
    [
      "programmes.csv",
      "programme,name,departments,declared_projects,from",
      ["pr,甲,s-1,很多,2022-01-10"],
      "2 declared_projects CountMalformed"
    ]
  ])("what is wrong is named at its cell: %s %s %j", (file, head, rows, expected) => {
    expect(wrong({ [file]: table(head, ...rows) })).toEqual([`error ${file} ${expected}`])
  })
})

const about = "name,form,audience,hosts,place,hours,capacity,waiting,brand,fee"
const series = (
  recurrence: string,
  offDays: string,
  rest = "英才杯,英才杯足球赛,职工,s-1,b-1,18:00-20:00,2,,talent-cup,0"
) => ({
  "series.csv": table(`series,recurrence,off_days,${about},from`, `cup,${recurrence},${offDays},${rest},2022-01-01`)
})

describe("series.csv", () => {
  const dates = (files: Readonly<Record<string, string>>, from: string, to: string) => {
    const { findings, refused, news, series: known } = together(files)
    expect([findings, refused, news]).toEqual(sound)
    const [one] = Series.all(known.state)
    return one && Series.dates(one, WorkCalendar.china, { from: day(from), to: day(to) })
  }

  it.each([
    ["每周五", "顺延", ["2022-10-08", "2022-10-14"]],
    ["every 2 weeks on 5", "keep", ["2022-10-07"]],
    ["每月15日", "", ["2022-10-15"]],
    ["monthly 2nd 5", "", ["2022-10-14"]],
    ["每年10月1日", "", ["2022-10-01"]],
    ["2022-10-04；2022年10月12日", "previous", ["2022-10-12"]]
  ])("F-07 a series takes place on the dates that are written: %s", (cell, off, expected) => {
    expect(dates(series(cell, off), "2022-10-01", "2022-10-16")).toEqual(Result.succeed(expected))
  })

  it("F-07 from a day on a series may take place on other dates, whichever row stands first", () => {
    const changes = {
      "series-changes.csv": table("series,recurrence,off_days,from", "cup,每周一,,2022-10-10", "cup,每周二,,2022-10-03")
    }
    expect(dates({ ...series("每周五", ""), ...changes }, "2022-10-01", "2022-10-20")).toEqual(
      Result.succeed(["2022-10-04", "2022-10-10", "2022-10-17"])
    )
  })

  it.each([
    [series("每周八", ""), "recurrence RecurrenceInvalid"],
    [series("每月31号半", ""), "recurrence RecurrenceInvalid"],
    [series("每61周5", ""), "recurrence RecurrenceInvalid"],
    [series("2022-10-04;2022-10-04", ""), "recurrence RecurrenceInvalid"],
    [series("每工作日", "顺延"), "off_days CellExcluded"],
    [series("每周五", "随缘"), "off_days ChoiceUnknown"],
    [series("每周五", "", "杯,培训,职工,s-1,b-1,20:00-18:00,2,,,0"), "hours HoursOfDayInvalid"],
    [series("每周五", "", "杯,培训,职工,s-1,b-1,,,3,,0"), "capacity CellMissing"],
    [series("每周五", "", "杯,培训,路人,s-1,b-1,,,,,0"), "audience ChoiceUnknown"],
    [series("每周五", "", "杯,培训,职工,s-1,b-1,,,,,-1"), "fee NumberInvalid"]
  ])("what is wrong is named at its cell: %j", (files, expected) => {
    expect(wrong(files)).toEqual([`error series.csv 2 ${expected}`])
  })

  it("a form of activities that is like a common one is asked about, in both languages", () => {
    const { findings } = posted(series("每周五", "", "杯,视频直拨,职工,s-1,,,,,,"))
    expect(findings.map(({ severity, problem }) => [severity, problem.text.zh])).toEqual([
      ["warning", "“视频直拨”不是常用的活动形式，将作为新的形式记录；是否想写“视频直播”？"]
    ])
    expect(findings[0]?.problem.text.en).toContain('Did you mean "视频直播"?')
  })
})

describe("registrations.csv and what came of activities", () => {
  const files = {
    "planned-activities.csv": table(
      "activity,name,form,audience,hosts,date,register_by,on,capacity,waiting,held,attended",
      "a-1,短视频培训,短视频培训,企业,s-1;c-1,2022-03-10,2022-03-08,2022-03-01,1,1,2022-03-11,60余"
    ),
    "activity-changes.csv": table("activity,on,date,hours,capacity", "a-1,2022-03-05,2022-03-11,9:00-10:30,2"),
    "registrations.csv": table(
      "activity,person,unit,on,request,withdrawn,present,recorded",
      "a-1,p-1,,2022-03-02,,2022-03-03,,",
      "a-1,,e-1,2022-03-02,,,是,2022-03-11",
      "a-1,p-1,,2022-03-04,,2022-03-04,,",
      "a-1,p-1,,2022-03-04,2,,no,2022-03-11"
    ),
    "activity-results.csv": table(
      "activity,on,metric,count,need,unit,effect",
      "a-1,2022-03-20,views,1万余,,,",
      "a-1,2022-03-20,,,n-1,,",
      "a-1,2022-04-01,,,,e-1,liveSales"
    )
  }

  it.each([
    ["as they were written", files],
    ["the other way round", turned(files)]
  ])("P-26 who registered, who came, how far it reached and what came of it: rows %s", (_, folder) => {
    const { findings, refused, news, activities } = together(folder)
    expect([findings, refused, news]).toEqual(sound)
    const one = Activity.get(activities.state, Code.ActivityId.make("a-1"))
    expect(one).toMatchObject({
      standing: "held",
      date: "2022-03-11",
      window: { open: "09:00", close: "10:30" },
      attended: { value: 60, qualifier: "atLeast" },
      present: 1
    })
    expect(one && Activity.reach(one, "views", day("2022-04-01"))).toEqual({ value: 10_000, qualifier: "atLeast" })
    expect(one?.outcomes).toEqual(expect.arrayContaining([{ need: "n-1" }, { unit: "e-1", result: "liveSales" }]))
    expect(one && Activity.isJoint(one)).toBe(true)
  })

  it("F-07 the one that comes too late is refused at its row, and named by nothing", () => {
    const rows = ["p-1", "p-2", "p-3"].map((person) => `a-1,${person},2022-03-02`)
    const full = { ...files, "activity-changes.csv": table("activity,on,capacity", "a-1,2022-03-01,1") }
    const { refused } = together({ ...full, "registrations.csv": table("activity,person,on", ...rows) })
    expect(refused).toEqual(["error registrations.csv 4 PlacesFull"])
  })

  it.each([
    ["registrations.csv", "activity,person,unit,on", "a-1,,,2022-03-02", "person OneOfNeeded"],
    ["registrations.csv", "activity,person,unit,on", "a-1,p-1,e-1,2022-03-02", "person OneOfNeeded"],
    ["registrations.csv", "activity,person,on,present", "a-1,p-1,2022-03-02,是", "recorded CellMissing"],
    ["activity-changes.csv", "activity,on,hours", "a-1,2022-03-02,9:00-10:00", "date CellMissing"],
    ["activity-changes.csv", "activity,on,date", "a-1,2022-03-02,", "date ChangeMissing"],
    ["activity-results.csv", "activity,on,metric,count", "a-1,2022-03-02,views,", "count CellMissing"],
    ["activity-results.csv", "activity,on,need,case", "a-1,2022-03-02,n-1,c-1", "case CellExcluded"],
    ["activity-results.csv", "activity,on,metric", "a-1,2022-03-02,", "metric OneOfNeeded"],
    [
      "planned-activities.csv",
      "activity,name,form,audience,hosts,date,cancelled",
      "a-1,甲,fair,企业,s-1,2022-03-02,2022-03-01",
      "reason CellMissing"
    ],
    [
      "planned-activities.csv",
      "activity,name,form,audience,hosts,date,attended",
      "a-1,甲,fair,企业,s-1,2022-03-02,60",
      "held CellMissing"
    ],
    [
      "planned-activities.csv",
      "activity,name,form,audience,hosts,date,project",
      "a-1,甲,fair,企业,s-1,2022-03-02,sp-1",
      "programme CellMissing"
    ]
  ])("what is missing or too much is named: %s %s %s", (file, head, row, expected) => {
    expect(wrong({ [file]: table(head, row) })).toEqual([`error ${file} 2 ${expected}`])
  })
})
