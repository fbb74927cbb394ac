import { describe, expect, it } from "vitest"
import { founded, runBodies, runWhistles, sheet } from "./caseFolder.ts"
import { asked, wrong } from "./posts.ts"

const meetings = (head: string, row: string) =>
  founded({ "meetings.csv": sheet(`body,meeting,date,${head}`, `bo-1,m-1,2024-02-20,${row}`) })
const agenda = (head: string, ...rows: ReadonlyArray<string>) => ({
  ...meetings("announced", "2024-02-01"),
  "agenda.csv": sheet(`body,meeting,item,${head}`, ...rows)
})
const proposals = (...rows: ReadonlyArray<string>) =>
  founded({ "proposals.csv": sheet("body,item,proposal,by,text,on,contributor,money,places,people", ...rows) })
const bodyTasks = (head: string, ...rows: ReadonlyArray<string>) =>
  founded({ "tasks.csv": sheet(`body,task,name,on,${head}`, ...rows) })
const whistles = (head: string, row: string) => ({
  "whistles.csv": sheet(`whistle,caller,caller_kind,topic,departments,due,at,${head}`, row)
})
const reports = (...rows: ReadonlyArray<string>) => ({
  "whistle-reports.csv": sheet("whistle,department,plan,at,task,name,resolved,result", ...rows)
})
const whistle = "w-1,e-1,企业,招聘难,s-1;c-1,2024-05-07,2024-05-06 09:00"

