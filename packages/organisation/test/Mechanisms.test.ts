import { Period, Timeline } from "@louyu/kernel"
import { Organisation, type OrganisationError, Relation, State, Structure, View } from "@louyu/organisation"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import type { Command } from "../src/Command.ts"
import { after, counts, day, district, establish, on, person, refusal, structure, unit } from "./town.ts"

const move = (id: string, under: string | undefined, from = day(10)): Command => ({
  _tag: "MoveUnit",
  unit: unit(id),
  from,
  ...(under === undefined ? {} : { under: unit(under) })
})

const branchKind = Structure.KindId.make("branch")

const decide = (commands: ReadonlyArray<Command>, last: Command) =>
  Organisation.decider(structure).decide(after(commands), last, undefined)

const failure = (commands: ReadonlyArray<Command>, last: Command): OrganisationError.OrganisationError => {
  const decided = decide(commands, last)
  if (Result.isSuccess(decided)) throw new Error("the command was accepted")
  return decided.failure
}

describe("a building as a community", () => {
  const town = [...district(1), establish("residents", "residents-committee", { under: "st", within: "b0" })]

  it("H-02 a building is a place and a unit of governance at once: it lies in a cluster and stands under a street", () => {
    const view = on(day(1), town)
    expect(View.path(view, "location", unit("b0"))).toEqual(["r", "cl", "b0"])
    expect(View.path(view, "command", unit("b0"))).toEqual(["dc", "st", "b0"])
    expect(View.isAbove(view, "command", unit("st"), unit("b0"))).toBe(true)
    expect(View.isAbove(view, "location", unit("st"), unit("b0"))).toBe(false)
  })

  it("P-12 a building has bodies like those of a community, in it and under the street", () => {
    const view = on(day(1), town)
    expect(View.childrenOf(view, "location", unit("b0"), { archetype: "council" })).toEqual(["residents"])
    expect(View.superior(view, "command", unit("residents"))).toBe("st")
  })

  it("R1-2 several hierarchies run over the same units, and a move on one leaves the other alone", () => {
    const before = on(day(1), town)
    const moved = on(day(20), [
      ...town,
      establish("cd", "commercial-district", { within: "r" }),
      { _tag: "RelocateUnit", unit: unit("b0"), within: unit("cd"), from: day(10) }
    ])
    expect(View.superior(moved, "location", unit("b0"))).toBe("cd")
    expect(View.superior(moved, "command", unit("b0"))).toBe(View.superior(before, "command", unit("b0")))
  })
})

