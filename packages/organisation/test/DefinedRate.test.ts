import { Share, Text } from "@louyu/kernel"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { DefinedRate } from "../src/index.ts"
import { day } from "./town.ts"

const rate = (numerator: number, denominator: number) =>
  DefinedRate.make(Text.of("办结率", "closure rate"), { on: day(0) }, numerator, denominator)

describe("rates", () => {
  it("N-19 of 3,860 issues exactly 3,855 to 3,858 closed are 99.9 %", () => {
    const closed = [3854, 3855, 3856, 3857, 3858, 3859, 3860].map((numerator) => Share.percent(rate(numerator, 3860)))
    expect(closed).toEqual(["99.8", "99.9", "99.9", "99.9", "99.9", "100.0", "100.0"])
  })

  it("N-19 a half is rounded up, whatever its binary fraction", () => {
    expect([rate(1, 8), rate(5, 8), rate(201, 400), rate(2, 3)].map((one) => Share.percent(one))).toEqual([
      "12.5",
      "62.5",
      "50.3",
      "66.7"
    ])
    expect([rate(1, 8), rate(5, 8), rate(1, 200)].map((one) => Share.percent(one, 0))).toEqual(["13", "63", "1"])
    expect(Share.percent(rate(1, 3), 4)).toBe("33.3333")
  })

  it("N-19 percent is the nearest decimal there is, for any counts", () => {
    fc.assert(
      fc.property(
        fc.nat(1e6),
        fc.integer({ min: 1, max: 1e6 }),
        fc.integer({ min: 0, max: 4 }),
        (numerator, denominator, decimals) => {
          const text = Share.percent(rate(numerator, denominator), decimals) ?? ""
          expect(text).toMatch(decimals === 0 ? /^\d+$/ : new RegExp(`^\\d+\\.\\d{${decimals}}$`))
          const units = Number(text.replace(".", ""))
          const exact = (numerator * 100 * 10 ** decimals) / denominator
          expect(Math.abs(units - exact)).toBeLessThanOrEqual(0.5 + 1e-6)
        }
      )
    )
  })

  it("N-19 out of nothing there is neither a rate nor a percentage", () => {
    expect([rate(0, 0).rate, Share.percent(rate(0, 0))]).toEqual([undefined, undefined])
  })
})
