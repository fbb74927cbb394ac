import type { StoreError } from "@louyu/ports"
import * as Effect from "effect/Effect"
import { failure, isBusy } from "./errors.ts"

/** How long to leave a busy file alone before trying again. */
export const pauseMillis = 2

// A timer of the process and not of Effect's clock: what is waited for is another program, which no test clock moves.
const pause: Effect.Effect<void> = Effect.callback((resume) => {
  const timer = setTimeout(() => resume(Effect.void), pauseMillis)
  return Effect.sync(() => clearTimeout(timer))
})

/**
 * Uses the driver at once, and again later as long as the file is busy; the thread is free meanwhile.
 *
 * Shape: `busySince` is when waiting began, if it has.
 * Fails: `StoreLocked` when the file is still busy after `limitMillis`; else what the driver's failure means.
 */
export const whenFree = <A>(
  store: string,
  limitMillis: number,
  use: () => A,
  busySince?: number
): Effect.Effect<A, StoreError.StoreError> =>
  Effect.suspend(() => {
    try {
      return Effect.succeed(use())
    } catch (cause) {
      if (!isBusy(cause)) return failure(store, cause)
      const now = performance.now()
      const since = busySince ?? now
      if (now - since >= limitMillis) return failure(store, cause, now - since)
      return Effect.andThen(pause, whenFree(store, limitMillis, use, since))
    }
  })
