import { type Instant, Share, Text } from "@louyu/kernel"

/**
 * A share, with what it is a share of.
 *
 * Shape: `population` says what the denominator counts; `asOf` is the moment it holds for.
 * Source: 2.13.
 */
export interface Figure extends Share.Share {
  readonly population: Text.Text
  readonly asOf: Instant.Instant
}

/** Makes a figure. */
export const of = (numerator: number, denominator: number, zh: string, en: string, asOf: Instant.Instant): Figure => ({
  ...Share.of(numerator, denominator),
  population: Text.of(zh, en),
  asOf
})
