import { type CivilDate, Text } from "@louyu/kernel"
import { Command, Relation, View } from "@louyu/organisation"
import { describe, expect, it } from "vitest"
import { dissolve, facts, failure } from "./scene.ts"
import { day, district, establish, guide, on, range, unit } from "./town.ts"

const id = Command.AllianceId.make("six")

const town = [
  ...district(1),
  establish("community", "community-committee", { under: "st" }),
  establish("centre", "station", { under: "st", within: "b0" }),
  establish("plaza", "operator"),
  establish("kaiyuan", "property-company"),
  establish("zhongneng", "property-company", { to: day(12) })
]

const four = ["community", "centre", "plaza", "kaiyuan"]

const ally = (
  lead: string,
  members: ReadonlyArray<string>,
  rest: { readonly declaredSize?: number; readonly from?: CivilDate.CivilDate; readonly to?: CivilDate.CivilDate } = {}
): Command.Command => {
  const [first = "", ...others] = members
  return {
    _tag: "FormAlliance",
    alliance: id,
    sort: "六方联建",
    name: Text.of("六方党建联建"),
    lead: unit(lead),
    members: [unit(first), ...others.map(unit)],
    from: day(0),
    ...rest
  }
}

const act = (_tag: "JoinAlliance" | "LeadAlliance", member: string, from: CivilDate.CivilDate): Command.Command => ({
  _tag,
  alliance: id,
  unit: unit(member),
  from
})

const leave = (member: string, on: CivilDate.CivilDate): Command.Command => ({
  _tag: "LeaveAlliance",
  alliance: id,
  unit: unit(member),
  on
})

const finish = (on: CivilDate.CivilDate): Command.Command => ({ _tag: "EndAlliance", alliance: id, on })

const seen = (n: number, commands: ReadonlyArray<Command.Command>) => Relation.alliance(on(day(n), commands), id)

describe("alliances", () => {
  it("P-16 six parties are declared and four named, led by the community; others may join", () => {
    const formed = [...town, ally("community", four, { declaredSize: 6 }), act("JoinAlliance", "zhongneng", day(3))]
    expect(seen(0, formed)).toMatchObject({ lead: "community", members: [...four].sort() })
    expect(seen(0, formed)?.alliance.origin.declaredSize).toBe(6)
    expect(seen(3, formed)?.members).toHaveLength(5)
    expect(seen(12, formed)?.members).toHaveLength(4)
  })

  it("P-16 the lead is a member on every day: it is not formed, passed on or left otherwise", () => {
    expect(failure(town, ally("st", four))).toMatchObject({ _tag: "LeadNotMember", unit: "st", alliance: id })
    expect(failure(town, ally("zhongneng", ["zhongneng", ...four]))).toMatchObject({
      _tag: "UnitNotAlive",
      on: day(12)
    })
    const formed = [...town, ally("community", four)]
    expect(failure(formed, act("LeadAlliance", "st", day(3)))).toMatchObject({ _tag: "LeadNotMember", unit: "st" })
    expect(failure(formed, leave("community", day(3)))).toMatchObject({ _tag: "LeadNotMember", unit: "community" })
    const brief = [...formed, act("JoinAlliance", "zhongneng", day(3))]
    expect(failure(brief, act("LeadAlliance", "zhongneng", day(4)))).toMatchObject({ on: day(12) })
  })

  it("P-16 who has passed the lead on may leave, but not before", () => {
    const passed = [...town, ally("community", four), act("LeadAlliance", "plaza", day(5))]
    expect([4, 5].map((n) => seen(n, passed)?.lead)).toEqual(["community", "plaza"])
    expect(failure(passed, leave("plaza", day(3)))).toMatchObject({ _tag: "LeadNotMember", on: day(5) })
    const left = [...passed, leave("community", day(5))]
    expect(seen(5, left)?.members).not.toContain("community")
    expect(facts(left, leave("community", day(5)))).toEqual([])
  })

  it("P-15 a service alliance of 22 departments ends on a day, and every membership with it", () => {
    const departments = range(22, (i) => `d${i}`)
    const formed = [
      ...district(0),
      ...departments.map((one) => establish(one, "department")),
      ally("d0", departments, { declaredSize: 22 })
    ]
    expect(seen(0, formed)?.members).toHaveLength(22)
    const ended = [...formed, finish(day(9))]
    expect(seen(8, ended)?.members).toHaveLength(22)
    expect(seen(9, ended)).toBeUndefined()
    expect(Relation.alliancesOf(on(day(9), ended), unit("d7"))).toEqual([])
    expect(facts(ended, finish(day(9)))).toEqual([])
    expect(failure(ended, act("JoinAlliance", "d3", day(9)))).toMatchObject({ _tag: "AllianceNotFound", on: day(9) })
    expect(failure(formed, finish(day(0)))).toMatchObject({ _tag: "PeriodReversed" })
  })

  it("P-15 a unit that closes leaves its alliances on that day; one that leads them cannot close", () => {
    const formed = [...town, ally("community", four), dissolve("plaza", day(7))]
    expect([6, 7].map((n) => seen(n, formed)?.members.length)).toEqual([4, 3])
    expect(failure(formed, dissolve("community", day(7)))).toMatchObject({ relation: "alliances", first: [id] })
  })

  it("P-15 an alliance formed again is no news; formed differently its id is taken", () => {
    const formed = [...town, ally("community", four)]
    expect(facts(formed, ally("community", four))).toEqual([])
    expect(failure(formed, ally("plaza", four))).toMatchObject({ _tag: "AllianceExists", alliance: id })
    expect(failure(formed, leave("st", day(3)))).toMatchObject({ _tag: "RelationNotFound", of: "st", to: id })
    expect(failure(town, ally("community", four, { from: day(5), to: day(5) }))).toMatchObject({
      _tag: "PeriodReversed"
    })
  })

  it("P-15 who was in, left and came back is in, also when leaving is told again", () => {
    const back = [...town, ally("community", four), leave("plaza", day(3)), act("JoinAlliance", "plaza", day(6))]
    expect([2, 3, 6].map((n) => seen(n, back)?.members.includes(unit("plaza")))).toEqual([true, false, true])
    expect(facts(back, leave("plaza", day(3)))).toEqual([])
    expect(facts(back, act("JoinAlliance", "plaza", day(6)))).toEqual([])
  })

  it("H-07 a community committee initiates: it leads an alliance with departments that stand nowhere near it", () => {
    const departments = range(3, (i) => establish(`d${i}`, "department"))
    const formed = [...town, ...departments, ally("community", ["community", "d0", "d1", "d2"])]
    const view = on(day(1), formed)
    expect(Relation.alliance(view, id)?.lead).toBe("community")
    expect(View.path(view, "command", unit("community"))).toEqual(["dc", "st", "community"])
    expect(View.commonSuperior(view, "command", unit("community"), unit("d0"))).toBeUndefined()
  })

  it("F-19 forming, joining and ending an alliance across lines moves nobody on either line", () => {
    const paths = (commands: ReadonlyArray<Command.Command>) => {
      const view = on(day(5), commands)
      return View.units(view).map((one) => [View.path(view, "command", one.id), View.path(view, "location", one.id)])
    }
    const formed = [...town, ally("community", ["community", "centre", "b0"]), act("JoinAlliance", "dc", day(2))]
    expect(paths(formed)).toEqual(paths(town))
    expect(paths([...formed, finish(day(4))])).toEqual(paths(town))
  })
})

