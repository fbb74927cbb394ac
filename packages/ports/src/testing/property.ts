import { Identifier, Problem } from "@louyu/kernel"
import * as Effect from "effect/Effect"
import * as fc from "fast-check"

/** The seed of all random laws: a law that broke breaks again. */
export const seed = 20_261_122

/** A random law found an input that breaks it. Shape: `report` is fast-check's, with the smallest such input. */
export class LawFalsified extends Problem.define(
  "ports",
  "LawFalsified"
)<{ readonly report: string }>((e) => ({
  zh: `随机检验发现反例：\n${e.report}`,
  en: `A counterexample was found:\n${e.report}`
})) {}

/** What fast-check threw, as a failure. */
export const falsified = (thrown: unknown): LawFalsified =>
  new LawFalsified({ report: thrown instanceof Error ? thrown.message : String(thrown) })

/**
 * Checks a claim for many random inputs, each under a tenant of its own, in one store.
 *
 * Fails: with fast-check's report, which holds the smallest input that breaks the claim.
 */
export const holdsForAll = <A, E, R>(
  inputs: fc.Arbitrary<A>,
  claim: (input: A, fresh: Identifier.TenantId) => Effect.Effect<void, E, R>,
  numRuns = 50
): Effect.Effect<void, LawFalsified, R> =>
  Effect.gen(function* () {
    const run = Effect.runPromiseWith(yield* Effect.context<R>())
    let count = 0
    const property = fc.asyncProperty(inputs, async (input) => {
      await run(claim(input, Identifier.TenantId.make(`tenant-${count++}`)))
    })
    yield* Effect.tryPromise({ try: () => fc.assert(property, { seed, numRuns }), catch: falsified })
  })
