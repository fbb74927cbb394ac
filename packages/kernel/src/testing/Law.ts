import * as Equal from "effect/Equal"
import * as fc from "fast-check"

/** How hard to try; what is left out is fast-check's default. */
export interface Effort {
  readonly seed?: number
  readonly path?: string
  readonly numRuns?: number
  /** Stop at the first counterexample instead of looking for the smallest. */
  readonly endOnFailure?: boolean
}

/**
 * A promise as data, so that it is written once and held against every subject that makes it.
 *
 * Shape: `check` returns when it could not be broken and throws with the smallest counterexample found when it could.
 *
 * Laws are given to any test runner by a loop: `for (const law of laws) it(law.name, () => law.check(subject))`.
 */
export interface Law<Subject> {
  readonly name: string
  readonly check: (subject: Subject, effort?: Effort) => void
}

/** Makes a law of a body that throws when the promise is broken for the values it is given. */
export const make = <Subject, Values extends [unknown, ...ReadonlyArray<unknown>]>(
  name: string,
  arbitraries: { readonly [K in keyof Values]: fc.Arbitrary<Values[K]> },
  body: (subject: Subject, ...values: Values) => void
): Law<Subject> => ({
  name,
  check: (subject, effort = {}) => {
    const all = fc.tuple<Values>(...arbitraries)
    fc.assert(
      fc.property(all, (values) => {
        body(subject, ...values)
      }),
      { includeErrorInReport: true, ...effort }
    )
  }
})

/**
 * The names of the laws a subject breaks.
 *
 * A law is only worth something when there is a subject it rejects: tests of laws ask this of subjects broken on purpose.
 */
export const brokenBy = <Subject>(
  laws: ReadonlyArray<Law<Subject>>,
  subject: Subject,
  effort?: Effort
): ReadonlyArray<string> =>
  laws
    .filter((law) => {
      try {
        law.check(subject, { ...effort, endOnFailure: true })
        return false
      } catch {
        return true
      }
    })
    .map(({ name }) => name)

const shown = (value: unknown): string => fc.stringify(value)

/** Throws unless both are equal in structure. For the bodies of laws, which run without a test runner's assertions. */
export const same = (actual: unknown, expected: unknown, what: string): void => {
  if (!Equal.equals(actual, expected)) throw new Error(`${what}: ${shown(actual)} is not ${shown(expected)}`)
}
