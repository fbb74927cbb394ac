import { Share, Text } from "@louyu/kernel"
import { describe, expect, it } from "vitest"
import { Command, Coverage, DefinedRate, Figure, Relation, Search, Tenants, View } from "../src/index.ts"
import * as Town from "./town.ts"

const {
  affiliate,
  after,
  bind,
  day,
  district,
  establish,
  found,
  guide,
  join,
  on,
  person,
  range,
  refusal,
  structure,
  unit
} = Town

const today = day(30)
const allianceId = Command.AllianceId.make

const alliance = (id: string, members: ReadonlyArray<string>, declaredSize?: number): Command.Command => {
  const [lead = "", ...others] = members
  return {
    _tag: "FormAlliance",
    alliance: allianceId(id),
    sort: "sixParty",
    name: Text.of("六方党建联建", "Six-party alliance"),
    lead: unit(lead),
    members: [unit(lead), ...others.map(unit)],
    ...(declaredSize === undefined ? {} : { declaredSize }),
    from: day(0)
  }
}

describe("taking part in functional bodies", () => {
  // Members of the good-neighbour branch come from the building, the property company and the neighbourhood.
  const goodNeighbour = [
    ...district(1),
    establish("cc", "comprehensive-committee", { under: "st", within: "cl" }),
    establish("fb", "good-neighbour-branch", { under: "cc", within: "b0" }),
    establish("fb2", "good-neighbour-branch", { under: "cc", within: "b0" }),
    establish("br1", "branch", { under: "cc" }),
    establish("br2", "branch", { under: "st" }),
    ...range(5, (i) => affiliate(`p${i}`, i < 3 ? "br1" : "br2", i === 4 ? "probationary" : "full")),
    ...range(5, (i) => join("fb", `person:p${i}`, ["building", "building", "property", "residents", "residents"][i])),
    join("fb2", "person:p0", "building")
  ]

  it("P-08 the members of a good-neighbour branch are told by where they come from", () => {
    const view = on(today, goodNeighbour)
    expect([...Relation.participantsByOrigin(view, unit("fb"))].sort()).toEqual([
      ["building", 2],
      ["property", 1],
      ["residents", 2]
    ])
    const without = on(today, [...goodNeighbour, join("fb2", "person:p1")])
    expect([...Relation.participantsByOrigin(without, unit("fb2"))].sort()).toEqual([
      ["", 1],
      ["building", 1]
    ])
  })

  it("P-08 who takes part keeps the one home branch, and may take part in several bodies", () => {
    const view = on(today, goodNeighbour)
    expect(Relation.home(view, person("p0"))).toEqual({ branch: "br1", standing: "full" })
    expect(Relation.takesPartIn(view, { person: person("p0") })).toEqual(["fb", "fb2"])
    expect(Relation.members(view, unit("fb"))).toEqual([])
  })

  it("P-08 leaving ends taking part on that day, and the home stays", () => {
    const commands = [
      ...goodNeighbour,
      { _tag: "LeaveBody", body: unit("fb"), member: { person: person("p0") }, on: day(10) } as const
    ]
    const part = [day(9), day(10)].map((date) => Relation.participants(on(date, commands), unit("fb")).length)
    expect(part).toEqual([5, 4])
    expect(Relation.home(on(day(10), commands), person("p0"))?.branch).toBe("br1")
  })

  it("N-1 a person who takes part is counted once in every roll-up: at home", () => {
    const view = on(today, goodNeighbour)
    const members = (id: string) => Figure.members(view, unit(id))
    expect(members("fb")).toEqual({ full: 0, probationary: 0 })
    expect(members("cc")).toEqual({ full: 3, probationary: 0 })
    expect(members("st")).toEqual({ full: 4, probationary: 1 })
  })

  it("R1-8 a functional body takes no members, and nobody takes part in an entity body", () => {
    expect(refusal([...goodNeighbour, affiliate("p9", "fb")])).toBe("FunctionalHoldsNoMembers")
    expect(refusal([...goodNeighbour, Town.counts("fb", 3)])).toBe("FunctionalHoldsNoMembers")
    expect(refusal([...goodNeighbour, join("br1", "person:p9")])).toBe("NotFunctional")
  })

  it("F-03 a building committee is founded by 9 of about 400 enterprises", () => {
    const commands = [
      ...district(1),
      establish("bc", "building-committee", { under: "st", within: "b0" }),
      ...range(400, (i) => establish(`e${i}`, "enterprise", { within: "b0" })),
      ...range(9, (i) => join("bc", `e${i * 7}`, "founder"))
    ]
    const view = on(today, commands)
    const founders = Relation.participants(view, unit("bc"))
    expect(founders.map(({ member }) => ("unit" in member ? member.unit : ""))).toEqual(
      range(9, (i) => `e${i * 7}`).toSorted()
    )
    const share = DefinedRate.make(
      Text.of("创始单位占比"),
      { on: today },
      founders.length,
      Tenants.of(view, unit("b0")).length
    )
    expect(Share.percent(share, 2)).toBe("2.25")
    expect(Relation.takesPartIn(view, { unit: unit("e7") })).toEqual(["bc"])
    // Founding a committee together is not a branch of one's own.
    expect(Coverage.of(view).nominal.numerator).toBe(0)
  })
})

