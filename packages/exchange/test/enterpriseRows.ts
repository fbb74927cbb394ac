import * as fc from "fast-check"
import { cell, id } from "./listWords.ts"
import { count, from, given, maybe, text, to, unit, type Written, written } from "./rows.ts"

const kinds = fc.constantFrom(
  ["高新技术企业", "highTech", undefined],
  ["srdi", "srdi", ["专精特新“小巨人”企业", "littleGiant"]],
  ["listed", "listed", ["regional", "regional"]]
) satisfies fc.Arbitrary<readonly [string, string, readonly [string, string] | undefined]>

const qualifications = written(
  "qualifications.csv",
  fc.record({
    enterprise: unit,
    kind: kinds,
    issuedBy: text,
    number: maybe(text),
    from,
    to: maybe(to),
    on: maybe(from),
    revoked: maybe(to)
  }),
  (r) => ({
    enterprise: r.enterprise,
    kind: r.kind[0],
    level: r.kind[2]?.[0] ?? "",
    issuedBy: r.issuedBy,
    number: r.number ?? "",
    from: r.from,
    to: r.to ?? "",
    on: r.on ?? "",
    revoked: r.revoked ?? ""
  }),
  ({ kind: [, kind, level], revoked, ...r }) => [
    given({ _tag: "GrantQualification", ...r, kind, level: level?.[1] }),
    ...(revoked === undefined
      ? []
      : [given({ _tag: "RevokeQualification", enterprise: r.enterprise, kind, level: level?.[1], on: revoked })])
  ]
)

const amounts = fc.constantFrom(["12", 12_000_000], ["0.5", 500_000], ["1,300", 1_300_000_000]) satisfies fc.Arbitrary<
  readonly [string, number]
>

const years = written(
  "enterprise-years.csv",
  fc.record({
    enterprise: unit,
    year: fc.integer({ min: 2018, max: 2024 }),
    employees: maybe(count),
    revenue: maybe(amounts),
    assets: maybe(amounts),
    output: amounts,
    industry: maybe(fc.constantFrom("I", "65", "6513")),
    industryFrom: maybe(from),
    on: from
  }),
  (r) => ({
    enterprise: r.enterprise,
    year: cell(r.year),
    employees: cell(r.employees),
    revenue: r.revenue?.[0] ?? "",
    assets: r.assets?.[0] ?? "",
    output: r.output[0],
    unit: "万元",
    industry: r.industry ?? "",
    industryFrom: r.industry === undefined ? "" : (r.industryFrom ?? ""),
    on: r.on
  }),
  ({ enterprise, year, employees, revenue, assets, output, industry, industryFrom = `${year}-01-01`, on }) => [
    ...(industry === undefined
      ? []
      : [
          {
            _tag: "AssignIndustry",
            enterprise,
            industry: { edition: "GB/T 4754-2017", code: industry },
            from: industryFrom,
            on
          }
        ]),
    given({
      _tag: "ReportEnterpriseYear",
      enterprise,
      year,
      employees,
      revenue: revenue?.[1],
      assets: assets?.[1],
      output: output[1],
      on
    })
  ]
)

const property = written(
  "intellectual-property.csv",
  fc.record({
    enterprise: unit,
    kind: fc.constantFrom(["专利", "patent"], ["softwareCopyright", "softwareCopyright"]),
    count,
    asOf: from,
    on: maybe(to)
  }),
  (r) => ({ ...r, kind: r.kind[0], count: cell(r.count), on: r.on ?? "" }),
  ({ kind, on, ...r }) => [{ _tag: "CountIntellectualProperty", ...r, kind: kind[1], on: on ?? r.asOf }]
)

const support = written(
  "support.csv",
  fc.record({
    enterprise: unit,
    support: id("s"),
    kind: fc.constantFrom(["孵化", "incubation"], ["interns", "interns"]),
    by: unit,
    quantity: maybe(count),
    from,
    to: maybe(to),
    ended: maybe(to)
  }),
  (r) => ({ ...r, kind: r.kind[0], quantity: cell(r.quantity), to: r.to ?? "", ended: r.ended ?? "" }),
  ({ kind, ended, ...r }) => [
    given({ _tag: "RecordSupport", ...r, kind: kind[1] }),
    ...(ended === undefined ? [] : [{ _tag: "EndSupport", enterprise: r.enterprise, support: r.support, on: ended }])
  ]
)

const outcomes = written(
  "outcomes.csv",
  fc.record({ enterprise: unit, activity: id("act"), on: from }),
  (r) => ({ ...r, kind: "涉足直播电商" }),
  (r) => [{ _tag: "LinkOutcome", ...r, kind: "liveCommerce" }]
)

const brands = written(
  "brands.csv",
  fc.record({ unit, from, to: maybe(to) }),
  (r) => ({ ...r, brand: "楼宇党建综合体", to: r.to ?? "" }),
  ({ unit: of, from: begin, to: end }) => [
    { _tag: "AwardBrand", unit: of, brand: "partyBuildingComplex", from: begin },
    ...(end === undefined ? [] : [{ _tag: "EndBrand", unit: of, brand: "partyBuildingComplex", on: end }])
  ]
)

/** Rows about enterprises and brands, on the units of the other rows. */
export const enterpriseRows: fc.Arbitrary<ReadonlyArray<Written>> = fc
  .tuple(
    fc.array(qualifications, { maxLength: 3 }),
    fc.array(years, { maxLength: 3 }),
    fc.array(property, { maxLength: 2 }),
    fc.array(support, { maxLength: 2 }),
    fc.array(outcomes, { maxLength: 2 }),
    fc.array(brands, { maxLength: 2 })
  )
  .map((all) => all.flat())
