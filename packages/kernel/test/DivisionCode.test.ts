import { DivisionCode } from "@louyu/kernel"
import { Arbitrary } from "@louyu/kernel/testing"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

const value = Result.getOrThrow
const code = (text: string) => value(DivisionCode.parse(text))

describe("DivisionCode", () => {
  it.each([
    ["330000", "province", undefined],
    ["330400", "prefecture", "330000"],
    ["330482", "county", "330400"],
    ["330482000000", "county", "330400"],
    ["330482001", "township", "330482"],
    ["330482001000", "township", "330482"],
    ["330482001001", "village", "330482001"],
    ["441900003", "township", "441900"],
    ["441900003001", "village", "441900003"]
  ])("takes %s for a %s under %s", (text, level, parent) => {
    expect(DivisionCode.level(code(text))).toBe(level)
    expect(DivisionCode.parent(code(text))).toBe(parent)
  })

  it("finds a street in its county, prefecture and province, and not in the county beside it", () => {
    const street = code("330482001")
    expect(["330000", "330400", "330482", "330482000000", "330482001000"].map(code)).toSatisfy(
      (outers: ReadonlyArray<DivisionCode.DivisionCode>) => outers.every((o) => DivisionCode.contains(o, street))
    )
    expect(DivisionCode.contains(code("330481"), street)).toBe(false)
    expect(DivisionCode.contains(street, code("330482"))).toBe(false)
  })

  it.each(["", "33", "3304", "33048", "3304820", "030482", "33048A", "330482 001", "3304820010011"])(
    "refuses %j",
    (text) => {
      expect(value(Result.flip(DivisionCode.parse(text)))).toMatchObject({
        _tag: "DivisionCodeMalformed",
        length: text.length
      })
    }
  )

  it("reads a code cut off after its level", () => {
    const read = (digits: string) => value(DivisionCode.fromPrefix(digits))
    expect(["33", "3304", "330482", "330482001", "330482001001"].map(read)).toEqual([
      "330000",
      "330400",
      "330482",
      "330482001",
      "330482001001"
    ])
    expect(Result.isFailure(DivisionCode.fromPrefix("330"))).toBe(true)
  })

  it("tells streets, towns and townships apart by their number", () => {
    const kinds = ["330482001", "330482100", "330482200", "330482400", "330482600", "330482"].map((text) =>
      DivisionCode.townshipKind(code(text))
    )
    expect(kinds).toEqual(["street", "town", "township", "similar", undefined, undefined])
  })

  it("keeps the year of the list a code was taken from", () => {
    const dated = { code: "330482", codeYear: 2024 }
    expect(Schema.decodeUnknownSync(DivisionCode.DatedDivisionCode)(dated)).toEqual(dated)
    expect(Result.isFailure(Schema.decodeUnknownResult(DivisionCode.DatedDivisionCode)({ code: "330482" }))).toBe(true)
  })

  const codes = Arbitrary.divisionCode

  it("names the same division in its short and its long form", () => {
    fc.assert(
      fc.property(codes, (any) => {
        for (const form of [DivisionCode.shorten(any), DivisionCode.expand(any)]) {
          expect(DivisionCode.level(form)).toBe(DivisionCode.level(any))
          expect(DivisionCode.parent(form)).toBe(DivisionCode.parent(any))
          expect(DivisionCode.contains(form, any) && DivisionCode.contains(any, form)).toBe(true)
        }
        expect(DivisionCode.expand(DivisionCode.shorten(any))).toBe(DivisionCode.expand(any))
        expect(DivisionCode.shorten(DivisionCode.expand(any))).toBe(DivisionCode.shorten(any))
      })
    )
  })

  it("contains exactly what has it among its parents", () => {
    fc.assert(
      fc.property(codes, codes, fc.boolean(), (any, other, related) => {
        const chain: Array<DivisionCode.DivisionCode> = []
        for (
          let at: DivisionCode.DivisionCode | undefined = DivisionCode.shorten(any);
          at;
          at = DivisionCode.parent(at)
        ) {
          chain.push(at)
        }
        expect(chain.length).toBeLessThanOrEqual(5)
        const outer = related ? (chain.at(-1) ?? any) : DivisionCode.shorten(other)
        expect(DivisionCode.contains(outer, any)).toBe(chain.includes(outer))
      })
    )
  })

  it("can be read again from its prefix", () => {
    fc.assert(
      fc.property(codes, (any) => {
        expect(value(DivisionCode.fromPrefix(DivisionCode.prefix(any)))).toBe(DivisionCode.shorten(any))
      })
    )
  })
})
