import type { Identifier, Instant } from "@louyu/kernel"
import type { CaseId } from "./Case.ts"
import * as Deadlines from "./Deadlines.ts"
import type { StageId } from "./Flow.ts"
import { type CaseKnown, isOpen } from "./State.ts"

/** A case that is not over. Shape: `by` is when its stage or the whole is due, whichever comes first. */
export interface Item {
  readonly case: CaseId
  readonly stage: StageId
  readonly level: string
  readonly handler: Identifier.UnitId | undefined
  readonly urgency: Deadlines.Urgency
  readonly by: Instant.Instant | undefined
}

const first = ({ due, standing }: CaseKnown): Instant.Instant | undefined => {
  const terms = standing === "open" ? [due?.stage, due?.whole].flatMap((one) => one ?? []) : []
  return terms.length === 0 ? undefined : Math.min(...terms.map(({ by }) => by))
}

const order = (a: Item, b: Item): number =>
  (a.by ?? Number.POSITIVE_INFINITY) < (b.by ?? Number.POSITIVE_INFINITY)
    ? -1
    : a.by !== b.by
      ? 1
      : a.case < b.case
        ? -1
        : 1

/** The cases that are not over, what is due first at the beginning. Source: R5-19. */
export const open = (cases: Iterable<CaseKnown>, now: Instant.Instant): ReadonlyArray<Item> =>
  [...cases]
    .filter(isOpen)
    .map((known) => ({
      case: known.raised.case,
      stage: known.stage,
      level: known.level,
      handler: known.handler,
      urgency: Deadlines.urgency(known, now),
      by: first(known)
    }))
    .toSorted(order)

/** The cases whose stage or whole is overdue, the longest first. */
export const overdue = (cases: Iterable<CaseKnown>, now: Instant.Instant): ReadonlyArray<Item> =>
  open(cases, now).filter(({ urgency }) => urgency === "overdue")

/** The cases that are due from now on, up to and including a moment. */
export const dueBy = (cases: Iterable<CaseKnown>, now: Instant.Instant, until: Instant.Instant): ReadonlyArray<Item> =>
  open(cases, now).filter(({ by }) => by !== undefined && now <= by && by <= until)

/** How many cases stand how against their dates, by stage. Source: R5-19. */
export const counts = (
  cases: Iterable<CaseKnown>,
  now: Instant.Instant
): ReadonlyMap<StageId, Readonly<Partial<Record<Deadlines.Urgency, number>>>> => {
  const all = new Map<StageId, Partial<Record<Deadlines.Urgency, number>>>()
  for (const { stage, urgency } of open(cases, now)) {
    const found = all.get(stage) ?? {}
    all.set(stage, { ...found, [urgency]: (found[urgency] ?? 0) + 1 })
  }
  return all
}
