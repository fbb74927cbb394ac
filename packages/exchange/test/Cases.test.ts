import { Profiles } from "@louyu/profiles"
import { describe, expect, it } from "vitest"
import { CityFolder } from "../src/index.ts"
import { founded, raised, runCase, sheet, stepsOf } from "./caseFolder.ts"
import { brief, bytes } from "./folder.ts"
import { asked, city, posted, wrong } from "./posts.ts"

const cases = (row: string) => ({ "cases.csv": sheet("case,flow,title,place,category,channel,by,level,at", row) })
const papers = (row: string) =>
  raised({
    "case-papers.csv": sheet("case,at,what,paper,departments,by,cleared,text,reference", row)
  })
const tasks = (...rows: ReadonlyArray<string>) =>
  raised({ "case-tasks.csv": sheet("case,task,department,what,lead,at,finished,result", ...rows) })

describe("bad rows about cases get a typed error at their place", () => {
  it.each([
    ["flow", cases("c-1,吹口哨,车库拥堵,b-1,,visit,e-1,,2024-05-06"), "error cases.csv 2 flow CaseworkWordUnknown"],
    [
      "category",
      cases("c-1,whistle,车库拥堵,b-1,拥挤,visit,e-1,,2024-05-06"),
      "error cases.csv 2 category CaseworkWordUnknown"
    ],
    [
      "channel",
      cases("c-1,whistle,车库拥堵,b-1,,飞鸽传书,e-1,,2024-05-06"),
      "error cases.csv 2 channel CaseworkWordUnknown"
    ],
    [
      "level",
      cases("c-1,whistle,车库拥堵,b-1,,visit,e-1,省,2024-05-06"),
      "error cases.csv 2 level CaseworkWordUnknown"
    ],
    ["nobody", cases("c-1,whistle,车库拥堵,b-1,,visit,,,2024-05-06"), "error cases.csv 2 by CellMissing"],
    ["place", cases("c-1,whistle,车库拥堵,b-9,,visit,e-1,,2024-05-06"), "error cases.csv 2 place ReferenceUnknown"],
    ["time", cases("c-1,whistle,车库拥堵,b-1,,visit,e-1,,上午九点"), "error cases.csv 2 at MomentInvalid"],
    ["hour", cases("c-1,whistle,车库拥堵,b-1,,visit,e-1,,2024-05-06 25:00"), "error cases.csv 2 at MomentInvalid"],
    ["day", cases("c-1,whistle,车库拥堵,b-1,,visit,e-1,,2024-02-30 09:00"), "error cases.csv 2 at CivilDateInvalid"],
    ["age", cases("c-1,whistle,车库拥堵,b-1,,visit,e-1,,0001-01-01"), "error cases.csv 2 at MomentInvalid"],
    ["clock", cases("c-1,whistle,车库拥堵,b-1,,visit,e-1,,1986-05-04 02:30"), "error cases.csv 2 at MomentSkipped"],
    [
      "personal data",
      cases("c-1,whistle,请致电 13800138000,b-1,,visit,e-1,,2024-05-06"),
      "error cases.csv 2 title PersonalDataInCell"
    ],
    ["action", stepsOf("by", "c-2,2024-08-18,转圈,"), "error case-steps.csv 2 action ChoiceUnknown"],
    ["missing", stepsOf("by,to", "c-2,2024-08-18,交办,s-1,"), "error case-steps.csv 2 to CellMissing"],
    ["excess", stepsOf("by,to", "c-2,2024-08-18,受理,,s-1"), "error case-steps.csv 2 to CellExcluded"],
    ["closing", stepsOf("reason", "c-2,2024-08-18,关闭,不想办"), "error case-steps.csv 2 reason CaseworkWordUnknown"],
    [
      "rejection of a flow that has none",
      stepsOf("reason", "c-1,2024-08-18,不予受理,重复"),
      "error case-steps.csv 2 reason CaseworkWordUnknown"
    ],
    [
      "length",
      stepsOf("extension,reason", "c-2,2024-08-18,延期,几天,等配件"),
      "error case-steps.csv 2 extension DurationInvalid"
    ],
    [
      "step of level",
      stepsOf("level,cause", "c-2,2024-08-18,升级,省,责任不清"),
      "error case-steps.csv 2 level CaseworkWordUnknown"
    ],
    ["merged from nowhere", stepsOf("other", "c-9,2024-08-18,并案,c-1"), "error case-steps.csv 2 case RaisersUnknown"],
    [
      "personal data in a reason",
      stepsOf("reason", "c-2,2024-08-18,暂停,等 13800138000 回电"),
      "error case-steps.csv 2 reason PersonalDataInCell"
    ],
    ["half a task", tasks("c-2,t-1,s-1,巡查,是,2024-08-18,2024-08-20,"), "error case-tasks.csv 2 result CellMissing"],
    ["clearance", papers("c-2,2024-08-18,会签,x-1,,s-1,,,"), "error case-papers.csv 2 cleared CellMissing"],
    ["evidence", papers("c-2,2024-08-18,材料,result,,,,现场照片,"), "error case-papers.csv 2 text CellExcluded"]
  ])("R1-16 %s", (_, files, expected) => {
    expect(wrong(files)).toEqual([expected])
    for (const { problem } of posted(files).findings) {
      expect(problem.text.zh).toMatch(/[\u4e00-\u9fff]/u)
      expect(problem.text.en).not.toMatch(/undefined/u)
      expect(JSON.stringify(problem.text)).not.toContain("138")
    }
  })

  it("R1-16 and an unknown flow or reason names those there are, the nearest first", () => {
    const [flow] = posted(cases("c-1,楼宇议事,车库拥堵,b-1,,visit,e-1,,2024-05-06")).findings
    expect(flow?.problem).toMatchObject({ sort: "flow", nearest: ["新时代楼宇议事厅"] })
    const [reason] = posted(stepsOf("reason", "c-2,2024-08-18,关闭,不想办")).findings
    expect(reason?.problem.text.en).toContain("已解决 solved")
  })

  it("R1-16 and nothing more than that when there is no profile", () => {
    const files = {
      ...stepsOf("reason", "c-1,2024-08-18,关闭,不想办"),
      ...founded(),
      "city.json": '{ "tenant": "a", "profile": "nowhere" }',
      "cases.csv": sheet("case,flow,title,place,channel,by,at", "c-1,whistle,拥堵,b-1,visit,e-1,2024-05-06")
    }
    const found = posted(files).findings.map(brief)
    expect(found.filter((one) => !/(?:units|schemes)\.csv/u.test(one))).toEqual(["error city.json ProfileUnknown"])
  })
})

