import { CivilDate } from "@louyu/kernel"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { readSlot } from "../src/RosterCode.ts"
import type * as RosterGeneration from "../src/RosterGeneration.ts"
import type { RosterPlan } from "../src/RosterPlan.ts"
import * as Board from "../src/roster/Board.ts"
import * as Flow from "../src/roster/Flow.ts"
import { unevenness } from "../src/roster/Instance.ts"
import * as Network from "../src/roster/Network.ts"
import * as Setting from "../src/roster/Setting.ts"
import { stay } from "../src/roster/Stay.ts"
import { deal } from "../src/roster/Turns.ts"
import { best, slotsOf } from "./rosterOracle.ts"
import { generate, members, names, plan, shift } from "./rosterScene.ts"

const windows = [
  ["09:00", "11:00"],
  ["10:00", "13:00"],
  ["12:00", "14:00"],
  ["13:00", "17:00"]
] as const
const date = (n: number): string => CivilDate.addDays(CivilDate.make("2026-03-02"), n)

/** Plans of the sort that no network says all of: windows that overlap in chains, rest over several days. */
const tangled: fc.Arbitrary<RosterPlan> = fc
  .record({
    count: fc.integer({ min: 2, max: 4 }),
    away: fc.array(fc.nat(3), { maxLength: 3 }),
    days: fc.integer({ min: 1, max: 3 }),
    windows: fc.uniqueArray(fc.nat(3), { minLength: 1, maxLength: 3 }),
    restDays: fc.constantFrom(undefined, undefined, 1, 2),
    maxPerWeek: fc.constantFrom(undefined, undefined, 1, 2)
  })
  .filter(({ days, windows: some }) => days * some.length <= 7)
  .map(({ count, away, days, windows: some, restDays, maxPerWeek }) => {
    const special = away.map((n, at) => [`m${n + 1}`, { unavailable: [{ from: date(at), to: date(at + 1) }] }] as const)
    return plan({
      cycle: { from: date(0), to: date(days) },
      members: members(names("m", count), Object.fromEntries(special)),
      shifts: some.map((n) => {
        const [open, close] = windows[n] ?? windows[0]
        return shift([`s${n}`], { shift: `w${n}`, window: { open, close } })
      }),
      ...(restDays === undefined ? {} : { restDays }),
      ...(maxPerWeek === undefined ? {} : { maxPerWeek })
    })
  })

const relaxed = (of: RosterPlan) => {
  const slots = slotsOf(of)
  const { instance } = Setting.make(of, { slots, open: slots, engaged: [], taken: new Map(), held: new Map() })
  const board = Board.empty(instance)
  deal(board)
  const flow = Flow.start(Network.make(Board.empty(instance), board.serves))
  Flow.cover(flow)
  Flow.even(flow)
  const filled = flow.filled.reduce((sum, some) => sum + some, 0)
  return { whole: flow.network.whole, empty: slots.length - filled, uneven: unevenness(instance, flow.counts) }
}

