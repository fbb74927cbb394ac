import { Decider, WorkCalendar } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Casework from "../src/Casework.ts"
import type * as Command from "../src/Command.ts"
import * as Deadlines from "../src/Deadlines.ts"
import type { Event } from "../src/Event.ts"
import * as Flow from "../src/Flow.ts"
import * as FlowPresets from "../src/FlowPresets.ts"
import * as InBuilding from "../src/InBuilding.ts"
import * as State from "../src/State.ts"
import { at, classify, command, type Encoded, facts, factsOf, on, raise } from "./scene.ts"

const day = 86_400_000
const start = at("03-01")
const levels = FlowPresets.councilChamber.ladder.map(({ id }) => id)

/** What a case of the council chamber is, told in the simplest way. */
interface Model {
  stage: "raised" | "discussed" | "resolving" | "resolved" | "followedUp" | "closed"
  standing: State.Standing
  before: State.Standing
  asked: boolean
  level: number
  today: number
  closedOn: number
}
interface Real {
  state: State.CaseKnown
}
/** Says whether something is allowed, and does it to the model if so. */
type Rule = (model: Model) => boolean

const step =
  (from: Model["stage"], to: Model["stage"]): Rule =>
  (model) => {
    if (model.standing !== "open" || model.stage !== from) return false
    model.stage = to
    return true
  }
const asking =
  (isContent: boolean): Rule =>
  (model) => {
    if (!step("resolved", isContent ? "followedUp" : "resolving")(model)) return false
    model.asked = isContent
    return true
  }
const closing =
  (reason: string): Rule =>
  (model) => {
    const isWithdrawn = reason === "withdrawn"
    const isAwake = model.standing === "open" || (model.standing === "suspended" && isWithdrawn)
    if (!isAwake || (reason === "solved" && model.stage !== "followedUp")) return false
    if (!isWithdrawn && !model.asked) return false
    Object.assign(model, { stage: "closed", standing: "closed", closedOn: model.today })
    return true
  }
const standing =
  (from: ReadonlyArray<State.Standing>, change: (model: Model) => Partial<Model>): Rule =>
  (model) => {
    if (!from.includes(model.standing)) return false
    Object.assign(model, change(model))
    return true
  }
const reopening: Rule = (model) => {
  if (model.standing !== "closed" || model.today > model.closedOn + 10) return false
  Object.assign(model, { stage: "resolving", standing: "open", asked: false })
  return true
}
const climbing =
  (to: number): Rule =>
  (model) => {
    if (model.standing !== "open" && model.standing !== "suspended") return false
    if (to !== model.level + 1) return false
    model.level = to
    return true
  }

const attempt = (days: number, tag: string, fields: object, rule: Rule): fc.Command<Model, Real> => ({
  check: () => true,
  toString: () => `${tag} ${JSON.stringify(fields)} after ${days} days`,
  run: (model, real) => {
    model.today += days
    const now = start + model.today * day
    const input = { ...on(tag, "01-01", fields), at: now } as Encoded
    const isAllowed = rule(model)
    const stepped = Decider.step<Command.Command, State.State, Event, unknown, Casework.Facts>(
      Casework.decider,
      real.state,
      command(input),
      facts
    )
    expect([tag, Result.isSuccess(stepped)]).toEqual([tag, isAllowed])
    if (Result.isFailure(stepped) || stepped.success.state === undefined) return
    real.state = stepped.success.state
    expect([real.state.stage, real.state.standing, levels.indexOf(real.state.level)]).toEqual([
      model.stage,
      model.standing,
      model.level
    ])
    // The same once more is no news.
    expect(Casework.decider.decide(real.state, command(input), facts)).toEqual(Result.succeed([]))
  }
})

