import { CivilDate, Decider } from "@louyu/kernel"
import { Command, Recruiting, type State, Stay, Stays } from "@louyu/recruitment"
import { describe, expect, it } from "vitest"
import type { Report } from "../src/index.ts"
import { brief } from "./folder.ts"
import { asked, posted, wrong } from "./posts.ts"

const pipelines = { "pipelines.csv": "pipeline,from\n招商,2020-01-01\n人才引育,2020-01-01\n" }
const prospects = (heads: string, ...rows: ReadonlyArray<string>) => ({
  ...pipelines,
  "prospects.csv": [`prospect,pipeline,source,on,${heads}`, ...rows, ""].join("\n")
})
const firm = prospects("name", "p-1,招商,visit,2022-01-10,示例来客")
const steps = (heads: string, ...rows: ReadonlyArray<string>) => ({
  ...firm,
  "prospect-steps.csv": [`prospect,on,what,${heads}`, ...rows, ""].join("\n")
})
const contacts = (row: string) => ({ ...firm, "contacts.csv": `contact,prospect,how,at,on,by,note\n${row}\n` })
const stays = (heads: string, row: string) => ({ "stays.csv": `stay,office,from,${heads}\n${row}\n` })
const offices = (...rows: ReadonlyArray<string>) => ({
  "offices.csv": ["office,name,place,seats,rooms,free_months,from,to", ...rows, ""].join("\n")
})
const liaisons = (...rows: ReadonlyArray<string>) => ({
  ...pipelines,
  "liaisons.csv": ["liaison,pipelines,absent,from,to", ...rows, ""].join("\n")
})

const isAboutProspects = (command: Report.Command): command is Command.Command => command._tag in Command.Command.cases
const isAboutStays = (command: Report.Command): command is Stay.StayCommand => command._tag in Stay.StayCommand.cases
const facts = { exists: () => true }
const told = (files: Readonly<Record<string, string>>, before: State.State = Recruiting.decider.initial) =>
  Decider.run(Recruiting.decider, before, asked(files).filter(isAboutProspects), facts)

