import { type CivilDate, Timeline } from "@louyu/kernel"
import { type Command, Figure, Relation, State, Structure, View } from "@louyu/organisation"
import { describe, expect, it } from "vitest"
import { dissolve, facts, failure, reclassify } from "./scene.ts"
import { affiliate, after, counts, day, district, establish, join, on, person, structure, unit } from "./town.ts"

const town = [
  ...district(1),
  establish("cc", "comprehensive-committee", { under: "st", within: "cl" }),
  establish("br", "branch", { under: "cc", within: "b0" }),
  establish("b2", "branch", { under: "st", from: day(0) }),
  establish("fb", "good-neighbour-branch", { under: "cc", within: "b0" }),
  establish("e1", "enterprise", { within: "b0" })
]

const leave = (body: string, who: string, date: CivilDate.CivilDate): Command.Command => ({
  _tag: "LeaveBody",
  body: unit(body),
  member: { person: person(who) },
  on: date
})

const end = (who: string, date: CivilDate.CivilDate): Command.Command => ({
  _tag: "EndMembership",
  person: person(who),
  on: date
})

const joinPerson = (who: string, from: CivilDate.CivilDate, to?: CivilDate.CivilDate): Command.Command => ({
  _tag: "JoinBody",
  body: unit("fb"),
  member: { person: person(who) },
  origin: "楼宇",
  from,
  ...(to === undefined ? {} : { to })
})

describe("one home", () => {
  it("P-08 a person has one home branch on every day: a new one ends the one before", () => {
    const members = [...town, affiliate("p1", "br"), affiliate("p1", "b2", "full", day(5))]
    const homes = [0, 4, 5, 50].map((n) => Relation.home(on(day(n), members), person("p1"))?.branch)
    expect(homes).toEqual(["br", "br", "b2", "b2"])
    expect(Relation.members(on(day(5), members), unit("br"))).toEqual([])
  })

  it("P-08 a probationary member who becomes a full one keeps the days as probationary, told once or twice", () => {
    const promoted = [...town, affiliate("p1", "br", "probationary"), affiliate("p1", "br", "full", day(9))]
    const standing = [8, 9].map((n) => Relation.home(on(day(n), promoted), person("p1"))?.standing)
    expect(standing).toEqual(["probationary", "full"])
    expect(facts(promoted, affiliate("p1", "br", "probationary"))).toEqual([])
    expect(facts(promoted, affiliate("p1", "br", "full", day(9)))).toEqual([])
  })

  it("P-08 membership ends on a day, and ending it again is no news, also when another home has begun later", () => {
    const ended = [...town, affiliate("p1", "br"), end("p1", day(5)), affiliate("p1", "b2", "full", day(8))]
    const homes = [4, 5, 8].map((n) => Relation.home(on(day(n), ended), person("p1"))?.branch)
    expect(homes).toEqual(["br", undefined, "b2"])
    expect(facts(ended, end("p1", day(5)))).toEqual([])
    expect(facts(ended, end("p1", day(8)))).toHaveLength(1)
    expect(failure(town, end("p9", day(5)))).toMatchObject({ _tag: "RelationNotFound", of: "p9" })
  })

  it("P-08 membership ends with the branch, when its last day is known", () => {
    const closing = [...town, establish("old", "branch", { under: "st", to: day(6) }), affiliate("p1", "old")]
    expect(Relation.home(on(day(5), closing), person("p1"))?.branch).toBe("old")
    expect(Relation.home(on(day(6), closing), person("p1"))).toBeUndefined()
  })
})

