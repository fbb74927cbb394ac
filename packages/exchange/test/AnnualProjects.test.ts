import { CivilDate, Identifier, Share } from "@louyu/kernel"
import { AnnualList, Code, WorkLine } from "@louyu/programmes"
import { describe, expect, it } from "vitest"
import { asked, city, wrong } from "./posts.ts"
import { table, together, turned } from "./programmesFolder.ts"

const day = CivilDate.make
const sound = [[], [], 0]
const three = (n: number) => String(n).padStart(3, "0")

describe("work-lines.csv", () => {
  const groups = [
    ["organisation", "一个组织", "1"],
    ["mechanisms", "两个机制", "2"],
    ["platforms", "三大平台", "3"],
    ["classrooms", "四大课堂", "4"],
    ["brands", "各大品牌活动", ""]
  ]
  const files = {
    "work-lines.csv": table(
      "work_line,name,group,group_name,declared,on",
      ...groups.map((cells) => `wl,一个组织、两个机制、三大平台、四大课堂和各大品牌活动,${cells.join()},2022-01-01`)
    ),
    "work-line-entries.csv": table(
      "work_line,group,entry,name,from,to",
      "wl,organisation,committee,综合党委,2022-01-01,",
      "wl,mechanisms,meeting,联席会议,2022-01-01,2022-05-01",
      "wl,mechanisms,list,清单,2022-01-01,"
    )
  }

  it("F-05 what is declared stands beside what is listed, in the order of the rows", () => {
    const { findings, refused, news, lines } = together(files)
    expect([findings, refused, news]).toEqual(sound)
    const line = WorkLine.get(lines.state, Code.WorkLineId.make("wl"))
    expect(line && WorkLine.pattern(line)).toBe("1-2-3-4-N")
    const states = (on: string) => line && WorkLine.check(line, day(on)).map(({ state, entries }) => [state, entries])
    expect(states("2022-02-01")?.slice(0, 3)).toEqual([
      ["complete", 1],
      ["complete", 2],
      ["short", 0]
    ])
    expect(states("2022-05-01")?.[1]).toEqual(["short", 1])
  })

  it("F-05 an entry of a group that is not declared is refused at its row", () => {
    const entries = table("work_line,group,entry,name,from", "wl,halls,a,甲,2022-01-01")
    expect(together({ ...files, "work-line-entries.csv": entries }).refused).toEqual([
      "error work-line-entries.csv 2 ProgrammePartUnknown"
    ])
  })
})

