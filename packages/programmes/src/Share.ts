import { Text } from "@louyu/kernel"

/**
 * A share, with what it is a share of.
 *
 * Shape: `rate` is numerator by denominator, `undefined` when there is nothing to be a share of, never 0 instead;
 * `population` says what the denominator counts.
 * Source: 2.13, "keep numerator and denominator explicit".
 */
export interface Share {
  readonly numerator: number
  readonly denominator: number
  readonly rate: number | undefined
  readonly population: Text.Text
}

/** Makes a share. */
export const of = (numerator: number, denominator: number, zh: string, en: string): Share => ({
  numerator,
  denominator,
  rate: denominator === 0 ? undefined : numerator / denominator,
  population: Text.of(zh, en)
})

// In whole numbers, so that a half is a half.
const rounded = (numerator: number, denominator: number, decimals: number): string => {
  const scale = 10n ** BigInt(decimals)
  const units = (2n * scale * BigInt(numerator) + BigInt(denominator)) / (2n * BigInt(denominator))
  const rest = String(units % scale).padStart(decimals, "0")
  return decimals === 0 ? String(units) : `${units / scale}.${rest}`
}

/**
 * A share in per cent with two decimals, half rounded up; `undefined` where there is none.
 *
 * Source: G-06.
 *
 * ```ts
 * Share.percent(Share.of(55, 305, "公布的实事项目", "published projects")) // => "18.03"
 * Share.percent(Share.of(0, 0, "公布的实事项目", "published projects")) // => undefined
 * ```
 */
export const percent = ({ numerator, denominator }: Share): string | undefined =>
  denominator === 0 ? undefined : rounded(100 * numerator, denominator, 2)

/**
 * How many there are of one for each of the other, with two decimals; `undefined` where there is none.
 *
 * ```ts
 * Share.mean(Share.of(305, 30, "综合党委", "committees")) // => "10.17"
 * ```
 */
export const mean = ({ numerator, denominator }: Share): string | undefined =>
  denominator === 0 ? undefined : rounded(numerator, denominator, 2)
