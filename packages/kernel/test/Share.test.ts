import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Share from "../src/Share.ts"

describe("a share", () => {
  it("N-19 keeps what was counted and out of what, and is nothing where there is nothing to count out of", () => {
    expect(Share.of(3, 4)).toEqual({ numerator: 3, denominator: 4, rate: 0.75 })
    expect(Share.of(0, 0).rate).toBeUndefined()
    expect([Share.percent(Share.of(0, 0)), Share.mean(Share.of(1, 0))]).toEqual([undefined, undefined])
  })

  it("G-10 of 3,860 accepted, 3,855 to 3,858 closed are 99.9 per cent, and no other number is", () => {
    const shown = [3854, 3855, 3856, 3857, 3858, 3859].map((closed) => Share.percent(Share.of(closed, 3860)))
    expect(shown).toEqual(["99.8", "99.9", "99.9", "99.9", "99.9", "100.0"])
  })

  it("rounds half up, also where a binary fraction would not", () => {
    expect(Share.percent(Share.of(1, 8), 0)).toBe("13")
    expect(Share.percent(Share.of(1005, 100_000), 2)).toBe("1.01")
    expect(Share.mean(Share.of(5, 1000))).toBe("0.01")
  })

  it("is never further from the truth than half of the last decimal", () => {
    const whole = fc.integer({ min: 1, max: 1_000_000 })
    fc.assert(
      fc.property(fc.nat({ max: 1_000_000 }), whole, fc.nat({ max: 4 }), (numerator, denominator, decimals) => {
        const shown = Number(Share.mean(Share.of(numerator, denominator), decimals))
        expect(Math.abs(shown - numerator / denominator)).toBeLessThanOrEqual(0.5 * 10 ** -decimals + 1e-9)
      })
    )
  })
})
