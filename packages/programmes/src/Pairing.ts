import { CivilDate, type Identifier, Period, Rate, Text } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as Option from "effect/Option"
import type { Code, PairingId } from "./Code.ts"
import * as Desk from "./Desk.ts"
import type { Commitment } from "./PairingCommand.ts"
import type * as Event from "./PairingEvent.ts"
import * as Rule from "./Rule.ts"

type Date = CivilDate.CivilDate
type UnitId = Identifier.UnitId

/** A pairing agreement with its signatures and what was brought in. Source: F-12. */
export interface Pairing extends Desk.Story<Event.Event> {
  readonly proposed: Event.PairingProposed
  readonly signed: HashMap.HashMap<UnitId, Date>
  readonly deliveries: HashMap.HashMap<Code, Event.PairingDelivered>
  /** By commitment: how much was brought in. */
  readonly delivered: HashMap.HashMap<Code, number>
  readonly to: Date | undefined
  readonly terminated: Date | undefined
}

/** The pairings of a city. Immutable. */
export type State = Desk.Stories<Pairing>

/** A pairing. Cost: O(log n). */
export const get = (state: State, id: PairingId): Pairing | undefined => Desk.get(state, id)

/** Every pairing, in no order. */
export const all = (state: State): Iterable<Pairing> => HashMap.values(state)

/** The parties that have not signed. */
export const unsigned = ({ proposed, signed }: Pairing): ReadonlyArray<UnitId> =>
  proposed.parties.flatMap(({ unit }) => (HashMap.has(signed, unit) ? [] : [unit]))

/** The days on which a pairing is in force: its term, from the last signature on; `undefined` until all have signed. */
export const inForce = (pairing: Pairing): Period.Period | undefined => {
  if (unsigned(pairing).length > 0) return undefined
  const from = [...HashMap.values(pairing.signed)].reduce<Date>(CivilDate.max, pairing.proposed.from)
  return pairing.to === undefined || from < pairing.to ? Rule.period(from, pairing.to) : undefined
}

/** Tells whether a pairing is in force on a date. */
export const isInForce = (pairing: Pairing, on: Date): boolean => {
  const days = inForce(pairing)
  return days !== undefined && Period.contains(days, on)
}

/** A commitment held against what was brought in. Units: as the commitment has; `share` may be above 1. */
export interface Kept {
  readonly commitment: Commitment
  readonly delivered: number
  readonly share: Rate.Rate
}

/** Every commitment, with what was brought in. */
export const commitments = ({ proposed, delivered }: Pairing): ReadonlyArray<Kept> =>
  proposed.commitments.map((commitment) => {
    const brought = Option.getOrElse(HashMap.get(delivered, commitment.commitment), () => 0)
    return {
      commitment,
      delivered: brought,
      share: Rate.of(brought, commitment.quantity, Text.of("承诺", "what was promised"))
    }
  })

/** The share of the commitments that are kept in full: fund, venue and talent have no common measure. Source: F-12. */
export const kept = (pairing: Pairing): Rate.Rate => {
  const all = commitments(pairing)
  return Rate.of(
    all.filter(({ commitment, delivered }) => delivered >= commitment.quantity).length,
    all.length,
    Text.of("承诺", "commitments")
  )
}

/** A pairing that ends soon. Units: `days` from the day asked for to the first day without it. */
export interface Expiring {
  readonly pairing: PairingId
  readonly to: Date
  readonly days: number
  /** The commitments that are not kept in full. */
  readonly open: ReadonlyArray<Code>
}

/**
 * The pairings in force on a day that end within a number of days after it, the next first.
 *
 * Cost: O(pairings).
 * Source: F-12.
 */
export const expiring = (state: State, on: Date, days: number): ReadonlyArray<Expiring> => {
  const found: Array<Expiring> = []
  for (const one of all(state)) {
    const { to, proposed } = one
    if (to === undefined || !isInForce(one, on) || CivilDate.daysBetween(on, to) > days) continue
    const open = commitments(one).flatMap(({ commitment, delivered }) =>
      delivered < commitment.quantity ? [commitment.commitment] : []
    )
    found.push({ pairing: proposed.pairing, to, days: CivilDate.daysBetween(on, to), open })
  }
  return found.sort((a, b) => CivilDate.compare(a.to, b.to) || (a.pairing < b.pairing ? -1 : 1))
}

/** The pairings a unit is a party of on a date. Cost: O(pairings). */
export const of = (state: State, unit: UnitId, on: Date): ReadonlyArray<Pairing> =>
  [...all(state)].filter((one) => one.proposed.parties.some((party) => party.unit === unit) && isInForce(one, on))
