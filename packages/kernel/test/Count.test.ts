import { Count } from "@louyu/kernel"
import { Arbitrary } from "@louyu/kernel/testing"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

const value = Result.getOrThrow

describe("Count", () => {
  it.each([
    ["3860", 3_860, "exact", undefined],
    ["3,860件", 3_860, "exact", "件"],
    ["０", 0, "exact", undefined],
    ["2000余家", 2_000, "atLeast", "家"],
    ["30余次", 30, "atLeast", "次"],
    ["20多家", 20, "atLeast", "家"],
    ["超1000户", 1_000, "atLeast", "户"],
    ["逾500人", 500, "atLeast", "人"],
    ["100项以上", 100, "atLeast", "项"],
    ["100+", 100, "atLeast", undefined],
    ["近400名", 400, "nearly", "名"],
    ["约200户", 200, "about", "户"],
    ["30名左右", 30, "about", "名"],
    ["约3万", 30_000, "about", undefined],
    ["1.5万余平方米", 15_000, "atLeast", "平方米"],
    ["6万余户", 60_000, "atLeast", "户"],
    ["10余万人", 100_000, "atLeast", "人"],
    ["1.3亿", 130_000_000, "exact", undefined],
    ["十余个", 10, "atLeast", "个"],
    ["百余条", 100, "atLeast", "条"],
    ["三十多万", 300_000, "atLeast", undefined],
    ["两千零五", 2_005, "exact", undefined],
    ["一亿二千万", 120_000_000, "exact", undefined],
    ["三百二十一", 321, "exact", undefined],
    ["more than 50 firms", 50, "atLeast", "firms"],
    ["about 30,000", 30_000, "about", undefined],
    ["Nearly 400", 400, "nearly", undefined]
  ])("reads %s as %i, %s", (text, number, qualifier, unit) => {
    const count = { value: number, qualifier }
    expect(value(Count.parsePhrase(text))).toEqual(unit === undefined ? { count } : { count, unit })
  })

  it.each([
    ["", "form"],
    ["多家", "form"],
    ["-3", "form"],
    ["1,23", "form"],
    ["二三", "form"],
    ["3/4", "form"],
    ["1e3", "form"],
    ["4.4", "notWhole"],
    ["1.23456万", "notWhole"],
    ["99999999999999999999", "notWhole"]
  ])("refuses %j: %s", (text, reason) => {
    expect(value(Result.flip(Count.parsePhrase(text)))).toMatchObject({ _tag: "CountMalformed", reason })
  })

  it("refuses a number of a million digits at once", () => {
    expect(value(Result.flip(Count.parse("9".repeat(1_000_000))))).toMatchObject({ reason: "form" })
  })

  it("refuses a word for what is counted where a bare count is asked for", () => {
    expect(value(Count.parse("2000余"))).toEqual(Count.atLeast(2_000))
    expect(value(Result.flip(Count.parse("2000余家")))).toMatchObject({ reason: "form" })
  })

  it("takes a value that is no whole number from 0 on for the bug it is", () => {
    for (const wrong of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
      expect(() => Count.exact(wrong)).toThrow("whole number")
    }
  })

  it.each([
    [Count.exact(20_000), "2万", "20,000"],
    [Count.atLeast(20_000), "2万余", "at least 20,000"],
    [Count.nearly(3_860), "近3860", "nearly 3,860"],
    [Count.about(155_270_000), "约15527万", "about 155,270,000"],
    [Count.exact(12_345), "12345", "12,345"],
    [Count.exact(0), "0", "0"]
  ])("writes %j as %s and %s", (count, zh, en) => {
    expect(Count.format(count, "zh")).toBe(zh)
    expect(Count.format(count, "en")).toBe(en)
  })

  it("reads what it writes, in both languages", () => {
    fc.assert(
      fc.property(Arbitrary.count, fc.constantFrom("zh" as const, "en" as const), (count, language) => {
        expect(value(Count.parse(Count.format(count, language)))).toEqual(count)
      }),
      { numRuns: 1_000 }
    )
  })

  it("reads Chinese numerals as the numbers they are written for", () => {
    const digits = "零一二三四五六七八九"
    // The oracle: numbers below ten thousand, spelt out place by place.
    const spell = (number: number): string => {
      let text = ""
      let gap = false
      for (const [power, name] of [
        [1_000, "千"],
        [100, "百"],
        [10, "十"],
        [1, ""]
      ] as const) {
        const digit = Math.floor(number / power) % 10
        if (digit === 0) gap = text !== ""
        else {
          text += (gap ? "零" : "") + digits[digit] + name
          gap = false
        }
      }
      return text
    }
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999 }), fc.nat(9_999), (high, low) => {
        expect(value(Count.parse(spell(high)))).toEqual(Count.exact(high))
        const joined = `${spell(high)}万${low > 0 && low < 1_000 ? "零" : ""}${low === 0 ? "" : spell(low)}`
        expect(value(Count.parse(joined))).toEqual(Count.exact(high * 10_000 + low))
      })
    )
  })

  it("invariant 15: a sum is exact when and only when every count is, and its value is the sum of the values", () => {
    fc.assert(
      fc.property(fc.array(Arbitrary.count), (counts) => {
        const sum = Count.sum(counts)
        expect(sum.value).toBe(counts.reduce((total, count) => total + count.value, 0))
        expect(Count.isExact(sum)).toBe(counts.every(Count.isExact))
      })
    )
  })

  it("claims for a sum no bound that the parts do not bear out", () => {
    // Any truth that fits the parts fits the sum.
    const truthOf = ({ value, qualifier }: Count.Count, error: number): number =>
      qualifier === "exact"
        ? value
        : qualifier === "atLeast"
          ? value + error
          : value + (qualifier === "about" ? 5 - error : -error)
    const fits = (count: Count.Count, truth: number): boolean =>
      ({ exact: truth === count.value, atLeast: truth >= count.value, nearly: truth <= count.value, about: true })[
        count.qualifier
      ]
    fc.assert(
      fc.property(fc.array(fc.tuple(Arbitrary.count, fc.nat(10))), (parts) => {
        const truth = parts.reduce((total, [count, error]) => total + truthOf(count, error), 0)
        expect(fits(Count.sum(parts.map(([count]) => count)), truth)).toBe(true)
      })
    )
  })

  it("sums in any order and grouping to the same", () => {
    fc.assert(
      fc.property(fc.array(Arbitrary.count), fc.array(Arbitrary.count), (a, b) => {
        expect(Count.sum([...b, ...a])).toEqual(Count.sum([...a, ...b]))
        expect(Count.sum([Count.sum(a), Count.sum(b)])).toEqual(Count.sum([...a, ...b]))
      })
    )
  })

  it("divides, keeps what is known of the share, and has no share of nothing", () => {
    expect(Count.ratio(Count.exact(55), Count.exact(305))).toEqual({ value: 55 / 305, qualifier: "exact" })
    expect(Count.ratio(Count.atLeast(50), Count.exact(100))).toEqual({ value: 0.5, qualifier: "atLeast" })
    expect(Count.ratio(Count.exact(50), Count.atLeast(100))).toEqual({ value: 0.5, qualifier: "nearly" })
    expect(Count.ratio(Count.atLeast(50), Count.atLeast(100))).toEqual({ value: 0.5, qualifier: "about" })
    expect(Count.ratio(Count.atLeast(50), Count.nearly(100))).toEqual({ value: 0.5, qualifier: "atLeast" })
    expect(Count.ratio(Count.exact(0), Count.exact(0))).toBeUndefined()
  })
})
