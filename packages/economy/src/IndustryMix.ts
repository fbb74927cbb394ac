import { type CivilDate, type Identifier, IndustryCode } from "@louyu/kernel"
import * as Register from "./EnterpriseRegister.ts"

type UnitId = Identifier.UnitId
type Date = CivilDate.CivilDate

/** How many enterprises belong to something. */
export interface Group {
  readonly id: string
  readonly firms: number
}

/**
 * How enterprises are spread over industries on a date.
 *
 * Shape: each enterprise has one main industry, so groups, `unknown` and `otherEdition` add up to `among`. Most first.
 */
export interface IndustryMix {
  readonly on: Date
  readonly among: number
  readonly groups: ReadonlyArray<Group>
  readonly unknown: number
  readonly otherEdition: number
}

const sorted = (counts: ReadonlyMap<string, number>): ReadonlyArray<Group> =>
  [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([id, firms]) => ({ id, firms }))

const groupOf = (
  edition: IndustryCode.IndustryEdition,
  industry: IndustryCode.IndustryCode,
  by: "section" | "division"
): string | undefined => {
  if (by === "section") return IndustryCode.sectionOf(edition, industry)?.letter
  return industry.code.length > 1 ? industry.code.slice(0, 2) : undefined
}

/**
 * Counts enterprises by section (letters) or division (two digits) of their main industry.
 *
 * Shape: an industry told as a section only is `unknown` among divisions.
 * Cost: O(enterprises).
 * Source: domain 2.7.
 */
export const of = (
  register: Register.EnterpriseRegister,
  among: Iterable<UnitId>,
  on: Date,
  by: "section" | "division",
  edition: IndustryCode.IndustryEdition = IndustryCode.edition2017
): IndustryMix => {
  const counts = new Map<string, number>()
  const firms = new Set(among)
  let unknown = 0
  let otherEdition = 0
  for (const firm of firms) {
    const industry = Register.industry(Register.enterprise(register, firm), on)
    const group = industry === undefined ? undefined : groupOf(edition, industry, by)
    if (industry !== undefined && industry.edition !== edition.id) otherEdition++
    else if (group === undefined) unknown++
    else counts.set(group, (counts.get(group) ?? 0) + 1)
  }
  return { on, among: firms.size, groups: sorted(counts), unknown, otherEdition }
}

/** Where an enterprise stands in an industry chain, for a time. The chains themselves belong to another domain. */
export interface Stand {
  readonly enterprise: UnitId
  readonly chain: string
  readonly position: string
  readonly from: Date
  readonly to?: Date
}

/** How enterprises are spread over the positions of a chain: one may stand in several, so groups have no sum. */
export interface ChainMix {
  readonly on: Date
  readonly among: number
  readonly groups: ReadonlyArray<Group>
  /** Enterprises that stand somewhere in the chain, each once. */
  readonly placed: number
}

/** Counts enterprises by their position in a chain on a date. Cost: O(enterprises and stands). */
export const ofChain = (among: Iterable<UnitId>, stands: Iterable<Stand>, chain: string, on: Date): ChainMix => {
  const firms = new Set(among)
  const byPosition = new Map<string, Set<UnitId>>()
  const placed = new Set<UnitId>()
  for (const { enterprise, position, from, to, chain: of } of stands) {
    if (of !== chain || !firms.has(enterprise) || from > on || (to !== undefined && to <= on)) continue
    const there = byPosition.get(position) ?? new Set()
    byPosition.set(position, there.add(enterprise))
    placed.add(enterprise)
  }
  const counts = new Map([...byPosition].map(([position, there]) => [position, there.size]))
  return { on, among: firms.size, groups: sorted(counts), placed: placed.size }
}
