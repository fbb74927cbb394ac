import { WorkCalendar } from "@louyu/kernel"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import * as Duty from "../src/Duty.ts"
import * as Fairness from "../src/Fairness.ts"
import * as RosterReview from "../src/RosterReview.ts"
import * as State from "../src/RosterState.ts"
import { after, atTime, drafted, facts, fortnight, holder, manager, published, roster, to } from "./rosterLife.ts"
import { china, day, generate, members, names, plan, shift, unit } from "./rosterScene.ts"

const warnings = (state: State.State, from = "2026-03-01", known = facts) =>
  Result.getOrThrow(RosterReview.warnings(roster(state), known, day(from)))
const kinds = (state: State.State, from?: string, known = facts): Record<string, number> => {
  const found = Map.groupBy(warnings(state, from, known), ({ kind }) => kind)
  return Object.fromEntries([...found].map(([kind, some]) => [kind, some.length]))
}
const instant = (moment: string): number => Date.parse(`${moment}:00+08:00`)

describe("gaps", () => {
  it("R3-17 a full roster has nothing to warn of, one that was not generated everything", () => {
    expect(warnings(published())).toEqual([])
    expect(kinds(after([drafted()]))).toEqual({ notGenerated: 20 })
  })

  it("R3-17 an empty shift and a gap are told apart, before and after publication", () => {
    const short = fortnight({ members: members(names("m", 3)), shifts: [shift(["a", "b"], { needed: 2 })] })
    const draft = after([drafted(short), to("GenerateRoster", "2026-02-21", { generation: 1 })])
    expect(warnings(draft)).toHaveLength(10)
    expect(new Set(warnings(draft).map(({ kind, published }) => `${kind} ${published}`))).toEqual(
      new Set(["gap false"])
    )
    const live = after([to("PublishRoster", "2026-02-22", { generation: 1 })], draft)
    expect(warnings(live).every((one) => one.published)).toBe(true)
    expect(warnings(live, "2026-03-10")).toHaveLength(4)
    const alone = fortnight({ members: members(["m1"]), shifts: [shift(["a", "b"])] })
    expect(kinds(published(alone))).toEqual({ emptyShift: 10 })
    expect(warnings(published(alone))[0]?.text.zh).toContain("无人值守")
  })

  it("R3-17 whoever cannot be there any more is named", () => {
    const special = { m1: { unavailable: [{ from: "2026-03-02", to: "2026-03-09" }] } }
    const live = published()
    const amended = after(
      [to("AmendRoster", "2026-02-24", { plan: fortnight({ members: members(names("m", 4), special) }) })],
      live
    )
    const own = State.dutiesOf(roster(live), unit("m1")).filter((one) => one.slot.date < "2026-03-09")
    expect(warnings(amended).map(({ kind, slot }) => [kind, slot.slot])).toEqual(
      own.map((one) => ["away", one.slot.slot])
    )
    const left = after(
      [to("AmendRoster", "2026-02-24", { plan: fortnight({ members: members(names("m", 3)) }) })],
      live
    )
    expect(kinds(left)).toEqual({ noMember: 5 })
  })

  it("R3-17 units and stations that will be no more by then are named", () => {
    const cycle = { from: "2026-03-09", to: "2026-03-23" }
    const before = published(fortnight({ cycle, members: members(["m1", "m2"]), shifts: [shift(["a", "b"])] }))
    const until = (id: string) => (one: string, on: string) => one !== id || on < "2026-03-16"
    expect(kinds(before, "2026-03-01", { ...facts, exists: until("m2") })).toEqual({ noUnit: 5 })
    expect(kinds(before, "2026-03-01", { ...facts, stands: until("b") })).toEqual({ noStation: 5 })
  })

  it("R3-19 duties on a day that was declared a holiday afterwards are not wanted", () => {
    const calendar = Result.getOrThrow(
      WorkCalendar.make({ ...china, offDays: [...china.offDays, { date: day("2026-03-04") }] })
    )
    expect(kinds(published(), "2026-03-01", { ...facts, calendar })).toEqual({ notWanted: 2 })
    const gone = after([to("CancelDuty", "2026-02-25", { slot: "2026-03-04/day/a/1", ...manager })], published())
    expect(kinds(gone, "2026-03-01", { ...facts, calendar })).toEqual({ notWanted: 1 })
  })
})

