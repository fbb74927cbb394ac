import { CivilDate, type Identifier } from "@louyu/kernel"
import { type Area, ofSquareDecimetres } from "./Area.ts"
import * as Combination from "./Combination.ts"
import type { Tenure } from "./Space.ts"
import type { Vacancy } from "./Vacancies.ts"

type Date = CivilDate.CivilDate

/**
 * What a firm looks for; whatever is left out does not matter to it.
 *
 * Units: areas in square metres; `from` is the latest day it can begin, `to` the first day it no longer needs the space.
 * Source: R4-13.
 */
export interface Wanted {
  readonly places?: ReadonlyArray<Identifier.UnitId>
  readonly minArea?: Area
  readonly maxArea?: Area
  readonly from?: Date
  readonly to?: Date
  readonly tenure?: Tenure
}

/** A side on which an offer is looked at. */
export type Aspect = keyof Wanted

/** An offer misses a wish. Units: `by` in square metres for areas, in days for dates, `undefined` where it has no size. */
export interface Miss {
  readonly aspect: Aspect
  readonly by: number | undefined
}

/** One vacancy, or several on one floor, held against a wish. */
export interface Fit {
  readonly vacancies: readonly [Vacancy, ...ReadonlyArray<Vacancy>]
  readonly area: Area
  readonly fits: ReadonlyArray<Aspect>
  readonly misses: ReadonlyArray<Miss>
}

const whole = (area: Area): number => Math.round(area * 100)

const miss = (aspect: Aspect, fails: boolean, by?: number): ReadonlyArray<Miss> => (fails ? [{ aspect, by }] : [])

const missesOf = (wanted: Wanted, { place, area, from, to, offer }: Vacancy): ReadonlyArray<Miss> => {
  const { places, minArea = 0, maxArea = area, from: latest = from, to: end, tenure = offer } = wanted
  const short = whole(minArea) - whole(area)
  const over = whole(area) - whole(maxArea)
  const needed = end ?? (wanted.from === undefined ? undefined : CivilDate.addDays(wanted.from, 1))
  const early = to !== undefined && needed !== undefined && to < needed ? CivilDate.daysBetween(to, needed) : 0
  // What comes free when it is no longer needed is of no use, either.
  const late = end !== undefined && from >= end ? CivilDate.daysBetween(end, from) + 1 : 0
  return [
    ...miss("places", places !== undefined && !places.includes(place)),
    ...miss("minArea", short > 0, ofSquareDecimetres(short)),
    ...miss("maxArea", over > 0, ofSquareDecimetres(over)),
    ...miss("from", from > latest, from > latest ? CivilDate.daysBetween(latest, from) : 0),
    ...miss("to", early > 0 || late > 0, Math.max(early, late)),
    ...miss("tenure", offer !== undefined && tenure !== offer)
  ]
}

const aspects = (wanted: Wanted): ReadonlyArray<Aspect> =>
  (["places", "minArea", "maxArea", "from", "to", "tenure"] as const).filter((one) => wanted[one] !== undefined)

const fitOf = (wanted: Wanted, vacancies: Fit["vacancies"], misses: ReadonlyArray<Miss>): Fit => ({
  vacancies,
  area: ofSquareDecimetres(vacancies.reduce((sum, { area }) => sum + whole(area), 0)),
  fits: aspects(wanted).filter((one) => !misses.some(({ aspect }) => aspect === one)),
  misses
})

const size = (misses: ReadonlyArray<Miss>, aspect: Aspect): number =>
  misses.find((one) => one.aspect === aspect)?.by ?? 0

// Fewer misses first, then the smaller ones, then the tighter and the sooner offer; ids decide at last.
const order = (a: Fit, b: Fit): number => {
  const [left, right] = [a.vacancies[0], b.vacancies[0]]
  return (
    a.misses.length - b.misses.length ||
    size(a.misses, "minArea") - size(b.misses, "minArea") ||
    size(a.misses, "from") - size(b.misses, "from") ||
    a.vacancies.length - b.vacancies.length ||
    a.area - b.area ||
    CivilDate.compare(left.from, right.from) ||
    (left.space < right.space ? -1 : left.space > right.space ? 1 : 0)
  )
}

/** On which floor a vacancy lies; only such as share one can be joined. */
export type FloorOf = (vacancy: Vacancy) => string

const placeAndFloor: FloorOf = ({ place, floor }) => JSON.stringify([place, floor])

// The smallest sufficient set of what is free on one day.
const chosenOn = (wanted: Wanted, minArea: Area, floor: ReadonlyArray<Vacancy>, day: Date): Fit | undefined => {
  const { maxArea } = wanted
  // A space that comes freer later is offered twice, but can be had once: as it is now or as it will be.
  const best = new Map<string, Vacancy>()
  for (const one of floor) {
    const free = one.from <= day && (one.to === undefined || day < one.to)
    if (free && (best.get(one.space)?.area ?? 0) < one.area) best.set(one.space, one)
  }
  const options = [...best.values()].sort((a, b) => (a.space < b.space ? -1 : 1))
  const sizes = options.map(({ area }) => whole(area))
  const chosen = Combination.smallest(sizes, whole(minArea), maxArea === undefined ? undefined : whole(maxArea))
  const [first, ...rest] = (chosen ?? []).flatMap((index) => options[index] ?? [])
  return first === undefined ? undefined : fitOf(wanted, [first, ...rest], [])
}

const joined = (wanted: Wanted, vacancies: ReadonlyArray<Vacancy>, floorOf: FloorOf): ReadonlyArray<Fit> => {
  const { minArea } = wanted
  if (minArea === undefined) return []
  const small = vacancies.filter((one) => missesOf(wanted, one).every(({ aspect }) => aspect === "minArea"))
  return [...Map.groupBy(small, floorOf).values()].flatMap((floor) => {
    // Whoever can begin at any time begins on a day on which something comes free, the sooner the better.
    const days = wanted.from === undefined ? [...new Set(floor.map(({ from }) => from))].sort() : [wanted.from]
    const [best] = days
      .flatMap((day) => chosenOn(wanted, minArea, floor, day) ?? [])
      .sort((a, b) => a.vacancies.length - b.vacancies.length || a.area - b.area)
    return best === undefined ? [] : [best]
  })
}

/**
 * Holds vacancies against a wish: what fits comes first, with reasons; what misses says by how much.
 *
 * Shape: when no single one that fits is large enough, each floor adds its smallest sufficient set of spaces: as few as
 * can be, and of those the ones that are the least too large. Two spaces lie on one floor when place and floor are the
 * same, or as `floorOf` says.
 * Source: R4-12, R4-13.
 */
export const match = (
  wanted: Wanted,
  vacancies: ReadonlyArray<Vacancy>,
  floorOf: FloorOf = placeAndFloor
): ReadonlyArray<Fit> => {
  const single = vacancies.map((one) => fitOf(wanted, [one], missesOf(wanted, one)))
  const enough = single.some(({ misses }) => misses.length === 0)
  return [...single, ...(enough ? [] : joined(wanted, vacancies, floorOf))].sort(order)
}
