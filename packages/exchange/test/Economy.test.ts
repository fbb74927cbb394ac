import {
  EnterpriseRegister,
  Holders,
  Incubation,
  Occupancy,
  Publications,
  Published,
  RentRoll,
  Residence,
  Taxation
} from "@louyu/economy"
import { CivilDate, Identifier } from "@louyu/kernel"
import { describe, expect, it } from "vitest"
import { loaded, table } from "./economy.ts"
import { asked, wrong } from "./posts.ts"

const on = CivilDate.make
const unit = Identifier.UnitId.make
const spaceHead = "space,change,place,label,floor,area,purpose,offer,from,to,on,reason"
const leaseHead =
  "lease,tenant,spaces,tenure,shared,from,to,extended_to,extended,leaving,expected,stays,ended,reason,ended_on,annulled,note"
const spaces = (...rows: ReadonlyArray<string>) => ({ "spaces.csv": table(spaceHead, ...rows) })
const leases = (...rows: ReadonlyArray<string>) => ({ "leases.csv": table(leaseHead, ...rows) })
const two = ["s-801,,b-1,801,8,100,办公,出租,2020-01-01,,,", "s-802,,r-1,802,8,60.5,办公,,2020-01-01,,,"]

describe("spaces.csv and leases.csv", () => {
  it("P-21 R4-12 say how full a building is on any day, and change nothing when they are loaded again", () => {
    const { findings, tenancy } = loaded({
      ...spaces(
        ...two,
        "s-801,复测,,,,120,,,2023-01-01,,2022-12-20,",
        "s-802,暂停出租,,,,,,,2024-01-01,2024-07-01,,装修"
      ),
      ...leases("L-1,e-1,s-801,,,2021-01-01,2023-01-01,2025-01-01,2022-06-01,2024-03-01,2024-09-01,,,,,,"),
      "residences.csv": table("tenant,place,registered,taxed,from", "e-1,b-1,是,否,2021-01-01")
    })
    expect([findings, tenancy.failures, tenancy.again]).toEqual([[], [], []])
    const day = (date: string) => Occupancy.on(tenancy.state, on(date))
    expect(day("2022-12-31").byArea).toMatchObject({ numerator: 100, denominator: 160.5 })
    expect(day("2024-06-30").area).toEqual({ total: 180.5, let: 120, owned: 0, vacant: 0, notOffered: 60.5 })
    expect(day("2024-07-01").byUnits).toMatchObject({ numerator: 1, denominator: 2 })
    expect(Residence.answer(tenancy.state, unit("e-1"), "registered", on("2022-01-01"))).toBe("yes")
  })

  it("R4-17 an end that was told late makes room for the lease that followed all the same", () => {
    const { findings, tenancy } = loaded({
      ...leases(
        "L-2,pc-1,s-801,,,2023-07-01,,,,,,,,,,,",
        "L-1,e-1,s-801,,,2021-01-01,,,,,,,2023-07-01,迁出,2023-09-15,,"
      ),
      ...spaces(...two)
    })
    expect([findings, tenancy.failures, tenancy.again]).toEqual([[], [], []])
    expect(Occupancy.on(tenancy.state, on("2023-07-01")).units.let).toBe(1)
  })

  it("R4-17 who wants to leave may say so before the lease begins, on the day it ends, and stay after all", () => {
    const { findings, tenancy } = loaded({
      ...spaces(...two),
      ...leases(
        "L-1,e-1,s-801,,,2021-01-01,2023-01-01,,,2020-12-01,2022-06-01,2021-06-01,,,,,",
        "L-1,e-1,s-801,,,2021-01-01,2023-01-01,2024-01-01,2022-12-01,2023-06-01,,,2023-06-01,提前解约,2023-06-01,,"
      )
    })
    expect([findings, tenancy.failures, tenancy.again]).toEqual([[], [], []])
    const lease = RentRoll.leasesOf(tenancy.state, unit("e-1"))[0]
    expect(lease).toMatchObject({ to: "2023-06-01", ended: { reason: "terminated" } })
  })

  it("a lease that was recorded by mistake does not keep out the one in its place, whichever begins first", () => {
    const mistake = "L-1,e-1,s-801,,,2021-01-01,,,,,,,,,,2024-05-01,录入有误"
    const right = "L-2,e-1,s-801,,,2020-06-01,,,,,,,,,,,"
    const { findings, tenancy } = loaded({ ...spaces(...two), ...leases(mistake, right) })
    expect([findings, tenancy.failures, tenancy.again]).toEqual([[], [], []])
    expect(RentRoll.leasesOf(tenancy.state, unit("e-1"))).toHaveLength(1)
  })

  it("a space that is let already, or shared without saying so, is refused at its row", () => {
    const said = (...rows: ReadonlyArray<string>) => loaded({ ...spaces(...two), ...leases(...rows) }).tenancy.failures
    const first = "L-1,e-1,s-801,,,2021-01-01,2023-01-01,,,,,,,,,,"
    expect(said(first, "L-2,pc-1,s-801;s-802,,,2022-12-31,,,,,,,,,,,,")).toEqual(["economy/SpaceAlreadyLet"])
    expect(said(first, "L-2,pc-1,s-801=40,,是,2022-12-31,,,,,,,,,,,,")).toEqual(["economy/SharingNotDeclared"])
    expect(said("L-1,e-1,s-801=40,,是,2021-01-01,,,,,,,,,,,", "L-2,pc-1,s-801=60,,是,2021-01-01,,,,,,,,,,,")).toEqual(
      []
    )
  })

  it.each([
    ["s,,b-1,801,,0,,,2020-01-01,,,", "area AreaMalformed"],
    ["s,,b-1,801,,12.345,,,2020-01-01,,,", "area AreaMalformed"],
    ["s,,b-1,801,,很大,,,2020-01-01,,,", "area AreaMalformed"],
    ["s,,,801,,10,,,2020-01-01,,,", "place CellMissing"],
    ["s,,b-9,801,,10,,,2020-01-01,,,", "place ReferenceUnknown"],
    ["s,,b-1,801,,10,,借,2020-01-01,,,", "offer ChoiceUnknown"],
    ["s,,b-1,801,,10,,,2020-01-01,2019-01-01,,", "to PeriodReversed"],
    ["s,,b-1,801,,10,,,2020-01-01,,,装修", "reason CellExcluded"],
    ["s,搬走,,,,10,,,2020-01-01,,,", "change ChoiceUnknown"],
    ["s,复测,,,,,,,2020-01-01,,,", "area CellMissing"],
    ["s,复测,b-1,,,10,,,2020-01-01,,,", "place CellExcluded"],
    ["s,暂停出租,,,,,,,2020-01-01,,,", "reason CellMissing"],
    ["s,恢复出租,,,,,,,2020-01-01,2021-01-01,,", "to CellExcluded"],
    ["s p,,b-1,801,,10,,,2020-01-01,,,", "space IdInvalid"]
  ])("a bad row of spaces is named: %s", (row, expected) => {
    expect(wrong(spaces(row))).toEqual([`error spaces.csv 2 ${expected}`])
  })

  it.each([
    ["L,e-9,s,,,2021-01-01,,,,,,,,,,,", "tenant ReferenceUnknown"],
    ["L,e-1,s;s,,,2021-01-01,,,,,,,,,,,", "spaces ListRepeats"],
    ["L,e-1,s=多,,,2021-01-01,,,,,,,,,,,", "spaces AreaMalformed"],
    ["L,e-1,;,,,2021-01-01,,,,,,,,,,,", "spaces CellMissing"],
    ["L,e-1,s,送,,2021-01-01,,,,,,,,,,,", "tenure ChoiceUnknown"],
    ["L,e-1,s,,,2021-01-01,2021-01-01,,,,,,,,,,", "to PeriodReversed"],
    ["L,e-1,s,,,2021-01-01,,2022-01-01,,,,,,,,,", "extended CellMissing"],
    ["L,e-1,s,,,2021-01-01,,,,,2022-01-01,,,,,,", "leaving CellMissing"],
    ["L,e-1,s,,,2021-01-01,,,,,,,2022-01-01,,,,", "reason CellMissing"],
    ["L,e-1,s,,,2021-01-01,,,,,,,,迁出,,,", "ended CellMissing"],
    ["L,e-1,s,,,2021-01-01,,,,,,,,,2022-01-01,,", "ended CellMissing"],
    ["L,e-1,s,,,2021-01-01,,,,,,,2020-01-01,迁出,,,", "ended PeriodReversed"],
    ["L,e-1,s,,,2021-01-01,,,,,,,,,,2022-01-01,", "note CellMissing"]
  ])("a bad row of leases is named: %s", (row, expected) => {
    expect(wrong(leases(row))).toEqual([`error leases.csv 2 ${expected}`])
  })

  it("rows of one lease agree about what was signed", () => {
    const row = "L,e-1,s,,,2021-01-01,,,,,,,,,,,"
    expect(wrong(leases(row, row.replace("e-1", "pc-1")))).toEqual(["error leases.csv 3 tenant RowsDisagree"])
  })
})