describe("fairness", () => {
  it("R3-18 a report says what each owed, has, did, missed, and took over", () => {
    const live = published()
    const first = "2026-03-02/day/a/1"
    const [from, to_] = [holder(live, first), holder(live, "2026-03-03/day/a/1")]
    const second =
      State.dutiesOf(roster(live), unit(from)).find((one) => one.slot.date === "2026-03-04")?.slot.slot ?? ""
    const state = after(
      [
        to("SubstituteDuty", "2026-02-25", { slot: first, to: to_, by: manager }),
        atTime("CheckInDuty", "2026-03-02T08:55", { slot: first, unit: to_ }),
        atTime("MissDuty", "2026-03-04T18:00", { slot: second })
      ],
      live
    )
    const lines = new Map(Fairness.report(roster(state)).map((line) => [String(line.unit), line]))
    expect(lines.get(to_)).toEqual({
      unit: to_,
      sharePercent: 100,
      owed: 5,
      carried: 0,
      assigned: 6,
      done: 1,
      missed: 0,
      swappedIn: 1,
      swappedOut: 0,
      beyondShare: 1
    })
    expect(lines.get(from)).toMatchObject({ assigned: 4, missed: 1, swappedOut: 1, beyondShare: -2 })
    const week = Fairness.report(roster(state), { from: day("2026-03-02"), to: day("2026-03-09") })
    expect(week.reduce((sum, line) => sum + line.assigned, 0)).toBe(10)
    expect(week.reduce((sum, line) => sum + line.owed, 0)).toBeCloseTo(10)
  })

  it("R3-18 what is beyond a share is carried over, so that the next cycle makes it even", () => {
    const live = published()
    const first = "2026-03-02/day/a/1"
    const missing = holder(live, first)
    const state = after([atTime("MissDuty", "2026-03-02T18:00", { slot: first })], live)
    const next = Fairness.carryOver(plan(fortnight()), Fairness.report(roster(state)))
    expect(next.members.map(({ unit: id, carried }) => [id, carried])).toContainEqual([missing, -100])
    const made = generate({ ...next, shifts: [plan(fortnight({ shifts: [shift(["a"])] })).shifts[0]] })
    const turns = new Map(made.shares.map((share) => [String(share.unit), share.turns]))
    for (const [id, count] of turns) if (id !== missing) expect(turns.get(missing) ?? 0).toBeGreaterThan(count - 1)
    expect(turns.get(missing)).toBe(3)
  })

  it("R3-18 double shares owe double, and what is owed adds up to what was given out", () => {
    const live = published(fortnight({ members: members(names("m", 4), { m2: { sharePercent: 200 } }) }))
    const lines = Fairness.report(roster(live))
    expect(lines.map(({ owed, assigned }) => [owed, assigned])).toEqual([
      [4, 4],
      [8, 8],
      [4, 4],
      [4, 4]
    ])
    expect(lines.every(({ beyondShare }) => Object.is(beyondShare, 0))).toBe(true)
  })
})

describe("who is on duty", () => {
  const live = published()
  const all = State.rosters(live)

  it("P-19 who is on duty now, and where: from the minute a shift begins to the minute it ends", () => {
    const at = (moment: string) => Duty.at(all, china, instant(moment)).map(({ station, unit: id }) => [station, id])
    const both = [
      ["a", holder(live, "2026-03-02/day/a/1")],
      ["b", holder(live, "2026-03-02/day/b/1")]
    ]
    expect(at("2026-03-02T08:59")).toEqual([])
    expect(at("2026-03-02T09:00")).toEqual(both)
    expect(at("2026-03-02T16:59")).toEqual(both)
    expect(at("2026-03-02T17:00")).toEqual([])
    expect(at("2026-03-07T10:00")).toEqual([])
  })

  it("P-19 only what is published counts, and what was taken back does not", () => {
    const draft = after([drafted(), to("GenerateRoster", "2026-02-21", { generation: 1 })])
    expect(Duty.at(State.rosters(draft), china, instant("2026-03-02T10:00"))).toEqual([])
    const gone = after([to("CancelDuty", "2026-02-25", { slot: "2026-03-02/day/a/1", ...manager })], live)
    expect(Duty.at(State.rosters(gone), china, instant("2026-03-02T10:00")).map(({ station }) => station)).toEqual([
      "b"
    ])
  })

  it("P-19 the next duty of a member is the first that begins later", () => {
    const own = State.dutiesOf(roster(live), unit("m1")).map((one) => one.slot.slot)
    const next = (moment: string) => Duty.next(all, unit("m1"), china, instant(moment))?.slot.slot
    expect(next("2026-03-01T00:00")).toBe(own[0])
    expect(next(`${own[0]?.slice(0, 10)}T09:00`)).toBe(own[1])
    expect(next(`${own.at(-1)?.slice(0, 10)}T09:00`)).toBeUndefined()
    const week = { from: day("2026-03-09"), to: day("2026-03-16") }
    expect(Duty.of(all, unit("m1"), china, week)).toHaveLength(own.filter((id) => id >= "2026-03-09").length)
  })

  it("P-19 absences are listed in order of time", () => {
    const state = after(
      ["2026-03-04/day/b/1", "2026-03-02/day/a/1"].map((slot) => atTime("MissDuty", "2026-03-05T18:00", { slot })),
      live
    )
    const missed = Duty.missed(State.rosters(state), china).map(({ slot }) => slot.slot)
    expect(missed).toEqual(["2026-03-02/day/a/1", "2026-03-04/day/b/1"])
    expect(Duty.missed(State.rosters(state), china, { from: day("2026-03-03") })).toHaveLength(1)
  })

  it("P-19 a duty says its theme", () => {
    const themes = { every: "week", themes: [{ theme: "tax", names: { zh: "税收政策" } }] }
    const [duty] = Duty.at(State.rosters(published(fortnight({ themes }))), china, instant("2026-03-02T10:00"))
    expect(duty?.theme).toEqual({ theme: "tax", names: { zh: "税收政策" } })
  })
})
