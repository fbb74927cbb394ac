import type { Finding } from "./Finding.ts"

/** Findings as they turn up: the first so many are kept, all are counted. */
export interface FindingList {
  readonly add: (finding: Finding) => void
  readonly kept: ReadonlyArray<Finding>
  readonly errors: () => number
  readonly warnings: () => number
}

/** An empty list that keeps at most `limit` findings. */
export const make = (limit: number): FindingList => {
  const kept: Array<Finding> = []
  const counts = { error: 0, warning: 0 }
  return {
    add: (finding) => {
      counts[finding.severity]++
      if (kept.length < limit) kept.push(finding)
    },
    kept,
    errors: () => counts.error,
    warnings: () => counts.warning
  }
}