const taxHead = "building,year,amount,unit,metric,on,refund,source"
const tax = (...rows: ReadonlyArray<string>) => ({ "tax.csv": table(taxHead, ...rows) })

describe("tax.csv", () => {
  it("H-31 R4-16 a later row of a building and year is a correction, and what was known before stays known", () => {
    const { findings, tax: taxes } = loaded(
      tax(
        "b-1,2024,9900,万元,,2025-02-01,,街道统计",
        'b-1,2024,"100,000,000",,,2025-06-01,,',
        "b-1,2023,1.2亿,,,2024-02-01,,",
        "b-1,2021,1035.4101,万元,,2022-02-01,,",
        "b-1,2024,2,亿元,产值,2025-02-01,,",
        "b-1,2022,-3,万元,,2023-02-01,是,"
      )
    )
    expect([findings, taxes.failures, taxes.again]).toEqual([[], [], []])
    const known = (year: number, date: string) => Taxation.known(taxes.state, unit("b-1"), year, on(date))?.amount
    expect([known(2024, "2025-03-01"), known(2024, "2025-07-01")]).toEqual([9_900_000_000, 10_000_000_000])
    expect(known(2021, "2022-03-01")).toBe(1_035_410_100)
    expect([known(2023, "2024-03-01"), known(2022, "2023-03-01")]).toEqual([12_000_000_000, -3_000_000])
  })

  it.each([
    ["b-9,2024,1,,,2025-01-01,,", "building ReferenceUnknown"],
    ["b-1,24,1,,,2025-01-01,,", "year NumberInvalid"],
    ["b-1,2024,很多,,,2025-01-01,,", "amount MoneyMalformed"],
    ["b-1,2024,1.2亿,万元,,2025-01-01,,", "amount MoneyMalformed"],
    ["b-1,2024,1.234,,,2025-01-01,,", "amount MoneyMalformed"],
    ["b-1,2024,1,美元,,2025-01-01,,", "unit ChoiceUnknown"],
    ["b-1,2024,1,,利润,2025-01-01,,", "metric ChoiceUnknown"],
    ["b-1,2024,1,,,,,", "on CellMissing"]
  ])("a bad row of tax is named: %s", (row, expected) => {
    expect(wrong(tax(row))).toEqual([`error tax.csv 2 ${expected}`])
  })

  it("H-31 less than nothing without a refund, and a year to come, are refused", () => {
    const rows = tax("b-1,2024,-3,万元,,2025-02-01,,", "b-1,2026,3,万元,,2025-02-01,,")
    expect(loaded(rows).tax.failures).toEqual(["economy/AmountNegative", "economy/TaxYearInFuture"])
  })
})

