import { CivilDate } from "@louyu/kernel"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { readSlot } from "../src/RosterCode.ts"
import type * as RosterGeneration from "../src/RosterGeneration.ts"
import type { RosterPlan } from "../src/RosterPlan.ts"
import { best, slotsOf, worthOf } from "./rosterOracle.ts"
import { broken, generate, members, names, plan, read, shift } from "./rosterScene.ts"

const monday = CivilDate.make("2026-03-02")
const date = (n: number): string => CivilDate.addDays(monday, n)
const windows = [
  ["09:00", "12:00"],
  ["13:00", "17:00"],
  ["11:00", "14:00"],
  ["09:00", "17:00"]
] as const

const span = (days: number): fc.Arbitrary<object> =>
  fc.tuple(fc.nat(days - 1), fc.integer({ min: 1, max: 3 })).map(([from, length]) => ({
    from: date(from),
    to: date(from + length)
  }))

const memberFields = (days: number): fc.Arbitrary<object> =>
  fc
    .record({
      away: fc.option(span(days), { nil: undefined, freq: 2 }),
      excused: fc.option(span(days), { nil: undefined, freq: 5 }),
      weekday: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined, freq: 5 }),
      sharePercent: fc.constantFrom(100, 100, 100, 200, 50),
      carried: fc.constantFrom(0, 0, 0, 100, -100, 37)
    })
    .map(({ away, excused, weekday, sharePercent, carried }) => ({
      sharePercent,
      carried,
      ...(away === undefined ? {} : { unavailable: [away] }),
      ...(excused === undefined ? {} : { excused: [excused] }),
      ...(weekday === undefined ? {} : { unavailableWeekdays: [weekday] })
    }))

interface Size {
  readonly members: number
  readonly days: number
  readonly stations: number
  readonly shifts: number
}

const aPlan = ({ members: most, days, stations, shifts }: Size): fc.Arbitrary<RosterPlan> =>
  fc
    .record({
      fields: fc.array(memberFields(days), { minLength: 2, maxLength: most }),
      length: fc.integer({ min: 1, max: days }),
      shifts: fc.array(
        fc.record({
          window: fc.nat(windows.length - 1),
          stations: fc.integer({ min: 1, max: stations }),
          kept: fc.option(fc.nat(most - 1), { nil: undefined, freq: 5 })
        }),
        { minLength: 1, maxLength: shifts }
      ),
      maxPerWeek: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined, freq: 2 }),
      restDays: fc.option(fc.integer({ min: 0, max: 2 }), { nil: undefined, freq: 2 })
    })
    .map(({ fields, length, shifts: wanted, maxPerWeek, restDays }) => {
      const ids = names("m", fields.length)
      return plan({
        cycle: { from: date(0), to: date(length) },
        members: members(ids, Object.fromEntries(ids.map((id, n) => [id, fields[n] ?? {}]))),
        shifts: wanted.map(({ window, stations: count, kept }, n) => {
          const [open, close] = windows[window] ?? windows[0]
          const own = kept === undefined ? {} : { members: ids.slice(0, (kept % ids.length) + 1) }
          return shift(names(`s${n}-`, count), {
            shift: `shift${n}`,
            window: { open, close },
            days: { on: {} },
            ...own
          })
        }),
        ...(maxPerWeek === undefined ? {} : { maxPerWeek }),
        ...(restDays === undefined ? {} : { restDays })
      })
    })

const small: Size = { members: 4, days: 3, stations: 2, shifts: 2 }
const few = (of: RosterPlan, most: number): boolean => {
  const stations = of.shifts.reduce((sum, one) => sum + one.stations.length, 0)
  return stations * (CivilDate.daysBetween(of.cycle.from, of.cycle.to ?? of.cycle.from) || 0) <= most
}

const expectBest = (of: RosterPlan, previous: ReadonlyArray<RosterGeneration.Turn> = []): void => {
  const made = generate(of, { previous })
  expect(broken(of, made.turns)).toEqual([])
  const forced = made.proof.forced.map((one) => new Set<string>(one.members))
  const oracle = best(of, previous, forced)
  const worth = worthOf(of, made.turns, previous)
  expect(worth.empty).toBe(oracle.worth.empty)
  expect(worth.uneven).toBeCloseTo(oracle.worth.uneven, 8)
  expect(made.proof).toMatchObject({ empty: worth.empty, emptyAtLeast: worth.empty })
  expect(made.proof.unevenness).toBeCloseTo(worth.uneven, 8)
  expect(made.proof.unevennessAtLeast).toBeCloseTo(worth.uneven, 8)
  expect(made.proof.method).not.toBe("bound")
  expect(made.proof.fewestMoves).toBe(true)
  expect(worth.fresh).toBe(oracle.worth.fresh)
  for (const [n, { sort, turns }] of made.proof.forced.entries()) {
    if (sort === "atLeast") expect(oracle.least[n]).toBeGreaterThanOrEqual(turns)
    else expect(oracle.most[n]).toBeLessThanOrEqual(turns)
  }
}

