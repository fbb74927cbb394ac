/**
 * A part of a whole that can be reckoned again: what was counted, and out of what.
 *
 * Shape: `rate` is numerator by denominator; `undefined`, never 0 or 1, where there is nothing to be a share of.
 * Source: 2.13, "keep numerator and denominator explicit"; N-19.
 */
export interface Share {
  readonly numerator: number
  readonly denominator: number
  readonly rate: number | undefined
}

/**
 * Makes a share.
 *
 * ```ts
 * Share.of(3, 4).rate // => 0.75
 * Share.of(0, 0).rate // => undefined
 * ```
 */
export const of = (numerator: number, denominator: number): Share => ({
  numerator,
  denominator,
  rate: denominator === 0 ? undefined : numerator / denominator
})

// In whole numbers, so that a half is a half whatever its binary fraction.
const rounded = (
  numerator: number,
  { denominator }: Pick<Share, "denominator">,
  decimals: number
): string | undefined => {
  if (denominator === 0) return undefined
  const scale = 10n ** BigInt(decimals)
  const units = (2n * scale * BigInt(numerator) + BigInt(denominator)) / (2n * BigInt(denominator))
  return decimals === 0 ? `${units}` : `${units / scale}.${`${units % scale}`.padStart(decimals, "0")}`
}

/**
 * A share of whole numbers in per cent, rounded half up; `undefined` where there is nothing to be a share of.
 *
 * Source: golden figures G-06, G-10.
 *
 * ```ts
 * Share.percent(Share.of(3855, 3860)) // => "99.9"
 * Share.percent(Share.of(3859, 3860)) // => "100.0"
 * Share.percent(Share.of(55, 305), 2) // => "18.03"
 * ```
 */
export const percent = (share: Pick<Share, "numerator" | "denominator">, decimals = 1): string | undefined =>
  rounded(100 * share.numerator, share, decimals)

/**
 * How many there are of one for each of the other, rounded half up; `undefined` where there is none of the other.
 *
 * ```ts
 * Share.mean(Share.of(305, 30)) // => "10.17"
 * ```
 */
export const mean = (share: Pick<Share, "numerator" | "denominator">, decimals = 2): string | undefined =>
  rounded(share.numerator, share, decimals)
