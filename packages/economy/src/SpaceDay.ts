import { type CivilDate, Period, Timeline } from "@louyu/kernel"
import * as RentRoll from "./RentRoll.ts"

type Date = CivilDate.CivilDate

/**
 * What is let, owned and free of one space on one day.
 *
 * Shape: a lease alone takes the whole space; shared ones take the shares they name, and those that name none take
 * together what is left. What nobody has is `free`, and can be had when the space is `offered`.
 * Units: whole square decimetres.
 */
export interface SpaceDay {
  readonly area: number
  readonly let: number
  readonly owned: number
  readonly free: number
  readonly offered: boolean
  readonly lets: ReadonlyArray<RentRoll.Let>
}

const whole = (area: number): number => Math.round(area * 100)

/** The division of a space on a day, or `undefined` on a day on which there is no such space. */
export const of = (
  { life, area: areas, withdrawn, lets: booked }: RentRoll.SpaceKnown,
  on: Date
): SpaceDay | undefined => {
  const measured = Period.contains(life, on) ? Timeline.at(areas, on) : undefined
  if (measured === undefined) return undefined
  const area = whole(measured)
  const lets = booked.filter((one) => RentRoll.isLetOn(one, on))
  const taken = { rent: 0, own: 0 }
  for (const { signed, share } of lets) if (share !== undefined) taken[signed.tenure] += whole(share)
  const rest = area - taken.rent - taken.own
  const whoeverElse = lets.filter((one) => one.share === undefined)
  if (whoeverElse.length > 0) taken[whoeverElse.every((one) => one.signed.tenure === "own") ? "own" : "rent"] += rest
  const free = area - taken.rent - taken.own
  const offered = Timeline.at(withdrawn, on) === undefined
  return { area, let: taken.rent, owned: taken.own, free, offered, lets }
}
