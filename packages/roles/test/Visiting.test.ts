import { Decider, WorkCalendar } from "@louyu/kernel"
import { RolePresets, Sweeping, VisitCommand, Visiting, VisitLog, VisitYield } from "@louyu/roles"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import { date, unit } from "./city.ts"

const decode = Schema.decodeUnknownSync(VisitCommand.VisitCommand)
const calendar = WorkCalendar.china
const post = { scheme: "partyBuildingGuide", role: "partyBuildingGuide", unit: "cbd" }
const plan = {
  _tag: "PlanVisits",
  care: "cbd",
  plan: "weekly",
  post,
  every: "weekly",
  targets: [{ unit: "firm-1" }, { unit: "firm-2" }],
  from: "2026-01-05"
}
const visit = (id: string, at: string, on: string, needs: ReadonlyArray<string> = []) => ({
  _tag: "RecordVisit",
  care: "cbd",
  visit: id,
  plan: "weekly",
  unit: at,
  by: "p-1",
  on,
  needs: needs.map((need) => ({ need, matter: "space" }))
})

const run = (commands: ReadonlyArray<object>) =>
  Decider.run(
    VisitLog.decider,
    VisitLog.initial,
    commands.map((one) => decode(one)),
    undefined
  )
const after = (...commands: ReadonlyArray<object>) => {
  const { state, failures } = run(commands)
  expect(failures).toEqual([])
  return state
}
const refusal = (log: VisitLog.VisitLog, command: object) => {
  const decided = VisitLog.decider.decide(log, decode(command))
  return Result.isFailure(decided) ? decided.failure.code : undefined
}
const turns = (log: VisitLog.VisitLog, on: string) => Result.getOrThrow(Visiting.turns(log, calendar, date(on)))

