import { type Identifier, Money } from "@louyu/kernel"
import * as Result from "effect/Result"
import type { Metric } from "./Metric.ts"
import { ScaleInvalid } from "./TaxError.ts"

/** A band below a threshold whose buildings are brought on, such as "near 100 million". Units: fen. */
export interface Near {
  readonly threshold: Money.Money
  readonly from: Money.Money
}

/**
 * The tiers of a metric.
 *
 * Shape: `thresholds` rise, each is the first amount of its tier (以上 is inclusive); `near` bands begin at `from` and
 * end below their threshold.
 * Units: fen.
 * Source: H-31, 2.6, A-06b.
 */
export interface Scale {
  readonly metric: Metric
  readonly thresholds: ReadonlyArray<Money.Money>
  readonly near: ReadonlyArray<Near>
}

/** Amounts by building. */
export type Amounts = ReadonlyMap<Identifier.UnitId, Money.Money>

/** Tax tiers in common use: 10 million, 100 million and 1 billion yuan; no near bands. Source: H-31, 2.6. */
export const taxScale: Scale = {
  metric: "tax",
  thresholds: [Money.fen(1_000_000_000), Money.fen(10_000_000_000), Money.fen(100_000_000_000)],
  near: []
}

/**
 * Builds a scale.
 *
 * Fails: `ScaleInvalid` when the thresholds do not rise from above 0, or a near band does not lie below one of them.
 */
export const scale = (
  metric: Metric,
  thresholds: ReadonlyArray<Money.Money>,
  near: ReadonlyArray<Near> = []
): Result.Result<Scale, ScaleInvalid> => {
  const rises = thresholds.every((one, index) => one > (thresholds[index - 1] ?? 0))
  if (!rises || thresholds.length === 0) return Result.fail(new ScaleInvalid({ reason: "thresholds" }))
  const lies = near.every(({ threshold, from }) => thresholds.includes(threshold) && from > 0 && from < threshold)
  return lies ? Result.succeed({ metric, thresholds, near }) : Result.fail(new ScaleInvalid({ reason: "near" }))
}

/**
 * The tier of an amount: how many thresholds it reaches, 0 for none.
 *
 * Source: invariant 13.
 *
 * ```ts
 * import { Money } from "@louyu/kernel"
 * TaxTier.of(TaxTier.taxScale, Money.fen(10_000_000_000)) // => 2
 * TaxTier.of(TaxTier.taxScale, Money.fen(9_999_999_999)) // => 1
 * ```
 */
export const of = ({ thresholds }: Pick<Scale, "thresholds">, amount: Money.Money): number => {
  const above = thresholds.findIndex((threshold) => amount < threshold)
  return above < 0 ? thresholds.length : above
}

/** How many buildings reach a threshold, and how many of them not the next one. */
export interface TierCount {
  readonly threshold: Money.Money
  /** Cumulative, as official statistics count. */
  readonly atLeast: number
  /** This tier alone. */
  readonly band: number
}

/** The buildings by tier. Shape: `tiers` from the lowest threshold up; `below` reach none of them. */
export interface Tiers {
  readonly metric: Metric
  readonly buildings: number
  readonly below: number
  readonly tiers: ReadonlyArray<TierCount>
}

/**
 * Counts buildings by tier, cumulatively and by band.
 *
 * Source: A-06, H-31.
 */
export const count = (of_: Scale, amounts: Amounts): Tiers => {
  const bands = Array.from({ length: of_.thresholds.length + 1 }, () => 0)
  for (const amount of amounts.values()) {
    const tier = of(of_, amount)
    bands[tier] = (bands[tier] ?? 0) + 1
  }
  let atLeast = amounts.size - (bands[0] ?? 0)
  const tiers = of_.thresholds.map((threshold, index): TierCount => {
    const band = bands[index + 1] ?? 0
    const counted = { threshold, atLeast, band }
    atLeast -= band
    return counted
  })
  return { metric: of_.metric, buildings: amounts.size, below: bands[0] ?? 0, tiers }
}

/** The buildings of a near band. */
export interface NearCount extends Near {
  readonly buildings: ReadonlyArray<Identifier.UnitId>
}

/** The buildings that are near a threshold without reaching it, band by band. Source: 2.6 (cultivation ladder). */
export const near = (of_: Scale, amounts: Amounts): ReadonlyArray<NearCount> =>
  of_.near.map((band) => ({
    ...band,
    buildings: [...amounts].filter(([, amount]) => band.from <= amount && amount < band.threshold).map(([id]) => id)
  }))
