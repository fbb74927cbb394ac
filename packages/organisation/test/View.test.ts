import { CivilDate } from "@louyu/kernel"
import { type State, Unit, View } from "@louyu/organisation"
import { describe, expect, it } from "vitest"
import { dissolve, move } from "./scene.ts"
import { active, after, day, district, establish, event, evolve, range, structure, unit } from "./town.ts"

const town = [
  ...district(1),
  establish("d1", "department"),
  establish("d2", "department", { under: "d1" }),
  establish("d3", "department", { under: "d2", from: day(5), to: day(9) })
]

describe("a view", () => {
  it("R1-4 is of its date: it knows neither what comes later nor what has ended", () => {
    const state = after(town)
    const below = (n: number) => View.descendants(View.of(structure, state, day(n)), "command", unit("d1"))
    expect([4, 5, 8, 9].map(below)).toEqual([["d2"], ["d2", "d3"], ["d2", "d3"], ["d2"]])
  })

  it("is the same for the same state, structure and date, and another for another of them", () => {
    const state = after(town)
    const view = View.of(structure, state, day(0))
    expect(View.of(structure, state, day(0))).toBe(view)
    expect(View.of({ ...structure }, state, day(0))).not.toBe(view)
    expect(View.of(structure, after([dissolve("d3", day(6))], structure, state), day(0))).not.toBe(view)
  })

  it("answers of a unit that does not exist that there is nothing, and nothing above or below it", () => {
    const view = View.of(structure, after(town), day(4))
    for (const id of ["d3", "nobody"].map(unit)) {
      expect(View.unit(view, id)).toBeUndefined()
      for (const line of ["command", "location"] as const) {
        expect([View.superior(view, line, id), View.depth(view, line, id), View.size(view, line, id)]).toEqual([
          undefined,
          undefined,
          0
        ])
        expect([View.path(view, line, id), View.children(view, line, id), View.descendants(view, line, id)]).toEqual([
          [],
          [],
          []
        ])
        expect(View.isAbove(view, line, unit("d1"), id)).toBe(false)
        expect(View.isAbove(view, line, id, unit("d1"))).toBe(false)
        expect(View.commonSuperior(view, line, id, unit("d1"))).toBeUndefined()
        expect(View.nearest(view, line, id, { archetype: "department" })).toBeUndefined()
        expect(View.rollUp(view, line, id, () => 1)).toBe(0)
      }
    }
  })

  it("shows a name for every id: the one of the date, the last one, or the id", () => {
    const renamed = after([
      ...town,
      { _tag: "RenameUnit", unit: unit("d3"), name: { zh: "新名" }, from: day(6) },
      dissolve("d2", day(7), { subordinatesTo: "d1" })
    ])
    const labels = (n: number) =>
      ["d2", "d3", "nobody"].map((id) => View.label(View.of(structure, renamed, day(n)), unit(id)).zh)
    expect([labels(5), labels(6), labels(20)]).toEqual([
      ["d2", "d3", "nobody"],
      ["d2", "新名", "nobody"],
      ["d2", "新名", "nobody"]
    ])
  })

  it("forgets dates asked for long ago, and answers the same when they are asked for again", () => {
    const state = after(town)
    const first = View.of(structure, state, day(5))
    const before = View.descendants(first, "command", unit("d1"))
    for (const n of range(40, (i) => i + 100)) View.roots(View.of(structure, state, day(n)), "command")
    expect(state.lineage.root.lines.size).toBeLessThanOrEqual(16)
    const again = View.of(structure, state, day(5))
    expect(again).not.toBe(first)
    expect(View.descendants(again, "command", unit("d1"))).toEqual(before)
    expect(View.descendants(first, "command", unit("d1"))).toEqual(before)
  })

  it("R1-14 an earlier view answers as before when its state has gone on", () => {
    const state = after(town)
    const view = View.of(structure, state, day(6))
    expect(View.size(view, "command", unit("d1"))).toBe(3)
    const later = after([move("d3", undefined, day(6)), dissolve("d2", day(6))], structure, state)
    expect(View.size(View.of(structure, later, day(6)), "command", unit("d1"))).toBe(1)
    expect(View.ancestors(view, "command", unit("d3"))).toEqual(["d2", "d1"])
  })

  it("R1-13 carries a sum along when anything the figure may look at has changed", () => {
    const noted: Parameters<typeof View.rollUp>[3] = (_state, one, on) =>
      Unit.holding(one.identifiers, on).length + one.terms.length + (one.activities === undefined ? 0 : 1)
    const seen = (state: State.State) => View.rollUp(View.of(structure, state, day(3)), "command", unit("d1"), noted)
    const begun = after(town)
    expect(seen(begun)).toBe(0)
    const attached = after(
      [{ _tag: "AttachIdentifier", unit: unit("d2"), scheme: "legacy", value: "7", from: day(0) }],
      structure,
      begun
    )
    expect(seen(attached)).toBe(1)
    const reported = after([active("d2", day(1))], structure, attached)
    const termed = after([{ _tag: "StartTerm", unit: unit("d1"), from: day(0), to: day(9) }], structure, reported)
    expect([seen(reported), seen(termed), seen(begun)]).toEqual([2, 3, 0])
  })

  it("reads facts from elsewhere: whoever is left below a unit that has ended stands alone", () => {
    const begun = after(town)
    expect(View.size(View.of(structure, begun, day(6)), "command", unit("d1"))).toBe(3)
    const state = evolve(begun, { _tag: "UnitDissolved", unit: unit("d2"), on: day(6) })
    const view = View.of(structure, state, day(6))
    expect(View.superior(view, "command", unit("d3"))).toBeUndefined()
    expect(View.roots(view, "command")).toEqual(["r", "cl", "dc", "d1", "d3"])
    expect(View.superior(View.of(structure, state, day(5)), "command", unit("d3"))).toBe("d2")
  })

  it("reads facts from elsewhere: whoever was put below a unit before that was set up stands below it then", () => {
    const early = evolve(after(town), event(establish("d5", "department", { under: "d6" })))
    expect(View.roots(View.of(structure, early, day(1)), "command")).toContain("d5")
    const late = evolve(early, event(establish("d6", "department", { under: "d1" })))
    expect(View.path(View.of(structure, late, day(1)), "command", unit("d5"))).toEqual(["d1", "d6", "d5"])
  })

  it("is there on the last day of the calendar", () => {
    const view = View.of(structure, after(town), CivilDate.make("9999-12-31"))
    expect(View.children(view, "command", unit("d1"))).toEqual(["d2"])
  })
})
