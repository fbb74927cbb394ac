import { type CivilDate, Text, Timeline } from "@louyu/kernel"
import { Command, Figure, Relation, State, Structure, View } from "@louyu/organisation"
import { describe, expect, it } from "vitest"
import { facts, failure, move } from "./scene.ts"
import {
  affiliate,
  after,
  assign,
  counts,
  day,
  district,
  establish,
  found,
  guide,
  join,
  on,
  person,
  range,
  structure,
  unit
} from "./town.ts"

const at = day(10)

const merge = (units: ReadonlyArray<string>, into: string, date: CivilDate.CivilDate = at): Command.Command => {
  const [first = "", ...others] = units
  return { _tag: "MergeUnits", units: [unit(first), ...others.map(unit)], into: unit(into), on: date }
}

type Part = Partial<Omit<Command.SplitPart, "unit" | "kind" | "name">>

const split = (id: string, kind: string, parts: Readonly<Record<string, Part>>, remainderTo?: string) => {
  const [first, ...others] = Object.entries(parts).map(
    ([part, rest]): Command.SplitPart => ({
      unit: unit(part),
      kind: Structure.KindId.make(kind),
      name: Text.of(part),
      ...rest
    })
  )
  if (first === undefined) throw new Error("a split has parts")
  const command: Command.Command = {
    _tag: "SplitUnit",
    unit: unit(id),
    on: at,
    parts: [first, ...others],
    ...(remainderTo === undefined ? {} : { remainderTo: unit(remainderTo) })
  }
  return command
}

const town = [
  ...district(2),
  establish("cc", "comprehensive-committee", { under: "st", within: "cl" }),
  ...range(7, (i) => establish(`e${i}`, "enterprise", { within: "b0" }))
]

