import type { Instant } from "@louyu/kernel"
import type { StageId } from "./Flow.ts"
import * as History from "./History.ts"
import { type CaseKnown, isOpen, type Step } from "./State.ts"

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
export const spent = ({ pauses }: CaseKnown, from: Instant.Instant, to: Instant.Instant): number =>
  pauses.reduce(
    (millis, pause) => millis - Math.max(0, Math.min(to, pause.to ?? to) - Math.max(from, pause.from)),
    to - from
  )

/** How long cases are here, and how long those that went on were. */
interface Stays {
  readonly here: Array<number>
  readonly left: Array<number>
}

const median = (values: ReadonlyArray<number>): number | undefined =>
  new Float64Array(values).sort()[Math.ceil(values.length / 2) - 1]

/**
 * How long cases are, and were, at each stage, as of a moment; stages in the order they were first come to.
 *
 * Source: F-09 (ageing per step), R5-23.
 */
export const stages = (cases: Iterable<CaseKnown>, asOf: Instant.Instant): ReadonlyArray<StageAge> => {
  const all = new Map<StageId, Stays>()
  const at = (stage: StageId): Stays => {
    const found = all.get(stage)
    if (found !== undefined) return found
    const begun: Stays = { here: [], left: [] }
    all.set(stage, begun)
    return begun
  }
  for (const known of History.allAsOf(cases, asOf)) {
    let entered: Step | undefined
    for (const step of known.steps) {
      // A step at another level, or after a rerouting, is the same stage going on.
      if (entered?.stage === step.stage) continue
      if (entered !== undefined) at(entered.stage).left.push(spent(known, entered.from, step.from))
      entered = step
    }
    if (entered !== undefined && isOpen(known)) at(entered.stage).here.push(spent(known, entered.from, asOf))
  }
  return [...all].map(([stage, { here, left }]) => ({
    stage,
    here: here.length,
    longestMillis: here.length === 0 ? undefined : here.reduce((a, b) => Math.max(a, b)),
    left: left.length,
    medianMillis: median(left)
  }))
}
