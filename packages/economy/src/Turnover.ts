import { CivilDate, type Identifier, Period, Rate } from "@louyu/kernel"
import * as Presence from "./Presence.ts"
import type { RentRoll } from "./RentRoll.ts"

type Date = CivilDate.CivilDate
type UnitId = Identifier.UnitId

/** A tenant that came or left, and the first day on which it was here or no longer here. */
export interface Movement {
  readonly tenant: UnitId
  readonly on: Date
}

/**
 * Who came and who left in a period.
 *
 * Shape: closing = opening + arrivals - departures. Who leaves and comes back on a later day counts as both; who only
 * moves inside counts as neither. `rate` is departures by the tenants of the day before the period, and can be above 1
 * when newcomers leave as well.
 * Source: R4-17; peers.md section 4.
 */
export interface Turnover {
  /** Tenants on the day before the period. */
  readonly opening: number
  /** Tenants on the last day of the period. */
  readonly closing: number
  readonly arrivals: ReadonlyArray<Movement>
  readonly departures: ReadonlyArray<Movement>
  readonly rate: Rate.Dated
}

const population = { zh: "期初前一日在驻企业", en: "tenants on the day before the period" }

const byDay = (a: Movement, b: Movement): number =>
  CivilDate.compare(a.on, b.on) || (a.tenant < b.tenant ? -1 : a.tenant > b.tenant ? 1 : 0)

/**
 * Who came to and who left some places (all when none are named) from the first day of a period up to its end.
 *
 * Shape: `period` ends; the rate holds for its last day.
 * Cost: O(leases of these places).
 */
export const within = (
  roll: RentRoll,
  period: { readonly from: Date; readonly to: Date },
  places?: Iterable<UnitId>
): Turnover => {
  const before = CivilDate.addDays(period.from, -1)
  const last = CivilDate.addDays(period.to, -1)
  const arrivals: Array<Movement> = []
  const departures: Array<Movement> = []
  let opening = 0
  for (const [tenant, stays] of Presence.of(roll, places)) {
    for (const stay of stays) {
      if (Period.contains(stay, before)) opening += 1
      if (Period.contains(period, stay.from)) arrivals.push({ tenant, on: stay.from })
      if (stay.to !== undefined && Period.contains(period, stay.to)) departures.push({ tenant, on: stay.to })
    }
  }
  return {
    opening,
    closing: opening + arrivals.length - departures.length,
    arrivals: arrivals.sort(byDay),
    departures: departures.sort(byDay),
    rate: Rate.on(departures.length, opening, population, last)
  }
}
