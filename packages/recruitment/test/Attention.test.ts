import { WorkCalendar } from "@louyu/kernel"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import * as Assignment from "../src/Assignment.ts"
import * as Attention from "../src/Attention.ts"
import * as Outcomes from "../src/Outcomes.ts"
import type { Pipeline } from "../src/Pipeline.ts"
import { investment } from "../src/PipelinePresets.ts"
import type * as State from "../src/State.ts"
import { adopt, advance, after, day, known, on, open, unit } from "./scene.ts"

const calendar = WorkCalendar.china
const look = (state: State.State, id: string, date: string) => {
  const seen = Result.getOrThrow(Attention.of(state, calendar, known(state, id), day(date)))
  if (seen === undefined) throw new Error("the prospect is there")
  return seen
}
const talk = (id: string, contact: string, at: string) =>
  on("LogContact", id, { contact, how: "call", at, by: "l1" }, at)

describe("what a prospect needs", () => {
  const base = after([adopt(), open("p1", { on: "2024-04-26" })])

  it("R4-3 2.12: a lead not answered in a working day is late, one without word for ten is rotten; holidays do not count", () => {
    // 2024-04-28 is a make-up Sunday, 1 to 5 May are holidays, 2024-05-11 is a make-up Saturday.
    expect(look(base, "p1", "2024-04-28")).toMatchObject({ inStage: 1, late: false, rotten: false })
    expect(look(base, "p1", "2024-04-29")).toMatchObject({ inStage: 2, late: true, rotten: false })
    expect(look(base, "p1", "2024-05-11")).toMatchObject({ silent: 9, rotten: false })
    expect(look(base, "p1", "2024-05-13")).toMatchObject({ silent: 10, rotten: false })
    expect(look(base, "p1", "2024-05-14")).toMatchObject({ silent: 11, rotten: true })
    const talked = after([talk("p1", "c1", "2024-05-10")], base)
    expect(look(talked, "p1", "2024-05-14")).toMatchObject({
      heard: "2024-05-10",
      silent: 3,
      rotten: false,
      late: true
    })
  })

  it("R4-3 nothing runs out while it is parked, and a stage without a limit never does", () => {
    const parked = after(
      [on("ParkProspect", "p1", { reason: "等待预算" }, "2024-04-29"), on("ResumeProspect", "p1", {}, "2024-07-01")],
      base
    )
    expect(look(parked, "p1", "2024-06-28")).toMatchObject({ silent: 2, rotten: false })
    expect(look(parked, "p1", "2024-07-02")).toMatchObject({ inStage: 3, silent: 3 })
    const won = after(
      [
        advance("p1", "assessed", "2024-04-27"),
        advance("p1", "negotiating", "2024-04-28"),
        advance("p1", "signed", "2024-04-29", ["contract"]),
        on("WinProspect", "p1", {}, "2024-04-30")
      ],
      base
    )
    expect(look(won, "p1", "2025-04-30")).toMatchObject({ rotten: undefined, late: undefined })
    expect(Result.getOrThrow(Attention.all(won, calendar, day("2025-04-30")))).toEqual([])
  })

  it("R4-3 changing a limit does not touch what entered the stage before", () => {
    const strict: Pipeline = {
      ...investment,
      version: 2,
      stages: investment.stages.map((one) => ({ ...one, rotAfter: 2 })) as unknown as Pipeline["stages"]
    }
    const state = after([adopt(strict, "2024-05-06"), open("p2", { on: "2024-05-06" })], base)
    expect(look(state, "p1", "2024-05-09").rotten).toBe(false)
    expect(look(state, "p2", "2024-05-09").rotten).toBe(true)
  })

  it("R4-4 tells whether the next step is planned, due today, overdue or missing", () => {
    const plan = (followUp: string, due: string, at: string) =>
      on("PlanFollowUp", "p1", { followUp, what: "回访", due }, at)
    const state = after(
      [
        plan("f1", "2024-05-08", "2024-04-28"),
        on("CloseFollowUp", "p1", { followUp: "f1", done: true }, "2024-05-09"),
        plan("f2", "2024-05-20", "2024-05-09")
      ],
      base
    )
    const at = (date: string) => [look(state, "p1", date).next, look(state, "p1", date).due]
    expect(at("2024-04-27")).toEqual(["none", undefined])
    expect(at("2024-05-07")).toEqual(["planned", "2024-05-08"])
    expect(at("2024-05-08")).toEqual(["overdue", "2024-05-08"].with(0, "today"))
    expect(at("2024-05-09")).toEqual(["planned", "2024-05-20"])
    expect(at("2024-05-21")).toEqual(["overdue", "2024-05-20"])
  })

  it("says that a year is not in the calendar instead of guessing", () => {
    const seen = Attention.of(base, calendar, known(base, "p1"), day("2090-01-01"))
    expect(Result.isFailure(seen) && seen.failure.code).toBe("kernel/CalendarYearUnknown")
  })
})