describe("bad rows about bodies and whistles get a typed error at their place", () => {
  it.each([
    [
      "kind",
      { "bodies.csv": sheet("body,kind,place,name,from", "bo-1,圆桌会议,b-1,圆桌,2024-01-02") },
      "error bodies.csv 2 kind CaseworkWordUnknown"
    ],
    [
      "dispatcher",
      { "bodies.csv": sheet("body,kind,place,name,from", "bo-1,jointMeeting,b-1,联席会议,2024-01-02") },
      "error bodies.csv 2 dispatcher DispatcherUnfit"
    ],
    [
      "party",
      { ...founded(), "seats.csv": sheet("body,unit,party,from", "bo-1,pc-1,交警,2024-01-02") },
      "error seats.csv 2 party CaseworkWordUnknown"
    ],
    [
      "seat",
      { ...founded(), "seats.csv": sheet("body,unit,party,from,to", "bo-1,pc-1,物业,2024-01-02,2023-01-01") },
      "error seats.csv 2 to PeriodReversed"
    ],
    [
      "election",
      founded({ "chairs.csv": sheet("body,unit,chair,from,until", "bo-1,pc-1,p-1,2024-01-02,2023-01-02") }),
      "error chairs.csv 2 until PeriodReversed"
    ],
    ["half a call", meetings("by,matter", "pc-1,"), "error meetings.csv 2 matter CellMissing"],
    ["nobody recorded", meetings("recorded", "2024-02-21"), "error meetings.csv 2 attendance CellMissing"],
    ["two subjects", agenda("case,title", "bo-1,m-1,i-1,c-1,停水"), "error agenda.csv 2 title CellExcluded"],
    ["carried by somebody", agenda("by", "bo-1,m-1,i-1,pc-1"), "error agenda.csv 2 title OneOfNeeded"],
    [
      "proposal decided nothing",
      agenda("title,proposal", "bo-1,m-1,i-1,停水,p-1"),
      "error agenda.csv 2 outcome CellMissing"
    ],
    ["unknown meeting", agenda("title", "bo-1,m-2,i-1,停水"), "error agenda.csv 2 on CellMissing"],
    [
      "giver",
      proposals("bo-1,i-1,p-1,pc-1,加装充电桩,2024-02-20,,1000,,"),
      "error proposals.csv 2 contributor CellMissing"
    ],
    [
      "gift",
      proposals("bo-1,i-1,p-1,pc-1,加装充电桩,2024-02-20,e-1,1000,3,"),
      "error proposals.csv 2 money OneOfNeeded"
    ],
    [
      "nothing given",
      proposals("bo-1,i-1,p-1,pc-1,加装充电桩,2024-02-20,e-1,0,,"),
      "error proposals.csv 2 money NumberInvalid"
    ],
    [
      "two texts",
      proposals("bo-1,i-1,p-1,pc-1,加装充电桩,2024-02-20,e-1,1000,,", "bo-1,i-1,p-1,pc-1,加装路灯,2024-02-20,s-1,,4,"),
      "error proposals.csv 3 text RowsDisagree"
    ],
    [
      "visit",
      founded({ "agenda-steps.csv": sheet("body,item,on,what,satisfied", "bo-1,i-1,2024-03-01,回访,") }),
      "error agenda-steps.csv 2 satisfied CellMissing"
    ],
    ["of nothing", bodyTasks("item,year", "bo-1,t-1,修水管,2024-02-21,,"), "error tasks.csv 2 item OneOfNeeded"],
    ["by nobody", bodyTasks("item,by", "bo-1,t-1,修水管,2024-02-21,i-1,"), "error tasks.csv 2 by CellMissing"],
    [
      "year with a lead",
      bodyTasks("year,to", "bo-1,t-1,修水管,2024-02-21,2024,pc-1"),
      "error tasks.csv 2 to CellExcluded"
    ],
    [
      "duty",
      bodyTasks("item,by,duties", "bo-1,t-1,修水管,2024-02-21,i-1,c-1,物业巡查"),
      "error tasks.csv 2 duties PairInvalid"
    ],
    [
      "list of two days",
      bodyTasks("year", "bo-1,t-1,修水管,2024-02-21,2024", "bo-1,t-2,修电梯,2024-02-22,2024"),
      "error tasks.csv 3 on RowsDisagree"
    ],
    [
      "report",
      founded({ "task-steps.csv": sheet("body,task,on,what,by,text", "bo-1,t-1,2024-03-01,汇报,pc-1,") }),
      "error task-steps.csv 2 text CellMissing"
    ],
    [
      "caller",
      whistles("mode", "w-1,e-1,行人,招聘难,s-1,2024-05-07,2024-05-06,"),
      "error whistles.csv 2 caller_kind ChoiceUnknown"
    ],
    [
      "score",
      whistles("satisfied,score,evaluated", `${whistle},是,6,2024-05-09`),
      "error whistles.csv 2 score NumberInvalid"
    ],
    [
      "half an evaluation",
      whistles("satisfied,evaluated", `${whistle},,2024-05-09`),
      "error whistles.csv 2 satisfied CellMissing"
    ],
    [
      "report of nothing",
      reports("w-1,s-1,次日上门,2024-05-06 11:00,,招聘会,,"),
      "error whistle-reports.csv 2 task CellMissing"
    ],
    [
      "two reports",
      reports("w-1,s-1,次日上门,2024-05-06 11:00,t-1,招聘会,,", "w-1,s-1,改日上门,2024-05-06 11:00,t-2,宣讲,,"),
      "error whistle-reports.csv 3 plan RowsDisagree"
    ]
  ])("R1-16 %s", (_, files, expected) => {
    expect(wrong(files)).toEqual([expected])
  })
})

