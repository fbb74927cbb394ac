import { CivilDate, type Identifier, type Period, type Text } from "@louyu/kernel"
import * as Area from "./Area.ts"
import type { LeaseId } from "./Lease.ts"
import * as RentRoll from "./RentRoll.ts"
import type { SpaceId, Tenure } from "./Space.ts"
import * as SpaceDay from "./SpaceDay.ts"

type Date = CivilDate.CivilDate

/** Why a space comes free: a lease ends, a tenant intends to leave, or it is offered again or made larger. */
export type Cause =
  | { readonly _tag: "leaseEnd"; readonly leases: ReadonlyArray<LeaseId> }
  | { readonly _tag: "intention"; readonly leases: ReadonlyArray<LeaseId> }
  | { readonly _tag: "offer" }

/**
 * Space that is free, or comes free on a day that can be foreseen.
 *
 * Shape: at least `area` is free on every day from `from` up to `to`, where that is known; a vacancy on the day asked
 * for has no `because`, and its `from` tells since when. A space that is partly free and comes freer is there twice.
 * Units: square metres.
 * Source: R4-12, R4-17.
 */
export interface Vacancy {
  readonly space: SpaceId
  readonly place: Identifier.UnitId
  readonly label: Text.Text
  readonly floor: string | undefined
  readonly purpose: string | undefined
  readonly offer: Tenure | undefined
  readonly area: Area.Area
  readonly from: Date
  readonly to: Date | undefined
  readonly because: Cause | undefined
}

// Somebody who intends to leave is taken at their word.
const foreseen = (roll: RentRoll.RentRoll, space: RentRoll.SpaceKnown, on: Date): RentRoll.SpaceKnown => {
  const lets = space.lets.map((one): RentRoll.Let => {
    const lease = RentRoll.lease(roll, one.signed.lease)
    const expected = lease === undefined ? undefined : RentRoll.intention(lease, on)?.expected
    // What was expected before today has not come true.
    if (expected === undefined || expected <= on || !RentRoll.isLetOn(one, on)) return one
    return one.to === undefined || expected < one.to ? { ...one, to: expected } : one
  })
  return { ...space, lets }
}

// All days on which something about a space changes, in order.
const turns = ({ life, area, withdrawn, lets }: RentRoll.SpaceKnown): ReadonlyArray<Date> => {
  const periods: ReadonlyArray<Period.Period> = [life, ...area, ...withdrawn, ...lets.map(RentRoll.daysOf)]
  return [...new Set(periods.flatMap(({ from, to }) => (to === undefined ? [from] : [from, to])))].sort()
}

const freeOn = (space: RentRoll.SpaceKnown, on: Date): number => {
  const day = SpaceDay.of(space, on)
  return day?.offered === true ? day.free : 0
}

const until = (space: RentRoll.SpaceKnown, days: ReadonlyArray<Date>, from: Date, area: number): Date | undefined =>
  days.find((day) => day > from && freeOn(space, day) < area)

const since = (space: RentRoll.SpaceKnown, days: ReadonlyArray<Date>, on: Date, area: number): Date => {
  let from = on
  for (const day of days.toReversed()) {
    if (day > on) continue
    if (freeOn(space, day) < area) break
    from = day
  }
  return from
}

const causeOf = (known: RentRoll.SpaceKnown, likely: RentRoll.SpaceKnown, from: Date): Cause => {
  const ending = likely.lets.filter((one) => one.to === from)
  const ends = known.lets.filter((one) => one.to === from).map((one) => one.signed.lease)
  const leaving = ending.map((one) => one.signed.lease).filter((id) => !ends.includes(id))
  if (leaving.length > 0) return { _tag: "intention", leases: leaving }
  return ends.length > 0 ? { _tag: "leaseEnd", leases: ends } : { _tag: "offer" }
}

const ofSpace = (
  roll: RentRoll.RentRoll,
  known: RentRoll.SpaceKnown,
  on: Date,
  horizon: Date
): ReadonlyArray<Vacancy> => {
  const likely = foreseen(roll, known, on)
  const days = turns(likely)
  const { space, place, label, floor, purpose, offer } = known.registered
  const made = (area: number, from: Date, to: Date | undefined, because: Cause | undefined): Vacancy => ({
    ...{ space, place, label, floor, purpose, offer, area: Area.ofSquareDecimetres(area), from, to, because }
  })
  const now = freeOn(likely, on)
  const vacant = now > 0 ? [made(now, since(likely, days, on, now), until(likely, days, on, now), undefined)] : []
  const coming = days.find((day) => day > on && day <= horizon && freeOn(likely, day) > now)
  if (coming === undefined) return vacant
  const area = freeOn(likely, coming)
  return [...vacant, made(area, coming, until(likely, days, coming, area), causeOf(known, likely, coming))]
}

const order = (a: Vacancy, b: Vacancy): number =>
  CivilDate.compare(a.from, b.from) || (a.space < b.space ? -1 : a.space > b.space ? 1 : 0)

/**
 * What is free on a day in some places (in all when none are named), and what comes free up to a horizon.
 *
 * Shape: longest vacant first. A tenant that intends to leave on a day is expected to.
 * Cost: O(spaces of these places, and k² for the k leases of a space).
 *
 * Source: R4-12, R4-14, R4-17.
 */
export const on = (
  roll: RentRoll.RentRoll,
  date: Date,
  options: { readonly places?: Iterable<Identifier.UnitId>; readonly horizon?: Date } = {}
): ReadonlyArray<Vacancy> =>
  RentRoll.spaces(roll, options.places)
    .flatMap((space) => ofSpace(roll, space, date, options.horizon ?? date))
    .sort(order)
