import { Money } from "@louyu/kernel"
import { Arbitrary } from "@louyu/kernel/testing"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

const value = Result.getOrThrow
const max = Number.MAX_SAFE_INTEGER

describe("Money", () => {
  it.each([
    ["0", 0],
    ["-0.00", 0],
    ["1234.5", 123_450],
    ["1,234.56", 123_456],
    ["¥1,234.56", 123_456],
    ["￥８８．００元", 8_800],
    ["-3.20", -320],
    ["CNY -3.20", -320],
    ["12.5万元", 12_500_000],
    ["155.27亿元", 1_552_700_000_000],
    ["2百万", 200_000_000],
    ["90071992547409.91", max]
  ])("reads %s as %i fen", (text, fen) => {
    expect(Money.parse(text)).toEqual(Result.succeed(fen))
  })

  it.each([
    ["", "MoneyMalformed"],
    ["yuan", "MoneyMalformed"],
    ["1,23", "MoneyMalformed"],
    ["1.2.3", "MoneyMalformed"],
    ["0x10", "MoneyMalformed"],
    ["1e3", "MoneyMalformed"],
    ["=1+1", "MoneyMalformed"],
    ["90071992547409.92", "MoneyOutOfRange"],
    ["99999万亿", "MoneyOutOfRange"]
  ])("refuses %j with %s", (text, tag) => {
    expect(value(Result.flip(Money.parse(text)))._tag).toBe(tag)
  })

  it("refuses a number of a million digits at once", () => {
    expect(value(Result.flip(Money.parse("9".repeat(1_000_000))))).toMatchObject({ reason: "form" })
  })

  it("refuses parts of a fen instead of rounding them", () => {
    expect(value(Result.flip(Money.parse("0.005")))).toMatchObject({ _tag: "MoneyMalformed", reason: "partOfFen" })
    expect(Money.parse("0.005万")).toEqual(Result.succeed(5_000))
    expect(value(Result.flip(Money.parse("999999999999999999.999")))).toMatchObject({ reason: "partOfFen" })
  })

  it("is a whole number of fen, as a schema and in code", () => {
    for (const wrong of [0.5, Number.NaN, 2 ** 53, "1"]) {
      expect(Result.isFailure(Schema.decodeUnknownResult(Money.Money)(wrong))).toBe(true)
    }
    expect(() => Money.fen(0.1 + 0.2)).toThrow("whole number of fen")
    expect(Object.is(Money.fen(-0), 0)).toBe(true)
  })

  it("reads what it writes, to the fen, in both languages", () => {
    fc.assert(
      fc.property(Arbitrary.money, fc.constantFrom("zh" as const, "en" as const), (money, language) => {
        expect(value(Money.parse(Money.format(money, language)))).toBe(money)
        expect(value(Money.parse(Money.toYuan(money)))).toBe(money)
      })
    )
  })

  it.each([
    [1_552_700_000_000, "155.27亿元", "CNY 15.53 billion"],
    [9_999_999_999, "1亿元", "CNY 100 million"],
    [10_000_000, "10万元", "CNY 100,000"],
    [123_456, "1,234.56元", "CNY 1,234.56"],
    [-1_250_000, "-1.25万元", "CNY -12,500"],
    [0, "0元", "CNY 0"],
    [5, "0.05元", "CNY 0.05"]
  ])("shows %i fen as %s and %s", (fen, zh, en) => {
    expect(Money.display(Money.fen(fen), "zh")).toBe(zh)
    expect(Money.display(Money.fen(fen), "en")).toBe(en)
  })

  it("shows no amount further off than half of a hundredth of its unit", () => {
    fc.assert(
      fc.property(Arbitrary.money, (money) => {
        const text = Money.display(money, "zh")
        const unit = text.includes("亿") ? 1e8 : text.includes("万") ? 1e4 : 1
        const shown = BigInt(Math.round(Number(text.replace(/[,亿万元]/gu, "")) * 100)) * BigInt(unit)
        const off = shown - BigInt(money)
        expect((off < 0n ? -off : off) * 2n <= BigInt(unit)).toBe(true)
      })
    )
  })

  it("adds and takes away exactly, or says that the amount is too large", () => {
    fc.assert(
      fc.property(Arbitrary.money, Arbitrary.money, (a, b) => {
        const exactly = BigInt(a) + BigInt(b)
        const fits = exactly <= BigInt(max) && exactly >= -BigInt(max)
        const sum = Money.add(a, b)
        expect(Result.isSuccess(sum)).toBe(fits)
        expect(Money.sum([a, b])).toEqual(sum)
        if (!Result.isSuccess(sum)) return
        expect(BigInt(sum.success)).toBe(exactly)
        expect(Money.subtract(sum.success, b)).toEqual(Result.succeed(a))
      })
    )
  })

  it("sums many amounts although a part of them would be too large", () => {
    expect(Money.sum([max, max, -max].map(Money.fen))).toEqual(Result.succeed(max))
  })

  it.each([
    [5, 1, 2, { floor: 2, ceiling: 3, truncate: 2, halfUp: 3, halfEven: 2 }],
    [-5, 1, 2, { floor: -3, ceiling: -2, truncate: -2, halfUp: -3, halfEven: -2 }],
    [7, 1, 2, { floor: 3, ceiling: 4, truncate: 3, halfUp: 4, halfEven: 4 }],
    [1_000, 1, 3, { floor: 333, ceiling: 334, truncate: 333, halfUp: 333, halfEven: 333 }],
    [1_000, -2, 3, { floor: -667, ceiling: -666, truncate: -666, halfUp: -667, halfEven: -667 }],
    [6, 1, 3, { floor: 2, ceiling: 2, truncate: 2, halfUp: 2, halfEven: 2 }]
  ] as const)("multiplies %i fen by %i/%i and rounds as told", (fen, numerator, denominator, expected) => {
    for (const rounding of ["floor", "ceiling", "truncate", "halfUp", "halfEven"] as const) {
      const product = Money.multiply(Money.fen(fen), { numerator, denominator }, rounding)
      expect([rounding, value(product)]).toEqual([rounding, expected[rounding]])
    }
  })

  it("multiplies within a fen of the exact product, on the side the rounding says", () => {
    const ratios = fc.record({
      numerator: fc.integer({ min: -1_000, max: 1_000 }),
      denominator: fc.integer({ min: 1_000, max: 5_000 })
    })
    fc.assert(
      fc.property(Arbitrary.money, ratios, (money, ratio) => {
        const by = (rounding: Money.Rounding) => BigInt(value(Money.multiply(money, ratio, rounding)))
        const divisor = BigInt(ratio.denominator)
        const product = BigInt(money) * BigInt(ratio.numerator)
        const [low, high] = [by("floor"), by("ceiling")]
        expect(low * divisor <= product && product <= high * divisor).toBe(true)
        expect(high - low).toBe(product % divisor === 0n ? 0n : 1n)
        expect(by("truncate")).toBe(product < 0n ? high : low)
        for (const near of [by("halfUp"), by("halfEven")]) {
          const off = near * divisor - product
          expect((off < 0n ? -off : off) * 2n <= divisor).toBe(true)
        }
      })
    )
  })

  it("takes a ratio over nothing for the bug it is, and says when a product is too large", () => {
    expect(() => Money.multiply(Money.fen(1), { numerator: 1, denominator: 0 }, "floor")).toThrow("denominator above 0")
    const twice = Money.multiply(Money.fen(max), { numerator: 2, denominator: 1 }, "floor")
    expect(value(Result.flip(twice))._tag).toBe("MoneyOutOfRange")
  })

  it("splits by weights without losing a fen, each part within a fen of its share, the larger remainder first", () => {
    const weights = fc.array(fc.oneof(fc.nat(5), fc.maxSafeNat()), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(Arbitrary.money, weights, (money, all) => {
        const total = all.reduce((sum, weight) => sum + BigInt(weight), 0n)
        fc.pre(total > 0n)
        const parts = value(Money.allocate(money, all))
        expect(parts.reduce((sum, part) => sum + BigInt(part), 0n)).toBe(BigInt(money))
        const size = BigInt(Math.abs(money))
        const remainders = all.map((weight, i) => {
          const over = BigInt(Math.abs(parts[i] ?? 0)) * total - size * BigInt(weight)
          expect(over < total && -over < total).toBe(true)
          return { rest: (size * BigInt(weight)) % total, favoured: over > 0n }
        })
        for (const lucky of remainders.filter((r) => r.favoured)) {
          for (const other of remainders.filter((r) => !r.favoured)) expect(lucky.rest >= other.rest).toBe(true)
        }
        expect(value(Money.allocate(Money.fen(-money), all))).toEqual(parts.map((part) => Money.fen(-part)))
      })
    )
  })

  it("gives the fen that is left over to the earlier of equals, and nothing to no weight", () => {
    expect(Money.allocate(Money.fen(100), [1, 1, 1])).toEqual(Result.succeed([34, 33, 33]))
    expect(Money.allocate(Money.fen(5), [0, 3, 0, 3])).toEqual(Result.succeed([0, 3, 0, 2]))
  })

  it("refuses weights that are negative, not whole or all nothing", () => {
    const refused = (weights: ReadonlyArray<number>) => value(Result.flip(Money.allocate(Money.fen(100), weights)))
    expect(refused([1, -1])).toMatchObject({ _tag: "MoneyWeightsInvalid", index: 1 })
    expect(refused([0.5]).index).toBe(0)
    expect(refused([0, 0]).index).toBeUndefined()
    expect(refused([]).index).toBeUndefined()
    expect(refused([0, 0]).text.en).toBe("Not all weights may be 0.")
  })
})
