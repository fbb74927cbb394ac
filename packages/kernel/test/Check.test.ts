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

  it("demands that something holds, and tells why not only then", () => {
    expect(Check.demand(true, () => expect.fail("nothing is wrong"))).toEqual(Check.fine)
    expect(Check.demand(false, () => "why")).toEqual(Result.fail("why"))
  })

  it("demands that texts lead to nobody, whichever of them does, and those nobody gave are no matter", () => {
    const found = (...texts: ReadonlyArray<string | undefined>) => Check.impersonal(texts, (traces) => traces)
    expect([found(), found(undefined), found("1201室", undefined, "2024年")]).toEqual([
      Check.fine,
      Check.fine,
      Check.fine
    ])
    expect(found("车位", undefined, "请致电 138 0000 5678")).toEqual(Result.fail(["mobile"]))
  })
})
