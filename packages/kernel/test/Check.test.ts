import { Check } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

describe("Check", () => {
  it("gives the first check that fails, and makes none after it", () => {
    fc.assert(
      fc.property(fc.array(fc.boolean()), (holds) => {
        const made: Array<number> = []
        const checked = Check.all(
          ...holds.map((one, index) => (): Check.Check<number> => {
            made.push(index)
            return one ? Check.fine : Result.fail(index)
          })
        )
        const first = holds.indexOf(false)
        expect(checked).toEqual(first === -1 ? Check.fine : Result.fail(first))
        expect(made).toHaveLength(first === -1 ? holds.length : first + 1)
      })
    )
  })
})
