import { CivilDate, Timeline } from "@louyu/kernel"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { Figure, History, Organisation, type Unit, View } from "../src/index.ts"
import * as Example from "../src/testing/Example.ts"
import * as AnyTown from "./anyTown.ts"

const { structure } = Example
const lines = fc.constantFrom("command" as const, "location" as const)
// Days beyond the window too: nothing is there long before, and all stays as it is long after.
const days = [CivilDate.make("1990-01-01"), ...AnyTown.window, CivilDate.make("2050-01-01")]

/** A figure of our own: as many as the official name has characters. */
const nameLength: History.Figure = (_context, unit) => Timeline.map(unit.name, (name) => name.zh.length)
const nameLengthOn = (_state: unknown, unit: Unit.Unit, on: CivilDate.CivilDate): number =>
  Timeline.at(unit.name, on)?.zh.length ?? 0

describe("figures on all days at once", () => {
  it("R1-4 every roll-up is that of the view of the day, on every day, for every unit", () => {
    fc.assert(
      fc.property(AnyTown.towns, lines, ({ state }, line) => {
        const history = History.of(structure, state, line)
        for (const on of days) {
          const view = View.of(structure, state, on)
          for (const { id } of history.units) {
            const [full, probationary] = [History.fullMembers, History.probationaryMembers].map((figure) =>
              History.rollUp(history, figure, id, on)
            )
            if (line === "command") expect([on, id, { full, probationary }]).toEqual([on, id, Figure.members(view, id)])
            expect(History.rollUp(history, History.units("branch"), id, on)).toBe(
              Figure.units(view, line, id, "branch")
            )
            expect(History.rollUp(history, nameLength, id, on)).toBe(View.rollUp(view, line, id, nameLengthOn))
          }
        }
      }),
      { numRuns: 40 }
    )
  })

  it("P-09 a series is the roll-up on each of its dates, in their order", () => {
    fc.assert(
      fc.property(
        AnyTown.towns,
        fc.array(fc.constantFrom(...days), { maxLength: 6 }),
        AnyTown.someUnit,
        ({ state }, dates, unit) => {
          const history = History.of(structure, state, "command")
          const series = History.series(history, History.fullMembers, unit, dates)
          expect(series.map(({ on }) => on)).toEqual(dates)
          for (const { on, value } of series)
            expect(value).toBe(Figure.members(View.of(structure, state, on), unit).full)
        }
      ),
      { numRuns: 60 }
    )
  })

  it("R1-4 facts from elsewhere that leave a superior behind are read as a view reads them", () => {
    const { state } = AnyTown.play([])
    // Nobody saw to the rooms of the floor before it was closed.
    const closed = Organisation.evolve(state, { _tag: "UnitDissolved", unit: Example.unit("fl1"), on: Example.day(5) })
    const history = History.of(structure, closed, "location")
    for (const on of days) {
      const view = View.of(structure, closed, on)
      for (const { id } of history.units) {
        expect(History.rollUp(history, History.units("enterprise"), id, on)).toBe(
          Figure.units(view, "location", id, "enterprise")
        )
      }
    }
  })
})
