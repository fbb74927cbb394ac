import { CivilDate, type Identifier } from "@louyu/kernel"
import * as AboveScale from "./AboveScale.ts"
import type { QualificationKindId } from "./EnterpriseCatalogue.ts"
import * as Register from "./EnterpriseRegister.ts"
import * as SizeClass from "./SizeClass.ts"
import type { SizeTable } from "./SizeTable.ts"

type UnitId = Identifier.UnitId
type Date = CivilDate.CivilDate

/** For which year something is asked, and what was known by which day; without `knownOn`, what is known by now. */
export interface Asked {
  readonly year: number
  readonly knownOn?: Date
}

const lastDay = (year: number): Date => CivilDate.addDays(CivilDate.startOfYear(year + 1), -1)

/**
 * The size of an enterprise by its figures for a year and its industry at the end of it.
 *
 * Source: domain 2.5 (the class is told once a year, from the year's statistics).
 */
export const sizeOf = (
  register: Register.EnterpriseRegister,
  enterprise: UnitId,
  { year, knownOn }: Asked,
  table: SizeTable
): SizeClass.Size => {
  const known = Register.enterprise(register, enterprise)
  const industry = Register.industry(known, lastDay(year), knownOn)
  return SizeClass.classify(table, industry, Register.year(known, year, knownOn))
}

/** How many enterprises are of which size. Shape: all counts together are `among`; `missing` counts what is not known. */
export interface SizeMix extends Readonly<Record<SizeClass.SizeClass, number>> {
  readonly among: number
  readonly unclassified: number
  readonly unknown: number
  readonly missing: Readonly<Record<SizeClass.Missing, number>>
}

/** Counts enterprises by size. Cost: O(enterprises). */
export const of = (
  register: Register.EnterpriseRegister,
  among: Iterable<UnitId>,
  asked: Asked,
  table: SizeTable
): SizeMix => {
  const firms = new Set(among)
  const counts = { micro: 0, small: 0, medium: 0, large: 0, unclassified: 0, unknown: 0 }
  const missing = { industry: 0, employees: 0, revenue: 0, assets: 0 }
  for (const firm of firms) {
    const size = sizeOf(register, firm, asked, table)
    counts[size._tag === "classified" ? size.size : size._tag]++
    if (size._tag === "unknown") for (const one of size.missing) missing[one]++
  }
  return { among: firms.size, ...counts, missing }
}

/**
 * Enterprises by whether their revenue puts them above scale, beside whether they are entered so.
 *
 * Shape: `notEntered` are above by their revenue without the qualification, `notAbove` the other way round.
 */
export interface ScaleMix {
  readonly among: number
  readonly above: number
  readonly below: number
  readonly unknown: number
  readonly notEntered: ReadonlyArray<UnitId>
  readonly notAbove: ReadonlyArray<UnitId>
}

/** Compares revenue with who is entered as above scale on the last day of the year. Cost: O(enterprises). */
export const scale = (
  register: Register.EnterpriseRegister,
  among: Iterable<UnitId>,
  { year, knownOn }: Asked,
  thresholds: AboveScale.Thresholds,
  kind: QualificationKindId
): ScaleMix => {
  const firms = new Set(among)
  const counts = { above: 0, below: 0, unknown: 0 }
  const notEntered: Array<UnitId> = []
  const notAbove: Array<UnitId> = []
  for (const firm of firms) {
    const known = Register.enterprise(register, firm)
    const industry = Register.industry(known, lastDay(year), knownOn)
    const { _tag } = AboveScale.judge(thresholds, industry, Register.year(known, year, knownOn).revenue)
    counts[_tag]++
    const entered = Register.isHolder(known, kind, lastDay(year))
    if (_tag === "above" && !entered) notEntered.push(firm)
    if (_tag === "below" && entered) notAbove.push(firm)
  }
  return { among: firms.size, ...counts, notEntered: notEntered.toSorted(), notAbove: notAbove.toSorted() }
}
