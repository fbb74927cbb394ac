import * as Result from "effect/Result"

/** Lets a command go on, or is the reason it does not. */
export type Check<Failure> = Result.Result<void, Failure>

/** Nothing is wrong. */
export const fine: Check<never> = Result.succeed(undefined)

/** The first check that fails, if any; later ones are not made. */
export const all = <Failure>(...checks: ReadonlyArray<() => Check<Failure>>): Check<Failure> => {
  for (const check of checks) {
    const checked = check()
    if (Result.isFailure(checked)) return checked
  }
  return fine
}
