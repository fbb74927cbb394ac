import { env } from "node:process"
import * as fc from "fast-check"

/**
 * The same values on every machine and in every run, so that a test that passes once passes always; `LOUYU_SEED=7 pnpm test`
 * tries others. A failure is printed with the seed and the path to its counterexample.
 */
const { LOUYU_SEED = "20261122" } = env
fc.configureGlobal({ seed: Number(LOUYU_SEED) })
