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
})