describe("visits", () => {
  it("W-07 every enterprise of a guide's plan is visited weekly or flagged", () => {
    const log = after(plan, visit("v-1", "firm-1", "2026-01-08"))
    expect(turns(log, "2026-01-12").map((one) => [one.unit, one.due, one.overdue])).toEqual([
      ["firm-2", "2026-01-12", false],
      ["firm-1", "2026-01-15", false]
    ])
    expect(
      turns(log, "2026-01-16")
        .filter((one) => one.overdue)
        .map((one) => one.unit)
    ).toEqual(["firm-2", "firm-1"])
  })

  it("W-07 P-29 a due day in the Spring Festival moves to the first working day, and an unknown year is an error", () => {
    expect(Result.getOrThrow(Visiting.due(calendar, "weekly", date("2026-02-10")))).toBe("2026-02-24")
    expect(Result.getOrThrow(Visiting.due(calendar, { workdays: 5 }, date("2026-02-13")))).toBe("2026-02-27")
    expect(Result.getOrThrow(Visiting.due(calendar, "monthly", date("2026-01-31")))).toBe("2026-02-28")
    const beyond = Visiting.due(calendar, "weekly", date("2026-12-30"))
    expect(Result.isFailure(beyond) && beyond.failure.code).toBe("kernel/CalendarYearUnknown")
  })

  it("P-29 enterprises of another tier are visited in another rhythm", () => {
    const tiers = {
      ...plan,
      tiers: { backbone: { workdays: 2 } },
      targets: [{ unit: "firm-1", tier: "backbone" }, { unit: "firm-2" }]
    }
    expect(turns(after(tiers), "2026-01-05").map((one) => [one.unit, one.due])).toEqual([
      ["firm-1", "2026-01-07"],
      ["firm-2", "2026-01-12"]
    ])
  })

  it("F-08 visits cover a share of those planned for, and who was missed is named", () => {
    const log = after(plan, visit("v-1", "firm-1", "2026-01-08"))
    const january = { from: date("2026-01-01"), to: date("2026-02-01") }
    expect(Visiting.coverage(log, january)).toEqual({ planned: 2, visited: 1, rate: 0.5, missed: ["firm-2"] })
    expect(Visiting.coverage(VisitLog.initial, january).rate).toBeUndefined()
  })

  it("H-21 the share of needs found by going there, against those raised by themselves", () => {
    const raise = { _tag: "RaiseNeed", care: "cbd", need: "n-3", matter: "parking", unit: "firm-2", on: "2026-01-09" }
    const log = after(plan, visit("v-1", "firm-1", "2026-01-08", ["n-1", "n-2"]), raise)
    const known = Visiting.needs(log, { from: date("2026-01-01") })
    expect(known.map((one) => [one.need, one.origin])).toEqual([
      ["n-1", "visit"],
      ["n-2", "visit"],
      ["n-3", "selfRaised"]
    ])
    expect(Visiting.foundShare(known)).toBeCloseTo(2 / 3)
    expect(Visiting.foundShare([])).toBeUndefined()
    // Known twice counts once, from the first time; raised and found on one day counts as raised.
    const again = { ...raise, need: "n-1", on: "2026-01-08" }
    const twice = after(
      plan,
      visit("v-1", "firm-1", "2026-01-08", ["n-1"]),
      again,
      visit("v-2", "firm-1", "2026-02-05", ["n-1"])
    )
    expect(Visiting.needs(twice, { from: date("2026-01-01") }).map((one) => [one.on, one.origin])).toEqual([
      ["2026-01-08", "selfRaised"]
    ])
    expect(Visiting.needs(twice, { from: date("2026-02-01") })).toEqual([])
  })

  it("W-07 needs per visit, days from need to outcome, and what still waits are told of a period, as of a day", () => {
    const raise = { _tag: "RaiseNeed", care: "cbd", need: "n-9", matter: "parking", unit: "firm-2", on: "2026-01-09" }
    const log = after(
      plan,
      visit("v-1", "firm-1", "2026-01-08", ["n-1", "n-2"]),
      visit("v-2", "firm-2", "2026-01-09", ["n-3"]),
      visit("v-3", "firm-1", "2026-01-15", ["n-1"]),
      visit("v-4", "firm-1", "2026-02-05", ["n-4"]),
      raise
    )
    const ends: Readonly<Record<string, string>> = { "n-1": "2026-01-29", "n-2": "2026-01-12", "n-9": "2026-01-10" }
    const outcome = (need: string) => (ends[need] === undefined ? undefined : date(ends[need]))
    const january = { from: date("2026-01-01"), to: date("2026-02-01") }
    const told = (on: string) => VisitYield.of(log, january, outcome, date(on))
    // Three visits found three needs, n-1 of them twice; the one that was raised is none of theirs.
    expect(told("2026-01-31")).toMatchObject({ visits: 3, needs: 3, perVisit: 1, done: 2, medianDays: 4 })
    expect(told("2026-01-31").open.map(({ need, on }) => [need, on])).toEqual([["n-3", "2026-01-09"]])
    expect(told("2026-01-20")).toMatchObject({ done: 1, medianDays: 4 })
    expect(told("2026-01-20").open.map(({ need }) => need)).toEqual(["n-1", "n-3"])
    const none = VisitYield.of(VisitLog.initial, january, outcome, date("2026-01-31"))
    expect([none.visits, none.perVisit, none.medianDays, none.open]).toEqual([0, undefined, undefined, []])
  })

  it("the same record twice is no news; another under its id, or outside the plan, is refused", () => {
    const log = after(plan, visit("v-1", "firm-1", "2026-01-08"), plan, visit("v-1", "firm-1", "2026-01-08"))
    expect(log.visits).toHaveLength(1)
    expect(refusal(log, visit("v-1", "firm-2", "2026-01-08"))).toBe("visits/RecordExists")
    expect(refusal(log, visit("v-2", "firm-9", "2026-01-08"))).toBe("visits/UnitNotIncluded")
    expect(refusal(log, visit("v-2", "firm-1", "2026-01-04"))).toBe("visits/NotUnderWay")
    const ended = { _tag: "EndPlan", care: "cbd", plan: "weekly", on: "2026-02-02" }
    expect(refusal(after(plan, ended), visit("v-2", "firm-1", "2026-02-02"))).toBe("visits/NotUnderWay")
  })

  it("W-07 a plan counts from its beginning, runs to its end, and is relieved by its own visits", () => {
    const { plan: _none, ...unplanned } = visit("v-0", "firm-1", "2025-12-31")
    const other = { ...plan, plan: "tax", every: "quarterly" }
    const log = after(plan, other, unplanned, { ...visit("v-1", "firm-2", "2026-01-08"), plan: "tax" })
    expect(turns(log, "2026-01-09").map((one) => [one.plan, one.unit, one.last, one.due])).toEqual([
      ["weekly", "firm-1", "2025-12-31", "2026-01-12"],
      ["weekly", "firm-2", undefined, "2026-01-12"],
      ["tax", "firm-1", "2025-12-31", "2026-04-07"],
      ["tax", "firm-2", "2026-01-08", "2026-04-08"]
    ])
    const end = (id: string) => ({ _tag: "EndPlan", care: "cbd", plan: id, on: "2026-01-09" })
    const ended = after(plan, other, end("weekly"), end("tax"))
    expect(turns(ended, "2026-01-08")).toHaveLength(4)
    expect(turns(ended, "2026-01-09")).toEqual([])
    expect(Visiting.coverage(ended, { from: date("2026-01-09") }).planned).toBe(0)
    expect(Visiting.coverage(ended, { from: date("2026-01-08") }).planned).toBe(2)
  })

  it("P-29 the cadence of a plan comes from the role that visits", () => {
    const guide = RolePresets.partyBuildingGuide.roles[0]
    expect(guide.visiting?.every).toBe("weekly")
  })
})

