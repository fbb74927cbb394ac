import { CivilDate, type Identifier, type Period, type Text, Timeline } from "@louyu/kernel"
import * as Area from "./Area.ts"
import type { LeaseId } from "./Lease.ts"
import * as RentRoll from "./RentRoll.ts"
import type { SpaceId, Tenure } from "./Space.ts"

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

/** What is free from a day on, up to the next one. Units: whole square decimetres. */
interface Level {
  readonly from: Date
  readonly free: number
}

interface Step {
  readonly on: Date
  readonly area?: number
  readonly shares?: number
  readonly whole?: number
  readonly off?: number
}

const steps = ({ life, area, withdrawn, lets }: RentRoll.SpaceKnown): ReadonlyArray<Step> => {
  const during = ({ from, to }: Period.Period, begin: Omit<Step, "on">, end: Omit<Step, "on">): ReadonlyArray<Step> =>
    to === undefined
      ? [{ on: from, ...begin }]
      : [
          { on: from, ...begin },
          { on: to, ...end }
        ]
  const measured = Timeline.restrict(area, life)
  const all = [
    ...measured.map(({ from, value }): Step => ({ on: from, area: Math.round(value * 100) })),
    ...(life.to === undefined ? [] : [{ on: life.to, area: 0 }]),
    ...withdrawn.flatMap((one) => during(one, { off: 1 }, { off: -1 })),
    ...lets.flatMap((one) => {
      const share = one.share === undefined ? undefined : Math.round(one.share * 100)
      const days = RentRoll.daysOf(one)
      return share === undefined
        ? during(days, { whole: 1 }, { whole: -1 })
        : during(days, { shares: share }, { shares: -share })
    })
  ]
  return all.sort((a, b) => CivilDate.compare(a.on, b.on))
}

// What is free over time, a level for every day on which anything changes.
const levels = (space: RentRoll.SpaceKnown): ReadonlyArray<Level> => {
  const found: Array<Level> = []
  let [area, shares, whole, off] = [0, 0, 0, 0]
  for (const step of steps(space)) {
    area = step.area ?? area
    shares += step.shares ?? 0
    whole += step.whole ?? 0
    off += step.off ?? 0
    const free = whole > 0 || off > 0 ? 0 : Math.max(0, area - shares)
    if (found.at(-1)?.from === step.on) found.pop()
    found.push({ from: step.on, free })
  }
  return found
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
  const all = levels(likely)
  const index = all.findLastIndex((one) => one.from <= on)
  const { space, place, label, floor, purpose, offer } = known.registered
  const made = (area: number, from: Date, to: Date | undefined, because: Cause | undefined): Vacancy => ({
    ...{ space, place, label, floor, purpose, offer, area: Area.ofSquareDecimetres(area), from, to, because }
  })
  const until = (area: number, after: number) => all.slice(after + 1).find((one) => one.free < area)?.from
  const now = all[index]?.free ?? 0
  const before = all.findLastIndex((one, i) => i < index && one.free < now)
  const since = all[before + 1]?.from ?? on
  const vacant = now > 0 ? [made(now, since, until(now, index), undefined)] : []
  const next = all.findIndex((one, i) => i > index && one.from <= horizon && one.free > now)
  const coming = all[next]
  if (coming === undefined) return vacant
  const { from, free } = coming
  return [...vacant, made(free, from, until(free, next), causeOf(known, likely, from))]
}

const order = (a: Vacancy, b: Vacancy): number =>
  CivilDate.compare(a.from, b.from) || (a.space < b.space ? -1 : a.space > b.space ? 1 : 0)

/**
 * What is free on a day in some places (in all when none are named), and what comes free up to a horizon.
 *
 * Shape: longest vacant first. A tenant that intends to leave on a day is expected to.
 * Cost: O(k log k) for each space of these places with k leases.
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
