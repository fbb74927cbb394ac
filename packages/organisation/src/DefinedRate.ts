import { type CivilDate, type Identifier, Share, type Text } from "@louyu/kernel"

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
export interface DefinedRate extends Required<Counted>, Share.Share {
  readonly definition: Text.Both
}

/**
 * Writes down a rate.
 *
 * ```ts
 * const definition = Text.of("办结率＝已办结÷已受理", "closure rate = closed / accepted")
 * const closed = DefinedRate.make(definition, { on: CivilDate.make("2022-12-31") }, 3856, 3860)
 * Share.percent(closed) // => "99.9"
 * ```
 */
export const make = (definition: Text.Text, counted: Counted, numerator: number, denominator: number): DefinedRate => ({
  definition: { zh: definition.zh, en: definition.en ?? definition.zh },
  on: counted.on,
  within: counted.within,
  ...Share.of(numerator, denominator)
})
