import { Text } from "@louyu/kernel"
import type { Instant } from "./Instant.ts"

/**
 * A share, with what it is a share of.
 *
 * Shape: `rate` is numerator by denominator, `undefined` when there is nothing to be a share of, never 0 or 1 instead;
 * `population` says what the denominator counts; `asOf` is the moment it holds for.
 * Source: 2.13.
 */
export interface Figure {
  readonly numerator: number
  readonly denominator: number
  readonly rate: number | undefined
  readonly population: Text.Text
  readonly asOf: Instant
}

/** Makes a figure. */
export const of = (numerator: number, denominator: number, zh: string, en: string, asOf: Instant): Figure => ({
  numerator,
  denominator,
  rate: denominator === 0 ? undefined : numerator / denominator,
  population: Text.of(zh, en),
  asOf
})

/**
 * A figure in per cent with one decimal, half rounded up; `undefined` where there is none.
 *
 * Source: G-10.
 *
 * ```ts
 * Figure.percent(Figure.of(3855, 3860, "受理", "accepted", 0)) // => "99.9"
 * Figure.percent(Figure.of(3859, 3860, "受理", "accepted", 0)) // => "100.0"
 * Figure.percent(Figure.of(0, 0, "受理", "accepted", 0)) // => undefined
 * ```
 */
export const percent = ({ numerator, denominator }: Figure): string | undefined => {
  if (denominator === 0) return undefined
  // In whole numbers, so that a half is a half.
  const tenths = Math.floor((2000 * numerator + denominator) / (2 * denominator))
  return `${Math.floor(tenths / 10)}.${tenths % 10}`
}
