import { Text } from "@louyu/kernel"
import { Command, Organisation, Relation, View } from "@louyu/organisation"
import { Story } from "@louyu/organisation/testing"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import { dissolve, facts, failure, move, relocate } from "./scene.ts"
import {
  affiliate,
  after,
  counts,
  day,
  district,
  establish,
  on,
  person,
  restructured,
  structure,
  unit
} from "./town.ts"

const allianceId = Command.AllianceId.make("a")

const town = [
  ...district(2),
  establish("cc", "comprehensive-committee", { under: "st", within: "cl" }),
  establish("br", "branch", { under: "cc", within: "b0" })
]

describe("setting units up", () => {
  it("P-42 two-new committee, owners' committee, title owner and the rest are bodies, each where it belongs", () => {
    const bodies: ReadonlyArray<readonly [string, string, string | undefined, string | undefined]> = [
      ["two", "two-new-committee", "st", "r"],
      ["owners", "owners-committee", undefined, "b0"],
      ["owner", "title-owner", undefined, "b0"],
      ["operator", "operator", undefined, "b0"],
      ["property", "property-company", undefined, "b0"],
      ["social", "social-organisation", undefined, "b0"],
      ["team", "volunteer-team", "cc", undefined]
    ]
    const view = on(day(0), [
      ...town,
      ...bodies.map(([id, kind, under, within]) =>
        establish(id, kind, { ...(under === undefined ? {} : { under }), ...(within === undefined ? {} : { within }) })
      )
    ])
    expect(bodies.map(([id]) => View.archetype(view, unit(id)))).toEqual([
      "workingCommittee",
      "ownersCommittee",
      "titleOwner",
      "operator",
      "propertyCompany",
      "socialOrganisation",
      "volunteerTeam"
    ])
    expect(View.superior(view, "command", unit("two"))).toBe("st")
    expect(failure(town, establish("o2", "owners-committee", { within: "cl" }))).toMatchObject({ reason: "kind" })
  })

  it("P-42 a building has one owners' committee at a time, and a new one when the old has ended", () => {
    const first = [...town, establish("o1", "owners-committee", { within: "b0" })]
    expect(failure(first, establish("o2", "owners-committee", { within: "b0", from: day(3) }))).toMatchObject({
      _tag: "OnePerPlace",
      place: "b0",
      other: "o1",
      on: day(3)
    })
    const next = [...first, dissolve("o1", day(3)), establish("o2", "owners-committee", { within: "b0", from: day(3) })]
    expect(View.childrenOf(on(day(3), next), "location", unit("b0"), { archetype: "ownersCommittee" })).toEqual(["o2"])
  })

  it("P-12 a building gets the bodies of a residential community: committee, residents' committee, council, owners", () => {
    const community = [
      ...town,
      establish("bc", "building-committee", { under: "cc", within: "b0" }),
      establish("residents", "residents-committee", { under: "bc", within: "b0" }),
      establish("council", "council", { under: "bc", within: "b0" }),
      establish("owners", "owners-committee", { within: "b0" })
    ]
    const view = on(day(0), community)
    expect(View.descendants(view, "command", unit("bc"))).toEqual(["residents", "council"])
    expect(View.children(view, "location", unit("b0"))).toEqual(["br", "bc", "residents", "council", "owners"])
    expect(View.nature(view, unit("council"))).toBe("functional")
    for (const kind of ["council", "building-committee"]) {
      const second = establish("second", kind, { under: "cc", within: "b0", from: day(4) })
      expect(failure(community, second)).toMatchObject({ _tag: "OnePerPlace", place: "b0", on: day(4) })
    }
  })

  it("F-10 union, youth and women's bodies stand under a Party body that leads them, and under nobody else", () => {
    const bodies = ["trade-union", "youth-league", "womens-federation"]
    const led = [...town, ...bodies.map((kind) => establish(kind, kind, { under: "cc", within: "b0" }))]
    const view = on(day(0), led)
    expect(bodies.map((id) => View.superior(view, "command", unit(id)))).toEqual(["cc", "cc", "cc"])
    expect(bodies.map((id) => View.archetype(view, unit(id)))).toEqual(bodies.map(() => "massOrganisation"))
    for (const kind of bodies) {
      expect(failure(town, establish("x", kind, { under: "br" }))).toMatchObject({ _tag: "SuperiorRejected" })
      expect(failure(led, affiliate("p1", kind))).toMatchObject({ _tag: "WrongArchetype", unit: kind })
    }
  })

  it("H-04 a second committee of a cluster is refused on any day, also one that a planned move would bring", () => {
    expect(failure(town, establish("c2", "comprehensive-committee", { under: "st", within: "cl" }))).toMatchObject({
      _tag: "OnePerPlace",
      place: "cl"
    })
    const elsewhere = [
      ...town,
      establish("cl2", "cluster", { within: "r" }),
      establish("c2", "comprehensive-committee", { under: "st", within: "cl2" }),
      relocate("c2", undefined, day(4)),
      relocate("cc", "cl2", day(9))
    ]
    expect(failure(elsewhere, relocate("c2", "cl2", day(6)))).toMatchObject({ _tag: "OnePerPlace", on: day(9) })
    expect(facts(elsewhere, relocate("c2", "cl", day(9)))).toHaveLength(1)
  })

  it("R1-5 a unit set up again in the same way is no news; in another way its id is taken for good", () => {
    const command = establish("x", "branch", { under: "st", from: day(2) })
    expect(facts([...town, command], command)).toEqual([])
    expect(facts([...town, command, dissolve("x", day(5))], command)).toEqual([])
    expect(failure([...town, command], establish("x", "branch", { under: "cc", from: day(2) }))).toMatchObject({
      _tag: "UnitExists",
      unit: "x"
    })
  })

  it("R1-5 a unit set up before its kind got a default nature is still the same unit", () => {
    const plain = restructured({
      kinds: structure.kinds.map((kind) => {
        const { nature: _, ...rest } = kind
        return kind.id === "branch" ? rest : kind
      })
    })
    const again = Organisation.decider(structure).decide(after(town, plain), town.at(-1) as Command.Command)
    expect(Result.getOrThrow(again)).toEqual([])
  })

  it("R1-5 a unit may be set up to end on a known day, and holds nothing from then on", () => {
    const brief = [...town, establish("x", "branch", { under: "st", from: day(2), to: day(6) })]
    expect([1, 2, 5, 6].map((n) => View.unit(on(day(n), brief), unit("x"))?.id)).toEqual([
      undefined,
      "x",
      "x",
      undefined
    ])
    expect(failure(brief, counts("x", 3, 0, day(6)))).toMatchObject({ _tag: "UnitNotAlive", from: day(2), to: day(6) })
  })
})

