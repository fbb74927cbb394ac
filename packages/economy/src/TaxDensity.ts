import { CivilDate, type Identifier, type Money, Rate } from "@louyu/kernel"
import type { Area } from "./Area.ts"
import * as Occupancy from "./Occupancy.ts"
import type { RentRoll } from "./RentRoll.ts"

const population = { zh: "建筑面积（平方米）", en: "floor area in m2" }
const lettable = { zh: "年末可租售面积（平方米）", en: "lettable area on the last day of the year, in m2" }

/**
 * An amount by floor area.
 *
 * Units: yuan by square metre; the rate is `undefined` without an area.
 * Source: 2.6.
 */
export const of = (amount: Money.Money, area: Area, on: CivilDate.CivilDate): Rate.Dated =>
  Rate.on(amount / 100, area, population, on)

/**
 * What a building yielded in a year by its lettable area on the last day of that year.
 *
 * Shape: `places` are the building with its floors and rooms.
 * Units: yuan by square metre; the rate is `undefined` when it has no lettable area on that day.
 * Source: 2.6, R4-16.
 */
export const ofYear = (
  amount: Money.Money,
  year: number,
  roll: RentRoll,
  places: Iterable<Identifier.UnitId>
): Rate.Dated => {
  const on = CivilDate.make(`${String(year).padStart(4, "0")}-12-31`)
  return Rate.on(amount / 100, Occupancy.lettable(Occupancy.on(roll, on, places).area), lettable, on)
}
