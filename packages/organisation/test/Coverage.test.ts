import { CivilDate, Share, Text } from "@louyu/kernel"
import { describe, expect, it } from "vitest"
import { Coverage, Difference, Tenants, View } from "../src/index.ts"
import * as Town from "./town.ts"

const { active, after, day, district, establish, found, guide, on, range, refusal, structure, unit } = Town

const today = day(30)

describe("coverage of places by bodies", () => {
  const clusters = (committees: number) => [
    establish("r", "region"),
    establish("dc", "district-committee", { within: "r" }),
    establish("st", "street-committee", { under: "dc", within: "r" }),
    ...range(3, (i) => establish(`cl${i}`, "cluster", { within: "r" })),
    ...range(committees, (i) => establish(`cc${i}`, "comprehensive-committee", { under: "st", within: `cl${i}` }))
  ]

  it("H-04 a cluster has one comprehensive committee, and clusters without one are named", () => {
    const second = establish("cc9", "comprehensive-committee", { under: "st", within: "cl0" })
    expect(refusal([...clusters(1), second])).toBe("OnePerPlace")
    const view = on(today, clusters(2))
    const presence = Coverage.ofPlaces(view, { archetype: "cluster" }, { archetype: "comprehensiveCommittee" })
    expect(presence).toMatchObject({ numerator: 2, denominator: 3, covered: ["cl0", "cl1"], uncovered: ["cl2"] })
  })

  it("H-04 a committee that is dissolved covers its cluster no longer, and its place may be taken", () => {
    const dissolved = [...clusters(1), { _tag: "DissolveUnit", unit: unit("cc0"), on: day(10) } as const]
    const again = establish("cc9", "comprehensive-committee", { under: "st", within: "cl0", from: day(20) })
    const covered = (date: CivilDate.CivilDate) =>
      Coverage.ofPlaces(
        on(date, [...dissolved, again]),
        { archetype: "cluster" },
        { archetype: "comprehensiveCommittee" }
      ).covered
    expect([covered(day(9)), covered(day(10)), covered(day(20))]).toEqual([["cl0"], [], ["cl0"]])
  })

  const districts = (committees: number) => [
    establish("r", "region"),
    establish("dc", "district-committee", { within: "r" }),
    establish("st", "street-committee", { under: "dc", within: "r" }),
    ...range(33, (i) => establish(`cd${i}`, "commercial-district", { within: "r" })),
    ...range(committees, (i) => establish(`cc${i}`, "comprehensive-committee", { under: "st", within: `cd${i}` }))
  ]
  const covered = (committees: number) =>
    Coverage.ofPlaces(
      on(today, districts(committees)),
      { archetype: "commercialDistrict" },
      { archetype: "comprehensiveCommittee" }
    )

  it("H-22 33 of 33 commercial districts with a committee are full coverage", () => {
    expect(covered(33)).toMatchObject({ numerator: 33, denominator: 33, rate: 1, uncovered: [] })
    expect(Share.percent(covered(33))).toBe("100.0")
  })

  it("H-22 with 32 of 33 the district without a committee is the blind spot", () => {
    expect(covered(32)).toMatchObject({ numerator: 32, denominator: 33, uncovered: ["cd32"] })
    expect(Share.percent(covered(32))).toBe("97.0")
  })

  it("H-22 says in both languages what was counted: places with a body, not enterprises with a branch (A-22)", () => {
    expect(covered(32).definition).toEqual({
      zh: "覆盖率＝当日设有“综合党委、楼宇党委”的“商圈”÷当日全部“商圈”",
      en: 'coverage = places of sort "Commercial district" with a "Comprehensive committee, Building committee" / all such places existing that day'
    })
  })

  it("F-17 a station on a floor covers its building only when places inside count too", () => {
    const view = on(today, [
      ...district(2),
      establish("fl", "floor", { within: "b0" }),
      establish("sta", "station", { within: "fl" })
    ])
    const [places, stations] = [{ archetype: "building" }, { archetype: "station" }] as const
    expect(Coverage.ofPlaces(view, places, stations).uncovered).toEqual(["b0", "b1"])
    expect(Coverage.ofPlaces(view, places, stations, { anywhere: true }).uncovered).toEqual(["b1"])
    const here = Coverage.ofPlaces(view, places, stations, { anywhere: true, within: unit("b0") })
    expect([here.denominator, here.rate]).toEqual([0, undefined])
  })
})

