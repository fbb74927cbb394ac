import { Money } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Disclosure from "./Disclosure.ts"
import * as EnterpriseCatalogue from "./EnterpriseCatalogue.ts"
import * as Frame from "./Frame.ts"
import * as Frames from "./Frames.ts"
import * as Indicator from "./Indicator.ts"
import * as Indicators from "./Indicators.ts"
import * as Panel from "./Panel.ts"
import type { ScaleInvalid } from "./TaxError.ts"
import * as TaxTier from "./TaxTier.ts"

const whole = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))

/**
 * What differs from city to city in its economy.
 *
 * Shape: what is left out is as usual: the words of `EnterpriseCatalogue.common`, the tiers of `TaxTier.taxScale`, the
 * indicators and frames of the sources. `disclosure` says from which level of access an amount is seen exactly and from
 * which by its tier, and how many buildings a sum must be of. Units: thresholds in fen.
 * Source: 2.5, 2.6, H-01, W-03, P-32.
 */
export const EconomySettings = Schema.Struct({
  enterprises: Schema.optionalKey(EnterpriseCatalogue.EnterpriseCatalogue),
  tiers: Schema.optionalKey(
    Schema.Struct({
      thresholds: Schema.NonEmptyArray(Money.Money),
      near: Schema.optionalKey(Schema.Array(Schema.Struct({ threshold: Money.Money, from: Money.Money })))
    })
  ),
  disclosure: Schema.optionalKey(Schema.Struct({ exactFrom: whole, tierFrom: whole, least: whole })),
  indicators: Schema.optionalKey(Schema.Array(Indicator.Indicator)),
  frames: Schema.optionalKey(Schema.Array(Frame.Frame)),
  panels: Schema.optionalKey(Schema.Array(Panel.Panel))
})
export type EconomySettings = typeof EconomySettings.Type

/** The settings of a city with everything that was left out. */
export interface Resolved {
  readonly enterprises: EnterpriseCatalogue.EnterpriseCatalogue
  readonly scale: TaxTier.Scale
  readonly disclosure: Disclosure.Policy
  readonly indicators: Indicator.Indicators
  readonly frames: ReadonlyArray<Frame.Frame>
  readonly panels: ReadonlyArray<Panel.Panel>
}

/** Seen exactly from level 2 on, by tier by everybody who has access at all. */
const usual = { exactFrom: 2, tierFrom: 0, least: Disclosure.least }

/**
 * Fills in what a city left out; its own indicators stand beside the usual ones, and before one of the same id.
 *
 * Fails: `ScaleInvalid` when the thresholds do not rise.
 */
export const resolve = (settings: EconomySettings = {}): Result.Result<Resolved, ScaleInvalid> => {
  const { tiers, indicators = [] } = settings
  const scale =
    tiers === undefined ? Result.succeed(TaxTier.taxScale) : TaxTier.scale("tax", tiers.thresholds, tiers.near ?? [])
  return Result.map(scale, (known) => ({
    enterprises: settings.enterprises ?? EnterpriseCatalogue.common,
    scale: known,
    disclosure: { scale: known, ...(settings.disclosure ?? usual) },
    indicators: Indicator.of([...Indicators.list, ...indicators]),
    frames: settings.frames ?? Frames.list,
    panels: settings.panels ?? Panel.common
  }))
}
