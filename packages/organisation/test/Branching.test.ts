import type { CivilDate } from "@louyu/kernel"
import { type Command, Relation, View } from "@louyu/organisation"
import { describe, expect, it } from "vitest"
import { dissolve, facts, failure, reclassify } from "./scene.ts"
import { affiliate, counts, day, district, establish, found, join, on, person, range, unit } from "./town.ts"

const town = [
  ...district(1),
  establish("cc", "comprehensive-committee", { under: "st", within: "cl" }),
  ...range(8, (i) => establish(`e${i}`, "enterprise", { within: "b0" }))
]

const formedAs = (formation: "single" | "joint", command: Command.Command): Command.Command =>
  command._tag === "FormBranch" ? { ...command, formation } : command

const reorganise = (id: string, enterprises: ReadonlyArray<string>, from: CivilDate.CivilDate): Command.Command => {
  const [first = "", ...others] = enterprises
  return {
    _tag: "ReorganiseBranch",
    branch: unit(id),
    formation: others.length === 0 ? "single" : "joint",
    enterprises: [unit(first), ...others.map(unit)],
    from
  }
}

describe("founding branches", () => {
  it("P-09 a single branch is founded by one enterprise with three full members, not with two", () => {
    expect(facts(town, found("br", ["e0"], { full: 3 })).map((fact) => fact._tag)).toEqual([
      "UnitEstablished",
      "MemberCountsSet",
      "EnterpriseCovered"
    ])
    expect(failure(town, found("br", ["e0"], { full: 2 }))).toMatchObject({
      _tag: "BranchTooSmall",
      branch: "br",
      fullMembers: 2,
      minimum: 3
    })
  })

  it("P-09 a joint branch is founded by two to five enterprises, not by one or six", () => {
    const joint = (count: number) =>
      found(
        "br",
        range(count, (i) => `e${i}`),
        { full: 3 }
      )
    expect([2, 5].map((count) => facts(town, joint(count)).length)).toEqual([4, 7])
    expect(failure(town, joint(6))).toMatchObject({ _tag: "EnterpriseCountRejected", count: 6, minimum: 2, maximum: 5 })
    const one = formedAs("joint", found("br", ["e0"]))
    expect(failure(town, one)).toMatchObject({ _tag: "EnterpriseCountRejected", formation: "joint", count: 1 })
    expect(failure(town, found("br", ["e0", "e0"]))).toMatchObject({ count: 1 })
    const alone = formedAs("single", found("br", ["e0", "e1"]))
    expect(failure(town, alone)).toMatchObject({ formation: "single", count: 2, maximum: 1 })
  })

  it("P-09 nothing of a branch that is refused remains, neither unit nor members", () => {
    const other = found("other", ["e1"])
    expect(failure([...town, other], found("br", ["e0", "e1"]))).toMatchObject({
      _tag: "AlreadyCovered",
      enterprise: "e1",
      branch: "other"
    })
    expect(View.unit(on(day(0), [...town, other]), unit("br"))).toBeUndefined()
  })

  it("P-09 only enterprises found branches, and a functional body covers nobody", () => {
    expect(failure(town, found("br", ["b0"]))).toMatchObject({ _tag: "WrongArchetype", archetype: "building" })
    expect(failure(town, found("fb", ["e0"], { kind: "temporary-branch" }))).toMatchObject({
      _tag: "FunctionalHoldsNoMembers",
      unit: "fb"
    })
    expect(failure(town, found("d", ["e0"], { kind: "general-branch", under: "st", full: 1 }))).toMatchObject({
      _tag: "BranchTooSmall"
    })
  })

  it("P-09 founded once more is no news; for other enterprises it is another branch", () => {
    const branch = found("br", ["e0", "e1"])
    expect(facts([...town, branch], branch)).toEqual([])
    expect(facts([...town, branch, dissolve("e1", day(9))], branch)).toEqual([])
    expect(failure([...town, branch], found("br", ["e0", "e2"]))).toMatchObject({ _tag: "UnitExists", unit: "br" })
  })

  it("P-09 a branch that falls below what founding asked for lives on", () => {
    const branch = [...town, found("br", ["e0", "e1"])]
    expect(facts(branch, counts("br", 1, 0, day(5)))).toHaveLength(1)
    const alone = [...branch, counts("br", 1, 0, day(5)), dissolve("e0", day(6))]
    const view = on(day(7), alone)
    expect(View.unit(view, unit("br"))?.id).toBe("br")
    expect(Relation.coveredBy(view, unit("br"))).toEqual(["e1"])
  })
})

