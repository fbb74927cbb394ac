import { CivilDate, type Identifier, Period } from "@louyu/kernel"
import type { QualificationKindId } from "./EnterpriseCatalogue.ts"
import * as Register from "./EnterpriseRegister.ts"
import * as Holding from "./Holding.ts"

type UnitId = Identifier.UnitId
type Date = CivilDate.CivilDate

/** How many enterprises hold a kind of qualification, of any level. */
export interface KindCount {
  readonly kind: QualificationKindId
  readonly firms: number
}

/** How many hold a level of a kind; `level` is `undefined` where it was not told. */
export interface LevelCount extends KindCount {
  readonly level: string | undefined
}

/** How many hold exactly these kinds and no other. */
export interface Combination {
  readonly kinds: ReadonlyArray<QualificationKindId>
  readonly firms: number
}

/**
 * Who holds which qualifications on a date.
 *
 * Shape: every enterprise counts once in `among`, in `holders` or `none`, and in one of `combinations`; `byKind` and
 * `byLevel` overlap and have no sum. Most first, then by id.
 */
export interface Holders {
  readonly on: Date
  readonly among: number
  readonly holders: number
  readonly none: number
  readonly byKind: ReadonlyArray<KindCount>
  readonly byLevel: ReadonlyArray<LevelCount>
  readonly combinations: ReadonlyArray<Combination>
}

const separator = " "
const bump = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1)
const byFirms = <A>(counts: Map<string, number>, of: (key: string) => A): ReadonlyArray<A & { firms: number }> =>
  [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([key, firms]) => ({ ...of(key), firms }))

// Most firms hold one at most; those need no set and no order.
const kindsOf = (held: ReadonlyArray<Register.Qualification>): ReadonlyArray<string> => {
  const kinds = held.map(({ kind }) => kind)
  return kinds.length < 2 ? kinds : [...new Set<string>(kinds)].toSorted()
}

/**
 * Counts the holders of qualifications among some enterprises on a date.
 *
 * Cost: O(enterprises and their qualifications).
 * Source: H-27: of 160 firms 12 above scale, 2 specialised, 43 high-tech, which overlap and are no sum of firms.
 */
export const of = (register: Register.EnterpriseRegister, among: Iterable<UnitId>, on: Date): Holders => {
  const kinds = new Map<string, number>()
  const levels = new Map<string, number>()
  const sets = new Map<string, number>()
  const ids = new Map<string, QualificationKindId>()
  const firms = new Set(among)
  let holders = 0
  for (const firm of firms) {
    const held = Register.qualifications(Register.enterprise(register, firm), on)
    if (held.length === 0) continue
    holders++
    for (const { kind, level } of held) {
      ids.set(kind, kind)
      bump(levels, level === undefined ? kind : `${kind}${separator}${level}`)
    }
    const own = kindsOf(held)
    for (const kind of own) bump(kinds, kind)
    bump(sets, own.join(separator))
  }
  const id = (kind: string): QualificationKindId => {
    const found = ids.get(kind)
    if (found === undefined) throw new Error("invariant: a kind that is counted was met")
    return found
  }
  return {
    on,
    among: firms.size,
    holders,
    none: firms.size - holders,
    byKind: byFirms(kinds, (kind) => ({ kind: id(kind) })),
    byLevel: byFirms(levels, (key) => {
      const [kind = "", level] = key.split(separator)
      return { kind: id(kind), level }
    }),
    combinations: byFirms(sets, (key) => ({ kinds: key.split(separator).map(id) }))
  }
}

/** How many hold a kind. */
export const count = ({ byKind }: Holders, kind: string): number => byKind.find((one) => one.kind === kind)?.firms ?? 0

/** A qualification that begins or ends for an enterprise on a day. */
export interface Turn {
  readonly enterprise: UnitId
  readonly kind: QualificationKindId
  readonly level: string | undefined
  readonly on: Date
}

const inOrder = (turns: Array<Turn>): ReadonlyArray<Turn> =>
  turns.sort((a, b) => CivilDate.compare(a.on, b.on) || (a.enterprise < b.enterprise ? -1 : 1))

/**
 * The enterprises that came to hold a kind of qualification in a period; a renewal, or another level, is not new.
 *
 * Cost: O(enterprises and their qualifications).
 * Source: H-27 (new per year: ask for the period of a year).
 */
export const gained = (
  register: Register.EnterpriseRegister,
  among: Iterable<UnitId>,
  within: Period.Period
): ReadonlyArray<Turn> => {
  const turns: Array<Turn> = []
  for (const enterprise of new Set(among)) {
    const known = Register.enterprise(register, enterprise)
    const several = known.qualifications.length > 1
    const begun = new Set<string>()
    for (const one of known.qualifications) {
      const { kind, level, from } = one
      if (!Period.contains(within, from) || !Holding.holds(one, from)) continue
      if (several && Register.isHolder(known, kind, CivilDate.addDays(from, -1))) continue
      // Two levels may begin on one day; that is one new holder.
      const key = `${kind} ${from}`
      if (!begun.has(key)) turns.push({ enterprise, kind, level, on: from })
      begun.add(key)
    }
  }
  return inOrder(turns)
}

/**
 * The qualifications that end in a period and go on at no level: `on` is the first day without.
 *
 * Cost: O(enterprises and their qualifications).
 */
export const expiring = (
  register: Register.EnterpriseRegister,
  among: Iterable<UnitId>,
  within: Period.Period
): ReadonlyArray<Turn> => {
  const turns: Array<Turn> = []
  for (const enterprise of new Set(among)) {
    const known = Register.enterprise(register, enterprise)
    for (const one of known.qualifications) {
      const end = Holding.life(one)?.to
      if (end === undefined || !Period.contains(within, end) || Register.isHolder(known, one.kind, end)) continue
      turns.push({ enterprise, kind: one.kind, level: one.level, on: end })
    }
  }
  return inOrder(turns)
}
