import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import { describe, it } from "vitest"
import { judge, type Law, type Limit, unknownLimits } from "./Law.ts"

/**
 * Makes a vitest suite of laws: one test for each, on a store of its own.
 *
 * Shape: `layer` is called once for each law and must give a store nobody has used. A limit is a promise the adapter
 * does not keep, with the reason; its test passes as long as the law is in fact broken.
 */
export const describeLaws = <R>(
  name: string,
  laws: ReadonlyArray<Law<R>>,
  layer: () => Layer.Layer<R, unknown>,
  options: { readonly limits?: ReadonlyArray<Limit> } = {}
): void => {
  const limits = options.limits ?? []
  describe(name, () => {
    for (const invalid of unknownLimits(laws, limits)) {
      it(`declares no limit on ${invalid.law}`, () => {
        throw invalid
      })
    }
    for (const law of laws) {
      const limit = limits.find((l) => l.law === law.id)
      const title = limit === undefined ? law.title : `${law.title} — not promised: ${limit.reason}`
      it(`${law.id}: ${title}`, () => Effect.runPromise(judge(law, layer, limits)))
    }
  })
}
