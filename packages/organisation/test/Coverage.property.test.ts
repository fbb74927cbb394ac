import { Share } from "@louyu/kernel"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { Coverage, Tenants, View } from "../src/index.ts"
import * as Day from "../src/testing/Day.ts"
import * as AnyTown from "./anyTown.ts"

const { sorted, townsOnADay, someUnit } = AnyTown
const within = fc.option(someUnit, { nil: undefined })

/** How an enterprise is covered, by the plain facts of the day. */
const naiveSort = (day: Day.Day, enterprise: string): Coverage.Sort => {
  const branch = Day.about(day, "cover", enterprise)[0]?.object
  if (branch !== undefined) {
    const covered = Day.to(day, "cover", branch).length
    return (Day.value(day, "formation", branch) ?? (covered === 1 ? "single" : "joint")) === "joint"
      ? "joint"
      : "single"
  }
  const isGuided = [...day.facts.values()].some(
    (fact) => fact.relation.startsWith("guides:") && fact.object === enterprise
  )
  return isGuided ? "guideOnly" : "none"
}

/** Whether a branch was active on or before a day, by the plain facts of all days. */
const wasActive = ({ town, day }: AnyTown.TownOnDay, branch: string): boolean =>
  town.events.some((event) => event._tag === "ActivityReported" && event.unit === branch && event.on <= day.on)

describe("coverage", () => {
  it("N-2 every enterprise of any place has exactly one sort, the one the plain facts say", () => {
    fc.assert(
      fc.property(townsOnADay, within, ({ view, day }, place) => {
        const { enterprises } = Coverage.of(view, { within: place })
        const population = AnyTown.tenants(day, place)
        expect(sorted(Tenants.of(view, place))).toEqual(sorted(population))
        expect(sorted(Object.values(enterprises).flat())).toEqual(sorted(population))
        for (const sort of ["single", "joint", "guideOnly", "none"] as const) {
          expect(sorted(enterprises[sort])).toEqual(sorted(population.filter((one) => naiveSort(day, one) === sort)))
        }
      }),
      { numRuns: 100 }
    )
  })

  it("N-19 the rates are the counts of those lists, and there is none out of nothing", () => {
    fc.assert(
      fc.property(townsOnADay, within, ({ view }, place) => {
        const { enterprises, nominal, single, work, effective } = Coverage.of(view, { within: place })
        const covered = enterprises.single.length + enterprises.joint.length
        const all = covered + enterprises.guideOnly.length + enterprises.none.length
        expect([nominal.numerator, single.numerator, work.numerator]).toEqual([
          covered,
          enterprises.single.length,
          covered + enterprises.guideOnly.length
        ])
        for (const rate of [nominal, single, work, effective]) {
          expect([rate.denominator, rate.on, rate.within]).toEqual([all, view.on, place])
          expect(rate.rate).toBe(all === 0 ? undefined : rate.numerator / all)
          expect(Share.percent(rate) === undefined).toBe(all === 0)
        }
      }),
      { numRuns: 100 }
    )
  })

  it("W-14 effectively covered are those of the nominally covered whose branch was active, and no others", () => {
    fc.assert(
      fc.property(townsOnADay, (onDay) => {
        const { enterprises, nominal, effective } = Coverage.of(onDay.view)
        const active = [...enterprises.single, ...enterprises.joint].filter((enterprise) => {
          const branch = Day.about(onDay.day, "cover", enterprise)[0]?.object
          return branch !== undefined && wasActive(onDay, branch)
        })
        expect(effective.numerator).toBe(active.length)
        expect(effective.numerator).toBeLessThanOrEqual(nominal.numerator)
      }),
      { numRuns: 100 }
    )
  })

  it("F-17 the map of coverage is the coverage of every place by itself", () => {
    fc.assert(
      fc.property(townsOnADay, ({ view, day }) => {
        const map = Coverage.byPlace(view, { archetype: "building" })
        const buildings = Day.living(day).filter((unit) => AnyTown.archetype(day, unit) === "building")
        expect(sorted(map.map(({ place }) => place))).toEqual(sorted(buildings))
        for (const { place, coverage } of map) {
          expect(coverage.nominal.denominator).toBe(AnyTown.tenants(day, place).length)
        }
      }),
      { numRuns: 60 }
    )
  })

  it("H-22 places with and without a body are all places there are", () => {
    fc.assert(
      fc.property(townsOnADay, fc.boolean(), ({ view, day }, anywhere) => {
        const found = Coverage.ofPlaces(view, { archetype: "building" }, { archetype: "microGrid" }, { anywhere })
        const has = (place: string) =>
          Day.living(day).some((unit) => {
            const around = AnyTown.above(day, "location", unit)
            return (
              AnyTown.archetype(day, unit) === "microGrid" && (anywhere ? around : around.slice(0, 1)).includes(place)
            )
          })
        const buildings = Day.living(day).filter((unit) => AnyTown.archetype(day, unit) === "building")
        expect(sorted(found.covered)).toEqual(sorted(buildings.filter(has)))
        expect(sorted(found.uncovered)).toEqual(sorted(buildings.filter((place) => !has(place))))
        expect([found.numerator, found.denominator]).toEqual([found.covered.length, buildings.length])
      }),
      { numRuns: 100 }
    )
  })

  it("P-09 branches by formation are all branches that are no functional ones, each once", () => {
    fc.assert(
      fc.property(townsOnADay, within, ({ view, day }, under) => {
        const found = Coverage.branches(view, { under })
        const branches = Day.living(day).filter((unit) => {
          const isBranch = ["branch", "generalBranch", "temporaryBranch"].includes(AnyTown.archetype(day, unit) ?? "")
          const isBelow = under === undefined || AnyTown.above(day, "command", unit).includes(under)
          return isBranch && isBelow && Day.value(day, "nature", unit) !== "functional"
        })
        const formation = (unit: string) => {
          const covered = Day.to(day, "cover", unit).length
          return Day.value(day, "formation", unit) ?? (covered === 0 ? "neither" : covered === 1 ? "single" : "joint")
        }
        for (const sort of ["single", "joint", "neither"] as const) {
          expect(sorted(found[sort])).toEqual(sorted(branches.filter((unit) => formation(unit) === sort)))
        }
      }),
      { numRuns: 100 }
    )
  })
})

