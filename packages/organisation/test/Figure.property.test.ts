import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Archetype from "../src/Archetype.ts"
import { Coverage, Figure, Integrity, Relation, View } from "../src/index.ts"
import * as Arbitrary from "../src/testing/Arbitrary.ts"
import * as Day from "../src/testing/Day.ts"
import * as Example from "../src/testing/Example.ts"
import * as AnyTown from "./anyTown.ts"

const { townsOnADay } = AnyTown

/** The members of one body, person by person or as stated, by the plain facts. */
const own = (day: Day.Day, unit: string): readonly [number, number] => {
  const archetype = AnyTown.archetype(day, unit)
  if (archetype === undefined || !Archetype.isPartyBody(archetype)) return [0, 0]
  if (Day.value(day, "nature", unit) === "functional") return [0, 0]
  const stated = Day.value(day, "counts", unit)?.split("+").map(Number)
  if (stated !== undefined) return [stated[0] ?? 0, stated[1] ?? 0]
  const people = Day.to(day, "home", unit)
  const full = people.filter(({ value }) => value === "full").length
  return [full, people.length - full]
}

describe("members", () => {
  it("N-1 the members of a body are those of all bodies below it in command, counted one by one", () => {
    fc.assert(
      fc.property(townsOnADay, ({ view, day }) => {
        for (const unit of Day.living(day)) {
          const counted = [unit, ...AnyTown.below(day, "command", unit)].map((one) => own(day, one))
          expect(Figure.members(view, Example.unit(unit))).toEqual({
            full: counted.reduce((sum, [full]) => sum + full, 0),
            probationary: counted.reduce((sum, [, probationary]) => sum + probationary, 0)
          })
        }
      }),
      { numRuns: 80 }
    )
  })

  it("N-1 nobody has two homes, and everybody at home in a body is one of its members", () => {
    fc.assert(
      fc.property(townsOnADay, ({ view, day }) => {
        for (const id of ["p1", "p2", "p3", "p4"]) {
          const homes = Day.about(day, "home", id)
          expect(homes.length).toBeLessThanOrEqual(1)
          const home = Relation.home(view, Example.person(id))
          expect(home?.branch).toBe(homes[0]?.object)
          if (home !== undefined)
            expect(Relation.members(view, home.branch)).toContainEqual({ person: id, standing: home.standing })
        }
      }),
      { numRuns: 100 }
    )
  })

  const memberships = fc.array(
    Arbitrary.command.filter(({ _tag }) => _tag === "JoinBody" || _tag === "LeaveBody"),
    { maxLength: 10, size: "max" }
  )
  it("P-08 taking part in functional bodies adds nobody to any figure", () => {
    fc.assert(
      fc.property(Arbitrary.commands(20), memberships, (commands, further) => {
        const [before, after] = [AnyTown.play(commands), AnyTown.play([...commands, ...further])]
        for (const on of AnyTown.window) {
          const [apart, together] = [AnyTown.dayOf(before, on).view, AnyTown.dayOf(after, on).view]
          for (const { id } of View.units(apart))
            expect(Figure.members(together, id)).toEqual(Figure.members(apart, id))
        }
      }),
      { numRuns: 20 }
    )
  })
})

describe("alliances", () => {
  const allianceTags = new Set(["FormAlliance", "JoinAlliance", "LeaveAlliance", "LeadAlliance", "EndAlliance"])
  const alliances = fc.array(
    Arbitrary.command.filter(({ _tag }) => allianceTags.has(_tag)),
    { minLength: 1, maxLength: 12, size: "max" }
  )

  it("F-19 whatever alliances are formed, nobody stands elsewhere, nothing sums to another figure, nobody is covered otherwise", () => {
    fc.assert(
      fc.property(Arbitrary.commands(20), alliances, (commands, further) => {
        const [before, after] = [AnyTown.play(commands), AnyTown.play([...commands, ...further])]
        for (const on of AnyTown.window) {
          const [apart, together] = [AnyTown.dayOf(before, on).view, AnyTown.dayOf(after, on).view]
          expect(View.units(together).map(({ id }) => id)).toEqual(View.units(apart).map(({ id }) => id))
          for (const { id } of View.units(apart)) {
            expect(View.path(together, "command", id)).toEqual(View.path(apart, "command", id))
            expect(View.path(together, "location", id)).toEqual(View.path(apart, "location", id))
            expect(Figure.members(together, id)).toEqual(Figure.members(apart, id))
          }
          expect(Coverage.of(together)).toEqual(Coverage.of(apart))
          const told = (view: View.View) => Integrity.report(view).filter(({ code }) => code !== "allianceSize")
          expect(told(together)).toEqual(told(apart))
        }
      }),
      { numRuns: 20 }
    )
  })
})

describe("levels", () => {
  it("P-11 every unit whose kind has a level counts once on it", () => {
    fc.assert(
      fc.property(townsOnADay, fc.constantFrom("command" as const, "location" as const), ({ view, day }, line) => {
        const levelOf = (unit: string) =>
          Example.structure.kinds.find(({ id }) => id === Day.value(day, "kind", unit))?.level?.[line]
        for (const [level, count] of Figure.levels(view, line)) {
          expect(count).toBe(Day.living(day).filter((unit) => levelOf(unit) === level).length)
        }
      }),
      { numRuns: 60 }
    )
  })

  it("P-02 the units of an archetype in a place are those that lie in it, and itself", () => {
    fc.assert(
      fc.property(
        townsOnADay,
        AnyTown.someUnit,
        fc.constantFrom("building", "enterprise", "branch"),
        ({ view, day }, top, archetype) => {
          const inside = Day.isAlive(day, top) ? [top, ...AnyTown.below(day, "location", top)] : []
          const counted = inside.filter((unit) => AnyTown.archetype(day, unit) === archetype).length
          expect(Figure.units(view, "location", top, archetype)).toBe(counted)
        }
      ),
      { numRuns: 100 }
    )
  })
})
