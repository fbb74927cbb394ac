import * as Effect from "effect/Effect"
import { expect, it } from "vitest"
import { Busy } from "../src/errors.ts"
import { whenFree } from "../src/whenFree.ts"

it("waits anew each time it is run, however long it waited before", async () => {
  let refusals = 0
  const use = whenFree("city.louyu", 50, () => {
    refusals--
    if (refusals >= 0) throw new Busy()
    return "done"
  })
  refusals = Number.POSITIVE_INFINITY
  const first = await Effect.runPromise(Effect.result(use))
  expect(first).toMatchObject({ failure: { _tag: "StoreLocked" } })
  refusals = 2
  expect(await Effect.runPromise(Effect.result(use))).toMatchObject({ success: "done" })
})