// From one day on, so that no command is told twice by chance.
const days = fc.integer({ min: 1, max: 8 })
const reasons = ["solved", "explained", "withdrawn"] as const
const likely: ReadonlyArray<readonly [string, object, Rule]> = [
  ["DeliberateCase", { body: "chamber" }, step("raised", "discussed")],
  ["StartCase", {}, step("discussed", "resolving")],
  ["ResolveCase", { result: "已办" }, step("resolving", "resolved")],
  ["FollowUpCase", { solved: true, rating: "satisfied" }, asking(true)],
  ["FollowUpCase", { solved: false }, asking(false)],
  ["ReopenCase", { reason: "再次发生" }, reopening],
  ...reasons.map((reason) => ["CloseCase", { reason }, closing(reason)] as const)
]
const others: ReadonlyArray<readonly [string, object, Rule]> = [
  ["SuspendCase", { reason: "等待" }, standing(["open"], () => ({ standing: "suspended" }))],
  ["ResumeCase", {}, standing(["suspended"], () => ({ standing: "open" }))],
  [
    "MergeCase",
    { into: "c9" },
    standing(["open", "suspended"], ({ standing: before }) => ({ standing: "merged", before }))
  ],
  ["UnmergeCase", {}, standing(["merged"], ({ before }) => ({ standing: before }))],
  ["AcceptCase", {}, () => false],
  ["DispatchCase", { by: "hall", to: "power" }, () => false],
  ["TakeCase", { by: "power" }, () => false],
  ...levels.map((to, place) => ["EscalateCase", { to, cause: "beyondMeans" }, climbing(place)] as const)
]
const commandOf = (choices: ReadonlyArray<readonly [string, object, Rule]>) =>
  fc.tuple(days, fc.constantFrom(...choices)).map(([after, [tag, fields, rule]]) => attempt(after, tag, fields, rule))

describe("a case of the council chamber", () => {
  it("R5-1 F-09 does what a simple model of it does, whatever is tried", () => {
    const setup = () => {
      const state = Casework.decider.evolve(undefined, raisedEvent())
      if (state === undefined) throw new Error("a case was raised")
      const model: Model = {
        stage: "raised",
        standing: "open",
        before: "open",
        asked: false,
        level: 0,
        today: 0,
        closedOn: 0
      }
      return { model, real: { state } }
    }
    const raisedEvent = (): Event => {
      const input = command(raise("c1", "03-01", { flow: "councilChamber" }))
      const [event] = Result.getOrThrow(Casework.decider.decide(undefined, input, facts))
      if (event === undefined) throw new Error("a case was raised")
      return event
    }
    const commands = fc.commands([commandOf(likely), commandOf(likely), commandOf(likely), commandOf(others)], {
      maxCommands: 40,
      size: "max"
    })
    fc.assert(
      fc.property(commands, (tried) => {
        fc.modelRun(setup, tried)
      }),
      { numRuns: 400 }
    )
  })
})

