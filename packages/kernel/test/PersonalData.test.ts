import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { PersonalData } from "../src/index.ts"

const { traces } = PersonalData

describe("PersonalData", () => {
  it.each([
    ["13800005678", "mobile"],
    ["电话：138-0000-5678。", "mobile"],
    ["+86 13800005678", "mobile"],
    ["１３８００００５６７８", "mobile"],
    ["身份证 11010519491231002X", "identityNumber"],
    ["卡号 6222 0200 0000 0000 004", undefined],
    ["card 4111 1111 1111 1111", "bankCard"],
    ["拨打 0573-85012345", "landline"],
    ["电话13800005678请回电", "mobile"],
    ["2022 13800005678", "mobile"],
    ["写信到 someone@example.com", "email"]
  ])("finds what leads to a person in %s", (text, sort) => {
    expect(traces(text)).toEqual(sort === undefined ? [] : [sort])
  })

  it("takes dates, rooms, amounts and codes of firms for what they are", () => {
    for (const text of [
      "2022-03-01 至 2022-12-31",
      "1201室、33个微网格",
      "20万到50万元，近200家商户",
      "91330482MA4K0AB18Y",
      "330482001",
      "9:00-17:30",
      "110105194912310021",
      ""
    ]) {
      expect(traces(text)).toEqual([])
    }
  })

  it("finds a mobile number wherever it stands between words", () => {
    const words = fc.constantFrom("请联系 ", "，", "（", "call ", "\n")
    const after = fc.constantFrom(" 谢谢", "，", "）", "请回电", "\n")
    fc.assert(
      fc.property(words, fc.integer({ min: 13000000000, max: 19999999999 }), after, (before, number, rest) => {
        expect(traces(`${before}${number}${rest}`)).toEqual(["mobile"])
      }),
      { seed: 91 }
    )
  })
})
