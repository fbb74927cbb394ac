import { CivilDate, Text } from "@louyu/kernel"
import { type Command, Organisation, Structure, View } from "@louyu/organisation"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import { facts, failure, move, relocate } from "./scene.ts"
import { after, day, district, establish, on, restructured, structure, unit } from "./town.ts"

const departments = [
  establish("d1", "department"),
  establish("d2", "department", { under: "d1" }),
  establish("d3", "department"),
  establish("d4", "department")
]

describe("who may stand below whom", () => {
  it("R1-1 the kinds and levels are data, to any depth: another structure allows other superiors", () => {
    const levels = Array.from({ length: 40 }, (_, i) => ({ id: `l${i}`, names: Text.of(`第${i}级`), skippable: false }))
    const deep = Schema.decodeUnknownSync(Structure.Structure)({
      ...structure,
      levels: { command: levels, location: [] },
      kinds: levels.map(({ id, names }) => ({ id, names, archetype: "body", level: { command: id } })),
      classifications: [],
      patterns: []
    })
    const chain = levels.map(({ id }, i) => establish(`u${i}`, id, i === 0 ? {} : { under: `u${i - 1}` }))
    const view = View.of(deep, after(chain, deep), day(1))
    expect(View.depth(view, "command", unit("u39"))).toBe(39)
    expect(View.path(view, "command", unit("u39"))).toEqual(chain.map((_, i) => `u${i}`))
    const short = Organisation.decider(deep).decide(after(chain, deep), establish("x", "l9", { under: "u7" }))
    expect(Result.isFailure(short) && short.failure).toMatchObject({ _tag: "SuperiorRejected", reason: "skipped" })
  })

  it("R1-1 a kind is what its archetype says, whatever a city calls it", () => {
    const renamed = restructured({
      kinds: structure.kinds.map((kind) => (kind.id === "branch" ? { ...kind, names: Text.of("小组", "Cell") } : kind))
    })
    const town = [...district(0), establish("b", "branch", { under: "st" })]
    expect(View.archetype(View.of(renamed, after(town, renamed), day(0)), unit("b"))).toBe("branch")
  })

  it("R1-3 a building stands straight under a region where there is no cluster, a room straight in a building", () => {
    const view = on(day(0), [
      establish("r", "region"),
      establish("b", "building", { within: "r" }),
      establish("room", "lettable-unit", { within: "b" })
    ])
    expect(View.path(view, "location", unit("room"))).toEqual(["r", "b", "room"])
  })

  it("R1-3 a step that may not be skipped is asked for, and named with the day from which it is missing", () => {
    const town = [establish("r", "region"), establish("cl", "cluster", { within: "r" })]
    const wrong = failure(town, establish("room", "lettable-unit", { within: "cl", from: day(3) }))
    expect(wrong).toMatchObject({ _tag: "SuperiorRejected", line: "location", reason: "skipped", on: day(3) })
  })

  it("P-11 the levels run from street to comprehensive committee to branch, each strictly below the one above", () => {
    const town = [
      ...district(1),
      establish("cc", "comprehensive-committee", { under: "st", within: "cl" }),
      establish("b", "branch", { under: "cc" })
    ]
    expect(View.path(on(day(0), town), "command", unit("b"))).toEqual(["dc", "st", "cc", "b"])
    expect(failure(town, move("st", "b", day(1)))).toMatchObject({ _tag: "SuperiorRejected", reason: "level" })
    expect(failure(town, establish("c2", "comprehensive-committee", { under: "cc" }))).toMatchObject({
      reason: "level"
    })
  })

  it("P-11 what has no level and no list of superiors stands under nobody", () => {
    const town = [...district(1), establish("e", "enterprise", { within: "b0" })]
    expect(failure(town, move("e", "st", day(1)))).toMatchObject({ _tag: "SuperiorRejected", reason: "none" })
  })
})

