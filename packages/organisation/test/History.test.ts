import { CivilDate } from "@louyu/kernel"
import { describe, expect, it } from "vitest"
import { History } from "../src/index.ts"
import * as Town from "./town.ts"

const { affiliate, after, counts, day, district, establish, found, range, structure, unit } = Town

// Branches founded one after another, one of them moved to another committee, one dissolved.
const state = after([
  ...district(1),
  establish("cc", "comprehensive-committee", { under: "st", within: "cl" }),
  ...range(6, (i) => establish(`e${i}`, "enterprise", { within: "b0" })),
  ...range(5, (i) => found(`p${i}`, [`e${i}`], { under: "cc", full: 3 + i, from: day(i * 10) })),
  counts("p0", 10, 2, day(5)),
  { _tag: "MoveUnit", unit: unit("p1"), under: unit("st"), from: day(25) },
  { _tag: "DissolveUnit", unit: unit("p2"), on: day(35), membersTo: unit("p0") },
  affiliate("m", "p3", "full", day(31))
])
const history = History.of(structure, state, "command")
const on = (figure: History.Figure, id: string, dates: ReadonlyArray<number>) =>
  History.series(history, figure, unit(id), dates.map(day)).map(({ value }) => value)

describe("trends", () => {
  it("P-09 the branches below a committee grow, leave and close day by day", () => {
    expect(on(History.units("branch"), "cc", [-1, 0, 9, 10, 20, 24, 25, 30, 34, 35, 40])).toEqual([
      0, 1, 1, 2, 3, 3, 2, 3, 3, 2, 3
    ])
    expect(on(History.units("branch"), "st", [24, 25, 35])).toEqual([3, 3, 3])
  })

  it("R1-4 the members of a month are counted in the tree of that month", () => {
    expect(on(History.fullMembers, "cc", [0, 4, 5, 10, 20, 25, 30, 35])).toEqual([3, 3, 10, 14, 19, 15, 21, 21])
    expect(on(History.probationaryMembers, "st", [4, 5])).toEqual([0, 2])
  })

  it("R1-4 stated counts come before people at home, and a unit nobody knows has no figure", () => {
    expect(on(History.fullMembers, "p3", [30, 31])).toEqual([6, 6])
    expect(on(History.fullMembers, "nobody", [0])).toEqual([0])
  })

  it("R1-4 the same state, structure and line give the same history", () => {
    expect(History.of(structure, state, "command")).toBe(history)
    expect(History.of(structure, state, "location")).not.toBe(history)
    expect(History.of({ ...structure }, state, "command")).not.toBe(history)
  })

  it("R1-4 ten years day by day cost no compilation of any day", () => {
    const dates = range(3650, (i) => CivilDate.addDays(day(0), i))
    const series = History.series(history, History.units("branch"), unit("cc"), dates)
    expect(series).toHaveLength(3650)
    expect(state.lineage.root.lines.size).toBe(0)
  })
})
