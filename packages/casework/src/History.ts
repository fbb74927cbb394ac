import { Decider, type Instant } from "@louyu/kernel"
import { decider } from "./Casework.ts"
import type { CaseKnown } from "./State.ts"

/**
 * A case as it was at a moment; `undefined` before it was raised.
 *
 * Cost: nothing for a case that has not changed since, else its story up to then.
 */
export const asOf = (known: CaseKnown, at: Instant.Instant): CaseKnown | undefined =>
  known.last <= at
    ? known
    : Decider.fold(
        decider,
        known.story.filter((event) => event.at <= at)
      )

/** Cases as they were at a moment, those that had been raised. */
export const allAsOf = (cases: Iterable<CaseKnown>, at: Instant.Instant): ReadonlyArray<CaseKnown> => {
  const found: Array<CaseKnown> = []
  for (const known of cases) {
    const then = asOf(known, at)
    if (then !== undefined) found.push(then)
  }
  return found
}