describe("bounds", () => {
  it("R3-15 what leaves rules out is never worse than the best roster, and as good where it leaves none out", () => {
    let entangled = 0
    fc.assert(
      fc.property(tangled, (of) => {
        const bound = relaxed(of)
        const { worth } = best(of)
        expect(bound.empty).toBeLessThanOrEqual(worth.empty)
        if (bound.empty === worth.empty) expect(bound.uneven).toBeLessThanOrEqual(worth.uneven + 1e-9)
        if (bound.whole) expect([bound.empty, bound.uneven]).toEqual([worth.empty, expect.closeTo(worth.uneven, 9)])
        else entangled++
      }),
      { numRuns: 200 }
    )
    expect(entangled).toBeGreaterThan(20)
  })

  it("R3-15 rosters no network says all of are the best there are when they are small", () => {
    fc.assert(
      fc.property(tangled, (of) => {
        const { proof } = generate(of)
        const { worth } = best(of)
        expect(proof.method).not.toBe("bound")
        expect([proof.empty, proof.unevenness]).toEqual([worth.empty, expect.closeTo(worth.uneven, 9)])
      }),
      { numRuns: 200 }
    )
  })

  it("R3-15 a roster that may not be the best says so, and how far it may be from it", () => {
    // Everybody rests two days, so each Monday to Wednesday takes three times the members of a day; one too few, and some are away.
    const away = Object.fromEntries(
      names("m", 23).map((id, n) => [id, { unavailable: [{ from: date(n * 3), to: date(n * 3 + 6) }] }])
    )
    const of = plan({
      cycle: { from: date(0), to: date(70) },
      members: members(names("m", 23), away),
      shifts: [shift(names("s", 8), { days: { on: {} } })],
      restDays: 2
    })
    const { proof, turns } = generate(of)
    expect(proof.empty).toBe(560 - turns.length)
    expect(proof.emptyAtLeast).toBeGreaterThan(0)
    expect(proof.empty).toBeGreaterThanOrEqual(proof.emptyAtLeast)
    expect(proof.empty - proof.emptyAtLeast).toBeLessThanOrEqual(20)
    if (proof.empty > proof.emptyAtLeast) expect(proof.method).toBe("bound")
  })
})

describe("staying", () => {
  it("R3-15 from any roster that is full and even, exchanges lead to one that keeps the most of what was before", () => {
    let moved = 0
    fc.assert(
      fc.property(tangled, fc.array(fc.nat(3), { minLength: 7, maxLength: 7 }), (of, holders) => {
        const slots = slotsOf(of)
        const previous = slots.flatMap(({ slot }, n) => {
          const member = of.members[holders[n] ?? 0]
          return member === undefined ? [] : [{ slot, unit: member.unit }]
        })
        const held = new Map(previous.map(({ slot, unit }) => [slot, unit]))
        const { instance } = Setting.make(of, { slots, open: slots, engaged: [], taken: new Map(), held })
        // Dealt as if nothing had been before.
        const board = Board.empty({ ...instance, before: new Uint8Array(instance.before.length) })
        deal(board)
        const flow = Flow.start(Network.make(Board.empty(instance), board.serves))
        Flow.cover(flow)
        Flow.even(flow)
        fc.pre(flow.network.whole)
        const fresh = () => Network.served(flow.network).filter((one, at) => one > (instance.before[at] ?? 0)).length
        const first = fresh()
        const uneven = unevenness(instance, flow.counts)
        expect(stay(flow)).toBe(true)
        const { worth } = best(of, previous)
        expect(fresh()).toBe(worth.fresh)
        expect(unevenness(instance, flow.counts)).toBeCloseTo(uneven, 9)
        expect(Network.served(flow.network).filter((one) => one === 1)).toHaveLength(slots.length - worth.empty)
        if (fresh() < first) moved++
      }),
      { numRuns: 150 }
    )
    expect(moved).toBeGreaterThan(20)
  })
})

describe("settled turns", () => {
  it("R3-15 a turn that was missed is settled, and owed once more", () => {
    const of = plan({ cycle: { from: date(0), to: date(7) }, members: members(names("m", 2)), shifts: [shift(["a"])] })
    const first = generate(of).turns[0]
    const window = of.shifts[0].window
    const settled = (counts: boolean) =>
      first === undefined ? [] : [{ slot: readSlot(first.slot), unit: first.unit, window, counts }]
    const turnsOf = (made: RosterGeneration.Generated) => made.turns.filter(({ unit }) => unit === first?.unit).length
    expect(turnsOf(generate(of, { settled: settled(true) }))).toBe(2)
    expect(turnsOf(generate(of, { settled: settled(false) }))).toBe(2)
    const even = plan({ ...of, cycle: { from: date(0), to: date(8) } })
    expect(turnsOf(generate(even, { settled: settled(true) }))).toBe(2)
    expect(turnsOf(generate(even, { settled: settled(false) }))).toBe(3)
  })
})
