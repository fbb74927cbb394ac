import { Relation, View } from "@louyu/organisation"
import { describe, expect, it } from "vitest"
import { dissolve, facts, failure, move, relocate } from "./scene.ts"
import { assign, bind, day, district, establish, on, range, unit } from "./town.ts"

// Two buildings; in the first a tower with two floors of two rooms each, and two micro-grids.
const town = [
  ...district(2),
  establish("t", "tower", { within: "b0" }),
  ...range(2, (i) => establish(`f${i}`, "floor", { within: "t" })),
  ...range(4, (i) => establish(`r${i}`, "lettable-unit", { within: `f${i >> 1}` })),
  ...range(3, (i) => establish(`g${i}`, "micro-grid", { within: i < 2 ? "b0" : "b1" }))
]

describe("micro-grids", () => {
  it("P-05 a place belongs to one micro-grid at a time, and what lies in it belongs there too", () => {
    const grids = [...town, assign("g0", ["f0"]), assign("g1", ["f1"])]
    const view = on(day(0), grids)
    expect(range(4, (i) => Relation.gridOf(view, unit(`r${i}`)))).toEqual(["g0", "g0", "g1", "g1"])
    const changed = [...grids, assign("g1", ["f0"], day(5))]
    expect(Relation.gridOf(on(day(4), changed), unit("r0"))).toBe("g0")
    expect(Relation.gridOf(on(day(5), changed), unit("r0"))).toBe("g1")
    expect(Relation.placesOf(on(day(5), changed), unit("g0"))).toEqual([])
  })

  it("P-05 a place around or inside a place of another grid is refused, today and on a later day", () => {
    expect(failure([...town, assign("g0", ["f0"])], assign("g1", ["r0"]))).toMatchObject({
      _tag: "GridOverlap",
      place: "r0",
      other: "f0",
      grid: "g0"
    })
    expect(failure([...town, assign("g0", ["r0"])], assign("g1", ["t"]))).toMatchObject({ place: "t", other: "r0" })
    const planned = [...town, assign("g0", ["f0"], day(9))]
    expect(failure(planned, assign("g1", ["r0"], day(3)))).toMatchObject({ _tag: "GridOverlap", on: day(9) })
    expect(facts([...town, assign("g0", ["f0"])], assign("g0", ["r0"]))).toHaveLength(1)
  })

  it("P-05 a grid takes places of its own building only, on every day", () => {
    expect(failure(town, assign("g2", ["f0"]))).toMatchObject({ _tag: "GridElsewhere", place: "f0", grid: "g2" })
    const planned = [...town, relocate("f1", undefined, day(6)), relocate("f1", "b1", day(9))]
    expect(failure(planned, assign("g0", ["f1"], day(2)))).toMatchObject({ _tag: "GridElsewhere", on: day(6) })
  })

  it("P-05 only a micro-grid takes places, and only places are given", () => {
    const body = [...town, establish("e", "enterprise", { within: "r0" })]
    expect(failure(body, assign("f0", ["r0"]))).toMatchObject({ _tag: "WrongArchetype", expected: ["microGrid"] })
    expect(failure(body, assign("g0", ["e"]))).toMatchObject({ _tag: "WrongArchetype", archetype: "enterprise" })
    expect(failure(body, assign("g0", ["g1"]))).toMatchObject({ _tag: "WrongArchetype", archetype: "microGrid" })
  })

  it("P-05 all places of a command are given, or none", () => {
    expect(failure([...town, assign("g0", ["r3"])], assign("g1", ["r0", "f1"]))).toMatchObject({
      _tag: "GridOverlap",
      place: "f1"
    })
    expect(facts([...town, assign("g0", ["r3"])], assign("g1", ["f1", "r3"]))).toHaveLength(2)
    expect(facts(town, assign("g0", ["f0", "r2"]))).toHaveLength(2)
    expect(facts([...town, assign("g0", ["f0"])], assign("g0", ["f0", "r2"]))).toHaveLength(1)
  })

  it("P-05 a place does not move into another grid's place, nor out of the building of its grid", () => {
    const grids = [...town, assign("g0", ["r0"]), assign("g1", ["f1"])]
    expect(failure(grids, relocate("r0", "f1", day(5)))).toMatchObject({ _tag: "GridOverlap", place: "r0" })
    expect(failure(grids, relocate("f1", "b1", day(5)))).toMatchObject({ _tag: "GridElsewhere", place: "f1" })
    expect(failure(grids, relocate("t", "b1", day(5)))).toMatchObject({ _tag: "GridElsewhere" })
    expect(facts(grids, relocate("r1", "f1", day(5)))).toHaveLength(1)
  })

  it("P-05 a grid does not move away from its places, today or by what is planned", () => {
    const grids = [...town, assign("g0", ["f0"], day(8))]
    expect(failure(grids, relocate("g0", "b1", day(5)))).toMatchObject({
      _tag: "GridElsewhere",
      grid: "g0",
      on: day(8)
    })
    expect(facts(grids, relocate("g0", "t", day(5)))).toHaveLength(1)
  })

  it("P-05 a building moves with everything in it, and its grids stay whole", () => {
    const grids = [...town, assign("g0", ["f0"]), establish("cl2", "cluster", { within: "r" })]
    const view = on(day(5), [...grids, relocate("b0", "cl2", day(5))])
    expect(View.path(view, "location", unit("r0"))).toEqual(["r", "cl2", "b0", "t", "f0", "r0"])
    expect(Relation.gridOf(view, unit("r0"))).toBe("g0")
  })

  it("P-05 what is handed over when a place closes stays in the building of its grid", () => {
    const grids = [...town, assign("g0", ["r0"])]
    expect(failure(grids, dissolve("f0", day(5), { occupantsTo: "b1" }))).toMatchObject({
      _tag: "GridElsewhere",
      place: "r0"
    })
    expect(Relation.gridOf(on(day(5), [...grids, dissolve("f0", day(5), { occupantsTo: "f1" })]), unit("r0"))).toBe(
      "g0"
    )
  })

  it("P-05 a grid that closes leaves its places to nobody, and its chat group to others", () => {
    const grids = [...town, assign("g0", ["f0"]), bind("g0", "group-1")]
    const closed = [...grids, dissolve("g0", day(5))]
    expect(Relation.gridOf(on(day(4), closed), unit("f0"))).toBe("g0")
    expect(Relation.gridOf(on(day(5), closed), unit("f0"))).toBeUndefined()
    expect(facts(closed, bind("g1", "group-1", day(5)))).toHaveLength(1)
    expect(failure(grids, bind("g1", "group-1", day(5)))).toMatchObject({ _tag: "ChatGroupTaken", unit: "g0" })
  })

  it("P-05 a grid cannot stand in command", () => {
    expect(failure(town, move("g0", "st", day(1)))).toMatchObject({ _tag: "SuperiorRejected", reason: "none" })
  })
})