describe("figures.csv", () => {
  const head = "publication,indicator,scope,scope_name,printed,unit,on,source,published,expected,withdrawn"
  const figures = (...rows: ReadonlyArray<string>) => ({ "figures.csv": table(head, ...rows) })
  const yields = "p-1,税收,cbd,商务区,超13,亿元,2022-12-31,年报,2023-02-01,,"

  it("P-02 G-11 keep a printed figure with its word and decimals, its correction, and what was said beforehand", () => {
    const { findings, publications } = loaded(
      figures(
        yields,
        "p-1,税收,cbd,商务区,13.2,亿元,2022-12-31,年报,2023-05-01,,",
        "p-2,办结率,cbd,,99.9,%,2022-12-31,总结,2022-11-01,是,2023-01-01",
        "p-2,办结率,cbd,,99.8,%,2022-12-31,总结,2022-12-01,是,"
      )
    )
    expect([findings, publications.failures, publications.again]).toEqual([[], [], []])
    const known = (id: string, date: string) => {
      const found = Publications.get(publications.state, Published.PublicationId.make(id))
      return found && Publications.known(found, on(date))?.printed
    }
    expect(known("p-1", "2023-03-01")).toEqual({
      count: { value: 13, qualifier: "atLeast" },
      unit: "hundredMillionYuan"
    })
    expect(known("p-1", "2023-06-01")).toMatchObject({ count: { value: 132 }, decimals: 1 })
    expect(known("p-2", "2022-12-15")).toMatchObject({ count: { value: 998 }, decimals: 1, unit: "percent" })
    expect(known("p-2", "2023-01-01")).toBeUndefined()
  })

  it.each([
    [yields.replace("税收", "税负率"), "indicator IndicatorUnknown"],
    [yields.replace("超13", "十三"), "printed PrintedMalformed"],
    [yields.replace("超13", "1.3万"), "printed PrintedMalformed"],
    [yields.replace("超13", "很多"), "printed PrintedMalformed"],
    [yields.replace("亿元", "英镑"), "unit ChoiceUnknown"],
    [yields.replace("年报", ""), "source CellMissing"]
  ])("a bad row of figures is named: %s", (row, expected) => {
    expect(wrong(figures(row))).toEqual([`error figures.csv 2 ${expected}`])
  })

  it("a unit in which the indicator is not measured is refused", () => {
    expect(loaded(figures(yields.replace("亿元", "家"))).publications.failures).toEqual(["economy/UnitUnfit"])
  })
})