describe("alliances", () => {
  const members = ["community", "centre", "plaza", "kaiyuan"]
  const allied = [
    ...district(1),
    establish("community", "community-committee", { under: "st", within: "r" }),
    establish("centre", "station", { within: "r" }),
    establish("plaza", "operator", { within: "r" }),
    establish("kaiyuan", "property-company", { within: "r" }),
    establish("br", "branch", { under: "community" }),
    affiliate("p0", "br")
  ]

  it("P-16 an alliance is led by one of its members and may declare more than it names", () => {
    const view = on(today, [...allied, alliance("six", members, 6)])
    expect(Relation.alliance(view, allianceId("six"))).toMatchObject({ lead: "community", members: members.toSorted() })
    expect(
      Relation.alliances(view).map(({ alliance: { origin }, members: named }) => [origin.declaredSize, named.length])
    ).toEqual([[6, 4]])
    expect(Relation.alliancesOf(view, unit("plaza"))).toEqual(["six"])
  })

  it("F-19 an alliance across lines changes neither who stands under whom nor any figure", () => {
    const before = after(allied)
    const apart = View.of(structure, before, today)
    const together = View.of(
      structure,
      after([alliance("six", members), alliance("two", ["br", "plaza"])], structure, before),
      today
    )
    expect(Relation.alliancesOf(together, unit("br"))).toEqual(["two"])
    for (const { id } of View.units(apart)) {
      for (const line of ["command", "location"] as const) {
        expect(View.path(together, line, id)).toEqual(View.path(apart, line, id))
        expect(View.descendants(together, line, id)).toEqual(View.descendants(apart, line, id))
      }
      expect(Figure.members(together, id)).toEqual(Figure.members(apart, id))
    }
    expect(Coverage.of(together)).toEqual(Coverage.of(apart))
  })
})

describe("guidance", () => {
  it("A-13 a guide is no superior, and is found from both ends", () => {
    const view = on(today, [
      ...district(1),
      establish("cc", "comprehensive-committee", { under: "st", within: "cl" }),
      establish("br", "branch", { under: "st" }),
      guide("cc", "br", "业务指导"),
      guide("dc", "br", "市级指导")
    ])
    expect(View.superior(view, "command", unit("br"))).toBe("st")
    expect(Relation.guides(view, unit("br")).map(({ guide: by, purpose }) => [by, purpose])).toEqual([
      [{ unit: "cc" }, "业务指导"],
      [{ unit: "dc" }, "市级指导"]
    ])
    expect(Relation.guidedBy(view, { unit: unit("cc") })).toEqual([{ unit: "br", purpose: "业务指导" }])
  })
})