describe("bad rows about prospects and stays get a typed error at their place", () => {
  it.each([
    ["pipeline", prospects("name", "p-1,招租,visit,2022-01-10,示例"), "error prospects.csv 2 pipeline PipelineUnknown"],
    [
      "adopted pipeline",
      { "pipelines.csv": "pipeline,from\n招租,2020-01-01\n" },
      "error pipelines.csv 2 pipeline PipelineUnknown"
    ],
    [
      "half a limit",
      { "pipelines.csv": "pipeline,picks,from\n招商,3,2020-01-01\n" },
      "error pipelines.csv 2 pick_days CellMissing"
    ],
    [
      "replaced by nothing",
      { "pipelines.csv": "pipeline,replaced,from\n招商,旧=不在,2020-01-01\n" },
      "error pipelines.csv 2 replaced PipelineWordUnknown"
    ],
    ["opt-out", liaisons("p-7,,整个七月,2022-01-01,"), "error liaisons.csv 2 absent SpanInvalid"],
    ["liaison reversed", liaisons("p-7,,,2022-01-01,2021-01-01"), "error liaisons.csv 2 to PeriodReversed"],
    [
      "name of a person",
      prospects("name,contact", "p-1,人才引育,fair,2022-01-10,示例甲,p-9"),
      "error prospects.csv 2 name NameNotFitting"
    ],
    [
      "person without contact",
      prospects("contact", "p-1,人才引育,fair,2022-01-10,"),
      "error prospects.csv 2 contact NameNotFitting"
    ],
    [
      "firm without a name",
      prospects("contact", "p-1,招商,fair,2022-01-10,p-9"),
      "error prospects.csv 2 name NameNotFitting"
    ],
    [
      "number in a name",
      prospects("name", "p-1,招商,fair,2022-01-10,示例 13800138000"),
      "error prospects.csv 2 name PersonalDataInCell"
    ],
    [
      "credit code",
      prospects("name,uscc", "p-1,招商,fair,2022-01-10,示例,9133"),
      "error prospects.csv 2 uscc UsccMalformed"
    ],
    [
      "building",
      prospects("name,buildings", "p-1,招商,fair,2022-01-10,示例,b-9"),
      "error prospects.csv 2 buildings ReferenceUnknown"
    ],
    [
      "area",
      prospects("name,least,most", "p-1,招商,fair,2022-01-10,示例,200,100"),
      "error prospects.csv 2 most AreaReversed"
    ],
    [
      "no area",
      prospects("name,least", "p-1,招商,fair,2022-01-10,示例,很大"),
      "error prospects.csv 2 least AreaMalformed"
    ],
    [
      "industry",
      prospects("name,industry", "p-1,招商,fair,2022-01-10,示例,软件"),
      "error prospects.csv 2 industry IndustryCodeMalformed"
    ],
    [
      "stage at opening",
      prospects("name,stage", "p-1,招商,fair,2022-01-10,示例,面试"),
      "error prospects.csv 2 stage PipelineWordUnknown"
    ],
    [
      "nobody to give it to",
      prospects("name,assigned", "p-1,招商,fair,2022-01-10,示例,2022-01-11"),
      "error prospects.csv 2 liaison CellMissing"
    ],
    [
      "merged without a day",
      prospects("name,merged_into", "p-1,招商,fair,2022-01-10,示例,p-2"),
      "error prospects.csv 2 merged CellMissing"
    ],
    [
      "two prospects in one",
      prospects(
        "name,liaison,assigned",
        "p-1,招商,fair,2022-01-10,示例,p-7,",
        "p-1,招商,visit,2022-01-10,,p-8,2022-02-01"
      ),
      "error prospects.csv 3 source RowsDisagree"
    ],
    [
      "nothing changed",
      { ...firm, "prospect-changes.csv": "prospect,name,on\np-1,,2022-02-01\n" },
      "error prospect-changes.csv 2 name ChangeMissing"
    ],
    ["what", steps("stage", "p-1,2022-02-01,跳过,在谈"), "error prospect-steps.csv 2 what ChoiceUnknown"],
    ["stage", steps("stage", "p-1,2022-02-01,推进,面试"), "error prospect-steps.csv 2 stage PipelineWordUnknown"],
    ["no stage", steps("stage", "p-1,2022-02-01,推进,"), "error prospect-steps.csv 2 stage CellMissing"],
    [
      "stage of what was lost",
      steps("stage,exit,reason", "p-1,2022-02-01,退出,在谈,流失,租金"),
      "error prospect-steps.csv 2 stage CellExcluded"
    ],
    [
      "exit",
      steps("exit,reason", "p-1,2022-02-01,退出,离职,辞职"),
      "error prospect-steps.csv 2 exit PipelineWordUnknown"
    ],
    [
      "exit without a reason",
      steps("exit", "p-1,2022-02-01,退出,流失"),
      "error prospect-steps.csv 2 reason ExitReasonMissing"
    ],
    [
      "reason",
      steps("exit,reason", "p-1,2022-02-01,退出,流失,辞职"),
      "error prospect-steps.csv 2 reason PipelineWordUnknown"
    ],
    [
      "personal data",
      steps("reason", "p-1,2022-02-01,搁置,打 13800138000 再问"),
      "error prospect-steps.csv 2 reason PersonalDataInCell"
    ],
    [
      "parked backwards",
      steps("reason,until", "p-1,2022-02-01,搁置,等政策,2022-01-01"),
      "error prospect-steps.csv 2 until PeriodReversed"
    ],
    ["future contact", contacts("c-1,p-1,call,2022-03-01,2022-02-01,p-7,"), "error contacts.csv 2 at ContactInFuture"],
    [
      "personal data in a note",
      contacts("c-1,p-1,call,2022-02-01,,p-7,a@example.com"),
      "error contacts.csv 2 note PersonalDataInCell"
    ],
    [
      "done but not closed",
      { ...firm, "follow-ups.csv": "follow_up,prospect,what,due,on,done\nf-1,p-1,回访,2022-03-01,2022-02-01,是\n" },
      "error follow-ups.csv 2 closed CellMissing"
    ],
    ["seats", offices("o-1,示例空间,b-1,-3,0,3,2022-01-01,"), "error offices.csv 2 seats NumberInvalid"],
    [
      "two closing days",
      offices("o-1,示例空间,b-1,3,0,3,2022-01-01,2023-01-01", "o-1,示例空间,b-1,6,0,3,2022-06-01,"),
      "error offices.csv 3 to RowsDisagree"
    ],
    ["stay of nobody", stays("seats", "s-1,o-1,2022-01-01,3"), "error stays.csv 2 prospect StayEmpty"],
    ["stay of nothing", stays("enterprise", "s-1,o-1,2022-01-01,e-1"), "error stays.csv 2 seats StayEmpty"],
    [
      "end without an outcome",
      stays("enterprise,seats,ended", "s-1,o-1,2022-01-01,e-1,3,2022-03-01"),
      "error stays.csv 2 outcome CellMissing"
    ],
    [
      "half an extension",
      stays("enterprise,seats,extended_until,extended", "s-1,o-1,2022-01-01,e-1,3,2022-07-01,2022-03-20"),
      "error stays.csv 2 extension_reason CellMissing"
    ]
  ])("R4-20 %s", (_, files, expected) => {
    expect(wrong(files)).toEqual([expected])
    for (const { problem } of posted(files).findings) {
      expect(problem.text.zh).toMatch(/[\u4e00-\u9fff]/u)
      expect(problem.text.en).not.toMatch(/undefined/u)
      expect(JSON.stringify(problem.text)).not.toContain("138")
    }
  })

  it("R4-20 and an unknown pipeline names those there are", () => {
    const [finding] = posted(prospects("name", "p-1,招租,visit,2022-01-10,示例")).findings
    expect(finding?.problem.text.en).toContain("招商 investment")
  })

  it("R4-20 and nothing more than that when there is no profile", () => {
    const files = {
      ...steps("stage", "p-1,2022-02-01,推进,在谈"),
      "city.json": '{ "tenant": "a", "profile": "nowhere" }',
      "pipelines.csv": "pipeline,from\ninvestment,2020-01-01\n",
      "prospects.csv": "prospect,pipeline,source,on,name\np-1,investment,visit,2022-01-10,示例\n"
    }
    const found = posted(files).findings.map(brief)
    expect(found.filter((one) => !/(?:units|schemes)\.csv/u.test(one))).toEqual(["error city.json ProfileUnknown"])
  })
})

