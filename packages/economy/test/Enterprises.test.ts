import { Period } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import * as AboveScale from "../src/AboveScale.ts"
import * as EnterpriseCatalogue from "../src/EnterpriseCatalogue.ts"
import { ActivityId } from "../src/EnterpriseCommand.ts"
import * as Register from "../src/EnterpriseRegister.ts"
import * as Enterprises from "../src/Enterprises.ts"
import * as Figure from "../src/Figure.ts"
import * as Holders from "../src/Holders.ts"
import * as Incubation from "../src/Incubation.ts"
import * as Indicator from "../src/Indicator.ts"
import * as Indicators from "../src/Indicators.ts"
import * as IndustryMix from "../src/IndustryMix.ts"
import * as SizeMix from "../src/SizeMix.ts"
import * as SizeTable from "../src/SizeTable.ts"
import {
  after,
  command,
  day,
  decide,
  decider,
  type Encoded,
  facts,
  grant,
  industry,
  report,
  revoke,
  unit
} from "./enterpriseScene.ts"

const firms = Array.from({ length: 160 }, (_, i) => `firm-${i + 1}`)
const first = (n: number, from = 0) => firms.slice(from, from + n)

// The incubator: 43 high-tech, of which 10 are also above scale, 2 more above scale only, 2 specialised among the 43.
const incubator: ReadonlyArray<Encoded> = [
  ...first(43).map((firm) => grant(firm, "highTech", "2022-11-01", { to: "2025-11-01" })),
  ...first(10).map((firm) => grant(firm, "aboveScale", "2023-01-01")),
  ...first(2, 50).map((firm) => grant(firm, "aboveScale", "2023-01-01")),
  ...first(2).map((firm) => grant(firm, "srdi", "2023-06-01", { to: "2026-06-01" }))
]
const among = firms.map(unit)
const counted = (kind: string, count: number, asOf: string, on = asOf): Encoded => ({
  _tag: "CountIntellectualProperty",
  enterprise: "firm-1",
  kind,
  count,
  asOf,
  on
})