describe("sweeps", () => {
  const start = {
    _tag: "StartSweep",
    care: "tower",
    sweep: "s-1",
    units: ["r-1", "r-2", "r-3", "r-4"],
    from: "2026-03-02",
    expiresAfterDays: 90
  }
  const door = (at: string, on: string, result: string, rest: object = {}) => ({
    _tag: "RecordDoor",
    care: "tower",
    sweep: "s-1",
    unit: at,
    on,
    result,
    by: "p-1",
    ...rest
  })
  const log = after(
    start,
    door("r-1", "2026-03-03", "noAnswer"),
    door("r-1", "2026-03-05", "occupied", { occupant: "firm-1", members: 2 }),
    door("r-2", "2026-03-03", "vacant"),
    door("r-3", "2026-03-03", "noAnswer")
  )
  const sweep = log.sweeps["s-1"]

  it("P-35 every unit has a record or none yet; the newest record counts; no answer is a record", () => {
    if (sweep === undefined) throw new Error("the sweep is known")
    expect(Sweeping.report(sweep, date("2026-03-04"))).toMatchObject({
      recorded: 3,
      noAnswer: 2,
      occupied: 0,
      missing: ["r-4"]
    })
    expect(Sweeping.report(sweep, date("2026-03-31"))).toMatchObject({
      completion: 0.75,
      occupied: 1,
      vacant: 1,
      noAnswer: 1,
      members: 2,
      stale: []
    })
  })

  it("P-35 of two records of one day the one written later counts", () => {
    const twice = after(
      start,
      door("r-1", "2026-03-03", "vacant"),
      door("r-1", "2026-03-03", "occupied", { members: 1 })
    )
    const known = twice.sweeps["s-1"]
    if (known === undefined) throw new Error("the sweep is known")
    expect(Sweeping.report(known, date("2026-03-03"))).toMatchObject({ occupied: 1, vacant: 0, members: 1 })
  })

  it("P-35 a record goes stale when it is too old", () => {
    if (sweep === undefined) throw new Error("the sweep is known")
    expect(Sweeping.report(sweep, date("2026-06-01")).stale).toEqual(["r-2", "r-3"])
    expect(Sweeping.report(sweep, date("2026-06-03")).stale).toEqual(["r-1", "r-2", "r-3"])
  })

  it("P-35 a sweep tells who came, who left and where members have no branch", () => {
    if (sweep === undefined) throw new Error("the sweep is known")
    const known = { occupant: (id: string) => (id === "r-2" ? unit("firm-2") : undefined), covered: () => false }
    expect(Sweeping.discoveries(sweep, known, date("2026-03-31")).map((one) => [one.unit, one.sort])).toEqual([
      ["r-1", "arrived"],
      ["r-1", "membersWithoutBranch"],
      ["r-2", "left"]
    ])
    // What is too old says nothing; another tenant replaces the known one; a door without a name changes nothing.
    expect(Sweeping.discoveries(sweep, known, date("2026-06-03"))).toEqual([])
    const other = { occupant: () => unit("firm-9"), covered: () => true }
    expect(Sweeping.discoveries(sweep, other, date("2026-03-31")).map((one) => [one.unit, one.sort])).toEqual([
      ["r-1", "replaced"],
      ["r-2", "left"]
    ])
    const unnamed = after(start, door("r-1", "2026-03-03", "occupied", { members: 2 })).sweeps["s-1"]
    if (unnamed === undefined) throw new Error("the sweep is known")
    expect(Sweeping.discoveries(unnamed, other, date("2026-03-31"))).toEqual([])
  })

  it("P-35 a door outside the sweep, or after its end, is refused", () => {
    expect(refusal(log, door("r-9", "2026-03-05", "vacant"))).toBe("visits/UnitNotIncluded")
    const closed = after(start, { _tag: "CloseSweep", care: "tower", sweep: "s-1", on: "2026-04-01" })
    expect(refusal(closed, door("r-4", "2026-04-01", "vacant"))).toBe("visits/NotUnderWay")
  })
})