describe("reorganising branches", () => {
  const joint = [...town, found("br", ["e0", "e1", "e2"], { full: 5 })]

  it("R1-9 a joint branch becomes single, and single joint, each from its day on", () => {
    const changed = [...joint, reorganise("br", ["e0"], day(5)), reorganise("br", ["e0", "e3"], day(9))]
    const seen = [4, 5, 9].map((n) => {
      const view = on(day(n), changed)
      return [Relation.formation(view, unit("br")), Relation.coveredBy(view, unit("br"))]
    })
    expect(seen).toEqual([
      ["joint", ["e0", "e1", "e2"]],
      ["single", ["e0"]],
      ["joint", ["e0", "e3"]]
    ])
    expect(facts(changed, reorganise("br", ["e0"], day(5)))).toEqual([])
    expect(facts(changed, reorganise("br", ["e3", "e0"], day(9)))).toEqual([])
  })

  it("R1-9 an enterprise that left a joint branch may found its own from the same day on, not before", () => {
    const left = [...joint, reorganise("br", ["e1", "e2"], day(5))]
    expect(facts(left, found("own", ["e0"], { from: day(5) }))).toHaveLength(3)
    expect(failure(left, found("own", ["e0"], { from: day(4) }))).toMatchObject({ _tag: "AlreadyCovered", on: day(4) })
  })

  it("R1-9 reorganising asks for the same as founding", () => {
    const shrunk = [...joint, counts("br", 2, 0, day(3))]
    expect(failure(shrunk, reorganise("br", ["e0"], day(5)))).toMatchObject({ _tag: "BranchTooSmall", fullMembers: 2 })
    const six = range(6, (i) => `e${i}`)
    expect(failure(joint, reorganise("br", six, day(5)))).toMatchObject({ _tag: "EnterpriseCountRejected", count: 6 })
    expect(failure(joint, reorganise("e0", ["e1"], day(5)))).toMatchObject({ _tag: "WrongArchetype", unit: "e0" })
  })

  it("R1-9 where no number is stated, the full members at home in the branch count", () => {
    const homes = (full: number) => [
      ...town,
      establish("br", "branch", { under: "st" }),
      ...range(full, (i) => affiliate(`p${i}`, "br")),
      affiliate("novice", "br", "probationary")
    ]
    expect(failure(homes(2), reorganise("br", ["e0"], day(5)))).toMatchObject({ fullMembers: 2, minimum: 3 })
    expect(facts(homes(3), reorganise("br", ["e0"], day(5)))).toHaveLength(2)
  })

  it("R1-9 a branch that will be functional by then covers nobody new", () => {
    const planned = [
      ...town,
      establish("br", "branch", { under: "st" }),
      ...range(3, (i) => affiliate(`p${i}`, "br")),
      ...range(3, (i): Command.Command => ({ _tag: "EndMembership", person: person(`p${i}`), on: day(20) })),
      reclassify("br", day(20), { nature: "functional" })
    ]
    expect(failure(planned, reorganise("br", ["e0"], day(5)))).toMatchObject({
      _tag: "FunctionalHoldsNoMembers",
      on: day(20)
    })
  })
})

describe("other formations", () => {
  it("W-22 a branch of a chamber of commerce joins as many sole traders as its kind allows, and no more", () => {
    const market = [...town, ...range(9, (i) => establish(`s${i}`, "sole-trader", { within: "b0" }))]
    const traders = (count: number) =>
      found(
        "ch",
        range(count, (i) => `s${i}`),
        { kind: "chamber-branch" }
      )
    expect(facts(market, traders(8))).toHaveLength(10)
    expect(failure(market, traders(9))).toMatchObject({ _tag: "EnterpriseCountRejected", maximum: 8 })
    const ordinary = found(
      "br",
      range(8, (i) => `s${i}`)
    )
    expect(failure(market, ordinary)).toMatchObject({ maximum: 5 })
  })

  it("F-03 a building committee is founded with nine enterprises as its members, none of which leaves its branch", () => {
    const many = range(12, (i) => establish(`f${i}`, "enterprise", { within: "b0" }))
    const own = found("br", ["f0"])
    const committee = establish("bc", "building-committee", { under: "cc", within: "b0", from: day(3) })
    const founders = range(9, (i) => join("bc", `f${i}`, "创始单位", day(3)))
    const view = on(day(3), [...town, ...many, own, committee, ...founders])
    expect(Relation.participantsByOrigin(view, unit("bc"))).toEqual(new Map([["创始单位", 9]]))
    expect(Relation.coveringBranch(view, unit("f0"))).toBe("br")
    expect(Relation.takesPartIn(view, { unit: unit("f9") })).toEqual([])
    expect(failure([...town, ...many], join("bc", "f0", "创始单位", day(3)))).toMatchObject({ _tag: "UnitNotFound" })
  })
})