describe("branches and what they are formed of", () => {
  const firms = [...district(1), ...range(3, (i) => establish(`e${i}`, "enterprise", { within: "b0" }))]

  it("R1-9 one unit covers several enterprises, and is single-built from the day it covers one", () => {
    const commands = [
      ...firms,
      found("j", ["e0", "e1"]),
      {
        _tag: "ReorganiseBranch",
        branch: unit("j"),
        formation: "single",
        enterprises: [unit("e0")],
        from: day(10)
      } as const
    ]
    const told = (date: number) => {
      const view = on(day(date), commands)
      return [
        Relation.formation(view, unit("j")),
        Relation.coveredBy(view, unit("j")),
        Relation.coveringBranch(view, unit("e1"))
      ]
    }
    expect(told(9)).toEqual(["joint", ["e0", "e1"], "j"])
    expect(told(10)).toEqual(["single", ["e0"], undefined])
  })

  it("R1-9 the enterprise that leaves a joint branch may found its own, and is covered all the while", () => {
    const commands = [
      ...firms,
      found("j", ["e0", "e1", "e2"]),
      {
        _tag: "ReorganiseBranch",
        branch: unit("j"),
        formation: "joint",
        enterprises: [unit("e0"), unit("e1")],
        from: day(10)
      } as const,
      found("own", ["e2"], { from: day(10) })
    ]
    const covering = (date: number) => Relation.coveringBranch(on(day(date), commands), unit("e2"))
    expect([covering(9), covering(10)]).toEqual(["j", "own"])
  })
})

describe("a chat group bound to a node of the tree", () => {
  it("N-17 what is posted in a chat group is traced to the micro-grid it served that day", () => {
    const state = after([
      ...district(1),
      establish("g0", "micro-grid", { within: "b0" }),
      establish("g1", "micro-grid", { within: "b0" }),
      bind("g0", "owners"),
      { _tag: "UnbindChatGroup", unit: unit("g0"), on: day(10) },
      bind("g1", "owners", day(12))
    ])
    const served = (date: number) => Search.byChatGroup(state, day(date), "wechat", "owners")
    expect([0, 9, 10, 12].map(served)).toEqual(["g0", "g0", undefined, "g1"])
    expect(Search.byChatGroup(state, today, "dingtalk", "owners")).toBe(undefined)
    expect(Relation.chatGroup(View.of(structure, state, today), unit("g1"))).toEqual({
      channel: "wechat",
      group: "owners"
    })
  })
})

describe("names and identifiers on a date", () => {
  const known = [
    ...district(1),
    establish("e", "enterprise", { within: "b0" }),
    { _tag: "AttachIdentifier", unit: unit("e"), scheme: "legacy", value: "77", from: day(0) },
    { _tag: "AttachIdentifier", unit: unit("e"), scheme: "uscc", value: "91420106MA4K0AB180", from: day(5) },
    { _tag: "DetachIdentifier", unit: unit("e"), scheme: "legacy", value: "77", on: day(10) },
    { _tag: "AddAlias", unit: unit("e"), alias: "楼联汇", sort: "brand", from: day(3), to: day(8) }
  ] as const

  it("R1-11 a unit has several identifiers, each with its days, and is found by any that holds", () => {
    const schemes = (date: number) => Relation.identifiers(on(day(date), known), unit("e")).map(({ scheme }) => scheme)
    expect([0, 5, 10].map(schemes)).toEqual([["legacy"], ["legacy", "uscc"], ["uscc"]])
    const state = after(known)
    expect([9, 10].map((date) => Search.byIdentifier(state, day(date), "legacy", "77"))).toEqual(["e", undefined])
    expect(Search.byIdentifier(state, day(10), "uscc", "91420106MA4K0AB180")).toBe("e")
  })

  it("R1-12 other names hold on their days", () => {
    const names = (date: number) => Relation.aliases(on(day(date), known), unit("e")).map(({ text }) => text)
    expect([2, 3, 7, 8].map(names)).toEqual([[], ["楼联汇"], ["楼联汇"], []])
  })
})