describe("functional bodies", () => {
  it("P-08 taking part in a good-neighbour branch leaves home, counts and figures as they are, on every day", () => {
    const members = [...town, affiliate("p1", "br"), affiliate("p2", "b2"), counts("b2", 9, 1)]
    const joined = [...members, joinPerson("p1", day(2)), joinPerson("p2", day(3)), join("fb", "e1", "物业")]
    for (const n of [0, 2, 3, 30]) {
      const [before, view] = [on(day(n), members), on(day(n), joined)]
      for (const who of ["p1", "p2"]) {
        expect(Relation.home(view, person(who))).toEqual(Relation.home(before, person(who)))
      }
      for (const body of ["st", "cc", "br", "b2", "fb"]) {
        expect(Figure.members(view, unit(body))).toEqual(Figure.members(before, unit(body)))
      }
    }
    expect(Relation.participants(on(day(3), joined), unit("fb"))).toHaveLength(3)
  })

  it("P-08 somebody takes part in any number of bodies, each on its own days", () => {
    const second = [
      ...town,
      establish("f2", "good-neighbour-branch", { under: "cc" }),
      joinPerson("p1", day(2), day(6))
    ]
    const both: ReadonlyArray<Command.Command> = [
      ...second,
      { _tag: "JoinBody", body: unit("f2"), member: { person: person("p1") }, from: day(4) }
    ]
    const bodies = [3, 4, 6].map((n) => [...Relation.takesPartIn(on(day(n), both), { person: person("p1") })].sort())
    expect(bodies).toEqual([["fb"], ["f2", "fb"], ["f2"]])
  })

  it("P-08 who left and came back stays back when it is told that he once left", () => {
    const back = [...town, joinPerson("p1", day(0)), leave("fb", "p1", day(3)), joinPerson("p1", day(9))]
    expect(facts(back, leave("fb", "p1", day(3)))).toEqual([])
    expect(facts(back, joinPerson("p1", day(0)))).toEqual([])
    expect(Relation.takesPartIn(on(day(9), back), { person: person("p1") })).toEqual(["fb"])
  })

  it("P-08 leaving before it has begun drops the plan, and that again is no news", () => {
    const dropped = [...town, joinPerson("p1", day(9)), leave("fb", "p1", day(3))]
    expect(Relation.takesPartIn(on(day(9), dropped), { person: person("p1") })).toEqual([])
    expect(facts(dropped, leave("fb", "p1", day(3)))).toEqual([])
    expect(failure(town, leave("fb", "p1", day(3)))).toMatchObject({ _tag: "RelationNotFound", of: "p1", to: "fb" })
  })

  it("R1-8 a functional body takes neither members nor counts, not even for a time to come", () => {
    expect(failure(town, affiliate("p1", "fb"))).toMatchObject({ _tag: "FunctionalHoldsNoMembers", unit: "fb" })
    expect(failure(town, counts("fb", 3))).toMatchObject({ _tag: "FunctionalHoldsNoMembers", unit: "fb" })
    const planned = [...town, reclassify("br", day(20), { nature: "functional" })]
    expect(failure(planned, affiliate("p1", "br"))).toMatchObject({ _tag: "FunctionalHoldsNoMembers", on: day(20) })
    expect(failure(planned, counts("br", 3))).toMatchObject({ _tag: "FunctionalHoldsNoMembers", on: day(20) })
  })

  it("R1-8 nobody takes part in an entity body, in a place, or in himself", () => {
    expect(failure(town, join("br", "e1"))).toMatchObject({ _tag: "NotFunctional", unit: "br" })
    expect(failure(town, join("b0", "e1"))).toMatchObject({ _tag: "WrongArchetype", unit: "b0" })
    expect(failure(town, join("fb", "fb"))).toMatchObject({ _tag: "SelfReference", unit: "fb" })
    const planned = [...town, reclassify("fb", day(20), { nature: "entity" })]
    expect(failure(planned, join("fb", "e1"))).toMatchObject({ _tag: "NotFunctional", on: day(20) })
  })

  it("R1-8 only Party bodies have members; of enterprises it is known how many work there", () => {
    expect(failure(town, affiliate("p1", "e1"))).toMatchObject({ _tag: "WrongArchetype", archetype: "enterprise" })
    expect(failure(town, counts("b0", 3))).toMatchObject({ _tag: "WrongArchetype", archetype: "building" })
    expect(facts(town, counts("e1", 3))).toHaveLength(1)
    const company = reclassify("e1", day(9), { kind: Structure.KindId.make("property-company") })
    expect(failure([...town, company], counts("e1", 3))).toMatchObject({ archetype: "propertyCompany", on: day(9) })
  })
})

describe("counts", () => {
  it("R1-8 stated counts hold from their day up to the next statement", () => {
    const counted = [...town, counts("br", 5, 1), counts("br", 8, 0, day(9)), counts("br", 6, 0, day(4))]
    const days = State.unit(after(counted), unit("br"))?.counts ?? []
    expect([0, 4, 9].map((n) => Timeline.at(days, day(n))?.full)).toEqual([5, 6, 8])
    expect(facts(counted, counts("br", 6, 0, day(4)))).toEqual([])
  })

  it("R1-8 counts end with the body, and members given to another are counted there", () => {
    const state = after([...town, counts("br", 5, 1), counts("b2", 2), dissolve("br", day(6), { membersTo: "b2" })])
    const full = (id: string, n: number) => Timeline.at(State.unit(state, unit(id))?.counts ?? [], day(n))?.full
    expect([full("br", 5), full("br", 6), full("b2", 5), full("b2", 6)]).toEqual([5, undefined, 2, 7])
  })
})

describe("a view of members", () => {
  it("R1-8 follows a change of home from state to state", () => {
    const begun = after([...town, affiliate("p1", "br"), affiliate("p2", "br")])
    const members = (state: State.State) => {
      const view = View.of(structure, state, day(9))
      return ["br", "b2", "st"].map((id) => Figure.members(view, unit(id)).full)
    }
    expect(members(begun)).toEqual([2, 0, 2])
    expect(members(after([affiliate("p2", "b2", "full", day(5))], structure, begun))).toEqual([1, 1, 2])
    expect(members(begun)).toEqual([2, 0, 2])
  })
})
