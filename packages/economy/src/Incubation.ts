import { type CivilDate, type Identifier, Period } from "@louyu/kernel"
import type { ActivityId } from "./EnterpriseCommand.ts"
import * as Register from "./EnterpriseRegister.ts"
import * as Holding from "./Holding.ts"

type UnitId = Identifier.UnitId
type Date = CivilDate.CivilDate

/** Support of one kind that enterprises receive. Units: `quantity` in what the kind counts, for example interns. */
export interface SupportCount {
  readonly kind: string
  readonly firms: number
  readonly quantity: number
}

/** The support that enterprises receive on a date. Shape: an enterprise counts once a kind, and once in `firms`. */
export interface Supported {
  readonly on: Date
  readonly among: number
  readonly firms: number
  readonly byKind: ReadonlyArray<SupportCount>
}

/**
 * Counts the support that some enterprises receive on a date, from anybody or from one giver.
 *
 * Cost: O(enterprises and their support).
 * Source: H-27 (interns of a university, diagnosis by experts, incubation by an operator).
 */
export const of = (
  register: Register.EnterpriseRegister,
  among: Iterable<UnitId>,
  on: Date,
  by?: UnitId
): Supported => {
  const firms = new Set(among)
  const kinds = new Map<string, { firms: number; quantity: number }>()
  let supported = 0
  for (const firm of firms) {
    const own = Register.supports(Register.enterprise(register, firm), on).filter(
      (one) => by === undefined || one.by === by
    )
    if (own.length > 0) supported++
    for (const kind of new Set(own.map((one) => one.kind))) {
      const { firms = 0, quantity = 0 } = kinds.get(kind) ?? {}
      const more = own.reduce((sum, one) => (one.kind === kind ? sum + (one.quantity ?? 0) : sum), 0)
      kinds.set(kind, { firms: firms + 1, quantity: quantity + more })
    }
  }
  const byKind = [...kinds].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([kind, counts]) => ({ kind, ...counts }))
  return { on, among: firms.size, firms: supported, byKind }
}

/** The enterprises that received support of a kind on some day of a period, in order of their ids. */
export const received = (
  register: Register.EnterpriseRegister,
  among: Iterable<UnitId>,
  kind: string,
  within: Period.Period
): ReadonlyArray<UnitId> =>
  [...new Set(among)]
    .filter((firm) =>
      Register.enterprise(register, firm).supports.some((one) => {
        const days = Holding.life(one)
        return one.kind === kind && days !== undefined && Period.overlaps(days, within)
      })
    )
    .toSorted()

/** What is asked of outcomes: which kind, of which activity, in which period; what is left out does not matter. */
export interface OutcomeAsked {
  readonly kind?: string
  readonly activity?: ActivityId
  readonly within?: Period.Period
}

/**
 * The enterprises for which something came of an activity, each once, in order of their ids.
 *
 * Cost: O(enterprises and their outcomes).
 * Source: P-26 (after short-video training firms went into live e-commerce).
 */
export const achieved = (
  register: Register.EnterpriseRegister,
  among: Iterable<UnitId>,
  { kind, activity, within }: OutcomeAsked
): ReadonlyArray<UnitId> =>
  [...new Set(among)]
    .filter((firm) =>
      Register.enterprise(register, firm).outcomes.some(
        (one) =>
          (kind === undefined || one.kind === kind) &&
          (activity === undefined || one.activity === activity) &&
          (within === undefined || Period.contains(within, one.on))
      )
    )
    .toSorted()

/**
 * The intellectual property of enterprises on a date.
 *
 * Shape: `total` is of the `counted` enterprises only; of the others it is not known, which is not none.
 */
export interface Property {
  readonly on: Date
  readonly among: number
  readonly counted: number
  readonly owners: number
  readonly total: number
}

/** Adds up intellectual property of a kind as last counted by a date. Cost: O(enterprises). Source: H-27. */
export const property = (
  register: Register.EnterpriseRegister,
  among: Iterable<UnitId>,
  kind: string,
  on: Date
): Property => {
  const firms = new Set(among)
  const counts = [...firms].flatMap((firm) => Register.property(Register.enterprise(register, firm), kind, on) ?? [])
  const total = counts.reduce((sum, one) => sum + one, 0)
  return { on, among: firms.size, counted: counts.length, owners: counts.filter((one) => one > 0).length, total }
}
