import type { CivilDate, Text } from "@louyu/kernel"

/**
 * A share, with what it is a share of.
 *
 * Shape: `rate` is numerator by denominator, `undefined` when there is nothing to be a share of, never 0 instead;
 * `population` says what the denominator counts; `on` is the day the figure holds for.
 * Source: 2.13, "keep numerator and denominator explicit".
 */
export interface Rate {
  readonly numerator: number
  readonly denominator: number
  readonly rate: number | undefined
  readonly population: Required<Text.Text>
  readonly on: CivilDate.CivilDate
}

/**
 * Makes a rate.
 *
 * ```ts
 * import { CivilDate } from "@louyu/kernel"
 * const firms = { zh: "在租企业", en: "tenants" }
 * Rate.of(3, 4, firms, CivilDate.make("2024-12-31")).rate // => 0.75
 * Rate.of(0, 0, firms, CivilDate.make("2024-12-31")).rate // => undefined
 * ```
 */
export const of = (
  numerator: number,
  denominator: number,
  population: Required<Text.Text>,
  on: CivilDate.CivilDate
): Rate => ({ numerator, denominator, rate: denominator === 0 ? undefined : numerator / denominator, population, on })
