import type * as CivilDate from "./CivilDate.ts"
import type * as Instant from "./Instant.ts"
import * as Share from "./Share.ts"
import type * as Text from "./Text.ts"

/**
 * A share that says what it is a share of.
 *
 * Shape: `population` says what the denominator counts.
 * Source: 2.13, "keep numerator and denominator explicit"; N-19.
 */
export interface Rate extends Share.Share {
  readonly population: Text.Text
}

/** A rate that holds for a day. */
export interface Dated extends Rate {
  readonly on: CivilDate.CivilDate
}

/** A rate that holds for a moment. */
export interface Timed extends Rate {
  readonly asOf: Instant.Instant
}

/**
 * Makes a rate; `Share` writes it in per cent.
 *
 * ```ts
 * const promoted = Rate.of(55, 305, Text.of("公布的实事项目", "practical projects published"))
 * Share.percent(promoted, 2) // => "18.03"
 * Rate.of(0, 0, Text.of("公布的实事项目", "practical projects published")).rate // => undefined
 * ```
 */
export const of = (numerator: number, denominator: number, population: Text.Text): Rate => ({
  ...Share.of(numerator, denominator),
  population
})

/**
 * Makes a rate that holds for a day.
 *
 * ```ts
 * Rate.on(3, 4, Text.of("在租企业", "tenants"), CivilDate.make("2024-12-31")).rate // => 0.75
 * ```
 */
export const on = (
  numerator: number,
  denominator: number,
  population: Text.Text,
  date: CivilDate.CivilDate
): Dated => ({
  ...of(numerator, denominator, population),
  on: date
})

/** Makes a rate that holds for a moment. */
export const asOf = (numerator: number, denominator: number, population: Text.Text, at: Instant.Instant): Timed => ({
  ...of(numerator, denominator, population),
  asOf: at
})
