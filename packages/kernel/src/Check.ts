import * as Result from "effect/Result"
import * as PersonalData from "./PersonalData.ts"

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

/** Demands that something holds. */
export const demand = <Failure>(holds: boolean, failure: () => Failure): Check<Failure> =>
  holds ? fine : Result.fail(failure())

/** Demands that texts, read as one, hold nothing that leads to a person; those nobody gave are no matter. */
export const impersonal = <Failure>(
  texts: ReadonlyArray<string | undefined>,
  failure: (traces: ReadonlyArray<PersonalData.Trace>) => Failure
): Check<Failure> => {
  const text = texts.filter((one) => one !== undefined).join("\n")
  const traces = text === "" ? [] : PersonalData.traces(text)
  return demand(traces.length === 0, () => failure(traces))
}