describe("annual-lists.csv and annual-projects.csv", () => {
  const committees = Array.from({ length: 30 }, (_, i) => `k-${i}`)
  const projects = Array.from({ length: 305 }, (_, i) => ({
    committee: committees[i % 30],
    project: `p-${three(i)}`,
    i
  }))
  const files = {
    "units.csv": `${city}${committees.map((id) => `${id},comprehensive-committee,示例综合党委${id},s-1,`).join("\n")}\n`,
    "annual-lists.csv": table(
      "委员会,年度,开列日期,公布日期",
      ...committees.map((id) => `${id},2021年,2021-01-05,2021-02-01`)
    ),
    "annual-projects.csv": table(
      "committee,year,project,name,promise,beneficiaries,on,milestone,milestone_name,milestone_by,reached,completed,city_nominated,city_promoted",
      ...projects.map(({ committee, project, i }) => {
        const key = i < 55 ? "2021-03-01,2021-03-04" : ","
        return `${committee},2021,${project},实事${i},年内办成,2000余,2021-01-10,open,开班,2021-07-01,2021-06-30,2021-12-01,${key}`
      })
    ),
    "annual-project-reports.csv": table(
      "committee,year,project,on,percent,served,note,marks",
      ...projects
        .slice(0, 55)
        .map(
          ({ committee, project }) => `${committee},2021,${project},2021-03-03,30,600,,受益面=90;长效性=60；demand=80`
        )
    )
  }

  it.each([
    ["as they were written", files],
    ["the other way round", turned(files)]
  ])(
    "W-06 of 305 practical projects of 30 committees 55 become key ones of the city, scored before: rows %s",
    (_, folder) => {
      const { findings, refused, news, lists } = together(folder)
      expect([findings, refused, news]).toEqual(sound)
      expect(Share.percent(AnnualList.promoted(lists.state, 2021, "city"), 2)).toBe("18.03")
      expect(Share.mean(AnnualList.perCommittee(lists.state, 2021))).toBe("10.17")
      expect(Share.percent(AnnualList.completed(lists.state, 2021), 0)).toBe("100")
    }
  )

  const list = (rows: string, reports: string) => ({
    "annual-lists.csv": table("committee,year,on,published", "s-1,2021,2021-01-05,2021-02-01"),
    "annual-projects.csv": table(
      "committee,year,project,name,promise,beneficiaries,on,city_nominated,city_promoted",
      rows
    ),
    "annual-project-reports.csv": table("committee,year,project,on,marks", reports)
  })

  it("W-06 a project that was not scored, or too low, is not promoted: refused at its row", () => {
    const row = "s-1,2021,p,托管班,办成,2000,2021-01-10,2021-03-01,2021-03-04"
    const low = "s-1,2021,p,2021-03-03,受益面=40;长效性=40;需求度=40"
    expect(together(list(row, low)).refused).toEqual(["error annual-projects.csv 2 BenefitTooLow"])
    expect(together(list(row, low.replace("2021-03-03", "2021-03-09"))).refused).toEqual([
      "error annual-projects.csv 2 BenefitTooLow"
    ])
  })

  it("H-17 more than ten matters stand on a list, which says so, and a later year carries one on", () => {
    const rows = Array.from({ length: 12 }, (_, i) => `s-1,2021,p-${i},实事${i},办成,100,2021-01-10,,`)
    const { findings, refused, news, lists } = together({
      "annual-lists.csv": table(
        "committee,year,soft_cap,on,published",
        "s-1,2022,,2022-01-05,",
        "s-1,2021,,2021-01-05,2021-02-01"
      ),
      "annual-projects.csv": table(
        "committee,year,project,name,promise,beneficiaries,on,renews_year,renews_project",
        "s-1,2022,p-0,实事0,办成,100,2022-01-10,2021,p-1",
        ...rows
      )
    })
    expect([findings, refused, news]).toEqual(sound)
    const committee = Identifier.UnitId.make("s-1")
    const list = AnnualList.get(lists.state, committee, 2021)
    expect(list && AnnualList.overCap(list)).toEqual({ cap: 10, listed: 12, over: 2 })
    const renewed = { year: 2021, project: Code.ProjectId.make("p-1") }
    expect(AnnualList.renewals(lists.state, committee, renewed).map(({ adopted }) => adopted.project)).toEqual(["p-0"])
  })

  it("H-17 a matter that is put on a published list is refused at its row; one that is dropped says why", () => {
    const late = list(
      "s-1,2021,p,居民用餐,办成,2000,2021-02-10,,",
      "s-1,2021,p,2021-03-03,受益面=90;长效性=60;需求度=80"
    )
    expect(together(late).refused[0]).toBe("error annual-projects.csv 2 ProgrammeActionNotAllowed")
    const dropped = {
      "annual-projects.csv": table(
        "committee,year,project,name,promise,beneficiaries,on,dropped,reason",
        "s-1,2021,p,居民用餐,办成,2000,2021-01-10,2021-05-01,"
      )
    }
    expect(wrong(dropped)).toEqual(["error annual-projects.csv 2 reason CellMissing"])
  })

  it.each([
    ["受益面=90;美观=60", "marks CriterionUnknown"],
    ["受益面=101", "marks NumberInvalid"],
    ["受益面=90;breadth=60", "marks ListRepeats"],
    ["受益面", "marks PairInvalid"],
    ["", "percent ChangeMissing"]
  ])("W-06 marks are by the criteria of the city: %s", (marks, expected) => {
    const file = {
      "annual-project-reports.csv": table("committee,year,project,on,marks", `s-1,2021,p,2021-03-03,${marks}`)
    }
    expect(wrong(file)).toEqual([`error annual-project-reports.csv 2 ${expected}`])
  })

  it("H-17 what a milestone needs is named, and rows of one project that disagree are refused", () => {
    const head = "committee,year,project,name,promise,beneficiaries,on,milestone,milestone_name,reached"
    const row = (promise: string, rest: string) => `s-1,2021,p,托管班,${promise},2000,2021-01-10,${rest}`
    expect(wrong({ "annual-projects.csv": table(head, row("办成", ",开班,2021-06-30")) })).toEqual([
      "error annual-projects.csv 2 milestone CellMissing"
    ])
    const two = table(head, row("办成", "a,开班,"), row("办好", "b,结业,"))
    expect(wrong({ "annual-projects.csv": two })).toEqual(["error annual-projects.csv 3 promise RowsDisagree"])
    expect(
      asked({ "annual-projects.csv": table(head, row("办成", "a,开班,"), row("办成", "b,结业,2021-08-30")) }).slice(-2)
    ).toMatchObject([
      { _tag: "AdoptListItem", milestones: [{ milestone: "a" }, { milestone: "b", names: { zh: "结业" } }] },
      { _tag: "ReachListMilestone", milestone: "b", on: "2021-08-30" }
    ])
  })
})