describe("merging", () => {
  const branches = [
    ...town,
    found("br", ["e0"], { full: 4 }),
    found("b2", ["e1"], { full: 5 }),
    affiliate("p1", "br"),
    affiliate("p2", "b2", "probationary")
  ]

  it("R1-6 members, counts and enterprises go to the heir, which becomes a joint branch, on the day", () => {
    const merged = [...branches, merge(["br"], "b2")]
    const [before, view] = [on(day(9), merged), on(at, merged)]
    expect(Relation.home(before, person("p1"))?.branch).toBe("br")
    expect(Relation.home(view, person("p1"))).toEqual({ branch: "b2", standing: "full" })
    expect(Relation.coveredBy(view, unit("b2"))).toEqual(["e0", "e1"])
    expect(Relation.formation(view, unit("b2"))).toBe("joint")
    expect(View.unit(view, unit("br"))).toBeUndefined()
    const total = (one: View.View) => Figure.members(one, unit("st"))
    expect(total(view)).toEqual(total(before))
    expect(total(view)).toEqual({ full: 9, probationary: 0 })
    expect(Relation.successions(view, unit("b2"))).toMatchObject([{ sort: "merge", before: ["br"], after: ["b2"] }])
  })

  it("R1-6 members only named and members only counted add up, whichever side they are on", () => {
    const named = establish("named", "branch", { under: "st" })
    const counted = establish("counted", "branch", { under: "st" })
    const both = [...town, named, counted, affiliate("p1", "named"), affiliate("p2", "named"), counts("counted", 5, 1)]
    for (const [from, into] of [
      ["named", "counted"],
      ["counted", "named"]
    ] as const) {
      const view = on(at, [...both, merge([from], into)])
      expect(Figure.members(view, unit(into))).toEqual({ full: 7, probationary: 1 })
      expect(Relation.home(view, person("p1"))?.branch).toBe(into === "named" ? "named" : "counted")
    }
  })

  it("R1-6 what was planned goes to the heir as well: members, counts, guidance, taking part", () => {
    const planned: ReadonlyArray<Command.Command> = [
      ...branches,
      affiliate("p3", "br", "full", day(15)),
      counts("br", 6, 0, day(20)),
      guide("st", "br", "指导", day(18)),
      establish("fb", "good-neighbour-branch", { under: "cc" }),
      { _tag: "JoinBody", body: unit("fb"), member: { unit: unit("br") }, from: day(5), to: day(25) },
      merge(["br"], "b2")
    ]
    const state = after(planned)
    const seen = (n: number) => View.of(structure, state, day(n))
    expect([14, 15].map((n) => Relation.home(seen(n), person("p3"))?.branch)).toEqual([undefined, "b2"])
    expect([10, 19, 20].map((n) => Timeline.at(State.unit(state, unit("b2"))?.counts ?? [], day(n))?.full)).toEqual([
      9, 9, 11
    ])
    expect([17, 18].map((n) => Relation.guides(seen(n), unit("b2")).length)).toEqual([0, 1])
    expect([24, 25].map((n) => Relation.takesPartIn(seen(n), { unit: unit("b2") }))).toEqual([["fb"], []])
  })

  it("R1-6 children, occupants and places are handed over with the units they belong to", () => {
    const buildings = [
      ...town,
      establish("f", "floor", { within: "b0" }),
      establish("mg", "micro-grid", { within: "b0" }),
      assign("mg", ["f"])
    ]
    const view = on(at, [...buildings, merge(["b0"], "b1")])
    expect(View.children(view, "location", unit("b1"))).toEqual([...range(7, (i) => `e${i}`), "f", "mg"])
    expect(Relation.gridOf(view, unit("f"))).toBe("mg")
    const grids = [...buildings, establish("m2", "micro-grid", { within: "b0" })]
    expect(Relation.placesOf(on(at, [...grids, merge(["mg"], "m2")]), unit("m2"))).toEqual(["f"])
    expect(failure(grids, merge(["mg"], "b1"))).toMatchObject({ _tag: "WrongArchetype", unit: "b1" })
    const apart = [...buildings, establish("m3", "micro-grid", { within: "b1" })]
    expect(failure(apart, merge(["mg"], "m3"))).toMatchObject({ _tag: "GridElsewhere", grid: "m3" })
  })

  it("R1-6 alliances stay led, by the heir", () => {
    const alliance = Command.AllianceId.make("a")
    const allied: Command.Command = {
      _tag: "FormAlliance",
      alliance,
      sort: "共建",
      name: Text.of("共建"),
      lead: unit("br"),
      members: [unit("br"), unit("st")],
      from: day(0)
    }
    const merged = [...branches, allied, merge(["br"], "b2")]
    expect(Relation.alliance(on(day(9), merged), alliance)).toMatchObject({ lead: "br", members: ["br", "st"] })
    expect(Relation.alliance(on(at, merged), alliance)).toMatchObject({ lead: "b2", members: ["b2", "st"] })
  })

  it("R1-6 an alliance is not left to an heir that ends while it would have to lead", () => {
    const alliance = Command.AllianceId.make("a")
    const departments: ReadonlyArray<Command.Command> = [
      establish("d1", "department"),
      establish("d2", "department", { to: day(30) }),
      {
        _tag: "FormAlliance",
        alliance,
        sort: "共建",
        name: Text.of("共建"),
        lead: unit("d1"),
        members: [unit("d1")],
        from: day(0)
      }
    ]
    expect(failure(departments, merge(["d1"], "d2"))).toMatchObject({ _tag: "LeadNotMember", unit: "d2", on: day(30) })
  })

  it("R1-6 an enterprise that takes the place of another is covered by its branch, unless it has its own", () => {
    const view = on(at, [...branches, merge(["e0"], "e2"), merge(["e3"], "e1")])
    expect(Relation.coveringBranch(view, unit("e2"))).toBe("br")
    expect(Relation.coveringBranch(view, unit("e1"))).toBe("b2")
    const own = on(at, [...branches, merge(["e0"], "e1")])
    expect(Relation.coveringBranch(own, unit("e1"))).toBe("b2")
    expect(Relation.coveredBy(own, unit("br"))).toEqual([])
  })

  it("R1-6 the heir may stand below the unit it follows", () => {
    const departments = [
      establish("d1", "department"),
      establish("d2", "department", { under: "d1" }),
      establish("d3", "department", { under: "d1" })
    ]
    const view = on(at, [...departments, merge(["d1"], "d2")])
    expect(View.path(view, "command", unit("d3"))).toEqual(["d2", "d3"])
    expect(failure([...departments, move("d3", "d2", day(1))], merge(["d1"], "d3"))).toMatchObject({
      _tag: "CycleRejected"
    })
  })

  it("R1-6 nothing is lost by a merger into something that cannot hold it: it is refused as a whole", () => {
    const functional = [...branches, establish("fb", "good-neighbour-branch", { under: "cc" })]
    expect(failure(functional, merge(["br"], "fb"))).toMatchObject({ _tag: "FunctionalHoldsNoMembers", unit: "fb" })
    const joined = [...functional, join("fb", "e5")]
    expect(failure(joined, merge(["fb"], "b2"))).toMatchObject({ _tag: "NotFunctional", unit: "b2" })
    const many = [...town, found("big", ["e0", "e1", "e2", "e3"]), found("two", ["e4", "e5"])]
    expect(failure(many, merge(["two"], "big"))).toMatchObject({ _tag: "EnterpriseCountRejected", count: 6 })
    const brief = [...branches, establish("b3", "branch", { under: "st", to: day(30) })]
    expect(failure(brief, merge(["br"], "b3"))).toMatchObject({ _tag: "UnitNotAlive", unit: "b3" })
  })

  it("R1-6 a merger is told once: again it is no news, and a unit is not merged into itself or twice", () => {
    const merged = [...branches, merge(["br"], "b2")]
    expect(facts(merged, merge(["br"], "b2"))).toEqual([])
    expect(failure(branches, merge(["br", "b2"], "b2"))).toMatchObject({ _tag: "SelfReference", unit: "b2" })
    expect(failure(branches, merge(["br", "br"], "b2"))).toMatchObject({ _tag: "UnitNotAlive", unit: "br" })
    expect(failure(branches, merge(["br"], "b2", day(0)))).toMatchObject({ _tag: "PeriodReversed" })
  })
})

