import { Problem, Uscc } from "@louyu/kernel"
import { Arbitrary } from "@louyu/kernel/testing"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

const value = Result.getOrThrow
const read = (text: string) => value(Uscc.parse(text))
const error = (text: string) => value(Result.flip(Uscc.parse(text)))

describe("Uscc", () => {
  it.each([
    "91350100M000100Y43",
    "91350200MA2YJ1XR9G",
    "91350200776049653A",
    "91350500798359476R",
    "91440101MA5CJQ4N59",
    "123502001549897397",
    "91420106MA4K0AB180",
    "91330482MA4K0AB18Y",
    "91230102MA4K0AB18W",
    "91440604MA4K0AB185"
  ])("finds nothing doubtful about %s", (code) => {
    expect(read(code)).toBe(code)
    expect(Uscc.warnings(read(code))).toEqual([])
  })

  it("warns of a wrong check character and says which one is right, without refusing the code", () => {
    const found = Uscc.warnings(read("91350100M000100Y49"))
    expect(found).toMatchObject([{ _tag: "UsccCheckFailed", expected: "3", found: "9" }])
    expect(Uscc.warnings(read("91350203M0001QAY9B"))).toMatchObject([{ expected: "9", found: "B" }])
  })

  it("warns of a wrong check character in the organisation code", () => {
    const wrong = `91350100M000100Y5${Uscc.checkCharacter("91350100M000100Y5")}`
    expect(Uscc.warnings(read(wrong))).toMatchObject([
      { _tag: "OrganisationCodeCheckFailed", expected: "4", found: "5" }
    ])
  })

  it("computes the check characters of the standards' own examples", () => {
    expect(Uscc.checkCharacter("91350100M000100Y4")).toBe("3")
    expect(Uscc.organisationCheckCharacter("M000100Y")).toBe("4")
  })

  it("reads small letters, full width, blanks and hyphens", () => {
    expect(read(" 91330482-ma4k0ab18y ")).toBe("91330482MA4K0AB18Y")
    expect(read("９１３３０４８２ＭＡ４Ｋ０ＡＢ１８Ｙ")).toBe("91330482MA4K0AB18Y")
  })

  it.each([
    ["", "length", undefined],
    ["91330482MA4K0AB18", "length", undefined],
    ["91330482MA4K0AB18YY", "length", undefined],
    ["91350100M000100Y4Z", "character", 17],
    ["9135010OM000100Y43", "division", 7],
    ["I1350100M000100Y43", "character", 0],
    ["91350100M000S00Y43", "character", 12]
  ])("refuses %j for its %s", (text, reason, position) => {
    expect(error(text)).toMatchObject({ _tag: "UsccMalformed", reason, length: text.length })
    expect(error(text).position).toBe(position)
    expect(Result.isFailure(Schema.decodeUnknownResult(Uscc.Uscc)(text))).toBe(true)
  })

  it("refuses the number of an identity card, and does not repeat it in the failure", () => {
    // There is no such place, and nobody alive was born that year: only the form and the check digit are right.
    const first17 = "99999918000228999"
    const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    const sum = weights.reduce((total, weight, i) => total + weight * Number(first17[i]), 0)
    const number = first17 + "10X98765432"[sum % 11]
    expect(error(number)).toMatchObject({ reason: "identityNumber" })
    expect(JSON.stringify(Problem.toJson(error(number)))).not.toContain(first17)
  })

  it("takes a code apart", () => {
    expect(Uscc.parts(read("91330482MA4K0AB18Y"))).toEqual({
      department: { code: "9", names: { zh: "市场监督管理", en: "Market regulation" } },
      organisationClass: { code: "1", names: { zh: "企业", en: "Enterprise" } },
      division: "330482",
      organisationCode: "MA4K0AB18",
      checkCharacter: "Y"
    })
  })

  it("takes apart a code of a department that published tables do not agree on", () => {
    const code = `A1330482MA4K0AB18${Uscc.checkCharacter("A1330482MA4K0AB18")}`
    expect(Uscc.parts(read(code)).department).toEqual({ code: "A" })
    const abroad = `Y1000000MA4K0AB18${Uscc.checkCharacter("Y1000000MA4K0AB18")}`
    expect(Uscc.parts(read(abroad)).division).toBeUndefined()
  })

  it("finds nothing doubtful about any code whose check characters are computed, 0 among them", () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(Arbitrary.uscc, (code) => {
        expect(read(code)).toBe(code)
        expect(Uscc.warnings(code)).toEqual([])
        seen.add(code.charAt(17))
      }),
      { numRuns: 1_000 }
    )
    expect(seen.size).toBe(31)
  })

  it("notices every single wrong character of the first 17", () => {
    const alphabet = [..."0123456789ABCDEFGHJKLMNPQRTUWXY"]
    fc.assert(
      fc.property(Arbitrary.uscc, fc.nat(16), fc.nat(29), (code, at, step) => {
        const pool = at >= 2 && at <= 7 ? alphabet.slice(0, 10) : alphabet
        const others = pool.filter((character) => character !== code.charAt(at))
        const wrong = code.slice(0, at) + others[step % others.length] + code.slice(at + 1)
        expect(Uscc.warnings(Uscc.Uscc.make(wrong)).map((warning) => warning._tag)).toContain("UsccCheckFailed")
      })
    )
  })

  it("puts the parts together to the code", () => {
    fc.assert(
      fc.property(Arbitrary.uscc, (code) => {
        const { department, organisationClass, division, organisationCode, checkCharacter } = Uscc.parts(code)
        const together = department.code + organisationClass.code + division + organisationCode + checkCharacter
        expect(together).toBe(code)
      })
    )
  })
})