describe("prospects.csv", () => {
  it("H-25 who keeps no history writes the present stage, and that is where the prospect is", () => {
    const { state, failures } = told(prospects("name,stage", "p-1,招商,visit,2022-01-10,示例来客,入驻"))
    expect(failures).toEqual([])
    expect([...told(firm, state).state.prospects].map(([, one]) => [one.stage, one.won])).toEqual([
      ["movedIn", "2022-01-10"]
    ])
  })

  it("R4-5 somebody else takes over in a row of its own, the other cells left empty", () => {
    const files = {
      ...prospects(
        "name,liaison,assigned,released,release_reason",
        "p-1,招商,visit,2022-01-10,示例来客,p-7,,2022-03-01,长期未跟进",
        "p-1,招商,visit,2022-01-10,,p-8,2022-03-02,,"
      ),
      "liaisons.csv": "liaison,from\np-7,2021-01-01\np-8,2021-01-01\n"
    }
    const { state, failures } = told(files)
    expect(failures).toEqual([])
    const [known] = [...state.prospects].map(([, one]) => one)
    expect(known?.holders.map(({ from, value }) => [from, value])).toEqual([
      ["2022-01-10", "p-7"],
      ["2022-03-02", "p-8"]
    ])
    expect(known?.released).toEqual([{ liaison: "p-7", on: "2022-03-01", reason: "idle" }])
  })

  it("H-25 a history told by rows in any order comes to where it ended, and telling it again changes nothing", () => {
    const files = {
      ...firm,
      ...liaisons("p-7,招商,2022-07-01..2022-08-01,2021-01-01,2022-05-01", "p-7,招商;人才引育,,2022-06-01,"),
      ...steps(
        "stage,exit,reason,evidence,tenant",
        "p-1,2022-05-02,达成,,,,,e-1",
        "p-1,2022-04-01,重启,,,又有意向,,",
        "p-1,2022-01-20,推进,研判,,,,",
        "p-1,2022-02-01,推进,在谈,,,,",
        "p-1,2022-03-01,退出,,流失,租金,,",
        "p-1,2022-04-20,推进,签约,,,contract,"
      ),
      ...prospects("name,liaison", "p-1,招商,visit,2022-01-10,示例来客,p-7"),
      "follow-ups.csv": "follow_up,prospect,what,due,on,closed\nf-1,p-1,回访,2022-03-01,2022-02-01,2022-02-01\n"
    }
    const { state, failures } = told(files)
    expect(failures).toEqual([])
    const [known] = [...state.prospects].map(([, one]) => one)
    expect(known?.steps.map(({ stage }) => stage)).toEqual([
      "lead",
      "assessed",
      "negotiating",
      "negotiating",
      "signed",
      "movedIn"
    ])
    expect(known?.tenant).toEqual({ unit: "e-1", on: "2022-05-02" })
    expect(told(files, state)).toMatchObject({ events: [], failures: [] })
  })
})

describe("stays.csv", () => {
  it("H-26 seats that become free on a day are given to who comes that day, and telling it again changes nothing", () => {
    const files = {
      ...offices("o-1,示例空间,b-1,3,0,3,2022-01-01,", "o-1,示例空间,b-1,5,0,3,2022-06-01,"),
      ...stays(
        "enterprise,seats,extended_until,extension_reason,extended,ended,outcome",
        "s-1,o-1,2022-01-01,e-1,3,2022-05-01,装修未完,2022-03-20,2022-04-15,落户\ns-2,o-1,2022-04-15,pc-1,3,,,,,"
      )
    }
    const commands = asked(files).filter(isAboutStays)
    const first = Decider.run(Stays.decider, Stays.decider.initial, commands, facts)
    expect(first.failures).toEqual([])
    expect(first.events.map(({ _tag }) => _tag)).toEqual([
      "OfficeOpened",
      "StayStarted",
      "StayExtended",
      "StayEnded",
      "StayStarted",
      "OfficeResized"
    ])
    expect(
      Stays.overload(first.state, [...first.state.offices][0]?.[1] ?? expect.fail(), {
        from: CivilDate.make("2022-01-01")
      })
    ).toBeUndefined()
    expect(Decider.run(Stays.decider, first.state, commands, facts)).toMatchObject({ events: [], failures: [] })
  })
})
