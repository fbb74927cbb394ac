import { Share, Text } from "@louyu/kernel"

/**
 * A share that says what it is a share of: `population` is what the denominator counts.
 *
 * Source: 2.13, "keep numerator and denominator explicit".
 */
export interface Portion extends Share.Share {
  readonly population: Text.Text
}

/**
 * Makes a portion; the kernel's `Share` writes it in per cent.
 *
 * ```ts
 * import { Share } from "@louyu/kernel"
 * const key = Portion.of(55, 305, "公布的实事项目", "practical projects published")
 * Share.percent(key, 2) // => "18.03"
 * Portion.of(0, 0, "公布的实事项目", "practical projects published").rate // => undefined
 * ```
 */
export const of = (numerator: number, denominator: number, zh: string, en: string): Portion => ({
  ...Share.of(numerator, denominator),
  population: Text.of(zh, en)
})