const units = ["power", "water", "community"] as const
// A hall in which cases may be taken, and one in which they only can be.
const open = {
  ...FlowPresets.propertyCouncilHall,
  id: Flow.FlowId.make("open"),
  modes: ["assign", "grab", "rotate"]
} as const
const grabbed = { ...FlowPresets.propertyCouncilHall, id: Flow.FlowId.make("grabbed"), modes: ["grab"] } as const
const flows: ReadonlyArray<Flow.Flow> = [...FlowPresets.all, open, grabbed]
const every = factsOf(flows)
const any: fc.Arbitrary<readonly [string, object]> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(["AcceptCase", {}] as const, ["StartCase", {}] as const) },
  { weight: 3, arbitrary: fc.constant(["ResolveCase", { result: "已办" }] as const) },
  { weight: 3, arbitrary: fc.constant(["DeliberateCase", { body: "chamber" }] as const) },
  { weight: 2, arbitrary: fc.constantFrom(...units).map((by) => ["TakeCase", { by }] as const) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(...units).map((to) => ["DispatchCase", { by: "committee-1", to }] as const)
  },
  { weight: 3, arbitrary: fc.constantFrom(...units).map((by) => ["ReportInCase", { by }] as const) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(...units)
      .map((to) => ["RerouteCase", { by: "committee-1", to, reason: "改派" }] as const)
  },
  {
    weight: 2,
    arbitrary: fc.boolean().map((solved) => ["FollowUpCase", { solved }] as const)
  },
  { weight: 3, arbitrary: fc.constantFrom(...reasons).map((reason) => ["CloseCase", { reason }] as const) },
  { weight: 1, arbitrary: fc.constant(["ReopenCase", { reason: "再次发生" }] as const) },
  { weight: 1, arbitrary: fc.constantFrom(["SuspendCase", { reason: "等待" }] as const, ["ResumeCase", {}] as const) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...levels).map((to) => ["EscalateCase", { to, cause: "beyondMeans" }] as const)
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom("ordinary", "difficult")
      .map((difficulty) => ["ClassifyCase", { scope: "individual", category: "parking", difficulty }] as const)
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom("t1", "t2"), fc.constantFrom(...units), fc.boolean())
      .map(([task, department, lead]) => ["SplitCase", { tasks: [{ task, department, what: "分办", lead }] }] as const)
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom("t1", "t2").map((task) => ["FinishTask", { task, result: "已办" }] as const)
  },
  { weight: 1, arbitrary: fc.constant(["FileCaseEvidence", { evidence: "result" }] as const) }
)

/** Cases under every flow on which much was tried, with the clock running, and what was accepted. */
const told = fc
  .tuple(
    fc.constantFrom(...flows),
    fc.array(fc.tuple(fc.integer({ min: 0, max: 3 * day }), any), { minLength: 40, maxLength: 90, size: "max" })
  )
  .map(([flow, tries]) => {
    const accepted: Array<Command.Command> = []
    let state: State.State
    const attemptOne = (one: Command.Command): void => {
      const stepped = Decider.step(Casework.decider, state, one, every)
      if (Result.isFailure(stepped)) return
      state = stepped.success.state
      accepted.push(one)
    }
    attemptOne(command(raise("c1", "03-01", { flow: flow.id, category: "parking" })))
    let now = start
    for (const [pause, [tag, fields]] of tries) {
      now += pause
      attemptOne(command({ ...on(tag, "01-01", fields), at: now } as Encoded))
      if (state === undefined) continue
      for (const one of Deadlines.tick(every.flow, WorkCalendar.china, [state], now).commands) attemptOne(one)
    }
    if (state === undefined) throw new Error("a case was raised")
    return { flow, accepted, state }
  })

