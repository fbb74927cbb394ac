import type { CivilDate, Identifier, Text } from "@louyu/kernel"

/** On which date, and in which place (everywhere when there is none), something was counted. */
export interface Counted {
  readonly on: CivilDate.CivilDate
  readonly within?: Identifier.UnitId | undefined
}

/**
 * A rate that can be recomputed: what was counted, out of what, where, on which date, and what that means.
 *
 * Source: N-19, A-22.
 */
export interface Rate extends Required<Counted> {
  readonly definition: Required<Text.Text>
  readonly numerator: number
  readonly denominator: number
  /** Numerator by denominator; `undefined`, never 0 or 1, when there is nothing to count out of. */
  readonly rate: number | undefined
}

/**
 * Writes down a rate.
 *
 * ```ts
 * const definition = Text.of("办结率＝已办结÷已受理", "closure rate = closed / accepted")
 * const closed = Rate.make(definition, { on: CivilDate.make("2022-12-31") }, 3856, 3860)
 * Rate.percent(closed) // => "99.9"
 * ```
 */
export const make = (definition: Text.Text, counted: Counted, numerator: number, denominator: number): Rate => ({
  definition: { zh: definition.zh, en: definition.en ?? definition.zh },
  on: counted.on,
  within: counted.within,
  numerator,
  denominator,
  rate: denominator === 0 ? undefined : numerator / denominator
})

/**
 * A rate in percent, rounded half up to so many decimals; `undefined` when there is nothing to count out of.
 *
 * Shape: reckoned in whole numbers, so that a half is a half whatever its binary fraction.
 * Source: golden figure G-10.
 */
export const percent = ({ numerator, denominator }: Rate, decimals = 1): string | undefined => {
  if (denominator === 0) return undefined
  const scale = 10n ** BigInt(decimals)
  const doubled = BigInt(numerator) * 100n * scale * 2n + BigInt(denominator)
  const rounded = doubled / (2n * BigInt(denominator))
  const whole = `${rounded / scale}`
  return decimals === 0 ? whole : `${whole}.${`${rounded % scale}`.padStart(decimals, "0")}`
}