describe("tenants", () => {
  it("P-05 the tenants of the grids and those of none are all tenants, each once", () => {
    fc.assert(
      fc.property(townsOnADay, ({ view, day }) => {
        const perGrid = Tenants.perGrid(view)
        const unassigned = Tenants.unassigned(view)
        const gridOf = (tenant: string) =>
          [tenant, ...AnyTown.above(day, "location", tenant)].flatMap((place) => Day.about(day, "grid", place))[0]
            ?.object
        // A place may be given to something that is no micro-grid any more: then its tenants are in no grid's list.
        const isGrid = (unit: string | undefined) => unit !== undefined && AnyTown.archetype(day, unit) === "microGrid"
        for (const [grid, tenants] of perGrid) {
          expect(sorted(tenants)).toEqual(sorted(AnyTown.tenants(day).filter((tenant) => gridOf(tenant) === grid)))
          expect(sorted(Tenants.ofGrid(view, grid))).toEqual(sorted(tenants))
        }
        expect(sorted(perGrid.keys())).toEqual(sorted(Day.living(day).filter(isGrid)))
        expect(sorted(unassigned)).toEqual(
          sorted(AnyTown.tenants(day).filter((tenant) => gridOf(tenant) === undefined))
        )
      }),
      { numRuns: 100 }
    )
  })

  it("H-08 by kind every tenant stands once, and all of a kind are of it", () => {
    fc.assert(
      fc.property(townsOnADay, within, ({ view, day }, place) => {
        const byKind = Tenants.byKind(view, place)
        expect(sorted([...byKind.values()].flat())).toEqual(sorted(AnyTown.tenants(day, place)))
        for (const [kind, tenants] of byKind) for (const one of tenants) expect(View.kind(view, one)).toBe(kind)
        const byClass = Tenants.byClass(view, "scope", place)
        expect(sorted([...byClass.values()].flat())).toEqual(sorted(AnyTown.tenants(day, place)))
      }),
      { numRuns: 60 }
    )
  })
})