describe("qualifications", () => {
  it("H-27 of 160 firms 12 are above scale, 2 specialised, 43 high-tech; they overlap and are no sum of firms", () => {
    const holders = Holders.of(after(incubator), among, day("2024-12-31"))
    expect(holders.byKind).toEqual([
      { kind: "highTech", firms: 43 },
      { kind: "aboveScale", firms: 12 },
      { kind: "srdi", firms: 2 }
    ])
    expect([holders.among, holders.holders, holders.none]).toEqual([160, 45, 115])
    expect(holders.combinations).toEqual([
      { kinds: ["highTech"], firms: 33 },
      { kinds: ["aboveScale", "highTech"], firms: 8 },
      { kinds: ["aboveScale"], firms: 2 },
      { kinds: ["aboveScale", "highTech", "srdi"], firms: 2 }
    ])
    expect(holders.combinations.reduce((sum, one) => sum + one.firms, 0)).toBe(holders.holders)
    expect(Holders.count(holders, "srdi")).toBe(2)
    expect(Holders.count(holders, "listed")).toBe(0)
  })

  it("H-27 are held from their first day up to, not including, their end", () => {
    const register = after(incubator)
    const held = (on: string) => Holders.count(Holders.of(register, among, day(on)), "highTech")
    expect(["2022-10-31", "2022-11-01", "2025-10-31", "2025-11-01"].map(held)).toEqual([0, 43, 43, 0])
  })

  it("H-27 are new in the year in which a firm came to hold them; a renewal or another level is not new", () => {
    const register = after([
      grant("a", "highTech", "2020-05-01", { to: "2023-05-01" }),
      grant("a", "highTech", "2023-05-01", { to: "2026-05-01" }),
      grant("b", "highTech", "2023-03-01", { to: "2026-03-01" }),
      grant("c", "srdi", "2022-01-01", { level: "srdiSme", to: "2025-01-01" }),
      grant("c", "srdi", "2023-01-01", { level: "littleGiant", to: "2026-01-01" }),
      grant("d", "highTech", "2019-01-01", { to: "2022-01-01", on: "2021-01-01" }),
      grant("d", "highTech", "2023-09-01")
    ])
    const all = ["a", "b", "c", "d"].map(unit)
    expect(Holders.gained(register, all, Period.ofYear(2023))).toEqual([
      { enterprise: "b", kind: "highTech", level: undefined, on: "2023-03-01" },
      { enterprise: "d", kind: "highTech", level: undefined, on: "2023-09-01" }
    ])
    expect(Holders.expiring(register, all, Period.ofYear(2026)).map(({ enterprise, on }) => [enterprise, on])).toEqual([
      ["c", "2026-01-01"],
      ["b", "2026-03-01"],
      ["a", "2026-05-01"]
    ])
    expect(Holders.expiring(register, all, Period.ofYear(2023))).toEqual([])
  })

  it("H-27 of one kind may be held at several levels at once, and a firm counts once for the kind", () => {
    const register = after([
      grant("c", "srdi", "2022-01-01", { level: "srdiSme" }),
      grant("c", "srdi", "2023-01-01", { level: "littleGiant" }),
      grant("d", "srdi", "2023-01-01")
    ])
    const { byKind, byLevel } = Holders.of(register, ["c", "d", "c"].map(unit), day("2024-01-01"))
    expect(byKind).toEqual([{ kind: "srdi", firms: 2 }])
    expect(byLevel).toEqual([
      { kind: "srdi", level: undefined, firms: 1 },
      { kind: "srdi", level: "littleGiant", firms: 1 },
      { kind: "srdi", level: "srdiSme", firms: 1 }
    ])
  })

  it("H-27 a listing is a qualification whose level is the board", () => {
    const listing = grant("firm-1", "listed", "2020-09-01", { level: "regional", issuedBy: "青创板" })
    const register = after([listing])
    expect(
      Register.isHolder(
        Register.enterprise(register, unit("firm-1")),
        EnterpriseCatalogue.QualificationKindId.make("listed"),
        day("2020-12-31")
      )
    ).toBe(true)
    expect(Holders.gained(register, among, Period.ofYear(2020))).toHaveLength(1)
  })

  it("that were revoked are not held from that day on, and can be granted again", () => {
    const history = [
      grant("a", "highTech", "2022-01-01", { to: "2025-01-01" }),
      revoke("a", "highTech", "2023-01-01"),
      grant("a", "highTech", "2024-01-01")
    ]
    const register = after(history)
    const held = (on: string) => Holders.of(register, [unit("a")], day(on)).holders
    expect(["2022-12-31", "2023-01-01", "2023-12-31", "2024-01-01"].map(held)).toEqual([1, 0, 0, 1])
    expect(history.map((one) => decide(register, one))).toEqual([[], [], []])
  })

  it("entered by mistake are taken away on their first day, and were then never held", () => {
    const wrong = grant("a", "highTech", "2022-01-01", { to: "2024-01-01" })
    const earlier = grant("a", "highTech", "2021-01-01", { to: "2023-01-01" })
    const nothingLeft = after([wrong, revoke("a", "highTech", "2022-01-01")])
    expect(decide(nothingLeft, earlier)).toHaveLength(1)
    const right = grant("a", "highTech", "2022-01-01", { to: "2025-01-01" })
    const history = [wrong, revoke("a", "highTech", "2022-01-01"), right]
    const register = after(history)
    expect(Holders.expiring(register, [unit("a")], Period.ofYear(2024))).toEqual([])
    expect(Holders.expiring(register, [unit("a")], Period.ofYear(2025))).toHaveLength(1)
    expect(history.map((one) => decide(register, one))).toEqual([[], [], []])
  })

  it("are refused when unknown, reversed, overlapping or of nobody, with what is known", () => {
    const register = after([grant("a", "highTech", "2022-01-01", { to: "2025-01-01" })])
    expect(decide(register, grant("a", "unicorn", "2022-01-01"))).toMatchObject({
      code: "economy/KindUnknown",
      list: "qualifications",
      known: ["aboveScale", "highTech", "srdi", "listed"]
    })
    expect(decide(register, grant("a", "srdi", "2022-01-01", { level: "gold" }))).toMatchObject({
      code: "economy/KindUnknown",
      list: "levels"
    })
    expect(decide(register, grant("a", "highTech", "2030-01-01", { level: "gold" }))).toMatchObject({ known: [] })
    expect(decide(register, grant("b", "highTech", "2022-01-01", { to: "2022-01-01" }))).toMatchObject({
      _tag: "PeriodReversed"
    })
    expect(decide(register, grant("a", "highTech", "2024-12-31"))).toMatchObject({
      code: "economy/QualificationOverlaps",
      from: "2022-01-01",
      to: "2025-01-01"
    })
    expect(decide(register, grant("a", "highTech", "2025-01-01"))).toHaveLength(1)
    expect(decide(register, grant("nobody", "highTech", "2022-01-01"))).toMatchObject({
      code: "economy/EnterpriseUnknown"
    })
    expect(decide(register, grant("b", "highTech", "2018-01-01"))).toMatchObject({ code: "economy/EnterpriseUnknown" })
    expect(decide(register, grant("b", "highTech", "2018-01-01", { on: "2022-01-01" }))).toHaveLength(1)
    expect(decide(register, revoke("a", "highTech", "2025-01-01"))).toMatchObject({
      code: "economy/QualificationNotHeld"
    })
    expect(decide(register, grant("b", "highTech", "2022-01-01", { issuedBy: "致电 13800005678" }))).toMatchObject({
      code: "economy/EnterpriseTextPersonal",
      traces: ["mobile"]
    })
  })
})

