import { type CivilDate, Share, type Text } from "@louyu/kernel"

/**
 * A share, with what it is a share of.
 *
 * Shape: `population` says what the denominator counts; `on` is the day the figure holds for.
 * Source: 2.13, "keep numerator and denominator explicit".
 */
export interface Rate extends Share.Share {
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
): Rate => ({ ...Share.of(numerator, denominator), population, on })
