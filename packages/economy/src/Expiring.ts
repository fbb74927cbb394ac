import { CivilDate, type Identifier, Period } from "@louyu/kernel"
import type { LeaseId } from "./Lease.ts"
import * as RentRoll from "./RentRoll.ts"
import type { SpaceId } from "./Space.ts"

type Date = CivilDate.CivilDate

/**
 * A lease that ends soon, or whose tenant wants to leave soon.
 *
 * Shape: `to` is the first day without it, `leaves` the earlier of that and the day the tenant expects to leave;
 * `because` tells which of them it is.
 * Units: `days` from the day asked for to `leaves`.
 * Source: R4-17.
 */
export interface Expiring {
  readonly lease: LeaseId
  readonly tenant: Identifier.UnitId
  readonly spaces: ReadonlyArray<SpaceId>
  readonly to: Date | undefined
  readonly leaves: Date
  readonly days: number
  readonly because: "end" | "intention"
  readonly intention: { readonly told: Date; readonly expected: Date | undefined; readonly notice: boolean } | undefined
}

const soon = (known: RentRoll.LeaseKnown, on: Date, horizon: Date): Expiring | undefined => {
  const { signed, to } = known
  if (!Period.contains(RentRoll.daysOf(known), on)) return undefined
  const told = RentRoll.intention(known, on)
  const expected = told?.expected !== undefined && told.expected > on ? told.expected : undefined
  const because = expected !== undefined && (to === undefined || expected < to) ? "intention" : "end"
  const leaves = because === "intention" ? expected : to
  if (leaves === undefined || leaves > horizon) return undefined
  return {
    lease: signed.lease,
    tenant: signed.tenant,
    spaces: signed.spaces.map(({ space }) => space),
    to,
    leaves,
    days: CivilDate.daysBetween(on, leaves),
    because,
    intention: told && { told: told.on, expected: told.expected, notice: told.notice === true }
  }
}

/**
 * The leases of some places (of all when none are named) that run on a day and end, or are expected to, within a number
 * of days after it.
 *
 * Shape: the next to leave comes first. A tenant that wants to leave without saying when counts by the end of its lease.
 * Cost: O(leases of these places).
 * Source: R4-17.
 */
export const within = (
  roll: RentRoll.RentRoll,
  on: Date,
  days: number,
  places?: Iterable<Identifier.UnitId>
): ReadonlyArray<Expiring> => {
  const horizon = CivilDate.addDays(on, days)
  const leases = new Set<LeaseId>()
  for (const { lets } of RentRoll.spaces(roll, places)) {
    for (const one of lets) if (RentRoll.isLetOn(one, on)) leases.add(one.signed.lease)
  }
  return [...leases]
    .flatMap((id) => {
      const known = RentRoll.lease(roll, id)
      return known === undefined ? [] : (soon(known, on, horizon) ?? [])
    })
    .sort((a, b) => CivilDate.compare(a.leaves, b.leaves) || (a.lease < b.lease ? -1 : a.lease > b.lease ? 1 : 0))
}
