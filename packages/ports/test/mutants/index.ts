import { appendAllMutants } from "./appendAllMutants.ts"
import { appendMutants } from "./appendMutants.ts"
import { checkpointMutants } from "./checkpointMutants.ts"
import type { Mutant } from "./Mutant.ts"
import { raceMutants } from "./raceMutants.ts"
import { readMutants } from "./readMutants.ts"
import { retryMutants } from "./retryMutants.ts"
import { vaultMutants } from "./vaultMutants.ts"

/** Every faulty store the laws are tried on. */
export const mutants: ReadonlyArray<Mutant> = [
  ...appendMutants,
  ...retryMutants,
  ...appendAllMutants,
  ...readMutants,
  ...raceMutants,
  ...checkpointMutants,
  ...vaultMutants
]