describe("moves", () => {
  it("H-02 moving a building in command leaves it where it lies, and the other way round", () => {
    const town = [
      ...district(1),
      establish("cc", "comprehensive-committee", { under: "st", within: "cl" }),
      establish("cl2", "cluster", { within: "r" }),
      move("b0", "cc", day(5)),
      relocate("b0", "cl2", day(6))
    ]
    const superiors = (date: CivilDate.CivilDate) => {
      const view = on(date, town)
      return [View.superior(view, "command", unit("b0")), View.superior(view, "location", unit("b0"))]
    }
    expect([day(4), day(5), day(6)].map(superiors)).toEqual([
      ["st", "cl"],
      ["cc", "cl"],
      ["cc", "cl2"]
    ])
  })

  it("R1-4 a move counts from its day on and leaves the days before as they were", () => {
    const town = [...departments, move("d3", "d2", day(5)), move("d3", "d1", day(8))]
    const path = (date: CivilDate.CivilDate) => View.path(on(date, town), "command", unit("d3"))
    expect([day(4), day(5), day(7), day(8)].map(path)).toEqual([
      ["d3"],
      ["d1", "d2", "d3"],
      ["d1", "d2", "d3"],
      ["d1", "d3"]
    ])
  })

  it("R1-4 what is planned for later stays planned when something earlier becomes known", () => {
    const planned = [...departments, move("d3", "d2", day(20))]
    expect(facts(planned, move("d3", "d1", day(5)))).toEqual([
      { _tag: "UnitMoved", unit: "d3", under: "d1", from: day(5), to: day(20) }
    ])
  })

  it("R1-4 a unit that is taken out stands alone from that day on", () => {
    const town = [...departments, move("d2", undefined, day(5))]
    expect(View.superior(on(day(4), town), "command", unit("d2"))).toBe("d1")
    expect(View.roots(on(day(5), town), "command")).toContain("d2")
  })

  it("R1-14 a circle is refused with the day on which it would close", () => {
    expect(failure(departments, move("d1", "d2", day(5)))).toMatchObject({
      _tag: "CycleRejected",
      unit: "d1",
      superior: "d2",
      line: "command",
      on: day(5)
    })
  })

  it("R1-14 a circle that closes only by two plans is refused, and by the first of its days", () => {
    const planned = [...departments, move("d3", "d4", day(30)), move("d4", "d2", day(25))]
    expect(failure(planned, move("d1", "d3", day(5)))).toMatchObject({ _tag: "CycleRejected", on: day(30) })
    const regions = [establish("r1", "region"), establish("r2", "region"), relocate("r2", "r1", day(9))]
    expect(failure(regions, relocate("r1", "r2", day(2)))).toMatchObject({ line: "location", on: day(9) })
  })

  it("R1-14 a circle that a plan has already opened again before it could close is none", () => {
    const planned = [...departments, move("d2", undefined, day(10))]
    const late = after([...planned, move("d1", "d2", day(10))])
    expect(View.path(View.of(structure, late, day(10)), "command", unit("d1"))).toEqual(["d2", "d1"])
    expect(View.path(View.of(structure, late, day(9)), "command", unit("d2"))).toEqual(["d1", "d2"])
  })

  it("R1-14 nobody stands below somebody who is not there on all those days", () => {
    const town = [...departments, establish("d5", "department", { to: day(12) })]
    expect(failure(town, move("d4", "d5", day(3)))).toMatchObject({ _tag: "UnitNotAlive", unit: "d5", on: day(12) })
    const brief = [...town, move("d4", "d1", day(10))]
    expect(facts(brief, move("d4", "d5", day(3)))).toHaveLength(1)
  })

  it("R1-14 a move to where the unit stands already is no news", () => {
    expect(facts(departments, move("d2", "d1", day(7)))).toEqual([])
    expect(facts(departments, move("d3", undefined, day(7)))).toEqual([])
  })

  it("R1-14 a move at the first and at the last day of the calendar is a move like any other", () => {
    const [first, last] = [CivilDate.make("0001-01-01"), CivilDate.make("9999-12-31")]
    const old = [establish("d1", "department", { from: first }), establish("d2", "department", { from: first })]
    const command: Command.Command = move("d2", "d1", last)
    const view = View.of(structure, after([...old, command]), last)
    expect(View.superior(view, "command", unit("d2"))).toBe("d1")
  })
})