describe("splitting", () => {
  const joint = [...town, found("br", ["e0", "e1", "e2"], { full: 10 }), ...range(4, (i) => affiliate(`p${i}`, "br"))]

  it("R1-6 the whole keeps what no part takes, in enterprises, people and numbers", () => {
    const own: Part = { formation: "single", enterprises: [unit("e0")], members: [person("p0")], memberCounts: full(4) }
    const view = on(at, [...joint, split("br", "branch", { own })])
    expect([Relation.coveredBy(view, unit("own")), Relation.coveredBy(view, unit("br"))]).toEqual([
      ["e0"],
      ["e1", "e2"]
    ])
    expect([Figure.members(view, unit("own")).full, Figure.members(view, unit("br")).full]).toEqual([4, 6])
    expect(Relation.members(view, unit("br")).map((one) => one.person)).toEqual(["p1", "p2", "p3"])
  })

  it("R1-6 people who leave with a part are counted there, though nobody stated how many", () => {
    const view = on(at, [...joint, split("br", "branch", { own: { members: [person("p0"), person("p1")] } })])
    expect([Figure.members(view, unit("own")).full, Figure.members(view, unit("br")).full]).toEqual([2, 8])
  })

  it("R1-6 what is planned for the whole loses what the parts have taken", () => {
    const planned = [...joint, counts("br", 20, 0, day(30)), split("br", "branch", { own: { memberCounts: full(4) } })]
    const counted = State.unit(after(planned), unit("br"))?.counts ?? []
    expect([9, 10, 30].map((n) => Timeline.at(counted, day(n))?.full)).toEqual([10, 6, 16])
  })

  it("R1-6 parts cannot have more members than the whole, nor what is not the whole's", () => {
    expect(failure(joint, split("br", "branch", { own: { memberCounts: full(11) } }))).toMatchObject({
      _tag: "PartsExceedWhole",
      unit: "br",
      fullMembers: 10,
      inParts: 11
    })
    const notHis: ReadonlyArray<Part> = [
      { enterprises: [unit("e5")] },
      { members: [person("p9")] },
      { subordinates: [unit("cc")] },
      { occupants: [unit("b0")] }
    ]
    for (const part of notHis) {
      expect(failure(joint, split("br", "branch", { own: part }))).toMatchObject({ _tag: "NotPartOf", of: "br" })
    }
  })

  it("R1-6 a part founded as a branch has to be large enough", () => {
    const small: Part = { formation: "single", enterprises: [unit("e0")], memberCounts: full(2) }
    expect(failure(joint, split("br", "branch", { own: small }))).toMatchObject({
      _tag: "BranchTooSmall",
      branch: "own"
    })
    const two: Part = { formation: "single", enterprises: [unit("e0"), unit("e1")], memberCounts: full(3) }
    expect(failure(joint, split("br", "branch", { own: two }))).toMatchObject({ _tag: "EnterpriseCountRejected" })
  })

  it("R1-6 a building splits with what lies in it; the rest goes to the heir and the whole closes", () => {
    const building = [
      ...town,
      establish("f0", "floor", { within: "b0" }),
      establish("f1", "floor", { within: "b0" }),
      establish("mg", "micro-grid", { within: "b0" }),
      assign("mg", ["f0"])
    ]
    const apart = split("b0", "building", { north: { occupants: [unit("f0")] } })
    expect(failure(building, apart)).toMatchObject({ _tag: "GridElsewhere", place: "f0", grid: "mg" })
    const together = split("b0", "building", { north: { occupants: [unit("f0"), unit("mg")] } }, "b1")
    const view = on(at, [...building, together])
    expect(View.children(view, "location", unit("north"))).toEqual(["f0", "mg"])
    expect(View.superior(view, "location", unit("f1"))).toBe("b1")
    expect([View.superior(view, "location", unit("north")), View.superior(view, "command", unit("north"))]).toEqual([
      "cl",
      "st"
    ])
    expect(View.unit(view, unit("b0"))).toBeUndefined()
    expect(facts([...building, together], together)).toEqual([])
  })

  it("R1-6 the rest may go to a part, but not to the whole itself", () => {
    const command = (to: string) => split("br", "branch", { one: { enterprises: [unit("e0")] }, two: {} }, to)
    expect(failure(joint, command("br"))).toMatchObject({ _tag: "SelfReference", unit: "br" })
    const view = on(at, [...joint, command("two")])
    expect(Relation.coveredBy(view, unit("two"))).toEqual(["e1", "e2"])
    expect(Figure.members(view, unit("two")).full).toBe(10)
    expect(Relation.home(view, person("p3"))?.branch).toBe("two")
  })
})

const full = (number: number): Command.MemberCounts => ({ full: number, probationary: 0 })
