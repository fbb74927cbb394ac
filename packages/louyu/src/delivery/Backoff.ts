import { fingerprint } from "./fingerprint.ts"

/** How often and for how long something is tried. Units: milliseconds. */
export interface Budget {
  readonly attempts: number
  readonly withinMillis: number
}

/** Ten attempts within a day. */
export const usual: Budget = { attempts: 10, withinMillis: 24 * 3_600_000 }

const first = 5_000
const longest = 3_600_000

// Between nothing and one, the same for the same attempt: several dispatchers agree, and tests can be repeated.
const share = (key: string, attempt: number): number =>
  Number.parseInt(fingerprint(key, String(attempt)).slice(0, 8), 16) / 0x1_0000_0000

/**
 * When to try again after an attempt failed; `undefined` when it was tried often and long enough.
 *
 * Shape: exponential with full jitter between half and all of the step; never before the other side asked for.
 * Units: `attempt` counts from 1; instants in milliseconds since 1970.
 */
export const again = (
  about: { readonly key: string; readonly attempt: number; readonly planned: number; readonly at: number },
  afterMillis: number | undefined,
  { attempts, withinMillis }: Budget = usual
): number | undefined => {
  const { key, attempt, planned, at } = about
  const step = Math.min(longest, first * 2 ** Math.min(attempt - 1, 20))
  const wait = Math.max(afterMillis ?? 0, Math.round(step * (0.5 + share(key, attempt) / 2)))
  return attempt >= attempts || at + wait - planned > withinMillis ? undefined : at + wait
}
