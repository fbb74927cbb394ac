import { CivilDate, Decider, WorkCalendar } from "@louyu/kernel"
import { Sweeping, VisitCommand, VisitEvent, Visiting, VisitLog } from "@louyu/roles"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { unit } from "./city.ts"

const decode = Schema.decodeUnknownSync(VisitCommand.VisitCommand)
const calendar = WorkCalendar.china
const first = CivilDate.toEpochDay(CivilDate.make("2026-01-01"))
const dayAt = (offset: number) => CivilDate.fromEpochDay(first + offset)
const day = fc.integer({ min: 0, max: 60 })
const firm = fc.constantFrom("firm-1", "firm-2", "firm-3")
const plan = fc.constantFrom("plan-1", "plan-2")
const cadence = fc.oneof(
  fc.constantFrom("weekly" as const, "monthly" as const, "quarterly" as const),
  fc.integer({ min: 1, max: 9 }).map((workdays) => ({ workdays }))
)
const needs = fc.array(
  fc.record({ need: fc.constantFrom("n-1", "n-2", "n-3"), matter: fc.constantFrom("space", "parking") }),
  { maxLength: 2 }
)
const care = { care: "cbd" }
const door = fc
  .record({
    unit: firm,
    on: day,
    result: fc.constantFrom("occupied", "vacant", "noAnswer"),
    members: fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined }),
    needs
  })
  .map(({ on, members, ...rest }) => ({
    _tag: "RecordDoor",
    ...care,
    sweep: "s-1",
    by: "p-1",
    on: dayAt(on),
    ...rest,
    ...(members === undefined ? {} : { members })
  }))
const visit = fc
  .record({
    visit: fc.integer({ min: 1, max: 40 }),
    plan: fc.option(plan, { nil: undefined }),
    unit: firm,
    on: day,
    needs
  })
  .map(({ visit: id, plan: of, on, ...rest }) => ({
    _tag: "RecordVisit",
    ...care,
    visit: `v-${id}`,
    by: "p-1",
    on: dayAt(on),
    ...rest,
    ...(of === undefined ? {} : { plan: of })
  }))
const raise = fc
  .record({ need: fc.constantFrom("n-1", "n-2", "n-4"), unit: firm, on: day })
  .map(({ on, ...rest }) => ({ _tag: "RaiseNeed", ...care, matter: "space", on: dayAt(on), ...rest }))
const planned = fc.tuple(plan, cadence, day).map(([id, every, from]) => ({
  _tag: "PlanVisits",
  ...care,
  plan: id,
  post: { scheme: "partyBuildingGuide", role: "partyBuildingGuide", unit: "cbd" },
  every,
  targets: [{ unit: "firm-1" }, { unit: "firm-2" }, { unit: "firm-3" }],
  from: dayAt(from)
}))
const ends = fc.oneof(
  fc.tuple(plan, day).map(([id, on]) => ({ _tag: "EndPlan", ...care, plan: id, on: dayAt(on) })),
  day.map((on) => ({ _tag: "CloseSweep", ...care, sweep: "s-1", on: dayAt(on) }))
)
const started = {
  _tag: "StartSweep",
  ...care,
  sweep: "s-1",
  units: ["firm-1", "firm-2", "firm-2"],
  from: dayAt(0),
  expiresAfterDays: 20
}
const commands = fc
  .array(fc.oneof({ weight: 4, arbitrary: visit }, { weight: 3, arbitrary: door }, raise, planned, ends), {
    maxLength: 30
  })
  .map((all) => [started, ...all].map((one) => decode(one)))
const run = (all: ReadonlyArray<VisitCommand.VisitCommand>, from = VisitLog.initial) =>
  Decider.run(VisitLog.decider, from, all, undefined)

