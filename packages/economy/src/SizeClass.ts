import type { IndustryCode, Money } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import * as IndustryRows from "./IndustryRows.ts"
import type { Bounds, SizeRow, SizeTable } from "./SizeTable.ts"

/** How large an enterprise is, from the smallest on. */
export const sizes = ["micro", "small", "medium", "large"] as const

/** How large an enterprise is in statistics. */
export const SizeClass = Schema.Literals(sizes)
export type SizeClass = typeof SizeClass.Type

/**
 * What the size is told by, as far as it is known.
 *
 * Units: `employees` persons; `revenue` of a year and total `assets` in fen.
 */
export interface Indicators {
  readonly employees?: number
  readonly revenue?: Money.Money
  readonly assets?: Money.Money
}

/** What has to be known before the size can be told. */
export type Missing = "industry" | keyof Indicators

/**
 * What the rule says of an enterprise.
 *
 * Shape: `unclassified` where the rule does not apply; `unknown` names what is missing, and `atMost` is the size that
 * what is known already limits it to.
 */
export type Size =
  | { readonly _tag: "classified"; readonly size: SizeClass; readonly row: string }
  | { readonly _tag: "unclassified" }
  | { readonly _tag: "unknown"; readonly missing: ReadonlyArray<Missing>; readonly atMost: SizeClass }

const compiled = new WeakMap<SizeTable, IndustryRows.Rows<SizeRow>>()
const rowsOf = (table: SizeTable): IndustryRows.Rows<SizeRow> => {
  const known = compiled.get(table)
  if (known !== undefined) return known
  const rows = IndustryRows.of(table.industries, table.rows)
  compiled.set(table, rows)
  return rows
}

/** The row of a table that an industry falls under; `undefined` when there is none or the code is too coarse. */
export const rowOf = (table: SizeTable, industry: IndustryCode.IndustryCode): SizeRow | undefined => {
  const found = rowsOf(table)(industry)
  return found._tag === "row" ? found.row : undefined
}

const used = ["employees", "revenue", "assets"] as const
// 10,000 yuan in fen: amounts are compared as they are, the table keeps the numbers it is printed with.
const scale = { employees: 1, revenue: 1_000_000, assets: 1_000_000 } as const

const rank = (bounds: Bounds, value: number, unit: number): number =>
  value >= bounds.large * unit ? 3 : value >= bounds.medium * unit ? 2 : value >= bounds.small * unit ? 1 : 0

const sizeAt = (rank: number): SizeClass => sizes[rank] ?? "micro"

/**
 * Tells how large an enterprise is: the smallest class that any indicator of its row puts it in.
 *
 * Shape: an indicator that is not known leaves the size unknown, except where another one already says micro.
 * Cost: O(1).
 * Source: domain 2.5: large, medium and small meet all lower bounds of their row; one in the micro range is enough.
 *
 * ```ts
 * import { Money } from "@louyu/kernel"
 * const software = { edition: "GB/T 4754-2017", code: "6513" }
 * const revenue = Money.fen(10_000_000_00)
 * SizeClass.classify(SizeTable.edition2017, software, { employees: 100, revenue })
 * // => { _tag: "classified", size: "medium", row: "software" }
 * SizeClass.classify(SizeTable.edition2017, software, { employees: 100 })
 * // => { _tag: "unknown", missing: ["revenue"], atMost: "medium" }
 * SizeClass.classify(SizeTable.edition2017, { edition: "GB/T 4754-2017", code: "66" }, {})
 * // => { _tag: "unclassified" }
 * ```
 */
export const classify = (
  table: SizeTable,
  industry: IndustryCode.IndustryCode | undefined,
  known: Indicators
): Size => {
  const found = industry === undefined ? undefined : rowsOf(table)(industry)
  if (found?._tag === "notCovered") return { _tag: "unclassified" }
  if (found?._tag !== "row") return { _tag: "unknown", missing: ["industry"], atMost: "large" }
  const { row } = found
  const missing: Array<Missing> = []
  let lowest = 3
  for (const indicator of used) {
    const bounds = row[indicator]
    const value = known[indicator]
    if (bounds === undefined) continue
    if (value === undefined) missing.push(indicator)
    else lowest = Math.min(lowest, rank(bounds, value, scale[indicator]))
  }
  return missing.length === 0 || lowest === 0
    ? { _tag: "classified", size: sizeAt(lowest), row: row.id }
    : { _tag: "unknown", missing, atMost: sizeAt(lowest) }
}
