import { Decider } from "@louyu/kernel"
import { View } from "@louyu/organisation"
import { Profiles } from "@louyu/profiles"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { CityDomain, OrganisationPlaces } from "../src/index.ts"
import { command, dates } from "./support/commands.ts"
import { day, district, establish, unit } from "./support/places.ts"

const { pinghu } = Profiles
const decider = CityDomain.decider("t1", pinghu)
const governing = pinghu.governing ?? []

const placesOf = (commands: ReadonlyArray<CityDomain.Command>) => {
  const { state, failures } = Decider.run(decider, decider.initial, commands, undefined)
  const places = OrganisationPlaces.of((on) => View.of(pinghu.structure, state.organisation, on), governing)
  return { failures, places }
}

const bodies = ["street-committee", "street-two-new-committee", "comprehensive-committee", "community-committee"]
const anyBody = fc
  .tuple(fc.constantFrom("v", "w", "x", "y", "z"), fc.constantFrom(...bodies), fc.constantFrom("a", "b", "c"))
  .map(([id, kind, within]) => establish(id, kind, { within, from: "2020-01-01" }))

describe("OrganisationPlaces", () => {
  const { places, failures } = placesOf(district.filter((one): one is CityDomain.Command => "kind" in one))
  const on = day("2024-01-01")

  it("P-37 responsibility goes from a room over building and district to the committee, the street and its bodies", () => {
    expect(failures).toEqual([])
    expect(places.above(unit("firm"), on)).toEqual([
      ...["f1", "one", "cbd", "cbd-committee", "street", "two-new", "street-committee", "city"]
    ])
    expect(places.above(unit("cbd"), on)).toEqual([
      ...["cbd-committee", "street", "two-new", "street-committee", "city"]
    ])
    expect(places.above(unit("cbd-committee"), on)).toEqual(["street", "two-new", "street-committee", "city"])
    expect(places.above(unit("two-new"), on)).toEqual(["street-committee", "city"])
    expect(places.above(unit("one-a"), on)[0]).toBe("one")
  })

  it("R2-7 a unit answers to its kind and to its archetype, and to nothing when it does not exist", () => {
    expect(places.sorts(unit("one-a"), on)).toEqual(["micro-grid", "microGrid"])
    expect(places.sorts(unit("one-a"), day("2019-12-31"))).toEqual([])
    expect(places.sorts(unit("nobody"), on)).toEqual([])
    expect(places.above(unit("nobody"), on)).toEqual([])
    expect(places.isWithin(unit("nobody"), unit("nobody"), on)).toBe(false)
  })

  it("R2-15 a committee reaches what lies in its district and not what lies beside it", () => {
    expect([...places.within(unit("cbd-committee"), on)].sort()).toEqual(
      ["cbd-committee", "cbd", "one", "two", "one-a", "two-a", "f1", "firm", "janitors"].sort()
    )
    expect(places.isWithin(unit("firm"), unit("cbd-committee"), on)).toBe(true)
    expect(places.isWithin(unit("cbd"), unit("cbd-committee"), on)).toBe(true)
    expect(places.isWithin(unit("cbd-committee"), unit("cbd"), on)).toBe(false)
    expect(places.isWithin(unit("firm"), unit("two"), on)).toBe(false)
  })

  it("R2-15 above, within and isWithin say the same of any organisation on any date, and nothing is above itself", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof({ weight: 3, arbitrary: command }, anyBody), { maxLength: 30 }), (commands) => {
        const core = [establish("a", "city"), establish("b", "street", { within: "a" })]
        const { places: any } = placesOf([...core, establish("c", "cluster", { within: "b" }), ...commands])
        for (const date of dates) {
          const units = [..."abcdevwxyz"].map((id) => unit(id))
          for (const one of units) {
            const above = any.above(one, date)
            expect(new Set([one, ...above]).size).toBe(above.length + 1)
            for (const other of units) {
              const exists = any.sorts(one, date).length > 0
              const inside = exists && (other === one || above.includes(other))
              expect(any.isWithin(one, other, date)).toBe(inside)
              expect(any.within(other, date).includes(one)).toBe(inside)
              // What is above something above is above, in the same order.
              if (above.includes(other)) expect(above.slice(above.indexOf(other) + 1)).toEqual(any.above(other, date))
            }
          }
        }
      }),
      { numRuns: 120, seed: 81 }
    )
  })
})
