import type { StageId } from "./Flow.ts"
import * as History from "./History.ts"
import type { Instant } from "./Instant.ts"
import { type CaseKnown, isOpen } from "./State.ts"

/**
 * How long cases are at a stage.
 *
 * Shape: `here` are at it now and not over, the longest of them since `longestMillis`; `left` have been at it before and
 * went on, half of them within `medianMillis`. `undefined` where there are none.
 * Units: milliseconds of the clock, without those during which a case waited for whoever raised it.
 */
export interface StageAge {
  readonly stage: StageId
  readonly here: number
  readonly longestMillis: number | undefined
  readonly left: number
  readonly medianMillis: number | undefined
}

/** How long a case was at a stage between two moments, without the time it waited. */
const spent = ({ pauses }: CaseKnown, from: Instant, to: Instant): number =>
  pauses.reduce(
    (millis, pause) => millis - Math.max(0, Math.min(to, pause.to ?? to) - Math.max(from, pause.from)),
    to - from
  )

interface Stay {
  readonly millis: number
  readonly isHere: boolean
}

// A step at another level, or after a rerouting, is the same stage going on.
const stays = (known: CaseKnown, asOf: Instant): ReadonlyArray<Stay & { readonly stage: StageId }> => {
  const entries = known.steps.filter(({ stage }, at) => known.steps[at - 1]?.stage !== stage)
  return entries.flatMap(({ stage, from }, at) => {
    const next = entries[at + 1]
    if (next === undefined && !isOpen(known)) return []
    return [{ stage, millis: spent(known, from, next?.from ?? asOf), isHere: next === undefined }]
  })
}

const median = (values: ReadonlyArray<number>): number | undefined =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length / 2) - 1]

/**
 * How long cases are, and were, at each stage, as of a moment; stages in the order they were first come to.
 *
 * Source: F-09 (ageing per step), R5-23.
 */
export const stages = (cases: Iterable<CaseKnown>, asOf: Instant): ReadonlyArray<StageAge> => {
  const all = new Map<StageId, Array<Stay>>()
  for (const known of History.allAsOf(cases, asOf)) {
    for (const { stage, ...stay } of stays(known, asOf)) {
      const found = all.get(stage)
      if (found === undefined) all.set(stage, [stay])
      else found.push(stay)
    }
  }
  return [...all].map(([stage, found]) => {
    const here = found.filter(({ isHere }) => isHere).map(({ millis }) => millis)
    const left = found.filter(({ isHere }) => !isHere).map(({ millis }) => millis)
    return {
      stage,
      here: here.length,
      longestMillis: here.length === 0 ? undefined : here.reduce((a, b) => Math.max(a, b)),
      left: left.length,
      medianMillis: median(left)
    }
  })
}
