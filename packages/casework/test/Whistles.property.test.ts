import { Decider, Identifier } from "@louyu/kernel"
import * as Equal from "effect/Equal"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import type * as Command from "../src/WhistleCommand.ts"
import type { Event } from "../src/WhistleEvent.ts"
import * as WhistleRates from "../src/WhistleRates.ts"
import * as State from "../src/WhistleState.ts"
import * as Whistles from "../src/Whistles.ts"
import { at, blow, command, type Encoded, facts, say } from "./whistleScene.ts"

const units = ["hr", "business", "market"] as const
const whistle = fc.constantFrom("w1", "w1", "w1", "w2")
const department = fc.constantFrom(...units)
const task = fc.constantFrom("t1", "t1", "t2")
// Mostly onwards, sometimes back.
const hours = (n: number): fc.Arbitrary<number> => fc.integer({ min: Math.max(0, n - 2), max: n })

// What people may try, sensible or not, hour after hour.
const attempt: fc.Arbitrary<(n: number) => fc.Arbitrary<Encoded>> = fc
  .record({ whistle, department, task, satisfied: fc.boolean(), called: fc.subarray([...units], { minLength: 1 }) })
  .chain(({ whistle: id, department: by, task: t, satisfied, called }) => {
    const make = (tag: string, fields: object) => (n: number) => hours(n).map((when) => say(tag, id, when, fields))
    return fc.oneof(
      { weight: 2, arbitrary: fc.constant((_: number) => fc.constant(blow(id, called))) },
      { weight: 6, arbitrary: fc.constant(make("ReportIn", { department: by, plan: "上门" })) },
      { weight: 4, arbitrary: fc.constant(make("AssignWhistleTask", { task: t, names: { zh: "办理" }, to: by })) },
      { weight: 8, arbitrary: fc.constant(make("ResolveWhistleTask", { task: t, by, result: "已办理" })) },
      { weight: 3, arbitrary: fc.constant(make("EvaluateWhistle", { by: "firm", satisfied })) },
      { weight: 3, arbitrary: fc.constant(make("CloseWhistle", { confirmedBy: "firm" })) }
    )
  })

interface Told {
  readonly accepted: ReadonlyArray<Command.Command>
  readonly events: ReadonlyArray<Event>
  readonly state: State.State
}

const told: fc.Arbitrary<Told> = fc
  .array(attempt, { minLength: 40, maxLength: 110 })
  .chain((attempts) => fc.tuple(...attempts.map((make, n) => make(n))))
  .map((inputs) => {
    const accepted: Array<Command.Command> = []
    const events: Array<Event> = []
    let state = State.initial
    for (const one of inputs.map(command)) {
      const stepped = Decider.step(Whistles.decider, state, one, facts)
      if (Result.isFailure(stepped)) continue
      accepted.push(one)
      events.push(...stepped.success.events)
      state = stepped.success.state
    }
    return { accepted, events, state }
  })

const moment = fc.integer({ min: -1, max: 100 }).map(at)

