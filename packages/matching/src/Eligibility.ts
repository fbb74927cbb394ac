import type { Text } from "@louyu/kernel"
import { judge, meets, type Setting } from "./Asking.ts"
import type { Criteria, Criterion } from "./Criteria.ts"
import { read, type Values } from "./Field.ts"
import { words } from "./Requirement.ts"

export type { Setting } from "./Asking.ts"

/** Whether something is open to somebody; `unknown` when what is known does not decide it. */
export type Verdict = "eligible" | "not" | "unknown"

/** A condition that is not met, or of which it is not known whether it is. */
export interface Unmet {
  readonly path: string
  readonly field: string
  readonly verdict: "not" | "unknown"
  /** What was asked, without what was answered. */
  readonly asked: Text.Both
}

/** What came of asking: the verdict, and every condition that stands in the way of `eligible`. */
export interface Outcome {
  readonly verdict: Verdict
  readonly unmet: ReadonlyArray<Unmet>
}

/** The verdict that a truth value stands for. */
export const verdictOf = (met: boolean | undefined): Verdict =>
  met === undefined ? "unknown" : met ? "eligible" : "not"

function* unmetOf(criteria: Criteria, met: (one: Criterion) => boolean | undefined): IterableIterator<Unmet> {
  const verdict = judge(criteria, met)
  if (verdict === true) return
  if (criteria._tag !== "one") {
    for (const inner of criteria.of) yield* unmetOf(inner, met)
    return
  }
  const { path, field } = criteria
  yield { path, field: field.id, verdict: verdict === undefined ? "unknown" : "not", asked: words(criteria) }
}

/** Whether criteria are met, without the reasons. */
export const verdict = (criteria: Criteria, values: Values, setting: Setting): Verdict =>
  verdictOf(judge(criteria, (one) => meets(one, read(one.field, values), setting)))

/**
 * Asks whether criteria are met, and names every condition that is not or of which it is not known.
 *
 * Shape: of an `any` none of whose conditions holds, all are named; of one that holds, none. A value the field cannot
 * hold counts as not known. What was asked is repeated, what is known about somebody never is.
 * Cost: linear in the criteria, times their depth.
 * Source: R3-3, P-31, R3-12.
 *
 * ```ts
 * import { CivilDate } from "@louyu/kernel"
 * const settledOn = { id: "settledOn", type: "date", names: { zh: "入驻日", en: "Settled on" } } as const
 * const criteria = Result.getOrThrow(
 *   Criteria.of([settledOn], { _tag: "withinLast", field: "settledOn", amount: 3, unit: "months" })
 * )
 * const setting = { on: CivilDate.make("2026-06-01") }
 * Eligibility.evaluate(criteria, { settledOn: "2026-04-20" }, setting).verdict // => "eligible"
 * Eligibility.evaluate(criteria, { settledOn: "2025-04-20" }, setting).unmet[0]?.asked.en
 * // => "Settled on must be within the last 3 months"
 * Eligibility.evaluate(criteria, {}, setting).verdict // => "unknown"
 * ```
 */
export const evaluate = (criteria: Criteria, values: Values, setting: Setting): Outcome => {
  const met = (one: Criterion): boolean | undefined => meets(one, read(one.field, values), setting)
  return { verdict: verdictOf(judge(criteria, met)), unmet: [...unmetOf(criteria, met)] }
}
