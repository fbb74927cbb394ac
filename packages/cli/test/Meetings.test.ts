import { describe, expect, it } from "vitest"
import { ask, folder } from "./support/cases.ts"
import { Workshop } from "./support/shell.ts"

describe("louyu meeting", () => {
  it("D-06 P-27 lists bodies with months without a meeting, missing seats, and tasks that are open", async () => {
    const { answer } = await ask("meeting")
    const [hall, joint] = answer.bodies
    expect([answer.meeting, hall.id, joint.id]).toEqual([null, "hall", "joint"])
    expect(joint).toMatchObject({
      kind: { id: "jointMeeting" },
      members: 4,
      monthsWithout: ["2026-09"],
      missing: [{ party: { id: "operator" }, seated: 0, wanted: 1 }],
      undispatched: ["i2"]
    })
    expect(joint.open.map(({ id, overdue }: Record<string, unknown>) => [id, overdue])).toEqual([
      ["t1", true],
      ["t2", false]
    ])
    expect(hall).toMatchObject({ chair: { unit: { id: "cc" }, person: null }, monthsWithout: [] })
    expect(hall.missing.map(({ party }: { party: { id: string } }) => party.id)).toEqual([
      "buildingOrganisation",
      "ownersCommittee"
    ])
  })

  it("D-06 months without a meeting are those over by the date, and one that is still to come was not held", async () => {
    const without = async (on: string) => {
      const [, joint] = (await ask("meeting", "--on", on)).answer.bodies
      return joint.monthsWithout
    }
    expect(await without("2026-09-30")).toEqual([])
    expect(await without("2026-10-01")).toEqual(["2026-09"])
    expect(await without("2027-01-01")).toEqual(["2026-09", "2026-12"])
  })

  it("R5-14 names the cases that wait for a body, each at its place or above", async () => {
    const { answer } = await ask("meeting")
    expect(answer.bodies.map(({ id, waiting }: Record<string, unknown>) => [id, waiting])).toEqual([
      ["hall", ["c10"]],
      ["joint", ["c10"]]
    ])
  })

  it("D-06 tells of a meeting who came, whether that was enough, what was decided and who leads what", async () => {
    const { answer } = await ask("meeting", "m-11")
    expect(answer.meeting).toMatchObject({
      body: { id: "joint" },
      date: "2026-11-19",
      sort: "regular",
      quorum: { present: 3, members: 4, needed: 3, reached: true },
      absent: [{ unit: { id: "party" }, party: { id: "street" } }],
      points: [
        {
          item: "i3",
          case: "c3",
          title: "电动车进楼充电",
          decision: { outcome: "agreed", proposal: "pr-1" },
          proposals: [
            {
              id: "pr-1",
              contributions: [
                { by: { id: "wy" }, kind: "money", amount: 10_000_000 },
                { by: { id: "e1" }, kind: "space", amount: 4 }
              ]
            }
          ],
          tasks: [
            { id: "t2", lead: { id: "wy" }, assisting: [{ id: "fire" }], due: "2026-12-10", standing: "assigned" }
          ]
        }
      ]
    })
  })

  it("D-06 a meeting to which too few came has no quorum, and one that is to come has an agenda only", async () => {
    expect((await ask("meeting", "x-1")).answer.meeting).toMatchObject({
      sort: "extraordinary",
      called: { by: { id: "wy" }, matter: "充电起火隐患" },
      quorum: { present: 1, needed: 3, reached: false }
    })
    expect((await ask("meeting", "m-12")).answer.meeting).toMatchObject({
      quorum: null,
      present: [],
      points: [{ item: "i5", decision: null }, { item: "i4" }]
    })
  })

  it("H-17 R5-15 tells of the tasks a body promised for a year, and which milestones were reached", async () => {
    using shop = new Workshop()
    shop.casework({
      "bodies.csv": "council,buildingCouncil,b2,远航大厦理事会,,,2026-01-05",
      "seats.csv": "council,e2,memberUnit,2026-01-05,\ncouncil,e3,memberUnit,2026-01-05,",
      "tasks.csv":
        "council,y1,,2026,屋顶花园,,,,,plan,方案,2026-03-31,2026-10-31,2026-01-20\ncouncil,y1,,2026,屋顶花园,,,,,built,建成,2026-10-31,2026-10-31,2026-01-20",
      "task-steps.csv": "council,y1,2026-01-21,claim,e2,"
    })
    const argv = ["meeting", "--folder", "cases", "--on", "2026-11-22", "--json"]
    const [council] = JSON.parse((await shop.run(argv)).out).bodies
    expect(council.open).toMatchObject([
      { id: "y1", year: 2026, item: null, lead: { id: "e2" }, overdue: true, reached: [], ahead: ["plan", "built"] }
    ])
  })

  it("R5-18 a private case on an agenda stays private, unless who looks may see it", async () => {
    const point = async (...as: ReadonlyArray<string>) => (await ask("meeting", "m-12", ...as)).answer.meeting.points[1]
    expect(await point()).toMatchObject({ item: "i4", withheld: true, case: null, title: null })
    expect(await point("--as", "p-77")).toMatchObject({ withheld: false, case: "c4", title: "加班费未结清" })
  })

  it("P-27 a meeting several bodies have is asked for with its body", async () => {
    const { code, answer } = await ask("meeting", "m-8")
    expect([code, answer.error.code, answer.error.bodies]).toEqual([1, "cli/MeetingUnknown", ["hall", "joint"]])
    expect((await ask("meeting", "hall/m-8")).answer.meeting).toMatchObject({
      body: { id: "hall" },
      date: "2026-08-20"
    })
  })

  it("names the meeting somebody probably meant when there is none of that id", async () => {
    const { code, answer } = await ask("meeting", "m-111")
    expect([code, answer.error.code, answer.error.nearest]).toEqual([1, "cli/MeetingUnknown", "m-11"])
  })

  it("D-06 prints the minutes as Markdown and nothing else, each fact in an item of a list", async () => {
    using shop = new Workshop()
    const { out } = await shop.run(["meeting", "m-11", "--minutes", "--folder", folder, "--lang", "zh"])
    const [title, gap, ...facts] = out.trimEnd().split("\n")
    expect([title, gap]).toEqual(["# 湖东党建联席会议 · 党建联席会议 · 会议纪要", ""])
    for (const fact of facts) expect(fact).toMatch(/^(?: {0,5}- |\d+\. )\S/u)
    const { answer } = await ask("meeting", "m-11", "--minutes")
    expect(`${answer.meeting.minutes.zh}`).toBe(out.replace(/\n\n$/u, "\n"))
  })

  it("D-06 text of others cannot become part of the form of the minutes", async () => {
    using shop = new Workshop()
    shop.casework({
      "proposals.csv": 'joint,i2,pr-2,wy,"改*善*\n# 标题 <b>",2026-10-12,,,,'
    })
    const { out, code } = await shop.run(["meeting", "m-10", "--minutes", "--folder", "cases", "--lang", "zh"])
    expect(code).toBe(0)
    expect(out).not.toMatch(/^# 标题/mu)
    expect(out).toContain("改\\*善\\*")
  })

  it("D-06 there are no minutes of a meeting nobody came to, and of no meeting at all", async () => {
    const failed = async (...argv: ReadonlyArray<string>) => {
      const { code, answer } = await ask("meeting", ...argv, "--minutes")
      return [code, answer.error.code]
    }
    expect(await failed("m-12")).toEqual([1, "cli/MinutesMissing"])
    expect(await failed()).toEqual([2, "cli/ArgumentMissing"])
  })
})
