import { IndustryCode, Money, Text } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import * as IndustryRows from "./IndustryRows.ts"

/**
 * From which revenue of a year on enterprises of some industries are counted one by one in statistics.
 *
 * Shape: `codes` are letters of sections or first digits; the threshold itself is above scale.
 * Units: `revenue` in fen.
 */
export const Threshold = Schema.Struct({
  id: Schema.NonEmptyString,
  names: Text.Text,
  codes: Schema.NonEmptyArray(Schema.String.check(Schema.isPattern(/^(?:[A-Z]|[0-9]{2,4})$/u))),
  revenue: Money.Money
})
export type Threshold = typeof Threshold.Type

/** The thresholds of a country, province or city. Industries without one are entered by other rules. */
export const Thresholds = Schema.Struct({
  id: Schema.NonEmptyString,
  industries: IndustryCode.IndustryEdition,
  rows: Schema.NonEmptyArray(Threshold)
}).check(Schema.makeFilter(({ rows }) => IndustryRows.fault(rows)))
export type Thresholds = typeof Thresholds.Type

const million = 100_000_000
const row = (
  id: string,
  zh: string,
  en: string,
  millions: number,
  ...codes: readonly [string, ...Array<string>]
): Threshold => ({ id, names: Text.of(zh, en), codes, revenue: Money.fen(millions * million) })

const tenMillion = ["L", "M", "P", "702", "703", "704", "709"] as const

/**
 * The thresholds in common use: 规上 for industry and services, 限额以上 for trade, lodging and catering.
 *
 * Shape: construction and real-estate development are entered by their permits, finance by its own statistics: no row.
 * Source: domain 2.5.
 */
export const common: Thresholds = {
  id: "above-scale",
  industries: IndustryCode.edition2017,
  rows: [
    row("industry", "规模以上工业", "Industry above scale", 20, "B", "C", "D"),
    row("wholesale", "限额以上批发业", "Wholesale above the limit", 20, "51"),
    row("retail", "限额以上零售业", "Retail above the limit", 5, "52"),
    row("hospitality", "限额以上住宿和餐饮业", "Lodging and catering above the limit", 2, "H"),
    row("services-20", "规模以上服务业（2000万元）", "Services from 20 million yuan", 20, "G", "I", "N", "84"),
    row("services-10", "规模以上服务业（1000万元）", "Services from 10 million yuan", 10, ...tenMillion),
    row("services-5", "规模以上服务业（500万元）", "Services from 5 million yuan", 5, "O", "R", "85")
  ]
}

/** Why it is told or not told. Shape: `threshold` is the id of the row that decided or would decide. */
export type Verdict =
  | { readonly _tag: "above" | "below"; readonly threshold: string }
  | { readonly _tag: "unknown"; readonly reason: "industryMissing" | "industryTooCoarse" | "notCovered" }
  | { readonly _tag: "unknown"; readonly reason: "revenueMissing"; readonly threshold: string }

const compiled = new WeakMap<Thresholds, IndustryRows.Rows<Threshold>>()
const rowsOf = (thresholds: Thresholds): IndustryRows.Rows<Threshold> => {
  const known = compiled.get(thresholds)
  if (known !== undefined) return known
  const rows = IndustryRows.of(thresholds.industries, thresholds.rows)
  compiled.set(thresholds, rows)
  return rows
}

/**
 * Tells whether the revenue of a year puts an enterprise above scale; that it is entered so is a qualification of its own.
 *
 * Cost: O(1).
 * Source: domain 2.5.
 *
 * ```ts
 * import { Money } from "@louyu/kernel"
 * const retail = { edition: "GB/T 4754-2017", code: "52" }
 * AboveScale.judge(AboveScale.common, retail, Money.fen(5_000_000_00)) // => { _tag: "above", threshold: "retail" }
 * AboveScale.judge(AboveScale.common, retail, undefined)
 * // => { _tag: "unknown", reason: "revenueMissing", threshold: "retail" }
 * ```
 */
export const judge = (
  thresholds: Thresholds,
  industry: IndustryCode.IndustryCode | undefined,
  revenue: Money.Money | undefined
): Verdict => {
  const found = industry === undefined ? undefined : rowsOf(thresholds)(industry)
  if (found === undefined || found._tag === "otherEdition") return { _tag: "unknown", reason: "industryMissing" }
  if (found._tag === "tooCoarse") return { _tag: "unknown", reason: "industryTooCoarse" }
  if (found._tag === "notCovered") return { _tag: "unknown", reason: "notCovered" }
  const threshold = found.row.id
  if (revenue === undefined) return { _tag: "unknown", reason: "revenueMissing", threshold }
  return { _tag: revenue >= found.row.revenue ? "above" : "below", threshold }
}
