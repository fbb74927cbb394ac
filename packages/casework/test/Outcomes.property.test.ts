import { CivilDate, Decider } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Bodies from "../src/Bodies.ts"
import { CaseRef } from "../src/BodyCode.ts"
import * as BodyPresets from "../src/BodyPresets.ts"
import * as BodyState from "../src/BodyState.ts"
import * as Casework from "../src/Casework.ts"
import * as Flow from "../src/Flow.ts"
import * as FlowPresets from "../src/FlowPresets.ts"
import * as Outcomes from "../src/Outcomes.ts"
import type * as State from "../src/State.ts"
import * as bodies from "./bodyScene.ts"
import { command, type Encoded, factsOf, raise } from "./scene.ts"

// Cases may come back to where they are deliberated, and some are only grabbed.
const again = {
  ...FlowPresets.buildingCouncil,
  id: Flow.FlowId.make("again"),
  reopen: { to: Flow.StageId.make("classified"), withinDays: 100 }
}
const grabbed: Flow.Flow = { ...again, id: Flow.FlowId.make("grabbed"), modes: ["grab"] }
const flows = [...FlowPresets.all, again, grabbed]
const facts = factsOf(flows)
const day = (n: number) => CivilDate.addDays(bodies.day("2024-03-01"), n)
const noon = (n: number) => Date.parse("2024-03-01T12:00+08:00") + n * 86_400_000

type Step =
  | { readonly on: "body"; readonly of: "b" | "c"; readonly tag: string; readonly fields: object }
  | { readonly on: "case"; readonly tag: string; readonly fields: object }
  | { readonly on: "ask" }

const id = fc.constantFrom("i1", "i2")
const task = fc.constantFrom("t1", "t2", "t3")
const unit = fc.constantFrom("operator", "property", "tenant")
const body = (tag: string, fields: Record<string, fc.Arbitrary<unknown>>, weight = 2) => ({
  weight,
  arbitrary: fc
    .tuple(fc.constantFrom("b" as const, "c" as const), fc.record(fields))
    .map(([of, made]): Step => ({ on: "body", of, tag, fields: made }))
})
const ofCase = (tag: string, fields: object = {}, weight = 2) => ({
  weight,
  arbitrary: fc.constant<Step>({ on: "case", tag, fields })
})

const step: fc.Arbitrary<Step> = fc.oneof(
  body("PutOnAgenda", { meeting: fc.constant("m"), item: id, subject: fc.constant({ case: "c1" }) }, 5),
  body(
    "DecideItem",
    { meeting: fc.constant("m"), item: id, outcome: fc.constantFrom("agreed", "agreed", "rejected") },
    6
  ),
  body(
    "DispatchItem",
    { item: id, task, names: fc.constant({ zh: "办理" }), by: fc.constantFrom("committee-1"), to: unit },
    5
  ),
  body("DispatchItem", { item: id, task, names: fc.constant({ zh: "办理" }), by: fc.constantFrom("committee-1") }, 3),
  body("ClaimTask", { task, by: unit }, 4),
  body("AcceptTask", { task, by: unit }, 6),
  body("ReturnTask", { task, by: unit, reason: fc.constant("退回") }, 1),
  body("FulfilTask", { task, by: unit }, 8),
  body("FollowUpItem", { item: id, satisfied: fc.boolean() }),
  body("CloseItem", { item: id }),
  ofCase("AcceptCase"),
  ofCase("ClassifyCase", { scope: "common", difficulty: "ordinary", category: "safety" }),
  ofCase("DeliberateCase", { body: "tower" }, 1),
  ofCase("ReportInCase", { by: "operator" }),
  ofCase("StartCase", {}, 4),
  ofCase("ResolveCase", { result: "已办" }, 1),
  ofCase("FollowUpCase", { solved: false }),
  ofCase("CloseCase", { reason: "explained" }, 1),
  ofCase("ReopenCase", { reason: "再次发生" }),
  ofCase("SuspendCase", { reason: "等待" }, 1),
  ofCase("ResumeCase", {}, 2),
  { weight: 12, arbitrary: fc.constant<Step>({ on: "ask" }) }
)

// The way most cases go, cut short and with a step left out now and then.
const way: fc.Arbitrary<ReadonlyArray<Step>> = fc
  .record({ of: fc.constantFrom("b" as const, "c" as const), item: id, task, length: fc.nat(14), omitted: fc.nat(30) })
  .map(({ of, item, task: one, length, omitted }) => {
    const inBody = (tag: string, fields: object): Step => ({
      on: "body",
      of,
      tag,
      fields: { item, task: one, ...fields }
    })
    const inCase = (tag: string, fields: object = {}): Step => ({ on: "case", tag, fields })
    const all: ReadonlyArray<Step> = [
      inCase("AcceptCase"),
      inCase("ClassifyCase", { scope: "common", difficulty: "ordinary", category: "safety" }),
      inBody("PutOnAgenda", { meeting: "m", subject: { case: "c1" } }),
      inBody("DecideItem", { meeting: "m", outcome: "agreed" }),
      { on: "ask" },
      inBody("DispatchItem", { names: { zh: "办理" }, by: "committee-1", to: "operator" }),
      inBody("AcceptTask", { by: "operator" }),
      { on: "ask" },
      inCase("ReportInCase", { by: "operator" }),
      inCase("StartCase"),
      inBody("FulfilTask", { by: "operator" }),
      { on: "ask" },
      inCase("FollowUpCase", { solved: false }),
      { on: "ask" }
    ]
    return all.filter((_, n) => n < length && n !== omitted)
  })

