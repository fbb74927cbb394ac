import { Decider } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Fairness from "../src/Fairness.ts"
import type * as Command from "../src/RosterCommand.ts"
import type { Event } from "../src/RosterEvent.ts"
import * as State from "../src/RosterState.ts"
import * as Rosters from "../src/Rosters.ts"
import { command, drafted, type Encoded, facts, fortnight, to } from "./rosterLife.ts"
import { members, names, shift, unit } from "./rosterScene.ts"

const days = Array.from({ length: 24 }, (_, n) => new Date(Date.UTC(2026, 1, 20 + n)).toISOString().slice(0, 10))
const dates = days.filter((date) => date >= "2026-03-02")
const ids = names("m", 5)

const aSlot = fc
  .tuple(fc.constantFrom(...dates), fc.constantFrom("day", "noon"), fc.constantFrom("a", "b"), fc.constantFrom(1, 2))
  .map((parts) => parts.join("/"))
const aUnit = fc.constantFrom(...ids)
const reason = fc.constant("另有公务")
const by = fc.oneof(
  fc.uniqueArray(aUnit, { minLength: 1, maxLength: 2 }).map((some) => ({ members: some })),
  { weight: 3, arbitrary: fc.constant({ manager: "street" }) }
)

const aPlan = fc
  .record({
    count: fc.integer({ min: 3, max: 5 }),
    away: fc.option(fc.constantFrom(...dates), { nil: undefined }),
    needed: fc.constantFrom(1, 1, 2),
    restDays: fc.constantFrom(undefined, undefined, 0),
    maxPerWeek: fc.constantFrom(undefined, 5, 3)
  })
  .map(({ count, away, needed, restDays, maxPerWeek }) =>
    fortnight({
      members: members(ids.slice(0, count), away === undefined ? {} : { m1: { unavailable: [{ from: away }] } }),
      shifts: [
        shift(["a", "b"], { needed }),
        shift(["a"], { shift: "noon", window: { open: "12:00", close: "13:00" }, days: { on: {} } })
      ],
      ...(restDays === undefined ? {} : { restDays }),
      ...(maxPerWeek === undefined ? {} : { maxPerWeek })
    })
  )

// What people may try with two rosters, sensible or not, day after day.
const attempt: fc.Arbitrary<(date: string) => Encoded> = (() => {
  const make = (_tag: string, fields: Record<string, fc.Arbitrary<unknown>>) =>
    fc
      .record({ roster: fc.constantFrom("r", "r", "s"), ...fields })
      .map((made) => (on: string) => ({ _tag, ...made, on }) as Encoded)
  const atTime = (_tag: string, fields: Record<string, fc.Arbitrary<unknown>>) =>
    fc
      .record({ roster: fc.constant("r"), ...fields, slot: aSlot, hour: fc.integer({ min: 8, max: 18 }) })
      .map(({ hour, slot, ...made }) => (_: string) => {
        const at = Date.parse(`${slot.slice(0, 10)}T00:00:00+08:00`) + hour * 3_600_000
        return { _tag, ...made, slot, at } as unknown as Encoded
      })
  const generation = fc.integer({ min: 1, max: 4 })
  // Two that are beside each other, or on days that are to come: most swaps are of this sort.
  const likely = fc.tuple(fc.nat(9), fc.nat(9)).map(([one, two]) => (on: string) => {
    const coming = dates.filter((date) => date >= on && !/(?:07|08|14|15)$/u.test(date))
    const at = (n: number, station: string) =>
      `${coming[n % Math.max(1, coming.length)] ?? "2026-03-13"}/day/${station}/1`
    return to("SwapDuty", on, {
      slot: at(one, "a"),
      other: at(two % 2 === 0 ? one : two, "b"),
      by: { manager: "street" }
    })
  })
  return fc.oneof(
    { weight: 2, arbitrary: make("DraftRoster", { names: fc.constant({ zh: "轮值" }), plan: aPlan }) },
    { weight: 1, arbitrary: make("AmendRoster", { plan: aPlan }) },
    { weight: 4, arbitrary: make("GenerateRoster", { generation }) },
    { weight: 4, arbitrary: make("PublishRoster", { generation }) },
    { weight: 8, arbitrary: likely },
    { weight: 6, arbitrary: make("SwapDuty", { slot: aSlot, other: aSlot, by }) },
    { weight: 10, arbitrary: make("SubstituteDuty", { slot: aSlot, to: aUnit, by }) },
    { weight: 8, arbitrary: make("OverrideDuty", { slot: aSlot, to: aUnit, manager: fc.constant("street"), reason }) },
    { weight: 3, arbitrary: make("CancelDuty", { slot: aSlot, manager: fc.constant("street"), reason }) },
    { weight: 12, arbitrary: atTime("CheckInDuty", { unit: aUnit }) },
    { weight: 8, arbitrary: atTime("MissDuty", {}) }
  )
})()