describe("moments", () => {
  const at = (cell: string, profile = Profiles.pinghu) => {
    const files = new Map(
      Object.entries({ ...cases(`c-1,whistle,拥堵,b-1,,visit,e-1,,${cell}`), "units.csv": city }).map(
        ([name, text]) => [name, bytes(text)] as const
      )
    ).set("city.json", bytes('{ "tenant": "a", "profile": "pinghu", "since": "2019-01-01" }'))
    const { steps, findings } = CityFolder.read(files, { profiles: [profile] })
    const raisings = steps.flatMap(({ command }) => (command._tag === "RaiseCase" ? [command.at] : []))
    return [...raisings.map((moment) => new Date(moment).toISOString()), ...findings.map(brief)]
  }

  it.each([
    ["2024-05-06 09:30", "2024-05-06T01:30:00.000Z"],
    ["2024-05-06T09:30:15", "2024-05-06T01:30:15.000Z"],
    ["2024/5/6 9:30", "2024-05-06T01:30:00.000Z"],
    ["2024年5月6日　9：30", "2024-05-06T01:30:00.000Z"],
    ["2024-05-06", "2024-05-05T16:00:00.000Z"]
  ])("R5-3 are what clocks of the city show: %s", (cell, expected) => {
    expect(at(cell)).toEqual([expected])
  })

  it("R5-3 follow clocks that are set forward and back", () => {
    const there = { ...Profiles.pinghu, timeZone: "America/New_York" }
    expect(at("2024-07-01 09:00", there)).toEqual(["2024-07-01T13:00:00.000Z"])
    expect(at("2024-01-01 09:00", there)).toEqual(["2024-01-01T14:00:00.000Z"])
    expect(at("2024-11-03 01:30", there)).toEqual(["2024-11-03T05:30:00.000Z"])
    expect(at("2024-03-10 02:30", there)).toEqual(["error cases.csv 2 at MomentSkipped"])
    const cairo = { ...Profiles.pinghu, timeZone: "Africa/Cairo" }
    expect(at("2024-04-26", cairo)).toEqual(["2024-04-25T22:00:00.000Z"])
  })
})