describe("bodies of every scope", () => {
  it("H-05 a commercial district, too, has one comprehensive committee, and its scope is told", () => {
    const town = [
      ...district(0),
      establish("cd", "commercial-district", { within: "r" }),
      establish("cc", "comprehensive-committee", { under: "st", within: "cd" }),
      {
        _tag: "ReclassifyUnit",
        unit: unit("cc"),
        from: day(0),
        classes: { scope: "commercial-district" }
      } satisfies Command
    ]
    const state = after(town)
    expect(Timeline.at(State.unit(state, unit("cc"))?.classes.scope ?? [], day(1))).toBe("commercial-district")
    expect(refusal([...town, establish("cc2", "comprehensive-committee", { under: "st", within: "cd" })])).toBe(
      "OnePerPlace"
    )
  })

  it("H-07 a community committee is a body of its own, under the street, that can lead others", () => {
    const view = on(day(1), [
      ...district(1),
      establish("community", "community-committee", { under: "st", within: "r" }),
      establish("branch", "branch", { under: "community", within: "b0" })
    ])
    expect(View.path(view, "command", unit("branch"))).toEqual(["dc", "st", "community", "branch"])
    expect(View.childrenOf(view, "command", unit("community"), { archetype: "branch" })).toEqual(["branch"])
  })

  it("D-03 district guides, street leads, building manages, many take part: four relations, none in the place of another", () => {
    const view = on(day(1), [
      ...district(1),
      establish("committee", "building-committee", { under: "st", within: "b0" }),
      establish("property", "property-company", { within: "b0" }),
      { _tag: "BeginGuidance", guide: { unit: unit("dc") }, unit: unit("committee"), purpose: "guide", from: day(0) },
      { _tag: "JoinBody", body: unit("committee"), member: { unit: unit("property") }, from: day(0) }
    ])
    expect(Relation.guides(view, unit("committee"))).toEqual([{ guide: { unit: "dc" }, purpose: "guide" }])
    expect(View.superior(view, "command", unit("committee"))).toBe("st")
    expect(View.superior(view, "location", unit("committee"))).toBe("b0")
    expect(Relation.participants(view, unit("committee"))).toEqual([{ member: { unit: "property" } }])
  })

  it("F-10 union and women's federations of a building stand beside the Party tree, led by a Party body", () => {
    const town = [
      ...district(1),
      establish("committee", "building-committee", { under: "st", within: "b0" }),
      establish("union", "trade-union", { under: "committee", within: "b0" }),
      establish("women", "womens-federation", { under: "committee", within: "b0" })
    ]
    const view = on(day(1), town)
    expect(View.childrenOf(view, "command", unit("committee"), { archetype: "massOrganisation" })).toEqual([
      "union",
      "women"
    ])
    expect(failure(town, counts("union", 5))._tag).toBe("WrongArchetype")
    expect(refusal([...town, establish("loose", "trade-union", { under: "b0" })])).toBe("SuperiorRejected")
  })
})

describe("levels, lives and classes", () => {
  it("R1-3 a level that may be skipped may be missing; one that may not is asked for; a superior stands above", () => {
    const town = district(1)
    expect(refusal([...town, establish("x", "branch", { under: "st" })])).toBe("accepted")
    expect(refusal([...town, establish("x", "branch", { under: "dc" })])).toBe("SuperiorRejected")
    const skipped = failure(town, establish("x", "branch", { under: "dc" }))
    expect(skipped).toMatchObject({ reason: "skipped", superior: "dc", line: "command" })
    const upside = failure(
      [...town, establish("x", "branch", { under: "st" })],
      establish("y", "street-committee", { under: "x" })
    )
    expect(upside).toMatchObject({ reason: "level" })
  })

  it("R1-5 a unit opens and closes on known days, and nothing holds of it outside them", () => {
    const town = [...district(0), establish("x", "branch", { under: "st", from: day(2), to: day(8) })]
    expect(View.unit(on(day(1), town), unit("x"))).toBeUndefined()
    expect(View.unit(on(day(2), town), unit("x"))?.id).toBe("x")
    expect(View.unit(on(day(8), town), unit("x"))).toBeUndefined()
    expect(View.children(on(day(8), town), "command", unit("st"))).toEqual([])
    expect(failure(town, { _tag: "RenameUnit", unit: unit("x"), name: { zh: "新名" }, from: day(8) })._tag).toBe(
      "UnitNotAlive"
    )
  })

  it("R1-7 every answer to a classification is one the structure has, and holds from a date", () => {
    const town = [...district(1), establish("cc", "comprehensive-committee", { under: "st", within: "cl" })]
    const answer = (option: string, from = day(5)): Command => ({
      _tag: "ReclassifyUnit",
      unit: unit("cc"),
      from,
      classes: { "operating-status": option }
    })
    const state = after([...town, answer("nominal", day(0)), answer("substantive")])
    const days = State.unit(state, unit("cc"))?.classes["operating-status"] ?? []
    expect([Timeline.at(days, day(4)), Timeline.at(days, day(5))]).toEqual(["nominal", "substantive"])
    expect(failure(town, answer("asleep"))).toMatchObject({
      _tag: "ClassificationUnknown",
      known: ["nominal", "substantive"]
    })
  })

  it("R1-14 a move that closes a circle is refused, also one that closes it only on a day to come", () => {
    const town = [
      establish("d1", "department"),
      establish("d2", "department", { under: "d1" }),
      establish("d3", "department")
    ]
    expect(failure(town, move("d1", "d2"))).toMatchObject({ _tag: "CycleRejected", on: day(10) })
    const planned = [...town, move("d3", "d2", day(30))]
    expect(failure(planned, move("d1", "d3", day(10)))).toMatchObject({ _tag: "CycleRejected", on: day(30) })
    expect(refusal([...town, move("d1", "d3", day(10))])).toBe("accepted")
  })
})