describe("whom prospects go to", () => {
  const places = { isWithin: (one: string, place: string) => one === place || one.startsWith(`${place}-`) }
  const enrol = (liaison: string, more: object = {}) =>
    ({ _tag: "EnrolLiaison", liaison, from: "2024-01-01", ...more }) as const
  const rule = { _tag: "SetPoolRule", pipeline: "investment", idleAfter: 10, from: "2024-01-01" } as const
  const software = { edition: "GB/T 4754-2017", code: "65" } as const
  const base = after([
    adopt(),
    rule,
    enrol("l1", { places: ["b1"] }),
    enrol("l2", { places: ["b2"], industries: [{ ...software, code: "I" }] }),
    enrol("l3", { capacity: 2 }),
    open("p1", { intent: { buildings: ["b1-9"] } }),
    open("p2", { intent: { buildings: ["b2"] }, industry: software, on: "2024-03-02" }),
    open("p3", { intent: { buildings: ["b2"] }, on: "2024-03-03" }),
    open("p4", { on: "2024-03-04" })
  ])

  it("R4-7 in turn among those who look after the place and the industry, with who was passed over and why", () => {
    const proposals = Assignment.propose(base, day("2024-03-05"), places)
    expect(proposals.map(({ prospect, liaison }) => [prospect, liaison])).toEqual([
      ["p1", "l1"],
      ["p2", "l2"],
      ["p3", "l3"],
      ["p4", "l3"]
    ])
    expect(proposals[2]?.passedOver.toSorted((a, b) => (a.liaison < b.liaison ? -1 : 1))).toEqual([
      { liaison: "l1", why: "elsewhere" },
      { liaison: "l2", why: "elsewhere" }
    ])
  })

  it("R4-6 R4-7 limits count what is proposed, and whoever has fewest may come first", () => {
    const more = after([open("p5", { on: "2024-03-05" })], base)
    const fifth = Assignment.propose(more, day("2024-03-05"), places).at(-1)
    expect(fifth).toMatchObject({ prospect: "p5", liaison: undefined })
    expect(fifth?.passedOver).toContainEqual({ liaison: "l3", why: "capacity" })
    const given = after([enrol("l4"), on("AssignProspect", "p1", { liaison: "l3" }, "2024-03-05")], base)
    const busy = Assignment.propose(given, day("2024-03-05"), places, "leastBusy")
    expect(busy.map(({ prospect, liaison }) => [prospect, liaison])).toEqual([
      ["p2", "l2"],
      ["p3", "l4"],
      ["p4", "l3"]
    ])
  })

  it("R4-5 R4-6 proposals are accepted as they are, in their order", () => {
    const date = day("2024-03-05")
    const state = after(
      Assignment.propose(base, date, places).flatMap(({ prospect, liaison }) =>
        liaison === undefined ? [] : [on("AssignProspect", prospect, { liaison }, date)]
      ),
      base
    )
    expect(Assignment.propose(state, date, places)).toEqual([])
    expect(Outcomes.loads(state, date)).toEqual([
      { liaison: "l3", open: 2, room: 0 },
      { liaison: "l1", open: 1, room: undefined },
      { liaison: "l2", open: 1, room: undefined }
    ])
  })

  it("R4-5 idle ones go back by rule, unless they are parked", () => {
    const state = after(
      [
        on("AssignProspect", "p1", { liaison: "l1" }, "2024-03-05"),
        on("AssignProspect", "p2", { liaison: "l2" }, "2024-03-05"),
        on("ParkProspect", "p2", { reason: "等待预算" }, "2024-03-06"),
        talk("p1", "c1", "2024-03-11")
      ],
      base
    )
    const idle = (date: string) => Result.getOrThrow(Assignment.idle(state, calendar, day(date)))
    expect(idle("2024-03-25")).toEqual([])
    expect(idle("2024-03-26")).toEqual([{ prospect: "p1", liaison: "l1", silent: 11, allowed: 10 }])
  })
})

describe("how prospects end", () => {
  it("R4-8 won and lost by reason, source, building and liaison, of those that were decided", () => {
    const state = after([
      adopt(),
      { _tag: "EnrolLiaison", liaison: "l1", from: "2024-01-01" },
      open("p1", { source: "fair", intent: { buildings: ["b1"] } }),
      open("p2", { source: "fair", intent: { buildings: ["b2"] } }),
      open("p3"),
      open("p4"),
      on("AssignProspect", "p1", { liaison: "l1" }, "2024-03-02"),
      advance("p1", "assessed", "2024-03-02"),
      advance("p1", "negotiating", "2024-03-03"),
      advance("p1", "signed", "2024-03-04", ["contract"]),
      on("WinProspect", "p1", {}, "2024-03-05"),
      on("LoseProspect", "p2", { exit: "lost", reason: "rent" }, "2024-03-06"),
      on("LoseProspect", "p3", { exit: "lost", reason: "rent" }, "2024-03-07"),
      on("ReopenProspect", "p3", { reason: "重新考虑" }, "2024-03-08")
    ])
    const by = (what: Outcomes.By) =>
      Outcomes.by(state, investment.id, what, { from: day("2024-03-01"), to: day("2024-04-01") })
    expect(by("source")).toEqual([{ key: "fair", won: 1, lost: 1, rate: 0.5 }])
    expect(by("reason")).toEqual([
      { key: undefined, won: 1, lost: 0, rate: 1 },
      { key: "rent", won: 0, lost: 1, rate: 0 }
    ])
    expect(by("building").map(({ key, won, lost }) => [key, won, lost])).toEqual([
      ["b1", 1, 0],
      ["b2", 0, 1]
    ])
    expect(by("liaison").map(({ key }) => key)).toEqual([undefined, "l1"])
    expect(unit("b1")).toBe("b1")
  })
})