describe("the words of a city", () => {
  it("H-27 are data, decode as they are, and can be replaced", () => {
    const decode = Schema.decodeUnknownSync(EnterpriseCatalogue.EnterpriseCatalogue)
    expect(decode(EnterpriseCatalogue.common)).toEqual(EnterpriseCatalogue.common)
    const unicorn = { id: "unicorn", names: { zh: "独角兽企业" } }
    const own = Enterprises.decider(decode({ ...EnterpriseCatalogue.common, qualifications: [unicorn] }))
    const granted = (kind: string) => own.decide(own.initial, command(grant("a", kind, "2022-01-01")), facts)
    expect(Result.isSuccess(granted("unicorn"))).toBe(true)
    expect(Result.isFailure(granted("highTech"))).toBe(true)
  })
})

describe("figures of a year", () => {
  const told = after([
    report("a", 2022, "2023-01-10", { employees: 120, revenue: 1_000_000_000 }),
    report("a", 2022, "2023-05-10", { revenue: 900_000_000 }),
    report("a", 2023, "2024-01-10", { employees: 130 })
  ])
  const known = Register.enterprise(told, unit("a"))

  it("are corrected by telling them again on a later day, and what was known before can still be asked", () => {
    expect(Register.year(known, 2022)).toEqual({ employees: 120, revenue: 900_000_000 })
    expect(Register.year(known, 2022, day("2023-05-09"))).toEqual({ employees: 120, revenue: 1_000_000_000 })
    expect(Register.year(known, 2022, day("2023-01-09"))).toEqual({})
    expect(Register.year(known, 2021)).toEqual({})
  })

  it("do not depend on the order in which they were told", () => {
    const late = after([
      report("a", 2022, "2023-05-10", { revenue: 900_000_000 }),
      report("a", 2022, "2023-01-10", { employees: 120, revenue: 1_000_000_000 })
    ])
    expect(Register.year(Register.enterprise(late, unit("a")), 2022)).toEqual(Register.year(known, 2022))
  })

  it("are refused for a year to come, below zero, empty, of nobody, or told otherwise on the same day", () => {
    expect(decide(told, report("a", 2025, "2024-12-31", { employees: 1 }))).toMatchObject({
      code: "economy/YearInFuture",
      year: 2025
    })
    expect(decide(told, report("a", 2024, "2024-12-31", { employees: -1 }))).toMatchObject({
      code: "economy/NumberNegative",
      measure: "employees"
    })
    expect(decide(told, report("a", 2024, "2024-12-31", { revenue: -1 }))).toMatchObject({ measure: "revenue" })
    expect(decide(told, report("a", 2024, "2024-12-31", {}))).toMatchObject({ code: "economy/NothingReported" })
    expect(decide(told, report("nobody", 2024, "2024-12-31", { employees: 1 }))).toMatchObject({
      code: "economy/EnterpriseUnknown"
    })
    expect(decide(told, report("a", 2022, "2023-01-10", { employees: 121 }))).toMatchObject({
      code: "economy/ToldOtherwise"
    })
    expect(decide(told, report("a", 2022, "2023-01-10", { employees: 120 }))).toEqual([])
    expect(decide(told, report("a", 2022, "2023-01-10", { employees: 120, output: 5 }))).toHaveLength(1)
  })

  it("are taken for an enterprise that exists on the day they are told or within the year", () => {
    expect(decide(decider.initial, report("a", 2020, "2021-03-01", { employees: 1 }))).toHaveLength(1)
    expect(decide(decider.initial, report("a", 2018, "2019-03-01", { employees: 1 }))).toMatchObject({
      code: "economy/EnterpriseUnknown"
    })
  })
})