describe("closing units", () => {
  it("R1-5 is refused while somebody stands below, now or by plan", () => {
    expect(failure(town, dissolve("cc", day(5)))).toMatchObject({
      _tag: "HasDependants",
      relation: "subordinates",
      count: 1,
      first: ["br"]
    })
    const planned = [...town, move("br", "st", day(3)), move("br", "cc", day(20))]
    expect(failure(planned, dissolve("cc", day(5)))).toMatchObject({ relation: "subordinates", first: ["br"] })
  })

  it("R1-5 is refused while something lies in it or somebody belongs to it, named or counted", () => {
    expect(failure(town, dissolve("b0", day(5)))).toMatchObject({ relation: "occupants", first: ["br"] })
    expect(failure([...town, affiliate("p1", "br")], dissolve("br", day(5)))).toMatchObject({
      relation: "members",
      first: ["p1"]
    })
    const counted = failure([...town, counts("br", 7, 1)], dissolve("br", day(5)))
    expect(counted).toMatchObject({ relation: "members", count: 8, first: [] })
    expect(counted.text.en).toBe('On 2026-03-06 "br" still has 8 members; give them a home with membersTo.')
  })

  it("R1-5 gives everybody the new home it names, and closes the unit the same day", () => {
    const state = after([
      ...town,
      affiliate("p1", "br"),
      counts("br", 7, 1),
      establish("b2", "branch", { under: "st" }),
      dissolve("cc", day(5), { subordinatesTo: "st" }),
      dissolve("b0", day(6), { occupantsTo: "b1" }),
      dissolve("br", day(7), { membersTo: "b2" })
    ])
    const view = View.of(structure, state, day(6))
    expect(View.superior(view, "command", unit("br"))).toBe("st")
    expect(View.superior(view, "location", unit("br"))).toBe("b1")
    expect(View.unit(view, unit("cc"))).toBeUndefined()
    const later = View.of(structure, state, day(7))
    expect(Relation.home(later, person("p1"))).toEqual({ branch: "b2", standing: "full" })
    expect(View.unit(later, unit("br"))).toBeUndefined()
  })

  it("R1-5 the heir may stand below: it takes the place of the unit it follows, as that was to change", () => {
    const departments = [
      ...["d1", "d2"].map((id) => establish(id, "department")),
      establish("d3", "department", { under: "d1" }),
      establish("d4", "department", { under: "d3" }),
      establish("d5", "department", { under: "d3" }),
      move("d3", "d2", day(20))
    ]
    const state = after([...departments, dissolve("d3", day(5), { subordinatesTo: "d4" })])
    const path = (n: number) => View.path(View.of(structure, state, day(n)), "command", unit("d5"))
    expect([4, 5, 20].map(path)).toEqual([
      ["d1", "d3", "d5"],
      ["d1", "d4", "d5"],
      ["d2", "d4", "d5"]
    ])
  })

  it("R1-5 a unit is no heir of its own", () => {
    expect(failure(town, dissolve("cc", day(5), { subordinatesTo: "cc" }))).toMatchObject({
      _tag: "SelfReference",
      unit: "cc"
    })
  })

  it("R1-5 a unit is not closed on its first day, for then it would never have been", () => {
    const town2 = [...town, establish("x", "branch", { under: "st", from: day(5) })]
    expect(failure(town2, dissolve("x", day(5)))).toMatchObject({ _tag: "PeriodReversed" })
    expect(facts(town2, dissolve("x", day(6)))).toHaveLength(1)
  })

  it("R1-5 is no news the second time, and another day may still be earlier", () => {
    const closed = [...town, dissolve("br", day(9))]
    expect(facts(closed, dissolve("br", day(9)))).toEqual([])
    expect(facts(closed, dissolve("br", day(6)))).toHaveLength(1)
    expect(failure(closed, dissolve("br", day(12)))).toMatchObject({ _tag: "UnitNotAlive", to: day(9) })
  })

  it("H-04 a committee that leads an alliance passes the lead on before it is closed", () => {
    const allied: Command.Command = {
      _tag: "FormAlliance",
      alliance: allianceId,
      sort: "六方联建",
      name: Text.of("联建"),
      lead: unit("cc"),
      members: [unit("cc"), unit("st")],
      from: day(0)
    }
    const leading = [...town, allied, move("br", "st", day(1))]
    expect(failure(leading, dissolve("cc", day(5)))).toMatchObject({ relation: "alliances", first: ["a"] })
    const passed: Command.Command = { _tag: "LeadAlliance", alliance: allianceId, unit: unit("st"), from: day(3) }
    expect(facts([...leading, passed], dissolve("cc", day(5)))).toHaveLength(1)
  })

  it("R1-5 an earlier state still knows the unit after it was closed", () => {
    const before = after(town)
    const shown = Story.shown(before)
    after([dissolve("br", day(3))], structure, before)
    expect(Story.shown(before)).toEqual(shown)
  })
})