describe("visits, whatever is recorded", () => {
  it("W-07 P-29 F-08 what was accepted is no news the second time, and facts read back from JSON make the same log", () => {
    fc.assert(
      fc.property(commands, (all) => {
        let state = VisitLog.initial
        for (const command of all) {
          const stepped = Decider.step(VisitLog.decider, state, command, undefined)
          if (Result.isFailure(stepped)) continue
          state = stepped.success.state
          const again = VisitLog.decider.decide(state, command)
          expect(Result.isSuccess(again) ? again.success : again.failure.code).toEqual([])
        }
        const { events } = run(all)
        const codec = VisitEvent.VisitEvent
        const read = events.map((one) =>
          Schema.decodeUnknownSync(codec)(JSON.parse(JSON.stringify(Schema.encodeSync(codec)(one))))
        )
        expect(Decider.fold(VisitLog.decider, read)).toEqual(state)
      }),
      { numRuns: 100, seed: 101 }
    )
  })

  it("F-08 P-29 the order in which visits are written down changes neither turns nor coverage nor needs", () => {
    fc.assert(
      fc.property(
        planned,
        fc.array(visit, { maxLength: 12 }),
        fc.array(raise, { maxLength: 4 }),
        fc.nat(),
        (one, visits, raised, turn) => {
          const unique = [...new Map(visits.map((each) => [each.visit, { ...each, plan: one.plan }])).values()]
          const needsOnce = [...new Map(raised.map((each) => [each.need, each])).values()]
          const records = [...unique, ...needsOnce]
          const by = records.length === 0 ? 0 : turn % records.length
          const turned = [...records.slice(by), ...records.slice(0, by)].toReversed()
          const [a, b] = [records, turned].map((each) => run([one, ...each].map((c) => decode(c))).state)
          if (a === undefined || b === undefined) throw new Error("two logs were made")
          const within = { from: dayAt(0), to: dayAt(45) }
          const told = (log: VisitLog.VisitLog) => [
            Result.getOrThrow(Visiting.turns(log, calendar, dayAt(61))),
            Visiting.coverage(log, within),
            Visiting.needs(log, within).map(({ need, on, origin }) => [need, on, origin])
          ]
          expect(told(b)).toEqual(told(a))
        }
      ),
      { numRuns: 100, seed: 102 }
    )
  })

  it("W-07 P-29 a visit is never due on a day off nor before it can be, and a turn is counted from the last visit of its plan", () => {
    fc.assert(
      fc.property(cadence, day, (every, offset) => {
        const due = Result.getOrThrow(Visiting.due(calendar, every, dayAt(offset)))
        expect(Result.getOrThrow(WorkCalendar.isWorkday(calendar, due))).toBe(true)
        if (typeof every === "object") {
          const between = { from: CivilDate.addDays(dayAt(offset), 1), to: CivilDate.addDays(due, 1) }
          expect(Result.getOrThrow(WorkCalendar.countWorkdays(calendar, between))).toBe(every.workdays)
        } else {
          const months = { weekly: 0, monthly: 1, quarterly: 3, yearly: 12 }[every]
          const plain =
            every === "weekly" ? CivilDate.addDays(dayAt(offset), 7) : CivilDate.addMonths(dayAt(offset), months)
          expect(due >= plain).toBe(true)
          for (let at = plain; at < due; at = CivilDate.addDays(at, 1)) {
            expect(Result.getOrThrow(WorkCalendar.isWorkday(calendar, at))).toBe(false)
          }
        }
      }),
      { numRuns: 200, seed: 103 }
    )
    fc.assert(
      fc.property(commands, day, (all, offset) => {
        const { state } = run(all)
        const on = dayAt(offset)
        for (const turn of Result.getOrThrow(Visiting.turns(state, calendar, on))) {
          const counted = state.visits
            .filter((one) => one.unit === turn.unit && one.on <= on && (one.plan ?? turn.plan) === turn.plan)
            .map((one) => one.on)
          expect(turn.last).toBe(counted.toSorted().at(-1))
          expect(turn.overdue).toBe(turn.due < on)
        }
      }),
      { numRuns: 100, seed: 104 }
    )
  })

  it("H-21 every need counts once, from the first time it was known, and the share found lies between none and all", () => {
    fc.assert(
      fc.property(commands, day, day, (all, a, b) => {
        const { state } = run(all)
        const seen = new Map<string, string>()
        const note = (need: string, on: string) => {
          const known = seen.get(need)
          if (known === undefined || on < known) seen.set(need, on)
        }
        for (const one of state.raised) note(one.need, one.on)
        for (const one of state.visits) for (const { need } of one.needs) note(need, one.on)
        for (const sweep of Object.values(state.sweeps)) {
          for (const one of sweep.doors) for (const { need } of one.needs ?? []) note(need, one.on)
        }
        const [from, to] = [dayAt(Math.min(a, b)), dayAt(Math.max(a, b) + 1)]
        const known = Visiting.needs(state, { from, to })
        expect(known.map(({ need, on }) => [need, on]).toSorted()).toEqual(
          [...seen].filter(([, on]) => from <= on && on < to).toSorted()
        )
        const share = Visiting.foundShare(known)
        const found = known.filter((one) => one.origin !== "selfRaised").length
        expect(share).toBe(known.length === 0 ? undefined : found / known.length)
        if (share !== undefined) expect(share >= 0 && share <= 1).toBe(true)
      }),
      { numRuns: 150, seed: 105 }
    )
  })
})

describe("sweeps, whatever is found", () => {
  it("P-35 the newest record of a door counts and goes stale by its own age; the report is what counting gives", () => {
    fc.assert(
      fc.property(commands, day, (all, offset) => {
        const on = dayAt(offset)
        const sweep = run(all).state.sweeps["s-1"]
        if (sweep === undefined) throw new Error("the sweep was started")
        const units = ["firm-1", "firm-2"].map(unit)
        const plain = units.map((at) => {
          const records = sweep.doors.filter((one) => one.unit === at && one.on <= on)
          const last = records
            .map((one) => one.on)
            .toSorted()
            .at(-1)
          const newest = records.filter((one) => one.on === last).at(-1)
          const stale = last !== undefined && CivilDate.toEpochDay(last) + 20 <= CivilDate.toEpochDay(on)
          return { unit: at, door: newest, stale }
        })
        expect(Sweeping.doors(sweep, on)).toEqual(plain)
        const report = Sweeping.report(sweep, on)
        expect([report.occupied, report.vacant, report.noAnswer]).toEqual(
          ["occupied", "vacant", "noAnswer"].map((result) => plain.filter((one) => one.door?.result === result).length)
        )
        expect(report.recorded + report.missing.length).toBe(report.units)
        expect(report.completion).toBe(report.recorded / 2)
        expect(report.members).toBe(
          plain.reduce((sum, one) => sum + (one.door?.result === "occupied" ? (one.door.members ?? 0) : 0), 0)
        )
        expect(report.stale).toEqual(plain.filter((one) => one.stale).map((one) => one.unit))
      }),
      { numRuns: 150, seed: 106 }
    )
  })
})