describe("industry, size and scale", () => {
  const register = after([
    industry("a", "6513"),
    industry("a", "7264", "2023-07-01"),
    industry("b", "65"),
    industry("c", "66"),
    industry("d", "I"),
    report("a", 2022, "2023-02-01", { employees: 100, revenue: 20_000_000_00 }),
    report("b", 2022, "2023-02-01", { employees: 100 }),
    report("c", 2022, "2023-02-01", { employees: 100 }),
    grant("b", "aboveScale", "2021-01-01"),
    report("b", 2022, "2023-02-02", { revenue: 10_000_000_00 })
  ])
  const all = ["a", "b", "c", "d", "e"].map(unit)

  it("an enterprise has one main industry on a date, so the mix adds up", () => {
    const mix = (on: string, by: "section" | "division") => IndustryMix.of(register, all, day(on), by)
    expect(mix("2022-12-31", "section")).toMatchObject({
      groups: [
        { id: "I", firms: 3 },
        { id: "J", firms: 1 }
      ],
      unknown: 1,
      otherEdition: 0
    })
    expect(mix("2023-12-31", "division").groups).toEqual([
      { id: "65", firms: 1 },
      { id: "66", firms: 1 },
      { id: "72", firms: 1 }
    ])
    expect(mix("2023-12-31", "division").unknown).toBe(2)
  })

  it("says how many stand where in a chain, and how many stand anywhere in it", () => {
    const stand = (enterprise: string, position: string, to?: string): IndustryMix.Stand => ({
      enterprise: unit(enterprise),
      chain: "software",
      position,
      from: day("2022-01-01"),
      ...(to === undefined ? {} : { to: day(to) })
    })
    const stands = [
      stand("a", "make"),
      stand("a", "sell"),
      stand("b", "make"),
      stand("c", "make", "2022-06-01"),
      stand("z", "make")
    ]
    const mix = IndustryMix.ofChain(all, stands, "software", day("2022-06-01"))
    expect(mix.groups).toEqual([
      { id: "make", firms: 2 },
      { id: "sell", firms: 1 }
    ])
    expect(mix.placed).toBe(2)
  })

  it("counts sizes with what is not classified and what is not known", () => {
    expect(SizeMix.of(register, all, { year: 2022 }, SizeTable.edition2017)).toEqual({
      among: 5,
      micro: 0,
      small: 0,
      medium: 2,
      large: 0,
      unclassified: 1,
      unknown: 2,
      missing: { industry: 2, employees: 0, revenue: 0, assets: 0 }
    })
    const before = SizeMix.of(register, all, { year: 2022, knownOn: day("2023-02-01") }, SizeTable.edition2017)
    expect(before).toMatchObject({ medium: 1, unknown: 3, missing: { revenue: 1 } })
  })

  it("shows whose revenue and entry as above scale do not go together", () => {
    const kind = EnterpriseCatalogue.QualificationKindId.make("aboveScale")
    expect(SizeMix.scale(register, all, { year: 2022 }, AboveScale.common, kind)).toEqual({
      among: 5,
      above: 1,
      below: 1,
      unknown: 3,
      notEntered: ["a"],
      notAbove: ["b"]
    })
  })

  it("can be told otherwise only on a later day", () => {
    expect(decide(register, industry("a", "6513"))).toEqual([])
    expect(decide(register, industry("a", "6450"))).toMatchObject({ code: "economy/ToldOtherwise" })
    const corrected = after([industry("a", "6450", "2020-01-01", "2021-01-01")], register)
    const known = Register.enterprise(corrected, unit("a"))
    expect(Register.industry(known, day("2022-01-01"))?.code).toBe("6450")
    expect(Register.industry(known, day("2022-01-01"), day("2020-12-31"))?.code).toBe("6513")
    expect(Register.industry(known, day("2022-01-01"), day("2021-01-01"))?.code).toBe("6450")
    expect(Register.industry(known, day("2019-12-31"))).toBeUndefined()
  })
})