describe("whatever is tried with whistles", () => {
  it("D-08 invariant 11: every called department reported in or is overdue; before the due time it may be awaited", () => {
    fc.assert(
      fc.property(told, moment, ({ events, state }, asOf) => {
        for (const one of State.whistles(state)) {
          const { whistle: id, departments, due, at: since } = one.blown
          const answers = State.answers(one, asOf)
          expect(answers.map((found) => found.department)).toEqual(asOf < since ? [] : departments)
          for (const { department: called, answer } of answers) {
            const report = events.find(
              (event) =>
                event._tag === "DepartmentReported" &&
                event.whistle === id &&
                event.department === called &&
                event.at <= asOf
            )
            const isOverdue = report === undefined && asOf > due
            expect(answer.startsWith("reported")).toBe(report !== undefined)
            expect(answer === "overdue").toBe(isOverdue)
            if (asOf > due) expect(answer).not.toBe("pending")
          }
        }
      }),
      { numRuns: 200 }
    )
  })

  it("D-08 invariant 11: when a whistle is closed, its tasks are, and each department reported in or is overdue", () => {
    fc.assert(
      fc.property(told, ({ events, state }) => {
        for (const one of State.whistles(state)) {
          if (one.closed === undefined) continue
          const { closed } = one
          expect(State.openTasks(one)).toEqual([])
          expect(State.answers(one, closed).filter(({ answer }) => answer === "pending")).toEqual([])
          const mine = events.filter(
            (event) => event.whistle === one.blown.whistle && event._tag !== "WhistleEvaluated"
          )
          expect(mine.at(-1)).toMatchObject({ _tag: "WhistleClosed", confirmedBy: one.blown.caller })
          for (const event of mine) expect(event.at).toBeLessThanOrEqual(closed)
        }
      }),
      { numRuns: 200 }
    )
  })

  it("telling the whole history again in its order changes nothing, and the facts alone lead to the same state", () => {
    fc.assert(
      fc.property(told, ({ accepted, events, state }) => {
        const again = Decider.run(Whistles.decider, state, accepted, facts)
        expect(again.failures.map(({ failure }) => failure.text.en)).toEqual([])
        expect(again.events).toEqual([])
        expect(Equal.equals(Decider.fold(Whistles.decider, events), state)).toBe(true)
      }),
      { numRuns: 200 }
    )
  })

  it("D-08 rates agree with counting the facts one by one", () => {
    const one = fc.option(department, { nil: undefined })
    fc.assert(
      fc.property(told, moment, one, ({ events, state }, asOf, only) => {
        let [calls, came, inTime, awaited] = [0, 0, 0, 0]
        const times: Array<number> = []
        for (const blown of events) {
          if (blown._tag !== "WhistleBlown" || blown.at > asOf) continue
          for (const called of blown.departments) {
            if (only !== undefined && called !== only) continue
            calls += 1
            const report = events.find(
              (event) =>
                event._tag === "DepartmentReported" && event.whistle === blown.whistle && event.department === called
            )
            if (report === undefined || report.at > asOf) {
              if (asOf <= blown.due) awaited += 1
              continue
            }
            came += 1
            times.push(report.at - blown.at)
            if (report.at <= blown.due) inTime += 1
          }
        }
        const cohort = { from: Number.MIN_SAFE_INTEGER, to: Number.MAX_SAFE_INTEGER, asOf }
        const named = only === undefined ? undefined : Identifier.UnitId.make(only)
        const {
          reportedIn,
          inTime: timely,
          meanMillis,
          medianMillis: median,
          overdue
        } = WhistleRates.reporting(state, cohort, named)
        expect([reportedIn.numerator, reportedIn.denominator]).toEqual([came, calls])
        expect([timely.numerator, timely.denominator]).toEqual([inTime, calls - awaited])
        const total = times.reduce((sum, time) => sum + time, 0)
        expect(meanMillis).toBe(came === 0 ? undefined : total / came)
        expect(overdue).toBe(calls - came - awaited)
        if (median === undefined) expect(times).toEqual([])
        else {
          expect(times.filter((time) => time <= median).length * 2).toBeGreaterThanOrEqual(times.length)
          expect(times.filter((time) => time < median).length * 2).toBeLessThan(times.length)
        }
      }),
      { numRuns: 200 }
    )
  })

  it("what is tried gets everywhere: tasks are resolved, whistles judged and closed", () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(told, ({ events }) => {
        for (const { _tag } of events) seen.add(_tag)
      }),
      { numRuns: 200, seed: 20240506 }
    )
    expect([...seen].toSorted()).toEqual([
      "DepartmentReported",
      "WhistleBlown",
      "WhistleClosed",
      "WhistleEvaluated",
      "WhistleTaskAssigned",
      "WhistleTaskResolved"
    ])
  })
})
