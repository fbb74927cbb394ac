import { describe, expect, it } from "vitest"
import * as Flow from "../src/Flow.ts"
import * as FlowPresets from "../src/FlowPresets.ts"

const at = Flow.StageId.make
const { propertyCouncilHall: hall, jointMeeting, councilChamber } = FlowPresets

describe("flows are data", () => {
  it("R5-1 every preset is sound and names its stages in both languages", () => {
    for (const flow of FlowPresets.all) {
      expect([flow.id, Flow.contradictions(flow)]).toEqual([flow.id, []])
      expect(flow.stages.every(({ names }) => names.en !== undefined)).toBe(true)
    }
    expect(new Set(FlowPresets.all.map(({ id }) => id)).size).toBe(5)
  })

  it("R5-16 cases are assigned unless a flow says otherwise; ways given twice, or of a flow that hands nothing out, are told", () => {
    expect(FlowPresets.all.filter((flow) => flow.modes !== undefined).map(({ id }) => id)).toEqual(["buildingCouncil"])
    expect(Flow.modes(hall)).toEqual(["assign"])
    expect(Flow.contradictions({ ...hall, modes: ["grab", "rotate", "grab"] })).toEqual(["grab"])
    expect(Flow.contradictions({ ...councilChamber, modes: ["grab"] })).toEqual(["dispatch"])
  })

  it("P-30 a flow that sends matters of many to a meeting has a way to one", () => {
    const changed = (change: (move: Flow.Move) => Flow.Move): Flow.Flow => {
      const [first, ...rest] = councilChamber.moves
      return { ...councilChamber, moves: [change(first), ...rest.map(change)] }
    }
    const demands = (move: Flow.Move): Flow.Move =>
      move.action === "resolve" ? { ...move, deliberated: "common" } : move
    expect(Flow.contradictions(changed(demands))).toEqual([])
    const astray = (move: Flow.Move): Flow.Move =>
      move.action === "deliberate" ? { ...move, action: "match" } : demands(move)
    expect(Flow.contradictions(changed(astray))).toEqual(["deliberate"])
  })

  it("P-04 in the building a matter goes round: found, discussed, handled, fed back", () => {
    expect(Flow.allowed(hall, at("classified"))).toEqual(["match", "deliberate", "dispatch", "start", "close"])
    const round = ["accept", "classify", "deliberate", "start", "resolve", "followUp", "close"] as const
    const stages: Array<string> = [hall.begin]
    for (const action of round) stages.push(Flow.move(hall, action, at(stages.at(-1) ?? ""))?.to ?? `no ${action}`)
    expect(stages).toEqual([
      "raised",
      "accepted",
      "classified",
      "deliberated",
      "inProgress",
      "resolved",
      "followedUp",
      "closed"
    ])
    // Who is not satisfied has it go round once more, and all of it at levels of the building.
    expect([hall.unsatisfied, hall.reopen?.to]).toEqual(["reopens", "inProgress"])
    expect(hall.ladder.filter(({ inBuilding }) => inBuilding).map(({ id }) => id)).toEqual(["microGrid", "building"])
  })

  it("D-06 what the joint meeting agreed is dispatched before it can be done", () => {
    expect(Flow.allowed(jointMeeting, at("deliberated"))).toEqual(["dispatch", "close"])
    expect(Flow.move(jointMeeting, "start", at("dispatched"))).toBeUndefined()
    expect(jointMeeting.dispatch).toBe("authorised")
  })

  it("F-09 the chamber's chain is raise, discuss, resolve, follow up, and follow-up is required", () => {
    expect(councilChamber.stages.slice(0, 5).map(({ names }) => names.zh)).toEqual([
      "提出问题",
      "共商共议",
      "解决问题",
      "解决",
      "跟踪回访"
    ])
    expect(councilChamber.followUp).toBe("required")
  })

  it("W-01 the ladder begins with the levels of the building and goes up one by one", () => {
    expect(hall.ladder.map(({ inBuilding }) => inBuilding)).toEqual([true, true, false, false, false])
    expect(Flow.above(hall, "building")?.id).toBe("committee")
    expect(Flow.above(hall, "district")).toBeUndefined()
    expect(Flow.above(hall, "nowhere")).toBeUndefined()
  })

  it.each<readonly [string, { readonly [K in keyof Flow.Flow]?: unknown }, ReadonlyArray<string>]>([
    ["a stage that is not there", { begin: at("nowhere") }, ["nowhere"]],
    ["a stage given twice", { stages: [...councilChamber.stages, councilChamber.stages[0]] }, ["raised"]],
    [
      "a stage nobody comes to",
      { stages: [...councilChamber.stages, { id: at("lost"), names: { zh: "失" } }] },
      ["lost"]
    ],
    [
      "the same action twice at a stage",
      { moves: [...councilChamber.moves, { action: "start", from: at("discussed"), to: at("resolved") }] },
      ["start@discussed"]
    ],
    [
      "a move out of the end",
      { moves: [...councilChamber.moves, { action: "start", from: at("closed"), to: at("resolving") }] },
      ["closed"]
    ],
    ["a reopening into the end", { reopen: { to: at("closed"), withinDays: 1 } }, ["closed"]],
    [
      "a limit of an unknown category and level",
      { limits: [{ category: "none", level: "heaven", within: { count: 1, unit: "workingDays" } }] },
      ["none", "heaven"]
    ],
    [
      "two limits for the same cases",
      { limits: [...councilChamber.limits, { within: { count: 9, unit: "workingDays" } }] },
      ["///"]
    ],
    [
      "solved without anybody being asked",
      { closings: [{ id: "solved", names: { zh: "解决" }, kind: "solved", waivesFollowUp: true }] },
      ["solved"]
    ],
    [
      "a required follow-up that no move makes",
      { moves: councilChamber.moves.filter(({ action }) => action !== "followUp") },
      ["followedUp", "followUp"]
    ],
    [
      "a level of the building above one outside",
      {
        ladder: [
          { id: "street", names: { zh: "街道" }, inBuilding: false },
          { id: "b", names: { zh: "楼" }, inBuilding: true }
        ]
      },
      ["b"]
    ]
  ])("R5-1 a flow with %s is found out", (_, change, ids) => {
    const found = Flow.contradictions({ ...councilChamber, ...change } as Flow.Flow)
    for (const id of ids) expect(found).toContain(id)
  })
})