describe("incubation", () => {
  const support = (enterprise: string, id: string, kind: string, by: string, more: object = {}): Encoded => ({
    _tag: "RecordSupport",
    enterprise,
    support: id,
    kind,
    by,
    from: "2021-03-01",
    ...more
  })
  const history: ReadonlyArray<Encoded> = [
    support("firm-1", "s1", "interns", "university", { quantity: 4, to: "2021-09-01" }),
    support("firm-1", "s2", "diagnosis", "university", { to: "2021-03-02" }),
    support("firm-1", "s3", "incubation", "operator"),
    support("firm-2", "s1", "incubation", "operator"),
    support("firm-2", "s2", "interns", "university", { quantity: 2 }),
    { _tag: "EndSupport", enterprise: "firm-2", support: "s1", on: "2022-03-01" }
  ]
  const register = after(history)

  it("H-27 an operator brings interns and experts to its firms", () => {
    const supported = (on: string, by?: string) =>
      Incubation.of(register, among, day(on), by === undefined ? undefined : unit(by))
    expect(supported("2021-03-01")).toEqual({
      on: "2021-03-01",
      among: 160,
      firms: 2,
      byKind: [
        { kind: "diagnosis", firms: 1, quantity: 0 },
        { kind: "incubation", firms: 2, quantity: 0 },
        { kind: "interns", firms: 2, quantity: 6 }
      ]
    })
    expect(supported("2022-02-28", "operator").firms).toBe(2)
    expect(supported("2022-03-01", "operator").byKind).toEqual([{ kind: "incubation", firms: 1, quantity: 0 }])
    expect(Incubation.received(register, among, "diagnosis", Period.ofYear(2021))).toEqual(["firm-1"])
    expect(Incubation.received(register, among, "diagnosis", Period.ofYear(2022))).toEqual([])
  })

  it("H-27 support told twice is no news, told otherwise or ended twice is refused", () => {
    expect(history.map((one) => decide(register, one))).toEqual(history.map(() => []))
    expect(decide(register, support("firm-1", "s3", "incubation", "university"))).toMatchObject({
      code: "economy/SupportIdTaken"
    })
    const end = (id: string, on: string): Encoded => ({ _tag: "EndSupport", enterprise: "firm-1", support: id, on })
    expect(decide(register, end("s9", "2022-01-01"))).toMatchObject({ code: "economy/SupportNotRunning" })
    expect(decide(register, end("s1", "2021-09-01"))).toMatchObject({ code: "economy/SupportNotRunning" })
    expect(decide(register, support("firm-1", "s4", "money", "university"))).toMatchObject({ list: "supports" })
    expect(decide(register, support("firm-1", "s4", "interns", "nobody"))).toMatchObject({ unit: "nobody" })
    expect(decide(register, support("firm-1", "s4", "interns", "university", { quantity: -1 }))).toMatchObject({
      measure: "quantity"
    })
  })

  it("H-27 the sample firm has 24 patents and 13 software copyrights; what nobody counted is not none", () => {
    const rights = after([
      counted("patent", 20, "2023-12-31"),
      counted("patent", 24, "2024-12-31"),
      counted("softwareCopyright", 13, "2024-12-31")
    ])
    const of = (kind: string, on: string) => Incubation.property(rights, among, kind, day(on))
    expect(of("patent", "2024-12-31")).toEqual({ on: "2024-12-31", among: 160, counted: 1, owners: 1, total: 24 })
    expect(of("patent", "2024-12-30").total).toBe(20)
    expect(of("softwareCopyright", "2024-12-31").total).toBe(13)
    expect(of("patent", "2023-12-30")).toMatchObject({ counted: 0, total: 0 })
    const { counted: known, total } = of("patent", "2024-12-31")
    const indicator = Result.getOrThrow(Indicator.get(Indicators.common, "propertyPerEnterprise"))
    const at = { on: day("2024-12-31"), scope: { id: "cloud", names: { zh: "云计算中心" } } }
    expect(Result.getOrThrow(Figure.rate(indicator, total, known, at)).value?.value).toBe(24)
    expect(decide(rights, counted("patent", 25, "2024-12-31"))).toMatchObject({ code: "economy/ToldOtherwise" })
    expect(decide(rights, counted("patent", 25, "2024-12-31", "2025-02-01"))).toHaveLength(1)
    expect(decide(rights, counted("patent", 25, "2025-01-01", "2024-12-31"))).toMatchObject({
      code: "economy/CountedInFuture"
    })
    expect(decide(rights, counted("patent", -1, "2025-01-01"))).toMatchObject({ code: "economy/NumberNegative" })
    expect(decide(rights, counted("trademark", 1, "2025-01-01"))).toMatchObject({ list: "intellectualProperty" })
  })

  it("P-26 after short-video training firms went into live e-commerce, a share of those that took part", () => {
    const went = (enterprise: string, on: string, activity = "training-1"): Encoded => ({
      _tag: "LinkOutcome",
      enterprise,
      activity,
      kind: "liveCommerce",
      on
    })
    const history = [
      went("firm-1", "2022-08-01"),
      went("firm-2", "2022-09-01"),
      went("firm-2", "2022-09-01", "training-2")
    ]
    const register = after(history)
    const activity = ActivityId.make("training-1")
    const achieved = Incubation.achieved(register, among, { activity, kind: "liveCommerce" })
    expect(achieved).toEqual(["firm-1", "firm-2"])
    expect(Incubation.achieved(register, among, { activity, within: Period.ofYear(2021) })).toEqual([])
    expect(Incubation.achieved(register, among, { within: { from: day("2022-08-15") } })).toEqual(["firm-2"])
    expect(history.map((one) => decide(register, one))).toEqual([[], [], []])
    const fame: Encoded = {
      _tag: "LinkOutcome",
      enterprise: "firm-3",
      activity: "training-1",
      kind: "fame",
      on: "2022-09-01"
    }
    expect(decide(register, fame)).toMatchObject({ list: "outcomes" })
    const indicator = Result.getOrThrow(Indicator.get(Indicators.common, "outcomeRate"))
    const at = { on: day("2022-12-31"), scope: { id: "cbd", names: { zh: "商务区" } } }
    expect(Result.getOrThrow(Figure.rate(indicator, achieved.length, 8, at)).value?.value).toBe(0.25)
  })
})