interface World {
  bodies: BodyState.State
  known: State.CaseKnown
}

const begin = (flow: Flow.Flow): World => {
  const kinds = [BodyPresets.jointMeeting, { ...BodyPresets.jointMeeting, id: "other", followUp: true }]
  const told = kinds.flatMap((kind, n) =>
    [
      bodies.found(kind, "2024-01-01", { dispatcher: "committee-1" }),
      ...bodies.seatAll(kind),
      ...bodies.meet("m", "2024-03-01", ["operator", "property", "tenant"])
    ].map((one) => bodies.command({ ...one, body: n === 0 ? "b" : "c" } as bodies.Encoded))
  )
  const { state } = Decider.run(Bodies.decider, BodyState.initial, told, bodies.facts)
  const raised = command(raise("c1", "02-20", { flow: flow.id, place: "tower" }))
  const known = Decider.run(Casework.decider, undefined, [raised], facts).state
  if (known === undefined) throw new Error("a case was raised")
  return { bodies: state, known }
}

const go = (world: World, one: Step, n: number, now: number): void => {
  if (one.on === "body") {
    const said = bodies.command({ _tag: one.tag, body: one.of, ...one.fields, on: day(n) } as bodies.Encoded)
    const stepped = Decider.step(Bodies.decider, world.bodies, said, bodies.facts)
    if (Result.isSuccess(stepped)) world.bodies = stepped.success.state
  }
  if (one.on === "case") {
    const said = command({ _tag: one.tag, case: "c1", ...one.fields, at: now } as Encoded)
    const stepped = Decider.step(Casework.decider, world.known, said, facts)
    if (Result.isSuccess(stepped) && stepped.success.state !== undefined) world.known = stepped.success.state
  }
}

const walks = fc.tuple(
  fc.constantFrom(...flows),
  fc
    .array(
      fc.tuple(
        fc.boolean(),
        fc.oneof({ weight: 8, arbitrary: step.map((one): ReadonlyArray<Step> => [one]) }, { weight: 1, arbitrary: way })
      ),
      { minLength: 30, maxLength: 70, size: "max" }
    )
    .map((all) => all.flatMap(([isNextDay, steps]) => steps.map((one) => [isNextDay, one] as const)))
)

/** Goes through all steps and answers each question; the world as it was asked is given to the check. */
const walk = (
  flow: Flow.Flow,
  steps: ReadonlyArray<readonly [boolean, Step]>,
  check: (world: World, found: Outcomes.Outcomes, at: number) => void
): void => {
  const world = begin(flow)
  let n = 0
  for (const [place, [isNextDay, one]] of steps.entries()) {
    if (isNextDay) n += 1
    // No two things at one moment: what is said twice at one is said once.
    const now = noon(n) + place
    go(world, one, n, now)
    if (one.on !== "ask") continue
    const found = Outcomes.of(world.bodies, () => world.known, facts, now)
    check({ ...world }, found, now)
    for (const each of found.commands) {
      const stepped = Decider.step(Casework.decider, world.known, each, facts)
      expect([each._tag, Result.isSuccess(stepped) && stepped.success.events.length]).toEqual([each._tag, 1])
      if (Result.isSuccess(stepped) && stepped.success.state !== undefined) world.known = stepped.success.state
    }
    expect(Outcomes.of(world.bodies, () => world.known, facts, now).commands).toEqual([])
    // Nobody did anything until the next day.
    expect(Outcomes.of(world.bodies, () => world.known, facts, now + 86_400_000).commands).toEqual([])
  }
}

describe("whatever bodies and people do", () => {
  it("R5-14 every command is obeyed and changes the case, and asked again there is none", () => {
    fc.assert(
      fc.property(walks, ([flow, steps]) => {
        walk(flow, steps, () => {})
      }),
      { numRuns: 150 }
    )
  })

  it("R5-14 a case that waits to be deliberated is told of what was agreed, or offered, or a matter of some body", () => {
    fc.assert(
      fc.property(walks, ([flow, steps]) => {
        walk(flow, steps, ({ bodies: state, known }, { commands, refusals }) => {
          const isOpen = known.standing === "open" || known.standing === "suspended"
          const isWaiting = isOpen && Flow.allowed(flow, known.stage).includes("deliberate")
          const offered = Outcomes.agendas(state, [known], facts)
          const items = BodyState.ofCase(state, CaseRef.make(known.raised.case)).map(({ item }) => item)
          if (items.length === 0) expect(offered.map(({ body: one }) => one)).toEqual(isWaiting ? ["b", "c"] : [])
          if (offered.length > 0) expect(isWaiting).toBe(true)
          const isTold = [...commands, ...refusals].some((one) => JSON.stringify(one).includes("DeliberateCase"))
          if (isTold) expect([isWaiting, offered]).toEqual([true, []])
        })
      }),
      { numRuns: 100 }
    )
  })

  it("gets everywhere: cases are told of agreements, dispatched, taken, and resolved", () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(walks, ([flow, steps]) => {
        walk(flow, steps, (_, { commands }) => {
          for (const { _tag } of commands) seen.add(_tag)
        })
      }),
      { numRuns: 150 }
    )
    expect([...seen].toSorted()).toEqual(["DeliberateCase", "DispatchCase", "ResolveCase", "TakeCase"])
  })
})
