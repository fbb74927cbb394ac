import { Period, Timeline } from "@louyu/kernel"
import * as Area from "../Area.ts"
import * as RentRoll from "../RentRoll.ts"
import {
  SharesExceedArea,
  SharingNotDeclared,
  SpaceAlreadyLet,
  SpaceNotOffered,
  type TenancyError
} from "../TenancyError.ts"

const exact = (area: Area.Area | undefined): number => (area === undefined ? 0 : Math.round(area * 100))

/**
 * The first day of a period on which the shares of a space come to more than its area.
 *
 * Cost: O(k log k) for k leases in the period.
 */
export const overfull = (
  space: RentRoll.SpaceKnown,
  lets: ReadonlyArray<RentRoll.Let>,
  period: Period.Period
): SharesExceedArea | undefined => {
  const smallest = Math.min(...Timeline.restrict(space.area, period).map(({ value }) => exact(value)))
  // Where all shares together fit into the smallest area, no day needs to be looked at.
  if (lets.reduce((sum, { share }) => sum + exact(share), 0) <= smallest) return undefined
  const steps: Array<{ readonly on: Period.Period["from"]; readonly shares: number; readonly area?: number }> = []
  for (const one of lets) {
    const days = Period.intersect(RentRoll.daysOf(one), period)
    if (days === undefined || one.share === undefined) continue
    steps.push({ on: days.from, shares: exact(one.share) })
    if (days.to !== undefined) steps.push({ on: days.to, shares: -exact(one.share) })
  }
  for (const { from, value } of Timeline.restrict(space.area, period)) {
    steps.push({ on: from, shares: 0, area: exact(value) })
  }
  steps.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  let shares = 0
  let area = 0
  for (const [index, step] of steps.entries()) {
    shares += step.shares
    area = step.area ?? area
    if (steps[index + 1]?.on === step.on || shares <= area || !Period.contains(period, step.on)) continue
    const { space: id } = space.registered
    const sum = Area.ofSquareDecimetres(shares)
    return new SharesExceedArea({ space: id, on: step.on, shares: sum, area: Area.ofSquareDecimetres(area) })
  }
  return undefined
}

const clash = (space: RentRoll.SpaceKnown, taken: RentRoll.Let, asked: RentRoll.Let, on: Period.Period["from"]) => {
  const { space: id } = space.registered
  const { lease: other } = taken.signed
  return taken.signed.shared === true || asked.signed.shared === true
    ? new SharingNotDeclared({ space: id, lease: asked.signed.lease, other, on })
    : new SpaceAlreadyLet({ space: id, lease: other, from: taken.signed.from, to: taken.to })
}

/**
 * Why a space cannot be let for a period, or `undefined` when it can.
 *
 * Cost: O(k log k) for k leases of the space.
 */
export const refusal = (
  space: RentRoll.SpaceKnown,
  asked: RentRoll.Let,
  period: Period.Period
): TenancyError | undefined => {
  const withdrawn = Timeline.restrict(space.withdrawn, period)[0]
  if (withdrawn !== undefined) return new SpaceNotOffered({ space: space.registered.space, on: withdrawn.from })
  // The days of a lease that is extended end where the period begins.
  const others = space.lets.filter((one) => RentRoll.isLetIn(one, period))
  const shares = asked.signed.shared === true
  for (const other of others) {
    if (shares && other.signed.shared === true) continue
    const shared = Period.intersect(RentRoll.daysOf(other), period)
    return clash(space, other, asked, shared?.from ?? period.from)
  }
  return asked.share === undefined ? undefined : overfull(space, [...others, asked], period)
}
