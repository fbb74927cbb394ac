import { type Identifier, type Instant, Text } from "@louyu/kernel"
import type { CaseKnown } from "./State.ts"

type UnitId = Identifier.UnitId

/** Whose turn it is, and why. Shape: `last` is when a case went to it before, `undefined` for never; `count` how many did. */
export interface Turn {
  readonly unit: UnitId
  readonly last: Instant.Instant | undefined
  readonly count: number
  readonly reason: Text.Text
}

const reasonOf = (last: Instant.Instant | undefined, candidates: number): Text.Text => {
  if (candidates === 1) return Text.of("只有一个可选单位", "it is the only one")
  if (last === undefined) return Text.of("尚未接过单", "no case went to it yet")
  const when = new Date(last).toISOString()
  return Text.of(`距上次接单最久（${when}）`, `it waits longest since a case went to it (${when})`)
}

const shares = (
  cases: Iterable<CaseKnown>
): ReadonlyMap<UnitId, { readonly last: Instant.Instant; readonly count: number }> => {
  const found = new Map<UnitId, { readonly last: Instant.Instant; readonly count: number }>()
  for (const { dispatches } of cases) {
    for (const { to, at } of dispatches) {
      const { last, count } = found.get(to) ?? { last: at, count: 0 }
      found.set(to, { last: Math.max(last, at), count: count + 1 })
    }
  }
  return found
}

/**
 * Whose turn it is to do a case: of the candidates the one to which none went for longest; of several at one moment the one
 * to which fewest went, else the first named. `undefined` of nobody.
 *
 * Shape: a proposal for `DispatchCase`. A dispatch to somebody else is no error, also where the flow only rotates: people
 * have reasons, and the turns go on from what happened. Cases that were taken or rerouted count for whoever got them.
 * Cost: one pass over the dispatches of the cases.
 * Source: R5-16.
 */
export const next = (candidates: ReadonlyArray<UnitId>, cases: Iterable<CaseKnown>): Turn | undefined => {
  const found = shares(cases)
  const [first] = candidates
    .map((unit) => ({ unit, last: found.get(unit)?.last, count: found.get(unit)?.count ?? 0 }))
    .toSorted(
      (a, b) => (a.last ?? Number.NEGATIVE_INFINITY) - (b.last ?? Number.NEGATIVE_INFINITY) || a.count - b.count
    )
  return first === undefined ? undefined : { ...first, reason: reasonOf(first.last, new Set(candidates).size) }
}
