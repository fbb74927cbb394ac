import { CivilDate, Decider } from "@louyu/kernel"
import * as HashSet from "effect/HashSet"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import type * as Command from "../src/Command.ts"
import type { Event } from "../src/Event.ts"
import * as Funnel from "../src/Funnel.ts"
import * as Journeys from "../src/Journeys.ts"
import * as Pipeline from "../src/Pipeline.ts"
import { investment } from "../src/PipelinePresets.ts"
import * as Recruiting from "../src/Recruiting.ts"
import * as State from "../src/State.ts"
import { adopt, advance, command, day, type Encoded, facts, on, open, person } from "./scene.ts"

const ids = ["p1", "p2", "p3"] as const
const liaisons = ["l1", "l2"] as const
const stages = investment.stages.map(({ id }) => id)
const days = Array.from({ length: 120 }, (_, n) => CivilDate.addDays(day("2024-03-01"), n))
const prospect = fc.constantFrom(...ids)
const liaison = fc.constantFrom(...liaisons)

// The way most go, so that some get far.
const forward = ["assessed", "negotiating", "signed", "movedIn", "operating", "grown"] as const

// What people may try, sensible or not, day after day.
const attempt: fc.Arbitrary<(date: string) => Encoded> = fc.oneof(
  { weight: 2, arbitrary: prospect.map((id) => (date: string) => open(id, { on: date })) },
  {
    weight: 8,
    arbitrary: fc.tuple(prospect, fc.constantFrom(...stages, ...forward, ...forward)).map(
      ([id, to]) =>
        (date: string) =>
          advance(id, to, date, ["contract"])
    )
  },
  { weight: 1, arbitrary: prospect.map((id) => (date: string) => on("WinProspect", id, { tenant: "firm" }, date)) },
  {
    weight: 2,
    arbitrary: fc.tuple(prospect, fc.constantFrom(...stages)).map(
      ([id, to]) =>
        (date: string) =>
          on("RegressProspect", id, { to, reason: "退回" }, date)
    )
  },
  {
    weight: 2,
    arbitrary: prospect.map((id) => (date: string) => on("LoseProspect", id, { exit: "lost", reason: "rent" }, date))
  },
  { weight: 2, arbitrary: prospect.map((id) => (date: string) => on("ReopenProspect", id, { reason: "重启" }, date)) },
  { weight: 1, arbitrary: prospect.map((id) => (date: string) => on("ParkProspect", id, { reason: "等待" }, date)) },
  { weight: 1, arbitrary: prospect.map((id) => (date: string) => on("ResumeProspect", id, {}, date)) },
  {
    weight: 2,
    arbitrary: fc.tuple(prospect, liaison).map(
      ([id, one]) =>
        (date: string) =>
          on("AssignProspect", id, { liaison: one }, date)
    )
  },
  {
    weight: 1,
    arbitrary: prospect.map((id) => (date: string) => on("ReleaseProspect", id, { reason: "idle" }, date))
  },
  {
    weight: 1,
    arbitrary: fc.tuple(prospect, prospect).map(
      ([id, duplicate]) =>
        (date: string) =>
          on("MergeProspects", id, { duplicate }, date)
    )
  }
)

// The whole way to the end, or to just before it.
const way: fc.Arbitrary<ReadonlyArray<(date: string) => Encoded>> = fc
  .tuple(prospect, fc.integer({ min: 3, max: forward.length }), fc.boolean())
  .map(([id, length, won]) => [
    (date) => open(id, { on: date }),
    ...forward.slice(0, length).map((to) => (date: string) => advance(id, to, date, ["contract"])),
    ...(won ? [(date: string) => on("WinProspect", id, { tenant: "firm" }, date)] : [])
  ])

const attempts = fc
  .array(fc.oneof({ weight: 12, arbitrary: attempt.map((make) => [make]) }, { weight: 1, arbitrary: way }), {
    minLength: 60,
    maxLength: days.length
  })
  .map((ways) => ways.flat().slice(0, days.length))

const begin: ReadonlyArray<Encoded> = [
  adopt(),
  { _tag: "EnrolLiaison", liaison: "l1", capacity: 2, from: "2024-01-01" },
  { _tag: "EnrolLiaison", liaison: "l2", from: "2024-01-01" }
]