// Both rosters are there from the beginning, so that most of what is tried has something to be tried on.
const opening = (other: object): ReadonlyArray<Encoded> =>
  ["r", "s"].flatMap((roster) => {
    const plan =
      roster === "r"
        ? fortnight({
            shifts: [
              shift(["a", "b"]),
              shift(["a"], { shift: "noon", window: { open: "12:00", close: "13:00" }, days: { on: {} } })
            ]
          })
        : other
    const on = days[0] ?? ""
    return [
      { ...drafted(plan, on), roster },
      { _tag: "GenerateRoster", roster, generation: 1, on },
      { _tag: "PublishRoster", roster, generation: 1, through: "2026-03-08", on }
    ] as unknown as ReadonlyArray<Encoded>
  })

interface Told {
  readonly accepted: ReadonlyArray<Command.Command>
  readonly events: ReadonlyArray<Event>
  readonly state: State.State
}

const tell = (inputs: ReadonlyArray<Encoded>): Told => {
  const accepted: Array<Command.Command> = []
  const events: Array<Event> = []
  let state = State.initial
  for (const input of inputs) {
    const said = command(input)
    const stepped = Decider.step(Rosters.decider, state, said, facts)
    if (Result.isFailure(stepped)) continue
    accepted.push(said)
    events.push(...stepped.success.events)
    state = stepped.success.state
  }
  return { accepted, events, state }
}

const history = fc
  .tuple(aPlan, fc.array(fc.tuple(attempt, fc.nat(days.length - 1)), { minLength: 10, maxLength: 80 }))
  .map(([plan, tries]) => {
    const inOrder = tries.toSorted(([, one], [, other]) => one - other)
    return tell([...opening(plan), ...inOrder.map(([make, n]) => make(days[n] ?? ""))])
  })

const spans = (state: State.State) =>
  State.rosters(state).flatMap((roster) =>
    State.duties(roster).flatMap(({ slot, unit }) =>
      unit === undefined ? [] : [{ unit, date: slot.date, ...State.windowOf(roster, slot) }]
    )
  )

describe("whatever people try", () => {
  it("invariant 8: nobody is at two stations at once, in any roster", () => {
    fc.assert(
      fc.property(history, ({ state }) => {
        for (const own of Map.groupBy(spans(state), ({ unit, date }) => `${unit} ${date}`).values()) {
          const inOrder = own.toSorted((one, other) => (one.open < other.open ? -1 : 1))
          for (const [n, next] of inOrder.entries()) {
            const before = inOrder[n - 1]
            if (before !== undefined) expect(before.close <= next.open).toBe(true)
          }
        }
      }),
      { numRuns: 60 }
    )
  })

  it("P-19 a history told again in its order is no news, and its events alone give the same state", () => {
    fc.assert(
      fc.property(history, ({ accepted, events, state }) => {
        let current = state
        for (const said of accepted) {
          const again = Decider.step(Rosters.decider, current, said, facts)
          expect(Result.isSuccess(again) ? again.success.events : again.failure).toEqual([])
          if (Result.isSuccess(again)) current = again.success.state
        }
        expect(Decider.fold(Rosters.decider, events)).toEqual(state)
      }),
      { numRuns: 40 }
    )
  })

  it("R3-18 what is assigned adds up, and who holds what is told alike by slot and by member", () => {
    fc.assert(
      fc.property(history, ({ state }) => {
        for (const roster of State.rosters(state)) {
          const held = State.duties(roster).filter(({ unit }) => unit !== undefined)
          const byUnit = ids.flatMap((id) => State.dutiesOf(roster, unit(id)))
          expect(byUnit.map(({ slot }) => slot.slot).toSorted()).toEqual(held.map(({ slot }) => slot.slot).toSorted())
          const lines = Fairness.report(roster)
          const own = new Set(lines.map(({ unit }) => unit))
          const counted = held.filter(({ unit }) => unit !== undefined && own.has(unit)).length
          expect(lines.reduce((sum, { assigned }) => sum + assigned, 0)).toBe(counted)
          for (const { done, missed, assigned } of lines) expect(done + missed).toBeLessThanOrEqual(assigned)
        }
      }),
      { numRuns: 40 }
    )
  })

  it("P-19 what is published changes hands only by somebody's word, and every such change is kept", () => {
    fc.assert(
      fc.property(history, ({ events }) => {
        let state = State.initial
        for (const event of events) {
          const before = State.roster(state, event.roster)
          state = Rosters.decider.evolve(state, event)
          const after = State.roster(state, event.roster)
          if (before === undefined || after === undefined || event._tag !== "RosterGenerated") continue
          for (const duty of State.duties(before)) {
            if (duty.published === undefined || duty.unit === undefined) continue
            expect(State.duty(after, duty.slot.slot)?.unit).toBe(duty.unit)
          }
        }
      }),
      { numRuns: 40 }
    )
  })

  it("everything that can be recorded of rosters is reached", () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(history, ({ events }) => {
        for (const { _tag } of events) seen.add(_tag)
      }),
      { numRuns: 60 }
    )
    expect([...seen].toSorted()).toEqual([
      "DutyCancelled",
      "DutyMissed",
      "DutyOverridden",
      "DutyStarted",
      "DutySubstituted",
      "DutySwapped",
      "RosterAmended",
      "RosterDrafted",
      "RosterGenerated",
      "RosterPublished"
    ])
  })
})
