import * as Schema from "effect/Schema"

/**
 * A floor area.
 *
 * Units: square metres; more than 0, at most 10,000,000, with at most two decimals.
 * Shape: the schema takes any number, so that a wrong one gets an error that says which space it belongs to.
 */
export const Area = Schema.Finite
export type Area = typeof Area.Type

const most = 10_000_000

/**
 * An area in whole square decimetres, in which sums are exact; `undefined` when it is none.
 *
 * ```ts
 * Area.inSquareDecimetres(85.25) // => 8525
 * Area.inSquareDecimetres(0) // => undefined
 * Area.inSquareDecimetres(0.005) // => undefined
 * ```
 */
export const inSquareDecimetres = (area: Area): number | undefined => {
  const whole = Math.round(area * 100)
  return whole > 0 && area <= most && whole / 100 === area ? whole : undefined
}

/** The area of a number of square decimetres. */
export const ofSquareDecimetres = (whole: number): Area => whole / 100