/** The commands that were accepted, in order, one a day. */
const told = attempts.map((tried) => {
  const all = [...begin, ...tried.map((make, n) => make(days[n] ?? ""))].map(command)
  const accepted: Array<Command.Command> = []
  const events: Array<Event> = []
  let state = State.initial
  for (const one of all) {
    const stepped = Decider.step(Recruiting.decider, state, one, facts)
    if (Result.isFailure(stepped)) continue
    accepted.push(one)
    events.push(...stepped.success.events)
    state = stepped.success.state
  }
  return { accepted, events, state }
})

describe("whatever is tried", () => {
  it("invariant 12: a prospect only ever moves as the pipeline allows, and out of the end by reopening only", () => {
    fc.assert(
      fc.property(told, ({ state }) => {
        for (const { steps, departures, standing } of State.prospects(state)) {
          for (const [at, step] of steps.entries()) {
            const before = steps[at - 1]
            if (before === undefined) continue
            expect(before.from <= step.from).toBe(true)
            const left = departures.some(({ on: out }) => before.from <= out && out <= step.from)
            if (step.how === "reopened") expect(left).toBe(true)
            else expect(Pipeline.direction(investment, before.stage, step.stage)).toBe(step.how)
          }
          const gone = departures.at(-1)
          if (standing === "gone") expect(gone?.reopened).toBeUndefined()
          if (standing === "open" && gone !== undefined) expect(gone.reopened).toBeDefined()
        }
      }),
      { numRuns: 150 }
    )
  })

  it("telling the whole history again in its order changes nothing", () => {
    fc.assert(
      fc.property(told, ({ accepted, state }) => {
        const again = Decider.run(Recruiting.decider, state, accepted, facts)
        expect(again.failures.map(({ failure }) => failure.text.en)).toEqual([])
        expect(again.events).toEqual([])
      }),
      { numRuns: 150 }
    )
  })

  it("R4-6 what somebody looks after is what the holders say, and never more than the capacity", () => {
    fc.assert(
      fc.property(told, ({ state }) => {
        for (const one of liaisons) {
          const held = [...State.prospects(state)].filter(
            (known) =>
              (known.standing === "open" || known.standing === "parked") &&
              known.won === undefined &&
              known.holders.at(-1)?.value === one &&
              known.holders.at(-1)?.to === undefined
          )
          const id = person(one)
          expect([...State.heldBy(state, id)].toSorted()).toEqual(held.map(({ opened }) => opened.prospect).toSorted())
          expect(HashSet.size(State.heldBy(state, id))).toBe(State.load(state, id))
        }
      }),
      { numRuns: 100 }
    )
  })

  it("R4-2 the funnel counts what the prospects say on any day, and following events gives the same as counting again", () => {
    fc.assert(
      fc.property(told, fc.constantFrom(...days), ({ state, events }, date) => {
        const funnel = Funnel.of(state, investment.id)
        if (funnel === undefined) throw new Error("there is a pipeline")
        const counts = Result.getOrThrow(Journeys.counts(funnel.journeys, { asOf: CivilDate.toEpochDay(date) }))
        const unmerged = [...State.prospects(state)].filter(({ merged }) => merged === undefined)
        for (const stage of stages) {
          const there = unmerged.filter((one) => State.stageOn(one, date) === stage).length
          expect([stage, counts.stages.find((one) => one.stage === stage)?.now]).toEqual([stage, there])
        }
        const followed = Funnel.of(Decider.fold(Recruiting.decider, events.slice(0, 1)), investment.id)
        if (followed === undefined) throw new Error("the first fact is a pipeline")
        const answers = events.slice(1).map((event) => Funnel.append(followed, event))
        if (answers.includes("again")) return
        expect(Result.getOrThrow(Journeys.counts(followed.journeys))).toEqual(
          Result.getOrThrow(Journeys.counts(funnel.journeys))
        )
      }),
      { numRuns: 100 }
    )
  })
})

describe("what is tried here", () => {
  it("gets everywhere: prospects are won, lost, reopened, merged and go back", () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(told, ({ events }) => {
        for (const { _tag } of events) seen.add(_tag)
      }),
      { numRuns: 100 }
    )
    expect([...seen]).toEqual(
      expect.arrayContaining([
        "ProspectWon",
        "ProspectLost",
        "ProspectReopened",
        "ProspectsMerged",
        "ProspectRegressed"
      ])
    )
  })
})
