import { type CivilDate, type Identifier, type Money, Rate } from "@louyu/kernel"
import * as TaxTier from "./TaxTier.ts"

type UnitId = Identifier.UnitId

/** What happened to one threshold between two years. */
export interface ThresholdChange {
  readonly threshold: Money.Money
  readonly base: number
  readonly current: number
  /** The cumulative count now less that of the base year. */
  readonly net: number
  /** The net change by the count of the base year; `undefined` when that was 0. */
  readonly growth: Rate.Dated
  /** Reached it now, and did not in the base year. */
  readonly entries: ReadonlyArray<UnitId>
  /** Reached it in the base year, and does not now. */
  readonly exits: ReadonlyArray<UnitId>
  /** Reaches it now, and had no figure in the base year. */
  readonly appeared: ReadonlyArray<UnitId>
  /** Reached it in the base year, and has no figure now. */
  readonly lost: ReadonlyArray<UnitId>
}

/** A building that changed its tier. Shape: tiers as of `TaxTier.of`, 0 for none. */
export interface Move {
  readonly building: UnitId
  readonly from: number
  readonly to: number
}

/**
 * What happened to the tiers between two years.
 *
 * Shape: for every threshold, net = entries - exits + appeared - lost. A building without a figure in a year is unknown
 * in it and named, not taken for below; lists are in ascending order of ids.
 */
export interface TierChange {
  readonly thresholds: ReadonlyArray<ThresholdChange>
  readonly up: ReadonlyArray<Move>
  readonly down: ReadonlyArray<Move>
  readonly unknown: { readonly base: ReadonlyArray<UnitId>; readonly current: ReadonlyArray<UnitId> }
}

const population = { zh: "基年达到该档的楼宇", en: "buildings that reached the threshold in the base year" }

/**
 * Compares the tiers of a year with those of a base year.
 *
 * Shape: `buildings` are all that could have figures; without it, all that have one in either year.
 * Cost: O(buildings x thresholds).
 * Source: H-31, A-06.
 */
export const between = (
  scale: TaxTier.Scale,
  base: TaxTier.Amounts,
  current: TaxTier.Amounts,
  on: CivilDate.CivilDate,
  buildings: Iterable<UnitId> = []
): TierChange => {
  const all = [...new Set([...buildings, ...base.keys(), ...current.keys()])].sort()
  const tierIn = (amounts: TaxTier.Amounts, building: UnitId): number | undefined => {
    const amount = amounts.get(building)
    return amount === undefined ? undefined : TaxTier.of(scale, amount)
  }
  const pairs = all.map((building) => ({ building, from: tierIn(base, building), to: tierIn(current, building) }))
  const moves = pairs.flatMap(({ building, from, to }) =>
    from === undefined || to === undefined || from === to ? [] : [{ building, from, to }]
  )
  const named = (holds: (pair: (typeof pairs)[number]) => boolean) => pairs.filter(holds).map((one) => one.building)
  const thresholds = scale.thresholds.map((threshold, index): ThresholdChange => {
    const reached = (tier: number | undefined) => tier !== undefined && tier > index
    const missed = (tier: number | undefined) => tier !== undefined && tier <= index
    const before = named(({ from }) => reached(from)).length
    const now = named(({ to }) => reached(to)).length
    return {
      threshold,
      base: before,
      current: now,
      net: now - before,
      growth: Rate.on(now - before, before, population, on),
      entries: named(({ from, to }) => missed(from) && reached(to)),
      exits: named(({ from, to }) => reached(from) && missed(to)),
      appeared: named(({ from, to }) => from === undefined && reached(to)),
      lost: named(({ from, to }) => reached(from) && to === undefined)
    }
  })
  return {
    thresholds,
    up: moves.filter(({ from, to }) => from < to),
    down: moves.filter(({ from, to }) => from > to),
    unknown: {
      base: named(({ from }) => from === undefined),
      current: named(({ to }) => to === undefined)
    }
  }
}
