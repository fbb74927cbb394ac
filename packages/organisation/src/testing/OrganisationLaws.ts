import type { Law } from "@louyu/kernel/testing"
import type { OrganisationDecider } from "../Organisation.ts"
import { commandLaws } from "./commandLaws.ts"
import { repeatLaws } from "./repeatLaws.ts"
import { stateLaws } from "./stateLaws.ts"
import { successionLaws } from "./successionLaws.ts"
import { viewLaws } from "./viewLaws.ts"

export { commandLaws, repeatLaws, stateLaws, successionLaws, viewLaws }

/**
 * Everything the organisation promises, as laws of its decider under the example's structure.
 *
 * Hold them against a decider that wraps or replaces the rules to learn whether it still keeps the invariants.
 * Source: domain 1.6, invariants 1 to 5.
 *
 * ```ts no-run
 * // `it` is the test runner's.
 * for (const law of OrganisationLaws.all) it(law.name, () => law.check(Organisation.decider(Example.structure)))
 * ```
 */
export const all: ReadonlyArray<Law.Law<OrganisationDecider>> = [
  ...stateLaws,
  ...commandLaws,
  ...repeatLaws,
  ...successionLaws,
  ...viewLaws
]
