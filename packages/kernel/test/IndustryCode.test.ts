import { IndustryCode, Text } from "@louyu/kernel"
import { Arbitrary } from "@louyu/kernel/testing"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

const value = Result.getOrThrow
const edition = IndustryCode.edition2017
const read = (text: string) => value(IndustryCode.parse(edition, text))

describe("IndustryCode", () => {
  it("holds 20 sections that share out 97 divisions without gap or overlap", () => {
    expect(edition.sections.map(({ letter }) => letter).join("")).toBe("ABCDEFGHIJKLMNOPQRST")
    const divisions = edition.sections.flatMap(({ firstDivision, lastDivision }) =>
      Array.from({ length: lastDivision - firstDivision + 1 }, (_, i) => firstDivision + i)
    )
    expect(divisions).toEqual(Array.from({ length: 97 }, (_, i) => i + 1))
  })

  it.each([
    ["I", "section", "I", undefined],
    ["65", "division", "I", "I"],
    ["651", "group", "I", "65"],
    ["6513", "class", "I", "651"],
    ["7010", "class", "K", "701"],
    ["7221", "class", "L", "722"],
    ["0111", "class", "A", "011"]
  ])("takes %s for a %s of section %s under %s", (text, level, letter, parent) => {
    const code = read(text)
    expect(code.edition).toBe("GB/T 4754-2017")
    expect(IndustryCode.level(code)).toBe(level)
    expect(IndustryCode.sectionOf(edition, code)?.letter).toBe(letter)
    expect(IndustryCode.parent(edition, code)?.code).toBe(parent)
  })

  it("reads and writes the letter in front of the digits", () => {
    expect(read("i６５")).toEqual({ edition: edition.id, code: "65" })
    expect(IndustryCode.format(edition, read("65"))).toBe("I65")
    expect(IndustryCode.format(edition, read("I"))).toBe("I")
  })

  it.each([
    ["", "form"],
    ["6", "form"],
    ["65131", "form"],
    ["65I", "form"],
    ["00", "unknown"],
    ["98", "unknown"],
    ["Z", "unknown"],
    ["J65", "letter"]
  ])("refuses %j: %s", (text, reason) => {
    expect(value(Result.flip(IndustryCode.parse(edition, text)))).toMatchObject({
      _tag: "IndustryCodeMalformed",
      reason
    })
  })

  it("keeps editions apart: the same digits are another industry in another edition", () => {
    // The edition of 2002 put railway transport where the one of 2017 has wholesale trade.
    const edition2002: IndustryCode.IndustryEdition = {
      id: "GB/T 4754-2002",
      names: Text.of("国民经济行业分类（2002）"),
      sections: [{ letter: "F", names: Text.of("交通运输、仓储和邮政业"), firstDivision: 51, lastDivision: 59 }]
    }
    const railway = value(IndustryCode.parse(edition2002, "51"))
    expect(IndustryCode.sectionOf(edition2002, railway)?.names.zh).toBe("交通运输、仓储和邮政业")
    expect(IndustryCode.sectionOf(edition, railway)).toBeUndefined()
    expect(IndustryCode.parent(edition, railway)).toBeUndefined()
    expect(IndustryCode.contains(edition, read("F"), railway)).toBe(false)
    expect(IndustryCode.contains(edition, railway, read("51"))).toBe(false)
  })

  it("contains exactly what has it among its parents", () => {
    const codes = Arbitrary.industryCode(edition)
    fc.assert(
      fc.property(codes, codes, fc.nat(3), (any, other, up) => {
        const chain: Array<string> = []
        let at: IndustryCode.IndustryCode | undefined = any
        while (at !== undefined) {
          chain.push(at.code)
          at = IndustryCode.parent(edition, at)
        }
        expect(chain.length).toBe(IndustryCode.levels.indexOf(IndustryCode.level(any)) + 1)
        const ancestor = { edition: edition.id, code: chain[Math.min(up, chain.length - 1)] ?? "" }
        expect(IndustryCode.contains(edition, ancestor, any)).toBe(true)
        expect(IndustryCode.contains(edition, other, any)).toBe(chain.includes(other.code))
      })
    )
  })

  it("reads what it writes", () => {
    fc.assert(
      fc.property(Arbitrary.industryCode(edition), (code) => {
        expect(read(IndustryCode.format(edition, code))).toEqual(code)
      })
    )
  })
})
