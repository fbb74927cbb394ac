import { type Instant, Rate, Text } from "@louyu/kernel"
import type { StageId } from "./Flow.ts"
import { type Cohort, cohort } from "./Rates.ts"
import { type CaseKnown, isOpen } from "./State.ts"

/** How cases kept to the time a stage at a level may take. */
export interface StageRate {
  readonly stage: StageId
  readonly level: string
  /** Left in time, of those that left it or whose time for it is over; without those nobody knows the due time of. */
  readonly onTime: Rate.Timed
  /** How many were, or are, late. */
  readonly late: number
}

interface Stay {
  readonly stage: StageId
  readonly level: string
  readonly left: Instant.Instant | undefined
  readonly by: Instant.Instant
}

const stays = (known: CaseKnown): ReadonlyArray<Stay> =>
  known.steps.flatMap(({ stage, level, from }, at) => {
    const left = known.steps[at + 1]?.from ?? (isOpen(known) ? undefined : known.last)
    const kept = known.story.flatMap((event) =>
      event._tag === "DueRecorded" && from <= event.at && (left === undefined || event.at <= left)
        ? [event.due.stage?.by]
        : []
    )
    const by = kept.findLast((one) => one !== undefined)
    return by === undefined ? [] : [{ stage, level, left, by }]
  })

/**
 * Whether the cases of a cohort kept to the time each stage may take, by stage and level in the order they were first come to.
 *
 * Shape: a stay counts with the due time that was kept last during it; while a case waits for whoever raised it, it is not
 * late.
 * Cost: steps × story of each case.
 * Source: R5-23, 2.13.
 */
export const of = (cases: Iterable<CaseKnown>, which: Cohort): ReadonlyArray<StageRate> => {
  const { asOf } = which
  const all = new Map<string, { readonly stay: Stay; inTime: number; late: number }>()
  for (const known of cohort(cases, which)) {
    for (const stay of stays(known)) {
      const { stage, level, left, by } = stay
      const isLate = left === undefined ? known.standing === "open" && asOf > by : left > by
      if (left === undefined && !isLate) continue
      const key = `${stage} ${level}`
      const found = all.get(key) ?? { stay, inTime: 0, late: 0 }
      all.set(key, found)
      if (isLate) found.late += 1
      else found.inTime += 1
    }
  }
  return [...all.values()].map(({ stay: { stage, level }, inTime, late }) => ({
    stage,
    level,
    onTime: Rate.asOf(inTime, inTime + late, Text.of("已离开或已到期", "left or past due"), asOf),
    late
  }))
}
