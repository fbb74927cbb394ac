import { type CivilDate, type Identifier, Rate } from "@louyu/kernel"
import type { Ancestry } from "./Ancestry.ts"
import * as Area from "./Area.ts"
import * as RentRoll from "./RentRoll.ts"
import * as SpaceDay from "./SpaceDay.ts"

type Date = CivilDate.CivilDate
type UnitId = Identifier.UnitId

/**
 * How much space there is, and what becomes of it. Shape: the four parts come to the total.
 *
 * Source: R4-12.
 */
export interface Stock {
  readonly total: number
  readonly let: number
  readonly owned: number
  readonly vacant: number
  /** Free, but withdrawn from offer. */
  readonly notOffered: number
}

/**
 * How full a place is on a day.
 *
 * Shape: a space counts in `units` as let (or as owned, when nobody rents any of it) when somebody uses part of it. The
 * rates count let and owned of all but what is not offered.
 * Units: `area` in square metres.
 * Source: P-21, 2.13, R4-12, R4-14.
 */
export interface Occupancy {
  readonly on: Date
  readonly area: Stock
  readonly units: Stock
  readonly byArea: Rate.Dated
  readonly byUnits: Rate.Dated
  /** Vacant of what is let, owned or vacant, by area. */
  readonly vacancy: Rate.Dated
}

const populations = {
  area: { zh: "可租售面积（平方米，不含暂不出租）", en: "lettable area in m2, without what is not offered" },
  units: { zh: "可租售单元（不含暂不出租）", en: "lettable units, without what is not offered" }
}

interface Tally {
  readonly area: { total: number; let: number; owned: number; vacant: number; notOffered: number }
  readonly units: { total: number; let: number; owned: number; vacant: number; notOffered: number }
}

const nothing = () => ({ total: 0, let: 0, owned: 0, vacant: 0, notOffered: 0 })
const start = (): Tally => ({ area: nothing(), units: nothing() })

const add = ({ area, units }: Tally, day: SpaceDay.SpaceDay): void => {
  const free = day.offered ? "vacant" : "notOffered"
  area.total += day.area
  area.let += day.let
  area.owned += day.owned
  area[free] += day.free
  units.total += 1
  units[day.lets.length === 0 ? free : day.lets.every((one) => one.signed.tenure === "own") ? "owned" : "let"] += 1
}

const inSquareMetres = (stock: Stock): Stock => ({
  total: Area.ofSquareDecimetres(stock.total),
  let: Area.ofSquareDecimetres(stock.let),
  owned: Area.ofSquareDecimetres(stock.owned),
  vacant: Area.ofSquareDecimetres(stock.vacant),
  notOffered: Area.ofSquareDecimetres(stock.notOffered)
})

/** What is let, owned or vacant: all there is but what is not offered. Units: as those of the stock. */
export const lettable = ({ let: rented, owned, vacant }: Stock): number =>
  (Math.round(rented * 100) + Math.round(owned * 100) + Math.round(vacant * 100)) / 100

const figure = (tally: Tally, on: Date): Occupancy => {
  const area = inSquareMetres(tally.area)
  const taken = Area.ofSquareDecimetres(tally.area.let + tally.area.owned)
  const units = { ...tally.units }
  return {
    on,
    area,
    units,
    byArea: Rate.on(taken, lettable(area), populations.area, on),
    byUnits: Rate.on(units.let + units.owned, lettable(units), populations.units, on),
    vacancy: Rate.on(area.vacant, lettable(area), populations.area, on)
  }
}

/**
 * How full some places are together on a day, or all of them when none are named.
 *
 * Shape: only spaces that lie in the named places themselves count; name a building with its floors and rooms.
 * Cost: O(spaces of these places and their leases).
 */
export const on = (roll: RentRoll.RentRoll, date: Date, places?: Iterable<UnitId>): Occupancy => {
  const tally = start()
  for (const space of RentRoll.spaces(roll, places)) {
    const day = SpaceDay.of(space, date)
    if (day !== undefined) add(tally, day)
  }
  return figure(tally, date)
}

/**
 * How full every place with spaces in or below it is on a day, along any tree.
 *
 * Cost: O(spaces x depth), once for all places.
 */
export const rollUp = (roll: RentRoll.RentRoll, date: Date, above: Ancestry): ReadonlyMap<UnitId, Occupancy> => {
  const tallies = new Map<UnitId, Tally>()
  for (const space of RentRoll.spaces(roll)) {
    const day = SpaceDay.of(space, date)
    if (day === undefined) continue
    const { place } = space.registered
    for (const each of new Set([place, ...above(place)])) {
      const tally = tallies.get(each) ?? start()
      add(tally, day)
      tallies.set(each, tally)
    }
  }
  return new Map([...tallies].map(([place, tally]) => [place, figure(tally, date)]))
}