describe("bodies, meetings and tasks", () => {
  const story = founded({
    "meetings.csv": sheet(
      "body,meeting,date,announced,by,matter,attendance,adjourned",
      "bo-1,m-2,2024-03-20,2024-03-01,e-1,电梯停运,pc-1;e-1,",
      "bo-1,m-1,2024-02-20,2024-02-01,,,pc-1;e-1;s-1,2024-02-20"
    ),
    "agenda.csv": sheet(
      "body,meeting,item,case,title,by,on,outcome,proposal",
      "bo-1,m-2,i-1,,,,2024-03-02,agreed,p-1",
      "bo-1,m-1,i-1,c-1,,pc-1,2024-02-10,再议,"
    ),
    "proposals.csv": sheet(
      "body,item,proposal,by,text,on,contributor,money,places,people",
      "bo-1,i-1,p-1,e-1,加装门禁,2024-03-20,e-1,10万,,",
      "bo-1,i-1,p-1,e-1,加装门禁,2024-03-20,pc-1,,4,"
    ),
    "tasks.csv": sheet(
      "body,task,item,year,name,by,to,milestone,milestone_name,on",
      "bo-1,t-1,i-1,,装门禁,c-1,pc-1,,,2024-03-21",
      "bo-1,t-2,,2024,清洁日,,,k-1,第一季,2024-01-10",
      "bo-1,t-2,,2024,清洁日,,,k-2,第二季,2024-01-10",
      "bo-1,t-3,,2024,夜间照明,,,,,2024-01-10"
    ),
    "task-steps.csv": sheet(
      "body,task,on,what,by,milestone,text",
      "bo-1,t-2,2024-04-01,节点,s-1,k-1,",
      "bo-1,t-2,2024-02-01,认领,s-1,,",
      "bo-1,t-1,2024-04-10,完成,pc-1,,",
      "bo-1,t-1,2024-04-01,汇报,pc-1,,过半",
      "bo-1,t-1,2024-03-22,接受,pc-1,,"
    ),
    "agenda-steps.csv": sheet(
      "body,item,on,what,recurrences",
      "bo-1,i-1,2024-07-01,观察,0",
      "bo-1,i-1,2024-04-11,销号,"
    )
  })

  it("D-06 a history told by rows in any order comes to where it ended, and telling it again changes nothing", () => {
    const { state, failures, events } = runBodies(asked(story))
    expect(failures).toEqual([])
    expect(events.map(({ _tag }) => _tag).filter((tag) => tag !== "MemberSeated")).toEqual([
      "BodyFounded",
      "WorkListPublished",
      "MeetingScheduled",
      "TaskClaimed",
      "ItemPutOnAgenda",
      "AttendanceRecorded",
      "ItemDecided",
      "MeetingAdjourned",
      "MeetingCalled",
      "ItemCarriedOver",
      "AttendanceRecorded",
      "ProposalMade",
      "ItemDecided",
      "ItemDispatched",
      "TaskAccepted",
      "MilestoneReached",
      "TaskReported",
      "TaskFulfilled",
      "ItemClosed",
      "ResultObserved",
      "MemberUnseated"
    ])
    expect(runBodies(asked(story), state)).toMatchObject({ events: [], failures: [] })
  })

  it("W-17 an elected chair may leave early, and members may change", () => {
    const files = {
      "bodies.csv": sheet("body,kind,place,name,from", "bo-1,楼宇理事会,b-1,示例大厦理事会,2024-01-02"),
      "seats.csv": sheet("body,unit,party,from,to", "bo-1,pc-1,成员单位,2024-01-02,", "bo-1,e-1,成员单位,2024-01-02,"),
      "chairs.csv": sheet(
        "body,unit,chair,from,until,ended",
        "bo-1,e-1,p-2,2024-06-01,2026-06-01,",
        "bo-1,pc-1,p-1,2024-01-02,2026-01-02,2024-06-01"
      )
    }
    expect(runBodies(asked(files)).failures).toEqual([])
  })
})

describe("whistles.csv", () => {
  const story = {
    ...whistles(
      "case,mode,target,satisfied,score,evaluated,closed",
      `${whistle},c-1,联动破难,企业,是,5,2024-05-20,2024-05-20`
    ),
    "whistle-reports.csv": sheet(
      "whistle,department,plan,at,task,name,due,resolved,result",
      "w-1,s-1,次日上门,2024-05-06 11:00,t-1,招聘会,2024-05-15,2024-05-14 17:00,招到三人",
      "w-1,s-1,次日上门,2024-05-06 11:00,t-2,宣讲,,2024-05-16,已办",
      "w-1,c-1,提供场地,2024-05-07 23:00,,,,,"
    )
  }

  it("D-08 a whistle, its reports and tasks come to where they ended, and telling it again changes nothing", () => {
    const { state, failures, events } = runWhistles(asked(story))
    expect(failures).toEqual([])
    expect(events.map(({ _tag }) => _tag)).toEqual([
      "WhistleBlown",
      "DepartmentReported",
      "WhistleTaskAssigned",
      "WhistleTaskAssigned",
      "DepartmentReported",
      "WhistleTaskResolved",
      "WhistleTaskResolved",
      "WhistleEvaluated",
      "WhistleClosed"
    ])
    expect(runWhistles(asked(story), state)).toMatchObject({ events: [], failures: [] })
  })

  it("D-08 a day by which departments have to be there is all of that day", () => {
    const [blown] = asked(story)
      .filter((command) => command._tag === "BlowWhistle")
      .map(({ due }) => new Date(due).toISOString())
    expect(blown).toBe("2024-05-07T15:59:59.999Z")
  })
})