describe("small rosters are the best there are", () => {
  it("R3-15 no roster of up to four members and seven slots is fuller or more even, and what is forced holds in all", () => {
    fc.assert(
      fc.property(
        aPlan(small).filter((of) => few(of, 7)),
        (of) => {
          expectBest(of)
        }
      ),
      { numRuns: 250 }
    )
  })

  it("R3-15 no roster of six members and eight slots is fuller or more even", () => {
    fc.assert(
      fc.property(
        fc.array(memberFields(4), { minLength: 6, maxLength: 6 }),
        fc.constantFrom(undefined, 0, 1),
        (fields, rest) => {
          const ids = names("m", 6)
          const of = plan({
            cycle: { from: date(0), to: date(4) },
            members: members(ids, Object.fromEntries(ids.map((id, n) => [id, fields[n] ?? {}]))),
            shifts: [shift(["a", "b"])],
            maxPerWeek: 3,
            ...(rest === undefined ? {} : { restDays: rest })
          })
          expectBest(of)
        }
      ),
      { numRuns: 6 }
    )
  })

  it("R3-15 after a change as many turns as can stay do, without a place emptier or a count less even", () => {
    fc.assert(
      fc.property(
        aPlan(small).filter((of) => few(of, 6)),
        fc.nat(3),
        span(3),
        (of, which, away) => {
          const { turns } = generate(of)
          const changed = plan({
            ...of,
            members: of.members.map((one, n) => (n === which ? { ...one, unavailable: [away] } : one))
          })
          expectBest(changed, turns)
        }
      ),
      { numRuns: 200 }
    )
  })
})

describe("what was before", () => {
  it("R3-15 of whatever was held before, sensible or not, as many turns stay as in any roster as full and as even", () => {
    let kept = 0
    fc.assert(
      fc.property(
        aPlan(small).filter((of) => few(of, 6)),
        fc.array(fc.nat(4), { minLength: 6, maxLength: 6 }),
        (of, held) => {
          const previous = slotsOf(of).flatMap(({ slot }, n) => {
            const member = of.members[held[n] ?? 0]
            return member === undefined ? [] : [{ slot, unit: member.unit }]
          })
          expectBest(of, previous)
          if (previous.length > worthOf(of, generate(of).turns, previous).fresh) kept++
        }
      ),
      { numRuns: 300 }
    )
    expect(kept).toBeGreaterThan(20)
  })
})

const medium: Size = { members: 12, days: 40, stations: 5, shifts: 3 }

describe("larger rosters", () => {
  it("R3-15 R3-19 invariant 8: no rule is ever broken, and no bound is beaten", () => {
    fc.assert(
      fc.property(aPlan(medium), (of) => {
        const { turns, proof, shares } = generate(of)
        expect(broken(of, turns)).toEqual([])
        expect(proof.empty).toBeGreaterThanOrEqual(proof.emptyAtLeast)
        expect(proof.unevenness).toBeGreaterThanOrEqual(proof.unevennessAtLeast - 1e-6)
        expect(worthOf(of, turns).uneven).toBeCloseTo(proof.unevenness, 6)
        for (const { unit, turns: count } of shares) {
          expect(turns.filter((turn) => turn.unit === unit)).toHaveLength(count)
        }
      }),
      { numRuns: 60 }
    )
  })

  it("invariant 8: counts of equal members differ by one at most, whatever stations, windows and weeks there are", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 14 }),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 5, max: 60 }),
        fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
        fc.option(fc.nat(2), { nil: undefined }),
        (count, stations, days, maxPerWeek, restDays) => {
          const of = plan({
            cycle: { from: date(0), to: date(days) },
            members: members(names("m", count)),
            shifts: [
              shift(names("s", stations)),
              shift(["noon"], { shift: "noon", window: { open: "12:00", close: "13:00" } })
            ],
            ...(maxPerWeek === undefined ? {} : { maxPerWeek }),
            ...(restDays === undefined ? {} : { restDays })
          })
          const { shares, turns } = generate(of)
          const counts = shares.map((share) => share.turns)
          expect(broken(of, turns)).toEqual([])
          expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
        }
      ),
      { numRuns: 80 }
    )
  })

  it("R3-15 generating again with what there is changes nothing", () => {
    fc.assert(
      fc.property(aPlan(medium), (of) => {
        const first = generate(of)
        const again = generate(of, { previous: first.turns })
        if (first.proof.method !== "bound") expect(new Set(again.turns)).toEqual(new Set(first.turns))
        expect(generate(of).turns).toEqual(first.turns)
      }),
      { numRuns: 40 }
    )
  })

  it("R3-15 what is settled stays, is kept clear of, and counts", () => {
    fc.assert(
      fc.property(aPlan(medium), fc.array(fc.nat(200), { maxLength: 20 }), (of, picks) => {
        const { turns } = generate(of)
        const settled = [...new Set(picks)].flatMap((n) => turns[n] ?? [])
        const windowOf = (turn: RosterGeneration.Turn) => {
          const found = of.shifts.find((one) => one.shift === read(of, turn).shift)
          return found === undefined ? [] : [found.window]
        }
        const again = generate(of, {
          settled: settled.flatMap((turn) =>
            windowOf(turn).map((window) => ({ slot: readSlot(turn.slot), unit: turn.unit, window, counts: true }))
          )
        })
        const all = [...settled, ...again.turns]
        expect(broken(of, all)).toEqual([])
        for (const { unit, turns: count } of again.shares) {
          expect(all.filter((turn) => turn.unit === unit)).toHaveLength(count)
        }
      }),
      { numRuns: 40 }
    )
  })
})
