import { type CivilDate, Text, Timeline } from "@louyu/kernel"
import { type Command, Relation, State, Structure, View } from "@louyu/organisation"
import { describe, expect, it } from "vitest"
import { facts, failure, reclassify, relocate } from "./scene.ts"
import { affiliate, after, assign, counts, day, district, establish, found, join, on, structure, unit } from "./town.ts"

const kind = (id: string) => ({ kind: Structure.KindId.make(id) })

const town = [
  ...district(1),
  establish("cc", "comprehensive-committee", { under: "st", within: "cl" }),
  establish("br", "branch", { under: "cc", within: "b0" }),
  establish("fb", "good-neighbour-branch", { under: "cc", within: "b0" }),
  establish("e1", "enterprise", { within: "b0" }),
  establish("e2", "enterprise", { within: "b0" })
]

const rename = (id: string, zh: string, from: CivilDate.CivilDate): Command.Command => ({
  _tag: "RenameUnit",
  unit: unit(id),
  name: Text.of(zh),
  from
})

describe("names", () => {
  it("R1-12 a new name holds from its day on; the old one stays on its days", () => {
    const renamed = [...town, rename("e1", "新名", day(5)), rename("e1", "更新名", day(9))]
    const names = [4, 5, 8, 9].map((n) => View.name(on(day(n), renamed), unit("e1"))?.zh)
    expect(names).toEqual(["e1", "新名", "新名", "更新名"])
  })

  it("R1-12 a name planned for later stays planned when an earlier change becomes known", () => {
    const planned = [...town, rename("e1", "将来名", day(20)), rename("e1", "新名", day(5))]
    expect([5, 19, 20].map((n) => View.name(on(day(n), planned), unit("e1"))?.zh)).toEqual(["新名", "新名", "将来名"])
    expect(facts(planned, rename("e1", "新名", day(5)))).toEqual([])
  })

  it("R1-12 other names are kept by sort and days, and told again are no news", () => {
    const alias = (to: CivilDate.CivilDate): Command.Command => ({
      _tag: "AddAlias",
      unit: unit("e1"),
      alias: "旧名",
      sort: "former",
      from: day(0),
      to
    })
    const aliased = [...town, alias(day(9))]
    expect(Relation.aliases(on(day(8), aliased), unit("e1")).map(({ text, sort }) => [text, sort])).toEqual([
      ["旧名", "former"]
    ])
    expect(Relation.aliases(on(day(9), aliased), unit("e1"))).toEqual([])
    expect(facts(aliased, alias(day(6)))).toEqual([])
    expect(facts(aliased, alias(day(12)))).toHaveLength(1)
  })
})

describe("what a unit is", () => {
  it("P-13 a comprehensive committee goes from nominal to substantive operation on a day", () => {
    const status = (option: string) => ({ classes: { "operating-status": option } })
    const state = after([
      ...town,
      reclassify("cc", day(0), status("nominal")),
      reclassify("cc", day(12), status("substantive"))
    ])
    const days = State.unit(state, unit("cc"))?.classes["operating-status"] ?? []
    expect([0, 11, 12].map((n) => Timeline.at(days, day(n)))).toEqual(["nominal", "nominal", "substantive"])
    expect(View.nature(View.of(structure, state, day(12)), unit("cc"))).toBe("functional")
  })

  it("R1-7 answers change one by one, each up to what is planned for it", () => {
    const planned = [...town, reclassify("cc", day(9), { classes: { scope: "building" } })]
    const command = reclassify("cc", day(3), { classes: { scope: "cluster", "operating-status": "nominal" } })
    expect(facts(planned, command)).toEqual([
      { _tag: "UnitReclassified", unit: "cc", classes: { scope: "cluster" }, from: day(3), to: day(9) },
      { _tag: "UnitReclassified", unit: "cc", classes: { "operating-status": "nominal" }, from: day(3) }
    ])
    expect(facts([...planned, command], command)).toEqual([])
  })

  it("R1-7 a classification or an answer the structure does not have is refused with those it has", () => {
    expect(failure(town, reclassify("cc", day(3), { classes: { colour: "red" } }))).toMatchObject({
      _tag: "ClassificationUnknown",
      classification: "colour",
      known: []
    })
    expect(failure(town, reclassify("cc", day(3), { classes: { "operating-status": "asleep" } }))).toMatchObject({
      known: ["nominal", "substantive"]
    })
  })

  it("R1-8 a body that holds members, counts or enterprises cannot become functional, today or on a later day", () => {
    const functional = reclassify("br", day(5), { nature: "functional" })
    const cases: ReadonlyArray<readonly [ReadonlyArray<Command.Command>, CivilDate.CivilDate]> = [
      [[affiliate("p1", "br", "full", day(8))], day(8)],
      [[counts("br", 3, 0, day(7))], day(7)],
      [[counts("br", 3), found("own", ["e1"])], day(5)]
    ]
    for (const [held, date] of cases) {
      expect(failure([...town, ...held], functional)).toMatchObject({ _tag: "FunctionalHoldsNoMembers", on: date })
    }
    expect(facts(town, functional)).toHaveLength(1)
  })

  it("R1-8 a body in which others take part cannot become an entity", () => {
    const joined = [...town, join("fb", "e1", undefined, day(3))]
    expect(failure(joined, reclassify("fb", day(1), { nature: "entity" }))).toMatchObject({
      _tag: "NotFunctional",
      unit: "fb",
      on: day(3)
    })
  })

  it("R1-8 what a unit holds has to suit its new kind on every day it holds it", () => {
    const covered = [...town, found("own", ["e1"])]
    expect(failure(covered, reclassify("e1", day(5), kind("property-company")))).toMatchObject({
      _tag: "WrongArchetype",
      unit: "e1",
      archetype: "propertyCompany",
      on: day(5)
    })
    const gridded = [
      ...town,
      establish("mg", "micro-grid", { within: "b0" }),
      establish("f", "floor", { within: "b0" })
    ]
    const assigned = [...gridded, assign("mg", ["f"], day(4))]
    expect(failure(assigned, reclassify("mg", day(2), kind("site")))).toMatchObject({ unit: "mg", on: day(4) })
    expect(failure(assigned, reclassify("f", day(2), kind("micro-grid")))).toMatchObject({ unit: "f", on: day(4) })
    expect(facts(gridded, reclassify("mg", day(2), kind("site")))).toHaveLength(1)
  })

  it("R1-14 a new kind has to fit above and below, on every day", () => {
    expect(failure(town, reclassify("cc", day(5), kind("branch")))).toMatchObject({
      _tag: "SuperiorRejected",
      unit: "fb",
      superior: "cc"
    })
    expect(failure(town, reclassify("br", day(5), kind("street-committee")))).toMatchObject({
      unit: "br",
      superior: "cc"
    })
    expect(failure(town, reclassify("br", day(5), kind("mystery")))).toMatchObject({ _tag: "KindUnknown" })
  })

  it("H-05 a site that becomes a commercial district must not have two comprehensive committees by then", () => {
    const park = [
      ...town,
      establish("p", "park", { within: "r" }),
      establish("c2", "comprehensive-committee", { under: "st", within: "p" }),
      establish("c3", "comprehensive-committee", { under: "st" }),
      relocate("c3", "p", day(9))
    ]
    expect(failure(park, reclassify("p", day(5), kind("commercial-district")))).toMatchObject({
      _tag: "OnePerPlace",
      place: "p",
      on: day(9)
    })
    const left = [...park, relocate("c2", undefined, day(9))]
    expect(facts(left, reclassify("p", day(5), kind("commercial-district")))).toHaveLength(1)
  })
})