describe("merging and splitting", () => {
  const joint: ReadonlyArray<Command> = [
    ...district(1),
    ...["e1", "e2", "e3"].map((id) => establish(id, "enterprise", { within: "b0" })),
    {
      _tag: "FormBranch",
      unit: unit("joint"),
      kind: branchKind,
      name: { zh: "联合党支部" },
      under: unit("st"),
      from: day(0),
      formation: "joint",
      enterprises: [unit("e1"), unit("e2"), unit("e3")],
      memberCounts: { full: 9, probationary: 1 }
    },
    { _tag: "AffiliateMember", person: person("p-1"), branch: unit("joint"), standing: "full", from: day(1) },
    { _tag: "AffiliateMember", person: person("p-2"), branch: unit("joint"), standing: "full", from: day(1) }
  ]

  it("R1-6 P-09 a joint branch lets an enterprise go with its members; nobody is lost, and the trace remains", () => {
    const split: Command = {
      _tag: "SplitUnit",
      unit: unit("joint"),
      on: day(10),
      parts: [
        {
          unit: unit("own"),
          kind: branchKind,
          name: { zh: "单建党支部" },
          formation: "single",
          enterprises: [unit("e1")],
          members: [person("p-1")],
          memberCounts: { full: 4, probationary: 0 }
        }
      ]
    }
    const view = on(day(10), [...joint, split])
    expect(Relation.coveredBy(view, unit("own"))).toEqual(["e1"])
    expect(Relation.coveredBy(view, unit("joint"))).toEqual(["e2", "e3"])
    expect(Relation.home(view, person("p-1"))?.branch).toBe("own")
    expect(Relation.home(view, person("p-2"))?.branch).toBe("joint")
    expect(Timeline.at(State.unit(view.state, unit("joint"))?.counts ?? [], day(10))).toEqual({
      full: 5,
      probationary: 1
    })
    expect(View.superior(view, "command", unit("own"))).toBe("st")
    expect(Relation.successions(view, unit("own"))).toMatchObject([
      { sort: "split", before: ["joint"], after: ["own"] }
    ])
    expect(Relation.coveredBy(on(day(9), [...joint, split]), unit("joint"))).toEqual(["e1", "e2", "e3"])
  })

  it("R1-6 a merged unit leaves everything that was its to its successor, and cannot be closed with anything left", () => {
    const town: ReadonlyArray<Command> = [...joint, establish("heir", "branch", { under: "st" })]
    expect(failure(town, { _tag: "DissolveUnit", unit: unit("joint"), on: day(10) })).toMatchObject({
      _tag: "HasDependants",
      relation: "members",
      count: 2
    })
    const view = on(day(10), [...town, { _tag: "MergeUnits", units: [unit("joint")], into: unit("heir"), on: day(10) }])
    expect(View.unit(view, unit("joint"))).toBeUndefined()
    expect(Relation.members(view, unit("heir")).map((one) => one.person)).toEqual(["p-1", "p-2"])
    expect(Relation.coveredBy(view, unit("heir"))).toEqual(["e1", "e2", "e3"])
    expect(Relation.formation(view, unit("heir"))).toBe("joint")
    expect(Timeline.at(State.unit(view.state, unit("heir"))?.counts ?? [], day(10))).toEqual({
      full: 9,
      probationary: 1
    })
    expect(Period.contains(State.unit(view.state, unit("joint"))?.life ?? { from: day(0) }, day(10))).toBe(false)
  })
})
