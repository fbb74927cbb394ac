import type { Candidate, Fairness, Need } from "./Problem.ts"

/**
 * How the aims of an allocation, one before the other, become one whole number a unit.
 *
 * A unit of a candidate is worth `held` if it keeps an accepted match, plus `point` for every point of weight x (score +
 * bonus), plus 1 for being met at all. So more accepted matches kept beats any total, and a higher total beats meeting
 * more.
 *
 * Why that holds: two allocations differ by circles of single units. A circle passes every place once, so it loses points
 * at `places` places at most, and it changes the number of units met by one at most. Where needs may not be divided this
 * does not hold, and the sums over all needs take the place of these limits.
 */
export interface Scale {
  readonly point: number
  readonly held: number
  /** More than any way around is worth; see the network. */
  readonly penalty: number
  /** The most points of a unit the scale was made for. */
  readonly most: number
  /** The most units it was made for. */
  readonly units: number
  /** Whether it was made for needs that may not be divided. */
  readonly whole: boolean
}

/** Numbers up to here, and their sums, are exact. */
export const limit = Number.MAX_SAFE_INTEGER

/** Points a need gets for waiting. */
export const bonus = (need: Need, fairness: Fairness | undefined): number =>
  fairness === undefined ? 0 : fairness.perDay * Math.max(0, need.waiting - fairness.after)

/** What a unit of a candidate counts in the total. */
export const points = (need: Need, score: number, fairness: Fairness | undefined): number =>
  need.weight * (score + bonus(need, fairness))

/** Whether all of a need must come from one candidate, or nothing. */
export const isWhole = (need: Need): boolean => (need.quantity ?? 1) > 1 && need.divisible !== true

/** Whether a candidate is the accepted match of its need. */
export const keeps = (need: Need, offer: string, slot: string | undefined): boolean =>
  need.held !== undefined && need.held.offer === offer && (need.held.slot === undefined || need.held.slot === slot)

/** What the scale must cover. */
export interface Extent {
  readonly units: number
  readonly most: number
  readonly anyHeld: boolean
  readonly whole: boolean
}

/** The least that keeps the aims apart: points a unit of the total, and those by which an accepted match beats them. */
export const least = ({ units, most, whole }: Extent, places: number, point: number) => ({
  point: whole ? units + 1 : 2,
  held: (whole ? units : Math.min(units, places + 1)) * (most * point + 1) + 1
})

/** The scale, and the largest number it leads to, which must not exceed {@link limit}. */
export const make = (extent: Extent, places: number): readonly [scale: Scale, largest: number] => {
  const { units, most, anyHeld, whole } = extent
  const { point } = least(extent, places, 0)
  const held = anyHeld ? least(extent, places, point).held : 0
  const unit = most * point + 1
  // A price is the sum of what units gain and lose along a way that passes every place once.
  const penalty = (places + 2) * (unit + held) + 1
  const total = whole ? units * (unit + held) : units * most
  return [{ point, held, penalty, most, units, whole }, Math.max(4 * penalty, total)]
}

/** Whether a scale still does for a larger problem. */
export const covers = (scale: Scale, { units, most, anyHeld, whole }: Extent): boolean =>
  units <= scale.units && most <= scale.most && !(anyHeld && scale.held === 0) && !(whole && !scale.whole)

/** What a unit of a candidate is worth to the simplex. */
export const worth = (
  scale: Pick<Scale, "point" | "held">,
  need: Need,
  { offer, slot, score }: Pick<Candidate, "offer" | "slot" | "score">,
  fairness: Fairness | undefined
): number => (keeps(need, offer, slot) ? scale.held : 0) + points(need, score, fairness) * scale.point + 1
