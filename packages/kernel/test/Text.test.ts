import { Text } from "@louyu/kernel"
import { Arbitrary } from "@louyu/kernel/testing"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

describe("Text", () => {
  it("reads Chinese where there is no English", () => {
    expect(Text.read(Text.of("楼宇", "Building"), "en")).toBe("Building")
    expect(Text.read(Text.of("楼宇", "Building"), "zh")).toBe("楼宇")
    expect(Text.read(Text.of("楼宇"), "en")).toBe("楼宇")
  })

  it("shows both languages once each", () => {
    expect(Text.both(Text.of("楼宇", "Building"))).toBe("楼宇 Building")
    expect(Text.both(Text.of("楼宇"))).toBe("楼宇")
    expect(Text.both(Text.of("CBD", "CBD"))).toBe("CBD")
  })

  it("is never empty in either language", () => {
    const decodes = (text: unknown) => Result.isSuccess(Schema.decodeUnknownResult(Text.Text)(text))
    expect(decodes({ zh: "" })).toBe(false)
    expect(decodes({ zh: "楼宇", en: "" })).toBe(false)
    expect(decodes({ en: "Building" })).toBe(false)
    fc.assert(
      fc.property(Arbitrary.text, (text) => {
        expect(decodes(text)).toBe(true)
        expect(Text.read(text, "en")).not.toBe("")
      })
    )
  })

  const building = { zh: "楼宇", en: "Building", others: { pt: "Edifício", "pt-BR": "Prédio", "zh-Hant": "樓宇" } }
  const decodes = (text: unknown) => Result.isSuccess(Schema.decodeUnknownResult(Text.Text)(text))

  it.each([
    ["zh", "楼宇"],
    ["zh-Hans-CN", "楼宇"],
    ["zh-Hant-MO", "樓宇"],
    ["en-GB", "Building"],
    ["pt", "Edifício"],
    ["pt-BR", "Prédio"],
    ["pt-x-old", "Edifício"],
    ["fr", "Building"]
  ])("reads %s in the nearest wording there is, else in English", (tag, found) => {
    expect(Text.read(building, tag)).toBe(found)
  })

  it("reads Chinese where there is nothing nearer and no English", () => {
    expect(Text.read({ zh: "楼宇", others: { pt: "Edifício" } }, "fr")).toBe("楼宇")
    expect(Text.read({ zh: "楼宇", others: { pt: "Edifício" } }, "en")).toBe("楼宇")
  })

  it("knows languages by their tags as they are usually spelt, and has one place for each", () => {
    expect(decodes(building)).toBe(true)
    expect(Schema.decodeUnknownSync(Text.Text)(JSON.parse(JSON.stringify(building)))).toEqual(building)
    for (const tag of ["PT", "pt_BR", "portuguese!", "", "zh", "en", "constructor"]) {
      expect(decodes({ zh: "楼宇", others: { [tag]: "Edifício" } })).toBe(false)
    }
    expect(decodes({ zh: "楼宇", others: { pt: "" } })).toBe(false)
  })

  it("lists every wording, so that none is left out of a search", () => {
    expect(Text.wordings(building)).toEqual(["楼宇", "Building", "Edifício", "Prédio", "樓宇"])
    expect(Text.wordings(Text.of("楼宇"))).toEqual(["楼宇"])
  })

  it("gives readers of any Chinese Louyu's own words in Chinese, all others in English", () => {
    expect(["zh", "zh-Hant", "zha", "en", "pt"].map(Text.spoken)).toEqual(["zh", "zh", "en", "en", "en"])
  })
})