describe("brands of places", () => {
  const award = (place: string, from: string, more: object = {}): Encoded => ({
    _tag: "AwardBrand",
    unit: place,
    brand: "partyBuildingComplex",
    from,
    ...more
  })
  const end = (place: string, on: string): Encoded => ({
    _tag: "EndBrand",
    unit: place,
    brand: "partyBuildingComplex",
    on
  })

  it("H-29 a building carries the brand of a Party-building complex for a time, and is listed by it", () => {
    const history = [
      award("cloud", "2021-01-01"),
      award("plaza", "2022-01-01", { to: "2024-01-01" }),
      end("cloud", "2023-01-01")
    ]
    const register = after(history)
    const listed = (on: string) => Register.branded(register, "partyBuildingComplex", day(on))
    expect(["2020-12-31", "2021-12-31", "2022-12-31", "2023-12-31", "2024-01-01"].map(listed)).toEqual([
      [],
      ["cloud"],
      ["cloud", "plaza"],
      ["plaza"],
      []
    ])
    expect(history.map((one) => decide(register, one))).toEqual([[], [], []])
    expect(decide(register, award("plaza", "2023-06-01"))).toMatchObject({ code: "economy/QualificationOverlaps" })
    expect(decide(register, award("cloud", "2023-01-01"))).toHaveLength(1)
    expect(decide(register, award("nowhere", "2023-01-01"))).toMatchObject({ code: "economy/EnterpriseUnknown" })
    expect(decide(register, end("plaza", "2024-01-01"))).toMatchObject({ code: "economy/QualificationNotHeld" })
    expect(decide(register, { _tag: "AwardBrand", unit: "plaza", brand: "other", from: "2025-01-01" })).toMatchObject({
      list: "brands"
    })
    expect(Register.branded(register, "other", day("2023-01-01"))).toEqual([])
  })
})