describe("files about enterprises", () => {
  const head = "enterprise,kind,level,issued_by,number,from,to,on,revoked"
  const qualifications = (...rows: ReadonlyArray<string>) => ({ "qualifications.csv": table(head, ...rows) })

  it("H-27 certificates overlap and are renewed; one entered by mistake leaves room for the right one", () => {
    const { findings, enterprises } = loaded(
      qualifications(
        "e-1,高新技术企业,,省科技厅,GR-2,2022-01-01,2025-01-01,,",
        "e-1,高新技术企业,,省科技厅,GR-4,2025-01-01,2028-01-01,,",
        "e-1,高新技术企业,,省科技厅,GR-3,2025-01-01,2027-01-01,,2025-01-01",
        "e-1,高新技术企业,,省科技厅,GR-1,2019-01-01,,2021-01-01,2022-01-01",
        "e-1,listed,区域性股权市场,股交中心,,2020-05-01,,,",
        "pc-1,规模以上企业,,统计局,,2021-01-01,,,"
      )
    )
    expect([findings, enterprises.failures, enterprises.again]).toEqual([[], [], []])
    const held = Holders.of(enterprises.state, [unit("e-1"), unit("pc-1")], on("2022-06-01"))
    expect(held).toMatchObject({ among: 2, holders: 2 })
    expect(held.byKind.map(({ kind, firms }) => [kind, firms])).toEqual([
      ["aboveScale", 1],
      ["highTech", 1],
      ["listed", 1]
    ])
  })

  it("P-26 H-29 figures, rights, support, outcomes and brands are kept with their days", () => {
    const { findings, enterprises } = loaded({
      "enterprise-years.csv": table(
        "enterprise,year,employees,revenue,unit,industry,on",
        "e-1,2023,120,1300,万元,6513,2024-02-01",
        "e-1,2023,118,,,,2024-05-01"
      ),
      "intellectual-property.csv": table("enterprise,kind,count,as_of", "e-1,专利,24,2020-12-31"),
      "support.csv": table(
        "enterprise,support,kind,by,quantity,from,to,ended",
        "e-1,s-1,高校实习生,pc-1,5,2022-07-01,2022-09-01,2022-08-15"
      ),
      "outcomes.csv": table("enterprise,activity,kind,on", "e-1,training-1,涉足直播电商,2022-09-01"),
      "brands.csv": table("unit,brand,from,to", "b-1,楼宇党建综合体,2021-07-01,2023-07-01")
    })
    expect([findings, enterprises.failures, enterprises.again]).toEqual([[], [], []])
    const known = EnterpriseRegister.enterprise(enterprises.state, unit("e-1"))
    expect(EnterpriseRegister.year(known, 2023)).toEqual({ employees: 118, revenue: 1_300_000_000 })
    expect(EnterpriseRegister.property(known, "patent", on("2021-01-01"))).toBe(24)
    expect(Incubation.achieved(enterprises.state, [unit("e-1")], { kind: "liveCommerce" })).toEqual(["e-1"])
    const branded = EnterpriseRegister.brandings(enterprises.state, "partyBuildingComplex", unit("b-1"))
    expect(branded).toMatchObject([{ from: "2021-07-01", revoked: "2023-07-01" }])
  })

  it.each([
    ["qualifications.csv", `${head}\ne-1,独角兽,,某局,,2020-01-01,,,`, "kind KindUnknown"],
    ["qualifications.csv", `${head}\ne-1,listed,创业板,某局,,2020-01-01,,,`, "level KindUnknown"],
    ["qualifications.csv", `${head}\ne-1,listed,,,,2020-01-01,,,`, "issued_by CellMissing"],
    ["qualifications.csv", `${head}\ne-1,listed,,某局,,2020-01-01,2020-01-01,,`, "to PeriodReversed"],
    ["enterprise-years.csv", "enterprise,year,employees,on\ne-1,2023,,2024-01-01", "employees ChangeMissing"],
    ["enterprise-years.csv", "enterprise,year,employees,on\ne-1,2023,1.5,2024-01-01", "employees NumberInvalid"],
    ["enterprise-years.csv", "enterprise,year,revenue,unit,on\ne-1,2023,1亿,万,2024-01-01", "revenue MoneyMalformed"],
    ["enterprise-years.csv", "enterprise,year,industry,on\ne-1,2023,软件,2024-01-01", "industry IndustryCodeMalformed"],
    ["intellectual-property.csv", "enterprise,kind,count,as_of\ne-1,商标,1,2024-01-01", "kind KindUnknown"],
    ["support.csv", "enterprise,support,kind,by,from\ne-1,s,借款,pc-1,2024-01-01", "kind KindUnknown"],
    ["support.csv", "enterprise,support,kind,by,from\ne-1,s,孵化,e-9,2024-01-01", "by ReferenceUnknown"],
    ["outcomes.csv", "enterprise,activity,kind,on\ne-1,a,上市,2024-01-01", "kind KindUnknown"],
    ["brands.csv", "unit,brand,from,to\nb-1,楼宇党建综合体,2024-01-01,2023-01-01", "to PeriodReversed"]
  ])("a bad row of %s is named: %s", (file, text, expected) => {
    expect(wrong({ [file]: `${text}\n` })).toEqual([`error ${file} 2 ${expected}`])
  })

  it("the words a city has of its own are found as well", () => {
    expect(asked(qualifications("e-1,高新技術企業,,科技局,,2020-01-01,,,")).at(-1)).toMatchObject({ kind: "highTech" })
  })
})