describe("whatever is tried under any flow", () => {
  it("invariant 10: moments never go back, stages follow the flow, and nothing required is left out before closing", () => {
    fc.assert(
      fc.property(told, ({ flow, state }) => {
        const { story } = state
        let stage = flow.begin
        let asked = false
        for (const [place, event] of story.entries()) {
          expect(event.at).toBeGreaterThanOrEqual(story[place - 1]?.at ?? 0)
          if (event._tag === "CaseFollowedUp") asked = true
          if (event._tag === "CaseReopened") asked = false
          if (event._tag === "CaseClosed") {
            const isWaived = Flow.closing(flow, event.reason)?.waivesFollowUp === true
            expect(flow.followUp === "waived" || isWaived || asked).toBe(true)
          }
          if (!("stage" in event)) continue
          const isFree = event._tag === "CaseReopened" || event._tag === "CaseRerouted"
          const isStep = flow.moves.some(({ from, to }) => from === stage && to === event.stage)
          expect([event._tag, isFree || event.stage === stage || isStep]).toEqual([event._tag, true])
          stage = event.stage
        }
        expect(state.stage).toBe(stage)
      }),
      { numRuns: 200 }
    )
  })

  it("P-37 invariant 10: an ordinary case is closed in its building, or shows as a breach", () => {
    fc.assert(
      fc.property(told, ({ flow, state }) => {
        const isInside = Flow.level(flow, state.level)?.inBuilding === true
        const which = { from: 0, to: start + 1000 * day, asOf: start + 1000 * day }
        const { breaches } = InBuilding.of(flow, [state], which)
        const isCounted = state.accepted !== undefined && State.closure(state)?.kind !== "withdrawn"
        expect(breaches).toEqual(isCounted && state.difficulty === "ordinary" && !isInside ? ["c1"] : [])
      }),
      { numRuns: 150 }
    )
  })

  it("R5-13 of the tasks of a case exactly one leads, whatever is split, and nothing is resolved while one is open", () => {
    fc.assert(
      fc.property(told, ({ state }) => {
        const leads = state.tasks.filter(({ lead }) => lead)
        expect(leads).toHaveLength(state.tasks.length === 0 ? 0 : 1)
        const open = new Set<string>()
        for (const event of state.story) {
          if (event._tag === "CaseSplit") for (const { task } of event.tasks) open.add(task)
          if (event._tag === "TaskFinished") open.delete(event.task)
          if (event._tag === "CaseResolved") expect([...open]).toEqual([])
        }
      }),
      { numRuns: 150 }
    )
  })

  it("R5-7 levels are taken one at a time, in their order", () => {
    fc.assert(
      fc.property(told, ({ flow, state }) => {
        for (const { from, to } of state.escalations) expect(Flow.above(flow, from)?.id).toBe(to)
        expect(state.escalations.length).toBe(flow.ladder.findIndex(({ id }) => id === state.level))
      }),
      { numRuns: 100 }
    )
  })

  it("telling the whole history again in its order changes nothing", () => {
    fc.assert(
      fc.property(told, ({ accepted, state }) => {
        const again = Decider.run(Casework.decider, state, accepted, every)
        expect(again.failures.map(({ failure }) => failure.text.en)).toEqual([])
        expect(again.events).toEqual([])
      }),
      { numRuns: 150 }
    )
  })

  it("R5-16 W-19 a case that was taken had nobody, and nobody takes it from whoever has it", () => {
    fc.assert(
      fc.property(told, ({ flow, state }) => {
        let holder: string | undefined
        for (const event of state.story) {
          if (event._tag === "CaseTaken") {
            expect(Flow.modes(flow)).toContain("grab")
            expect(holder).toBeUndefined()
            holder = event.by
          }
          if (event._tag === "CaseDispatched") expect(flow.id).not.toBe("grabbed")
          if (event._tag === "CaseDispatched" || event._tag === "CaseRerouted") holder = event.to
          if (event._tag === "CaseReopened") holder = undefined
        }
      }),
      { numRuns: 150 }
    )
  })

  it("a case as it was is never changed by what comes after", () => {
    fc.assert(
      fc.property(told, ({ state }) => {
        let now: State.State
        const before = state.story.map((event) => {
          now = Casework.decider.evolve(now, event)
          return [now, JSON.stringify(now)] as const
        })
        expect(now).toEqual(state)
        for (const [known, text] of before) expect(JSON.stringify(known)).toBe(text)
      }),
      { numRuns: 40 }
    )
  })

  it("gets everywhere: cases are closed, reopened, rerouted, taken, taken up and dispatched", () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(told, ({ state }) => {
        for (const { _tag } of state.story) seen.add(_tag)
      }),
      { numRuns: 200 }
    )
    expect([...seen]).toEqual(
      expect.arrayContaining([
        "CaseClosed",
        "CaseReopened",
        "CaseRerouted",
        "CaseTaken",
        "CaseSplit",
        "TaskFinished",
        "CaseEscalated",
        "DueRecorded"
      ])
    )
  })
})

it("R5-21 a category that is put right is told in the story, with its reason", () => {
  const events = Decider.run(
    Casework.decider,
    State.initial,
    [raise("c1", "03-01"), on("AcceptCase", "03-02"), classify("03-03", { reason: "初判" })].map(command),
    facts
  ).events
  expect(events.at(-1)).toMatchObject({ _tag: "CaseClassified", reason: "初判", route: "propertyServiceOfficer" })
})