describe("case-steps.csv", () => {
  const story = stepsOf(
    "by,to,reason,scope,difficulty,category,item,result,solved,rating",
    "c-1,2024-08-26 10:00,关闭,,,已解决,,,,,,,",
    "c-1,2024-08-25,回访,,,,,,,,,是,满意",
    "c-1,2024-08-24,办结,,,,,,,,交警驻点疏导,,",
    "c-1,2024-08-22,回访,,,,,,,,,否,不满意",
    "c-1,2024-08-21,办结,,,,,,,,错峰出库,,",
    "c-1,2024-08-19,办理,,,,,,,,,,",
    "c-1,2024-08-17,商议,b-1,,,,,,m-7,错峰,,"
  )

  it("F-09 a history told by rows in any order comes to where it ended, and telling it again changes nothing", () => {
    const { state, failures } = runCase(asked(story), "c-1")
    expect(failures).toEqual([])
    expect([state?.standing, state?.stage, state?.reopenings.length, state?.followUps.length]).toEqual([
      "closed",
      "closed",
      1,
      2
    ])
    expect(runCase(asked(story), "c-1", state)).toMatchObject({ events: [], failures: [] })
  })

  it("rows of one day without times go the way cases go", () => {
    const day = "2024-08-18"
    const files = {
      ...stepsOf(
        "by,to,reason,scope,difficulty,category,result",
        `c-2,${day},关闭,,,solved,,,,`,
        `c-2,${day},办结,,,,,,,已装门禁`,
        `c-2,${day},办理,,,,,,,`,
        `c-2,${day},交办,s-1,pc-1,,,,,`,
        `c-2,${day},分类,,,,个性,一般,安全防盗,`,
        `c-2,${day},受理,,,,,,,`
      ),
      "case-tasks.csv": sheet(
        "case,task,department,what,lead,at,finished,result",
        `c-2,t-1,pc-1,装门禁,是,${day},${day},已装`,
        `c-2,t-2,s-1,巡逻,,${day},${day},已排班`
      ),
      "case-papers.csv": sheet(
        "case,at,what,paper,departments,by,cleared,text",
        `c-2,${day},批准,plan-1,,s-1,,`,
        `c-2,${day},会签,plan-1,,pc-1,是,`,
        `c-2,${day},方案,plan-1,pc-1,,,加装门禁`,
        `c-2,${day},踏勘,look-1,pc-1;s-1,,,锁具损坏`,
        `c-2,${day},材料,result,,,,`
      )
    }
    const { state, failures } = runCase(asked(files), "c-2")
    expect(failures).toEqual([])
    expect([state?.standing, state?.handler, state?.tasks.length, state?.plans.length]).toEqual([
      "closed",
      "pc-1",
      2,
      1
    ])
    expect(state?.evidence).toEqual(["siteSurvey", "result"])
  })

  it("R5-12 a merged case takes whoever it was raised for along", () => {
    const files = stepsOf("other", "c-1,2024-08-18,并案,c-2")
    const { state, failures } = runCase(asked(files), "c-2")
    expect(failures).toEqual([])
    expect(state?.absorbed).toEqual([{ case: "c-1", raisers: [{ unit: "e-1" }] }])
    expect(runCase(asked(files), "c-1").state?.standing).toBe("merged")
  })

  it("R1-16 what the rules refuse is put at the row that asked for it", () => {
    const files = stepsOf("reason", "c-1,2024-08-20,关闭,已解释说明")
    const { steps } = posted(files)
    const own = steps.flatMap(({ command }, index) => ("case" in command && command.case === "c-1" ? [index] : []))
    const { failures } = runCase(
      steps.map(({ command }) => command),
      "c-1"
    )
    const refused = failures.map(({ index, failure }) => ({ index: own[index] ?? -1, failure }))
    expect(CityFolder.attribute(steps, refused).map(brief)).toEqual(["error case-steps.csv 2 FollowUpMissing"])
  })
})