describe("coverage of enterprises", () => {
  // 16 buildings; enterprises e0 … with a branch each, six more in two joint branches.
  const pinghu = [
    ...district(16),
    ...range(40, (i) => establish(`e${i}`, "enterprise", { within: `b${i % 16}` })),
    ...range(28, (i) => found(`p${i}`, [`e${i}`], { from: day(i < 20 ? 0 : 10) })),
    found("j0", ["e28", "e29", "e30"], { from: day(5) }),
    found("j1", ["e31", "e32", "e33"], { from: day(20) })
  ]

  it("P-02 28 single- and 2 joint-built branches are counted by formation on the date", () => {
    const branches = Coverage.branches(on(today, pinghu))
    expect([branches.single.length, branches.joint, branches.neither]).toEqual([28, ["j0", "j1"], []])
    const { enterprises, nominal, single } = Coverage.of(on(today, pinghu))
    expect([enterprises.single.length, enterprises.joint.length, enterprises.none.length]).toEqual([28, 6, 6])
    expect([nominal.numerator, nominal.denominator, single.numerator]).toEqual([34, 40, 28])
  })

  it("P-02 counts branches only below a body, or in a place, when one is named", () => {
    const view = on(today, [
      ...pinghu,
      establish("cc", "comprehensive-committee", { under: "st", within: "cl" }),
      establish("br", "branch", { under: "cc", within: "b3" })
    ])
    expect(Coverage.branches(view, { under: unit("cc") })).toEqual({ single: [], joint: [], neither: ["br"] })
    expect(Coverage.branches(view, { within: unit("b3") }).neither).toEqual(["br"])
    expect(Coverage.branches(view, { within: unit("b4") })).toEqual({ single: [], joint: [], neither: [] })
  })

  it("P-09 the branches founded between two dates are the growth of single- and joint-built ones", () => {
    const state = after(pinghu)
    const grown = (date: CivilDate.CivilDate) => {
      const { single, joint } = Coverage.branches(View.of(structure, state, date))
      return [single.length, joint.length]
    }
    expect([day(0), day(5), day(10), day(20)].map(grown)).toEqual([
      [20, 0],
      [20, 1],
      [28, 1],
      [28, 2]
    ])
    const founded = Difference.between(state, day(5), day(20)).filter(({ sort }) => sort === "established")
    expect(founded.map(({ unit: id }) => id)).toEqual([...range(8, (i) => `p${20 + i}`), "j1"])
  })

  it("N-2 every enterprise is covered by a single branch, a joint branch, only a guide, or nothing", () => {
    const commands = [
      ...district(1),
      ...range(5, (i) => establish(`e${i}`, "enterprise", { within: "b0" })),
      found("p", ["e0"]),
      found("j", ["e1", "e2"]),
      guide("st", "e3"),
      guide("st", "e0")
    ]
    expect(Coverage.of(on(today, commands)).enterprises).toEqual({
      single: ["e0"],
      joint: ["e1", "e2"],
      guideOnly: ["e3"],
      none: ["e4"]
    })
    const { nominal, work, single } = Coverage.of(on(today, commands))
    expect([nominal.numerator, work.numerator, single.numerator, nominal.denominator]).toEqual([3, 4, 1, 5])
  })

  it("N-2 when a branch is dissolved its enterprises are covered no longer from that day on", () => {
    const commands = [
      ...district(1),
      establish("e0", "enterprise", { within: "b0" }),
      found("p", ["e0"]),
      { _tag: "DissolveUnit", unit: unit("p"), on: day(10), membersTo: unit("st") } as const
    ]
    expect([day(9), day(10)].map((date) => Coverage.sortOf(on(date, commands), unit("e0")))).toEqual(["single", "none"])
  })

  it("R1-9 a joint branch that becomes single covers the one enterprise as its own, the others not at all", () => {
    const commands = [
      ...district(1),
      ...range(3, (i) => establish(`e${i}`, "enterprise", { within: "b0" })),
      found("j", ["e0", "e1", "e2"]),
      {
        _tag: "ReorganiseBranch",
        branch: unit("j"),
        formation: "single",
        enterprises: [unit("e1")],
        from: day(10)
      } as const
    ]
    const sorts = (date: CivilDate.CivilDate) => range(3, (i) => Coverage.sortOf(on(date, commands), unit(`e${i}`)))
    expect(sorts(day(9))).toEqual(["joint", "joint", "joint"])
    expect(sorts(day(10))).toEqual(["none", "single", "none"])
  })

  it("W-14 a branch covers effectively only when it was active in the period", () => {
    const commands = [
      ...district(1),
      ...range(3, (i) => establish(`e${i}`, "enterprise", { within: "b0" })),
      found("p0", ["e0"]),
      found("p1", ["e1"]),
      found("p2", ["e2"]),
      active("p0", day(3)),
      active("p1", day(20)),
      active("p1", day(21))
    ]
    const { nominal, effective } = Coverage.of(on(today, commands))
    expect([nominal.numerator, effective.numerator]).toEqual([3, 2])
    const activePeriod = { from: day(10), to: day(30) }
    expect(Coverage.of(on(today, commands), { activePeriod }).effective.numerator).toBe(1)
    expect(Coverage.of(on(today, commands), { activePeriod: { from: day(4), to: day(20) } }).effective.numerator).toBe(
      0
    )
  })

  it("W-14 without a period the year up to and including the date counts", () => {
    const commands = [
      ...district(1),
      establish("e0", "enterprise", { within: "b0" }),
      found("p0", ["e0"]),
      active("p0", day(3))
    ]
    const effective = (date: CivilDate.CivilDate) => Coverage.of(on(date, commands)).effective.numerator
    const yearLater = CivilDate.addYears(day(3), 1)
    expect([day(2), day(3), CivilDate.addDays(yearLater, -1), yearLater].map(effective)).toEqual([0, 1, 1, 0])
  })

  it("W-22 a branch of a chamber of commerce covers more sole traders than a joint branch may, and they count", () => {
    const market = [
      ...district(0),
      establish("cd", "commercial-district", { within: "r" }),
      ...range(9, (i) => establish(`s${i}`, "sole-trader", { within: "cd" }))
    ]
    const traders = range(8, (i) => `s${i}`)
    expect(refusal([...market, found("ch", traders)])).toBe("EnterpriseCountRejected")
    expect(refusal([...market, found("ch", [...traders, "s8"], { kind: "chamber-branch" })])).toBe(
      "EnterpriseCountRejected"
    )
    const view = on(today, [...market, found("ch", traders, { kind: "chamber-branch" })])
    const { enterprises, nominal } = Coverage.of(view)
    expect([enterprises.joint, enterprises.none]).toEqual([traders, ["s8"]])
    expect(nominal).toMatchObject({ numerator: 8, denominator: 9 })
    expect([...Tenants.byKind(view)]).toEqual([["sole-trader", [...traders, "s8"]]])
  })

  it("F-17 the coverage map shows every building with its own rate, and no rate where nobody sits", () => {
    const view = on(today, [
      ...district(3),
      ...range(4, (i) => establish(`e${i}`, "enterprise", { within: i < 3 ? "b0" : "b1" })),
      found("p", ["e0"]),
      found("j", ["e1", "e2"])
    ])
    const map = Coverage.byPlace(view, { archetype: "building" })
    expect(map.map(({ place, coverage }) => [place, coverage.nominal.numerator, coverage.nominal.denominator])).toEqual(
      [
        ["b0", 3, 3],
        ["b1", 0, 1],
        ["b2", 0, 0]
      ]
    )
    expect(map.map(({ coverage }) => coverage.nominal.rate)).toEqual([1, 0, undefined])
    expect(map.filter(({ coverage }) => coverage.enterprises.none.length > 0).map(({ place }) => place)).toEqual(["b1"])
  })

  it("N-19 a rate says what it means, where, when and out of what, so that it can be reckoned again", () => {
    const view = on(today, [
      ...district(2),
      ...range(3, (i) => establish(`e${i}`, "enterprise", { within: "b0" })),
      establish("e9", "enterprise", { within: "b1" }),
      found("p", ["e0"])
    ])
    const coverage = Coverage.of(view, { within: unit("b0"), activePeriod: { from: day(0), to: day(30) } })
    expect(coverage.nominal).toEqual({
      definition: {
        zh: "有形覆盖率＝当日有单建或联建党组织覆盖的企业÷当日存续的全部企业（个体工商户计入）",
        en: "nominal coverage = enterprises with a single- or joint-built branch / all enterprises existing that day (sole traders included)"
      },
      on: today,
      within: "b0",
      numerator: 1,
      denominator: 3,
      rate: 1 / 3
    })
    expect(coverage.effective.definition.en).toMatch(/\(period: 2026-03-01\/2026-03-31\)$/)
    expect(coverage.enterprises.single.length + coverage.enterprises.joint.length).toBe(coverage.nominal.numerator)
    expect(Object.values(coverage.enterprises).flat()).toHaveLength(coverage.nominal.denominator)
  })

  it("N-19 a narrower population is named in the definition", () => {
    const view = on(today, [
      ...district(1),
      ...range(4, (i) => establish(`e${i}`, "enterprise", { within: "b0" })),
      found("p", ["e0"])
    ])
    const large = new Set(["e0", "e1"])
    const among = { names: Text.of("从业人员十人以上", "ten employees or more"), has: (id: string) => large.has(id) }
    const { nominal, enterprises } = Coverage.of(view, { among })
    expect([nominal.numerator, nominal.denominator, enterprises.none]).toEqual([1, 2, ["e1"]])
    expect(nominal.definition.zh).toContain("统计对象：从业人员十人以上")
    expect(nominal.definition.en).toContain("counted: ten employees or more")
  })

  it("N-19 there is no rate where there is nobody to count", () => {
    const { nominal, effective, single, work } = Coverage.of(on(today, district(1)))
    expect([nominal, effective, single, work].map(({ rate }) => rate)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined
    ])
    expect(Share.percent(nominal)).toBe(undefined)
  })
})