describe("guidance", () => {
  const stop = (by: string, purpose: string, date: CivilDate.CivilDate): Command.Command => ({
    _tag: "EndGuidance",
    guide: { unit: unit(by) },
    unit: unit("community"),
    purpose,
    on: date
  })

  it("R1-10 a unit is guided by district and street at once, and stands under the street alone", () => {
    const guided = [...town, guide("dc", "community", "市级指导"), guide("st", "community", "街道指导")]
    const view = on(day(1), guided)
    expect(
      Relation.guides(view, unit("community"))
        .map((one) => one.purpose)
        .sort()
    ).toEqual(["市级指导", "街道指导"])
    expect(View.superior(view, "command", unit("community"))).toBe("st")
    expect(View.children(view, "command", unit("dc"))).toEqual(["st"])
  })

  it("R1-10 a guide may guide for two purposes, and end one of them", () => {
    const guided = [
      ...town,
      guide("dc", "community", "党建"),
      guide("dc", "community", "安全"),
      stop("dc", "安全", day(4))
    ]
    const purposes = (n: number) => Relation.guides(on(day(n), guided), unit("community")).map((one) => one.purpose)
    expect([purposes(3).length, purposes(4)]).toEqual([2, ["党建"]])
    expect(facts(guided, stop("dc", "安全", day(4)))).toEqual([])
    expect(facts(guided, guide("dc", "community", "党建"))).toEqual([])
  })

  it("R1-10 ending what never was is refused, and nobody guides himself", () => {
    expect(failure(town, stop("dc", "党建", day(4)))).toMatchObject({ _tag: "RelationNotFound", of: "dc" })
    expect(failure(town, guide("dc", "dc"))).toMatchObject({ _tag: "SelfReference", unit: "dc" })
    expect(failure(town, guide("dc", "nobody"))).toMatchObject({ _tag: "UnitNotFound", unit: "nobody" })
  })

  it("D-03 guidance ends with the guide and with the guided", () => {
    const guided = [...town, guide("zhongneng", "community"), guide("dc", "zhongneng")]
    const view = on(day(12), guided)
    expect(Relation.guides(view, unit("community"))).toEqual([])
    expect(Relation.guidedBy(view, { unit: unit("dc") })).toEqual([])
    expect(Relation.guidedBy(on(day(11), guided), { unit: unit("dc") })).toHaveLength(1)
  })
})
