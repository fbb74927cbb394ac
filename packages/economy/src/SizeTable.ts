import { IndustryCode, Text } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import * as IndustryRows from "./IndustryRows.ts"

const whole = Schema.Int.check(Schema.isGreaterThan(0))

/** Where large, medium and small begin; what is below small is micro. Each bound belongs to the class it opens. */
export const Bounds = Schema.Struct({ large: whole, medium: whole, small: whole }).check(
  Schema.makeFilter(({ large, medium, small }) =>
    large > medium && medium > small ? undefined : "large must be above medium, medium above small"
  )
)
export type Bounds = typeof Bounds.Type

/**
 * What decides about the size of enterprises of some industries.
 *
 * Shape: `codes` are letters of sections or first digits; an indicator that is left out does not count.
 * Units: `employees` persons; `revenue` of a year and total `assets` in 10,000 yuan (万元), as the rule prints them.
 */
export const SizeRow = Schema.Struct({
  id: Schema.NonEmptyString,
  names: Text.Text,
  codes: Schema.NonEmptyArray(Schema.String.check(Schema.isPattern(/^(?:[A-Z]|[0-9]{2,4})$/u))),
  employees: Schema.optionalKey(Bounds),
  revenue: Schema.optionalKey(Bounds),
  assets: Schema.optionalKey(Bounds)
})
export type SizeRow = typeof SizeRow.Type

/** An edition of the rule by which the size of an enterprise is told. Industries without a row are not classified. */
export const SizeTable = Schema.Struct({
  id: Schema.NonEmptyString,
  names: Text.Text,
  industries: IndustryCode.IndustryEdition,
  rows: Schema.NonEmptyArray(SizeRow)
}).check(Schema.makeFilter(({ rows }) => IndustryRows.fault(rows)))
export type SizeTable = typeof SizeTable.Type

type Triple = readonly [large: number, medium: number, small: number]
interface Printed {
  readonly x?: Triple
  readonly y?: Triple
  readonly z?: Triple
}

const bounds = ([large, medium, small]: Triple): Bounds => ({ large, medium, small })
const row = (
  id: string,
  zh: string,
  en: string,
  codes: readonly [string, ...Array<string>],
  { x, y, z }: Printed
): SizeRow => ({
  id,
  names: Text.of(zh, en),
  codes,
  ...(x === undefined ? {} : { employees: bounds(x) }),
  ...(y === undefined ? {} : { revenue: bounds(y) }),
  ...(z === undefined ? {} : { assets: bounds(z) })
})

const staff: Triple = [300, 100, 10]
const services: Triple = [10_000, 2000, 100]

/**
 * The statistical size classes in force since 2017.
 *
 * Shape: industry is mining, manufacturing and supply; transport leaves railways out and takes in loading and agencies;
 * "other" is science, water and environment, services to households, social work, culture, and real-estate agencies.
 * Railways, finance, letting of property, education, health, public management have no row.
 * Source: 国统字〔2017〕213号; domain 2.5.
 */
export const edition2017: SizeTable = {
  id: "NBS-2017-213",
  names: Text.of("统计上大中小微型企业划分办法（2017）", "Statistical size classes of enterprises (2017)"),
  industries: IndustryCode.edition2017,
  rows: [
    row("farming", "农、林、牧、渔业", "Farming, forestry, husbandry, fishery", ["A"], { y: [20_000, 500, 50] }),
    row("industry", "工业", "Industry", ["B", "C", "D"], { x: [1000, 300, 20], y: [40_000, 2000, 300] }),
    row("construction", "建筑业", "Construction", ["E"], { y: [80_000, 6000, 300], z: [80_000, 5000, 300] }),
    row("wholesale", "批发业", "Wholesale", ["51"], { x: [200, 20, 5], y: [40_000, 5000, 1000] }),
    row("retail", "零售业", "Retail", ["52"], { x: [300, 50, 10], y: [20_000, 500, 100] }),
    row("transport", "交通运输业", "Transport", ["54", "55", "56", "57", "58", "591"], {
      x: [1000, 300, 20],
      y: [30_000, 3000, 200]
    }),
    row("storage", "仓储业", "Storage", ["592", "593", "594", "595", "596", "599"], {
      x: [200, 100, 20],
      y: [30_000, 1000, 100]
    }),
    row("post", "邮政业", "Post", ["60"], { x: [1000, 300, 20], y: [30_000, 2000, 100] }),
    row("lodging", "住宿业", "Lodging", ["61"], { x: staff, y: services }),
    row("catering", "餐饮业", "Catering", ["62"], { x: staff, y: services }),
    row("transmission", "信息传输业", "Information transmission", ["63", "64"], {
      x: [2000, 100, 10],
      y: [100_000, 1000, 100]
    }),
    row("software", "软件和信息技术服务业", "Software and IT services", ["65"], { x: staff, y: [10_000, 1000, 50] }),
    row("development", "房地产开发经营", "Real-estate development", ["701"], {
      y: [200_000, 1000, 100],
      z: [10_000, 5000, 2000]
    }),
    row("property", "物业管理", "Property management", ["702"], { x: [1000, 300, 100], y: [5000, 1000, 500] }),
    row("business", "租赁和商务服务业", "Leasing and business services", ["L"], {
      x: staff,
      z: [120_000, 8000, 100]
    }),
    row("other", "其他未列明行业", "Other industries", ["M", "N", "O", "R", "85", "703", "709"], { x: staff })
  ]
}
