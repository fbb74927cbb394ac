import type { Identifier } from "@louyu/kernel"

/** One way a need could be met: by which offer, and how good that would be. */
export interface Candidate {
  readonly need: string
  readonly offer: string
  /** Whole points, the more the better. */
  readonly score: number
}

/** The unit a place of an offer is counted in. */
export type Place = Identifier.UnitId
