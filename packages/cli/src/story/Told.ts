import type { Case, Flow } from "@louyu/casework"
import type { Identifier } from "@louyu/kernel"

/** The words of one language for what a fact of a case names by id. */
export interface Told {
  readonly unit: (id: Identifier.UnitId) => string
  readonly units: (ids: ReadonlyArray<Identifier.UnitId>) => string
  readonly party: (party: Case.Party) => string
  readonly stage: (id: Flow.StageId) => string
  readonly level: (id: string) => string
  readonly category: (id: string) => string
  readonly post: (id: string) => string
  readonly channel: (id: string) => string
  readonly rejection: (id: string) => string
  readonly closing: (id: string) => string
  readonly time: (at: number) => string
  readonly length: (length: Flow.Duration) => string
}
