import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Archetype from "../src/Archetype.ts"
import { type Finding, Integrity, Relation, Tenants, View } from "../src/index.ts"
import * as Arbitrary from "../src/testing/Arbitrary.ts"
import * as Day from "../src/testing/Day.ts"
import * as Example from "../src/testing/Example.ts"
import * as AnyTown from "./anyTown.ts"
import * as Town from "./town.ts"

const { sorted, townsOnADay } = AnyTown

const aboutGrids = new Set<Finding.FindingCode>(["gridGap", "gridMissing", "gridOverlap", "gridElsewhere"])

/** Every micro-grid a place falls into, by itself or by a place around it, by the plain facts. */
const gridsOver = (day: Day.Day, place: string): ReadonlySet<string> =>
  new Set(
    [place, ...AnyTown.above(day, "location", place)].flatMap((one) =>
      Day.about(day, "grid", one).map(({ object }) => object)
    )
  )

const buildingOf = (day: Day.Day, unit: string): string | undefined =>
  [unit, ...AnyTown.above(day, "location", unit)].find((one) => AnyTown.archetype(day, one) === "building")

const letUnits = (day: Day.Day): ReadonlyArray<string> =>
  Day.living(day).filter(
    (unit) => AnyTown.archetype(day, unit) === "lettableUnit" && AnyTown.tenants(day, unit).length > 0
  )

// Every let unit of the example's city given to a grid, so that cities without a finding are not too rare.
const assigned = [Town.assign("mg1", ["fl1"]), Town.assign("mg2", ["fl2"]), Town.assign("mg3", ["bd2"])]

describe("the integrity report", () => {
  it("P-05 without a finding on grids every let unit belongs to exactly one micro-grid (invariant 5)", () => {
    let sound = 0
    fc.assert(
      fc.property(Arbitrary.commands(25), fc.constantFrom(...AnyTown.window), (commands, on) => {
        const { view, day } = AnyTown.dayOf(AnyTown.play([...assigned, ...commands]), on)
        const report = Integrity.report(view)
        expect(sorted(Tenants.letUnits(view))).toEqual(sorted(letUnits(day)))
        if (report.some(({ code }) => aboutGrids.has(code))) return
        for (const place of letUnits(day)) {
          sound++
          expect(gridsOver(day, place).size).toBe(1)
          expect([...gridsOver(day, place)]).toEqual([Relation.gridOf(view, Example.unit(place))])
        }
      }),
      { numRuns: 120 }
    )
    expect(sound).toBeGreaterThan(50)
  })

  it("P-05 a let unit without grid, or in several, is found, and nothing else is", () => {
    fc.assert(
      fc.property(townsOnADay, ({ view, day }) => {
        const report = Integrity.report(view)
        const found = (code: Finding.FindingCode) =>
          sorted(report.filter((one) => one.code === code).map(({ unit }) => unit))
        const isGrid = (unit: string) => AnyTown.archetype(day, unit) === "microGrid"
        const hasGrids = (building: string) => AnyTown.below(day, "location", building).some(isGrid)
        const buildings = Day.living(day).filter((unit) => AnyTown.archetype(day, unit) === "building")
        const isUndivided = (unit: string) => {
          const building = buildingOf(day, unit)
          return building !== undefined && !hasGrids(building)
        }
        const inRoom = (unit: string) =>
          AnyTown.above(day, "location", unit).some((place) => AnyTown.archetype(day, place) === "lettableUnit")
        const open = AnyTown.tenants(day).filter((unit) => buildingOf(day, unit) !== undefined && !inRoom(unit))
        const without = [...letUnits(day), ...open].filter((unit) => gridsOver(day, unit).size === 0)
        expect(found("gridGap")).toEqual(sorted(without.filter((unit) => !isUndivided(unit))))
        expect(found("gridMissing")).toEqual(
          sorted(buildings.filter((one) => !hasGrids(one) && AnyTown.tenants(day, one).length > 0))
        )
        const given = [...day.facts.values()].filter(({ relation }) => relation === "grid")
        const isPlace = (unit: string) => {
          const archetype = AnyTown.archetype(day, unit)
          return archetype !== undefined && Archetype.isPlace(archetype)
        }
        const overlapping = given
          .map(({ subject }) => subject)
          .filter((place) => isPlace(place) && gridsOver(day, place).size > 1)
        expect(found("gridOverlap")).toEqual(sorted(overlapping))
        const elsewhere = given.filter(({ subject, object }) => {
          const building = buildingOf(day, subject)
          return isPlace(subject) && (building === undefined || buildingOf(day, object) !== building)
        })
        expect(found("gridElsewhere")).toEqual(sorted(elsewhere.map(({ subject }) => subject)))
      }),
      { numRuns: 100 }
    )
  })

  it("P-11 R1-15 orphans are exactly the units that stand alone and may not", () => {
    fc.assert(
      fc.property(townsOnADay, ({ view, day }) => {
        const orphans = (["command", "location"] as const).flatMap((line) =>
          Day.living(day).flatMap((unit) => {
            const kind = Example.structure.kinds.find(({ id }) => id === Day.value(day, "kind", unit))
            const list = line === "command" ? kind?.under : kind?.within
            const belongs = list !== undefined || kind?.level?.[line] !== undefined
            const isAlone = Day.superior(day, line, unit) === undefined
            return belongs && isAlone && kind?.root?.includes(line) !== true ? [`${unit} ${line}`] : []
          })
        )
        const found = Integrity.report(view).flatMap(({ code, unit, detail }) =>
          code === "orphan" ? [`${unit} ${detail}`] : []
        )
        expect(sorted(found)).toEqual(sorted(orphans))
      }),
      { numRuns: 100 }
    )
  })

  it("R1-15 what commands refuse is never found while the structure stays the same", () => {
    const refused = new Set<Finding.FindingCode>([
      "kindUnknown",
      "superiorNotAllowed",
      "onePerPlace",
      "functionalHoldsMembers",
      "gridOverlap",
      "gridElsewhere"
    ])
    fc.assert(
      fc.property(Arbitrary.commands(30), fc.constantFrom(...AnyTown.window), (commands, on) => {
        const { view } = AnyTown.dayOf(AnyTown.play([...assigned, ...commands]), on)
        expect(Integrity.report(view).filter(({ code }) => refused.has(code))).toEqual([])
      }),
      { numRuns: 120 }
    )
  })

  it("R1-15 errors come first, and within each the units in the order they were set up", () => {
    fc.assert(
      fc.property(townsOnADay, ({ view }) => {
        const report = Integrity.report(view)
        const order = new Map(View.units(view).map((unit) => [unit.id as string, unit.index]))
        const place = ({ severity, unit }: Finding.Finding) => [
          severity === "error" ? 0 : 1,
          order.get(unit) ?? order.size + 100
        ]
        const places = report.map(place)
        const inOrder = places.toSorted(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d)
        expect(places).toEqual(inOrder)
      }),
      { numRuns: 60 }
    )
  })
})
