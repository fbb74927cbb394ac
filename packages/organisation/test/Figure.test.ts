import { describe, expect, it } from "vitest"
import { Figure, View } from "../src/index.ts"
import * as Town from "./town.ts"

const { affiliate, after, counts, day, district, establish, join, on, range, structure, unit } = Town

const today = day(30)

// Street committee, comprehensive committee of the district, branches in the buildings; one branch skips the middle.
const threeLevels = [
  ...district(3),
  establish("cc", "comprehensive-committee", { under: "st", within: "cl" }),
  ...range(3, (i) => establish(`br${i}`, "branch", { under: "cc", within: `b${i}` })),
  establish("direct", "branch", { under: "st" }),
  counts("br0", 10, 1),
  counts("br1", 20, 2),
  counts("st", 5)
]

describe("figures over the command tree", () => {
  it("P-11 the three-level system is counted level by level, skipped levels or not", () => {
    const view = on(today, threeLevels)
    expect([...Figure.levels(view, "command", unit("st"))]).toEqual([
      ["district", 0],
      ["street", 1],
      ["area", 1],
      ["building", 0],
      ["branch", 4]
    ])
    expect([...Figure.levels(view, "command").values()]).toEqual([1, 1, 1, 0, 4])
    // By steps from the top the branch without a committee above it stands beside the committee and the buildings.
    expect(View.levelCounts(view, "command")).toEqual([3, 1, 5, 3])
  })

  it("P-11 the way from the top to a branch names every level that is there", () => {
    const view = on(today, threeLevels)
    expect(View.path(view, "command", unit("br1"))).toEqual(["dc", "st", "cc", "br1"])
    expect(View.path(view, "command", unit("direct"))).toEqual(["dc", "st", "direct"])
  })

  it("P-08 members are those stated for a body, or the people whose home it is, each once", () => {
    const people = range(4, (i) => affiliate(`p${i}`, "br2", i === 3 ? "probationary" : "full"))
    const view = on(today, [...threeLevels, ...people])
    expect(Figure.members(view, unit("br2"))).toEqual({ full: 3, probationary: 1 })
    expect(Figure.members(view, unit("cc"))).toEqual({ full: 33, probationary: 4 })
    expect(Figure.members(view, unit("st"))).toEqual({ full: 38, probationary: 4 })
  })

  it("P-08 a person who changes home leaves one roll-up and joins the other on the same day", () => {
    const commands = [
      ...threeLevels,
      affiliate("p0", "br2"),
      affiliate("p0", "direct", "full", day(10)),
      establish("fb", "good-neighbour-branch", { under: "cc", within: "cl" }),
      join("fb", "person:p0")
    ]
    const full = (date: number, body: string) => Figure.members(on(day(date), commands), unit(body)).full
    expect([9, 10].map((date) => [full(date, "cc"), full(date, "direct"), full(date, "st")])).toEqual([
      [31, 0, 36],
      [30, 1, 36]
    ])
  })

  it("N-1 members known to work in an enterprise are not counted a second time", () => {
    const view = on(today, [...threeLevels, establish("e", "enterprise", { within: "b0" }), counts("e", 10, 1)])
    expect(Figure.members(view, unit("st"))).toEqual({ full: 35, probationary: 3 })
  })

  it("R1-8 what a body holds counts only while it is no functional body", () => {
    // Commands refuse this; facts from elsewhere may say it.
    const state = after([...threeLevels, affiliate("p0", "br2")])
    const turned = Town.evolve(state, {
      _tag: "UnitReclassified",
      unit: unit("br2"),
      nature: "functional",
      from: day(10)
    })
    const full = (date: number) => Figure.members(View.of(structure, turned, day(date)), unit("br2")).full
    expect([full(9), full(10)]).toEqual([1, 0])
  })

  it("R1-13 after a branch moved, ancestors and sums are those of the new place, and of the old one before", () => {
    const before = after(threeLevels)
    View.of(structure, before, today)
    const moved = after([{ _tag: "MoveUnit", unit: unit("br0"), under: unit("st"), from: day(10) }], structure, before)
    const told = (date: number) => {
      const view = View.of(structure, moved, day(date))
      return [
        View.ancestors(view, "command", unit("br0")),
        Figure.members(view, unit("cc")).full,
        Figure.members(view, unit("st")).full
      ]
    }
    expect(told(9)).toEqual([["cc", "st", "dc"], 30, 35])
    expect(told(10)).toEqual([["st", "dc"], 20, 35])
    expect(View.isAbove(View.of(structure, moved, day(10)), "command", unit("cc"), unit("br0"))).toBe(false)
  })

  it("P-02 units of an archetype are counted in a place at any depth", () => {
    const view = on(today, [
      ...threeLevels,
      establish("fl", "floor", { within: "b0" }),
      establish("e", "enterprise", { within: "fl" })
    ])
    const places = (top: string) => [
      Figure.units(view, "location", unit(top), "building"),
      Figure.units(view, "location", unit(top), "enterprise")
    ]
    expect([places("r"), places("cl"), places("b0"), places("b1")]).toEqual([
      [3, 1],
      [3, 1],
      [1, 1],
      [1, 0]
    ])
    expect(Figure.units(view, "command", unit("st"), "branch")).toBe(4)
  })
})
