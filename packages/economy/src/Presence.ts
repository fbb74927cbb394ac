import { type CivilDate, type Identifier, Period } from "@louyu/kernel"
import * as RentRoll from "./RentRoll.ts"

type Date = CivilDate.CivilDate
type UnitId = Identifier.UnitId

/**
 * The days on which each tenant uses space in some places (in all when none are named), in order of time.
 *
 * Shape: periods that share no day and do not meet: whoever moves from one space here to another on the day the first
 * is given back was here all the time.
 * Cost: O(leases of the spaces of these places).
 */
export const of = (
  roll: RentRoll.RentRoll,
  places?: Iterable<UnitId>
): ReadonlyMap<UnitId, ReadonlyArray<Period.Period>> => {
  const days = new Map<UnitId, Array<Period.Period>>()
  for (const { lets } of RentRoll.spaces(roll, places)) {
    for (const one of lets) {
      const { tenant } = one.signed
      const before = days.get(tenant)
      if (before === undefined) days.set(tenant, [RentRoll.daysOf(one)])
      else before.push(RentRoll.daysOf(one))
    }
  }
  return new Map([...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([tenant, all]) => [tenant, joined(all)]))
}

const joined = (all: ReadonlyArray<Period.Period>): ReadonlyArray<Period.Period> => {
  const stays: Array<Period.Period> = []
  for (const next of all.toSorted(Period.compare)) {
    const last = stays.at(-1)
    if (last === undefined || (last.to !== undefined && last.to < next.from)) stays.push(next)
    else if (last.to !== undefined && (next.to === undefined || last.to < next.to)) {
      stays[stays.length - 1] = next.to === undefined ? { from: last.from } : { from: last.from, to: next.to }
    }
  }
  return stays
}

/** The tenants that have any space in some places on a day, in ascending order of ids. */
export const on = (roll: RentRoll.RentRoll, date: Date, places?: Iterable<UnitId>): ReadonlyArray<UnitId> => {
  const tenants = new Set<UnitId>()
  for (const { lets } of RentRoll.spaces(roll, places)) {
    for (const one of lets) if (RentRoll.isLetOn(one, date)) tenants.add(one.signed.tenant)
  }
  return [...tenants].sort()
}
